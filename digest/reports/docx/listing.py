"""The list of sources set into a document: in place of the one it has, at its marker, or at its end; or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from digest.citing.places import BIBLIOGRAPHY_MARKER, is_bibliography_marker
from digest.reports.docx.adding import now
from digest.reports.docx.desk import Desk, styles, touch
from digest.reports.docx.document import Spot, root_of_story
from digest.reports.docx.elements import w
from digest.reports.docx.entries import (
    HEADING,
    LIST,
    Place,
    bibliography,
    link_targets,
    marked,
    put_at_end,
    put_in_place,
    unmark,
)
from digest.reports.docx.formatting import Relate
from digest.reports.docx.package import relationship_of, rels_name, with_relationships
from digest.reports.docx.runs import Cut, bench_for, open_gap
from digest.reports.docx.styles import heading_style, sheet_of
from digest.reports.docx.tags import child, local

_APART = "a part of the list of sources stands apart from the rest, in a table or a text box, and is left as it is"


def set_list(desk: Desk) -> None:
    """Set, update or take out the list of sources, as what was made says."""
    root = desk.document.roots[desk.document.package.main]
    body = next((one for one in root if local(one) == "body"), None)
    if body is None:
        return
    old = _old_list(desk)
    if desk.made.entries is None:
        _take_out(desk, body, old)
        return
    marker = _marker(desk)
    if old and not (desk.made.entries or _is_live(desk)):
        return  # citations that are plain text are not found again: their list stays
    if old:
        _put(desk, body, old)
    elif marker is not None:
        _put(desk, body, [marker])
    elif desk.made.entries:
        put_at_end(body, bibliography(desk.made, _place(desk, _heading(desk, body)), body))
        touch(desk, desk.document.package.main)


def _is_live(desk: Desk) -> bool:
    """Whether a field or a control holds the list."""
    return any(spot.holds.listed not in (None, LIST) for spot in _spots(desk))


def _put(desk: Desk, body: Any, old: Sequence[Any]) -> None:
    """Set the list in place of these blocks. They go before it is made: its names are the same whenever it is."""
    touch(desk, desk.document.package.main, old[0].getparent())
    _forget(desk, body, LIST)
    stand_in = w("p")
    put_in_place(old, [stand_in])
    put_in_place([stand_in], bibliography(desk.made, _place(desk, None), body))


def _place(desk: Desk, heading: str | None) -> Place:
    style = desk.made.style
    targets = [*link_targets(desk.made)]
    found = styles(
        desk, ["bibliography", "link"] if targets else ["bibliography"], hanging=bool(style and style.hanging)
    )
    relate = _related(desk, targets) if targets else None
    return Place(entry=found["bibliography"], heading=heading, link=found.get("link"), relate=relate)


def _related(desk: Desk, targets: Sequence[str]) -> Relate:
    """What gives the relationship of each address; they are added to the document's."""
    package = desk.document.package
    file = rels_name(package.main)
    made, identifiers = with_relationships(now(package, desk.changed, file), "hyperlink", targets, external=True)
    desk.changed[file] = made
    return lambda target: identifiers[target]


def _heading(desk: Desk, body: Any) -> str:
    """The style of the document's own headings of the first level."""
    package = desk.document.package
    file = relationship_of(package, package.main, "styles")
    sheet = sheet_of(root_of_story(package, file) if file else None)
    return heading_style(sheet, body) or styles(desk, ["heading"])["heading"]


def _spots(desk: Desk) -> list[Spot]:
    return [one for one in desk.document.spots if one.file == desk.document.package.main]


def _marker(desk: Desk) -> Any | None:
    for spot in _spots(desk):
        if spot.place in ("body", "table") and is_bibliography_marker(spot.block.text):
            return spot.block.strip.element
    return None


def _old_list(desk: Desk) -> list[Any]:
    """The blocks of the list of sources that the document has; other text in its paragraphs is left out of them."""
    listed = [spot for spot in _spots(desk) if spot.holds.listed is not None]
    if not listed:
        return []
    held = listed[0].holds.listed
    if held != LIST and local(held) == "sdt" and held in listed[0].block.strip.controls:
        return [held]
    mine = [spot for spot in listed if spot.holds.listed is held]
    parent = mine[0].block.strip.element.getparent()
    together = [spot for spot in mine if spot.block.strip.element.getparent() is parent]
    if len(together) < len(mine):
        desk.notes[_APART] = None
    return _freed(desk, together)


def _freed(desk: Desk, spots: Sequence[Spot]) -> list[Any]:
    """The paragraphs of a list; those in which other text stands too are cut, and stay beside it."""
    kept: list[Any] = []
    behind = None
    for spot in spots:
        span = next((one for one in spot.block.spans if one.element is spot.holds.listed), None)
        text = spot.block.text
        if span is None or not (text[: span.start].strip() or text[span.end :].strip()):
            kept.append(spot.block.strip.element)
            continue
        element = spot.block.strip.element
        touch(desk, spot.file, element)
        gap, _ = open_gap(bench_for(spot.block), Cut(start=span.start, end=span.end, first=span.first, last=span.last))
        gap.getparent().remove(gap)
        behind = behind if behind is not None else (element, bool(text[: span.start].strip()))
    if not kept and behind is not None:
        stand_in = w("p")
        if behind[1]:
            behind[0].addnext(stand_in)
        else:
            behind[0].addprevious(stand_in)
        kept.append(stand_in)
    return kept


def _take_out(desk: Desk, body: Any, old: Sequence[Any]) -> None:
    """Take the list out; its marker stands there again, or nothing where we had added list and heading."""
    if not old:
        return
    touch(desk, desk.document.package.main, old[0].getparent())
    heading = marked(body, HEADING)
    for name in (HEADING, LIST):
        _forget(desk, body, name)
    if not heading:
        put_in_place(old, [w("p", w("r", w("t", BIBLIOGRAPHY_MARKER)))])
        return
    blocks = [*heading, *old]
    outer = _gallery(heading[0])
    if outer is not None and all(outer in block.iterancestors() for block in blocks):
        blocks = [outer]
    for block in blocks:
        if next(block.iter(f"{block.tag.rpartition('}')[0]}}}sectPr"), None) is not None:
            put_in_place([block], [w("p")])
        else:
            block.getparent().remove(block)


def _forget(desk: Desk, body: Any, name: str) -> None:
    """Take out a bookmark, whichever paragraphs its ends stand in by now."""
    for element in unmark(body, name):
        touch(desk, desk.document.package.main, element)


def _gallery(heading: Any) -> Any | None:
    """The control around a heading and its list that Word sets there."""
    for one in heading.iterancestors():
        if local(one) == "sdt" and child(one, "sdtPr", "docPartObj") is not None:
            return one
    return None
