"""The text of an article in a page's tree."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Block, Declared, Kind
from digest.readers.html.markup import Tree

_KINDS: dict[str, Kind] = {"p": "paragraph", "li": "list item", "h2": "heading", "h3": "heading", "h4": "heading"}


def find_body(tree: Tree, declared: Sequence[Declared]) -> tuple[Block, ...]:  # noqa: ARG001
    """The blocks of the article, in order."""
    found: list[Block] = []
    for element in tree.iter(*_KINDS):
        if text := " ".join(element.text_content().split()):
            kind = _KINDS[element.tag]
            level = int(element.tag[1]) if kind == "heading" else None
            found.append(Block(text=text, line=len(found) + 1, kind=kind, level=level, rule=f"<{element.tag}>"))
    return tuple(found)
