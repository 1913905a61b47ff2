"""Every record's themes by today's rules."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from hashlib import blake2b

from digest.library import tables
from digest.library.adding import refreshed
from digest.themes import Theme


def is_current(connection: sqlite3.Connection, themes: Sequence[Theme]) -> bool:
    """Whether the tags follow these rules."""
    row = connection.execute("select value from setting where name = 'themes'").fetchone()
    return bool(row and row[0] == _mark(themes))


def retag(connection: sqlite3.Connection, themes: Sequence[Theme]) -> None:
    """Tag every article again."""
    for (number,) in connection.execute("select id from article").fetchall():
        old = tables.stored_row(connection, number)
        if old:
            refreshed(connection, old, themes)
    connection.execute("insert or replace into setting values ('themes', ?)", (_mark(themes),))


def _mark(themes: Sequence[Theme]) -> str:
    return blake2b(repr(tuple(themes)).encode(), digest_size=16).hexdigest()
