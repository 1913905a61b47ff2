"""Whether two full names of persons are one in two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from digest.authorities.chinese import is_han, readings
from digest.authorities.folding import folded
from digest.authorities.sounds import habits, lettered
from digest.authorities.words import both_habits, is_slip, one_word, read

_TITLES = frozenset(
    re.findall(
        r"\S+",
        "mr mrs ms miss dr prof professor sir lady dame lord president premier minister chancellor senator governor "
        "general gen colonel col major captain king queen prince princess sheikh shaikh ayatollah imam pope comrade "
        "sayyid sayed hajji haji",
    )
)
_PATRONYMIC = re.compile(
    r".{3,}(?:ovich|evich|ovych|iovych|yevich|ovna|evna|ivna|yivna|avich|avna|[yý]ewi[cç]|owi[cç]|uly|ulu|uulu|ogly|oglu|kyzy|qyzy|qizi|ugli"
    r"|ович|евич|ьич|овна|евна|ична|івна|ївна|авіч|ұлы|улы|қызы|кызы|углы|оглы)"
)
_AGES = {"jr": "2", "junior": "2", "sr": "1", "senior": "1", "ii": "2", "iii": "3", "iv": "4"}
"""What tells a son from his father, after the family name."""
_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|ul|аль|эль|ас|аш|ар|ан|ат|аз|ад)[-‐‑]", re.I)
_ARTICLES = frozenset({"al", "el", "аль", "эль"})
_UNTOLD = _TITLES | _ARTICLES | _AGES.keys()
_GENITIVE = re.compile(r"(?<=\w{3})(?:giin|гийн)$", re.I)
"""Of a Mongolian father's name: Khaltmaagiin Battulga."""
_GIVEN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,5}")
_SERVANT = re.compile(r"^(?:abd|абд)(?:[aeuyаеуы]?[lл]?|[aeuаеу][rsdntzрсднтз])$")
_SLAVE = re.compile(r"^(?:abd(?:al(?=[^aeiou])|[eu]l|[aeu](?=rr))|абд(?:е|у|э)ль?)(?=.)", re.I)
_OWNED = re.compile(r"(?<=\w{2})['’]s?$")
_SON = frozenset({"bin", "bint"})
Pairs = tuple[tuple[str, str], ...]
LONGEST = 150
"""Characters of a name that is compared by more than its letters; what is longer is no name."""
MOST = 3
"""How far two names may be from each other in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How far two names are from each other, and why they are one."""

    distance: int
    why: str
    sure: bool = True  # else only where no other fits as well


def compare(one: str, other: str) -> Match | None:
    """Why two full names are one; None where they are two, or where it cannot be told.

    >>> compare("Serikzhan Bilash", "Bilash Serikjan").why
    'one in sound, in another order'
    >>> compare("Wang Yi", "Wang Qi"), compare("Dariga Nazarbayeva", "Dariga Nazarbayev")
    (None, None)
    """
    if folded(one) == folded(other):
        return Match(distance=0, why="the same letters")
    if max(len(one), len(other)) > LONGEST:
        return None
    mine, theirs = readings(one), readings(other)
    if mine and theirs:
        both = mine & theirs
        sure = len({folded(given) for _, given in mine}) == 1 == len({folded(given) for _, given in theirs})
        return Match(distance=0, why=f"both {' '.join(min(both))} in pinyin", sure=sure) if both else None
    if is_han(one) or is_han(other):
        return None
    if age(one) != age(other):
        return None
    found = _by_words(words(one), words(other), german=False)
    if found is None and _is_german(one, other):
        found = _by_words(words(one), words(other), german=True)
    return _by_middle(found, one, other) if found else _with_given(one, other)


def _by_middle(found: Match, one: str, other: str) -> Match | None:
    """`found`, less sure where only one has initials in the middle, and None where they have others."""
    if middle(one) == middle(other):
        return found
    return replace(found, sure=False) if not (middle(one) and middle(other)) else None


def _with_given(one: str, other: str) -> Match | None:
    """Joshua Wong is Joshua Wong Chi-fung, as Hong Kong writes him in full, where no other is."""
    shorter, longer = sorted((words(one), words(other)), key=len)
    if with_given(longer) and len(shorter) == 2 and list(map(folded, shorter)) == list(map(folded, longer[:2])):
        return Match(distance=2, why="with a Chinese given name", sure=False)
    return None


def with_given(name: tuple[str, ...]) -> bool:
    """Whether a name has two words and a Chinese given name after them."""
    return len(name) == 3 and bool(_GIVEN.fullmatch(name[2])) and not _is_initial(name[0])


def _is_german(one: str, other: str) -> bool:
    return "german" in habits(one) + habits(other)


@lru_cache(maxsize=200_000)
def middle(name: str) -> str:
    """The initials between the first word and the last: George W. Bush is not George H. W. Bush."""
    return "".join(_small(part) for part in name.split()[1:-1] if _is_initial(part)).replace(".", "")


