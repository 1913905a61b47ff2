"""The dates that running text names: where they stand and what they say, not yet which day they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from digest.dates.foreign import NEAR, foreign_shift, foreign_unit
from digest.dates.forms import Kind, Sign, patterns
from digest.dates.nodates import IS_DATE
from digest.dates.signs import windows
from digest.dates.words import HOLIDAYS, NUMBERS, SEASONS, folded, month_number, weekdays

_SHIFTS = {
    "last": -1, "previous": -1, "past": -1, "this past": -1, "recent": -1, "this": 0, "current": 0, "next": 1,
    "coming": 1, "following": 1, "this coming": 1,
}  # fmt: skip
_PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "late": "late", "end": "late"}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_NEAR_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1} | NEAR
_CENTURY_TURNS = 50
"""A year of two digits is of the last century from here on."""
_HOLIDAYS = {name.replace("['’]", "'"): day for name, day in HOLIDAYS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date named in a text: `text[start:end]`, its kind, and the numbers it states.

    `until` is the last day of "12–15 May", `last` the last month or year of "March to May 2021"; `part` is early, mid
    or late; `shift` counts units from the day of writing ("next month" is 1), `count` from there or from another event
    ("two days earlier": `anchored`). `base` is the day that "a week from Monday" counts from, `thatyear` says that the
    year was named before. "In the coming weeks" has `approx` few.
    """

    text: str
    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    last: int | None = None
    weekday: int | None = None
    part: str | None = None
    unit: str | None = None
    shift: int | None = None
    count: int | None = None
    approx: str | None = None
    anchored: str | None = None
    base: str | None = None
    thatyear: bool = False


