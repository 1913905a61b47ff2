"""`add`: pages become records of the library."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from digest.cli import desk
from digest.cli.citing import line, shaken
from digest.cli.reading import check_names, exit_code, json_option, names_argument, sources, url_option, why_empty
from digest.cli.records import RELATIONS, headline, missing, related
from digest.cli.words import counted, note, say, say_json, shown, table
from digest.csl import as_json
from digest.errors import DigestError
from digest.fetch import Refused, Skipped
from digest.fetch.naming import is_web
from digest.intake import NOT_KEPT, Taken, take_all
from digest.library import Added
from digest.records import CSL_NAMES


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of a batch, file by file."""

    added: list[Added] = field(default_factory=list)
    empty: list[tuple[str, str]] = field(default_factory=list)  # and why
    skipped: list[Skipped] = field(default_factory=list)
    refused: list[tuple[str, DigestError]] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)  # fields of other programs' records, how often


@click.command()
@names_argument
@url_option
@click.option("--feed", "as_feeds", is_flag=True, help="The names are feeds' addresses: take the pages they link to.")
@json_option
@click.pass_context
def add(ctx: click.Context, *, names: tuple[str, ...], url: str | None, as_feeds: bool, as_objects: bool) -> None:
    """Take pages into the library; the inbox where none is named.

    A page is a file, a folder of them, a web address, clipboard: or standard input (-).

    Read are text, HTML, MHTML, PDF, DOCX, ODT, EPUB, mail (.eml, mbox, Maildir), feeds, OPML, web archives (WARC), and
    records (CSL-JSON, BibTeX, BibLaTeX, RIS, Zotero RDF, EndNote XML), each known by what it holds, not by its name.

    A page behind a login: save it in the browser and name its address with --url.
    """
    names = names or (str(desk.config().inbox),)
    check_names(names, url)
    ctx.exit(add_all(_of_feeds(names) if as_feeds else _taken(names, url), as_objects=as_objects))


def add_all(coming: Iterable[Taken | Skipped | Refused], *, as_objects: bool) -> int:
    """Store what comes, show what became of it, also of what came before a person stopped it; the exit code."""
    tally = Tally()
    tell_all = say_objects if as_objects else say_tally
    try:
        with progress() as tell:
            for found in coming:
                tell(found.name)
                add_one(found, tally)
    except KeyboardInterrupt:
        tell_all(tally)
        note("stopped; what is listed is stored, and the same command goes on with the rest")
        raise
    tell_all(tally)
    return exit_code(error for _, error in tally.refused)


def _taken(names: Sequence[str], url: str | None) -> Iterator[Taken | Skipped | Refused]:
    return take_all(sources(names, url), desk.outlets(), learned=desk.new_library().learned())


def _of_feeds(names: Sequence[str]) -> Iterator[Taken | Skipped | Refused]:
    """What is new in the feeds at these addresses, each as config.yaml has it if it stands there."""
    from digest.cli.feeding import collected
    from digest.plans import Feed

    known = {feed.url: feed for feed in desk.config().feeds}
    try:
        feeds = [known.get(name) or Feed(url=name) for name in names]
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return collected(feeds)


def add_one(found: Taken | Skipped | Refused, tally: Tally) -> None:
    """Store what came of a source, and count it."""
    if isinstance(found, Skipped):
        tally.skipped.append(found)
        return
    if isinstance(found, Refused):
        tally.refused.append((found.name, found.error))
        return
    library = desk.new_library()
    for one in found.pages:
        tally.added += [library.add(article, one.page, one.blocks) for article in one.articles]
        tally.lost.update(
            note[len(NOT_KEPT) :].partition(":")[0] for note in one.page.notes if note.startswith(NOT_KEPT)
        )
    if not any(one.articles for one in found.pages):
        tally.empty.append((found.name, why_empty(found)))


def say_tally(tally: Tally) -> None:
    """Print a table of the articles, a line for each source that gave none, and the counts."""
    table(("key", "", "title", "missing", "source"), [_row(added) for added in tally.added])
    for added in tally.added:
        if added.outcome == "changed":
            say(f"changed: {added.key}: {', '.join(CSL_NAMES.get(name, name) for name in added.fields)}")
    for path, finding in shaken(added.earlier for added in tally.added if added.earlier):
        say(f"cited: {line(path, finding)}")
    for name, why in tally.empty:
        say(f"no article: {name}: {why}")
    for name, count in sorted(tally.lost.items()):
        say(f"not kept: {name}, in {counted(count, 'record')}")
    for skipped in tally.skipped:
        say(f"skipped: {skipped.name}: {skipped.reason}")
    for name, error in tally.refused:
        say(f"refused: {name}: {reason(name, error)}")
    outcomes = Counter(added.outcome for added in tally.added)
    counts = [f"{outcomes[outcome]} {outcome}" for outcome in ("new", "known", "changed")]
    say(", ".join((*counts, f"{len(tally.skipped)} skipped", f"{len(tally.refused)} refused")))


def say_objects(tally: Tally) -> None:
    """An object for each article, then one for each file that gave none."""
    for added in tally.added:
        say_json(as_json(added.article) | _outcome(added))
    for name, why in tally.empty:
        say_json({"source": name, "outcome": "no article", "reason": why})
    for skipped in tally.skipped:
        say_json({"source": skipped.name, "outcome": "skipped", "reason": skipped.reason})
    for name, error in tally.refused:
        say_json({"source": name, "outcome": "refused", "reason": reason(name, error)})


def _outcome(added: Added) -> dict[str, object]:
    also = {"also": added.also, "related": related(added.related)}
    return {"outcome": added.outcome, "changed": added.fields, **also}


def _row(added: Added) -> tuple[str, ...]:
    article = added.article
    lined = any(article.lines) and not is_web(article.source)  # an address is there to be followed
    where = f"{article.source}:{article.lines[0]}" if lined else article.source
    also = f", also {', '.join(added.also)}" if added.also else ""
    for kind in ("copy", "shares"):
        keys = [link.key for link in added.related if link.kind == kind]
        also += f", {RELATIONS[kind]} {', '.join(keys)}" if keys else ""
    return added.key, added.outcome, headline(article, 50), missing(article) or "—", where + also


def reason(name: str, error: DigestError) -> str:
    """Why something was refused, on one line."""
    where = f"{error.where}: " if error.where and error.where != name else ""
    return f"{where}{error.what}" + (f" ({error.hint})" if error.hint else "")


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """What tells a person which file is being read: a moving line on a terminal, a line a file elsewhere."""
    if not sys.stderr.isatty():
        yield note
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f}  {task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda name: progress.update(task, advance=1, description=shown(name))
