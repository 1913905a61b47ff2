"""The list of sources as Word's paragraphs: a live field, Word's own bibliography, or plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.citing import Entry, Made
from digest.reports.docx.elements import PARAGRAPH_ORDER, plain_name, put, q, w
from digest.reports.docx.formatting import Look, Relate, Script, field, is_right_to_left, runs_of
from digest.reports.docx.looks import heading_like
from digest.reports.zoterofields import BIBLIOGRAPHY, BIBLIOGRAPHY_END, bibliography_code

HEADING = "_DigestHeading"
LIST = "_DigestSources"
"""Bookmarks around what we added: a heading that was not there, and a list that no field holds."""
_TAB = "720"
_CONTROL = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the list is to fit: the styles of its document by identifier, and how addresses are related to.

    `heading` tells that the list needs a heading of its own, in this style; None that it has one or is to have none.
    """

    entry: str | None = None
    heading: str | None = None
    link: str | None = None
    relate: Relate | None = None


def bibliography(made: Made, place: Place, body: Any) -> list[Any]:
    """The paragraphs of the list of sources, and the controls around them, to be set into `body`."""
    entries = made.entries or ()
    paragraphs = [_paragraph(entry, place, made, wide=any(one.label for one in entries)) for entry in entries]
    paragraphs = paragraphs or [w("p", _properties(place.entry, "", wide=False))]
    blocks = _held(paragraphs, made, body)
    if place.heading is None:
        return blocks
    heading = heading_like(made.heading, place.heading, body)
    mark([heading], HEADING, body)
    if made.fields != "word":
        return [heading, *blocks]
    gallery = w("docPartObj", w("docPartGallery", val="Bibliographies"), w("docPartUnique"))
    return [_control(gallery, [heading, *blocks], body, number=1)]


def _held(paragraphs: list[Any], made: Made, body: Any) -> list[Any]:
    """The paragraphs in the field, control or bookmark that a later run finds them by."""
    if made.fields == "word":
        _in_field(paragraphs, " BIBLIOGRAPHY ")
        return [_control(w("bibliography"), paragraphs, body, number=2)]
    if made.fields in ("live", "zotero"):
        _in_field(paragraphs, f" ADDIN {BIBLIOGRAPHY} {bibliography_code(made.uncited)} {BIBLIOGRAPHY_END} ")
    else:
        mark(paragraphs, LIST, body)
    return paragraphs


def _in_field(paragraphs: Sequence[Any], code: str) -> None:
    """Set the field's beginning before the first paragraph's text, and its end behind the last one's."""
    *opening, end = field(code, ())
    first = paragraphs[0]
    place = 1 if len(first) and plain_name(first[0]) == "pPr" else 0
    first[place:place] = opening
    paragraphs[-1].append(end)


def _control(kind: Any, blocks: Sequence[Any], body: Any, *, number: int) -> Any:
    """A content control around blocks; its identifier is one that the document does not have."""
    taken = {value for one in body.iter("{*}sdt") for value in (_identifier(one),)}
    free = next(n for n in range(_CONTROL + number, _CONTROL + number + len(taken) + 1) if str(n) not in taken)
    return w("sdt", w("sdtPr", w("id", val=str(free)), kind), w("sdtContent", *blocks))


def _identifier(control: Any) -> str:
    found = control.find(f"{q('sdtPr')}/{q('id')}")
    return "" if found is None else str(found.get(q("val"), ""))


def _paragraph(entry: Entry, place: Place, made: Made, *, wide: bool) -> Any:
    article = made.articles.get(entry.key)
    text = "".join(run.text for run in entry.runs)
    around: Script = "rtl" if is_right_to_left(text) else ""
    language = article.language if article else None
    look = Look(link=place.link, relate=place.relate, language=language, around=around)
    label = [*runs_of(entry.label, look), w("r", w("tab"))] if wide else []
    return w("p", _properties(place.entry, text, wide=wide), *label, *runs_of(entry.runs, look))


