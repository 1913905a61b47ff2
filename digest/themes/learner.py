"""What a person's decisions taught of a theme: a weight for what the rules say, and one for each of some words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, isfinite, log, sqrt

from digest.themes.phrases import Token

Bag = Mapping[str, int]
"""A word as it is compared → how often it stands in a text."""

FULL = 3.0
"""Beyond so many times the threshold a higher score of the rules makes nothing surer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Log-odds that a theme is given: `bias`, plus `rule` times what the rules say, plus the weights of the words."""

    rare: Mapping[str, float]  # word → how rare it is
    weights: Mapping[str, float]  # the same words → what each weighs
    usual: float  # how rare other words are
    rule: float
    bias: float

    def odds(self, bag: Bag, ratio: float) -> float:
        """The log-odds for a text of these words to which the rules give `ratio` times the threshold."""
        return self.bias + self.rule * by_rule(ratio) + sum(part for _, part in self.parts(bag))

    def parts(self, bag: Bag) -> list[tuple[str, float]]:
        """What each word that it knows adds to the log-odds."""
        return [(word, value * self.weights[word]) for word, value in shares(bag, self.rare, self.usual)]

    def as_json(self) -> dict[str, object]:
        """The learner as JSON has it."""
        words = {word: [round(rare, 4), round(self.weights[word], 5)] for word, rare in self.rare.items()}
        return {"words": words, "usual": self.usual, "rule": self.rule, "bias": self.bias}


def from_json(value: object) -> Learner | None:
    """The learner that `as_json` wrote; None of anything else."""
    words = value.get("words") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(words, Mapping):
        return None
    pairs = {str(word): _numbers(pair) for word, pair in words.items()}
    own = _numbers([value.get(name) for name in ("usual", "rule", "bias")])
    if len(own) != 3 or any(len(pair) != 2 for pair in pairs.values()):
        return None
    rare = {word: pair[0] for word, pair in pairs.items()}
    weights = {word: pair[1] for word, pair in pairs.items()}
    return Learner(rare=rare, weights=weights, usual=own[0], rule=own[1], bias=own[2])


def shares(bag: Bag, rare: Mapping[str, float], usual: float) -> list[tuple[str, float]]:
    """How much of a text each word of `rare` makes up: often there and rare elsewhere, the whole text being 1."""
    length = 0.0
    found = []
    for word, times in bag.items():
        value = rare.get(word)
        if value is None:
            length += (usual * (1 + log(times))) ** 2
            continue
        value *= 1 + log(times)
        length += value * value
        found.append((word, value))
    whole = sqrt(length) or 1.0
    return [(word, value / whole) for word, value in found]


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


def bag_of(texts: Iterable[Sequence[Token]]) -> Counter[str]:
    """How often each word stands in `texts`; numbers and single letters say nothing of a subject."""
    return Counter(_words(texts))


def _words(texts: Iterable[Sequence[Token]]) -> Iterator[str]:
    for text in texts:
        for token in text:
            if (len(token.key) > 1 or token.key > "\u2e80") and not token.key.isdigit():
                yield token.key
