"""A summary as Markdown: each sentence with its citation, and for several articles each day by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from digest.dates import in_words
from digest.markdown import escape
from digest.model import Article, Sentence

_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9_])?")

_UNSEEN = dict.fromkeys(map(ord, "\u061c\u200e\u200f"))
"""Marks of direction, which no reader needs here and no terminal may be given."""


def citation(sentence: Sentence) -> str:
    """Where a sentence stands, as a citation.

    >>> citation(Sentence(text="", key="serik2031storm", paragraph=3))
    '[@serik2031storm, para. 3]'
    """
    key = sentence.key if _KEY.fullmatch(sentence.key) else "{" + sentence.key + "}"
    return f"[@{key}, para. {sentence.paragraph}]"


def extracts(sentences: Sequence[Sentence], articles: Mapping[str, Article], language: str = "en") -> str:
    """Sentences of the sources as an extract, which the gate holds to its paragraphs letter for letter."""
    return f"::: extract\n{_paragraphs(sentences, articles, language)}\n:::\n" if sentences else ""


def rephrased(sentences: Sequence[Sentence], articles: Mapping[str, Article], model: str, language: str = "en") -> str:
    """Sentences in a model's words as the editor's own, each with its citation; the last line says who wrote them."""
    words = _paragraphs(sentences, articles, language)
    by = escape(model, place="inline")
    return f"{words}\n\n*Rephrased by {by}; each sentence was held to the paragraph it cites.*\n"


def _paragraphs(sentences: Sequence[Sentence], articles: Mapping[str, Article], language: str) -> str:
    """One paragraph an article, opened by its day where there are several."""
    groups = [(key, list(told)) for key, told in groupby(sentences, key=lambda sentence: sentence.key)]
    several = len({sentence.key for sentence in sentences}) > 1
    return "\n\n".join(_paragraph(told, articles[key] if several else None, language) for key, told in groups)


def _paragraph(told: Sequence[Sentence], dated: Article | None, language: str) -> str:
    issued = dated.issued if dated else None
    label = f"**{escape(in_words(issued, language))}.**\n" if issued else ""
    lines = (
        f"{escape(one.text.translate(_UNSEEN), place='inline' if label and not number else 'opening')}\n{citation(one)}"
        for number, one in enumerate(told)
    )
    return label + "\n".join(lines)
