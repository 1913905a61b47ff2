"""`export` and `import`: the whole library as CSL-JSON with its texts, and back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.reading import exit_code
from digest.cli.words import note, say
from digest.errors import DigestError, ReadError

LARGEST = 2_000_000_000
"""Bytes an export may have when it is read back: it is held in memory whole."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
def export(*, file: Path) -> None:
    """Write the whole library as CSL-JSON with its texts, pages and history to FILE, or to standard output."""
    from digest.export.files import write_all

    parts = (part.encode("utf-8", "backslashreplace") for part in _array(desk.library().dump()))
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
    """Take the records of FILE into the library: an export of ours, or any CSL-JSON."""
    from digest.fetch import fetch

    records = _records(fetch(file, largest=LARGEST).data, str(file))
    library = desk.new_library()
    outcomes: Counter[str] = Counter()
    refused: list[DigestError] = []
    for record in records:
        try:
            outcomes[library.load(record, str(file)).outcome] += 1
        except ReadError as error:
            refused.append(error)
            note(f"refused: {str(error).replace(chr(10), ' ')}")
    counts = [f"{outcomes[outcome]} {outcome}" for outcome in ("new", "known", "changed")]
    say(", ".join((*counts, f"{len(refused)} refused")))
    ctx.exit(exit_code(refused))


def _array(records: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A JSON array, one record a line."""
    yield "["
    before = "\n"
    for record in records:
        yield before + json.dumps(record, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n"


def _records(data: bytes, name: str) -> list[Mapping[str, object]]:
    """The records of a JSON array, of one object, or of one object a line."""
    hint = "CSL-JSON is an array of objects, as `digest export` writes it"
    try:
        text = data.decode("utf-8-sig")
        found = (
            json.loads(text) if text.lstrip()[:1] == "[" else [json.loads(line) for line in text.splitlines() if line]
        )
    except json.JSONDecodeError as error:
        raise ReadError(f"not JSON: {error.msg}", where=f"{name}:{error.lineno}", hint=hint) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise ReadError("not JSON", where=name, hint=hint) from error
    if not all(isinstance(record, Mapping) for record in found):
        raise ReadError("holds something else than records", where=name, hint=hint)
    return list(found)
