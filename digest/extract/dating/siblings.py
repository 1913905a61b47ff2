"""What articles on one page prove about each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.dates import find_expressions, resolve
from digest.dates.printed import day
from digest.dates.words import folded, months, weekdays
from digest.extract.dating.days import FRESH, Clue, Days, between, merged
from digest.extract.dating.events import same_event
from digest.extract.dating.text import Mention
from digest.model import Block, Date, Evidence

OPENING, FOLLOWING = 4, 5
"""Paragraphs: the opening of an article, and those that go on about an article just mentioned."""

_SPEAKS = re.compile(
    r"\b(?:report(?:ed|s)?|wrote|writes?|explor(?:ed|es)|discuss(?:ed|es)?|describ(?:ed|es)|look(?:ed|s) at|"
    r"cover(?:ed|s))\b"
    r"[^.!?]{0,60}?\bin (?:an?|my|our|this|the) (?:[a-z-]+ )?(?:article|report|story|piece|dispatch|feature)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_CAPITAL = re.compile(r"\b[A-Z][a-zà-ÿ]\w*|\b[A-Z]{2,6}\b|\bXi\b")
_PARTS = {"early": (1, 12), "mid": (9, 22), "late": (18, 31), None: (1, 31)}


def _part_of(month: Date, part: str | None) -> tuple[date, date]:
    low, high = _PARTS[part]
    return month.first.replace(day=low), month.first.replace(day=min(high, month.last.day))


def _names(blocks: Sequence[Block]) -> set[str]:
    return {match[0] for block in blocks for match in _NAME.finditer(block.text)}


def _going_on(blocks: Sequence[Block], at: int) -> list[Block]:
    """The paragraph at `at` and those after it, up to the next heading."""
    found = [blocks[at]]
    for block in blocks[at + 1 : at + 1 + FOLLOWING]:
        if block.kind == "heading":
            break
        found.append(block)
    return found


def _opening(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind in ("paragraph", "title", "standfirst")][:OPENING]


def spoken_of(speaker: Sequence[Block], issued: Date, line: int | None, story: Sequence[Block]) -> Iterator[Clue]:
    """What an article dated in `line` proves by "X and I reported in an article in early April" about `story`."""
    for at, block in enumerate(speaker):
        said = _SPEAKS.search(block.text)
        if not said or not _names(_going_on(speaker, at)) & _names(_opening(story)):
            continue
        upper = between(date(issued.first.year - 1, 1, 1), issued.last)
        rule = f"an article on the same page, published {issued}" + (f" (line {line})" if line else "")
        yield Clue(days=upper, evidence=_evidence(block, f"{rule}, speaks of it as published"))
        for expression in find_expressions(block.text):
            value = resolve(expression, block.text, issued)
            if 0 <= expression.start - said.end() <= 8 and expression.kind in ("month", "day", "day-month") and value:
                low, high = (value.first, value.last) if value.is_day else _part_of(value, expression.part)
                days = between(low, min(high, issued.last))
                yield Clue(days=days, evidence=_evidence(block, f"{rule}, dates it: {expression.text}"))


def _evidence(block: Block, rule: str) -> Evidence:
    return Evidence(field="issued", quote=block.text.strip(), line=block.line, rule=rule, confidence="inferred")


def _is_date_word(word: str) -> bool:
    return folded(word) in months() or folded(word) in weekdays()


_OPENERS = {"The", "On", "In", "At", "But", "And", "He", "She", "It", "They", "This", "That"}


def _stems(mention: Mention) -> set[str]:
    """The names about a mention, cut to their first five letters: Kazakh and Kazakhstan are one."""
    text = mention.block.text
    words = (word for match in _CAPITAL.finditer(text) for word in match[0].split("-"))
    return {word[:5] for word in words if len(word) > 1 and not _is_date_word(word)} - _OPENERS


def _day(mention: Mention) -> tuple[int, int] | None:
    expression = mention.expression
    month, number = expression.month or 0, expression.day or 0
    if expression.kind != "day-month" or day(2000, month, number) is None:
        return None
    return month, number


def shared_days(own: Sequence[Mention], other: Sequence[Mention], known: Days) -> Iterator[Clue]:
    """What the date of another article on the page proves, where both name a day of the same people and places."""
    theirs: dict[tuple[int, int], list[Mention]] = {}
    for mention in other:
        if (event := _day(mention)) is not None:
            theirs.setdefault(event, []).append(mention)
    for event, mentions in theirs.items():
        mine = [mention for mention in own if _day(mention) == event]
        if not mine or len(set().union(*map(_stems, mine)) & set().union(*map(_stems, mentions))) < 3:
            continue
        days = merged((day - FRESH, day + FRESH) for day in same_event(known, event))
        line = mentions[0].block.line
        same = f"{mine[0].expression.text} is the same day as in line {line}"
        rule = f"{same}, in an article on this page whose year is known"
        if days:
            yield Clue(days=days, evidence=_evidence(mine[0].block, rule))
