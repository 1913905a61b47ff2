"""What a report is known by: its words, names and figures as they weigh by where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from digest.countries import countries
from digest.duplicates.wording import folded
from digest.sentences import STOP_WORDS
from digest.storylines.reports import Report

House = Callable[[str, str], str]
"""The house spelling of a name in the article of a key, or the name itself."""

_MOST_WORDS, _MOST_LETTERS = 600, 6_000
"""What is read of a report; after it stands background."""
_LEAD = 45
"""Words that say what happened; with the title they are the lead."""
_TITLE = 2.0
_HALVED = 80
"""Words after which a word weighs half of one in the lead."""
_BACKGROUND = 0.15
_STEM = 6
"""Letters by which an ordinary word is known; endings follow."""
_NAME, _FIGURE, _COUNTRY = 1.6, 1.3, 0.4
"""What a name and a figure weigh against an ordinary word; what happens in one country, or under one head of
state, shares no more than that."""
_ANYTHING = 0.4
"""What is left of a word that news on anything has; a small library does not show which these are."""
_CALENDAR = re.compile(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    "september|october|november|december"
)
_NOUNS = frozenset(("de", "lb", "nds"))
"""Languages that write every noun like a name."""
_LONG = 500
"""Words of a report that mentions so much that only its lead says whom and how much it is about."""
_EARLY, _MENTIONED = 50, 0.5
"""Words before which a name is what the report is about, and what another counts that it has but once."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PART = 0.4
"""What is left of that for each word of a name of several, so that two words make no two names."""

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|\d{{1,20}}(?:[.,]\d{{1,20}})*|[^\W\d_{_CJK}]+")
_NAMED = re.compile(r"(?<=[^\W\d_A-Z] )[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ][^\W\d_]+|(?<=[,;“«„‘] )[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ][^\W\d_]+")
_SOUNDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"kh|gh", "h"),
        (r"dzh|zh", "j"),
        (r"q|ck", "k"),
        (r"w", "v"),
        (r"ph", "f"),
        (r"ou|oo", "u"),
        (r"[yij]+(?=[aeou])", ""),
        (r"y", "i"),
        (r"([a-z])\1", r"\1"),
        (r"ae|oe", "e"),
    )
)
"""Ways to write one sound in Latin letters, made one: Toqaev, Tokayev; Zhaparov, Japarov."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The terms of a report with their weight in it and in its lead, and the days between which it was published."""

    key: str
    weights: Mapping[str, float]
    lead: Mapping[str, float]
    issued: tuple[int, int] | None
    language: str = ""
    names: Mapping[str, float] = field(default_factory=dict)
    figures: frozenset[str] = frozenset()


def capitals(found: Iterable[Report]) -> frozenset[str]:
    """The words that any report writes with a capital letter within a sentence."""
    return frozenset(name for report in found for name in _named(_texts(report)))


def traits(
    report: Report, house: House, heads: frozenset[str] = frozenset(), others: frozenset[str] = frozenset()
) -> Traits:
    """What `report` is known by, its names in house spelling; `heads` are words of names of heads of state.

    What this report has only at the beginning of sentences is a name where it is one of `others`.
    """
    texts = _texts(report)
    named, spelled = _named(texts) | (_capital(texts) & others), _spelled(report, house)
    weights: defaultdict[str, float] = defaultdict(float)
    lead: defaultdict[str, float] = defaultdict(float)
    for (before, word, after), place in _placed(report.title, texts):
        term, worth = _term(word, named, spelled)
        if word in named:
            worth = min(worth, _COUNTRY) if word in heads else worth
            worth *= _PART if before in named or after in named else 1.0
        weight = worth * (_TITLE if place < 0 else max(_BACKGROUND, 0.5 ** (place / _HALVED)))
        weights[term] += weight
        if place < _LEAD:
            lead[term] += weight
    issued = report.issued
    days = (issued.first.toordinal(), issued.last.toordinal()) if issued else None
    language = (report.article.language or "").partition("-")[0].lower()
    said = [word for text in (report.title[:500], *texts) for word in _words(text)]
    said = said if len(said) <= _LONG else said[:_LEAD]
    return Traits(
        key=report.key,
        weights=weights,
        lead=lead,
        issued=days,
        language=language,
        names={} if language in _NOUNS else _names(said, named, spelled, heads),
        figures=frozenset(word for word in said if word[0].isdigit() and len(word) > 1 and not _YEAR.fullmatch(word)),
    )


