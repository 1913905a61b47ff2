"""Where a walk through a document stands, and what it has found so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from digest.citing.nouns import Part
from digest.reports.odt.looks import Looks
from digest.reports.odt.spots import ListSpot, NoteSpot, Spot
from digest.reports.odt.tokens import Stream, Token

Close = Callable[[Token], None]
"""What is to be done where an element ends."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of something that ends elsewhere: its code, its place in the XML and in a paragraph's text."""

    code: str
    spot: int
    at: int
    start: int


@dataclass(slots=True)
class Walk:
    """What has been found so far, and where the walk stands."""

    stream: Stream
    number: int  # of the stream
    looks: Looks
    codes: Mapping[str, str]  # bookmark → its code, kept among the document's properties
    spots: list[Spot]
    lists: list[ListSpot] = field(default_factory=list)
    notes: list[NoteSpot] = field(default_factory=list)
    body: tuple[int, int] | None = None  # where the body's text begins and ends
    open: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=lambda: ["body"])
    within: list[NoteSpot] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    sources: list[ListSpot] = field(default_factory=list)
    index: int = 0
    boxes: int = 0
    page: int | None = None
    rows: int = 0  # of tables so far
    row: list[int] = field(default_factory=lambda: [0])
    broken: int = 0  # citations whose code says nothing
    marks: dict[str, Mark] = field(default_factory=dict)
    coded: list[Mark] = field(default_factory=list)
    blocks: dict[int, int] = field(default_factory=dict)  # where an outermost list begins → where it ends

    @property
    def spot(self) -> Spot | None:
        """The paragraph that is open."""
        return self.spots[self.open[-1]] if self.open else None
