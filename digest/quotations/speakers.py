"""The people of a text: full names, the short forms that stand for them, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.quotations.cues import (
    APPOSITION,
    BODIES,
    HONORIFICS,
    MODIFIERS,
    NAME,
    NOT_A_NAME,
    NOT_A_PERSON,
    OFFICE_FIRST,
    OFFICES,
    ONE_OF_MANY,
    TITLES,
    UPPER,
)
from digest.quotations.genders import by_title, pronoun_of

_BEFORE = re.compile(r"([\w’'.\-/]+)\s+\Z")
_WORDS = re.compile(r"\S+")
_CAPITAL = re.compile(UPPER)
_KIN = re.compile(
    r"\b(?:brother|sister|wife|husband|son|daughter|father|mother|cousin|uncle|aunt|nephew|niece|widow|grandson|"
    r"granddaughter)(?:-in-law)?,?\s\Z",
    re.IGNORECASE,
)
_THE = re.compile(r"\A(?:the|an?)\s", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\Z")
LONGEST = 20_000
"""Characters of a paragraph that are searched for names."""
OFFICE_LENGTH = 3
"""Letters from which on capitals are no initials: JD Vance, AJ Smith."""
NAMESAKES = 12
"""More persons of one family name are no text's."""
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
    opens: bool = False  # it begins a sentence, so its first word may be any word

    @property
    def is_person(self) -> bool:
        """Whether it looks like the full name of a person."""
        return " " in self.name and not NOT_A_PERSON.search(self.name) and len(self.name.split()) <= 5


def mentions(text: str) -> Iterator[Mention]:
    """The names in `text`, titles taken off, in order."""
    joined = BODIES.sub(_as_one, OFFICES.sub(_as_one, text))
    for found in NAME.finditer(joined):
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
        start=start, end=end, name=name, role=role or (None if owns else _after(text, end)), owns=owns, lead=lead
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
    plain = word.lower().split("_")[0]
    return plain in TITLES or plain in HONORIFICS


