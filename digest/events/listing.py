"""A timeline as Markdown: every sentence as its source has it, with its citations, under the month it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from digest.events.timeline import Entry, Telling, dates, heading, together
from digest.markdown import escape
from digest.model import Date
from digest.typography import curl


def listing(entries: Sequence[Entry], today: Date, language: str = "en") -> str:
    """The body of a draft that lists `entries`: what has been, then what is ahead of `today`."""
    gone = [entry for entry in entries if not entry.comes_after(today)]
    coming = [entry for entry in entries if entry.comes_after(today)]
    parts = [*_sections(gone, today, language), *_sections(coming, today, language, before="Ahead: ")]
    return "\n\n".join(parts) + "\n" if parts else ""


def _sections(entries: Sequence[Entry], today: Date, language: str, before: str = "") -> Iterator[str]:
    for words, rows in groupby(together(entries, today), key=lambda entry: heading(entry.when, today, language)):
        yield f"# {before}{words}"
        yield "::: extract\n" + "\n".join(_row(entry, language) for entry in rows) + "\n:::"


def _row(entry: Entry, language: str) -> str:
    told = entry.first
    text = escape(curl(told.completed, told.language or language), place="inline")
    return f"- **{dates(entry, language)}.** {text} {citation(entry.tellings)}"


def citation(tellings: Sequence[Telling]) -> str:
    """The citation of all who tell it, each paragraph once."""
    places = dict.fromkeys((told.key, told.paragraph) for told in tellings)
    return "[" + "; ".join(f"@{key}, para. {paragraph}" for key, paragraph in places) + "]"
