"""What has become of a sentence since it was written: announcements that events have overtaken."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.choosing import Line
from digest.dates import find_expressions, is_ahead, resolve
from digest.model import Date

OVERTAKEN = "it announces what may be past on the date of the brief"
_NEWEST = 0.12  # what the day of the brief adds; a week earlier nothing
_FRESH = 2  # days after which an announcement without a date is stale
_WEEK = 7

_TO_COME = re.compile(
    r"\b(?:will|won['’]t|(?:is|are|was|were|be) (?:still )?(?:set|expected|slated|poised|due|likely|going|scheduled|"
    r"planning|preparing|about) to|upcoming|wird|werden|sollen?|sera|seront|será|serán)\b|['’]ll\b"
    r"|(?<!\w)(?:будет|будут|буде|будуть)(?!\w)"
)


def timed(line: Line, issued: Date) -> Line:
    """`line` as it weighs on the date of the brief."""
    written = line.article.issued
    if written is None:
        return line
    age = (issued.last - written.last).days
    weight = line.weight + _NEWEST * max(0.0, 1 - max(age, 0) / _WEEK)
    if age < 1 or not _TO_COME.search(line.text):
        return replace(line, weight=weight)
    ahead = [found for found in find_expressions(line.text) if is_ahead(line.text, found)]
    values = [value for found in ahead if (value := resolve(found, line.text, written))]
    still = any(value.last > issued.last for value in values)
    overtaken = not still and (bool(values) or age >= _FRESH)
    return replace(line, weight=weight, fault=line.fault or (OVERTAKEN if overtaken else None))
