"""The words of a paragraph in pandoc's tree, across its emphases and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from digest.typography import curl

Node = dict[str, Any]
Nodes = list[Node]

_STRAIGHT = re.compile(r"[\"']|--|\.\.\.")

# Inlines that hold inlines, and where among their fields these are.
_HOLDERS = {
    "Emph": None, "Strong": None, "Strikeout": None, "Superscript": None, "Subscript": None, "SmallCaps": None,
    "Underline": None, "Span": 1, "Link": 1, "Quoted": 1,
}  # fmt: skip


def _held(node: Node) -> Nodes:
    place = _HOLDERS[node["t"]]
    held: Nodes = node["c"] if place is None else node["c"][place]
    return held


def plain(nodes: Sequence[Node]) -> str:
    """The words of some inlines, without citations and footnotes."""
    return "".join(_words(nodes)).strip()


def _words(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        kind = node["t"]
        if kind == "Str":
            yield node["c"]
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield " "
        elif kind == "Code":
            yield node["c"][1]
        elif kind in _HOLDERS:
            yield from _words(_held(node))


def set_marks(nodes: Nodes, language: str) -> None:
    """Curl the straight marks of a paragraph in place; which way depends on the words beside them."""
    leaves = list(_leaves(nodes))
    text = "".join(leaf["c"] if leaf["t"] == "Str" else _STANDS[leaf["t"]] for leaf in leaves)
    if _STRAIGHT.search(text):
        _curl(leaves, language)


_STANDS = {"Space": " ", "SoftBreak": " ", "LineBreak": " ", "Code": "x", "Cite": "(", "Note": "\u2060"}


def _leaves(nodes: Nodes) -> Iterator[Node]:
    for node in nodes:
        if node["t"] in _HOLDERS:
            yield from _leaves(_held(node))
        else:
            yield node


_ASIDE = str.maketrans({'"': "\ue000", "'": "\ue001"})
_BACK = str.maketrans({"\ue000": '"', "\ue001": "'"})


def _curl(leaves: Nodes, language: str) -> None:
    # Dashes and dots change the length of a word, so they go first, word by word; the quotation marks then keep it.
    for leaf in leaves:
        if leaf["t"] == "Str":
            leaf["c"] = curl(leaf["c"].translate(_ASIDE), language).translate(_BACK)
    pieces = [leaf["c"] if leaf["t"] == "Str" else _STANDS[leaf["t"]] for leaf in leaves]
    before = "".join(pieces)
    after = curl(before, language)
    if len(after) != len(before):
        return
    place = 0
    for leaf, piece in zip(leaves, pieces, strict=True):
        if leaf["t"] == "Str":
            leaf["c"] = after[place : place + len(piece)]
        place += len(piece)
