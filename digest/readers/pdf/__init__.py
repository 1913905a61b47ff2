"""A PDF, read by its layout: columns in order, lines joined to paragraphs, margins told from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.errors import ReadError
from digest.model import Block, Date, Declared, Page, Source
from digest.names import is_body
from digest.readers.pdf import document
from digest.readers.pdf.columns import columns
from digest.readers.pdf.front import fold, read_front
from digest.readers.pdf.imprint import find_type, imprint, printed_from
from digest.readers.pdf.kinds import Part, body_style, parts, pulled
from digest.readers.pdf.paragraphs import vocabulary
from digest.readers.pdf.running import find_running
from digest.readers.pdf.segments import Segment, segments, with_initials
from digest.readers.pdf.xmp import find_xmp
from digest.readers.properties import Properties, as_document, stated

_SHORT = 200  # letters of a line of the imprint
_FEWEST = 20  # letters of a PDF that has a text
_INFO = {"Title": "title", "Author": "creator", "CreationDate": "created"}
_MADE = re.compile(r"D?:?(\d{4})-?(\d\d)?-?(\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheets:
    """What the file holds: the pieces of each page, its properties and language."""

    pages: tuple[tuple[Segment, ...], ...]
    info: dict[str, str]
    language: str | None


def read_pdf(source: Source) -> tuple[Page, ...]:
    """The page in a PDF; ReadError where it is locked, damaged, too long, or a scan without text."""
    sheets = _sheets(source)
    margins = find_running(sheets.pages, body_style(sheets.pages).size)
    running = [one for page in sheets.pages for one in page if id(one) in margins]
    plain = [[one for one in page if id(one) not in margins] for page in sheets.pages]
    body = body_style(plain)
    plain = [with_initials(page, body.size) for page in plain]
    found = parts([columns(page) for page in plain], body, vocabulary(plain))
    xmp = find_xmp(source.data)
    properties = _properties(sheets, xmp)
    titles = [row.value for row in properties if row.field == "title"]
    known = [fold(row.value) for row in properties if row.field == "site_name"]
    known += [fold(one.text) for one in running if is_body(one.text)]
    printed, day = printed_from(running)
    titles += [one.text for one in running if not is_body(one.text) and len(one.text.split()) > 2]
    front = read_front(list(pulled(found, body)), body, titles, known)
    edges = [part.text for part in front.parts if part.page in (1, 2, len(sheets.pages)) and _is_edge(part)]
    head = (*_agreed(front.declared, properties), *imprint(edges, running))
    texts = [*edges, *(one.text for one in running)]
    kind = find_type((*printed, *head), texts, len(sheets.pages))
    declared = as_document((*printed, *head, *kind, *_confirmed(properties, head)))
    if day and source.accessed is None:
        source = replace(source, accessed=Date(edtf=day))
    blocks = tuple(_blocks([*front.parts, *_margins(running)]))
    return (Page(source=source, blocks=blocks, declared=declared, notes=_notes(sheets), structured=True),)


def _sheets(source: Source) -> _Sheets:
    with document.opened(source) as opened:
        pages = tuple(
            tuple(segments(glyphs, number, width, height))
            for number, (width, height, glyphs) in enumerate(document.glyphs(opened), start=1)
        )
        sheets = _Sheets(pages=pages, info=document.information(opened), language=document.language(opened))
    text = "".join(one.text for page in pages for one in page)
    if sum(letter.isalnum() for letter in text) < _FEWEST:
        hint = "recognise its letters first, for example with `ocrmypdf in.pdf out.pdf`"
        raise ReadError("a scan without text", where=source.name, hint=hint)
    lost = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in text)
    if lost > len(text) * 0.3:
        hint = "recognise its letters anew, for example with `ocrmypdf --force-ocr in.pdf out.pdf`"
        raise ReadError("a PDF whose letters have no meaning", where=source.name, hint=hint)
    return sheets


def _notes(sheets: _Sheets) -> tuple[str, ...]:
    empty = [number for number, page in enumerate(sheets.pages, start=1) if not page]
    if not empty or len(sheets.pages) == 1:
        return ()
    shown = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")
    return (f"no text on page {shown}",)


def _properties(sheets: _Sheets, xmp: Properties) -> tuple[Declared, ...]:
    """What the file's own properties state, what is no title and no name left out."""
    info = tuple((_INFO[name], value) for name, value in sheets.info.items() if name in _INFO)
    rows = [*stated(xmp, "XMP"), *stated(tuple(row for row in info if row[0] != "created"), "PDF")]
    made = [
        value for name, value in (*info, *(("created", v) for n, v in xmp if n == "CreateDate")) if name == "created"
    ]
    rows += [
        Declared(field="created", value=day, origin="PDF CreationDate") for value in made[:1] if (day := _day(value))
    ]
    if sheets.language:
        rows.append(Declared(field="language", value=sheets.language, origin="PDF Lang"))
    return tuple(rows)


def _day(stamp: str) -> str | None:
    match = _MADE.match(stamp)
    return "-".join(part for part in match.groups() if part) if match else None


def _is_edge(part: Part) -> bool:
    """Whether a part may be the imprint's: no footnote, and no paragraph of the text."""
    return part.rule not in ("footnote", "list of notes") and (part.kind == "furniture" or len(part.text) < _SHORT)


def _agreed(front: Sequence[Declared], properties: Sequence[Declared]) -> tuple[Declared, ...]:
    """What the head states, of its authors those alone that the properties name too, where these name many of them."""
    named = {fold(row.value) for row in properties if row.field == "author"}
    signed = {fold(row.value) for row in front if row.field == "author"}
    if len(named) < 2 or not named <= signed:
        return tuple(front)
    return tuple(row for row in front if row.field != "author" or fold(row.value) in named)


def _confirmed(properties: Sequence[Declared], front: Sequence[Declared]) -> Iterator[Declared]:
    """The properties that the page itself does not state: its authors, its publisher, the month it was made."""
    has = {row.field for row in front}
    stated_twice = {row.value for row in properties if row.origin == "XMP title"}
    for row in properties:
        if (row.field == "author" and "author" in has) or (row.origin == "PDF title" and row.value in stated_twice):
            continue
        if row.field == "author" and is_body(row.value) and "site_name" not in has:
            yield Declared(field="site_name", value=row.value, origin=row.origin)
        if row.field == "created" and not has & {"issued", "url"}:  # a page that a browser printed is older
            yield replace(row, field="issued", value=row.value[:7])
        yield row


def _margins(running: Sequence[Segment]) -> Iterator[Part]:
    """Each text of the margins once."""
    seen: set[str] = set()
    for one in running:
        words = re.sub(r"\d+", "#", one.text)
        if words not in seen:
            seen.add(words)
            yield Part(
                text=one.text, kind="furniture", page=one.page, rule="head or foot of the pages", size=0, bold=False
            )


def _blocks(found: Sequence[Part]) -> Iterator[Block]:
    for line, part in enumerate(found, start=1):
        yield Block(text=part.text, line=line, kind=part.kind, level=part.level, rule=f"{part.rule}, page {part.page}")
