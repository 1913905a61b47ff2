"""Dated sentences: what an article says happened or will happen, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.dates import find_expressions, is_ahead, is_relative, resolve
from digest.model import Date, Event
from digest.sentences import split_sentences

RULES = "2"
"""Counted up when the same text gives other events."""
MOST = 2_000
"""Events of a text; what names more days is a table, or hostile."""


def find_events(paragraphs: Sequence[str], issued: Date | None) -> tuple[Event, ...]:
    """The sentences of `paragraphs` that tell of a time, in order, once for each expression that can be resolved.

    >>> (event,) = find_events(["Xi met Putin on September 15. They smiled."], Date(edtf="2022-09-16"))
    >>> str(event.when), event.words, event.sentence, event.ahead
    ('2022-09-15', 'September 15', 'Xi met Putin on September 15.', False)
    """
    found: list[Event] = []
    for number, paragraph in enumerate(paragraphs, 1):
        for sentence in split_sentences(paragraph):
            found += _of_sentence(sentence, number, issued)
            if len(found) >= MOST:
                return tuple(found[:MOST])
    return tuple(found)


def _of_sentence(sentence: str, paragraph: int, issued: Date | None) -> Iterator[Event]:
    for expression in find_expressions(sentence):
        if issued is None:
            continue
        when = resolve(expression, sentence, issued)
        if when:
            yield Event(
                when=when,
                words=expression.text,
                paragraph=paragraph,
                sentence=sentence,
                ahead=when.first > issued.last and is_ahead(sentence, expression),
                confidence="inferred" if is_relative(expression) else "stated",
            )
