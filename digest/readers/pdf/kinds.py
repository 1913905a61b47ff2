"""What the paragraphs of a PDF are, by their type, their place and their first words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.model import Kind
from digest.names import is_body
from digest.readers.heads import CAPTION
from digest.readers.pdf.columns import Column
from digest.readers.pdf.paragraphs import ENDS, LEADERS, NUMBERED, Chunk, cut, joined
from digest.readers.pdf.segments import Segment, Style
from digest.readers.text import BULLET


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block in the making: its text, what it is, and how and where it is set."""

    text: str
    kind: Kind
    page: int
    rule: str
    size: float
    bold: bool
    level: int | None = None
    lines: tuple[str, ...] = ()
    top: float = 0
    is_open: bool = False  # its last line runs to the column's edge or ends in the middle of a sentence
    indented: bool = False


_NUMBERS = re.compile(r"(?:ISBN|ISSN|DOI)\b|https?://|www\.|10\.\d{4,9}/|e-?mail\s?:|\S{1,60}@\S{1,60}$", re.I)
_RIGHTS = re.compile(r"©|\(c\) (?:19|20)\d\d|copyright\b|all rights reserved", re.I)
NOTE = re.compile(r"(?:\[?\d{1,3}[\]).]?|[*†‡§])\s+\S")
_NOTES = re.compile(
    r"(?:\d{1,2}\.?\s)?(?:end ?notes?|foot ?notes?|notes|references|bibliography|works cited|sources|literature|"
    r"anmerkungen|endnoten|literatur(?:verzeichnis)?|notes de fin|bibliographie|références|notas|referencias|"
    r"bibliografía|примечания|литература|список литературы|参考文献|注释)\s?:?",
    re.I,
)
_ABOUT = re.compile(
    r"about (?:the |this )?(?:authors?|editors?|contributors?|organi[sz]ation|publisher|publication|series|report|us)|"
    r"über (?:die|den) autor(?:en|in|innen)?|à propos (?:des auteurs|de l[’']auteure?)|об авторах?|关于作者|"
    r"acknowledge?ments|danksagung|remerciements|imprint|impressum|disclaimer",
    re.I,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|índice|содержание|оглавление|目录", re.I
)
_ROW = "row of a table"
_LEAST = 0.95  # of the size of the body's type: a footnote is smaller
_LARGER = 1.08
_SCRAPS = 4  # of seven parts on end
_LONGEST = 30  # words of a heading
_TELLING = 15  # words of the paragraph that a heading stands over


def body_style(pages: Sequence[Sequence[Segment]]) -> Style:
    """The type most of the text is set in."""
    counted: Counter[Style] = Counter()
    for page in pages:
        for line in page:
            counted[Style(round(line.style.size * 2) / 2, line.style.bold, italic=False)] += len(line.text)
    return counted.most_common(1)[0][0] if counted else Style(size=10, bold=False, italic=False)


def parts(pages: Sequence[Sequence[Column]], body: Style, words: frozenset[str]) -> list[Part]:
    """The paragraphs of all pages, each told what it is; one that goes on in the next column or page is one."""
    found: list[Part] = []
    for columns in pages:
        edges = [edge for column in columns for line in column for edge in (line.bottom, line.top)]
        middle = (min(edges, default=0) + max(edges, default=0)) / 2
        for column in columns:
            chunks = list(cut(column))
            notes = _notes(chunks, body, middle)
            found += [_part(chunk, body, words, is_note=at >= notes) for at, chunk in enumerate(chunks)]
    return _about(_listed(_headed(_whole(_drawn(_tabled(found)), words), body)))


def _notes(chunks: Sequence[Chunk], body: Style, middle: float) -> int:
    """Where the footnotes of a column begin: the small type at the page's foot, from the first mark on."""
    start = len(chunks)
    while start and chunks[start - 1].size < body.size * _LEAST and chunks[start - 1].first.top < middle:
        start -= 1
    marked = [at for at in range(start, len(chunks)) if NOTE.match(chunks[at].first.text)]
    if not marked or start == 0:  # a page set small throughout is no note
        return len(chunks)
    goes_on = chunks[start].first.text[:1].islower()
    return start if goes_on else marked[0]


def _part(chunk: Chunk, body: Style, words: frozenset[str], *, is_note: bool) -> Part:
    text = joined([line.text for line in chunk.lines], words)
    kind, rule = _kind(text, chunk, is_note=is_note)
    bullet = BULLET.match(text) if kind == "list item" else None
    full = chunk.last.right > chunk.right - (chunk.right - chunk.left) * 0.15
    return Part(
        text=text[bullet.end() :] if bullet else text,
        kind=kind,
        page=chunk.first.page,
        rule=rule,
        size=chunk.size,
        bold=chunk.bold and not body.bold,
        lines=chunk.first.pieces if chunk.is_row else tuple(line.text for line in chunk.lines),
        top=chunk.first.top,
        is_open=kind in ("paragraph", "list item") and (not text.endswith(ENDS) or (full and not text.endswith(":"))),
        indented=chunk.first.left > chunk.left + chunk.size * 0.7,
    )


def _kind(text: str, chunk: Chunk, *, is_note: bool) -> tuple[Kind, str]:
    if is_note:
        return "furniture", "footnote"
    if len(text.split()) <= _LONGEST and (_RIGHTS.match(text) or _NUMBERS.match(text)):
        return "furniture", "copyright line"
    if LEADERS.search(text) or _CONTENTS.fullmatch(text):
        return "furniture", "table of contents"
    if CAPTION.match(text) and len(text) < 600:
        return "caption", "its first word"
    if chunk.is_row:
        return "caption", _ROW
    if BULLET.match(text) or (NUMBERED.match(text) and not chunk.bold):
        return "list item", "a bullet or number before it"
    return "paragraph", "layout"


