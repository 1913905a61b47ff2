"""What several commands ask alike, and what they say where there is nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from digest.cli import desk
from digest.cli.words import note
from digest.model import Article, Date

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def between(what: str = "articles") -> Option:
    """The options `--from` and `--to` of a command, also called `--since` and `--until`: its `first` and `last`."""
    first = click.option("--from", "--since", "first", metavar="DATE", help=f"Only {what} of this day or later.")
    last = click.option("--to", "--until", "last", metavar="DATE", help=f"Only {what} of this day or earlier.")
    return lambda command: first(last(command))


def dated(articles: Iterable[Article], period: Date | None) -> list[Article]:
    """The articles, where days are asked for without those that have none; how many these are is told."""
    found = list(articles)
    kept = [article for article in found if article.issued or not period]
    if len(kept) < len(found):
        note_undated(len(found) - len(kept))
    return kept


def note_undated(number: int) -> None:
    """Tell how many articles were left out for want of a date."""
    note(f"{number} without a date left out; `digest list --missing issued` shows them")


def say_nothing(what: str) -> None:
    """Say that nothing was found, or that there is nothing to find anything in."""
    note(what if len(desk.library()) else "the library is empty; `digest add PATH` fills it")
