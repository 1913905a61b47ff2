"""Reports of one event in several languages: what they share are names, by their consonants, and figures."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.storylines.traits import Traits, sound

_CYRILLIC = """
а a, б b, в v, г g, д d, е e, ё e, ж j, з z, и i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х h, ц ts,
ч ch, ш sh, щ sh, ъ, ы i, ь, э e, ю u, я a, і i, ї i, є e, ґ g, қ k, ғ g, ә a, ө o, ұ u, ү u, һ h, ң n, ў u"""
_LETTERS = str.maketrans({row[0]: row[2:] for row in _CYRILLIC.replace("\n", " ").strip().split(", ")})
_ENDING = re.compile("(?<=[а-яё]{4})(?:ом|ем|ым|им|ой|ою|ого|ому|ами|ах|ях|ям|ам)$")
_VOWELS = re.compile("[aeiouy]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO = 2
_MOST_HOLDERS = 30
"""Reports that have a name; what more have is no event's."""
_SHARED = 5
"""Names and figures in the lead of one report that the other must have."""
_DAYS = 7
_SAFE = 9.0
"""What the rarity of these must come to; three pages of one day on one man's case came to eight."""


def bare(word: str) -> str:
    """A name by its consonants in Latin letters, a short one with its vowels but the last.

    >>> bare("warsame") == bare("варсаме"), bare("somaliland") == bare("сомалиленде"), bare("isse")
    (True, True, 'is')
    """
    latin = sound(_ENDING.sub("", word).translate(_LETTERS))
    consonants = _VOWELS.sub("", latin)
    return consonants if len(consonants) > 2 else latin.rstrip("aeiouy")


def united(groups: Sequence[tuple[int, ...]], found: Sequence[Traits]) -> list[tuple[int, ...]]:
    """`groups` of places in `found`, each of one language, joined where two reports of them share rare names."""
    home = {place: number for number, places in enumerate(groups) for place in places}
    whole = dict(enumerate(groups))
    for one, other, _ in sorted(_across(found), key=lambda pair: (-pair[2], pair[0], pair[1])):
        mine, theirs = home[one], home[other]
        tongues = [{found[place].language for place in whole[number]} for number in (mine, theirs)]
        if mine != theirs and tongues[0].isdisjoint(tongues[1]):
            whole[mine] = tuple(sorted(whole[mine] + whole.pop(theirs)))
            home.update(dict.fromkeys(whole[mine], mine))
    return sorted(whole.values())


def _across(found: Sequence[Traits]) -> Iterator[tuple[int, int, float]]:
    """Every two reports in different languages that tell of one event, and how much their names speak for it."""
    if len({one.language for one in found} - {""}) < _TWO:
        return
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        for mark in set(_marks(one.weights)):
            holders[mark].append(place)
    for place, one in enumerate(found):
        for other, shared in _sharing(one, holders).items():
            worth = sum(math.log((_MOST_HOLDERS + 1) / (count + 0.5)) for count in shared)
            if len(shared) >= _SHARED and worth >= _SAFE and _is_abroad(one, found[other]):
                yield place, other, worth


def _sharing(one: Traits, holders: Mapping[str, Sequence[int]]) -> Mapping[int, list[int]]:
    """By report that shares names or figures of this one's lead, how many reports have each."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for mark in set(_marks(one.lead)):
        if 1 < len(holders[mark]) <= _MOST_HOLDERS:
            for other in holders[mark]:
                found[other].append(len(holders[mark]))
    return found


def _marks(terms: Iterable[str]) -> Iterator[str]:
    """The names and the figures among `terms`; a small figure, or a year, tells nothing."""
    for term in terms:
        if term[0].isupper() and len(mark := bare(term.lower())) > 1:
            yield mark
        elif term[0].isdigit() and len(term) > 1 and not _YEAR.fullmatch(term):
            yield term


def _is_abroad(one: Traits, other: Traits) -> bool:
    """Whether both state a language, another one, and days that are near each other."""
    if not (one.language and other.language) or one.language == other.language:
        return False
    if one.issued is None or other.issued is None:
        return False
    return max(one.issued[0] - other.issued[1], other.issued[0] - one.issued[1]) <= _DAYS
