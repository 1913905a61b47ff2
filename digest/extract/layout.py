"""What every line of one article is: where its text begins and ends, its title, its headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from digest.extract.bylines import NAME_ALONE, is_life, life_of, looks_named
from digest.extract.headings import find_headings
from digest.extract.kickers import is_section_word, section_of
from digest.extract.lines import count_words, ends_sentence, is_prose
from digest.extract.name_lines import agency_signs, could_sign, line_signs, signed_within
from digest.extract.stamps import by_agency, has_stamp, place_of
from digest.extract.subjects import without_subjects
from digest.extract.titles import find_title, is_quoted
from digest.model import Block, Kind

LEAST = 20
"""Words of running text below which a page holds no article."""

_COSTS: dict[Kind, int] = {"furniture": -4, "caption": -1, "byline": -2, "dateline": -4, "heading": -4}
_BOX = 3  # lines of furniture after which a box costs no more: promotions stand in the middle of texts
_SHORT = -10
_ITEM = -4
_FILED = 60  # a paragraph that names place and agency opens a report, whatever furniture follows it
_SIGN_OFFS = ("Written by … based on reporting by …", "Reporting by …; Editing by …", "… contributed to this report")
_OPENING = 7  # lines among which a headline below a site's words of itself has its byline
_PROMISE = 60  # words of a site of itself
_HEADLINE = 32  # words, as Chinese characters are counted
_NEAR = 20  # lines above the text in which a name may stand
_TEXT = ("paragraph", "list item")


def settle(group: Sequence[Block], seen: Counter[str], names: Mapping[str, object]) -> tuple[Block, ...] | None:
    """`group` with every line labelled, or None where it holds no article.

    `seen` counts the lines of the page, `names` are the names of outlets.
    """
    blocks = _without_lives(group)
    extent = _extent(blocks)
    if extent is None:
        return None
    start, end = _below_byline(blocks, *extent), extent[1]
    title = find_title(blocks, start, seen, names)
    start, blocks = _standfirst(blocks, title, start, end)
    lowered = _small_words(blocks[start : end + 1])
    head = _head(blocks[:start], title, names, lowered)
    body = find_headings([_as_body(block) for block in signed_within(blocks, start, end, lowered)])
    return without_subjects((*head, *_without_scraps(body), *_tail(blocks[end + 1 :], lowered)))


def _as_body(block: Block) -> Block:
    return replace(block, kind="paragraph", rule="") if block.kind == "title" else block


def _value(block: Block) -> int:
    if block.kind in _COSTS and block.rule != "address on its own line":
        return _COSTS[block.kind]
    if block.kind in _TEXT and is_prose(block.text) and by_agency(block.text):
        return _FILED
    if is_prose(block.text) and not (block.text.endswith(("?", "？", "!", "！")) and count_words(block.text) <= 14):
        return min(count_words(block.text), 60)
    return _ITEM if block.kind == "list item" else _SHORT


def _extent(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and last line of the stretch with most running text (Kadane's maximum-sum run)."""
    best, best_sum, start, total, furnished = None, 0, 0, 0, 0
    for at, block in enumerate(blocks):
        furnished = furnished + 1 if block.kind == "furniture" else 0
        value = 0 if furnished > _BOX else _value(block)
        if total <= 0:
            start, total = at, 0
        total += value
        if total > best_sum:
            best, best_sum = (start, at), total
    running = sum(max(_value(block), 0) for block in blocks[best[0] : best[1] + 1]) if best else 0
    return (best[0], _signed_end(blocks, best[1])) if best and running >= LEAST else None


def _below_byline(blocks: Sequence[Block], start: int, end: int) -> int:
    """`start`, or where the text begins below a headline and its byline: a site's words of itself stood above."""
    signs = next((at for at in range(start + 1, min(start + _OPENING, end)) if _heads(blocks[at])), end)
    titles = (blocks[start], blocks[signs - 1])
    if signs == end or not any(title.kind in _TEXT and _could_title(title.text) for title in titles):
        return start
    above = [block.text for block in blocks[start : signs - 1] if block.kind in _TEXT]
    below = next((at for at in range(signs, end + 1) if blocks[at].kind in _TEXT), end)
    running = sum(max(_value(block), 0) for block in blocks[below : end + 1])
    few = sum(map(count_words, above)) <= _PROMISE < running
    return below if few and not any(map(place_of, above)) else start


def _could_title(text: str) -> bool:
    if is_quoted(text):
        return True
    return 2 <= count_words(text) <= _HEADLINE and not ends_sentence(text.rstrip("?!")) and text[-1] not in ":,;："


def _heads(block: Block) -> bool:
    return block.kind == "dateline" or block.rule in ("By …", "By a body", "Author: …")


def _signed_end(blocks: Sequence[Block], end: int) -> int:
    """`end`, or the last sentence between it and the line that signs the article off: a box of links stood between."""
    last = end
    for at in range(end + 1, min(end + 9, len(blocks))):
        block = blocks[at]
        if block.kind == "byline":
            return last if block.rule in _SIGN_OFFS else end
        if block.kind in _TEXT:
            if not is_prose(block.text):
                return end
            last = at
        elif block.rule not in ("related stories", "advertisement", "photo credit", "printed twice"):
            return end
    return end


def _without_lives(group: Sequence[Block]) -> tuple[Block, ...]:
    """`group` with the authors' lives below the text taken out of it."""
    blocks = list(group)
    signed = " ".join(block.text for block in blocks if block.kind in ("byline", "dateline"))
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.kind not in _TEXT or not is_prose(block.text):
            continue
        if not _is_foot(blocks, at, signed):
            break
        blocks[at] = replace(block, kind="byline", rule="life of the author")
        if at and blocks[at - 1].kind in _TEXT and NAME_ALONE.fullmatch(blocks[at - 1].text):
            blocks[at - 1] = replace(blocks[at - 1], kind="byline", rule="name in an author box")
    return tuple(blocks)


