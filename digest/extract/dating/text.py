"""What the dates in an article's own text prove about the day it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from digest.dates import Expression, find_expressions, quoted_spans, resolve, sentence_bounds
from digest.dates.printed import day
from digest.dates.tense import Tense, tense
from digest.extract.dating.days import FRESH, Clue, Days, every_year, since, until
from digest.model import Block, Date, Evidence

READ = ("paragraph", "list item", "title", "standfirst", "heading", "caption")
LONGEST_BLOCK, LONGEST_STORY = 20_000, 200_000
"""Characters read of one line and of one article: no article is longer, and hostile ones shall not cost hours."""

HISTORY, LONG_AGO = 1980, 5
"""After a year so far back, days without a year in the next paragraphs may belong to that time."""

_LEGAL = re.compile(r"©|\(c\)\s?\d{4}|copyright|all rights reserved", re.IGNORECASE)
_YEAR_CUE = re.compile(
    r"\b(?:in|since|of|from|during|until|till|by|early|mid|late|between|and|through|to|before|after)[ -](?:the )?"
    r"(?:spring |summer |autumn |fall |winter )?(?:of )?$",
    re.IGNORECASE,
)
_REMEMBERED = frozenset(
    {
        (9, 11),
        (10, 7),
        (1, 6),
        (1, 1),
        (2, 14),
        (3, 8),
        (5, 1),
        (5, 8),
        (5, 9),
        (6, 4),
        (6, 6),
        (7, 4),
        (7, 14),
        (8, 15),
    }
    | {(10, 31), (11, 11), (12, 24), (12, 25), (12, 31)}
)
"""Feasts and days of remembrance: named without a year in any year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A date in a block of the article, outside quotation marks, and how its clause sees it."""

    expression: Expression
    block: Block
    told: Tense | None
    anchored: bool  # a year named just before it may be the year it means

    @property
    def words(self) -> str:
        """The sentence it stands in."""
        first, last = sentence_bounds(self.block.text, self.expression.start, self.expression.end)
        return self.block.text[first:last].strip()


def read_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines whose words speak for the article, each once; legal notices and furniture do not."""
    seen: set[str] = set()
    kept, room = [], LONGEST_STORY
    for block in blocks:
        text = block.text[:LONGEST_BLOCK]
        if block.kind in READ and text not in seen and not _LEGAL.search(text) and room > 0:
            seen.add(text)
            room -= len(text)
            kept.append(
                block if len(block.text) <= LONGEST_BLOCK else Block(text=text, line=block.line, kind=block.kind)
            )
    return tuple(kept)


def _told(expression: Expression, block: Block) -> Tense | None:
    """A caption speaks of a photograph, so of the past, in whatever tense."""
    told = tense(block.text, expression.start, expression.end)
    return "past" if block.kind == "caption" and told != "ahead" else told


def _aside(text: str, start: int) -> bool:
    return text.rfind("(", max(0, start - 200), start) > text.rfind(")", max(0, start - 200), start)


def find_mentions(blocks: Sequence[Block]) -> tuple[Mention, ...]:
    """Every date named in `blocks` outside quotation marks."""
    found: list[Mention] = []
    year_before, history = False, 0
    for block in blocks:
        year_here = False
        for expression in _unquoted(block.text):
            anchored = year_here or year_before or history > 0
            mention = Mention(expression=expression, block=block, told=_told(expression, block), anchored=anchored)
            found.append(mention)
            year_here = year_here or _opens_a_tale(mention)
            if expression.year and expression.year < HISTORY:
                history = LONG_AGO
        if block.kind != "caption":
            year_before, history = year_here, history - 1
    return tuple(found)


def _opens_a_tale(mention: Mention) -> bool:
    """Whether a year is named so that the days after it may be of that year: not ahead, not "since", not in passing."""
    start, text = mention.expression.start, mention.block.text
    if mention.expression.year is None or mention.told == "ahead" or _aside(text, start):
        return False
    return not text[max(0, start - 6) : start].lower().endswith("since ")


