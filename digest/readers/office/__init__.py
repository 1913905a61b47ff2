"""A DOCX or ODT: its blocks from pandoc's tree, its title, authors and day from styles, head and properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from digest.model import Block, Declared, Kind, Page, Source
from digest.names import is_body
from digest.readers.heads import OPENING, common_words, in_dateline, told
from digest.readers.office.packages import Package
from digest.readers.office.tree import Element, Node, blocks_of, elements, words_of
from digest.readers.properties import as_document, parse_xml, stated
from digest.readers.properties import elements as properties

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"

PANDOC_NAMES: dict[str, str] = {DOCX: "docx+styles", ODT: "odt", EPUB: "epub"}
"""What pandoc calls the formats that are read through it."""

_PARTS = {DOCX: ("docProps/core.xml",), ODT: ("meta.xml",)}
_MARGIN = re.compile(r"word/(?:header|footer)\d{0,3}\.xml")
_NAME = 9  # words
_FIRST = 10  # elements behind the title that may name authors and day
_SENTENCE = 12  # words of a paragraph that may open with a dateline
_LONG = 35  # words of a paragraph that begins the body
_MOST = 40  # words of a title
_STYLES: tuple[tuple[str, Kind], ...] = (
    ("subtitle", "standfirst"),
    ("title", "title"),
    ("author", "byline"),
    ("byline", "byline"),
    ("date", "dateline"),
    ("caption", "caption"),
)
"""Styles of paragraphs, by how their names begin."""
_ODT_CAPTIONS = ("Caption", "Drawing", "Figure", "Illustration", "Table", "Text")
"""The styles of LibreOffice's captions. Source: Insert > Caption, its categories."""


def read_document(source: Source, package: Package, tree: Mapping[str, Any], media_type: str) -> tuple[Page, ...]:
    """The page in a DOCX or ODT, of which pandoc made `tree`."""
    found = [*_from_meta(tree.get("meta", {})), *elements(tree["blocks"])]
    if media_type == ODT:
        found = _styled(found, package)
    found, declared = read_head(found)
    parts = [package.parts[name] for name in _PARTS.get(media_type, ()) if name in package.parts]
    rows = [row for part in parts for row in stated(properties(part), "document")]
    rows += [row for part in parts for row in _created(part)]
    declared += _margins(package)
    signed = any(row.field == "author" for row in declared)
    declared += [row for row in rows if not (signed and row.field == "author")]
    return (Page(source=source, blocks=blocks_of(found), declared=as_document(declared), structured=True),)


def _margins(package: Package) -> Iterator[Declared]:
    """Who publishes it, by the head and foot of its pages, which pandoc passes over."""
    for name in sorted(filter(_MARGIN.fullmatch, package.parts)):
        root = parse_xml(package.parts[name])
        for element in root.iter("{*}p") if root is not None else ():
            text = " ".join("".join(one.text or "" for one in element.iter("{*}t")).split())
            if is_body(text) and 2 <= len(text.split()) <= _NAME:
                yield Declared(field="site_name", value=text, origin="head or foot of the pages")


def _created(part: bytes) -> Iterator[Declared]:
    for name, value in properties(part):
        if name in ("created", "creation-date") and value[:4].isdigit():
            yield Declared(field="created", value=value[:10], origin=f"document {name}")


_META: tuple[tuple[str, Kind], ...] = (
    ("title", "title"),
    ("subtitle", "standfirst"),
    ("author", "byline"),
    ("date", "dateline"),
)


def _from_meta(meta: Mapping[str, Node]) -> Iterator[Element]:
    """What pandoc takes out of the text by its style: title, subtitle, authors, day, summary."""
    for name, kind in _META:
        for text in meta_texts(meta.get(name)):
            yield Element(text=text, kind=kind, rule=f"style {name.capitalize()}", style=name.capitalize())
    for text in meta_texts(meta.get("abstract")):
        yield Element(text=text, kind="paragraph", rule="style Abstract", style="Abstract")


def meta_texts(value: Node | None) -> Iterator[str]:
    """The texts of a value among pandoc's metadata."""
    if value is None:
        return
    name, content = value["t"], value["c"]
    if name == "MetaList":
        for one in content:
            yield from meta_texts(one)
    elif name == "MetaInlines":
        yield from filter(None, [words_of(content).text])
    elif name == "MetaBlocks":
        yield from (element.text for element in elements(content) if element.text)
    elif name == "MetaString" and content.strip():
        yield content.strip()


