"""The people of a text: full names, the short forms that stand for them, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.quotations.cues import HONORIFICS, ONE_OF_MANY, TITLES
from digest.quotations.genders import by_title, pronoun_of
from digest.quotations.mentions import Mention, mentions
from digest.quotations.verbs import SAYING

_KIN = re.compile(
    r"\b(?:brother|sister|wife|husband|son|daughter|father|mother|cousin|uncle|aunt|nephew|niece|widow|grandson|"
    r"granddaughter)(?:-in-law)?,?\s\Z",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"\b(?P<who>[A-Z][a-zß-ÿ’'\-]{{2,30}})\s(?:{SAYING})\s(?:that\s)?(?:he|she)\b")
_RELATIVE = re.compile(  # "her mother, Alma, said"
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[’']s)\s(?P<role>(?:\w{3,12}\s)?(?:mother|father|wife|husband|brother|sister|son|daughter|"
    r"cousin|uncle|aunt|nephew|niece|widow|grandmother|grandfather|girlfriend|boyfriend|fianc[eé]e?)),\s"
    r"(?P<who>[A-Z][\w’\-]{1,30}),"
)
_MANY = (" other ", "s like ", " such as ")
_THE = re.compile(r"\A(?:the|an?)\s", re.IGNORECASE)
LONGEST = 20_000
"""Characters of a paragraph that are searched for names."""
RECENT = 6
"""Paragraphs after which a family name means again whom it meant first."""
NAMESAKES = 12
"""More persons of one family name are no text's."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a text names in full: the role it gives, and the paragraph and offset of the first mention."""

    role: str | None
    first: tuple[int, int]
    pronoun: str | None  # "he" or "she" where a title, the role or the first name tells
    kin: bool = False  # introduced as somebody's relative: not who the family name alone means


@dataclass(frozen=True, slots=True)
class People:
    """The persons a text names in full, by name, and the names that a part of one may stand for."""

    named: Mapping[str, Person] = field(default_factory=dict)
    short: Mapping[str, frozenset[str]] = field(default_factory=dict)
    again: frozenset[str] = frozenset()  # named again by a part of the name
    fullest: Mapping[str, str] = field(default_factory=dict)  # Ana Ruiz → Ana B. Ruiz
    bare: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # where a family name first stands alone
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
        for choice in (before, self._principals(before), self._meant(name, before, at)):
            if len(choice) == 1:
                return next(iter(choice))
        later = {self.fullest.get(full, full) for full in found if full.split()[-1] == name}
        if not before and len(later) == 1 and self._principals(later):
            return next(iter(later))
        return name

    def _meant(self, name: str, names: Iterable[str], at: tuple[int, int]) -> set[str]:
        """Those named before `name` first stood alone, unless a namesake has just come up."""
        since = self.bare.get(name, at)
        recent = any(since < self.named[full].first and at[0] - self.named[full].first[0] < RECENT for full in names)
        return set() if recent else {full for full in names if self.named[full].first <= since}

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
        rules = ONE_OF_MANY if any(word in paragraph for word in _MANY) else ()
        for found in (found for rule in rules for found in rule.finditer(paragraph[:LONGEST])):
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
    bare: dict[str, tuple[int, int]] = {}
    for number, paragraph in enumerate(paragraphs, 1):
        for mention in mentions(paragraph[:LONGEST]):
            if mention.is_person:
                named[mention.name] = _met(named.get(mention.name), mention, paragraph, number)
            elif " " not in mention.name:
                singles[mention.name] = singles.get(mention.name) or mention.role
                bare.setdefault(mention.name, (number, mention.start))
    fullest = _joined(named)
    short = _short_forms(named)
    for word, role in singles.items():  # "MEC Ruiz", after "Ana Ruiz"
        found = {fullest[name] for name in short.get(word, ()) if name.split()[-1] == word}
        if role and len(found) == 1:
            name = found.pop()
            named[name] = replace(named[name], role=better(named[name].role, role))
    again = frozenset(fullest[name] for word in singles for name in short.get(word, ()))
    alone = {word: person for word, person in _single_named(paragraphs, bare) if word not in short}
    named.update(alone)
    again |= frozenset(alone)
    return People(named=named, short=short, again=again, fullest=fullest, bare=bare, offices=_offices(named))


def _single_named(paragraphs: Sequence[str], bare: Mapping[str, tuple[int, int]]) -> Iterator[tuple[str, Person]]:
    """Those whom a text knows by their family name only: who has a title before it, or says that she did."""
    told: set[str] = set()
    titled: dict[str, Mention] = {}
    pronouns: dict[str, str | None] = {}
    relatives: dict[str, str] = {}
    for paragraph in paragraphs:
        text = paragraph[:LONGEST]
        told.update(found["who"] for found in _SPEAKS.finditer(text))
        if not bare:
            continue
        for mention in mentions(text):
            if " " in mention.name or mention.lead == mention.start or mention.name.isupper():
                continue
            words = text[mention.lead : mention.start]
            if not set(words.lower().split()) & (TITLES | HONORIFICS):
                continue
            titled.setdefault(mention.name, mention)
            pronouns[mention.name] = pronouns.get(mention.name) or by_title(words)
        relatives.update((found["who"], found["role"]) for found in _RELATIVE.finditer(text))
    for word, first in bare.items():
        known = titled.get(word)
        kin = relatives.get(word)
        if known or kin or word in told:
            role = kin or (known.role if known else None)
            yield word, Person(role, first, pronouns.get(word) or pronoun_of("", role))


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
        )
        named.update(dict.fromkeys(names, person))
    return {name: max(names, key=len) for names in same.values() for name in names}


def _met(known: Person | None, mention: Mention, text: str, number: int) -> Person:
    """What is known of a person after one more mention."""
    before = text[max(0, mention.lead - 40) : mention.start]
    titled = by_title(text[mention.lead : mention.start])
    pronoun = titled or pronoun_of(mention.name, mention.role)
    if known is None:
        kin = bool(_KIN.search(before))
        return Person(mention.role, (number, mention.start), pronoun, kin)
    return replace(
        known,
        role=better(known.role, mention.role),
        pronoun=titled or known.pronoun or pronoun,
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
