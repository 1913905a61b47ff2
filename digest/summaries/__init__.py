"""An article, or several on one event → the sentences that say most of it, each with its paragraph and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.dates import complete
from digest.model import Article, Sentence
from digest.storylines import find_stories
from digest.summaries.choosing import Chosen, choose, spread
from digest.summaries.naming import in_full
from digest.summaries.weighing import Weighed, weigh

__all__ = ["Chosen", "overview", "summarise"]

_YEAR = re.compile(r" \[(?:19|20)\d\d\]")
"""A completion that may be a year off: of "the vote on November 21" nobody says whether it is past."""


def summarise(article: Article, sentences: int = 3, words: int | None = None) -> tuple[Chosen, ...]:
    """At most so many `sentences` of `article`, in its order, of at most `words` words in all; each stands alone.

    It ends where it is as long as so many ordinary sentences: a long one fills the room of two.
    """
    chosen = choose(weigh([article]), sentences, words)
    return in_full([_chosen(one) for one in sorted(chosen, key=lambda one: one.order)], {article.id: article})


def overview(
    articles: Iterable[Article], sentences: int = 6, words: int | None = None, themes: Sequence[str] = ()
) -> tuple[Chosen, ...]:
    """At most so many `sentences` of `articles`, mostly on one event, the oldest article first; no two say the same.

    Relative dates are completed in square brackets: what "Monday" is depends on the article.
    """
    ordered = sorted(articles, key=_dated)
    number = {article.id: place for place, article in enumerate(ordered)}
    events = {key: story.id for story in find_stories(ordered) for key in story.keys}
    chosen = spread(weigh(ordered, themes), sentences, words, events)
    told = sorted(chosen, key=lambda one: (number[one.line.article.id], one.order))
    return in_full([_chosen(one, _completed(one)) for one in told], {article.id: article for article in ordered})


def _chosen(one: Weighed, text: str = "") -> Chosen:
    line = one.line
    return Chosen(
        sentence=Sentence(text=text or one.text, key=line.article.id, paragraph=line.paragraph),
        place=line.place,
        weight=one.weight,
        parts=tuple(one.parts.items()),
    )


def _completed(one: Weighed) -> str:
    issued = one.line.article.issued
    if issued is None or _YEAR.search(one.text):
        return one.text
    language = one.line.article.language or "en"
    completed = complete(one.text, issued, period=issued, language=language) or one.text
    return _YEAR.sub("", completed)


def _dated(article: Article) -> tuple[int, int, str]:
    issued = article.issued
    return (issued.first.toordinal(), issued.last.toordinal(), article.id) if issued else (0, 0, article.id)
