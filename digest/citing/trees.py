"""A report as the tree that `digest.verify` reads, and the way back from places in it to places in the report.

What the gate is asked of a draft it can then be asked of any report: which words are quoted, which citation answers for
them, whether they stand. A source that is cited by no paragraph is cited as a whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from digest.citing.nouns import NOTE, Citation, Cited, Note, Paragraph, Report
from digest.verify.doctree import Passage, passages, text_of
from digest.verify.locators import parse_locator

_SKIPPED = ("code", "bibliography")
_LONGEST_NOTE = 200  # paragraphs
_ATTRIBUTES: list[Any] = ["", [], []]

Inlines = list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of a passage, from `at`, `size` long, that the report's paragraph has from `start` to `end`."""

    at: int
    size: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A report as pandoc would have it, its passages, and for each of them the paragraph of the report it is."""

    report: Report
    document: Mapping[str, Any]
    parts: tuple[Passage, ...]
    owners: tuple[int, ...]
    pieces: Mapping[int, tuple[_Piece, ...]] = field(repr=False)

    def place(self, place: tuple[int, int, int]) -> tuple[int, int, int]:
        """The paragraph of the report, and where in its text, that a place in a passage is.

        >>> from digest.citing.nouns import Citation, Cited
        >>> cited = Citation(start=0, end=9, sources=(Cited(key="ng2031"),))
        >>> told = Paragraph(text="[@ng2031] says “no”", citations=(cited,))
        >>> as_tree(Report(format="markdown", paragraphs=(told,))).place((0, 8, 10))
        (0, 16, 18)
        """
        number, start, end = place
        owner = self.owners[number]
        if self.parts[number].whole:
            return owner, *self._around(number)
        return owner, self._at(owner, start), max(self._at(owner, start), self._up_to(owner, end))

    def _at(self, owner: int, offset: int) -> int:
        pieces = self.pieces[owner]
        piece = next(_from(pieces, offset), None)
        if piece is None:
            return len(self.report.paragraphs[owner].text)
        ahead = offset - piece.at
        return piece.start + ahead if piece.end - piece.start == piece.size else piece.start

    def _up_to(self, owner: int, offset: int) -> int:
        piece = next(_from(self.pieces[owner], offset - 1), None) if offset > 0 else None
        if piece is None:
            return 0 if offset <= 0 else len(self.report.paragraphs[owner].text)
        return piece.start + offset - piece.at if piece.end - piece.start == piece.size else piece.end

    def _around(self, number: int) -> tuple[int, int]:
        """Where the citation stands whose affix a passage is."""
        paragraph = self.report.paragraphs[self.owners[number]]
        keys = {entry.key for group in self.parts[number].citations for entry in group}
        for citation in paragraph.citations:
            if keys & {source.key for source in citation.sources}:
                return citation.start, citation.end
        return 0, len(paragraph.text)


def _from(pieces: Sequence[_Piece], offset: int) -> Iterator[_Piece]:
    """The piece that holds `offset`; none past the last."""
    number = bisect_right(pieces, offset, key=lambda piece: piece.at) - 1
    while number >= 0 and pieces[number].size == 0:
        number -= 1
    if number >= 0 and offset < pieces[number].at + pieces[number].size:
        yield pieces[number]


def as_tree(report: Report, whole: Mapping[str, tuple[str, int]] | None = None) -> Tree:
    """The tree of `report`.

    A source that is cited by none of its paragraphs is cited by all: by what `whole` has for its key, the key to set
    instead and how many paragraphs that has.
    """
    made = _Making(report, whole or {})
    document = {"meta": {}, "blocks": made.blocks()}
    parts = passages(document)
    owners = tuple(made.owners.get(id(part.inlines), 0) for part in parts)
    return Tree(report=report, document=document, parts=parts, owners=owners, pieces=made.pieces)


@dataclass(slots=True)
class _Making:
    report: Report
    whole: Mapping[str, tuple[str, int]]
    owners: dict[int, int] = field(default_factory=dict)  # by the identity of a paragraph's inlines
    pieces: dict[int, tuple[_Piece, ...]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)  # paragraphs of notes that stand in the tree

    def blocks(self) -> list[Any]:
        """The blocks of the report; a note stands where it is called."""
        called = _called(self.report)
        shown = [n for n, one in enumerate(self.report.paragraphs) if n not in called and one.kind not in _SKIPPED]
        found: list[Any] = []
        for (kind, _), run in groupby(shown, key=self._sort):
            blocks = [self._block(number) for number in run]
            found += [_BLOCKS[kind](blocks)] if kind in _BLOCKS else blocks
        return found

    def _sort(self, number: int) -> tuple[str, int]:
        """What a paragraph belongs to with its neighbours: a quotation, a row of a table, nothing."""
        paragraph = self.report.paragraphs[number]
        if paragraph.part == "table":
            line = (paragraph.line or 0) if self.report.format == "markdown" else 0  # there a row is a line
            if row := paragraph.row or -line:
                return "row", row
        return ("quotation", 0) if paragraph.kind == "quotation" else ("", 0)

    def _block(self, number: int) -> dict[str, Any]:
        paragraph = self.report.paragraphs[number]
        inlines = self._inlines(number, notes=True)
        if paragraph.kind == "heading":
            return {"t": "Header", "c": [paragraph.level or 1, _ATTRIBUTES, inlines]}
        return {"t": "Para", "c": inlines}

    def _inlines(self, number: int, *, notes: bool) -> Inlines:
        paragraph = self.report.paragraphs[number]
        inlines: Inlines = []
        pieces: list[_Piece] = []
        at = 0
        for start, end, mark in _marks(paragraph):
            node = self._node(paragraph.text[start:end], mark, notes=notes)
            size = len(text_of([node])) if node else 0
            inlines += [node] if node else []
            pieces.append(_Piece(at=at, size=size, start=start, end=end))
            at += size
        self.pieces[number] = tuple(pieces)
        if inlines:
            self.owners[id(inlines)] = number
        return inlines

    def _node(self, text: str, mark: Citation | Note | str, *, notes: bool) -> dict[str, Any] | None:
        if isinstance(mark, Citation):
            return self._cite(mark, text)
        if isinstance(mark, Note):
            blocks = [
                {"t": "Para", "c": self._inlines(n, notes=False)} for n in inside(mark) if notes and self._is_free(n)
            ]
            return {"t": "Note", "c": blocks}
        return {"t": "Str", "c": text} if mark == _TEXT else None

    def _is_free(self, number: int) -> bool:
        """Whether a note's paragraph stands in no other note yet."""
        if number in self.taken or not 0 <= number < len(self.report.paragraphs):
            return False
        self.taken.add(number)
        return self.report.paragraphs[number].kind not in _SKIPPED

    def _cite(self, citation: Citation, text: str) -> dict[str, Any]:
        entries = [self._entry(source) for source in citation.sources]
        return {"t": "Cite", "c": [entries, [{"t": "Str", "c": text}]]}

    def _entry(self, source: Cited) -> dict[str, Any]:
        mode = "AuthorInText" if source.in_text else "SuppressAuthor" if source.suppress_author else "NormalCitation"
        key, suffix = self._located(source)
        return {
            "citationId": key,
            "citationPrefix": [{"t": "Str", "c": source.prefix}] if source.prefix else [],
            "citationSuffix": [{"t": "Str", "c": suffix}] if suffix else [],
            "citationMode": {"t": mode},
            "citationNoteNum": 0,
            "citationHash": 0,
        }

    def _located(self, source: Cited) -> tuple[str, str]:
        after = f", {source.suffix}" if source.suffix else ""
        if located(source):
            return source.key, f", para. {source.locator}{after}"
        key, count = self.whole.get(source.key, (source.key, 0))
        return key, (f", paras. 1–{count}" if count else "") + after


