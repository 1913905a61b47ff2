"""An article comes in: is it new, known from another page, or a later state of its source?"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from digest.addresses import identity
from digest.analysis import analyse
from digest.duplicates import COPY, is_copy, is_rendition, is_revision, is_state, prints
from digest.library import alike, tables
from digest.library.alike import Related
from digest.library.keys import Taken, keys_of, minted, note_keys
from digest.library.merging import merge, with_edits
from digest.library.renewing import renew
from digest.library.tables import Reading, Stored
from digest.model import Article, Block, Page
from digest.readers import sniff
from digest.themes import Theme, tag

Outcome = Literal["new", "known", "changed"]
_MOST_CANDIDATES = 20
_MOST_ROWS = 64
_MOST_FOLLOWED = 12
_FEW_ON_PAGE = 3
_UNTOLD = (
    "accessed", "analysis", "entities", "events", "evidence", "keyword", "quotes", "lines", "source", "id", "fixed",
)  # fmt: skip
"""Fields whose change is no news to a reader of `digest add`'s table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of an article: its record now, and the other sources that tell the same."""

    key: str
    outcome: Outcome
    article: Article
    also: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()  # those that changed
    related: tuple[Related, ...] = ()  # other records with text in common
    earlier: Article | None = None  # the record before, where its text changed


def tagged(article: Article, themes: Sequence[Theme] | None) -> Article:
    """`article`, its text read by today's rules, with its themes by these; None leaves its tags alone."""
    read = analyse(article)
    return read if themes is None else tag(read, themes)


def add(
    connection: sqlite3.Connection,
    article: Article,
    page: Page,
    blocks: Sequence[Block],
    themes: Sequence[Theme] | None,
) -> Added:
    """Store what `page` gave, inside the caller's transaction."""
    renew(connection)
    number, name = tables.put_page(connection, page, blocks)
    reading = replace(article, source=name)  # the same bytes under another name are the same source
    known = _known(connection, reading, number)
    if known is None:
        return _new(connection, reading, number, themes)
    note_keys(connection, known.id, keys_of(reading))
    if _is_past(connection, known, reading, number):
        tables.drop_unread_pages(connection, [number])
        return _described(connection, known.id, Added(key=known.article.id, outcome="known", article=known.article))
    followed = _take(connection, known, reading, number)
    added = refreshed(connection, known, themes, reread=followed == "page")
    # Another source may fill a gap or narrow a date; the article is known all the same.
    added = added if followed else replace(added, outcome="known")
    return _described(connection, known.id, added)


def refreshed(
    connection: sqlite3.Connection, old: Stored, themes: Sequence[Theme] | None, *, reread: bool = False
) -> Added:
    """The record made again of its readings, edits and themes, and stored where that changed it."""
    found = tables.readings(connection, old.id)
    merged = with_edits(merge([reading.article for reading in found]), old.article, old.edited)
    article = tagged(merged, themes)
    also = tuple(dict.fromkeys(reading.source.name for reading in found if reading.source.name != article.source))
    if article == old.article:
        return Added(key=article.id, outcome="known", article=article, also=also)
    tables.rewrite(connection, old, article, old.edited, reread=reread)
    changed = changes(old.article, article)
    outcome: Outcome = "changed" if changed else "known"
    earlier = old.article if "paragraphs" in changed else None
    return Added(key=article.id, outcome=outcome, article=article, also=also, fields=changed, earlier=earlier)


def changes(old: Article, new: Article) -> tuple[str, ...]:
    """The fields a reader would see changed."""
    names = (entry.name for entry in fields(Article) if entry.name not in _UNTOLD)
    return tuple(name for name in names if _seen(old, name) != _seen(new, name))


def _seen(article: Article, name: str) -> object:
    return tables.texts(article) if name == "paragraphs" else getattr(article, name)


def _described(connection: sqlite3.Connection, row: int, added: Added) -> Added:
    return replace(added, related=alike.related(connection, row))


def _new(connection: sqlite3.Connection, reading: Article, page: int, themes: Sequence[Theme] | None) -> Added:
    key = reading.id if reading.id and reading.id not in Taken(connection) else minted(connection, reading)
    article = tagged(replace(reading, id=key), themes)
    row = tables.insert(connection, article)
    tables.put_reading(connection, row, page, reading)
    note_keys(connection, row, keys_of(reading))
    return _described(connection, row, Added(key=key, outcome="new", article=article))


def _is_past(connection: sqlite3.Connection, known: Stored, reading: Article, page: int) -> bool:
    """Whether `reading` is an earlier state of the record's source, met again: an old copy beside a newer one."""
    if not (reading.paragraphs and known.article.paragraphs):
        return False  # without a text there are no states of it
    older = _is_older(reading, known.article)
    if (known.version == 1 and not older) or tables.texts(reading) == tables.texts(known.article):
        return False
    if any(old.page == page for old in tables.readings(connection, known.id)):
        return False
    return older or tables.texts(reading) in tables.known_texts(connection, known.id)


def _is_older(reading: Article, known: Article) -> bool:
    """Whether a page of the record's address was changed, or else saved, on an earlier day than the record's."""
    if not _one_address(reading, known):
        return False
    for mine, theirs in ((reading.modified, known.modified), (reading.accessed, known.accessed)):
        if mine and theirs and mine != theirs:
            return mine.last < theirs.first
    return False


