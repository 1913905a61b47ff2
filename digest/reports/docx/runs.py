"""A gap cut into a paragraph: the runs it touches are split, those it covers go, and all others stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from digest.reports.docx.elements import XML_SPACE
from digest.reports.docx.fields import Block
from digest.reports.docx.tags import W, child, local

_GAP = f"{W}gap"
_MARKS = ("footnoteRef", "endnoteRef", "annotationRef")
_UNWRAPPED = ("hyperlink", "smartTag", "sdt", "fldSimple", "customXml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The characters that go, and the events from `first` to `last` where a field is what goes."""

    start: int
    end: int
    first: int | None = None
    last: int | None = None


def open_gap(block: Block, cut: Cut) -> tuple[Any, Any | None]:
    """An element to be replaced by what is put in, and the properties that text has there.

    Cuts of one paragraph are made from its end to its beginning: then the places before them stay what they were.
    """
    places = _covered(block, cut)
    if not places:
        place, at = _anchor(block, cut.start)
        like = _like(block, place)
        return _inserted(block, place, at), like
    like = _like(block, places[0])
    gap, right = _before(block, places[0], cut.start)
    _delete(block, cut, places, right)
    return _raised(gap), like


def fill(gap: Any, elements: Sequence[Any]) -> None:
    """Set elements in place of a gap."""
    parent = gap.getparent()
    place = parent.index(gap)
    parent[place : place + 1] = elements


def _covered(block: Block, cut: Cut) -> list[int]:
    """The events that a cut takes: a field's own, or those that show its characters with the fields among them."""
    if cut.first is not None and cut.last is not None:
        return [*range(cut.first, cut.last + 1)]
    if cut.start >= cut.end:
        return []
    starts = block.starts
    found = {n for n in range(len(block.events)) if starts[n] < cut.end and cut.start < starts[n + 1]}
    for span in block.spans:
        whole = span.opened and span.closed and span.kind != "control"
        if whole and cut.start <= span.start < span.end <= cut.end:
            found |= {*range(span.first, span.last + 1)}
    return sorted(found)


def _anchor(block: Block, at: int) -> tuple[int | None, int]:
    """The event behind which, or within which, something is put at a place; None where it stands before them all."""
    starts = block.starts
    behind = [n for n in range(len(block.events)) if starts[n] < at and starts[n + 1] > starts[n]]
    if not behind:
        return None, at
    place = behind[-1]
    for span in block.spans:  # a link or field that ends here is left before anything is put in
        if span.kind != "bookmark" and span.closed and span.start < at == span.end and span.first <= place:
            place = max(place, span.last)
    return place, at


def _inserted(block: Block, place: int | None, at: int) -> Any:
    from lxml import etree

    if place is not None:
        if block.starts[place] < at < block.starts[place + 1]:
            return _before(block, place, at)[0]
        return _raised(_behind(block, place))
    first = next((n for n, event in enumerate(block.events) if event.what != "bookmark"), None)
    if first is not None:
        return _raised(_before(block, first, at)[0])
    gap = etree.Element(_GAP)
    block.strip.element.append(gap)
    return gap


def _before(block: Block, place: int, at: int) -> tuple[Any, Any]:
    """A gap before a character of an event, and the element that now begins with this character."""
    from lxml import etree

    event, gap = block.events[place], etree.Element(_GAP)
    element = event.element
    if event.run is None:
        if event.what == "leave":
            element.addnext(gap)
        else:
            element.addprevious(gap)
        return gap, element
    inside = at - block.starts[place]
    if inside > 0 and local(element) == "t":
        right = deepcopy(element)
        right.tail = None
        _set_text(right, (element.text or "")[inside:])
        _set_text(element, (element.text or "")[:inside])
        element.addnext(right)
        element = right
    _split(element)
    element.getparent().addprevious(gap)
    return gap, element


