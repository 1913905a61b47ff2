"""The readings of one article, from all its pages, as one record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from digest.model import Article, Evidence

_LENT = (
    "title",
    "author",
    "contributor",
    "container_title",
    "section",
    "genre",
    "publisher",
    "dateline",
    "issued",
    "accessed",
    "url",
    "language",
    "abstract",
)
"""What one reading may lend another; the text, its lines and its quotations stay with the first."""
EDITABLE = ("type", "other", *_LENT)
_BY_PERSON, _STATED, _INFERRED, _ABSENT = range(4)


def merge(readings: Sequence[Article]) -> Article:
    """One record: the first reading's text, each field from the reading that knows it best."""
    lead = readings[0]
    if len(readings) == 1:
        return lead
    chosen = {name: _chosen(name, readings) for name in _LENT}
    chosen["type"] = _typed(readings)
    values: dict[str, Any] = {name: getattr(reading, name) for name, reading in chosen.items()}
    values["other"] = tuple(
        sorted({name: value for reading in reversed(readings) for name, value in reading.other}.items())
    )
    values["title_supplied"] = None if values["title"] else lead.title_supplied
    kept = [entry for entry in lead.evidence if entry.field not in chosen]
    evidence = [entry for name, reading in chosen.items() for entry in _about(name, reading)]
    fixed = dict.fromkeys(name for reading in readings for name in reading.fixed)
    return replace(lead, **values, evidence=(*kept, *evidence), fixed=tuple(fixed))


def with_edits(merged: Article, current: Article, edited: Sequence[str]) -> Article:
    """`merged` with what a person set in the `current` record, and with its key and tags."""
    names = [name for name in edited if name in EDITABLE]  # keyword:+theme says what happened to a tag
    values: dict[str, Any] = {name: getattr(current, name) for name in names}
    if "title" in names:
        values["title_supplied"] = current.title_supplied
    others = tuple(entry for entry in merged.evidence if entry.field not in names)
    theirs = tuple(entry for entry in current.evidence if entry.field in names)
    undone = {opposite(name) for name in edited}
    fixed = tuple(name for name in dict.fromkeys((*merged.fixed, *edited)) if name not in undone)
    keyword = tuple(tag for tag in current.keyword if not tag.by_person or f"keyword:+{tag.theme}" in fixed)
    values |= {"id": current.id, "keyword": keyword, "evidence": (*others, *theirs), "fixed": fixed}
    return replace(merged, **values)


def is_edit(name: str, edited: Sequence[str], old: Article, new: Article) -> bool:
    """Whether a person set the field here: a sidecar's field is fixed too, until it is set to something else."""
    if name in edited or name not in old.fixed:
        return True
    return name in EDITABLE and getattr(old, name) != getattr(new, name)


def opposite(name: str) -> str:
    """A theme struck where `name` has it set, and the other way round; "" of a name that decides no theme."""
    if ":" not in name:
        return ""
    field, sign, theme = name.partition(":+")
    return f"{field}:-{theme}" if sign else name.replace(":-", ":+", 1)


def _chosen(name: str, readings: Sequence[Article]) -> Article:
    if name == "issued":
        return _best_dated(readings)
    return min(readings, key=lambda reading: _standing(name, reading))  # `min` keeps the first of equals


def _typed(readings: Sequence[Article]) -> Article:
    """`webpage` is what a type is before anything is known of it."""
    telling = [reading for reading in readings if reading.type != "webpage" or "type" in reading.fixed]
    return _chosen("type", telling or readings)


def _best_dated(readings: Sequence[Article]) -> Article:
    """A person's date, else the best standing one, narrowed by those that agree with it."""
    best = min(readings, key=lambda reading: _standing("issued", reading))
    if best.issued is None or _standing("issued", best) == _BY_PERSON:
        return best
    for reading in readings:
        if reading.issued and best.issued and reading.issued.overlaps(best.issued) and _days(reading) < _days(best):
            best = reading
    return best


def _days(article: Article) -> int:
    return (article.issued.last - article.issued.first).days if article.issued else 0


def _standing(name: str, reading: Article) -> int:
    if name in reading.fixed:
        return _BY_PERSON
    if not getattr(reading, name):
        return _ABSENT
    return _INFERRED if name in reading.unconfirmed else _STATED


def _about(name: str, reading: Article) -> tuple[Evidence, ...]:
    return tuple(entry for entry in reading.evidence if entry.field == name)
