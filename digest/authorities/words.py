"""Whether two words are one in two spellings: how far their sounds are from each other."""

from __future__ import annotations

from functools import lru_cache

from digest.authorities.folding import folded
from digest.authorities.sounds import VOWELS, Word, habits, sounds

_CONSONANTS = {
    **dict.fromkeys(map(frozenset, ("qk", "ſs", "ſz", "ŞS", "ŞZ", "ĆC", "Ćc")), 0),
    **dict.fromkeys(map(frozenset, ("qg", "gh", "qh", "WS")), 1),
}  # fmt: skip
"""Consonants that another writer takes for each other: Qaddafi, Gaddafi; Honcharuk, Goncharuk."""
_LAST = frozenset(map(frozenset, ("td", "pb", "kg", "qg")))
"""Those that sound the same at the end of a word: Murad, Murat."""
_VOWELS = {
    **dict.fromkeys(map(frozenset, ("Aa", "Ae", "Ee", "Oo", "Uu")), 0),
    **dict.fromkeys(map(frozenset, ("ae", "ao", "ei", "ou", "yi", "ye", "yu", "Ei", "Ou", "Uo", "ji")), 1),
}
_FIRST = frozenset(map(frozenset, ("ou", "ao", "yi", "Ou", "Uo")))
"""Vowels that may change at the head of a word; Elnur is not Alnur."""
_STEADY = frozenset(map(frozenset, ("ae", "ei", "ou")))
"""Vowels that tell two families with a Slavic ending apart: Karimov, Kerimov; Umarov, Omarov."""
_FIRST_LONG = 6
_CLASSES = str.maketrans(
    {
        "q": "k",
        "g": "k",
        "h": "k",
        "ſ": "s",
        "z": "s",
        "Ş": "S",
        "Z": "S",
        "W": "S",
        "d": "t",
        "b": "p",
        "Ć": "C",
        "c": "C",
    }
)


def key(word: Word) -> str:
    """What is the same of all spellings that `distance` may find to be one."""
    return word.consonants.translate(_CLASSES)


def allowed(letters: int) -> int:
    """How far two spellings of a word of so many letters may be from each other."""
    return 0 if letters < 5 else 1 if letters < 6 else 2 if letters < 9 else 3


def distance(one: Word, other: Word) -> int | None:
    """How far two words are from each other; None where they are two."""
    if len(one.consonants) != len(other.consonants):
        return None
    total, last = 0, len(one.vowels) - 1
    for place, (mine, theirs) in enumerate(zip(one.consonants, other.consonants, strict=True), 1):
        if mine != theirs:
            ends = place == last and not one.vowels[-1]
            total += _consonants(mine, theirs, ends=ends, short=_is_short(one, other))
    for place, (mine, theirs) in enumerate(zip(one.vowels, other.vowels, strict=True)):
        if mine != theirs:
            head, end = place == 0, place == last
            cost = _vowels(mine, theirs, head=head, end=end, short=_is_short(one, other))
            if cost and (one.steady or other.steady) and frozenset((mine, theirs)) in _STEADY:
                return None
            total += _little(one, other) if end and {mine, theirs} == {"a", "o"} else cost
    most = 0 if one.letters < 7 and sum(map(bool, one.vowels)) < 2 else allowed(min(one.letters, other.letters))
    return total if total <= most else None


def _little(one: Word, other: Word) -> int:
    """Latushko, Latushka: the ending that Belarusian writes as it is said."""
    return 1 if one.consonants[-1:] == "k" and min(one.letters, other.letters) > 6 else 99


def _consonants(one: str, other: str, *, ends: bool, short: bool) -> int:
    both = frozenset((one, other))
    if ends and both in _LAST:
        return 1
    cost = _CONSONANTS.get(both, 99)
    return 99 if cost and short else cost


def _is_short(one: Word, other: Word) -> bool:
    return min(one.letters, other.letters) < _FIRST_LONG


