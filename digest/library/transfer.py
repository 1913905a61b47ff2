"""The whole library as CSL-JSON with its texts, and back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from digest.csl import as_json
from digest.errors import LibraryError, ReadError
from digest.library import tables
from digest.library.adding import Added, add, tagged
from digest.library.rows import article_of, pack_blocks, unpack_article, unpack_blocks
from digest.model import Article, Page, Source
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
    article = article_of(record)
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
    earlier = connection.execute("select number, record from version where article = ? order by number", (old.id,))
    return {
        "version": old.version,
        "edited": list(old.edited),
        "readings": found,
        "versions": [[number, as_json(unpack_article(record))] for number, record in earlier.fetchall()],
    }


def _page(connection: sqlite3.Connection, number: int, written: set[int]) -> dict[str, object]:
    source, blocks = tables.page(connection, number)
    mark = tables.digest_of(source.data).hex()
    if number in written:
        return {"digest": mark}
    written.add(number)
    data = b64encode(zlib.compress(source.data, 6)).decode("ascii")
    lines = b64encode(pack_blocks(blocks)).decode("ascii")
    return {"digest": mark, "name": source.name, "url": source.url, "data": data, "lines": lines}


def _restore(connection: sqlite3.Connection, article: Article, history: Mapping[str, Any]) -> Added:
    try:
        edited = [str(name) for name in history["edited"]]
        readings = [(article_of(entry["record"]), entry["page"]) for entry in history["readings"]]
        versions = {_number(number): article_of(record) for number, record in history["versions"]}
        owner = tables.insert(connection, article, _number(history["version"]), edited)
        for reading, page in readings:
            tables.put_reading(connection, owner, _restore_page(connection, page), reading)
    except (KeyError, TypeError, ValueError, zlib.error, LibraryError) as error:
        raise ReadError(f'the history of "{article.id}" cannot be read', hint="was the export changed?") from error
    if not readings:
        raise ReadError(f'"{article.id}" comes from no page', hint="was the export changed?")
    for number, earlier in versions.items():
        tables.put_version(connection, owner, number, earlier)
    return Added(key=article.id, outcome="new", article=article)


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
    url = page.get("url")
    data = _inflate(b64decode(page["data"], validate=True))
    source = Source(name=str(page["name"]), data=data, url=None if url is None else str(url))
    blocks = unpack_blocks(b64decode(page["lines"], validate=True))
    return tables.put_page(connection, Page(source=source, blocks=blocks), blocks)[0]


def _inflate(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(data, _LARGEST_PAGE)
    if unpacking.unconsumed_tail:
        raise ValueError("a page larger than any we read")
    return found
