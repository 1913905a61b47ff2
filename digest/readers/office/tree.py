"""pandoc's tree of a document to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from digest.errors import ReadError
from digest.model import Block, Kind
from digest.readers.heads import CAPTION
from digest.readers.text import clean

Node = dict[str, Any]

DEEPEST = 100
"""Boxes within boxes, lists within lists."""
MOST_BLOCKS = 60_000

_GAPS = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_CELL = 25  # words: a cell of more is text laid out with a table
_SAFE = ("http://", "https://", "mailto:")
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_CAPTION = re.compile(r"caption|beschriftung|légende|leyenda", re.I)
_BOLD = 15  # words of a bold line that is a heading
_STOPS = (".", ",", ";", "…")


@dataclass(slots=True)
class Words:
    """The text of inlines, with its links and notes."""

    text: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    notes: list[list[Node]] = field(default_factory=list)
    bold: bool = True  # no word outside bold type


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A block before it has its line: `style` is what the word processor calls it, `mark` a place in the file."""

    text: str
    kind: Kind
    rule: str
    level: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    style: str = ""
    bold: bool = False
    mark: str = ""


def words_of(inlines: Sequence[Node]) -> Words:
    """The words of `inlines`; pictures and raw markup have none."""
    found = Words()
    _gather(inlines, found, (0, False))
    found.text = " ".join(clean(found.text)[0].split())
    return found


def _gather(inlines: Sequence[Node], found: Words, where: tuple[int, bool]) -> None:
    depth, bold = where
    if depth > DEEPEST:
        raise ReadError("nested too deeply")
    for inline in inlines:
        name, content = inline["t"], inline.get("c")
        if name in _INLINES:
            _INLINES[name](content, found, (depth + 1, bold or name == "Strong"))
        elif name in _GAPS:
            found.text += _GAPS[name]


def _string(content: str, found: Words, where: tuple[int, bool]) -> None:
    found.text += content
    found.bold = found.bold and where[1]


def _code(content: list[Any], found: Words, where: tuple[int, bool]) -> None:
    _string(content[1], found, where)


def _note(content: list[Node], found: Words, where: tuple[int, bool]) -> None:  # noqa: ARG001
    found.notes.append(content)


def _plain(content: list[Node], found: Words, where: tuple[int, bool]) -> None:
    _gather(content, found, where)


def _second(content: list[Any], found: Words, where: tuple[int, bool]) -> None:
    _gather(content[1], found, where)


def _quoted(content: list[Any], found: Words, where: tuple[int, bool]) -> None:
    left, right = _QUOTES.get(content[0]["t"], ("“", "”"))
    found.text += left
    _gather(content[1], found, where)
    found.text += right


def _link(content: list[Any], found: Words, where: tuple[int, bool]) -> None:
    start = len(found.text)
    _gather(content[1], found, where)
    target = content[2][0]
    words = " ".join(found.text[start:].split())
    if target.lower().startswith(_SAFE) and words:
        found.links.append((words, target))


_INLINES: dict[str, Callable[[Any, Words, tuple[int, bool]], None]] = {
    "Cite": _second,
    "Code": _code,
    "Emph": _plain,
    "Link": _link,
    "Math": _code,
    "Note": _note,
    "Quoted": _quoted,
    "SmallCaps": _plain,
    "Span": _second,
    "Str": _string,
    "Strikeout": _plain,
    "Strong": _plain,
    "Subscript": _plain,
    "Superscript": _plain,
    "Underline": _plain,
}
"""Pictures and raw markup are left out."""


def elements(blocks: Sequence[Node], style: str = "", depth: int = 0) -> Iterator[Element]:
    """The elements of a tree in order, the notes of each behind it."""
    if depth > DEEPEST:
        raise ReadError("nested too deeply", hint="copy its text into a new document")
    for block in blocks:
        if block["t"] in _BLOCKS:
            yield from _BLOCKS[block["t"]](block.get("c"), style, depth)


def _text(content: list[Node], style: str, depth: int) -> Iterator[Element]:  # noqa: ARG001
    yield from _paragraph(content, "paragraph", style)


def _paragraph(inlines: Sequence[Node], kind: Kind, style: str) -> Iterator[Element]:
    found = words_of(inlines)
    mark = next((one["c"][0][0] for one in inlines if one["t"] == "Span" and one["c"][0][0]), "")
    if found.text or mark:
        caption = _CAPTION.search(style) is not None or (CAPTION.match(found.text) and len(found.text) < 600)
        yield Element(
            text=found.text,
            kind="caption" if caption else kind,
            rule=f"style {style}" if style else kind,
            links=tuple(found.links),
            style=style,
            bold=found.bold and len(found.text.split()) <= _BOLD and not found.text.endswith(_STOPS),
            mark=mark,
        )
    yield from _notes(found)


