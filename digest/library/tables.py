"""The rows of the store: one function a change, so that record, fingerprints and index never part."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from digest.duplicates import prints
from digest.library.rows import pack, pack_article, pack_blocks, unpack, unpack_article, unpack_blocks
from digest.library.search import index_of
from digest.model import Article, Block, Date, Page, Source


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


def insert(connection: sqlite3.Connection, article: Article, version: int = 1, edited: Sequence[str] = ()) -> int:
    """Store a new record and return its row."""
    row = connection.execute(
        "insert into article (key, version, record, edited) values (?, ?, x'', '[]')", (article.id, version)
    ).lastrowid
    number = int(row or 0)
    _fill(connection, number, article, edited)
    return number


def rewrite(connection: sqlite3.Connection, old: Stored, article: Article, edited: Sequence[str]) -> None:
    """Put `article` in the place of `old`; another text is a new version, and the old one is kept."""
    if texts(old.article) != texts(article):
        put_version(connection, old.id, old.version, old.article)
        connection.execute("update article set version = version + 1 where id = ?", (old.id,))
    _unindex(connection, old)
    _fill(connection, old.id, article, edited)


def delete(connection: sqlite3.Connection, old: Stored) -> None:
    """Take a record out; its key is never given again."""
    _unindex(connection, old)
    connection.execute("insert or ignore into retired values (?)", (old.article.id,))
    connection.execute("delete from article where id = ?", (old.id,))
    drop_unread_pages(connection)


def drop_unread_pages(connection: sqlite3.Connection) -> None:
    """Take out the pages that no record rests on."""
    connection.execute("delete from page where id not in (select page from reading)")


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
            "insert into page (name, file, url, media_type, accessed, digest, data, blocks) values (?,?,?,?,?,?,?,?)"
        )
        values = (*origin, mark, pack(source.data), lines)
        added = connection.execute(asked, values)
        return int(added.lastrowid or 0), source.name
    if (source.url or row[2], lines) != (row[2], row[3]):
        connection.execute("update page set url = ?, blocks = ? where id = ?", (source.url or row[2], lines, row[0]))
    return int(row[0]), str(row[1])


def digest_of(data: bytes) -> bytes:
    """What a page is known by, whatever its name."""
    return blake2b(data, digest_size=16).digest()


def put_version(connection: sqlite3.Connection, owner: int, number: int, article: Article) -> None:
    """Keep a text that a later state replaced."""
    connection.execute("insert into version values (?, ?, ?)", (owner, number, pack_article(article)))


def put_reading(connection: sqlite3.Connection, owner: int, page: int, article: Article) -> None:
    """Store what a page gave of the record in the row `owner`."""
    values = (owner, page, article.lines[0], pack_article(article))
    connection.execute("insert or replace into reading (article, page, line, record) values (?, ?, ?, ?)", values)


def move_reading(connection: sqlite3.Connection, old: Reading, page: int, article: Article) -> None:
    """Put a later state of the same source in the place of an earlier one, in its order."""
    connection.execute("delete from reading where page = ? and line = ? and id <> ?", (page, article.lines[0], old.id))
    connection.execute(
        "update reading set page = ?, line = ?, record = ? where id = ?",
        (page, article.lines[0], pack_article(article), old.id),
    )
    drop_unread_pages(connection)


def readings(connection: sqlite3.Connection, owner: int) -> tuple[Reading, ...]:
    """What each page gave of the record in the row `owner`, first come first; without the pages' bytes."""
    asked = (
        "select reading.id, page.id, page.name, page.url, reading.record from reading join page on page.id = page "
        "where article = ? order by reading.id"
    )
    return tuple(
        Reading(
            id=row[0], page=row[1], source=Source(name=row[2], data=b"", url=row[3]), article=unpack_article(row[4])
        )
        for row in connection.execute(asked, (owner,)).fetchall()
    )


def of_source(connection: sqlite3.Connection, page: int, name: str, url: str | None) -> list[int]:
    """The rows of the records that rest on the page in that row, or on an earlier state of it."""
    asked = (
        "select distinct article, name, page.id, url from reading join page on page.id = page "
        "where page.id = ? or file = ? or url = ? order by article"
    )
    found = connection.execute(asked, (page, _file(name), url)).fetchall()
    rows = (row for row in found if row[2] == page or (url and row[3] == url) or same_name(row[1], name))
    return list(dict.fromkeys(row[0] for row in rows))


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


def _fill(connection: sqlite3.Connection, number: int, article: Article, edited: Sequence[str]) -> None:
    connection.execute(
        "update article set record = ?, edited = ?, first = ?, last = ? where id = ?",
        (pack_article(article), json.dumps(list(edited)), *_bounds(article), number),
    )
    connection.execute("delete from paragraph where article = ?", (number,))
    connection.executemany(
        "insert into paragraph values (?, ?, ?)", [(mark, number, words) for mark, words in prints(article).items()]
    )
    connection.execute("insert into words (rowid, title, body) values (?, ?, ?)", (number, *index_of(article)))


def _unindex(connection: sqlite3.Connection, old: Stored) -> None:
    # An index without contents is told what to forget: https://sqlite.org/fts5.html#the_delete_command
    connection.execute(
        "insert into words (words, rowid, title, body) values ('delete', ?, ?, ?)", (old.id, *index_of(old.article))
    )


def _bounds(article: Article) -> tuple[str | None, str | None]:
    issued = article.issued
    return (issued.first.isoformat(), issued.last.isoformat()) if issued else (None, None)