def _vowels(one: str, other: str, *, head: bool, end: bool, short: bool) -> int:
    """How far the vowels at one place of two words are from each other; 99, where they cannot be one."""
    if not one or not other:
        return _inserted(one or other, head=head, end=end, short=short)
    if len(one) == len(other):
        return sum(_pair(a, b, head=head, end=end, short=short) for a, b in zip(one, other, strict=True))
    return _glides(one, other, end=end)


def _inserted(vowels: str, *, head: bool, end: bool, short: bool) -> int:
    """A vowel that only one of them has: Aleksandr, Aleksander."""
    return 1 if vowels in ("e", "y", "i") and not (head or end or short) else 99


def _pair(one: str, other: str, *, head: bool, end: bool, short: bool) -> int:
    if one == other:
        return 0
    both = frozenset((one, other))
    if end:
        return 0 if both in ({"y", "i"}, {"j", "i"}, {"E", "i"}, {"A", "a"}, {"A", "e"}) else 99
    cost = 99 if short and both == {"a", "e"} else _VOWELS.get(both, 99)  # Arman is not Armen
    return 99 if cost and head and (both not in _FIRST or (short and "a" in both)) else cost


def _glides(one: str, other: str, *, end: bool) -> int:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if end and longer[-1] != shorter[-1]:
        return 99
    if longer == f"i{shorter}":
        return 0 if shorter in "uU" else 1
    return 1 if (longer, shorter) in _ALIKE else 99


_ALIKE = {("io", "e"), ("ie", "i"), ("ae", "aj"), ("ai", "E"), ("aE", "aj"), ("aE", "ai"), ("aej", "aj")}
"""Vowels of two lengths that are written for one another: Semyon, Semen; Saeed, Said."""


def one_word(mine: str, theirs: str) -> int | None:
    """How far two words are from each other, each read by the habits it shows; None where they are two.

    >>> one_word("Toqaev", "Tokayev"), one_word("Gorbatschow", "Горбачёв"), one_word("Aliyev", "Aliyeva")
    (0, 0, None)
    """
    costs = (read(mine, theirs, pair) for pair in both_habits(mine, theirs))
    return min((cost for cost in costs if cost is not None), default=None)


@lru_cache(maxsize=200_000)
def both_habits(mine: str, theirs: str) -> tuple[tuple[str, str], ...]:
    """The pairs of habits by which two names may be read, one of each pair being the first."""
    return tuple(dict.fromkeys([*((habit, "") for habit in habits(mine)), *(("", habit) for habit in habits(theirs))]))


@lru_cache(maxsize=200_000)
def read(mine: str, theirs: str, pair: tuple[str, str]) -> int | None:
    """How far two words are from each other, each read by its habit of `pair`; None where they are two."""
    if mine == theirs or folded(mine) == folded(theirs):
        return 0
    one, other = sounds(mine, pair[0]), sounds(theirs, pair[1])
    return distance(one, other) if one and other else None


def is_slip(mine: str, theirs: str) -> bool:
    """Whether one of two long words is the other with a slip of the hand: letters changed about, a consonant too many.

    Neither the first letter nor the last two, which tell a daughter's name, nor a letter for another.

    >>> is_slip("Nazrabayev", "Nazarbayev"), is_slip("Nazarvbayev", "Nazarbayev"), is_slip("Ibragimova", "Ibraimova")
    (True, True, False)
    """
    longer, shorter = sorted((_flat(mine), _flat(theirs)), key=len, reverse=True)
    if len(shorter) < 5 or longer[0] != shorter[0] or longer[-2:] != shorter[-2:]:
        return False
    at = next((place for place, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) == len(shorter):
        return longer[at : at + 2] == shorter[at : at + 2][::-1] and longer[at + 2 :] == shorter[at + 2 :] and at > 0
    if len(longer) != len(shorter) + 1 or len(shorter) < 8 or longer[at + 1 :] != shorter[at:]:
        return False
    return not set(longer[at - 1 : at + 2]) & set(VOWELS)


def _flat(word: str) -> str:
    """The sounds of a word, one after the other."""
    found = sounds(word)
    if found is None or found.letters < 6:
        return ""
    return found.vowels[0] + "".join(map("".join, zip(found.consonants, found.vowels[1:], strict=True)))
