"""A theme learned from a person's decisions, its rules the first guess; kept only where it does better than they.

The words are learned by themselves: from the decisions and, for much less, from the library's other articles, each as
much of a yes as the rules make of it. What the words say and what the rules say is then averaged: the two err in other
places, and how rare the theme is stays known, however many of the decisions were accepts. Where there are too few other
articles, the words only correct the rules. Whether a learner is used is measured on decisions it was not learned from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from operator import add, mul
from typing import TypeVar

from digest.model import Article
from digest.themes.learner import Bag, Learner, bag_of, by_rule, probability
from digest.themes.logistic import Examples, Pull, Row, Vector, curvature, fit, odds, slope_of
from digest.themes.weighing import Theme, judge_by_rules, texts_of

RULES = "2"
"""To be counted up when the same decisions teach something else."""
LEAST = 10
"""Accepts, and rejects, from which on a theme is learned: fewer teach less than the rules know."""
BACKGROUND = 300
"""Other articles that are looked at; more of them make a learner no better, and slower."""

_WORDS = 800
_NEARLY = 0.5
_TRUST = 3.0  # log-odds that what the rules say is worth, before any decision
_COUNT = 0.05  # how much an article of the background counts for beside a decision
FEW = 50
"""Other articles below which the library says nothing of how rare a theme is."""
_BIAS_PENALTY, _WORD_PENALTY = (1e-4, 0.5), (0.015, 0.03)  # with a background and without
_STEPS, _STEPS_AGAIN = 30, 8
_OFTEN = (2, 3)  # articles that a word must stand in, of few decisions and of thirty or more
_FOLDED = 1_600  # decisions that are learned from in all folds together, so that few are left out one by one
_FEWEST_FOLDS = 10
_NO_LESS = 1e-9


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What came of a person's decisions: how many, F1 by the rules and as learned, and the learner if it is used."""

    accepts: int
    rejects: int
    by_rules: float | None = None  # F1 of accepts and of rejects, averaged; None where there was too little to learn
    as_learned: float | None = None
    learner: Learner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    """The words of an article's best part, and how many times the threshold the rules give it."""

    bag: Bag
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lesson:
    """The decisions and the background as rows: the bias, what the rules say, the words."""

    alone: bool  # without background, which would say how rare the theme is
    decided: Sequence[Row]
    truths: Sequence[bool]
    ruled: Sequence[float]
    others: Sequence[Row]
    guesses: Sequence[float]
    penalties: Sequence[float]


def learn(
    theme: Theme, accepted: Sequence[Article], rejected: Sequence[Article], background: Sequence[Article] = ()
) -> Learner | None:
    """The learner of `theme` for `judge` or `taught`, from what a person accepted and rejected.

    None where there are fewer than ten of either, or where it would not beat the rules on decisions it has not seen.
    `background` are other articles, undecided; a few hundred help much. The same arguments give the same learner.
    """
    return study(theme, accepted, rejected, background).learner


def study(
    theme: Theme, accepted: Sequence[Article], rejected: Sequence[Article], background: Sequence[Article] = ()
) -> Study:
    """What `learn` does, with the figures it goes by."""
    found = Study(accepts=len(accepted), rejects=len(rejected))
    if min(found.accepts, found.rejects) < LEAST:
        return found
    decided = [_example(theme, article) for article in _mixed(accepted, rejected)]
    truths = _mixed([True] * len(accepted), [False] * len(rejected))
    known = {article.id for article in (*accepted, *rejected) if article.id}
    others = [_example(theme, article) for article in _sampled([a for a in background if a.id not in known])]
    vocabulary = _vocabulary(decided, others)
    lesson = _lesson(vocabulary, decided, truths, others)
    weights = _fit(lesson)
    unseen = _unseen(lesson, weights)
    return _judged(found, lesson, unseen, _learner(vocabulary, lesson, weights))


def _example(theme: Theme, article: Article) -> _Example:
    texts = texts_of(article)
    best = judge_by_rules(article, theme, texts).best
    first = 0 if best.title is None else best.first
    return _Example(bag=bag_of(texts[first : best.last + 1]), ratio=best.score / theme.threshold)


def _mixed(accepted: Sequence[T], rejected: Sequence[T]) -> list[T]:
    """Both in turn, so that every fold has some of each."""
    both = [(place / len(part), entry) for part in (accepted, rejected) for place, entry in enumerate(part)]
    return [entry for _, entry in sorted(both, key=lambda pair: pair[0])]


