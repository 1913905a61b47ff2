"""The dates that running text names: where they stand and what they say, not yet which day they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from digest.dates.words import (
    ENGLISH_WEEKDAYS,
    NUMBERS,
    SEASONS,
    english_months,
    folded,
    month_number,
    weekdays,
)

Kind = Literal["day", "day-month", "month", "year", "weekday", "relative", "quarter", "season", "duration"]

_WHOLE_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PART = r"(?P<part>[Ee]arly|[Mm]id(?:dle of)?|[Ll]ate|(?:[Tt]he )?(?:beginning|start|end) of)"
_SHIFT = r"(?P<shift>[Ll]ast|[Pp]revious|[Pp]ast|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming|[Ff]ollowing)"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?![\d%])"
_WORD = r"[^\W\d_]{3,14}"  # a month in another language, looked up when read: 250 names would slow every search
_APPROX = (
    r"(?P<approx>[Mm]ore than|[Oo]ver|[Jj]ust over|[Nn]early|[Aa]lmost|[Cc]lose to|[Aa]bout|[Aa]round|[Rr]oughly"
    r"|[Ss]ome|[Aa]t least|[Ll]ess than|[Uu]nder)"
)
_COUNT = r"(?P<count>\d{1,3}|[Aa]n?|" + "|".join(
    sorted((f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in NUMBERS if len(w) > 2), key=len, reverse=True)
)
_COUNT += ")"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "late": "late", "end": "late"}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}

_UNDATED = re.compile(
    r"\s+(?:people|men|women|children|soldiers|troops|dollars|euros|rubles|words|miles|kilomet|met(?:er|re)s|feet|tons|"
    r"pounds|points|jobs|homes|votes|BC\b|percent|per cent|million|billion|AH\b|BE\b)"
)
_NAMED_MONTHS = frozenset({"April", "June", "August"})
_VERBAL_MONTHS = frozenset({"March", "May"})
_PLAIN_CUE = re.compile(r"\b(?:in|of|since|until|by|during) $", re.IGNORECASE)
_MONTH_CUE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|during|from|to|before|after|through|between|for|and|or|every|each|next|last|this)"
    r"|[-–—/(])\s?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date named in a text: `text[start:end]`, its kind, and the numbers it states.

    `until` is the last day of "12–15 May"; `part` is early, mid or late; `shift` counts units from the day of
    writing ("next month" is 1), `count` from there or from another event ("two days earlier": `anchored`).
    """

    text: str
    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    weekday: int | None = None
    part: str | None = None
    unit: str | None = None
    shift: int | None = None
    count: int | None = None
    approx: str | None = None
    anchored: str | None = None


@cache
def _weekday() -> str:
    names = [name for forms in ENGLISH_WEEKDAYS.split(" ") for name in forms.split("|")]
    full = [name for name in names if name.endswith("day")]
    return r"(?P<weekday>" + "|".join(full) + r"|(?:" + "|".join(n for n in names if n not in full) + r")\b\.?)"


