"""A run of capitals read as mentions: whom or what it may name, and what around it shows that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.entities.around import Signs, signs
from digest.entities.bodies import HEADS, JOINING, KNOWN, LOOSE_HEADS, NOT_BODIES
from digest.entities.people import (
    CALLINGS,
    EAST_ASIAN,
    FAMILY_ENDS,
    GERMAN_OFFICE_ENDS,
    GIVEN,
    HONORIFICS,
    OFFICES,
    POSTNOMINALS,
)
from digest.entities.places import ENDS, SIDES, STARTS, table
from digest.entities.runs import OFFICE, Run
from digest.entities.stops import adjectives, calendar, stops


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(rf"{OFFICE}|[^ \u00a0]+")
_PARTICLES = _listed(
    "de da do dos del della di du la le van von der den ter ten bin ibn al el of the zu zur af and & for on to a an "
    "für und et des les l’"
)
_LINKS = frozenset(("of", "for", "on", "to", "für", "de", "des", "du"))
_LANDS = frozenset({"Republic", "Kingdom", "Gulf", "Strait", "Isle"})
_INNER = _listed("the on in at but and he she it photo that this as")
_SMALL_WORDS = _listed("up to for the of in on at with and or by from not out over is are no")
_VERBS = frozenset({"will", "may", "mark"})
"""Given names that begin questions and orders more often than names."""
SURE = 3
"""Points of a sign that suffices by itself."""

Points = tuple[int, int, int]
"""For a person, a body, a place."""
Part = tuple[int, int, str]
"""A word with its place."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, with the points that its surroundings give to each kind."""

    name: str
    paragraph: int
    start: int
    person: int = 0
    body: int = 0
    place: int = 0
    role: str | None = None
    loose: bool = False  # it may be no name at all: the one word that opens a sentence, a headline's words


@dataclass(frozen=True, slots=True)
class Words:
    """A text's tongue and the words it writes small: they tell what a capital at the start of a sentence is worth."""

    tongue: str
    small: frozenset[str]


def read(run: Run, text: str, words: Words) -> Iterator[Mention]:
    """The mentions in a run of capitals."""
    parts = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text, run.start, run.end)]
    for segment in _segments(parts, words, run):
        opens = run.opens and segment[0] is parts[0]
        yield from _read(segment, run, text, _Reading(words.tongue, opens))


@dataclass(frozen=True, slots=True)
class _Reading:
    tongue: str
    opens: bool


def _segments(parts: Sequence[Part], words: Words, run: Run) -> Iterator[list[Part]]:
    """The parts, cut at words that are no names; such a word inside a body's name stays."""
    phrase = " ".join(part[2] for part in parts)
    if phrase in KNOWN or phrase in table():
        yield list(parts)
        return
    started: list[Part] = []
    for number, part in enumerate(parts):
        following = parts[number + 1][2] if number + 1 < len(parts) else ""
        if _is_stop(part[2], following, words, first=number == 0 and run.opens, follows=bool(started)):
            if started:
                yield _trimmed(started)
            started = []
        elif started or part[2] not in _PARTICLES:
            started.append(part)
    if started:
        yield _trimmed(started)


def _trimmed(parts: list[Part]) -> list[Part]:
    while len(parts) > 1 and (parts[-1][2] in _PARTICLES or parts[-1][2] in POSTNOMINALS):
        parts.pop()
    return parts


def _is_stop(word: str, following: str, words: Words, *, first: bool, follows: bool) -> bool:
    small = word.lower()
    if small in calendar():
        return not (follows and not following)  # Theresa May
    if follows and word[0].isupper():
        return small in _INNER
    if word in _PARTICLES:
        return False
    return small in stops(words.tongue) or (first and bool(following) and _opens_only(word, following, words))


def _opens_only(word: str, following: str, words: Words) -> bool:
    """Whether a word has its capital from the sentence it opens, and a name follows it."""
    small = word.lower()
    if small in _VERBS:
        return True
    if small not in words.small or small in GIVEN or word in HEADS or word in SIDES or word == "New":
        return False
    return not (is_title(word) or is_title(following) or following in HEADS)


def is_title(word: str) -> bool:
    """Whether a word is an office, a calling or an honorific.

    >>> is_title("President"), is_title("Bundeskanzlerin"), is_title("Ana")
    (True, True, False)
    """
    small = word.lower()
    if " " in word or small in OFFICES or small in CALLINGS or small in HONORIFICS:
        return True
    return small.endswith(GERMAN_OFFICE_ENDS) and len(small) > 8


def _read(parts: list[Part], run: Run, text: str, reading: _Reading) -> Iterator[Mention]:
    names = [part[2] for part in parts]
    kind = _by_words(names)
    office = -1 if max(kind) >= 2 else _last_title(names)
    if max(kind) >= 2:
        yield _mention(parts, run, kind)
    elif office < 0:
        yield from _by_signs(parts, run, text, reading)
    else:
        yield from _before_office(parts[:office], run)
        if office + 1 < len(parts):
            yield _titled(parts, office, run, text)


