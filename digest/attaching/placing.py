"""Where in a sentence a citation goes: before its full stop in the text, behind it as a note, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from digest.citing import NOTE, Citation, Edit, Report, Style
from digest.citing.proposals import insertion, lead_before

Place = Literal["text", "footnote", "endnote"]

OWN = "own"
"""What the identifier of a citation begins with whose note a person made: it stays a note in every style."""
_MADE_BY = ("digest", "mendeley", "zotero")  # who make a note for each citation where the style wants it
_NO_NOTES = ("header", "footer", "box")  # where a word processor can make none
_BLANKS = " \u00a0\u202f\t"
_OPENS = (":", "：", "—", "–", "(")
_STOP_BEFORE = re.compile(r"(?<=[^\W_][\w”»’\")\]])[.,;:]$|(?<=[”»’\")\]])[.,;:]$|[。，；：]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The characters of a paragraph that a citation takes, `lead` before it, and what goes elsewhere for it."""

    paragraph: int
    start: int
    end: int
    place: Place
    alone: bool = False
    lead: str = ""
    clears: tuple[Edit, ...] = ()


def settle(report: Report, paragraph: int, one: Citation, style: Style, notes: Place) -> Spot:
    """Where `one`, of that paragraph, is to stand in that style; `notes` is the kind of note it wants."""
    part = report.paragraphs[paragraph].part
    here = Spot(paragraph=paragraph, start=one.start, end=one.end, place="text", alone=one.alone, lead=one.lead)
    if part in ("footnote", "endnote"):
        if is_made(one) and not style.notes:
            return _out_of_note(report, paragraph, here)
        return here if not one.alone else _kept(here, part)
    if style.notes and part not in _NO_NOTES:
        return _as_note(report, here, notes, in_text=any(source.in_text for source in one.sources))
    return here


def is_made(one: Citation) -> bool:
    """Whether the note that a citation stands in was made for it by a program."""
    return one.alone and one.origin in _MADE_BY and not one.identifier.startswith(OWN)


def _kept(here: Spot, part: str) -> Spot:
    place: Place = "endnote" if part == "endnote" else "footnote"
    return Spot(paragraph=here.paragraph, start=here.start, end=here.end, place=place, alone=True)


def _as_note(report: Report, here: Spot, notes: Place, *, in_text: bool) -> Spot:
    """The mark of a note stands without a blank, and behind a full stop where the language has it so."""
    text = report.paragraphs[here.paragraph].text
    start = here.start
    while start and here.end > here.start and text[start - 1] in _BLANKS and not in_text:
        start -= 1
    behind = insertion(text, here.end, report.language)[1]
    if text[behind : behind + 1] == NOTE:  # two marks side by side would read as one number
        behind = here.end
    own_stop = in_text or text[start - 1 : start] in _OPENS  # the stop is that of a name put in, or of a colon
    if behind == here.end or own_stop:
        return Spot(paragraph=here.paragraph, start=start, end=here.end, place=notes)
    clears = (Edit(paragraph=here.paragraph, start=start, end=here.end),) if start < here.end else ()
    return Spot(paragraph=here.paragraph, start=behind, end=behind, place=notes, clears=clears)


def _out_of_note(report: Report, paragraph: int, here: Spot) -> Spot:
    """The note goes, and the citation stands in the sentence that called it."""
    for host, place in _calls(report, paragraph):
        text = report.paragraphs[host].text
        at = place - 1 if _STOP_BEFORE.search(text[max(0, place - 3) : place]) else place
        lead = lead_before(text, at)
        clears = (Edit(paragraph=paragraph, start=here.start, end=here.end, alone=True),)
        return Spot(paragraph=host, start=at, end=at, place="text", lead=lead, clears=clears)
    return here


def _calls(report: Report, paragraph: int) -> Iterator[tuple[int, int]]:
    """The paragraph that calls the note which this one is part of, and where."""
    for host in range(paragraph - 1, -1, -1):
        for note in report.paragraphs[host].notes:
            if note.first <= paragraph <= note.last:
                yield host, note.place


def given_back(report: Report, paragraph: int, one: Citation, marker: str) -> tuple[Edit, ...]:
    """The edits that put `marker` in the place of a citation, out of the note that was made for it."""
    here = Spot(paragraph=paragraph, start=one.start, end=one.end, place="text", alone=one.alone)
    part = report.paragraphs[paragraph].part
    if part in ("footnote", "endnote"):
        here = _out_of_note(report, paragraph, here) if is_made(one) else replace(here, alone=False)
    edit = Edit(paragraph=here.paragraph, start=here.start, end=here.end, text=here.lead + marker, alone=here.alone)
    return (*here.clears, edit)
