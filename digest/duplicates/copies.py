"""The same article twice: what two texts share, and how much of it makes them one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from hashlib import blake2b

from digest.model import Article

COPY = 0.8
"""The share of words, of both texts, that stands in identical paragraphs of two copies of one article."""
REVISION = 0.3
"""The share of five-word runs, of the shorter text, that a later state of the same source keeps."""
_FAR = timedelta(days=7)
_FEW_WORDS = 20
_RUN = 5
_WORD = re.compile(r"\w+")

Prints = Mapping[bytes, int]
"""The fingerprint of each paragraph, and its words."""


def prints(article: Article) -> dict[bytes, int]:
    """A fingerprint of each paragraph, blind to case, marks and spaces, with the number of its words."""
    found: dict[bytes, int] = {}
    for block in article.paragraphs:
        words = _words(block.text)
        if words:
            mark = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
            found[mark] = found.get(mark, 0) + len(words)
    return found


def shared(one: Prints, other: Prints) -> float:
    """The share of words in paragraphs that both have: of the text that shares less of itself."""
    both = one.keys() & other.keys()
    return min(_part(one, both), _part(other, both))


def is_copy(one: Article, other: Article) -> bool:
    """Whether the two are one article, met twice.

    The next issue of a series under the same title is another article, however much of its frame it repeats.
    """
    mine, theirs = prints(one), prints(other)
    share = shared(mine, theirs)
    if min(sum(mine.values()), sum(theirs.values())) < _FEW_WORDS:
        return share == 1 and one.title == other.title and not _apart(one, other)
    return share == 1 or (share >= COPY and not _apart(one, other))


def is_revision(one: Article, other: Article) -> bool:
    """Whether the two, from one source, are states of one article: a good part of the text was kept."""
    if _apart(one, other):
        return False
    mine, theirs = _runs(one), _runs(other)
    kept = (mine & theirs).total()
    least = min(mine.total(), theirs.total())
    return bool(least) and kept >= REVISION * least


def _apart(one: Article, other: Article) -> bool:
    """Whether both state dates, more than a week from each other."""
    if not (one.issued and other.issued) or {"issued"} & {*one.unconfirmed, *other.unconfirmed}:
        return False
    first, second = sorted((one.issued, other.issued), key=lambda issued: issued.first)
    return second.first.toordinal() - first.last.toordinal() > _FAR.days


def _part(prints: Prints, both: set[bytes]) -> float:
    return sum(prints[mark] for mark in both) / (sum(prints.values()) or 1)


def _runs(article: Article) -> Counter[tuple[str, ...]]:
    words = _words(" ".join(block.text for block in article.paragraphs))
    length = min(_RUN, len(words))
    return Counter(tuple(words[i : i + length]) for i in range(len(words) - length + 1)) if words else Counter()


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
