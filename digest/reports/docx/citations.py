"""The citations, links and other fields of a paragraph, each with the events that make it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from digest.citing import Citation, Cited, Link
from digest.reports.docx.codes import OTHER, Told, told_by, told_by_control
from digest.reports.docx.fields import Block, Field, Span
from digest.reports.docx.tags import REFERENCE, child, local, value


@dataclass(frozen=True, slots=True)
class Here:
    """What a part's fields may name: addresses by relationship, Word's own sources by tag, custom properties."""

    addresses: Mapping[str, str]
    records: Mapping[str, Cited]
    properties: Mapping[str, str]


NO_EVENT = -2
"""In place of the events of a citation that is mere text within its control."""


TAG = "digest_"
"""What the tag of a control begins with that we set around a citation of Word's; its identifier follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A citation, and the paragraph's events that it is made of, from `first` to `last`.

    `around` is the content control that holds the whole paragraph for its sake.
    """

    citation: Citation
    first: int
    last: int
    around: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """What a paragraph holds. `listed` is the field, control or element that a list of sources stands in."""

    cited: tuple[Held, ...] = ()
    links: tuple[Link, ...] = ()
    opaque: tuple[tuple[int, int], ...] = ()
    listed: Any = None
    broken: bool = False  # a citation's field that goes over several paragraphs


@dataclass(frozen=True, slots=True)
class _Found:
    cited: list[Held] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    opaque: list[tuple[int, int]] = field(default_factory=list)
    listed: list[Any] = field(default_factory=list)
    broken: list[Span] = field(default_factory=list)


def holds_of(block: Block, here: Here) -> Holds:
    """What the fields, controls and bookmarks of a paragraph make of it."""
    found = _Found()
    _around(block, here, found)
    held = [(one.first, one.last) for one in found.cited]
    taken = -1
    for span in block.spans:
        if span.first <= taken or any(first <= span.first <= last for first, last in held):
            continue
        told = _told(span, block, here)
        if _take(span, told, found):
            taken = span.last
    found.cited.extend(_bookmarked(block, here, [(one.first, one.last) for one in found.cited]))
    cited = sorted(found.cited, key=lambda one: (one.citation.start, one.first))
    return Holds(
        cited=tuple(_alone(cited, block)),
        links=tuple(found.links),
        opaque=tuple(found.opaque),
        listed=next(iter(found.listed), None),
        broken=bool(found.broken),
    )


def _take(span: Span, told: Told, found: _Found) -> bool:
    """Whether a span is a citation, in which nothing else is looked for."""
    if told.role == "citation":
        if span.opened and span.closed:
            found.cited.append(Held(citation=_citation(span.start, span.end, told), first=span.first, last=span.last))
            return True
        found.broken.append(span)
        found.opaque.append((span.start, span.end))
    elif told.role == "bibliography":
        found.listed.append(span.element)
    elif span.end > span.start and told.role == "link" and told.url:
        found.links.append(Link(start=span.start, end=span.end, url=told.url))
    elif span.end > span.start and told is OTHER:
        found.opaque.append((span.start, span.end))
    return False


def _citation(start: int, end: int, told: Told) -> Citation:
    return Citation(
        start=start,
        end=end,
        sources=told.sources,
        origin=told.origin,
        identifier=told.identifier,
        edited=told.edited,
    )


_PLAIN = Told(role="link")
"""A span in which text is text."""
_CHOSEN = ("dropDownList", "comboBox", "date", "checkbox", "picture", "docPartList", "dataBinding")
"""Kinds of controls whose text is chosen, or comes from data beside the text: what is typed there does not last."""
_CARRIER = "https://www.zotero.org/"


def _told(span: Span, block: Block, here: Here) -> Told:
    if span.field is not None:
        told = told_by(span.field.code, [*_data(span.field)], here.records)
        if told.role != "citation":
            return told
        shown = block.text[span.start : span.end]
        return replace(told, edited=bool(told.shown) and _loose(told.shown) != _loose(shown))
    if span.kind == "link":
        return _linked(here.addresses.get(span.element.get(REFERENCE, ""), ""), block.text[span.start : span.end])
    properties = child(span.element, "sdtPr")
    if properties is None:
        return _PLAIN
    told = _by_properties(properties)
    if told is OTHER and child(properties, "citation") is not None:
        inner = _inner(span, block, here)
        outside = inner and block.text[span.start : inner[0].start] + block.text[inner[0].end : span.end]
        return _named(inner[1], properties) if inner and not (outside or "").strip() else _PLAIN
    if told is OTHER and any(child(properties, name) is not None for name in ("showingPlcHdr", *_CHOSEN)):
        return OTHER
    return _PLAIN if told is OTHER else told


def _named(told: Told, properties: Any) -> Told:
    """What a field says, identified by its control, which tells those that we made: Word's codes have no place."""
    tag = value(child(properties, "tag"))
    if tag.startswith(TAG):
        return replace(told, identifier=tag[len(TAG) :], origin="digest")
    return replace(told, identifier=told.identifier or value(child(properties, "id")))


