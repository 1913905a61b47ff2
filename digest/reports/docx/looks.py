"""How a document's text looks where its styles do not say it: what most of its runs have set of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from digest.reports.docx.elements import PARAGRAPH_ORDER, RUN_ORDER, plain_name, put, w
from digest.reports.docx.tags import W, child, local, value

_OF_TEXT = ("rFonts", "color", "sz", "szCs")
"""What makes the look of a text as a whole; italics and their like belong to single words."""
_OF_HEADINGS = (*_OF_TEXT, "b", "bCs", "i", "iCs", "caps", "smallCaps", "u", "spacing")
_NOT_TAKEN = ("sectPr", "rPr", "pPrChange", "framePr", "cnfStyle")


def look_of(paragraphs: Iterable[Any], *, style: str | None = None) -> Any | None:
    """The properties of runs (`w:rPr`) that more than half of the paragraphs' characters have set of their own.

    With `style` only paragraphs of this style count. None where most have nothing set.
    """
    counted: Counter[bytes] = Counter()
    first: dict[bytes, Any] = {}
    names = _OF_HEADINGS if style else _OF_TEXT
    for paragraph in paragraphs:
        if style and value(child(paragraph, "pPr", "pStyle")) != style:
            continue
        for run in paragraph.iterchildren(f"{W}r"):
            length = sum(len(one.text or "") for one in run.iterchildren(f"{W}t"))
            if length:
                properties = child(run, "rPr")
                mark = _mark(properties, names)
                counted[mark] += length
                first.setdefault(mark, properties)
    if not counted:
        return None
    most, number = counted.most_common(1)[0]
    return _only(first[most], names) if most and 2 * number > counted.total() else None


def _mark(properties: Any | None, names: tuple[str, ...]) -> bytes:
    """What tells two looks apart."""
    told = []
    for one in properties if properties is not None else ():
        if local(one) in names:
            told.append(f"{local(one)}{sorted(one.attrib.items())}")
    return "".join(told).encode()


def _only(properties: Any, names: tuple[str, ...]) -> Any:
    taken = [deepcopy(one) for one in properties if local(one) in names]
    return w("rPr", *taken)


def dressed(runs: Iterable[Any], look: Any | None) -> list[Any]:
    """Runs, also those in links and controls, with what a look sets and they do not set themselves."""
    found = [*runs]
    if look is None:
        return found
    for one in found:
        for run in one.iter(f"{W}r"):
            properties = child(run, "rPr")
            if properties is None:
                properties = w("rPr")
                run.insert(0, properties)
            own = {plain_name(there) for there in properties}
            for wanted in look:
                if plain_name(wanted) not in own:
                    put(properties, deepcopy(wanted), RUN_ORDER)
    return found


def heading_like(text: str, style: str, body: Any) -> Any:
    """A heading in a style, with what the last heading of that style in the body has set of its own."""
    model = None
    for paragraph in body.iterchildren(f"{W}p"):
        if value(child(paragraph, "pPr", "pStyle")) == style:
            model = child(paragraph, "pPr")
    properties = w("pPr", w("pStyle", val=style))
    for one in model if model is not None else ():
        if local(one) in PARAGRAPH_ORDER and local(one) not in (*_NOT_TAKEN, "pStyle"):
            put(properties, deepcopy(one), PARAGRAPH_ORDER)
    runs = dressed([w("r", w("t", text))], look_of(body.iterchildren(f"{W}p"), style=style))
    return w("p", properties, *runs)
