"""What the last commands changed, row by row, so that it can be undone.

Only rows that hold something of their own are kept; indices, links found by us and addresses are made from them.
"""

from __future__ import annotations

import json
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

from digest.errors import LibraryError
from digest.library import tables
from digest.library.merging import merge, with_edits
from digest.library.renewing import readdress
from digest.library.rows import pack, unpack, unpack_article

TABLES = ("page", "article", "reading", "version", "rereading", "alias", "retired", "relation", "learned")
"""What is kept of a change; a table with a person's decisions takes its name here."""
_KEPT = 100
_KEPT_BYTES = 50_000_000
_SEEN = {"article": ("id", "key", "version"), "learned": ("outlet", "line", "struck")}
"""Columns by which a row is known to be as the change left it, else all; it may have been tagged anew, or met again."""
_ONLY = {"relation": "{row}.decided"}
_IMAGES = {"insert": ("new",), "delete": ("old",), "update": ("old", "new")}

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A change that can be undone: the command, the keys it was about, and when."""

    id: int
    what: str
    keys: tuple[str, ...]
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    table: str
    kind: str
    old: Row
    new: Row


@contextmanager
def journaled(connection: sqlite3.Connection, what: str, keys: Sequence[str]) -> Iterator[None]:
    """Keep what is changed within, inside the caller's transaction."""
    _keep_numbers(connection)
    changes: list[Row] = []
    connection.create_function("digest_was", -1, lambda *row: changes.append(row))
    names = [_watch(connection, table, kind) for table in TABLES for kind in _IMAGES]
    yield
    for name in names:  # where an error ends the transaction, the rollback takes them
        connection.execute(f"drop trigger temp.{name}")
    if changes:
        _keep(connection, what, keys, changes)


def entries(connection: sqlite3.Connection) -> tuple[Entry, ...]:
    """The changes that can be undone, the last first."""
    found = connection.execute("select id, what, keys, made from journal order by id desc").fetchall()
    return tuple(Entry(id=row[0], what=row[1], keys=tuple(json.loads(row[2])), made=row[3]) for row in found)


def undo(connection: sqlite3.Connection, entry: Entry, renew: Callable[[int], object]) -> None:
    """Put back what `entry` changed; `renew` makes a record again of its readings.

    LibraryError where something was built upon it that cannot be taken along.
    """
    connection.execute("pragma defer_foreign_keys = on")
    changes = _changes(connection, entry)
    if all((change.table, change.kind) == ("article", "update") for change in changes):
        _unedit(connection, changes, renew)
    else:
        _undo_rows(connection, changes, entry, renew)
    connection.execute("delete from journal where id = ?", (entry.id,))


def _unedit(connection: sqlite3.Connection, changes: Sequence[_Change], renew: Callable[[int], object]) -> None:
    """Put back what a person had set, under whatever the sources have said since."""
    names = _columns(connection, "article")
    first = {change.old[0]: dict(zip(names, change.old, strict=True)) for change in reversed(changes)}
    for number, before in first.items():
        old = tables.stored_row(connection, int(str(number)))
        if old is None:
            continue
        edited = tuple(json.loads(str(before["edited"])))
        was = unpack_article(cast("bytes", before["record"]))
        merged = merge([reading.article for reading in tables.readings(connection, old.id)])
        tables.rewrite(connection, old, with_edits(merged, replace(was, id=old.article.id), edited), edited)
        renew(old.id)


def _undo_rows(
    connection: sqlite3.Connection, changes: Sequence[_Change], entry: Entry, renew: Callable[[int], object]
) -> None:
    touched = sorted({_owner(connection, change) for change in changes} - {0})
    for old in _stored(connection, touched):
        tables.unlist(connection, old)
        tables.drop_text(connection, old)
    for change in reversed(changes):
        _put_back(connection, change, entry)
    for old in _stored(connection, touched):
        tables.list_words(connection, old.id, old.article)
        tables.put_text(connection, old.id, old.article)
        readdress(connection, old.id)
        renew(old.id)


def _stored(connection: sqlite3.Connection, rows: Sequence[int]) -> list[tables.Stored]:
    found = (tables.stored_row(connection, row) for row in rows)
    return [old for old in found if old]