def _linked(url: str, text: str) -> Told:
    """A link; Zotero carries its citations over from Google Docs as links whose words are the code."""
    if url.startswith(_CARRIER) and text.startswith(("ITEM CSL_CITATION", "BIBL ")):
        told = told_by(f" ADDIN ZOTERO_{text}", [], {})
        return replace(told, shown="") if told.role != "other" else told
    return Told(role="link", url=url)


def _inner(span: Span, block: Block, here: Here) -> tuple[Span, Told] | None:
    """The field of a citation within a control."""
    for one in block.spans:
        if one.field is not None and span.first < one.first and one.last <= span.last and one.opened and one.closed:
            told = _told(one, block, here)
            if told.role == "citation":
                return one, told
    return None


def _by_properties(properties: Any) -> Told:
    if child(properties, "bibliography") is not None:
        return Told(role="bibliography", origin="word")
    return told_by_control(value(child(properties, "tag")))


def _data(one: Field) -> Iterator[str]:
    yield from one.data
    for inner in one.inside[:20]:
        yield from inner.data


def _loose(text: str) -> str:
    return " ".join(text.split())


def _around(block: Block, here: Here, found: _Found) -> None:
    """Take what the content controls say that hold the whole paragraph."""
    last = len(block.events) - 1
    for control in block.strip.controls:
        properties = child(control, "sdtPr")
        inside = child(control, "sdtContent")
        if properties is None or inside is None:
            continue
        span = Span(kind="control", start=0, end=len(block.text), first=-1, last=last, element=control)
        told = _by_properties(properties)
        single = len([*islice(inside.iter(block.strip.element.tag), 2)]) == 1
        if told.role == "bibliography":
            found.listed.append(control)
        elif single and (one := _held_around(span, told, block, here)):
            found.cited.append(one)
            return
        elif _told(span, block, here) is OTHER and block.text:
            found.opaque.append((0, len(block.text)))


def _held_around(span: Span, told: Told, block: Block, here: Here) -> Held | None:
    """The citation for whose sake a control holds a whole paragraph; other text may have come into it."""
    if child(span.element, "sdtPr", "citation") is not None:
        if (inner := _inner(span, block, here)) is None:
            return None
        field_span, told = inner
        own = _own_control(field_span, block)
        told = _named(told, child((own or span).element, "sdtPr"))
        field_span = own or field_span
        citation = _citation(field_span.start, field_span.end, told)
        return Held(citation=citation, first=field_span.first, last=field_span.last, around=span.element)
    if told.role != "citation":
        return None
    start = block.text.find(told.shown) if told.shown else -1
    if start < 0 or block.text.strip() == told.shown:
        return Held(citation=_citation(0, span.end, told), first=0, last=span.last, around=span.element)
    citation = _citation(start, start + len(told.shown), told)
    return Held(citation=citation, first=NO_EVENT, last=NO_EVENT, around=span.element)


def _own_control(inner: Span, block: Block) -> Span | None:
    """The control that holds nothing but a field, within one that LibreOffice set around the paragraph."""
    for one in block.spans:
        if one.kind == "control" and one.first < inner.first and inner.last <= one.last:
            if (one.start, one.end) == (inner.start, inner.end):
                return one
        elif one.first > inner.first:
            break
    return None


def _bookmarked(block: Block, here: Here, taken: Sequence[tuple[int, int]]) -> Iterator[Held]:
    """Zotero's citations in a document that keeps them in bookmarks, their codes in custom properties."""
    starts: dict[str, tuple[int, str]] = {}
    for place, event in enumerate(block.events):
        if event.what != "bookmark":
            continue
        number = value(event.element, "id")
        if local(event.element) == "bookmarkStart":
            if (name := value(event.element, "name")).startswith("ZOTERO_BREF_"):
                starts[number] = (place, name)
        elif number in starts:
            first, name = starts.pop(number)
            code = "".join(here.properties.get(f"{name}_{n}", "") for n in range(1, 200))
            told = told_by(f" ADDIN {code}", [], {})
            if told.role == "citation" and not any(a <= place and first <= b for a, b in taken):
                citation = _citation(block.starts[first], block.starts[place], told)
                yield Held(citation=citation, first=first, last=place)


def _alone(cited: Sequence[Held], block: Block) -> Iterator[Held]:
    """The citations, told where one is all that its note holds."""
    if len(cited) == 1 and block.strip.place in ("footnote", "endnote"):
        one = cited[0].citation
        rest = (block.text[: one.start] + block.text[one.end :]).strip(" .\u00a0\t")
        yield replace(cited[0], citation=replace(one, alone=not rest))
        return
    yield from cited
