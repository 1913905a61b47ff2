"""What stands around the body of a brief: title, number, dates, and our own words in its language."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from functools import cache

from digest.dates import in_words
from digest.drafts import Draft
from digest.errors import ExportError
from digest.records import clean
from digest.resources import template_folder

PAPERS = {"a4": "a4", "a5": "a5", "letter": "us-letter"}
"""The papers a plan may name, and Typst's names for them."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")  # BCP 47, as far as a document wants it


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """A brief's own data, ready to print; a value that is absent is empty."""

    name: str
    title: str
    subtitle: str
    series: str
    number: str
    period: str
    date: str
    day: dt.date
    language: str
    paper: str
    toc: bool
    words: dict[str, str]

    @property
    def full_title(self) -> str:
        """The series, the title and the number on one line."""
        return ": ".join(part for part in (self.series, self.title) if part)


@cache
def _vocabulary() -> dict[str, dict[str, str]]:
    path = template_folder() / "briefing" / "words.json"
    words: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return words


def words_in(language: str) -> dict[str, str]:
    """Our own words in `language`, in English where there are none."""
    vocabulary = _vocabulary()
    return vocabulary.get(language.partition("-")[0].lower(), vocabulary["en"])


def masthead(draft: Draft, *, inferred_years: bool = False) -> Masthead:
    """What `draft` prints at its head; a notice of how inferred years are marked stands there if it cites any."""
    if draft.paper.lower() not in PAPERS:
        raise ExportError(f"unknown paper {draft.paper!r}", hint="known: " + ", ".join(PAPERS))
    if not _LANGUAGE.fullmatch(draft.language):
        raise ExportError(f"not a language: {draft.language!r}", hint="a tag such as en, de, kk or pt-BR")
    words = words_in(draft.language) | ({"notice": ""} if draft.listing else {})
    if inferred_years:
        words = words | {"notice": f"{words['notice']} {words['years']}".strip()}
    number = clean(draft.number or "")
    return Masthead(
        name=draft.brief,
        title=clean(draft.title),
        subtitle=clean(draft.subtitle or ""),
        series=clean(draft.series or ""),
        number=words["number"].replace("{number}", number) if number else "",
        period=words["period"].replace("{period}", in_words(draft.period, draft.language)),
        date=in_words(draft.date, draft.language),
        day=draft.date.last if draft.date.last != dt.date.max else draft.date.first,
        language=draft.language,
        paper=draft.paper.lower(),
        toc=draft.toc,
        words=words,
    )
