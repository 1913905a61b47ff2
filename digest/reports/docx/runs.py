"""A gap cut into a paragraph: the runs it touches are split, those it covers go, and all others stay as they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from digest.reports.docx.elements import XML_SPACE
from digest.reports.docx.fields import Block, Span
from digest.reports.docx.story import Event
from digest.reports.docx.tags import W, child, local

_GAP = f"{W}gap"
_MARKS = ("footnoteRef", "endnoteRef", "annotationRef")
_UNWRAPPED = ("hyperlink", "smartTag", "sdt", "fldSimple", "customXml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The characters that go, and the events from `first` to `last` of the field that goes with them."""

    start: int
    end: int
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A paragraph made ready for many cuts: its spans by where they begin and end, and the events that have a look.

    Those of a link, a note's mark or a hidden code are no model for other text.
    """

    block: Block
    begins: tuple[int, ...]
    ending: Mapping[int, Sequence[Span]]
    models: tuple[int, ...]


def bench_for(block: Block) -> Bench:
    """The paragraph, ready to be cut."""
    ending: dict[int, list[Span]] = {}
    linked: set[int] = set()
    for span in block.spans:
        ending.setdefault(span.end, []).append(span)
        if span.kind == "link" or _is_link(span):
            linked.update(range(max(span.first, 0), span.last + 1))
    begins = tuple(span.start for span in block.spans)  # they are in order, and so are these
    models = (n for n, event in enumerate(block.events) if n not in linked and _is_model(event))
    return Bench(block=block, begins=begins, ending=ending, models=tuple(models))


def open_gap(bench: Bench, cut: Cut) -> tuple[Any, Any | None]:
    """An element to be replaced by what is put in, and the properties that text has there.

    Cuts of one paragraph are made from its end to its beginning: then the places before them stay what they were.
    """
    block = bench.block
    places = _covered(bench, cut)
    if not places:
        place = _anchor(bench, cut.start)
        like = _like(bench, place)
        return _inserted(block, place, cut.start), like
    like = _like(bench, _first_mark(block, places) if cut.first is not None else _most(bench, cut, places))
    gap, right = _before(block, places[0], cut.start)
    _delete(block, cut, places, right)
    return _raised(gap), like


def fill(gap: Any, elements: Sequence[Any]) -> None:
    """Set elements in place of a gap."""
    for element in elements:
        gap.addprevious(element)
    gap.getparent().remove(gap)


def _covered(bench: Bench, cut: Cut) -> list[int]:
    """The events that a cut takes: a field's own, or those that show its characters with the fields among them."""
    held = range(cut.first, cut.last + 1) if cut.first is not None and cut.last is not None else range(0)
    if cut.start >= cut.end:
        return [*held]
    starts = bench.block.starts
    among = range(max(bisect_right(starts, cut.start) - 1, 0), min(bisect_left(starts, cut.end), len(starts) - 1))
    found = {n for n in among if starts[n] < cut.end and cut.start < starts[n + 1]}
    if held:
        return sorted({*held, *found})
    for span in bench.block.spans[bisect_left(bench.begins, cut.start) : bisect_right(bench.begins, cut.end)]:
        whole = span.opened and span.closed and span.kind != "control"
        if whole and span.start < span.end <= cut.end:
            found |= {*range(span.first, span.last + 1)}
    return sorted(found)


def _anchor(bench: Bench, at: int) -> int | None:
    """The event behind which, or within which, something is put at a place; None where it stands before them all."""
    starts = bench.block.starts
    place = bisect_left(starts, at) - 1
    while place >= 0 and starts[place] == starts[place + 1]:
        place -= 1
    if place < 0:
        return None
    for span in bench.ending.get(at, ()):  # a link or field that ends here is left before anything is put in
        if span.kind != "bookmark" and span.closed and span.start < at and span.first <= place:
            place = max(place, span.last)
    return place


def _inserted(block: Block, place: int | None, at: int) -> Any:
    from lxml import etree

    if place is not None:
        left = len(block.events[place].element.text or "")  # what stood behind it may have been cut already
        if block.starts[place] < at < min(block.starts[place + 1], block.starts[place] + left):
            return _before(block, place, at)[0]
        return _raised(_behind(block, place))
    gap = etree.Element(_GAP)
    paragraph = block.strip.element
    before = 0
    for one in paragraph:
        if local(one) != "pPr" and not any(local(mark) in _MARKS for mark in one):
            break
        before += 1
    paragraph.insert(before, gap)
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
    touched: list[tuple[Any, bool]] = []
    for number, place in enumerate(places):
        event = block.events[place]
        whole = cut.first is not None and cut.last is not None and cut.first <= place <= cut.last
        element = event.element if number else right
        if event.what == "leave":
            touched.append((event.element, whole))
        if event.what in ("enter", "leave") or (event.what == "page" and not whole):
            continue
        if event.what == "bookmark" and not (whole and place in (cut.first, cut.last)):
            continue
        taken = cut.end - max(block.starts[place], cut.start)  # its end may be cut away by an edit behind this one
        if not whole and local(element) == "t" and (rest := (element.text or "")[taken:]):
            _set_text(element, rest)
            continue
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
            touched.append((parent, whole))
    for element, whole in touched:
        _tidy(element, whole=whole)


def _tidy(element: Any, *, whole: bool) -> None:
    """Take out a run with nothing in it, and the wrappers around it that hold no run any more.

    Where a field is what goes, its own wrapper does whatever is left in it, such as the mark of a comment.
    """
    if whole and local(element) in _UNWRAPPED and element.getparent() is not None:
        _unwrap(element)
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


def _like(bench: Bench, place: int | None) -> Any | None:
    """The properties of the run of text at a place or before it, else of the first there is."""
    if not bench.models:
        return None
    at = bisect_right(bench.models, place) - 1 if place is not None else 0
    return child(bench.block.events[bench.models[max(at, 0)]].run, "rPr")


def _first_mark(block: Block, places: Sequence[int]) -> int:
    """The event at which a field begins: it looks like the text around, and is within the control that holds it."""
    return next((place for place in places if block.events[place].what == "mark"), places[0])


def _most(bench: Bench, cut: Cut, places: Sequence[int]) -> int:
    """The event whose look most characters of a cut have: a person may have set a part of a marker in bold."""
    from lxml import etree

    models = [place for place in places if _is_model(bench.block.events[place])]
    if len(models) < 2:
        return places[0]
    weights: dict[bytes, list[int]] = {}
    for place in models:
        properties = child(bench.block.events[place].run, "rPr")
        look = b"" if properties is None else etree.tostring(properties, with_tail=False)
        first, shown = weights.setdefault(look, [place, 0])
        there = min(bench.block.starts[place + 1], cut.end) - max(bench.block.starts[place], cut.start)
        weights[look] = [first, shown + there]
    return max(weights.values(), key=lambda row: row[1])[0]


def _is_model(event: Event) -> bool:
    return event.run is not None and event.what in ("text", "mark") and local(event.element) not in _MARKS


def _is_link(span: Span) -> bool:
    return span.field is not None and "HYPERLINK" in span.field.code[:40]
