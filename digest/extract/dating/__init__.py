"""The day an article was published: as stated, or the narrowest range that its words prove, or None."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from digest.dates import find_expressions
from digest.extract.dating.days import EARLIEST, LATEST, Clue, Days, as_date, both, every_year, meet, merged, until
from digest.extract.dating.durations import first_clues, war_clues
from digest.extract.dating.events import event_clues, find_events, without_weak
from digest.extract.dating.heads import header_clues, header_of, stamp_clues, today_clue
from digest.extract.dating.siblings import shared_days, spoken_of
from digest.extract.dating.stated import Stated, day_first, find_stated
from digest.extract.dating.text import Mention, find_mentions, read_blocks, text_clues, window
from digest.extract.story import Story
from digest.model import Block, Date, Evidence

Found = tuple[Date | None, tuple[Evidence, ...]]

HORIZON = timedelta(days=3 * 366)
"""Of periods years apart (`Clue.choice`) the one meant begins this soon after the last dated fact the article names."""

DAY_AFTER = "a news report appears at the latest on the day after the last event it reports"
REPORTS = (None, "news", "report", "news report")
"""Genres that report the day's events; newsletters, essays and interviews do not end with the last one."""

LEAD, LEAD_PARAGRAPH = 3, 80
"""The opening of a report: its first paragraphs of more than so many characters."""

PROOFS = 8
"""Pieces of evidence kept for a date: those without which it would be wider."""