def _watch(connection: sqlite3.Connection, table: str, kind: str) -> str:
    """A trigger of this connection alone that tells each row before and after: sqlite.org/undoredo.html."""
    name = f"was_{table}_{kind}"
    columns = ", ".join(f"{row}.{column}" for row in _IMAGES[kind] for column in _columns(connection, table))
    only = _ONLY.get(table)
    when = "when " + " or ".join(only.format(row=row) for row in _IMAGES[kind]) if only else ""
    connection.execute(
        f"create temp trigger {name} after {kind} on main.{table} {when} "
        f"begin select digest_was('{table}', '{kind}', {columns}); end"
    )
    return name


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f"pragma table_info({table})").fetchall())


def _keys(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in connection.execute(f"pragma table_info({table})").fetchall() if row[5])


def _keep(connection: sqlite3.Connection, what: str, keys: Sequence[str], changes: Sequence[Row]) -> None:
    told = [[_plain(value) for value in change] for change in changes]
    rows = pack(json.dumps(told).encode("utf-8", "surrogatepass"))
    made = datetime.now(UTC).isoformat(timespec="seconds")
    asked = "insert into journal (what, keys, made, rows) values (?, ?, ?, ?)"
    last = connection.execute(asked, (what, json.dumps(list(keys)), made, rows)).lastrowid
    connection.execute("delete from journal where id <= ?", ((last or 0) - _KEPT,))
    size = 0
    for number, length in connection.execute("select id, length(rows) from journal order by id desc").fetchall():
        size += length
        if size > _KEPT_BYTES and number != last:
            connection.execute("delete from journal where id = ?", (number,))


def _keep_numbers(connection: sqlite3.Connection) -> None:
    """Let no new row take the number of one that was deleted: see `tables.fresh`."""
    for table in ("article", "page", "reading"):
        asked = f"insert or replace into setting select 'last {table}', {tables.fresh(table)} - 1"
        connection.execute(asked)


def _plain(value: object) -> object:
    return {"b": b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _value(value: object) -> object:
    return b64decode(str(value["b"])) if isinstance(value, Mapping) else value


def _changes(connection: sqlite3.Connection, entry: Entry) -> list[_Change]:
    packed = connection.execute("select rows from journal where id = ?", (entry.id,)).fetchone()[0]
    found = []
    for table, kind, *values in json.loads(unpack(packed)):
        row = tuple(_value(value) for value in values)
        half = len(row) // 2 if kind == "update" else len(row)
        images = dict(zip(_IMAGES[kind], (row[:half], row[half:]), strict=False))
        found.append(_Change(table=table, kind=kind, old=images.get("old", ()), new=images.get("new", ())))
    return found


def _owner(connection: sqlite3.Connection, change: _Change) -> int:
    """The record that a change is about, where its indices hang on it."""
    column = {"article": "id", "reading": "article"}.get(change.table)
    if column is None:
        return 0
    place = _columns(connection, change.table).index(column)
    return int(str((change.old or change.new)[place]))


def _put_back(connection: sqlite3.Connection, change: _Change, entry: Entry) -> None:
    table, names = change.table, _columns(connection, change.table)
    if change.new and not _stands(connection, change, names):
        raise LibraryError(
            f"what `{entry.what}` did to {', '.join(entry.keys)} was built upon since",
            hint="nothing was undone; `digest merge`, `digest split` and `digest edit` still change it",
        )
    if change.kind == "delete":
        places = ", ".join("?" * len(names))
        connection.execute(f"insert into {table} values ({places})", change.old)  # noqa: S608 - our own tables
        return
    keys = _keys(connection, table)
    where = " and ".join(f"{name} = ?" for name in keys)
    values = [change.new[names.index(name)] for name in keys]
    if change.kind == "insert":
        connection.execute(f"delete from {table} where {where}", values)  # noqa: S608 - our own tables
        return
    new = ", ".join(f"{name} = ?" for name in names)
    connection.execute(f"update {table} set {new} where {where}", [*change.old, *values])  # noqa: S608 - as above


def _stands(connection: sqlite3.Connection, change: _Change, names: Sequence[str]) -> bool:
    """Whether the row is as the change left it."""
    seen = _SEEN.get(change.table, names)
    where = " and ".join(f"{name} is ?" for name in seen)
    values = [change.new[names.index(name)] for name in seen]
    asked = f"select 1 from {change.table} where {where}"  # noqa: S608 - our own tables and columns
    return connection.execute(asked, values).fetchone() is not None
