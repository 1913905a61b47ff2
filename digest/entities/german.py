"""German, where every noun has a capital: a person is known by a given name or an office, all else from tables."""

from __future__ import annotations

from collections.abc import Sequence

from digest.entities.people import GIVEN

_NOBLE = frozenset({"von", "van", "zu", "de", "vom", "der", "den"})
_NOT_GIVEN = frozenset(
    {"will", "may", "art", "ernst", "falk", "rose", "wolf", "ada", "per", "said", "mai", "roman", "kai", "mark", "hope"}
)
"""Given names that are common German words as well."""


def person_at(names: Sequence[str]) -> tuple[int, int] | None:
    """From which to which word a run of capitals names a person in full.

    >>> person_at("Deutschbanker Stefan Schneider".split()), person_at("Vorbereitung der Gegenoffensive".split())
    ((1, 3), None)
    """
    for first, word in enumerate(names[:-1]):
        if not _is_given(word):
            continue
        end = first + 1
        while end < len(names) - 1 and (_is_given(names[end]) or len(names[end]) == 2):
            end += 1
        while end < len(names) - 1 and names[end] in _NOBLE:
            end += 1
        if names[end][0].isupper() and not (end == first + 2 and names[first + 1] in ("der", "den")):
            return first, end + 1
    return None


def _is_given(word: str) -> bool:
    small = word.lower()
    return word[0].isupper() and small not in _NOT_GIVEN and (small in GIVEN or small.partition("-")[0] in GIVEN)
