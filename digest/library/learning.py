"""Furniture that the library has learned: lines that recur on pages of one outlet, shown and struck by a person."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import blake2b

from digest.errors import LibraryError
from digest.learning import Learned, candidates, line_of
from digest.model import Article

_MOST = 200
"""Articles that are looked at to count a line's; more of them make it no surer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedLine:
    """A line taken for furniture of an outlet, the articles it stood in, and whether a person struck it."""

    outlet: str
    text: str
    pages: int
    struck: bool = False


def note(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Remember the lines of the record `row` that may be furniture, and learn those that have recurred enough."""
    outlet = article.container_title
    if not outlet:
        return
    for found in candidates(article):
        mark = _mark(outlet, found.line)
        connection.execute("insert or ignore into line values (?, ?)", (mark, row))
        if (pages := _pages(connection, mark)) >= found.wanted:
            asked = (
                "insert into learned (outlet, line, text, pages) values (?, ?, ?, ?) "
                "on conflict (outlet, line) do update set pages = max(pages, excluded.pages)"
            )
            connection.execute(asked, (outlet, found.line, found.text, pages))


def forget(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Take the lines of the record `row` out of the count; what was learned stays until a person strikes it."""
    if article.container_title:
        marks = [(_mark(article.container_title, found.line), row) for found in candidates(article)]
        connection.executemany("delete from line where line = ? and article = ?", marks)


def learned_lines(connection: sqlite3.Connection) -> tuple[LearnedLine, ...]:
    """All that was learned, by outlet."""
    asked = "select outlet, text, pages, struck from learned order by outlet, pages desc, text"
    return tuple(
        LearnedLine(outlet=row[0], text=row[1], pages=row[2], struck=bool(row[3]))
        for row in connection.execute(asked).fetchall()
    )


def learned(connection: sqlite3.Connection) -> Learned:
    """What readers leave out, by outlet."""
    found: dict[str, set[str]] = {}
    for outlet, line in connection.execute("select outlet, line from learned where not struck").fetchall():
        found.setdefault(outlet, set()).add(line)
    return {outlet: frozenset(lines) for outlet, lines in found.items()}


def strike(connection: sqlite3.Connection, outlet: str, text: str, *, struck: bool) -> None:
    """Strike a line, which is then text again and never learned anew; or take it back."""
    asked = "update learned set struck = ? where outlet = ? and line = ?"
    if not connection.execute(asked, (int(struck), outlet, line_of(text))).rowcount:
        hint = "`digest furniture` lists what was"
        raise LibraryError(f'no such line was learned of {outlet}: "{text[:60]}"', hint=hint)


def _pages(connection: sqlite3.Connection, mark: int) -> int:
    """How many articles have the line, copies of one text counted once."""
    asked = "select article from line where line = ? limit ?"
    rows = [row[0] for row in connection.execute(asked, (mark, _MOST)).fetchall()]
    if len(rows) < 2:
        return len(rows)
    places = ",".join("?" * len(rows))
    copies = connection.execute(
        f"select count(distinct other) from relation where kind = 'copy' and one in ({places}) and other in ({places})",  # noqa: S608 - question marks only
        (*rows, *rows),
    ).fetchone()[0]
    return len(rows) - int(copies)


def _mark(outlet: str, line: str) -> int:
    return int.from_bytes(blake2b(f"{outlet}\0{line}".encode(), digest_size=8).digest(), "big", signed=True)
