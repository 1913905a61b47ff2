"""What a walk through a document finds, with its place in the XML: paragraphs, notes, fields, lists of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from digest.citing.nouns import Kind, Part
from digest.reports.odt.fields import Code
from digest.reports.odt.tokens import characters, plain

BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are shown, `at` their place in the paragraph; from `start` to `end` in the XML."""

    at: int
    size: int
    start: int
    end: int
    written: bool = False  # as text between tags, not as an element
    trimmed: bool = False  # blanks at its beginning are not shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A citation that is a field: what it covers of the paragraph's text, and of the XML, its marks included."""

    start: int
    end: int
    first: int
    last: int
    code: Code


@dataclass(slots=True, kw_only=True)
class NoteSpot:
    """A note: where it is called, its class, its paragraphs and its place in the XML."""

    caller: int
    place: int
    part: Part
    start: int
    end: int = 0
    first: int = 0
    last: int = -1


@dataclass(slots=True, kw_only=True)
class Spot:
    """A paragraph: `start` to `end` is its element, `inside` to `close` what stands between its tags."""

    stream: int
    start: int
    inside: int
    style: str = ""
    part: Part = "body"
    kind: Kind = "paragraph"
    level: int | None = None
    page: int | None = None
    row: int = 0
    close: int = 0
    end: int = 0
    empty: bool = False  # one tag
    heading: bool = False  # a heading that an earlier run of ours has set
    note: NoteSpot | None = None
    lists: int = 0  # where the outermost list begins that it stands in, from 1
    size: int = 0
    blank: bool = True  # whether a blank that follows is not shown
    texts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    links: list[tuple[int, int, str, int, int]] = field(default_factory=list)
    opaque: list[tuple[int, int]] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    notes: list[NoteSpot] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What a reader of the page sees."""
        return "".join(self.texts)

    def put(self, text: str, start: int, end: int) -> None:
        """Put characters that an element stands for."""
        self.pieces.append(Piece(self.size, len(text), start, end))
        self.texts.append(text)
        self.size += len(text)
        self.blank = False

    def write(self, source: str, start: int, end: int) -> None:
        """Put text that stands between tags: blanks in a row are one, and none at the beginning."""
        shown = BLANKS.sub(" ", plain(source))
        trimmed = self.blank
        self.blank = shown.endswith(" ")
        if trimmed and shown.startswith(" "):
            shown = shown[1:]
        if shown:
            self.pieces.append(Piece(self.size, len(shown), start, end, written=True, trimmed=trimmed))
            self.texts.append(shown)
            self.size += len(shown)
        elif not trimmed:
            self.blank = True


def places(piece: Piece, text: str) -> list[tuple[int, int]]:
    """Where each character of a piece stands in the XML's text: blanks in a row are one."""
    if not piece.written:
        return [(piece.start, piece.end)] * piece.size
    found = list(_shown(text[piece.start : piece.end], piece.start, trimmed=piece.trimmed))
    return found[: piece.size]


def _shown(source: str, start: int, *, trimmed: bool) -> Iterator[tuple[int, int]]:
    began: int | None = None
    ended = start
    leading = trimmed
    for character, first, last in characters(source, start):
        if character in " \t\r\n":
            began = first if began is None else began
            ended = last
            continue
        if began is not None and not leading:
            yield began, ended
        began, leading = None, False
        yield first, last
    if began is not None and not leading:
        yield began, ended


@dataclass(slots=True, kw_only=True)
class ListSpot:
    """A list of sources: its place in the XML, its paragraphs, and its name where it is ours or another program's.

    `title` is its own title, which is the report's; `style` that of its section.
    """

    stream: int
    start: int
    end: int = 0
    first: int = 0
    last: int = -1
    name: str = ""
    style: str = ""
    title: tuple[int, int] | None = None
