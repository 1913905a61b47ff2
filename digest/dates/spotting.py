"""Whole dates inside a short line, in any of the languages and notations that newspapers print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from digest.dates.printed import parse_date
from digest.dates.words import MONTHS
from digest.model import Date

LONGEST = 400
"""Characters of a line that are read: what stands beyond is running text."""

_HINT = re.compile(r"\d{4}|\d\s?[./-]\s?\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A date and where it stands in its line."""

    start: int
    end: int
    date: Date


def spot_dates(text: str, language: str | None = None) -> Iterator[Spot]:
    """The days that `text` names with their year, in order; `language` settles 09/10/2022, which else is a range.

    >>> [str(spot.date) for spot in spot_dates("Frankfurt, October 23, 2024, 3:48 Uhr / Max Muster")]
    ['2024-10-23']
    >>> [str(spot.date) for spot in spot_dates("Posted 3 May 2024, changed 04.05.2024", "de")]
    ['2024-05-03', '2024-05-04']
    """
    if not _HINT.search(text[:LONGEST]):
        return
    for match in _whole().finditer(text[:LONGEST]):
        value = parse_date(match[0], language)
        if value and len(value.edtf) > len("2024-05"):
            yield Spot(start=match.start(), end=match.end(), date=value)


@cache
def _whole() -> re.Pattern[str]:
    month = rf"(?<!\w)(?:{_words(MONTHS)})(?!\w)\.?"
    return re.compile(
        r"(?<!\d)\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
        r"|(?<![\d./-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)"
        r"|(?<![\d./-])\d{1,2}\s?([-/.])\s?\d{1,2}\s?\2\s?(?:(?:19|20)\d\d|\d\d)(?![\d/]|[.:-]\d)"
        r"|(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|ª|\.)?\s{0,3}(?:de\s|of\s|[-/])?\s?"
        rf"(?:{_words(MONTHS)})(?!\w)\.?,?\s{{0,3}}(?:de\s|del\s|[-/])?\s?(?:19|20)\d\d(?!\d)"
        rf"|{month}\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?\.?,?\s{{0,3}}(?:19|20)\d\d(?!\d)"
        rf"|(?<!\d)(?:19|20)\d\d\.?\s{{1,3}}{month}\s{{1,3}}\d{{1,2}}(?!\d)",
        re.IGNORECASE,
    )


def _words(table: dict[str, str]) -> str:
    forms = {form for row in table.values() for forms in row.split(" ") for form in forms.split("|") if len(form) > 1}
    forms |= {unicodedata.normalize("NFKC", form) for form in forms}
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
