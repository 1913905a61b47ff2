"""Which day, month or year a dated expression means in a text written on a known day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from digest.dates.expressions import Expression, find_expressions
from digest.dates.printed import day, span
from digest.dates.tense import Tense, quoted_spans, tense
from digest.dates.wording import in_words
from digest.dates.words import foreign_relative
from digest.model import Date

SOON = 60
"""Days: a date without a verb to place it is read as ahead when it is this near, else as the last one gone by."""

_NAMED_DAYS = {(9, 11): 2001, (10, 7): 2023, (1, 6): 2021}
_ATTACK = re.compile(r"\b(?:attack|terror|massacre|riot|insurrection|hijack|hostage)", re.IGNORECASE)
"""Days the press names without a year for ever after: they are not the latest ones of their name."""

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def _month_span(year: int, month: int, months: int = 1) -> Date:
    """`months` whole months from a month that may lie outside 1 … 12."""
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    after = date(year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1, 1)
    return span(start, after - timedelta(days=1))


def _moved(base: date, unit: str, count: int) -> Date:
    """The day, week, month, quarter, year or decade `count` units from `base`."""
    if unit in ("day", "week", "weekend"):
        monday = base - timedelta(days=base.weekday())
        moved = (base if unit == "day" else monday) + timedelta(days=count * _DAYS.get(unit, 7))
        first = moved + timedelta(days=5) if unit == "weekend" else moved
        return span(first, moved + timedelta(days=0 if unit == "day" else 6))
    if unit == "month":
        return _month_span(base.year, base.month + count)
    if unit == "quarter":
        return _month_span(base.year, (base.month - 1) // 3 * 3 + 1 + count * 3, 3)
    if unit == "year":
        return Date(edtf=f"{base.year + count:04}")
    decade = base.year // 10 * 10 + count * 10
    return Date(edtf=f"{decade:04}/{decade + 9:04}")


def _nearest(choices: list[Date], base: date, told: Tense | None) -> Date | None:
    """Of the same date in several years the one meant: the last gone by, the next ahead, or the nearest."""
    if told == "ahead":
        return next((choice for choice in choices if choice.last >= base), None)
    gone = [choice for choice in choices if choice.first <= base + timedelta(days=1)]
    coming = [choice for choice in choices if base < choice.first <= base + timedelta(days=SOON)]
    if told != "past" and coming and gone and coming[0].first - base < base - gone[-1].first:
        return coming[0]
    return gone[-1] if gone else None


def _stated_day(expression: Expression, year: int) -> Date | None:
    first = day(year, expression.month or 0, expression.day or 0)
    last = day(year, expression.month or 0, expression.until or expression.day or 0)
    return span(first, last) if first and last and first <= last else None


def _of_day(expression: Expression, base: date, told: Tense | None) -> Date | None:
    if expression.year:
        return _stated_day(expression, expression.year)
    choices = [_stated_day(expression, base.year + step) for step in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    return _nearest([choice for choice in choices if choice], base, told)


def _shifted_month(month: int, shift: int, base: date, told: Tense | None) -> Date | None:
    if shift == 0:
        return _nearest([_month_span(base.year, month)], base, "past" if month <= base.month else "ahead") or (
            _month_span(base.year, month) if told != "past" else None
        )
    step = (0 if month < base.month else -1) if shift < 0 else (0 if month > base.month else 1)
    return _month_span(base.year + step, month)


def _of_month(expression: Expression, base: date, told: Tense | None) -> Date | None:
    month = expression.month or 1
    if expression.year:
        return _month_span(expression.year, month)
    if expression.shift is not None and expression.text.endswith("year"):
        return _month_span(base.year + expression.shift, month)
    if expression.shift is not None:
        return _shifted_month(month, expression.shift, base, told)
    return _nearest([_month_span(base.year + step, month) for step in (-1, 0, 1)], base, told)


def _of_season(expression: Expression, base: date, told: Tense | None) -> Date | None:
    """Three months; winter begins in December of the year before the one it is named after."""
    month = expression.month or 1
    back = 1 if month == 12 and expression.kind == "season" else 0
    if expression.year:
        return _month_span(expression.year - back, month, 3)
    if expression.shift is not None and expression.text.endswith("year"):
        return _month_span(base.year + expression.shift, month, 3)
    choices = [_month_span(base.year + step, month, 3) for step in (-2, -1, 0, 1, 2)]
    if expression.shift == -1:
        return [choice for choice in choices if choice.last < base][-1]
    if expression.shift == 1:
        return next(choice for choice in choices if choice.first > base)
    if expression.shift == 0 and told != "past":
        return next(choice for choice in choices if choice.last >= base)
    return _nearest(choices, base, told)


def _of_weekday(expression: Expression, base: date, told: Tense | None) -> Date | None:
    number = expression.weekday or 1
    since = (base.isoweekday() - number) % 7
    if expression.shift == -1:
        return None if since == 0 else span(*[base - timedelta(days=since)] * 2)
    if expression.shift == 1 or told == "ahead" or (expression.shift == 0 and told != "past"):
        ahead = (number - base.isoweekday()) % 7 or (7 if expression.shift == 1 else 0)
        return span(*[base + timedelta(days=ahead)] * 2)
    return span(*[base - timedelta(days=since)] * 2)


def _of_year(expression: Expression, _base: date, _told: Tense | None) -> Date | None:
    if expression.unit == "decade":
        return Date(edtf=f"{expression.year:04}/{(expression.year or 0) + 9:04}")
    return Date(edtf=f"{expression.year:04}")


def _of_relative(expression: Expression, base: date, _told: Tense | None) -> Date | None:
    if expression.unit is None or expression.shift is None or expression.approx:
        return None
    if expression.text.lower().startswith("past "):  # up to now, not the week from Monday to Sunday before this one
        return span(base - timedelta(days=6), base) if expression.unit == "week" else None
    if expression.unit == "decade" and expression.text.endswith("ago"):  # about that time, not that decade
        return None
    return _moved(base, expression.unit, expression.shift)


_RULES: dict[str, Callable[[Expression, date, Tense | None], Date | None]] = {
    "day": _of_day,
    "day-month": _of_day,
    "month": _of_month,
    "quarter": _of_season,
    "relative": _of_relative,
    "season": _of_season,
    "weekday": _of_weekday,
    "year": _of_year,
}


def _anchor(expression: Expression, text: str) -> Expression | None:
    """The event date that "two days earlier" or "a month before …" counts from: the last one named, or the next."""
    others = [
        found for found in find_expressions(text) if found.kind in ("day", "day-month", "month", "weekday", "year")
    ]
    if expression.anchored in ("before", "after") and text[expression.end : expression.end + 2].strip(" ,.;:!?—–-"):
        return next((found for found in others if found.start >= expression.end), None)
    return next((found for found in reversed(others) if found.end <= expression.start), None)


def _known_day(expression: Expression, text: str, base: date) -> Date | None:
    year = _NAMED_DAYS.get((expression.month or 0, expression.day or 0))
    if expression.year or not year or not _ATTACK.search(text[max(0, expression.start - 60) : expression.end + 60]):
        return None
    value = _stated_day(expression, year)
    return value if value and value.last <= base else None


def _at(expression: Expression, text: str, base: date) -> Date | None:
    """The value for a text written on the day `base`."""
    if expression.anchored:
        anchor = _anchor(expression, text)
        start = _at(anchor, text, base) if anchor else None
        if start is None or not expression.unit or expression.approx or not (start.is_day or expression.unit != "day"):
            return None
        return _moved(start.first, expression.unit, expression.count or 0)
    if known := _known_day(expression, text, base):
        return known
    rule = _RULES.get(expression.kind)
    told = tense(text, expression.start, expression.end)
    return rule(expression, base, told) if rule else None


def _sliding(expression: Expression) -> bool:
    return expression.kind in ("relative", "weekday") or (expression.shift is not None and not expression.year)


def resolve(expression: Expression, text: str, issued: Date) -> Date | None:
    """What `expression` means in `text`, published on `issued`; None where that cannot be told.

    For a range of publication days the answer is a range that covers every case ("yesterday"), or None where the
    cases lie apart (a day without a year, published some time in two years).

    >>> text = "The congress opens next month."
    >>> str(resolve(find_expressions(text)[0], text, Date(edtf="2022-09-16")))
    '2022-10'
    """
    if date.min in (issued.first,) or date.max in (issued.last,):
        return None
    try:
        first, last = _at(expression, text, issued.first), _at(expression, text, issued.last)
    except (OverflowError, ValueError):  # a shift of 900 decades leaves the calendar
        return None
    if first is None or last is None or first == last:
        return first if first == last else None
    return span(first.first, last.last) if _sliding(expression) and first.first <= last.last else None


def is_relative(expression: Expression) -> bool:
    """Whether its meaning changes with the day of publication."""
    return expression.kind in ("relative", "weekday") or (
        expression.year is None and expression.kind in ("day-month", "month", "quarter", "season")
    )


def is_ahead(text: str, expression: Expression) -> bool:
    """Whether its clause, or the expression itself ("next month", "last week"), speaks of it as still to come."""
    if expression.shift or expression.text.lower().startswith(("later this", "earlier this")):
        return (expression.shift or 0) > 0 or expression.text.lower().startswith("later")
    return tense(text, expression.start, expression.end) == "ahead"


_WHOLE = {"day": 10, "month": 7, "year": 4}


def _fits(expression: Expression, value: Date) -> bool:
    """Whether `value` is as narrow as the words: a day for "today", one month for "next month"."""
    unit = "day" if expression.kind in ("weekday", "day-month") else expression.unit or "month"
    if unit in ("week", "weekend"):
        return (value.last - value.first).days < 7
    if expression.kind in ("quarter", "season") or unit in ("quarter", "decade"):
        return True
    return expression.until is not None or len(value.edtf) == _WHOLE.get(unit, 0)


def _needs_only_year(expression: Expression) -> bool:
    return expression.kind in ("day-month", "month") and expression.shift is None


def _years(value: Date) -> tuple[int, int]:
    return value.first.year, value.last.year


def _insertion(expression: Expression, value: Date, language: str) -> str:
    if _needs_only_year(expression):
        return str(value.first.year)
    return in_words(value, language)


def complete(sentence: str, issued: Date, *, period: Date | None = None, language: str = "en") -> str | None:
    """`sentence` with each relative date completed in brackets; None where one of them cannot be resolved.

    Dates that lack only their year stay as they are where it is the one year of `period`. Inside quotation marks
    "today" is the day of the speech, which nobody knows: None. "Gestern" and its like are known but not reckoned.

    >>> complete("A congress opens next month in Beijing.", Date(edtf="2022-09-16"))
    'A congress opens next month [October 2022] in Beijing.'
    """
    if foreign_relative().search(sentence):
        return None
    spoken = quoted_spans(sentence)
    parts, done = [], 0
    for expression in filter(is_relative, find_expressions(sentence)):
        value = resolve(expression, sentence, issued)
        if value is None or not _fits(expression, value):
            return None
        if any(a <= expression.start < b for a, b in spoken) and expression.kind in ("relative", "weekday"):
            return None
        if expression.anchored or (period and _needs_only_year(expression) and _years(period) == _years(value)):
            continue  # the date it counts from stands beside it
        end = expression.end + (2 if sentence[expression.end : expression.end + 2] in ("'s", "’s") else 0)
        parts += [sentence[done:end], f" [{_insertion(expression, value, language)}]"]
        done = end
    return "".join((*parts, sentence[done:]))
