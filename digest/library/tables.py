"""The rows of the store: one function a change, so that record, fingerprints and index never part."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from digest.addresses import identity
from digest.duplicates import prints
from digest.library import alike, learning
from digest.library.rows import pack, pack_article, pack_blocks, unpack, unpack_article, unpack_blocks
from digest.library.search import COLUMNS, index_of
from digest.model import Article, Block, Date, Page, Source

_COLUMNS = ", ".join(COLUMNS)
_PLACES = ", ".join("?" * len(COLUMNS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A record as it stands in the library; `edited` names what a person set here."""

    id: int
    version: int
    edited: tuple[str, ...]
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article as one page gave it."""

    id: int
    page: int
    source: Source
    article: Article


def stored(connection: sqlite3.Connection, key: str) -> Stored | None:
    """The record of that citation key."""
    return _stored(connection, "key", key.encode("utf-8", "replace").decode())


def stored_row(connection: sqlite3.Connection, number: int) -> Stored | None:
    """The record of that row."""
    return _stored(connection, "id", number)


def _stored(connection: sqlite3.Connection, column: str, value: str | int) -> Stored | None:
    asked = f"select id, version, edited, record from article where {column} = ?"  # noqa: S608 - our own two names
    row = connection.execute(asked, (value,)).fetchone()
    if row is None:
        return None
    return Stored(id=row[0], version=row[1], edited=tuple(json.loads(row[2])), article=unpack_article(row[3]))


def fresh(table: str) -> str:
    """SQL for a row number that no row of the table has or had: one that was deleted may yet be put back."""
    kept = f"select cast(value as integer) from setting where name = 'last {table}'"  # noqa: S608 - our own tables
    return f"(select max(coalesce(max(id), 0), coalesce(({kept}), 0)) + 1 from {table})"  # noqa: S608 - as above


def next_row(connection: sqlite3.Connection, table: str) -> int:
    """A number for a new row of the table."""
    return int(connection.execute(f"select {fresh(table)}").fetchone()[0])


def insert(connection: sqlite3.Connection, article: Article, version: int = 1, edited: Sequence[str] = ()) -> int:
    """Store a new record and return its row."""
    number = next_row(connection, "article")
    asked = "insert into article (id, key, version, record, edited) values (?, ?, ?, x'', '[]')"
    connection.execute(asked, (number, article.id, version))
    _fill(connection, number, article, edited)
    put_text(connection, number, article)
    return number


def rewrite(
    connection: sqlite3.Connection, old: Stored, article: Article, edited: Sequence[str], *, reread: bool = False
) -> None:
    """Put `article` in the place of `old`; another text is a new version, and the old one is kept.

    `reread` says that the outlet's bytes are the same and only our reading of them is another.
    """
    changed = texts(old.article) != texts(article)
    if changed and texts(old.article):
        put_version(connection, old.id, old.version, old.article, reread=reread)
        connection.execute("update article set version = version + 1 where id = ?", (old.id,))
    if changed:
        drop_text(connection, old)
    unlist(connection, old)
    _fill(connection, old.id, article, edited)
    if changed:
        put_text(connection, old.id, article)


def delete(connection: sqlite3.Connection, old: Stored) -> None:
    """Take a record out; its keys are never given again."""
    connection.execute("insert or ignore into retired select key from alias where article = ?", (old.id,))
    connection.execute("insert or ignore into retired values (?)", (old.article.id,))
    take_out(connection, old)


def take_out(connection: sqlite3.Connection, old: Stored) -> None:
    """Delete the row of a record with all that hangs on it."""
    pages = connection.execute("select distinct page from reading where article = ?", (old.id,)).fetchall()
    unlist(connection, old)
    drop_text(connection, old)
    connection.execute("delete from article where id = ?", (old.id,))
    drop_unread_pages(connection, [row[0] for row in pages])


def drop_unread_pages(connection: sqlite3.Connection, pages: Iterable[int]) -> None:
    """Take out those of `pages` that no record rests on."""
    asked = "delete from page where id = ?1 and not exists (select 1 from reading where page = ?1)"
    connection.executemany(asked, [(page,) for page in pages])


def put_page(connection: sqlite3.Connection, page: Page, blocks: Sequence[Block]) -> tuple[int, str]:
    """The row and the name of the page with these bytes, stored or brought up to date."""
    source = page.source
    mark = digest_of(source.data)
    lines = pack_blocks(blocks)
    row = connection.execute("select id, name, url, blocks from page where digest = ?", (mark,)).fetchone()
    if row is None:
        accessed = str(source.accessed) if source.accessed else None
        origin = (source.name, _file(source.name), source.url, source.media_type, accessed)
        asked = (
            "insert into page (id, name, file, url, media_type, accessed, digest, data, blocks) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        number = next_row(connection, "page")
        connection.execute(asked, (number, *origin, mark, pack(source.data), lines))
        return number, source.name
    if (source.url or row[2], lines) != (row[2], row[3]):
        connection.execute("update page set url = ?, blocks = ? where id = ?", (source.url or row[2], lines, row[0]))
    return int(row[0]), str(row[1])


def digest_of(data: bytes) -> bytes:
    """What a page is known by, whatever its name."""
    return blake2b(data, digest_size=16).digest()


def put_version(
    connection: sqlite3.Connection, owner: int, number: int, article: Article, *, reread: bool = False
) -> None:
    """Keep a text that a later state, or a better reader's, replaced."""
    connection.execute("insert into version values (?, ?, ?)", (owner, number, pack_article(article)))
    if reread:
        connection.execute("insert or ignore into rereading values (?, ?)", (owner, number))


