"""Short lines that are furniture by their words, in many languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

_LONGEST = 400  # characters of a line whose words are looked at
_WHOLE = 80


@cache
def _table() -> Mapping[str, Any]:
    import yaml  # not wanted by commands that read no page

    text = resources.files("digest.readers.html.body").joinpath("phrases.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return table


@cache
def _phrases(part: str) -> Mapping[str, str]:
    rows = ((rule, str(listed).split(";")) for rule, listed in _table()[part].items())
    return {_fold(phrase): rule for rule, listed in rows for phrase in listed if phrase.strip()}


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(_any_of(_phrases("opens")) + r"(?!\w)")


def _any_of(phrases: Mapping[str, str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + ")"


@cache
def _says() -> Sequence[tuple[str, Sequence[str], re.Pattern[str]]]:
    """Each rule, a part of a word that stands in every line it knows, and what it looks for."""
    return tuple(
        (
            rule,
            [stem.strip() for stem in row["stems"].split(";") if stem.strip()],
            re.compile("|".join(row["lines"]), re.I),
        )
        for rule, row in _table()["says"].items()
    )


def _fold(text: str) -> str:
    return text.replace("’", "'").casefold().strip(" .:：|>»›→▾▼+…!‹«*-–—_[]()❯▶►•·#")


def heads(text: str) -> str:
    """The rule by which `text` heads a box that is no part of the article, or nothing.

    >>> heads("Lesen Sie auch:"), heads("Reading the law")
    ('related stories', '')
    """
    return _phrases("heads").get(_fold(text), "") if len(text) < _WHOLE else ""


def says(text: str) -> str:
    """The rule by which `text` is furniture whatever stands around it, or nothing.

    >>> says("Advertisement"), says("Follow us on Instagram for more"), says("Advertisement sales fell.")
    ('advertisement', 'promotion', '')
    """
    if len(text) > _LONGEST:
        return ""
    if len(text) < _WHOLE and (rule := _phrases("whole").get(_fold(text), "")):
        return rule
    low = text.casefold()
    return next(
        (rule for rule, stems, pattern in _says() if any(stem in low for stem in stems) and pattern.search(text)), ""
    )


def leads_away(text: str) -> str:
    """The rule by which `text` begins as an invitation to read other pages does, or a list of them; or nothing.

    >>> leads_away("READ MORE: Fire in the harbour"), leads_away("Tags: Ferries"), leads_away("Readers moved on.")
    ('related stories', 'tags', '')
    """
    found = _openings().match(_fold(text[:_WHOLE]))
    return _phrases("opens")[found[0]] if found else ""
