"""What was sent to another program, and how it was then, kept with the library, so that nothing is sent twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from digest.library.opening import said, writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A record as another program has it: its name there, the state it had there, and a mark of what was sent."""

    item: str = ""
    version: int = 0
    mark: str = ""


class Pushed:
    """The records of an open library that a program has, by their keys."""

    def __init__(self, connection: sqlite3.Connection, path: Path, program: str) -> None:
        self._db = connection
        self._path = path
        self._name = f"pushed {program}"

    def known(self) -> dict[str, Sent]:
        """What was sent, by citation key."""
        with said(self._path):
            row = self._db.execute("select value from setting where name = ?", (self._name,)).fetchone()
        return {key: Sent(**told) for key, told in json.loads(row[0]).items()} if row else {}

    def keep(self, sent: Mapping[str, Sent]) -> None:
        """Remember what was sent now, beside what was before."""
        if not sent:
            return
        told = {key: asdict(one) for key, one in (self.known() | dict(sent)).items()}
        self._put(self._name, json.dumps(told, ensure_ascii=False))

    def since(self, place: str) -> int:
        """The state of a place up to which everything was taken from it; 0 where nothing was."""
        with said(self._path):
            row = self._db.execute("select value from setting where name = ?", (f"{self._name} {place}",)).fetchone()
        return int(row[0]) if row else 0

    def taken(self, place: str, version: int) -> None:
        """Remember that everything was taken up to that state."""
        self._put(f"{self._name} {place}", str(version))

    def _put(self, name: str, value: str) -> None:
        with writing(self._db, self._path) as db:
            db.execute("insert or replace into setting values (?, ?)", (name, value))
