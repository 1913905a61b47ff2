"""The characters of a page to its segments: pieces of a line that belong together."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from digest.readers.text import clean


class Style(NamedTuple):
    """How characters are set."""

    size: float
    bold: bool
    italic: bool


class Glyph(NamedTuple):
    """A character and where it stands: left, bottom, right, top, in points from the page's lower left corner."""

    code: int
    box: tuple[float, float, float, float]
    style: Style
    made_up: bool = False  # a space or an end of line that the file only implies
    raised: bool = False  # a figure above the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of a line."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    style: Style
    page: int = 1
    lead: float = 0  # the size of its first letters: a last line may go on in smaller type
    cells: int = 1  # pieces of a row with wide gaps between them
    pieces: tuple[str, ...] = ()  # their texts, where there are many
    gap: float = 0  # the widest between them

    @property
    def height(self) -> float:
        """From the foot of the deepest letters to the head of the tallest."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half-way up."""
        return (self.top + self.bottom) / 2


SMALLEST = 2.0  # points: smaller type is not meant to be read
_WIDE = 1.3  # of the size of type: a wider gap parts two cells or columns
_SPREAD = 5  # of the size: a line that is spread to its column's width has no wider gaps
_FEWEST = 4  # lines that show the edges of a column
_INITIAL = 1.8  # of the size of the text: a letter as large opens it
_RAISED = 0.85  # of the line's size: smaller type may be a mark of a footnote
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
HYPHEN = "\u2010"
"""Stands at the end of a line whose last word goes on in the next: the file itself says so."""

_SPELLED = {**_LIGATURES, 0x00AD: HYPHEN, 0x0002: HYPHEN, 0xFFFE: HYPHEN, 0x00A0: " ", 0x2022: "• ", 0xF0B7: "• "}
_BREAKS = (0x0A, 0x0D)
_MARKS = frozenset("0123456789*†‡§¶∗⁎,abc")
_UNITS = ("m", "km", "cm", "mm", "ft", "mi", "CO", "kg")


def segments(glyphs: Iterable[Glyph], page: int, width: float, height: float) -> list[Segment]:
    """The segments of a page, in the order they were set; what stands off the page or upright is left out."""
    runs: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.code in _BREAKS:
            runs.append([])
        elif glyph.made_up or _is_seen(glyph, width, height):
            if runs[-1] and _parts(runs[-1], glyph):
                runs.append([])
            runs[-1].append(glyph)
    found = [segment for run in runs if (segment := _segment(run, page))]
    return _joined(found)


def _is_seen(glyph: Glyph, width: float, height: float) -> bool:
    left, bottom, right, top = glyph.box
    inside = right > 0 and top > 0 and left < width and bottom < height
    return inside and glyph.style.size > 0 and _size(glyph) >= SMALLEST


def _size(glyph: Glyph) -> float:
    """The size of its type; a font that is a set of pictures has none worth the name, but its letters have."""
    return glyph.style.size if glyph.style.size >= SMALLEST else glyph.box[3] - glyph.box[1]


