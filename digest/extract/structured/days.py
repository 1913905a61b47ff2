"""When a page was published and changed, among all the dates it declares and prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from digest.extract.structured.days_read import Reading, address_day, read_rows
from digest.model import Confidence, Date, Evidence, Page

_AHEAD = timedelta(days=1)
"""A page read in the west may bear the east's tomorrow."""
_SURE = 6
"""The weight of a place whose date needs no second witness."""
_SLIGHT = 0
"""The least weight of a day: one of two days in a line far from the headline has less."""
_TRUSTED, _LATE = 9, 6
"""What a day loses that lies after the last change, where a trusted place states one."""
_FIRST_PAGES = 1991
_ADDRESS = "day in the address"
_MOVED, _RECALLED = timedelta(days=60), timedelta(days=3_000)
"""How much later than its address a page says it is where it has moved, and where its address tells of the past."""
_ALONG = 0.15
"""What a second place that says the same day adds, as a share of its weight."""


def find_dates(page: Page, url: str | None) -> tuple[Date | None, Date | None, tuple[Evidence, ...]]:
    """The day it was issued, the day it was changed, and what states them."""
    rows = [row for row in read_rows(page) if _is_possible(row, page.source.accessed)]
    day, place = address_day(url or page.source.url or "")
    if day and place == "day" and _is_possible_day(day, page.source.accessed):
        rows.append(Reading(field="issued", date=day, weight=5, origin=_ADDRESS, quote=url or page.source.url or ""))
    issued = _first_issued(_issued(rows), rows)
    modified = _modified(rows, issued)
    proofs = [*_proofs(rows, "issued", issued), *_proofs(rows, "modified", modified)]
    if issued is None:
        issued, proof = _fallback(modified, day, url or page.source.url or "", rows)
        proofs += proof
    return issued, modified, tuple(proofs)


def _is_possible(row: Reading, accessed: Date | None) -> bool:
    return _is_possible_day(row.date, accessed)


def _is_possible_day(day: Date, accessed: Date | None) -> bool:
    """Whether a page may be of that day: not a machine's first day, nor ahead of its reading."""
    if day.first in (date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1)) or day.first.year < 1700:
        return False
    return day.first.year < 2100 if accessed is None else day.first <= accessed.last + _AHEAD


def _issued(rows: Sequence[Reading]) -> Date | None:
    """The day that the most trusted places state, as the outlet's own clock has it."""
    candidates = [row for row in rows if row.field == "issued" and not _is_older_than_pages(row)]
    days = {row.date.edtf: row.date for row in candidates if row.date.is_day}
    for row in candidates:
        if not row.date.is_day and not _settled(row.date, days.values()):
            days.setdefault(row.date.edtf, row.date)
    if not days:
        return None
    scores = {edtf: _score([row for row in candidates if _speaks_for(row.date, day)]) for edtf, day in days.items()}
    changed = [row.date.last for row in rows if row.field == "modified" and row.weight >= _TRUSTED]
    for edtf, day in days.items():
        if changed and day.first > max(changed) + _AHEAD:
            scores[edtf] -= _LATE
    best = max(days, key=lambda edtf: (scores[edtf], days[edtf].is_day, -days[edtf].first.toordinal()))
    return _local(days[best], candidates) if scores[best] >= _SLIGHT else None


def _is_older_than_pages(row: Reading) -> bool:
    """Whether a day printed far from the headline lies before there were pages: it is one the text tells of."""
    return row.date.last.year < _FIRST_PAGES and row.origin.endswith("further down")


def _first_issued(issued: Date | None, rows: Sequence[Reading]) -> Date | None:
    """`issued`, or the day in the address, where only machines state another much later: a page that has moved."""
    placed = next((row.date for row in rows if row.origin == _ADDRESS), None)
    if issued is None or placed is None or not _MOVED < issued.first - placed.first < _RECALLED:
        return issued
    printed = any(row.date == issued and row.origin.endswith("by the headline") for row in rows)
    return issued if printed else placed


def _settled(wide: Date, days: Iterable[Date]) -> bool:
    return any(day.within(wide) for day in days)


def _speaks_for(stated: Date, day: Date) -> bool:
    """Whether a place that states `stated` may mean `day`: itself, or one of the two readings of 09/10/2022."""
    if stated == day:
        return True
    return stated.is_range and day.is_day and day.first in (stated.first, stated.last)


def _score(rows: Sequence[Reading]) -> float:
    weights = sorted((row.weight for row in rows), reverse=True)
    return weights[0] + _ALONG * sum(weights[1:6]) if weights else 0.0


def _local(day: Date, rows: Sequence[Reading]) -> Date:
    """`day`, or the day beside it where it is Greenwich's and the page prints another for the same minute."""
    own = [row for row in rows if row.date == day]
    stamps = [row for row in own if row.clock is not None and row.greenwich]
    if not stamps or any(row.clock is not None and not row.greenwich and row.weight >= _SURE for row in own):
        return day
    for row in rows:
        apart = (row.date.first - day.first).days
        if row.date.is_day and abs(apart) == 1 and any(_same_minute(row, stamp, apart) for stamp in stamps):
            return row.date
    return day


def _same_minute(printed: Reading, stamp: Reading, apart: int) -> bool:
    """Whether two clocks in different zones may show one moment: a zone is at most 14 hours off, by quarters of one."""
    if printed.clock is None or stamp.clock is None or printed.greenwich:
        return False
    offset = apart * 1440 + printed.clock - stamp.clock
    return offset % 30 == 0 and -12 * 60 <= offset <= 14 * 60


def _modified(rows: Sequence[Reading], issued: Date | None) -> Date | None:
    """The day of the best statement that it was changed, unless that lies before it was issued."""
    candidates = [row for row in rows if row.field == "modified" and row.date.is_day]
    if issued is not None:
        candidates = [row for row in candidates if row.date.last >= issued.first]
    return max(candidates, key=lambda row: row.weight).date if candidates else None


def _fallback(
    modified: Date | None, address: Date | None, url: str, rows: Sequence[Reading]
) -> tuple[Date | None, list[Evidence]]:
    """What stands in for a day nobody states: the month of the address, or the day of the last change."""
    if modified is not None:
        quote = next(row.quote for row in rows if row.field == "modified" and row.date == modified)
        return modified, [_evidence("issued", quote, "only the day it was changed is stated", "inferred")]
    if address is not None:
        return address, [_evidence("issued", url, "month in the address", "inferred")]
    return None, []


def _proofs(rows: Sequence[Reading], field: str, day: Date | None) -> list[Evidence]:
    if day is None:
        return []
    agreeing = sorted((row for row in rows if row.field == field and row.date == day), key=lambda row: -row.weight)
    sure: Confidence = "stated" if any(row.weight >= _SURE for row in agreeing) else "inferred"
    return [_evidence(field, row.quote, row.origin, sure) for row in agreeing[:4]]


def _evidence(field: str, quote: str, rule: str, confidence: Confidence) -> Evidence:
    return Evidence(field=field, quote=quote[:200], rule=rule, confidence=confidence)
