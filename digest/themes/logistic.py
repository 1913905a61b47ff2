"""A logistic model of few examples: sparse rows, soft targets, a penalty for each weight; L-BFGS, no dependencies.

Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log1p
from operator import mul

Row = tuple[Sequence[int], Sequence[float]]
"""Which weights a row has, and their values."""
Vector = list[float]

_KEPT = 6
_ENOUGH = 1e-3
_HALVINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Rows, how far each is a yes (0 to 1), how much each counts, and log-odds that it has whatever the weights."""

    rows: Sequence[Row]
    targets: Sequence[float]
    counts: Sequence[float]
    given: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """What the weights lose besides: each its square, half `strength` times, and `slope` times itself."""

    strength: Sequence[float]
    slope: Sequence[float]


def fit(examples: Examples, pull: Pull, start: Sequence[float], steps: int) -> Vector:
    """The weights that lose least on `examples` under `pull`; from `start` in `steps` steps at most."""
    weights = list(start)
    loss, slope = _loss(examples, pull, weights)
    memory: deque[tuple[Vector, Vector, float]] = deque(maxlen=_KEPT)
    first = max(1e-12, max(map(abs, slope), default=0.0))
    for _ in range(steps):
        direction = _direction(slope, memory)
        falling = sum(map(mul, slope, direction))
        if falling >= 0 or max(map(abs, slope)) < _ENOUGH * max(1.0, first):
            break
        size = 1.0 if memory else min(1.0, 1 / first)
        for _ in range(_HALVINGS):
            tried = [weight + size * step for weight, step in zip(weights, direction, strict=True)]
            loss_there, slope_there = _loss(examples, pull, tried)
            if loss_there <= loss + 1e-4 * size * falling:
                break
            size /= 2
        else:
            break
        moved = [size * step for step in direction]
        turned = [there - here for there, here in zip(slope_there, slope, strict=True)]
        curve = sum(map(mul, moved, turned))
        if curve > 1e-12:
            memory.append((moved, turned, curve))
        weights, loss, slope = tried, loss_there, slope_there
    return weights


def odds(row: Row, weights: Sequence[float]) -> float:
    """The log-odds of a row."""
    found: float = sum(map(mul, map(weights.__getitem__, row[0]), row[1]))
    return found


def curvature(examples: Examples, weights: Sequence[float]) -> Vector:
    """How fast the slope of the loss on `examples` grows with each weight alone."""
    found = [0.0] * len(weights)
    for row, count, given in zip(examples.rows, examples.counts, examples.given, strict=True):
        tail = exp(-abs(odds(row, weights) + given))
        share = count * tail / (1 + tail) ** 2
        for place, value in zip(*row, strict=True):
            found[place] += share * value * value
    return found


def slope_of(examples: Examples, weights: Sequence[float]) -> Vector:
    """How the loss on `examples` changes with each weight."""
    nothing = [0.0] * len(weights)
    return _loss(examples, Pull(strength=nothing, slope=nothing), weights)[1]


def _loss(examples: Examples, pull: Pull, weights: Sequence[float]) -> tuple[float, Vector]:
    """The loss of `weights`, and how it changes with each."""
    drawn = list(map(mul, pull.strength, weights))
    loss = sum(map(mul, drawn, weights)) / 2 + sum(map(mul, pull.slope, weights))
    slope = [one + other for one, other in zip(drawn, pull.slope, strict=True)]
    found = zip(examples.rows, examples.targets, examples.counts, examples.given, strict=True)
    for row, target, count, given in found:
        value = odds(row, weights) + given
        tail = exp(-abs(value))
        loss += count * (max(value, 0.0) - target * value + log1p(tail))
        error = count * ((1 / (1 + tail) if value >= 0 else tail / (1 + tail)) - target)
        for place, part in zip(*row, strict=True):
            slope[place] += error * part
    return loss, slope


def _direction(slope: Vector, memory: Sequence[tuple[Vector, Vector, float]]) -> Vector:
    found = [-value for value in slope]
    shares = []
    for moved, turned, curve in reversed(memory):
        share = sum(map(mul, moved, found)) / curve
        shares.append(share)
        found = [value - share * turn for value, turn in zip(found, turned, strict=True)]
    if memory:
        _, turned, curve = memory[-1]
        scale = curve / sum(map(mul, turned, turned))
        found = [value * scale for value in found]
    for (moved, turned, curve), share in zip(memory, reversed(shares), strict=True):
        more = share - sum(map(mul, turned, found)) / curve
        found = [value + more * move for value, move in zip(found, moved, strict=True)]
    return found
