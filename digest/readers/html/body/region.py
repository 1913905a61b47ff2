"""Which part of a page is its article: where most of the running text stands, below the headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.readers.html.body.leaves import Layout, Leaf, Node

_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_APART = re.compile(r"[\W_]+")
_WIDTH = 2.5  # Latin letters that say as much as one Chinese character
_STOPS = re.compile(r"[.!?…。！？।؟։][\"'’”»“)\]」』]?$")
_STATED = 0.6
"""How much of a part's running text an element must hold whose name says that it is the article."""
_KEPT = 0.9
"""How much of it an element without such a name must hold."""
_TITLED = 0.3
"""How much of the page's running text stands around the headline of one of several articles."""
_ONE = 0.1
"""The same where an element says by its tag that it is one article."""
_MOST_OF = 0.4
_WRAPPED = 0.4
"""Share of the page's running text above which an element is no furniture, whatever its name."""
_GALLERY = 0.7
"""The same for pictures, of whose captions an article may have more than half its words."""
_PAGE = 0.85
"""The same for names and tags that no article is wrapped in."""
_LEAST = 0.2
"""Share of the page's running text that must be left, or else the names are not believed."""
_FEW = 200
"""Characters of running text that are no article."""
_CARD = 800
"""Characters of a teaser: a headline that is a link, and a line or two."""
_LIGHT = 0.25
"""How much a teaser's text counts: an article of two sentences may stand beside a dozen."""
_PARTS = frozenset({"blockquote", "li", "p", "td", "tr"})  # no article is one of these alone
_TITLE_LINK = 0.8
_BOX_LINES = 60
_SENTENCE = 60  # characters
_MISNAMED = frozenset({"advertisement", "caption", "media player", "widget"})
"""Rules that go by names which templates also give to whole articles."""
SOFT = frozenset({"", "byline", "kicker"})
"""Rules that say nothing of a long text, and leave it to those of the elements inside."""
_BESIDE = frozenset({"aside", "sidebar", "widget"})
_ENOUGH = 400
"""Characters of running text around a headline, with which what stands beside it may be longer."""
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})  # their names are their own: what is furniture is the box
_HEADLINE = 400  # characters


class Region(NamedTuple):
    """The leaves of the article, from `first` to before `end`, and what the page around them shows."""

    first: int
    end: int
    title: int | None
    rules: Sequence[str]  # a leaf each: why its elements are furniture
    spine: frozenset[int]  # the element that holds the article, and those around it
    sizes: Sequence[float]  # characters in a node
    cards: frozenset[int]  # leaves of small elements whose headline is a link
    masses: Sequence[float]  # running text in a leaf
    totals: Sequence[float]  # running text in a node


def find_region(page: Layout, titles: Sequence[str], sure: Sequence[str] = ()) -> Region:
    """Where the article stands on `page`, whose headline is one of `titles`, rather one of those that are `sure`."""
    leaves, nodes = page.leaves, page.nodes
    title = _title(page, titles, sure)
    masses = [_mass(leaf, nodes[leaf.node]) for leaf in leaves]
    if not any(masses):  # a page of short lines: dates, names, places
        masses = [0 if nodes[leaf.node].role == "heading" else len(leaf.text) - leaf.linked for leaf in leaves]
    whole = totals(page, masses)
    sizes = totals(page, [float(len(leaf.text)) for leaf in leaves])
    cards = frozenset(find_cards(page, sizes))
    rules = _rules(page, whole, title, _PAGE)
    if ignored := _ignored(page, rules):
        rules = _rules(page, whole, title, _PAGE, ignored)
    lights = [mass * _LIGHT if at in cards else mass for at, mass in enumerate(masses)]
    kept = _kept(page, lights, rules)
    if kept[0] < min(_LEAST * whole[0], _FEW):  # the article itself stands in what is named as furniture
        rules = _rules(page, whole, title, _WRAPPED)
        kept = _kept(page, lights, rules)
    node = _narrowed(nodes, kept, _titled(nodes, kept, leaves[title].node) if title is not None else 0)
    inside = _inside(nodes, node)
    found = [at for at, leaf in enumerate(leaves) if leaf.node in inside]
    return Region(
        first=found[0] if found else 0,
        end=found[-1] + 1 if found else 0,
        title=title,
        rules=[rules[leaf.node] for leaf in leaves],
        spine=frozenset(around(nodes, node)),
        sizes=sizes,
        cards=cards,
        masses=masses,
        totals=whole,
    )


