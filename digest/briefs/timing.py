"""What a sentence is worth to the readers of one brief: on its date, for its period, in its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.briefs.choosing import Line
from digest.dates import Expression, find_expressions, is_ahead, resolve
from digest.model import Date

OVERTAKEN = "it announces what may be past on the date of the brief"
_NEWEST = 0.12  # what the day of the brief adds; a week earlier nothing
_FOREIGN = 0.3  # what a sentence loses that is not in the language of the brief
_BACKGROUND = 0.12  # what a sentence loses that tells how things came about years ago
_BEFORE = 0.2  # what a sentence loses that tells of days before the period
_ADDED = 0.15  # what a sentence loses that adds to something told before it
_FRESH = 2  # days after which an announcement without a date is stale
_WEEK = 7

_ADDS = re.compile(r"[^,;“”]{1,60}\b(?:also|as well|in addition|too)\b")
_YEAR = re.compile(r"(?<![\w-])(?:1[89]|20)\d\d(?![\w-])")
_TO_COME = re.compile(
    r"\b(?:will|won['’]t|(?:is|are|was|were|be) (?:still )?(?:set|expected|slated|poised|due|likely|going|scheduled|"
    r"planning|preparing|about) to|"
    r"(?:is|are|be) (?:set|expected|slated|due|scheduled|planned) (?:on|in|for|by|at)|"
    r"upcoming|wird|werden|sollen?|sera|seront|será|serán)\b|['’]ll\b"
    r"|(?<!\w)(?:будет|будут|буде|будуть)(?!\w)"
)


def in_tongue(line: Line, language: str) -> Line:
    """`line` as it weighs for readers of `language`: their own comes first, others are not left out."""
    foreign = line.article.language and line.article.language.partition("-")[0] != language.partition("-")[0]
    return replace(line, weight=line.weight - _FOREIGN) if foreign else line


def timed(line: Line, period: Date, issued: Date) -> Line:
    """`line` as it weighs in a brief of `period` on the date of the brief."""
    written = line.article.issued
    if written is None or line.fault:
        return line
    age = (issued.last - written.last).days
    named = find_expressions(line.text)
    weight = line.weight + _NEWEST * max(0.0, 1 - max(age, 0) / _WEEK) - _BACKGROUND * looks_back(line.text, written)
    weight -= _ADDED * adds(line.text)
    if written.last >= period.first and _told_before(line.text, named, period, written):
        weight -= _BEFORE
    fault = OVERTAKEN if age >= 1 and _is_overtaken(line.text, named, issued, written) else None
    return replace(line, weight=weight, fault=fault)


def adds(text: str) -> bool:
    """Whether `text` says that it comes on top of something else: "Ghana has also raised…"."""
    return bool(_ADDS.match(text))


def _is_overtaken(text: str, named: Sequence[Expression], issued: Date, written: Date) -> bool:
    """Whether `text` announces something and no date it names for it lies ahead of the brief."""
    if not _TO_COME.search(text):
        return False
    values = [value for found in named if is_ahead(text, found) and (value := resolve(found, text, written))]
    still = any(value.last > issued.last for value in values)
    return not still and (bool(values) or (issued.last - written.last).days >= _FRESH)


def _told_before(text: str, named: Sequence[Expression], period: Date, written: Date) -> bool:
    """Whether every day that `text` names lies before the period."""
    days = [found for found in named if found.kind in ("day", "day-month", "weekday")]
    values = [value for found in days if (value := resolve(found, text, written))]
    return bool(values) and all(value.last < period.first for value in values)


def looks_back(text: str, written: Date) -> bool:
    """Whether `text` names a year long before it was written."""
    return any(int(year) < written.first.year - 2 for year in _YEAR.findall(text))
