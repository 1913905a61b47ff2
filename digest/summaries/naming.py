"""Whom a summary calls by surname before it has introduced them: the given name, in square brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.model import Article, Entity
from digest.quotemarks import find_spans
from digest.summaries.choosing import Chosen
from digest.verify.wording import Verdict, find_words, form, text_of

_LETTERS = 2


def in_full(told: Sequence[Chosen], articles: Mapping[str, Article]) -> tuple[Chosen, ...]:
    """`told` with the given name of each person at the first surname that stands alone."""
    done: list[Chosen] = []
    known: set[str] = set()
    for one in told:
        article = articles[one.sentence.key]
        text = one.sentence.text
        for surname, given in _people(article):
            if surname in known or surname not in text:
                continue
            known.add(surname)
            text = _introduced(text, surname, given, article, one.sentence.paragraph)
        done.append(replace(one, sentence=replace(one.sentence, text=text)))
    return tuple(done)


def _people(article: Article) -> list[tuple[str, str]]:
    """Surnames that mean one person of the article and stand alone in it, with the names before them."""
    people = [entity for entity in article.entities if entity.kind == "person" and len(entity.name.split()) > 1]
    pairs = [(entity.name.split()[-1], entity) for entity in people]
    surnames = [surname for surname, _ in pairs]
    return [
        (surname, " ".join(entity.name.split()[:-1]))
        for surname, entity in pairs
        if surnames.count(surname) == 1 and len(surname) > _LETTERS and _is_used(surname, entity)
    ]


def _is_used(surname: str, entity: Entity) -> bool:
    return surname in entity.forms


def _introduced(text: str, surname: str, given: str, article: Article, paragraph: int) -> str:
    """`text` with the given name before a surname that nothing introduces; as it is, where the gate would stumble."""
    place = re.search(rf"(?<![\w’'-]){re.escape(surname)}(?![\w-])", text)
    if place is None or any(span.start <= place.start() < span.end for span in find_spans(text)):
        return text
    before = text[: place.start()].rstrip().rpartition(" ")[2]
    if given.split()[-1] in text[: place.start()] or before[:1].isupper() or before.endswith((".", "]")):
        return text  # it is introduced there, or has a title: Mr. Berg, President Berg
    named = f"{text[: place.start()]}[{given}] {text[place.start() :]}"
    source = text_of([form(article.paragraphs[paragraph - 1].text)])
    return named if find_words(named, source, sentences=True) is Verdict.STANDS else text
