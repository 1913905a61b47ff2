"""What tells of one event: an article, or a part of a newsletter under a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from digest.model import Article, Block, Date, Heading

_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s+")
_FEW_WORDS = 25
"""Words below which a part of a newsletter is a frame or a pointer, and no report."""
_MOST_PARTS = 200
"""Parts of one newsletter; what has more is a list, or hostile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article, or a part of one: its paragraphs `first` to `last`, under words of the source."""

    article: Article = field(repr=False)
    title: str
    first: int
    last: int
    whole: bool = True

    @property
    def key(self) -> str:
        """The citation key of its article."""
        return self.article.id

    @property
    def id(self) -> str:
        """The key, and for a part the paragraph it begins with."""
        return self.key if self.whole else f"{self.key}#{self.first}"

    @property
    def issued(self) -> Date | None:
        """When it was published."""
        return self.article.issued

    @property
    def paragraphs(self) -> tuple[tuple[int, str], ...]:
        """Its paragraphs with their numbers in the article."""
        inside = self.article.paragraphs[self.first - 1 : self.last]
        return tuple((number, block.text) for number, block in enumerate(inside, self.first))


def reports(articles: Iterable[Article]) -> tuple[Report, ...]:
    """The reports that `articles` hold: each itself, or the parts of a newsletter."""
    return tuple(report for article in articles for report in _of(article) if article.paragraphs)


def is_roundup(article: Article) -> bool:
    """Whether it is a newsletter or a list of numbered stories, and tells of several events."""
    return article.genre == "newsletter" or sum(bool(_NUMBER.match(heading.text)) for heading in article.sections) > 1


def _of(article: Article) -> Iterator[Report]:
    parts = list(islice(_parts(article), _MOST_PARTS)) if is_roundup(article) else []
    if parts:
        yield from parts
    else:
        yield Report(article=article, title=_title(article), first=1, last=len(article.paragraphs))


def _parts(article: Article) -> Iterator[Report]:
    """Each part with the deeper headings that belong to it; what is too short to tell of an event is left out."""
    for heading, last in _outline(article.sections):
        inside = article.paragraphs[heading.first - 1 : last]
        if _length(inside) >= _FEW_WORDS:
            title = _NUMBER.sub("", heading.text, count=1).strip().removesuffix(":")
            yield Report(article=article, title=title, first=heading.first, last=last, whole=False)


def _outline(headings: Iterable[Heading]) -> list[tuple[Heading, int]]:
    found: list[tuple[Heading, int]] = []
    for heading in headings:
        above = found[-1][0] if found else None
        if above and heading.level > above.level and above.first <= found[-1][1]:
            found[-1] = (above, max(found[-1][1], heading.last))
        else:
            found.append((heading, heading.last))
    return found


def _length(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split(None, _FEW_WORDS)) for block in blocks)


def _title(article: Article) -> str:
    return article.title or (f"[{article.title_supplied}]" if article.title_supplied else "")
