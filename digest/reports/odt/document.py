"""A LibreOffice document opened: its parts with text, and all that a walk through them found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.citing import Citation, Link, Note, Paragraph, Report
from digest.citing.places import is_bibliography_marker
from digest.errors import ReadError
from digest.reports import zoterofields
from digest.reports.archives import Archive, member, open_archive
from digest.reports.dated import day_in
from digest.reports.odt.looks import Looks, looks_of
from digest.reports.odt.spots import Field, ListSpot, NoteSpot, Spot
from digest.reports.odt.state import Walk
from digest.reports.odt.tokens import NAMESPACES, Stream, opened
from digest.reports.odt.walking import walk

CONTENT, STYLES, META, MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
_META = f"{{{NAMESPACES['meta']}}}"
_DC = f"{{{NAMESPACES['dc']}}}"
_TOLD = (f"{_DC}language", f"{_DC}date", f"{_META}creation-date")
_PIECE = re.compile(r"(?P<name>.+)_(?P<number>\d{1,5})", re.S)
_NO_TEXT = " .\u00a0\ufffc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document and its report; `streams` are its content and, where it has them, its headers and footers."""

    archive: Archive | None
    streams: tuple[Stream, ...]
    meta: Stream | None
    looks: Looks
    spots: Sequence[Spot]
    lists: Sequence[ListSpot]
    notes: Sequence[NoteSpot]
    body: tuple[int, int]
    codes: Mapping[str, str]
    blocks: Mapping[int, int]  # where a list of items begins, from 1 → where it ends
    report: Report


def open_document(data: bytes, name: str) -> Document:
    """The document; ReadError where it is broken, locked, made to do harm, or no text of LibreOffice."""
    archive = None
    if data.startswith(b"PK"):
        archive = open_archive(data, name)
        parts = _parts(archive, name)
    else:
        parts = {CONTENT: data}
    streams = tuple(opened(parts[one], one, name) for one in (CONTENT, STYLES) if one in parts)
    meta = opened(parts[META], META, name) if META in parts else None if archive else streams[0]
    codes = _codes(meta)
    looks = looks_of(reversed(streams))
    walks = _walked(streams, looks, codes)
    if not walks[0].body:
        hint = "open it in LibreOffice and save it as .odt"
        raise ReadError("no text document of LibreOffice", where=name, hint=hint)
    spots, lists = walks[-1].spots, [held for one in walks for held in one.lists]
    for held in lists:
        for spot in spots[held.first : held.last + 1]:
            spot.fields = []  # it goes with its list
    for spot in spots:
        if is_bibliography_marker(spot.text):
            spot.kind = "bibliography"
    return Document(
        archive=archive,
        streams=streams,
        meta=meta,
        looks=looks,
        spots=spots,
        lists=lists,
        notes=sorted(walks[0].notes, key=lambda one: one.start),
        body=walks[0].body,
        codes=codes,
        blocks=walks[0].blocks,
        report=replace(
            _report(spots, lists, looks, _told(meta, codes)), notes=_notes(sum(one.broken for one in walks))
        ),
    )


def _parts(archive: Archive, name: str) -> dict[str, bytes]:
    hint = "open it in LibreOffice and save it as .odt"
    if MANIFEST in archive.members and b"encryption-data" in member(archive, MANIFEST):
        raise ReadError("locked by a password", where=name, hint="open it with its password, save a copy without one")
    if CONTENT not in archive.members:
        raise ReadError("no document of LibreOffice", where=name, hint=hint)
    return {one: member(archive, one) for one in (CONTENT, STYLES, META) if one in archive.members}


def _walked(streams: Sequence[Stream], looks: Looks, codes: Mapping[str, str]) -> list[Walk]:
    """One walk a part, all of them adding to the same paragraphs."""
    walks: list[Walk] = []
    spots: list[Spot] = []
    for number, stream in enumerate(streams):
        paged = 1 if not number and "soft-page-break" in stream.text else None
        walks.append(walk(Walk(stream=stream, number=number, looks=looks, codes=codes, spots=spots, page=paged)))
    return walks


