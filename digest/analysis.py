"""What running text says: who is quoted, who and what is named, which days are spoken of."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import blake2b

from digest.model import Article


@cache
def rules() -> str:
    """The version of the rules; a part that finds something else than before counts its own up."""
    from digest import entities, events, quotations  # here, since a list of records wants none of them

    return f"{quotations.RULES}.{entities.RULES}.{events.RULES}"


def analyse(article: Article) -> Article:
    """`article` with its quotations, entities and events; as it is, where these rules have found them in this text."""
    found = mark(article)
    if article.analysis == found:
        return article
    from digest import entities, events, quotations

    paragraphs = [block.text for block in article.paragraphs]
    quotes = quotations.find_quotes(paragraphs)
    return replace(
        article,
        quotes=quotes,
        entities=entities.find_entities(article.title or "", paragraphs),
        events=events.find_events(paragraphs, article.issued),
        analysis=found,
    )


def is_current(article: Article) -> bool:
    """Whether today's rules have read the text as it stands."""
    return article.analysis == mark(article)


def mark(article: Article) -> str:
    """The version of the rules, and a fingerprint of all they look at."""
    texts = (article.title, str(article.issued), *(block.text for block in article.paragraphs))
    read = blake2b("\0".join(text or "" for text in texts).encode("utf-8", "surrogatepass"), digest_size=8)
    return f"{rules()} {read.hexdigest()}"
