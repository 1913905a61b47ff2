"""`export` and `import`: the whole library as CSL-JSON with its texts, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.reading import exit_code
from digest.cli.words import as_json, counted, note, say, short
from digest.errors import DigestError, ReadError
from digest.library import Added
from digest.model import Source


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
        say(f"{counted(len(desk.library()), 'article')} written to {file}")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def import_(ctx: click.Context, *, file: Path) -> None:
    """Take the records of FILE into the library: an export of ours, or what another program wrote.

    CSL-JSON, BibTeX and BibLaTeX, RIS, Zotero RDF and EndNote XML are read; `digest add` takes them too.
    """
    from digest.fetch import pieces
    from digest.interchange.records import read_records

    start, whole = _peeked(pieces(file))
    if _is_foreign(start):
        ctx.exit(_add_foreign(str(file), whole))
    outcomes: Counter[str] = Counter()
    refused: list[DigestError] = []
    try:
        for record in read_records(whole, str(file)):
            _take(record, file, outcomes, refused)
    finally:  # what came before a fault is stored
        _say_counts(outcomes, refused)
    ctx.exit(exit_code(refused))


def _is_foreign(start: bytes) -> bool:
    """Whether a file that begins so has records in another notation than JSON."""
    from digest.interchange import RECORD_READERS
    from digest.readers import sniff

    kind = sniff(Source(name="", data=start))
    return kind in RECORD_READERS and kind != "application/csl+json"


def _add_foreign(name: str, parts: Iterator[bytes]) -> int:
    from digest.cli.adding import Tally, add_one, say_tally
    from digest.intake import take_all

    tally = Tally()
    for found in take_all([Source(name=name, data=b"".join(parts))], desk.outlets()):
        add_one(found, tally)
    say_tally(tally)
    return exit_code(error for _, error in tally.refused)


def _peeked(parts: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first piece, and all of them."""
    first = next(parts, b"")
    return first, chain([first], parts)


def _take(record: Mapping[str, object], file: Path, outcomes: Counter[str], refused: list[DigestError]) -> None:
    try:
        outcomes[_stored(record, str(file)).outcome] += 1
    except ReadError as error:
        refused.append(error)
        name = short(str(record.get("id") or record.get("title") or "a record without id"))
        note(f"refused: {name}: {error.what}" + (f" ({error.hint})" if error.hint else ""))


def _stored(record: Mapping[str, object], name: str) -> Added:
    """A record with its text, as ours have it; or one of another program, with what of it we have no place for told."""
    library = desk.new_library()
    if "digest" in record or "paragraphs" in record:
        return library.load(record, name)
    from digest.intake import NOT_KEPT, recorded
    from digest.interchange.csljson import record_of

    key = record.get("id") or record.get("title") or "?"
    found = recorded(record_of(record, f"{name}#{short(str(key), 40)}"))
    for told in found.page.notes:
        what = told.removeprefix(NOT_KEPT)
        note(f"not kept: {found.page.source.name}: {what}")
    return library.add(found.articles[0], found.page, found.blocks)


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
