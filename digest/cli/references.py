"""`references`: citations and references to paste into a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, cast

import click

from digest.cli import desk
from digest.cli.words import note, on_terminal, say
from digest.interchange import WRITERS
from digest.interchange.values import with_aliases
from digest.model import Article
from digest.settings import nearest

PASTED = ("text", "md")
_ISOLATES = dict.fromkeys([0x2068, 0x2069])  # for a page that mixes directions; a terminal would show their codes


@click.command()
@click.argument("wanted", metavar="[KEY|WORDS]...", nargs=-1)
@click.option(
    "--style",
    metavar="STYLE",
    default="chicago-author-date",
    show_default=True,
    help="A citation style such as apa or oscola (`digest styles` lists them), or a .csl file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*PASTED, *WRITERS]),
    default="text",
    show_default=True,
    help="To paste, or for a reference manager.",
)
def references(*, wanted: tuple[str, ...], style: str, form: str) -> None:
    """Print citation and reference of articles, to paste into a report.

    Name them by their keys or by words they hold; without either, all articles come.
    """
    articles = _found(wanted)
    if not articles:
        note(f"nothing found{_meant(wanted)}" if wanted else "the library is empty; `digest add PATH` fills it")
    elif form in PASTED:
        _paste(articles, style, cast("Literal['text', 'md']", form))
    else:
        library = desk.library()
        _write(WRITERS[form]([with_aliases(article, library.aliases(article.id)) for article in articles]))


def _found(wanted: Sequence[str]) -> list[Article]:
    """The articles of those keys; else those that a search for the words finds; all where nothing is asked."""
    library = desk.library()
    if not wanted:
        return list(library.articles())
    named = {key: library.get(key) for key in wanted}
    if any(named.values()):  # keys, then: one that is mistyped is told, not searched for
        return [library.wanted(key) for key in named]
    return [hit.article for hit in library.search(" ".join(wanted))]


def _meant(wanted: Sequence[str]) -> str:
    """The key that was meant, where one word was asked that is nearly one."""
    hint = nearest(wanted[0], desk.library().keys()) if len(wanted) == 1 else ""
    return f"; {hint}" if hint.startswith("did") else ""


def _paste(articles: Sequence[Article], style: str, form: Literal["text", "md"]) -> None:
    from digest.export.citations import format_references
    from digest.export.styles import style_details, style_language

    language = style_language(style, desk.config().language)
    rows = format_references(articles, Path(style_details(style).path), form, language=language)
    for place, row in enumerate(rows):
        if place:
            say()
        say(f"@{row.key}")
        for text in filter(None, (row.citation, row.reference)):  # a style of notes alone has no entry
            say(text.translate(_ISOLATES))


def _write(text: str) -> None:
    """Print the records exactly; on a terminal, what could act there written out."""
    if not on_terminal():
        click.echo(text.encode(), nl=False)
        return
    for line in text.splitlines():
        say(line)
