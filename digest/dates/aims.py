"""The words beside a weekday that point back or ahead: cues, plans, timetables and past verbs of English reporting."""

from __future__ import annotations

import re

from digest.dates.tense import Tense


def _words(table: str) -> str:
    """The alternatives of a table that is written on several lines."""
    return "".join(line.strip() for line in table.splitlines())


_BESIDE = r"[\s,]*(?:(?:on|in|for|this|the|early|late|mid|morning of|night of|evening of|afternoon of)[ -]){0,3}$"
_AHEAD_OF = _words(
    r"""as (?:early|soon|late) as|no later than|not later than|starting|beginning|effective|
    maturing|payable|redeemable|
    lapses?|lapsing|expires?|expiring|ahead of|in advance of|in time for|in preparation for|(?:on )?(?:the )?eve of|
    run-up to|lead-up to|leading up to|prepar(?:e|es|ing) for|awaiting|awaits?|looking (?:ahead )?to|
    deadline(?: of| is)?|delay|postpone|put off|
    (?:scheduled|slated|due|planned|expected|likely|tentatively)(?: to (?:begin|start|open|
    end))?(?: for| by| until| to)?|
    due (?:out|back|in|at|before)(?: [A-Za-z]{1,15}){0,3}|
    (?:set|forecast|predicted|called|booked|timed|reserved|postponed|delayed|deferred|rescheduled|adjourned|moved|
    pushed back|put off) (?:for|until|to|to (?:begin|start|open|end)(?: on)?)"""
)
CUES: tuple[tuple[Tense, re.Pattern[str]], ...] = (
    (
        "past",
        re.compile(
            rf"\b(?:since|dated|as of|back (?:in|on)|until recently|as recently as|in the wake of|"
            rf"(?:remember|recall|forget)(?:s|ed|ing)?){_BESIDE}",
            re.IGNORECASE,
        ),
    ),
    ("ahead", re.compile(rf"\b(?:{_AHEAD_OF})\b{_BESIDE}", re.IGNORECASE)),
    (
        "ahead",
        re.compile(r"(?:\b(?:is|are)|['’]s|\bfor)(?: (?:not|now|only|this|next|coming|early|late|on|by|in))*\s$"),
    ),
)
"""What stands right before the day, and which way it points."""
FOR_PAST = re.compile(r"\b(?:prices?|closing|results?|figures?|data|earnings|wanted|blamed|responsible|sorry) for\s$")
UNTIL = re.compile(rf"\b(?:until|till){_BESIDE}", re.IGNORECASE)
BY = re.compile(rf"\b(?:by|before){_BESIDE}", re.IGNORECASE)
LASTED = re.compile(
    r"\b(?:not|never|lasted|waited|stayed|remained|continued|raged|lived|stuck|had been|had given)\b[^,;]{0,60}$"
    r"|n['’]t\b[^,;]{0,60}$"
)
"""What tells that a day after "until" has come."""
HAD_BY = re.compile(
    r"\b(?:had|was|were)\b(?! (?:to|due|expected|told|asked|ordered|set|given|scheduled|supposed)\b)[^,;]{0,60}$"
)
OWN_CLAUSE = re.compile(
    r"(?:^|[,;:(\n—–]|--|\b(?:and|but|while|when|because|as|that|then))\s*"
    r"(?:(?:on|in|by|at|since|until|early|late|before|after)\s+)*$",
    re.IGNORECASE,
)
COORDINATED = re.compile(
    r"\s*(?:,\s*)?(?:and|or|through|to|until|till|then|–|—|-)?\s*"
    r"(?:(?:again|on|early|late|possibly|perhaps|maybe|into|by)\s+)*$"
)
ATTRIBUTE = re.compile(r"\b(?:the|a|an|its|his|her|their|that|another)\s$")
HAPPENED = re.compile(
    r"(?:['’]s)?(?: (?:morning|afternoon|evening|night)['’]?s?)? (?:[a-z-]{2,14} ){0,2}(?:"
    + _words(
        r"""attacks?|bombings?|blasts?|explosions?|crash|shootings?|killings?|massacre|raids?|
        strikes on|fires?\b|floods?|
        earthquake|quake|storm|accident|incident|disaster|clash(?:es)?|violence|riots?|ambush|
        murders?|deaths?\b|arrests?|
        plunge|drop|fall|slide|rally|gains?|loss(?:es)?|close\b|closing|record|rout|sell-?off|selling|buying|trading|defeat|victory|
        win\b|failure|resignation|announcement|statement|ruling|verdict|collapse|coup|landing"""
    )
    + ")"
)
"""What has happened, after a day that is its attribute: "Monday's attack"."""

