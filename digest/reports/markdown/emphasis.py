"""Which asterisks, underscores and tildes of a text are marks: https://spec.commonmark.org/0.31.2/#delimiter-run."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

__all__ = ["Node", "flanks", "is_mark", "pair_marks"]


class Node:
    """A stretch of a block: words, a mark that is not shown, marks of emphasis, or the call of a note."""

    __slots__ = (
        "closes", "end", "field", "index", "inside", "kind", "left", "name", "opaque", "opens", "peer", "role", "start",
        "struck", "text", "url",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, end: int, text: str = "", *, name: str = "") -> None:
        self.kind, self.start, self.end, self.text, self.name = kind, start, end, text, name
        self.role = self.url = ""
        self.opaque = False
        self.peer: Node | None = None
        self.field: tuple[str, str] | None = None
        self.inside: tuple[Node, ...] = ()
        self.opens: tuple[int, ...] = ()
        self.closes: tuple[int, ...] = ()
        self.left = end - start
        self.index = 0
        self.struck: Node | None = None


def is_mark(character: str) -> bool:
    """Whether it is punctuation or a symbol."""
    return bool(character) and unicodedata.category(character)[0] in "PS"


def flanks(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether marks between these characters may open emphasis, and whether they may close it.

    >>> flanks("*", " ", "a"), flanks("_", "a", "b"), flanks("*", "a", "b")
    ((True, False), (False, False), (True, True))
    """
    blank_before, blank_after = not before or before.isspace(), not after or after.isspace()
    left = not blank_after and (not is_mark(after) or blank_before or is_mark(before))
    right = not blank_before and (not is_mark(before) or blank_after or is_mark(after))
    if mark == "_":
        return left and (not right or is_mark(before)), right and (not left or is_mark(after))
    return left, right


def pair_marks(nodes: Iterable[Node]) -> None:
    """Tell each run of marks how many of it open and close emphasis; the rest are only themselves."""
    stack: list[Node] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for node in nodes:
        if node.kind != "marks":
            continue
        if "c" in node.role:
            _close(node, stack, bottoms)
        if node.left and "o" in node.role:
            stack.append(node)


def _close(node: Node, stack: list[Node], bottoms: dict[tuple[str, bool, int], int]) -> None:
    size = node.end - node.start
    key = (node.name, "o" in node.role, size % 3)
    while node.left:
        bottom = bottoms.get(key, 0)
        at = next((at for at in range(len(stack) - 1, bottom - 1, -1) if _pairs(stack[at], node)), -1)
        if at < 0:
            bottoms[key] = len(stack)
            return
        opening = stack[at]
        used = 2 if opening.left >= 2 and node.left >= 2 else 1
        opening.opens = (used, *opening.opens)
        node.closes = (*node.closes, used)
        opening.left -= used
        node.left -= used
        if node.name == "~":
            node.struck = opening
        del stack[at + 1 if opening.left else at :]
        for one, bound in bottoms.items():
            bottoms[one] = min(bound, len(stack))


def _pairs(opening: Node, closing: Node) -> bool:
    if opening.name != closing.name:
        return False
    sizes = opening.end - opening.start, closing.end - closing.start
    if opening.name == "~":
        return sizes == (2, 2)
    either = "c" in opening.role or "o" in closing.role
    return not (either and sum(sizes) % 3 == 0 and any(size % 3 for size in sizes))
