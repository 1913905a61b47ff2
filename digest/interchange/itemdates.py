"""Dates as any program writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from digest.dates import parse_date
from digest.interchange.values import text_of
from digest.model import Date

_UNSPECIFIED = re.compile(
    r"(?:-XX)+(?=$|/)|(?<=^\d{4})-2[1-4]$"
)  # a day or month that nobody knows; a season is told apart
_EDTF = re.compile(r"[\d.~?%/-]{4,25}")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.{0,24}")
_SLASHED = re.compile(r"(\d{4})(?:/(\d{1,2})?)?(?:/(\d{1,2})?)?(?:/.{0,200})?")


def read_date(raw: object) -> Date | None:
    """A date in parts, in EDTF, or in words as any program writes it; None where it is none."""
    if isinstance(raw, Date):
        return raw
    if isinstance(raw, Mapping):
        return _from_parts(raw) or next(
            (found for name in ("edtf", "raw", "literal") if (found := read_date(raw.get(name)))), None
        )
    text = text_of(raw) or ""
    if stamp := _STAMP.fullmatch(text):
        text = stamp[1]
    if _EDTF.fullmatch(text := _UNSPECIFIED.sub("", text)):
        with suppress(ValueError):
            return Date(edtf=text)
    if slashed := _SLASHED.fullmatch(text):
        text = "-".join([slashed[1], *(part.zfill(2) for part in slashed.groups()[1:] if part)])
    try:
        found = Date(edtf=text) if _EDTF.fullmatch(text) else parse_date(text)
    except ValueError:
        return None
    year = _YEAR.search(text)
    return Date(edtf=year[1]) if found is None and year and _SEASON.search(text) else found


def _from_parts(raw: Mapping[Any, Any]) -> Date | None:
    ends = raw.get("date-parts")
    if not isinstance(ends, Sequence) or isinstance(ends, str) or not 1 <= len(ends) <= 2:
        return None
    mark = "~" if raw.get("circa") else ""
    try:
        texts = ["-".join(f"{int(part):0{2 if at else 4}d}" for at, part in enumerate(end[:3])) + mark for end in ends]
        return Date(edtf="/".join(texts))
    except (TypeError, ValueError, OverflowError):
        return None


_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON = re.compile(rf"(?<![^\W_])({'|'.join(_SEASONS)})(?![^\W_])", re.I)
_YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)(?:-(2[1-4])(?![\d-]))?")


def season_of(raw: object) -> str:
    """The season of a date in EDTF, "" where it has none: records hold days, months and years.

    >>> season_of({"date-parts": [[2022]], "season": 2}), season_of("Spring 2021"), season_of("2022-09")
    ('2022-22', '2021-21', '')
    """
    words = raw.get("season") if isinstance(raw, Mapping) else None
    date = read_date(raw)
    if isinstance(words, int | str) and str(words) in "1234" and str(words) and date:
        return f"{date.first.year:04d}-2{words}"
    text = text_of(raw) or text_of(words) or ""
    named, year = _SEASON.search(text), _YEAR.search(text)
    if named and (year or date):
        return f"{year[1] if year else format(date.first.year, '04d') if date else ''}-{_SEASONS[named[1].casefold()]}"
    return f"{year[1]}-{year[2]}" if year and year[2] else ""
