"""How far each folder of mail was read, kept with the library, so that a message comes once."""

from __future__ import annotations

import sqlite3


def mail_position(db: sqlite3.Connection, name: str) -> tuple[int, int] | None:
    """The UIDVALIDITY and the last UID of the folder called `name` in config.yaml; None where it was never read."""
    row = db.execute("select validity, last from mailbox where name = ?", (name,)).fetchone()
    return (int(row[0]), int(row[1])) if row else None


def remember_mail(db: sqlite3.Connection, name: str, position: tuple[int, int]) -> None:
    """Keep that the folder was read up to `position`."""
    db.execute("insert or replace into mailbox values (?, ?, ?)", (name, *position))
