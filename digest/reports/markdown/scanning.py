"""One pass over the lines of a Markdown source: what is open, what goes on, and what a line belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import digest.reports.markdown.lines as rows
from digest.citing.nouns import Kind, Part

__all__ = ["Blocks", "Leaf", "Rule", "Scan"]

_DEEPEST = 100  # quotations and lists within each other; what is deeper is read as text


@dataclass(slots=True, kw_only=True)
class Leaf:
    """A block that holds words: `lines` are the places of its content in the source, without marks and line ends."""

    lines: list[tuple[int, int]]
    shape: Literal["text", "code", "list of sources", "read already"] = "text"
    kind: Kind = "paragraph"
    part: Part = "body"
    level: int | None = None
    note: str = ""
    prefix: str = ""  # what its line begins with, before its words
    typed: str = ""  # of a list of sources: what stood there


@dataclass(slots=True, kw_only=True)
class Container:
    """A quotation, list item or note that later lines may go on."""

    kind: Literal["quotation", "item", "note"]
    width: int = 0
    label: str = ""


@dataclass(slots=True, kw_only=True)
class Blocks:
    """All blocks, the addresses that references name, and where the definition of each note stands in the source."""

    leaves: list[Leaf] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[int]] = field(default_factory=dict)
    language: str | None = None
    style: str | None = None
    tables: int = 0  # tables drawn with blanks, which are left alone
    setext: set[int] = field(default_factory=set)


class Scan:
    """The state of the pass; `rules` tell what a line may begin, in the order in which it is looked for."""

    def __init__(self, source: str, rules: tuple[Rule, ...], *, plain: bool) -> None:
        self.source, self.plain, self.rules = source, plain, rules
        self.found = Blocks()
        self.last = source.rfind(rows.OURS_END)  # where the last list of sources of ours ends
        self.open: list[Container] = []
        self.leaf: Leaf | None = None
        self.fence = ""  # the marks that opened it
        self.within = 0  # how many containers a fence or HTML stands in
        self.ending: re.Pattern[str] | None = None
        self.inside: Literal["", "html", "code", "table", "drawn"] = ""

    def front_matter(self) -> int:
        """Where the text begins, after the settings at its head."""
        opened = rows.FRONT.match(self.source)
        closed = opened and rows.FRONT_ENDS[opened[1]].search(self.source, opened.end())
        if not opened or not closed:
            return 0
        told = dict(rows.FRONT_ROW.findall(self.source[opened.end() : min(closed.start(), 100_000)]))
        self.found.language, self.found.style = told.get("lang") or told.get("languageCode"), told.get("csl")
        return closed.end()

    def line(self, start: int, end: int, after: int) -> None:
        """Read a line: `end` is where its end of line begins, `after` where the next begins."""
        place, depth = self._continued(start, end)
        if (self.inside == "html" or self.fence) and self._goes_on(place, end, depth):
            return
        if not self.source[place:end].strip():
            self._blank(depth)
            return
        if depth < len(self.open):
            if self._is_lazy(place, end):
                self.add(place, end)
                self._reach(after)
                return
            self.finish()
            del self.open[depth:]
        place = self._opened(place, end, start)
        self._reach(after)
        if place < end:
            self._content(place, end, self.source[start:place])

    def _continued(self, place: int, end: int) -> tuple[int, int]:
        """Where a line's content begins behind the marks of open containers, and how many of these it goes on."""
        for depth, one in enumerate(self.open):
            if one.kind == "quotation":
                match = rows.QUOTE.match(self.source, place, end)
                if not match:
                    return place, depth
                place = match.end()
                continue
            rest = self.source[place : min(end, place + 200)]
            if rest.strip() and rows.columns(rest) < one.width:
                return place, depth
            place += rows.past(rest, one.width)
        return place, len(self.open)

    def _goes_on(self, place: int, end: int, depth: int) -> bool:
        """Whether the line belongs to the fenced code or the HTML that is open, which it may end."""
        text = self.source[place:end]
        if self.fence:
            mark = self.fence
            if depth < self.within:
                self.finish()
                return False
            if text.strip() and set(text.strip()) == {mark[0]} and len(text.strip()) >= len(mark):
                self.finish()
            else:
                self.add(place, end)
            return True
        over = depth < self.within and self.leaf and self.leaf.shape == "code"
        if over or (self.ending is None and not text.strip()):
            self.finish()
            return False
        self.add(place, end)
        if self.ending and self.ending.search(text):
            self.finish()
        return True

    def _blank(self, depth: int) -> None:
        if self.inside == "code" and self.leaf:
            return
        self.finish()
        if depth < len(self.open) and self.open[depth].kind == "quotation":
            del self.open[depth:]

    def _is_lazy(self, place: int, end: int) -> bool:
        """Whether the line goes on with the paragraph above though it lacks the marks of its containers."""
        if not self.leaf or self.inside or self.leaf.shape != "text":
            return False
        text = self.source[place:end]
        starts = (rows.QUOTE, rows.ITEM, rows.NOTE, rows.HEADING, rows.FENCE, rows.RULE, rows.DIV)
        return not any(pattern.match(text) for pattern in starts) and not rows.html_block(text, within=True)[0]

    def _opened(self, place: int, end: int, start: int) -> int:
        """Where content begins behind the marks of the containers that the line opens."""
        while len(self.open) < _DEEPEST and place < end:
            if self.source[place] in " \t" and rows.columns(self.source[place : place + 8]) >= 4 and not self.leaf:
                return place
            made, after = self._container(place, end)
            if not made:
                return place
            self.finish()
            self.open.append(made)
            if made.kind == "note":
                self.found.notes.setdefault(made.label, [start, end])
            place = after
        return place

    def _container(self, place: int, end: int) -> tuple[Container | None, int]:
        if match := rows.QUOTE.match(self.source, place, end):
            return Container(kind="quotation"), match.end()
        if match := rows.NOTE.match(self.source, place, end):
            return Container(kind="note", width=4, label=match[1]), match.end()
        match = rows.ITEM.match(self.source, place, end)
        if not match or rows.RULE.match(self.source[place:end]):
            return None, place
        words = self.source[place : match.end()].strip()
        if self.leaf and not self.inside and (words not in ("-", "+", "*", "1.", "1)", ":") or match.end() >= end):
            return None, place
        return Container(kind="item", width=match.end() - place if match.end() - place < 6 else 2), match.end()

    def _content(self, place: int, end: int, prefix: str) -> None:
        text = self.source[place:end]
        if self.inside == "code":
            if rows.columns(text) >= 4:
                self.add(place, end)
                return
            self.finish()
        if self.inside == "drawn":
            self.add(place, end)
        elif self.inside == "table":
            self.row(place, end)
        elif not any(rule(self, place, text, prefix) for rule in self.rules):
            self.add(place + len(text) - len(text.lstrip()), end, prefix)

    def add(self, place: int, end: int, prefix: str = "") -> None:
        """Put a line into the block that is open; where none is, one begins."""
        if self.leaf is None:
            self.leaf = self.new(prefix)
        self.leaf.lines.append((place, place + len(self.source[place:end].rstrip())))
        if self.leaf.shape == "text" and not self.inside:
            shown = self.source[place:end].lstrip()
            first = place + len(self.source[place:end]) - len(shown)
            self.leaf.lines[-1] = (first, first + len(shown.rstrip()))

    def new(self, prefix: str = "") -> Leaf:
        """A block within the containers that are open."""
        kinds: dict[str, Kind] = {"quotation": "quotation", "item": "list item"}
        kind: Kind = next((kinds[one.kind] for one in reversed(self.open) if one.kind in kinds), "paragraph")
        label = next((one.label for one in self.open if one.kind == "note"), "")
        return Leaf(lines=[], kind=kind, note=label, part="footnote" if label else "body", prefix=prefix)

    def _reach(self, after: int) -> None:
        """Take note of how far the definition of the note reaches that is open."""
        for one in self.open:
            if one.kind == "note":
                self.found.notes[one.label][1] = after

    def finish(self) -> None:
        """End the block that is open."""
        leaf, self.leaf = self.leaf, None
        self.inside, self.fence, self.ending = "", "", None
        if leaf is None or leaf.shape == "read already":
            return
        if leaf.shape == "text" and leaf.kind != "heading":
            leaf.lines = leaf.lines[self._definitions(leaf) :]
        if leaf.lines:
            self.found.leaves.append(leaf)

    def _definitions(self, leaf: Leaf) -> int:
        """How many lines at the head of a paragraph define what references stand for."""
        number = 0
        while number < len(leaf.lines):
            line = self.source[slice(*leaf.lines[number])]
            match = rows.DEFINITION.match(line) if line.startswith("[") else None
            if match:
                self.found.addresses.setdefault(folded(match[1]), match[2].strip("<>"))
            elif not (number and rows.TITLE.match(line)):
                break
            number += 1
        return number

    def row(self, place: int, end: int) -> None:
        """Put the cells of a table's row, each a block."""
        line = self.source[place:end]
        for first, last in rows.cells(line):
            inner = line[first:last]
            shown = inner.strip()
            start = place + first + len(inner) - len(inner.lstrip())
            leaf = self.new()
            leaf.part = leaf.part if leaf.note else "table"
            leaf.kind, leaf.lines = "paragraph", [(start, start + len(shown))]
            if shown:
                self.found.leaves.append(leaf)


Rule = Callable[[Scan, int, str, str], bool]
"""Given a line's place, its text and what stands before it: whether it begins the rule's kind of block."""


def folded(label: str) -> str:
    """A reference's label as it is compared."""
    return " ".join(label.split()).casefold()