def located(source: Cited) -> tuple[tuple[int, int], ...]:
    """The paragraphs that a cited source names, as ranges; a page of a web article names none.

    >>> located(Cited(key="a", locator="4–5")), located(Cited(key="a", locator="33", label="page"))
    (((4, 5),), ())
    """
    if source.label != "paragraph" or not source.locator:
        return ()
    return parse_locator(f", para. {source.locator}")[0]


def inside(note: Note) -> range:
    """The paragraphs of a note: as many as a note may have."""
    return range(note.first, min(note.last + 1, note.first + _LONGEST_NOTE))


def _called(report: Report) -> frozenset[int]:
    """The paragraphs that stand in notes."""
    return frozenset(
        number
        for at, paragraph in enumerate(report.paragraphs)
        for note in paragraph.notes
        for number in inside(note)
        if at < number < len(report.paragraphs)
    )


_TEXT, _HIDDEN = "text", "hidden"


def _marks(paragraph: Paragraph) -> Iterator[tuple[int, int, Citation | Note | str]]:
    """The paragraph from beginning to end as stretches: text, citations, calls of notes, what is not looked into."""
    marks: list[tuple[int, int, Citation | Note | str]] = [(one.start, one.end, one) for one in paragraph.citations]
    marks += [(note.place, note.place + 1, note) for note in paragraph.notes]
    marks += [(start, end, _HIDDEN) for start, end in paragraph.opaque]
    noted = {note.place for note in paragraph.notes}
    marks += [(at, at + 1, _HIDDEN) for at, letter in enumerate(paragraph.text) if letter == NOTE and at not in noted]
    marks.sort(key=lambda row: (row[0], row[1]))
    place = 0
    for start, end, mark in marks:
        if not place <= start <= end <= len(paragraph.text):
            continue
        if start > place:
            yield place, start, _TEXT
        yield start, end, mark
        place = end
    if place < len(paragraph.text):
        yield place, len(paragraph.text), _TEXT


def _row(cells: list[Any]) -> dict[str, Any]:
    row = [_ATTRIBUTES, [[_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [cell]] for cell in cells]]
    body = [_ATTRIBUTES, 0, [], [row]]
    return {"t": "Table", "c": [_ATTRIBUTES, [None, []], [], [_ATTRIBUTES, []], [body], [_ATTRIBUTES, []]]}


_BLOCKS = {"quotation": lambda blocks: {"t": "BlockQuote", "c": blocks}, "row": _row}
