"""Short names that a text gives in brackets after the full one: Shanghai Cooperation Organization (SCO)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from digest.entities.runs import CAPITAL, LONGEST
from digest.model import EntityKind

_BRACKET = re.compile(rf"\((?:the |or |[\"“])?(?P<short>{CAPITAL}[\w\-./&]{{1,11}})[\"”]?[);,]")
_CAPITALS = re.compile(CAPITAL)
_BEFORE = 160


def acronyms(texts: Sequence[str], kinds: Mapping[str, EntityKind]) -> dict[str, str]:
    """Short name → the body whose name stands before its bracket.

    >>> acronyms(["", "the Shanghai Cooperation Organization (SCO) met"], {"Shanghai Cooperation Organization": "body"})
    {'SCO': 'Shanghai Cooperation Organization'}
    """
    found: dict[str, str] = {}
    for text in texts:
        for bracket in _BRACKET.finditer(text[:LONGEST]):
            before = text[max(0, bracket.start() - _BEFORE) : bracket.start()].rstrip(" \u00a0’'s")
            short = bracket["short"]
            full = next((name for name in _tails(before) if kinds.get(name) == "body" and _fits(short, name)), None)
            if full:
                found.setdefault(short, full)
    return found


def _tails(before: str) -> list[str]:
    """The last words of a text, the longest stretch first."""
    words = before.split()[-10:]
    return [" ".join(words[number:]) for number in range(len(words))]


def _fits(short: str, name: str) -> bool:
    """Whether the capitals of a short name stand in the full one in order."""
    place = 0
    for letter in _CAPITALS.findall(short.upper() if short.isupper() else short):
        place = name.upper().find(letter, place) + 1
        if not place:
            return False
    return True