def _days(rest: str = "") -> str:
    return r"(?P<day>\d{1,2})(?:st|nd|rd|th)?" + rest + r"(?:\s?[-–—]\s?(?P<until>\d{1,2})(?:st|nd|rd|th)?)?"


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    """The table of forms; a kind "day" without a year is a "day-month"."""
    week, month = rf"(?:\b{_weekday()},? (?:the )?)?", rf"(?P<month>{english_months()})"
    year, of_year = rf"(?:,? {_YEAR})?", rf"(?: (?:de |del )?{_YEAR})?"
    that_year = r"(?: (?:of )?(?P<relyear>last|this|next) year)?"
    rows: tuple[tuple[Kind, str], ...] = (
        ("day", rf"{week}\b{month} {_days()}(?!\d|[.,]\d{{3}}|[:%]|\s?(?:million|billion|percent|per cent)){year}"),
        ("day", rf"{week}(?<![\d.,:$€£-])\b{_days(chr(92) + '.?')}(?: of)? {month}\b{year}"),
        ("day", r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        ("day", r"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d)(?![\d.]*\d)"),
        ("day", rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|ª|er|-го)? (?:de |d['’])?(?P<month>{_WORD})\b{of_year}"),
        ("day", r"(?:(?P<year>(?:19|20)\d\d)\s?[年년]\s?)?(?<!\d)(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]"),
        ("month", rf"\b(?:{_PART}[- ])?(?:{_SHIFT} )?{month},? (?:of )?{_YEAR}"),
        ("month", rf"\b(?:{_PART}[- ])?(?:{_SHIFT} )?(?P<month>{_WHOLE_MONTH})\b{that_year}"),
        ("month", rf"\b(?P<month>{_WORD}) (?:de |del )?{_YEAR}"),
        ("quarter", r"\b(?:Q(?P<quarter>[1-4])|(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ]quarter)"
                    rf"(?: (?:of )?(?:{_YEAR}|(?P<relyear>last|this|next) year))?"),
        ("season", rf"\b(?:{_PART} )?{_SHIFT} (?P<season>winter|spring|summer|autumn|fall)\b"),
        ("season", rf"\b(?P<season>[Ww]inter|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all) (?:of )?{_YEAR}"),
        ("relative", rf"\b(?:[Ee]arlier |[Ll]ater )?{_SHIFT} (?P<unit>week|weekend|month|quarter|year|decade)\b(?!s)"),
        ("relative", r"\b(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Ll]ast night|[Tt]omorrow)\b"),
        ("relative", rf"\b(?:{_APPROX} )?{_COUNT} {_UNIT}s? (?P<way>ago|from now|earlier|later|before|after)\b"),
        ("relative", r"\b[Tt]he (?P<step>day|week|month|year) (?P<way>before|after)\b"),
        ("relative", r"\b[Tt]he (?P<way>previous|following|next|same) (?P<step>day|week|month|year)\b"),
        ("weekday", rf"\b(?:{_SHIFT} )?{_weekday()}(?![\w-])"),
        ("duration", rf"\b(?:{_APPROX} )?{_COUNT}[- ]{_UNIT}(?:s\b|\b)(?![- ]old\b| ago\b)"),
        ("year", rf"\b(?:{_PART}[- ])?(?<![\d$€£.,#/-]){_YEAR}(?P<decade>s)?(?![\w-]|[.,]\d|/\d)"),
    )  # fmt: skip
    return tuple((kind, re.compile(row)) for kind, row in rows)


def _number(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdecimal() else NUMBERS.get(word.casefold())


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdecimal() else month_number(word)


def _way(groups: dict[str, str | None]) -> dict[str, Any]:
    """What "ago", "earlier", "the day before" say: a shift from now, or a count from an event."""
    way = groups.get("way")
    if way is None:
        return {}
    count = _number(groups.get("count")) or (0 if way == "same" else 1)
    signed = -count if way in ("ago", "earlier", "before", "previous") else count
    if way in ("ago", "from now"):
        return {"shift": signed, "count": None}
    return {"count": signed, "anchored": way, "unit": groups.get("unit") or groups.get("step")}


def _stated(groups: dict[str, str | None]) -> dict[str, Any]:
    """The numbers a match states, under the names of the fields of `Expression`."""
    shift = groups.get("shift") or groups.get("relyear")
    part, near = groups.get("part"), groups.get("near")
    found: dict[str, Any] = {
        "year": _number(groups.get("year")),
        "month": _month(groups.get("month")),
        "day": _number(groups.get("day")),
        "until": _number(groups.get("until")),
        "weekday": weekdays().get(folded((groups.get("weekday") or "").rstrip("."))),
        "part": _PARTS[part.lower().removeprefix("the ").split(" ")[0].rstrip("-").replace("middle", "mid")]
        if part
        else None,
        "unit": groups.get("unit"),
        "shift": _SHIFTS[shift.lower()] if shift else None,
        "count": _number(groups.get("count")),
        "approx": (groups.get("approx") or "").lower() or None,
    }
    quarter = groups.get("quarter") or groups.get("ordinal")
    if quarter:
        found["month"] = _ORDINALS[quarter.lower()] * 3 - 2
    if season := groups.get("season"):
        found["month"] = SEASONS[season.lower()]
    if near:
        found |= {"unit": "day", "shift": _NEAR_DAYS[near.lower()]}
    if groups.get("decade"):
        found["unit"] = "decade"
    return found | _way(groups)


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a bare word like May, March or April names the month."""
    groups = match.groupdict()
    word = groups.get("month") or ""
    if any(groups.get(name) for name in ("part", "shift", "year", "relyear", "day")):
        return True
    before = text[max(0, match.start() - 12) : match.start()]
    if word in _VERBAL_MONTHS:
        return bool(_MONTH_CUE.search(before))
    following = text[match.end() : match.end() + 2]
    return word not in _NAMED_MONTHS or bool(_PLAIN_CUE.search(before)) or not following[1:].isupper()


def _is_year(match: re.Match[str], text: str) -> bool:
    return int(match["year"]) >= 1500 and not _UNDATED.match(text[match.end() : match.end() + 24])


def _is_weekday(match: re.Match[str], _text: str) -> bool:
    return match["weekday"].endswith(("day", ".")) and match["weekday"] != "Sun."


_CHECKS: dict[str, Callable[[re.Match[str], str], bool]] = {
    "month": _is_month,
    "year": _is_year,
    "weekday": _is_weekday,
}


def _read(kind: Kind, match: re.Match[str], text: str) -> Expression | None:
    check = _CHECKS.get(kind)
    if check and not check(match, text):
        return None
    found = _stated(match.groupdict())
    month, number = found["month"], found["day"]
    if kind in ("day", "month") and month is None:
        return None
    if (isinstance(month, int) and not 1 <= month <= 12) or (isinstance(number, int) and not 1 <= number <= 31):
        return None
    if kind == "day" and not found["year"]:
        kind = "day-month"
    return Expression(text=match[0], start=match.start(), end=match.end(), kind=kind, **found)


_TRIGGER = re.compile(
    rf"\d|day|[Ww]eek|month|year|decade|quarter|night|morrow|{_WHOLE_MONTH}|inter\b|ring\b|mer\b|umn\b|all\b"
)
_AROUND = 64
"""Characters on either side of a trigger that its expression may take."""


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` that can hold a date: most prose holds none, and searching it costs."""
    low = high = 0
    for match in _TRIGGER.finditer(text):
        if match.start() - _AROUND > high:
            if high:
                yield low, high
            low = max(0, match.start() - _AROUND)
        high = match.end() + _AROUND
    if high:
        yield low, min(high, len(text))


def _candidates(text: str) -> Iterator[Expression]:
    for low, high in _windows(text):
        for kind, pattern in _patterns():
            for match in pattern.finditer(text, low, high):
                if expression := _read(kind, match, text):
                    yield expression


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
    return tuple(sorted(chosen, key=lambda found: found.start))