def weight(text: str) -> float:
    """The length of `text`, a Chinese character counted as the letters that say as much."""
    if text.isascii() or max(text) < "\u0e00":
        return len(text)
    return len(text) + (_WIDTH - 1) * len(_WIDE.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return bool(_STOPS.search(text[-4:]))


def folded(text: str) -> str:
    """The letters and digits of `text`, without case."""
    return _APART.sub("", text.casefold())


def around(nodes: Sequence[Node], at: int) -> Iterator[int]:
    """The node `at` and those around it, outwards."""
    while at >= 0:
        yield at
        at = nodes[at].parent


def totals(page: Layout, values: Sequence[float]) -> list[float]:
    """The sum of the leaves' `values` in each node."""
    sums = [0.0] * len(page.nodes)
    for leaf, value in zip(page.leaves, values, strict=True):
        sums[leaf.node] += value
    for at in range(len(sums) - 1, 0, -1):  # a node stands after the one around it
        sums[page.nodes[at].parent] += sums[at]
    return sums


def find_cards(page: Layout, sizes: Sequence[float]) -> Iterator[int]:
    """The leaves of small elements whose headline is a link."""
    for at, leaf in enumerate(page.leaves):
        if page.nodes[leaf.node].role != "heading" or leaf.linked < _TITLE_LINK * len(leaf.text):
            continue
        for node in around(page.nodes, leaf.node):
            if sizes[node] > _CARD:
                break
            if sizes[node] > len(leaf.text):
                yield at
                yield from leaves_in(page, node, at)
                break


def leaves_in(page: Layout, outer: int, at: int) -> Iterator[int]:
    """The leaves after `at` that stand in the element `outer`."""
    for other in range(at + 1, min(len(page.leaves), at + _BOX_LINES)):
        if outer not in around(page.nodes, page.leaves[other].node):
            return
        yield other


def _mass(leaf: Leaf, node: Node) -> float:
    """How much running text a leaf holds."""
    if node.role in ("heading", "caption") or leaf.linked * 2 > len(leaf.text):
        return 0
    size = weight(leaf.text) - leaf.linked
    return size if size >= 100 or (size >= 40 and ends_sentence(leaf.text)) else 0


def _kept(page: Layout, masses: Sequence[float], rules: Sequence[str]) -> list[float]:
    """How much running text that is no furniture stands in each node."""
    return totals(page, [0 if rules[leaf.node] else mass for leaf, mass in zip(page.leaves, masses, strict=True)])


def _ignored(page: Layout, rules: Sequence[str]) -> frozenset[str]:
    """The rules that would take more text than they leave: a story told in captions, a report of what one can buy."""
    held: Counter[str] = Counter()
    for leaf in page.leaves:
        if len(leaf.text) > _SENTENCE and ends_sentence(leaf.text):
            held[rules[leaf.node]] += len(leaf.text)
    return frozenset(rule for rule in _MISNAMED if held[rule] > 2 * held[""])


def _rules(
    page: Layout, whole: Sequence[float], title: int | None, most: float, ignored: frozenset[str] = frozenset()
) -> list[str]:
    """Why each node is furniture; nothing that holds the article is, or more than `most` of it, whatever its name."""
    nodes = page.nodes
    titled = frozenset(around(nodes, page.leaves[title].node)) if title is not None else frozenset()
    named = _named(nodes, whole)
    rules = [""] * len(nodes)
    for at, node in enumerate(nodes[1:], 1):
        rules[at] = rules[node.parent]
        rule = "hidden" if node.zone.hidden else node.zone.rule if node.tag not in _HEADS else ""
        if not rule or rules[at] not in SOFT or rule in ignored or node.tag in ("body", "main"):
            continue
        share = whole[at] / (whole[0] or 1)
        sure = node.zone.sure
        apart = sure or (rule in _BESIDE and _is_beside(nodes, whole, at, titled))
        wraps = share > (most if apart else _GALLERY if rule == "media player" else _WRAPPED)
        holds = not node.zone.hidden and named[at] > (0.8 if sure else 0.5) * whole[at]
        wraps = wraps or (holds and (share > 0.5 or not sure))
        if not wraps and not (at in titled and (share > 0.2 or not sure)):
            rules[at] = rule
    return rules


def _is_beside(nodes: Sequence[Node], whole: Sequence[float], at: int, titled: frozenset[int]) -> bool:
    """Whether the node `at` stands beside an element that holds the headline, and a text below it."""
    if at in titled:
        return False
    shared = next(node for node in around(nodes, at) if node in titled) if titled else 0
    return any(nodes[node].parent == shared and whole[node] >= _ENOUGH for node in titled)


def _named(nodes: Sequence[Node], whole: Sequence[float]) -> list[float]:
    """How much running text stands in elements of each node whose names say that they are the article."""
    sums = [0.0] * len(nodes)
    for at in range(len(nodes) - 1, 0, -1):
        if nodes[at].zone.article:
            sums[at] = whole[at]
        sums[nodes[at].parent] += sums[at]
    return sums


def _title(page: Layout, titles: Sequence[str], sure: Sequence[str]) -> int | None:
    """The leaf that is the headline: one that repeats what the page declares, a heading if there is one."""
    stated, named = [folded(title) for title in titles], [folded(title) for title in sure]
    longest = max(map(len, titles), default=0) * 2
    best, score = None, 0
    for at, leaf in enumerate(page.leaves):
        node = page.nodes[leaf.node]
        most = _HEADLINE if node.role == "heading" else min(longest, _HEADLINE)
        if node.role == "item" or len(leaf.text) > most or node.zone.hidden:
            continue
        text = folded(leaf.text)
        same = len(text) > 12 and any(text in title or (len(title) > 20 and title in text) for title in stated)
        near = len(text) > 12 and any(title in text and len(text) < 2 * len(title) for title in stated if title)
        value = 4 * (same and node.role == "heading") + 2 * (node.level == 1) + (text in stated) + near
        value += _named_so(text, named, is_heading=node.role == "heading")
        if value > score:
            best, score = at, value
    return best


def _named_so(text: str, named: Sequence[str], *, is_heading: bool) -> int:
    """How much it tells that `text` is one of the titles `named` in the page's head, or most of one."""
    if is_heading and text in named:
        return 4
    return 3 if len(text) > 20 and any(text in title and len(text) >= _MOST_OF * len(title) for title in named) else 0


def _titled(nodes: Sequence[Node], kept: Sequence[float], at: int) -> int:
    """The smallest element that holds the headline and enough of the page's running text, or says it is an article."""
    found = 0
    for node in around(nodes, at):
        one = nodes[node].tag == "article" and kept[node] >= max(_ONE * kept[0], _FEW)
        if one or kept[node] >= max(_TITLED * kept[0], 1):
            found = node
            break
    return next((node for node in around(nodes, found) if nodes[node].tag == "article"), found)


def _narrowed(nodes: Sequence[Node], kept: Sequence[float], start: int) -> int:
    """The smallest element below `start` that holds nearly all its running text, or is named as the article."""
    below: dict[int, list[int]] = {}
    for at in range(1, len(nodes)):
        if kept[at]:
            below.setdefault(nodes[at].parent, []).append(at)
    node = found = start
    while inner := below.get(node):
        node = max(inner, key=lambda at: kept[at])
        least = _STATED if nodes[node].zone.article else _KEPT
        if kept[node] >= least * kept[found] and nodes[node].tag not in _PARTS:
            found = node
        elif kept[node] < _STATED * kept[found]:
            break
    return found


def _inside(nodes: Sequence[Node], outer: int) -> frozenset[int]:
    """The elements in `outer`, itself among them."""
    inside = {outer}
    for at in range(outer + 1, len(nodes)):
        if nodes[at].parent in inside:
            inside.add(at)
    return frozenset(inside)
