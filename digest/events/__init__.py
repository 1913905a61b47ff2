"""Dated sentences: what an article says happened or will happen, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.dates import Expression, find_expressions, is_relative, resolve
from digest.events.naming import is_nowadays, is_of_the_page, names_only
from digest.model import Date, Event
from digest.sentences import split_sentences

RULES = "13"
"""Counted up when the same text gives other events."""
MOST, MANY = 2_000, 20
"""Dates of a text, and of a sentence, that are resolved; what names more is a table, or hostile."""
LONGEST, LONGEST_SENTENCE = 100_000, 3_000
"""Characters of a paragraph that are read, and of what can be a sentence."""


def find_events(paragraphs: Sequence[str], issued: Date | None) -> tuple[Event, ...]:
    """The sentences of `paragraphs` that tell of a time, in order, once for each expression that names a day or span.

    Of a text without a date only dates with their year are told, and none of them is ahead.

    >>> (event,) = find_events(["Xi met Putin on September 15. They smiled."], Date(edtf="2022-09-16"))
    >>> str(event.when), event.words, event.sentence, event.ahead
    ('2022-09-15', 'September 15', 'Xi met Putin on September 15.', False)
    """
    found: list[Event] = []
    left = MOST
    for number, paragraph in enumerate(paragraphs, 1):
        for named, sentence in _dated(paragraph[:LONGEST]):
            found += _of_sentence(named, (number, sentence), paragraph, issued)
            left -= len(named)
            if left <= 0:
                return tuple(found)
    return tuple(found)


def _dated(paragraph: str) -> Iterator[tuple[Sequence[Expression], str]]:
    """The sentences that name a time, each after the first of the expressions that name one."""
    expressions = find_expressions(paragraph)
    if not expressions:
        return
    at = low = 0
    for sentence in split_sentences(paragraph):
        start = paragraph.find(sentence, at)
        at = start + len(sentence)
        named: list[Expression] = []
        while low < len(expressions) and expressions[low].end <= at:
            found = expressions[low]
            low += 1
            if found.start >= start and len(named) < MANY:
                named.append(replace(found, start=found.start - start, end=found.end - start))
        if named and len(sentence) <= LONGEST_SENTENCE:
            yield named, sentence


def _of_sentence(
    named: Sequence[Expression], place: tuple[int, str], paragraph: str, issued: Date | None
) -> Iterator[Event]:
    number, sentence = place
    told: set[tuple[str, str]] = set()
    for expression in named:
        when = resolve(expression, sentence, issued)
        if (
            when is None
            or (str(when), expression.text.casefold()) in told
            or _tells_nothing(expression, sentence, paragraph)
        ):
            continue
        told.add((str(when), expression.text.casefold()))
        yield Event(
            when=when,
            words=expression.text,
            paragraph=number,
            sentence=sentence,
            ahead=issued is not None and _comes(when, issued, expression),
            confidence="inferred" if is_relative(expression) or when.approximate else "stated",
        )


def _tells_nothing(expression: Expression, sentence: str, paragraph: str) -> bool:
    return (
        names_only(expression, sentence)
        or is_nowadays(expression, sentence)
        or is_of_the_page(expression, sentence, paragraph)
    )


def _comes(when: Date, issued: Date, expression: Expression) -> bool:
    """Whether the time is still to come: after the day of issue, or "later this month"."""
    later = expression.text.lower().startswith("later")
    return when.first > issued.last or (later and when.last > issued.last)
