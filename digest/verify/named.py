"""The names of a sentence, and whether its source names them: by a spelling, a short form, an acronym, a country."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from digest.countries import areas, peoples, states
from digest.entities.joining import initials_of
from digest.entities.looks import person_looks
from digest.entities.people import FAMILY_ENDS
from digest.entities.reading import Words, read
from digest.entities.runs import runs
from digest.entities.stops import adjectives, tongue_of
from digest.model import Entity
from digest.verify.spelling import folded, same_word
from digest.verify.spelling import same as spelled_alike

_TOKEN = re.compile(r"[^\W_]+(?:[’'ʼ\-‑.][^\W_]+)*\.?")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"(?<![\w’'\-])[a-zà-öø-ÿа-яёіїєґ][\w]+")
_GERMAN_SURE = 2
_LIKE = 0.6
_ACRONYM = 6
"""Capitals in a row; more are a word that is shouted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that a sentence uses: `text[start:end]`; `opens` a sentence, so it may be a common word."""

    words: str
    start: int
    end: int
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a text names: its capitalised names, all its words folded, its countries and regions."""

    names: tuple[Named, ...]
    tokens: frozenset[str]
    initials: frozenset[str]
    lands: frozenset[str]


@lru_cache(maxsize=500)
def find_names(text: str, tongue: str = "") -> Names:
    """The names of `text`.

    >>> [named.words for named in find_names("Foreign Minister Wang Yi left Samarkand for the SCO.").names]
    ['Wang Yi', 'Samarkand', 'SCO']
    """
    tongue = tongue or tongue_of(_LETTERS.findall(text[:4_000].lower()))
    words = Words(tongue, frozenset(_SMALL.findall(text)))
    plain = re.sub(r"[\[\]]", " ", text)
    mentions = [mention for run in runs(plain, 1) for mention in read(run, plain, words)]
    if tongue == "de":  # every noun has a capital
        mentions = [m for m in mentions if max(m.person, m.body, m.place) >= _GERMAN_SURE]
    names = tuple(
        Named(words=m.name, start=m.start, end=m.start + len(m.name), opens=m.loose)
        for m in mentions
        if _is_name(m.name)
    )
    tokens = frozenset(part for token in _TOKEN.findall(text) for part in _parts(token))
    return Names(names=names, tokens=tokens, initials=frozenset(_initials(names)), lands=frozenset(_lands(text)))


def _is_name(words: str) -> bool:
    return len(words) > 1 and not (words.isupper() and len(words) > _ACRONYM)


def is_persons(words: str) -> bool:
    """Whether a name looks like a person's in full."""
    return person_looks(words.split(), "en") > 0


def _parts(token: str) -> Iterator[str]:
    plain = folded(token.rstrip("."))
    yield plain
    yield plain.replace(".", "")
    if "-" in token or "‑" in token:
        yield from (folded(part) for part in re.split("[-‑]", token))


def _initials(names: Sequence[Named]) -> Iterator[str]:
    for named in names:
        parts = named.words.split()
        if len(parts) > 1:
            yield initials_of(parts)


def _lands(text: str) -> Iterator[str]:
    for table in (states(), areas()):
        for word, land in _in_table(text, table):
            yield land
            yield from (name for name in (word,) if name in areas())


def _in_table(text: str, table: dict[str, str]) -> Iterator[tuple[str, str]]:
    tokens = _LAND.findall(text)
    for place in range(len(tokens)):
        for size in (3, 2, 1):
            words = " ".join(tokens[place : place + size])
            name = (
                words
                if words in table
                else words.rstrip(".")
                if words.rstrip(".") in table
                else words.removesuffix("s")
            )
            if name in table:
                yield name, table[name]
                break


_LAND = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*\.?")


