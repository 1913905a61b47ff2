"""A part of a document as bytes again: the blocks that were touched are written anew, all others are copied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from digest.reports.docx.splicing import MARKUP, decoded
from digest.reports.docx.tags import local

_NAMESPACE = re.compile(r"""\sxmlns(?::[^\s=]+)?\s*=\s*("[^"]*"|'[^']*')""")
_START = re.compile(r"<[^\s<>/!?]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The element of a part that holds its blocks (the body, or the root), and the blocks it had when it was opened."""

    holder: Any
    children: tuple[Any, ...]


def blocks_of(root: Any) -> Blocks:
    """The blocks of a story's part."""
    body = next((one for one in root if local(one) == "body"), root) if local(root) == "document" else root
    return Blocks(body, tuple(one for one in body if isinstance(one.tag, str)))


def serialised(data: bytes, old: Blocks, touched: Collection[Any]) -> bytes:
    """The part with the blocks that its tree has now; `touched` are the elements in which anything changed."""
    text = decoded(data)
    places = _places(text, old.holder)
    now = [one for one in old.holder if isinstance(one.tag, str)]
    if len(places) != len(old.children):  # a form of XML that we know no more of than its tree
        return _plain(old)
    if not places:
        return data if not now else _plain(old)
    dirty = {_block(one, old.holder) for one in touched}
    known = {one: number for number, one in enumerate(old.children)}
    declared = _declared(text[: places[0][0]])
    pieces = [text[: places[0][0]]]
    for one in now:
        number = known.get(one)
        if number:
            pieces.append(text[places[number - 1][1] : places[number][0]])  # blanks between two blocks
        if number is None or one in dirty:
            pieces.append(_written(one, declared))
        else:
            pieces.append(text[places[number][0] : places[number][1]])
    return "".join([*pieces, text[places[-1][1] :]]).encode()


def _plain(old: Blocks) -> bytes:
    from lxml import etree

    told = etree.tostring(old.holder.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
    return bytes(told)


def _block(element: Any, holder: Any) -> Any:
    """The block that an element stands in."""
    while element is not None and element.getparent() is not holder:
        element = element.getparent()
    return element


def _places(text: str, holder: Any) -> list[tuple[int, int]]:
    """Where the children of the holder begin and end in a part's text."""
    wanted = 1 if holder.getparent() is None else 2
    name = holder.tag.rpartition("}")[2]
    found: list[tuple[int, int]] = []
    start, parent = 0, ""
    for depth, match in _tags(text):
        if depth == 1 and not match["close"]:
            parent = match["name"].rpartition(":")[2]
        if depth != wanted or (wanted == 2 and parent != name):
            continue
        if not match["close"]:
            start = match.start()
        if match["close"] or match["empty"]:
            found.append((start, match.end()))
    return found


def _tags(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The tags of a text, each with the number of elements that it stands in."""
    depth = 0
    for match in MARKUP.finditer(text):
        if not match["name"]:
            continue
        if match["close"]:
            depth -= 1
            yield depth, match
        else:
            yield depth, match
            depth += not match["empty"]


def _declared(head: str) -> frozenset[str]:
    """The namespaces declared where the blocks stand, as they are written there."""
    return frozenset(_normal(match[0]) for tag in _START.finditer(head) for match in _NAMESPACE.finditer(tag[0]))


def _normal(declaration: str) -> str:
    name, _, address = declaration.strip().partition("=")
    return f"{name.strip()}={address.strip()[1:-1]}"


def _written(element: Any, declared: Collection[str]) -> str:
    """An element as text, without the declarations that hold there already."""
    from lxml import etree

    text = str(etree.tostring(element, encoding="unicode", with_tail=False))
    start = _START.match(text)
    if start is None:
        return text
    head = _NAMESPACE.sub(lambda match: "" if _normal(match[0]) in declared else match[0], start[0])
    return head + text[start.end() :]
