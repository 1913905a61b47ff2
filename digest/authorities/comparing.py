"""Whether two strings may spell one name, and by which letters such pairs are looked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from digest.authorities.bodies import acronym, compare_bodies, compare_places, initials, known_place, of_a_state, parts
from digest.authorities.chinese import readings, syllables
from digest.authorities.folding import folded
from digest.authorities.persons import LONGEST, Match, compare, with_given, words
from digest.authorities.sounds import habits, lettered, sounds
from digest.authorities.words import is_slip, key, one_word
from digest.model import EntityKind

COMPARED: dict[EntityKind, Callable[[str, str], Match | None]] = {
    "person": compare,
    "body": compare_bodies,
    "place": compare_places,
}


def same(one: str, other: str, kind: EntityKind | None = None) -> bool:
    """Whether two strings may spell one name, of any kind where none is told; a family name counts for a full one.

    >>> same("Recep Erdoğan", "Recep Erdogan"), same("Toqaev", "Kassym-Jomart Tokayev"), same("Wang Yi", "Wang Qi")
    (True, True, False)
    """
    kinds = (kind,) if kind else tuple(COMPARED)
    if any(COMPARED[each](one, other) for each in kinds):
        return True
    return "person" in kinds and alone(one, other) is not None


def alone(one: str, other: str) -> Match | None:
    """Why a name of one word is the family name of a full name, or of another; None where it is not."""
    if max(len(one), len(other)) > LONGEST:
        return None
    if len(words(one)) > len(words(other)):
        one, other = other, one
    if len(one.split()) > 1 or not one:
        return None
    for family in families(other):
        if folded(family) == folded(one):
            return Match(distance=0, why="its family name")
        cost = one_word(one, family)
        if cost is not None and not is_short_chinese(one, family):
            return Match(distance=1 + cost, why="its family name in another spelling")
    if any(is_slip(one, family) for family in families(other)):
        return Match(distance=9, why="its family name, mistyped")
    return None


def is_short_chinese(one: str, other: str) -> bool:
    """Whether one of two words is too short to be known in another spelling."""
    return min(len(one), len(other)) < 4 and folded(one) != folded(other)


def families(name: str) -> tuple[str, ...]:
    """The words of a full name by which it may be called alone: the last one; of a Chinese, the first too."""
    plain = words(name)
    if not plain:
        return ()
    if readings(name) and len(plain) > 1:
        return (plain[0], plain[-1])
    return (plain[-1],)


def keys(name: str, kind: EntityKind) -> Iterator[str]:
    """Marks that two names share if `COMPARED` may find them to be one."""
    if kind == "person" and len(words(name)) < 2 and not readings(name):
        return  # a name of one word is joined later
    yield f"={folded(name)}"
    if len(name) > LONGEST:
        return
    if kind == "person":
        yield from (f"c{family} {given}" for family, given in readings(name))
        yield from _sounding(words(name))
        yield from _sounding(words(name)[:2]) if with_given(words(name)) else ()
        yield from _with_initial(words(name))
        yield from _without_one(words(name))
        return
    yield from _sounding(parts(name))
    if kind == "body":
        yield from (f"a{letters}" for letters in initials(name))
        yield f"a{acronym(name)}"
        yield f"s{' '.join(sorted(of_a_state(parts(name))))}"
    else:
        yield f"p{known_place(name)}"
        yield f"h{syllables(name) or ''.join(parts(name))}"


def _with_initial(name: tuple[str, ...]) -> Iterator[str]:
    if len(name) == 2 and (family := sounds(name[1])):
        yield f"i{lettered(name[0])[:1]}{key(family)}"


def _without_one(name: tuple[str, ...]) -> Iterator[str]:
    """The consonants of each word, whatever their order, and where a word is long all but one of them."""
    plain = ["".join(sorted(key(word))) if (word := sounds(part)) else "" for part in name]
    yield f"d{' '.join(sorted(plain))}"
    for place, letters in enumerate(plain):
        if len(name[place]) > 8:
            for at in range(len(letters)):
                yield f"d{' '.join(sorted([*plain[:place], letters[:at] + letters[at + 1 :], *plain[place + 1 :]]))}"


def _sounding(name: tuple[str, ...]) -> Iterator[str]:
    """The consonants of the words, whatever their order, and written as one, by each habit of spelling."""
    for habit in habits(" ".join(name)):
        read = [key(word) for part in name if (word := sounds(part, habit))]
        yield f"s{' '.join(sorted(read))}"
        for order in (read, [*read[1:], *read[:1]]):
            yield "m" + re.sub(r"(.)\1", r"\1", "".join(order))
