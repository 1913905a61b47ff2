"""Paragraphs of Markdown and HTML, each character with its places in the source."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from digest.citing import Citation, Cited, Link, Note, Paragraph
from digest.citing.nouns import NOTE, Kind, Part
from digest.reports.markupsource import SURROGATES

__all__ = ["OURS", "Block", "Field", "Gap"]

OURS = "cite-"
"""What the names of notes begin with that are made for a citation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A citation of ours: its place in a paragraph's text and in the source, and how it was typed."""

    start: int
    end: int
    source: tuple[int, int]
    sources: tuple[Cited, ...]
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Markup that is not shown, at `place` of a text; `name` is what an opening and its closing share."""

    place: int
    start: int
    end: int
    role: Literal["open", "close", "other"] = "other"
    name: str = ""


def _place(gap: Gap) -> int:
    return gap.place


class Block:
    """A paragraph while it is read: its characters with their places in the source, and what stands between them."""

    def __init__(self, *, part: Part = "body", kind: Kind = "paragraph", level: int | None = None) -> None:
        self.part, self.kind, self.level = part, kind, level
        self.pieces: list[str] = []
        self.starts = array("l")
        self.ends = array("l")
        self.gaps: list[Gap] = []
        self.fields: list[Field] = []
        self.links: list[tuple[int, int, str]] = []
        self.opaque: list[tuple[int, int]] = []
        self.calls: list[tuple[int, int, int, str]] = []  # place, where in the source, label of the note
        self.notes: list[tuple[int, list[Block]]] = []
        self.note = ""  # the label of the note it stands in
        self.span = (0, 0)  # the whole of it in the source
        self._text = (0, "")  # made of so many pieces
        self._near: dict[int, list[Field]] | None = None  # once all is read
        self._links: list[tuple[int, int]] | None = None

    def __len__(self) -> int:
        """How many characters it shows."""
        return len(self.starts)

    @property
    def text(self) -> str:
        """What it shows."""
        if self._text[0] != len(self.pieces):
            self._text = (len(self.pieces), SURROGATES.sub("\ufffd", "".join(self.pieces)))
        return self._text[1]

    def run(self, text: str, start: int) -> None:
        """Put characters that stand in the source as they are shown."""
        self.pieces.append(text)
        self.starts.extend(range(start, start + len(text)))
        self.ends.extend(range(start + 1, start + len(text) + 1))

    def put(self, text: str, start: int, end: int) -> None:
        """Put characters that the source writes in another way, from `start` to `end`."""
        self.pieces.append(text)
        self.starts.extend([start] * len(text))
        self.ends.extend([end] * len(text))

    @property
    def first(self) -> int:
        """Where in the source its first character stands, or the markup before it."""
        opened = (gap.start for gap in self.gaps[:1] if gap.place == 0)
        return min([*opened, *self.starts[:1]], default=self.span[0])

    def trim(self) -> None:
        """Take the blank at its end away, unless a citation ends with it."""
        bound = max((one.end for one in self.fields), default=0)
        while len(self) > bound and self.pieces[-1] == " ":
            self.pieces.pop(), self.starts.pop(), self.ends.pop()

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source the characters from `start` to `end` stand; of none, where something may be put."""
        if start < end <= len(self):
            first, last = self.starts[start], self.ends[end - 1]
            inside = [one for one in self.fields_near(start) if start <= one.start and one.end <= end]
            inside += [one for one in self.fields_near(end) if start <= one.start and one.end <= end]
            return min([first, *(one.source[0] for one in inside)]), max([last, *(one.source[1] for one in inside)])
        start = min(start, len(self))
        place = self.ends[start - 1] if start else self.starts[0] if len(self) else self.span[1]
        here = self.gaps[bisect_left(self.gaps, start, key=_place) : bisect_right(self.gaps, start, key=_place)]
        if start == 0 and here and len(self):
            place = min(place, next((gap.start for gap in here if gap.role == "open"), place))
        closing = [gap.end for gap in here if gap.role == "close"] if start else []
        return max([place, *closing]), max([place, *closing])

    def kept_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where between two places of the source stand openings and closings with no counterpart between them."""
        waiting: list[Gap] = []
        kept: list[Gap] = []
        first = bisect_left(self.gaps, start, key=lambda gap: gap.start)
        for gap in self.gaps[first : bisect_left(self.gaps, end, key=lambda gap: gap.start)]:
            if gap.role == "other" or gap.end > end:
                continue
            if gap.role == "open":
                waiting.append(gap)
            elif waiting and waiting[-1].name == gap.name:
                waiting.pop()
            else:
                kept.append(gap)
        return [(gap.start, gap.end) for gap in (*kept, *waiting)]

    def link_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the link within which these characters stand."""
        if self._links is None:
            self._links = sorted((first, last) for first, last, _ in self.links)
        before = bisect_right(self._links, (start, len(self) + 1)) - 1
        if before >= 0 and end <= self._links[before][1]:
            return self._links[before]
        return None

    def fields_near(self, place: int) -> list[Field]:
        """The citations of ours that begin or end there."""
        if self._near is None:
            self._near = {}
            for one in self.fields:
                for edge in {one.start, one.end}:
                    self._near.setdefault(edge, []).append(one)
        return self._near.get(place, [])

    def field_at(self, start: int, end: int) -> Field | None:
        """The citation of ours that stands exactly there."""
        return next((one for one in self.fields_near(start) if (one.start, one.end) == (start, end)), None)

    def shown_from(self, piece: int) -> str:
        """What it shows from a piece on."""
        return "".join(self.pieces[piece:])

    def paragraph(self, line: int, notes: Sequence[Note]) -> Paragraph:
        """It as a noun of a report."""
        text = self.text
        return Paragraph(
            text=text,
            part=self.part,
            kind=self.kind,
            level=self.level,
            line=line,
            citations=tuple(self._citation(one, text) for one in sorted(self.fields, key=lambda one: one.start)),
            links=tuple(Link(start=start, end=end, url=url) for start, end, url in self.links),
            notes=tuple(notes),
            opaque=tuple(self.opaque),
        )

    def _citation(self, one: Field, text: str) -> Citation:
        rest = f"{text[: one.start]}{text[one.end :]}"
        alone = self.part == "footnote" and len(self.fields) == 1 and not rest.strip(f" .\u00a0{NOTE}")
        own = alone and not self.note.startswith(OURS)  # it stays a note in every style
        identifier = "own" if own else ""
        return Citation(
            start=one.start, end=one.end, sources=one.sources, origin="digest", alone=alone, identifier=identifier
        )
