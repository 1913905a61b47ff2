"""The keys of records: how new ones are minted, and how a record gets another and keeps the old one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from digest.citekeys import is_citable, is_key
from digest.errors import LibraryError
from digest.keypatterns import mint_by
from digest.library import tables
from digest.library.opening import said, writing
from digest.library.tables import Stored
from digest.model import Article
from digest.variables import other_text

_PATTERN = "key pattern"
_PURE = b""
"""What stands in an alias for the record as it was, where it never was another than the one it stands for."""


class Taken:
    """The keys that a new article may not have, or the record in the row `besides` may not change to."""

    def __init__(self, connection: sqlite3.Connection, besides: int = 0) -> None:
        self._connection = connection
        self._besides = besides

    def __contains__(self, key: object) -> bool:
        """Whether a record has or had the key."""
        asked = (
            "select 1 from article where key = ?1 and id <> ?2 union all select 1 from retired where key = ?1 "
            "union all select 1 from alias where key = ?1 and not (article = ?2 and record = x'')"
        )
        return self._connection.execute(asked, (key, self._besides)).fetchone() is not None


def minted(connection: sqlite3.Connection, article: Article) -> str:
    """A new key for `article`, by the pattern that holds in this library."""
    return mint_by(_pattern(connection), article, Taken(connection))


def note_keys(connection: sqlite3.Connection, owner: int, keys: Iterable[str]) -> None:
    """Let those of `keys` that are free stand for the record in the row `owner`: it comes with them from elsewhere."""
    taken = Taken(connection)
    for key in keys:
        if (is_key(key) or is_citable(key)) and key not in taken:
            connection.execute("insert into alias values (?, ?, ?)", (key, owner, _PURE))


def keys_of(article: Article) -> tuple[str, ...]:
    """The key that a record of another program came with, and the earlier ones it names."""
    return tuple(filter(None, (article.id, *other_text(article.other, "aliases").split(", "))))


def _pattern(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("select value from setting where name = ?", (_PATTERN,)).fetchone()
    return str(row[0]) if row else None


def _rekey(connection: sqlite3.Connection, old: Stored, key: str) -> Article:
    if key in Taken(connection, besides=old.id):
        raise LibraryError(f'"{key}" is the key of another record, or was', hint="choose another")
    connection.execute("delete from alias where key = ?", (key,))  # an earlier key of its own
    article = replace(old.article, id=key)
    tables.rewrite(connection, old, article, old.edited)
    connection.execute("update article set key = ? where id = ?", (key, old.id))
    note_keys(connection, old.id, [old.article.id])
    return article


class KeyBook:
    """The keys of an open library."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        recorded: Callable[..., AbstractContextManager[sqlite3.Connection]],
        wanted: Callable[[str], Stored],
    ) -> None:
        self._db = connection
        self._path = path
        self._recorded = recorded
        self._wanted = wanted

    def every(self) -> frozenset[str]:
        """Every key that stands for a record, earlier ones too."""
        with said(self._path):
            return frozenset(row[0] for row in self._db.execute("select key from article union select key from alias"))

    def mint_by(self, pattern: str | None) -> None:
        """Let new records get their keys by `pattern`, or in our own way; keys already given stay."""
        with said(self._path):
            known = _pattern(self._db)
        if known == pattern:
            return
        with writing(self._db, self._path) as db:
            db.execute("delete from setting where name = ?", (_PATTERN,))
            if pattern is not None:
                db.execute("insert into setting values (?, ?)", (_PATTERN, pattern))

    def rekey(self, key: str, new: str | None = None) -> Article:
        """Give a record the key `new`, or one by the pattern; the old one stands for it in drafts for ever."""
        if new is not None and not is_key(new):
            hint = "letters, digits and _, between them also : . - up to eighty"
            raise LibraryError(f'"{new}" cannot be a key', hint=hint)
        with self._recorded("rekey", key) as db:
            old = self._wanted(key)
            wanted = new or mint_by(_pattern(db), old.article, Taken(db, besides=old.id))
            return old.article if wanted == old.article.id else _rekey(db, old, wanted)
