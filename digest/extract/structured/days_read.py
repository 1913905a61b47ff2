"""The dates a page declares, read: timestamps of machines and days as people print them, each with its weight."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

from digest.dates import parse_date
from digest.dates.spotting import spot_dates
from digest.extract.stamp_words import last_label
from digest.model import Date, Declared, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A date that a page states, its minute of the day, whether that is Greenwich's, and what the place is worth."""

    field: str
    date: Date
    weight: float
    origin: str
    quote: str
    clock: int | None = None
    greenwich: bool = False


_WEIGHTS: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (r"JSON-LD .*\((?:another|other)", 4),
        (r"microdata .*\(another item\)", 1.5),
        (r"JSON-LD (?:WebPage|ItemPage|ArticlePage|NewsPage|AboutPage|ReportPage) date", 7.5),
        (r"JSON-LD \S+ date(?:Published|Modified)$", 10),
        (r"JSON-LD \S+ dateCreated", 5.5),
        (r"JSON-LD", 5),
        (r"meta (?:og:)?article[:_.](?:published|modified|published_time|modified_time|published:time)", 9),
        (r"meta (?:\S*publi\S*|parsely-pub-date|sailthru\.date|dc\.date\.issued|dcterms\.issued|citation_\S*)$", 8),
        (r"meta (?:dateModified|lastmod\S*|og:updated_time|dcterms\.modified|dc\.date\.modified)", 6),
        (r"meta (?:created|creation_date|datecreated|dcterms\.created|dc\.date\.created|timestamp|updated|revised)", 4),
        (r"meta", 6.5),
        (r"microdata .*date(?:published|modified)", 8),
        (r"microdata", 5),
        (r"time element by the headline", 7),
        (r"printed date by the headline", 6.5),
        (r"time element", 2),
        (r"printed date", 2),
        (r"note at the foot of an entry", 6),
        (r"day in the address", 5),
        (r"feed entry ", 9),
        (r"mail Date$", 8),
        (r"labelled date$|dateline of the first paragraph$", 7.5),
        (r"date beside the title$|EPUB date$", 7),
        (r"date at the head or foot of the pages$", 4),
        (r"copyright line$", 2),
        (r"PDF CreationDate$", 1),
    )
)
"""What a place is worth, the first that fits; a day in the address is a witness more than a source."""

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"(?:[T ,]{1,3}(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d{1,9})?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|"
    r"[+-]\d\d)?)?"
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?:[0-5]\d)?(?P<zone>Z|[+-]\d{4})?)?(?!\d)"
)
_SECONDS = re.compile(r"(?<![\d.])(1\d{9})(?:\d{3})?(?![\d.])")
_CLOCK = re.compile(r"(?<![\d.:])(?P<hour>[0-2]?\d)[:.h時时](?P<minute>[0-5]\d)(?!\d)\s?(?P<noon>[ap]\.?m\b)?", re.I)
_EVENT = re.compile(
    r"(?:\b(?:beginn|ende|termin|einlass|wann|start|begins?|starts?|ends?|when|event date|deadline|anmeldeschluss|"
    r"born|died|geboren|gestorben|início|inicio|début|fin)|[*†])[\s:|]*(?:am |on |le )?(?:\w{2,10}[,.]? )?$",
    re.I,
)
"""What stands before the day of an event or of a life, not of a page."""
_FEW = 4
"""Words before a date in its line: more are a sentence, such as a caption."""
_BUDDHIST = re.compile(r"(?<!\d)25[4-9]\d(?!\d)")
_ZONE = re.compile(r"\b(?:GMT|UTC|Z)\b(?!\s?[+-]\d)")
_AMERICAN = re.compile(r"\d{1,2}/\d{1,2}/\d{4},?\s+\d{1,2}:\d\d(?::\d\d)?\s?[AP]M")
_DAILY = re.compile(r"[/_-]((?:19|20)\d\d)(?:([/_.-])([01]?\d)\2([0-3]?\d)|/?([01]\d)([0-3]\d))(?=[/_.-]|$)")
_MONTHLY = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=/)")


def read_rows(page: Page) -> Iterator[Reading]:
    """The dates of every row that states one."""
    language = _language(page)
    for row in page.declared:
        if row.field in ("issued", "modified"):
            yield from _read(replace(row, value=_plain(row.value, language)), language)


def _plain(value: str, language: str | None) -> str:
    """`value` in the digits 0 to 9; the years of Thai pages, which count from the Buddha, in those of the West."""
    value = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in value)
    return _BUDDHIST.sub(lambda year: str(int(year[0]) - 543), value) if language == "th" else value


def _language(page: Page) -> str | None:
    """The language that settles the order of day and month: English with no country settles nothing."""
    for row in page.declared:
        if row.field == "language" and re.match(r"[A-Za-z]{2,3}(?:[-_]|$)", row.value):
            name = row.value.replace("_", "-")
            if name[:2].casefold() != "en":
                return name[:2].casefold()
            return {"en-us": "en-US", "en-gb": "en-GB"}.get(name.casefold())
    return None


