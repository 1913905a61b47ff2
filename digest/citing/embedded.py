"""The record that a citation's field carries, and what of it is not what the library has now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from digest.citing.links import forms
from digest.verify.wording import form


def item_of(text: str) -> dict[str, Any]:
    """The CSL-JSON object of a field; empty where it is none."""
    try:
        value = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def day_of(told: object) -> date | None:
    """The day that a date of CSL tells; None where it tells none."""
    parts = told.get("date-parts") if isinstance(told, dict) else None
    try:
        return date(*(int(part) for part in parts[0][:3])) if parts else None
    except (TypeError, ValueError, IndexError, KeyError):
        return None


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The fields that both records have and that differ: what each is called, and what it is in either.

    >>> list(differing({"title": "Ice closes port"}, {"title": "Ice Closes Port: Update"}))
    [('title', 'Ice closes port', 'Ice Closes Port: Update')]
    """
    for name, field, shown in _COMPARED:
        before, after = shown(one.get(field)), shown(other.get(field))
        if before and after and not _alike(field, before, after):
            yield name, before, after


def _alike(field: str, one: str, other: str) -> bool:
    if field == "issued":  # 2031 and 2031-03-04 do not differ
        return one.startswith(other) or other.startswith(one)
    if field == "URL":
        return bool(set(forms(one)) & set(forms(other))) or one == other
    return re.sub(r"\W+", " ", form(one)).casefold().split() == re.sub(r"\W+", " ", form(other)).casefold().split()


def _names(value: object) -> str:
    names = value if isinstance(value, list) else []
    told = (str(name.get("literal") or name.get("family") or "") for name in names if isinstance(name, dict))
    return ", ".join(name for name in told if name)


def _date(value: object) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    try:
        return "-".join(f"{int(part):02}" for part in parts[0]) if parts else ""
    except (TypeError, ValueError, IndexError, KeyError):
        return ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


_COMPARED = (
    ("title", "title", _text),
    ("author", "author", _names),
    ("date", "issued", _date),
    ("address", "URL", _text),
)
