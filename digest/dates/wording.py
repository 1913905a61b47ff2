"""Dates in the words of a language, for labels and mastheads."""

from __future__ import annotations

from datetime import date

from digest.dates.words import MONTHS
from digest.model import Date

ABOUT = {
    "cs": "asi", "da": "ca.", "de": "um", "en": "about", "es": "hacia", "fr": "vers", "it": "circa", "nl": "circa",
    "pl": "około", "pt": "cerca de", "ru": "около", "sv": "omkring", "tr": "yaklaşık", "uk": "близько",
}  # fmt: skip
DAY = {
    "cs": "{day}. {month} {year}", "da": "{day}. {month} {year}", "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}", "fi": "{day}. {month} {year}", "is": "{day}. {month} {year}",
    "ja": "{year}年{number}月{day}日", "ko": "{year}년 {number}월 {day}일", "no": "{day}. {month} {year}",
    "pt": "{day} de {month} de {year}", "zh": "{year}年{number}月{day}日",
}  # fmt: skip
MONTH = {
    "es": "{month} de {year}", "ja": "{year}年{number}月", "ko": "{year}년 {number}월", "pt": "{month} de {year}",
    "zh": "{year}年{number}月",
}  # fmt: skip
_INFLECTED = frozenset({"cs", "pl", "ru", "uk"})
"""Languages whose tables give the genitive first and the nominative second."""


def _month(number: int, language: str, *, alone: bool = False) -> str:
    forms = MONTHS.get(language, MONTHS["en"]).split(" ")[number - 1].split("|")
    return forms[1] if alone and language in _INFLECTED and len(forms) > 1 and len(forms[1]) > 2 else forms[0]


def _day(day: date, language: str) -> str:
    shape = DAY.get(language, "{day} {month} {year}")
    return shape.format(day=day.day, month=_month(day.month, language), number=day.month, year=day.year)


def _one(part: str, language: str) -> str:
    plain = Date(edtf=part.rstrip("~?%"))
    words = str(plain)
    if plain.is_day:
        words = _day(plain.first, language)
    elif len(words) == 7:
        shape = MONTH.get(language, "{month} {year}")
        month = _month(plain.first.month, language, alone=True)
        words = shape.format(month=month, number=plain.first.month, year=plain.first.year)
    return f"{ABOUT.get(language, ABOUT['en'])} {words}" if part[-1] in "~?%" else words


def _shortened(first: Date, last: Date, language: str) -> str:
    """A range of two days with what both share said once: 12–18 September 2022."""
    end = _day(last.first, language)
    if language in ("ja", "ko", "zh") or first.first.year != last.first.year:
        return f"{_day(first.first, language)} – {end}"
    start = _day(first.first, language)
    if first.first.month == last.first.month:
        dot = "." if f"{first.first.day}." in start else ""
        return f"{first.first.day}{dot}–{end}"
    return f"{start[: start.rindex(str(first.first.year))].removesuffix(' de ').strip()} – {end}"


def in_words(date: Date, language: str = "en") -> str:
    """`date` as one says it; an open end is an arrow of words-free notation, "from … on" is left to the reader.

    >>> in_words(Date(edtf="2022-09-12/2022-09-18")), in_words(Date(edtf="2022-10"), "de")
    ('12–18 September 2022', 'Oktober 2022')
    >>> in_words(Date(edtf="2022~"))
    'about 2022'
    """
    tongue = language.partition("-")[0]
    start, slash, end = date.edtf.partition("/")
    if not slash:
        return _one(start, tongue)
    if ".." in (start, end):
        return f"{'' if start == '..' else _one(start, tongue)} – {'' if end == '..' else _one(end, tongue)}".strip()
    if not date.approximate and len(start) == len(end) == 10:
        return _shortened(Date(edtf=start), Date(edtf=end), tongue)
    if (
        not date.approximate
        and len(start) == len(end) == 7
        and start[:4] == end[:4]
        and tongue not in ("ja", "ko", "zh")
    ):
        return f"{_month(int(start[5:]), tongue, alone=True)}–{_one(end, tongue)}"
    return f"{_one(start, tongue)} – {_one(end, tongue)}"
