"""The segments of a page in the order a person reads them: columns told from tables, and from lines across both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from digest.readers.pdf.segments import Segment, rows, same_row

_FEWEST = 4  # lines side by side that make two columns
_NARROWEST = 7  # sizes of type: the lines of a narrower column hold two words
_FILLED = 0.55  # of a column's width that its lines take up; a table's cells take less
_WORDY = 10  # sizes of type: four words, more than a cell of a table has
_DEEPEST = 6  # columns within columns
_MOST = 2_000  # pieces: a page of more is a map or a table
_STEP = 3.0  # points
_AIR = 1.8  # of the height of a line: a line farther below begins something else

Column = list[Segment]


def columns(found: Sequence[Segment], depth: int = 0) -> list[Column]:
    """The lines of a page, column by column, each from the top down."""
    gutter = _gutter(found) if depth < _DEEPEST else None
    if gutter is None:
        return [rows(found)] if found else []
    ordered: list[Column] = []
    for band, is_split in _bands(found, gutter):
        if is_split:
            ordered += columns([one for one in band if one.right <= gutter + _STEP], depth + 1)
            ordered += columns([one for one in band if one.right > gutter + _STEP], depth + 1)
        else:
            ordered.append(rows(band))
    return ordered


def _gutter(found: Sequence[Segment]) -> float | None:
    """The white strip with most lines side by side; None where the page has one column."""
    if not 2 * _FEWEST <= len(found) <= _MOST:
        return None
    left, right = min(one.left for one in found), max(one.right for one in found)
    edges = Counter(round(one.left) for one in found)
    best: tuple[float, float | None] = (_FEWEST - 0.5, None)
    for edge, lines in sorted(edges.items()):
        at = edge - _STEP / 2
        if lines >= _FEWEST - 1 and (right - left) * 0.12 < at - left < (right - left) * 0.88:
            best = max(best, (_side_by_side(found, at), at), key=lambda one: one[0])
    return best[1]


def _side_by_side(found: Sequence[Segment], at: float) -> float:
    """How many lines of two columns stand left and right of `at`, less those that cross it."""
    left = [one for one in found if one.right <= at]
    right = [one for one in found if one.left >= at]
    if min(len(left), len(right)) < _FEWEST:
        return 0
    low = max(min(one.bottom for one in left), min(one.bottom for one in right))
    high = min(max(one.top for one in left), max(one.top for one in right))
    pair = [[one for one in side if low <= one.middle <= high] for side in (left, right)]
    if not all(len(side) >= _FEWEST and _is_text(side) for side in pair):
        return 0
    crossing = sum(one.left < at < one.right and low <= one.middle <= high for one in found)
    return min(len(side) for side in pair) - crossing


def _is_text(side: Sequence[Segment]) -> bool:
    """Whether lines are long and full as those of a column are, and not the cells of a table."""
    size = median(one.style.size for one in side)
    width = max(one.right for one in side) - min(one.left for one in side)
    usual = _usual([one.right - one.left for one in side])
    full = usual >= max(width * _FILLED, size * 5)  # of one column; beside it may stand others
    return width >= size * _NARROWEST and (full or usual >= size * _WORDY)


def _usual(widths: Sequence[float]) -> float:
    """The width that half of the ink is in lines of, or wider ones: a line spread word by word weighs little."""
    half, ink = sum(widths) / 2, 0.0
    for width in sorted(widths, reverse=True):
        ink += width
        if ink >= half:
            return width
    return 0


def _bands(found: Sequence[Segment], gutter: float) -> list[tuple[list[Segment], bool]]:
    """Stretches of the page from the top down: lines across the gutter, and lines on its two sides."""
    bands: list[tuple[list[Segment], bool]] = []
    heads = _heads(found, gutter)
    for segment in sorted(found, key=lambda one: (-one.top, one.left)):
        crosses = segment in heads or (segment.left < gutter - _STEP and segment.right > gutter + _STEP)
        if not bands or bands[-1][1] == crosses:
            bands.append(([], not crosses))
        bands[-1][0].append(segment)
    return _settled(bands, gutter)


def _heads(found: Sequence[Segment], gutter: float) -> list[Segment]:
    """The lines over both columns that happen to stand over one: above the other, and at no column's edge."""
    sides = [one for one in found if one.right <= gutter], [one for one in found if one.left >= gutter]
    low = min((max((one.top for one in side), default=0) for side in sides), default=0)
    edges = Counter(round(one.left) for one in found)
    above = [one for one in found if one.bottom > low]
    at_edge = [one for one in above if sum(edges[round(one.left) + step] for step in (-1, 0, 1)) >= _FEWEST]
    return [one for one in above if not any(same_row(one, other) for other in at_edge)]


def _settled(bands: list[tuple[list[Segment], bool]], gutter: float) -> list[tuple[list[Segment], bool]]:
    """The bands, the short last line of a paragraph across the page given back to it."""
    for (wide, is_split), (split, _) in pairwise(bands):
        while not is_split and split and _goes_on(wide, split, gutter):
            wide.append(split.pop(0))
    return [(band, is_split) for band, is_split in bands if band]


def _goes_on(wide: Sequence[Segment], split: Sequence[Segment], gutter: float) -> bool:
    last, line = wide[-1], split[0]
    alone = not any(same_row(line, other) for other in split[1:4])
    close = last.bottom - line.bottom < last.height * _AIR
    alike = abs(last.style.size - line.style.size) < 0.6
    return alone and close and alike and (line.right <= gutter or line.left >= gutter)
