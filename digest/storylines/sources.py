"""Who has a story from whom: copies, shared text and one agency's word are one source, however often printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from digest.duplicates.comparing import compare
from digest.duplicates.runs import Runs, runs_in
from digest.signing import read_signers
from digest.signing.kinds import is_agency
from digest.storylines.reports import Report

Bond = Literal["copy", "shares", "agency", "outlet"]
"""What makes two reports one source: one text, a part of one, one agency, or one house."""
Ties = Callable[[str], Mapping[str, str]]
"""The library's word on what text a record has in common: by its key, other keys and copy, shares or apart."""

_HEADS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\(([^()\d]{2,40})\)",
        r"/([^/\d]{2,30})/",
        r"^([^\W\d_][^.:;!?\n()/–—]{1,30}?) ?[-–—:] ",
        r"[-–—] ?([^\W\d_]{2,20}) ?[-–—] ",
    )
)
"""Where an agency signs at the head of a text: "(Reuters)", "/TASS/", "AFP - "."""
_FEET = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\(([^()]{2,60})\)\W*$",
        r"(?:^|[.!?”\"] )\W?(?:with|based on) (?:[a-z]+ )?(?:reporting|reports|inputs?|material|information) "
        r"(?:by|from) (.{2,80})$",
        r"(?:^|[.!?”\"] )([^.!?]{2,80}) contributed to th(?:is|e) (?:report|story|article)",
        r"(?:^|[.!?”\"] )(?:source|quelle|источник): ?(.{2,40})$",
        r"© ?(?:\d{4} )?(.{2,40})$",
        r"[-–—/] ?([^\W\d_]{2,20})[-–—/]?$",
        r"^([^.:;!?\n]{2,40})$",
    )
)
"""The same at its foot, where it may be one of several: "With reporting by Reuters and AP"."""
_PARTS = re.compile(r",|/|;|&|\band\b|\bund\b|\bfrom\b|\bby\b")
_ALSO = {
    "associated press": "ap",
    "agence france-presse": "afp",
    "agence france presse": "afp",
    "deutsche presse-agentur": "dpa",
    "press association": "pa",
    "xinhua news agency": "xinhua",
}
"""Agencies by the name they are shortened to."""
_OPENING = 120
_MOST_COMPARED = 40
"""Reports of a story whose texts are compared with each other where the library has no word on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """A report that is no source of its own: what it goes back to, and why."""

    report: Report
    first: Report
    bond: Bond


def seconds(reports: Sequence[Report], ties: Ties | None = None) -> tuple[Second, ...]:
    """Those of `reports`, which stand in their order, that go back to an earlier one; the others are independent.

    Without `ties`, and for parts of newsletters, the texts themselves are compared.
    """
    found: list[Second] = []
    shelf = _Shelf(
        ties={report.key: ties(report.key) for report in reports} if ties else None,
        signed={report.id: frozenset(_agencies(report)) for report in reports},
    )
    for place, report in enumerate(reports):
        rivals = reports[max(0, place - _MOST_COMPARED) : place]
        bonds = ((shelf.bond(report, other), other) for other in rivals)
        ranked = sorted(((bond, other) for bond, other in bonds if bond), key=lambda pair: _RANK[pair[0]])
        if ranked:
            bond, other = ranked[0]
            found.append(Second(report=report, first=other, bond=bond))
    return tuple(found)


_RANK: dict[Bond, int] = {"copy": 0, "shares": 1, "outlet": 2, "agency": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """What is known of the reports of a story: their shared text by key, their agencies, and each text once read."""

    ties: Mapping[str, Mapping[str, str]] | None
    signed: Mapping[str, frozenset[str]]
    runs: dict[str, Runs] = field(default_factory=dict)

    def bond(self, report: Report, other: Report) -> Bond | None:
        """What makes `report` and `other` one source."""
        text = self._of_text(report, other)
        if text:
            return text
        house = report.article.container_title
        if report.key == other.key or (house and house == other.article.container_title):
            return "outlet"
        return "agency" if self.signed[report.id] & self.signed[other.id] else None

    def _of_text(self, report: Report, other: Report) -> Bond | None:
        if self.ties is not None and report.whole and other.whole:
            told = self.ties[report.key].get(other.key) or self.ties[other.key].get(report.key)
            return _OF_TEXT.get(told or "")
        return compare(self._read(report), self._read(other)).kind

    def _read(self, report: Report) -> Runs:
        if report.id not in self.runs:
            self.runs[report.id] = runs_in([text for _, text in report.paragraphs])
        return self.runs[report.id]


_OF_TEXT: dict[str, Bond] = {"copy": "copy", "shares": "shares"}


def _agencies(report: Report) -> Iterator[str]:
    """The agencies that sign a report: in its byline, as its outlet, or at the head or foot of its text."""
    article = report.article
    for name in (*article.author, *article.contributor):
        if name.literal:
            yield from (_short(str(one.name)) for one in read_signers(name.literal) if one.kind == "agency")
    if article.container_title and is_agency(article.container_title):
        yield _short(article.container_title)
    texts = [text for _, text in report.paragraphs]
    if texts:
        yield from _signed(texts[0][:_OPENING], _HEADS)
        yield from _signed(texts[-1][-_OPENING:].strip(), _FEET)


def _signed(text: str, forms: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """The agencies that `text` is signed with in one of these forms."""
    for form in forms:
        for words in form.findall(text):
            parts = (part.strip(' ."”—–-').removeprefix("the ").removeprefix("The ") for part in _PARTS.split(words))
            yield from (_short(part) for part in parts if part and (is_agency(part) or part.casefold() in _ALSO))


def _short(name: str) -> str:
    return _ALSO.get(name.casefold(), name.casefold())
