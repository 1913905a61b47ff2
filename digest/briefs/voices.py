"""Voices: quotations of those who are asked what the news means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
_POINTING = ("it begins", "it points at something")
_END = re.compile(r",\Z")  # before "he said" a comma stands for the full stop


def expert_corner(desk: Desk) -> tuple[Item, ...]:
    """Quotations of those who are asked what the news means, one of a speaker before a second of any."""
    found = [
        (_authority(quote, article, desk), article, quote) for article in desk.articles for quote in _choices(article)
    ]
    ranked = sorted(found, key=lambda entry: -entry[0])
    items: list[Item] = []
    for once in (True, False):
        for _, article, source in ranked:
            quote = _printed(source, article, desk)
            heard = [item.quote.speaker for item in items if item.quote]
            if not stands(quote.text, article, quote.paragraph, sentences=False):
                continue
            fresh = not repeats(quote.text, [*desk.printed, *(said(item.quote.text) for item in items if item.quote)])
            if len(items) < desk.plan.quota and fresh and heard.count(quote.speaker) < (1 if once else 2):
                items.append(Item(key=article.id, quote=quote))
    return tuple(items)


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
