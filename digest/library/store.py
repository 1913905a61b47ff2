"""The library: articles, where they came from, and their searches, in one SQLite file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from digest.errors import DigestError, LibraryError
from digest.learning import Learned
from digest.library import alike, deciding, journal, learning, rereading, retagging, tables, uniting
from digest.library.adding import Added, add, refreshed, tagged
from digest.library.alike import Related
from digest.library.deciding import Decisions
from digest.library.feeds import Feeds
from digest.library.keys import KeyBook
from digest.library.mail import Mail
from digest.library.merging import is_edit
from digest.library.opening import connect, connect_empty, said, trying, writing
from digest.library.pushed import Pushed
from digest.library.rereading import Reread, Take
from digest.library.rows import skim_article, unpack_article
from digest.library.search import Hit, asked, best_paragraph, matching
from digest.library.spellings import Spellings
from digest.library.transfer import dump, load
from digest.model import Article, Block, Date, Page, Source
from digest.queries import All, Query
from digest.settings import nearest
from digest.themes import Theme


def open_library(path: Path, themes: Sequence[Theme] | None = None) -> Library:
    """The library at `path`, made if there is none; `themes` are the rules its tags follow."""
    return Library(connect(path), path, themes)


def read_library(path: Path, themes: Sequence[Theme] | None = None) -> Library:
    """The library at `path`, or an empty one that leaves no file."""
    return Library(connect(path) if os.path.lexists(path) else connect_empty(), path, themes)


class Library:
    """An open library; every change is one transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path, themes: Sequence[Theme] | None) -> None:
        self._db = connection
        self._path = path
        self._themes = None if themes is None else self._renewed(themes)

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file."""
        self._db.close()

    def __len__(self) -> int:
        """How many articles it holds."""
        with said(self._path):
            return int(self._db.execute("select count(*) from article").fetchone()[0])

    def add(self, article: Article, page: Page, blocks: Sequence[Block]) -> Added:
        """Store an article as `page` gave it, once, whichever page it comes from."""
        with writing(self._db, self._path) as db:
            return add(db, article, page, blocks, self._themes)

    def get(self, key: str) -> Article | None:
        """The record of that citation key; of one that was merged into another, with the text it was cited from."""
        with said(self._path):
            found = tables.stored(self._db, key)
            return found.article if found else uniting.under_alias(self._db, key)

    def wanted(self, key: str) -> Article:
        """The record of that citation key; LibraryError names the nearest where there is none."""
        return self._wanted(key).article

    def articles(self, period: Date | None = None, *, skim: bool = False) -> Iterator[Article]:
        """The records in the order they came, with `period` those that may fall in it; `skim` reads texts and names."""
        asked, bounds = "select record from article order by id", cast("tuple[str, ...]", ())
        if period:
            asked = "select record from article where (first <= ? and last >= ?) or first is null order by id"
            bounds = (period.last.isoformat(), period.first.isoformat())
        with said(self._path):
            rows = self._db.execute(asked, bounds).fetchall()
        return (skim_article(row[0]) if skim else unpack_article(row[0]) for row in rows)

    def keys(self) -> tuple[str, ...]:
        """The citation keys, sorted."""
        with said(self._path):
            return tuple(row[0] for row in self._db.execute("select key from article order by key"))

    def version(self, key: str) -> int:
        """How many states of its text the library has seen."""
        return self._wanted(key).version

    def reread_versions(self, key: str) -> tuple[int, ...]:
        """The numbers of the earlier states that gave way to a better reader, not to the outlet."""
        asked = "select number from rereading where article = ? order by number"
        with said(self._path):
            return tuple(row[0] for row in self._db.execute(asked, (self._wanted(key).id,)).fetchall())

    def versions(self, key: str, *, rereads: bool = True) -> tuple[Article, ...]:
        """The earlier states, oldest first; without `rereads` those alone that the outlet itself changed."""
        but = "" if rereads else " and number not in (select number from rereading where article = ?1)"
        asked = f"select record from version where article = ?1{but} order by number"  # noqa: S608 - our own words
        with said(self._path):
            rows = self._db.execute(asked, (self._wanted(key).id,)).fetchall()
        return tuple(unpack_article(row[0]) for row in rows)

    def readings(self, key: str) -> tuple[tables.Reading, ...]:
        """What each page gave of the article, the one its text is from first."""
        with said(self._path):
            return tables.readings(self._db, self._wanted(key).id)

    def related(self, key: str) -> tuple[Related, ...]:
        """The records with text in common: copies first, then those that share a part, then those told apart."""
        with said(self._path):
            return alike.related(self._db, self._wanted(key).id)

    def copies(self) -> dict[str, tuple[str, ...]]:
        """The keys of those records that are also in others, and of these."""
        with said(self._path):
            return alike.copies(self._db)

    def aliases(self, key: str) -> tuple[str, ...]:
        """The keys of records that were merged into this one."""
        with said(self._path):
            return uniting.aliases(self._db, self._wanted(key).id)

    def sources(self, key: str) -> tuple[Source, ...]:
        """The pages that have the article, without their bytes."""
        return tuple(reading.source for reading in self.readings(key))

    def page(self, key: str) -> tuple[Source, tuple[Block, ...]]:
        """The page the article's text is from, and every line of it with what it was taken for."""
        with said(self._path):
            return tables.page(self._db, tables.readings(self._db, self._wanted(key).id)[0].page)

    def update(self, article: Article) -> Article:
        """Store what a person set: the fields in `fixed` that differ from the stored record, or are fixed anew."""
        with self._recorded("edit", article.id) as db:
            old = self._wanted(article.id)
            edited = [name for name in article.fixed if is_edit(name, old.edited, old.article, article)]
            renewed = tagged(article, self._themes)
            tables.rewrite(db, old, renewed, edited)
            return renewed

    def remove(self, key: str) -> None:
        """Take an article out; its key is never given again."""
        with self._recorded("remove", key) as db:
            tables.delete(db, self._wanted(key))

    def merge(self, key: str, *others: str) -> Article:
        """Make the records `others` sources of the record `key`; their keys stand for it from now on."""
        with self._recorded("merge", key, *others) as db:
            first, *rest = {old.id: old for old in map(self._wanted, (key, *others))}.values()
            if not rest:
                raise LibraryError(f'"{key}" is one record already', hint="name two records")
            return uniting.merge(db, first, rest, self._themes)

    def split(self, key: str, source: str | None = None) -> tuple[Article, Article]:
        """Take a source out of the record `key`, never to be joined again: the record, and the new one.

        Where `source` is the key of another record, the two are told apart.
        """
        with self._recorded("split", key, *filter(None, (source,))) as db:
            old, other = self._wanted(key), tables.stored(db, source or "")
            if other is None or other.id == old.id:
                return uniting.split(db, old, source, self._themes)
            uniting.decide(db, (old.id, old.article), (other.id, other.article), "apart")
            return old.article, other.article

    def decide(self, key: str, other: str, kind: alike.Relation) -> None:
        """Store what a person says two records are to each other."""
        with self._recorded("decide", key, other) as db:
            one, two = self._wanted(key), self._wanted(other)
            uniting.decide(db, (one.id, one.article), (two.id, two.article), kind)

    def changes(self) -> tuple[journal.Entry, ...]:
        """The changes that can be undone, the last first."""
        with said(self._path):
            return journal.entries(self._db)

    def undo(self) -> journal.Entry:
        """Undo the last change a person made, and say what it was."""
        with writing(self._db, self._path) as db:
            found = journal.entries(db)
            if not found:
                raise LibraryError("there is nothing to undo", where=str(self._path))
            journal.undo(db, found[0], self._renew)
            return found[0]

    def reread(self, keys: Sequence[str] | None, take: Take, *, dry: bool = False) -> Iterator[Reread]:
        """Read the stored pages of these records, or of all, again; where `dry`, only say what would change."""
        with said(self._path):
            owners = None if keys is None else [self._wanted(key).id for key in keys]
            pages = rereading.pages_of(self._db, owners)
        for page, taken in zip(pages, take(rereading.sources(self._db, pages)), strict=False):
            if isinstance(taken, DigestError):
                yield Reread(source=taken.where, error=taken)
                continue
            with (trying if dry else writing)(self._db, self._path) as db:
                found = rereading.reread(db, page, taken, self._themes)
            yield found

    def search(self, words: str, widen: Callable[[All], All] = lambda tree: tree) -> tuple[Hit, ...]:
        """The articles that a query finds, best first; of mere words, those with some where none has all.

        `widen` may add to what is looked for.
        """
        query, every, some = asked(words, widen)
        found = self._matching(every, query) or self._matching(some, query)
        return tuple(Hit(article=article, paragraph=best_paragraph(article, query)) for article in found)

    def learned(self) -> Learned:
        """The furniture that readers leave out, by outlet."""
        with said(self._path):
            return learning.learned(self._db)

    def learned_lines(self) -> tuple[learning.LearnedLine, ...]:
        """The furniture that was learned, struck lines too."""
        with said(self._path):
            return learning.learned_lines(self._db)

    def strike(self, outlet: str, text: str, *, struck: bool = True) -> None:
        """Strike a learned line, or take it back."""
        with self._recorded("furniture", outlet) as db:
            learning.strike(db, outlet, text, struck=struck)

    def dump(self) -> Iterator[dict[str, object]]:
        """Every record as a CSL-JSON object with its texts, its pages and its history."""
        with said(self._path):
            yield from dump(self._db)

    def load(self, record: Mapping[str, object], name: str) -> Added:
        """Store a record that `dump` wrote, or one of another program's CSL-JSON, read from the file `name`."""
        with writing(self._db, self._path) as db:
            return load(db, record, name, self._themes)

    def feeds(self) -> Feeds:
        """What was taken of each feed."""
        return Feeds(self._db, self._path)

    def mail(self) -> Mail:
        """How far each folder of mail was read."""
        return Mail(self._db, self._path)

    def pushed(self, program: str) -> Pushed:
        """What was sent to another program."""
        return Pushed(self._db, self._path, program)

    def decisions(self) -> Decisions:
        """What a person decided of themes, and what was learned from it."""
        return Decisions(self._db, self._path, self._themes, self._wanted)

    def key_book(self) -> KeyBook:
        """The keys of its records: how new ones are minted, and how one is changed."""
        return KeyBook(self._db, self._path, self._recorded, self._wanted)

    def spellings(self) -> Spellings:
        """Every name that the records have, as it is spelled there."""
        return Spellings(self._db, self._path)

    def _matching(self, wanted: str, query: Query) -> list[Article]:
        with said(self._path):
            return matching(self._db, wanted, query) if wanted else []

    def _wanted(self, key: str) -> tables.Stored:
        with said(self._path):
            found = tables.stored(self._db, key) or uniting.stored_alias(self._db, key)
            if found:
                return found
        hint = nearest(key, self.keys()) or "`digest list` shows the keys"
        raise LibraryError(f'no article "{key}"', where=str(self._path), hint=hint)

    @contextmanager
    def _recorded(self, what: str, *keys: str) -> Iterator[sqlite3.Connection]:
        """A transaction that can be undone."""
        with writing(self._db, self._path) as db, journal.journaled(db, what, keys):
            yield db

    def _renew(self, number: int) -> None:
        old = tables.stored_row(self._db, number)
        if old:
            refreshed(self._db, old, self._themes)

    def _renewed(self, themes: Sequence[Theme]) -> Sequence[Theme]:
        """`themes` as they are learned today; articles whose tags follow other rules or decisions are tagged again."""
        with said(self._path):
            current = retagging.is_current(self._db, themes)
        if not current:
            with writing(self._db, self._path) as db:
                retagging.retag(db, themes)
        with said(self._path):
            return deciding.taught_by(self._db, themes)
