"""Sets of days on which an article can have been published, and the clues that bound them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from digest.dates import span
from digest.model import Date, Evidence

Days = tuple[tuple[date, date], ...]
"""Disjoint ranges of days in order, both ends included."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
ALL: Days = ((EARLIEST, LATEST),)
FRESH = timedelta(days=183)
"""A date printed without its year lies within half a year of publication; beyond, the press adds the year."""

WIDEST = timedelta(days=3 * 366)
"""A wider answer helps nobody: unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What one passage proves: the days it leaves, and its evidence.

    `event` is the day, without a year, of something that had happened by then; `choice` marks clues that leave a
    few periods years apart (a weekday with a date, an election held every fourth year).
    """

    days: Days
    evidence: Evidence
    event: tuple[int, int] | None = None
    choice: bool = False


def since(first: date) -> Days:
    """Every day from `first` on."""
    return ((max(first, EARLIEST), LATEST),)


def until(last: date) -> Days:
    """Every day up to `last`."""
    return ((EARLIEST, min(last, LATEST)),)


def between(first: date, last: date) -> Days:
    """The days from `first` to `last`."""
    return ((first, last),) if first <= last else ()


def both(one: Days, other: Days) -> Days:
    """The days that stand in both sets."""
    found, at, with_ = [], 0, 0
    while at < len(one) and with_ < len(other):
        first, last = max(one[at][0], other[with_][0]), min(one[at][1], other[with_][1])
        if first <= last:
            found.append((first, last))
        if one[at][1] < other[with_][1]:
            at += 1
        else:
            with_ += 1
    return tuple(found)


def merged(ranges: Iterable[tuple[date, date]]) -> Days:
    """The union of `ranges`."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def every_year(make: Callable[[int], tuple[date, date] | None]) -> Days:
    """The union of what `make` gives for each year."""
    ranges = (make(year) for year in range(EARLIEST.year + 1, LATEST.year))
    return merged(found for found in ranges if found)


def meet(clues: Sequence[Clue]) -> Days:
    """The days that every clue leaves."""
    distinct = {id(clue.days): clue.days for clue in clues}  # many clues share the days of one date
    return reduce(both, sorted(distinct.values(), key=len), ALL)  # ranges first: they leave less to cut


def as_date(days: Days) -> Date | None:
    """The shortest EDTF notation around `days`; None where there are none, no end, or too wide a range."""
    if not days or days[0][0] == EARLIEST or days[-1][1] == LATEST or days[-1][1] - days[0][0] > WIDEST:
        return None
    return span(days[0][0], days[-1][1])
