"""What runs along the head and foot of the pages: titles, addresses, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.readers.pdf.segments import Segment, same_row

_DEPTH = 3  # rows at the head and at the foot of a page that may run along all pages
_NUMBER = re.compile(
    r"(?:page|p\.?|seite|pagina|página|стр\.?)?\s*[-–—|·]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—|·]?"
    r"(?:\s*(?:/|of|von|de|из|\|)\s*\d{1,4})?",
    re.I,
)
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:https?://|file://|about:blank)\S{0,2000}(?:\s.{0,20})?")
WHEN = re.compile(
    r"(\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4})\.?,?\s+(?:at\s|um\s|à\s)?(\d{1,2}[:.h]\d{2}(?::\d{2})?\s?([AaPp]\.?[Mm]\.?)?)"
)
"""The moment of printing, as a browser writes it at the edge of a page: its day, its hour, and am or pm."""


def find_running(pages: Sequence[Sequence[Segment]], size: float) -> frozenset[int]:
    """The `id`s of the segments that recur at the head or foot of the pages, and of the page numbers there.

    `size` is that of the body's type: a first row in smaller type, set apart, runs along even where it stands once.
    """
    edges = [_edge(page) for page in pages]
    counted = Counter(place for edge in edges for place in {_place(one) for one in edge})
    found = set()
    for page, edge in zip(pages, edges, strict=True):
        printed = [*_printed(edge), *_numbered(page)]
        if page is not pages[0]:
            printed += _small_head(page, size)
        for one in edge:
            recurs = counted[_place(one)] >= 2 or any(same_row(one, other) for other in printed)
            if recurs or (_NUMBER.fullmatch(one.text) and _alone(one, page)):
                found.add(id(one))
    return frozenset(found)


def _printed(edge: Sequence[Segment]) -> list[Segment]:
    """The address and the moment that a browser prints at the edges of a page: the rows they stand in are its own."""
    addresses = [one for one in edge if _ADDRESS.fullmatch(one.text)]
    return [*addresses, *(one for one in edge if addresses and WHEN.match(one.text))]


def _numbered(page: Sequence[Segment]) -> list[Segment]:
    """A piece of the last row of a page that begins or ends with its number and stands apart."""
    last = min(page, key=lambda one: one.bottom, default=None)
    if last is None:
        return []
    row = sorted((one for one in page if same_row(one, last)), key=lambda one: one.left)
    others = [one for one in page if one not in row]
    numbered = any(_NUMBER.fullmatch(one.text) for one in (row[0], row[-1])) and len(row) <= 3
    apart = all(one.bottom > last.top + last.height * 1.5 for one in others)
    return [last] if numbered and apart and others else []


def _small_head(page: Sequence[Segment], size: float) -> list[Segment]:
    first = max(page, key=lambda one: one.top, default=None)
    if first is None or first.style.size > size * 0.92 or first.style.bold:
        return []
    others = [one for one in page if not same_row(one, first)]
    return [first] if others and all(one.top < first.bottom - first.height * 1.5 for one in others) else []


def _edge(page: Sequence[Segment]) -> list[Segment]:
    """The segments in the first and the last rows of a page."""
    found: list[Segment] = []
    for ordered in (sorted(page, key=lambda one: -one.top), sorted(page, key=lambda one: one.bottom)):
        rows: list[Segment] = []
        for one in ordered[:40]:
            if not any(same_row(one, row) for row in rows[-2:]):
                rows.append(one)
            if len(rows) > _DEPTH:
                break
            found.append(one)
    return found


def _place(one: Segment) -> tuple[str, int]:
    """Its words without their numbers, and how high it stands, in steps of a line."""
    return _DIGITS.sub("#", one.text.casefold()), round(one.bottom / 8)


def _alone(one: Segment, page: Sequence[Segment]) -> bool:
    """Whether it stands lowest or highest, apart from the rest: a number in a table has neighbours."""
    far = one.height * 1.2
    others = [other for other in page if other is not one]
    return all(other.bottom > one.top + far for other in others) or all(
        other.top < one.bottom - far for other in others
    )
