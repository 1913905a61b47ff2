"""The balance of voices: who the candidates quote, and whom the brief prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from digest.briefs.known import Known
from digest.model import Article, Brief
from digest.quotebank import bank
from digest.quotebank.standing import standing
from digest.quotebank.voices import balance, voices


def heard(articles: Iterable[Article], known: Known) -> tuple[tuple[str, int], ...]:
    """How many speakers of each standing `articles` quote; terms and what nobody is named for do not count."""
    said = [one for one in bank(articles, known.house) if one.kind != "term"]
    return tuple(balance(voices(said)).items())


def printed(brief: Brief, articles: Sequence[Article]) -> tuple[tuple[str, str, str, int], ...]:
    """The speakers of the quotations that `brief` prints: name, standing, outlet, how many quotations."""
    outlets = {article.id: article.container_title or "" for article in articles}
    found = Counter(
        (item.quote.speaker or "", standing(item.quote.role), outlets.get(item.key, ""))
        for section in brief.sections
        for item in section.items
        if item.quote
    )
    return tuple((*voice, count) for voice, count in found.items())
