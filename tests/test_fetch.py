"""Paths and folders → sources: regular files of bounded size, and every file accounted for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.errors import FetchError
from digest.fetch import LARGEST, Refused, Skipped, fetch, sidecar, walk
from digest.model import Source


def test_a_file_is_its_name_and_bytes(tmp_path: Path) -> None:
    """The name is the one the user gave."""
    path = tmp_path / "a page\nof.txt"
    path.write_bytes(b"words")

    assert Source(name=str(path), data=b"words") == fetch(path)


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    """A pipe would wait for ever, a loop of links has no end, a device no size."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    paths = [tmp_path / "pipe", tmp_path / "loop", tmp_path, Path("/dev/zero"), tmp_path / "none", Path("a\0b")]

    for path in paths:
        with pytest.raises(FetchError):
            fetch(path)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("www.harbour.example", "a web address begins with https://"),
        ("harbourtimes.com/storm", "a web address begins with https://"),
        ("harbour.kz/storm", "a web address begins with https://"),
        ("pages/storm.txt", ""),
        ("notes.md", ""),
    ],
)
def test_an_address_without_its_scheme_is_told_from_a_file(name: str, hint: str) -> None:
    """A file of that name would be taken."""
    with pytest.raises(FetchError) as refused:
        fetch(Path(name))

    assert ("no such file or directory", hint) == (refused.value.what, refused.value.hint)


def test_an_enormous_file_is_refused_unread(tmp_path: Path) -> None:
    """The bound is on bytes read, so that a growing file cannot pass it."""
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LARGEST + 1)

    with pytest.raises(FetchError, match="larger than 50 MB"):
        fetch(tmp_path / "big.txt")


def test_a_folder_gives_every_file_a_fate(tmp_path: Path) -> None:
    """Pages in order, files below too; what is passed over is said, with the reason."""
    for name in ("b.txt", "b.yaml", "README.md", "LICENSE", ".hidden", "config.yaml", "library.sqlite", "below/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = [(type(item).__name__, Path(item.name).name) for item in walk([tmp_path])]

    assert [
        ("Skipped", ".hidden"),
        ("Skipped", "LICENSE"),
        ("Skipped", "README.md"),
        ("Skipped", "again"),
        ("Source", "b.txt"),
        ("Skipped", "b.yaml"),
        ("Source", "a.txt"),
        ("Skipped", "config.yaml"),
        ("Refused", "gone.txt"),
        ("Skipped", "library.sqlite"),
    ] == found


def test_a_file_named_itself_is_never_passed_over(tmp_path: Path) -> None:
    """Only a walk skips: who names README.txt wants it."""
    (tmp_path / "README.txt").write_text("words")

    assert [Source] == [type(item) for item in walk([tmp_path / "README.txt"])]
    assert [Refused] == [type(item) for item in walk([tmp_path / "none.txt"])]
    assert [] == [item for item in walk([tmp_path]) if not isinstance(item, Skipped)]


def test_a_sidecar_stands_beside_its_page(tmp_path: Path) -> None:
    """`page.yaml` is of `page.txt`, not of itself."""
    (tmp_path / "page.txt").write_text("words")
    (tmp_path / "page.yaml").write_text("title: Words")
    found = sidecar(tmp_path / "page.txt")

    assert found
    assert found.data == b"title: Words"
    assert sidecar(tmp_path / "page.yaml") is None
    assert sidecar(Path("-")) is None
