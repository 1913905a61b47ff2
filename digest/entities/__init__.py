"""Who and what an article names: persons, bodies and places, each once, under its fullest name there."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Entity
from digest.quotations.speakers import mentions, people_in

RULES = "1"
"""Counted up when the same text gives other entities."""
MOST = 1_000
"""Entities of a text; what names more is a list, or hostile."""


def find_entities(title: str, paragraphs: Sequence[str]) -> tuple[Entity, ...]:
    """The persons that an article names in full, in order of first mention; paragraph 0 is the title."""
    texts = [title, *paragraphs]
    people = people_in(texts)
    places: dict[str, dict[int, None]] = {}
    forms: dict[str, dict[str, None]] = {}
    for number, text in enumerate(texts):
        for mention in mentions(text):
            name = people.resolve(mention.name, (number + 1, mention.start))
            if name in people.named:
                places.setdefault(name, {})[number] = None
                forms.setdefault(name, {})[mention.name] = None
    return tuple(
        Entity(
            name=name,
            kind="person",
            forms=tuple(form for form in forms[name] if form != name),
            paragraphs=tuple(numbers),
            role=people.role(name),
        )
        for name, numbers in list(places.items())[:MOST]
    )
