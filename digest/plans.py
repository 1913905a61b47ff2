"""What a file says: a brief with its sections, themes and looks; an outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from digest.model import ArticleType, Date, EntityKind

Form = Literal[
    "in-brief", "story", "significance", "links", "quotes", "numbered", "labelled", "watch", "sources"
]  # fmt: skip
"""What a section prints, and the name of its file in `templates/sections/`."""
FORMS: tuple[str, ...] = get_args(Form)

Period = Literal["day", "week", "month"]
Format = Literal["pdf", "docx", "epub", "html", "md"]
FORMATS: tuple[str, ...] = get_args(Format)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPlan:
    """A section to fill: its form, how much it may hold, and where it looks.

    `quota` counts what the form prints: sentences of a story, items of everything else. Without `themes` a section
    looks for those of its brief; `lookback` is how many days before the period it may also take articles from.
    """

    title: str
    form: Form
    quota: int = 3
    themes: tuple[str, ...] = ()
    lookback: int = 0
    note: str | None = None  # the editor's own words, printed above what the sources say

    def __post_init__(self) -> None:
        """Refuse a form nobody wrote and numbers below zero, with `ValueError`."""
        if self.form not in FORMS:
            raise ValueError(f"unknown form {self.form!r}")
        if self.quota < 0 or self.lookback < 0:
            raise ValueError("quota and lookback cannot be below zero")


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPlan:
    """A brief to compose again each period.

    `include` and `exclude` are citation keys: taken whatever their date, themes and language, or left out. `languages`
    are those its readers know besides the brief's own; from articles in others no sentence is taken.
    """

    name: str
    title: str
    themes: tuple[str, ...]
    sections: tuple[SectionPlan, ...]
    series: str | None = None
    subtitle: str | None = None
    period: Period = "week"
    style: str = "chicago-author-date"
    language: str = "en"
    languages: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ("pdf", "docx", "epub", "html", "md")
    paper: str = "a4"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    toc: bool = True
    section_sources: bool = False  # the sources of each section below it; the whole list is a section of its own
    template: str = "briefing"  # the folder under `templates/` that lays it out


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet: the name a citation prints, and what its pages call it."""

    name: str
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    type: ArticleType = "article-newspaper"
    language: str = "en"
    agency: bool = False
    common: bool = False  # its name stands in many a text that is not its own
    furniture: tuple[str, ...] = ()


_INTERVAL = re.compile(r"(\d{1,4}) ?(m|h|d)")
_UNITS = {"m": 60, "h": 3_600, "d": 86_400}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed to collect: what it is called here, and what becomes of its entries."""

    url: str
    name: str | None = None
    outlet: str | None = None  # of articles whose pages name none, or only the feed
    themes: tuple[str, ...] = ()  # only articles that speak of one of these are kept
    follow: bool = True  # take the pages that entries link to, rather than what the feed gives of them
    every: str | None = None  # at most so often: 30m, 6h, 1d

    def __post_init__(self) -> None:
        """Refuse what no feed can be, with `ValueError`."""
        if not re.match(r"https?://[^\s/@]+(?:/|\?|$)", self.url, re.I):
            raise ValueError("a feed's url begins with http:// or https://, and has no user or password in it")
        if self.every is not None and not _INTERVAL.fullmatch(self.every):
            raise ValueError(f'every: 30m, 6h or 1d is wanted, not "{self.every}"')

    @property
    def label(self) -> str:
        """Its name, or its address without the scheme."""
        return self.name or self.url.partition("://")[2].rstrip("/")

    @property
    def interval(self) -> int:
        """The seconds that must pass between two collections."""
        found = _INTERVAL.fullmatch(self.every or "")
        return int(found[1]) * _UNITS[found[2]] if found else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How the web is asked on a person's behalf."""

    allow: tuple[str, ...] = ()  # hosts, or host:port, that may stand in a private network
    contact: str | None = None  # an address that sites are told
    robots: bool = True
    delay: float = 1.0  # seconds between two requests to one host
    seconds: float = 60.0  # for an address and all it leads on to

    def __post_init__(self) -> None:
        """Refuse numbers that no one can wait for, with `ValueError`."""
        if not 0 <= self.delay <= 3_600 or not 1 <= self.seconds <= 3_600:
            raise ValueError("delay and seconds are wanted between 0 and 3600")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """A name that was borne for a time: from a day on, up to another, which bears the next name."""

    name: str
    from_: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRule:
    """What a person knows of a name: its spelling here, others that mean the same, and who it is not."""

    name: str
    also: tuple[str, ...] = ()
    kind: EntityKind | None = None
    was: tuple[FormerName, ...] = ()
    apart: tuple[str, ...] = ()  # names that are never joined with it