def _unquoted(text: str) -> Iterator[Expression]:
    spoken = bytearray(len(text))
    for first, last in quoted_spans(text):
        spoken[first:last] = b"\x01" * (last - first)
    return (expression for expression in find_expressions(text) if not spoken[expression.start])


def clue(
    mention: Mention, rule: str, days: Days, event: tuple[int, int] | None = None, *, choice: bool = False
) -> Clue:
    """A clue whose evidence is the sentence of `mention`."""
    evidence = Evidence(
        field="issued", quote=mention.words, line=mention.block.line, rule=_ruled(rule, mention), confidence="inferred"
    )
    return Clue(days=days, evidence=evidence, event=event, choice=choice)


def _ruled(rule: str, mention: Mention) -> str:
    kind = " (caption)" if mention.block.kind == "caption" else ""
    return f"{rule}: {mention.expression.text}{kind}"


def _value(mention: Mention) -> Date | None:
    return resolve(mention.expression, mention.block.text, Date(edtf="2000-01-01"))


def _dated(mention: Mention) -> Clue | None:
    """A date with its year: a floor where it is past, a ceiling where it is ahead."""
    expression = mention.expression
    before = mention.block.text[max(0, expression.start - 30) : expression.start]
    if expression.unit == "decade" or (
        expression.kind == "year" and not expression.part and not _YEAR_CUE.search(before)
    ):
        return None
    value = _value(mention)
    if value is None:
        return None
    if mention.told == "past":
        return clue(mention, "published after a date it tells of as past", days=since(value.first))
    if mention.told == "ahead":
        return clue(mention, "published before a date it tells of as ahead", days=until(value.last))
    return None


@cache
def window(month: int, number: int, told: Tense | None, weekday: int | None = None) -> Days:
    """The days within half a year of a date without a year, on the side that `told` leaves."""
    before = timedelta(0) if told == "past" else FRESH
    after = timedelta(0) if told == "ahead" else FRESH

    def of_year(year: int) -> tuple[date, date] | None:
        found = day(year, month, number)
        if found is None or (weekday and found.isoweekday() != weekday):
            return None
        return found - before, found + after

    return every_year(of_year)


def _undated(mention: Mention) -> Clue | None:
    """A day without its year: it leaves half a year in each year, or in the years whose weekday fits."""
    expression = mention.expression
    month, number = expression.month or 0, expression.until or expression.day or 0
    if (month, number) in _REMEMBERED or (mention.anchored and mention.told != "ahead"):
        return None
    told = None if mention.told == "unsure" else mention.told
    weekday = expression.weekday if expression.until is None else None
    if told is None and weekday is None:
        return None
    days = window(month, number, told, weekday)
    if not days:
        return None
    rule = {"past": "a day it tells of as past", "ahead": "a day it tells of as ahead"}.get(
        told or "", "a day it names"
    )
    if weekday:
        rule += ", in a year in which the weekday fits"
    event = (month, number) if told == "past" else None
    return clue(mention, rule, days=days, event=event, choice=weekday is not None)


_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|a|an|that|this|was|were|is|are|be|for|on|by|at|from|with|it|he|she|they|his|her|has|had|have|"
    r"will|said|which|who|as)\b",
    re.IGNORECASE,
)


def _is_english(mentions: Sequence[Mention]) -> bool:
    """Whether the lines of `mentions` are in the language whose tenses are known well enough to prove by."""
    text = " ".join({mention.block.text[:2000] for mention in mentions})
    return len(_ENGLISH.findall(text)) * 5 >= len(text.split())


def text_clues(mentions: Sequence[Mention]) -> Iterator[Clue]:
    """What each date in the text proves by itself; outside English only full dates that are past."""
    english = _is_english(mentions)
    for mention in mentions:
        expression = mention.expression
        found = None
        if expression.year and (english or mention.told == "past"):
            found = _dated(mention)
        elif expression.kind == "day-month" and (english or expression.weekday):
            found = _undated(mention if english else replace(mention, told=None))
        if found:
            yield found
