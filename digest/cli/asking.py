"""What several commands ask alike, and what they say where there is nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from digest.cli import desk
from digest.cli.words import note

Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def between(what: str = "articles") -> Option:
    """The options `--from` and `--to` of a command, also called `--since` and `--until`: its `first` and `last`."""
    first = click.option("--from", "--since", "first", metavar="DATE", help=f"Only {what} of this day or later.")
    last = click.option("--to", "--until", "last", metavar="DATE", help=f"Only {what} of this day or earlier.")
    return lambda command: first(last(command))


def say_nothing(what: str) -> None:
    """Say that nothing was found, or that there is nothing to find anything in."""
    note(what if len(desk.library()) else "the library is empty; `digest add PATH` fills it")
