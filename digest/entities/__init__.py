"""Who and what an article names: persons, bodies and places, each once, under its fullest name there.

`runs` cuts the capitalised stretches, `reading` says what each may name and why, `joining` puts forms of one name
together. Words in tables: `people`, `bodies`, `places`, `stops`; what stands beside a name: `around`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.entities.joining import ambiguous, kinds_of, place_forms, short_forms, slips
from digest.entities.looks import SURE
from digest.entities.parentheses import acronyms
from digest.entities.places import unspaced
from digest.entities.reading import Mention, Words, read
from digest.entities.runs import LONGEST, runs
from digest.entities.stops import tongue_of
from digest.model import Entity, EntityKind

RULES = "6"
"""Counted up when the same text gives other entities."""
MOST = 1_000
"""Entities of a text; what names more is a list, or hostile."""
_MOST_MENTIONS = 20_000
_HEADLINE = 12  # words

_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_SMALL = re.compile(r"(?<![\w’'\-])[a-zà-öø-ÿа-яёіїєґ][\w]+")


def find_entities(title: str, paragraphs: Sequence[str]) -> tuple[Entity, ...]:
    """The persons, bodies and places that an article names, in order of first mention; paragraph 0 is the title.

    >>> found = find_entities("", ["Prime Minister Ana Ruiz met the Steppe Party (SP).", "Ruiz said SP agreed."])
    >>> [(entity.name, entity.kind, entity.forms, entity.role) for entity in found]
    [('Ana Ruiz', 'person', ('Ruiz',), 'Prime Minister'), ('Steppe Party', 'body', ('SP',), None)]
    """
    texts = [text.replace("[", "").replace("]", "") for text in (title, *paragraphs)]
    small = frozenset(word for text in texts for word in _SMALL.findall(text[:LONGEST]))
    words = Words(tongue_of(_sample(paragraphs)), small)
    mentions = _mentions(texts, words)
    groups = _grouped(mentions)
    kinds = kinds_of(groups)
    shared = ambiguous(kinds)
    kinds = {name: kind for name, kind in kinds.items() if kind != "person" or name not in shared}
    stand_for = place_forms(kinds) | short_forms(kinds, groups) | acronyms(texts, kinds)
    known = {name: stand_for.get(name, name) for name in (*kinds, *stand_for) if kinds.get(stand_for.get(name, name))}
    for _ in range(2):  # the second time for slips of a form that was itself a slip
        alone = [name for name in groups if " " not in name and known.get(name, name) == name]
        people = {name: full for name, full in known.items() if kinds[full] == "person" and " " in full}
        known |= slips(alone, people)
    return _entities(mentions, known, kinds)


def _sample(paragraphs: Iterable[str]) -> list[str]:
    return re.findall(r"[^\W\d_]+", " ".join(paragraphs)[:4_000].lower())


def _mentions(texts: Sequence[str], words: Words) -> list[Mention]:
    found: list[Mention] = []
    for number, text in enumerate(texts):
        for run in runs(text, number):
            found += read(run, text, words)
        if _UNSPACED.search(text):
            found += _unspaced_places(text, number)
        if len(found) > _MOST_MENTIONS:
            break
    return found


def _unspaced_places(text: str, number: int) -> Iterator[Mention]:
    """The places of a table that a Chinese or Japanese text names; other names are not told apart there."""
    for name in sorted(unspaced()):
        if (at := text.find(name, 0, LONGEST)) >= 0:
            yield Mention(name, number, at, place=SURE)


def _grouped(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.name, []).append(mention)
    return groups


def _forms(mention: Mention, known: Mapping[str, str]) -> list[str]:
    """The forms in a mention: its name, or in a headline, where all words have capitals, the known names among them."""
    if mention.name in known or not mention.loose:
        return [mention.name] if mention.name in known else []
    words = mention.name.split()[:_HEADLINE]
    found: list[str] = []
    place = 0
    while place < len(words):
        ends = range(len(words), place, -1)
        end = next((end for end in ends if " ".join(words[place:end]) in known), None)
        found += [" ".join(words[place:end])] if end else []
        place = end or place + 1
    return found


def _entities(
    mentions: Sequence[Mention], known: Mapping[str, str], kinds: Mapping[str, EntityKind]
) -> tuple[Entity, ...]:
    found: dict[str, tuple[dict[int, None], dict[str, None], list[str]]] = {}
    for mention in mentions:
        for form in _forms(mention, known):
            numbers, forms, roles = found.setdefault(known[form], ({}, {}, []))
            numbers[mention.paragraph] = None
            forms[form] = None
            roles += [mention.role] if mention.role else []
    return tuple(
        Entity(
            name=name,
            kind=kinds[name],
            forms=tuple(form for form in forms if form != name),
            paragraphs=tuple(sorted(numbers)),
            role=roles[0] if roles and kinds[name] == "person" else None,
        )
        for name, (numbers, forms, roles) in list(found.items())[:MOST]
        if set(numbers) != {0}
    )
