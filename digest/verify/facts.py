"""What of a sentence its source does not bear out: figures, dates, names, and words between quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from digest.model import Date, Entity
from digest.quotemarks import find_spans
from digest.verify.wording import Verdict, find_words, form, text_of

FactKind = Literal["figure", "date", "name", "quotation"]
Same = Callable[[str, str], bool]
"""Whether two spellings are one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something a sentence states and its source does not: `sentence[start:end]`, and the nearest the source has."""

    kind: FactKind
    words: str
    start: int
    end: int
    nearest: str = ""
    paragraph: int | None = None  # of the article, where a name stands that the cited paragraphs have not


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What else is known of the article that a sentence is cited from: names there need not stand in the paragraph."""

    entities: tuple[Entity, ...] = ()
    words: tuple[str, ...] = ()  # its title, outlet and authors
    same: Same = field(default=lambda one, other: one == other)


NOTHING = Background()


def unsupported(
    sentence: str, paragraphs: Sequence[str], issued: Date | None = None, background: Background = NOTHING
) -> tuple[Missing, ...]:
    """What `sentence` states that `paragraphs`, of an article of the day `issued`, do not: () where all stands.

    >>> [missing.words for missing in unsupported("He called it “a small step”.", ["“A great step,” he said."])]
    ['a small step']
    """
    return tuple(sorted(_quotations(sentence, paragraphs), key=lambda missing: missing.start))


def _quotations(sentence: str, paragraphs: Sequence[str]) -> Iterator[Missing]:
    text = text_of([form(paragraph) for paragraph in paragraphs])
    for span in find_spans(sentence):
        start, end = span.inner
        if find_words(sentence[start:end], text) is not Verdict.STANDS:
            yield Missing(kind="quotation", words=sentence[start:end], start=start, end=end)
