"""Dates that a page states for an article: on a line of their own, after "Published", beside the byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from digest.dates import parse_date, spot_dates
from digest.extract.lines import is_prose
from digest.extract.stamp_words import CHANGED, ENGLISH, PUBLISHED, UPDATED, Says, last_label, longest_first
from digest.extract.stamps import beside_stamp, unglued
from digest.extract.story import Story
from digest.languages import detect
from digest.model import Block, Date, Evidence

LONGEST = 200
LONG_PARAGRAPH = 150
"""Bytes of UTF-8, as Chinese says more in a character: the first such paragraph ends the head of an article."""

_FOOT = 25  # blocks
_RIGHT_ABOVE = 3  # lines
HEAD, TAIL = 40, 6
"""Lines above an article's text, and below it, that may date it."""

_LABEL = re.compile(
    rf"\s*(?:(?P<changed>{longest_first(CHANGED)})|(?P<updated>{longest_first(UPDATED)})"
    rf"|(?P<foreign>{longest_first(PUBLISHED)})|(?P<published>{longest_first(ENGLISH)}))\b\s*"
    r"(?:on|at|am|um|le|el|il|em|op|den|dnia|:|：|—|–|-)*\s*(?::\s*)?",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"\s*[|•·‧;]\s*|\s+[–—-]{{1,2}}\s+|[\s,(]+(?=(?:{CHANGED}|{UPDATED})\b)|\)\s*$|\s+(?=(?:来源|來源)\s?[:：])"
    r"|\s+(?=(?:by|von|par|por)\s+(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_SIGNED_ON = re.compile(
    r"(?:posted |written |geschrieben |publié |publicado )?(?:by|von|par|por|di|door|av)\s.{2,40}?\s"
    r"(?:on|am|le|el|il|op|den)\s",
    re.IGNORECASE,
)
"""How a blog signs: "Posted by Ann Lee on ", and after the day the shelf it stands on."""
_BYLINE = re.compile(r"(?:By|Von|Par|Por|Di|Door|Av|Af|Autor|Автор)\b[: ]\s*\S")
_WORDS_OF_A_DATE = 7
_PLAYED = re.compile(
    r"\b\d{1,3}(?::\d{2})?\s?(?:min|mins|minutes|Minuten|мин)\b(?!\.? ?(?:read|lese|lectur))", re.IGNORECASE
)
"""A film or recording, with its own date and its length."""
_READING = re.compile(r"\bread|lese|lectur|lettura|leest|läs|czyt|čten|okuma|чтени", re.IGNORECASE)
_STAMPED = ("dateline", "byline", "furniture", "paragraph", "list item")
_BESIDE = 8
"""Words beside a date in a line that stamps an article: a name and its role, a place, counts of readers."""
_CHANGED_BELOW = re.compile(r"[^\d]{0,3}(?:\d{1,2}[:時시]\s?\d\d[分분]?)?\s?(?:更新|수정)")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.’'-]{2,20}(?: [A-ZÀ-Þ][\w.’'-]{2,20})?,\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A date a line states, and whether of publication, of the last change, or without a word."""

    date: Date
    says: Says
    block: Block

    def evidence(self) -> Evidence:
        """The line, and the rule by its label."""
        rules = {
            "published": "labelled date of publication",
            "line": "date on its own line or beside the byline",
            "foot": "the one date right below the text",
            "updated": "not later than its last change",
        }
        return Evidence(
            field="issued",
            quote=self.block.text.strip(),
            line=self.block.line,
            rule=rules[self.says],
            confidence="inferred" if self.says in ("foot", "updated") else "stated",
        )


def _segment(text: str) -> tuple[Says, Date] | None:
    label = _LABEL.match(text)
    # A label in another language than English settles the order: day before month.
    day_first = "fr" if label and (label["foreign"] or label["updated"]) else None
    if label and (value := parse_date(text[label.end() :], day_first)):
        return ("updated" if label["updated"] or label["changed"] else "published"), value
    value = parse_date(text)
    return ("line", value) if value and len(value.edtf) > 4 else None


def _is_played(text: str) -> bool:
    return bool(_PLAYED.search(text)) and not _READING.search(text)


def _tails(text: str) -> list[str]:
    """What may be the date at the end of a byline, the longest first."""
    starts = [match.end() for match in re.finditer(r"(?<!\bin)(?<!\bsince)\s+", text)][-_WORDS_OF_A_DATE:]
    tails = (text[start:] for start in starts)
    return [next((tail for tail in tails if parse_date(tail)), "")]


def read_line(block: Block, language: str | None = None) -> tuple[Stated, ...]:
    """The dates that the line `block` consists of, ends a byline with, or holds beside a few words more.

    `language`, where it is known and not English, settles which number of 09/10/2022 is the day.
    """
    text = unglued(block.text.strip()[: LONGEST + 1])
    if not 6 <= len(text) <= LONGEST or not any(c.isdecimal() for c in text) or _is_played(text):
        return ()
    place = _PLACE.match(text)
    signed = _BYLINE.match(text) or block.kind == "byline" or block.rule == "name beside a date"
    after = _tails(text) if signed else [text[place.end() :]] if place else []
    for parts in ([text], _CUT.split(text), after):
        found = [segment for part in parts if part and (segment := _segment(part))]
        if found and (language is None or any(value.is_day for _, value in found)):
            return tuple(Stated(date=value, says=says, block=block) for says, value in found)
    return tuple(_spotted(block, text, language))


def _spotted(block: Block, text: str, language: str | None) -> Iterator[Stated]:
    """The dates that stand in a short line beside a name, a place, a count or a reading time."""
    spots = list(spot_dates(text, language)) if block.kind in _STAMPED else []
    signed = _SIGNED_ON.match(text)
    if signed and spots and spots[0].start == signed.end():
        yield Stated(date=spots[0].date, says="published", block=block)
        return
    beside = sum(len(part.split()) for part in beside_stamp(text)) if spots else 0
    if not spots or beside > _BESIDE or (beside > 1 and is_prose(text)):
        return
    end = 0
    for spot in spots:
        says = last_label(text[end : spot.start])
        if says == "line" and _CHANGED_BELOW.match(text, spot.end):
            says = "updated"
        yield Stated(date=spot.date, says=says, block=block)
        end = spot.end


def _below_label(above: Sequence[Block], found: tuple[Stated, ...]) -> tuple[Stated, ...]:
    """The bare dates `found` in a line, as the label in the line above says, where it says nothing else."""
    label = _LABEL.fullmatch(above[0].text.strip()) if above and len(above[0].text) <= 40 else None
    if not label or label[0].casefold() == "date" or any(stated.says != "line" for stated in found):
        return found
    says: Says = "updated" if label["updated"] or label["changed"] else "published"
    return tuple(replace(stated, says=says) for stated in found)


def _body(story: Story) -> list[int]:
    """The lines of the article's long paragraphs; where it has none, of its sentences, or of the last within reach."""
    text = [block for block in story.blocks if block.kind in ("paragraph", "list item")]
    long = [block.line for block in text if len(block.text.encode()) >= LONG_PARAGRAPH]
    prose = [block.line for block in text if is_prose(block.text)]
    return long or prose or [story.blocks[: TAIL + 1][-1].line + 1]


