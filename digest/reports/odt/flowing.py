"""Formatted text as the inside of a paragraph: spans, links, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.citing import Run
from digest.reports.odt.automatic import FORMATS, Automatic
from digest.reports.odt.tokens import escaped

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]{1,2000}", re.I)
_PARTS = re.compile(r" +|\t|\r\n?|\n|[^ \t\r\n]+")
_FLAGS = ("bold", "italic", "small_caps", "underline")


def plain_text(text: str) -> str:
    """Text as the inside of a paragraph: blanks that would be lost are written as elements.

    >>> plain_text("a  b ")
    'a <text:s/>b<text:s/>'
    """
    return "".join(_written(text, edge=(True, True)))


def runs_text(runs: Sequence[Run], automatic: Automatic, *, links: bool = True) -> str:
    """Runs as the inside of a paragraph, their formats in spans; without `links` where a link may not stand."""
    kept = [run for run in runs if run.text]
    made = []
    blank = True
    for number, run in enumerate(kept):
        inside = "".join(_written(run.text, edge=(blank, number == len(kept) - 1)))
        blank = run.text.endswith((" ", "\t", "\n"))
        made.append(_formatted(run, inside, automatic, links=links))
    return "".join(made)


def _written(text: str, edge: tuple[bool, bool]) -> Iterator[str]:
    """The parts of a text; `edge` says whether a blank at its beginning and end would be lost."""
    parts = _PARTS.findall(text)
    for number, part in enumerate(parts):
        if part == "\t":
            yield "<text:tab/>"
        elif part[0] in "\r\n":
            yield "<text:line-break/>"
        elif part[0] != " ":
            yield escaped(part)
        else:
            at_edge = (not number and edge[0]) or (number == len(parts) - 1 and edge[1])
            after_gap = bool(number) and parts[number - 1] in ("\t", "\n", "\r", "\r\n")
            yield from _blanks(len(part), lost=at_edge or after_gap)


def _blanks(count: int, *, lost: bool) -> Iterator[str]:
    if not lost:
        yield " "
        count -= 1
    if count == 1:
        yield "<text:s/>"
    elif count:
        yield f'<text:s text:c="{count}"/>'


def blanks(count: int) -> str:
    """So many blanks, none of which is lost.

    >>> blanks(2)
    '<text:s text:c="2"/>'
    """
    return "".join(_blanks(count, lost=True))


def _formatted(run: Run, inside: str, automatic: Automatic, *, links: bool) -> str:
    flags = [name for name in _FLAGS if getattr(run, name)] + ([run.raised] if run.raised else [])
    if flags:
        sets = tuple(pair for name in sorted(flags) for pair in FORMATS[name])
        style = automatic.style("text", "", (("style:text-properties", sets),))
        inside = f'<text:span text:style-name="{escaped(style)}">{inside}</text:span>'
    if links and _ADDRESS.fullmatch(run.url):
        inside = f'<text:a xlink:type="simple" xlink:href="{escaped(run.url)}"{_LINKED}>{inside}</text:a>'
    return inside


_LINKED = ' text:style-name="Internet_20_link" text:visited-style-name="Visited_20_Internet_20_Link"'
