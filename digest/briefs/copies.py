"""Each text once: by what the library knows of its records, else by paragraphs that are the same."""

from __future__ import annotations

from collections.abc import Sequence

from digest.briefs.known import Known
from digest.duplicates import COPY, Prints, is_copy, prints, shared
from digest.model import Article
from digest.storylines import is_roundup


def without_copies(
    articles: Sequence[Article], known: Known
) -> tuple[tuple[Article, ...], tuple[tuple[str, str], ...]]:
    """Each text once, by the record that lacks least, of equals the longest; and which key gave way to which."""
    kept: dict[str, tuple[Article, Prints]] = {}
    copies: list[tuple[str, str]] = []
    holders: dict[bytes, set[str]] = {}  # by paragraph: of unknown texts only those that share one are compared
    for article in sorted(articles, key=lambda article: (len(article.missing), -_length(article))):
        marks = prints(article)
        near = sorted(set().union(*(holders.get(mark, ()) for mark in marks)))
        alike = [kept[key] for key in near]
        if same := _known_copy(article, kept, known) or _same_text((article, marks), alike, known):
            copies.append((article.id, same))
            continue
        kept[article.id] = (article, marks)
        for mark in marks:
            holders.setdefault(mark, set()).add(article.id)
    return tuple(article for article, _ in kept.values()), tuple(copies)


def _known_copy(article: Article, kept: dict[str, tuple[Article, Prints]], known: Known) -> str | None:
    """The record that the library takes for a copy; a newsletter is more than an article that stands in it."""
    for key in known.copies.get(article.id, ()):
        if key in kept and is_roundup(kept[key][0]) == is_roundup(article):
            return key
    return None


def _same_text(mine: tuple[Article, Prints], others: Sequence[tuple[Article, Prints]], known: Known) -> str | None:
    """The record with the same paragraphs, unless a person told the two apart."""
    told = known.ties(mine[0].id) if known.ties and others else {}
    for article, marks in others:
        if told.get(article.id) != "apart" and shared(mine[1], marks) >= COPY and is_copy(mine[0], article):
            return article.id
    return None


def _length(article: Article) -> int:
    return sum(len(block.text) for block in article.paragraphs)