_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_REGULAR = re.compile(
    rf"\b(?:the )?(?P<which>(?:first|second|third|fourth)(?:(?:,| and|, and) (?:the )?(?:second|third|fourth))*) "
    rf"(?P<day>{_WEEKDAY})s? (?:of|in) (?:each|every|the) month|\b(?:every|each) (?P<weekly>{_WEEKDAY})\b"
)
_SENT = re.compile(r"\b(?:newsletter|briefing|digest|in-?box|subscribe|sent|delivered|edition|issue)\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth")
_AGENCY = re.compile(r"(?:[A-ZÀ-Þ][\w .'’/-]{1,40},? )?[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,40},? (?=\w{3,9}\.? \d|\d{1,2} )")
_LATER = re.compile(r"\b(?:weeks|months) (?:later|afterwards?|on|since)\b|\ba (?:week|month) later\b", re.IGNORECASE)
_AS_WE_WRITE = re.compile(
    r"\b(?:by|at) the time (?:this|the|our) (?:article|story|report)|\bat (?:the time of|press time)|"
    r"\bas of (?:writing|press)|\btime of (?:writing|publication)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s?(?:\([\w ./-]{2,30}\)\s?)?(?:--|—|–|-)\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that is known of one story before its neighbours are asked."""

    story: Story
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    stated: tuple[Stated, ...]
    clues: tuple[Clue, ...]


def _regular_days(match: re.Match[str]) -> Days:
    """The days on which a newsletter appears: "the first and third Wednesdays of each month"."""
    weekday = _WEEKDAY.split("|").index(match["day"] or match["weekly"])
    weeks = [number for number, word in enumerate(_ORDINALS) if word in (match["which"] or "first second third fourth")]

    def ranges() -> Iterator[tuple[date, date]]:
        for month in range(1990 * 12, 2100 * 12):
            first = date(month // 12, month % 12 + 1, 1)
            first += timedelta(days=(weekday - first.weekday()) % 7)
            for week in weeks if match["which"] else range(5):
                found = first + timedelta(days=7 * week)
                if found.month == month % 12 + 1:
                    yield found, found

    return merged(ranges())


def _newsletter_clues(story: Story) -> Iterator[Clue]:
    for block in story.blocks if story.genre == "newsletter" else ():
        match = _REGULAR.search(block.text[:2000])
        if match and _SENT.search(block.text[:2000]):
            rule = f"the days on which the newsletter appears: {match[0]}"
            yield Clue(days=_regular_days(match), evidence=_evidence(block, rule))


def _agency_clues(blocks: Sequence[Block]) -> Iterator[Clue]:
    """The dateline of an agency report, "KYIV, Sept. 14 (Reuters) -": the day itself, or the next."""
    for block in [block for block in blocks if block.kind == "paragraph"][:2]:
        place = _AGENCY.match(block.text)
        for expression in find_expressions(block.text[:120]) if place else ():
            if place and expression.start <= place.end() and _DASH.match(block.text, expression.end):
                yield from _on_the_day(block, expression.month, expression.day, expression.year)


def _on_the_day(block: Block, month: int | None, number: int | None, year: int | None) -> Iterator[Clue]:
    if not month or not number:
        return

    def of_year(candidate: int) -> tuple[date, date] | None:
        days = window(month, number, "past")
        found = next((first for first, _ in days if first.year == candidate), None)
        return (found, found + timedelta(days=1)) if found and year in (None, candidate) else None

    yield Clue(days=every_year(of_year), evidence=_evidence(block, "dateline of an agency report"))


def _evidence(block: Block, rule: str) -> Evidence:
    return Evidence(field="issued", quote=block.text.strip()[:300], line=block.line, rule=rule, confidence="inferred")


def _read(story: Story, page: Sequence[Block], neighbours: tuple[int, int | None]) -> Reading:
    blocks = read_blocks(story.blocks)
    mentions = find_mentions(blocks)
    stated = find_stated(story, page, neighbours)
    dated = tuple(text_clues(mentions))
    matches = without_weak(find_events(blocks), dated)
    clues = (
        *dated,
        *event_clues(matches),
        *war_clues(matches, blocks),
        *first_clues(blocks),
        *_newsletter_clues(story),
        *_agency_clues(blocks),
        *stamp_clues(story.blocks, mentions),
        *(() if stated else today_clue(story, page, day_first(story))),
        *(Clue(days=_allowed(entry), evidence=entry.evidence()) for entry in stated if entry.says in _BOUNDS),
    )
    return Reading(story=story, blocks=blocks, mentions=mentions, stated=stated, clues=clues)


_BOUNDS = ("foot", "updated")


def _allowed(entry: Stated) -> Days:
    """The days that a date of change, or one below the text, leaves for the publication."""
    return until(entry.date.last) if entry.says == "updated" else ((entry.date.first, entry.date.last),)


def _nearest(days: Days, clues: Sequence[Clue]) -> Days:
    """Of periods years apart the one soon after the last dated fact, if there is but one."""
    if len(days) < 2 or not any(clue.choice for clue in clues):
        return days
    facts = [clue.days[0][0] for clue in clues if clue.days and clue.days[-1][1] == LATEST]
    soon = tuple(part for part in days if facts and part[0] <= max(facts) + HORIZON)
    gaps = (later[0] - earlier[1] for earlier, later in pairwise(soon))
    return soon if soon and all(gap < timedelta(days=365) for gap in gaps) else days


def _is_news(reading: Reading, told: Clue, clues: Sequence[Clue]) -> bool:
    """Whether the event is what the report is about, not its background.

    It ends a series of days, or the report is written as it goes on, or opens with it and its weekday.
    """
    month, number = told.event or (0, 0)
    if any(_is_later(mention, month) for mention in reading.mentions) or _has_later(reading.blocks):
        return False
    days = {clue.event[0] * 31 + clue.event[1] for clue in clues if clue.event}
    if any(1 <= (month * 31 + number - day) % 372 <= 7 for day in days) or _AS_WE_WRITE.search(told.evidence.quote):
        return True
    long = [block.line for block in reading.blocks if block.kind == "paragraph" and len(block.text) > LEAD_PARAGRAPH]
    opening = long[LEAD - 1] if len(long) >= LEAD else 10**9
    return told.choice and (told.evidence.line or 0) <= opening


def _has_later(blocks: Sequence[Block]) -> bool:
    return any(_LATER.search(block.text) for block in blocks)


def _is_later(mention: Mention, month: int) -> bool:
    """Whether a month that the report tells of as past comes soon after `month`: the event is then long gone."""
    own = mention.expression
    if own.kind != "month" or own.year or own.month is None or mention.told != "past" or mention.anchored:
        return False
    return 1 <= (own.month - month) % 12 <= 3


def _day_after(days: Days, clues: Sequence[Clue], reading: Reading) -> tuple[Days, tuple[Evidence, ...]]:
    """`days` cut after the day that follows the last event, where they begin with one the report tells of."""
    if reading.story.genre not in REPORTS or len(days) != 1:
        return days, ()
    first, last = days[0]
    told = next((clue for clue in clues if clue.event == (first.month, first.day)), None)
    if told is None or last <= first + timedelta(days=1) or not _is_news(reading, told, clues):
        return days, ()
    rule = f"{DAY_AFTER}: {first.isoformat()}"
    return ((first, first + timedelta(days=1)),), (replace(told.evidence, rule=rule),)


def _left(clues: Sequence[Clue], reading: Reading) -> tuple[Days, tuple[Evidence, ...]]:
    """The days that all rules together leave, and the evidence of the last rule."""
    return _day_after(_nearest(meet(clues), clues), clues, reading)


def _distinct(clues: Sequence[Clue]) -> list[Clue]:
    """One clue for each set of days, and of floors and of ceilings the tightest; captions only where alone."""
    kept: dict[Days | str, Clue] = {}
    for clue in sorted(clues, key=lambda one: "(caption)" in one.evidence.rule):
        floor, ceiling = clue.days[-1:] and clue.days[-1][1] == LATEST, clue.days[:1] and clue.days[0][0] == EARLIEST
        name: Days | str = clue.days
        if len(clue.days) == 1 and (floor or ceiling):
            name = "floor" if floor else "ceiling"
        other = kept.setdefault(name, clue)
        if name in ("floor", "ceiling") and both(other.days, clue.days) != other.days:
            kept[name] = clue
    return list(kept.values())


def _needed(clues: Sequence[Clue], days: Days, reading: Reading) -> tuple[Clue, ...]:
    """The clues without any of which `days` would be wider; captions are given up first."""
    kept = _distinct(clues)
    for clue in sorted(kept, key=lambda one: "(caption)" not in one.evidence.rule):
        others = [other for other in kept if other is not clue]
        if _left(others, reading)[0] == days:
            kept = others
    return tuple(kept)


def _solve(reading: Reading, clues: Sequence[Clue]) -> tuple[Days, Found]:
    days, after = _left(clues, reading)
    issued = as_date(days)
    if issued is None:
        return days, (None, ())
    proofs = [clue.evidence for clue in _needed(clues, days, reading)][:PROOFS]
    return days, (issued, tuple(dict.fromkeys((*proofs, *after))))


def _stated(reading: Reading) -> Found | None:
    """The stated date, unless it is an unlabelled line later than the article itself allows: the day of printing."""
    for entry in reading.stated:
        if entry.says in _BOUNDS:
            continue
        days = _left(reading.clues, reading)[0]
        if entry.says == "line" and as_date(days) and days[-1][1] < entry.date.first - timedelta(days=2):
            continue
        return entry.date, (entry.evidence(),)
    return None


def _from_siblings(number: int, readings: Sequence[Reading], known: Sequence[tuple[Days, Found]]) -> Iterator[Clue]:
    own = readings[number]
    for other, (days, (issued, proofs)) in zip(readings, known, strict=True):
        if other is own or issued is None:
            continue
        if proofs and proofs[0].confidence == "stated":
            yield from spoken_of(other.blocks, issued, proofs[0].line, own.blocks)
        yield from shared_days(own.mentions, other.mentions, both(days, ((issued.first, issued.last),)))


def _alone(reading: Reading) -> tuple[Days, Found]:
    stated = _stated(reading)
    if stated and stated[0]:
        return ((stated[0].first, stated[0].last),), stated
    return _solve(reading, reading.clues)


def _under_header(readings: Sequence[Reading]) -> list[Reading]:
    """`readings`, with what the day over the whole page proves for each after the first."""
    header = header_of(readings[0].story, readings[0].stated) if len(readings) > 1 else None
    if header is None or _stated(readings[0]) != (header.date, (header.evidence(),)):
        return list(readings)
    return [
        reading if number == 0 else replace(reading, clues=(*reading.clues, *header_clues(header, reading.clues)))
        for number, reading in enumerate(readings)
    ]


def find_issued(stories: Sequence[Story], page: Sequence[Block]) -> tuple[Found, ...]:
    """When each of `stories` was published, with the evidence; stories on one page may prove for each other.

    A date is stated, or the range in which every clue agrees; where clues contradict each other, or leave more than
    three years, it is None. No clock is asked.
    """
    lines = [(story.blocks[0].line, story.blocks[-1].line) for story in stories]
    readings = []
    for number, story in enumerate(stories):
        before = lines[number - 1][1] if number else 0
        following = lines[number + 1][0] if number + 1 < len(lines) else None
        readings.append(_read(story, page, (before, following)))
    readings = _under_header(readings)
    known = [_alone(reading) for reading in readings]
    found = []
    for number, (_, (issued, proofs)) in enumerate(known):
        if issued is None or proofs[0].confidence != "stated":
            clues = (*_from_siblings(number, readings, known), *readings[number].clues)
            issued, proofs = _solve(readings[number], clues)[1]
        found.append((issued, proofs))
    return tuple(found)
