"""Lines of a page that belong to the site and not to an article: navigation, buttons, promotions, notices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from digest.extract.lines import count_words, ends_sentence, is_prose
from digest.extract.outlets import Outlets
from digest.extract.stamps import beside_stamp, has_stamp
from digest.model import Block
from digest.readers.text import RULE

_LONGEST = 900
_SOFT = frozenset({"navigation", "related stories", "more", "comments"})
_ASKS = re.compile(
    r"\b(?:subscribe|sign(?:ing)? up|newsletters?|click here|in-?box|abonnieren|s['’]abonner|подпи[сш]\w+|рассылк\w+|"
    r"suscr[ií]b\w+|bolet[ií]n)\b|订阅",
    re.I,
)
_BY = re.compile(r"(?:by|von|par|por|автор)\b", re.I)
_MORE = re.compile(r"read more|more (?:stories|news)|weiterlesen|читать далее|leer más", re.I)
_INLINE = re.compile(r"(?:see|read) also|(?:à )?lire aussi|lesen sie|читайте|lea ", re.I)
_SIGNED = re.compile(r"(?:written|reported|compiled|edited|(?:additional |with )?reporting)\b.{0,30}\bby [A-Z]", re.I)
_OPENING = 5  # lines that a headline, a standfirst, a byline and a date take
_TEASER = 18
"""Words of running text: a teaser in a list of stories has fewer."""
_ARTICLE = 80
"""Words of running text below a byline that no teaser has."""
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]{1,20}(?: [\w'’.-]{1,20}){0,3} [^\W\d_a-z][\w'’-]{1,20}")
_BEGUN = 2
_BOX = 6  # lines of a box
_NOT_A_BUTTON = 5  # words: "Share prices fell on Monday" is no button


def mark(blocks: Sequence[Block], outlets: Outlets) -> tuple[Block, ...]:
    """`blocks` with the furniture labelled."""
    own = tuple(re.compile(line) for outlet in outlets for line in outlet.furniture)
    marked = list(blocks)
    for at, block in enumerate(blocks):
        if rule := _rule(blocks, at, own):
            marked[at] = _as_furniture(block, rule)
    begun = 0  # lines of running text seen: a list of other stories stands below some
    for at in range(len(marked)):
        begun += (
            marked[at].kind != "furniture" and count_words(marked[at].text) >= _TEASER and is_prose(marked[at].text)
        )
        if marked[at].rule in ("related stories", "more") and begun < _BEGUN:
            continue
        for inside, rule in _box(marked, at).items():
            if marked[inside].kind != "furniture":
                marked[inside] = _as_furniture(marked[inside], rule)
    return tuple(marked)


def _as_furniture(block: Block, rule: str) -> Block:
    return replace(block, kind="furniture", rule=rule, level=None)


@cache
def _table() -> Mapping[str, Any]:
    import yaml  # not wanted by commands that read no page

    text = resources.files("digest.extract").joinpath("furniture.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.safe_load(text)
    return table


@cache
def phrases() -> Mapping[str, str]:
    """The whole lines that are furniture anywhere, each with its rule."""
    rows = ((rule, str(listed).split(";")) for rule, listed in _table()["phrases"].items())
    return {fold(phrase): rule for rule, listed in rows for phrase in listed if phrase.strip()}


@cache
def _lines() -> tuple[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """Each rule with what must open a line and what may stand anywhere in it: the first is quick to refuse."""
    rows = []
    for rule, listed in _table()["lines"].items():
        opening = [pattern for pattern in listed if pattern.startswith("^")]
        anywhere = [pattern for pattern in listed if not pattern.startswith("^")]
        compiled = (re.compile("|".join(patterns), re.I) if patterns else None for patterns in (opening, anywhere))
        rows.append((rule, *compiled))
    return tuple((rule, opening, anywhere) for rule, opening, anywhere in rows)


def asks(text: str) -> bool:
    """Whether `text` asks to subscribe or to click."""
    return bool(_ASKS.search(text[:_LONGEST]))


@cache
def unnamed() -> frozenset[str]:
    """Words that are written large and belong to no name."""
    return frozenset(str(_table()["unnamed"]).split())


def fold(text: str) -> str:
    """`text` as the table of furniture has it: no case, no final punctuation or arrows."""
    return text.replace("’", "'").casefold().strip(" .:：|>»›→▾▼+…!‹«*-–—_[]()")


def _rule(blocks: Sequence[Block], at: int, own: Sequence[re.Pattern[str]]) -> str:
    text = blocks[at].text
    if RULE.fullmatch(text):
        return "line across the page"
    if not any(map(str.isalnum, text)):
        return "line without words"
    if len(text) > _LONGEST:
        return ""
    word = phrases().get(fold(text), "") if len(text) < 80 else ""
    if word and word not in ("author box", "promotion"):
        return "" if word in _SOFT and _heads_text(blocks, at) else word
    for rule, opening, anywhere in _lines():
        matched = (opening and opening.match(text)) or (anywhere and anywhere.search(text))
        if matched and not (rule == "share button" and count_words(text) > _NOT_A_BUTTON):
            return rule
    return "outlet's own furniture" if any(pattern.fullmatch(text) for pattern in own) else ""


def _heads_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether a word of navigation stands between paragraphs, as a heading does: "Overview", "Read More"."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if following is None or following.kind == "furniture" or not is_prose(following.text):
        return False
    listed = following.kind == "list item"
    return count_words(following.text) >= (8 if listed else 15) and at > 0 and is_prose(blocks[at - 1].text)


def _box(blocks: Sequence[Block], at: int) -> dict[int, str]:
    """The lines of the box that begins at `at`, each with its rule."""
    text = blocks[at].text
    listed = blocks[at].rule == "related stories" or (blocks[at].rule == "more" and _MORE.match(text))
    if listed and fold(text) in phrases():
        return _related(blocks, at)
    if blocks[at].rule == "legal notice":
        return _until(blocks, at, re.compile(r"\bclick here\b|\bfind out more\b", re.I), "legal notice")
    if blocks[at].rule == "media player":
        return _title_above(blocks, at, "media player")
    if blocks[at].rule == "promotion":
        return _title_above(blocks, at, "promotion")
    if _heads_promotion(text):
        return {at: "promotion", **_apart(blocks, at), **_until(blocks, at, _ASKS, "promotion")}
    return {}


def _heads_promotion(text: str) -> bool:
    if len(text) > 120:
        return False
    opener = re.match(r"(?:subscribe to|sign up (?:for|to)|get the|join our)\b", text, re.I)
    return phrases().get(fold(text)) == "promotion" or bool(opener and _ASKS.search(text))


def _until(blocks: Sequence[Block], at: int, sign: re.Pattern[str], rule: str) -> dict[int, str]:
    near = range(at + 1, min(at + 9, len(blocks)))
    last, silent = at, 0
    for inside in near:
        if sign.search(blocks[inside].text[:_LONGEST]):
            last, silent = inside, 0
        else:
            silent += 1
        if silent > 3:
            break
    return dict.fromkeys(range(at + 1, last + 1), rule)


def _apart(blocks: Sequence[Block], at: int) -> dict[int, str]:
    """The lines of a box below running text that blank lines part from it, as they part its paragraphs."""
    before = [block for block in blocks[max(0, at - 4) : at] if block.kind != "furniture"]
    if not before or not is_prose(before[-1].text) or blocks[at].line - blocks[at - 1].line < 2:
        return {}
    last = at
    while last + 1 < len(blocks) and blocks[last + 1].line - blocks[last].line == 1:
        last += 1
    box = range(at + 1, last + 1)
    whole = len(box) <= _BOX and not any(_signs(blocks[inside].text) for inside in box)
    return dict.fromkeys(box, "promotion") if whole else {}


def _related(blocks: Sequence[Block], at: int) -> dict[int, str]:
    last = at
    inline = _INLINE.match(blocks[at].text)
    for inside in range(at + 1, min(at + 40, len(blocks))):
        text = blocks[inside].text
        if inside == at + 1 and _BY.match(text) and count_words(text) <= 8 and not is_prose(text):
            return {}  # a button, and below it the article's own byline
        if _begins_article(blocks, inside):
            break  # the next article, loaded below this one
        if _SIGNED.match(text) or (inline and inside > at + 1 and ends_sentence(text.rstrip("?!")) and is_prose(text)):
            break  # a link or two between paragraphs, and the text goes on
        if is_prose(text) and count_words(text) >= _TEASER:
            # the short line before running text may head it; with a byline or a date, it opens the next article
            signed = any(
                has_stamp(block.text) or _BY.match(block.text) for block in blocks[max(at, inside - 3) : inside]
            )
            last = max(at, inside - (_OPENING if signed else 2))
            break
        last = inside
    return dict.fromkeys(range(at + 1, last + 1), "related stories")


def _begins_article(blocks: Sequence[Block], at: int) -> bool:
    """Whether a headline stands at `at`, with a name and a date or a byline below it, and then a text."""
    title = blocks[at].text
    if not 4 <= count_words(title) <= 25 or ends_sentence(title.rstrip("?!")) or _signs(title):
        return False
    signs = [near for near in range(at + 1, min(at + 5, len(blocks))) if _signs(blocks[near].text)]
    words = 0
    for below, block in enumerate(blocks[signs[-1] + 1 : signs[-1] + 40] if signs else ()):
        if _signs(block.text) or (below > 1 and has_stamp(block.text) and not is_prose(block.text)):
            break
        words += count_words(block.text) if is_prose(block.text) else 0
    return words >= _ARTICLE


def _signs(text: str) -> bool:
    """Whether a short line holds a byline, or a name and a date."""
    if _BY.match(text):
        return count_words(text) <= 12
    return has_stamp(text) and any(_NAME.fullmatch(part) for part in beside_stamp(text))


def _title_above(blocks: Sequence[Block], at: int, rule: str) -> dict[int, str]:
    """The title of a player or a promotion: a short line right above, itself below running text."""
    if at < 2 or blocks[at - 1].kind != "paragraph" or is_prose(blocks[at - 1].text):
        return {}
    near = blocks[at].line - blocks[at - 1].line == 1 or rule == "promotion"
    above = blocks[at - 2]
    return {at - 1: rule} if near and above.kind != "furniture" and is_prose(above.text) else {}