def _weight(origin: str) -> float:
    return next((weight for pattern, weight in _WEIGHTS if pattern.match(origin)), 3.0)


def _read(row: Declared, language: str | None) -> Iterator[Reading]:
    """The dates of one row; a printed line may state when it was published and when changed."""
    weight = _weight(row.origin)
    shown = row.origin.startswith(("printed", "time"))
    if stamp := _stamp(row.value):
        label = last_label(row.value[: stamp[3]]) if shown else "line"
        field = "modified" if label == "updated" else row.field
        yield _reading(row, field, weight + (0.5 if label == "published" else 0), stamp[:3])
        return
    order = "en-US" if _AMERICAN.search(row.value) else language
    before = 0
    spots = tuple(spot_dates(row.value, order))
    spans = len(spots) > 1 and row.origin == "printed date further down"  # a life, a period
    for number, spot in enumerate(spots):
        if shown and _EVENT.search(row.value[before : spot.start]):
            before = spot.end
            continue
        label = last_label(row.value[before : spot.start])
        field = "modified" if label == "updated" else row.field if label == "line" else "issued"
        lesser = (3.0 if spans else 1.0 if number else 0.0) * (label == "line") - _told_apart(row, label, spot.start)
        minute = _minute(row.value[before : spot.start][-14:], row.value[spot.end : spot.end + 24])
        zoned = bool(_ZONE.search(row.value[spot.end : spot.end + 24]))
        yield _reading(row, field, weight - lesser, (spot.date, minute, zoned))
        before = spot.end
    if not before and not shown and (whole := parse_date(row.value, order)):
        yield _reading(row, row.field, weight - 1, (whole, None, False))


def _told_apart(row: Declared, label: str, at: int) -> float:
    """What the words around a printed date add to its weight: a label much, a sentence less than nothing."""
    if not row.origin.startswith("printed"):
        return 0.8 if label == "published" and row.origin.startswith("time") else 0.0
    start = row.value.rfind("|", 0, at) + 1
    words = re.findall(r"[^\W\d_]{3,}", row.value[start:at])
    far = row.origin.endswith("further down")
    if label == "published" and not (far and len(words) > _FEW):
        return 3.5 if far else 0.8
    return -3.0 if len(words) > _FEW else -0.3 if len(words) > _FEW // 2 else 0.0


def _reading(row: Declared, field: str, weight: float, what: tuple[Date, int | None, bool]) -> Reading:
    return Reading(
        field=field, date=what[0], clock=what[1], greenwich=what[2], weight=weight, origin=row.origin, quote=row.value
    )


def _minute(before: str, after: str) -> int | None:
    match = _CLOCK.search(after) or _CLOCK.search(before)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["noon"]:
        hour = hour % 12 + (12 if match["noon"][0] in "pP" else 0)
    return hour * 60 + int(match["minute"]) if hour < 24 else None


def _stamp(value: str) -> tuple[Date, int | None, bool, int] | None:
    """A machine's timestamp in `value`: its day, minute, whether Greenwich's, and where it begins."""
    if match := _ISO.search(value) or _COMPACT.search(value):
        return _from_parts(match)
    if seconds := _SECONDS.search(value):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds[1]))
        return Date(edtf=moment.date().isoformat()), moment.hour * 60 + moment.minute, True, seconds.start()
    return None


def _from_parts(match: re.Match[str]) -> tuple[Date, int | None, bool, int] | None:
    try:
        day = Date(edtf=f"{int(match['year']):04}-{int(match['month']):02}-{int(match['day']):02}")
    except ValueError:
        return None
    minute = int(match["hour"]) * 60 + int(match["minute"]) if match["hour"] else None
    zone = (match["zone"] or "").upper()
    return day, minute, zone in ("Z", "UTC", "GMT") or zone.replace(":", "") in ("+0000", "-0000", "+00"), match.start()


def address_day(url: str) -> tuple[Date | None, str]:
    """The date in an address, and whether it is a day or a month.

    >>> str(address_day("https://example.com/2024/05/03/news.html")[0]), str(address_day("https://e.com/2018/04/a")[0])
    ('2024-05-03', '2018-04')
    """
    path = unquote(url.partition("://")[2].partition("/")[2].partition("?")[0])
    for match in _DAILY.finditer("/" + path):
        try:
            return Date(edtf=f"{match[1]}-{int(match[3] or match[5]):02}-{int(match[4] or match[6]):02}"), "day"
        except ValueError:
            continue
    if monthly := _MONTHLY.search("/" + path):
        return Date(edtf=f"{monthly[1]}-{monthly[2]}"), "month"
    return None, ""
