"""Which day, month or year a dated expression means in a text written on a known day."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from digest.dates.expressions import Expression, find_expressions
from digest.dates.meaning import PLANNED, RULES, Told, stated_day
from digest.dates.pointing import certain, is_beside, is_joined, points
from digest.dates.printed import span
from digest.dates.spans import moved, years_before
from digest.dates.tense import Tense, sentence_bounds, tense
from digest.model import Date

_SHORT = 92
"""Days: within so short a range of publication, a day without a year is the nearest of its name."""

_DAYS_IN_A_ROW, _ROW = 6, 2
_NAMED_DAYS = {(9, 11): 2001, (10, 7): 2023, (1, 6): 2021}
_ATTACK = re.compile(r"\b(?:attack|terror|massacre|riot|insurrection|hijack|hostage)", re.IGNORECASE)
"""Days the press names without a year for ever after: they are not the latest ones of their name."""
_FISCAL = re.compile(r"\b(?:[Ff]iscal(?: year)?|FY) $")
_COMPARED = re.compile(r"\b(?:from|than|over|with|against|of|as) $")
_DATED = ("day", "day-month", "month", "weekday", "year")


def _anchor(expression: Expression, text: str) -> Expression | None:
    """The event date that "two days earlier" or "a month before …" counts from: the last one named, or the next."""
    low, high = sentence_bounds(text.replace(";", ","), expression.start, expression.end)
    named = find_expressions(text)
    others = [found for found in named if found.kind in _DATED and low <= found.start and found.end <= high]
    before = next((found for found in reversed(others) if found.end <= expression.start), None)
    following = text[expression.end : expression.end + 6].lstrip(" ")
    if expression.anchored in ("before", "after") and following.strip(" ,.;:!?—–-"):
        after = next((found for found in others if found.start >= expression.end), None)
        return before if following.startswith(("it", "that", "then")) else after
    return before


def _anchored(expression: Expression, text: str, base: date) -> Date | None:
    """What counts from another date of the text; figures compared with those of "a year earlier" tell of no event."""
    compared = expression.unit == "year" and _COMPARED.search(text[max(0, expression.start - 10) : expression.start])
    anchor = None if compared else _anchor(expression, text)
    start = _at(anchor, text, base) if anchor else None
    if start is None or not expression.unit or expression.approx:
        return None
    count = expression.count or 0
    if expression.unit in ("day", "week") and not start.is_day:
        return None
    if expression.unit == "week" and expression.anchored in ("earlier", "later", "before", "after"):
        return span(*[start.first + timedelta(days=7 * count)] * 2)
    return moved(start.first, expression.unit, count)


def _from_base(expression: Expression, base: date) -> Date | None:
    """What "a week from Monday" and "four years ago today" mean: a day, counted from a day."""
    named = find_expressions(expression.base or "")
    told: Tense = "past" if (expression.shift or 0) < 0 else "ahead"
    start = RULES[named[0].kind](named[0], base, (told, False)) if named and named[0].kind in RULES else None
    if start is None or expression.unit is None:
        return None
    if expression.unit in ("day", "week"):
        days = (expression.shift or 0) * (7 if expression.unit == "week" else 1)
        return span(*[start.first + timedelta(days=days)] * 2)
    return years_before(start.first, -(expression.shift or 0)) if expression.unit == "year" else None


def _known_day(expression: Expression, text: str, base: date) -> Date | None:
    year = _NAMED_DAYS.get((expression.month or 0, expression.day or 0))
    if expression.year or not year or not _ATTACK.search(text[max(0, expression.start - 60) : expression.end + 60]):
        return None
    value = stated_day(expression, year)
    return value if value and value.last <= base else None


def _named_before(expression: Expression, text: str) -> tuple[Expression, ...]:
    """The last dates that `text` names before this one."""
    named = find_expressions(text)
    place = bisect_left(named, expression.start, key=lambda found: found.start)
    return named[max(0, place - _DAYS_IN_A_ROW) : place]


def _beside(expression: Expression, text: str) -> Tense | None:
    """Which way the weekday points that this one is coordinated with as an attribute."""
    if expression.kind != "weekday" or text[expression.end : expression.end + 2] not in ("'s", "’s"):
        return None
    before = _named_before(expression, text)[-1:]
    if not before or before[0].kind != "weekday" or not is_beside(text[before[0].end : expression.start]):
        return None
    return points(text, before[0].start, before[0].end)


def _told(expression: Expression, text: str) -> Told:
    """How the clause tells of the date: of a weekday what stands nearest decides, of others the tense before a plan."""
    aim = _beside(expression, text) or points(text, expression.start, expression.end)
    if expression.kind == "weekday" or expression.unit == "weekend":
        return aim, False
    if expression.kind == "day-month" and (surely := certain(text, expression.start, expression.end)):
        return surely, surely in ("ahead", "unsure")
    told = tense(text, expression.start, expression.end)
    return told, aim == "ahead" and told != "ahead"


def _joined(expression: Expression, text: str, base: date) -> Date | None:
    """The value of a weekday that is joined to another: "Friday through Sunday" points one way, and onwards."""
    chain = [expression]
    for other in reversed(_named_before(expression, text)):
        if other.kind != "weekday" or not is_joined(text[other.end : chain[-1].start]):
            break
        chain.append(other)
    if len(chain) == 1:
        return None
    value = RULES["weekday"](chain[-1], base, _told(chain[-1], text))
    for before, after in pairwise(reversed(chain)):
        days = ((after.weekday or 1) - (before.weekday or 1)) % 7
        value = span(*[value.first + timedelta(days=days)] * 2) if value and days else None
    return value


_THROUGH = re.compile(r",? ?(?:to|through|until|till|thru|[-–—]) ?(?:about |midnight )?$")
_BETWEEN = re.compile(r"\b[Bb]etween (?:about )?$")
_LONGEST_SPAN = 300


def _spanned(expression: Expression, text: str, base: date) -> Date | None:
    """The end of "between Dec. 15 and Jan. 15": the first such day after the beginning."""
    before = _named_before(expression, text)[-1:]
    if not before or before[0].kind not in ("day", "day-month"):
        return None
    begun, gap = before[0], text[before[0].end : expression.start]
    between = gap in (" and ", ", and ") and _BETWEEN.search(text[max(0, begun.start - 20) : begun.start])
    if not between and not (len(gap) <= _SHORT and _THROUGH.match(gap)):
        return None
    first = RULES[begun.kind](begun, base, _told(begun, text))
    if first is None or not first.is_day:
        return None
    ends = (stated_day(expression, first.first.year + step) for step in (0, 1))
    end = next((found for found in ends if found and found.first > first.first), None)
    return end if end and (end.first - first.first).days <= _LONGEST_SPAN else None


def _at(expression: Expression, text: str, base: date) -> Date | None:
    """The value for a text written on the day `base`."""
    if expression.anchored:
        return _anchored(expression, text, base)
    if expression.base:
        return _from_base(expression, base)
    if expression.thatyear:
        named = [found.year for found in find_expressions(text) if found.year and found.end <= expression.start]
        return _at(replace(expression, year=named[-1], thatyear=False), text, base) if named else None
    if known := _known_day(expression, text, base):
        return known
    if expression.kind == "day-month" and (spanned := _spanned(expression, text, base)):
        return spanned
    if expression.kind == "weekday" and not expression.day and (joined := _joined(expression, text, base)):
        return joined
    rule = RULES.get(expression.kind)
    told = _told(expression, text)
    value = rule(expression, base, told) if rule else None
    if value and value.first == base and expression.kind == "weekday" and told[0] == "ahead":
        return _after_others(expression, text, value)
    return value


def _after_others(expression: Expression, text: str, value: Date) -> Date:
    """The same day a week on, at the end of a row: "to sell bills on Tuesday, notes on Wednesday and bonds on …"."""
    low, _ = sentence_bounds(text, expression.start, expression.end)
    row = [found for found in _named_before(expression, text) if found.kind == "weekday" and found.start >= low]
    if len(row) < _ROW or any(found.weekday == expression.weekday for found in row):
        return value
    if "past" in (points(text, found.start, found.end) for found in row):
        return value
    return span(*[value.first + timedelta(days=7)] * 2)


def _is_stated(expression: Expression) -> bool:
    """Whether the words alone say which day, month or year it is."""
    return expression.year is not None and expression.shift is None and expression.anchored is None


def _fiscal(value: Date | None, expression: Expression, text: str) -> Date | None:
    """A fiscal year is about that year: when it begins is the company's to say."""
    is_plain = value is not None and expression.kind == "year" and len(value.edtf) == 4
    if is_plain and _FISCAL.search(text[max(0, expression.start - 14) : expression.start]):
        return Date(edtf=f"{value}~")
    return value