def _take(connection: sqlite3.Connection, known: Stored, reading: Article, page: int) -> Literal["page", "source", ""]:
    """Store `reading` beside the record's others, or in the place of the one it follows: of one page, or one source."""
    found = tables.readings(connection, known.id)
    for old in found:
        if old.page == page and (_overlap(old.article, reading) or is_copy(old.article, reading)):
            again = _at_its_address(reading, old.article)
            if old.article != again:
                tables.move_reading(connection, old, page, again)
            return "page"
    comparable = [old for old in found if bool(old.article.paragraphs) == bool(reading.paragraphs)]
    earlier = [old for old in comparable if old.page != page and _same_source(old, reading)]
    print_is = _print(connection, earlier[0], page, reading) if earlier else ""
    if earlier and print_is != "new":
        tables.move_reading(connection, earlier[0], page, reading)
        return "page" if print_is == "old" else "source"
    tables.put_reading(connection, known.id, page, reading)
    return ""


def _print(connection: sqlite3.Connection, old: Reading, page: int, reading: Article) -> Literal["old", "new", ""]:
    """Which of the two is a PDF made of the other's web page: no other state of it, and read less well."""
    was, now = (sniff(tables.page(connection, number)[0]) == "application/pdf" for number in (old.page, page))
    if was == now or not is_rendition(reading, old.article):
        return ""
    return "new" if now else "old"


def _at_its_address(reading: Article, old: Article) -> Article:
    """`reading` with the address that was given with the same bytes before, where none is given now."""
    if reading.url or not old.url:
        return reading
    evidence = tuple(entry for entry in old.evidence if entry.field == "url")
    fixed = tuple(name for name in old.fixed if name == "url")
    return replace(reading, url=old.url, evidence=(*reading.evidence, *evidence), fixed=(*reading.fixed, *fixed))


def _overlap(one: Article, other: Article) -> bool:
    """Whether they stand on the same lines; a better reader may begin a line later."""
    return one.lines[0] <= other.lines[1] and other.lines[0] <= one.lines[1]


def _same_source(old: Reading, reading: Article) -> bool:
    return tables.same_name(old.source.name, reading.source) or _one_address(reading, old.article)


def _one_address(one: Article, other: Article) -> bool:
    return bool(one.url and other.url) and identity(one.url or "") == identity(other.url or "")


def _known(connection: sqlite3.Connection, reading: Article, page: int) -> Stored | None:
    """The record that `reading` belongs to: by its page, its address or file, its text, in this order."""
    asked = "select article, line from reading where page = ?"
    here = dict(connection.execute(asked, (page,)).fetchall())
    sharing = _sharing(connection, reading)
    on_page = [row for row in here if here[row] == reading.lines[0] or row in sharing]
    followed = tables.of_source(connection, page, reading.source, reading.url)
    if len(here) > _FEW_ON_PAGE:  # of many stories on one page none is a state of another
        followed = [row for row in followed if row not in here]
    for rows, fits in ((on_page, _met_again), (followed[:_MOST_FOLLOWED], _follows), (sharing, _joins)):
        for row in rows:
            known = tables.stored_row(connection, row)
            if known and fits(reading, known.article):
                return known
    return None


def _joins(reading: Article, known: Article) -> bool:
    return not _stands_alone(reading, known) and _met_again(reading, known)


def _met_again(reading: Article, known: Article) -> bool:
    return _same_text(reading, known) or is_copy(reading, known)


def _same_text(one: Article, other: Article) -> bool:
    return tables.texts(one) == tables.texts(other)


def _follows(reading: Article, known: Article) -> bool:
    """Whether the two, of one file or address, are states of one article."""
    if not (reading.paragraphs and known.paragraphs):
        return _is_record_of(reading, known)
    return is_state(reading, known) if _one_address(reading, known) else is_revision(reading, known)


def _is_record_of(reading: Article, known: Article) -> bool:
    """Whether two, of which one has no text, are of one work: by the key of another program, or title and day."""
    if reading.id and reading.id == known.id:
        return True
    if not _one_address(reading, known) or _plain_title(reading) != _plain_title(known):
        return False
    return not (reading.issued and known.issued) or reading.issued.overlaps(known.issued)


def _plain_title(article: Article) -> str:
    """A title's letters, marks and case apart."""
    return "".join(filter(str.isalnum, (article.title or article.title_supplied or "").casefold()))


def _stands_alone(reading: Article, known: Article) -> bool:
    """Whether each has an address or outlet of its own: two records, however alike."""
    if reading.url and known.url:
        return not _one_address(reading, known)
    mine, theirs = reading.container_title, known.container_title
    return bool(mine and theirs) and (mine or "").casefold() != (theirs or "").casefold()


def _sharing(connection: sqlite3.Connection, reading: Article) -> list[int]:
    """The records that share enough words in identical paragraphs to be copies, most first.

    A paragraph that very many records have is standing text, and names nobody: it counts for all of them alike.
    """
    asked = f"select article, words from paragraph where print = ? limit {_MOST_ROWS}"  # noqa: S608 - our own number
    marks = prints(reading)
    found: Counter[int] = Counter()
    everywhere = 0
    for mark, words in marks.items():
        rows = connection.execute(asked, (mark,)).fetchall()
        if len(rows) == _MOST_ROWS and len(marks) > 1:
            everywhere += words
        found.update(dict(rows))
    least = COPY * sum(marks.values()) - everywhere
    return [row for row, shared in found.most_common(_MOST_CANDIDATES) if shared >= least]
