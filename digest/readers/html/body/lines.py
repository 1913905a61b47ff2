"""The lines of an article, each told for what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from digest.model import Kind
from digest.readers.html.body.boxes import boxes
from digest.readers.html.body.leaves import Layout
from digest.readers.html.body.region import Region, around, ends_sentence, folded
from digest.readers.html.body.rules import Scene, tell


class Line(NamedTuple):
    """A line of the article's region."""

    text: str
    kind: Kind
    rule: str
    level: int | None = None
    links: tuple[tuple[str, str], ...] = ()


_CELL = 200
"""Characters of a table's cell; in a longer one stands an article."""
_BELOW = 2
"""The level of a heading below the headline, whatever its element: templates give h1 to parts of a text too."""
_LAST = 0.05
_TOLD = 2
_ABOVE = 0.1
"""How much of what stands below a headline may stand above it, before it is taken for a part of the text."""
_LINES = 3
"""Lines of a cell, likewise."""


def find_lines(page: Layout, region: Region, abstracts: Sequence[str], authors: Sequence[str]) -> list[Line]:
    """The lines from the headline to the end of the article."""
    title = region.title
    first = title if title is not None and title < region.end else region.first
    if sum(region.masses[region.first : first]) > _ABOVE * sum(region.masses[first : region.end]):
        first = region.first  # a heading amid the text that says what the whole is about
    stated, signed = ([folded(value) for value in values] for values in (abstracts, authors))
    headline = folded(page.leaves[title].text) if title is not None else ""
    closing = _closing(region)
    boxed, layouts = boxes(page, region), _layouts(page, region)
    seen: set[str] = set()
    lines = []
    for at in range(first, region.end):
        if region.rules[at] != "hidden":
            leaf = page.leaves[at]
            line = _line(
                Scene(
                    at,
                    leaf,
                    page.nodes[leaf.node],
                    page,
                    region,
                    boxed,
                    headline,
                    stated,
                    seen,
                    layouts,
                    signed,
                    at >= closing,
                )
            )
            if line.kind not in ("furniture", "title"):
                seen.add(leaf.text)
            lines.append((at, line))
    return _ended(_captions(list(_rows(page, lines))))


def _closing(region: Region) -> int:
    """The leaf after which less than a twentieth of the article's running text stands, the last two at least."""
    left = sum(region.masses[region.first : region.end]) * _LAST
    paragraphs = [at for at in range(region.first, region.end) if region.masses[at]]
    for at in reversed(paragraphs[2:]):
        left -= region.masses[at]
        if left < 0 and at <= paragraphs[-2]:
            return at
    return region.end


def _line(scene: Scene) -> Line:
    kind, rule = tell(scene)
    level = scene.node.level if kind == "heading" else None
    if level == 1 and scene.region.title is not None:
        level = _BELOW
    return Line(scene.leaf.text, kind, rule, level, scene.leaf.links)


def _rows(page: Layout, lines: Sequence[tuple[int, Line]]) -> Iterator[Line]:
    """The lines, the cells of a table's row put together."""
    for row, group in groupby(lines, key=lambda entry: _row(page, *entry)):
        cells = [line for _, line in group]
        if row is None or len(cells) == 1:
            yield from cells
            continue
        links = tuple(link for cell in cells for link in cell.links)
        yield Line(" | ".join(cell.text for cell in cells), "list item", "<tr>", links=links)


def _row(page: Layout, at: int, line: Line) -> int | None:
    """The row of a table that a line is a cell of."""
    node = page.leaves[at].node
    if page.nodes[node].role != "cell" or line.kind != "list item":
        return None
    return next((outer for outer in around(page.nodes, node) if page.nodes[outer].tag == "tr"), None)


def _layouts(page: Layout, region: Region) -> frozenset[int]:
    """The elements in cells of tables that only lay out the page: tables with an article in a cell."""
    tables: dict[int, int] = {}
    cells: Counter[int] = Counter()
    found = set()
    for at in range(region.first, region.end):
        leaf = page.leaves[at]
        if page.nodes[leaf.node].role == "cell":
            tags = {page.nodes[node].tag: node for node in reversed(list(around(page.nodes, leaf.node)))}
            cell = tags.get("td", tags.get("th", 0))
            tables[leaf.node] = tags.get("table", 0)
            cells[cell] += 1
            if len(leaf.text) > _CELL or cells[cell] > _LINES:
                found.add(tables[leaf.node])
    return frozenset(node for node, table in tables.items() if table in found)


def _captions(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those below pictures taken for the text where nearly all of it stands there."""
    sizes = Counter[str]()
    for line in lines:
        sizes[line.kind] += len(line.text)
    if sizes["caption"] <= _TOLD * (sizes["paragraph"] + sizes["list item"]):
        return lines
    return [
        line._replace(kind="paragraph", rule="a story told below its pictures")
        if line.kind == "caption" and ends_sentence(line.text)
        else line
        for line in lines
    ]


def _ended(lines: Sequence[Line]) -> list[Line]:
    """The lines, a heading with no text below it taken for furniture."""
    if not any(line.kind in ("paragraph", "list item") for line in lines):
        lines = [line._replace(kind="paragraph") if line.kind == "standfirst" else line for line in lines]
    last = max((at for at, line in enumerate(lines) if line.kind in ("paragraph", "list item")), default=-1)
    return [
        line._replace(kind="furniture", rule="nothing below it", level=None)
        if at > last and line.kind == "heading"
        else line
        for at, line in enumerate(lines)
    ]
