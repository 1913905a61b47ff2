"""How much of one text stands in another, and what that makes them: copies, or texts that share a part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from digest.duplicates.runs import Runs

Kind = Literal["copy", "shares"]
COPIED = 0.6
"""The share of the shorter text's runs, quotations left out, that makes it a copy."""
SHARED = 0.2
"""The share from which a person is told; texts of one day on one event reach a twentieth."""
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
    mine, my_sentences = _part(one, other, standing)
    theirs, their_sentences = _part(other, one, standing)
    shorter, told = (mine, my_sentences) if mine >= theirs else (theirs, their_sentences)
    if shorter >= COPIED and told >= _RETOLD:
        kind: Kind | None = "copy"
    else:
        kind = "shares" if shorter >= SHARED else None
    return Overlap(kind=kind, mine=mine, theirs=theirs)


def _part(text: Runs, other: Runs, standing: Container[int]) -> tuple[float, float]:
    """The shares of the text's own runs, and of its sentences, that the other has."""
    runs: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for run, sentence in zip(text.own, text.sentences, strict=True):
        if run not in standing:
            runs[sentence] += 1
            found[sentence] += run in other.all
    total = runs.total()
    if total < _LEAST:
        return 0.0, 0.0
    telling = [sentence for sentence, number in runs.items() if number >= _TELLING]
    retold = sum(1 for sentence in telling if 2 * found[sentence] >= runs[sentence])
    return found.total() / total, retold / (len(telling) or 1)
