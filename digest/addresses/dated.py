"""The day that stands in the address of an article."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from digest.edtf import Date

_DAYS = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[/._-](?P<month>0?[1-9]|1[0-2])[/._-](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=/|$)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])/(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$|\d{4,9}(?:\D|$))"
    ),
    re.compile(
        r"/(?P<year>(?:19|20)\d\d)/(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/(?P<day>0?[1-9]|[12]\d|3[01])(?=/)",
        re.I,
    ),
)
"""In order of trust: /2024/04/28/, /2024/0428/, /2024-04/28/, 20240428, /2024/apr/28/."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 2_000
_FIRST_YEAR = 1991  # of the web


def day_in(url: str | None) -> Date | None:
    """The day in the path of an address, the first that is one; None where it has none.

    >>> day_in("https://example.com/world/2024/04/28/the-dam/").edtf
    '2024-04-28'
    """
    try:
        path = urlsplit((url or "")[:_LONGEST]).path
    except ValueError:
        return None
    for pattern in _DAYS:
        for match in pattern.finditer(path):
            if found := _day(match):
                return found
    return None


def _day(match: re.Match[str]) -> Date | None:
    named = match.groupdict().get("name")
    month = _MONTHS.index(named.lower()) + 1 if named else int(match["month"])
    try:
        found = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    return Date(edtf=found.isoformat()) if found.year >= _FIRST_YEAR else None
