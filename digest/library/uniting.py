"""Two records made one, and one made two, by a person."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from digest.library import tables
from digest.library.rows import unpack_article
from digest.library.tables import Stored
from digest.model import Article


def stored_alias(connection: sqlite3.Connection, key: str) -> Stored | None:
    """The record that the one of that key was merged into."""
    asked = "select article from alias where key = ?"
    row = connection.execute(asked, (key.encode("utf-8", "replace").decode(),)).fetchone()
    return tables.stored_row(connection, row[0]) if row else None


def under_alias(connection: sqlite3.Connection, key: str) -> Article | None:
    """The record a merged key stands for, under that key and with its own text: `para. N` is what it was."""
    known = stored_alias(connection, key)
    if known is None:
        return None
    record = connection.execute("select record from alias where key = ?", (key,)).fetchone()[0]
    was = unpack_article(record)
    text = {name: getattr(was, name) for name in ("paragraphs", "sections", "quotes", "lines", "source")}
    return replace(known.article, id=key, **text)


def aliases(connection: sqlite3.Connection, row: int) -> tuple[str, ...]:
    """The keys that were merged into the record `row`."""
    found = connection.execute("select key from alias where article = ? order by key", (row,))
    return tuple(key for (key,) in found.fetchall())
