"""The dates of a sentence, and whether its source speaks of the same days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from digest.dates import Expression, find_expressions, resolve
from digest.model import Date

_DATED = frozenset({"day", "day-month", "month", "year", "weekday", "quarter", "season", "relative"})
_DASH = re.compile(r"\s{0,2}[-–—]\s{0,2}")
_NEAR = {"today", "tonight", "yesterday", "tomorrow", "last night"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date that a text names, and the span of time it means; None where that cannot be told."""

    expression: Expression
    when: Date | None

    @property
    def words(self) -> str:
        """As printed."""
        return self.expression.text


MOST = 400
"""Dates of a text; what has more is a table, or hostile."""


@lru_cache(maxsize=300)
def find_days(text: str, issued: Date | None) -> tuple[Day, ...]:
    """The dates of a text that was published on the day `issued`; lengths of time are figures.

    >>> [(day.words, str(day.when)) for day in find_days("It ended on Sept. 15.", Date(edtf="2022-09-16"))]
    [('Sept. 15', '2022-09-15')]
    """
    found = [expression for expression in find_expressions(text) if expression.kind in _DATED][:MOST]
    days = [
        Day(expression=expression, when=resolve(expression, text, issued) if issued else _alone(expression))
        for expression in found
        if not expression.anchored
    ]
    return tuple(_spans(days, text))


def _spans(days: Sequence[Day], text: str) -> Iterator[Day]:
    """`days`, two with a dash between them as one span: 30 August – 5 September 2027."""
    left = list(days)
    while left:
        first = left.pop(0)
        second = left[0] if left else None
        joined = _joined(first, second, text) if second and first.expression.day and second.expression.day else None
        if joined:
            left.pop(0)
        yield joined or first


def _joined(first: Day, second: Day, text: str) -> Day | None:
    start, end = first.expression.start, second.expression.end
    if not _DASH.fullmatch(text[first.expression.end : second.expression.start]) or not (first.when and second.when):
        return None
    began = first.when.first
    if first.expression.year is None and second.expression.year:
        began = _in_year(began, second.when.first)
    if began > second.when.last:
        return None
    expression = replace(first.expression, text=text[start:end], end=end)
    return Day(expression=expression, when=Date(edtf=f"{began}/{second.when.last}"))


def _in_year(day: date, end: date) -> date:
    """The last `day` of the calendar before `end`."""
    for year in (end.year, end.year - 1):
        with suppress(ValueError):  # 29 February
            if (found := day.replace(year=year)) <= end:
                return found
    return day


def is_plain(day: Day) -> bool:
    """Whether a date is read alike in many languages: it has a number of its own."""
    return day.expression.kind in ("day", "day-month", "year") or bool(day.expression.year)


def _alone(expression: Expression) -> Date | None:
    """What an expression means by itself."""
    year, month, day = expression.year, expression.month, expression.day
    try:
        if year and expression.kind == "year" and not expression.unit:
            return Date(edtf=f"{year:04}")
        if year and month and expression.kind in ("day", "month"):
            return Date(edtf=f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
    except ValueError:
        return None
    return None


def bears_out(day: Day, source: Sequence[Day], issued: Date | None) -> bool:
    """Whether the source's dates, or the day it was published, bear out a date.

    A wider one stands for a narrower ("in September" for September 14), a year may be completed, the weekday of a day
    may be named.
    """
    if any(_same(day, other) for other in source):
        return True
    if day.when is None:
        return day.expression.kind in ("relative", "season", "quarter")  # not to be told, so not to be blamed
    if issued and _holds(day.when, issued):
        return True
    if any(other.when and _holds(day.when, other.when) for other in source):
        return True
    return day.expression.kind == "relative" and not _contradicted(day, source)


def _holds(wider: Date, narrower: Date) -> bool:
    return narrower.within(wider)


def _same(one: Day, two: Day) -> bool:
    """Whether two expressions name one day: by what they mean, or by the same words."""
    if one.when and two.when and (one.when.first, one.when.last) == (two.when.first, two.when.last):
        return True
    first, second = one.expression, two.expression
    if second.until and one.when and two.when and one.when.within(two.when):
        return True
    if first.text.lower() == second.text.lower():
        return True
    if first.kind == "weekday" and first.weekday and two.when and two.when.is_day and first.shift is None:
        return two.when.first.isoweekday() == first.weekday
    return not (one.when and two.when and first.year) and _same_numbers(first, second)


def _same_numbers(first: Expression, second: Expression) -> bool:
    """Whether two dates state the same numbers, one of them maybe fewer: May 3 and 3 May 2022, or 12 of 12–15 May."""
    if first.kind == second.kind == "weekday":
        return first.weekday == second.weekday and None in (first.shift, second.shift)
    if not first.month or first.month != second.month or "season" in (first.kind, second.kind):
        return False
    if None not in (first.year, second.year) and first.year != second.year:
        return False
    days = range(second.day or 0, (second.until or second.day or 0) + 1)
    return first.day is None or (first.day in days and (first.until is None or first.until in days))


def _contradicted(day: Day, source: Sequence[Day]) -> bool:
    """Whether the source says "last month" where the sentence says "next month"."""
    mine = day.expression
    others = [other.expression for other in source if other.expression.kind == "relative"]
    if mine.text.lower() in _NEAR:
        return bool(source)
    alike = [other for other in others if other.unit == mine.unit and other.shift is not None]
    return bool(alike) and all(other.shift != mine.shift for other in alike)


def nearest(day: Day, source: Sequence[Day]) -> str:
    """The words of the source's date that is most like a date."""
    same_kind = [other for other in source if other.expression.kind == day.expression.kind] or list(source)
    if day.when:
        known = [other for other in same_kind if other.when]
        if known:
            return min(known, key=lambda other: _apart(day.when, other.when)).words
    return same_kind[0].words if same_kind else ""


def _apart(one: Date | None, two: Date | None) -> timedelta:
    return abs(one.first - two.first) if one and two else timedelta.max
