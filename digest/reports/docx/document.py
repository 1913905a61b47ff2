"""A Word document opened: its stories in a reader's order, each paragraph with the citations that fields hold there.

The reader and the writer open it by this one function, so that a place means the same to both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Literal

from digest.citing.nouns import Part
from digest.reports.docx.citations import Here, Holds, holds_of
from digest.reports.docx.entries import LIST, marked
from digest.reports.docx.fields import Block, blocks
from digest.reports.docx.package import (
    Package,
    open_package,
    parsed,
    part,
    relationship_of,
    relationships,
)
from digest.reports.docx.story import strips
from digest.reports.docx.tags import W, local, value
from digest.reports.docx.wordrecords import word_records

# A strict document names the same elements in namespaces of its own (ECMA-376 part 1, annex A).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
NoteKind = Literal["footnote", "endnote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A paragraph of the report: its block, the part of the package it stands in, and the note it belongs to.

    `called` are the notes its text calls: the place in the text, the call's element, and their paragraphs.
    """

    block: Block
    place: Part
    file: str
    holds: Holds
    note: Any = None
    called: list[tuple[int, NoteKind, Any, int, int]] = field(default_factory=list)
    owner: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The package, the roots of its stories by part, and the paragraphs in the report's order."""

    package: Package
    roots: dict[str, Any]
    spots: list[Spot]
    notes: dict[NoteKind, str]
    strict: bool = False


@dataclass(frozen=True, slots=True)
class _Opening:
    """What is needed while the stories are gathered."""

    document: Document
    here: Mapping[str, Here]
    found: Mapping[tuple[NoteKind, str], Any]
    ours: Mapping[Any, Any]  # paragraphs of a list of sources that no field holds
    used: set[tuple[NoteKind, str]] = field(default_factory=set)


def open_document(data: bytes, name: str) -> Document:
    """The document; ReadError where it is broken."""
    package = open_package(data, name)
    main = part(package, package.main) or b""
    strict = _STRICT[0][0] in main[:10_000]
    roots = {package.main: root_of_story(package, package.main)}
    notes: dict[NoteKind, str] = {}
    found: dict[tuple[NoteKind, str], Any] = {}
    for kind in ("footnote", "endnote"):
        file = relationship_of(package, package.main, f"{kind}s")
        if file and file not in roots:
            notes[kind] = file
            roots[file] = root_of_story(package, file)
            found |= {(kind, value(one, "id")): one for one in roots[file] if local(one) == kind}
    margins = [one for one in relationships(package, package.main) if one.kind in ("header", "footer")]
    known = {*package.names} - {*roots}  # no part is two stories
    margins = [*{one.target: one for one in margins if not one.external and one.target in known}.values()]
    roots |= {one.target: root_of_story(package, one.target) for one in margins}
    document = Document(package=package, roots=roots, spots=[], notes=notes, strict=strict)
    records = word_records(package)
    bookmarks = custom_properties(package)
    here = {file: Here(_addresses(package, file), records, bookmarks) for file in roots}
    body = next((one for one in roots[package.main] if local(one) == "body"), ())
    names = [LIST, *islice(_lists_in(bookmarks), 5)]
    ours = {} if body == () else {one: one for name in names for one in marked(body, name)}
    opening = _Opening(document, here, found, ours)
    _gather(body, "body", package.main, opening)
    for one in margins:
        _gather(roots[one.target], "header" if one.kind == "header" else "footer", one.target, opening)
    return document


def root_of_story(package: Package, file: str) -> Any:
    """The root of a part that holds text; a strict one under the names that others have."""
    data = part(package, file) or b""
    if _STRICT[0][0] in data[:10_000]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return parsed(data, f"{package.name}: {file}")


def in_strict_names(data: bytes) -> bytes:
    """A part under the names that a strict document has."""
    for strict, usual in _STRICT:
        data = data.replace(usual, strict)
    return data


def _addresses(package: Package, file: str) -> dict[str, str]:
    """Where the links of a part lead, by the identifier of their relationship."""
    return {one.identifier: one.target for one in relationships(package, file) if one.kind == "hyperlink"}


def custom_properties(package: Package) -> dict[str, str]:
    """The document's custom properties that hold text."""
    file = relationship_of(package, "", "custom-properties")
    if not file:
        return {}
    root = parsed(part(package, file) or b"", f"{package.name}: {file}")
    return {str(one.get("name", "")): "".join(one.itertext()) for one in root if isinstance(one.tag, str)}


def _lists_in(properties: Mapping[str, str]) -> Iterator[str]:
    """The bookmarks that Zotero keeps a list of sources in."""
    for name, code in properties.items():
        if re.fullmatch(r"ZOTERO_BREF_\w{1,40}_1", name) and re.match(r"(?:ADDIN )?\s*ZOTERO_BIBL\b", code.lstrip()):
            yield name.removesuffix("_1")


def _gather(container: Any, place: Part, file: str, opening: _Opening) -> None:
    """Add the paragraphs of a story, each followed by its notes and its text boxes."""
    for block in blocks([*strips(container, place)]):
        _add(block, file, opening)


def _add(block: Block, file: str, opening: _Opening, note: tuple[Any, int] | None = None) -> None:
    spots = opening.document.spots
    holds = holds_of(block, opening.here[file])
    if block.strip.element in opening.ours:
        holds = replace(holds, listed=LIST)
    owner = None if note is None else note[1]
    spot = Spot(
        block=block,
        place=block.strip.place,
        file=file,
        holds=holds,
        note=None if note is None else note[0],
        owner=owner,
    )
    mine = len(spots)
    spots.append(spot)
    for place, kind, call in _calls(block):
        key = (kind, value(call, "id"))
        inside = opening.found.get(key)
        if inside is None or key in opening.used or note is not None:
            continue
        opening.used.add(key)
        first = len(spots)
        for one in blocks([*strips(inside, kind)]):
            _add(one, opening.document.notes[kind], opening, (inside, mine))
        if len(spots) > first:
            spot.called.append((place, kind, call, first, len(spots) - 1))
    for box in block.strip.boxes:
        _gather(box, "box", file, opening)


def _calls(block: Block) -> Iterator[tuple[int, NoteKind, Any]]:
    for event, start, end in zip(block.events, block.starts, block.starts[1:], strict=False):
        if event.what == "note" and end > start:
            yield start, "footnote" if local(event.element) == "footnoteReference" else "endnote", event.element