AWAITED = re.compile(
    r"(?:['’]s)? (?:[a-z-]{2,14} ){0,2}(?:deadline|election|vote|ballot|referendum|run-?off|primary|hearing|summit|"
    r"kick-?off|final|match|game|inauguration|launch|meeting|talks|target|start|debut|trial|opening)\b"
)
"""What is to come, after a day that is its attribute, where no verb says otherwise: "Thursday's deadline looms"."""

_REPORT = "comment|say|discuss|confirm|elaborate|identify|speculate|provide|give|talk|answer|name"
_PAST = (
    rf"\b(?:could(?: not|n['’]t)|would(?: not|n['’]t| only)) (?:immediately |only |be )?"
    rf"(?:{_REPORT}|reached|confirmed|seen|verified|located|determined)\b",
    r"\b(?:would|could|should|might|may|must) (?:\w+ )?have\b",
    r"\bhad (?:been )?(?:hoped|planned|expected|intended|scheduled)\b|\bcould be (?:seen|heard)\b",
    r"\b(?:"
    + _words(
        r"""fail(?:s|ed)|refus(?:es|ed)|managed|forced|began|begun|continu(?:es|ed)|tried|
        declin(?:es|ed)|unable|able|used|
        had|helped|voted|proved|turned out|came|rose|fell|went on|seemed|appeared"""
    )
    + r") (?:[a-z]{2,14} )?to [a-z]+",
)
_PLAN_TO = _words(
    r"""plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|want(?:s|ed)?|intend(?:s|ed)?|expect(?:s|ed|ing)?|
    aim(?:s|ed)?|seeks?|sought|
    vow(?:s|ed)?|promis(?:es|ed)|pledg(?:es|ed)|threaten(?:s|ed)?|likely|ready|prepar(?:es?|ed|ing)|scheduled|due|set|
    poised|free|slated|about|supposed|bound|urged|invited|summoned|subpoenaed|ordered|asked|called on"""
)
_MEETING = (
    "meet|hold|resume|visit|appear|testify|open|begin|start|return|vote|travel|attend|convene|host|leave|"
    "release|talk|speak|try|gather|reconvene|confer"
)
_AHEAD = (
    rf"\b(?:{_PLAN_TO})(?: [A-Za-z.'’-]{{1,20}}){{0,6}} to (?:be )?[a-z]+",
    rf"\b(?:agreed|decided|chose) to (?:{_MEETING})\b|\bto (?:hold|meet|vote|visit|discuss|attend|host|decide)\b",
    r"\b(?:will|won['’]t|shall|must|should|can|can['’]t|cannot|could|may|might|would)\b"
    r"(?: (?:not|also|likely|be|soon|then|now|never|[a-z]{2,12}ly)){0,3}(?: [a-z]{2,20})?|['’]ll\b",
    r"\b(?:was|were|is|are) to (?:have )?(?:be )?[a-z]+",
    r"\b(?:was|were|is|are|be|been) (?:\w+ )?(?:scheduled|expected|due|set|slated|planning|planned|going|"
    r"supposed|likely|"
    r"poised|preparing)\b(?: to (?:be )?[a-z]+)?",
    r"\b(?:scheduled|slated|upcoming|forthcoming|tentatively|looming|payable|redeemable|expects?|forecast for|"
    r"likely)\b",
    r"\bplans? (?:an?|its|the|more|another|two|three|new|to)\b|\bto be (?:held|released|published|announced|made|"
    r"completed|issued|sold)\b",
)
_TIMETABLE = _words(
    r"""meets|goes|begins|leaves|arrives|returns|gathers|convenes|opens|closes|ends|decides|heads|
    departs|resumes|testifies|
    travels|flies|faces|hosts|holds|lapses|expires|turns|airs|premieres|speaks|appears|releases|
    publishes|unveils|launches|
    visits|plays|enters|concludes|starts|runs|celebrates|debuts|hears|chooses|elects|comes up|goes on sale|
    hits (?:stores|shelves|theaters|cinemas)|reports (?:earnings|results|its|fourth|third|second|first|quarterly)|
    kicks off|marks (?:the|its|his|her|a|one|\d)|takes (?:effect|the oath|office|place|over|up)|votes on|is up for|
    comes into (?:force|effect)|gets (?:under ?way|its)"""
)
_BASE = "meet|go|begin|leave|arrive|gather|convene|depart|resume|testify|travel|fly|cease|dine"
_WITH_PLURAL = "open|close|vote|start|end|return|decide|head|face|play|choose|elect|hold|report"
_DONE_TO = _words(
    r"""cancell?ed|closed|suspended|barred|shut|free|off|postponed|required|invited|allowed|
    permitted|asked|urged|needed|
    banned|held|played|released|published|auctioned|sworn in|inaugurated|buried|sentenced|arraigned"""
)
_PRESENT = (
    rf"(?<!\bthe )(?<!\bof )(?<!\bin )(?<!\bits )(?<!\d )\b(?:{_TIMETABLE})\b",
    rf"(?<!\bto )(?<!\bthe )(?<!\ba )(?<!\bdid )(?<!\bnot )\b(?:{_BASE})\b",
    rf"\b(?:[A-Za-z]{{2,20}}s|they|we) (?:{_WITH_PLURAL})\b",
    rf"\b(?:is|are|['’]re|am) (?:\w+ly )?(?:[a-z]{{2,14}}ing|{_DONE_TO})\b",
)
_TOLD = _words(
    r"""said|says|was|were|had|has|have|did|went|came|took|gave|made|met|held|saw|won|lost|left|
    began|became|broke|brought|
    built|fell|fled|flew|found|got|grew|kept|knew|laid|led|rose|ran|sent|shot|spoke|spent|stood|struck|swept|swore|
    sought|taught|thought|threw|wrote|quit|drew|drove|paid|rode|sat|sank|slid|sold|stole|wore|withdrew|overthrew|beat|
    bought|caught|chose|died|dug|fought|forgot|heard|hung|hurt|lay|meant|overcame|rang|shook|shrank|
    shut|sprang|spread|
    stuck|sued|tore|underwent|undertook|woke|told|cut|hit|put|set|split|burst|cast|slew|felt|lent|lit|read|bid|let|
    (?<!or )after|following|amid"""
)
_NO_VERB = _words(
    r"""need|proceed|succeed|exceed|indeed|speed|feed|seed|hundred|united|red|bed|unprecedented|
    limited|based|armed|proposed|
    scared|alleged|breed|bleed|sacred|naked|kindred|weed"""
)
TOLD = rf"(?:{_TOLD}|(?!(?:{_NO_VERB})\b)[a-z]{{2,20}}ed)"
CLUES = re.compile(
    rf"(?P<past>{'|'.join(_PAST)})|(?P<ahead>{'|'.join(_AHEAD)})|(?P<present>{'|'.join(_PRESENT)})"
    rf"|(?P<told>\b{TOLD}\b)"
)
"""The verbs of a clause: certainly past, a plan, a present that keeps a timetable, past."""
RESOLVED = re.compile(r"(?:[a-z]{2,20}ed|sought|chose)\b")
"""A verb that tells of a plan made: after the day, it was made on that day; before it, the day is the plan's."""
