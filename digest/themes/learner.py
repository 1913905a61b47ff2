"""What a person's decisions taught of a theme: a weight for what the rules say, and one for each of some words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, isfinite, log, sqrt

from digest.themes.phrases import Token

FULL = 3.0
"""Beyond so many times the threshold a higher score of the rules makes nothing surer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """The words of a text as they are compared → how much each makes up of it; the squares add up to 1."""

    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Log-odds that a theme is given: `bias`, plus `rule` times what the rules say, plus the weights of the words."""

    weights: Mapping[str, float]
    rule: float
    bias: float

    def odds(self, bag: Bag, ratio: float) -> tuple[float, list[tuple[str, float]]]:
        """The log-odds for a text of these words to which the rules give `ratio` times the threshold.

        And what each word that it knows adds to them.
        """
        weights = self.weights
        parts = [(word, weights[word] * share) for word, share in bag.shares.items() if word in weights]
        return self.bias + self.rule * by_rule(ratio) + sum(part for _, part in parts), parts

    def as_json(self) -> dict[str, object]:
        """The learner as JSON has it."""
        return {"words": dict(self.weights), "rule": self.rule, "bias": self.bias}


def from_json(value: object) -> Learner | None:
    """The learner that `as_json` wrote; None of anything else."""
    words = value.get("words") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(words, Mapping):
        return None
    numbers = _numbers([value.get("rule"), value.get("bias"), *words.values()])
    if not numbers:
        return None
    return Learner(weights=dict(zip(map(str, words), numbers[2:], strict=True)), rule=numbers[0], bias=numbers[1])


def _numbers(value: object) -> list[float]:
    """The numbers of a list; none of anything else."""
    if not isinstance(value, list) or not all(_is_number(entry) for entry in value):
        return []
    return [float(entry) for entry in value]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and isfinite(value) and abs(value) < 1e6


def by_rule(ratio: float) -> float:
    """How much the rules speak for a theme, below zero where against it."""
    return (min(max(ratio, 0.0), FULL) - 1) / 2


def probability(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0


def bag_of(texts: Iterable[Sequence[Token]]) -> Bag:
    """The words of `texts`; numbers and single letters say nothing of a subject."""
    counts = {word: 1 + log(times) for word, times in Counter(_words(texts)).items()}
    whole = sqrt(sum(value * value for value in counts.values())) or 1.0
    return Bag(shares={word: value / whole for word, value in counts.items()})


def _words(texts: Iterable[Sequence[Token]]) -> Iterator[str]:
    for text in texts:
        for token in text:
            if (len(token.key) > 1 or token.key > "\u2e80") and not token.key.isdigit():
                yield token.key