def _sampled(background: Sequence[Article]) -> Sequence[Article]:
    step = max(1, len(background) // BACKGROUND)
    return background[::step][:BACKGROUND]


def _vocabulary(decided: Sequence[_Example], others: Sequence[_Example]) -> dict[str, float]:
    """The words that stand in decisions and where the rules nearly give the theme; which way it fell does not matter.

    And how rare each is, beside the words that are left out.
    """
    known = [*decided, *others]
    everywhere = Counter(word for example in known for word in example.bag.shares)
    rare = {word: log((1 + len(known)) / (1 + times)) + 1 for word, times in everywhere.items()}
    often = _OFTEN[len(decided) >= 30]
    spoken: defaultdict[str, float] = defaultdict(float)
    for examples, count in ((decided, 1.0), ([one for one in others if one.ratio > _NEARLY], _COUNT)):
        for example in examples:
            for word, share in example.bag.shares.items():
                spoken[word] += count * share * rare[word]
    words = [word for word in spoken if everywhere[word] >= often]
    words.sort(key=lambda word: (-spoken[word], word))
    squares = [(rare[word] * share) ** 2 for example in known for word, share in example.bag.shares.items()]
    usual = sqrt(sum(squares) / len(known))
    return {word: rare[word] / (usual or 1.0) for word in words[:_WORDS]}


def _lesson(
    vocabulary: Mapping[str, float], decided: Sequence[_Example], truths: Sequence[bool], others: Sequence[_Example]
) -> _Lesson:
    places = {word: place for place, word in enumerate(vocabulary, 1)}

    def row(example: _Example) -> Row:
        shares = example.bag.shares
        found = [word for word in shares if word in places]
        return (0, *map(places.__getitem__, found)), (1.0, *(vocabulary[word] * shares[word] for word in found))

    alone = len(others) < FEW
    return _Lesson(
        alone=alone,
        decided=[row(example) for example in decided],
        truths=truths,
        ruled=[_TRUST * by_rule(example.ratio) for example in decided],
        others=[row(example) for example in others],
        guesses=[_TRUST * by_rule(example.ratio) for example in others],
        penalties=[_BIAS_PENALTY[alone], *[_WORD_PENALTY[alone]] * len(places)],
    )


def _fit(lesson: _Lesson) -> Vector:
    """The weights of the words that the decisions and the background teach."""
    both = _joined(_decisions(lesson), _others(lesson))
    nothing = [0.0] * len(lesson.penalties)
    return fit(both, Pull(strength=lesson.penalties, slope=nothing), nothing, _STEPS)


def _decisions(lesson: _Lesson) -> Examples:
    number = len(lesson.truths)
    return Examples(
        rows=lesson.decided,
        targets=list(map(float, lesson.truths)),
        counts=[1.0] * number,
        given=list(lesson.ruled) if lesson.alone else [0.0] * number,
    )


def _others(lesson: _Lesson) -> Examples:
    number = len(lesson.others)
    return Examples(
        rows=lesson.others,
        targets=list(map(probability, lesson.guesses)),
        counts=[_COUNT] * number,
        given=list(lesson.guesses) if lesson.alone else [0.0] * number,
    )


def _joined(one: Examples, other: Examples) -> Examples:
    return Examples(
        rows=[*one.rows, *other.rows],
        targets=[*one.targets, *other.targets],
        counts=[*one.counts, *other.counts],
        given=[*one.given, *other.given],
    )


def _unseen(lesson: _Lesson, weights: Vector) -> Vector:
    """The log-odds of each decision by weights that were learned without it.

    The background is not gone through again for each: near `weights` its pull on every weight is as good as a spring's.
    """
    others, decisions = _others(lesson), _decisions(lesson)
    springs = list(map(add, lesson.penalties, curvature(others, weights)))
    slope = list(map(add, map(mul, lesson.penalties, weights), slope_of(others, weights)))
    pull = Pull(strength=springs, slope=slope)
    there = [odds(row, weights) + given for row, given in zip(lesson.decided, decisions.given, strict=True)]
    number = len(there)
    folds = min(number, max(_FEWEST_FOLDS, _FOLDED // number))
    found = [0.0] * number
    for fold in range(folds):
        rest = [place for place in range(number) if place % folds != fold]
        examples = Examples(
            rows=[lesson.decided[place] for place in rest],
            targets=[decisions.targets[place] for place in rest],
            counts=[1.0] * len(rest),
            given=[there[place] for place in rest],
        )
        moved = fit(examples, pull, [0.0] * len(weights), _STEPS_AGAIN)
        for place in range(fold, number, folds):
            found[place] = there[place] + odds(lesson.decided[place], moved)
    if lesson.alone:
        return found
    return [(value + ruled) / 2 for value, ruled in zip(found, lesson.ruled, strict=True)]


def _learner(vocabulary: Mapping[str, float], lesson: _Lesson, weights: Vector) -> Learner:
    part = 1.0 if lesson.alone else 0.5
    words = {
        word: round(part * weight * rare, 4)
        for (word, rare), weight in zip(vocabulary.items(), weights[1:], strict=True)
    }
    return Learner(
        weights={word: weight for word, weight in words.items() if weight},
        rule=part * _TRUST,
        bias=round(part * weights[0], 4),
    )


def _judged(found: Study, lesson: _Lesson, unseen: Sequence[float], learner: Learner) -> Study:
    """`found` with both figures, and `learner` where it beats the rules: by F1, or where equal by how sure it is."""
    truths = lesson.truths
    ruled = lesson.ruled
    by_rules, as_learned = (_f1(truths, [value >= 0 for value in values]) for values in (ruled, unseen))
    better = as_learned > by_rules + _NO_LESS
    surer = _loss(truths, unseen) < _loss(truths, ruled) - _NO_LESS
    as_good = surer and by_rules - _NO_LESS < as_learned and by_rules < 1
    return replace(found, by_rules=by_rules, as_learned=as_learned, learner=learner if better or as_good else None)


def _f1(truths: Sequence[bool], given: Sequence[bool]) -> float:
    """F1 of the accepts and of the rejects, averaged."""
    return sum(_f1_of(truths, given, kind=kind) for kind in (True, False)) / 2


def _f1_of(truths: Sequence[bool], given: Sequence[bool], *, kind: bool) -> float:
    right = sum(truth is kind and found is kind for truth, found in zip(truths, given, strict=True))
    named = sum(truth is kind for truth in truths) + sum(found is kind for found in given)
    return 2 * right / named if named else 0.0


def _loss(truths: Sequence[bool], values: Sequence[float]) -> float:
    sure = (probability(value if truth else -value) for truth, value in zip(truths, values, strict=True))
    return -sum(log(max(value, 1e-12)) for value in sure)
