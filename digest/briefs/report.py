"""What the editor is told of an issue: what it was made from, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FEW = 3  # quotations from which a balance can be spoken of


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
    heard: tuple[tuple[str, int], ...] = ()  # (standing, how many speakers the candidates quote)
    stories: tuple[str, ...] = ()  # those that several reports tell: headline, keys, how many are independent
    printed: tuple[tuple[str, str, str, int], ...] = ()  # (speaker, standing, outlet, how many quotations are printed)

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
            *(f"one story: {story}" for story in self.stories),
            _row("not in the library: ", self.unknown),
            _row("candidates of which nothing is printed: ", self.unused),
            _row("voices in the candidates: ", [f"{count} {standing}" for standing, count in self.heard]),
            _row("voices printed: ", [_voice(*voice) for voice in self.printed]),
            *_one_sided(self.printed),
            _row("why sentences were not taken: ", [f"{reason} ({count})" for reason, count in self.passed_over]),
        ]
        return tuple(row for row in rows if row)


def _voice(name: str, standing: str, outlet: str, count: int) -> str:
    times = "" if count == 1 else f", {count} times"
    return f"{name} ({standing}, {outlet or 'no outlet'}{times})"


def _one_sided(printed: Sequence[tuple[str, str, str, int]]) -> Iterator[str]:
    """What an editor would want to know before printing: one voice, or one outlet, that is heard too much."""
    total = sum(count for *_, count in printed)
    by_name = Counter({name: count for name, _, _, count in printed})
    by_outlet: Counter[str] = Counter()
    for _, _, outlet, count in printed:
        by_outlet[outlet] += count
    for found, what in ((by_name, "are of one voice"), (by_outlet, "come from one outlet")):
        name, most = found.most_common(1)[0] if found else ("", 0)
        if name and total >= _FEW and most > total / 2:
            yield f"{most} of {total} quotations {what}: {name}"


def _count(things: Sequence[str], name: str) -> str:
    return f"{len(things)} {name}" + ("" if len(things) == 1 else "s")


def _listed(things: Sequence[str]) -> str:
    return ", ".join(things) or "none"


def _row(words: str, things: Sequence[str]) -> str:
    return words + _listed(things) if things else ""