def find_stated(story: Story, page: Sequence[Block], neighbours: tuple[int, int | None]) -> tuple[Stated, ...]:
    """The dates stated for `story`, the most trusted first; `neighbours` are the lines it stands between.

    A label counts most, above the text or in a date that has none near the title; of bare dates the last one above
    the text comes first, then one between its first two paragraphs.
    """
    before, following = neighbours
    body, last = _body(story), story.blocks[-1].line
    end = body[1] if len(body) > 1 else body[0]
    language = day_first(story)
    top = [block for block in page if before < block.line < body[0] and block.text.strip()][-HEAD:]
    head = top + [block for block in page if body[0] <= block.line < end and block.text.strip()][:HEAD]
    rest = [block for block in story.blocks if block.line >= end]
    # What stands between two articles is the head of the second.
    below = [block for block in page if last < block.line and following is None and block.text.strip()][:TAIL]
    lines = [read_line(block, language) for block in head]
    above = [stated for at, found in enumerate(lines) for stated in _below_label(head[at - 1 : at], found)]
    tail = [stated for block in (*rest, *below) for stated in read_line(block, language) if stated.says != "line"]
    if not any(stated.says != "updated" for stated in above):
        above += [stated for block in _right_above(story, page) for stated in read_line(block, language)]
    title = next((block.line for block in story.blocks if block.kind == "title"), None)
    published = [stated for stated in above if stated.says == "published"]
    bare = [stated for stated in above if stated.says == "line"]
    bare.sort(key=lambda stated: (stated.block.line > body[0], -stated.block.line, not stated.date.is_day))
    signed = [stated for stated in bare if title is not None and title < stated.block.line < body[0]]
    foot = [stated for stated in tail if stated.says == "published"]
    updated = [stated for stated in (*above, *tail) if stated.says == "updated"]
    foot += _at_foot(story, language) if not (published or bare or foot) else []
    return (*published, *signed, *foot, *(stated for stated in bare if stated not in signed), *updated)


def _at_foot(story: Story, language: str | None) -> list[Stated]:
    """The day right below the text, as broadcasters name the programme, unless more follow: those of other stories."""
    text = [at for at, block in enumerate(story.blocks) if block.kind in ("paragraph", "list item")]
    below = story.blocks[text[-1] + 1 :][:_FOOT] if text else ()
    own = takewhile(lambda block: block.rule != "related stories", below)
    found = [stated for block in own for stated in read_line(block, language) if stated.says == "line"]
    near = found[0].block.line - story.blocks[text[-1]].line <= TAIL if found else False
    only = near and len({stated.date for stated in found}) == 1 and found[0].date.is_day
    return [replace(found[0], says="foot")] if only else []


def _right_above(story: Story, page: Sequence[Block]) -> list[Block]:
    """The lines right above a story's first, which end the one before it and may bear the day of this."""
    first = story.blocks[0].line
    return [block for block in page if first - _RIGHT_ABOVE <= block.line < first and block.kind == "dateline"]


def day_first(story: Story) -> str | None:
    """The language of `story` where it says that 09/10/2022 is a day of October; English may mean either."""
    text = "\n".join(block.text[:2_000] for block in story.blocks if block.kind in ("paragraph", "list item"))
    language = detect(text[:20_000])
    return None if language == "en" else language
