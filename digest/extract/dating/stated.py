"""Dates that a page states for an article: on a line of their own, after "Published", beside the byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from digest.dates import parse_date
from digest.extract.lines import is_prose
from digest.extract.stamps import unglued
from digest.extract.story import Story
from digest.model import Block, Date, Evidence

Says = Literal["published", "line", "updated"]

LONGEST = 200
LONG_PARAGRAPH = 150
"""Bytes of UTF-8, as Chinese says more in a character: the first such paragraph ends the head of an article."""

HEAD, TAIL = 40, 6
"""Lines above an article's text, and below it, that may date it."""

_ENGLISH = (
    "first published|originally published|date published|published|posted|publication date|release date|created|"
    "issued|date"
)
_PUBLISHED = (
    "veröffentlicht|geschrieben|skrevet|erstellt|erschienen|stand|vom|publié|publie|date de publication|publicado|"
    "publicada|fecha|pubblicato|data|data publikacji|gepubliceerd|geplaatst|opublikowano|publikováno|vydáno|"
    "publicerad|publisert|publiceret|udgivet|julkaistu|yayınlanma tarihi|yayınlanma|giriş tarihi|giriş|"
    "oluşturulma tarihi|опубликовано|дата публикации|опубліковано|дата публікації|жарияланды|"
    "公開|公開日|掲載|发布时间|发布|发表于|등록|입력|게시"
)
_CHANGED = "last updated|updated|last modified|modified|edited"
_UPDATED = (
    "aktualisiert|zuletzt aktualisiert|mis à jour|modifié|actualizado|actualizada|atualizado|aggiornato|bijgewerkt|"
    "laatst bijgewerkt|zaktualizowano|aktualizacja|aktualizováno|uppdaterad|oppdatert|opdateret|päivitetty|"
    "güncellenme tarihi|güncelleme tarihi|güncelleme|обновлено|изменено|оновлено|更新|수정"
)


def _longest_first(labels: str) -> str:
    return "|".join(sorted(labels.split("|"), key=len, reverse=True))


_LABEL = re.compile(
    rf"\s*(?:(?P<changed>{_longest_first(_CHANGED)})|(?P<updated>{_longest_first(_UPDATED)})"
    rf"|(?P<foreign>{_longest_first(_PUBLISHED)})|(?P<published>{_longest_first(_ENGLISH)}))\b\s*"
    r"(?:on|at|am|um|le|el|il|em|op|den|dnia|:|：|—|–|-)*\s*(?::\s*)?",
    re.IGNORECASE,
)
_CUT = re.compile(
    rf"\s*[|•·‧;]\s*|\s+[–—-]{{1,2}}\s+|[\s,(]+(?=(?:{_CHANGED}|{_UPDATED})\b)|\)\s*$|\s+(?=(?:来源|來源)\s?[:：])"
    r"|\s+(?=(?:by|von|par|por)\s+(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By|Von|Par|Por|Di|Door|Av|Af|Autor|Автор)\b[: ]\s*\S")
_WORDS_OF_A_DATE = 7
_PLAYED = re.compile(
    r"\b\d{1,3}(?::\d{2})?\s?(?:min|mins|minutes|Minuten|мин)\b(?!\.? ?(?:read|lese|lectur))", re.IGNORECASE
)
"""A film or recording, with its own date and its length."""
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
            "updated": "not later than its last change",
        }
        return Evidence(
            field="issued",
            quote=self.block.text.strip(),
            line=self.block.line,
            rule=rules[self.says],
            confidence="inferred" if self.says == "updated" else "stated",
        )


def _segment(text: str) -> tuple[Says, Date] | None:
    label = _LABEL.match(text)
    # A label in another language than English settles the order: day before month.
    day_first = "fr" if label and (label["foreign"] or label["updated"]) else None
    if label and (value := parse_date(text[label.end() :], day_first)):
        return ("updated" if label["updated"] or label["changed"] else "published"), value
    value = parse_date(text)
    return ("line", value) if value and len(value.edtf) > 4 else None


def _tails(text: str) -> list[str]:
    """What may be the date at the end of a byline, the longest first."""
    starts = [match.end() for match in re.finditer(r"(?<!\bin)(?<!\bsince)\s+", text)][-_WORDS_OF_A_DATE:]
    tails = (text[start:] for start in starts)
    return [next((tail for tail in tails if parse_date(tail)), "")]


def read_line(block: Block) -> tuple[Stated, ...]:
    """The dates that the line `block` consists of, or ends a byline with."""
    text = unglued(block.text.strip()[: LONGEST + 1])
    if not 6 <= len(text) <= LONGEST or not any(c.isdecimal() for c in text) or _PLAYED.search(text):
        return ()
    place = _PLACE.match(text)
    signed = _BYLINE.match(text) or block.kind == "byline" or block.rule == "name beside a date"
    after = _tails(text) if signed else [text[place.end() :]] if place else []
    for parts in ([text], _CUT.split(text), after):
        found = [segment for part in parts if part and (segment := _segment(part))]
        if found:
            return tuple(Stated(date=value, says=says, block=block) for says, value in found)
    return ()


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

    Of bare dates the last one above the text comes first, then one between its first two paragraphs.
    """
    before, following = neighbours
    body, last = _body(story), story.blocks[-1].line
    end = body[1] if len(body) > 1 else body[0]
    head = [block for block in page if before < block.line < end and block.text.strip()][-HEAD:]
    rest = [block for block in story.blocks if block.line >= end]
    # What stands between two articles is the head of the second.
    below = [block for block in page if last < block.line and following is None and block.text.strip()][:TAIL]
    above = [stated for at, block in enumerate(head) for stated in _below_label(head[at - 1 : at], read_line(block))]
    tail = [stated for block in (*rest, *below) for stated in read_line(block) if stated.says != "line"]
    published = [stated for stated in (*above, *tail) if stated.says == "published"]
    bare = [stated for stated in above if stated.says == "line"]
    bare.sort(key=lambda stated: (stated.block.line > body[0], -stated.block.line, not stated.date.is_day))
    return (*published, *bare, *(stated for stated in (*above, *tail) if stated.says == "updated"))
