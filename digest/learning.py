"""Furniture learned from use: lines that an outlet prints under one report after another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model import Article, Block, Page

Learned = Mapping[str, frozenset[str]]
"""Outlet → its furniture, each line as `line_of` has it."""

FEW, MANY = 3, 5
"""Articles that must share a line before it is furniture: a few words; a whole sentence at the beginning or end."""

_LONGEST = 300
_SHORT = 12
_EDGES = (2, 3)  # paragraphs at the beginning and the end where a whole sentence may be furniture
_SENTENCE = re.compile(r"[.?。？…][\"”’»)]*$")
_NUMBER = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may turn out to be furniture, as it stands and folded, and in how many articles it must recur."""

    text: str
    line: str
    wanted: int


def line_of(text: str) -> str:
    """`text` without case and marks, and of a few words without numbers, which change from page to page.

    >>> line_of("Read more: 3 Comments »")
    'read more comments'
    """
    few = len(text.split()) <= _SHORT  # in a sentence the numbers are the news
    return _NO_WORD.sub(" ", _NUMBER.sub(" ", text) if few else text).strip().casefold()


def candidates(article: Article) -> tuple[Candidate, ...]:
    """The lines of `article` that are furniture if they recur; headings are a series' own, and none."""
    found: dict[str, Candidate] = {}
    first, last = _EDGES[0], len(article.paragraphs) - _EDGES[1]
    for at, block in enumerate(article.paragraphs):
        line = line_of(block.text[:_LONGEST])
        if not line or len(block.text) > _LONGEST or block.text.rstrip().endswith(":"):
            continue
        at_edge = at < first or at >= last
        is_short = len(block.text.split()) <= _SHORT and not _SENTENCE.search(block.text)
        if is_short or at_edge:
            found.setdefault(line, Candidate(text=block.text, line=line, wanted=FEW if is_short else MANY))
    return tuple(found.values())


def without_learned(page: Page, articles: Sequence[Article], learned: Learned) -> Page:
    """`page` with the learned furniture of its articles' outlets marked; the same page where it has none."""
    names = {article.container_title for article in articles if article.container_title in learned}
    if not names:
        return page
    blocks = tuple(_marked(block, names, learned) for block in page.blocks)
    if blocks == page.blocks or _words(blocks) < _words(page.blocks) / 2:  # what would leave no article is no furniture
        return page
    return replace(page, blocks=blocks)


def _words(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kind in ("paragraph", "list item"))


def _marked(block: Block, names: set[str | None], learned: Learned) -> Block:
    if block.kind not in ("paragraph", "list item") or len(block.text) > _LONGEST:
        return block
    line = line_of(block.text)
    for name in names:
        if name and line in learned[name]:
            return replace(block, kind="furniture", rule=f"recurs on pages of {name}", level=None)
    return block
