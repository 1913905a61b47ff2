"""The list of sources in Markdown: between two comments, at the place that is marked for it or at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from digest.citing import Entry, Made, Run
from digest.citing.places import BIBLIOGRAPHY_MARKER
from digest.reports.markdown.blocks import Leaf
from digest.reports.markdown.escaping import escaped, formatted
from digest.reports.markdown.lines import DIV, OURS, OURS_END, line_end
from digest.reports.markdown.reading import Document, bibliography_of
from digest.reports.markupsource import Splice
from digest.reports.markuptraces import attribute

__all__ = ["list_of_sources"]

_NAME = re.compile(r"[\w.-]{1,100}")
_ADDED = "added"  # we put it at the end: a marker never stood there
_INSIDE = "inside"  # it stands in a fence of the report's own


def list_of_sources(document: Document, made: Made, mode: str) -> Iterator[Splice]:
    """What changes where the list of sources stands."""
    place = bibliography_of(document)
    leaf = document.leaves[id(document.blocks[place])] if place is not None else None
    entries = made.entries if mode != "markers" else None
    if leaf is not None and leaf.shape == "list of sources":
        yield _updated(document, leaf, made, mode)
    elif entries is None:
        return
    elif leaf is not None:
        yield _at_marker(document, leaf, made, mode)
    elif entries:
        yield _at_end(document, made, mode)


def _listed(entries: tuple[Entry, ...], between: str) -> str:
    return between.join(_entry(one) for one in entries)


def _entry(entry: Entry) -> str:
    label = [*entry.label, Run(text=" ")] if entry.label else []
    return formatted([*label, *entry.runs], opening=True)


def _framed(made: Made, told: str, head: str, prefix: str, end: str) -> str:
    """The list between its comments; each line begins as the block does that it stands in."""
    style = f" style={made.style.name}" if made.style and _NAME.fullmatch(made.style.name) else ""
    entries = made.entries or ()
    empty = f"{end}{prefix.rstrip()}"
    line = f"{end}{prefix}"
    paragraphs = [
        f"<!--bibliography{told}{style}-->",
        *([head] if head else []),
        *(_entry(one) for one in entries),
        OURS_END,
    ]
    return f"{empty}{line}".join(paragraphs)


def _at_marker(document: Document, leaf: Leaf, made: Made, mode: str) -> Splice:
    text = document.source.text
    start, end = leaf.lines[0][0], leaf.lines[-1][1]
    typed = text[start:end]
    prefix = "".join(mark if mark in ">\t" else " " for mark in leaf.prefix)
    line = line_end(text)
    entries = made.entries or ()
    if DIV.match(typed):
        framed = _listed(entries, line * 2) if mode == "none" else _framed(made, f" {_INSIDE}", "", prefix, line)
        return Splice(start=end, end=end, text=f"{line}{line}{prefix}{framed}{line}")
    if mode == "none":
        return Splice(start=start, end=end, text=_listed(entries, f"{line}{prefix.rstrip()}{line}{prefix}"))
    told = "" if typed == BIBLIOGRAPHY_MARKER else f" {attribute(typed)}"
    return Splice(start=start, end=end, text=_framed(made, told, "", prefix, line))


def _at_end(document: Document, made: Made, mode: str) -> Splice:
    text = document.source.text
    line = line_end(text)
    number = 1 if text.endswith(("\n", "\r")) or not text else 2
    head = _heading(document, made.heading, line)
    entries = made.entries or ()
    if mode == "none":
        block = f"{head}{line * 2}{_listed(entries, line * 2)}"
    else:
        block = _framed(made, f" {_ADDED}{number if number > 1 else ''}", head, "", line)
    return Splice(start=len(text), end=len(text), text=f"{line * number}{block}{line}")


def _heading(document: Document, words: str, line: str) -> str:
    """A heading as the report's own sections have; one level down where its only first-level heading is its title."""
    levels = [block.level for block in document.blocks if block.kind == "heading" and block.level]
    level = min(levels, default=1)
    if levels and levels[0] == level and levels.count(level) == 1 and level + 1 in levels:
        level += 1
    if level in document.scanned.setext:
        return f"{escaped(words, opening=True)}{line}{'=-'[level - 1] * max(3, len(words))}"
    return f"{'#' * level} {escaped(words)}"


def _updated(document: Document, leaf: Leaf, made: Made, mode: str) -> Splice:
    """A list that an earlier run wrote: anew, or out again."""
    text = document.source.text
    start, end = leaf.lines[0]
    told = leaf.typed
    added = told.strip().removeprefix(_ADDED) if told.strip().startswith(_ADDED) else None
    line = line_end(text)
    if made.entries is None or mode == "markers":
        if added is None and told.strip() != _INSIDE:
            return Splice(start=start, end=end, text=unescape(told.strip()) or BIBLIOGRAPHY_MARKER)
        before = len(line) * (int(added or 1) if added is not None else 2)
        return Splice(start=max(0, start - before), end=min(len(text), end + len(line)), text="")
    prefix = "".join(mark if mark in ">\t" else " " for mark in leaf.prefix)
    head = _kept_heading(text[start:end], line) if added is not None else ""
    if mode == "none":
        listed = _listed(made.entries, f"{line}{prefix.rstrip()}{line}{prefix}")
        return Splice(start=start, end=end, text=f"{head}{line * 2 if head else ''}{listed}")
    return Splice(start=start, end=end, text=_framed(made, told, head, prefix, line))


def _kept_heading(inside: str, line: str) -> str:
    """The heading over a list that we added, as it stands now: a person may have reworded it."""
    parts = inside.split(line * 2)
    return parts[1] if len(parts) > 2 and OURS.match(parts[0]) else ""
