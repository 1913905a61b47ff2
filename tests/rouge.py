"""ROUGE: how much a summary and a reference have in common, by words, pairs of words, and the longest run in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_TOKEN = re.compile(r"[\u3040-\u9fff]|[^\W_\u3040-\u9fff]+")


def rouge(summary: str, reference: str) -> tuple[float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-L as F1, without stemming; a character of an unspaced script is a word."""
    ours, theirs = (_TOKEN.findall(text.casefold()) for text in (summary, reference))
    return _runs(ours, theirs, 1), _runs(ours, theirs, 2), _f1(_in_order(ours, theirs), len(ours), len(theirs))


def _runs(ours: Sequence[str], theirs: Sequence[str], size: int) -> float:
    one, other = (Counter(tuple(text[at : at + size]) for at in range(len(text) - size + 1)) for text in (ours, theirs))
    return _f1((one & other).total(), one.total(), other.total())


def _f1(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if shared else 0.0


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> int:
    row = [0] * (len(theirs) + 1)
    for word in ours:
        last = 0
        for place, other in enumerate(theirs, start=1):
            last, row[place] = row[place], last + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]
