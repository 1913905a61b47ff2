"""Articles, blocks and bytes as the rows of the store hold them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import cast, get_args

from digest.csl import as_json, from_json
from digest.errors import LibraryError, ReadError
from digest.model import Article, Block, Kind

MOST_BYTES = 200_000_000
"""What a blob may unpack to: four times the largest page."""


def pack(data: bytes) -> bytes:
    """`data`, compressed."""
    return zlib.compress(data, 6)


def unpack(data: bytes) -> bytes:
    """The bytes of a blob; LibraryError where it is damaged, or would unpack to more than any page of ours."""
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise LibraryError("a damaged record", hint="restore the library from a copy or an export") from error
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise LibraryError("a damaged or enormous record", hint="restore the library from a copy or an export")
    return found


def pack_article(article: Article) -> bytes:
    """`article` as a blob."""
    return pack(json.dumps(as_json(article), ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpack_article(data: bytes) -> Article:
    """The article of a blob."""
    try:
        return article_of(json.loads(unpack(data)))
    except (ValueError, RecursionError, ReadError) as error:
        raise LibraryError("a damaged record", hint="restore the library from a copy or an export") from error


def skim_article(data: bytes) -> Article:
    """The article of a blob with nothing but its text and what names it."""
    try:
        record = json.loads(unpack(data))
        return from_json({name: record[name] for name in _NAMING if name in record})
    except (ValueError, TypeError, RecursionError, ReadError) as error:
        raise LibraryError("a damaged record", hint="restore the library from a copy or an export") from error


_NAMING = (
    "id", "type", "title", "author", "contributor", "container-title", "publisher", "section", "issued", "URL",
    "language", "other", "paragraphs",
)  # fmt: skip


def article_of(record: Mapping[str, object]) -> Article:
    """The article of a record; ReadError too where a quotation or section stands in paragraphs that it has not."""
    article = from_json(record)
    most = len(article.paragraphs)
    hint = "the record is left out; mend it and import it again"
    found = (("quotes", article.quotes), ("events", article.events))
    for name, number in ((name, entry.paragraph) for name, entries in found for entry in entries):
        if not 0 < number <= most:
            raise ReadError(f"{name}: there is no paragraph {number}", hint=hint)
    if any(number > most for entity in article.entities for number in entity.paragraphs):
        raise ReadError("entities: there are no such paragraphs", hint=hint)
    for heading in article.sections:
        if heading.first > most + 1 or heading.last > most:
            raise ReadError(f"sections: there are no paragraphs {heading.first} to {heading.last}", hint=hint)
    return article


def pack_blocks(blocks: Iterable[Block]) -> bytes:
    """The lines of a page as a blob."""
    return pack(json.dumps([_row(block) for block in blocks], ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpack_blocks(data: bytes) -> tuple[Block, ...]:
    """The lines of a page."""
    try:
        return tuple(_block(row) for row in json.loads(unpack(data)))
    except (ValueError, TypeError, RecursionError) as error:
        raise LibraryError("a damaged page", hint="restore the library from a copy or an export") from error


def _row(block: Block) -> list[object]:
    return [block.line, block.kind, block.rule, block.level, block.text, [list(link) for link in block.links]]


def _block(row: list[object]) -> Block:
    line, kind, rule, level, text, links = row
    if kind not in get_args(Kind):
        raise ValueError("no such kind")
    return Block(
        text=str(text),
        line=int(cast("int", line)),
        kind=cast("Kind", kind),
        level=None if level is None else int(cast("int", level)),
        links=tuple((str(words), str(url)) for words, url in cast("list[list[str]]", links)),
        rule=str(rule),
    )
