"""How often a date in running text is read as a person reads it: the figures and their floors."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from digest.dates import find_expressions, resolve
from digest.model import Date
from tests.conftest import HERE, Floor

_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence, its day of writing, and the dates in it: first and last character, value or None."""

    text: str
    issued: Date
    dates: tuple[tuple[int, int, str | None], ...]
    held_out: bool


def _newswire() -> Iterator[Labelled]:
    for line in (HERE / "golden" / "newswire-dates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        day, sentence, values = line.split(" | ")
        text, spans = "", []
        for part in re.split(r"(\[[^]]*\])", sentence):
            if part.startswith("["):
                spans.append((len(text), len(text) + len(part) - 2))
            text += part.strip("[]")
        wanted = [None if value.strip() == "-" else value.strip() for value in values.split(";")]
        dates = tuple((*span, value) for span, value in zip(spans, wanted, strict=True)) if spans else ()
        yield Labelled(text=text, issued=Date(edtf=day.lstrip("*")), dates=dates, held_out=day.startswith("*"))


def _kind(words: str) -> str:
    if _WEEKDAY.search(words) and not re.search(r"\d", words):
        return "weekday"
    return "month+day" if _MONTH.search(words) and re.search(r"\b\d\d?\b", words) else "other"


def _rates(rows: list[Labelled]) -> tuple[dict[str, float], int]:
    """The share of right answers by kind, and the number of dates found where none is."""
    right, asked, invented = Counter[str](), Counter[str](), 0
    for row in rows:
        found = [(one, resolve(one, row.text, row.issued)) for one in find_expressions(row.text)]
        for start, end, value in row.dates:
            told = [str(when) for one, when in found if when and one.start < end and one.end > start]
            kind = _kind(row.text[start:end])
            asked[kind] += 1
            right[kind] += told == ([value] if value else [])
        marked = [range(start, end) for start, end, _ in row.dates]
        invented += sum(
            bool(when) and not any(one.start < span.stop and one.end > span.start for span in marked)
            for one, when in found
        )
    return {kind: right[kind] / number for kind, number in asked.items()}, invented


@pytest.mark.parametrize("half", ["developed on", "held out"])
def test_invented_newswire_is_read_as_its_writer_meant_it(half: str, floor: Floor) -> None:
    """Sentences in the manner of the wires, about half of them not looked at while the rules were made."""
    rows = [row for row in _newswire() if row.held_out == (half == "held out")]
    rates, invented = _rates(rows)
    for kind, rate in rates.items():
        floor(f"dates newswire {half} {kind}", rate)
    floor(f"dates newswire {half} none invented", -invented)


def test_dates_of_news_pages_are_read_as_labelled(gold: Path, floor: Floor) -> None:
    """The English articles with an even number: each labelled expression gets its value."""
    articles = (gold / "news-pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    right, asked = Counter[str](), Counter[str]()
    for line, start, end, value, kind in json.loads((HERE / "golden" / "dates.json").read_text())["dates"]:
        article = json.loads(articles[line])
        text, issued = article["body"], Date(edtf=article["date"][:10])
        meant = [one for one in find_expressions(text) if one.start < end and one.end > start]
        told = [str(when) for one in meant if (when := resolve(one, text, issued))]
        asked[kind] += 1
        right[kind] += told == ([value] if value else [])
    for kind, number in asked.items():
        floor(f"dates news pages {kind}", right[kind] / number)
