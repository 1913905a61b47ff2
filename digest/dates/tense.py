"""Whether the clause around a date tells of it as past or as still to come."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "gone", "ahead", "unsure"]
"""`gone` is past beyond doubt: a deed done on that very day, or all the time since it."""

REACH = 240
"""Characters of the sentence that are looked at on either side of the date."""

_SHORTENED = "|".join(rf"(?<={ending})" for ending in ("a\\.m", "p\\.m", "Corp", " Inc", " Ltd", "Bros", " Co", " Jr"))
_END = re.compile(
    r"(?=[.!?…])(?<![A-Z])(?<!Jan)(?<!Feb)(?<!Mar)(?<!Apr)(?<!Jun)(?<!Jul)(?<!Aug)(?<!Sept)(?<!Sep)(?<!Oct)(?<!Nov)(?<!Dec)"
    r"(?<!Mr)(?<!Mrs)(?<!Dr)(?<!St)(?<!\bNo)(?<!Gen)(?<!Sen)(?<!Gov)"
    r"(?<!\bRep)(?<!\bLt)(?<!\bCol)(?<!\bvs)(?<!\bRev)"
    rf"(?!(?:{_SHORTENED})\.\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:[ECMPG][SDM]T|UTC|Eastern|Pacific)\b))"
    r"[.!?…][\"”’»)\]]{0,2}\s+(?=[\"“‘«(\[]{0,2}[^\W\d_a-z])"
    # the end of a line, but where a long one is only wrapped
    r"|(?<![^\n]{50})\n|\n(?=\s*\n)|(?<=[.!?…\"”’»)\]])\n|;|。"
)
_NO_PAST = {
    "need", "proceed", "succeed", "exceed", "indeed", "speed", "feed", "breed", "seed", "weed", "bleed",
    "hundred", "kindred", "sacred", "naked", "red", "bed", "unprecedented", "united", "limited", "based", "noted",
}  # fmt: skip
_IRREGULAR = (
    "said|told|was|were|had|has|have|did|went|came|took|gave|made|met|held|saw|won|lost|left|began|became|broke|brought|built|cut|fell|"
    "fled|flew|found|got|grew|hit|kept|knew|laid|led|rose|ran|sent|set off|shot|spoke|spent|stood|struck|swept|swore|"
    "sought|taught|thought|threw|wrote|voted|quit|drew|drove|paid|put|read out|rode|sat|sank|sold|stole|wore|withdrew|"
    "overthrew|beat|bought|caught|chose|died|dug|fought|forgot|heard|hung|hurt|lay|meant|mistook|overcame|rang|shook|"
    "shrank|shut|slew|slid|sprang|spread|stuck|sued|tore|underwent|undertook|woke|following|since|(?<!or )after"
)
_FOREIGN_PAST = (
    r"haben|hat(?= (?:am|die|der|das|den|dem|ein|eine|einen|sich|in|im|mit|auf|nach|zum|zur)\b|\s*$)|"
    "hatte|hatten|war|waren|wurde|wurden|fue|fueron|había|habían|avait|avaient|était|étaient|a été|ont été|è stato|"
    "è stata|fu|foi|foram|był|była|było|były|byl|byla|bylo|werd|werden er|was er|blev|ble|oldu|etti|"
    r"\w{2,20}(?:ал|ил|ел|ял|ла|ло|ли|лся|лась|лись)"
)
_FOREIGN_AHEAD = (
    "wird|soll|sollen|geplant|será|serán|tendrá|previsto|prevista|aura lieu|sera|seront|prévu|prévue|sarà|saranno|"
    "zal|zullen|będzie|będą|bude|budou|kommer att|skal|olacak|yapılacak|будет|будут|пройдет|пройдёт|состоится|"
    "запланирован|намечен|відбудеться|буде|планується"
)
_TAIL = r"(?: (?:not|also|likely|be|have|been|soon|then|now|never|[a-z]{2,12}ly)){0,3}(?: [a-z]{2,20})?"
"""What follows a modal verb belongs to it: "will be held" is ahead, though "held" alone is past."""

_UNSURE = (
    r"\b(?:was|were|had been|been|originally|initially)\s+(?:\w+\s+)?"
    r"(?:set|expected|due|scheduled|planned|slated|supposed|meant|poised|going)\b(?: to(?: be)? [a-z]{2,20})?"
    rf"|\b(?:(?:would|could|might|may|should){_TAIL}|lead-up|run-up|leading up|whether|if|unless|vowed|pledged|"
    r"promised|threatened|deadline|postponed|delayed|cancell?ed|every|annual(?:ly)?|celebrat(?:es?|ed)|"
    r"observed|anniversary|commemorat\w+|project(?:ed|s)|forecasts?|predict\w+|estimat\w+|envis\w+|target(?:s|ed)?|"
    r"goals?|agreed to|committed to|proposed)\b"
)
_AHEAD = (
    r"\b(?:(?:(?:is|are) )?(?:expected|set|due|planned|likely|scheduled|slated|has|have|are|is|yet) to be [a-z]+|"
    rf"(?:will|won['’]t|shall){_TAIL}|"
    r"upcoming|forthcoming|expected|scheduled|slated|planned|poised|ahead of|next|"
    r"due (?:to|in|on|for|at|by)|set (?:to|for)|(?:is|are|being) (?:due|set|planned|expected)|kicks? off|"
    r"gets? under ?way|takes? place|starts|begins|opens|runs until|runs through|expires?|plans? to|planning to|"
    r"hopes? to|intends? to|looks? to|prepar(?:es?|ing) (?:to|for)|is to|are to|"
    r"(?:ends?|begins?|starts?|opens?|closes?|concludes?|runs?) (?:on|in|until|through|at)|no later than|"
    r"to be held|going to|tentatively|looming)\b|['’]ll\b"
)
_PURPOSE = (
    r"\bto (?:hold|meet|vote|visit|discuss|attend|host|decide|elect|take|hear|sign|begin|start|open|launch|mark|travel|"
    r"go|face|stand|run)\b"
)
_CLUES = re.compile(
    # Past plans ("was expected to") and mere possibility prove neither; they stand first so that they win.
    rf"(?P<unsure>{_UNSURE})|(?P<ahead>{_AHEAD}|\b(?:{_FOREIGN_AHEAD})\b|{_PURPOSE})"
    rf"|(?P<past>\b(?:{_IRREGULAR}|{_FOREIGN_PAST})\b|\b(?P<verb>[a-z]{{2,20}}ed)\b)"
)
_OWN_CLAUSE = re.compile(
    r"(?:^|[,;:(\n—–]|--|\b(?:and|but|while|when|because|as|that|then))\s*(?:(?:on|in|by|at|since|early|late)\s+)*$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|as of|back|dated|until recently|seit|depuis|desde|sinds|sedan|siden)"
    r"(?: (?:at least|about|early|late|mid|dem|le|el|den))?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|until|till|before|bis|vor|jusqu['’]au|hasta)(?: (?:early|late|mid|the end of))?\s*$", re.IGNORECASE
)


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `text[start:end]` begins and ends, within `REACH`."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    ends = [match.end() for match in _END.finditer(text, low, start)]
    after = _END.search(text, end, high)
    return (ends[-1] if ends else low), (after.start() + 1 if after else high)


def in_small_letters(before: str, after: str) -> tuple[str, str]:
    """Both sides of a date, in small letters where all of them are capitals: a headline has verbs too."""
    return (before.lower(), after.lower()) if (before + after).isupper() else (before, after)


def _clues(clause: str) -> list[Tense]:
    found: list[Tense] = []
    for match in _CLUES.finditer(clause):
        if match["verb"] not in _NO_PAST:
            found.append("unsure" if match["unsure"] else "ahead" if match["ahead"] else "past")
    return found


def tense(text: str, start: int, end: int) -> Tense | None:
    """How the clause around `text[start:end]` sees it; None where no word tells.

    >>> tense("He will visit Astana on September 14.", 24, 36), tense("On May 3, voters elected him.", 3, 8)
    ('ahead', 'past')
    """
    first, last = sentence_bounds(text, start, end)
    before, after = in_small_letters(text[first:start], text[end:last])
    if _SINCE.search(before):
        return "past"
    earlier, later = _clues(before), _clues(after)
    if _BY.search(before):  # "asked for answers by May 10": whether the day has passed only a verb ahead can tell
        return "ahead" if earlier[-1:] == ["ahead"] else "unsure"
    if later and _OWN_CLAUSE.search(before) and (after[:1] in ",:" or not earlier):
        return later[0]
    return earlier[-1] if earlier else later[0] if later else None


_QUOTED = re.compile(
    r"“[^”\n]{0,3000}(?:”|$)|\"[^\"\n]{0,3000}(?:\"|$)|«[^»\n]{0,3000}(?:»|$)|„[^“”\n]{0,3000}(?:[“”]|$)", re.MULTILINE
)


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where words between quotation marks stand; a quotation left open runs to the end of its paragraph."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of `text` begins and ends, by the same signs as `sentence_bounds`."""
    ends = [match.end() for match in _END.finditer(text)]
    return tuple(zip((0, *ends), (*ends, len(text)), strict=True))
