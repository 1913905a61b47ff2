"""Markdown as a report: its paragraphs in the order a reader meets them, each with its places in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

from digest.citing import Note, Report
from digest.citing.places import is_bibliography_marker
from digest.reports.dated import day_at_head
from digest.reports.markdown.blocks import Blocks, Leaf, blocks_of
from digest.reports.markdown.filling import fill
from digest.reports.markdown.flats import Flat, References
from digest.reports.markdown.lines import LINE
from digest.reports.markup import Block
from digest.reports.markupsource import Source, read_source

__all__ = ["Document", "document_of", "report_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source taken apart: its paragraphs in sequence, where each note is called, and all that was scanned."""

    source: Source
    blocks: tuple[Block, ...]
    calls: dict[str, tuple[Block, int, tuple[int, int]]]
    scanned: Blocks
    leaves: dict[int, Leaf]


def document_of(data: bytes, name: str) -> Document:
    """`data` taken apart."""
    source = read_source(data, name)
    scanned = blocks_of(source.text, plain=name.lower().endswith(".txt"))
    known = References(scanned.addresses, set(scanned.notes))
    leaves: dict[int, Leaf] = {}
    made = []
    for leaf in scanned.leaves:
        block = _block(leaf, source.text, known)
        leaves[id(block)] = leaf
        made.append(block)
    calls: dict[str, tuple[Block, int, tuple[int, int]]] = {}
    blocks = tuple(_sequence(made, calls))
    return Document(source=source, blocks=blocks, calls=calls, scanned=scanned, leaves=leaves)


def _block(leaf: Leaf, source: str, known: References) -> Block:
    block = Block(part=leaf.part, kind=leaf.kind, level=leaf.level)
    block.note = leaf.note
    block.span = (leaf.lines[0][0], leaf.lines[-1][1])
    if leaf.shape == "text":
        fill(block, Flat(source, leaf.lines), known)
        if is_bibliography_marker(source[slice(*block.span)]):
            block.kind = "bibliography"
        return block
    if leaf.shape == "list of sources":
        inside = source[slice(*block.span)]
        text = unescape(" ".join(inside.partition("-->")[2].rpartition("<!--")[0].split()))
        block.put(text, *block.span)
    else:
        for start, end in leaf.lines:
            if len(block):
                block.put("\n", block.ends[-1], start)
            block.run(source[start:end], start)
    block.opaque.append((0, len(block)))
    return block


def _sequence(made: list[Block], calls: dict[str, tuple[Block, int, tuple[int, int]]]) -> list[Block]:
    """The paragraphs, each followed by those of the notes it calls; notes never called stand where they are defined."""
    notes: dict[str, list[Block]] = {}
    for block in made:
        if block.note:
            notes.setdefault(block.note, []).append(block)
    found: list[Block] = []
    for block in made:
        if not block.note:
            _follow(block, notes, calls, found)
    for label, inside in notes.items():
        if label not in calls:
            for block in inside:
                _follow(block, notes, calls, found)
    return found


def _follow(
    block: Block,
    notes: dict[str, list[Block]],
    calls: dict[str, tuple[Block, int, tuple[int, int]]],
    found: list[Block],
) -> None:
    found.append(block)
    for place, start, end, label in block.calls:
        if label in notes and label not in calls and not block.note:
            calls[label] = (block, place, (start, end))
            block.notes.append((place, notes[label]))
    block.notes.sort(key=lambda one: one[0])
    for place, inside in block.notes:
        for one in inside:
            if not one.note:
                calls[_name(one)] = (block, place, one.span)
            found.append(one)


def _name(note: Block) -> str:
    """What a note that stands in the sentence itself is known by."""
    return f"^{note.span[0]}"


def report_of(document: Document) -> Report:
    """The report that a document is."""
    text = document.source.text
    breaks = [match.end() for match in LINE.finditer(text)]
    places = {id(block): place for place, block in enumerate(document.blocks)}
    paragraphs = []
    for block in document.blocks:
        notes = [
            Note(place=place, part="footnote", first=places[id(inside[0])], last=places[id(inside[-1])])
            for place, inside in block.notes
            if inside and id(inside[0]) in places  # a note in a note is read no further
        ]
        paragraphs.append(block.paragraph(bisect_right(breaks, block.span[0]) + 1, notes))
    told = (
        [f"{document.scanned.tables} tables drawn with blanks are left as they are"] if document.scanned.tables else []
    )
    return Report(
        format="markdown",
        paragraphs=tuple(paragraphs),
        bibliography=bibliography_of(document),
        style=document.scanned.style,
        locale=document.scanned.language,
        language=document.scanned.language,
        written=day_at_head(text),
        notes=tuple(told),
    )


def bibliography_of(document: Document) -> int | None:
    """The place of the list of sources among the paragraphs: one we wrote rather than a marker."""
    here = [place for place, block in enumerate(document.blocks) if block.kind == "bibliography"]
    ours = (place for place in here if _shape(document, place) == "list of sources")
    return next(ours, here[0] if here else None)


def _shape(document: Document, place: int) -> str:
    leaf = document.leaves.get(id(document.blocks[place]))
    return leaf.shape if leaf else ""
