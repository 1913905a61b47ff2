"""Web archives (WARC, ISO 28500), record by record from a stream, so that their size is no matter.

Read by ourselves: gzip is in the standard library, and every length in an archive is a stranger's word to be bounded.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from digest.errors import ReadError
from digest.model import Date, Page, Source
from digest.readers.html import read_html
from digest.readers.sniffing import sniff
from digest.readers.text import read_text

LARGEST = 20_000_000
"""Bytes of one record, as it lies in the archive and unpacked."""

_LINE = 65_536
_MOST_HEADERS = 500
_PIECE = 262_144
_BETWEEN = 10_000  # lines that may stand between two records; a well made archive has two
_GZIP = b"\x1f\x8b"
_PAGES = ("text/html", "application/xhtml+xml", "application/pdf")
_VERSION = re.compile(rb"WARC/\d\.\d{1,2}\s*$")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b")
_SKIPPED = {
    "warcinfo": "says how the archive was made",
    "request": "a request",
    "metadata": "metadata",
    "revisit": "the same as an earlier record",
    "continuation": "a later part of a record",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record of an archive: the page in it, or why there is none; `lost` where it should have been one."""

    name: str
    source: Source | None = None
    reason: str = ""
    lost: bool = False


def records(stream: BinaryIO, name: str) -> Iterator[Record]:
    """Every record of an archive; after a damaged one nothing can be found any more, and the last says so."""
    buffered = io.BufferedReader(cast("io.RawIOBase", stream))
    opened = cast("BinaryIO", gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == _GZIP else buffered)
    number = 0
    try:
        while _begins(opened):
            number += 1
            yield _record(opened, f"{name}#{number}")
    except (EOFError, OSError, zlib.error, ReadError, ValueError) as error:
        reason = error.what if isinstance(error, ReadError) else "cut off or damaged here"
        yield Record(name=f"{name}#{number}", reason=f"{reason}; what stands before it was read", lost=True)


def read_warc(source: Source) -> tuple[Page, ...]:
    """The page of every response in an archive that is held in memory."""
    pages: list[Page] = []
    lost: list[str] = []
    for record in records(io.BytesIO(source.data), source.name):
        if record.source is None:
            lost += [f"{record.name}: {record.reason}"] * record.lost
            continue
        reader = read_html if sniff(record.source) == "text/html" else read_text
        try:
            pages += reader(record.source)
        except ReadError as error:
            lost.append(f"{record.name}: {error.what}")
    if not pages:
        raise ReadError("a web archive without a page", where=source.name, hint=lost[0] if lost else "")
    return (replace(pages[0], notes=(*pages[0].notes, *lost[:100])), *pages[1:])


def _begins(stream: BinaryIO) -> bool:
    """Whether one more record begins here; ReadError where something else does."""
    for _ in range(_BETWEEN):
        line = stream.readline(_LINE)
        if not line:
            return False
        if line.strip():
            if _VERSION.match(line):
                return True
            break
    raise ReadError("no record begins where one should")


def _headers(stream: BinaryIO) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LINE)
        if not line.strip():
            return found
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    raise ReadError("a record with too many headers")


def _record(stream: BinaryIO, name: str) -> Record:
    headers = _headers(stream)
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit() or len(length) > 15:
        raise ReadError("a record that does not say its length")
    size = int(length)
    kind = headers.get("warc-type", "").lower()
    if kind not in ("response", "resource", "conversion") or size > LARGEST:
        _skip(stream, size)
        if kind in ("response", "resource", "conversion"):
            return Record(name=name, reason=f"larger than {LARGEST // 1_000_000} MB", lost=True)
        return Record(name=name, reason=_SKIPPED.get(kind, f"a record of the kind {kind[:40]!r}"))
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    url = headers.get("warc-target-uri", "").strip("<>")
    source = Source(name=name, data=data, url=url or None, accessed=_day(headers.get("warc-date", "")))
    if kind == "response" and headers.get("content-type", "").lower().startswith("application/http"):
        return _answered(source)
    return _page(source, headers.get("content-type", ""), {"text/plain"} if kind == "conversion" else set())


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0:
        piece = stream.read(min(size, _PIECE))
        if not piece:
            raise EOFError
        size -= len(piece)


def _answered(source: Source) -> Record:
    """The page in what a server answered."""
    stream = io.BytesIO(source.data)
    status = _STATUS.match(stream.readline(_LINE))
    if not status or status[1] != b"200":
        return Record(
            name=source.name, reason=f"status {status[1].decode()}" if status else "no answer of a web server"
        )
    headers = _headers(stream)
    data = stream.read()
    if "chunked" in headers.get("transfer-encoding", "").lower():
        data = _unchunked(data)
    unpacked = _unpacked(data, headers.get("content-encoding", "").strip().lower())
    if unpacked is None:
        return Record(name=source.name, reason="packed in a way that cannot be undone, or too large", lost=True)
    return _page(replace(source, data=unpacked), headers.get("content-type", ""), set())


def _page(source: Source, media_type: str, also: set[str]) -> Record:
    bare = media_type.partition(";")[0].strip().lower()
    if bare not in _PAGES and bare not in also:
        return Record(name=source.name, reason=f"no page but {bare[:60] or 'bytes of no stated type'}")
    if not (source.url or "").lower().startswith(("http://", "https://")):
        return Record(name=source.name, reason="no page of the web")
    return Record(name=source.name, source=replace(source, media_type=media_type[:200]))


def _unchunked(data: bytes) -> bytes:
    """`data` out of its chunks; archives that have undone them already keep the header (as some crawlers do)."""
    out, at = bytearray(), 0
    while match := _CHUNK.match(data, at):
        size = int(match[1], 16)
        out += data[match.end() : match.end() + size]
        at = match.end() + size
        if size == 0:
            break
    return bytes(out) if at else data


_CHUNK = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]{0,200})?\r?\n")
_UNPACKERS: Mapping[str, tuple[int, ...]] = {
    "gzip": (31,),
    "x-gzip": (31,),
    "deflate": (15, -15),  # zlib by the book, raw by habit
}


def _unpacked(data: bytes, encoding: str) -> bytes | None:
    if encoding in ("", "identity"):
        return data
    for window in _UNPACKERS.get(encoding, ()):
        unpacker = zlib.decompressobj(window)
        try:
            found = unpacker.decompress(data, LARGEST + 1)
        except zlib.error:
            continue
        return found if len(found) <= LARGEST else None
    return data if encoding in _UNPACKERS and data.lstrip()[:1] == b"<" else None  # undone already


def _day(stated: str) -> Date | None:
    try:
        return Date(edtf=stated[:10])
    except ValueError:
        return None
