"""Boxes inside an article that lead to other pages: a phrase that heads them, or a headline that is a link."""

from __future__ import annotations

from collections.abc import Iterator

from digest.readers.html.body.leaves import Layout
from digest.readers.html.body.phrases import heads
from digest.readers.html.body.region import Region, around, leaves_in

_BOX = 0.15
"""Share of an article's running text that a box holds at most."""
_SMALL = 500
"""Characters of running text that any box may hold."""
_LINES = 60
_SHORT = 60
_LINKED = 0.5


def boxes(page: Layout, region: Region) -> dict[int, str]:
    """The leaves in boxes, each with the rule."""
    found: dict[int, str] = {}
    whole = sum(region.masses[region.first : region.end])
    most = max(_SMALL, _BOX * whole)
    for at in range(region.first, region.end):
        leaf = page.leaves[at]
        if len(leaf.text) < _SHORT and at not in found and (rule := heads(leaf.text)):
            inside = list(_box(page, region, at, most)) or list(_below(page, region, at))
            if inside:
                found.update(dict.fromkeys((at, *inside), rule))
    found.update((at, "list of links") for at in _lists(page, region) if at not in found)
    teasers = [at for at in range(region.first, region.end) if at in region.cards]
    held = sum(region.masses[at] for at in teasers)
    if held < 0.5 * whole:
        found.update((at, "teaser") for at in teasers if at not in found)
    return found


def _box(page: Layout, region: Region, at: int, most: float) -> Iterator[int]:
    """The other leaves of the largest element that begins with the leaf `at` and holds `most` running text at most."""
    outer = None
    for node in around(page.nodes, page.leaves[at].node):
        if node in region.spine or region.totals[node] > most or page.firsts[node] < at - 1:
            break
        outer = node
    if outer is not None:
        yield from (other for other in leaves_in(page, outer, at) if other < region.end)


def _below(page: Layout, region: Region, at: int) -> Iterator[int]:
    """The links and headlines that follow the leaf `at`."""
    for other in range(at + 1, min(region.end, at + _LINES)):
        leaf = page.leaves[other]
        if leaf.linked < _LINKED * len(leaf.text):
            return
        yield other


def _lists(page: Layout, region: Region) -> Iterator[int]:
    """The items of lists of which each is a link, with a word or two before it."""
    items: dict[int, list[int]] = {}
    for at in range(region.first, region.end):
        node = page.leaves[at].node
        if page.nodes[node].role == "item":
            outer = next((up for up in around(page.nodes, node) if page.nodes[up].tag in ("ol", "ul")), 0)
            items.setdefault(outer, []).append(at)
    for inside in items.values():
        leaves = [page.leaves[at] for at in inside]
        if len(leaves) > 1 and all(leaf.linked >= _LINKED * len(leaf.text) for leaf in leaves):
            yield from inside