def _sliding(expression: Expression) -> bool:
    return expression.kind in ("relative", "weekday") or (expression.shift is not None and not expression.year)


def _within(first: Date, last: Date, expression: Expression, issued: Date) -> Date | None:
    """One answer for a range of days of publication."""
    if _sliding(expression):
        return span(first.first, last.last) if first.first <= last.last else None
    if (issued.last - issued.first).days <= _SHORT and expression.kind == "day-month":
        near = [value for value in (first, last) if abs((value.first - issued.last).days) <= PLANNED]
        return near[0] if len(near) == 1 else None
    return None


def resolve(expression: Expression, text: str, issued: Date | None) -> Date | None:
    """What `expression` means in `text`, published on `issued`; None where that cannot be told.

    For a range of publication days the answer is a range that covers every case ("yesterday"), or None where the
    cases lie apart (a day without a year, published some time in two years). Of a text without a day of publication
    only dates with their year are told.

    >>> text = "The congress opens next month."
    >>> str(resolve(find_expressions(text)[0], text, Date(edtf="2022-09-16")))
    '2022-10'
    """
    if issued is None and not _is_stated(expression):
        return None
    bounds = (issued.first, issued.last) if issued else (date(2000, 1, 1),) * 2
    if date.min in bounds or date.max in bounds:
        return None
    try:
        first = _at(expression, text, bounds[0])
        last = first if bounds[0] == bounds[1] else _at(expression, text, bounds[1])
    except (OverflowError, ValueError):  # a shift of 900 decades leaves the calendar
        return None
    if first is None or last is None or first == last or issued is None:
        return _fiscal(first, expression, text) if first == last else None
    return _within(first, last, expression, issued)


def is_relative(expression: Expression) -> bool:
    """Whether its meaning changes with the day of publication."""
    return expression.kind in ("relative", "weekday") or (
        expression.year is None and expression.kind in ("day-month", "month", "quarter", "season")
    )


def is_ahead(text: str, expression: Expression) -> bool:
    """Whether its clause, or the expression itself ("next month", "last week"), speaks of it as still to come."""
    if expression.shift or expression.text.lower().startswith(("later this", "earlier this")):
        return (expression.shift or 0) > 0 or expression.text.lower().startswith("later")
    if expression.kind == "weekday" or expression.unit == "weekend":
        return points(text, expression.start, expression.end) == "ahead"
    return tense(text, expression.start, expression.end) == "ahead"
