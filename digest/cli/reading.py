"""`read`: pages become records, and are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.records import described, headline
from digest.cli.words import counted, note, say, say_json, short
from digest.csl import as_json
from digest.errors import DigestError
from digest.fetch import Refused, Skipped, gather, is_folder
from digest.fetch.naming import CLIPBOARD, has_scheme
from digest.intake import Taken, take_all
from digest.model import Article, Source
from digest.statements import FIELDS
from digest.themes import tag

names_argument = click.argument("names", metavar="[PATH|URL]...", nargs=-1)
url_option = click.option("--url", metavar="URL", help="The page's address, where one page is read.")
json_option = click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")


@click.command()
@names_argument
@url_option
@json_option
@click.pass_context
def read(ctx: click.Context, *, names: tuple[str, ...], url: str | None, as_objects: bool) -> None:
    """Show the records of pages: files, folders, addresses, clipboard:, standard input (-); store nothing."""
    check_names(names, url)
    themes = tuple(desk.config().themes.values())
    refused: list[DigestError] = []
    for found in take_all(sources(names, url), desk.outlets(), learned=desk.library().learned()):
        if isinstance(found, Skipped):
            note(f"{found.name}: skipped, {found.reason}")
        elif isinstance(found, Refused):
            _note_refusal(found.error)
            refused.append(found.error)
        else:
            articles = [tag(article, themes) for one in found.pages for article in one.articles]
            if as_objects:
                for article in articles:
                    say_json(as_json(article))
            else:
                _say_records(found.name, articles)
                if not articles:
                    note(f"  {why_empty(found)}")
    ctx.exit(exit_code(refused))


def sources(names: Iterable[str], url: str | None) -> Iterator[Source | Skipped | Refused]:
    """What a call names, opened; `url` is the address of its one page."""
    for found in gather(names, desk.policy()):
        yield replace(found, url=url) if url and isinstance(found, Source) else found


def exit_code(refused: Iterable[DigestError]) -> int:
    """How a batch exits: 0, or the code of what was refused, 5 where that was of several kinds."""
    codes = {error.exit_code for error in refused}
    return codes.pop() if len(codes) == 1 else 5 * bool(codes)


def why_empty(found: Taken) -> str:
    """What its reader noted, or that there is nothing, no text, or none that hangs together."""
    notes = list(dict.fromkeys(note for one in found.pages for note in one.page.notes))
    if notes:
        return "; ".join(notes)
    if not found.pages:
        return "nothing to read in it"
    return "its lines make no article" if any(one.page.blocks for one in found.pages) else "no text"


def check_names(names: Sequence[str], url: str | None) -> None:
    """Refuse a call without a page, or with one address for several."""
    if not names:
        raise click.UsageError("name a page, a folder, an address, or - for standard input")
    try:
        FIELDS["URL"](url or "")
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    one = len(names) == 1 and not has_scheme(names[0]) and not is_folder(Path(names[0]))
    if url and not one and list(names) != [CLIPBOARD]:
        raise click.UsageError("--url is the address of one page, in a file or on standard input")


def _say_records(name: str, articles: list[Article]) -> None:
    say(f"{name}: {counted(len(articles), 'article') if articles else 'no articles'}")
    for article in articles:
        say()
        say(f"  {headline(article)}")
        for name, value in described(article):
            if name != "title":
                say(f"    {name:16}{value}")
        first, last = article.lines
        if not last:
            continue  # a record of another program
        say(f"    {'lines':16}{first}–{last}, {counted(len(article.paragraphs), 'paragraph')}")
        say(f"    {'opening':16}{short(article.opening)}")


def _note_refusal(error: DigestError) -> None:
    note(f"{error.where}: {error.what}" if error.where else error.what)
    if error.hint:
        note(f"  {error.hint}")
