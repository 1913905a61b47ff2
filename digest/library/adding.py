"""An article comes in: is it new, known from another page, or a later state of its source?"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from digest.citekeys import mint
from digest.duplicates import is_copy, is_revision, prints
from digest.library import tables
from digest.library.merging import merge, with_edits
from digest.library.tables import Reading, Stored
from digest.model import Article, Block, Page
from digest.themes import Theme, tag

Outcome = Literal["new", "known", "changed"]
_MOST_CANDIDATES = 20
_UNTOLD = ("evidence", "keyword", "quotes", "lines", "source", "id", "fixed")
"""Fields whose change is no news to a reader of `digest add`'s table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of an article: its record now, and the other sources that tell the same."""

    key: str
    outcome: Outcome
    article: Article
    also: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()  # those that changed


class _Taken:
    """The keys that a new article may not have."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __contains__(self, key: object) -> bool:
        asked = "select 1 from article where key = ?1 union all select 1 from retired where key = ?1"
        return self._connection.execute(asked, (key,)).fetchone() is not None


def tagged(article: Article, themes: Sequence[Theme] | None) -> Article:
    """`article` with its themes by these rules; None leaves its tags alone."""
    return article if themes is None else tag(article, themes)


def add(
    connection: sqlite3.Connection,
    article: Article,
    page: Page,
    blocks: Sequence[Block],
    themes: Sequence[Theme] | None,
) -> Added:
    """Store what `page` gave, inside the caller's transaction."""
    number, name = tables.put_page(connection, page, blocks)
    reading = replace(article, source=name)  # the same bytes under another name are the same source
    known = _known(connection, reading, number)
    if known is None:
        return _new(connection, reading, number, themes)
    followed = _take(connection, known, reading, number)
    added = refreshed(connection, known, themes)
    # Another source may fill a gap or narrow a date; the article is known all the same.
    return added if followed else replace(added, outcome="known")


def refreshed(connection: sqlite3.Connection, old: Stored, themes: Sequence[Theme] | None) -> Added:
    """The record made again of its readings, edits and themes, and stored where that changed it."""
    found = tables.readings(connection, old.id)
    merged = with_edits(merge([reading.article for reading in found]), old.article, old.edited)
    article = tagged(merged, themes)
    also = tuple(dict.fromkeys(reading.source.name for reading in found if reading.source.name != article.source))
    if article == old.article:
        return Added(key=article.id, outcome="known", article=article, also=also)
    tables.rewrite(connection, old, article, old.edited)
    changed = changes(old.article, article)
    outcome: Outcome = "changed" if changed else "known"
    return Added(key=article.id, outcome=outcome, article=article, also=also, fields=changed)


def changes(old: Article, new: Article) -> tuple[str, ...]:
    """The fields a reader would see changed."""
    names = (entry.name for entry in fields(Article) if entry.name not in _UNTOLD)
    return tuple(name for name in names if _seen(old, name) != _seen(new, name))


def _seen(article: Article, name: str) -> object:
    return tables.texts(article) if name == "paragraphs" else getattr(article, name)


def _new(connection: sqlite3.Connection, reading: Article, page: int, themes: Sequence[Theme] | None) -> Added:
    key = reading.id if reading.id and reading.id not in _Taken(connection) else mint(reading, _Taken(connection))
    article = tagged(replace(reading, id=key), themes)
    tables.put_reading(connection, tables.insert(connection, article), page, reading)
    return Added(key=key, outcome="new", article=article)


def _take(connection: sqlite3.Connection, known: Stored, reading: Article, page: int) -> bool:
    """Store `reading` beside the record's others, or in the place of the state it follows, and say if it was this."""
    found = tables.readings(connection, known.id)
    for old in found:
        if old.page == page and _overlap(old.article, reading):
            if old.article != reading:
                tables.move_reading(connection, old, page, reading)
            return True
    earlier = [old for old in found if old.page != page and _same_source(old, reading)]
    if earlier:
        tables.move_reading(connection, earlier[0], page, reading)
    else:
        tables.put_reading(connection, known.id, page, reading)
    return bool(earlier)


def _overlap(one: Article, other: Article) -> bool:
    """Whether they stand on the same lines; a better reader may begin a line later."""
    return one.lines[0] <= other.lines[1] and other.lines[0] <= one.lines[1]


def _same_source(old: Reading, reading: Article) -> bool:
    return tables.same_name(old.source.name, reading.source) or bool(reading.url and reading.url == old.article.url)


def _known(connection: sqlite3.Connection, reading: Article, page: int) -> Stored | None:
    """The record that `reading` belongs to."""
    at_hand = connection.execute(
        "select article from reading where page = ? and line = ?", (page, reading.lines[0])
    ).fetchall()
    for (row,) in [*at_hand, *_sharing(connection, reading)]:
        known = tables.stored_row(connection, row)
        if known and (tables.texts(reading) == tables.texts(known.article) or is_copy(reading, known.article)):
            return known
    for row in tables.of_source(connection, page, reading.source, reading.url):
        known = tables.stored_row(connection, row)
        if known and is_revision(reading, known.article):
            return known
    return None


def _sharing(connection: sqlite3.Connection, reading: Article) -> list[tuple[int]]:
    """The records that share most words in identical paragraphs."""
    marks = list(prints(reading))
    places = ",".join("?" * len(marks[:900]))  # SQLite's oldest limit on parameters is 999
    asked = (
        f"select article from paragraph where print in ({places}) "  # noqa: S608 - question marks only
        f"group by article order by sum(words) desc, article limit {_MOST_CANDIDATES}"
    )
    return connection.execute(asked, marks[:900]).fetchall()
