"""Every name that the records have, as it is spelled there, so that one person can be found under all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.library.opening import said, writing
from digest.model import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A spelling in one record: the fullest name there that it stands for, and what kind of thing bears it."""

    key: str
    text: str
    name: str
    kind: EntityKind


class Spellings:
    """The names of an open library."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path

    def __iter__(self) -> Iterator[Spelling]:
        """All of them, record by record in the order they came."""
        asked = "select key, text, name, kind from spelling join article on article.id = article order by article, text"
        with said(self._path):
            rows = self._db.execute(asked).fetchall()
        return (Spelling(key=row[0], text=row[1], name=row[2], kind=row[3]) for row in rows)

    def kept(self, mark: str) -> str | None:
        """What was made of these spellings, if it was of just these: `mark` is their fingerprint."""
        with said(self._path):
            row = self._db.execute("select value from setting where name = 'authorities'").fetchone()
        found, _, text = (row[0] if row else "").partition("\n")
        return text if found == mark else None

    def keep(self, mark: str, text: str) -> None:
        """Keep what was made of the spellings."""
        with writing(self._db, self._path) as db:
            db.execute("insert or replace into setting values ('authorities', ?)", (f"{mark}\n{text}",))
