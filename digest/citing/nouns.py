"""The nouns of a report: its paragraphs with their citations as a reader finds them, and the edits a writer makes.

A reader of `digest.reports` gives a `Report`; a writer takes the same bytes and a `Made`. Places are characters of
`Paragraph.text`, so that neither needs to know how the other program wrote its file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from digest.model import Article

NOTE = "\ufffc"
"""What stands in a paragraph's text where a note is called, or where an object is that is no text."""

Part = Literal["body", "table", "box", "header", "footer", "footnote", "endnote"]
Kind = Literal["paragraph", "heading", "list item", "quotation", "caption", "code", "bibliography"]
Origin = Literal["typed", "zotero", "mendeley", "endnote", "word", "native", "digest"]
"""How a citation is written: as text, as a field of another program, in the format's own way, or by us."""
Fields = Literal["live", "zotero", "word", "none", "markers"]
"""How citations are to be written: the format's liveliest way, a named one, as mere text, or as typed markers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One source of a citation. `locator` is what CSL calls so, its `label` a term of CSL (page, paragraph)."""

    key: str
    locator: str = ""
    label: str = "paragraph"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False  # [-@key]
    in_text: bool = False  # @key [para. 3]: the author is part of the sentence
    uris: tuple[str, ...] = ()
    item: str = ""  # its record as the field carries it: a CSL-JSON item as JSON text


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A group of sources cited at one place: the characters from `start` to `end` of its paragraph's text.

    `start` = `end` where nothing is shown. `alone` says that the note it stands in holds nothing else.
    """

    start: int
    end: int
    sources: tuple[Cited, ...]
    origin: Origin = "typed"
    identifier: str = ""
    alone: bool = False
    edited: bool = False  # a person changed what the field shows
    lead: str = ""  # the blank that goes before a citation which is put in where none was


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that stands in a text or behind words of it."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where a note is called, and which paragraphs of the report it is: `first` to `last`, places in the report."""

    place: int
    part: Literal["footnote", "endnote"]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, cell, heading or note of a report; `text` is what a reader of the page sees, unchanged.

    `opaque` are stretches in which nothing is looked for: code, fields of other kinds, what is struck out.
    """

    text: str
    part: Part = "body"
    kind: Kind = "paragraph"
    level: int | None = None  # of a heading
    page: int | None = None  # where the file tells it
    line: int | None = None  # of a text file, from 1
    row: int = 0  # of a table's cell: the number of its row among those of the report, from 1; 0 where not told
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    opaque: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document that a person wrote. A note's paragraphs follow the paragraph that calls it.

    `bibliography` is the place, among the paragraphs, of the one that marks where the list of sources stands or is to
    stand. `style` and `locale` are those an earlier run or another program put into it. `written` is the day its file
    says it was last worked on. `notes` tell what could not be read.
    """

    format: str
    paragraphs: tuple[Paragraph, ...]
    bibliography: int | None = None
    style: str | None = None
    locale: str | None = None
    language: str | None = None
    written: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of formatted text, as a citation or an entry of a bibliography is set in."""

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False
    small_caps: bool = False
    raised: Literal["", "super", "sub"] = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the bibliography; `label` is its number or letters where the style gives them a column."""

    key: str
    runs: tuple[Run, ...]
    label: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a writer must know of a citation style."""

    name: str
    path: str
    uri: str = ""  # http://www.zotero.org/styles/NAME
    title: str = ""
    notes: bool = False  # citations are notes
    numbers: bool = False  # citations are numbers
    lists: bool = True  # it sets a bibliography
    hanging: bool = False
    locale: str = "en-US"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is to stand in place of the characters from `start` to `end` of a paragraph.

    With `sources` it is a citation that shows `shown`, as text or as a note of its own where `place` says so; without,
    it is the plain `text`. Where `alone`, the note it stands in holds nothing else, and goes when `place` is the text.
    """

    paragraph: int  # its place in Report.paragraphs, from 0
    start: int
    end: int
    sources: tuple[Cited, ...] = ()
    shown: tuple[Run, ...] = ()
    place: Literal["text", "footnote", "endnote"] = "text"
    identifier: str = ""
    text: str = ""
    alone: bool = False

    @property
    def plain(self) -> str:
        """What it shows, as plain text."""
        return "".join(run.text for run in self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """All that a writer is told: the edits, the list of sources, and how to write them.

    `entries` None takes the list of sources out again and leaves its marker; () leaves a list that is empty.
    `articles` are those cited, by key, for formats that carry records of their own.
    """

    edits: tuple[Edit, ...]
    entries: tuple[Entry, ...] | None = ()
    heading: str = "Sources"
    fields: Fields = "live"
    style: Style | None = None
    language: str = "en-US"
    uncited: tuple[tuple[str, ...], ...] = ()  # the URIs of sources that are listed without being cited
    articles: Mapping[str, Article] = field(default_factory=dict)
    stem: str = "report"  # the name of the file that is written, without its ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A report with its citations, and files that must lie beside it, by name."""

    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()  # what could not be done, for a person to read


def in_order(report: Report) -> Iterator[tuple[int, Citation]]:
    """The citations of a report as a reader meets them, each with the place of its paragraph: notes where called."""
    return ((place, one) for place, one, _ in met(report) if one)


Met = tuple[int, Citation | None, Note | None]


def met(report: Report) -> Iterator[Met]:
    """What a reader meets in a report: citations, the place of their paragraph, the note they stand in, if in one.

    A note that cites nothing comes without a citation.
    """
    inside = {n for one in report.paragraphs for note in one.notes for n in range(note.first, note.last + 1)}
    for place in range(len(report.paragraphs)):
        if place not in inside:
            yield from _within(report, place)


def _within(report: Report, place: int) -> Iterator[Met]:
    """The citations of a paragraph and of the notes it calls; a note in a note is read no further."""
    paragraph = report.paragraphs[place]
    rows: list[tuple[tuple[int, int, int], Met]] = [
        ((one.start, place, one.start), (place, one, None)) for one in paragraph.citations
    ]
    for note in paragraph.notes:
        own: list[tuple[tuple[int, int, int], Met]] = [
            ((note.place, number, one.start), (number, one, note))
            for number in range(note.first, note.last + 1)
            for one in report.paragraphs[number].citations
        ]
        rows += own or [((note.place, note.first, 0), (note.first, None, note))]
    rows.sort(key=lambda row: row[0])
    yield from (found for _, found in rows)
