"""The stretches of a text whose words begin with a capital, cut where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.entities.bodies import HEADS, JOINING, WITH_AND
from digest.entities.places import table
from digest.entities.stops import calendar

LONGEST = 20_000
"""Characters of a paragraph that are searched for names."""


def _capitals() -> str:
    """A class of the capitals of the scripts that have them."""
    letters = [code for code in (*range(0x41, 0x590), *range(0x1E00, 0x2000)) if chr(code).isupper()]
    parts: list[list[int]] = []
    for code in letters:
        if parts and code == parts[-1][1] + 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in parts)


CAPITAL = f"[{_capitals()}]"
OFFICE = (
    r"(?:Secretary|Minister|Chief|Speaker|Director|Chair(?:man|woman)?) (?:of|for) (?:the )?(?:State|Defen[cs]e"
    r"|Interior|Foreign Affairs|Staff|Commerce|Homeland Security|Justice|Finance|House|Senate|Health|Education|Energy"
    r"|Labou?r|Trade|Culture)\b(?! \w+ (?:Committee|Department))"
)
_KOREAN = (
    "Kim|Park|Lee|Choi|Moon|Ban|Yoon|Cho|Chung|Jung|Kang|Han|Hong|Hwang|Jang|Jeong|Lim|Oh|Roh|Ryu|Seo|Shin|Son|Song|"
    "Tsai|Chen|Lai|Ma|Chiang|Wu|Lin|Hsieh|Hsiao"
)
_TOKEN = (
    rf"(?:{OFFICE}"
    rf"|(?:People|Women|Workers|Veterans|Children|Soldiers|Farmers|Citizens)(?:[’']s?|s[’'])(?= {CAPITAL})"
    rf"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sgt|Lt|Capt|Maj|Adm|Sen|Rep|Gov|Rev|St|Mt|Hon)\.(?= {CAPITAL})"
    rf"|(?:{_KOREAN}) {CAPITAL}[a-z]{{1,6}}-[a-z]{{1,6}}\b|{CAPITAL}[a-z]{{1,6}}-[a-z]{{1,6}} (?:{_KOREAN})\b"
    rf"|{CAPITAL}{{2,9}}/{CAPITAL}{{2,9}}"
    rf"|(?:{CAPITAL}\.){{2,5}}|{CAPITAL}\.(?= {CAPITAL})"
    rf"|(?:[AaEeUu][lnrstzd]|[Bb]in|[Dd]’|[Dd]')-?(?<=[-’']){CAPITAL}\w{{1,30}}(?:-{CAPITAL}\w{{0,30}}){{0,3}}"
    rf"|{CAPITAL}\w{{0,40}}(?:[’'ʼ](?![Ss]\b|[Tt]\b|ll\b|re\b|ve\b|d\b|m\b)\w{{1,30}}|[-‑]{CAPITAL}\w{{0,30}}"
    rf"|&{CAPITAL}+){{0,4}})"
)
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|ibn|al|el|zu|zur|af)"
_RUN = re.compile(rf"(?<![\w’'@#/\-.&])(?:d[’'])?{_TOKEN}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_TOKEN}){{0,9}}")
_JOIN = re.compile(
    r"[ \u00a0](?:(?P<of>of|for|on|to|zur|für|de|des|du|d’)(?:[ \u00a0](?:the|a|an|la|l’|les))?|(?P<and>and|&|und|et))"
    r"[ \u00a0]"
)
_STARTS = re.compile(r"(?:^|[.!?…:;•●|]|[.!?…]['\"”’»)\]]{1,3}|(?:^|\s)[-–—*])\s*['\"“„«‘(\[]{0,3}\Z|['\"“„«‘]\Z")
_LABEL = re.compile(rf"\s*(?:[•●*–-]\s*)?(?:\d+\.\s*)?{CAPITAL}[^:.!?“\"]{{1,60}}:(?=\s)")
_POSSESSIVE = re.compile(r"[’'](?:s\b|(?!\w))")
_HEADLINE = 160


@dataclass(frozen=True, slots=True)
class Run:
    """Words with capitals that follow one another: `text[start:end]` of a paragraph."""

    paragraph: int
    start: int
    end: int
    opens: bool  # it begins a sentence, so its first word may be any word
    weak: bool  # it stands in a headline or label, where every word has a capital
    owns: bool  # a possessive: Beijing’s


def runs(text: str, paragraph: int) -> Iterator[Run]:
    """The runs of a paragraph, in order, those of one name that "of" or "and" parts made one.

    >>> [text[run.start:run.end] for text in ["The Ministry of Labor and Trade met Ana Ruiz."] for run in runs(text, 1)]
    ['The Ministry of Labor and Trade', 'Ana Ruiz']
    """
    text = text[:LONGEST]
    found = list(_RUN.finditer(text))
    headline = paragraph == 0 or _is_headline(text, found)
    label = _LABEL.match(text)
    labelled = label.end() if label and _is_headline(label[0], list(_RUN.finditer(label[0]))) else 0
    place = 0
    while place < len(found):
        start, last, end = found[place].start(), place, found[place].end()
        while last + 1 < len(found) and _joins(text, start, end, found[last + 1]):
            last += 1
            end = found[last].end()
        opens = bool(_STARTS.search(text, max(0, start - 8), start)) if start else True
        weak = headline or end <= labelled
        yield Run(paragraph, start, end, opens, weak, bool(_POSSESSIVE.match(text, end)))
        place = last + 1


def _is_headline(text: str, found: list[re.Match[str]]) -> bool:
    """Whether a line is set with capitals throughout, so that they show nothing."""
    letters = [match[0] for match in found]
    shouted = sum(len(word) for word in letters if word.isupper())
    if len(text) > _HEADLINE:
        return shouted > len(text) * 0.6
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 1 and text[-1:] not in '.!?”"' and sum(not w[0].islower() for w in longer) > 0.8 * len(longer)


def _joins(text: str, start: int, end: int, following: re.Match[str]) -> bool:
    """Whether the run from `start` to `end` and the next one are one name: Bank of China."""
    if following.start() - end > 9:
        return False
    between = _JOIN.fullmatch(text, end, following.start())
    if not between:
        return False
    words = text[start:end].split()
    if following[0].split()[0].lower() in calendar() or following[0] in table():
        return between["of"] == "of" and words[-1] in JOINING and following[0] in table()
    if between["of"] == "on" and words[0] in JOINING and len(words) > 2:
        return True  # Centre for Research on Energy
    if between["of"]:
        return words[-1] in JOINING and _fits(between["of"], words[-1])
    if any(word in WITH_AND for word in words) and (" of " in text[start:end] or " for " in text[start:end]):
        return True
    ends = following[0].split()[-1]
    return (
        text[max(0, start - 4) : start].lower() == "the "
        and len(words) == 1
        and ends in HEADS
        and len(following[0].split()) > 1
        and words[0] not in HEADS
    )  # the Food and Drug Administration


def _fits(preposition: str, head: str) -> bool:
    if preposition == "on":
        return head in ("Council", "Committee", "Commission", "Center", "Centre", "Conference")
    if preposition == "to":
        return head in ("Committee", "Commission", "Campaign")
    return True
