"""What each kind of dated expression means on a day of writing, told in a tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from digest.dates.expressions import Expression
from digest.dates.printed import day, span
from digest.dates.spans import month_span, moved, stretch, weekend
from digest.dates.tense import Tense
from digest.model import Date

SOON = 60
"""Days: a date without a verb to place it is read as ahead when it is this near, else as the last one gone by."""
PLANNED, _WAS_PLANNED, _JUST_GONE = 183, 130, 14
"""Days: what a clause plans, or says was planned, is ahead up to here, but where the day has just gone by."""
_ROUND = 100
"""Years: "500 years ago" is a round number, and names no year."""
_LONG_GONE, _NEAR = 300, 45
"""Days: a paper names the year of a day so long gone by, when one of its name is so near."""


def _nearest(choices: list[Date], base: date, told: Tense | None, *, plan: bool = False) -> Date | None:
    """Of the same date in several years the one meant: the last gone by, the next ahead, or the nearest."""
    gone = [choice for choice in choices if choice.first <= base + timedelta(days=1)]
    if told == "gone":
        return gone[-1] if gone else None
    if told == "ahead":
        after = next((choice for choice in choices if choice.last >= base), None)
        far = after and not plan and (after.first - base).days > _LONG_GONE
        return gone[-1] if far and gone and (base - gone[-1].last).days < _NEAR else after
    reach = (_WAS_PLANNED if told == "unsure" else PLANNED) if plan else _NEAR if told == "past" else SOON
    coming = [choice for choice in choices if base < choice.first <= base + timedelta(days=reach)]
    if coming and gone:
        since, until = base - gone[-1].last, coming[0].first - base
        nearer = until < since if told != "past" else since.days > _LONG_GONE
        if (plan and since.days > _JUST_GONE) or (not plan and nearer):
            return coming[0]
    return gone[-1] if gone else None


def stated_day(expression: Expression, year: int) -> Date | None:
    """The day, or days, of that year; None for a 31 September."""
    first = day(year, expression.month or 0, expression.day or 0)
    last = day(year, expression.month or 0, expression.until or expression.day or 0)
    return span(first, last) if first and last and first <= last else None


Told = tuple[Tense | None, bool]
"""How the clause tells of the date, and whether what stands nearest to it is a plan."""


def _of_day(expression: Expression, base: date, told: Told) -> Date | None:
    if expression.year:
        return stated_day(expression, expression.year)
    if expression.shift is not None:  # "July 20 last year"
        return stated_day(expression, base.year + expression.shift)
    choices = [stated_day(expression, base.year + step) for step in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    return _nearest([choice for choice in choices if choice], base, told[0], plan=told[1])


def _shifted_month(month: int, shift: int, base: date, told: Tense | None) -> Date | None:
    if shift == 0:
        return _nearest([month_span(base.year, month)], base, "past" if month <= base.month else "ahead") or (
            month_span(base.year, month) if told != "past" else None
        )
    step = (0 if month < base.month else -1) if shift < 0 else (0 if month > base.month else 1)
    return month_span(base.year + step, month)


def _of_month(expression: Expression, base: date, told: Told) -> Date | None:
    month = expression.month or 1
    if expression.year:
        months = (expression.last or month) - month + 1
        return month_span(expression.year, month, months) if months > 0 else None
    if expression.shift is not None and expression.text.endswith("year"):
        return month_span(base.year + expression.shift, month)
    if expression.shift is not None:
        return _shifted_month(month, expression.shift, base, told[0])
    return _nearest([month_span(base.year + step, month) for step in (-1, 0, 1)], base, told[0], plan=told[1])


def _of_season(expression: Expression, base: date, told: Told) -> Date | None:
    """Three months, or six; winter begins in December of the year before the one it is named after."""
    month, months = expression.month or 1, expression.count or 3
    back = 1 if month == 12 and expression.kind == "season" else 0
    if expression.year:
        return month_span(expression.year - back, month, months)
    if expression.shift is not None and expression.text.endswith("year"):
        return month_span(base.year + expression.shift, month, months)
    choices = [month_span(base.year + step, month, months) for step in (-2, -1, 0, 1, 2)]
    if expression.shift == -1:
        return [choice for choice in choices if choice.last < base][-1]
    if expression.shift == 1:
        return next(choice for choice in choices if choice.first > base)
    if expression.shift == 0 and told[0] != "past":
        return next(choice for choice in choices if choice.last >= base)
    return _nearest(choices, base, told[0], plan=told[1])


def _numbered(weekday: int, number: int, base: date, step: int) -> Date | None:
    """The nearest "Friday the 13th" on one side of a day, that day itself included."""
    for count in range(366 + 60):
        found = base + timedelta(days=step * count)
        if found.day == number and found.isoweekday() == weekday:
            return span(found, found)
    return None


def _of_weekday(expression: Expression, base: date, told: Told) -> Date | None:
    """The nearest such day on the side the clause points to; the day of writing belongs to both sides."""
    number, shift = expression.weekday or 1, expression.shift
    if expression.day:
        return _numbered(number, expression.day, base, -1 if shift == -1 or (told[0] != "ahead" and not shift) else 1)
    since, ahead = (base.isoweekday() - number) % 7, (number - base.isoweekday()) % 7
    if shift == -1:  # of yesterday one says "yesterday"
        return span(*[base - timedelta(days=since if since > 1 else since + 7)] * 2)
    if shift == 1:  # of tomorrow one says "tomorrow"
        return span(*[base + timedelta(days=ahead if ahead > 1 or _is_coming(expression) else ahead + 7)] * 2)
    if told[0] == "ahead" or (shift == 0 and told[0] != "past"):
        return span(*[base + timedelta(days=ahead)] * 2)
    return span(*[base - timedelta(days=since)] * 2)


def _is_coming(expression: Expression) -> bool:
    return "coming" in expression.text.lower() and not expression.text.endswith("ago")


def _of_year(expression: Expression, _base: date, _told: Told) -> Date | None:
    year = expression.year or 0
    if expression.unit in ("decade", "century"):
        return Date(edtf=f"{year:04}/{year + (9 if expression.unit == 'decade' else 99):04}")
    if expression.last:
        return Date(edtf=f"{year:04}/{expression.last:04}") if expression.last > year else None
    return Date(edtf=f"{year:04}")


def _of_relative(expression: Expression, base: date, told: Told) -> Date | None:
    unit, shift = expression.unit, expression.shift
    if unit is None or shift is None:
        return None
    if expression.approx == "few":
        return stretch(base, unit, shift, expression.count)
    if unit == "weekend":
        return weekend(base, shift + (-1 if _is_coming(expression) else 0), told[0])
    if expression.approx:
        return None
    if expression.text.lower().startswith("past "):  # up to now, not the week from Monday to Sunday before this one
        return stretch(base, unit, shift, 1) if unit == "week" else None
    if unit == "decade" and expression.text.endswith("ago"):  # about that time, not that decade
        return None
    if unit == "year" and abs(shift) >= _ROUND:
        return None
    return moved(base, unit, shift)


RULES: dict[str, Callable[[Expression, date, Told], Date | None]] = {
    "day": _of_day,
    "day-month": _of_day,
    "month": _of_month,
    "quarter": _of_season,
    "relative": _of_relative,
    "season": _of_season,
    "weekday": _of_weekday,
    "year": _of_year,
}
"""Kind → what it means on a day of writing."""