def _names(
    said: Sequence[str], named: frozenset[str], spelled: Mapping[str, str], heads: frozenset[str]
) -> dict[str, float]:
    """The names few events can have, and how much the report is about each: what it has once, late, it mentions."""
    found: dict[str, float] = {}
    for place, word in enumerate(said):
        if word in named and _tells(word, heads):
            name = _term(word, named, spelled)[0]
            found[name] = 1.0 if place < _EARLY or name in found else _MENTIONED
    return found


def _tells(name: str, heads: frozenset[str]) -> bool:
    """Whether few events can have it: no country, no head of state, no day or month."""
    return not (name in heads or _CALENDAR.fullmatch(name) or name in STOP_WORDS or _is_country(name))


def _texts(report: Report) -> tuple[str, ...]:
    """Its paragraphs as far as they are read."""
    texts, letters = [], 0
    for _, text in report.paragraphs:
        texts.append(text[: _MOST_LETTERS - letters])
        letters += len(text)
        if letters >= _MOST_LETTERS:
            break
    return tuple(texts)


def _placed(title: str, texts: Sequence[str]) -> Iterator[tuple[tuple[str, str, str], int]]:
    """The words that tell something, each between its neighbours, and its place in the text; the title is at -1."""
    yield from ((three, -1) for three in _threes(_words(title[:500])) if not _is_empty(three[1]))
    place = 0
    for text in texts:
        words = _words(text)
        yield from ((three, at) for at, three in enumerate(_threes(words), place) if not _is_empty(three[1]))
        place += len(words)
        if place > _MOST_WORDS:
            return


def _threes(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(["", *words], words, [*words[1:], ""], strict=False)


def _is_empty(word: str) -> bool:
    return word in STOP_WORDS or (len(word) < 2 and not word.isdigit())


def _words(text: str) -> list[str]:
    """The words of `text`, casefolded; of a script without spaces each two characters that stand together."""
    found = [token.casefold() for token in _TOKEN.findall(text)]
    pairs = [one + two for one, two in pairwise(found) if _is_cjk(one) and _is_cjk(two)]
    return [token for token in found if not _is_cjk(token)] + pairs


def _is_cjk(word: str) -> bool:
    return "\u3040" <= word[0] <= "\ufaff"


def _named(texts: Sequence[str]) -> frozenset[str]:
    """The words that are written with a capital letter within a sentence."""
    return frozenset(name.casefold() for text in texts for name in _NAMED.findall(text))


def _capital(texts: Sequence[str]) -> frozenset[str]:
    """The words that are never written with a small letter."""
    words = {word for text in texts for word in _TOKEN.findall(text)}
    small = {word for word in words if word[0].islower()}
    return frozenset(word.casefold() for word in words - small) - small


def _term(word: str, named: frozenset[str], spelled: Mapping[str, str]) -> tuple[str, float]:
    """What `word` is counted as, and what it is worth: a name begins with a capital letter."""
    if word[0].isdigit():
        return folded(word), _FIGURE
    if word in named:
        return sound(spelled.get(word, word)).capitalize(), _COUNTRY if _is_country(word) else _NAME
    stem = folded(word)[:_STEM]
    return stem, _ANYTHING if stem in _common() else 1.0


@cache
def _common() -> frozenset[str]:
    """The stems of words of news on anything."""
    lines = files("digest.storylines").joinpath("common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(folded(word)[:_STEM] for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=50_000)
def _is_country(word: str) -> bool:
    return bool(countries(word.capitalize()))


@lru_cache(maxsize=50_000)
def sound(name: str) -> str:
    """`name` in letters that differ only where its sounds do.

    >>> sound("toqaev") == sound("tokayev"), sound("nazarbaev") == sound("nazarbaeva")
    (True, False)
    """
    plain = folded(name)
    if plain.isascii():
        for pattern, instead in _SOUNDS:
            plain = pattern.sub(instead, plain)
    return plain


def _spelled(report: Report, house: House) -> dict[str, str]:
    """By word of a name, the word that house spelling has in its place."""
    found: dict[str, str] = {}
    for entity in report.article.entities:
        for form in (entity.name, *entity.forms):
            mine, ours = _words(form), _words(house(form, report.key))
            if len(mine) == len(ours) and mine != ours:
                found.update(zip(mine, ours, strict=True))
    return found
