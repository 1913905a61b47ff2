"""Authors lent: an unsigned article of which another on the page says who reported it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.byline_forms import PERSON
from digest.model import Article, Block, Evidence, Name
from digest.names import split_names

_WORK = r"(?:article|report|story|piece|feature|investigation|dispatch|interview|analysis|video|podcast)"
_TOGETHER = re.compile(
    rf"(?P<others>{PERSON})(?: (?:from|of|at|with) [^,;.]{{2,60}}?)?,? and I "
    rf"(?:have )?(?:reported|wrote|write|documented|covered|looked|explored|described|detailed|showed|found|profiled)\b"
    rf"[^.;]{{0,60}}?\b{_WORK}\b"
)
_PROPER = re.compile(r"\b[A-ZÀ-ÞА-ЯЁ][\w’'-]{3,}")
_ALIKE = 0.5
_LEAST = 5


def lend(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """`articles`, the unsigned ones with the authors another article on the page names for them."""
    if len(articles) < 2:
        return articles
    notes = [(article, *note) for article in articles if article.author for note in _notes(article)]
    return tuple(article if article.author else _signed(article, notes) for article in articles)


Note = tuple[Article, Block, tuple[Name, ...], frozenset[str]]


def _notes(article: Article) -> list[tuple[Block, tuple[Name, ...], frozenset[str]]]:
    """Where `article` says "NAME and I reported in an article", with the proper names of that section."""
    notes = []
    for number, block in enumerate(article.paragraphs, 1):
        if match := _TOGETHER.search(block.text[:3_000]):
            around = _section(article, number)
            names = split_names(match["others"])
            words = _proper(around) - frozenset(word for name in names for word in str(name).split())
            notes.append((block, names, words))
    return notes


def _section(article: Article, number: int) -> Sequence[Block]:
    """The paragraphs of the section that holds paragraph `number`, its subsections with it."""
    heads = [head for head in article.sections if head.first <= number]
    if not heads:
        return article.paragraphs[max(0, number - 2) : number + 2]
    own = heads[-1]
    after = (head.first for head in article.sections if head.first > number and head.level <= own.level)
    return article.paragraphs[own.first - 1 : next(after, len(article.paragraphs) + 1) - 1]


def _proper(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(
        word.removesuffix("’s").removesuffix("'s") for block in blocks for word in _PROPER.findall(block.text[:5_000])
    )


def _signed(article: Article, notes: Sequence[Note]) -> Article:
    words = _proper(article.paragraphs)
    for lender, block, names, spoken in notes:
        if len(spoken) >= _LEAST and len(spoken & words) >= _ALIKE * len(spoken) and len(spoken & words) >= _LEAST:
            rule = "another article on the page speaks of this one"
            proof = Evidence(field="author", quote=block.text[:400], line=block.line, rule=rule, confidence="inferred")
            author = (*lender.author, *(name for name in names if name not in lender.author))
            return replace(article, author=author, evidence=(*article.evidence, proof))
    return article
