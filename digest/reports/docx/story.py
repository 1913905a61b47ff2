"""A story of a document (its body, a note, a header) as events: what its paragraphs hold, in a reader's order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from digest.citing.nouns import NOTE, Part
from digest.reports.docx.tags import DRAWING, MATHS, MC, W, child, is_on, local, value

What = Literal["text", "note", "mark", "code", "bookmark", "page", "enter", "leave", "object"]


@dataclass(frozen=True, slots=True)
class Event:
    """An element of a paragraph, the run it stands in, and the text that it shows."""

    what: What
    element: Any
    run: Any = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A paragraph's element and its events; `boxes` are the contents of text boxes that hang on it.

    `controls` are the content controls around it, the outermost first.
    """

    element: Any
    place: Part
    events: tuple[Event, ...]
    boxes: tuple[Any, ...] = ()
    controls: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What a walk through one paragraph gathers."""

    events: list[Event] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


_SHOWN = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "footnoteRef": ""}
_SHOWN |= {"endnoteRef": "", "annotationRef": "", "separator": "", "continuationSeparator": "", "pgNum": ""}
_GONE = ("del", "moveFrom")
_BLOCKS = ("tbl", "tr", "customXml", "ins", "moveTo")
_WRAPPERS = ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "fldSimple", "customXml", "dir", "bdo")


def strips(container: Any, place: Part, controls: tuple[Any, ...] = ()) -> Iterator[Strip]:
    """The paragraphs in a container, those of its tables and content controls among them."""
    for element in container:
        name = local(element)
        if name == "p":
            yield _strip(element, place, controls)
        elif name == "tc":
            yield from strips(element, "table" if place in ("body", "table") else place, controls)
        elif name == "sdt":
            inside = child(element, "sdtContent")
            yield from strips(inside, place, (*controls, element)) if inside is not None else ()
        elif name in _BLOCKS:
            yield from strips(element, place, controls)
        elif element.tag == f"{MC}AlternateContent":
            yield from strips(_chosen(element), place, controls)


def _chosen(alternate: Any) -> Any:
    """The first choice of several forms of one thing: newer programs read it."""
    found = alternate.find(f"{MC}Choice")
    if found is None:
        found = alternate.find(f"{MC}Fallback")
    return alternate if found is None else found


def _strip(element: Any, place: Part, controls: tuple[Any, ...]) -> Strip:
    found = _Found()
    _inline(element, found)
    return Strip(element=element, place=place, events=tuple(found.events), boxes=tuple(found.boxes), controls=controls)


def _inline(container: Any, found: _Found) -> None:
    for element in container:
        name = local(element)
        if name == "r":
            _run(element, found)
        elif name in _WRAPPERS:
            found.events.append(Event("enter", element))
            inside = child(element, "sdtContent") if name == "sdt" else element
            _inline(() if inside is None else inside, found)
            found.events.append(Event("leave", element))
        elif name in ("bookmarkStart", "bookmarkEnd"):
            found.events.append(Event("bookmark", element))
        elif element.tag == f"{MC}AlternateContent":
            _inline(_chosen(element), found)
        elif element.tag in (f"{MATHS}oMath", f"{MATHS}oMathPara"):
            found.events.append(Event("object", element, None, NOTE))


def _run(run: Any, found: _Found) -> None:
    properties = child(run, "rPr")
    hidden = properties is not None and (is_on(properties, "vanish") or is_on(properties, "specVanish"))
    for element in run:
        _leaf(element, run, found, "" if hidden else None)


def _leaf(element: Any, run: Any, found: _Found, shown: str | None) -> None:
    """Gather what an element of a run is; `shown` is "" where the run is hidden."""
    name = local(element)
    if name in _LEAVES:
        what, told = _LEAVES[name]
        text = told(element)
        found.events.append(Event(what, element, run, text if shown is None or what == "code" else shown))
    elif name == "ruby":
        text = "".join(inner.text or "" for inner in element.iterfind(f"{W}rubyBase/{W}r/{W}t"))
        found.events.append(Event("object", element, run, text))
    else:
        _drawn(element, run, found)


def _line_break(element: Any) -> str:
    return "" if value(element, "type") in ("page", "column") else "\n"


def _symbol(element: Any) -> str:
    """A character of a font of symbols: its place there says nothing of what is seen."""
    code = value(element, "char")
    number = int(code, 16) if 0 < len(code) <= 5 and all(one in "0123456789abcdefABCDEF" for one in code) else 0xFFFC
    return NOTE if number < 32 or 0xD800 <= number <= 0xF8FF else chr(number)


def _drawn(element: Any, run: Any, found: _Found) -> None:
    """A drawing: the text in it is a story of its own; one that stands in the line takes a character's place."""
    drawings = [*_chosen(element)] if element.tag == f"{MC}AlternateContent" else [element]
    if plain := "".join(one.text or "" for one in element.iterfind(f"{MC}Fallback/{W}t")):
        found.events.append(Event("object", element, run, plain))  # a coloured sign, such as a face
    for drawing in drawings:
        if local(drawing) not in ("drawing", "pict", "object"):
            continue
        boxes = [box for box in drawing.iter(f"{W}txbxContent") if not _is_inside(box, drawing)]
        found.boxes.extend(boxes)
        inline = not boxes and (local(drawing) == "object" or drawing.find(f"{DRAWING}inline") is not None)
        found.events.append(Event("object", element, run, NOTE if inline else ""))


def _is_inside(box: Any, drawing: Any) -> bool:
    """Whether a text box stands in another one, or is an older form of one that is read already."""
    for one in box.iterancestors():
        if one is drawing:
            return False
        if one.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return True
    return False


def _own(element: Any) -> str:
    return element.text or ""


def _nothing(_: Any) -> str:
    return ""


def _a_note(_: Any) -> str:
    return NOTE


def _as(text: str) -> Callable[[Any], str]:
    return lambda _: text


_LEAVES: Mapping[str, tuple[What, Callable[[Any], str]]] = {
    **{name: ("text", _as(text)) for name, text in _SHOWN.items()},
    "br": ("text", _line_break),
    "endnoteReference": ("note", _a_note),
    "fldChar": ("mark", _nothing),
    "footnoteReference": ("note", _a_note),
    "instrText": ("code", _own),
    "lastRenderedPageBreak": ("page", _nothing),
    "sym": ("text", _symbol),
    "t": ("text", _own),
}
"""Elements of a run: what they are and the text they show."""
