"""Stored pages read again by today's readers: records follow, a person's word and the keys stay.

The text a better reader gives takes the old one's place; the old one is kept as a version, so that `para. N` of what
was cited can be looked up, but it is marked as ours: the outlet corrected nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.duplicates.copies import REVISION, kept, prints, shared
from digest.errors import DigestError
from digest.library import tables
from digest.library.adding import Added, add, refreshed
from digest.library.merging import EDITABLE
from digest.library.rows import pack_article, unpack_article
from digest.model import Article, Block, Page, Source
from digest.themes import Theme

_FED, _CONFIGURED = "feed ", "the feed's outlet"
"""How the rules begin by which a feed's entry, or its line in config.yaml, filled a field."""
_MOST_PAIRS = 200
"""Stored readings times today's of one page that are compared word by word; of more, paragraph by paragraph."""

Taken = Sequence[tuple[Page, Sequence[Article], Sequence[Block]]]
Take = Callable[[Iterable[Source]], Iterable[Taken | DigestError]]
"""Reads sources and gives what came of each, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What came of reading a stored page again: records changed or new, those it no longer gives, or why it failed."""

    source: str
    changed: tuple[Added, ...] = ()
    lost: tuple[str, ...] = ()  # keys; the records stay as they are
    error: DigestError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stored:
    id: int
    owner: int
    line: int
    article: Article


def pages_of(connection: sqlite3.Connection, owners: Sequence[int] | None) -> tuple[int, ...]:
    """The rows of the pages that these records rest on, or of all pages."""
    if owners is None:
        return tuple(row[0] for row in connection.execute("select id from page order by id").fetchall())
    asked = "select distinct page from reading where article = ? order by page"
    found = (row[0] for owner in owners for row in connection.execute(asked, (owner,)).fetchall())
    return tuple(dict.fromkeys(found))


def sources(connection: sqlite3.Connection, pages: Iterable[int]) -> Iterator[Source]:
    """The stored pages with their bytes, one after the other."""
    return (tables.page(connection, page)[0] for page in pages)


def reread(connection: sqlite3.Connection, page: int, taken: Taken, themes: Sequence[Theme] | None) -> Reread:
    """Bring the records of a stored page up to date, inside the caller's transaction."""
    row = connection.execute("select name, digest from page where id = ?", (page,)).fetchone()
    if row is None:  # a page before it took its place
        return Reread(source="")
    name, mark = str(row[0]), row[1]
    mine = [one for one in taken if tables.digest_of(one[0].source.data) == mark]
    added: list[Added] = []
    lost: list[str] = []
    for found, articles, blocks in mine:
        tables.put_page(connection, found, blocks)
        old = _stored(connection, page)
        pairs = _pairs(old, articles)
        touched = _move(connection, page, old, {row: articles[number] for row, number in pairs.items()})
        added += [refreshed(connection, record, themes, reread=True) for record in touched]
        lost += [_key(connection, one.owner) for one in old if one.id not in pairs]
        others = [article for number, article in enumerate(articles) if number not in pairs.values()]
        added += [add(connection, article, found, blocks, themes) for article in others]
    changed = tuple(one for one in added if one.outcome != "known")
    return Reread(source=name, changed=changed, lost=tuple(lost))


def _key(connection: sqlite3.Connection, owner: int) -> str:
    return str(connection.execute("select key from article where id = ?", (owner,)).fetchone()[0])


def _stored(connection: sqlite3.Connection, page: int) -> list[_Stored]:
    asked = "select id, article, line, record from reading where page = ? order by line"
    rows = connection.execute(asked, (page,)).fetchall()
    return [_Stored(id=row[0], owner=row[1], line=row[2], article=unpack_article(row[3])) for row in rows]


def _pairs(old: Sequence[_Stored], articles: Sequence[Article]) -> dict[int, int]:
    """Which article of the page, by its place, is today's reading of which stored one."""
    pairs = _unchanged(old, articles)
    places = [place for place in range(len(old)) if place not in pairs]
    numbers = [number for number in range(len(articles)) if number not in set(pairs.values())]
    share = kept if len(places) * len(numbers) <= _MOST_PAIRS else _paragraphs_kept
    ranks = [
        (_rank(old[place].article, articles[number], share), place, number) for place in places for number in numbers
    ]
    alone = len(old) == len(articles) == 1
    free = set(numbers)
    for rank, place, number in sorted(ranks, key=lambda ranked: ranked[0], reverse=True):
        if (alone or rank[0] >= REVISION) and place not in pairs and number in free:
            pairs[place] = number
            free.remove(number)
    return {old[place].id: number for place, number in pairs.items()}


def _unchanged(old: Sequence[_Stored], articles: Sequence[Article]) -> dict[int, int]:
    """The stored readings whose text an article of today has, letter for letter."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, one in enumerate(old):
        places.setdefault(tables.texts(one.article), []).append(place)
    found = ((places.get(tables.texts(article)), number) for number, article in enumerate(articles))
    return {same.pop(0): number for same, number in found if same}


def _paragraphs_kept(old: Article, article: Article) -> float:
    return shared(prints(old), prints(article))


def _rank(old: Article, article: Article, share: Callable[[Article, Article], float]) -> tuple[float, bool, int]:
    """How surely the two are readings of one article: the share kept, the title, how much of it there is."""
    size = min(sum(len(block.text) for block in one.paragraphs) for one in (old, article))
    return round(share(old, article), 1), bool(article.title) and article.title == old.title, size


def _move(
    connection: sqlite3.Connection, page: int, old: Sequence[_Stored], news: dict[int, Article]
) -> list[tables.Stored]:
    """Put today's readings in the place of the stored ones; the records that this may change."""
    connection.execute("update reading set line = -id where page = ?", (page,))  # so that two may change places
    owners: dict[int, None] = {}
    for one in old:
        new = _told_again(news[one.id], one.article) if one.id in news else one.article
        if new != one.article:
            owners[one.owner] = None
            connection.execute("update reading set record = ? where id = ?", (pack_article(new), one.id))
            tables.put_address(connection, one.owner, new.url)
        line = new.lines[0] if one.id in news else one.line
        connection.execute("update or ignore reading set line = ? where id = ?", (line, one.id))
    found = (tables.stored_row(connection, owner) for owner in owners)
    return [record for record in found if record]


def _came_with_feed(name: str, old: Article, article: Article) -> bool:
    """Whether a feed had stated what the page does not say: the feed's entry is not stored with the page."""
    rules = [entry.rule for entry in old.evidence if entry.field == name]
    if any(rule.startswith(_CONFIGURED) for rule in rules):
        return True
    return not getattr(article, name) and any(rule.startswith(_FED) for rule in rules)


def _told_again(article: Article, old: Article) -> Article:
    """Today's reading with what a person had stated beside the page, and with the address it came from."""
    names = [name for name in old.fixed if name not in article.fixed]
    fields = [name for name in names if name in EDITABLE]
    if old.url and not article.url:
        fields.append("url")
    fields += [name for name in EDITABLE if name not in fields and _came_with_feed(name, old, article)]
    values: dict[str, Any] = {name: getattr(old, name) for name in fields}
    if "title" in fields:
        values["title_supplied"] = old.title_supplied
    told = tuple(entry for entry in old.evidence if entry.field in fields)
    evidence = (*(entry for entry in article.evidence if entry.field not in fields), *told)
    tags = tuple(tag for tag in old.keyword if tag.by_person and tag.theme not in article.themes)
    changed = replace(article, **values, evidence=evidence, source=old.source, keyword=(*article.keyword, *tags))
    return replace(changed, fixed=(*article.fixed, *names)) if names else changed
