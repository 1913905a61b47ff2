"""The names in a text, each with the role that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from digest.quotations.cues import (
    APPOSITION,
    BODIES,
    DATELINE,
    HONORIFICS,
    MODIFIERS,
    NAME,
    NOT_A_NAME,
    NOT_A_PERSON,
    OFFICE_FIRST,
    OFFICES,
    TITLES,
    UPPER,
)

_BEFORE = re.compile(r"([\w’'.\-/]+)\s+\Z")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s\Z")
_WORDS = re.compile(r"\S+")
_CAPITAL = re.compile(UPPER)
_POSSESSIVE = re.compile(r"[’']s?\Z")
OFFICE_LENGTH = 3
"""Letters from which on capitals are no initials: JD Vance, AJ Smith."""
SHORT = 1_000
"""Characters of what several rules look at; the names in it are found once."""
FURTHEST = 7
"""Words a role may have before a name: "Chinese Foreign Ministry spokesman"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, with the role that stands before or after it."""

    start: int
    end: int
    name: str
    role: str | None = None
    owns: bool = False  # written as a possessive, so not the subject of a verb
    lead: int = 0  # where its title begins
    a_thing: bool = False  # an article stands right before it: the Human Toll

    @property
    def is_person(self) -> bool:
        """Whether it looks like the full name of a person."""
        return (
            " " in self.name and not self.a_thing and not NOT_A_PERSON.search(self.name) and len(self.name.split()) <= 5
        )


def mentions(text: str) -> Iterator[Mention]:
    """The names in `text`, titles taken off, in order."""
    yield from _short_text(text) if len(text) <= SHORT else _mentions(text)


@lru_cache(maxsize=512)
def _short_text(text: str) -> tuple[Mention, ...]:
    """The names in a sentence, which several rules ask for."""
    return tuple(_mentions(text))


def _mentions(text: str) -> Iterator[Mention]:
    dateline = DATELINE.match(text)
    joined = BODIES.sub(_as_one, OFFICES.sub(_as_one, text))
    for found in NAME.finditer(joined, dateline.end() if dateline else 0):
        mention = _mention(text, joined, found)
        if mention:
            yield mention


def _as_one(words: re.Match[str]) -> str:
    return words[0].replace(" ", "_")


def _mention(text: str, joined: str, found: re.Match[str]) -> Mention | None:
    words = list(_WORDS.finditer(found[0]))
    while words and words[0][0].lower() in NOT_A_NAME:
        words.pop(0)
    first = 0
    for number, word in enumerate(words, 1):
        if _is_title(word[0]) or _is_office(word[0], found[0]) or (number < len(words) and _POSSESSIVE.search(word[0])):
            first = number
    named = words[first:]
    if not named:
        return None
    start, end = found.start() + named[0].start(), found.start() + named[-1].end()
    name = _POSSESSIVE.sub("", text[start:end])
    lead, role = _before(text, joined, start)
    owns = len(name) < end - start
    return Mention(
        start=start,
        end=end,
        name=name,
        role=role or (None if owns else _after(text, end)),
        owns=owns,
        lead=lead,
        a_thing=not role and bool(_ARTICLE.search(text, max(0, start - 5), start)),
    )


def _is_office(word: str, name: str) -> bool:
    """Whether capitals before a person's name are an office: MEC Ruiz, but BBC News."""
    return (
        word.isupper()
        and "." not in word
        and OFFICE_LENGTH <= len(word) < len(name)
        and not (NOT_A_PERSON.search(name) or name.isupper() or name.endswith(word))
    )


def _is_title(word: str) -> bool:
    parts = word.lower().split("_")
    return parts[0] in TITLES or parts[0] in HONORIFICS or parts[-1] in TITLES


def _before(text: str, joined: str, start: int) -> tuple[int, str | None]:
    """Where the words that belong to the name at `start` begin, and the role they state."""
    place, titled = start, False
    for _ in range(FURTHEST):
        found = _BEFORE.search(joined, max(0, place - 60), place) if joined[place - 1 : place].isspace() else None
        if found and titled and found[1] == "and":
            second = _BEFORE.search(joined, max(0, found.start() - 60), found.start())
            found = second if second and second[1].lower() in TITLES else None
        if not found or not _leads(found[1], titled=titled):
            break
        titled = titled or found[1].lower() not in HONORIFICS
        place = found.start()
    if titled:
        return place, text[place:start].strip()
    office = OFFICE_FIRST.search(text, max(0, start - 160), start) if text[start - 2 : start] == ", " else None
    return (office.start(), office["role"]) if office else (place, None)


def _leads(word: str, *, titled: bool) -> bool:
    if _is_title(word) or (not titled and word.isupper() and word.isalpha() and len(word) >= OFFICE_LENGTH):
        return True
    plain = word.lower()
    return titled and plain not in NOT_A_NAME and (plain in MODIFIERS or bool(_CAPITAL.match(word)))


def _after(text: str, end: int) -> str | None:
    found = APPOSITION.match(text, end)
    return found["role"].strip() if found else None
