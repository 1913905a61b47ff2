"""Which way a weekday, or another date without a year, points from the day of writing: back or ahead.

Reporting tells of days gone by in the past tense and of days to come through a plan, a modal verb, or a present tense
that keeps a timetable ("the ministers meet Thursday"). What stands right before the date goes first, then the nearest
verb of its clause.
"""

from __future__ import annotations

import re

from digest.dates.tense import Tense, sentence_bounds, tense

_DATE = r"(?:(?:on|in|for|this|the|early|late|mid|morning of|night of|evening of|afternoon of)[ -]){0,3}"
_EDGE = rf"[\s,]*{_DATE}$"
_PLANNED = r"(?:scheduled|slated|due|planned|expected|likely|tentatively)"
_SET_FOR = (
    r"(?:set|forecast|predicted|called|booked|timed|reserved|postponed|delayed|deferred|rescheduled|adjourned|"
    r"pushed back|"
    r"put off|moved|announced)"
)
_CUES: tuple[tuple[Tense, re.Pattern[str]], ...] = (
    ("past", re.compile(rf"\b(?:since|dated|as of|back|until recently)\b{_EDGE}", re.IGNORECASE)),
    (
        "ahead",
        re.compile(
            rf"\b(?:as (?:early|soon|late) as|no later than|not later than|not until|starting|beginning|"
            rf"effective|maturing|"
            rf"payable|redeemable|lapses?|lapsing|expires?|expiring|ahead of|in advance of|in time for|"
            rf"in preparation for|"
            rf"(?:on )?(?:the )?eve of|run-up to|lead-up to|leading up to|prepar(?:e|es|ing) for|awaiting|awaits?|"
            rf"looking (?:ahead )?to|deadline(?: of| is)?|{_PLANNED}(?: to begin| to start| to open|"
            rf" to end)?(?: for| on| by| until| to)?|"
            rf"{_SET_FOR} (?:for|until|to|to (?:begin|start|open|end)(?: on)?))"
            rf"\b{_EDGE}",
            re.IGNORECASE,
        ),
    ),
    (
        "ahead",
        re.compile(r"(?:\b(?:is|are)|['’]s|\bfor)(?: (?:not|now|only|this|next|coming|early|late|on|by|in))*\s$"),
    ),
)
"""What stands right before the date, and which way it points."""
_FOR_PAST = re.compile(
    r"\b(?:prices?|closing|results?|figures?|data|earnings|wanted|blamed|responsible|"
    r"sorry) for\s$"
)

