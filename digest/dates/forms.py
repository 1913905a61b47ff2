"""The forms in which running text names a date, as a table of patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from digest.dates.foreign import FOREIGN_FORMS
from digest.dates.words import ENGLISH_WEEKDAYS, HOLIDAYS, NUMBERS, english_months

Kind = Literal["day", "day-month", "month", "year", "weekday", "relative", "quarter", "season", "duration"]
Sign = Literal["digit", "month", "unit", "weekday", "quarter", "season", "day", "foreign"]
"""What a stretch of text must show before a form is looked for in it."""

WHOLE_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PART = (
    r"(?P<part>[Ee]arly(?: in)?|[Mm]id(?:dle of)?|[Ll]ate(?: in)?|(?:[Tt]he )?(?:beginning|start|middle|end) of)[- ]"
)
_SHIFT = (
    r"(?P<shift>[Tt]his past|[Tt]his coming|[Tt]his|[Ll]ast|[Pp]revious|[Pp]ast|[Cc]urrent|[Nn]ext|[Cc]oming|"
    r"[Ff]ollowing)"
)
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?![\d%])"
_WORD = r"[^\W\d_]{3,14}"  # a month in another language, looked up when read: 250 names would slow every search
_APPROX = (
    r"(?P<approx>[Mm]ore than|[Oo]ver|[Jj]ust over|[Nn]early|[Aa]lmost|[Cc]lose to|[Aa]bout|[Aa]round|[Rr]oughly"
    r"|[Ss]ome|[Aa]t least|[Ll]ess than|[Uu]nder)"
)
_COUNT = r"(?<!-)(?<!\d[.,])(?P<count>\d{1,3}|[Aa]n?|" + "|".join(
    sorted((f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in NUMBERS if len(w) > 2), key=len, reverse=True)
)
_COUNT += ")"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_HOURS = r"(?:[ -](?:morning|afternoon|evening|night))?"
_THAT_YEAR = r"(?P<thatyear> (?:of )?that (?:same )?year)"
_CENTURIES = "[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|[Tt]wenty-first"


_FULL = "January February April June July August September October November December"
_CAPITALS = "JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER"
_SHORT_CAPITALS = "JAN FEB APR JUN JUL AUG SEPT SEP OCT NOV DEC"
_EVEN_MONTHS = (
    f"(?:{'|'.join([*_FULL.lower().split(' '), *_CAPITALS.split(' ')])}|(?:{_SHORT_CAPITALS.replace(' ', '|')})\\b\\.?)"
)
"""Months of headlines and of scripts without capitals, but for those that may be a verb: "may 3", "march 3"."""


@cache
def _weekday() -> str:
    names = [name for forms in ENGLISH_WEEKDAYS.split(" ") for name in forms.split("|")]
    full = [name for name in names if name.endswith("day")]
    every = [*full, *map(str.upper, full), *map(str.lower, full)]  # headlines, and scripts without capitals
    return r"(?P<weekday>" + "|".join(every) + r"|(?:" + "|".join(n for n in names if n not in full) + r")\b\.?)"


def _days(rest: str = "") -> str:
    until = r"(?:\s?[-–—]\s?|(?: to | and | through )(?=\d{1,2}\b(?! [a-z])))"
    return rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{rest}(?:{until}(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)?"


def _day_forms() -> tuple[tuple[Kind, Sign, str], ...]:
    week, month = rf"(?:\b{_weekday()},? (?:the )?)?", rf"(?P<month>{english_months()}|{_EVEN_MONTHS})"
    last_year = r"(?:,? (?:of )?(?P<relyear>last|this|next) year\b(?!['’]))"
    year, of_year = rf"(?:,? {_YEAR}|{_THAT_YEAR}|{last_year})?", rf"(?: (?:de |del )?{_YEAR})?"
    hold = r"(?!\d|[.,]\d{3}|:\d|%|\s?(?:million|billion|percent|per cent)\b)"
    apart = r"(?<![\d.,:$€£/-])"
    dotted, before = r"\.?", r"(?:\.|º|ª|er|-го)?"
    return (
        ("day", "month", rf"{week}\b{month} (?:the )?{_days()}{hold}{year}"),
        ("day", "month", rf"{week}{apart}\b{_days(dotted)}(?: of)? {month}\b{year}"),
        ("day", "digit", r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        ("day", "digit", r"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|"
                         r"20)\d\d)(?![\d.]*\d)"),
        ("day", "digit", r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])"),
        ("day", "digit", r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<brief>\d\d)(?![\d/])"),
        ("day", "digit", rf"(?<!\d)(?P<day>\d{{1,2}}){before} (?:de |d['’])?(?P<month>{_WORD})\b{of_year}"),
        ("day", "digit", r"(?:(?P<year>(?:19|"
                         r"20)\d\d)\s?[年년]\s?)?(?<!\d)(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]"),
        ("day-month", "day", rf"\b(?P<holiday>{'|'.join(HOLIDAYS)})\b(?:,? {_YEAR})?"),
    )  # fmt: skip


def _month_forms() -> tuple[tuple[Kind, Sign, str], ...]:
    month = rf"(?P<month>{english_months()})"
    that_year = rf"(?: (?:of )?(?P<relyear>last|this|next) year\b|{_THAT_YEAR})?"
    last = rf"(?P<last>{WHOLE_MONTH})"
    return (
        ("month", "month", rf"\b(?:{_PART})?(?:{_SHIFT} )?{month},? (?:of )?{_YEAR}"),
        ("month", "month", rf"\b(?:{_PART})?(?:{_SHIFT} |(?P<thatone>[Tt]hat ))?(?P<month>{WHOLE_MONTH})\b{that_year}"),
        ("month", "month", rf"\b(?P<month>{WHOLE_MONTH})(?:[-–—]| to | through | and | until ){last},? {_YEAR}"),
        ("month", "digit", rf"\b(?P<month>{_WORD}) (?:de |del )?{_YEAR}"),
    )


def _span_forms() -> tuple[tuple[Kind, Sign, str], ...]:
    relyear = rf"(?:of )?(?:{_YEAR}|(?P<relyear>last|this|next) year)"
    ordinal = (
        r"(?:Q(?P<quarter>[1-4])|(?<!fiscal )(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ]quarter\b(?!-))"
    )
    season = r"(?P<season>winter|spring|summer|autumn|fall)\b"
    return (
        ("quarter", "quarter", rf"\b{ordinal}(?: {relyear})?"),
        ("quarter", "quarter", rf"\b(?P<half>[Ff]irst|[Ss]econd)[- ]half {relyear}"),
        ("season", "season", rf"\b(?:{_PART})?{_SHIFT} {season}"),
        ("season", "season", rf"\b(?<=until |since )(?:the )?{season}(?! of\b)"),
        ("season", "season", rf"\b(?P<season>[Ww]inter|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all) (?:of )?{_YEAR}"),
    )


def _relative_forms() -> tuple[tuple[Kind, Sign, str], ...]:
    weekday = _weekday()
    few = (
        r"(?P<few>(?:few|several|couple of|two or three)|\d{1,3}|(?:"
        + "|".join(w for w in NUMBERS if len(w) > 2)
        + "))"
    )
    side = r"(?P<side>coming|next|past|last|recent)"
    moved = rf"\b(?:{_APPROX} )?{_COUNT} {_UNIT}s? (?P<way>ago|from now|earlier|later|before|after)\b"
    aimed = rf"(?P<from>ago|from) (?P<base>today|tomorrow|yesterday|{weekday}{_HOURS})"
    return (
        ("relative", "unit", rf"\b(?:(?:[Ee]arlier|[Ll]ater) |{_PART})?{_SHIFT} (?P<unit>week|weekend|month|"
                             rf"quarter|year|decade)\b(?!s)"),
        ("relative", "unit", r"\b[Tt]he (?P<unit>weekend)\b(?! (?:of|before|after)\b)"),
        ("relative", "unit", rf"\b(?:[Tt]he {side} )(?:{few} )?(?P<unit>day|week|month)s\b"),
        ("relative", "unit", r"\b(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin|[Ff]or) the (?P<side>next|past|"
                             r"last) (?P<unit>week|month|year|decade)\b(?P<single>)"),
        ("relative", "unit", r"\b(?:[Ii]n )(?P<side>recent|coming) (?P<unit>day|week|month)s\b"),
        ("relative", "day", rf"\b(?P<near>(?:[Tt]oday|[Yy]esterday|[Tt]omorrow){_HOURS}|[Tt]onight|"
                            rf"[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b"),
        ("relative", "unit", moved),
        ("relative", "unit", rf"\b{_COUNT} {_UNIT}s? {aimed}\b"),
        ("relative", "unit", r"\b[Tt]he (?P<step>day|week|month|year) (?P<way>before|after)\b"),
        ("relative", "unit", r"\b[Tt]he (?P<way>previous|following|next|same) (?P<step>day|week|month|year)\b"),
        ("weekday", "weekday", rf"\b(?:(?P<habit>[Tt]he (?:following|previous|next|same)|"
                               rf"[Tt]hat) )?(?:{_SHIFT} )?{weekday}(?!\w){_HOURS}(?![\w-])"),
        ("weekday", "weekday", rf"\b(?:{_SHIFT} )?{weekday}(?:,? |-)the[- ](?P<day>[123]?\d)(?:st|nd|rd|th)\b"
                               r"(?! of\b)"),
        ("duration", "unit", rf"\b(?:{_APPROX} )?{_COUNT}[- ]{_UNIT}(?:s\b|\b)(?![- ]old\b| ago\b)"),
    )  # fmt: skip


def _year_forms() -> tuple[tuple[Kind, Sign, str], ...]:
    century = rf"(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{_CENTURIES})[- ]century\b"
    apart = r"(?<![\d$€£.,#/-])"
    return (
        ("year", "digit", rf"\b(?:{_PART})?{apart}{_YEAR}(?P<decade>s)?(?![\w-]|[.,]\d|/\d)"),
        ("year", "digit", rf"\b(?:[Bb]etween )?{apart}{_YEAR} and (?P<last>(?:1[5-9]|20|21)\d\d)(?![\w-]|[.,]\d|"
                          rf"/\d)"),
        ("year", "digit", rf"\b(?:[Ff]rom )?{apart}{_YEAR}(?: to | until | through |[–—-])(?P<last>(?:1[5-9]|20|"
                          rf"21)\d\d)(?![\w-]|[.,]\d|/\d)"),
        ("year", "digit", rf"\b{apart}{_YEAR}[–—-](?P<short>\d\d)(?![\w-]|[.,]\d|/\d)"),
        ("year", "digit", r"(?<!\w)(?:[Tt]he )?['’](?P<nineties>[5-9]0)s\b"),
        ("year", "unit", rf"\b(?:{_PART})?(?:the )?{century}"),
    )  # fmt: skip


@cache
def patterns() -> tuple[tuple[Kind, Sign, re.Pattern[str]], ...]:
    """The table of forms; a kind "day" without a year is a "day-month"."""
    foreign: tuple[tuple[Kind, Sign, str], ...] = tuple((kind, "foreign", row) for kind, row in FOREIGN_FORMS)
    rows = (*_day_forms(), *_month_forms(), *_span_forms(), *_relative_forms(), *_year_forms(), *foreign)
    return tuple((kind, sign, re.compile(row)) for kind, sign, row in rows)