def _before_office(parts: list[Part], run: Run) -> Iterator[Mention]:
    """The body or place before an office: Kremlin Spokesman."""
    for size in {len(parts), 1}:
        kind = _by_words([part[2] for part in parts[:size]])
        if max(kind) >= 2:
            yield _mention(parts[:size], run, kind)
            return


def _titled(parts: list[Part], office: int, run: Run, text: str) -> Mention:
    named = parts[office + 1 :]
    around = signs(text, named[0][0], named[-1][1], owns=run.owns)
    lead = text[parts[0][0] : named[0][0]].strip()
    before = _FORMER.search(text, max(0, parts[0][0] - 12), parts[0][0])
    honorific = all(word.lower() in HONORIFICS for word in lead.split())
    role = around.role if honorific else (before[0] if before else "") + lead
    return _mention(named, run, (SURE + 1, 0, 0), role)


_FORMER = re.compile(r"\b(?:former|ex|acting|interim|then|deputy|vice|late|outgoing)[- ]\Z")


def _last_title(names: Sequence[str]) -> int:
    """The place of the last office before a name; -1 where there is none."""
    if names[-1] in HEADS or names[-1] in ENDS:
        return -1
    last = max((number for number, word in enumerate(names[:6]) if is_title(word)), default=-1)
    return -1 if last + 1 == len(names) > 1 and names[-1].lower() in CALLINGS - OFFICES else last  # Heung-min Son


def _mention(
    parts: Sequence[Part], run: Run, points: Points, role: str | None = None, *, loose: bool = False
) -> Mention:
    name = " ".join(part[2] for part in parts)
    person, body, place = points
    return Mention(name, run.paragraph, parts[0][0], person, body, place, role, loose or run.weak)


def _by_words(names: Sequence[str]) -> Points:
    """The points that the words themselves give."""
    phrase = " ".join(names)
    if phrase in table() or (phrase.isupper() and len(phrase) > 3 and phrase.title() in table()):
        return (0, 0, SURE)
    if phrase in KNOWN:
        return (0, SURE, 0)
    if len(names) < 2 or phrase.isupper():
        return (0, 0, 0)
    return _by_shape(names)


def _by_shape(names: Sequence[str]) -> Points:
    last, first = names[-1], names[0]
    if any(word in JOINING and following in _LINKS for word, following in pairwise(names)):
        return (0, SURE, 0) if _LANDS.isdisjoint(names) else (0, 0, SURE)
    if last in HEADS:
        return (0, 1 if last in LOOSE_HEADS and len(names) == 2 else SURE, 0)
    if last in ENDS or (first in STARTS and len(names) <= 3):
        return (0, 0, SURE if last in ENDS else 2)
    return (0, 0, SURE) if first in SIDES and " ".join(names[1:]) in table() else (0, 0, 0)


def _by_signs(parts: list[Part], run: Run, text: str, reading: _Reading) -> Iterator[Mention]:
    """A name that its own words do not explain: by what stands around it, and by what its words look like."""
    stripped = parts
    while stripped and stripped[0][2].lower() in adjectives():
        stripped = stripped[1:]
    names = [part[2] for part in stripped]
    if not names or names[-1].lower() in adjectives() or names[0] in NOT_BODIES:
        return
    kind = _by_words(names)
    if max(kind) >= 2:
        yield _mention(stripped, run, kind)
        return
    around = signs(text, stripped[0][0], stripped[-1][1], owns=run.owns)
    looks = person_looks(names, reading.tongue)
    points = (around.person + looks if looks >= 0 else 0, around.body + kind[1] + _acronym(names, around), around.place)
    opens = reading.opens and stripped is parts
    yield _mention(stripped, run, points, around.role, loose=opens and len(names) == 1)


def _acronym(names: Sequence[str], around: Signs) -> int:
    return int(len(names) == 1 and names[0].isupper() and 2 < len(names[0]) < 7 and around.article)


def person_looks(names: Sequence[str], tongue: str) -> int:
    """Points for looking like the full name of a person; -1 where it cannot be one.

    >>> person_looks(["Ana", "Petrova"], "en"), person_looks(["Silk", "Road", "Fund"], "en")
    (4, -1)
    """
    proper = [word for word in names if word not in _PARTICLES]
    if len(proper) < 2:
        return 0
    if len(proper) > 5 or any(_never_a_persons(word) for word in proper) or _is_known(proper[0]):
        return -1
    first, last = proper[0].lower(), proper[-1]
    points = 2 * (first in GIVEN or first.partition("-")[0] in GIVEN)
    points += 2 * (len(last) > 4 and tongue != "de" and last.lower().endswith(FAMILY_ENDS))
    points += 2 * (first in EAST_ASIAN and len(proper) <= 3 and len(last) < 11 and last.isascii())
    return points + 2 * any(len(word) == 2 and word[1] == "." for word in proper[1:-1])


def _is_known(word: str) -> bool:
    return (word in table() or word in KNOWN) and word.lower() not in GIVEN


def _never_a_persons(word: str) -> bool:
    small = word.lower()
    if word in HEADS or word in ENDS or word in JOINING or small in _SMALL_WORDS or small in adjectives():
        return True
    return (word.isupper() and len(word) > 2 and "." not in word) or any(letter.isdigit() for letter in word)
