"""The day a report is of, as its own format tells it."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_FIELD = re.compile(r"^date[ \t]*:[ \t]*[\"']?([^\n\"']{1,40})", re.M)


def day_in(text: str | None) -> date | None:
    """The day that a text begins with; None where it begins with none.

    >>> day_in("2031-03-04T09:12:00Z"), day_in("4 March 2031")
    (datetime.date(2031, 3, 4), None)
    """
    match = _DAY.match(text or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def day_at_head(text: str) -> date | None:
    """The `date` that a text's front matter tells.

    >>> day_at_head("---\\ntitle: Ports\\ndate: 2031-03-04\\n---\\n\\nText.\\n")
    datetime.date(2031, 3, 4)
    """
    head = _HEAD.match(text)
    found = _FIELD.search(head[1]) if head else None
    return day_in(found[1]) if found else None
