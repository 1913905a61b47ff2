"""What paragraphs stand in, met on a walk through a document: tables, headers, lists of items, indexes, sources."""

from __future__ import annotations

from functools import partial

from digest.citing.nouns import Part
from digest.reports.odt.fields import is_list
from digest.reports.odt.spots import ListSpot
from digest.reports.odt.state import Close, Walk
from digest.reports.odt.tokens import Token, attributes


def part_of(part: Part, found: Walk, token: Token) -> Close:  # noqa: ARG001
    """A table, box, header or footer: what paragraphs are part of; those of a table in a note are the note's."""
    held = found.parts[-1]
    found.parts.append(held if part == "table" and held not in ("body", "table") else part)
    return partial(_part_ends, found)


def _part_ends(found: Walk, token: Token) -> None:  # noqa: ARG001
    found.parts.pop()


def table_row(found: Walk, token: Token) -> Close:  # noqa: ARG001
    """A row of a table, counted through the report."""
    found.rows += 1
    found.row.append(found.rows)
    return partial(_row_ends, found)


def _row_ends(found: Walk, token: Token) -> None:  # noqa: ARG001
    found.row.pop()


def items(found: Walk, token: Token) -> Close:
    """A list of items."""
    found.listed.append(token.start)
    return partial(_list_ends, found)


def _list_ends(found: Walk, token: Token) -> None:
    start = found.listed.pop()
    if not found.listed:
        found.blocks[start + 1] = token.end


def section(found: Walk, token: Token) -> Close | None:
    """A section, which may be a list of sources."""
    told = attributes(token, found.stream)
    name = told.get("text:name", "")
    return sources(found, token, name, told.get("text:style-name", "")) if is_list(name) else None


def sources(found: Walk, token: Token, name: str = "", style: str = "") -> Close:
    """A list of sources."""
    held = ListSpot(stream=found.number, start=token.start, first=len(found.spots), name=name, style=style)
    found.sources.append(held)
    return partial(_sources_end, found, held)


def _sources_end(found: Walk, held: ListSpot, token: Token) -> None:
    found.sources.pop()
    held.end, held.last = token.end, len(found.spots) - 1
    if not found.sources:
        found.lists.append(held)


def title(found: Walk, token: Token) -> Close | None:
    """The title of LibreOffice's own list of sources: the report's, and none of the sources."""
    if not found.sources or found.sources[-1].name:
        return None
    held, found.sources = found.sources, []
    return partial(_title_ends, found, held, token.end)


def _title_ends(found: Walk, held: list[ListSpot], inside: int, token: Token) -> None:
    found.sources = held
    held[-1].title = (inside, token.start)


def index(found: Walk, token: Token) -> Close:  # noqa: ARG001
    """A table of contents or another index, which repeats what stands elsewhere."""
    found.index += 1
    return partial(_index_ends, found)


def _index_ends(found: Walk, token: Token) -> None:  # noqa: ARG001
    found.index -= 1
