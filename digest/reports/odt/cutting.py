"""Where an edit stands in the XML, what of it goes, and which tags between stay."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.reports.odt.document import Document, outermost
from digest.reports.odt.fields import code_of, is_list
from digest.reports.odt.flowing import blanks
from digest.reports.odt.spots import Field, Piece, Spot, places
from digest.reports.odt.tokens import Stream, Token, attributes, tokens

_WHOLE = ("draw:", "dr3d:", "office:annotation", "text:note")
"""Elements that stay as they are where they stand among words that go."""
_FIELDS = ("text:bibliography-mark", "text:reference-mark", "text:bookmark", "field:fieldmark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What goes of a part's text, from `start` to `end`; `before` is written anew there, and `after` behind what comes
    in its place."""

    start: int
    end: int
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Cutter:
    """A document being cut; what it has learned of a paragraph is kept."""

    document: Document
    fields: dict[int, list[Field]] = field(default_factory=dict)
    ends: dict[int, Mapping[int, str]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    linked: dict[int, Mapping[tuple[int, int], tuple[int, int]]] = field(default_factory=dict)
    placed: tuple[Piece, list[tuple[int, int]]] | None = None  # the piece looked at last: it may be a whole paragraph

    def region(self, number: int, start: int, end: int) -> Region:
        """The region of the characters from `start` to `end` of a paragraph, or of the field that they are."""
        spot = self.document.spots[number]
        stream = self.document.streams[spot.stream]
        within = self._within(number, start, end)
        if within and (within[0].start, within[-1].end) == (start, end):
            if within[0].first in self.taken:  # two edits at a field that shows nothing
                return Region(start=within[0].last, end=within[0].last)
            self.taken.add(within[0].first)
            return self._cut(stream, within[0].first, within[-1].last, of_field=True)
        if start == end:
            held = _piece_at(spot, start - 1) if start else None
            if held and not held.written and start < held.at + held.size:  # blanks that one element stands for
                more = blanks(held.at + held.size - start)
                return Region(start=held.start, end=held.end, before=blanks(start - held.at), after=more)
            place = self._place(number, spot, stream, start)
            return Region(start=place, end=place)
        if number not in self.linked:
            self.linked[number] = {(one[0], one[1]): (one[3], one[4]) for one in spot.links}
        if link := self.linked[number].get((start, end)):
            return self._cut(stream, *link)
        first, last = _piece_at(spot, start), _piece_at(spot, end - 1)
        begun = self._places(first, stream)[start - first.at]
        ended = self._places(last, stream)[end - 1 - last.at]
        region = self._cut(
            stream,
            min([begun[0], *(one.first for one in within[:1])]),
            max([ended[1], *(one.last for one in within[-1:])]),
            of_field=bool(within),
        )
        before = "" if first.written else blanks(start - first.at)
        after = "" if last.written else blanks(last.at + last.size - end)
        return Region(start=region.start, end=region.end, before=before, after=after + region.after)

    def _places(self, piece: Piece, stream: Stream) -> list[tuple[int, int]]:
        if self.placed is None or self.placed[0] is not piece:
            self.placed = (piece, places(piece, stream.text))
        return self.placed[1]

    def _within(self, number: int, start: int, end: int) -> list[Field]:
        """The fields that show characters from `start` to `end` of a paragraph and no others."""
        if number not in self.fields:
            self.fields[number] = outermost(self.document.spots[number].fields)
        fields = self.fields[number]
        found: list[Field] = []
        for at in range(bisect_left(fields, start, key=lambda one: one.start), len(fields)):
            if fields[at].start > end or (fields[at].start == end > start):
                break
            if fields[at].end <= end and (start < end or not found):
                found.append(fields[at])
        return found

    def _cut(self, stream: Stream, start: int, end: int, *, of_field: bool = False) -> Region:
        kept = _kept(stream, start, end, self.document.codes if of_field else None)
        text = stream.text
        while kept and kept[-1][0] == "start" and (close := _closed(text, end)):
            kept.pop()
            end = close
        return Region(start=start, end=end, after="".join(written for _, written in kept))

    def _place(self, number: int, spot: Spot, stream: Stream, at: int) -> int:
        """Where words are put in: behind the character before, out of the link, field or italics that end there."""
        if not at:
            return _first(spot, stream)
        piece = _piece_at(spot, at - 1)
        place = self._places(piece, stream)[at - 1 - piece.at][1]
        if at < piece.at + piece.size or stream.text[place] != "<":
            return place
        if number not in self.ends:
            self.ends[number] = self._left(spot, stream)
        best, known = place, self.ends[number]
        for token in tokens(stream, place, spot.close):
            if token.start in known:
                best = token.end if known[token.start] else best
            elif token.kind != "empty" or not token.name.endswith(("-mark-end", "bookmark-end", "fieldmark-end")):
                break
            else:
                best = token.end
        return best

    def _left(self, spot: Spot, stream: Stream) -> dict[int, str]:
        """The closing tags of a paragraph by place, "" for those of spans that words put in may stay within."""
        found: dict[int, str] = {}
        stack: list[Token] = []
        for token in tokens(stream, spot.inside, spot.close):
            if token.kind == "start":
                stack.append(token)
            elif token.kind == "end" and stack:
                found[token.start] = self._why(stack.pop(), stream)
        return found

    def _why(self, token: Token, stream: Stream) -> str:
        if token.name != "text:span":
            return token.name
        style = attributes(token, stream).get("text:style-name", "")
        return style if self.document.looks.is_emphasis(style) or self.document.looks.is_code(style) else ""


def _piece_at(spot: Spot, at: int) -> Piece:
    return spot.pieces[bisect_right(spot.pieces, at, key=lambda piece: piece.at) - 1]


def _first(spot: Spot, stream: Stream) -> int:
    """The beginning of a paragraph, within the spans that open there."""
    place = spot.inside
    if spot.empty or not spot.size:
        return place
    for token in tokens(stream, spot.inside, spot.close):
        if token.kind != "start" or token.name != "text:span":
            break
        place = token.end
    return place


def _closed(text: str, at: int) -> int:
    """Where a closing tag ends that stands there."""
    return text.find(">", at) + 1 if text.startswith("</", at) else 0


def _kept(stream: Stream, start: int, end: int, codes: Mapping[str, str] | None) -> list[tuple[str, str]]:
    """The tags and objects from `start` to `end` that stay, where the words between them go."""
    kept: list[tuple[str, str]] = []
    opened: list[int] = []
    whole = 0  # depth within an element that stays as it is
    for token in tokens(stream, start, end):
        written = stream.text[token.start : token.end]
        if whole or (token.kind == "start" and token.name.startswith(_WHOLE)):
            whole += {"start": 1, "end": -1}.get(token.kind, 0)
            kept.append(("whole", written))
        elif token.kind == "start":
            opened.append(len(kept))
            kept.append(("start", written if codes is None or not token.name.startswith(_FIELDS) else ""))
        elif token.kind == "end":
            _close(kept, opened, written)
        elif token.kind == "empty" and _stays(token, stream, codes):
            kept.append(("empty", written))
    return kept


def _close(kept: list[tuple[str, str]], opened: list[int], written: str) -> None:
    """A closing tag: both tags go where nothing is left between them."""
    if not opened:
        kept.append(("end", written))
        return
    at = opened.pop()
    if at == len(kept) - 1:
        kept.pop()
    else:
        kept.append(("end", written if kept[at][1] else ""))


def _stays(token: Token, stream: Stream, codes: Mapping[str, str] | None) -> bool:
    """Whether an element without words stays: a blank goes, and so do the marks of a field that goes."""
    if token.name in ("text:s", "text:tab", "text:line-break", "field:param"):
        return False
    if codes is None or not token.name.startswith(_FIELDS):
        return True
    if token.name.startswith("field:"):
        return False
    name = attributes(token, stream).get("text:name", "")
    if token.name.startswith("text:bookmark"):
        return name not in codes
    return code_of(name) is None and not is_list(name)
