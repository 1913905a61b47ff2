"""The span a brief covers: a week as it is written, from one day to another, or the last one that is over."""

from __future__ import annotations

import re
from datetime import date, timedelta

from digest.model import Date
from digest.plans import Period

_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})")


def parse_week(text: str) -> Date:
    """The days of an ISO week, Monday to Sunday; ValueError for what is none.

    >>> parse_week("2022-W37").edtf
    '2022-09-12/2022-09-18'
    """
    match = _WEEK.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is not a week")
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError as error:
        raise ValueError(f"{match[1]} has no week {int(match[2])}") from error
    return _span(monday, monday + timedelta(days=6))


def parse_span(first: str, last: str) -> Date:
    """The days from `first` to `last`, each a day, month or year; ValueError for what is none.

    >>> parse_span("2022-09", "2022-10-02").edtf
    '2022-09-01/2022-10-02'
    """
    start, end = Date(edtf=first.strip()), Date(edtf=last.strip())
    if end.last < start.first:
        raise ValueError(f"{last} lies before {first}")
    if date.min in (start.first, end.first) or date.max in (start.last, end.last):
        raise ValueError("a brief covers a span that has both ends")
    return _span(start.first, end.last)


def last_period(kind: Period, day: date) -> Date:
    """The last day, week or month that is over when `day` ends.

    >>> last_period("week", date(2022, 9, 18)).edtf, last_period("month", date(2022, 9, 18)).edtf
    ('2022-09-12/2022-09-18', '2022-08-01/2022-08-31')
    """
    tomorrow = day + timedelta(days=1)
    if kind == "day":
        return _span(day, day)
    if kind == "week":
        monday = tomorrow - timedelta(days=tomorrow.weekday() + 7)
        return _span(monday, monday + timedelta(days=6))
    end = tomorrow.replace(day=1) - timedelta(days=1)
    return _span(end.replace(day=1), end)


def _span(first: date, last: date) -> Date:
    return Date(edtf=first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}")
