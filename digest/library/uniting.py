"""Two records made one, and one made two, by a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from digest.addresses import identity
from digest.errors import LibraryError
from digest.library import alike, tables
from digest.library.adding import refreshed, tagged
from digest.library.keys import minted
from digest.library.merging import EDITABLE, opposite, with_edits
from digest.library.merging import merge as merged_of
from digest.library.renewing import readdress
from digest.library.rows import pack_article, unpack_article
from digest.library.tables import Reading, Stored
from digest.model import Article
from digest.themes import Theme


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
    if not record:  # another key of the same record
        return replace(known.article, id=key)
    was = unpack_article(record)
    text = {name: getattr(was, name) for name in ("paragraphs", "sections", "quotes", "lines", "source")}
    return replace(known.article, id=key, **text)


def aliases(connection: sqlite3.Connection, row: int) -> tuple[str, ...]:
    """The keys that were merged into the record `row`."""
    found = connection.execute("select key from alias where article = ? order by key", (row,))
    return tuple(key for (key,) in found.fetchall())


def merge(
    connection: sqlite3.Connection, first: Stored, others: Sequence[Stored], themes: Sequence[Theme] | None
) -> Article:
    """Make `others` sources of `first`: it keeps its key and text, theirs stand for it from now on."""
    for other in others:
        _take_over(connection, first.id, other)
    current, edited = _edits(first, others)
    found = [reading.article for reading in tables.readings(connection, first.id)]
    article = tagged(with_edits(merged_of(found), current, edited), themes)
    tables.rewrite(connection, first, article, edited)
    readdress(connection, first.id)
    return article


def split(
    connection: sqlite3.Connection, owner: Stored, source: str | None, themes: Sequence[Theme] | None
) -> tuple[Article, Article]:
    """Take one source out of a record as a record of its own, never to be joined again; both, as they are now."""
    reading = _meant(connection, owner, source)
    key = _own_key(connection, owner.id, reading) or minted(connection, reading.article)
    article = tagged(replace(reading.article, id=key), themes)
    row = tables.insert(connection, article)
    connection.execute("update reading set article = ? where id = ?", (row, reading.id))
    rest = refreshed(connection, owner, themes).article
    readdress(connection, row)
    readdress(connection, owner.id)
    decide(connection, (owner.id, rest), (row, article), "apart")
    return rest, article


def decide(
    connection: sqlite3.Connection, one: tuple[int, Article], other: tuple[int, Article], kind: alike.Relation
) -> None:
    """Store what a person says two records are to each other; it stays, whatever is added or read again."""
    overlap = alike.measured(one[1], other[1])
    alike.put_relation(connection, (one[0], other[0]), kind, (overlap.mine, overlap.theirs), decided=True)


def _take_over(connection: sqlite3.Connection, first: int, other: Stored) -> None:
    rows = connection.execute(
        "select page, line, record from reading where article = ? order by id", (other.id,)
    ).fetchall()
    connection.execute("delete from reading where article = ?", (other.id,))
    asked = "insert into reading (id, article, page, line, record) values (?, ?, ?, ?, ?)"
    for row in rows:  # numbered anew: a record's text is its first reading's
        connection.execute(asked, (tables.next_row(connection, "reading"), first, *row))
    packed = pack_article(other.article)
    moved = "update alias set article = ?1, record = case when record = x'' then ?3 else record end where article = ?2"
    connection.execute(moved, (first, other.id, packed))
    _pass_on(connection, first, other.id)
    tables.take_out(connection, other)
    values = (other.article.id, first, packed)
    connection.execute("insert or replace into alias values (?, ?, ?)", values)


def _pass_on(connection: sqlite3.Connection, first: int, other: int) -> None:
    """What a person decided of the other holds for the first."""
    asked = "select one, other, kind, mine, theirs from relation where decided and (one = ?1 or other = ?1)"
    for one, two, kind, mine, theirs in connection.execute(asked, (other,)).fetchall():
        third, shares = (two, (mine, theirs)) if one == other else (one, (theirs, mine))
        if third != first:
            alike.put_relation(connection, (first, third), kind, shares, decided=True)
    connection.execute("delete from relation where one = ?1 and other = ?2", (min(first, other), max(first, other)))


def _edits(first: Stored, others: Sequence[Stored]) -> tuple[Article, tuple[str, ...]]:
    """The record with what a person set in any of them, the first's word before the others'."""
    article, edited = first.article, list(first.edited)
    for other in others:
        names = [name for name in other.edited if name not in edited and opposite(name) not in edited]
        fields = [name for name in names if name in EDITABLE]
        values: dict[str, Any] = {name: getattr(other.article, name) for name in fields}
        told = tuple(entry for entry in other.article.evidence if entry.field in fields)
        tags = tuple(tag for tag in other.article.keyword if tag.by_person and tag.theme not in article.themes)
        evidence = (*(entry for entry in article.evidence if entry.field not in fields), *told)
        article = replace(article, **values, evidence=evidence, keyword=(*article.keyword, *tags))
        edited += names
    return article, tuple(edited)


def _meant(connection: sqlite3.Connection, owner: Stored, source: str | None) -> Reading:
    """The reading that `source` names by its file, address or key; the last one where nothing is named."""
    found = tables.readings(connection, owner.id)
    names = ", ".join(reading.source.name for reading in found)
    if len(found) == 1:
        raise LibraryError(f'"{owner.article.id}" has one source: {names}', hint="there is nothing to take out")
    if source is None:
        return found[-1]
    was = connection.execute("select record from alias where key = ? and article = ?", (source, owner.id)).fetchone()
    name = unpack_article(was[0]).source if was and was[0] else source
    for reading in found:
        addresses = {identity(url) for url in (reading.source.url, reading.article.url) if url}
        if tables.same_name(reading.source.name, name) or identity(source) in addresses:
            return reading
    raise LibraryError(f'"{owner.article.id}" has no source "{source}"', hint=f"its sources: {names}")


def _own_key(connection: sqlite3.Connection, owner: int, reading: Reading) -> str | None:
    """The key that the reading's record had before it was merged, free to be its key again."""
    for key, record in connection.execute("select key, record from alias where article = ?", (owner,)).fetchall():
        if record and unpack_article(record).source == reading.article.source:
            connection.execute("delete from alias where key = ?", (key,))
            return str(key)
    return None
