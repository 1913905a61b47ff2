"""`stories`: which reports tell of one event, and what each of them adds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from digest.cli import desk
from digest.cli.asking import between, say_nothing
from digest.cli.records import known_theme, period_of
from digest.cli.words import counted, note, say, say_json, table
from digest.model import Date
from digest.storylines import Added, Report, Storyline, find_stories, history

_DAYS = 60
"""Days before and after an article, or a period, in which stories are looked for."""
_FEW = 300
"""Articles that are too few to tell what is rare."""
_SENTENCES = 6
_BONDS = {
    "copy": "a copy of {}",
    "shares": "shares text with {}",
    "agency": "of one agency with {}",
    "outlet": "of one house with {}",
}


@click.command()
@click.argument("key", required=False)
@click.option("--theme", metavar="NAME", help="Only stories with a report on this theme.")
@between("reports that may be")
@click.option(
    "--min", "least", metavar="N", type=click.IntRange(1), default=2, show_default=True, help="Fewest reports."
)
@click.option("--all", "everything", is_flag=True, help="Every sentence that a report adds, not the first few.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def stories(*, key: str | None, as_objects: bool, everything: bool, **wanted: Any) -> None:
    """List the stories that several reports tell, the latest first; copies of a text and one agency count once.

    With a KEY: the story of that article, report by report, with the sentences that no earlier one has.

    \b
    digest stories --theme central-asia --from 2022-09
    digest stories standish2022days
    """
    if key:
        _say_of(key, wanted, everything=everything, as_objects=as_objects)
        return
    known_theme(wanted["theme"])
    found = find(period_of(wanted["first"], wanted["last"]))
    told = [one for one in found if len(one.reports) >= wanted["least"] and _is_on(one, wanted["theme"])]
    if as_objects:
        for one in told:
            say_json(_object(one))
    else:
        table(("story", "reports", "independent", "dates", "title", "keys"), [_row(one) for one in told])
    if not told:
        say_nothing("no such stories")
    elif not as_objects:
        note(f"{len(told)} {'story' if len(told) == 1 else 'stories'}; `digest stories KEY` tells one")


def find(period: Date | None) -> tuple[Storyline, ...]:
    """The stories that the library's articles of a period tell, their names in house spelling.

    What is rare is told by the articles around the period; by all, where these are few.
    """
    library = desk.library()
    around = list(library.articles(_wider(period) if period else None))
    if period and len(around) < _FEW:
        around = list(library.articles())
    dated = [article for article in around if article.issued or not period]
    found = find_stories(dated, desk.ties, desk.house_name)
    return found if period is None else tuple(part for story in found if (part := story.within(period)))


def _wider(period: Date) -> Date:
    first = max(1, period.first.toordinal() - _DAYS)
    last = min(date.max.toordinal(), period.last.toordinal() + _DAYS)
    return Date(edtf=f"{date.fromordinal(first)}/{date.fromordinal(last)}")


def _say_of(key: str, wanted: Mapping[str, Any], *, everything: bool, as_objects: bool) -> None:
    """Tell the story, or of a newsletter the stories, that an article belongs to."""
    article = desk.library().wanted(key)
    asked = period_of(wanted["first"], wanted["last"])
    told = [
        one for one in find(asked or (_wider(article.issued) if article.issued else None)) if article.id in one.keys
    ]
    if not told:
        note(f"{article.id} has no text, or lies outside these days")
    for one in told:
        if as_objects:
            say_json(_object(one) | {"history": [_added_object(added) for added in history(one.reports)]})
        else:
            _say(one, None if everything else _SENTENCES)


def _is_on(story: Storyline, theme: str | None) -> bool:
    return theme is None or any(_speaks_of(report, theme) for report in story.reports)


def _speaks_of(report: Report, theme: str) -> bool:
    tags = (tag for tag in report.article.keyword if tag.theme == theme)
    inside = range(report.first, report.last + 1)
    return any(report.whole or not tag.paragraphs or set(tag.paragraphs) & set(inside) for tag in tags)


def _row(story: Storyline) -> tuple[str, ...]:
    sizes = str(len(story.reports)), str(story.independent)
    return story.id, *sizes, str(story.period or "undated"), story.title, ", ".join(story.keys)


def _object(story: Storyline) -> dict[str, Any]:
    period = story.period
    return {
        "id": story.id,
        "title": story.title,
        "reports": len(story.reports),
        "independent": story.independent,
        "first": period.first.isoformat() if period else None,
        "last": period.last.isoformat() if period else None,
        "outlets": story.outlets,
        "keys": story.keys,
        "not_counted": [{"id": one.report.id, "of": one.first.id, "why": one.bond} for one in story.seconds],
    }


def _added_object(added: Added) -> dict[str, Any]:
    report = added.report
    return {
        "id": report.id,
        "issued": str(report.issued) if report.issued else None,
        "outlet": report.article.container_title,
        "title": report.title,
        "adds": [{"paragraph": one.paragraph, "text": one.text} for one in added.sentences],
    }


def _say(story: Storyline, most: int | None) -> None:
    sizes = f"{counted(len(story.reports), 'report')}, {story.independent} independent"
    say(f"{story.id}: {story.title}")
    say(f"  {sizes}, {story.period or 'undated'}")
    bonds = {one.report.id: _BONDS[one.bond].format(one.first.id) for one in story.seconds}
    for number, added in enumerate(history(story.reports)):
        report = added.report
        named = (str(report.issued or "undated"), report.id, report.article.container_title, bonds.get(report.id))
        say()
        say(f"{', '.join(part for part in named if part)}: {report.title}")
        if not added.sentences:
            say("  adds nothing" if number else "  says nothing in sentences")
        _say_sentences(added, most)


def _say_sentences(added: Added, most: int | None) -> None:
    for one in added.sentences[:most]:
        say(f"  [{one.paragraph}] {one.text}")
    left = len(added.sentences) - len(added.sentences[:most])
    if left:
        say(f"  … {left} more; --all shows them")
