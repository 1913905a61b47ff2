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
    TOLD,
    UNTIL,
)
from digest.dates.tense import REACH, Tense, in_small_letters, sentence_bounds, tense

_BUT_ON = re.compile(r"\b(?:but|while|and) on $")
_CREDITED = re.compile(
    r"\((?:AP|AFP|EPA|UPI|Reuters|Xinhua|Getty)\b[^()]{0,80}\)|\b(?:AP|Reuters|AFP) Photo\b|REUTERS/"
)
_MODAL = re.compile(r"\b(?:will|would|to|may|might|could|is due|are due)\b")
_TITLED_PLAN = re.compile(r"\bTo (?:Be )?[A-Z][a-z]+(?: [A-Z][\w'’-]*){0,4}(?: [Oo]n)? $")
_HEADLINE_PLAN = re.compile(r"\bTO [A-Z]+")
_CONDITION = re.compile(r" (?:if|unless|provided|assuming) ")
_ENDS = re.compile(r".s (?:close|end|deadline|opening|start|meeting|election|vote)\b")
_AGENDA, _GAP = 60, 60
_ENGLISH = re.compile(r"day|\b(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b|\d", re.IGNORECASE)
_EVENT_ON = re.compile(
    r"\b(?:for|to|of|until|before|ahead of) (?:the|an?|its|their|next) (?:[\w'’-]{2,20} ){0,3}?"
    r"(?:vote|elections?|referendum|polls?|ballot|summit|trial|hearing|runoff|inauguration|deadline|congress)"
    r" (?:on|of|due on|set for|scheduled for)\s$"
)
"""The day of an event that is spoken of, whatever was done about it: "refused his papers for the vote on May 3"."""
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
    if later and OWN_CLAUSE.search(before) and (after[:1] in ",:" or not earlier or _BUT_ON.search(before)):
        return later[0]
    return earlier[-1] if earlier else later[0] if later else None


def is_joined(gap: str) -> bool:
    """Whether `gap` between two weekdays joins them: "Wednesday or early Thursday", "Friday through Sunday"."""
    return len(gap) <= 40 and bool(COORDINATED.match(gap))


_ATTRIBUTES_TOO = re.compile(r"['’]s(?: [\w-]{2,20}){1,4},? and $")


def is_beside(gap: str) -> bool:
    """Whether `gap` joins two weekdays that are attributes: "ahead of Wednesday's data and Thursday's speech"."""
    return len(gap) <= _GAP and bool(_ATTRIBUTES_TOO.match(gap))


def _headline(before: str) -> Tense | None:
    return "ahead" if before.isupper() and _HEADLINE_PLAN.search(before) else None


def points(text: str, start: int, end: int) -> Tense | None:
    """Which way the weekday `text[start:end]` points; None where no word tells.

    >>> points("The ministers meet Thursday.", 19, 27), points("The ministers met Thursday.", 18, 26)
    ('ahead', 'past')
    """
    first, last = sentence_bounds(text, start, end)
    before, after = in_small_letters(text[first:start], text[end:last])
    attribute = after[:2] in ("'s", "’s") or bool(ATTRIBUTE.search(before))
    if after[:1] == ":" and not before.strip() and "past" not in _verbs(after[:_AGENDA]):
        return "ahead"  # "Friday: the bank reports"
    if _CREDITED.search(text, end, end + REACH) and not _MODAL.search(before + after):
        return "past"  # a caption tells of its picture in the present
    found = "ahead" if _TITLED_PLAN.search(before) else _cue(before, after)
    if found is None and _CONDITION.match(after) and "past" not in _verbs(before):
        return "ahead"  # "workers at the plant return Monday if the contract is ratified"
    if found is None and HAPPENED.match(after):
        return "past"
    found = found or _verb(before, after, attribute=attribute) or _headline(text[first:start])
    if not _ENGLISH.search(text, start, end):
        return found or _foreign(text, start, end)  # with no verb that tells, the last day of its name
    if not before.isascii() or not after.isascii():
        found = found or _foreign(text, start, end)
    if found is None and not attribute and _FULL_SENTENCE.search(after):
        return "ahead"  # a sentence without any past verb is in the present
    return "ahead" if found is None and AWAITED.match(after) else found


_SURELY_GONE = re.compile(r"\b(?:since|dated|(?:last|this past))(?: (?:at least|about|early|late))? $", re.IGNORECASE)
_SURELY_AHEAD = re.compile(r"\b(?:next|this coming) $", re.IGNORECASE)
_TAKES_EFFECT = re.compile(
    r"\b(?:(?:will|would|to|could|may|might|should) (?:take effect|come into (?:force|effect)|go into (?:force|effect)|"
    r"become (?:law|effective)|start|begin|expire|end|open|close)"
    r"|(?:takes effect|(?:comes|goes) into (?:force|effect)|expires|"
    r"becomes (?:law|effective)))(?: on| early on| at midnight(?: on)?)? $"
)
_AT_THAT_TIME = r"(?:(?:back|on|late|early|about midnight|at midnight|at dawn|overnight|at noon)\s){0,2}$"
_NO_DEED = (
    r"said|says|told|has|have|had|set|put|scheduled|planned|expected|fixed|proposed|named|called|postponed|delayed|moved|due|"
    r"picked|chose|was|were|let|meant|slated|adjourned|timed|rescheduled|deferred|supposed|likely|hoped|after|following|"
    r"amid|asked|agreed|decided|need|scared|based|proceed|expired|effective|booked|reserved|targeted|projected|forecast"
)
_DEED = re.compile(
    rf"\b(?:(?!(?:{_NO_DEED})\b){TOLD})(?:\s(?!(?:for|to|until|till|by|before|as|starting|beginning|effective|of|from|"
    rf"through|than|after|a|an|its|their|his|her|will|that|is|are|would)\s(?!\$?\d))[\w'’$%.-]{{1,20}}){{0,4}}?\s(?<!\bthe\s){_AT_THAT_TIME}"
)
"""A deed's verb right before its day: "acquired the chain Jan. 12"; not "set Jan. 15 as the date"."""
_OPENING = re.compile(r"(?:^|[.;:—–]|--)[\s“\"]*(?P<on>[Oo]n\s)?$")


def certain(text: str, start: int, end: int) -> Tense | None:
    """Whether a day without a year is surely gone, or surely ahead, whatever its distance.

    >>> certain("It bought the chain Jan. 12.", 20, 27), certain("A judge set Jan. 12 as the date.", 12, 19)
    ('gone', None)
    """
    first, last = sentence_bounds(text, start, end)
    before, after = text[first:start], text[end:last]
    if _SURELY_AHEAD.search(before) or _TAKES_EFFECT.search(before):
        return "ahead"
    if _SURELY_GONE.search(before):
        return "gone"
    if _EVENT_ON.search(before):
        return "unsure"
    if ATTRIBUTE.search(before) and (AWAITED.match(after) or HAPPENED.match(after)):
        return "unsure" if AWAITED.match(after) else "past"
    if _DEED.search(before[-120:]) and _verbs(before)[-1:] == ["past"]:
        return "gone"
    opens = _OPENING.search(before)
    if opens and (after[:1] == "," or opens["on"]) and _verbs(after, following=True)[:1] == ["past"]:
        return "gone"
    return None


def _foreign(text: str, start: int, end: int) -> Tense | None:
    told = tense(text, start, end)
    return told if told != "unsure" else None
