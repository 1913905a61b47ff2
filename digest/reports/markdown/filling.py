"""The nodes of a block of Markdown as the words of a paragraph, with its links, notes and citations."""

from __future__ import annotations

from collections.abc import Sequence

from digest.citing.nouns import NOTE
from digest.reports.markdown.emphasis import Node, pair_marks
from digest.reports.markdown.flats import Flat, References
from digest.reports.markdown.inlines import nodes_of
from digest.reports.markup import Block, Field, Gap
from digest.reports.markuptraces import told

__all__ = ["fill"]


def fill(block: Block, flat: Flat, known: References) -> None:
    """Put the words of a block into it, with its links, notes and citations."""
    _put(block, nodes_of(flat, known), flat)


def _put(block: Block, nodes: Sequence[Node], flat: Flat) -> None:
    pair_marks(nodes)
    ends: dict[int, tuple[int, Node]] = {}
    for node in nodes:
        start, end = flat.at(node.start), flat.at(node.end)
        if node.peer is not None and node.kind == "gap":
            ends[id(node.peer)] = (len(block), node)
        if node.kind == "gap":
            block.gaps.append(Gap(place=len(block), start=start, end=end, role=node.role, name=node.name))  # type: ignore[arg-type]
        elif node.kind == "marks":
            _put_marks(block, node, flat)
        elif node.kind == "call":
            _put_call(block, node, flat)
        else:
            _put_text(block, node, start, end)
        if opened := ends.get(id(node)):
            _end(block, *opened, flat.at(opened[1].start), end)


def _put_text(block: Block, node: Node, start: int, end: int) -> None:
    first = len(block)
    if node.kind == "atom" or len(node.text) != end - start:
        block.put(node.text, start, end)
    else:
        block.run(node.text, start)
    if node.opaque:
        block.opaque.append((first, len(block)))
    if node.url:
        block.links.append((first, len(block), node.url))


def _put_marks(block: Block, node: Node, flat: Flat) -> None:
    """Marks of emphasis: those that close, those that are only themselves, those that open."""
    place = node.start
    for size in node.closes:
        block.gaps.append(
            Gap(place=len(block), start=flat.at(place), end=flat.at(place + size), role="close", name=node.name)
        )
        place += size
        if node.name == "~" and node.struck is not None:
            block.opaque.append((node.struck.index, len(block)))
    rest = node.end - place - sum(node.opens)
    if rest:
        block.run(node.name * rest, flat.at(place))
        place += rest
    for size in node.opens:
        block.gaps.append(
            Gap(place=len(block), start=flat.at(place), end=flat.at(place + size), role="open", name=node.name)
        )
        place += size
    node.index = len(block)


def _put_call(block: Block, node: Node, flat: Flat) -> None:
    start, end = flat.at(node.start), flat.at(node.end)
    place = len(block)
    block.put(NOTE, start, end)
    if not node.inside and node.name:
        block.calls.append((place, start, end, node.name))
        return
    note = Block(part="footnote")
    note.span = (start, end)
    _put(note, node.inside, flat)
    block.notes.append((place, [note]))


def _end(block: Block, first: int, opening: Node, start: int, end: int) -> None:
    """End a link or a citation."""
    if opening.url:
        block.links.append((first, len(block), opening.url))
    if opening.field:
        sources = told(opening.field[0])
        if sources:
            found = Field(start=first, end=len(block), source=(start, end), sources=sources, typed=opening.field[1])
            block.fields.append(found)
