"""Which way a weekday, or another date without a year, points from the day of writing: back or ahead.

Reporting tells of days gone by in the past tense and of days to come through a plan, a modal verb, or a present tense
that keeps a timetable ("the ministers meet Thursday"). What stands right before the date goes first, then the nearest
verb of its clause.
"""

from __future__ import annotations

import re

from digest.dates.aims import (
    ATTRIBUTE,
    AWAITED,
    BY,
    CLUES,
    COORDINATED,
    CUES,
    FOR_PAST,
    HAD_BY,
    HAPPENED,
    LASTED,
    OWN_CLAUSE,
    RESOLVED,
    UNTIL,
)
from digest.dates.tense import Tense, sentence_bounds, tense

_ENDS = re.compile(r".s (?:close|end|deadline|opening|start|meeting|election|vote)\b")
_AGENDA = 60
_FULL_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s*$")


def _verbs(clause: str, *, following: bool = False, attribute: bool = False) -> list[Tense]:
    """Which way each verb of `clause` points, in order; a bare present says nothing of "Monday's" this or that."""
    found: list[Tense] = []
    for match in CLUES.finditer(clause):
        if match["ahead"]:
            found.append("past" if following and RESOLVED.match(match[0]) else "ahead")
        elif not match["present"]:
            found.append("past")
        elif not attribute:
            found.append("ahead")
    return found


def _limit(before: str, after: str) -> Tense | None:
    """What "until" and "by" say: a day to come, but in a tale of what had come about by then."""
    until, by = UNTIL.search(before), BY.search(before)
    if by and after[:2] in ("'s", "’s") and by[0].lower().startswith("by") and not _ENDS.match(after):
        return None  # "shaken by Saturday's march"
    cue = until or by
    if cue is None:
        return None
    head = before[: cue.start()]
    if not head.strip(" “\"'"):
        return "past" if _verbs(after, following=True)[:1] == ["past"] else "ahead"
    if _verbs(head)[-1:] == ["ahead"]:
        return "ahead"
    if by and by[0].lower().startswith("before") and _verbs(head)[-1:] == ["past"]:
        return "past"
    return "past" if (LASTED if until else HAD_BY).search(head) else "ahead"


def _cue(before: str, after: str) -> Tense | None:
    if limit := _limit(before, after):
        return limit
    for told, pattern in CUES:
        if pattern.search(before) and not (told == "ahead" and FOR_PAST.search(before)):
            return told
    return None


def _verb(before: str, after: str, *, attribute: bool) -> Tense | None:
    earlier, later = _verbs(before, attribute=attribute), _verbs(after, following=True, attribute=attribute)
    if later and OWN_CLAUSE.search(before) and (after[:1] in ",:" or not earlier):
        return later[0]
    return earlier[-1] if earlier else later[0] if later else None


def is_joined(gap: str) -> bool:
    """Whether `gap` between two weekdays joins them: "Wednesday or early Thursday", "Friday through Sunday"."""
    return len(gap) <= 40 and bool(COORDINATED.match(gap))


def points(text: str, start: int, end: int) -> Tense | None:
    """Which way the weekday `text[start:end]` points; None where no word tells.

    >>> points("The ministers meet Thursday.", 19, 27), points("The ministers met Thursday.", 18, 26)
    ('ahead', 'past')
    """
    first, last = sentence_bounds(text, start, end)
    before, after = text[first:start], text[end:last]
    attribute = after[:2] in ("'s", "’s") or bool(ATTRIBUTE.search(before))
    if after[:1] == ":" and not before.strip() and "past" not in _verbs(after[:_AGENDA]):
        return "ahead"  # "Friday: the bank reports"
    found = _cue(before, after)
    if found is None and HAPPENED.match(after):
        return "past"
    found = found or _verb(before, after, attribute=attribute)
    if not before.isascii() or not after.isascii():
        found = found or _foreign(text, start, end)
    if found is None and not attribute and _FULL_SENTENCE.search(after):
        return "ahead"  # a sentence without any past verb is in the present
    return "ahead" if found is None and AWAITED.match(after) else found


def _foreign(text: str, start: int, end: int) -> Tense | None:
    told = tense(text, start, end)
    return told if told != "unsure" else None
