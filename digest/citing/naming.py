"""The names that a sentence calls an article by: its outlet's, its publisher's, its authors'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.addresses import host
from digest.model import Article
from digest.verify.wording import form

_SHORTEST = 3  # letters of a name that is looked for
_THE = re.compile(r"^(?:The|Der|Die|Das|Le|La|Les|El|Il)\s+(?=\S)")
_COMMON = frozenset("Post Times News Today Week Daily World Press Report Union Star Sun Web Editor Staff".split())  # noqa: SIM905 — a list of words


def has_name(text: str, name: str) -> bool:
    """Whether a text in its form has a name as whole words."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def names_of(article: Article) -> tuple[str, ...]:
    """The names of an article's outlet, publisher, authors and site, in their form."""
    return tuple(dict.fromkeys(_names(article)))


def _names(article: Article) -> Iterator[str]:
    for title in (article.container_title, article.publisher):
        name = _THE.sub("", form(title or "")).strip()
        if len(name) >= _SHORTEST or (len(name) == 2 and name.isupper()):
            yield name
    for author in article.author:
        name = form(author.literal or author.family or "")
        if name not in _COMMON and (len(name) >= _SHORTEST or not name.isascii()):
            yield name
    site = host(article.url)
    if "." in site:
        yield site