def _styled(found: Sequence[Element], package: Package) -> list[Element]:
    """The elements of an ODT with the styles that pandoc passes over."""
    styles = _odt_styles(package.parts.get("content.xml", b""))
    return [
        replace(one, style=styles.get(one.text, one.style), bold=one.bold and one.text not in styles) for one in found
    ]


def _odt_styles(content: bytes) -> dict[str, str]:
    """The first paragraphs, and the captions, with their styles' names: of one made by hand, the one beneath."""
    root = parse_xml(content)
    if root is None:
        return {}
    beneath: dict[str, str] = {}
    found: dict[str, str] = {}
    for element in root.iter("{*}style", "{*}p", "{*}h"):
        named = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
        if element.tag.endswith("}style"):
            beneath[named.get("name", "")] = named.get("parent-style-name", "")
            continue
        style = beneath.get(named.get("style-name", "")) or named.get("style-name", "")
        text = " ".join("".join(element.itertext()).split())
        captions = style in _ODT_CAPTIONS or "caption" in style.casefold()
        if len(found) < _FIRST or captions:
            found[text] = "Caption" if captions else style
    return found


def read_head(found: Sequence[Element]) -> tuple[list[Element], list[Declared]]:
    """The elements with those of the head told, and what the head states."""
    marked = [_by_style(one) for one in found]
    common = common_words(one.text for one in found if one.kind == "paragraph")
    declared: list[Declared] = []
    at = _title(marked)
    if at is not None:
        title = marked[at]
        origin = "Title style" if title.kind == "title" else "first heading"
        declared.append(Declared(field="title", value=title.text, origin=origin))
        marked[at] = replace(title, kind="title", level=None, bold=False)
    for place in range(min((at or 0) + _FIRST, len(marked))):
        one = marked[place]
        if place != at and _ends_head(one) and (at is None or place > at):
            break
        if place != at and one.text:
            marked[place], rows = _line(one, common, after=at is not None and place > at)
            declared += rows
    opening = next((one.text for one in marked if one.kind == "paragraph" and len(one.text.split()) >= _SENTENCE), "")
    declared += in_dateline(opening)
    return marked, declared


def _by_style(one: Element) -> Element:
    style = one.style.casefold()
    kind = next((kind for name, kind in _STYLES if style.startswith(name)), None)
    return replace(one, kind=kind, rule=f"style {one.style}", bold=False) if kind and one.text else one


def _title(found: Sequence[Element]) -> int | None:
    """Where the title stands: by its style, or the first heading or bold line, above the body."""
    head = [at for at, one in enumerate(found[:30]) if one.text]
    styled = next((at for at in head if found[at].kind == "title"), None)
    if styled is not None:
        return styled
    body = None
    for at in head[:_FIRST]:
        one = found[at]
        if len(one.text.split()) >= _LONG:
            break
        heads = one.kind == "heading" or (one.kind == "paragraph" and one.bold)
        if not heads or len(one.text.split()) > _MOST or told(one.text, after=False)[1] or OPENING.fullmatch(one.text):
            continue
        if one.kind == "heading" or not is_body(one.text):
            return at
        body = at if body is None else body  # who publishes, rather than what, if anything else can be the title
    return body


def _ends_head(one: Element) -> bool:
    return len(one.text.split()) >= _LONG or one.kind in ("heading", "list item") or bool(OPENING.fullmatch(one.text))


def _line(one: Element, common: frozenset[str], *, after: bool) -> tuple[Element, tuple[Declared, ...]]:
    """A line of the head, and what it states; its style is believed before its words."""
    kind, rows = told(one.text, after=after or one.kind == "byline", common=common)
    if one.kind == "byline" and not any(row.field == "author" for row in rows):
        rows = (*rows, Declared(field="author", value=one.text, origin="Author style"))
    if one.kind != "paragraph":
        return one, rows
    return (replace(one, kind=kind, rule="head of the document", bold=False) if kind else one), rows


def block_words(blocks: Sequence[Block]) -> int:
    """How many words of text the blocks have."""
    return sum(len(block.text.split()) for block in blocks if block.kind in ("paragraph", "list item"))
