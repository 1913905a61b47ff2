"""What a sentence is known by when it says in other words what another one says: stems, names, figures."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from digest.duplicates.wording import folded
from digest.sentences import STOP_WORDS

_STEM = 6
"""Letters by which an ordinary word is known; endings follow."""
_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_UNSPACED = re.compile(f"[{_CJK}]")
_TOKEN = re.compile(rf"[{_CJK}]|\d{{1,20}}(?:[.,]\d{{1,20}})*|[^\W\d_{_CJK}]+(?:-[^\W\d_{_CJK}]+)*")
_NUMBERS = {
    word: str(number)
    for number, words in (
        (2, "zwei deux dos два две"),
        (3, "drei trois tres три"),
        (4, "vier quatre cuatro четыре"),
        (5, "fünf cinq cinco пять"),
        (6, "sechs seis шесть"),
        (7, "sieben sept siete семь"),
        (8, "acht huit ocho восемь"),
        (9, "neun neuf nueve девять"),
        (10, "zehn dix diez десять"),
        (11, "elf onze once одиннадцать"),
        (12, "zwölf douze doce двенадцать"),
        (13, "thirteen dreizehn"),
        (14, "fourteen vierzehn"),
        (15, "fifteen fünfzehn quinze"),
        (16, "sixteen sechzehn"),
        (17, "seventeen siebzehn"),
        (18, "eighteen achtzehn"),
        (19, "nineteen neunzehn"),
        (20, "twenty zwanzig vingt veinte двадцать"),
        (30, "thirty dreißig"),
    )
    for word in words.split()
}
"""English numbers up to twelve are folded with other house styles."""
_NAME, _FIGURE, _ANYTHING = 1.6, 1.3, 0.4
"""What a name, a figure and a word that news on anything has weigh against an ordinary word."""


def terms(text: str) -> dict[str, float]:
    """The terms of a sentence and what each is worth: a name within a sentence begins with a capital letter.

    >>> sorted(terms("The Oost council bought seven dredgers in May."))
    ['7', 'bought', 'counci', 'dredge', 'oost']
    """
    found: dict[str, float] = {}
    before = ""
    for match in _TOKEN.finditer(text):
        word = match[0]
        opens = not before or text[match.start() - 2 : match.start()].strip() in (".", "!", "?", ":", "“", '"')
        for term, worth in _of(word, before, named=word[0].isupper() and not opens):
            found[term] = max(worth, found.get(term, 0.0))
        before = word
    return found


def _of(word: str, before: str, *, named: bool) -> list[tuple[str, float]]:
    if word[0].isdigit():
        return [(folded(word), _FIGURE)]
    if "\u3040" <= word <= "\ufaff":
        return [(one + two, 1.0) for one, two in pairwise((before[-1:], word)) if "\u3040" <= one[:1] <= "\ufaff"]
    plain = word.casefold()
    if plain in STOP_WORDS or len(plain) < 2:
        return []
    stem = stemmed(plain)
    if stem[0].isdigit():
        return [(stem, _FIGURE)]
    if stem in _common():
        return [(stem, _ANYTHING)] if not named else []
    return [(stem, _NAME if named else 1.0)]


def stems(text: str) -> set[str]:
    """The stems and figures of a text, quickly: what `terms` are among, and more."""
    words = _TOKEN.findall(text.casefold())
    found = set(map(stemmed, words))
    if _UNSPACED.search(text):
        found.update(one + two for one, two in pairwise(words))
    return found


@lru_cache(maxsize=200_000)
def stemmed(word: str) -> str:
    """What a word in small letters is counted as."""
    return _NUMBERS.get(word) or folded(word)[:_STEM]


@cache
def _common() -> frozenset[str]:
    """The stems of words of news on anything."""
    lines = files("digest.storylines").joinpath("common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(stemmed(word) for line in lines if not line.startswith("#") for word in line.split())