_BASE = r"(?:meet|go|begin|leave|arrive|gather|convene|depart|resume|testify|travel|fly)"
_WITH_PLURAL = r"(?:open|close|vote|start|end|return|decide|head|face|play|choose|elect|hold|report)"
_TIMETABLE = (
    r"(?:meets|goes|begins|leaves|arrives|returns|gathers|convenes|opens|closes|ends|decides|heads|departs|resumes|"
    r"testifies|travels|flies|faces|hosts|holds|lapses|expires|turns|hits (?:stores|shelves|theaters|cinemas)|"
    r"airs|premieres|speaks|appears|"
    r"reports (?:earnings|results|its|fourth|third|second|first|quarterly)|releases|publishes|unveils|launches|"
    r"visits|"
    r"plays|enters|concludes|starts|runs|kicks off|marks|celebrates|comes up|takes (?:effect|the oath|office|"
    r"place|over|up)|"
    r"goes on sale|comes into (?:force|effect)|debuts|votes on|hears|hosts|is up for|chooses|elects|"
    r"go to the polls|gets (?:under ?way|its))"
)
_DOING = (
    r"(?:meeting|leaving|arriving|going|coming|starting|beginning|opening|returning|flying|travel+ing|visiting|"
    r"hosting|"
    r"holding|speaking|appearing|playing|voting|heading|resuming|ending|closing|planning|launching|releasing|due)"
)
_PLAN_TO = (
    r"(?:plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|want(?:s|ed)?|intend(?:s|ed)?|expect(?:s|ed|ing)?|aim(?:s|ed)?|"
    r"seeks?|sought|vow(?:s|ed)?|promis(?:es|ed)|pledg(?:es|ed)|threaten(?:s|ed)?|likely|ready|prepar(?:es?|ed|ing)|"
    r"scheduled|due|set|poised|free|slated|about|supposed|bound|urged|invited|summoned|subpoenaed|ordered|asked|"
    r"called on)"
)
_MEETING = (
    r"(?:meet|hold|resume|visit|appear|testify|open|begin|start|return|vote|travel|attend|convene|host|leave|release)"
)
_DONE = (
    r"(?:fail(?:s|ed)|refus(?:es|ed)|managed|forced|began|begun|continu(?:es|ed)|tried|declin(?:es|ed)|"
    r"unable|able|used|had|helped|voted|proved|turned out|came|rose|fell|went on|seemed|appeared)"
)
_REPORTED = r"(?:comment|say|discuss|confirm|elaborate|identify|speculate|provide|give|talk|answer|name)"
_CLUES = re.compile(
    r"(?P<past>"
    rf"\b(?:could(?: not|n['’]t)|couldn['’]t|would(?: not|n['’]t| only)|wouldn['’]t) (?:immediately |only |be )?"
    rf"(?:{_REPORTED}|reached|confirmed|seen|verified|located|determined)\b"
    r"|\b(?:would|could|should|might|may|must) (?:\w+ )?have\b|\bhad (?:been )?(?:hoped|planned|expected|"
    r"intended|scheduled)\b"
    rf"|\b{_DONE} (?:[a-z]{{2,14}} )?to [a-z]+"
    r"|\bcould be (?:seen|heard)\b"
    r")|(?P<ahead>"
    rf"\b{_PLAN_TO}(?: [A-Za-z.'’-]{{1,20}}){{0,6}} to (?:be )?[a-z]+"
    rf"|\b(?:agreed|decided|chose) to {_MEETING}\b"
    r"|\b(?:will|won['’]t|shall|must|should|can|cannot|could|may|might|would)\b(?: (?:not|also|likely|be|soon|"
    r"then|now|never|[a-z]{2,12}ly)){0,3}(?: [a-z]{2,20})?"
    r"|\b(?:was|were|is|are) to (?:be )?[a-z]+"
    r"|\b(?:was|were|is|are|be|been) (?:\w+ )?(?:scheduled|expected|due|set|slated|planning|planned|going|"
    r"supposed|likely|poised|preparing)\b(?: to (?:be )?[a-z]+)?"
    r"|\b(?:scheduled|slated|upcoming|forthcoming|tentatively|looming|payable|redeemable|expects?|forecast for|"
    r"likely)\b"
    rf"|\b(?:is|are|['’]re|am) (?:\w+ly )?{_DOING}\b|\bto be (?:held|released|published|announced|made|"
    rf"completed|issued|sold)\b"
    rf"|\b{_TIMETABLE}\b|(?<!\bto )(?<!\bthe )(?<!\ba )(?<!\bdid )(?<!\bnot )\b{_BASE}\b|\b(?:[A-Za-z]{{2,20}}s|"
    rf"they|we) {_WITH_PLURAL}\b|['’]ll\b|\bto (?:hold|meet|vote|visit|discuss|attend|host|decide)\b"
    r")|(?P<told>\b(?:said|says|was|were|had|has|have|did|went|came|took|gave|made|met|held|saw|won|lost|left|began|"
    r"became|broke|brought|built|fell|fled|flew|found|got|grew|kept|knew|laid|led|rose|ran|sent|shot|spoke|"
    r"spent|stood|"
    r"struck|swept|swore|sought|taught|thought|threw|wrote|quit|drew|drove|paid|rode|sat|sank|slid|sold|stole|"
    r"wore|withdrew|"
    r"overthrew|beat|bought|caught|chose|died|dug|fought|forgot|heard|hung|hurt|lay|meant|overcame|rang|shook|"
    r"shrank|shut|"
    r"sprang|spread|stuck|sued|tore|tumbled|underwent|undertook|woke|told|cut|hit|put|set|after|following|amid|"
    r"(?!(?:need|proceed|succeed|exceed|indeed|speed|feed|seed|hundred|united|red|bed|unprecedented|limited|based|"
    r"armed|proposed|so-called|scared|alleged)\b)[a-z]{2,20}ed)\b)"
)
_COORDINATED = re.compile(
    r"^\s*(?:,\s*)?(?:and|or|through|to|until|till|then|–|—|-)?\s*(?:(?:again|on|early|late|possibly|perhaps|"
    r"maybe|into|by)\s+)*$"
)
_UNTIL = re.compile(rf"\b(?:until|till){_EDGE}", re.IGNORECASE)
_BY = re.compile(rf"\bby{_EDGE}", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:not|never|lasted|waited|stayed|remained|continued|raged|lived|stuck|delayed telling)\b[^,;]{0,60}$|"
    r"n['’]t\b[^,;]{0,60}$"
)
_HAD_BY = re.compile(
    r"\b(?:had|was|were)\b(?! (?:to|due|expected|told|asked|ordered|set|given|scheduled|supposed)\b)[^,;]{0,60}$"
)
_OWN_CLAUSE = re.compile(
    r"(?:^|[,;:(\n—–]|--|\b(?:and|but|while|when|because|as|that|then))\s*(?:(?:on|in|by|at|since|until|early|"
    r"late|before|after)\s+)*$",
    re.IGNORECASE,
)


