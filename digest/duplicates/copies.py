"""The same article twice: what two texts share, and how much of it makes them one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from hashlib import blake2b

from digest.addresses import site
from digest.duplicates.runs import runs_of
from digest.model import Article

COPY = 0.8
"""The share of words, of both texts, that stands in identical paragraphs of two copies of one article."""
REVISION = 0.3
"""The share of five-word runs, of the shorter text, that a later state of the same source keeps."""
_MOSTLY = 0.6
"""The share of five-word runs at which two texts from one address are states of one article, whatever their dates."""
_LAID_OUT, _FRAMED = 0.9, 1.5
"""The share of five-word runs that a print of a page keeps, and how much longer its menus and notices make it."""
_FAR = timedelta(days=7)
_FEW_WORDS = 20
_HEAD, _FEW_HEADWORDS = 12, 3
"""Letters and words of a headline that two texts on two events would not both have."""
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
        return share == 1 and one.title == other.title and not apart(one, other)
    return share == 1 or (share >= COPY and not apart(one, other))


def is_revision(one: Article, other: Article) -> bool:
    """Whether the two, from one source, are states of one article: a good part of the text was kept."""
    if apart(one, other):
        return False
    return kept(one, other) >= REVISION


def is_state(one: Article, other: Article) -> bool:
    """Whether the two, from one address, are states of one article.

    A page that is written over each month, a series under one address, has another article each time.
    """
    share = kept(one, other)
    if share >= _MOSTLY:
        return True
    far = apart(one, other)
    same = bool(one.title and one.issued) and (one.title, one.issued) == (other.title, other.issued)
    return not far and (share >= REVISION or same)


def is_rendition(one: Article, other: Article) -> bool:
    """Whether the two are one text in two layouts, such as a page and its print; more than its frame is news."""
    lengths = sorted(sum(prints(article).values()) for article in (one, other))
    return kept(one, other) >= _LAID_OUT and lengths[1] <= _FRAMED * lengths[0]


def kept(one: Article, other: Article) -> float:
    """The share of the shorter text's runs of words that the other has."""
    if one.paragraphs == other.paragraphs:
        return 1.0
    mine, theirs = _runs(one), _runs(other)
    least = min(mine.total(), theirs.total())
    share = (mine & theirs).total() / least if least else 0.0
    if share >= REVISION:
        return share
    some, others = runs_of(one).all, runs_of(other).all  # these see characters where a script puts no spaces
    least = min(len(some), len(others))
    return max(share, len(some & others) / least) if least else share


def frame(one: Article, other: Article) -> tuple[str, ...]:
    """The paragraphs at head and foot that two different texts of one outlet have in common, letter for letter."""
    if not _one_house(one, other):
        return ()
    mine, theirs = ([block.text for block in article.paragraphs] for article in (one, other))
    head = _alike(mine, theirs)
    foot = _alike(mine[head:][::-1], theirs[head:][::-1])
    common = (*mine[:head], *mine[len(mine) - foot :])
    shorter = min(sum(map(len, mine)), sum(map(len, theirs)))
    return common if 2 * sum(map(len, common)) < shorter else ()


def under_one_head(one: Article, other: Article) -> bool:
    """Whether two outlets have a text under the same headline, in the same days as far as these are known."""
    heads = [tuple(_words(article.title or "")) for article in (one, other)]
    telling = len("".join(heads[0])) >= _HEAD and (len(heads[0]) > _FEW_HEADWORDS or not "".join(heads[0]).isascii())
    return heads[0] == heads[1] and telling and not _one_house(one, other) and not apart(one, other)


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many paragraphs are the same from the first on."""
    number = 0
    for one, other in zip(mine, theirs, strict=False):
        if one != other:
            break
        number += 1
    return number


def _one_house(one: Article, other: Article) -> bool:
    """Whether the two may be of one series: of one outlet or author, and not of one day."""
    day = one.issued and other.issued and one.issued.overlaps(other.issued)
    outlet = one.container_title and one.container_title == other.container_title
    return not day and bool(
        outlet or (one.author and one.author == other.author) or site(one.url) == site(other.url) != ""
    )


def apart(one: Article, other: Article) -> bool:
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