def stands(name: str, source: Names, same: Callable[[str, str], bool] | None = None) -> bool:
    """Whether a source names what `name` names, in a spelling, an order or by an acronym of its own.

    >>> source = find_names("Qasym-Zhomart Toqaev met the Shanghai Cooperation Organization in Beijing.")
    >>> [stands(name, source) for name in ("Tokayev", "SCO", "China", "Kassym-Jomart Tokayev", "Xi Jinping")]
    [True, True, True, True, False]
    """
    parts = name.split()
    proper = [part for part in parts if part[0].isupper() or part[0].isdigit()] or parts
    if _land(name) & source.lands:
        return True
    if len(proper) == 1 and folded(name).replace(".", "") in source.tokens:
        return True
    if name.replace(".", "") in source.initials or _is_spelled_out(proper, source):
        return True
    if _in_one(proper, source):
        return True
    if len(proper) > 1 and _is_body(proper) and all(folded(part) in source.tokens for part in proper):
        return True
    alike = same or spelled_alike
    return any(alike(name, other.words) for other in source.names if len(other.words.split()) == len(parts))


def _is_spelled_out(proper: Sequence[str], source: Names) -> bool:
    """Whether a name spells out an acronym that the source does not itself spell out as something else."""
    letters = initials_of(proper)
    return len(letters) > 1 and letters.lower() in source.tokens and letters not in source.initials


def _land(name: str) -> frozenset[str]:
    return frozenset(
        found for table in (states(), areas()) if (found := table.get(name) or table.get(name.removesuffix("s")))
    )


def _is_body(parts: Sequence[str]) -> bool:
    from digest.entities.bodies import HEADS, JOINING

    return any(part in HEADS or part in JOINING for part in parts)


def _in_one(proper: Sequence[str], source: Names) -> bool:
    """Whether one name of the source has all these words, in some spelling."""
    for other in source.names:
        theirs = other.words.split()
        if all(any(same_word(part, word) for word in theirs) for part in proper):
            return True
    return False


def by_entities(name: str, entities: Sequence[Entity]) -> Entity | None:
    """The entity of an article that `name` is a form of."""
    for entity in entities:
        if name in (entity.name, *entity.forms):
            return entity
    words = {folded(part) for part in name.split()}
    for entity in entities:
        if words <= {folded(part) for form in (entity.name, *entity.forms) for part in form.split()} and (
            len(words) > 1 or entity.kind == "person"
        ):
            return entity
    return None


def resolved(entity: Entity, source: Names) -> bool:
    """Whether a source names an entity by any of its forms."""
    return any(stands(form, source) for form in (entity.name, *entity.forms))


def lands_of(text: str) -> Iterator[tuple[str, int, str]]:
    """The peoples and countries a text names as adjectives: the word, its place, the country."""
    table = states()
    for match in _LAND.finditer(text):
        word = match[0] if match[0] in table else match[0].removesuffix("s")
        if word in peoples() and word in table:
            yield match[0], match.start(), table[word]


def may_be_common(named: Named, source: Names) -> bool:
    """Whether the one word that opens a sentence may be no name: nothing like it is named by the source."""
    if not named.opens:
        return False
    word = folded(named.words)
    if word in adjectives() or word.removesuffix("s") in source.tokens:
        return True
    if word.endswith(FAMILY_ENDS) and len(word) > 5 and not word.endswith(("ian", "ev", "ing")):
        return False
    return not any(_ratio(word, folded(part)) > _LIKE for other in source.names for part in other.words.split())


def _ratio(one: str, two: str) -> float:
    if abs(len(one) - len(two)) >= 8 or len(set(one) & set(two)) * 2 < len(set(one)):
        return 0.0
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def nearest(name: str, source: Names) -> str:
    """The source's name that is most like `name`: in its letters, else any."""
    others = [other.words for other in source.names][:100]
    shared = [other for other in others if set(other.split()) & set(name.split())]
    best = max(shared or others, key=lambda other: _ratio(name, other), default="")
    return best if shared or _ratio(name, best) > _LIKE else ", ".join(dict.fromkeys(others[:3]))
