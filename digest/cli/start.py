"""`init`: a folder to work in."""

from __future__ import annotations

from pathlib import Path

import click

from digest.cli.words import say
from digest.resources import template_folder


@click.command()
def init() -> None:
    """Write a commented config.yaml with sample themes and a brief, and an inbox/; overwrite nothing."""
    from digest.export.files import write_all

    config, inbox = Path("config.yaml"), Path("inbox")
    if config.exists() or config.is_symlink():
        say("config.yaml is here already; left as it is")
    else:
        write_all({config: _sample().read_bytes()})
        say("config.yaml written: the themes and briefs are there to be changed")
    if inbox.is_dir():
        say("inbox/ is here already; left as it is")
    else:
        _make(inbox)
    say("next: save pages into inbox/ (HTML, PDF, text, mail …), then `digest add`, then `digest brief china-russia`")


def _sample() -> Path:
    """The sample configuration: among the templates of an installed package, at the top of a checkout."""
    shipped = template_folder() / "config.yaml"
    return shipped if shipped.is_file() else template_folder().parent / "config.yaml"


def _make(inbox: Path) -> None:
    from digest.errors import ExportError

    try:
        inbox.mkdir()
    except OSError as error:
        raise ExportError(error.strerror or "cannot be made", where=str(inbox)) from error
    say("inbox/ made")
