"""Where one article on a page ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from digest.extract.bylines import are_names, is_life
from digest.extract.lines import count_words, ends_sentence, is_prose
from digest.extract.stamps import has_day, is_filed
from digest.model import Block

ENOUGH = 60
"""Words of running text that make an article where the page shows little more than a beginning."""
BRIEF = 35
"""Words that make one where a headline and a byline or a date announce it."""
_STANDFIRST = 90
"""Words that may stand between a headline and its byline."""

_SIGN_OFFS = frozenset(
    {
        "Written by … based on reporting by …",
        "Reporting by …; Editing by …",
        "… contributed to this report",
        "closing of a newsletter",
        "name after a farewell",
        "legal notice",
        "life of the author",
        "line across the page",
    }
)
_TOP_BYLINES = frozenset({"By …", "By a body", "Author: …", "记者 …"})
_PLAYED = re.compile(r"\b\d{1,3}:\d\d min\b", re.IGNORECASE)  # a film within the text, with its day
_UNSIGNED = 100  # words of an article that nothing announces
_SEEN = 400  # lines looked at: a site's menus have fewer
_MENU = 30  # lines: more stand above a pasted page's first article only where the site's menus do
_ASTRAY = 6  # lines
_GAP = 4  # lines from one block to the next: three blank ones, more than any site leaves between paragraphs


def split(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], ...]:
    """`blocks` cut before every article but the first."""
    words = [0, *accumulate(_running(block) for block in blocks)]
    openings = [(at, needed) for at in range(1, len(blocks)) if (needed := _needed(blocks, at))]
    firsts = list(_firsts(openings, words))
    cuts, waiting = [0], None  # a headline whose byline follows below a sentence or two of something else
    for (at, needed), (following, _) in pairwise([*firsts, (len(blocks), 0)]):
        before = words[at] - words[_signed(blocks, cuts[-1], at)]
        whole = words[following] - words[at] >= needed
        parted = before >= BRIEF and whole and _paragraphs(blocks, cuts[-1], at, following)
        if parted and (cuts[-1] > 0 or _is_whole(blocks[:at], before)) and _is_head(blocks, cuts[-1], at, words):
            cuts.append(at if waiting is None else waiting)
        waiting = (at if waiting is None else waiting) if not whole and following - at <= _ASTRAY else None
    return tuple(tuple(blocks[start:end]) for start, end in pairwise([*cuts, len(blocks)]))


def _is_whole(blocks: Sequence[Block], words: int) -> bool:
    """Whether an article stands in `blocks` and not what a site says above its first one."""
    if len(blocks) <= _MENU or words >= _UNSIGNED:
        return True
    return any(_announces(block) or block.rule in _SIGN_OFFS for block in blocks[-_SEEN:])


def _is_head(blocks: Sequence[Block], start: int, at: int, words: Sequence[int]) -> bool:
    """Whether the head of an article stands at `at`, and no announcement within the one that begins at `start`.

    The articles of one page bear the same marks: where the first has its day, so has the second.
    """
    block = blocks[at]
    if _signed_off(blocks, at) or _datelined(block) or block.kind == "caption" or _mark(block) == "dateline":
        return True
    own = _marks(blocks[at : at + 12])
    head = next((end for end in range(start, min(at, start + _SEEN)) if words[end] - words[start] >= 2 * ENOUGH), at)
    return not own or not own <= {"byline", "ago"} or "dateline" not in _marks(blocks[start : min(head, start + _SEEN)])


def _marks(blocks: Sequence[Block]) -> set[str]:
    return {_mark(block) for block in blocks if _heads(block)}


def _mark(block: Block) -> str:
    if block.rule in _TOP_BYLINES:
        return "byline"
    if block.kind != "dateline":
        return ""
    return "dateline" if has_day(block.text) else "ago"


def _signed(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the text of an article begins that `end` would close: below its byline, so a standfirst is not a text."""
    words, paragraphs = 0, 0
    for at in range(start, end):
        if _announces(blocks[at]):
            return at
        words += _running(blocks[at])
        paragraphs += _running(blocks[at]) > 0
        if words > _STANDFIRST or (words >= BRIEF and paragraphs > 1):
            return start
    return end


def _paragraphs(blocks: Sequence[Block], before: int, start: int, end: int) -> bool:
    """Whether there is more than the sentence or two of a teaser, or one brief of several, each from its place."""
    running = [words for block in blocks[start:end] if (words := _running(block))]
    if len(running) > 1 or sum(running) >= ENOUGH:
        return True
    return all(any(map(_datelined, blocks[first:last])) for first, last in ((before, start), (start, end)))


def _firsts(openings: Sequence[tuple[int, int]], words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The openings that have running text before them since the last: a headline, not its own date."""
    last = -1
    for at, needed in openings:
        if last < 0 or words[at] > words[last]:
            yield at, needed
        last = at if last < 0 or words[at] > words[last] else last


def _running(block: Block) -> int:
    if block.kind not in ("paragraph", "list item") or not is_prose(block.text) or is_life(block.text):
        return 0
    return count_words(block.text)


def _needed(blocks: Sequence[Block], at: int) -> int:
    """How many words of running text must follow for an article to begin at `at`; 0 where none can."""
    block = blocks[at]
    if block.kind in ("furniture", "byline"):
        return 0
    following = _following(blocks, at)
    if _titled(block) and any(_announces(other) for other in following):
        return BRIEF
    datelined = _datelined(block)
    if datelined and any(_heads(other) for other in blocks[max(0, at - 3) : at]):
        return 0  # its headline stands above that byline
    if datelined and _signed_off(blocks, at):
        return BRIEF
    if datelined or (block.kind == "caption" and any(map(_datelined, following[:2]))):
        return ENOUGH
    if _signed_off(blocks, at):
        opens = block.kind in ("caption", "dateline", "title") or _titled(block)
        return ENOUGH if opens else ENOUGH * 2 if _closed(blocks, at) else 0
    apart = block.line - blocks[at - 1].line >= _GAP
    return BRIEF if apart and _titled(block) and count_words(block.text) >= 4 else 0


def _titled(block: Block) -> bool:
    """Whether a line could be a headline."""
    if block.kind == "title" or are_names(block.text):
        return block.kind == "title"
    words = count_words(block.text) if len(block.text) < 250 else 99
    return block.kind == "paragraph" and 3 <= words <= 25 and not ends_sentence(block.text.rstrip("?!"))


def _following(blocks: Sequence[Block], at: int) -> list[Block]:
    near = [block for block in blocks[at + 1 : at + 9] if block.kind not in ("caption", "furniture")][:3]
    for count, block in enumerate(near):
        if block.kind == "paragraph" and count_words(block.text) > 45:
            return near[: count + 1]
    return near


def _announces(block: Block) -> bool:
    return _heads(block) or _datelined(block)


def _heads(block: Block) -> bool:
    if block.kind == "dateline":
        return not _PLAYED.search(block.text)
    return block.rule in _TOP_BYLINES


def _datelined(block: Block) -> bool:
    return block.kind == "paragraph" and is_prose(block.text) and is_filed(block.text)


def _before(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The lines above `at`, up to running text."""
    for block in reversed(blocks[max(0, at - 12) : at]):
        if block.kind in ("paragraph", "list item", "caption"):
            return
        yield block


def _signed_off(blocks: Sequence[Block], at: int) -> bool:
    return any(block.rule in _SIGN_OFFS for block in _before(blocks, at))


def _closed(blocks: Sequence[Block], at: int) -> bool:
    return any(block.rule == "closing of a newsletter" for block in _before(blocks, at))
