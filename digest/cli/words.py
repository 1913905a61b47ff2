"""Text for a terminal or a pipe: nothing a page says may act there."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence

import click

_ACTING = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
"""Controls, direction overrides and lone surrogates: what could move, hide or reverse what is shown."""
_NAMED = {"\t": " ", "\n": "\\n", "\r": "\\r"}

_WHOLE = 30
"""A column of single words up to this length is not broken: keys and dates are there to be copied."""

Rows = Sequence[Sequence[str]]


def shown(text: str) -> str:
    r"""`text` on one line, with every character that could act on a terminal written out.

    >>> shown("a title\x1b[2J\nand more")
    'a title\\x1b[2J\\nand more'
    """
    return _ACTING.sub(lambda match: _NAMED.get(match[0]) or ascii(match[0])[1:-1], text)


def say_json(value: object) -> None:
    """Print `value` as JSON on one line."""
    click.echo(as_json(value).encode())


def as_json(value: object) -> str:
    """`value` as JSON on one line, what could act on a terminal written as JSON's own escapes."""
    line = json.dumps(value, ensure_ascii=False)
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def short(text: str, length: int = 80) -> str:
    """`text` cut at a word, with … where it goes on.

    >>> short("one two three", 9)
    'one two …'
    """
    plain = " ".join(text[: length * 4].split())
    return plain if len(plain) <= length else plain[: length - 1].rpartition(" ")[0] + " …"


def counted(number: int, noun: str) -> str:
    """A number and what it counts.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(text: str = "") -> None:
    """Print one line."""
    click.echo(_printable(shown(text), sys.stdout.encoding))


def note(text: str) -> None:
    """Print one line beside the output proper, on standard error."""
    click.echo(_printable(shown(text), sys.stderr.encoding), err=True)


def on_terminal() -> bool:
    """Whether a person is looking, rather than a pipe."""
    return sys.stdout.isatty()


def table(headings: Sequence[str], rows: Rows) -> None:
    """Print rows in columns: ruled and wrapped on a terminal, plain lines elsewhere; no rows, no table."""
    if not rows:
        return
    if on_terminal():
        _ruled(headings, rows)
    else:
        _plain([headings, *rows])


def _ruled(headings: Sequence[str], rows: Rows) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    least = [_longest_word([heading, *(row[place] for row in rows)]) for place, heading in enumerate(headings)]
    if sum(least) + 2 * len(least) > console.width:  # words would be broken
        for row in rows:
            _say_card(headings, row, console.width)
        return
    ruled = Table(box=None, padding=(0, 2, 0, 0), header_style="bold underline")
    for place, heading in enumerate(headings):
        whole = all(len(row[place]) <= _WHOLE and " " not in row[place] for row in rows)
        ruled.add_column(heading, overflow="fold", no_wrap=whole, min_width=least[place])
    for row in rows:
        ruled.add_row(*(Text(shown(cell)) for cell in row))  # Text, for a title may look like rich's markup
    console.print(ruled)


def _say_card(headings: Sequence[str], row: Sequence[str], width: int) -> None:
    """Print a row below itself: its first cell, and each other that says something after its heading."""
    from textwrap import wrap

    widest = max(map(len, headings[1:]), default=0)
    click.secho(_printable(shown(row[0]), sys.stdout.encoding), bold=True)
    for heading, cell in zip(headings[1:], row[1:], strict=True):
        indent = f"  {heading:{widest}}  "
        room = max(width, len(indent) + _WHOLE)
        if cell not in ("", "—"):
            for line in wrap(shown(cell), room, initial_indent=indent, subsequent_indent=" " * len(indent)):
                click.echo(_printable(line, sys.stdout.encoding))


def _longest_word(cells: Sequence[str]) -> int:
    """How wide a column must be to break no word, up to a width that leaves room for others."""
    return min(_WHOLE, max(len(word) for cell in cells for word in [*cell.split(), ""]))


def _plain(rows: Rows) -> None:
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(_printable(line.rstrip(), sys.stdout.encoding))


def _printable(text: str, encoding: str | None) -> str:
    return text.encode(encoding or "utf-8", "backslashreplace").decode(encoding or "utf-8")
