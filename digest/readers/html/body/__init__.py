"""The text of an article in a page's tree, in blocks, told from what stands around and inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from digest.model import Block, Declared
from digest.readers.html.body.leaves import Layout, lay_out
from digest.readers.html.body.lines import Line, find_lines
from digest.readers.html.body.region import find_region
from digest.readers.html.body.stated import stated_blocks
from digest.readers.html.markup import Tree

_POOR = 300
"""Characters of a text that may be no more than what a page shows while its scripts are at work."""

_HEAD = ("JSON-LD", "meta", "microdata", "title element")
"""How the places begin that name a page's one article; headings in its body may be those of lists and boxes."""
_MOST = 12
"""Statements of a field that are compared with every line; hostile pages have thousands."""


def find_body(tree: Tree, declared: Sequence[Declared], page: Layout | None = None) -> tuple[Block, ...]:
    """The blocks of the article, in order, with the furniture among them; `page` is the tree laid out, if it is."""
    page = page or lay_out(tree)
    region = find_region(page, _stated(declared, "title"), _titled(declared))
    lines = find_lines(page, region, _stated(declared, "abstract"), _stated(declared, "author"))
    shown = sum(len(line.text) for line in lines if line.kind in ("list item", "paragraph"))
    if shown < _POOR:
        stated = stated_blocks(tree)
        if sum(len(block.text) for block in stated) > 2 * shown:
            return tuple(stated)
    return tuple(_blocks(lines, _base(tree, declared)))


def _stated(declared: Sequence[Declared], field: str) -> list[str]:
    return list(dict.fromkeys(row.value for row in declared if row.field == field))[:_MOST]


def _titled(declared: Sequence[Declared]) -> list[str]:
    """The titles that the page's head states of its one article."""
    rows = (row for row in declared if row.field == "title" and row.origin.startswith(_HEAD))
    return list(dict.fromkeys(row.value for row in rows if not row.origin.endswith("alternativeHeadline")))[:_MOST]


def _base(tree: Tree, declared: Sequence[Declared]) -> str:
    """The address that the page's links are relative to."""
    address = tree.base or next((row.value for row in declared if row.field == "url"), "")
    head = tree.find("head")
    for element in () if head is None else head.iter("base"):
        if href := (element.get("href") or "").strip():
            return _joined(address, href)
    return address


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # a broken IPv6 address
        return ""


def _blocks(lines: Sequence[Line], base: str) -> Iterator[Block]:
    for number, line in enumerate(lines, 1):
        found = ((words, _joined(base, address)) for words, address in line.links if words and address)
        links = tuple((words, address) for words, address in found if address.startswith(("http://", "https://")))
        yield Block(text=line.text, line=number, kind=line.kind, level=line.level, links=links, rule=line.rule)
