"""What the paragraphs of a document are, by their styles: headings, items of lists, quotations, captions, code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from digest.citing.nouns import Kind
from digest.reports.docx.tags import W, child, value

# The names of styles that Word, LibreOffice, Google's and pandoc's documents have; Word's own are English everywhere.
_NAMES: Mapping[str, Kind] = {
    "bibliography": "bibliography",
    "bibliography 1": "bibliography",
    "block quotation": "quotation",
    "block text": "quotation",
    "caption": "caption",
    "code": "code",
    "endnote bibliography": "bibliography",
    "figure": "caption",
    "html code": "code",
    "html preformatted": "code",
    "illustration": "caption",
    "image caption": "caption",
    "intense quote": "quotation",
    "macro": "code",
    "preformatted text": "code",
    "quotations": "quotation",
    "quote": "quotation",
    "source code": "code",
    "sourcecode": "code",
    "subtitle": "heading",
    "table caption": "caption",
    "title": "heading",
}
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Known:
    """What a style makes of its paragraphs."""

    kind: Kind = "paragraph"
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The paragraph styles of a document by identifier, those they are based on, and what is known of them already."""

    styles: Mapping[str, Any]
    known: dict[str, Known] = field(default_factory=dict)


def outline_of(root: Any | None) -> Outline:
    """What the root of a part of styles says of paragraphs; of None, nothing."""
    if root is None:
        return Outline({})
    found = (one for one in root.iterfind(f"{W}style") if value(one, "type") in ("paragraph", ""))
    return Outline({value(one, "styleId"): one for one in found})


def kind_of(paragraph: Any, outline: Outline) -> Known:
    """What a paragraph is, by its own properties and its style's."""
    properties = child(paragraph, "pPr")
    style = value(child(properties, "pStyle"))
    if style not in outline.known:
        outline.known[style] = _by_style(style, outline)
    known = outline.known[style]
    if (level := _level(properties)) is not None:
        return Known("heading", level) if level else known
    if known.kind != "paragraph" and known.kind != "list item":
        return known
    number = value(child(properties, "numPr", "numId"))
    if number:
        return Known("paragraph" if number == "0" else "list item")
    return known


def _level(properties: Any) -> int | None:
    """The level of a heading, from 1, that properties tell; 0 where they say it is none, None where they are silent."""
    told = value(child(properties, "outlineLvl"))
    if not told.isdecimal():
        return None
    return int(told) + 1 if int(told) < 9 else 0


def _by_style(style: str, outline: Outline) -> Known:
    listed = False
    for one in _chain(style, outline):
        properties = child(one, "pPr")
        name = value(child(one, "name")).strip().lower()
        if level := _level(properties):
            return Known("heading", level)
        if name.startswith("heading ") and name[8:].isdecimal():
            return Known("heading", int(name[8:]))
        if name in _NAMES:
            return Known(_NAMES[name])
        listed = listed or value(child(properties, "numPr", "numId")) not in ("", "0")
    return Known("list item" if listed else "paragraph")


def _chain(style: str, outline: Outline) -> Iterator[Any]:
    """A style and those it is based on."""
    for _ in range(_DEEPEST):
        if style not in outline.styles:
            return
        yield outline.styles[style]
        style = value(child(outline.styles[style], "basedOn"))


def language_of(written: Mapping[str, int], styles: Any | None, settings: Any | None) -> str | None:
    """The language of a document's text: the one that most of it is marked with, else the default one; None untold.

    `written` tells how many characters are in each language, "" where a run says nothing.
    """
    most = max(written, key=lambda language: written[language], default="")
    if most and 2 * written[most] > sum(written.values()):
        return most
    if styles is not None:
        for one in styles.iterfind(f"{W}style"):
            usual = value(one, "default") in ("1", "true", "on") and value(one, "type") == "paragraph"
            if usual and (told := value(child(one, "rPr", "lang"))):
                return told
        if told := value(child(styles, "docDefaults", "rPrDefault", "rPr", "lang")):
            return told
    return value(child(settings, "themeFontLang")) or None
