"""Lines to paragraphs: where one ends, and how its lines join."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from digest.readers.pdf.columns import Column
from digest.readers.pdf.segments import HYPHEN, Segment
from digest.readers.text import BULLET

ENDS = tuple('.!?:…”"’»。！？」』')
_STARTS = ("©", "ISBN ", "ISSN ")
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
LEADERS = re.compile(r"(?:\.\s?|…\s?|·\s?|_){5,}\s*(?:\d{1,4}|[ivx]{1,6})?$")

_FEWEST = 6  # distances that tell how far apart lines are set: fewer may all be of paragraphs
_LOOSE = 1.3  # of the usual distance of lines: a wider one parts paragraphs
_INDENT = 0.7  # of the size of type
_ROOM = 0.35  # of the column's width, left empty at the end of a line: the paragraph ends whatever its last character
_LETTER = 0.5  # of the size of type: how wide a letter is
_ASIAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Lines that belong together, and the edges of the column they stand in."""

    lines: tuple[Segment, ...]
    left: float
    right: float

    @property
    def first(self) -> Segment:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Segment:
        """Its last line."""
        return self.lines[-1]

    @property
    def size(self) -> float:
        """The size of its type."""
        return median(line.style.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.style.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """Whether all of it is slanted."""
        return all(line.style.italic for line in self.lines)

    @property
    def is_row(self) -> bool:
        """Whether it is a row of cells."""
        return len(self.lines) == 1 and self.first.cells > 1


def cut(column: Column) -> Iterator[Chunk]:
    """The paragraphs of a column."""
    if not column:
        return
    left, right = _edges(column)
    leading = _leading(column)
    hanging = _is_hanging(column, left)
    group = [column[0]]
    for at, (last, line) in enumerate(pairwise(column), start=1):
        after = column[at + 1] if at + 1 < len(column) else None
        ends = _is_set_apart(last, line, leading) or _is_full_stop(last, line, right)
        ends = ends or (_is_middle(last, left, right) and line.left < left + line.style.size * _INDENT)
        if ends or _is_indented((last, line, after), left, hanging=hanging):
            yield Chunk(lines=tuple(group), left=left, right=right)
            group = []
        group.append(line)
    yield Chunk(lines=tuple(group), left=left, right=right)


def _edges(column: Column) -> tuple[float, float]:
    usual = median(line.style.size for line in column)
    plain = [line for line in column if abs(line.style.size - usual) < 0.6 and line.cells == 1] or column
    lefts = Counter(round(line.left) for line in plain)
    most = max(lefts.values())
    left = min(edge for edge, count in lefts.items() if count >= max(2, most * 0.3) or count == most)
    rights = sorted(line.right for line in plain)
    return left, rights[int(len(rights) * 0.95)] if len(rights) > 20 else rights[-1]


def _leading(column: Column) -> float:
    steps = [
        one.bottom - other.bottom
        for one, other in pairwise(column)
        if abs(one.style.size - other.style.size) < 0.6 and 0.8 < (one.bottom - other.bottom) / one.style.size < 2.5
    ]
    if not steps:
        return column[0].style.size * 1.3
    usual = sorted(steps)[len(steps) // 6]
    return usual if len(steps) >= _FEWEST else min(usual, column[0].style.size * 1.5)


def _is_hanging(column: Column, left: float) -> bool:
    """Whether paragraphs begin farther left than they go on, as in a list of references."""
    indented = sum(line.left > left + line.style.size * _INDENT for line in column)
    return len(column) >= 4 and indented > len(column) * 0.5


def _is_set_apart(last: Segment, line: Segment, leading: float) -> bool:
    """Whether a line stands apart from the one above by its type, its distance or its cells."""
    if last.cells > 1 or line.cells > 1 or LEADERS.search(last.text) or LEADERS.search(line.text):
        return True
    apart = min(abs(last.style.size - line.style.size), abs(last.style.size - line.lead))
    if apart > max(0.6, min(last.style.size, line.style.size) * 0.06):
        return True
    step = last.bottom - line.bottom
    usual = max(leading, line.style.size * 1.0) if line.style.size <= leading else line.style.size * 1.3
    if step > usual * _LOOSE or step < 0:
        return True
    return last.style.bold != line.style.bold and not line.text[:1].islower()


def _is_full_stop(last: Segment, line: Segment, right: float) -> bool:
    """Whether the first word of `line` would have fitted behind `last`, so that it was broken on purpose."""
    if BULLET.match(line.text) or line.text.startswith(_STARTS):
        return True
    if line.text[:1].islower() or line.text[:1] in "([":
        return False
    ended = last.text.endswith(ENDS)
    if NUMBERED.match(line.text) and ended:
        return True
    room = right - last.right
    word = len(line.text.split(" ", 1)[0]) if not _ASIAN.match(line.text) else 1
    fits = room > (word + 2) * last.style.size * _LETTER
    width = max(right - last.left, 1)
    return fits and not _is_centred(last, line) and (ended or room > width * _ROOM)


def _is_centred(last: Segment, line: Segment) -> bool:
    """Whether two lines of different width have one middle."""
    middles = (last.left + last.right) / 2, (line.left + line.right) / 2
    return abs(middles[0] - middles[1]) < 3 and abs(last.left - line.left) > 3


def _is_middle(line: Segment, left: float, right: float) -> bool:
    """Whether a line stands in the middle of its column, as a caption may."""
    return line.left - left > line.style.size * 2 and abs((line.left - left) - (right - line.right)) < 4


def _is_indented(lines: tuple[Segment, Segment, Segment | None], left: float, *, hanging: bool) -> bool:
    """Whether the middle one of three lines begins a paragraph by its left edge."""
    last, line, after = lines
    step = line.style.size * _INDENT
    inside = line.left > left + step
    if hanging:
        return not inside and last.left > left + step
    if not inside or last.left >= line.left - step or _is_centred(last, line) or BULLET.match(last.text):
        return False
    if NUMBERED.match(last.text) and line.left < last.left + step * 6:
        return False
    return after is None or after.left < line.left - step or last.text.endswith(ENDS)


def vocabulary(pages: Sequence[Sequence[Segment]]) -> frozenset[str]:
    """The words of a document that stand unbroken in a line, in small letters."""
    words: set[str] = set()
    for page in pages:
        for line in page:
            found = [match[0].casefold().replace("‐", "-") for match in _WORD.finditer(line.text)]
            words.update(found[:-1] if line.text.endswith(("-", HYPHEN)) else found)
    return frozenset(words)


def joined(texts: Sequence[str], words: frozenset[str]) -> str:
    """The lines of a paragraph as one text, words broken at a line's end whole again.

    >>> joined(["The inter-", "national talks were Moscow-", "led."], frozenset({"led", "moscow", "international"}))
    'The international talks were Moscow-led.'
    """
    whole: list[str] = []
    for text in texts:
        if whole:
            whole[-1], between = _glued(whole[-1], text, words)
            whole.append(between)
        whole.append(text)
    return "".join(whole).replace(HYPHEN, "-").strip()


def _glued(one: str, other: str, words: frozenset[str]) -> tuple[str, str]:
    """The end of a line as it is spelled before the next, and what stands between them."""
    if one.endswith(("-", HYPHEN)) and other[:1].isalnum():
        return (one[:-1] if _is_broken(one, other, words) else one[:-1] + "-"), ""
    asian = _ASIAN.match(one[-1:]) and _ASIAN.match(other[:1])
    glued = asian or one.endswith(("/", "–")) or (one.endswith("—") and not one.endswith(" —"))
    return one, "" if glued else " "


def _is_broken(one: str, other: str, words: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end only breaks a word, by the other words of the document."""
    if not other[:1].islower():
        return False
    head, tail = _WORD.findall(one[:-1])[-1:], _WORD.match(other)
    if not head or not tail:
        return False
    start, end = head[0].casefold().replace("‐", "-"), tail[0].casefold().replace("‐", "-")
    if start + end in words:
        return True
    if f"{start}-{end}" in words:
        return False
    return not (start in words and end in words and len(start) > 2)
