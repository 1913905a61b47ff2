"""What looks like a date and names none: papers, clubs, sums, habits, crowds and room numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.dates.forms import Kind
from digest.dates.words import ENGLISH_WEEKDAYS, folded

_UNDATED = re.compile(
    r"\s+(?:people|men|women|children|soldiers|troops|dollars|euros|rubles|words|miles|kilomet|met(?:er|re)s|"
    r"feet|tons|"
    r"pounds|points|jobs|homes|votes|BC\b|percent|per cent|million|billion|AH\b|BE\b|block\b|residents|families|"
    r"workers|"
    r"employees|students|cases|deaths|rounds|barrels|pages|tonnes|seats|shares|refugees|yards|acres|hectares|"
    r"square|k[mg]\b|hp\b|rpm\b|times\b|delegates|protesters|migrants|inmates|prisoners|houses|guests|members|voters|"
    r"years? old|Euro\b|Dollar\b|Rubel|Franken|Kronen|Meter|Kilo|Menschen|Personen|Einwohner|Seiten|Stellen|"
    r"Mitarbeiter|c?m\b|mm\b|habitants|personnes|mètres|roubles|человек|рубл|доллар|метр|км\b|грн|гривен|осіб|людей)"
    r"|\s?[€£%]|\s?(?:[-–]|bis|à|до)\s?[3-9]\d{3}\b"
)
_COUNTED = re.compile(
    r"(?:\b(?:[Mm]ore than|[Ff]ewer than|[Ll]ess than|[Nn]early|[Aa]lmost|[Uu]p to|[Aa]t least|[Jj]ust over|[Ss]ome|"
    r"[Rr]oom|[Ff]light|[Hh]ighway|[Rr]oute|[Ss]ection|[Aa]rticle|[Rr]esolution|[Pp]age|[Nn]o\.|[Nn]umber|[Bb]oeing|"
    r"[Vv]ersion|[Pp]ort|[Mm]odel|[Cc]hannel|[Ss]uite|[Aa]steroid|Paragraph|Rule|Vision|Agenda|Horizon|Windows|"
    r"USD|EUR|GBP|Rs\.?|pp?\.)|[$€£¥#№])\s$"
)
_NAMED_MONTHS = frozenset({"April", "June", "August"})
_VERBAL_MONTHS = frozenset({"March", "May"})
_PLAIN_CUE = re.compile(r"\b(?:in|of|since|until|by|during) $", re.IGNORECASE)
_MONTH_CUE = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|during|from|to|before|after|through|between|for|and|or|every|each|next|"
    r"last|this)"
    r"|[-–—/(])\s?$",
    re.IGNORECASE,
)
_NAMES_BEFORE = re.compile(
    r"\b(?:Black|Bloody|Good|Ash|Super|Cyber|Palm|Fat|Holy|Maundy|Shrove|Whit|Easter|Sheffield|Ruby|Joe|Casual|"
    r"Freaky|"
    r"Man|Girl|Red|Giving|Manic|Blue|Stormy|Any Given|Twosday|Maundy)\s$"
)
_NAMES_AFTER = re.compile(
    r"['’]?s? (?:(?:Times|Telegraph|Mail|Mirror|Express|Herald|[Ss]chools?|Night Live|Night Football|Review|Business|"
    r"Independent|Tribune|Star|Sun|Post|Magazine|Club|Group|Briefing|Morning Herald|World|Nation|Punch|Standard|"
    r"Politics|Agreement|Accords?|Book|Brunch|Lunch|prayers?|[Ss]abbath|papers?\b|[Bb]est\b)|(?:[Ss]chool|mass|"
    r"roast)\b)"
)
_HABIT_BEFORE = re.compile(
    r"\b(?:[Ee]very(?: (?:other|second|third|last|first))?|[Ee]ach|(?:[Oo]n )?(?:a|any|[Mm]ost|some|alternate|one|"
    r"[Tt]he (?:first|second|third|fourth|last)|first|second|third|fourth))\s$"
)
_THE_ONE, _BESIDE_ANOTHER = re.compile(r"\b[Tt]he\s$"), re.compile(r"\s(?:after|before|following|preceding|of)\b")
"""The Monday after the storm: which one only the storm's day can tell."""
_ANOTHERS = re.compile(r"\b(?:following|previous|preceding|subsequent)\s$")
"""The following March: a month told by another date, which may stand far from it."""
_FILM = re.compile(
    r"\b(?:movies?|films?|series|sequels?|franchise|slasher)\b[\s,“\"'‘]*$"
    r"|[”\"'’,]* (?:movie|film|series|sequel|franchise|Part)"
)
"""What "Friday the 13th" is the name of."""
_YEARLY = re.compile(r"\b(?:[Ee]ach|[Ee]very)\s(?:[A-Z][a-z]{2,8}\.? \d{1,2},? (?:and|or) )?$")
_NUMBERED = re.compile(r"[ -]the[ -]\d")
_BETTER = re.compile(r"\b(?:an?|better|brighter|new|different)\s$")
_ROUTINE = re.compile(
    r"\b(?:open|opening hours?|closed|available|airs?|broadcast|runs|works?|served|daily|weekly|hours)\b"
    r"[^.;:]{0,24}?(?:from )?$"
)
_TO_WEEKDAY = re.compile(r"\s?(?:to|through|thru|[-–—])\s?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_FROM_WEEKDAY = re.compile(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s?(?:to|through|thru|[-–—])\s?$")
_PLAYED = re.compile(
    r"\b(?:touchdowns?|yards?|rebounds?|baskets?|quarterback|scor(?:ed|es|ing)|overtime|playoffs?|halftime|lead of|"
    r"innings|pointer|final minutes?|N[FB]A)\b|\b\d{1,3}-\d{1,3}\b",
    re.IGNORECASE,
)
_FRENCH = re.compile(r"\b(?:les|des|une|est|dans|pour|qui|avec|sur)\b")
_GERMAN = re.compile(r"\b(?:der|die|das|und|ist|wird|nicht|von|mit|ein|eine|den|dem)\b")


