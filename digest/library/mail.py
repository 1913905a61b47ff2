"""How far each folder of mail was read, kept with the library, so that a message comes once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from digest.library.opening import said, writing


class Mail:
    """The folders of mail of an open library, by their names in config.yaml."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path

    def position(self, name: str) -> tuple[int, int] | None:
        """The UIDVALIDITY and the last UID of a folder; None where it was never read."""
        with said(self._path):
            row = self._db.execute("select validity, last from mailbox where name = ?", (name,)).fetchone()
        return (int(row[0]), int(row[1])) if row else None

    def remember(self, name: str, position: tuple[int, int]) -> None:
        """Keep that a folder was read up to `position`."""
        with writing(self._db, self._path) as db:
            db.execute("insert or replace into mailbox values (?, ?, ?)", (name, *position))
