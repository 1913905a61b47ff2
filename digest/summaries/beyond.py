"""Names and figures of a sentence that its source does not have at all: stricter than the gate on an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.duplicates.wording import folded
from digest.sentences import STOP_WORDS

_STEM = 4  # letters by which two forms of a name are one: Toqaev, Toqaev’s, Токаева
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[%‰€$£¥₽]")
_WEAK = frozenset(["%", "$", "1", "first", "half", "once", "percent", "second", "€", "£", "million", "billion"])
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = "%‰€$£¥₽"
_NUMBERS = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundreds?|thousands?|[mb]illions?|trillions?|dozens?|half|third|quarter|double|triple|twice|first"
    r"|second|once|percent"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|million(?:en)?|milliarden?|prozent"
    r"|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|cents?|mille|milliards?"
    r"|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|сто|тысячи?|миллион(?:а|ов)?|миллиард(?:а|ов)?",
    re.IGNORECASE,
)


def beyond(text: str, source: str) -> tuple[str, ...]:
    """The names, by their capitals, and the figures of `text` that `source` has not.

    >>> beyond("Carl Berg closed two ports in May.", "“In May I closed 2 ports,” said Berg.")
    ('Carl',)
    """
    theirs = [token for token, _ in _tokens(source)]
    words, figures = {token[:_STEM] for token in theirs}, set(theirs)
    found = (
        token
        for place, (plain, token) in enumerate(_tokens(text))
        if not ((plain in figures) if _counts(token) else (not _is_name(place, token) or plain[:_STEM] in words))
    )
    return tuple(dict.fromkeys(found))


def terms(text: str) -> list[tuple[str, bool]]:
    """The words of `text` that are not common, as they are compared, and whether each is a name or a figure.

    >>> terms("In May the port closed.")
    [('may', True), ('port', False), ('closed', False)]
    """
    return [
        (plain, _counts(token) or _is_name(place, token))
        for place, (plain, token) in enumerate(_tokens(text))
        if plain not in STOP_WORDS or _counts(token) or (place and token[0].isupper())
    ]


def figures(text: str) -> frozenset[str]:
    """The numbers of `text` by which two sentences can be known to tell one fact; no years, and no "first".

    >>> sorted(figures("In 2027 the first two of 412 passengers left."))
    ['2', '412']
    """
    return frozenset(
        plain for plain, token in _tokens(text) if _counts(token) and plain not in _WEAK and not _YEAR.fullmatch(plain)
    )


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """The words of `text` as they are compared, and as they stand there; names of several parts are taken apart."""
    for match in _TOKEN.finditer(text):
        for part in re.split(r"['’-]", match[0]):
            if part:
                yield folded(part), part


def _counts(token: str) -> bool:
    return token[0].isdigit() or token in _MARKS or bool(_NUMBERS.fullmatch(token))


def _is_name(place: int, token: str) -> bool:
    """Whether a word has a capital letter and is none of those that only open a sentence."""
    return token[0].isupper() and not (place == 0 and token.casefold() in STOP_WORDS)
