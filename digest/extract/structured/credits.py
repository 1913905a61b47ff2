"""Whom a collector credits with a story: the outlet, and the author, beside the headline that links to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CAPITAL = r"A-ZÀ-ÞА-ЯЁ\u3400-\u9fff\uac00-\ud7af"
_OUTLET = rf"(?:(?:The|the|Le|La|El|Il|Die|Der|Das) )?[{_CAPITAL}][\w.&'’/!-]{{0,30}}(?: [\w.&'’/!-]{{1,25}}){{0,4}}?"
_PERSON = r"[A-ZÀ-ÞА-ЯЁ][\w.'’-]{0,25}(?: [\w.'’-]{1,25}){1,4}?"
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & ){_PERSON}){{0,4}}?"
_END = r"(?=\s*(?:$|[.:;·•|]\s|[.:;]$|\s[-–—]\s|,\s(?=\d)|\s\())"

_AFTER: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^[”\"’'.,]{{0,3}}\s*,?\s*by (?P<author>{_PEOPLE})(?: (?:for|in|at|of|from) |, | [|·-] |\s?\()"
        rf"(?P<outlet>{_OUTLET})\)?{_END}",
        rf"^[”\"’'.,]{{0,3}}\s*,?\s*(?:by )?(?P<author>{_PEOPLE}) (?:for|in|at|of) (?P<outlet>{_OUTLET}){_END}",
        rf"^[”\"’'.,]{{0,3}}\s*(?:[-–—|·•/]|//)\s*(?P<author>{_PERSON}), (?P<outlet>{_OUTLET}){_END}",
        rf"^[”\"’'.,]{{0,3}}\s*(?:[-–—|·•/]|//|,? (?:via|from|in))\s*(?P<outlet>{_OUTLET}){_END}",
        rf"^[”\"’'.,]{{0,3}}\s*[(\[（](?:via )?(?P<outlet>{_OUTLET})[)\]）]",
        rf"^[”\"’'.,]{{0,3}}\s*(?:[-–—|·•/]|//|,)\s*[«“\"](?P<outlet>{_OUTLET})[»”\"]",
    )
)
_BEFORE: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<author>{_PEOPLE}) [/|] (?P<outlet>{_OUTLET})\s?:?\s*$",
        rf"^(?P<outlet>{_OUTLET})\s?[:|]\s*$",
    )
)
_BELOW: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:[Ss]ource|Quelle|Fuente|Источник|来源|來源|出处)\s?[:：]\s?[«“\"]?(?P<outlet>{_OUTLET})[»”\"]?\s*$",
        rf"^(?P<outlet>{_OUTLET})\s*[/|·•]\s*[Bb]y (?P<author>{_PEOPLE})\s*(?:[/|·•,].{{0,40}})?$",
        rf"^(?:[Bb]y )?(?P<author>{_PEOPLE})(?: (?:for|in|at|of) |, | [|·•–—-] |\s?\()"
        rf"(?P<outlet>{_OUTLET})\)?\s*(?:[|·•–—,-].{{0,40}})?$",
        rf"^(?:[-–—|·•(] ?|[Ss]ource: |[Vv]ia )?(?P<outlet>{_OUTLET})\)?\s*(?:[|·•–—,-].{{0,40}})?$",
    )
)
_MARKS = re.compile(r"^[^\w]{0,12}(?:\d{1,3}[.)]?)?[^\w]{0,12}$")
_SENTENCE = re.compile(r"[.!?…。！？][”\"’']?\s*$")
_PROSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An outlet and an author as a collector names them, and the words after them."""

    outlet: str = ""
    author: str = ""
    rest: str = ""


UNCREDITED = Credit()


