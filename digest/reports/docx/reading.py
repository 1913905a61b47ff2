"""A Word document as a report: its paragraphs in a reader's order, with their citations, links and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from digest.citing import Link, Note, Paragraph, Report
from digest.citing.places import is_bibliography_marker
from digest.reports.dated import day_in
from digest.reports.docx.document import Document, Spot, custom_properties, open_document, root_of_story
from digest.reports.docx.outline import Known, Outline, kind_of, language_of, outline_of
from digest.reports.docx.package import Package, relationship_of
from digest.reports.docx.tags import W, child, value
from digest.reports.zoterofields import PREFERENCES, told_in

_GOOGLE = "https://www.zotero.org/google-docs/"
_ONLINE = (
    "citations of Zotero's in Google Docs have their data there alone: choose Switch word processors in Zotero's menu"
    " there, and give the document that it makes"
)
_BROKEN = "a citation of another program goes over several paragraphs and is left as it is"


@dataclass(frozen=True, slots=True)
class _Kinds:
    outline: Outline
    pages: dict[int, int]
    rows: dict[Any, int] = field(default_factory=dict)


def read_document(data: bytes, name: str) -> Report:
    """The report in a Word document; ReadError where it is broken."""
    document = open_document(data, name)
    styles = _part(document.package, "styles")
    settings = _part(document.package, "settings")
    kinds = _Kinds(outline_of(styles), pages_of(document))
    paragraphs = [_paragraph(place, spot, kinds) for place, spot in enumerate(document.spots)]
    for spot in document.spots:  # a note of several paragraphs holds more than its citation
        if any(last > first for _, _, _, first, last in spot.called):
            _not_alone(spot, paragraphs)
    style, locale = preferences_of(document.package)
    return Report(
        format="docx",
        paragraphs=tuple(paragraphs),
        bibliography=bibliography_place(document),
        style=style,
        locale=locale,
        language=language_of(_tongues(document), styles, settings),
        written=_written(document.package),
        notes=tuple(_notes(document)),
    )


def _written(package: Package) -> date | None:
    """The day on which the document was last saved, else made."""
    file = relationship_of(package, "", "core-properties")
    root = root_of_story(package, file) if file else None
    told = {str(one.tag).rpartition("}")[2]: one.text for one in root} if root is not None else {}
    return day_in(told.get("modified")) or day_in(told.get("created"))


def _tongues(document: Document) -> Counter[str]:
    """How many characters of the body are marked with each language."""
    counted: Counter[str] = Counter()
    for spot in document.spots:
        for event in spot.block.events:
            if event.what == "text" and event.text:
                counted[value(child(event.run, "rPr", "lang"))] += len(event.text)
    return counted


def _notes(document: Document) -> Iterator[str]:
    """What could not be read."""
    if any(spot.holds.broken for spot in document.spots):
        yield _BROKEN
    if any(link.url.startswith(_GOOGLE) for spot in document.spots for link in spot.holds.links):
        yield _ONLINE


def _part(package: Package, kind: str) -> Any | None:
    file = relationship_of(package, package.main, kind)
    return root_of_story(package, file) if file else None


def _paragraph(place: int, spot: Spot, kinds: _Kinds) -> Paragraph:
    known = kind_of(spot.block.strip.element, kinds.outline)
    if spot.holds.listed is not None and known.kind != "heading":
        known = Known("bibliography")
    calls = (Note(place=at, part=kind, first=first, last=last) for at, kind, _, first, last in spot.called)
    return Paragraph(
        text=spot.block.text,
        part=spot.place,
        kind=known.kind,
        level=known.level,
        page=kinds.pages.get(place),
        row=_row(spot, kinds.rows),
        citations=tuple(held.citation for held in spot.holds.cited),
        links=_without_doubles(spot.holds.links),
        notes=tuple(calls),
        opaque=spot.holds.opaque,
    )


def _row(spot: Spot, rows: dict[Any, int]) -> int:
    """The number of a table's row among those of the document, 0 outside of tables."""
    element = next(spot.block.strip.element.iterancestors(f"{W}tr"), None) if spot.place == "table" else None
    return 0 if element is None else rows.setdefault(element, len(rows) + 1)


def _without_doubles(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(links))


def _not_alone(spot: Spot, paragraphs: list[Paragraph]) -> None:
    for _, _, _, first, last in spot.called:
        if sum(1 for one in paragraphs[first : last + 1] if one.text.strip()) > 1:
            for number in range(first, last + 1):
                cited = tuple(replace(one, alone=False) for one in paragraphs[number].citations)
                paragraphs[number] = replace(paragraphs[number], citations=cited)


def pages_of(document: Document) -> dict[int, int]:
    """The pages that paragraphs begin on, as the program that saved the document last saw them."""
    pages: dict[int, int] = {}
    page, seen = 1, False
    for place, spot in enumerate(document.spots):
        if spot.file != document.package.main or spot.place == "box":
            if spot.owner is not None and spot.owner in pages:
                pages[place] = pages[spot.owner]
            continue
        leading = True
        for event, start in zip(spot.block.events, spot.block.starts, strict=False):
            if event.what != "page":
                continue
            if start and leading:
                pages[place], leading = page, False
            page, seen = page + 1, True
        if leading:
            pages[place] = page
    return pages if seen else {}


def bibliography_place(document: Document) -> int | None:
    """The first paragraph of the list of sources, else the one that says where it is to stand."""
    marker = None
    for place, spot in enumerate(document.spots):
        if spot.file != document.package.main:
            continue
        if spot.holds.listed is not None:
            return place
        if marker is None and is_bibliography_marker(spot.block.text):
            marker = place
    return marker


def preferences_of(package: Package) -> tuple[str | None, str | None]:
    """The style and the locale that Zotero or Mendeley put into a document."""
    properties = custom_properties(package)
    told = ""
    for number in range(1, 100):
        if f"{PREFERENCES}{number}" not in properties:
            break
        told += properties[f"{PREFERENCES}{number}"]
    style, locale, _ = told_in(told)
    return style or properties.get("Mendeley Citation Style_1") or None, locale
