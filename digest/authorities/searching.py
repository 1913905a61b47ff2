"""What else to look for: the other spellings of words that a person types."""

from __future__ import annotations

from collections.abc import Iterator

from digest.authorities.chinese import FAMILIES
from digest.authorities.folding import folded
from digest.authorities.register import Authorities
from digest.authorities.sounds import habits, sounds
from digest.authorities.words import is_slip, key, one_word

MOST = 24
"""Spellings that are looked for instead of one."""


def variants(known: Authorities, text: str) -> tuple[str, ...]:
    """The other spellings of a name, or of a word of one; none where `text` is no name that is known.

    A family name is looked for as a word, a body or a place under all its names.
    """
    found: dict[str, None] = {}
    for at in known.places.get(folded(text), ()):
        who = known.all[at]
        if who.kind != "person":
            found |= dict.fromkeys((*who.spellings, *(was.name for was in who.was)))
        elif _is_full(text):
            found |= dict.fromkeys(spelling for spelling in who.spellings if _is_full(spelling))
    if " " not in text:
        found |= dict.fromkeys(_heard(known, text))
    return tuple(other for other in found if folded(other) != folded(text) and len(other) > 1)[:MOST]


def _is_full(name: str) -> bool:
    return " " in name or not any(letter < "\u2e80" for letter in name)


def _heard(known: Authorities, word: str) -> Iterator[str]:
    """The words of persons' names that sound as `word` does."""
    if len(word) < 4 or folded(word) in FAMILIES:
        return
    marks = dict.fromkeys(key(read) for habit in habits(word) if (read := sounds(word, habit)))
    for other in dict.fromkeys(other for mark in marks for other in known.heard.get(mark, ())):
        far = one_word(word, other)
        if (far is not None and far < 2) or is_slip(word, other):
            yield other
