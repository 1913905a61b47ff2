"""How much of one text stands in another, and what that makes them: copies, or texts that share a part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

from digest.duplicates.runs import Runs

Kind = Literal["copy", "shares"]
COPIED = 0.6
"""The share of the shorter text's runs, quotations left out, that makes it a copy."""
SHARED = 0.2
"""The share from which a person is told; texts of one day on one event reach a twentieth."""
_EDITED = 0.4
"""The share that is enough where head, middle and end have their part: what was edited or updated throughout."""
_THIRD = 0.2
_RETOLD = 0.4
"""The share of a copy's sentences that the other tells too: a copy is shared all along, not in one block."""
_LEAST = 12
"""Runs that must be left to judge by."""
_TELLING = 3
"""Runs of a sentence that must be there to count it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two texts have in common: the share of the first that stands in the second, and the other way round."""

    kind: Kind | None
    mine: float
    theirs: float


def compare(one: Runs, other: Runs, standing: Container[int] = frozenset()) -> Overlap:
    """What `one` and `other` share; `standing` are runs that many unrelated texts have, which count for nothing."""
    mine, theirs = _part(one, other, standing), _part(other, one, standing)
    kinds = (_kind(mine), _kind(theirs))  # a copy may lack the end of the other, and have paragraphs of its own
    kind: Kind | None = "copy" if "copy" in kinds else kinds[0] or kinds[1]
    return Overlap(kind=kind, mine=mine.share, theirs=theirs.share)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """How much of a text the other has: of its runs, of its sentences, and of that third of it that has least."""

    share: float = 0.0
    told: float = 0.0
    least: float = 0.0


def _kind(part: _Part) -> Kind | None:
    throughout = part.share >= _EDITED and part.least >= _THIRD
    if (part.share >= COPIED or throughout) and part.told >= _RETOLD:
        return "copy"
    return "shares" if part.share >= SHARED else None


def _part(text: Runs, other: Runs, standing: Container[int]) -> _Part:
    """What of the text's own runs the other has."""
    found = [
        (sentence, run in other.all)
        for run, sentence in zip(text.own, text.sentences, strict=True)
        if run not in standing
    ]
    total = len(found)
    if total < _LEAST:
        return _Part()
    thirds = [found[total * number // 3 : total * (number + 1) // 3] for number in range(3)]
    return _Part(
        share=sum(there for _, there in found) / total,
        told=_told(found),
        least=min(sum(there for _, there in third) / len(third) for third in thirds),
    )


def _told(found: Sequence[tuple[int, bool]]) -> float:
    """The share of sentences that are in the other text by half."""
    runs = Counter(sentence for sentence, _ in found)
    there = Counter(sentence for sentence, known in found if known)
    telling = [sentence for sentence, number in runs.items() if number >= _TELLING]
    return sum(1 for sentence in telling if 2 * there[sentence] >= runs[sentence]) / (len(telling) or 1)
