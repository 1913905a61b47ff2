"""An article, or several on one event → the sentences that say most of it, each with its paragraph and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.model import Article
from digest.summaries.choosing import Chosen, choose
from digest.summaries.weighing import weigh

__all__ = ["Chosen", "overview", "summarise"]


def summarise(article: Article, sentences: int = 3, words: int | None = None) -> tuple[Chosen, ...]:
    """At most so many `sentences` of `article`, in its order, of at most `words` words in all; each stands alone."""
    chosen = choose(weigh(article), sentences, words)
    return tuple(sorted(chosen, key=lambda one: (one.sentence.paragraph, one.place)))


def overview(
    articles: Iterable[Article], sentences: int = 6, words: int | None = None, themes: Sequence[str] = ()
) -> tuple[Chosen, ...]:
    """At most so many `sentences` of `articles` on one event, the oldest article first; no two say the same."""
    ordered = sorted(articles, key=_dated)
    place = {article.id: number for number, article in enumerate(ordered)}
    chosen = choose([one for article in ordered for one in weigh(article, themes)], sentences, words)
    return tuple(sorted(chosen, key=lambda one: (place[one.sentence.key], one.sentence.paragraph, one.place)))


def _dated(article: Article) -> tuple[int, int, str]:
    issued = article.issued
    return (issued.first.toordinal(), issued.last.toordinal(), article.id) if issued else (0, 0, article.id)
