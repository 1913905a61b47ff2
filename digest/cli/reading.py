"""`read`: pages become records, and are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.records import described, headline
from digest.cli.words import note, say, say_json, short
from digest.csl import as_json
from digest.errors import ConfigError, DigestError, FetchError, ReadError
from digest.extract import extract
from digest.fetch import Refused, Skipped, is_folder, sidecar, walk
from digest.model import Article, Page, Source
from digest.readers import read as read_source
from digest.sidecars import apply_sidecar
from digest.statements import FIELDS, described_if_untitled
from digest.themes import tag

paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
url_option = click.option("--url", metavar="URL", help="The page's address, where one page is read.")
json_option = click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")


@click.command()
@paths_argument
@url_option
@json_option
@click.pass_context
def read(ctx: click.Context, *, paths: tuple[Path, ...], url: str | None, as_objects: bool) -> None:
    """Show the records of pages, folders or standard input (-); store nothing."""
    check_paths(paths, url)
    themes = tuple(desk.config().themes.values())
    refused: list[DigestError] = []
    for found in walk(paths):
        if isinstance(found, Skipped):
            note(f"{found.name}: skipped, {found.reason}")
            continue
        try:
            taken = take(found, url)
        except (ConfigError, FetchError, ReadError) as error:
            _note_refusal(error)
            refused.append(error)
            continue
        articles = [tag(article, themes) for _, articles in taken for article in articles]
        if as_objects:
            for article in articles:
                say_json(as_json(article))
        else:
            _say_records(found, articles)
    ctx.exit(exit_code(refused))


def take(found: Source | Refused, url: str | None = None) -> list[tuple[Page, tuple[Article, ...]]]:
    """The pages of a source and their articles, with what a sidecar states of them."""
    if isinstance(found, Refused):
        raise found.error
    pages = read_source(replace(found, url=url) if url else found)
    taken = [(page, extract(page, desk.outlets())) for page in pages]
    articles = [article for _, articles in taken for article in articles]
    beside = sidecar(Path(found.name))
    stated = map(described_if_untitled, apply_sidecar(beside, articles) if beside else articles)
    return [(page, tuple(next(stated) for _ in articles)) for page, articles in taken]


def exit_code(refused: Iterable[DigestError]) -> int:
    """How a batch exits: 0, or the code of what was refused, 5 where that was of several kinds."""
    codes = {error.exit_code for error in refused}
    return codes.pop() if len(codes) == 1 else 5 * bool(codes)


def check_paths(paths: Sequence[Path], url: str | None) -> None:
    """Refuse a call without a page, or with one address for several."""
    if not paths:
        raise click.UsageError("name a page, a folder, or - for standard input")
    try:
        FIELDS["URL"](url or "")
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if url and (len(paths) > 1 or any(map(is_folder, paths))):
        raise click.UsageError("--url is the address of one page")


def _say_records(source: Source | Refused, articles: list[Article]) -> None:
    count = len(articles)
    say(f"{source.name}: {count or 'no'} article{'' if count == 1 else 's'}")
    for article in articles:
        say()
        say(f"  {headline(article)}")
        for name, value in described(article):
            if name != "title":
                say(f"    {name:16}{value}")
        first, last = article.lines
        say(f"    {'lines':16}{first}–{last}, {len(article.paragraphs)} paragraphs")
        say(f"    {'opening':16}{short(article.opening)}")


def _note_refusal(error: DigestError) -> None:
    note(f"{error.where}: {error.what}" if error.where else error.what)
    if error.hint:
        note(f"  {error.hint}")
