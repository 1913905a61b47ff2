"""`export` and `import`: the whole library as CSL-JSON with its texts, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.reading import exit_code
from digest.cli.words import as_json, note, say, short
from digest.errors import DigestError, ReadError


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
def export(*, file: Path) -> None:
    """Write the whole library as CSL-JSON with its texts, pages and history to FILE, or to standard output."""
    from digest.export.files import write_all

    parts = (part.encode() for part in _array(desk.library().dump()))
    if str(file) == "-":
        for part in parts:
            click.echo(part, nl=False)
    else:
        write_all({file: b"".join(parts)})
        say(f"{len(desk.library())} articles written to {file}")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def import_(ctx: click.Context, *, file: Path) -> None:
    """Take the records of FILE into the library: an export of ours, or CSL-JSON of articles, reports and posts."""
    from digest.fetch import pieces
    from digest.interchange.records import read_records

    outcomes: Counter[str] = Counter()
    refused: list[DigestError] = []
    try:
        for record in read_records(pieces(file), str(file)):
            _take(record, file, outcomes, refused)
    finally:  # what came before a fault is stored
        _say_counts(outcomes, refused)
    ctx.exit(exit_code(refused))


def _take(record: Mapping[str, object], file: Path, outcomes: Counter[str], refused: list[DigestError]) -> None:
    try:
        outcomes[desk.new_library().load(record, str(file)).outcome] += 1
    except ReadError as error:
        refused.append(error)
        name = short(str(record.get("id") or record.get("title") or "a record without id"))
        note(f"refused: {name}: {error.what}" + (f" ({error.hint})" if error.hint else ""))


def _say_counts(outcomes: Counter[str], refused: Sequence[DigestError]) -> None:
    counts = [f"{outcomes[outcome]} {outcome}" for outcome in ("new", "known", "changed")]
    say(", ".join((*counts, f"{len(refused)} refused")))


def _array(records: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A JSON array, one record a line."""
    yield "["
    before = "\n"
    for record in records:
        yield before + as_json(record)
        before = ",\n"
    yield "\n]\n"
