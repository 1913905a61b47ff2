"""What the editor is told of an issue: what it was made from, and what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a brief was made from, and what was left out and why."""

    candidates: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()  # they may belong to the period or not: include them by key
    vague: tuple[str, ...] = ()  # candidates whose date may lie outside the period
    later: tuple[str, ...] = ()  # not yet out on the brief's date
    foreign: tuple[str, ...] = ()  # in a language that the readers of the brief need not know
    copies: tuple[tuple[str, str], ...] = ()  # (left out, the same article)
    unknown: tuple[str, ...] = ()  # keys of include and exclude that the library has not
    left_out: tuple[tuple[str, str], ...] = ()  # (section, reason)
    unused: tuple[str, ...] = ()  # candidates of which nothing is printed
    passed_over: tuple[tuple[str, int], ...] = ()  # (why sentences were not taken, how many)

    def lines(self) -> tuple[str, ...]:
        """The report in sentences."""
        rows = [
            f"{_count(self.candidates, 'candidate')}: {_listed(self.candidates)}",
            *(f"{title} is left out: {reason}" for title, reason in self.left_out if self.candidates),
            _row("undated, so not taken; include them by key: ", self.undated),
            _row("dated too widely to be sure of the period: ", self.vague),
            _row("not yet out on the date of the brief: ", self.later),
            _row("in another language, so not extracted from: ", self.foreign),
            *(f"{copy} is the same article as {kept}" for copy, kept in self.copies),
            _row("not in the library: ", self.unknown),
            _row("candidates of which nothing is printed: ", self.unused),
            _row("why sentences were not taken: ", [f"{reason} ({count})" for reason, count in self.passed_over]),
        ]
        return tuple(row for row in rows if row)


def _count(things: Sequence[str], name: str) -> str:
    return f"{len(things)} {name}" + ("" if len(things) == 1 else "s")


def _listed(things: Sequence[str]) -> str:
    return ", ".join(things) or "none"


def _row(words: str, things: Sequence[str]) -> str:
    return words + _listed(things) if things else ""
