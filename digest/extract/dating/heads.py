"""Days at the head of a page or of an article that need a second look: of several stories, or without a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from digest.dates import spot_dates
from digest.dates.printed import day
from digest.dates.words import month_number
from digest.extract.dating.days import Clue, Days, between, both, meet, until
from digest.extract.dating.stated import Stated
from digest.extract.dating.text import Mention
from digest.extract.stamp_words import TODAY
from digest.extract.story import Story
from digest.model import Block, Evidence

EDITION = timedelta(days=6)
"""A page that bears one day over several stories holds those of its week: daily and weekly editions, round-ups."""

NEAR = timedelta(days=10)
"""A day with its year this near a stamp without one is of the same year, unless it is remembered."""

_STAMP = re.compile(
    r"(?:(?P<day>\d{1,2})\.? (?P<month>[^\W\d_]{3,10})\.?|(?P<first>[^\W\d_]{3,10})\.? (?P<second>\d{1,2}))"
    r"(?:\s*[,|•·—–-]?\s*(?:at |в |um |à )?\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?: [A-Z]{3,4})?)?"
)
_REMEMBERED = re.compile(
    r"\banniversar|\byears? (?:ago|earlier|after|since|later)\b|\b(?:back|as) in \d{4}|годовщин|"
    r"(?:год|лет|года) (?:назад|спустя)|"
    r"\bvor (?:\w+ )?jahren?\b|\bil y a \w+ ans?\b|\bhace \w+ años?\b|周年|年前",
    re.I,
)


_STAMPS = 2
"""Lines that must bear the newest day of a page: one alone may announce an event."""

_WORDS = 12
_SHORT = 80  # characters of a line that is only a stamp, or a stamp and a name
_PAGE = 3_000  # lines


def today_clue(story: Story, page: Sequence[Block], language: str | None) -> Iterator[Clue]:
    """The newest day on a page whose article says that it is of today: the day the page was made."""
    long = [block.line for block in story.blocks if block.kind == "paragraph" and len(block.text) > 80]
    body = (*long, 0, 0)[1]
    stamp = next((block for block in story.blocks if block.line < body and _is_today(block)), None)
    if stamp is None:
        return
    days: dict[date, list[Block]] = {}
    for block in page[:_PAGE]:
        if block.kind != "caption" and len(block.text) <= _SHORT and block.line != stamp.line:
            for spot in spot_dates(block.text, language):
                days.setdefault(spot.date.first, []).append(block)
    newest = max(days, default=None)
    if newest is None or len({block.line for block in days[newest]}) < _STAMPS:
        return
    other = days[newest][0]
    seen = f"{other.text.strip()} (line {other.line})"
    rule = f"a stamp of the same day, and the newest day on the page: {seen}"
    proof = Evidence(field="issued", quote=stamp.text.strip(), line=stamp.line, rule=rule, confidence="inferred")
    yield Clue(days=((newest, newest),), evidence=proof)


def _is_today(block: Block) -> bool:
    if len(block.text) > _SHORT or len(block.text.split()) > _WORDS or block.kind in ("title", "caption", "standfirst"):
        return False
    match = TODAY.search(block.text)
    return match is not None and (any(map(str.isdecimal, block.text)))


def header_of(first: Story, stated: Sequence[Stated]) -> Stated | None:
    """The day that stands above the headline of the first story on a page, and so above all of them."""
    title = next((block.line for block in first.blocks if block.kind == "title"), 0)
    entry = stated[0] if stated else None
    above = entry is not None and entry.says == "line" and entry.date.is_day and entry.block.line < title
    return entry if above else None


def header_clues(header: Stated, clues: Sequence[Clue]) -> Iterator[Clue]:
    """What the day over the whole page proves of a later story: its week, or else that it is no younger."""
    last = header.date.last
    left = meet(clues)
    week = between(last - EDITION, last)
    days, rule = (week, "in the week up to the day over the page") if both(left, week) else (until(last), "not after")
    if both(left, days):
        text = header.block.text.strip()
        rule = f"{rule}: {text}" if rule != "not after" else f"not after the day over the page: {text}"
        yield Clue(
            days=days,
            evidence=Evidence(field="issued", quote=text, line=header.block.line, rule=rule, confidence="inferred"),
        )


def _stamp_of(block: Block) -> tuple[int, int] | None:
    match = _STAMP.fullmatch(block.text.strip()) if len(block.text) <= 40 else None
    if match is None:
        return None
    month = month_number(match["month"] or match["first"])
    number = int(match["day"] or match["second"])
    return (month, number) if month and day(2000, month, number) else None


def stamp_clues(blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterator[Clue]:
    """The day of a stamp without a year, "21 МАР, 18:40", where the text names the year of a day near it."""
    body = next((block.line for block in blocks if block.kind == "paragraph" and len(block.text) > 80), 0)
    stamps = [(found, block) for block in blocks if block.line < body and (found := _stamp_of(block))]
    if not stamps:
        return
    (month, number), block = stamps[-1]
    near: dict[int, Mention] = {}
    for mention in mentions:
        own = mention.expression
        if own.year and own.month and own.day and not _REMEMBERED.search(mention.words):
            stamped, named = day(own.year, month, number), day(own.year, own.month, own.until or own.day)
            if stamped and named and abs(stamped - named) <= NEAR:
                near.setdefault(own.year, mention)
    if len(near) == 1:
        ((year, mention),) = near.items()
        only = date(year, month, number)
        days: Days = ((only, only),)
        seen = f"{mention.expression.text} (line {mention.block.line})"
        rule = f"day without its year, and a day near it with the year: {seen}"
        yield Clue(
            days=days,
            evidence=Evidence(
                field="issued", quote=block.text.strip(), line=block.line, rule=rule, confidence="inferred"
            ),
        )
