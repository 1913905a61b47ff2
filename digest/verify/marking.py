"""A document with some of its words in a Span of their own."""

from __future__ import annotations

import copy
from collections.abc import Container, Mapping, Sequence
from typing import Any

from digest.verify.doctree import Inlines, passages, text_of


def mark(document: Mapping[str, Any], places: Mapping[int, Sequence[tuple[int, int]]], name: str) -> dict[str, Any]:
    """A copy of `document` with a Span of class `name` around places of its passages, by number and offset.

    A Span takes in whole inlines: what is half marked is marked. Code stands in a Div of that class.
    """
    copied: dict[str, Any] = copy.deepcopy(dict(document))
    for number, passage in enumerate(passages(copied)):
        if number in places and passage.block is not None:
            block = dict(passage.block)
            passage.block.update({"t": "Div", "c": [["", [name], []], [block]]})
        elif number in places and passage.inlines is not None:
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
    return [part for node in out for part in _spaced(node, name)]


def _spaced(node: dict[str, Any], name: str) -> Inlines:
    """A Span of ours with the space at its end outside."""
    inner = node["c"][1] if node["t"] == "Span" and node["c"][0][1] == [name] else []
    return [node, inner.pop()] if len(inner) > 1 and inner[-1]["t"] in ("Space", "SoftBreak") else [node]


def untie(document: dict[str, Any], keys: Container[str]) -> None:
    """Turn the citations of `keys`, in place, into the words they were typed as: no reference stands for them."""
    stack: list[Any] = [document]
    while stack:
        node = stack.pop()
        if isinstance(node, dict) and node.get("t") == "Cite" and any(c["citationId"] in keys for c in node["c"][0]):
            node.update({"t": "Span", "c": [["", [], []], node["c"][1]]})
        stack.extend(node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())