def beside(before: str, after: str, *, is_heading: bool) -> Credit | None:
    """The credit in what stands before and after a link; None where the link is only a part of a sentence.

    >>> beside("", " — Harbour Times", is_heading=False).outlet
    'Harbour Times'
    >>> beside("Jane Doe / Harbour Times: ", "", is_heading=False).author
    'Jane Doe'
    >>> beside("The minister told ", " on Monday.", is_heading=False) is None
    True
    """
    credit = Credit()
    if not _MARKS.match(before):
        credit_before = above(before)
        if credit_before is None:
            return None
        credit = credit_before
    tail = after.strip()
    if not tail.strip(" .,;:”\"’'»)"):
        return credit
    for pattern in _AFTER:
        if match := pattern.match(after[:300]):
            rest = after[match.end() :].lstrip(" .:;—–-|·•,)")
            return Credit(outlet=match["outlet"].strip(), author=match.groupdict().get("author") or "", rest=rest)
    if credit.outlet or is_heading or after.startswith((":", "\n", " |", " —", " –", " -")):
        return Credit(outlet=credit.outlet, author=credit.author, rest=tail.lstrip(":—–-| "))
    new_sentence = re.match(r"[.!?”\"’'\s]{0,4}\s[\"“«(\[]?[A-ZÀ-ÞА-ЯЁ\u3400-\u9fff]", after)
    return Credit(rest=tail.lstrip(".”\"’' ")) if new_sentence and re.match(r"\s?[.!?”\"’']", after) else None


def above(text: str) -> Credit | None:
    """The credit in a line of its own above a headline: `Jane Doe / Harbour Times:`."""
    line = text.strip()
    if len(line) > 120 or not (line.endswith(":") or " / " in line):
        return None
    for pattern in _BEFORE:
        if match := pattern.match(line):
            return Credit(outlet=match["outlet"].strip(), author=match.groupdict().get("author") or "")
    return None


def below(text: str) -> Credit | None:
    """The credit in a line of its own below a headline: `Harbour Times`, `Jane Doe, Harbour Times · 4 min`."""
    line = text.strip()
    if len(line) > 120 or len(line.split()) > 10 or _SENTENCE.search(line) or _PROSE.search(line):
        return None
    if match := _SIGNED.fullmatch(line):
        return Credit(author=match["author"])
    for pattern in _BELOW:
        if match := pattern.match(line):
            outlet = match["outlet"].strip()
            if outlet == line and not _could_name(outlet):
                return None
            return Credit(outlet=outlet, author=match.groupdict().get("author") or "")
    return None


def _could_name(line: str) -> bool:
    """Whether a bare line can be an outlet's name: a few words, each with a capital."""
    words = [word for word in line.split() if word.lower() not in _SMALL]
    return len(words) <= _NAME_WORDS and all(
        word[0].isupper() or word[0].isdigit() or word[0] > "\u3000" for word in words
    )


_SIGNED = re.compile(rf"(?:By|Von|Par|Por|Di|Автор:?) (?P<author>{_PEOPLE})")
_SMALL = frozenset(("the", "of", "and", "de", "du", "la", "le", "el", "der", "die", "das", "und", "et", "y"))
_NAME_WORDS = 3


def parted(words: str) -> tuple[str, Credit]:
    """A headline without its number and the outlet it ends with, and the credit.

    >>> parted("3. Storm Closes Aktau (Harbour Times)")
    ('Storm Closes Aktau', Credit(outlet='Harbour Times', author='', rest=''))
    """
    title = _NUMBER.sub("", words)
    if match := _WITHIN.fullmatch(title):
        return match["title"], Credit(outlet=match["outlet"])
    return title, UNCREDITED


_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[•●▪*–—-])\s+")
_WITHIN = re.compile(rf"(?P<title>.{{10,300}}?)\s*(?:[(\[（]|\|)\s*(?P<outlet>{_OUTLET})\s*[)\]）]?\s*")


def credited(text: str, words: str) -> Credit:
    """The outlet in brackets at the end of a text, where it is the link of these words; `rest` is what stands before.

    >>> credited("Prices rose again (Steppe Post).", "Steppe Post").rest
    'Prices rose again'
    """
    bare = words.strip(" ()[]")
    match = _SOURCE.search(text[-120:])
    if not match or match["outlet"] != bare or not _NAME.fullmatch(bare):
        return UNCREDITED
    return Credit(outlet=bare, rest=text[: len(text) - len(text[-120:]) + match.start()].rstrip())


_SOURCE = re.compile(r"[(\[（](?:via )?(?P<outlet>[^()\[\]]{2,60})[)\]）]\W{0,3}$")
_NAME = re.compile(_OUTLET)
