"""What a leaf of an article's region is taken for: rules in order, of which the first that knows it has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from digest.model import Kind
from digest.readers.html.body.leaves import Layout, Leaf, Node
from digest.readers.html.body.looks import is_caption, is_stamp
from digest.readers.html.body.phrases import leads_away, says
from digest.readers.html.body.region import SOFT, Region, around, ends_sentence, folded, weight


class Told(NamedTuple):
    """What a rule takes a leaf for."""

    kind: Kind
    rule: str


class Scene(NamedTuple):
    """A leaf, the page it stands on, and what went before it."""

    at: int
    leaf: Leaf
    node: Node
    page: Layout
    region: Region
    boxed: dict[int, str]
    title: str
    abstracts: Sequence[str]
    seen: set[str]
    layouts: frozenset[int]  # cells of tables that only lay out the page
    authors: Sequence[str]
    closing: bool  # whether less than a paragraph of the text follows


_ROLES: dict[str, Kind] = {"item": "list item", "caption": "caption", "heading": "heading", "cell": "list item"}
_SIGNING = 160
"""Characters of a byline with all it says of its author; what is longer is text in an element that bears its name."""
_UNFILLED = re.compile(r"\{\{.{1,400}?\}\}")
"""What a script was to fill in."""
_FILLED = 20
_NEIGHBOURS = 6
_REPEATED = 30
_LINKED = 0.8
_BETWEEN = str.maketrans("", "", " |·•/>»›")  # what parts the links of a menu
_INVITING = 0.4  # how much of a line is a link that an invitation goes before
_STANDFIRST = (40, 1_200)
_SURELY = 80  # from here on a sentence below the headline is one, whatever its element
_NAME = 7  # letters of a name that is no common word
_WITH = 12
"""Letters that stand with a name in a line of its own: "Von … (Autor)"."""
_LIFE = 500
"""Characters of what is said of an author at the end."""


def tell(scene: Scene) -> Told:
    """What the leaf of `scene` is, and why."""
    for rule in _RULES:
        if told := rule(scene):
            return told
    role = scene.node.role if scene.leaf.node not in scene.layouts else ""
    return Told(_ROLES.get(role, "paragraph"), "<blockquote>" if role == "quote" else f"<{scene.node.tag}>")


def _headline(scene: Scene) -> Told | None:
    return Told("title", "the headline") if scene.at == scene.region.title else None


def _repeated(scene: Scene) -> Told | None:
    text = scene.leaf.text
    short = scene.title and len(text) <= _SIGNING + len(scene.title)
    if short and folded(text).removeprefix("re") == scene.title:  # forums answer "Re:"
        return Told("furniture", "the headline again")
    return Told("furniture", "said before") if len(text) >= _REPEATED and text in scene.seen else None


def _zoned(scene: Scene) -> Told | None:
    rule = scene.region.rules[scene.at]
    if _is_described(scene):
        return Told("standfirst", "the page's own description")
    if not rule or (rule in SOFT and weight(scene.leaf.text) > _SIGNING):
        return None
    return Told("caption" if rule == "caption" else "furniture", rule)


def _is_described(scene: Scene) -> bool:
    """Whether a leaf before the text says what the page's description says."""
    size = weight(scene.leaf.text)
    if scene.at >= scene.region.first or not _STANDFIRST[0] <= size <= _STANDFIRST[1]:
        return False
    text = folded(scene.leaf.text)[:60]
    return any(text in abstract for abstract in scene.abstracts)


def _worded(scene: Scene) -> Told | None:
    text = scene.leaf.text
    if not scene.node.role and not any(map(str.isalpha, text)):
        return Told("furniture", "line without words")
    if "{{" in text and sum(map(str.isalpha, _UNFILLED.sub("", text))) < _FILLED:
        return Told("furniture", "a template's mark")
    rule = says(text)
    return Told("furniture", rule) if rule else None


