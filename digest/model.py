"""The nouns: what a page, an article and a brief are made of.

Every value is frozen; a step returns a new one. Fields of `Article` bear their CSL names with `_` for `-`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from digest.edtf import Date as Date

Kind = Literal[
    "title", "standfirst", "byline", "dateline", "kicker", "heading", "paragraph", "list item", "caption", "furniture"
]  # fmt: skip
"""What a line of a page is taken for, in newsroom words; `dateline` is a date standing on a line of its own."""
KINDS: tuple[str, ...] = get_args(Kind)

ArticleType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip
"""The types of CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types."""
Confidence = Literal["stated", "inferred"]
QuoteKind = Literal["full", "fragment", "term"]
"""Whole clauses; some words of a clause; one to three words that may be a name or a scare quote."""
EntityKind = Literal["person", "body", "place"]

NEEDED = ("author", "title", "container_title", "issued", "url")
"""The fields a full citation of a web article wants; those absent are the record's `missing`."""
_WHOLE = ("book", "document", "manuscript", "pamphlet", "personal_communication")
_UNWANTED = dict.fromkeys(_WHOLE, ("container_title", "url")) | {"thesis": ("url",)}
"""What a citation of another kind does not want."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What came in: bytes and how the user named them; one message of a mailbox or entry of a feed is a source too."""

    name: str
    data: bytes
    url: str | None = None
    media_type: str | None = None  # as the server or the enclosing file says, with its charset
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
class Declared:
    """What a page's format states of a field (a meta tag, a mail header), and which row of its reader's table says so.

    `field` is a field of `Article`, or `site_name`, `kicker`, `caption`; each may stand many times, in several ways.
    """

    field: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A source as a sequence of blocks, with what the format itself declares.

    `structured` says that the reader has told body from furniture by the format's own structure (elements, parts,
    layout); the lines of other pages are only lines. Blocks of a format without lines are counted from 1.
    """

    source: Source
    blocks: tuple[Block, ...]
    declared: tuple[Declared, ...] = ()
    notes: tuple[str, ...] = ()  # what reading had to change: replaced characters, cut lines
    structured: bool = False


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
    """Words between quotation marks, exactly as the paragraph has them, and who said them.

    The words are `paragraphs[paragraph - 1].text[start:end]`. A quotation that runs over several paragraphs is one
    `Quote` in each, all but the last `goes_on`.
    """

    text: str
    paragraph: int
    start: int = 0
    end: int = 0
    kind: QuoteKind = "full"
    speaker: str | None = None  # the fullest name the article gives
    role: str | None = None
    cue: str | None = None  # the rule that found the speaker; None where the speaker is unknown
    confidence: Confidence = "stated"  # inferred: the speaker follows from other sentences than the quotation's own
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body or place that an article names: its fullest name there, and all the forms it has in it."""

    name: str
    kind: EntityKind
    forms: tuple[str, ...] = ()  # other than `name`, as printed
    paragraphs: tuple[int, ...] = ()  # 0 is the title
    role: str | None = None  # of a person, as the article gives it


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A sentence that tells of a day, a month or another span of time, and which; `ahead` of the article's own date."""

    when: Date
    words: str  # the expression as printed
    paragraph: int
    sentence: str
    ahead: bool = False
    confidence: Confidence = "stated"  # inferred: the year, or more, follows from the article's date


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
    by_learner: bool = False  # what a person's decisions taught gave it, not the rules


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
    modified: Date | None = None  # when the outlet last changed it, by its own word
    accessed: Date | None = None
    url: str | None = None  # the canonical address
    language: str | None = None
    abstract: str | None = None
    other: tuple[tuple[str, str], ...] = ()  # CSL variables that we do not work with (volume, DOI), as JSON
    keyword: tuple[Tag, ...] = ()
    paragraphs: tuple[Block, ...] = ()  # `para. N` is paragraphs[N - 1]
    sections: tuple[Heading, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    analysis: str = ""  # which rules found these three in which text: `analysis.mark`
    source: str = ""
    lines: tuple[int, int] = (0, 0)  # first and last body line on the page, 1-based
    evidence: tuple[Evidence, ...] = ()
    fixed: tuple[str, ...] = ()  # fields a person set; nothing overwrites them

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields a citation needs and this record lacks."""
        unwanted = _UNWANTED.get(self.type, ())
        has_doi = any(name == "DOI" for name, _ in self.other)
        wanted = (name for name in NEEDED if name not in unwanted and not (name == "url" and has_doi))
        return tuple(name for name in wanted if not getattr(self, name))

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
