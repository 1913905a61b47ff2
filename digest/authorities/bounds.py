"""How much of a crowd is compared: what a hostile page names may take no longer than what an honest one does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable


def pairs(size: int) -> int:
    """How many pairs so many names are."""
    return size * (size - 1) // 2


def largest(sizes: Iterable[int], most: int, cost: Callable[[int], int] = pairs) -> int:
    """The size up to which blocks of these sizes may be compared, the small first, at a `cost` of at most `most`.

    >>> largest([2, 2, 10], 40), largest([2, 2, 10], 50)
    (9, 10)
    """
    size = 0
    for size, blocks in sorted(Counter(sizes).items()):
        most -= blocks * cost(size)
        if most < 0:
            return size - 1
    return size