def _properties(style: str | None, text: str, *, wide: bool) -> Any:
    properties = w("pPr")
    if style:
        put(properties, w("pStyle", val=style), PARAGRAPH_ORDER)
    if wide:
        put(properties, w("tabs", w("tab", val="left", pos=_TAB)), PARAGRAPH_ORDER)
        put(properties, w("ind", left=_TAB, hanging=_TAB), PARAGRAPH_ORDER)
    if text and is_right_to_left(text):
        put(properties, w("bidi"), PARAGRAPH_ORDER)
    return properties if len(properties) else None


def mark(paragraphs: Sequence[Any], name: str, body: Any) -> None:
    """Set a bookmark around paragraphs, in place of one of this name that the document has."""
    unmark(body, name)
    taken = {str(one.get(q("id"), "")) for one in body.iter(q("bookmarkStart"))}
    taken |= {str(one.get(q("id"), "")) for block in paragraphs for one in block.iter(q("bookmarkStart"))}
    first = sum(map(ord, name))  # two names of ours begin to count at two places, so that neither waits for the other
    number = next(str(n) for n in range(first, first + len(taken) + 1) if str(n) not in taken)
    start = paragraphs[0]
    place = 1 if len(start) and plain_name(start[0]) == "pPr" else 0
    start.insert(place, w("bookmarkStart", id=number, name=name))
    paragraphs[-1].append(w("bookmarkEnd", id=number))


def unmark(body: Any, name: str) -> list[Any]:
    """Take a bookmark out; what it is set around stays. The paragraphs that its ends stood in."""
    starts = [one for one in body.iter(q("bookmarkStart")) if one.get(q("name")) == name]
    numbers = {one.get(q("id")) for one in starts}
    ends = [one for one in body.iter(q("bookmarkEnd")) if one.get(q("id")) in numbers] if numbers else []
    held = [element.getparent() for element in (*starts, *ends)]
    for element, parent in zip((*starts, *ends), held, strict=True):
        parent.remove(element)
    return held


def marked(body: Any, name: str) -> list[Any]:
    """The paragraphs that a bookmark is set around; none where there is no such bookmark.

    Its ends may stand between paragraphs, or before the text of the next one: Word sets them there on saving.
    """
    start = next((one for one in body.iter(q("bookmarkStart")) if one.get(q("name")) == name), None)
    if start is None:
        return []
    first = next(start.iterancestors(q("p")), None)
    found: list[Any] = [] if first is None else [first]
    empty: list[Any] = []
    inside = False
    for one in body.iter(q("p"), q("r"), q("bookmarkStart"), q("bookmarkEnd")):
        if one is start:
            inside = True
        elif inside and one.tag == q("p"):
            empty.append(one)
        elif inside and one.tag == q("r"):
            found += empty
            empty.clear()
        elif inside and one.tag == q("bookmarkEnd") and one.get(q("id")) == start.get(q("id")):
            return found
    return found[:1]  # its end is gone: a person cut it away


def put_at_end(body: Any, blocks: Sequence[Any]) -> None:
    """Set blocks behind the last paragraph of a document's body, before the properties of its last section."""
    last = len(body) - 1 if len(body) and body[-1].tag == q("sectPr") else len(body)
    body[last:last] = blocks


def put_in_place(old: Sequence[Any], blocks: Sequence[Any]) -> None:
    """Set blocks in place of paragraphs and controls; a section that ends at one of these still ends there."""
    parent = old[0].getparent()
    section = next((one for block in reversed(old) for one in block.iter(q("sectPr"))), None)
    place = parent.index(old[0])
    for block in old:
        block.getparent().remove(block)
    parent[place:place] = blocks
    if section is not None:
        _end_section(parent, blocks[-1], section)
    elif parent.tag == q("tc") and parent[-1].tag != q("p"):
        parent.append(w("p"))  # a cell ends with a paragraph


def _end_section(parent: Any, last: Any, section: Any) -> None:
    if last.tag != q("p"):
        following = w("p")
        parent.insert(parent.index(last) + 1, following)
        last = following
    properties = last.find(q("pPr"))
    if properties is None:
        properties = w("pPr")
        last.insert(0, properties)
    put(properties, section, PARAGRAPH_ORDER)


def link_targets(made: Made) -> Iterator[str]:
    """The addresses that the list's entries lead to."""
    seen: Mapping[str, None] = {run.url: None for entry in made.entries or () for run in entry.runs if run.url}
    yield from seen
