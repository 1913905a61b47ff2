"""A document with some of its words in a Span of their own."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from digest.verify.doctree import Inlines, passages, text_of


def mark(document: Mapping[str, Any], places: Mapping[int, Sequence[tuple[int, int]]], name: str) -> dict[str, Any]:
    """A copy of `document` with a Span of class `name` around places of its passages, by number and offset.

    A Span takes in whole inlines: what is half marked is marked. Code and raw blocks cannot be.
    """
    copied: dict[str, Any] = copy.deepcopy(dict(document))
    for number, passage in enumerate(passages(copied)):
        if number in places and passage.inlines is not None:
            spans = [(0, _END)] if passage.whole else places[number]
            passage.inlines[:] = _wrapped(passage.inlines, spans, name)
    return copied


_END = 1 << 60


def _wrapped(inlines: Inlines, spans: Sequence[tuple[int, int]], name: str) -> Inlines:
    out: Inlines = []
    open_span: Inlines | None = None
    place = 0
    for node in inlines:
        end = place + len(text_of([node]))
        if any(start < end and place < stop for start, stop in spans):
            if open_span is None:
                open_span = []
                out.append({"t": "Span", "c": [["", [name], []], open_span]})
            open_span.append(node)
        else:
            open_span = None
            out.append(node)
        place = end
    return out