_RESOLVED = re.compile(r"(?:[a-z]{2,20}ed|sought|chose)\b")
"""A verb that tells of a plan made: after the date, it was made on that day; before it, the date is the plan's."""


def _verbs(clause: str, *, following: bool = False) -> list[Tense]:
    """Which way each verb of `clause` points, in order."""
    return [
        "ahead" if match["ahead"] and not (following and _RESOLVED.match(match[0])) else "past"
        for match in _CLUES.finditer(clause)
    ]


def _limit(before: str, after: str) -> Tense | None:
    """What "until" and "by" say: a day to come, but in a tale of what had come about by then."""
    until, by = _UNTIL.search(before), _BY.search(before)
    cue = until or by
    if cue is None:
        return None
    head = before[: cue.start()]
    later = _verbs(after, following=True)[:1]
    if not head.strip(" “\"'"):
        return "past" if later == ["past"] else "ahead"
    return "past" if (_LASTED if until else _HAD_BY).search(head) else "ahead"


def _cue(before: str, after: str) -> Tense | None:
    if limit := _limit(before, after):
        return limit
    for told, pattern in _CUES:
        if pattern.search(before) and not (told == "ahead" and _FOR_PAST.search(before)):
            return told
    return None


def _verb(before: str, after: str) -> Tense | None:
    earlier, later = _verbs(before), _verbs(after, following=True)
    if later and _OWN_CLAUSE.search(before) and (after[:1] in ",:" or not earlier):
        return later[0]
    return earlier[-1] if earlier else later[0] if later else None


def is_joined(gap: str) -> bool:
    """Whether `gap` between two weekdays joins them: "Wednesday or early Thursday", "Friday through Sunday"."""
    return len(gap) <= 40 and bool(_COORDINATED.match(gap))


def points(text: str, start: int, end: int) -> Tense | None:
    """Which way the weekday `text[start:end]` points; None where no word tells.

    >>> points("The ministers meet Thursday.", 19, 27), points("The ministers met Thursday.", 18, 26)
    ('ahead', 'past')
    """
    first, last = sentence_bounds(text, start, end)
    before, after = text[first:start], text[end:last]
    found = _cue(before, after) or _verb(before, after)
    if found is None and after[:1] == ":" and not before.strip():  # an agenda: "Friday: the bank reports"
        return "ahead"
    if found is None or not before.isascii():
        told = tense(text, start, end)
        return found if told in (None, "unsure") else told
    return found
