"""Whether a sentence and its source are in one language: across languages less can be asked of names and days."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from digest.entities.stops import MARKS

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (("latin", 0x0041, 0x024F), ("cyrillic", 0x0400, 0x052F), ("other", 0x0530, 0x1FFFFF))
_READ = 4_000  # characters
_SURE = 2  # small words of a language


@lru_cache(maxsize=500)
def script_of(text: str) -> str:
    """The script that most letters of `text` are in.

    >>> script_of("Путин met Си"), script_of("习近平"), script_of("12")
    ('cyrillic', 'other', '')
    """
    letters = Counter(
        name
        for letter in text[:_READ]
        if letter.isalpha()
        for name, first, last in _SCRIPTS
        if first <= ord(letter) <= last
    )
    return letters.most_common(1)[0][0] if letters else ""


@lru_cache(maxsize=500)
def tongue_of(text: str) -> str:
    """The language of `text`, where its small words tell; "" where they do not.

    >>> tongue_of("Das Gesetz ist nicht von der Regierung."), tongue_of("Ana Ruiz")
    ('de', '')
    """
    met = Counter(_WORD.findall(text[:_READ].lower()))
    counts = sorted(((sum(met[mark] for mark in marks), tongue) for tongue, marks in MARKS.items()), reverse=True)
    (most, tongue), (second, _) = counts[0], counts[1]
    return tongue if most >= _SURE and most >= 2 * second else ""


def differ(one: str, two: str) -> bool:
    """Whether two texts are surely in two languages.

    >>> differ("The law is of the past.", "Das Gesetz ist nicht von gestern.")
    True
    """
    if script_of(one) != script_of(two):
        return bool(script_of(one) and script_of(two))
    first, second = tongue_of(one), tongue_of(two)
    return bool(first and second and first != second)
