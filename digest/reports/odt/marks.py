"""Links, marks and fields met on a walk through a document: where they begin, and what they are where they end."""

from __future__ import annotations

from functools import partial

from digest.reports.odt.fields import LARGEST, Code, code_of, is_list, native
from digest.reports.odt.spots import Field, ListSpot, Spot
from digest.reports.odt.state import Close, Mark, Walk
from digest.reports.odt.tokens import Token, attributes, tokens

HEADING = "digest_sources_heading"
"""The bookmark in a heading that we have set above a list of sources."""


def link(found: Walk, token: Token) -> Close | None:
    """What is to be done where a link ends."""
    url = attributes(token, found.stream).get("xlink:href", "")
    return partial(_link_ends, found.spot, found.spot.size, url, token.start) if found.spot else None


def _link_ends(spot: Spot, start: int, url: str, first: int, token: Token) -> None:
    if spot.size > start and url and not url.startswith("#"):
        spot.links.append((start, spot.size, url, first, token.end))


def mark(found: Walk, token: Token) -> None:
    """A mark with a name begins; that of a bookmark stands for the code that the document keeps of it."""
    name = attributes(token, found.stream).get("text:name", "")
    if token.name == "text:bookmark" and name == HEADING and found.spot:
        found.spot.heading = True
    code = found.codes.get(name, "") if "bookmark" in token.name else name
    if code and found.open and len(name) <= LARGEST:
        found.marks[name] = Mark(code, found.open[-1], found.spots[found.open[-1]].size, token.start)
        if token.name == "text:reference-mark":
            mark_ends(found, token)


def mark_ends(found: Walk, token: Token) -> None:
    """A mark with a name ends."""
    begun = found.marks.pop(attributes(token, found.stream).get("text:name", ""), None)
    if begun:
        _ends(found, begun, token)


def _ends(found: Walk, begun: Mark, token: Token) -> None:
    """A field ends: a citation within its paragraph, or a list of sources over several."""
    if not found.open:
        return
    spot = found.spots[found.open[-1]]
    if is_list(begun.code):
        _spanned(found, begun, found.open[-1])
    elif code := code_of(begun.code):
        if begun.spot == found.open[-1]:
            spot.fields.append(Field(start=begun.at, end=spot.size, first=begun.start, last=token.end, code=code))
    elif "CSL_CITATION" in begun.code:
        found.broken += 1


def _spanned(found: Walk, begun: Mark, last: int) -> None:
    """A list of sources between two marks: the paragraphs that they stand in."""
    start = found.spots[begun.spot].start
    held = ListSpot(stream=found.number, start=start, first=begun.spot, last=last, name=begun.code)
    for spot in found.spots[begun.spot : last + 1]:
        spot.kind = "bibliography"
    found.lists.append(held)


def coded(found: Walk, token: Token) -> None:
    """A field as Word has it begins; its code is the value of a parameter."""
    code = ""
    for inner in tokens(found.stream, token.end, min(token.end + LARGEST, len(found.stream.text))):
        if inner.name != "field:param" and inner.kind != "text":
            break
        told = attributes(inner, found.stream)
        if told.get("field:name", "").endswith("field.code"):
            code = told.get("field:value", "")
    if found.open:
        found.coded.append(Mark(code, found.open[-1], found.spots[found.open[-1]].size, token.start))


def coded_ends(found: Walk, token: Token) -> None:
    """A field as Word has it ends: the one that began last."""
    if not found.coded:
        return
    begun = found.coded.pop()
    _ends(found, begun, token)
    spot = found.spot
    if spot and found.open[-1] == begun.spot and not code_of(begun.code) and spot.size > begun.at:
        spot.opaque.append((begun.at, spot.size))


def entry(found: Walk, token: Token) -> Close | None:
    """What is to be done where a citation of LibreOffice's own ends."""
    spot = found.spot
    if not spot:
        return None
    return partial(_entry_ends, spot, spot.size, token, native(attributes(token, found.stream)))


def _entry_ends(spot: Spot, at: int, first: Token, code: Code, token: Token) -> None:
    if code.sources:
        spot.fields.append(Field(start=at, end=spot.size, first=first.start, last=token.end, code=code))