def _number(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdecimal() else NUMBERS.get(word.casefold())


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdecimal() else month_number(word)


Groups = dict[str, str | None]


def _way(groups: Groups) -> dict[str, Any]:
    """What "ago", "earlier", "the day before" say: a shift from now, or a count from an event."""
    way = groups.get("way") or groups.get("from")
    if way is None:
        return {}
    count = _number(groups.get("count")) or (0 if way == "same" else 1)
    signed = -count if way in ("ago", "earlier", "before", "previous") else count
    if way in ("ago", "from now", "from"):
        return {"shift": signed, "count": None, "base": groups.get("base")}
    return {"count": signed, "anchored": way, "unit": groups.get("unit") or groups.get("step")}


def _side(groups: Groups) -> dict[str, Any]:
    """What "in the coming weeks" and "over the past 10 days" say: a stretch that begins or ends now."""
    side, few = groups.get("side"), groups.get("few")
    if side is None:
        return {}
    return {
        "shift": _SHIFTS[side.lower()],
        "count": 1 if groups.get("single") is not None else _number(few),
        "approx": "few",
    }


def _named(groups: Groups) -> dict[str, Any]:
    """What quarters, seasons, near days and decades say."""
    found: dict[str, Any] = {}
    if quarter := groups.get("quarter") or groups.get("ordinal"):
        found["month"] = _ORDINALS[quarter.lower()] * 3 - 2
    if half := groups.get("half"):
        found |= {"month": _ORDINALS[half.lower()] * 6 - 5, "count": 6}
    if season := groups.get("season"):
        found["month"] = SEASONS[season.lower()]
    if near := groups.get("near"):
        found |= {"unit": "day", "shift": _NEAR_DAYS[near.lower().split(" ")[0]]}
    if groups.get("decade") or groups.get("nineties"):
        found["unit"] = "decade"
    if decade := groups.get("nineties"):
        found["year"] = 1900 + int(decade)
    return found


def _called(groups: Groups) -> dict[str, Any]:
    """What centuries and feasts say."""
    if century := groups.get("century"):
        number = _CENTURIES.get(century.lower()) or int(re.sub(r"\D", "", century) or 0)
        return {"unit": "century", "year": number * 100 - 99}
    if holiday := groups.get("holiday"):
        month, day = _HOLIDAYS[holiday.replace("’", "'")]
        return {"month": month, "day": day}
    return {}


def _slashed(groups: Groups) -> dict[str, Any]:
    """Month and day of 10/30/1989 and 30/10/1989; of 3/4/1989 nobody knows which is which."""
    one, two = _number(groups.get("one")), _number(groups.get("two"))
    if not one or not two:
        return {}
    month, day = (one, two) if two > 12 else (two, one)
    found: dict[str, Any] = {"month": month if max(one, two) > 12 or one == two else 0, "day": day}
    if brief := groups.get("brief"):  # 10/30/89
        found["year"] = (1900 if int(brief) >= _CENTURY_TURNS else 2000) + int(brief)
    return found


def _last(groups: Groups) -> int | None:
    """The last month or year of a range."""
    if short := groups.get("short"):
        first = int(groups["year"] or 0)
        return first // 100 * 100 + int(short)
    word = groups.get("last")
    return _number(word) if word and word.isdecimal() else _month(word)


def _part(groups: Groups) -> str | None:
    words = (groups.get("part") or "").lower().removeprefix("the ").removesuffix(" of").removesuffix(" in")
    return _PARTS.get(words.replace("middle", "mid").rstrip("-").strip()) if words else None


def _shift(groups: Groups) -> int | None:
    word = (groups.get("shift") or groups.get("relyear") or "").lower()
    if not word:
        return None
    return _SHIFTS[word] if word in _SHIFTS else foreign_shift(word)


def _unit(groups: Groups) -> str | None:
    word = groups.get("unit")
    if word is None or word in ("day", "week", "weekend", "month", "quarter", "year", "decade"):
        return word
    return foreign_unit(word)


def _stated(groups: Groups) -> dict[str, Any]:
    """The numbers a match states, under the names of the fields of `Expression`."""
    found: dict[str, Any] = {
        "year": _number(groups.get("year")),
        "month": _month(groups.get("month")),
        "day": _number(groups.get("day")),
        "until": _number(groups.get("until")),
        "last": _last(groups),
        "weekday": weekdays().get(folded((groups.get("weekday") or "").rstrip(".").replace("'", "’")))
        or weekdays().get(folded((groups.get("weekday") or "").rstrip("."))),
        "part": _part(groups),
        "unit": _unit(groups),
        "shift": _shift(groups),
        "count": _number(groups.get("count")),
        "approx": (groups.get("approx") or "").lower() or None,
        "thatyear": bool(groups.get("thatyear") or groups.get("thatone")),
    }
    if groups.get("unit") == "weekend" and not groups.get("shift"):
        found["shift"] = 0
    return found | _named(groups) | _called(groups) | _slashed(groups) | _way(groups) | _side(groups)


def _read(kind: Kind, match: re.Match[str], text: str) -> Expression | None:
    check = IS_DATE.get(kind)
    if check and not check(match, text):
        return None
    found = _stated(match.groupdict())
    month, number = found["month"], found["day"]
    if kind in ("day", "month") and month is None:
        return None
    if (isinstance(month, int) and not 1 <= month <= 12) or (isinstance(number, int) and not 1 <= number <= 31):
        return None
    if kind in ("day", "day-month"):
        kind = "day" if found["year"] else "day-month"
    return Expression(text=text[match.start() : match.end()], start=match.start(), end=match.end(), kind=kind, **found)


_WRAPPED = re.compile(r"(?<=[^\n]{50})\n(?=\S)")
"""Where a long line goes on: "next" may end it and "week" begin the other."""


def _candidates(text: str) -> Iterator[Expression]:
    places: dict[Sign, list[tuple[int, int]]] = {}
    flat = _WRAPPED.sub(" ", text) if "\n" in text else text
    for kind, sign, pattern in patterns():
        if sign not in places:
            places[sign] = windows(flat, sign)
        for low, high in places[sign]:
            for match in pattern.finditer(flat, low, high):
                if expression := _read(kind, match, text):
                    yield expression


_APPOSED = re.compile(r",? ?(?:dem |den |der |le |the )?")


def _is_apposed(expression: Expression, text: str, days: dict[int, Expression]) -> bool:
    """Whether a weekday only stands before its day: "Montag, dem 3. März"."""
    gap = _APPOSED.match(text, expression.end)
    return expression.kind == "weekday" and gap is not None and gap.end() > expression.end and gap.end() in days


@lru_cache(maxsize=2_000)
def find_expressions(text: str) -> tuple[Expression, ...]:
    """The dates named in `text`, in order; of two that overlap the longer.

    >>> [(e.text, e.kind) for e in find_expressions("On September 14 he left; talks resume next month, in May 2023.")]
    [('September 14', 'day-month'), ('next month', 'relative'), ('May 2023', 'month')]
    """
    taken = bytearray(len(text))
    chosen: list[Expression] = []
    for expression in sorted(_candidates(text), key=lambda found: (found.start - found.end, found.start)):
        if not any(taken[expression.start : expression.end]):
            taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
            chosen.append(expression)
    days = {found.start: found for found in chosen if found.kind in ("day", "day-month")}
    kept = [found for found in chosen if not _is_apposed(found, text, days)]
    return tuple(sorted(kept, key=lambda found: found.start))
