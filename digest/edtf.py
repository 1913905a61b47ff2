"""Dates as records hold them: EDTF, with the first and the last day it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


def _bounds(text: str) -> tuple[date, date]:
    match = _SIMPLE.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = int(match[1]), match[2], match[3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if day:
        only = date(year, int(month), int(day))
        return only, only
    first = date(year, int(month), 1)
    if first.month == 12:  # also of 9999, after which there is no day
        return first, date(year, 12, 31)
    return first, date(year, first.month + 1, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """An EDTF level-1 date: a day, month or year, each maybe approximate (`2022-09~`), or a range, maybe open.

    Source of the notation: https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019).

    >>> Date(edtf="2022-09-13/2022-09-15").first
    datetime.date(2022, 9, 13)
    """

    edtf: str
    first: date = field(init=False, compare=False, repr=False)
    last: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is not EDTF, with `ValueError`."""
        start, slash, end = self.edtf.partition("/")
        first = date.min if start == ".." and slash else _bounds(start)[0]
        last = date.max if end == ".." else _bounds(end if slash else start)[1]
        if last < first or start == end == "..":
            raise ValueError(f"not an EDTF date: {self.edtf!r}")
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    @property
    def is_range(self) -> bool:
        """Whether it is written as an interval."""
        return "/" in self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it is one certain day."""
        return self.first == self.last

    @property
    def approximate(self) -> bool:
        """Whether any part carries an EDTF qualifier."""
        return any(mark in self.edtf for mark in "~?%")

    def overlaps(self, other: Date) -> bool:
        """Whether some day belongs to both."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Date) -> bool:
        """Whether no day of it lies outside `other`."""
        return other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        """The EDTF notation."""
        return self.edtf