def put_reading(connection: sqlite3.Connection, owner: int, page: int, article: Article) -> None:
    """Store what a page gave of the record in the row `owner`."""
    number = next_row(connection, "reading")
    asked = "insert or replace into reading (id, article, page, line, record) values (?, ?, ?, ?, ?)"
    connection.execute(asked, (number, owner, page, article.lines[0], pack_article(article)))
    put_address(connection, owner, article.url)


def move_reading(connection: sqlite3.Connection, old: Reading, page: int, article: Article) -> None:
    """Put a later state of the same source in the place of an earlier one, in its order."""
    connection.execute("delete from reading where page = ? and line = ? and id <> ?", (page, article.lines[0], old.id))
    connection.execute(
        "update reading set page = ?, line = ?, record = ? where id = ?",
        (page, article.lines[0], pack_article(article), old.id),
    )
    row = connection.execute("select article from reading where id = ?", (old.id,)).fetchone()
    put_address(connection, row[0], article.url)
    drop_unread_pages(connection, [old.page])


def put_address(connection: sqlite3.Connection, owner: int, url: str | None) -> None:
    """Note that the record in the row `owner` stands at `url`."""
    if url:
        connection.execute("insert or ignore into address values (?, ?)", (identity(url), owner))


def readings(connection: sqlite3.Connection, owner: int) -> tuple[Reading, ...]:
    """What each page gave of the record in the row `owner`, those with a text first, then first come first.

    Without the pages' bytes.
    """
    asked = (
        "select reading.id, page.id, page.name, page.url, reading.record from reading join page on page.id = page "
        "where article = ? order by reading.id"
    )
    found = (
        Reading(
            id=row[0], page=row[1], source=Source(name=row[2], data=b"", url=row[3]), article=unpack_article(row[4])
        )
        for row in connection.execute(asked, (owner,)).fetchall()
    )
    return tuple(sorted(found, key=lambda reading: not reading.article.paragraphs))


def of_source(connection: sqlite3.Connection, page: int, name: str, url: str | None) -> list[int]:
    """The rows of the records that rest on the page in that row, or on an earlier state of it."""
    asked = (
        "select distinct article, name, page.id, url from reading join page on page.id = page "
        "where page.id = ? or file = ? or url = ? order by article"
    )
    found = connection.execute(asked, (page, _file(name), url)).fetchall()
    rows = [row[0] for row in found if row[2] == page or (url and row[3] == url) or same_name(row[1], name)]
    return list(dict.fromkeys([*rows, *at_address(connection, url)]))


