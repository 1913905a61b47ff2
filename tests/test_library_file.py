"""The library's file: whole after a kill, shared by two processes, refused where it is something else."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from digest.errors import LibraryError
from digest.library import open_library, opening, read_library
from tests.test_library import STORM, piece, put


def test_reading_a_library_that_is_not_there_makes_no_file(tmp_path: Path) -> None:
    """A wrong folder stays clean."""
    with read_library(tmp_path / "library.sqlite") as library:
        assert 0 == len(library)

    assert [] == list(tmp_path.iterdir())


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    """Another program's database, a text, a folder, a newer library: each is told, none is touched."""
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as db:
        db.execute("create table x (y)")
    (tmp_path / "text.sqlite").write_text("words " * 1_000)
    (tmp_path / "folder.sqlite").mkdir()
    open_library(tmp_path / "newer.sqlite").__exit__(None, None, None)
    with closing(sqlite3.connect(tmp_path / "newer.sqlite")) as db:
        db.execute("pragma user_version = 99")

    for name in ("other", "text", "folder", "newer"):
        with pytest.raises(LibraryError):
            open_library(tmp_path / f"{name}.sqlite")


def test_a_damaged_record_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    """Not a crash, and not an empty article."""
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        key = put(library, piece(STORM)).key
    with closing(sqlite3.connect(path)) as db:
        db.execute("update article set record = x'00'")
        db.commit()
    with open_library(path) as library, pytest.raises(LibraryError, match="damaged"):
        library.get(key)


def test_nothing_acknowledged_is_lost_when_killed(tmp_path: Path) -> None:
    """Every key that was printed before the kill is there after it, and the file is sound."""
    script = """
import sys
from pathlib import Path
from digest.library import open_library
from tests.test_library import piece, put
with open_library(Path(sys.argv[1])) as library:
    for number in range(100_000):
        print(put(library, piece((f"Report {number} tells of a storm. " * 5,), name=f"{number}.txt")).key, flush=True)
"""
    path = tmp_path / "library.sqlite"
    root = Path(__file__).parent.parent
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
        )
        assert process.stdout
        printed = [process.stdout.readline().strip() for _ in range(20)]
        process.kill()
        printed += [line.strip() for line in process.stdout if line.endswith("\n")]
        process.wait()
        with open_library(path) as library:
            assert set(printed) <= set(library.keys())
        with closing(sqlite3.connect(path)) as db:
            assert ("ok",) == db.execute("pragma integrity_check").fetchone()


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    """Each article is one transaction; a writer waits for the other."""
    script = """
import sys
from pathlib import Path
from digest.library import open_library
from tests.test_library import piece, put
with open_library(Path(sys.argv[1])) as library:
    for number in range(40):
        name = f"{sys.argv[2]} {number}.txt"
        put(library, piece((f"Report {number} of {sys.argv[2]} tells of a storm in the harbour. " * 5,), name=name))
"""
    path = tmp_path / "library.sqlite"
    root = Path(__file__).parent.parent
    both = [subprocess.Popen([sys.executable, "-c", script, str(path), name], cwd=root) for name in ("Aktau", "Osh")]

    assert [0, 0] == [process.wait() for process in both]
    with open_library(path) as library:
        assert 80 == len(library)


def test_a_library_of_an_earlier_digest_is_brought_up_to_date(tmp_path: Path) -> None:
    """What schema 1 held is read on, and new columns are there."""
    path = tmp_path / "library.sqlite"
    with sqlite3.connect(path) as old:
        old.execute(
            "create table page (id integer primary key, digest blob not null unique, name text not null, "
            "file text not null, url text, data blob not null, blocks blob not null) strict"
        )
        old.execute(f"pragma application_id = {opening.APPLICATION}")
        old.execute("pragma user_version = 1")

    with open_library(path) as library:
        assert () == library.keys()
    with sqlite3.connect(path) as new:
        assert opening.SCHEMA == new.execute("pragma user_version").fetchone()[0]
        assert {"media_type", "accessed"} <= {row[1] for row in new.execute("pragma table_info(page)")}
