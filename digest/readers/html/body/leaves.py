"""A page's tree as runs of text, each with the elements it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.errors import ReadError
from digest.readers.html.body.zones import Zone, zone_of
from digest.readers.html.markup import Tree
from digest.readers.text import clean


class Node(NamedTuple):
    """An element that begins a new line, by the number of the one around it."""

    tag: str
    parent: int
    role: str  # the nearest of heading, caption, item, quote, cell, or none
    level: int | None
    zone: Zone


class Leaf(NamedTuple):
    """A run of text between two breaks of the line."""

    text: str
    node: int
    linked: int  # characters inside links
    bold: int  # characters inside bold elements
    links: tuple[tuple[str, str], ...]


MOST_LEAVES = 50_000
MOST_CHARACTERS = 3_000_000
"""The longest novels have as many; the longest pages of newspapers a tenth."""

_GONE = frozenset(
    {
        "applet", "area", "audio", "base", "button", "canvas", "command", "datalist", "embed", "frame", "frameset",
        "head", "iframe", "img", "input", "link", "map", "math", "meta", "nav", "noembed", "noframes", "noscript",
        "object", "optgroup", "option", "param", "picture", "progress", "rp", "rt", "script", "select", "source",
        "style", "svg", "template", "textarea", "title", "track", "video",
    }
)  # fmt: skip
"""Elements whose content is no text of the page."""

_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "amp-fit-text", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
        "font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "rb", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ROLES = {
    "blockquote": "quote", "caption": "caption", "dd": "item", "dt": "item", "figcaption": "caption",
    "figure": "caption", "li": "item", "td": "cell", "th": "cell",
}  # fmt: skip
_ENDS = frozenset(".!?:…")
_BOLD = frozenset({"b", "strong"})
_PICTURES = frozenset({"amp-img", "img", "picture", "video"})
_LISTS = frozenset({"table", "ul", "ol", "dl"})


class Layout(NamedTuple):
    """A page as its runs of text, in order, the elements they stand in, and those that hold a picture."""

    leaves: Sequence[Leaf]
    nodes: Sequence[Node]
    pictured: frozenset[int]
    firsts: Sequence[int]  # the first leaf in or after each node


def lay_out(tree: Tree, name: str = "") -> Layout:
    """The runs of text below `tree` and the elements around them; ReadError, which calls it `name`, if too many."""
    reader = _Reader(name)
    reader.read(tree)
    return Layout(reader.leaves, reader.nodes, frozenset(reader.pictured), reader.firsts)


class _Reader:
    """Where a walk through the tree is: the elements that are open, and the text since the last break."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.size = 0
        self.leaves: list[Leaf] = []
        self.nodes: list[Node] = [Node("html", -1, "", None, Zone())]
        self.open = [0]
        self.parts: list[str] = []
        self.linked = self.bold = self.strong = self.breaks = 0
        self.links: list[tuple[int, int, str]] = []  # from part, to part, address
        self.anchors: list[tuple[int, str]] = []
        self.leading = 0  # how many of the open anchors lead anywhere
        self.pictured: set[int] = set()
        self.shown: list[tuple[int, int]] = []  # pictures since the last break: the part before which each stands
        self.firsts = [0]

    def read(self, tree: Tree) -> None:
        from lxml import etree  # not wanted by commands that read no page

        walker = etree.iterwalk(tree, events=("start", "end"))
        skipped = False
        for event, element in walker:
            tag = element.tag
            if event == "start":
                if tag in _PICTURES:
                    self._picture()
                skipped = tag in _GONE or not isinstance(tag, str) or not self._start(element, tag)
                if skipped:
                    walker.skip_subtree()
                continue
            if not skipped:
                self._end(tag)
            skipped = False
            if element.tail:
                self._text(element.tail)
        self._flush()

    def _start(self, element: Tree, tag: str) -> bool:
        """Whether the content of `element` is to be read."""
        if tag == "br":
            self._break()
            return False
        if tag not in _INLINE:
            self._flush()
            self._block(element, tag)
        elif not self._inline(element, tag):
            return False
        if element.text:
            self._text(element.text)
        return True

    def _inline(self, element: Tree, tag: str) -> bool:
        if tag == "a":
            target = element.get("name") or element.get("id")  # a place that others lead to
            address = element.get("href") or ("" if target else "#")
            self.anchors.append((len(self.parts), address))
            self.leading += bool(address)
            return True
        zone = zone_of(element)
        if zone.hidden or zone.rule == "reference mark":
            return False
        self.strong += tag in _BOLD
        return True

    def _block(self, element: Tree, tag: str) -> None:
        around = self.nodes[self.open[-1]]
        level = _HEADINGS.get(tag)
        role = "heading" if level else _ROLES.get(tag, around.role)
        if tag in _LISTS and role == "cell":
            role = ""  # a table inside a cell: the outer one lays out the page
        inherited = around.level if role == "heading" else None
        self.nodes.append(Node(tag, self.open[-1], role, level or inherited, zone_of(element)))
        self.open.append(len(self.nodes) - 1)
        self.firsts.append(len(self.leaves))

    def _end(self, tag: str) -> None:
        if tag == "a":
            start, address = self.anchors.pop()
            self.leading -= bool(address)
            self.links.append((start, len(self.parts), address))
        elif tag in _BOLD:
            self.strong -= 1
        elif tag not in _INLINE:
            self._flush()
            self.open.pop()

    def _text(self, text: str) -> None:
        size = len(text) if not text.isspace() else 0
        if not size and not self.parts:
            return
        if self.nodes[self.open[-1]].role == "heading" and self._is_parted(text):
            text = f" {text}"
        self.parts.append(text)
        if size:
            self.size += size
            if len(self.leaves) > MOST_LEAVES or self.size > MOST_CHARACTERS:
                hint = f"the limits are {MOST_LEAVES} lines and {MOST_CHARACTERS} characters: cut the page into parts"
                raise ReadError("too much text", where=self.name, hint=hint)
            self.breaks = 0
            self.linked += size if self.leading else 0
            self.bold += size if self.strong else 0

    def _is_parted(self, text: str) -> bool:
        """Whether `text` is parted from the words before it by no more than the styles of kicker and headline."""
        before = self.parts[-1] if self.parts else ""
        return len(before) > 1 and before[-1] in _ENDS and text[:1].isupper()

    def _picture(self) -> None:
        """A picture between the words of a line is part of it: a formula, a face."""
        if not self.parts:
            self.pictured.add(self.open[-1])
        self.shown.append((len(self.parts), self.open[-1]))

    def _break(self) -> None:
        self.breaks += 1
        if self.breaks > 1:
            self._flush()
        else:
            self._text(" ")

    def _flush(self) -> None:
        self.pictured.update(node for at, node in self.shown if at >= len(self.parts))
        self.shown = []
        if not self.parts:
            self.breaks = 0
            return
        """End the run of text; links that are open go on in the next."""
        if text := _plain("".join(self.parts)):
            ended = (*self.links, *((start, len(self.parts), address) for start, address in self.anchors))
            links = tuple((_plain("".join(self.parts[start:end])), address) for start, end, address in ended)
            self.leaves.append(Leaf(text, self.open[-1], min(self.linked, len(text)), min(self.bold, len(text)), links))
        self.parts, self.links = [], []
        self.linked = self.bold = self.breaks = 0
        self.anchors = [(0, address) for _, address in self.anchors]


def _plain(text: str) -> str:
    text = " ".join(text.split())
    return text if text.isascii() and text.isprintable() else clean(text)[0].strip()
