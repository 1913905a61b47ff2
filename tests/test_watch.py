"""A folder that is watched: files come when they have come to rest, each state once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import digest
from digest.errors import FetchError
from digest.fetch.watching import arrivals

PAGE = """Storm Closes The Harbour Of {place}

By Amina Serik

14 September 2022

The harbour of {place} was closed on Monday after a storm broke two cranes and sank a barge, the port master said.

Ships waited outside {place} and would wait until Thursday at least, she said, and the railway stood still.

"We have not seen such a wave since the port of {place} was built," said Carl Berg, a pilot who has worked there.
"""


def names(found: tuple[str, ...]) -> list[str]:
    return [Path(name).name for name in found]


def test_a_file_comes_when_it_has_come_to_rest(tmp_path: Path) -> None:
    """One that grows is waited for; a state that was given is not given again."""
    watching = arrivals(tmp_path, 0.01)
    assert () == next(watching)
    (tmp_path / "a.txt").write_text("half")
    assert () == next(watching)
    (tmp_path / "a.txt").write_text("half and half")
    assert () == next(watching)
    assert ["a.txt"] == names(next(watching))
    assert () == next(watching)
    (tmp_path / "a.txt").write_text("changed again")
    assert [[], ["a.txt"]] == [names(found) for found in islice(watching, 2)]


def test_a_file_moved_into_another_s_place_is_new(tmp_path: Path) -> None:
    """Though size and time be the same."""
    for name in ("a.txt", ".b"):
        (tmp_path / name).write_text("words")
        os.utime(tmp_path / name, (0, 0))
    watching = arrivals(tmp_path, 0.01)
    assert [[], ["a.txt"], []] == [names(found) for found in islice(watching, 3)]
    (tmp_path / ".b").replace(tmp_path / "a.txt")

    assert [[], ["a.txt"]] == [names(found) for found in islice(watching, 2)]


def test_what_is_no_page_or_not_finished_is_left_alone(tmp_path: Path) -> None:
    """Downloads on their way, sidecars, dot files, links; files of folders below are given."""
    for name in ("a.html.part", "b.crdownload", ".c.swp", "page.yaml", "l.sqlite", "below/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe")

    assert [["d.txt"]] == [names(found) for found in arrivals(tmp_path, 0.01, once=True) if found]


def test_names_that_mean_something_else_are_files_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file called - is not standard input."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-").write_text("words")

    assert [(str(tmp_path / "-"),)] == [found for found in arrivals(Path(), 0.01, once=True) if found]


def test_only_a_folder_can_be_watched(tmp_path: Path) -> None:
    """The error says so."""
    with pytest.raises(FetchError, match="no folder"):
        next(arrivals(tmp_path / "none", 1))


def test_a_folder_is_taken_in_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line a file; bad files are told, and the good are stored."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "good.txt").write_text(PAGE.format(place="Aktau"))
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 50)
    done = CliRunner().invoke(digest, ["watch", "saved", "--once", "--every", "0.05"])

    assert 5 == done.exit_code, done.output
    assert "good.txt: new serik2022storm: Storm Closes The Harbour Of Aktau" in done.output
    assert "bad.txt: refused" in done.output
    again = CliRunner().invoke(digest, ["watch", "saved", "--once", "--every", "0.05"])
    assert "good.txt: known serik2022storm" in again.output
    Path("other").mkdir()
    shutil.copy("saved/good.txt", "other/copied.txt")
    copied = CliRunner().invoke(digest, ["watch", "other", "--once", "--every", "0.05"])
    assert "other/copied.txt: known serik2022storm" in copied.output


def test_an_interrupt_ends_a_watch_cleanly(tmp_path: Path) -> None:
    """With exit code 130, without a traceback, and with what came before stored."""
    (tmp_path / "saved").mkdir()
    command = [sys.executable, "-m", "digest", "watch", "saved", "--every", "0.1"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        time.sleep(1)
        (tmp_path / "saved" / "a.txt").write_text(PAGE.format(place="Aktau"))
        assert process.stdout
        assert "new serik2022storm" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)

    assert 130 == process.returncode
    assert "Traceback" not in errors
