"""Weeks, weekends, months, quarters, years and decades, counted from a day."""

from __future__ import annotations

from datetime import date, timedelta

from digest.dates.printed import day, span
from digest.dates.tense import Tense
from digest.model import Date

_DAYS = {"day": 1, "week": 7}
_FEW = {"day": 7, "week": 4, "month": 6, "year": 1, "decade": 1}
"""How many "the coming days", "recent weeks" are taken for."""


def month_span(year: int, month: int, months: int = 1) -> Date:
    """`months` whole months from a month that may lie outside 1 … 12.

    >>> str(month_span(2022, 12, 3))
    '2022-12/2023-02'
    """
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = date(year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1, 1)
    return span(start, after - timedelta(days=1))


def moved(base: date, unit: str, count: int) -> Date:
    """The day, week, month, quarter, year or decade `count` units from `base`; a week is from Monday to Sunday."""
    if unit in ("day", "week"):
        first = (base if unit == "day" else base - timedelta(days=base.weekday())) + timedelta(days=count * _DAYS[unit])
        return span(first, first + timedelta(days=0 if unit == "day" else 6))
    if unit == "month":
        return month_span(base.year, base.month + count)
    if unit == "quarter":
        return month_span(base.year, (base.month - 1) // 3 * 3 + 1 + count * 3, 3)
    if unit == "year":
        return Date(edtf=f"{base.year + count:04}")
    decade = base.year // 10 * 10 + count * 10
    return Date(edtf=f"{decade:04}/{decade + 9:04}")


def weekend(base: date, shift: int, told: Tense | None) -> Date:
    """Saturday and Sunday: of "the weekend" the one at hand, else the last, or the next where the clause points ahead.

    >>> str(weekend(date(2022, 9, 14), 0, "past")), str(weekend(date(2022, 9, 14), 0, "ahead"))
    ('2022-09-10/2022-09-11', '2022-09-17/2022-09-18')
    """
    saturday = base - timedelta(days=base.weekday()) + timedelta(days=5)
    if shift == 0 and told != "ahead" and base < saturday:
        shift = -1
    first = saturday + timedelta(days=7 * shift)
    return span(first, first + timedelta(days=1))


def stretch(base: date, unit: str, shift: int, count: int | None) -> Date | None:
    """About what "the coming days" or "the past three months" take in: from now on, or up to now."""
    number = count or _FEW[unit]
    if number > 100:
        return None
    if unit == "month":
        low, high = (1, number) if shift > 0 else (-number, 0)
        return Date(edtf=f"{_month(base, low)}~/{_month(base, high)}~")
    if unit in ("year", "decade"):
        years = shift * number * (10 if unit == "decade" else 1)
        return Date(edtf="{:04}~/{:04}~".format(*sorted((base.year, base.year + years))))
    if unit == "week" and number == 1 and shift < 0:
        return span(base - timedelta(days=6), base)
    length = timedelta(days=number * _DAYS[unit])
    first, last = (base + timedelta(days=1), base + length) if shift > 0 else (base - length, base)
    return Date(edtf=f"{first}~/{last}~")


def _month(base: date, count: int) -> str:
    return str(month_span(base.year, base.month + count))


def years_before(base: date, years: int) -> Date | None:
    """The same day so many years before; None for a 29 February without its like."""
    found = day(base.year - years, base.month, base.day)
    return span(found, found) if found else None
