"""A walk through the XML of a document: its paragraphs in order, those of a note after the one that calls it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from digest.citing.nouns import NOTE, Part
from digest.errors import ReadError
from digest.reports.odt.blocks import index, items, part_of, section, sources, table_row, title
from digest.reports.odt.marks import coded, coded_ends, entry, link, mark, mark_ends
from digest.reports.odt.spots import NoteSpot, Spot
from digest.reports.odt.state import Close, Walk
from digest.reports.odt.tokens import Token, attributes, tokens

_MOST = 200_000  # paragraphs
_BLANKS = 1_000  # that one element may stand for


def walk(found: Walk) -> Walk:
    """The walk, done."""
    skipped = 0  # depth within an element that is passed over
    closers: list[Close | None] = []
    for token in tokens(found.stream):
        if skipped or (token.name and token.kind != "end" and _is_skipped(token.name)):
            skipped += {"start": 1, "end": -1}.get(token.kind, 0)
        elif token.kind == "text":
            _words(found, token)
        elif token.kind == "start":
            closers.append(_begin(found, token))
        elif close := closers.pop() if token.kind == "end" else _begin(found, token):
            close(token)
    return found


def _words(found: Walk, token: Token) -> None:
    if found.open:
        source = found.stream.text[token.start : token.end]
        found.spots[found.open[-1]].write(source, token.start, token.end)


_SKIPPED = frozenset(
    (
        "field:param",
        "office:annotation",
        "office:event-listeners",
        "office:font-face-decls",
        "office:forms",
        "office:scripts",
        "office:settings",
        "office:styles",
        "svg:desc",
        "svg:title",
        "text:alphabetical-index-source",
        "text:bibliography-source",
        "text:illustration-index-source",
        "text:note-citation",
        "text:object-index-source",
        "text:ruby-text",
        "text:script",
        "text:table-index-source",
        "text:table-of-content-source",
        "text:tracked-changes",
        "text:user-index-source",
    )
)
"""What is no text of the report: comments, what was deleted, patterns of indexes."""


def _is_skipped(name: str) -> bool:
    return name in _SKIPPED or name.startswith(("math:", "other:math", "form:"))


def _begin(found: Walk, token: Token) -> Close | None:
    """Open an element; what is to be done where it ends."""
    if begin := _BEGIN.get(token.name):
        return begin(found, token)
    if token.name.startswith(("draw:", "dr3d:")) and found.open and not found.boxes:
        return _object(found, token)
    if token.name.startswith("text:") and found.open:
        return _other_field(found, token)
    return None


def _paragraph(found: Walk, token: Token) -> Close:
    told = attributes(token, found.stream)
    if len(found.spots) >= _MOST:
        raise ReadError("a report of too many paragraphs", where=found.stream.name, hint="cut it into parts")
    style = told.get("text:style-name", "")
    if found.page and found.parts == ["body"] and found.spots and found.looks.breaks(style):
        found.page += 1
    spot = Spot(stream=found.number, start=token.start, inside=token.end, style=style, part=found.parts[-1])
    spot.page, spot.empty = found.page, token.kind == "empty"
    spot.row = found.row[-1] if spot.part == "table" else 0
    spot.kind = found.looks.kind(style) or ("list item" if found.listed else "paragraph")
    spot.lists = found.listed[0] + 1 if found.listed else 0
    if token.name == "text:h":
        level = told.get("text:outline-level", "1")
        spot.kind, spot.level = "heading", min(int(level), 10) if level.isascii() and level.isdigit() else 1
    elif spot.kind == "heading":
        spot.level = found.looks.level(style)
    if found.sources:
        spot.kind = "bibliography"
    spot.note = found.within[-1] if found.within else None
    found.open.append(len(found.spots))
    found.spots.append(spot)
    return partial(_paragraph_ends, found)


def _paragraph_ends(found: Walk, token: Token) -> None:
    spot = found.spots[found.open.pop()]
    spot.close, spot.end = token.start, token.end
    if spot.empty:
        spot.close = spot.inside
    if found.index:
        spot.opaque = [(0, spot.size)]


def _span(found: Walk, token: Token) -> Close | None:
    if not found.spot or not found.looks.is_code(attributes(token, found.stream).get("text:style-name", "")):
        return None
    return partial(_opaque_ends, found.spot, found.spot.size)


def _opaque_ends(spot: Spot, start: int, token: Token) -> None:  # noqa: ARG001
    if spot.size > start:
        spot.opaque.append((start, spot.size))


def _other_field(found: Walk, token: Token) -> Close | None:  # noqa: ARG001
    spot = found.spot
    return partial(_opaque_ends, spot, spot.size) if spot else None


def _blanks(found: Walk, token: Token) -> None:
    if found.spot:
        count = attributes(token, found.stream).get("text:c", "1")
        number = int(count) if count.isascii() and count.isdigit() and len(count) < 6 else 1
        found.spot.put(" " * min(number, _BLANKS), token.start, token.end)


def _gap(character: str, found: Walk, token: Token) -> None:
    if found.spot:
        found.spot.put(character, token.start, token.end)


def _note(found: Walk, token: Token) -> Close | None:
    spot = found.spot
    if not spot:
        return None
    told = attributes(token, found.stream)
    part: Part = "endnote" if told.get("text:note-class") == "endnote" else "footnote"
    note = NoteSpot(caller=found.open[-1], place=spot.size, part=part, start=token.start, first=len(found.spots))
    spot.put(NOTE, token.start, token.end)
    found.parts.append(part)
    found.within.append(note)
    held, found.listed = found.listed, []
    return partial(_note_ends, found, spot, note, held)


def _note_ends(found: Walk, spot: Spot, note: NoteSpot, held: list[int], token: Token) -> None:
    found.parts.pop()
    found.within.pop()
    found.listed = held
    note.end, note.last = token.end, len(found.spots) - 1
    _close_object(spot, note.place, token)
    found.notes.append(note)
    if note.last >= note.first:
        spot.notes.append(note)


def _close_object(spot: Spot, at: int, token: Token) -> None:
    for number in range(len(spot.pieces) - 1, -1, -1):
        piece = spot.pieces[number]
        if piece.at == at:
            spot.pieces[number] = type(piece)(at, piece.size, piece.start, token.end)
            return


def _object(found: Walk, token: Token) -> Close | None:
    spot = found.spot
    if not spot:
        return None
    at = spot.size
    spot.put(NOTE, token.start, token.end)
    found.boxes += 1
    found.parts.append("box")
    return partial(_object_ends, found, spot, at)


def _object_ends(found: Walk, spot: Spot, at: int, token: Token) -> None:
    found.boxes -= 1
    found.parts.pop()
    _close_object(spot, at, token)


def _page(found: Walk, token: Token) -> None:  # noqa: ARG001
    if found.page:
        found.page += 1


def _body(found: Walk, token: Token) -> Close:
    if token.kind != "empty":
        found.body = (token.end, token.end)
    return partial(_body_ends, found)


def _body_ends(found: Walk, token: Token) -> None:
    if found.body:
        found.body = (found.body[0], token.start)


def _nothing(found: Walk, token: Token) -> None:  # noqa: ARG001
    return None


_BEGIN: dict[str, Callable[[Walk, Token], Close | None]] = {
    "draw:text-box": partial(part_of, "box"),
    "field:fieldmark": _nothing,
    "field:fieldmark-end": coded_ends,
    "field:fieldmark-start": coded,
    "office:text": _body,
    "style:footer": partial(part_of, "footer"),
    "style:footer-first": partial(part_of, "footer"),
    "style:footer-left": partial(part_of, "footer"),
    "style:header": partial(part_of, "header"),
    "style:header-first": partial(part_of, "header"),
    "style:header-left": partial(part_of, "header"),
    "table:table": partial(part_of, "table"),
    "table:table-row": table_row,
    "text:a": link,
    "text:alphabetical-index": index,
    "text:bibliography": sources,
    "text:bibliography-mark": entry,
    "text:bookmark": mark,
    "text:bookmark-end": mark_ends,
    "text:bookmark-start": mark,
    "text:h": _paragraph,
    "text:illustration-index": index,
    "text:index-title": title,
    "text:line-break": partial(_gap, "\n"),
    "text:list": items,
    "text:meta": _nothing,
    "text:meta-field": _nothing,
    "text:note": _note,
    "text:note-body": _nothing,
    "text:object-index": index,
    "text:p": _paragraph,
    "text:reference-mark": mark,
    "text:reference-mark-end": mark_ends,
    "text:reference-mark-start": mark,
    "text:ruby": _nothing,
    "text:ruby-base": _nothing,
    "text:s": _blanks,
    "text:section": section,
    "text:soft-page-break": _page,
    "text:span": _span,
    "text:tab": partial(_gap, "\t"),
    "text:table-index": index,
    "text:table-of-content": index,
    "text:user-index": index,
}
"""What opens here, and what is to be done where it ends."""
