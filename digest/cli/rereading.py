"""`reread`: stored pages by today's readers."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import desk
from digest.cli.citing import line, shaken
from digest.cli.records import headline
from digest.cli.words import counted, note, say, say_json, shown, table
from digest.csl import as_json
from digest.errors import DigestError
from digest.model import Source
from digest.records import CSL_NAMES

if TYPE_CHECKING:
    from digest.library import Added, Reread
    from digest.library.rereading import Taken as Read
    from digest.verify import Finding


@click.command()
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every page of the library.")
@click.option("--dry-run", "dry", is_flag=True, help="Only show what would change.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
@click.pass_context
def reread(ctx: click.Context, *, keys: tuple[str, ...], everything: bool, dry: bool, as_objects: bool) -> None:
    """Read stored pages again, as they came, by today's readers and rules.

    What a person set or decided stays. Where the text is read better, the old one is kept as a version that is told
    from those the outlet made, and drafts that rest on it are named.
    """
    if bool(keys) == everything:
        raise click.UsageError("name the records whose pages to read again, or --all")
    found = list(_told(keys or None, dry=dry))
    earlier = [one.earlier for each in found for one in each.changed if one.earlier]
    cited = [] if dry else shaken(earlier)
    (_say_objects if as_objects else _say_all)(found, cited)
    ctx.exit(next((each.error.exit_code for each in found if each.error), 0))


def _told(keys: Sequence[str] | None, *, dry: bool) -> Iterator[Reread]:
    """What came of each page, with a line that moves on a terminal."""
    hidden = not sys.stderr.isatty()
    rereading = desk.library().reread(keys, _take, dry=dry)
    with click.progressbar(rereading, file=sys.stderr, hidden=hidden, show_pos=True, item_show_func=_name) as pages:
        yield from pages


def _name(found: Reread | None) -> str:
    return shown(found.source) if found else ""


def _take(sources: Iterable[Source]) -> Iterator[Read | DigestError]:
    from digest.fetch import Refused
    from digest.intake import Taken, take_all

    for found in take_all(sources, desk.outlets()):
        if isinstance(found, Refused):
            yield found.error
        elif isinstance(found, Taken):
            yield [(one.page, one.articles, one.blocks) for one in found.pages]


def _say_all(found: Sequence[Reread], cited: Sequence[tuple[Path, Finding]]) -> None:
    changed = [one for each in found for one in each.changed]
    table(
        ("key", "", "title", "changed"),
        [(one.key, one.outcome, headline(one.article, 50), _what(one)) for one in changed],
    )
    for each in found:
        for key in each.lost:
            say(f"not found again: {key}, in {each.source}; the record stays")
        if each.error:
            note(f"{each.error.where or each.source}: {each.error.what}")
    for path, finding in cited:
        say(line(path, finding))
    outcomes = Counter(one.outcome for one in changed)
    refused = sum(1 for each in found if each.error)
    say(f"{counted(len(found), 'page')}, {outcomes['changed']} changed, {outcomes['new']} new, {refused} refused")


def _say_objects(found: Sequence[Reread], cited: Sequence[tuple[Path, Finding]]) -> None:
    from digest.cli.printing import as_json as place

    for each in found:
        for one in each.changed:
            say_json(as_json(one.article) | {"outcome": one.outcome, "changed": one.fields, "page": each.source})
        for key in each.lost:
            say_json({"id": key, "outcome": "not found again", "page": each.source})
        if each.error:
            say_json({"page": each.source, "outcome": "refused", "reason": each.error.what})
    for path, finding in cited:
        say_json({"outcome": "cited"} | place(finding, path))


def _what(one: Added) -> str:
    return ", ".join(CSL_NAMES.get(name, name) for name in one.fields) or "—"
