"""Plain text, as a browser's copy-all or a mail program leaves it: one block a line that is not blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from digest.errors import ReadError
from digest.model import Block, Page, Source
from digest.readers.charsets import decode, wide
from digest.readers.wrapping import is_wrapped, unwrap

BULLET = re.compile(r"[•●▪◦‣∙■►▶○⁃*\-]\s+(?=\S)|[•●▪◦‣∙■►▶○⁃](?=\w)")
"""What stands before a list item. A dash is none: in French and Russian it opens direct speech."""

RULE = re.compile(r"[-–—*=_~#•·.+ ]{3,}")
"""A line drawn across the page."""

_SPACES = re.compile(r"[\t\x0b\x0c\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_GAP = re.compile(" {40,}")  # no layout has wider ones, and whoever looks for the end of blanks looks often
_UNSEEN = re.compile(r"[\xad\u200b\u2060\ufeff]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_ILLEGAL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Not XML characters (https://www.w3.org/TR/xml/#charsets), or controls that no text needs."""

MOST_LINES = 50_000
"""Lines that are not blank; the longest page of a newspaper has hundreds."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x00"))
_SAMPLE = 65_536


def looks_like_text(data: bytes) -> bool:
    """Whether `data` can be a text: few control bytes, or the regular zeros of UTF-16.

    >>> looks_like_text(b"Stray \\x00 bytes happen."), looks_like_text(bytes(range(256)))
    (True, False)
    """
    sample = data[:_SAMPLE]
    if not sample or data.startswith((b"\xff\xfe", b"\xfe\xff")) or wide(data):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    zeros = sample.count(0)
    return controls <= len(sample) * 0.02 and zeros <= max(4, len(sample) * 0.05)


def read_text(source: Source) -> tuple[Page, ...]:
    """The page in a plain text; its lines are numbered as the file has them, cut at line feeds only."""
    text, encoding = decode(source.data)
    text, notes = clean(text)
    if encoding not in ("utf-8", "utf-8-sig"):
        notes = (f"read as {encoding}", *notes)
    lines = list(islice(_lines(text), MOST_LINES + 1))
    if len(lines) > MOST_LINES:
        hint = f"the limit is {MOST_LINES}: cut the file into pages"
        raise ReadError("too many lines", where=source.name, hint=hint)
    if is_wrapped(lines):
        lines, notes = unwrap(lines), (*notes, "lines of one width joined to paragraphs")
    blocks = tuple(_block(line, number) for number, line in lines)
    return (Page(source=source, blocks=blocks, notes=notes),)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, and their numbers, one by one: millions at once would fill the memory."""
    start = number = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        line = text[start:end]
        if line and not line.isspace():
            yield number, line
        start = end + 1


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without what must not be stored, and what was changed.

    Controls become U+FFFD; marks that turn the direction of writing and characters without width go;
    every kind of space becomes a plain one.

    >>> clean("Xi\\u202eJinping\\x00")
    ('XiJinping�', ('1 control character replaced', '1 mark of writing direction removed'))
    """
    text, illegal = _ILLEGAL.subn("\ufffd", text)
    text, turning = _TURNING.subn("", text)
    text = _GAP.sub(" " * 40, _SPACES.sub(" ", _UNSEEN.sub("", text)))
    counts = ((illegal, "control character{} replaced"), (turning, "mark{} of writing direction removed"))
    return text, tuple(f"{n} {what.format('s' if n > 1 else '')}" for n, what in counts if n)


def _block(line: str, number: int) -> Block:
    line = line.strip()
    bullet = BULLET.match(line)
    if bullet and not RULE.fullmatch(line):
        return Block(text=line[bullet.end() :], line=number, kind="list item", rule="a bullet before it")
    return Block(text=line, line=number)