def _properties(meta: Stream | None) -> dict[str, str]:
    root: Any = meta.root if meta else None
    found: dict[str, str] = {}
    for one in root.iter(f"{_META}user-defined") if root is not None else ():
        found[one.get(f"{_META}name") or ""] = one.text or ""
    return found


def _codes(meta: Stream | None) -> dict[str, str]:
    """The document's own properties that are kept in numbered pieces, put together, by name."""
    pieces: dict[str, dict[int, str]] = {}
    for name, value in _properties(meta).items():
        if name.startswith("ZOTERO_") and (found := _PIECE.fullmatch(name)):
            pieces.setdefault(found["name"], {})[int(found["number"])] = value
    return {name: "".join(value for _, value in sorted(told.items())) for name, told in pieces.items()}


def _told(meta: Stream | None, codes: Mapping[str, str]) -> dict[str, str | None]:
    style, locale, _ = zoterofields.told_in(codes.get(zoterofields.PREFERENCES.rstrip("_"), ""))
    root: Any = meta.root if meta else None
    texts = {str(one.tag): one.text for one in root.iter(*_TOLD)} if root is not None else {}
    written = texts.get(f"{_DC}date") or texts.get(f"{_META}creation-date")
    return {"style": style, "locale": locale, "language": texts.get(f"{_DC}language"), "written": written}


def _report(spots: Sequence[Spot], lists: Sequence[ListSpot], looks: Looks, told: Mapping[str, str | None]) -> Report:
    marked = (number for number, spot in enumerate(spots) if is_bibliography_marker(spot.text))
    listed = [held.first for held in lists if held.last >= held.first]
    return Report(
        format="odt",
        paragraphs=tuple(map(_paragraph, spots)),
        bibliography=next(iter((*listed, *marked)), None),
        style=told["style"],
        locale=told["locale"],
        language=looks.language or told["language"],
        written=day_in(told["written"]),
    )


def _notes(broken: int) -> tuple[str, ...]:
    """What could not be read, for a person."""
    several = "s" if broken > 1 else ""
    return (f"{broken} citation field{several} of another program without data that can be read",) if broken else ()


def _paragraph(spot: Spot) -> Paragraph:
    text = spot.text
    fields = outermost(spot.fields)
    citations = tuple(_citation(one, text) for one in fields)
    if spot.note and spot.note.first == spot.note.last and len(citations) == 1:
        only = citations[0]
        alone = text.strip(_NO_TEXT) == text[only.start : only.end].strip(_NO_TEXT)
        citations = (replace(only, alone=alone),)
    links = tuple(
        Link(start=start, end=end, url=url)
        for start, end, url, _, _ in spot.links
        if not any(one.start <= start and end <= one.end for one in fields)
    )
    return Paragraph(
        text=text,
        part=spot.part,
        kind=spot.kind,
        level=spot.level,
        page=spot.page,
        row=spot.row,
        citations=citations,
        links=links,
        notes=tuple(_called(one) for one in spot.notes),
        opaque=tuple(sorted(spot.opaque)),
    )


def outermost(fields: Sequence[Field]) -> list[Field]:
    """Fields in order, without those that stand within another."""
    found: list[Field] = []
    for one in sorted(fields, key=lambda one: (one.first, -one.last)):
        if not found or one.first >= found[-1].last:
            found.append(one)
    return found


def _citation(one: Field, text: str) -> Citation:
    shown = " ".join(one.code.shown.split())
    return Citation(
        start=one.start,
        end=one.end,
        sources=one.code.sources,
        origin=one.code.origin,
        identifier=one.code.identifier,
        edited=bool(shown) and shown != " ".join(text[one.start : one.end].split()),
    )


def _called(note: NoteSpot) -> Note:
    part = "endnote" if note.part == "endnote" else "footnote"
    return Note(place=note.place, part=part, first=note.first, last=note.last)  # type: ignore[arg-type]