def _tabled(found: Sequence[Part]) -> list[Part]:
    """The parts, the head of a table taken to its rows."""
    rows = [part.rule == _ROW for part in found]
    return [
        replace(part, kind="caption", rule=_ROW)
        if part.kind == "paragraph" and rows[at + 1 : at + 2] == [True] and _is_head(part, found[at + 1])
        else part
        for at, part in enumerate(found)
    ]


def _drawn(found: Sequence[Part]) -> list[Part]:
    """The parts, the scattered words of a figure told from paragraphs: many in a row, of a word or two."""
    scraps = [_is_scrap(part) for part in found]
    told = list(found)
    for at, part in enumerate(found):
        near = sum(scraps[max(0, at - 3) : at + 4])
        if scraps[at] and near >= _SCRAPS and part.kind == "paragraph" and part.page > found[0].page:
            told[at] = replace(part, kind="furniture", rule="words in a figure")
    return told


def _is_scrap(part: Part) -> bool:
    return part.kind in ("paragraph", "caption") and len(part.text.split()) <= 2 and not part.text.endswith(ENDS)


def _is_head(part: Part, row: Part) -> bool:
    return len(part.text) < 100 and not part.text.endswith(ENDS) and not part.bold and part.size < row.size + 0.6


def _whole(found: Sequence[Part], words: frozenset[str]) -> list[Part]:
    """Paragraphs that a column's or page's end cut in two as one; notes and captions stand between without harm."""
    whole: list[Part] = []
    last = -1  # the place of the last paragraph
    long = [part.indented for part in found if part.kind == "paragraph" and len(part.lines) > 1]
    indents = len(long) >= 5 and sum(long) >= len(long) * 0.5
    for part in found:
        if part.kind not in ("paragraph", "list item"):
            whole.append(part)
        elif last >= 0 and _goes_on(whole[last], part, indents=indents):
            text = joined([whole[last].text, part.text], words)
            whole[last] = replace(whole[last], text=text, is_open=part.is_open)
        else:
            last = len(whole)
            whole.append(part)
    return whole


def _goes_on(last: Part, part: Part, *, indents: bool) -> bool:
    alike = abs(last.size - part.size) < 0.6 and last.bold == part.bold and part.kind == "paragraph"
    if not alike or not last.is_open or len(last.text.split()) < 4:
        return False
    elsewhere = part.page != last.page or part.top > last.top
    small = part.text[:1].islower()
    if not last.text.endswith(ENDS):
        return small or (elsewhere and last.text.endswith(("-", ",", "‐")))
    return indents and elsewhere and not part.indented and len(last.lines) > 1


def _headed(found: Sequence[Part], body: Style) -> list[Part]:
    """The parts with their headings, larger type above smaller."""
    heads = [at for at in range(len(found)) if _is_heading(found, at, body)]
    sizes = sorted({round(found[at].size) for at in heads}, reverse=True)
    levels = {size: min(level, 5) for level, size in enumerate(sizes, start=2)}
    chosen = frozenset(heads)
    return [
        replace(part, kind="heading", level=levels[round(part.size)], rule="larger or heavier type")
        if at in chosen
        else part
        for at, part in enumerate(found)
    ]


def _is_heading(found: Sequence[Part], at: int, body: Style) -> bool:
    part = found[at]
    words = part.text.split()
    if part.kind not in ("paragraph", "list item") or len(words) > _LONGEST or not any(c.isalpha() for c in part.text):
        return False
    if part.text.endswith((".", ",", ";", "…")) or part.text[:1].islower():
        return False
    larger = part.size >= body.size * _LARGER and part.size - body.size >= 0.9
    marked = larger or part.bold or (part.text.isupper() and len(part.text) > 3 and part.size >= body.size * _LEAST)
    reach, least = (12, 8) if larger else (6, _TELLING)
    return marked and any(len(later.text.split()) >= least for later in found[at + 1 : at + reach])


def _listed(found: Sequence[Part]) -> list[Part]:
    """The parts without the lists of notes and references at the end, which are no body text."""
    level, listed = 0, []
    late = len(found) * 0.4
    for at, part in enumerate(found):
        if part.kind == "heading" or _NOTES.fullmatch(part.text):
            starts = at > late and _NOTES.fullmatch(part.text) is not None
            if starts:
                level = part.level or 9
            elif level and (part.level or 9) <= level:
                level = 0
        inside = level and part.kind in ("paragraph", "list item", "heading")
        listed.append(replace(part, kind="furniture", level=None, rule="list of notes") if inside else part)
    return listed


def _about(found: Sequence[Part]) -> list[Part]:
    """The parts, what is told of the authors and the publisher under a heading of its own taken out of the text."""
    inside, told = False, []
    for part in found:
        heads = part.kind == "heading" or (part.bold and part.kind == "paragraph")
        if heads or part.kind == "title":
            publisher = part.text.casefold().startswith("about ") and is_body(part.text)
            inside = publisher or _ABOUT.fullmatch(part.text) is not None
        taken = inside and part.kind in ("heading", "paragraph", "list item")
        told.append(replace(part, kind="furniture", level=None, rule="about the authors") if taken else part)
    return told


def pulled(found: Sequence[Part], body: Style) -> Iterator[Part]:
    """The parts, words set large that a paragraph repeats taken for furniture."""
    text = "\n".join(part.text for part in found if part.kind == "paragraph" and part.size < body.size * _LARGER)
    for part in found:
        words = part.text.strip('“”"«»„ ')
        large = part.size >= body.size * _LARGER and len(words.split()) >= 6 and part.kind in ("paragraph", "heading")
        yield (
            replace(part, kind="furniture", level=None, rule="words repeated in the text")
            if large and words in text
            else part
        )
