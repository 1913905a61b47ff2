"""Voices: quotations of those who are asked what the news means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.briefs.cues import significance
from digest.briefs.extracts import Desk, repeats, said, stands
from digest.briefs.standing import is_balanced, leans_back
from digest.dates import find_expressions
from digest.model import Article, Item, Quote
from digest.quotebank.standing import standing
from digest.typography import curl

_WHOLE = 0.1  # what all that someone said in a paragraph gains over a part of it
_ON_THE_MATTER = 0.3  # what a voice gains in an article on the main matter of the brief
_SHORTEST_QUOTE, _LONGEST_QUOTE = 9, 90  # words
_OFTEN = 2  # quotations of one speaker
_ONE_SIDED = 0.2  # what a quotation loses for each chosen before from its outlet
_UNSURE = 0.15  # what it loses whose speaker follows from other sentences than its own
_POINTING = ("it begins", "it points at something")
_END = re.compile(r",\Z")  # before "he said" a comma stands for the full stop


def expert_corner(desk: Desk) -> tuple[Item, ...]:
    """Quotations of those who are asked what the news means: other speakers, and if possible other outlets, first."""
    found = [
        _Choice(_authority(quote, article, desk), article, _printed(quote, article, desk))
        for article in desk.articles
        for quote in _choices(article)
    ]
    left = [choice for choice in found if stands(choice.text, choice.article, choice.quote.paragraph, sentences=False)]
    chosen: list[_Choice] = []
    while left and len(chosen) < desk.plan.quota:
        printed = [*desk.printed, *(said(choice.text) for choice in chosen)]
        heard = Counter(choice.quote.speaker for choice in chosen)
        left = [one for one in left if heard[one.quote.speaker] < _OFTEN and not repeats(one.text, printed)]
        if left:
            best = min(left, key=lambda one: (heard[one.quote.speaker], -_balanced(one, chosen)))
            chosen.append(best)
    return tuple(Item(key=choice.article.id, quote=choice.quote) for choice in chosen)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A quotation as it would be printed, and what it weighs."""

    weight: float
    article: Article
    quote: Quote

    @property
    def text(self) -> str:
        """Its words."""
        return self.quote.text


def _balanced(choice: _Choice, chosen: Sequence[_Choice]) -> float:
    """What a quotation weighs beside those already chosen."""
    outlets = [one.article.container_title for one in chosen]
    return choice.weight - _ONE_SIDED * outlets.count(choice.article.container_title)


def _choices(article: Article) -> Iterator[Quote]:
    """What may be printed of its quotations: all that someone said in a paragraph, or a part of it."""
    parted = [quote for quote in _spoken(article.quotes) if quote not in article.quotes]
    yield from (quote for quote in parted if _quotable(quote, None, article.language))
    for quote, following in zip(article.quotes, [*article.quotes[1:], None], strict=False):
        if _quotable(quote, following, article.language):
            yield quote


def _spoken(quotes: Sequence[Quote]) -> list[Quote]:
    """`quotes`, sentences of one speaker that a "he said" parts joined by an ellipsis."""
    spoken: list[Quote] = []
    for quote in quotes:
        last = spoken[-1] if spoken else None
        if last and _goes_on(last, quote):
            text = f"{_END.sub('.', last.text.strip())} … {quote.text.strip()}"
            spoken[-1] = replace(last, text=text, role=last.role or quote.role)
        else:
            spoken.append(quote)
    return spoken


def _goes_on(before: Quote, quote: Quote) -> bool:
    same = quote.speaker is not None and (before.speaker, before.paragraph) == (quote.speaker, quote.paragraph)
    whole = before.text.strip()[-1:] in tuple(".!…,") and before.text[:1].isupper() and quote.text[:1].isupper()
    return same and whole and len(before.text.split()) + len(quote.text.split()) <= _LONGEST_QUOTE


def _quotable(quote: Quote, following: Quote | None, language: str | None) -> bool:
    """Whether it is whole sentences of someone named who is no official, and not broken off by "he said"."""
    text = quote.text.strip()
    broken = following and following.paragraph == quote.paragraph and following.text[:1].islower()
    whole = text[:1].isupper() and text[-1:] in ".!…," and is_balanced(text) and not broken
    dated = any(found.kind in ("relative", "weekday") for found in find_expressions(text))
    back = (leans_back(text, language) or "").startswith(_POINTING)
    return (
        bool(quote.speaker)
        and _is_asked(quote.role or "")
        and whole
        and not (dated or back)
        and len(text.split()) >= _SHORTEST_QUOTE
    )


def _is_asked(role: str) -> bool:
    """Whether who has this `role` is asked for a judgement: not one who governs, nor one to whom it happened."""
    return bool(role) and standing(role) in ("expert", "other")


def _authority(quote: Quote, article: Article, desk: Desk) -> float:
    role = quote.role or ""
    near = max(
        (line.weight for line in desk.lines if line.article is article and line.paragraph == quote.paragraph),
        default=0.0,
    )
    whole = _WHOLE * (quote not in article.quotes)
    whole -= _UNSURE * (quote.confidence == "inferred")
    whole += _ON_THE_MATTER * bool(set(article.themes) & set(desk.themes))
    return near + whole + 0.5 * (standing(role) == "expert") + 0.3 * significance(quote.text, article.language)


def _printed(quote: Quote, article: Article, desk: Desk) -> Quote:
    language = article.language or desk.language
    return replace(
        quote,
        text=curl(_END.sub(".", quote.text.strip()), language),
        speaker=curl(desk.known.house(quote.speaker or "", article.id), language),
        role=curl(quote.role or "", language),
    )
