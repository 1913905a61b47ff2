"""What a record lacks or holds that a citation should not: findings by severity, each with what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from digest.addresses.dated import day_in
from digest.model import Article, Date, Name
from digest.statements import as_text

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""A citation would be wrong or cannot be printed; would be doubted; is only poorer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about a record to look at; `proposal` is what `digest edit` would be told to mend it."""

    key: str
    severity: Severity
    field: str
    what: str
    proposal: tuple[str, str] | None = None  # field and value


Check = Callable[[Article, date], Iterator[Finding]]

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]")
_SMALL = re.compile(r"[a-zà-öø-ÿа-яёіїєґ]")
_CUT = re.compile(r"(?:…|\.\.\.)$")
_SITE = re.compile(r"\s[|–—-]\s(?P<last>[^|–—]{2,60})$")
_NO_PERSON = re.compile(
    r"https?:|www\.|@|\.(?:com|org|net|de|ru)\b|[\d_{}<>\[\]]|^(?:admin|user|guest|staff|unknown)$", re.I
)
_LONGEST_TITLE, _LONGEST_NAME = 250, 60
_EARLIEST = date(1600, 1, 1)
_FEW_WORDS = 60


def examine(article: Article, today: date) -> tuple[Finding, ...]:
    """The findings about `article`, worst first; what a person has fixed is not doubted."""
    found = [finding for check in CHECKS for finding in check(article, today) if finding.field not in article.fixed]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def _finding(article: Article, severity: Severity, field: str, what: str, value: str | None = None) -> Finding:
    proposal = None if value is None else (field, value)
    return Finding(key=article.id, severity=severity, field=field, what=what, proposal=proposal)


def _lacks(article: Article, _: date) -> Iterator[Finding]:
    if not article.title:
        severity: Severity = "warning" if article.title_supplied else "error"
        yield _finding(article, severity, "title", "no title: a description of ours stands for it, in brackets")
    if not article.issued:
        yield _finding(article, "warning", "issued", "no date: prints as n.d., and no brief of a week takes it")
    if not article.container_title and article.type != "book":
        yield _finding(article, "warning", "container_title", "no outlet")
    if not article.url and not any(name == "DOI" for name, _ in article.other):
        yield _finding(article, "note", "url", "no address")
    if not article.author:
        yield _finding(article, "note", "author", "unsigned")
    if not article.language:
        yield _finding(article, "note", "language", "no language: styles take it for English")


def _inferred(article: Article, _: date) -> Iterator[Finding]:
    for name in article.unconfirmed:
        yield _finding(article, "warning" if name == "issued" else "note", name, "inferred, and confirmed by nobody")


def _dates(article: Article, today: date) -> Iterator[Finding]:
    for name in ("issued", "modified", "accessed"):
        value: Date | None = getattr(article, name)
        if value and value.first > today:
            yield _finding(article, "error", name, f"{value} is in the future", "" if name != "issued" else None)
        elif value and value.last < _EARLIEST:
            yield _finding(article, "error", name, f"{value} is before newspapers")
    issued, modified, accessed = article.issued, article.modified, article.accessed
    if issued and modified and modified.last < issued.first:
        yield _finding(article, "warning", "modified", f"changed ({modified}) before it was issued ({issued})")
    if issued and accessed and accessed.last < issued.first:
        yield _finding(article, "error", "issued", f"issued ({issued}) after it was read ({accessed})")


def _day_of_address(article: Article, _: date) -> Iterator[Finding]:
    issued, told = article.issued, day_in(article.url) if article.url else None
    if issued and issued.is_day and told and told.is_day and told != issued:
        apart = abs((told.first - issued.first).days)
        severity: Severity = "note" if apart == 1 else "warning"
        days = "a day" if apart == 1 else f"{apart} days"
        yield _finding(article, severity, "issued", f"{issued}, {days} off the day in its address", str(told))


def _title(article: Article, _: date) -> Iterator[Finding]:
    title = article.title
    if not title:
        return
    if len(_CAPITALS.findall(title)) > 10 and not _SMALL.search(title):
        yield _finding(article, "warning", "title", "all in capitals", _out_of_capitals(title))
    if len(title) > _LONGEST_TITLE:
        yield _finding(article, "warning", "title", f"{len(title)} characters long")
    if _CUT.search(title):
        yield _finding(article, "warning", "title", "cut short")
    if "\ufffd" in title:
        yield _finding(article, "error", "title", "holds characters that could not be read")
    site = _SITE.search(title)
    if site and article.container_title and _same(site["last"], article.container_title):
        yield _finding(article, "warning", "title", "ends with the outlet's name", title[: site.start()])
    if article.container_title and _same(title, article.container_title):
        yield _finding(article, "error", "title", "is the outlet's name", "")


def _authors(article: Article, _: date) -> Iterator[Finding]:
    seen: set[str] = set()
    for name in article.author:
        text = str(name)
        if article.container_title and _same(text, article.container_title):
            yield _finding(article, "warning", "author", "the outlet is its own author", _without(article, name))
        elif _NO_PERSON.search(text):
            yield _finding(article, "error", "author", f'"{text}" is no name', _without(article, name))
        elif len(text) > _LONGEST_NAME and not name.literal:
            yield _finding(article, "warning", "author", f'"{text[:40]}…" is long for a name')
        elif text.casefold() in seen:
            yield _finding(article, "error", "author", f'"{text}" stands twice', _without(article, name))
        elif not name.literal and text.upper() == text and _CAPITALS.search(text):
            yield _finding(article, "note", "author", f'"{text}" is all in capitals')
        seen.add(text.casefold())


def _text(article: Article, _: date) -> Iterator[Finding]:
    words = sum(len(block.text.split()) for block in article.paragraphs)
    unspaced = sum(character > "\u2e7f" for block in article.paragraphs for character in block.text)
    if article.paragraphs and words < _FEW_WORDS and unspaced < 2 * _FEW_WORDS:
        yield _finding(article, "note", "text", f"{words} words: a teaser, or cut off by a paywall?")
    if any("\ufffd" in block.text for block in article.paragraphs):
        yield _finding(article, "warning", "text", "holds characters that could not be read")


CHECKS: tuple[Check, ...] = (_lacks, _dates, _day_of_address, _title, _authors, _inferred, _text)


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"^the|[\W_]+", "", text.casefold())


def _out_of_capitals(title: str) -> str:
    """The title in sentence case; names in it are for the person who confirms."""
    lowered = title.lower()
    return lowered[:1].upper() + lowered[1:]


def _without(article: Article, name: Name) -> str:
    """The other authors, as `digest edit` takes them; of two alike the first stays."""
    position = len(article.author) - 1 - article.author[::-1].index(name)
    others = (*article.author[:position], *article.author[position + 1 :])
    return as_text(replace(article, author=others), "author")