def at_address(connection: sqlite3.Connection, url: str | None) -> list[int]:
    """The rows of the records that stand at `url`."""
    if not url:
        return []
    asked = "select article from address where identity = ? order by article"
    return [row[0] for row in connection.execute(asked, (identity(url),)).fetchall()]


def known_texts(connection: sqlite3.Connection, owner: int) -> list[tuple[str, ...]]:
    """The earlier texts of a record."""
    found = connection.execute("select record from version where article = ? order by number", (owner,)).fetchall()
    return [texts(unpack_article(row[0])) for row in found]


def same_name(one: str, other: str) -> bool:
    """Whether two paths may be of one file, seen from two folders; what came through a pipe has no name."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return one != "-" and (longer == shorter or longer.endswith("/" + shorter))


def page(connection: sqlite3.Connection, number: int) -> tuple[Source, tuple[Block, ...]]:
    """A page's bytes, and its lines with what each was taken for."""
    asked = "select name, url, media_type, accessed, data, blocks from page where id = ?"
    name, url, media_type, accessed, data, blocks = connection.execute(asked, (number,)).fetchone()
    read_on = Date(edtf=accessed) if accessed else None
    source = Source(name=name, url=url, media_type=media_type, accessed=read_on, data=unpack(data))
    return source, unpack_blocks(blocks)


def texts(article: Article) -> tuple[str, ...]:
    """What `para. N` counts."""
    return tuple(block.text for block in article.paragraphs)


def _file(name: str) -> str:
    return name.rpartition("/")[2]


def put_text(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Store what the text of a record is met again by."""
    connection.executemany(
        "insert into paragraph values (?, ?, ?)", [(mark, number, words) for mark, words in prints(article).items()]
    )
    alike.index(connection, number, article)
    learning.note(connection, number, article)


def drop_text(connection: sqlite3.Connection, old: Stored) -> None:
    """Forget what the text of a record is met again by."""
    connection.execute("delete from paragraph where article = ?", (old.id,))
    alike.unindex(connection, old.id, old.article)
    learning.forget(connection, old.id, old.article)


def list_words(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Put a record into the index of words."""
    connection.execute(f"insert into words (rowid, {_COLUMNS}) values (?, {_PLACES})", (number, *index_of(article)))  # noqa: S608 - our own columns
    names = ((who, form) for who in article.entities for form in (who.name, *who.forms))
    connection.executemany(
        "insert or ignore into spelling values (?, ?, ?, ?)",
        [(number, form, who.name, who.kind) for who, form in names],
    )
    decided = (name.removeprefix("keyword:") for name in article.fixed if name.startswith(("keyword:+", "keyword:-")))
    asked = "insert or replace into decision values (?, ?, ?)"
    connection.executemany(asked, [(said[1:], number, int(said[0] == "+")) for said in decided])


def unlist(connection: sqlite3.Connection, old: Stored) -> None:
    """Take a record out of the index of words."""
    # An index without contents is told what to forget: https://sqlite.org/fts5.html#the_delete_command
    forgotten = f"insert into words (words, rowid, {_COLUMNS}) values ('delete', ?, {_PLACES})"  # noqa: S608 - our own columns
    connection.execute(forgotten, (old.id, *index_of(old.article)))
    connection.execute("delete from spelling where article = ?", (old.id,))
    connection.execute("delete from decision where article = ?", (old.id,))


def _fill(connection: sqlite3.Connection, number: int, article: Article, edited: Sequence[str]) -> None:
    connection.execute(
        "update article set record = ?, edited = ?, first = ?, last = ? where id = ?",
        (pack_article(article), json.dumps(list(edited)), *_bounds(article), number),
    )
    list_words(connection, number, article)


def _bounds(article: Article) -> tuple[str | None, str | None]:
    issued = article.issued
    return (issued.first.isoformat(), issued.last.isoformat()) if issued else (None, None)