def _before(text: str, joined: str, start: int) -> tuple[int, str | None]:
    """Where the words that belong to the name at `start` begin, and the role they state."""
    place, titled = start, False
    for _ in range(FURTHEST):
        found = _BEFORE.search(joined, max(0, place - 60), place) if joined[place - 1 : place].isspace() else None
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


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a text names in full: the role it gives, and the paragraph and offset of the first mention."""

    role: str | None
    first: tuple[int, int]
    pronoun: str | None  # "he" or "she" where a title, the role or the first name tells
    sure: bool  # has a role, or is named elsewhere than at the start of a sentence
    kin: bool = False  # introduced as somebody's relative: not who the family name alone means


@dataclass(frozen=True, slots=True)
class People:
    """The persons a text names in full, by name, and the names that a part of one may stand for."""

    named: Mapping[str, Person] = field(default_factory=dict)
    short: Mapping[str, frozenset[str]] = field(default_factory=dict)
    again: frozenset[str] = frozenset()  # named again by a part of the name
    fullest: Mapping[str, str] = field(default_factory=dict)  # Ana Ruiz → Ana B. Ruiz
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)  # who holds each office, in small letters

    def resolve(self, name: str, at: tuple[int, int]) -> str:
        """The full name that `name` stands for at paragraph and offset `at`, or `name` where that is doubtful.

        A text names a person in full first; where it does so only later, only one person may have that family name.
        """
        if name in self.named:
            return self.fullest.get(name, name)
        found = self.short.get(name, frozenset())
        if len(found) > NAMESAKES:
            return name
        before = {self.fullest.get(full, full) for full in found if self.named[full].first <= at}
        sure = {full for full in before if self.named[full].sure}
        for choice in (before, sure, self._principals(before)):
            if len(choice) == 1:
                return next(iter(choice))
        later = {self.fullest.get(full, full) for full in found if full.split()[-1] == name}
        if not before and len(later) == 1 and self._principals(later):
            return next(iter(later))
        return name

    def _principals(self, names: Iterable[str]) -> frozenset[str]:
        """Those of `names` that are not introduced as somebody's relatives."""
        return frozenset(name for name in names if not self.named[name].kin)

    def knows(self, name: str) -> bool:
        """Whether `name` is surely a person: named in full, and with a role or named again."""
        return name in self.named and (bool(self.named[name].role) or name in self.again)

    def role(self, name: str) -> str | None:
        """What the text says `name` is."""
        return self.named[name].role if name in self.named else None

    def pronoun(self, name: str) -> str | None:
        """The pronoun of `name`, where anything tells."""
        known = self.named[name].pronoun if name in self.named else None
        return known or pronoun_of(name, None)

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether no title, role or first name of `name` speaks against `pronoun`."""
        return self.pronoun(name) in (None, pronoun.lower())


def people_in(paragraphs: Sequence[str]) -> People:
    """The persons named in `paragraphs`, whose quotations are masked."""
    people = _named_in(paragraphs)
    joined = {name: replace(people.named[name], role=role) for name, role in _of_many(paragraphs, people)}
    return replace(people, named={**people.named, **joined})


def _of_many(paragraphs: Sequence[str], people: People) -> Iterator[tuple[str, str]]:
    """Those whose only role is to be one of many: "Ana Ruiz and other protesters"."""
    for number, paragraph in enumerate(paragraphs, 1):
        for found in (found for rule in ONE_OF_MANY for found in rule.finditer(paragraph[:LONGEST])):
            who = found["who"]
            if who[0].islower():  # she: the subject that opens the paragraph
                opening = next(mentions(paragraph[:LONGEST]), None)
                who = opening.name if opening and opening.lead == 0 and not opening.owns else ""
            name = people.resolve(who, (number, found.start()))
            if found["noun"] in TITLES and name in people.named and not people.role(name):
                yield name, found["noun"]


def _named_in(paragraphs: Sequence[str]) -> People:
    named: dict[str, Person] = {}
    singles: dict[str, str | None] = {}
    for number, paragraph in enumerate(paragraphs, 1):
        for mention in mentions(paragraph[:LONGEST]):
            if mention.is_person:
                named[mention.name] = _met(named.get(mention.name), mention, paragraph, number)
            elif " " not in mention.name:
                singles[mention.name] = singles.get(mention.name) or mention.role
    fullest = _joined(named)
    short = _short_forms(named)
    for word, role in singles.items():  # "MEC Ruiz", after "Ana Ruiz"
        found = {fullest[name] for name in short.get(word, ()) if name.split()[-1] == word}
        if role and len(found) == 1:
            name = found.pop()
            named[name] = replace(named[name], role=better(named[name].role, role))
    again = frozenset(fullest[name] for word in singles for name in short.get(word, ()))
    return People(named=named, short=short, again=again, fullest=fullest, offices=_offices(named))


def _offices(named: Mapping[str, Person]) -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for name, person in named.items():
        if person.role:
            held.setdefault(_THE.sub("", person.role).lower(), set()).add(name)
    return {office: frozenset(names) for office, names in held.items()}


def better(role: str | None, other: str | None) -> str | None:
    """Which of two roles says more: an office or trade before "who lives nearby"."""
    return (other or role) if not role or role.startswith(("who ", "whose ")) else role


def _joined(named: dict[str, Person]) -> dict[str, str]:
    """The longest of the names that differ only in the middle, for each; what is known of one is known of all."""
    same: dict[tuple[str, str], list[str]] = {}
    for name in named:
        same.setdefault((name.split()[0], name.split()[-1]), []).append(name)
    for names in (names for names in same.values() if len(names) > 1):
        known = [named[name] for name in names]
        person = replace(
            known[0],
            role=next((other.role for other in known if other.role), None),
            pronoun=next((other.pronoun for other in known if other.pronoun), None),
            sure=any(other.sure for other in known),
        )
        named.update(dict.fromkeys(names, person))
    return {name: max(names, key=len) for names in same.values() for name in names}


def _met(known: Person | None, mention: Mention, text: str, number: int) -> Person:
    """What is known of a person after one more mention."""
    before = text[max(0, mention.lead - 40) : mention.start]
    titled = by_title(text[mention.lead : mention.start])
    pronoun = titled or pronoun_of(mention.name, mention.role)
    sure = bool(mention.role) or not mention.opens
    if known is None:
        kin = bool(_KIN.search(before))
        return Person(mention.role, (number, mention.start), pronoun, sure, kin)
    return replace(
        known,
        role=better(known.role, mention.role),
        pronoun=titled or known.pronoun or pronoun,
        sure=known.sure or sure,
    )


def _short_forms(names: Iterable[str]) -> dict[str, frozenset[str]]:
    """The full names that a family name, or a first word that is nobody's last, may stand for."""
    short: dict[str, set[str]] = {}
    for name in names:
        short.setdefault(name.split()[-1], set()).add(name)
    families = set(short)
    for name in names:  # a family name may stand first: "Wang Yi … Wang added"
        if name.split()[0] not in families:
            short.setdefault(name.split()[0], set()).add(name)
    return {word: frozenset(full) for word, full in short.items()}
