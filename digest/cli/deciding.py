"""`accept`, `reject`: what a person says of articles' themes, for good, and to be learned from."""

from __future__ import annotations

from collections.abc import Sequence

import click

from digest.cli import desk
from digest.cli.reading import json_option
from digest.cli.words import say, say_json
from digest.settings import nearest


@click.command()
@click.argument("names", metavar="KEY... THEME...", nargs=-1, required=True)
@json_option
def accept(*, names: tuple[str, ...], as_objects: bool) -> None:
    """Say that these articles have these themes, whatever the rules say.

    From ten accepts and ten rejects on a theme is learned from them, where that beats its rules; `digest themes` tells.
    `digest undo` takes all of one command back.
    """
    _decide("accept", names, as_objects=as_objects)


@click.command()
@click.argument("names", metavar="KEY... THEME...", nargs=-1, required=True)
@json_option
def reject(*, names: tuple[str, ...], as_objects: bool) -> None:
    """Say that these articles do not have these themes, whatever the rules say."""
    _decide("reject", names, as_objects=as_objects)


def _decide(what: str, names: Sequence[str], *, as_objects: bool) -> None:
    known = desk.config().themes
    themes = [name for name in dict.fromkeys(names) if name in known]
    keys = [name for name in dict.fromkeys(names) if name not in known]
    if not themes:
        hint = nearest(names[-1], known) if known else "config.yaml has none"
        raise click.UsageError(f'"{names[-1]}" is no theme; {hint}')
    if not keys:
        raise click.UsageError("name the articles by their keys, then the themes")
    for article in desk.library().decisions().decide(what, keys, themes):
        if as_objects:
            say_json({"id": article.id, what: themes, "themes": article.themes})
        else:
            say(f"{article.id}: {', '.join(article.themes) or 'no theme'}")