@lru_cache(maxsize=200_000)
def age(name: str) -> str:
    """Which of those with one name a person is: Donald Trump Jr. is not Donald Trump."""
    parts = re.split(r"[\s,]+", name.strip())
    return _AGES.get(_small(parts[-1]), "") if len(parts) > 2 else ""


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell: no titles, articles or patronymics; given names as their languages share them."""
    plain = [_OWNED.sub("", part) for part in re.split(r"[\s,]+", name) if part]
    bare = [_ARTICLE.sub("", part) for part in plain]
    kept = [part for part in bare if _small(part) not in _UNTOLD and lettered(part)]
    if len(kept) > 2:
        kept = [part for part in kept if not _PATRONYMIC.fullmatch(_small(part))] or kept
    if len(kept) > 2:
        kept = [part for at, part in enumerate(kept) if at == 0 or not _is_initial(part)]
    if len(kept) == 2:
        kept[0] = _GENITIVE.sub("", kept[0])
    shared = _shared()
    return tuple(shared.get(_small(part), part) for part in _servants(kept))


def _servants(parts: list[str]) -> list[str]:
    """Abdel Fattah, Abd al-Fattah and Abdelfattah, all as Abdulfattah."""
    joined: list[str] = []
    for part in parts:
        if joined and _SERVANT.fullmatch(_small(joined[-1])):
            joined[-1] = f"abdul{_small(part)}"
        else:
            joined.append(_SLAVE.sub("abdul", part))
    return joined


def _small(part: str) -> str:
    return part.casefold().strip(".")


@lru_cache(maxsize=100_000)
def _is_initial(part: str) -> bool:
    return bool(re.fullmatch(r"\w\.?(?:-?\w\.)?", part)) and part[0].isupper()


@cache
def _shared() -> dict[str, str]:
    lines = files("digest.authorities").joinpath("given.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {name: row[0] for row in rows for name in reversed(row)}


def _by_words(mine: tuple[str, ...], theirs: tuple[str, ...], *, german: bool) -> Match | None:
    """How the words match by the habits of German, which tell s from z no better than sch from zh, or by others."""
    if min(len(mine), len(theirs)) < 2:
        return None
    pairs = both_habits(" ".join(mine), " ".join(theirs))
    chosen = tuple(pair for pair in pairs if ("german" in pair) == german)
    best: Match | None = None
    for order, why in _orders(theirs):
        match = _in_order(mine, order, chosen, why)
        if match and (best is None or match.distance < best.distance):
            best = match
        if best and best.distance == 0:
            break
    return replace(best, sure=False) if best and german else best


def _orders(parts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    yield parts, "one in sound"
    if not _SON & set(parts):
        yield (*parts[1:], parts[0]), "one in sound, in another order"
        if len(parts) > 2:
            yield (parts[-1], *parts[:-1]), "one in sound, in another order"


def _in_order(mine: tuple[str, ...], theirs: tuple[str, ...], pairs: Pairs, why: str) -> Match | None:
    for one, other in _aligned(mine, theirs):
        initial = [
            _small(a)[0] == _small(b)[0] for a, b in zip(one, other, strict=True) if _is_initial(a) != _is_initial(b)
        ]
        if initial:
            if len(one) == 2 and all(initial) and _total(one[-1:], other[-1:], pairs) == 0 and not _is_initial(one[-1]):
                return Match(distance=3, why=f"{why}, with an initial", sure=False)
            continue
        total = _total(one, other, pairs)
        if total is not None and total <= MOST:
            return Match(distance=total, why=why)
    return None


def _total(one: tuple[str, ...], other: tuple[str, ...], pairs: Pairs) -> int | None:
    """How far the words are from each other, all of a name read by one habit."""
    totals = (_distance(one, other, pair) for pair in pairs)
    return min((total for total in totals if total is not None), default=None)


def _distance(one: tuple[str, ...], other: tuple[str, ...], pair: tuple[str, str]) -> int | None:
    total = 0
    for mine, theirs in zip(one, other, strict=True):
        cost = read(mine, theirs, pair)
        if cost is None:
            return None
        total += cost
    return total


def _aligned(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The two with as many words: as they are, or neighbours of the longer one written as one word."""
    if len(mine) == len(theirs):
        yield mine, theirs
    elif len(mine) == len(theirs) + 1:
        yield from ((merged, theirs) for merged in _merged(mine))
    elif len(theirs) == len(mine) + 1:
        yield from ((mine, merged) for merged in _merged(theirs))


def _merged(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at, (one, other) in enumerate(pairwise(parts)):
        if not (_is_initial(one) or _is_initial(other)):
            yield (*parts[:at], one + other, *parts[at + 2 :])


def slipped(one: str, other: str) -> str | None:
    """The word of two full names that is mistyped in one of them, where all the others are one; else None."""
    mine, theirs = words(one), words(other)
    if len(mine) != len(theirs) or readings(one) or readings(other) or age(one) != age(other):
        return None
    wrong = [(a, b) for a, b in zip(mine, theirs, strict=True) if one_word(a, b) is None]
    if len(wrong) == 1 and len(mine) > 1 and is_slip(*wrong[0]):
        return f"{wrong[0][0]} and {wrong[0][1]}: one is mistyped"
    return None