def _is_foot(blocks: Sequence[Block], at: int, signed: str) -> bool:
    """Whether a paragraph below the text tells of its author: a person who signs, or of whom the text says nothing."""
    name = life_of(blocks[at].text) if is_life(blocks[at].text) else None
    if name is None or at == 0:
        return False
    known, above = str(name.family or name), blocks[max(0, at - 400) : at - 1]
    if str(name) in signed or any(_opens(block, str(name)) for block in above[:-1]):
        return True
    return not any(known in block.text for block in above)


def _opens(block: Block, name: str) -> bool:
    """Whether a line that is no sentence is a name, or a name and a place."""
    return len(block.text) <= 80 and f"{block.text} ".startswith(f"{name} ") and not is_prose(block.text)


def _standfirst(blocks: tuple[Block, ...], title: int | None, start: int, end: int) -> tuple[int, tuple[Block, ...]]:
    """Where the text begins after a standfirst, which stands between title and byline or date."""
    if title is None:
        return start, blocks
    signs = [at for at in range(title + 1, min(start + _OPENING, end)) if blocks[at].kind in ("byline", "dateline")]
    if not signs:
        return start, blocks
    between = [at for at in range(title + 1, signs[-1]) if blocks[at].kind in _TEXT]
    prose = [at for at in between if count_words(blocks[at].text) >= 6 and not could_sign(blocks[at].text)]
    if not prose or len(prose) > 2 or sum(count_words(blocks[at].text) for at in prose) > 90:
        return start, blocks
    if any(place_of(blocks[at].text) for at in prose):
        return start, blocks
    rule = "between title and byline"
    marked = tuple(
        replace(block, kind="standfirst", rule=rule) if at in prose else block for at, block in enumerate(blocks)
    )
    after = [at for at in range(signs[-1] + 1, end + 1) if marked[at].kind in _TEXT]
    return max(start, after[0]) if after else start, marked


def _small_words(blocks: Sequence[Block]) -> frozenset[str]:
    """The words that the text writes small."""
    text = " ".join(block.text for block in blocks if block.kind in _TEXT)
    return frozenset(re.findall(r"\b[a-zà-ÿа-яё]{4,}\b", text[:200_000]))


def _head(
    blocks: Sequence[Block], title: int | None, names: Mapping[str, object], lowered: Container[str]
) -> list[Block]:
    """The lines above the text, labelled."""
    head = list(blocks)
    if title is not None:
        rule = "heading of the page" if head[title].kind in ("title", "heading") else "headline above the text"
        head[title] = replace(head[title], kind="title", rule=rule, level=None)
    kicker = _kicker(head, len(head) if title is None else title, names)
    for at, block in enumerate(head):
        if at == kicker:
            head[at] = replace(block, kind="kicker", rule="short line above the article")
        elif agency_signs(head, at, title):
            head[at] = replace(block, kind="byline", rule="agency beside the day")
        elif block.kind not in _TEXT and not (block.kind == "heading" and at != title):
            continue
        elif at >= len(head) - _NEAR and not _again(block, kicker, head) and line_signs(head, at, title, lowered):
            head[at] = replace(block, kind="byline", rule="name below the title")
        else:
            head[at] = replace(block, kind="furniture", rule="above the article")
    return head


def _again(block: Block, kicker: int | None, head: Sequence[Block]) -> bool:
    """Whether a line is the kicker once more, as a page that names its kind of text twice has it."""
    return kicker is not None and block.text.casefold() == head[kicker].text.casefold()


def _kicker(head: Sequence[Block], above: int, names: Mapping[str, object]) -> int | None:
    """The line that names the section: short, right above the title or the text."""
    looked = 0
    for at in range(above - 1, max(-1, above - 20), -1):
        block = head[at]
        if block.kind in ("caption", "dateline", "byline") or block.rule in ("time on its own line", "reading time"):
            continue
        if at == above - 1 and block.kind == "paragraph" and is_prose(block.text):
            continue  # what a newsletter says of itself below its name
        looked += 1
        plain = block.kind == "paragraph" or (block.kind == "furniture" and is_section_word(block.text))
        if plain and not has_stamp(block.text) and section_of(block.text, names):
            return at
        if looked >= 1:
            return None
    return None


def _without_scraps(body: Sequence[Block]) -> list[Block]:
    """`body` with runs of short lines, as lists of links leave them, taken for furniture."""
    marked = list(body)
    run: list[int] = []
    for at, block in enumerate([*body, None]):
        scrap = block is not None and block.kind == "paragraph" and not is_prose(block.text) and not block.level
        if scrap:
            run.append(at)
        elif block is None or block.kind not in ("furniture", "caption"):
            if len(run) >= 3:
                for inside in run:
                    marked[inside] = replace(marked[inside], kind="furniture", rule="a run of short lines")
            run = []
    return marked


def _tail(blocks: Sequence[Block], lowered: Container[str]) -> list[Block]:
    """The lines below the text, labelled."""
    tail: list[Block] = []
    for at, block in enumerate(blocks):
        if block.kind in _TEXT or block.kind in ("heading", "title"):
            if at < 2 and looks_named(block.text, lowered):
                block = replace(block, kind="byline", rule="name below the text")
            else:
                block = replace(block, kind="furniture", rule="below the article", level=None)
        tail.append(block)
    return tail
