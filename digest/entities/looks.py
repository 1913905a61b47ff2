"""What the words of a name tell by themselves: a body's or place's last word, a given name, a table's row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digest.entities.bodies import CONTESTS, HEADS, JOINING, KNOWN, LOOSE_HEADS
from digest.entities.people import (
    CALLINGS,
    EAST_ASIAN,
    FAMILY_ENDS,
    GERMAN_OFFICE_ENDS,
    GIVEN,
    HONORIFICS,
    OFFICES,
)
from digest.entities.places import ENDS, SIDES, STARTS, table
from digest.entities.stops import adjectives


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _listed(
    "de da do dos del della di du la le van von der den ter ten bin ibn al el of the zu zur af and & for on to a an "
    "für und et des les l’"
)
"""Small words inside names."""
LINKS = _listed("of for on to für de des du")
_LANDS = frozenset({"Republic", "Kingdom", "Gulf", "Strait", "Isle"})
_SMALL_WORDS = _listed("up to for the of in on at with and or by from not out over is are no")
NEVER = -9
"""Points of what cannot be: a person whose last name is Ministry."""
SURE = 3
"""Points of a sign that suffices by itself."""

Points = tuple[int, int, int]
"""For a person, a body, a place."""


def is_title(word: str) -> bool:
    """Whether a word is an office, a calling or an honorific.

    >>> is_title("President"), is_title("Bundeskanzlerin"), is_title("Ana")
    (True, True, False)
    """
    small = word.lower()
    if " " in word or small in OFFICES or small in CALLINGS or small in HONORIFICS:
        return True
    return small.endswith(GERMAN_OFFICE_ENDS) and len(small) > 8


def by_words(names: Sequence[str]) -> Points:
    """The points that the words themselves give."""
    phrase = " ".join(names)
    if phrase in table() or (phrase.isupper() and len(phrase) > 3 and phrase.title() in table()):
        return (0, 0, SURE)
    if phrase in KNOWN:
        return (0, SURE, 0)
    if len(names) < 2 or phrase.isupper() or phrase in CONTESTS:
        return (0, 0, 0)
    return _by_shape(names)


def _by_shape(names: Sequence[str]) -> Points:
    last, first = names[-1], names[0]
    if any(word in JOINING and following in LINKS for word, following in pairwise(names)):
        return (0, SURE, 0) if _LANDS.isdisjoint(names) else (0, 0, SURE)
    if last in HEADS:
        return (0, 1 if last in LOOSE_HEADS and len(names) == 2 else SURE, 0)
    if last in ENDS or (first in STARTS and len(names) <= 3):
        return (0, 0, SURE if last in ENDS else 2)
    return (0, 0, SURE) if first in SIDES and " ".join(names[1:]) in table() else (0, 0, 0)


def person_looks(names: Sequence[str], tongue: str) -> int:
    """Points for looking like the full name of a person; -1 where it cannot be one.

    >>> person_looks(["Ana", "Petrova"], "en"), person_looks(["Silk", "Road", "Fund"], "en")
    (4, -1)
    """
    proper = [word for word in names if word not in PARTICLES]
    if len(proper) < 2:
        return 0
    if len(proper) > 5 or any(_never_a_persons(word) for word in proper) or is_known(proper[0]):
        return -1
    first, last = proper[0].lower(), proper[-1]
    points = 2 * (first in GIVEN or first.partition("-")[0] in GIVEN)
    points += (1 if tongue == "cyrillic" else 2) * (len(last) > 4 and last.lower().endswith(FAMILY_ENDS))
    points += 2 * (first in EAST_ASIAN and len(proper) <= 3 and len(last) < 11 and last.isascii())
    points += 2 * any(word.partition("-")[2][:1].islower() for word in proper)  # Heung-min Son
    return points + 2 * any(len(word) == 2 and word[1] == "." for word in proper[1:-1])


def is_known(word: str) -> bool:
    """Whether a word is a place or body of the tables, and no given name."""
    return (word in table() or word in KNOWN) and word.lower() not in GIVEN


def _never_a_persons(word: str) -> bool:
    small = word.lower()
    if word in HEADS or word in ENDS or word in JOINING or small in _SMALL_WORDS or small in adjectives():
        return True
    return (word.isupper() and len(word) > 2 and "." not in word) or any(letter.isdigit() for letter in word)