def _parts(run: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether `glyph` stands apart from those before it: on another line, or beyond a wide gap."""
    last = next((one for one in reversed(run) if not one.made_up), None)
    if last is None or glyph.made_up:
        return False
    size = max(_size(last), _size(glyph))
    gap = glyph.box[0] - last.box[2]
    spaced = last.code == 0x20 or glyph.code == 0x20
    apart = min(last.box[3], glyph.box[3]) - max(last.box[1], glyph.box[1])
    low = min(last.box[3] - last.box[1], glyph.box[3] - glyph.box[1])
    return apart < low * 0.3 or gap > size * _WIDE or gap < -size * (2 if spaced else 1)


def _segment(run: Sequence[Glyph], page: int) -> Segment | None:
    real = [glyph for glyph in run if not glyph.made_up and not chr(glyph.code).isspace()]
    if not real:
        return None
    style = Counter(glyph.style for glyph in real).most_common(1)[0][0]
    main = [glyph for glyph in real if glyph.style.size >= style.size * _RAISED] or real
    if style.size < SMALLEST:
        style = style._replace(size=round(max(map(_size, real)), 1))
    text, _ = clean("".join(_spelled(_unspaced(run), style, main)))
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not text:
        return None
    return Segment(
        text=text,
        left=min(glyph.box[0] for glyph in real),
        right=max(glyph.box[2] for glyph in real),
        bottom=min(glyph.box[1] for glyph in main),
        top=max(glyph.box[3] for glyph in main),
        style=_whole_style(real, style),
        page=page,
        lead=main[0].style.size if main[0].style.size >= SMALLEST else style.size,
    )


def _unspaced(run: Sequence[Glyph]) -> Sequence[Glyph]:
    """A run whose letters are set apart, without the spaces that are only implied between them."""
    words = "".join(chr(glyph.code) for glyph in run).split()
    if len(words) < 4 or sum(len(word) <= 2 and word.isalpha() for word in words) < len(words) * 0.8:
        return run
    real = [glyph for glyph in run if not glyph.made_up and glyph.code != 0x20]
    gaps = [other.box[0] - one.box[2] for one, other in pairwise(real)]
    usual = sorted(gaps)[len(gaps) // 2]
    spaced: list[Glyph] = list(real[:1])
    for gap, glyph in zip(gaps, real[1:], strict=True):
        if gap > usual + glyph.style.size * 0.2:
            spaced.append(Glyph(0x20, glyph.box, glyph.style, made_up=True))
        spaced.append(glyph)
    return spaced


def _whole_style(real: Sequence[Glyph], style: Style) -> Style:
    """Bold and slanted only where nearly all is."""
    bold = sum(glyph.style.bold for glyph in real) >= len(real) * 0.9
    return Style(style.size, bold, sum(glyph.style.italic for glyph in real) >= len(real) * 0.9)


def _spelled(run: Sequence[Glyph], style: Style, main: Sequence[Glyph]) -> Iterable[str]:
    """The letters of a run, without the raised marks of footnotes inside it; one at its head stays, and is parted."""
    floor = Counter(round(glyph.box[1], 1) for glyph in main).most_common(1)[0][0]
    words = ""
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and _is_raised(run[end], style, floor):
            end += 1
        mark = "".join(chr(glyph.code) for glyph in run[at:end])
        if not mark:
            words += _letter(run[at])
            at += 1
            continue
        if not words.strip():
            words += mark.strip() + " "
        elif not _is_mark(mark, words):
            words += mark
        at = end
    return words


def _is_raised(glyph: Glyph, style: Style, floor: float) -> bool:
    return glyph.raised or (
        not glyph.made_up
        and SMALLEST <= glyph.style.size < style.size * _RAISED
        and glyph.box[1] > floor + style.size * 0.15
    )


def _is_mark(mark: str, words: str) -> bool:
    """Whether raised characters point to a note: not an ordinal's letters, not a square metre."""
    tail = words.split()[-1] if words.split() else ""
    return set(mark.replace(" ", "")) <= _MARKS and len(mark) <= 8 and tail not in _UNITS


def _letter(glyph: Glyph) -> str:
    return _SPELLED.get(glyph.code) or (chr(glyph.code) if glyph.code else "")


def _joined(found: Sequence[Segment]) -> list[Segment]:
    """Segments that stand side by side without a gap as one: a line is often set piece by piece."""
    joined: list[Segment] = []
    for segment in found:
        last = joined[-1] if joined else None
        if last and same_row(last, segment) and -1 < segment.left - last.right < _gap(last, segment):
            joined[-1] = _side_by_side(last, segment)
        else:
            joined.append(segment)
    return joined


def _side_by_side(one: Segment, other: Segment) -> Segment:
    """Two pieces of a line as one, a mark of a footnote parted at its head and left out elsewhere."""
    if _points(other, one) and _is_mark(other.text, one.text):
        return replace(one, right=other.right)
    parted = other.left - one.right > one.style.size * 0.15 or (_points(one, other) and set(one.text) <= _MARKS)
    return fused(one, other, " " if parted else "")


def _points(mark: Segment, line: Segment) -> bool:
    return mark.style.size < line.style.size * _RAISED and mark.bottom > line.bottom + line.style.size * 0.15


def with_initials(found: Sequence[Segment], size: float) -> list[Segment]:
    """The segments of a page, a large first letter given back to its word."""
    letters = [one for one in found if len(one.text.strip("„“«\"'")) == 1 and one.style.size >= size * _INITIAL]
    kept = [one for one in found if one not in letters]
    for letter in letters[:_MOST_INITIALS]:
        beside = [
            at
            for at, one in enumerate(kept)
            if letter.bottom < one.middle < letter.top + size and -1 < one.left - letter.right < size * 1.5
        ]
        at = max(beside, key=lambda at: kept[at].top, default=None)
        if at is None or not letter.text.strip("„“«\"'").isalpha():
            kept.append(letter)
        else:
            kept[at] = replace(kept[at], text=letter.text + kept[at].text, left=letter.left)
    return kept


_MOST_INITIALS = 30  # on one page


def _gap(one: Segment, other: Segment) -> float:
    return max(one.style.size, other.style.size) * 1.0


def same_row(one: Segment, other: Segment) -> bool:
    """Whether two segments stand on one line."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > min(one.height, other.height) * 0.6


def fused(one: Segment, other: Segment, between: str = " ") -> Segment:
    """The two as one."""
    longer = one if len(one.text) >= len(other.text) else other
    style = Style(longer.style.size, one.style.bold and other.style.bold, one.style.italic and other.style.italic)
    return replace(
        one,
        text=f"{one.text}{between}{other.text}",
        left=min(one.left, other.left),
        right=max(one.right, other.right),
        bottom=min(one.bottom, other.bottom),
        top=max(one.top, other.top),
        style=style,
    )


def rows(found: Iterable[Segment]) -> list[Segment]:
    """Segments as lines from the top down; those side by side become the cells of one."""
    made: list[Segment] = []
    for segment in sorted(found, key=lambda one: (-round(one.middle, 1), one.left)):
        last = made[-1] if made else None
        if last and same_row(last, segment):
            first, second = sorted((last, segment), key=lambda one: one.left)
            pieces = (*(first.pieces or (first.text,)), *(second.pieces or (second.text,)))
            gap = max(last.gap, segment.gap, second.left - first.right)
            made[-1] = replace(fused(first, second), cells=len(pieces), pieces=pieces, gap=gap)
        else:
            made.append(segment)
    return _justified(made)


def _justified(lines: list[Segment]) -> list[Segment]:
    """The lines of a column, those that were only spread to its full width whole again."""
    if len(lines) < _FEWEST:
        return lines
    left = min(Counter(round(line.left) for line in lines).most_common(2))[0]
    right = Counter(round(line.right) for line in lines).most_common(1)[0][0]
    return [
        replace(line, cells=1, pieces=())
        if line.cells > 1
        and line.gap <= line.style.size * _SPREAD
        and abs(line.right - right) < 2.5
        and -2.5 < line.left - left < line.style.size * 4
        else line
        for line in lines
    ]
