"""Short items from around the map, each under the country or region that its sentence is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from digest.briefs.choosing import Line
from digest.briefs.extracts import Desk, is_brief, pick, place_of, said_by
from digest.briefs.timing import adds
from digest.countries import countries, regions
from digest.model import Item, Sentence

_EARLY = 45  # characters of a main clause within which a country is what it is about
_MANY = 3  # countries that one sentence names: it is about none of them
_HOME = 0.4  # the part of an article's paragraphs that name a country from which it plays there
_AGAIN = 0.2  # what a second item from one article loses
_SENTENCES = 2  # under one label
_ADJUNCT = re.compile(
    r"(?:Despite|In|At|With|Amid|After|Before|During|Since|On|For|From|Following|According to|Under|As|While|When|If|"
    r"Although|Though|Against|By|Until|Throughout|Over|Speaking|Founded|Set up)\b"
)
_THE = ("Czech Republic", "Netherlands", "Philippines", "United Arab Emirates", "United Kingdom", "United States")
_APPOSITIONS = ("a ", "an ", "the ", "who ", "which ", "where ", "one of ")
_JOINED = re.compile(r"\s*(?:and|,)?\s*(?:and|&)\s*(?:the )?")


def by_country(desk: Desk) -> tuple[Item, ...]:
    """An item a country, those of the brief's own left out; where few are named, two sentences for one."""
    homes = _homes(desk)
    named = {
        place_of(line): name
        for line in desk.lines
        if is_brief(line, desk) and (name := _about(line, desk, homes.get(line.article.id, frozenset())))
    }
    lines = [line for line in desk.lines if place_of(line) in named]
    added = {place_of(line) for line in lines if adds(line.text)}
    chosen: dict[str, list[tuple[Line, Sentence]]] = {}
    for most in range(1, _SENTENCES + 1):
        while len(chosen) < desk.plan.quota or most > 1:
            fit = {place for place, name in named.items() if len(chosen.get(name, ())) < most}
            if most > 1:
                fit = {place for place in fit if named[place] in chosen} - added
            found = _next(desk, lines, fit, chosen)
            if not found or (most > 1 and sum(map(len, chosen.values())) >= desk.plan.quota):
                break
            chosen.setdefault(named[place_of(found[0])], []).append(found)
    return tuple(
        Item(key=pairs[0][1].key, label=label, sentences=tuple(sentence for _, sentence in _in_order(pairs)))
        for label, pairs in chosen.items()
    )


def _next(
    desk: Desk,
    lines: Sequence[Line],
    fit: set[tuple[str, int, int]],
    chosen: Mapping[str, Sequence[tuple[Line, Sentence]]],
) -> tuple[Line, Sentence] | None:
    items = [Item(key=line.article.id, sentences=(sentence,)) for pairs in chosen.values() for line, sentence in pairs]
    told = Counter(item.key for item in items)
    found = [
        replace(line, weight=line.weight - _AGAIN * told[line.article.id]) for line in lines if place_of(line) in fit
    ]
    return next(iter(pick(replace(desk, printed=(*desk.printed, *said_by(items))), found, 1)), None)


def _in_order(pairs: Sequence[tuple[Line, Sentence]]) -> list[tuple[Line, Sentence]]:
    """Sentences of one article in its order."""
    first = pairs[0][0].article.id
    return sorted(pairs, key=lambda pair: (pair[0].article.id != first, *place_of(pair[0])))


def _homes(desk: Desk) -> dict[str, frozenset[str]]:
    """By article, the countries beside the brief's own that so many of its paragraphs name that it plays there."""
    homes: dict[str, frozenset[str]] = {}
    for key, group in groupby(desk.lines, key=lambda line: line.article.id):
        paragraphs: dict[int, set[str]] = {}
        for line in group:
            paragraphs.setdefault(line.paragraph, set()).update(name for name, _ in countries(line.text))
        often = Counter(name for names in paragraphs.values() for name in names - desk.subjects)
        homes[key] = frozenset(name for name, count in often.items() if count >= _HOME * len(paragraphs))
    return homes


def _about(line: Line, desk: Desk, homes: frozenset[str]) -> str | None:
    """The country or region that `line` is about; None where that is no one place, or the whole brief is about it.

    It is the first country of the main clause, or two that "and" joins there; else the one where the article plays.
    """
    main = _main_clause(line.text)
    named = [(name, at) for name, at in countries(main)]
    others = [(name, at) for name, at in named if name not in desk.subjects]
    if len({name for name, _ in countries(line.text)} - desk.subjects) >= _MANY:
        return _region(main)
    if others and named[0] == others[0] and others[0][1] < _EARLY:
        return _pair(others, main) or others[0][0]
    if named and named[0][0] in desk.subjects and named[0][1] < _EARLY:
        return _region(main)
    here = [name for name, _ in others if name in homes]
    return here[0] if len(others) == len(here) == 1 else _region(main)


def _main_clause(text: str) -> str:
    """`text` without the adjunct that opens it and its apposition: "According to Amy Ng, a broker, …"."""
    opening, _, clause = text.partition(", ")
    if not clause or not _ADJUNCT.match(opening):
        return text
    while clause.startswith(_APPOSITIONS) and ", " in clause:
        clause = clause.partition(", ")[2]
    return clause


def _pair(named: Sequence[tuple[str, int]], main: str) -> str | None:
    if len(named) < 2:
        return None
    (one, at), (other, then) = named[:2]
    between = re.sub(r"^[\w’'.-]+(?: [A-Z][\w’'.-]+)*", "", main[at:then], count=1)
    return f"{one} and {'the ' * (other in _THE)}{other}" if _JOINED.fullmatch(between) else None


def _region(main: str) -> str | None:
    found = regions(main)
    return found[0][0] if found and found[0][1] < 2 * _EARLY else None
