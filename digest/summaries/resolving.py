"""The name for a pronoun that opens a sentence, in square brackets, where only one person can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.briefs.choosing import Line
from digest.briefs.standing import cannot_stand, leans_back
from digest.model import Article, Entity
from digest.quotations.genders import UNNAMED, pronoun_of

_OPENING = re.compile(r"(He|She)(?= [a-z])")
_SUBJECT = 60  # letters in which a sentence has named who it is about
_ACTS = re.compile(r"(?:, [^,]{2,80},)? [a-z]")
_NAME = re.compile(r"(?<=[a-z,;’'] )[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+)+")
_WORDS = 3
"""Of a name that may stand for a pronoun: `verify.wording` takes no more."""


def resolved(line: Line, before: Line | None) -> str | None:
    """`line` with who is meant by the pronoun that opens it; None where it opens with none, or nobody is sure.

    Sure is one that names the only person in the sentence before it, as its subject, and no noun there is another.
    """
    found = _OPENING.match(line.text)
    if not found or before is None or before.paragraph != line.paragraph or (line.article.language or "en")[:2] != "en":
        return None
    pronoun = found[1].lower()
    people = list(_named(before.text, line.article))
    if len(people) != 1 or UNNAMED[pronoun].search(before.text) or _NAME.search(before.text[people[0][1] :]):
        return None
    person, end = people[0]
    if pronoun_of(person.name, person.role) not in (pronoun, None) or len(person.name.split()) > _WORDS:
        return None
    if end > _SUBJECT or not _ACTS.match(before.text, end):
        return None
    rest = line.text[found.end() :]
    plain = person.name + rest
    if cannot_stand(plain, "en") or leans_back(plain, "en"):
        return None
    return f"[{person.name}]{rest}"


def _named(text: str, article: Article) -> Iterator[tuple[Entity, int]]:
    """The persons of the article that `text` names, each with the end of the first mention."""
    for entity in article.entities:
        if entity.kind != "person":
            continue
        forms = sorted((entity.name, *entity.forms), key=len, reverse=True)
        found = re.search(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms[:9]))})(?![\w-])", text)
        if found:
            yield entity, found.end()
