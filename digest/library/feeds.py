"""What was taken of each feed, kept with the library, so that an entry is fetched once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from digest.library.opening import said, writing

Outcome = Literal["taken", "left", "refused"]
MOST_TRIES = 3
"""How often an entry is tried again whose page was refused: what is behind a wall today is so tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What a feed said when it was last asked."""

    url: str
    fetched: str  # ISO 8601, in UTC
    etag: str | None = None
    last_modified: str | None = None
    entries: int = 0
    error: str | None = None


class Feeds:
    """The feeds that a library remembers; every change is one transaction."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path

    def state(self, url: str) -> FeedState | None:
        """What the feed at `url` said; None where it was never asked."""
        asked = "select url, fetched, etag, last_modified, entries, error from feed where url = ?"
        with said(self._path):
            row = self._db.execute(asked, (url,)).fetchone()
        names = ("url", "fetched", "etag", "last_modified", "entries", "error")
        return FeedState(**dict(zip(names, row, strict=True))) if row else None

    def keep(self, state: FeedState) -> None:
        """Remember what a feed said."""
        values = (state.url, state.fetched, state.etag, state.last_modified, state.entries, state.error)
        with writing(self._db, self._path) as db:
            db.execute("insert or replace into feed values (?, ?, ?, ?, ?, ?)", values)

    def settled(self, feed: str, mark: str) -> bool:
        """Whether an entry needs no fetching again: taken, left out, or refused too often."""
        asked = "select outcome, tries from entry where feed = ? and mark = ?"
        with said(self._path):
            row = self._db.execute(asked, (feed, _mark(mark))).fetchone()
        return bool(row) and (row[0] != "refused" or row[1] >= MOST_TRIES)

    def settle(self, feed: str, mark: str, outcome: Outcome) -> None:
        """Remember what became of an entry."""
        put = (
            "insert into entry values (?, ?, ?, 1) "
            "on conflict do update set outcome = excluded.outcome, tries = tries + 1"
        )
        with writing(self._db, self._path) as db:
            db.execute(put, (feed, _mark(mark), outcome))

    def forget(self, urls: Iterable[str]) -> None:
        """Forget feeds and their entries; the articles stay."""
        with writing(self._db, self._path) as db:
            for url in urls:
                db.execute("delete from entry where feed = ?", (url,))
                db.execute("delete from feed where url = ?", (url,))


def _mark(mark: str) -> bytes:
    return blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=16).digest()
