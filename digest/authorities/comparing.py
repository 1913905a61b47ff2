"""Whether two strings may spell one name."""

from __future__ import annotations

from digest.authorities.register import folded


def same(one: str, other: str) -> bool:
    """Whether two strings may spell one name.

    >>> same("Recep Erdoğan", "Recep Erdogan"), same("Wang Yi", "Wang Qi")
    (True, False)
    """
    return folded(one) == folded(other)
