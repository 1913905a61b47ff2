"""Whom a summary calls by part of a name before it has introduced them: the rest of it, in square brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.model import Article
from digest.quotemarks import find_spans
from digest.summaries.choosing import Chosen
from digest.verify.wording import Verdict, find_words, form, text_of

_LETTERS = 2


def in_full(told: Sequence[Chosen], articles: Mapping[str, Article]) -> tuple[Chosen, ...]:
    """`told` with the whole name of each person at the first part of it that stands alone."""
    done: list[Chosen] = []
    known: set[str] = set()
    for one in told:
        article = articles[one.sentence.key]
        text = one.sentence.text
        for alone, name in _people(article):
            if alone in text and name not in known:
                known.add(name)
                text = _introduced(text, alone, name, article, one.sentence.paragraph)
        done.append(replace(one, sentence=replace(one.sentence, text=text)))
    return tuple(done)


def _people(article: Article) -> list[tuple[str, str]]:
    """What stands alone in the article for one person, a surname as a rule, and the name in full."""
    people = [entity for entity in article.entities if entity.kind == "person" and " " in entity.name]
    pairs = [(form, entity.name) for entity in people for form in entity.forms if form in _ends(entity.name)]
    often = Counter(word for entity in people for word in entity.name.split())
    return [(alone, name) for alone, name in pairs if often[alone] == 1 and len(alone) >= _LETTERS]


def _ends(name: str) -> tuple[str, str]:
    parts = name.split()
    return parts[0], parts[-1]


def _introduced(text: str, alone: str, name: str, article: Article, paragraph: int) -> str:
    """`text` with the rest of a name beside the part that stands alone; as it is, where the gate would stumble."""
    place = re.search(rf"(?<![\w’'-]){re.escape(alone)}(?![\w-])", text)
    if place is None or any(span.start <= place.start() < span.end for span in find_spans(text)):
        return text
    before, after = text[: place.start()], text[place.end() :].lstrip()
    last = before.rstrip().rpartition(" ")[2]
    if any(part in text for part in name.split() if part != alone) or last.endswith((".", "]")):
        return text  # it is introduced there, or has a title: Mr. Berg
    if last[:1].isupper() or (after[:1].isupper() and text[place.end() :][:1] == " "):
        return text  # President Berg; part of a longer name
    given, _, family = name.rpartition(" ")
    whole = f"[{given}] {alone}" if family == alone else f"{alone} [{name.partition(' ')[2]}]"
    named = before + whole + text[place.end() :]
    source = text_of([form(article.paragraphs[paragraph - 1].text)])
    return named if find_words(named, source, sentences=True) is Verdict.STANDS else text
