"""A run of capitals read as mentions: whom or what it may name, and what around it shows that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.entities.around import Signs, signs
from digest.entities.bodies import HEADS, KNOWN, NOT_BODIES
from digest.entities.german import person_at
from digest.entities.looks import NEVER, PARTICLES, SURE, Points, by_words, is_known, is_title, person_looks
from digest.entities.people import CALLINGS, GIVEN, HONORIFICS, OFFICES, POSTNOMINALS, SURNAMES
from digest.entities.places import ENDS, SIDES, table
from digest.entities.runs import OFFICE, Run
from digest.entities.stops import adjectives, calendar, stops


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(rf"{OFFICE}|[^ \u00a0]+")
_INNER = _listed("the on in at but and he she it photo that this as")
_VERBS = frozenset({"will", "may", "mark"})
"""Given names that begin questions and orders more often than names."""

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
        elif started or part[2] not in PARTICLES:
            started.append(part)
    if started:
        yield _trimmed(started)


def _trimmed(parts: list[Part]) -> list[Part]:
    while len(parts) > 1 and (parts[-1][2] in PARTICLES or parts[-1][2] in POSTNOMINALS):
        parts.pop()
    return parts


def _is_stop(word: str, following: str, words: Words, *, first: bool, follows: bool) -> bool:
    small = word.lower()
    if small in calendar():
        return not (follows and not following)  # Theresa May
    if follows and word[0].isupper():
        return small in _INNER
    if word in PARTICLES:
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


def _read(parts: list[Part], run: Run, text: str, reading: _Reading) -> Iterator[Mention]:
    names = [part[2] for part in parts]
    if reading.tongue == "de":
        yield from _read_german(parts, run, text)
        return
    kind = by_words(names)
    office = -1 if max(kind) >= 2 else _last_title(names)
    if max(kind) >= 2:
        yield _mention(parts, run, kind)
    elif office < 0:
        yield from _by_signs(parts, run, text, reading)
    else:
        yield from _before_office(parts[:office], run)
        named = parts[office + 1 :]
        while named and is_known(named[0][2]):  # Президент России Владимир Путин
            yield _mention(named[:1], run, by_words([named[0][2]]))
            named = named[1:]
        if named:
            yield _titled(parts, named, run, text)


def _read_german(parts: list[Part], run: Run, text: str) -> Iterator[Mention]:
    names = [part[2] for part in parts]
    phrase = " ".join(names)
    found = person_at(names)
    kind = by_words(names)
    if phrase in table() or phrase in KNOWN or (kind[1] >= 2 and not found and PARTICLES.isdisjoint(names)):
        yield _mention(parts, run, kind)
    elif found:
        first, end = found
        around = signs(text, parts[first][0], parts[end - 1][1], owns=run.owns)
        office = text[parts[first - 1][0] : parts[first - 1][1]] if first and is_title(names[first - 1]) else None
        yield _mention(parts[first:end], run, (SURE + 1, 0, 0), office or around.role)
    else:
        for number, part in enumerate(parts):
            titled = number > 0 and is_title(names[number - 1])
            points = by_words([part[2]]) if not titled else (SURE, 0, 0)
            yield _mention([part], run, points, names[number - 1] if titled else None, loose=run.opens and number == 0)


def _before_office(parts: list[Part], run: Run) -> Iterator[Mention]:
    """The body or place before an office: Kremlin Spokesman."""
    for size in {len(parts), 1}:
        kind = by_words([part[2] for part in parts[:size]])
        if max(kind) >= 2:
            yield _mention(parts[:size], run, kind)
            return


def _titled(parts: list[Part], named: list[Part], run: Run, text: str) -> Mention:
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
    last = max((number for number, word in enumerate(names[:6]) if is_title(word) and word not in SURNAMES), default=-1)
    if last + 1 == len(names) > 1 and (names[0].lower() in GIVEN or names[-1].lower() in CALLINGS - OFFICES):
        return -1  # Stephen King
    return last


def _mention(
    parts: Sequence[Part], run: Run, points: Points, role: str | None = None, *, loose: bool = False
) -> Mention:
    name = " ".join(part[2] for part in parts)
    person, body, place = points
    return Mention(name, run.paragraph, parts[0][0], person, body, place, role, loose or run.weak)


def _by_signs(parts: list[Part], run: Run, text: str, reading: _Reading) -> Iterator[Mention]:
    """A name that its own words do not explain: by what stands around it, and by what its words look like."""
    stripped = parts
    while stripped and stripped[0][2].lower() in adjectives():
        stripped = stripped[1:]
    while reading.tongue == "cyrillic" and len(stripped) > 2 and is_known(stripped[0][2]):
        yield _mention(stripped[:1], run, by_words([stripped[0][2]]))  # президент России Владимир Путин
        stripped = stripped[1:]
    names = [part[2] for part in stripped]
    if not names or names[-1].lower() in adjectives() or names[0] in NOT_BODIES:
        return
    kind = by_words(names)
    if max(kind) >= 2:
        yield _mention(stripped, run, kind)
        return
    around = signs(text, stripped[0][0], stripped[-1][1], owns=run.owns)
    looks = person_looks(names, reading.tongue)
    person = around.person + looks if looks >= 0 else NEVER
    if reading.tongue == "cyrillic" and len(names) == 1:
        person = min(person, SURE)  # премьер Малайзии: whose, not who
    points = (person, around.body + kind[1] + _acronym(names, around), around.place)
    opens = reading.opens and stripped is parts
    yield _mention(stripped, run, points, around.role, loose=opens and len(names) == 1)


def _acronym(names: Sequence[str], around: Signs) -> int:
    return int(len(names) == 1 and names[0].isupper() and 2 < len(names[0]) < 7 and around.article)