def _behind(block: Block, place: int) -> Any:
    from lxml import etree

    event, gap = block.events[place], etree.Element(_GAP)
    if event.run is None:
        event.element.addnext(gap)
        return gap
    following = event.element.getnext()
    run = event.element.getparent()
    if following is not None:
        _split(following)
    run.addnext(gap)
    return gap


def _split(element: Any) -> None:
    """Split a run so that this child of it is the first in its run; the earlier part stays the one that was there."""
    run = element.getparent()
    before = [one for one in element.itersiblings(preceding=True) if local(one) != "rPr"]
    if not before:
        return
    tail = run.makeelement(run.tag, dict(run.attrib))
    properties = child(run, "rPr")
    if properties is not None:
        tail.append(deepcopy(properties))
    tail.extend([element, *element.itersiblings()])
    run.addnext(tail)


def _set_text(element: Any, text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")


def _delete(block: Block, cut: Cut, places: Sequence[int], right: Any) -> None:
    """Take out what a cut covers; of the text at its end, what stands behind it stays."""
    whole = cut.first is not None
    touched: list[Any] = []
    for number, place in enumerate(places):
        event = block.events[place]
        element = event.element if number else right
        if event.what == "leave":
            touched.append(event.element)
        if event.what in ("enter", "leave"):
            continue
        if event.what == "bookmark" and not (whole and place in (places[0], places[-1])):
            continue
        beyond = block.starts[place + 1] - cut.end
        if beyond > 0 and not whole and local(element) == "t":
            taken = cut.end - max(block.starts[place], cut.start)  # its end may be cut away by an edit behind this one
            _set_text(element, (element.text or "")[taken:])
            continue
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
            touched.append(parent)
    for element in touched:
        _tidy(element)


def _tidy(element: Any) -> None:
    """Take out a run with nothing in it, and the wrappers around it that hold no run any more."""
    while element.getparent() is not None:
        parent = element.getparent()
        if local(element) == "r":
            if any(local(one) != "rPr" for one in element):
                return
            parent.remove(element)
        elif local(element) in _UNWRAPPED and next(element.iter(f"{W}r"), None) is None:
            _unwrap(element)
        elif local(element) == "ins" and len(element) == 0:
            parent.remove(element)
        elif local(element) != "sdtContent":
            return
        element = parent


def _unwrap(wrapper: Any) -> None:
    """Set what is left in a wrapper (a gap, bookmarks) in its place."""
    inside = child(wrapper, "sdtContent") if local(wrapper) == "sdt" else wrapper
    for one in [*(inside if inside is not None else ())]:
        if not local(one).endswith("Pr"):
            wrapper.addprevious(one)
    wrapper.getparent().remove(wrapper)


def _raised(gap: Any) -> Any:
    """The gap, out of a link or simple field at whose edge it stands: the words of a link stay what they are."""
    parent = gap.getparent()
    while parent is not None and local(parent) in ("hyperlink", "fldSimple"):
        if not any(local(one) == "r" for one in gap.itersiblings()):
            parent.addnext(gap)
        elif not any(local(one) == "r" for one in gap.itersiblings(preceding=True)):
            parent.addprevious(gap)
        else:
            break
        parent = gap.getparent()
    return gap


def _like(block: Block, place: int | None) -> Any | None:
    """The properties of the run of text at a place; those of a link, a note's mark or a hidden code are no model."""
    linked = [(span.first, span.last) for span in block.spans if span.kind == "link" or _is_link(span)]
    order = [*range(place, -1, -1), *range(place + 1, len(block.events))] if place is not None else []
    order = order or [*range(len(block.events))]
    for number in order:
        event = block.events[number]
        free = not any(first <= number <= last for first, last in linked)
        if event.run is not None and event.what in ("text", "mark") and free and local(event.element) not in _MARKS:
            return child(event.run, "rPr")
    return None


def _is_link(span: Any) -> bool:
    return span.field is not None and "HYPERLINK" in span.field.code[:40]
