"""A page taken apart: its elements, its paragraphs, the encoding it says it is in, and the report that it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

from digest.citing import Cited, Note, Report
from digest.citing.markers import locator
from digest.reports.html.elements import is_contents
from digest.reports.html.tokens import Token
from digest.reports.markup import Block
from digest.reports.markupsource import Source

__all__ = ["Document", "Element", "declared", "entity", "in_sequence", "of_pandoc", "report_of"]

_DECLARED = re.compile(rb"<meta[^>]{1,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")


@dataclass(slots=True, kw_only=True)
class Element:
    """An element that is open."""

    token: Token
    hidden: bool = False
    note: str = ""  # it holds the note of that name
    call: str = ""  # it calls the note of that name
    block: Block | None = None  # in which it is a citation or a link
    place: int = 0  # where in that block's text it begins
    piece: int = 0

    @property
    def name(self) -> str:
        """Its name."""
        return self.token.name

    @property
    def contents(self) -> bool:
        """Whether it lists what stands elsewhere."""
        return is_contents(self.token.name, self.token.given)


@dataclass(slots=True, kw_only=True)
class Document:
    """A source taken apart."""

    source: Source
    blocks: list[Block] = field(default_factory=list)
    calls: dict[str, tuple[Block, int, tuple[int, int]]] = field(default_factory=dict)
    regions: dict[str, tuple[int, int, dict[str, str]]] = field(default_factory=dict)  # our notes; the list of sources
    ends: dict[str, list[int]] = field(default_factory=dict)  # where main, article, body and html close
    language: str | None = None
    direction: str = ""
    foreign: int = 0  # notes of the report's own


def declared(data: bytes) -> str:
    """The codec that a page says it is in, by the names that browsers know."""
    match = _XML.match(data[:400]) or _DECLARED.search(data[:4096])
    if not match:
        return ""
    from webencodings import lookup

    found = lookup(match[1].decode("ascii", "replace"))
    if found is None or found.name.startswith("utf-16") or found.name == "x-user-defined":
        return ""
    return str(found.codec_info.name)


def entity(piece: str) -> int:
    """How many characters of this are a reference: old names need no semicolon, and words may go on behind them."""
    if piece[1:] in html5 or piece[1:2] == "#":
        return len(piece) if unescape(piece) != piece else 0
    return next((length for length in range(min(len(piece), 8), 2, -1) if piece[1:length] in html5), 0)


def of_pandoc(keys: str, shown: str) -> tuple[Cited, ...]:
    """The sources of a citation that pandoc wrote, with the locators that it shows."""
    names = keys.split()
    parts = shown.strip("()[] ").split(";")
    if len(parts) != len(names):
        parts = [""] * len(names)
    found = []
    for name, part in zip(names, parts, strict=True):
        tails = (part[match.start() :] for match in re.finditer(",", part))
        told_here = ((label, number) for label, number, rest in map(locator, tails) if number and not rest.strip())
        label, number = next(told_here, ("paragraph", ""))
        found.append(Cited(key=name, locator=number, label=label))
    return tuple(found)


def report_of(document: Document) -> Report:
    """The report that a document is."""
    breaks = [match.end() for match in re.finditer(r"\r\n|\r|\n", document.source.text)]
    places = {id(block): place for place, block in enumerate(document.blocks)}
    paragraphs = []
    for block in document.blocks:
        notes = [
            Note(place=place, part="footnote", first=places[id(inside[0])], last=places[id(inside[-1])])
            for place, inside in block.notes
        ]
        paragraphs.append(block.paragraph(bisect_right(breaks, block.span[0]) + 1, notes))
    listed = [place for place, one in enumerate(paragraphs) if one.kind == "bibliography"]
    region = document.regions.get("bibliography")
    ours = [place for place in listed if region and document.blocks[place].span == region[:2]]
    return Report(
        format="html",
        paragraphs=tuple(paragraphs),
        bibliography=next(iter(ours or listed), None),
        style=(region[2].get("data-style") or None) if region else None,
        locale=document.language,
        language=document.language,
    )


def in_sequence(document: Document, found: Sequence[Block]) -> None:
    """Put the paragraphs into a document, each followed by those of the notes that it calls."""
    notes: dict[str, list[Block]] = {}
    for block in found:
        if block.note:
            notes.setdefault(block.note, []).append(block)
    for block in found:
        if block.note:
            continue
        document.blocks.append(block)
        for place, start, end, label in block.calls:
            if label in document.calls:
                continue
            document.calls[label] = (block, place, (start, end))
            if label in notes:
                block.notes.append((place, notes[label]))
                document.blocks += notes[label]
    document.blocks += [one for label, inside in notes.items() if label not in document.calls for one in inside]
