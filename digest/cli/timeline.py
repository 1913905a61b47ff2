"""`timeline`: what the articles tell of, in the order of its dates, and what is still to come."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from digest.cli import desk
from digest.cli.asking import between, say_nothing
from digest.cli.records import known_theme, period_of
from digest.cli.words import counted, note, say_json, table
from digest.events.timeline import Entry, about, dates, timeline, together
from digest.model import Article, Date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What is written down: the entries, the day they are seen from, and what was asked."""

    entries: tuple[Entry, ...]
    today: Date
    title: str
    language: str
    approximate: bool


@click.command("timeline")
@click.option(
    "--theme", "themes", metavar="NAME", multiple=True, help="Only articles with this theme; may be repeated."
)
@click.option("--key", "keys", metavar="KEY", multiple=True, help="Only this article; may be repeated.")
@between("events that may be")
@click.option("--about", "phrase", metavar="WORDS", help="Only events whose sentence or headline has these words.")
@click.option("--ahead", is_flag=True, help="Only events still to come.")
@click.option("--today", metavar="DATE", help="The day to look from; else that of the newest article.")
@click.option("--approximate", is_flag=True, help="In a calendar: also what is known only roughly, or to a season.")
@click.option("-o", "--output", "target", metavar="FILE", help="A file to write: .md, .svg, .ics or .json.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def timeline_(*, ahead: bool, approximate: bool, target: str | None, as_objects: bool, **asked: Any) -> None:
    """List what the articles tell of, in the order of its dates, each event with its sentence and its sources.

    \b
    digest timeline --theme china-russia --from 2022-09
    digest timeline --about "Li Wei" -o li.svg
    digest timeline --ahead -o coming.ics
    """
    articles = _articles(asked["keys"], asked["themes"])
    today = _today(asked["today"], articles)
    found = sorted(_found(articles, asked), key=lambda entry: entry.comes_after(today))
    entries = tuple(entry for entry in found if not ahead or entry.comes_after(today))
    sheet = _Sheet(
        entries=entries,
        today=today,
        title=_title(asked),
        language=desk.config().language,
        approximate=approximate,
    )
    if target:
        _write(sheet, Path(target))
    elif as_objects:
        for entry in entries:
            say_json(_object(entry, today))
    else:
        _say(sheet)
    if not entries:
        say_nothing("no such events" if articles else "no such articles")


def _articles(keys: Sequence[str], themes: Sequence[str]) -> list[Article]:
    for theme in themes:
        known_theme(theme)
    library = desk.library()
    found = [library.wanted(key) for key in dict.fromkeys(keys)] if keys else list(library.articles())
    return [article for article in found if not themes or set(themes) & set(article.themes)]


def _found(articles: Sequence[Article], asked: dict[str, Any]) -> tuple[Entry, ...]:
    period = period_of(asked["first"], asked["last"])
    entries = timeline(articles)
    if asked["phrase"]:
        entries = about(entries, (asked["phrase"], *desk.authorities().spellings(asked["phrase"])))
    return tuple(entry for entry in entries if period is None or entry.when.overlaps(period))


def _today(asked: str | None, articles: Sequence[Article]) -> Date:
    """The day that was asked, else the last on which one of the articles may have come out."""
    if asked:
        try:
            return Date(edtf=asked)
        except ValueError as error:
            raise click.UsageError(f"{error}; a day is wanted, such as 2022-09-18") from error
    days = [article.issued.last for article in articles if article.issued]
    return Date(edtf=str(max(days))) if days else Date(edtf="1970-01-01")


def _title(asked: dict[str, Any]) -> str:
    what = [*asked["themes"], *([f"“{asked['phrase']}”"] if asked["phrase"] else []), *asked["keys"]]
    return f"Timeline: {', '.join(what)}" if what else "Timeline"


def _say(sheet: _Sheet) -> None:
    rows = [
        (
            dates(entry, sheet.language),
            "ahead" if entry.comes_after(sheet.today) else "",
            entry.first.completed,
            ", ".join(f"{key}, para. {number}" for key, number in _places(entry)),
        )
        for entry in together(sheet.entries, sheet.today)
    ]
    table(("date", "", "what is told", "where"), rows)


def _places(entry: Entry) -> list[tuple[str, int]]:
    return list(dict.fromkeys((told.key, told.paragraph) for told in entry.tellings))


def _object(entry: Entry, today: Date) -> dict[str, object]:
    return {
        "when": str(entry.when),
        "ahead": entry.comes_after(today),
        "sentence": entry.first.sentence,
        "completed": entry.first.completed,
        "themes": entry.themes,
        "sources": [
            {"id": told.key, "paragraph": told.paragraph, "words": told.words, "sentence": told.sentence}
            for told in entry.tellings
        ],
    }


def _markdown(sheet: _Sheet) -> str:
    from digest.drafts import Draft, write_draft
    from digest.events.listing import listing

    days = [day for entry in sheet.entries for day in (entry.when.first, entry.when.last)] or [sheet.today.last]
    period = Date(edtf=f"{min(days)}/{max(days)}") if min(days) < max(days) else Date(edtf=str(min(days)))
    body = listing(sheet.entries, sheet.today, sheet.language)
    title, language = sheet.title, sheet.language
    return write_draft(
        Draft(brief="timeline", title=title, period=period, date=sheet.today, language=language, toc=False, body=body)
    )


def _picture(sheet: _Sheet) -> str:
    from digest.events.chart import chart

    return chart(sheet.entries, sheet.today, sheet.title, sheet.language)


def _calendar(sheet: _Sheet) -> str:
    from digest.events.calendar import calendar

    coming = [entry for entry in sheet.entries if entry.comes_after(sheet.today)]
    return calendar(coming, approximate=sheet.approximate)


def _json(sheet: _Sheet) -> str:
    return json.dumps([_object(entry, sheet.today) for entry in sheet.entries], ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[_Sheet], str]] = {".ics": _calendar, ".json": _json, ".md": _markdown, ".svg": _picture}
"""Ending of a file → what writes it."""


def _write(sheet: _Sheet, path: Path) -> None:
    from digest.export.files import write_all

    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise click.UsageError(f"{path.name}: a timeline is written as {', '.join(WRITERS)}")
    write_all({path: writer(sheet).encode("utf-8", "replace")})
    note(f"{path} written: {counted(len(sheet.entries), 'event')}")
