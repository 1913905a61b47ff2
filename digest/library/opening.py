"""A connection to the library's file, checked, with SQLite's errors said in our words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from digest.errors import LibraryError
from digest.library.renewing import renew

APPLICATION = 0x64676573  # "dges" in the file's header, so that another program's database is told from ours
SCHEMA = 7
MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: ("alter table page add column media_type text", "alter table page add column accessed text"),
    2: (),  # tables alone
    3: ("drop table if exists words",),  # more columns
    4: (),  # tables alone
    5: (),  # tables alone
    6: (),  # tables alone
}
"""Schema → what makes it the next one, before the tables and indices that it lacks are made."""
_PATIENCE = 30.0
"""Seconds to wait while another process writes; it holds the file for milliseconds an article."""

_SAID = (
    ("locked", "is in use by another program", "try again when it is done"),
    ("readonly", "is read-only", "are the file and its folder yours to write?"),
    ("full", "the disk is full", "nothing was half written; make room and run the command again"),
    ("malformed", "is damaged", "restore a copy, or what `digest export` wrote, with `digest import`"),
    ("not a database", "is no library", "name another file under `library:` in config.yaml"),
    ("unable to open", "cannot be opened", "does its folder exist, and is it yours to write?"),
    ("i/o error", "the disk cannot be read or written", "is it full, or gone?"),
)
"""Words of SQLite's message → what is wrong, what to try."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the library at `path`, which is made if there is none."""
    if os.path.lexists(path) and not path.is_file():
        raise LibraryError("is no file", where=str(path), hint="name another file under `library:` in config.yaml")
    with said(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_empty() -> sqlite3.Connection:
    """A connection to an empty library that is gone when it closes."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _create(connection)
    return connection


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into LibraryError."""
    try:
        yield
    except sqlite3.Error as error:
        words = str(error).lower()
        what, hint = next(((what, hint) for sign, what, hint in _SAID if sign in words), (f"SQLite says: {error}", ""))
        raise LibraryError(what, where=str(path), hint=hint) from error


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction: all of it is kept, or none."""
    with said(path):
        connection.execute("begin immediate")
        try:
            yield connection
            connection.execute("commit")
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite has rolled back by itself where the disk was full
                connection.execute("rollback")
            raise


@contextmanager
def trying(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction that leaves nothing behind, to see what it would do."""
    with said(path):
        connection.execute("begin immediate")
        try:
            yield connection
        finally:
            with suppress(sqlite3.Error):
                connection.execute("rollback")


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    # Looked at before the mark: a library that another process is making has both or neither.
    if not connection.execute("select 1 from sqlite_master").fetchone() and _mark(connection) == (0, 0):
        connection.execute("pragma journal_mode = wal")
        _create(connection)
    application, schema = _mark(connection)
    if application != APPLICATION:
        raise LibraryError(
            "is another program's database", where=str(path), hint="name another file under `library:` in config.yaml"
        )
    if schema > SCHEMA:
        raise LibraryError(
            "was written by a newer digest", where=str(path), hint="upgrade: pip install -U briefing-digest"
        )
    if schema < SCHEMA:
        _migrate(connection)
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma recursive_triggers = on")  # so that a row `replace` takes out is told to the journal
    connection.execute("pragma trusted_schema = off")  # the file may come from somebody else


def _mark(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("pragma application_id").fetchone()[0]
    return application, connection.execute("pragma user_version").fetchone()[0]


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("begin immediate")
    if not connection.execute("select 1 from sqlite_master").fetchone():  # another process may have been first
        _complete(connection)
    connection.execute("commit")
    connection.execute("pragma foreign_keys = on")


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring a library of an earlier digest up to date: whole, or not at all."""
    connection.execute("begin immediate")
    try:
        for schema in range(_mark(connection)[1], SCHEMA):  # read again: another process may have been first
            for statement in MIGRATIONS[schema]:
                connection.execute(statement)
        _complete(connection)
        renew(connection)
        connection.execute("commit")
    except sqlite3.Error:
        connection.execute("rollback")
        raise


def _complete(connection: sqlite3.Connection) -> None:
    script = files("digest.library").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in _statements(script):
        connection.execute(statement)
    connection.execute(f"pragma application_id = {APPLICATION}")
    connection.execute(f"pragma user_version = {SCHEMA}")


def _statements(script: str) -> list[str]:
    # `executescript` would commit the transaction that makes creation whole or nothing.
    plain = "\n".join(line.partition("--")[0] for line in script.splitlines())
    return [statement for statement in plain.split(";") if statement.strip()]
