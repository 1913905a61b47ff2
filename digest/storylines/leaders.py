"""Whom many reports name by a high office: like a country, a head of state is in all stories of one region."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from digest.storylines.reports import Report

_OFFICE = re.compile(
    r"\b(?:[Pp]resident|[Ll]eader|[Pp]remier|[Cc]hancellor|[Pp]rime [Mm]inister|King|Queen|Emir|Präsident(?:in)?|"
    r"Kanzler(?:in)?|Regierungschef(?:in)?|[Pp]résidente?|[Pp]remi(?:er|ère) ministre|[Пп]резидент\w{0,3}|"
    r"[Пп]ремьер(?:-министр)?\w{0,3})[,’'s]{0,2} ((?:[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’-]{1,30} ?){1,3})"
)
_NAME = re.compile(r"[^\W\d_]+")
_REPORTS = 2
"""Reports that must say so."""
_READ = 6_000


def leaders(found: Iterable[Report]) -> frozenset[str]:
    """The words of the names that several of the reports put after a high office, casefolded."""
    often = Counter(name for report in found for name in set(_named(report)))
    return frozenset(name for name, count in often.items() if count >= _REPORTS)


def _named(report: Report) -> Iterator[str]:
    left = _READ
    for _, text in report.paragraphs:
        for names in _OFFICE.findall(text[:left]):
            yield from (name.casefold() for name in _NAME.findall(names))
        left -= len(text)
        if left <= 0:
            return
