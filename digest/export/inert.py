"""The tree of a draft as it may be printed: our classes, safe links, no raw text, no images, every heading numbered.

What is not named in the tables below does not reach a writer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from digest.errors import ExportError
from digest.export.pandoc import Document
from digest.export.words import Node, Nodes, plain, set_marks
from digest.fences import fence_role
from digest.records import clean

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\\x00-\x20]+", re.IGNORECASE)
_NO_ATTRIBUTES: list[object] = ["", [], []]
_DEEPEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A heading in the table of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inert:
    """A document that can only be read: its tree, its headings, and what had to be left out."""

    document: Document
    headings: tuple[Entry, ...]
    cited: frozenset[str]  # citation keys
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    language: str
    keys: Mapping[str, str]  # citation key -> the name it has in links
    headings: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    exact: bool = False  # what is noted of a source stands letter for letter

    def note(self, what: str) -> None:
        where = f"section “{self.headings[-1].text}”: " if self.headings else ""
        self.notes.append(where + what)


def make_inert(document: Document, language: str, keys: Mapping[str, str]) -> Inert:
    """`document` without anything that could act; straight marks are curled, `keys` renames the cited keys."""
    walk = _Walk(language=language, keys=keys)
    blocks = _blocks(document["blocks"], walk, 0)
    clean_tree = {"pandoc-api-version": document["pandoc-api-version"], "meta": {}, "blocks": blocks}
    return Inert(
        document=clean_tree,
        headings=tuple(walk.headings),
        cited=frozenset(walk.cited),
        notes=tuple(dict.fromkeys(walk.notes)),
    )


# ---- inlines ----
def _str(node: Node, _walk: _Walk, _depth: int) -> Nodes:
    return [{"t": "Str", "c": clean(node["c"])}]


def _same(node: Node, _walk: _Walk, _depth: int) -> Nodes:
    return [{"t": node["t"]}]


def _held_in_style(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": node["t"], "c": _inlines(node["c"], walk, depth)}]


def _quoted(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": "Quoted", "c": [node["c"][0], _inlines(node["c"][1], walk, depth)]}]


def _span(node: Node, walk: _Walk, depth: int) -> Nodes:
    attributes, held = node["c"]
    inlines = _inlines(held, walk, depth)
    if "unverified" not in attributes[1]:
        return inlines
    return [{"t": "Span", "c": [["", ["unverified"], []], inlines]}]


def _code(node: Node, _walk: _Walk, _depth: int) -> Nodes:
    return [{"t": "Code", "c": [_NO_ATTRIBUTES, clean(node["c"][1])]}]


def _literal(node: Node, _walk: _Walk, _depth: int) -> Nodes:
    return [{"t": "Str", "c": clean(node["c"][1])}]


def _link(node: Node, walk: _Walk, depth: int) -> Nodes:
    _, held, (target, _title) = node["c"]
    inlines = _inlines(held, walk, depth)
    if not _SAFE_LINK.fullmatch(target):
        walk.note(f"the link “{clean(plain(inlines))}” goes nowhere that can be printed")
        return inlines
    return [{"t": "Link", "c": [_NO_ATTRIBUTES, inlines, [target, ""]]}]


def _image(node: Node, walk: _Walk, depth: int) -> Nodes:
    inlines = _inlines(node["c"][1], walk, depth)
    walk.note(f"images are not printed; “{plain(inlines)}” stands for one")
    return inlines


def _cite(node: Node, walk: _Walk, depth: int) -> Nodes:
    walk.cited.update(citation["citationId"] for citation in node["c"][0])
    citations = [
        {
            **citation,
            "citationId": walk.keys.get(citation["citationId"], clean(citation["citationId"])),
            "citationPrefix": _inlines(citation["citationPrefix"], walk, depth),
            "citationSuffix": _inlines(citation["citationSuffix"], walk, depth),
        }
        for citation in node["c"][0]
    ]
    return [{"t": "Cite", "c": [citations, []]}]


def _note(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": "Note", "c": _blocks(node["c"], walk, depth)}]


Cleaner = Callable[[Node, _Walk, int], Nodes]
_INLINES: dict[str, Cleaner] = {
    **dict.fromkeys(("Space", "SoftBreak", "LineBreak"), _same),
    **dict.fromkeys(("Emph", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps"), _held_in_style),
    "Underline": _held_in_style,
    "Cite": _cite,
    "Code": _code,
    "Image": _image,
    "Link": _link,
    "Math": _literal,
    "Note": _note,
    "Quoted": _quoted,
    "RawInline": _literal,
    "Span": _span,
    "Str": _str,
}


def _bound(depth: int) -> None:
    if depth > _DEEPEST:
        raise ExportError("the draft is nested too deeply", hint=f"more than {_DEEPEST} levels cannot be printed")


def _inlines(nodes: Nodes, walk: _Walk, depth: int) -> Nodes:
    _bound(depth)
    return [kept for node in nodes for kept in _INLINES[node["t"]](node, walk, depth + 1)]


def _prose(nodes: Nodes, walk: _Walk, depth: int) -> Nodes:
    """The inlines of one paragraph, their marks set as a typographer does, which needs their neighbours."""
    kept = _inlines(nodes, walk, depth)
    if not walk.exact:
        set_marks(kept, walk.language)
    return kept


# ---- blocks ----
def _paragraph(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": node["t"], "c": _prose(node["c"], walk, depth)}]


def _header(node: Node, walk: _Walk, depth: int) -> Nodes:
    level, _, held = node["c"]
    inlines = [kept for kept in _prose(held, walk, depth) if kept["t"] != "Note"]
    text = plain(inlines)
    if not text:
        return []
    deepest = walk.headings[-1].level + 1 if walk.headings else 1  # no level may be skipped in a tagged document
    entry = Entry(level=min(level, deepest), id=f"section-{len(walk.headings) + 1}", text=text)
    walk.headings.append(entry)
    return [{"t": "Header", "c": [entry.level, [entry.id, [], []], inlines]}]


def _loose(blocks: Nodes) -> None:
    """Make the words of list items paragraphs: an extract is set alike whether blank lines stand between or not."""
    for block in blocks:
        if block["t"] in ("BulletList", "OrderedList"):
            for item in block["c"] if block["t"] == "BulletList" else block["c"][1]:
                for inner in item:
                    if inner["t"] == "Plain":
                        inner["t"] = "Para"
                _loose(item)


def _div(node: Node, walk: _Walk, depth: int) -> Nodes:
    (identifier, classes, attributes), held = node["c"]
    if "section-sources" in classes:
        return [{"t": "Div", "c": [["", ["section-sources"], []], []]}]
    if "listed" in classes:
        return _listed(dict(attributes).get("keys", "").split(), held, walk, depth)
    blocks = _blocks(held, walk, depth)
    if identifier == "refs":
        return [{"t": "Div", "c": [["refs", [], []], []]}]
    # What the gate reads as an extract prints as one, also where its name is misspelt.
    kept = fence_role((*classes, identifier)) or ("unverified" if "unverified" in classes else None)
    if kept is None:
        return blocks
    _loose(blocks)
    return [{"t": "Div", "c": [["", [kept], []], blocks]}]


def _listed(keys: list[str], held: Nodes, walk: _Walk, depth: int) -> Nodes:
    """A list of the sources of some keys, with annotations under them."""
    walk.cited.update(keys)
    exact = replace(walk, exact=True)
    notes = [
        {"t": "Div", "c": [["", ["annotation"], [["key", walk.keys[key]]]], _blocks(block["c"][1], exact, depth)]}
        for block in held
        if block["t"] == "Div" and (key := dict(block["c"][0][2]).get("key", "")) in walk.keys
    ]
    names = " ".join(walk.keys[key] for key in keys if key in walk.keys)
    return [{"t": "Div", "c": [["", ["listed"], [["keys", names]]], notes]}]


def _quote(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": "BlockQuote", "c": _blocks(node["c"], walk, depth)}]


def _bullets(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": "BulletList", "c": [_blocks(item, walk, depth) for item in node["c"]]}]


def _numbered(node: Node, walk: _Walk, depth: int) -> Nodes:
    attributes, items = node["c"]
    return [{"t": "OrderedList", "c": [attributes, [_blocks(item, walk, depth) for item in items]]}]


def _lines(node: Node, walk: _Walk, depth: int) -> Nodes:
    return [{"t": "LineBlock", "c": [_prose(line, walk, depth) for line in node["c"]]}]


def _definitions(node: Node, walk: _Walk, depth: int) -> Nodes:
    items = [[_prose(term, walk, depth), [_blocks(told, walk, depth) for told in tells]] for term, tells in node["c"]]
    return [{"t": "DefinitionList", "c": items}]


def _code_block(node: Node, _walk: _Walk, _depth: int) -> Nodes:
    return [{"t": "CodeBlock", "c": [_NO_ATTRIBUTES, clean(node["c"][1])]}]


def _rows(rows: list[Any], walk: _Walk, depth: int) -> list[Any]:
    return [
        [_NO_ATTRIBUTES, [[_NO_ATTRIBUTES, *cell[1:4], _blocks(cell[4], walk, depth)] for cell in cells]]
        for _, cells in rows
    ]


def _table(node: Node, walk: _Walk, depth: int) -> Nodes:
    _, (_, caption), columns, head, bodies, foot = node["c"]
    return [
        {
            "t": "Table",
            "c": [
                _NO_ATTRIBUTES,
                [None, _blocks(caption, walk, depth)],
                columns,
                [_NO_ATTRIBUTES, _rows(head[1], walk, depth)],
                [[_NO_ATTRIBUTES, b[1], _rows(b[2], walk, depth), _rows(b[3], walk, depth)] for b in bodies],
                [_NO_ATTRIBUTES, _rows(foot[1], walk, depth)],
            ],
        }
    ]


_BLOCKS: dict[str, Cleaner] = {
    "BlockQuote": _quote,
    "BulletList": _bullets,
    "CodeBlock": _code_block,
    "DefinitionList": _definitions,
    "Div": _div,
    "Figure": lambda node, walk, depth: _blocks(node["c"][2], walk, depth),
    "Header": _header,
    "HorizontalRule": _same,
    "LineBlock": _lines,
    "OrderedList": _numbered,
    "Para": _paragraph,
    "Plain": _paragraph,
    "RawBlock": _code_block,
    "Table": _table,
}


def _blocks(nodes: Nodes, walk: _Walk, depth: int) -> Nodes:
    _bound(depth)
    return [kept for node in nodes for kept in _BLOCKS[node["t"]](node, walk, depth + 1)]
