"""What a brief is told beside its articles: the names that spellings share, and which records are copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.quotebank import House
from digest.storylines import Ties


def _as_spelled(name: str, _key: str) -> str:
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the library and the configuration know of the articles."""

    house: House = _as_spelled  # a name in an article, and its key → the house spelling
    copies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # key → the keys of records with its text
    ties: Ties | None = None  # key → keys of records with text in common, and what they are to it


NOTHING = Known()
"""Names as they are spelled, and no copies but those a brief finds itself."""
