"""A text file in its encoding, and changes to it: all that no change touches keeps its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.errors import ReadError
from digest.readers.charsets import decode as guess

__all__ = ["SURROGATES", "Source", "Splice", "fitting", "merged", "read_source", "spliced"]

_LARGEST = 100_000_000  # bytes; a report with its pictures inside may be large
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of a file; `mark` is its byte order mark, and bytes that are no text are kept as lone surrogates."""

    text: str
    codec: str
    mark: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """What is to stand in place of the characters from `start` to `end` of a source."""

    start: int
    end: int
    text: str


def read_source(data: bytes, name: str, declared: str = "") -> Source:
    """The text of `data` such that writing it gives the same bytes; ReadError where no encoding does that."""
    if len(data) > _LARGEST:
        raise ReadError(f"larger than {_LARGEST // 1_000_000} MB", where=name, hint="take the pictures out of it")
    for mark, codec in _MARKS:
        if data.startswith(mark) and not data.startswith(b"\xff\xfe\0\0"):
            return _decoded(data[len(mark) :], codec, mark, name)
    codec = declared or guess(data)[1].removesuffix("-sig")
    return _decoded(data, codec, b"", name)


def _decoded(data: bytes, codec: str, mark: bytes, name: str) -> Source:
    for one in (codec, "utf-8"):
        errors = "surrogatepass" if one.startswith("utf-16") else "surrogateescape"
        try:
            text = data.decode(one, errors)
            if text.encode(one, errors) == data:
                return Source(text=text, codec=one, mark=mark)
        except (UnicodeError, LookupError):
            continue
    raise ReadError(f"its encoding, {codec}, cannot be kept as it is", where=name, hint="save it as UTF-8")


def spliced(source: Source, splices: Iterable[Splice]) -> bytes:
    """The bytes of `source` with the splices made."""
    errors = "surrogatepass" if source.codec.startswith("utf-16") else "surrogateescape"
    return source.mark + merged(source, splices).encode(source.codec, errors)


def merged(source: Source, splices: Iterable[Splice]) -> str:
    """The text of `source` with the splices made; one that lies within another is left out."""
    parts: list[str] = []
    done = 0
    for one in sorted(splices, key=lambda one: (one.start, one.end > one.start, -one.end)):
        if one.start < done:  # within another, or a removal that overlaps one
            done = done if one.text else max(done, one.end)
            continue
        parts += [source.text[done : one.start], fitting(one.text, source.codec)]
        done = one.end
    return "".join([*parts, source.text[done:]])


def fitting(text: str, codec: str) -> str:
    """`text` with what its encoding cannot hold as character references, which Markdown and HTML both read."""
    if codec.startswith("utf-") or _fits(text, codec):
        return text
    return "".join(c if _fits(c, codec) else f"&#{ord(c)};" for c in text)


def _fits(text: str, codec: str) -> bool:
    try:
        text.encode(codec, "surrogateescape")
    except UnicodeError:
        return False
    return True
