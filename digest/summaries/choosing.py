"""The weightiest sentences of which no two say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.briefs.choosing import REPEATS, cosine, share
from digest.model import Sentence
from digest.sentences import words as words_of
from digest.summaries.weighing import Weighed

_ALIKE = 0.6  # cosine: the same in other words
_DIVERSITY = 0.5
_AGAIN = 0.1  # what a further sentence of an article loses where there are several articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A sentence of a summary and why it is there: its weight, and the parts that make it up."""

    sentence: Sentence
    place: int  # 0 for the first of its paragraph
    weight: float
    parts: tuple[tuple[str, float], ...] = field(default=())


def choose(pool: Sequence[Weighed], sentences: int, words: int | None = None) -> tuple[Chosen, ...]:
    """At most so many `sentences` of `pool`, the weightiest first, of at most `words` words in all."""
    left = [one for one in pool if one.fault is None]
    chosen: list[Weighed] = []
    room = words if words is not None else 10**9
    while left and len(chosen) < sentences:
        left = [one for one in left if len(words_of(one.line.text)) <= room and not _is_told(one, chosen)]
        if not left:
            break
        best = max(left, key=lambda one: (_merit(one, chosen), -one.order))
        chosen.append(best)
        room -= len(words_of(best.line.text))
        left.remove(best)
    return tuple(_chosen(one) for one in chosen)


def _is_told(one: Weighed, chosen: Sequence[Weighed]) -> bool:
    return any(
        share(one.line.trigrams, other.line.trigrams) > REPEATS or cosine(one.vector, other.vector) > _ALIKE
        for other in chosen
    )


def _merit(one: Weighed, chosen: Sequence[Weighed]) -> float:
    alike = max((cosine(one.vector, other.vector) for other in chosen), default=0.0)
    same = sum(other.line.article.id == one.line.article.id for other in chosen)
    return one.weight - _DIVERSITY * alike - _AGAIN * same


def _chosen(one: Weighed) -> Chosen:
    line = one.line
    return Chosen(
        sentence=Sentence(text=line.text, key=line.article.id, paragraph=line.paragraph),
        place=line.place,
        weight=one.weight,
        parts=tuple(one.parts.items()),
    )
