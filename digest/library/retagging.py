"""Every record's themes by today's rules, and by what was learned from a person's decisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from hashlib import blake2b

from digest.library import deciding, tables
from digest.library.adding import refreshed
from digest.library.rows import pack_article
from digest.themes import Theme, tagged_with


def is_current(connection: sqlite3.Connection, themes: Sequence[Theme]) -> bool:
    """Whether the tags follow these rules, and the decisions made under them."""
    row = connection.execute("select value from setting where name = 'themes'").fetchone()
    return bool(row and row[0] == _mark(themes)) and not deciding.stale(connection, themes)


def retag(connection: sqlite3.Connection, themes: Sequence[Theme]) -> None:
    """Learn again what is not of today's decisions; tag every article again, or only with the themes learned."""
    changed = [theme.name for theme in deciding.stale(connection, themes) if deciding.relearn(connection, theme)]
    now = deciding.taught_by(connection, themes)
    row = connection.execute("select value from setting where name = 'themes'").fetchone()
    if row and row[0] == _mark(themes):
        _retag_some(connection, [theme for theme in now if theme.name in changed])
        return
    for (number,) in connection.execute("select id from article").fetchall():
        old = tables.stored_row(connection, number)
        if old:
            refreshed(connection, old, now)
    connection.execute("insert or replace into setting values ('themes', ?)", (_mark(themes),))


def _retag_some(connection: sqlite3.Connection, themes: Sequence[Theme]) -> None:
    """Judge every article again on these themes alone."""
    numbers = connection.execute("select id from article").fetchall() if themes else []
    for (number,) in numbers:
        old = tables.stored_row(connection, number)
        if old is None:
            continue
        article = old.article
        for theme in themes:
            article = tagged_with(article, theme)
        if article.themes != old.article.themes:
            tables.rewrite(connection, old, article, old.edited)
        elif article != old.article:  # other points for the same themes: nothing of the index changes
            connection.execute("update article set record = ? where id = ?", (pack_article(article), number))


def _mark(themes: Sequence[Theme]) -> str:
    return blake2b(repr(tuple(themes)).encode(), digest_size=16).hexdigest()