def _boxed(scene: Scene) -> Told | None:
    rule = scene.boxed.get(scene.at)
    return Told("furniture", rule) if rule else None


def _away(scene: Scene) -> Told | None:
    leaf = scene.leaf
    rule = leads_away(leaf.text) if leaf.linked > _INVITING * len(leaf.text) else ""
    return Told("furniture", rule) if rule else None


def _captioned(scene: Scene) -> Told | None:
    shown = is_caption(scene.page, scene.region, scene.at)
    return Told("caption", "beside a picture, or with its credit") if shown else None


def _stamped(scene: Scene) -> Told | None:
    return Told("dateline", "a date alone") if is_stamp(scene.leaf.text) else None


def _lived(scene: Scene) -> Told | None:
    """A line of the author's name alone; or the author's life, which ends a text or follows the name, and begins so."""
    text = scene.leaf.text
    if len(text) > _LIFE or scene.node.role == "heading":
        return None
    opening = folded(text[:_SIGNING])
    for author in scene.authors:
        if len(author) >= _NAME and author in opening:
            if len(opening) <= len(author) + _WITH and not ends_sentence(text):
                return Told("furniture", "byline")
            if opening.startswith(author) and (scene.closing or _is_signed(scene, author)):
                return Told("furniture", "author box")
    return None


def _is_signed(scene: Scene, author: str) -> bool:
    """Whether what stands before a leaf is its `author`, with a word or two."""
    if not scene.at:
        return False
    last = scene.page.leaves[scene.at - 1]
    before = folded(last.text)
    with_it = _WITH if scene.page.nodes[last.node].role != "heading" else 0
    return author in before and len(before) <= len(author) + with_it and len(scene.leaf.text) > len(last.text) + _WITH


def _linked(scene: Scene) -> Told | None:
    leaf = scene.leaf
    letters = len(leaf.text.translate(_BETWEEN)) if len(leaf.text) <= _SIGNING else len(leaf.text)
    alone = leaf.linked > _LINKED * letters and scene.node.role != "heading"
    return Told("furniture", "a link alone") if alone and not _is_told_of(scene) else None


def _is_told_of(scene: Scene) -> bool:
    """Whether a leaf is a cell in a row of a table that says something of it."""
    if scene.node.role != "cell" or scene.leaf.node in scene.layouts:
        return False
    row = _row_of(scene, scene.at)
    beside = range(max(0, scene.at - _NEIGHBOURS), min(len(scene.page.leaves), scene.at + _NEIGHBOURS))
    told = (at for at in beside if not scene.page.leaves[at].linked and _row_of(scene, at) == row)
    return any(any(map(str.isalnum, scene.page.leaves[at].text)) for at in told)


def _row_of(scene: Scene, at: int) -> int:
    nodes = scene.page.nodes
    return next((node for node in around(nodes, scene.page.leaves[at].node) if nodes[node].tag == "tr"), -1)


def _before(scene: Scene) -> Told | None:
    """Between the headline and the text: a standfirst, or furniture."""
    leaf, nodes = scene.leaf, scene.page.nodes
    if scene.at >= scene.region.first:
        return None
    least, most = _STANDFIRST
    if not least <= weight(leaf.text) <= most or leaf.linked * 2 > len(leaf.text):
        return Told("furniture", "before the text")
    if any(nodes[node].zone.standfirst for _, node in zip(range(4), around(nodes, leaf.node), strict=False)):
        return Told("standfirst", "an element named so")
    plain = ends_sentence(leaf.text) and (scene.node.tag in ("p", "h2") or weight(leaf.text) >= _SURELY)
    return Told("standfirst", "below the headline") if plain else Told("furniture", "before the text")


_RULES: tuple[Callable[[Scene], Told | None], ...] = (
    _headline, _repeated, _zoned, _worded, _boxed, _away, _captioned, _stamped, _lived, _linked, _before,
)  # fmt: skip
