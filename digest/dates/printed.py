"""A date as a newspaper prints it on its own, in many languages and notations, read into EDTF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.dates.words import AMBIGUOUS_DAYS, folded, months, weekdays
from digest.model import Date

LONGEST = 120
"""Characters; a line longer than this is no date on its own."""

EARLIEST, LATEST = 1500, 2199
"""Years outside belong to another calendar (Buddhist 2565, Islamic 1444) or are no years."""

_TIME = re.compile(
    r"(?:[T,|•·–—-]|\b(?:at|um|à|kl|klo|o|om|alle|às|las|в|о))?\s*\.?\s*(?<![\d.])"
    r"\d{1,2}(?:[:h]\d{2}(?::\d{2}(?:\.\d{1,9})?)?|\.\d{2}(?=\s*(?:uhr|hrs|h\b|[ap]\.?m|(?-i:[A-Z]{3,4}\b))))"
    r"\s*(?:[ap]\.?\s?m\b\.?)?\s*"
    r"(?:z\b|(?:(?:GMT|UTC)\s?)?[+-]\d{1,2}(?::?\d{2})?(?!\d)|(?-i:[A-Z]{3,4})\b|(?:eastern|central|pacific) time\b)?"
    r"|,?\s*\b(?:kl|klo|um)\b\.?\s?\d{1,2}[.:]\d{2}(?:\s?uhr)?",
    re.IGNORECASE,
)
_IGNORED = frozenset(
    """
    of the at on de del den der le el il la les ngày am pm a.m p.m um à às kl klo em på dne st nd rd th er º ª o a го
    uk local time uhr gmt utc cet cest eet eest msk est edt et pt pst pdt ct cst cdt bst ist jst kst aest h hrs
    г год года гг р рік року r roku rok dnia вж yil yılı жылғы ж жыл
    """.split()  # noqa: SIM905 — eighty quoted words would hide the list
)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?")
_CJK = re.compile(
    r"(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?\s*(?:[((]?\s*(\w{1,3})\s*[))]?)?"
)
_NUMERIC = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?")
_DAYS = re.compile(r"(\d{1,2})\.?\s?(?:-|–|—|to|bis|al|au)\s?(\d{1,2})(?!\d)")
_LETTER = (  # the vowel signs of Devanagari, Bengali, Tamil and Thai are no letters by themselves
    r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0bbe-\u0bcd\u0e31-\u0e3a\u0e47-\u0e4e])"
)
_TOKEN = re.compile(rf"\d+|{_LETTER}+(?:['’.-]{_LETTER}+)*")
_GLUE = re.compile(r"[\s,.|/·•()–—'’ºª-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _edtf(year: int, month: int | None, number: int | None, weekday: int | None = None) -> Date | None:
    if not EARLIEST <= year <= LATEST or (month is not None and not 1 <= month <= 12):
        return None
    if number is None or month is None:
        return Date(edtf=f"{year:04}" if month is None else f"{year:04}-{month:02}")
    found = day(year, month, number)
    if found is None or (weekday and found.isoweekday() != weekday):
        return None
    return Date(edtf=found.isoformat())


def _numeric(match: re.Match[str], language: str | None) -> Date | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        if match[2] != "." and language is None:
            return None  # 09/10/22 may even be year/month/day
        year += 1900 if year > 69 else 2000
    readings = {(first, second), (second, first)}
    if match[2] == "." or second > 12 or first > 12 or language:
        american = second > 12 or (match[2] != "." and language == "en-US")
        readings = {(second, first) if american else (first, second)}
    found = sorted(
        value.first for number, month in readings if (value := _edtf(year, month, number)) is not None and value.is_day
    )
    if not found:
        return None
    return span(found[0], found[-1])


def span(first: date, last: date) -> Date:
    """The shortest EDTF notation of the days from `first` to `last`.

    >>> str(span(date(2022, 9, 1), date(2022, 9, 30)))
    '2022-09'
    """
    if first == last:
        return Date(edtf=first.isoformat())
    for whole in (f"{first.year:04}", f"{first.year:04}-{first.month:02}"):
        value = Date(edtf=whole)
        if (value.first, value.last) == (first, last):
            return value
    starts_month, ends_month = first.day == 1, Date(edtf=f"{last.year:04}-{last.month:02}").last == last
    if starts_month and ends_month:
        return Date(edtf=f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}")
    return Date(edtf=f"{first.isoformat()}/{last.isoformat()}")


def _placed(parts: _Parts, token: str) -> _Parts | None:
    """`parts` with one more word read, or None where the word is no part of a date or stands twice."""
    word = folded(token.rstrip("."))
    if token.isdecimal():
        if len(token) == 4 and parts.year is None:
            return replace(parts, year=int(token))
        if len(token) <= 2 and parts.day is None:
            return replace(parts, day=int(token))
        return None
    if word in months():
        return replace(parts, month=months()[word]) if parts.month is None else None
    if word in weekdays() and parts.weekday is None:
        return parts if word in AMBIGUOUS_DAYS else replace(parts, weekday=weekdays()[word])
    return parts if word in _IGNORED else None


def _tokens(text: str) -> list[str]:
    """The words and numbers of `text`; "mar" is a weekday where another month stands beside it, else March."""
    tokens: list[str] = _TOKEN.findall(text)
    named = [token for token in tokens if folded(token) in months()]
    drop = next((token for token in named if folded(token) in AMBIGUOUS_DAYS), None) if len(named) > 1 else None
    if drop:
        tokens.remove(drop)
    return tokens


def _worded(text: str) -> Date | None:
    if _GLUE.fullmatch(_TOKEN.sub("", text)) is None:
        return None
    parts: _Parts | None = _Parts()
    for token in _tokens(text):
        parts = _placed(parts, token) if parts else None
    if parts is None or parts.year is None or (parts.day is not None and parts.month is None):
        return None
    return _edtf(parts.year, parts.month, parts.day, parts.weekday)


def _short_year(text: str) -> str:
    return re.sub(r"(?<=[^\W\d]\s)['’](\d\d)$|(?<=\.\s)['’](\d\d)$", lambda m: f"20{m[1] or m[2]}", text)


def _several_days(text: str) -> Date | None:
    match = _DAYS.search(text)
    if match is None:
        return None
    ends = [_worded(f"{text[: match.start()]} {number} {text[match.end() :]}") for number in match.groups()]
    first, last = ends
    if first is None or last is None or not (first.is_day and last.is_day) or last.first < first.first:
        return None
    return span(first.first, last.first)


def _cjk(match: re.Match[str]) -> Date | None:
    weekday = weekdays().get(match[4] or "")
    if match[4] and weekday is None:
        return None
    month, number = (int(part) if part else None for part in match.groups()[1:3])
    return _edtf(int(match[1]), month, number, weekday)


def _written(text: str) -> Date | None:
    try:
        return Date(edtf=text) if text[:4].isdecimal() and EARLIEST <= int(text[:4]) <= LATEST else None
    except ValueError:
        return None


def parse_date(text: str, language: str | None = None) -> Date | None:
    """The date that `text` is, or None where it is no date, half a date, or a day the calendar has not.

    09/10/2022 means two days: it gives the range from one to the other unless a `language` decides.

    >>> str(parse_date("Wednesday 7 April 2021")), str(parse_date("14 сентября 2022 г., 10:32"))
    ('2021-04-07', '2022-09-14')
    >>> str(parse_date("09/10/2022")), parse_date("September 31, 2022")
    ('2022-09-10/2022-10-09', None)
    """
    if len(text) > LONGEST:
        return None
    line = _short_year(unicodedata.normalize("NFKC", text).strip(" \t\n,.|•·"))
    line = _TIME.sub(" ", line).strip(" \t,.|•·–—-") if not _written(line) else line
    if match := _CJK.fullmatch(line):
        return _cjk(match)
    if match := _ISO.fullmatch(line):
        return _edtf(int(match[1]), int(match[3]), int(match[4]))
    if match := _NUMERIC.search(line):
        return _with_weekday(match, line, language)
    return _written(line) or _worded(line) or _several_days(line)


def _with_weekday(match: re.Match[str], line: str, language: str | None) -> Date | None:
    """A numeric date with nothing beside it but a weekday, which must agree and may decide the order."""
    words: Sequence[str] = [folded(word) for word in _TOKEN.findall(line[: match.start()] + " " + line[match.end() :])]
    if any(word not in weekdays() and word not in _IGNORED for word in words):
        return None
    value = _numeric(match, language)
    certain = {weekdays()[word] for word in words if word in weekdays() and word not in AMBIGUOUS_DAYS}
    if value is None or not certain:
        return value
    fitting = [end for end in (value.first, value.last) if {end.isoweekday()} == certain]
    return span(fitting[0], fitting[0]) if fitting else None
