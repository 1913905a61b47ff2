"""A bibliography in any format: its entries set by the style, its groups and annotations around them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.bibliographies import Annotation, Group
from digest.drafts import Draft
from digest.export import rendered
from digest.export.masthead import words_in
from digest.export.pandoc import Document, run
from digest.export.words import Node, Nodes
from digest.model import Article, Date
from digest.typography import curl

__all__ = ["Listing", "print_listing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A bibliography before it is set: what stands at its head, its groups, and the annotations by key."""

    title: str
    groups: tuple[Group, ...]
    notes: Mapping[str, Sequence[Annotation]]
    language: str
    period: Date
    date: Date


def print_listing(
    listing: Listing, articles: Mapping[str, Article], style: Path, formats: Sequence[str]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The bytes of each format, and what to warn of."""
    draft = Draft(
        brief="bibliography",
        title=listing.title,
        period=listing.period,
        date=listing.date,
        language=listing.language,
        toc=False,
        listing=True,
    )
    ordered = {key: articles[key] for group in listing.groups for key in group.keys}  # as a style with numbers counts
    return rendered(draft, _document(listing), ordered, formats, style)


def _document(listing: Listing) -> Document:
    version = json.loads(run(["--from", "markdown_strict", "--to", "json"]))["pandoc-api-version"]
    blocks = [block for group in listing.groups for block in _group(group, listing)]
    return {"pandoc-api-version": version, "meta": {}, "blocks": blocks}


def _group(group: Group, listing: Listing) -> Nodes:
    title = group.title or (words_in(listing.language)["unstated"] if len(listing.groups) > 1 else "")
    heading = [{"t": "Header", "c": [1, ["", [], []], _words(title)]}] if title else []
    notes = [
        _div("annotation", _note(note, listing.language), key=key)
        for key in group.keys
        for note in listing.notes.get(key, ())
    ]
    return [*heading, _div("listed", notes, keys=" ".join(group.keys))]


def _div(name: str, blocks: Nodes, **attributes: str) -> Node:
    return {"t": "Div", "c": [["", [name], [[key, value] for key, value in attributes.items()]], blocks]}


def _note(note: Annotation, language: str) -> Nodes:
    text, told = _words(note.text), _words(f"({note.told})") if note.told else []
    if note.kind == "theme":
        return [_paragraph([{"t": "Emph", "c": text}])]
    if note.kind == "quotation":
        opening, closing = curl('"."', language).split(".")
        quoted = [{"t": "Str", "c": opening}, *text, {"t": "Str", "c": closing}]
        told = _words(f"— {note.told}")
        return [{"t": "BlockQuote", "c": [_paragraph([*quoted, {"t": "Space"}, *told])]}]
    return [_paragraph([*text, {"t": "Space"}, *told] if told else text)]


def _paragraph(inlines: list[Any]) -> Node:
    return {"t": "Para", "c": inlines}


def _words(text: str) -> list[Any]:
    """Words of a source as text of the tree; they are never read as markup."""
    found: list[Any] = []
    for place, word in enumerate(text.split(" ")):
        found += [{"t": "Space"}] * bool(place) + ([{"t": "Str", "c": word}] if word else [])
    return found