_ENGLISH = frozenset(folded(form) for forms in ENGLISH_WEEKDAYS.split(" ") for form in forms.split("|"))


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a bare word like May, March or April names the month."""
    groups = match.groupdict()
    word = groups.get("month") or ""
    if not groups.get("year") and _ANOTHERS.search(text[max(0, match.start("month") - 16) : match.start("month")]):
        return False
    if any(groups.get(name) for name in ("part", "shift", "year", "relyear", "thatyear", "thatone", "day")):
        return True
    if _YEARLY.search(text[max(0, match.start() - 40) : match.start()]):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    if word in _VERBAL_MONTHS:
        return bool(_MONTH_CUE.search(before))
    following = text[match.end() : match.end() + 2]
    return word not in _NAMED_MONTHS or bool(_PLAIN_CUE.search(before)) or not following[1:].isupper()


def _is_year(match: re.Match[str], text: str) -> bool:
    groups = match.groupdict()
    if not groups.get("year"):
        return True
    if _UNDATED.match(text[match.end() : match.end() + 24]):
        return False
    return bool(groups.get("part")) or not _COUNTED.search(text[max(0, match.start() - 14) : match.start()])


def _is_weekday(match: re.Match[str], text: str) -> bool:
    word = match["weekday"]
    if not word.isascii() or folded(word.rstrip(".")) not in _ENGLISH:
        return True
    if match.groupdict().get("habit") or not word.lower().endswith(("day", ".")) or word == "Sun.":
        return False
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 24]
    numbered = match.groupdict().get("day")
    if _NUMBERED.match(after) if not numbered else _FILM.search(before) or _FILM.match(after):
        return False
    if _THE_ONE.search(before) and _BESIDE_ANOTHER.match(after):
        return False
    if _NAMES_BEFORE.search(before) or _NAMES_AFTER.match(after) or _HABIT_BEFORE.search(before):
        return False
    return not (_ROUTINE.search(before) and _TO_WEEKDAY.match(after)) and not (
        _FROM_WEEKDAY.search(before) and _ROUTINE.search(_FROM_WEEKDAY.sub("", before))
    )


def _is_day(match: re.Match[str], text: str) -> bool:
    """Whether a day is one day, and not that of every year."""
    return bool(match.groupdict().get("year")) or not _YEARLY.search(text[max(0, match.start() - 40) : match.start()])


def _is_quarter(match: re.Match[str], text: str) -> bool:
    """Whether a company's quarter is meant and not a game's."""
    if match.groupdict().get("year"):
        return True
    return not _PLAYED.search(text[max(0, match.start() - 120) : match.end() + 120])


def _is_near(match: re.Match[str], text: str) -> bool:
    """Whether "hier" is French and "morgen" German, by the words about them."""
    near = (match.groupdict().get("near") or "").lower()
    around = text[max(0, match.start() - 150) : match.end() + 150]
    if near in ("hier", "demain"):
        return bool(_FRENCH.search(around)) and not _GERMAN.search(around)
    if near in ("today", "tomorrow") and _BETTER.search(text[max(0, match.start() - 12) : match.start()]):
        return False
    return near != "morgen" or bool(_GERMAN.search(around))


IS_DATE: dict[Kind, Callable[[re.Match[str], str], bool]] = {
    "day": _is_day,
    "month": _is_month,
    "quarter": _is_quarter,
    "relative": _is_near,
    "weekday": _is_weekday,
    "year": _is_year,
}
"""Kind → whether what a form matched names a date in its text."""