def _notes(found: Words) -> Iterator[Element]:
    for note in found.notes:
        text = " ".join(element.text for element in elements(note, depth=DEEPEST - 10) if element.text)
        if text:
            yield Element(text=text, kind="furniture", rule="footnote")


def _heading(content: list[Any], style: str, depth: int) -> Iterator[Element]:  # noqa: ARG001
    found = words_of(content[2])
    if found.text:
        rule = f"heading {content[0]}"
        yield Element(text=found.text, kind="heading", rule=rule, level=content[0], links=tuple(found.links))
    yield from _notes(found)


def _div(content: list[Any], style: str, depth: int) -> Iterator[Element]:
    identifier, classes, attributes = content[0]
    own = dict(attributes).get("custom-style", "") or next(iter(classes), "")
    if identifier:
        yield Element(text="", kind="furniture", rule="", mark=identifier)
    yield from elements(content[1], own or style, depth + 1)


def _quotation(content: list[Node], style: str, depth: int) -> Iterator[Element]:
    yield from elements(content, style, depth + 1)


def _figure(content: list[Any], style: str, depth: int) -> Iterator[Element]:
    yield from _captioned(content[1][1], depth)
    yield from elements(content[2], style, depth + 1)


def _bullets(items: Sequence[list[Node]], style: str, depth: int) -> Iterator[Element]:  # noqa: ARG001
    """The items; only the first paragraph of one is an item, the rest are paragraphs."""
    for item in items:
        fresh = True
        for element in elements(item, depth=depth + 1):
            if fresh and element.kind == "paragraph" and element.text:
                yield Element(text=element.text, kind="list item", rule="list item", links=element.links)
                fresh = False
            else:
                yield element


def _numbers(content: list[Any], style: str, depth: int) -> Iterator[Element]:
    yield from _bullets(content[1], style, depth)


def _definitions(content: list[Any], style: str, depth: int) -> Iterator[Element]:
    for term, meanings in content:
        yield from _paragraph(term, "paragraph", style)
        yield from _bullets(meanings, style, depth)


def _lines(content: list[list[Node]], style: str, depth: int) -> Iterator[Element]:  # noqa: ARG001
    for line in content:
        yield from _paragraph(line, "paragraph", style)


def _listing(content: list[Any], style: str, depth: int) -> Iterator[Element]:  # noqa: ARG001
    if text := " ".join(clean(content[1])[0].split()):
        yield Element(text=text, kind="paragraph", rule="code")


def _captioned(blocks: Sequence[Node], depth: int) -> Iterator[Element]:
    for element in elements(blocks, depth=depth + 1):
        if element.text:
            yield Element(text=element.text, kind="caption", rule="caption", links=element.links)


def _table(content: list[Any], style: str, depth: int) -> Iterator[Element]:  # noqa: ARG001
    """Its caption and rows; text that is only laid out with it, as paragraphs."""
    yield from _captioned(content[1][1], depth)
    bodies = [rows for body in content[4] for rows in (body[2], body[3])]
    for _, cells in (row for rows in (content[3][1], *bodies, content[5][1]) for row in rows):
        inside = [list(elements(cell[4], depth=depth + 1)) for cell in cells]
        if any(len(one.text.split()) >= _CELL for cell in inside for one in cell) or len(inside) == 1:
            for cell in inside:
                yield from cell
            continue
        text = " | ".join(filter(None, (" ".join(one.text for one in cell if one.text) for cell in inside)))
        if text:
            yield Element(text=text, kind="caption", rule="row of a table")


_BLOCKS: dict[str, Callable[[Any, str, int], Iterator[Element]]] = {
    "BlockQuote": _quotation,
    "BulletList": _bullets,
    "CodeBlock": _listing,
    "DefinitionList": _definitions,
    "Div": _div,
    "Figure": _figure,
    "Header": _heading,
    "LineBlock": _lines,
    "OrderedList": _numbers,
    "Para": _text,
    "Plain": _text,
    "Table": _table,
}


def blocks_of(found: Sequence[Element]) -> tuple[Block, ...]:
    """The elements as numbered blocks; a bold line by itself over a paragraph is a heading."""
    told = [one for one in found if one.text]
    if len(told) > MOST_BLOCKS:
        raise ReadError(f"too many paragraphs ({len(told):,})", hint="cut the document into parts")
    made = []
    for at, one in enumerate(told):
        after = told[at + 1] if at + 1 < len(told) else None
        heads = one.bold and one.kind == "paragraph" and after and after.kind in ("paragraph", "list item")
        kind: Kind = "heading" if heads and after and not after.bold else one.kind
        level = one.level if one.kind == "heading" else 5 if kind == "heading" else None
        rule = "a bold line" if kind != one.kind else one.rule
        made.append(Block(text=one.text, line=at + 1, kind=kind, level=level, links=one.links, rule=rule))
    return tuple(made)
