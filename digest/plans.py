"""What a file says: a brief with its sections, themes and looks; an outlet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from digest.model import ArticleType

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
