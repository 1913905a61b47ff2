"""Findings as Word's comments: a copy of a report with remarks in its margin, those that are there kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from digest.reports.docx.adding import now, place_of
from digest.reports.docx.document import Document, Spot, in_strict_names, open_document
from digest.reports.docx.elements import ILLEGAL, as_text, plain_name, q, w
from digest.reports.docx.notes import identifier
from digest.reports.docx.package import parsed, part, with_parts
from digest.reports.docx.runs import Cut, bench_for, fill, open_gap
from digest.reports.docx.serialising import blocks_of, serialised
from digest.reports.docx.splicing import appended
from digest.reports.docx.styles import empty_styles, with_styles

AUTHOR = "digest"
_LONGEST = 5_000  # characters of a remark
_QUOTED = 80  # characters of the words that a remark on a note repeats
_EMPTY = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + as_text(w("comments")).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is to be said of the characters from `start` to `end` of a paragraph, by its place in the report.

    Every line of `text` becomes a paragraph.
    """

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Points:
    """What begins and ends at one place of a paragraph, by the numbers of comments."""

    ends: list[int] = field(default_factory=list)
    both: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def with_comments(data: bytes, name: str, remarks: Iterable[Remark], date: str | None = None) -> bytes:
    """The report with a comment for each remark; `date` (2031-04-05T10:00:00Z) is when they were made, if that is told.

    Word takes no comment in notes, text boxes, headers and footers: such a one stands where the note is called or the
    box hangs, and names the words it is about.
    """
    document = open_document(data, name)
    owners = {id(spot.block.strip.element): number for number, spot in enumerate(document.spots)}
    placed = [one for remark in remarks if (one := _placed(remark, document, owners)) is not None]
    if not placed:
        return data
    placed.sort(key=lambda one: (one.paragraph, one.start, one.end))
    package, changed = document.package, dict[str, bytes]()
    styles = _styles(document, changed)
    file, more = place_of(package, changed, "comments")
    changed |= more
    comments = now(package, changed, file) or (in_strict_names(_EMPTY) if document.strict else _EMPTY)
    first = _next(parsed(comments, file), document.roots[package.main])
    made = (as_text(_comment(number, one.text, date, styles)) for number, one in enumerate(placed, start=first))
    told = [in_strict_names(one.encode()).decode() if document.strict else one for one in made]
    changed[file] = appended(comments, told, file)
    blocks = blocks_of(document.roots[package.main])
    touched = _anchor(document, placed, first, styles.mark)
    main = serialised(part(package, package.main) or b"", blocks, touched)
    changed[package.main] = in_strict_names(main) if document.strict else main
    return with_parts(package, changed)


@dataclass(frozen=True, slots=True)
class _Styles:
    text: str
    mark: str


def _styles(document: Document, changed: dict[str, bytes]) -> _Styles:
    """The styles of comments, in `changed` where the document lacks them."""
    sheet, more = place_of(document.package, changed, "styles")
    changed |= more
    data = now(document.package, changed, sheet) or empty_styles()
    changed[sheet], found = with_styles(data, ["comment reference", "comment text"])
    return _Styles(found["comment text"], found["comment reference"])


def _placed(remark: Remark, document: Document, owners: Mapping[int, int]) -> Remark | None:
    """The remark where Word can show it; None for one on a paragraph that is not there."""
    if not 0 <= remark.paragraph < len(document.spots):
        return None
    spot = document.spots[remark.paragraph]
    length = len(spot.block.text)
    start = min(max(remark.start, 0), length)
    remark = replace(remark, start=start, end=min(max(remark.end, start), length))
    if _takes_comments(spot, document):
        return remark
    words = " ".join(spot.block.text[remark.start : remark.end].split())
    told = f"“{words[:_QUOTED]}…”" if len(words) > _QUOTED else f"“{words}”" if words else ""
    shown = _shown_at(spot, document, owners)
    if shown is None:
        return None
    number, start, end = shown
    return Remark(paragraph=number, start=start, end=end, text=f"{_WHERE[spot.place]} {told}\n{remark.text}".strip())


_WHERE = {
    "body": "", "table": "", "box": "In the text box:", "header": "In the header:", "footer": "In the footer:",
    "footnote": "In the footnote:", "endnote": "In the endnote:",
}  # fmt: skip


def _shown_at(spot: Spot, document: Document, owners: Mapping[int, int]) -> tuple[int, int, int] | None:
    """The paragraph and characters of the body at which something outside it is shown; None where it has none."""
    spots = document.spots
    if spot.owner is not None and _takes_comments(spots[spot.owner], document):
        for place, _, _, first, last in spots[spot.owner].called:
            if any(spots[number] is spot for number in range(first, last + 1)):
                return spot.owner, place, place + 1
    element = (spot if spot.owner is None else spots[spot.owner]).block.strip.element
    for ancestor in element.iterancestors(q("p")):
        number = owners.get(id(ancestor))
        if number is not None and _takes_comments(spots[number], document):
            return number, 0, len(spots[number].block.text)
    return (0, 0, 0) if _takes_comments(spots[0], document) else None


def _takes_comments(spot: Spot, document: Document) -> bool:
    return spot.file == document.package.main and spot.place != "box"


def _next(comments: Any, main: Any) -> int:
    """The first number that no comment has and no place of the document names."""
    names = ("commentReference", "commentRangeStart", "commentRangeEnd")
    told = [identifier(one) for one in comments if plain_name(one) == "comment"]
    told += [identifier(one) for name in names for one in main.iter(q(name))]
    return max((int(one) for one in told if one.isascii() and one.isdecimal() and len(one) < 10), default=-1) + 1


def _comment(number: int, text: str, date: str | None, styles: _Styles) -> Any:
    lines = ILLEGAL.sub("\ufffd", text)[:_LONGEST].split("\n") or [""]
    mark = w("r", w("rPr", w("rStyle", val=styles.mark)), w("annotationRef"))
    paragraphs = [
        w("p", w("pPr", w("pStyle", val=styles.text)), None if place else mark, w("r", w("t", line)) if line else None)
        for place, line in enumerate(lines)
    ]
    told = {"date": date} if date else {}
    return w("comment", *paragraphs, id=str(number), author=AUTHOR, initials="d", **told)


def _anchor(document: Document, placed: Sequence[Remark], first: int, style: str) -> list[Any]:
    """The paragraphs that beginnings, ends and marks of comments were set into, each from its end to its beginning."""
    points: dict[int, dict[int, _Points]] = defaultdict(lambda: defaultdict(_Points))
    for number, one in enumerate(placed, start=first):
        here = points[one.paragraph]
        if one.start == one.end:
            here[one.start].both.append(number)
        else:
            here[one.start].starts.append(number)
            here[one.end].ends.append(number)
    for paragraph, places in points.items():
        bench = bench_for(document.spots[paragraph].block)
        for place in sorted(places, reverse=True):
            gap, _ = open_gap(bench, Cut(start=place, end=place))
            fill(gap, [*_marks(places[place], style)])
    return [document.spots[number].block.strip.element for number in points]


def _marks(points: _Points, style: str) -> Iterator[Any]:
    for number in points.ends:
        yield from _ending(number, style)
    for number in points.both:
        yield w("commentRangeStart", id=str(number))
        yield from _ending(number, style)
    for number in points.starts:
        yield w("commentRangeStart", id=str(number))


def _ending(number: int, style: str) -> Iterator[Any]:
    yield w("commentRangeEnd", id=str(number))
    yield w("r", w("rPr", w("rStyle", val=style)), w("commentReference", id=str(number)))
