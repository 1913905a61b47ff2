"""What is kept for the story of a brief: the sentence that tells what happened, and what goes on from there."""

from __future__ import annotations

from collections.abc import Iterable

from digest.briefs.choosing import Line
from digest.briefs.extracts import Desk, newsworthy, usable

_KEPT = 2  # paragraphs


def opener(lines: Iterable[Line], desk: Desk) -> Line | None:
    """The sentence of `lines` that tells best what happened in the period."""
    found = [line for line in lines if usable(line, desk) and line.article.issued]
    fresh = [line for line in found if line.article.issued and line.article.issued.overlaps(desk.period)]
    return max(fresh, key=lambda line: newsworthy(line, desk).weight, default=None)


def left_beside(opening: Line | None, lines: Iterable[Line]) -> tuple[Line, ...]:
    """`lines` without those that the story begins with."""
    return tuple(line for line in lines if not (opening and _is_kept(line, opening)))


def _is_kept(line: Line, opening: Line) -> bool:
    return line.article.id == opening.article.id and 0 <= line.paragraph - opening.paragraph < _KEPT
