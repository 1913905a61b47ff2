"""The nouns: what a page, an article and a brief are made of.

Every value is frozen; a step returns a new one. Fields of `Article` bear their CSL names with `_` for `-`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

Kind = Literal[
    "title", "standfirst", "byline", "dateline", "kicker", "heading", "paragraph", "list item", "caption", "furniture"
]  # fmt: skip
"""What a line of a page is taken for, in newsroom words; `dateline` is a date standing on a line of its own."""
KINDS: tuple[str, ...] = get_args(Kind)

ArticleType = Literal[
    "article-newspaper", "article-magazine", "post-weblog", "webpage", "report", "broadcast", "interview"
]
Confidence = Literal["stated", "inferred"]

NEEDED = ("author", "title", "container_title", "issued", "url")
"""The fields a full citation of a web article wants; those absent are the record's `missing`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What came in: bytes and how the user named them."""

    name: str
    data: bytes
    url: str | None = None
    media_type: str | None = None
    accessed: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line or element of a page, what it was taken for, and the rule that said so.

    Readers set only what the format tells (a heading and its level); `extract` decides the rest. Lines count from 1.
    """

    text: str
    line: int
    kind: Kind = "paragraph"
    level: int | None = None
    links: tuple[tuple[str, str], ...] = ()  # (words, URL)
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source as a sequence of blocks, with what the format itself declares (meta tags, mail headers)."""

    source: Source
    blocks: tuple[Block, ...]
    declared: tuple[tuple[str, str], ...] = ()  # a name may recur: several authors
    notes: tuple[str, ...] = ()  # what reading had to change: replaced characters, cut lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (`family`, `given`), or a body that signs (`literal`)."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    non_dropping_particle: str | None = None
    dropping_particle: str | None = None
    suffix: str | None = None

    def __str__(self) -> str:
        """The name in reading order."""
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return " ".join(part for part in parts if part)


_SIMPLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


def _bounds(text: str) -> tuple[date, date]:
    match = _SIMPLE.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = int(match[1]), match[2], match[3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if day:
        only = date(year, int(month), int(day))
        return only, only
    first = date(year, int(month), 1)
    following = date(year + (first.month == 12), first.month % 12 + 1, 1)
    return first, following - timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """An EDTF level-1 date: a day, month or year, each maybe approximate (`2022-09~`), or a range, maybe open.

    Source of the notation: https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019).

    >>> Date(edtf="2022-09-13/2022-09-15").first
    datetime.date(2022, 9, 13)
    """

    edtf: str
    first: date = field(init=False, compare=False, repr=False)
    last: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is not EDTF, with `ValueError`."""
        start, slash, end = self.edtf.partition("/")
        first = date.min if start == ".." and slash else _bounds(start)[0]
        last = date.max if end == ".." else _bounds(end if slash else start)[1]
        if last < first or start == end == "..":
            raise ValueError(f"not an EDTF date: {self.edtf!r}")
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    @property
    def is_range(self) -> bool:
        """Whether it is written as an interval."""
        return "/" in self.edtf

    @property
    def is_day(self) -> bool:
        """Whether it is one certain day."""
        return self.first == self.last

    @property
    def approximate(self) -> bool:
        """Whether any part carries an EDTF qualifier."""
        return any(mark in self.edtf for mark in "~?%")

    def overlaps(self, other: Date) -> bool:
        """Whether some day belongs to both."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Date) -> bool:
        """Whether no day of it lies outside `other`."""
        return other.first <= self.first and self.last <= other.last

    def __str__(self) -> str:
        """The EDTF notation."""
        return self.edtf


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a field has its value: the words on the page, their line, and the rule that read them."""

    field: str
    quote: str
    rule: str
    line: int | None = None  # None where the words are not on the page: a person, a table of events
    confidence: Confidence = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks, exactly as the paragraph has them, and who said them."""

    text: str
    paragraph: int
    speaker: str | None = None
    role: str | None = None
    cue: str | None = None  # the rule that found the speaker; None where the speaker is unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A node of an article's tree of sections, with its paragraphs up to the next heading (none: `first` > `last`)."""

    text: str
    level: int
    line: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A theme an article speaks of: its score and the paragraphs and words that show it."""

    theme: str
    score: float
    paragraphs: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    by_person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A bibliographic record with its text. Unknown is None or empty."""

    id: str = ""  # the citation key, minted once by the library
    type: ArticleType = "webpage"
    title: str | None = None
    title_supplied: str | None = None  # our description where the page has no title; printed in square brackets
    author: tuple[Name, ...] = ()
    contributor: tuple[Name, ...] = ()
    container_title: str | None = None
    section: str | None = None
    genre: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    issued: Date | None = None
    accessed: Date | None = None
    url: str | None = None
    language: str | None = None
    abstract: str | None = None
    keyword: tuple[Tag, ...] = ()
    paragraphs: tuple[Block, ...] = ()  # `para. N` is paragraphs[N - 1]
    sections: tuple[Heading, ...] = ()
    quotes: tuple[Quote, ...] = ()
    source: str = ""
    lines: tuple[int, int] = (0, 0)  # first and last body line on the page, 1-based
    evidence: tuple[Evidence, ...] = ()
    fixed: tuple[str, ...] = ()  # fields a person set; nothing overwrites them

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields a citation needs and this record lacks."""
        return tuple(name for name in NEEDED if not getattr(self, name))

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The fields whose only evidence is inference and which no person has confirmed."""
        stated = {entry.field for entry in self.evidence if entry.confidence == "stated"}
        inferred = {entry.field for entry in self.evidence if entry.confidence == "inferred"}
        return tuple(sorted(inferred - stated - set(self.fixed)))

    @property
    def opening(self) -> str:
        """The text of the first paragraph."""
        return self.paragraphs[0].text if self.paragraphs else ""

    @property
    def themes(self) -> tuple[str, ...]:
        """The names of its themes."""
        return tuple(tag.theme for tag in self.keyword)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a source, to print with its citation; what we add to its words stands in square brackets."""

    text: str
    key: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing a section prints: a story, a link, a quotation, a labelled note or a dated event."""

    key: str
    label: str | None = None
    sentences: tuple[Sentence, ...] = ()
    quote: Quote | None = None
    when: Date | None = None  # the article's date (links) or the event's (watch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a brief: its form chooses the template, `note` is the editor's own words."""

    title: str
    form: str
    items: tuple[Item, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One issue of a digest."""

    name: str
    title: str
    issued: Date
    period: Date
    number: str | None = None
    subtitle: str | None = None
    series: str | None = None
    sections: tuple[Section, ...] = ()

    @property
    def references(self) -> tuple[str, ...]:
        """The citation keys in order of first citation."""
        keys: dict[str, None] = {}
        for section in self.sections:
            for item in section.items:
                keys.update(dict.fromkeys(sentence.key for sentence in item.sentences))
                keys.setdefault(item.key)
        return tuple(keys)
