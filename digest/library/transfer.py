"""The whole library as CSL-JSON with its texts, and back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from digest.csl import as_json
from digest.errors import LibraryError, ReadError
from digest.library import alike, tables
from digest.library.adding import Added, add, tagged
from digest.library.keys import Taken, note_keys
from digest.library.renewing import renew
from digest.library.rows import article_of, pack_article, pack_blocks, unpack_article, unpack_blocks
from digest.model import Article, Date, Page, Source
from digest.themes import Theme

HISTORY = "digest"
"""The key of what CSL has no name for: a record's pages, readings, versions and edits."""
_LARGEST_PAGE = 50_000_000


def dump(connection: sqlite3.Connection) -> Iterator[dict[str, object]]:
    """Every record as an object; a page several records rest on is written with the first."""
    written: set[int] = set()
    for (number,) in connection.execute("select id from article order by id").fetchall():
        old = tables.stored_row(connection, number)
        if old:
            yield as_json(old.article) | {HISTORY: _history(connection, old, written)}


def load(
    connection: sqlite3.Connection, record: Mapping[str, object], name: str, themes: Sequence[Theme] | None
) -> Added:
    """Store one object of an export, inside the caller's transaction."""
    renew(connection)
    article = replace(article_of(record), analysis="")  # what a file says a text says is looked up in the text
    history = record.get(HISTORY)
    if not isinstance(history, Mapping):
        data = json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        source = Source(name=article.source or name, data=data, url=article.url)
        return add(connection, article, Page(source=source, blocks=()), (), themes)
    if not article.id:
        raise ReadError("a record without a usable citation key", where=name)
    old = tables.stored(connection, article.id)
    if old is None:
        return _restore(connection, tagged(article, themes), history)
    if tables.texts(old.article) == tables.texts(article):
        return Added(key=article.id, outcome="known", article=old.article)
    raise ReadError(f'"{article.id}" is another article here', where=name, hint="remove that one first to restore this")


def _history(connection: sqlite3.Connection, old: tables.Stored, written: set[int]) -> dict[str, object]:
    found = []
    for reading in tables.readings(connection, old.id):
        found.append({"record": as_json(reading.article), "page": _page(connection, reading.page, written)})
    asked = (
        "select number, record, exists (select 1 from rereading r where r.article = v.article and r.number = v.number) "
        "from version v where article = ? order by number"
    )
    earlier = connection.execute(asked, (old.id,)).fetchall()
    aliases = connection.execute("select key, record from alias where article = ? order by key", (old.id,)).fetchall()
    return {
        "version": old.version,
        "edited": list(old.edited),
        "readings": found,
        "versions": [[number, as_json(unpack_article(record)), bool(reread)] for number, record, reread in earlier],
        "aliases": [(as_json(unpack_article(record)) if record else {}) | {"id": key} for key, record in aliases],
        "decided": _decided(connection, old.id),
    }


def _decided(connection: sqlite3.Connection, row: int) -> list[list[object]]:
    """What a person said the record is to those written before it; links found by us are found again."""
    asked = (
        "select key, kind, theirs, mine from relation join article on article.id = one "
        "where other = ? and decided order by key"
    )
    return [list(found) for found in connection.execute(asked, (row,)).fetchall()]


def _page(connection: sqlite3.Connection, number: int, written: set[int]) -> dict[str, object]:
    source, blocks = tables.page(connection, number)
    mark = tables.digest_of(source.data).hex()
    if number in written:
        return {"digest": mark}
    written.add(number)
    data = b64encode(zlib.compress(source.data, 6)).decode("ascii")
    lines = b64encode(pack_blocks(blocks)).decode("ascii")
    known = {"media_type": source.media_type, "accessed": str(source.accessed) if source.accessed else None}
    told = {name: value for name, value in known.items() if value}
    return {"digest": mark, "name": source.name, "url": source.url, "data": data, "lines": lines, **told}


def _restore(connection: sqlite3.Connection, article: Article, history: Mapping[str, Any]) -> Added:
    try:
        edited = [str(name) for name in history["edited"]]
        readings = [(article_of(entry["record"]), entry["page"]) for entry in history["readings"]]
        versions = {_number(entry[0]): (article_of(entry[1]), entry[2:] == [True]) for entry in history["versions"]}
        owner = tables.insert(connection, article, _number(history["version"]), edited)
        for reading, page in readings:
            tables.put_reading(connection, owner, _restore_page(connection, page), reading)
        for record in history.get("aliases", ()):
            _restore_alias(connection, owner, record)
        for decision in history.get("decided", ()):
            _restore_decision(connection, owner, decision)
    except (KeyError, TypeError, ValueError, zlib.error, LibraryError) as error:
        raise ReadError(f'the history of "{article.id}" cannot be read', hint="was the export changed?") from error
    if not readings:
        raise ReadError(f'"{article.id}" comes from no page', hint="was the export changed?")
    for number, (earlier, reread) in versions.items():
        tables.put_version(connection, owner, number, earlier, reread=reread)
    return Added(key=article.id, outcome="new", article=article)


def _restore_alias(connection: sqlite3.Connection, owner: int, record: Mapping[str, Any]) -> None:
    """A key that was merged into the record, or was its own, unless a record of that key is here."""
    if set(record) == {"id"}:
        note_keys(connection, owner, [str(record["id"])])
        return
    was = article_of(record)
    if was.id and was.id not in Taken(connection):
        connection.execute("insert into alias values (?, ?, ?)", (was.id, owner, pack_article(was)))


def _restore_decision(connection: sqlite3.Connection, owner: int, decision: Sequence[Any]) -> None:
    """What a person said of the record and an earlier one, where that one is here."""
    key, kind, mine, theirs = decision
    if kind not in get_args(alike.Relation):
        raise ValueError("no such relation")
    other = tables.stored(connection, str(key))
    if other and other.id != owner:
        alike.put_relation(connection, (owner, other.id), kind, (float(mine), float(theirs)), decided=True)


def _number(value: object) -> int:
    if not isinstance(value, int) or not 0 < value < 2**31:
        raise ValueError("no number of a version")
    return value


def _restore_page(connection: sqlite3.Connection, page: Mapping[str, Any]) -> int:
    """The row of a page; one written with an earlier record is known by its digest."""
    if "data" not in page:
        row = connection.execute("select id from page where digest = ?", (bytes.fromhex(page["digest"]),)).fetchone()
        if row is None:
            raise ValueError("a page that came with no record")
        return int(row[0])
    url, media_type, accessed = (_text(page.get(name)) for name in ("url", "media_type", "accessed"))
    data = _inflate(b64decode(page["data"], validate=True))
    read_on = Date(edtf=accessed) if accessed else None
    source = Source(name=str(page["name"]), data=data, url=url, media_type=media_type, accessed=read_on)
    blocks = unpack_blocks(b64decode(page["lines"], validate=True))
    return tables.put_page(connection, Page(source=source, blocks=blocks), blocks)[0]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _inflate(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(data, _LARGEST_PAGE)
    if unpacking.unconsumed_tail:
        raise ValueError("a page larger than any we read")
    return found
