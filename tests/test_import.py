"""Records come in from a file: of any size, one by one, and what no record can be is refused before it is stored."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.interchange.records import LARGEST, read_records
from digest.library import open_library
from tests.test_library import STORM, piece, put

Record = dict[str, Any]
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3))


@given(st.lists(st.dictionaries(st.text(), VALUES, max_size=3)), st.integers(1, 9), st.sampled_from([None, 1]))
def test_records_come_back_however_they_are_cut(records: list[Record], size: int, indent: int | None) -> None:
    """Pieces end where they will, within a letter too."""
    data = json.dumps(records, indent=indent, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if b"\xed" not in data:
        assert records == list(read_records((data[at : at + size] for at in range(0, len(data), size)), "x"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'[{"id": "a"},\n{"id": x}]', "x.json:2: not JSON"),
        (b'[{"id": "a"},\n[1]]', "x.json:2: holds something else"),
        (b'{"id": "a', "x.json:1: not JSON"),
        (b'{"id": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": ' + b"9" * 5_000 + b"}", "not JSON that can be read"),
        (b"Dear Sir or Madam", "not JSON"),
    ],
)
def test_what_is_no_json_is_told_with_its_line(data: bytes, words: str) -> None:
    """In one line."""
    with pytest.raises(ReadError) as caught:
        list(read_records([data], "x.json"))

    assert words in str(caught.value)


def test_an_endless_record_is_refused_in_little_memory() -> None:
    """And what is plainly no JSON is not read to its end."""

    def endless(start: bytes) -> Iterator[bytes]:
        yield start
        for _ in range(LARGEST):
            yield b"a" * 1_000_000

    with pytest.raises(ReadError, match="a record of more than 64 million"):
        list(read_records(endless(b'{"title": "'), "x.json"))
    with pytest.raises(ReadError, match="not JSON"):
        list(read_records(endless(b'{"title": }'), "x.json"))


def _history(record: Record) -> Record:
    history: Record = record["digest"]
    return history


def _packed(data: bytes) -> str:
    return b64encode(zlib.compress(data)).decode()


CHANGES: list[Callable[[Record], object]] = [
    lambda record: _history(record).update(readings=[]),
    lambda record: _history(record).update(version=10**30),
    lambda record: _history(record).update(version=float("inf")),
    lambda record: _history(record).update(versions=[[10**30, record]]),
    lambda record: _history(record)["readings"][0]["page"].update(lines=_packed(b"[" * 100_000)),
    lambda record: _history(record)["readings"][0]["page"].update(lines=_packed(b"[[1, 2]]")),
    lambda record: record.update(quotes=[{"text": "x", "paragraph": 999}]),
    lambda record: record.update(sections=[{"heading": "x", "level": 1, "line": 1, "first": 9, "last": 10}]),
    lambda record: record.update(issued={"date-parts": [["9" * 5_000]]}),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_record_that_could_not_be_kept_is_refused(tmp_path: Path, change: Callable[[Record], object]) -> None:
    """It would be an error of every later command."""
    with open_library(tmp_path / "a.sqlite") as library:
        put(library, piece(STORM))
        (record,) = json.loads(json.dumps(list(library.dump())))
    change(record)
    with open_library(tmp_path / "b.sqlite") as library:
        with pytest.raises(ReadError):
            library.load(record, "x.json")
        assert 0 == len(library)


def test_an_import_keeps_what_came_before_a_fault(tmp_path: Path) -> None:
    """And can be run again when the file is mended."""
    (tmp_path / "x.json").write_text('[{"id": "a2022", "type": "webpage", "title": "Rain"},\nrain]')
    command = [sys.executable, "-m", "digest", "import", "x.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert 5 == done.returncode
    assert done.stdout.startswith("1 new")
    assert done.stderr.startswith("x.json:2: not JSON")
