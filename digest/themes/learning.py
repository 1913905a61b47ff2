"""A theme learned from a person's decisions, its rules the first guess; kept only where it does better than they.

Examples of no word at all say what the rules are worth before any decision, and the library's other articles count a
little, for as much of a yes as the rules make of them. So a few decisions move what the rules say instead of replacing
it, and how rare the theme is stays known, however many of the decisions were accepts. Whether a learner is used is
measured on decisions it was not learned from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from operator import add, mul
from typing import TypeVar

from digest.model import Article
from digest.themes.learner import Bag, Learner, bag_of, by_rule, probability
from digest.themes.logistic import Examples, Pull, Row, Vector, curvature, fit, odds, slope_of
from digest.themes.weighing import Theme, judge_by_rules, texts_of

RULES = "1"
"""To be counted up when the same decisions teach something else."""
LEAST = 10
"""Accepts, and rejects, from which on a theme is learned: fewer teach less than the rules know."""
BACKGROUND = 300
"""Other articles that are looked at; more of them make a learner no better, and slower."""

_WORDS = 400
_TRUST = 5.0  # log-odds that what the rules say is worth, before any decision
_SHARE, _MOST_EACH = 40.0, 0.5  # how many decisions all the background counts for, and each article of it at most
FEW = 50
"""Other articles below which the library says nothing of how rare a theme is."""
_RULE_PENALTY, _WORD_PENALTY, _BIAS_PENALTY = 1 / 30, 1 / 30, 1e-3
_STEPS, _STEPS_AGAIN = 40, 8
_REVISIONS = 2
_OFTEN = (2, 3)  # decisions that a word must stand in, of few and of thirty or more
_FOLDED = 1_600  # decisions that are learned from in all folds together, so that few are left out one by one
_FEWEST_FOLDS = 10
_SHIFTS = [step / 4 for step in range(-12, 13)]
_SHIFT_PENALTY = 0.2
_IMAGINED = (0.0, 0.25, 0.5, 0.75, 1.25, 1.5, 2.0, 3.0)
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

    decided: Sequence[Row]
    truths: Sequence[bool]
    others: Sequence[Row]
    guesses: Sequence[float]
    counts: Sequence[float]
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
    start = [0.0, _TRUST, *[0.0] * len(vocabulary)]
    weights = _fit(lesson, start, _STEPS)
    for _ in range(_REVISIONS):
        lesson = _revised(lesson, weights)
        weights = _fit(lesson, weights, _STEPS_AGAIN)
    unseen = _unseen(lesson, weights)
    shift = _shift(lesson, weights, unseen)
    return _judged(found, lesson, decided, [value - shift for value in unseen], _learner(vocabulary, weights, shift))


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
    """The words that stand in several decisions; which of the two ways it fell does not matter here.

    And how rare each is, beside the words that are left out.
    """
    known = [*decided, *others]
    everywhere = Counter(word for example in known for word in example.bag.shares)
    here = Counter(word for example in decided for word in example.bag.shares)
    rare = {word: log((1 + len(known)) / (1 + times)) + 1 for word, times in everywhere.items()}
    often = _OFTEN[len(decided) >= 30]
    words = [word for word, times in here.items() if times >= often]
    words.sort(key=lambda word: (-here[word] * rare[word], word))
    squares = [rare[word] ** 2 for example in decided for word in example.bag.shares]
    usual = sqrt(sum(squares) / len(squares)) if squares else 1.0
    return {word: rare[word] / usual for word in words[:_WORDS]}


def _lesson(
    vocabulary: Mapping[str, float], decided: Sequence[_Example], truths: Sequence[bool], others: Sequence[_Example]
) -> _Lesson:
    places = {word: place for place, word in enumerate(vocabulary, 2)}
    imagined = [_Example(bag=bag_of(()), ratio=ratio) for ratio in _IMAGINED]
    guessed = [*others, *imagined]

    def row(example: _Example) -> Row:
        shares = example.bag.shares
        found = [word for word in vocabulary if word in shares]
        words, values = [places[word] for word in found], [vocabulary[word] * shares[word] for word in found]
        return (0, 1, *words), (1.0, by_rule(example.ratio), *values)

    each = min(_MOST_EACH, _SHARE / max(1, len(others)))
    return _Lesson(
        decided=[row(example) for example in decided],
        truths=truths,
        others=[row(example) for example in guessed],
        guesses=[probability(_TRUST * by_rule(example.ratio)) for example in guessed],
        counts=[*[each] * len(others), *[1.0] * len(imagined)],
        penalties=[_BIAS_PENALTY, _RULE_PENALTY, *[_WORD_PENALTY] * len(places)],
    )


def _revised(lesson: _Lesson, weights: Vector) -> _Lesson:
    """`lesson`, its guesses half by the rules and half as learned, so that words which go with the decisions' count."""
    learned = [probability(odds(row, weights)) for row in lesson.others]
    ruled = [probability(_TRUST * row[1][1]) for row in lesson.others]
    return replace(lesson, guesses=[(one + other) / 2 for one, other in zip(learned, ruled, strict=True)])


def _fit(lesson: _Lesson, start: Vector, steps: int) -> Vector:
    """The weights that the decisions and the background teach."""
    both = _joined(_decisions(lesson), _others(lesson))
    return fit(both, Pull(strength=lesson.penalties, slope=[0.0] * len(start)), start, steps)


def _decisions(lesson: _Lesson) -> Examples:
    number = len(lesson.truths)
    return Examples(
        rows=lesson.decided, targets=list(map(float, lesson.truths)), counts=[1.0] * number, given=[0.0] * number
    )


def _others(lesson: _Lesson) -> Examples:
    return Examples(rows=lesson.others, targets=lesson.guesses, counts=lesson.counts, given=[0.0] * len(lesson.others))


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
    there = [odds(row, weights) for row in lesson.decided]
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
    return found


def _shift(lesson: _Lesson, weights: Vector, unseen: Vector) -> float:
    """By how much the border should be moved: where many accepts lie above it, and little else.

    Accepts are a sample of all that have the theme, whatever the rejects are a sample of; so the share of them above a
    border, over how many articles lie there in all, follows F1 (Lee and Liu, ICML 2003).
    """
    real = lesson.others[: -len(_IMAGINED)]
    others = [odds(row, weights) for row in real]
    if len(others) < FEW:
        return 0.0
    accepts = [value for value, truth in zip(unseen, lesson.truths, strict=True) if truth]
    common = sum(row[1][1] >= 0 for row in real) / len(others)

    def worth(shift: float) -> float:
        recall = sum(probability(2 * (value - shift)) for value in accepts) / len(accepts)
        above = sum(value >= shift for value in others) / len(others)
        return recall / (common + above + _NO_LESS) * exp(-_SHIFT_PENALTY * shift * shift)

    return max(_SHIFTS, key=lambda shift: (worth(shift), -abs(shift)))


def _learner(vocabulary: Mapping[str, float], weights: Vector, shift: float) -> Learner:
    words = {
        word: round(weight * rare, 4) for (word, rare), weight in zip(vocabulary.items(), weights[2:], strict=True)
    }
    return Learner(weights=words, rule=round(weights[1], 4), bias=round(weights[0] - shift, 4))


def _judged(
    found: Study, lesson: _Lesson, decided: Sequence[_Example], unseen: Sequence[float], learner: Learner
) -> Study:
    """`found` with both figures, and `learner` where it beats the rules: by F1, or where equal by how sure it is."""
    truths = lesson.truths
    ruled = [_TRUST * by_rule(example.ratio) for example in decided]
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
