"""The weightiest sentences of which no two say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digest.briefs.choosing import cosine, share
from digest.briefs.extracts import stands
from digest.model import Sentence
from digest.summaries.beyond import figures
from digest.summaries.weighing import Weighed
from digest.verify.edges import count_words

_ROOM = 22.5  # words a sentence may have, on the average of a summary; the first one may be longer
_LEAST = 29  # words for which there must be room before a further sentence of any length is looked for
_SNUG = 18  # words a sentence on the average within which a short further one still has a place
_WORTH = 0.8  # what a second sentence must weigh; a third half of it, for who asks for more wants more
_REPEATS = 0.1  # trigrams of the shorter sentence: measured to keep the overlap of an overview below a twentieth
_ALIKE = 0.5  # cosine: the same in other words
_SAME_WORDS = 0.6  # of the shorter sentence's stems: likewise
_DIVERSITY = 0.2
_READS_ON = 0.2  # what the sentence after a chosen one gains
_AGAIN = 0.5  # what each further sentence of an article loses beside those of others


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A sentence of a summary and why it is there: its weight, and the parts that make it up."""

    sentence: Sentence
    place: int  # 0 for the first of its paragraph
    weight: float
    parts: tuple[tuple[str, float], ...] = ()


def choose(pool: Sequence[Weighed], sentences: int, words: int | None = None) -> tuple[Weighed, ...]:
    """At most so many `sentences` of one article, the weightiest first, of at most `words` words.

    It ends where it is as long as so many ordinary sentences: a long one fills the room of two, but for a short one.
    """
    chosen: list[Weighed] = []
    most = words if words is not None else sentences * _ROOM
    said = 0
    left = [one for one in pool if one.fault is None or one.reads_on]
    while left and len(chosen) < sentences:
        if chosen and said > sentences * _ROOM - _LEAST:
            most = min(most, sentences * _SNUG)
        fits = [one for one in left if said + _length(one) <= most or (words is None and not chosen)]
        left = [one for one in fits if not _is_told(one, chosen)]
        ready = [one for one in left if one.fault is None or _follows(one, chosen)]
        if not ready:
            break
        best = max(ready, key=lambda one: (_merit(one, chosen), -one.order))
        if chosen and _merit(best, chosen) * (sentences - 1) < _WORTH:
            break
        left.remove(best)
        if _passes(best):
            chosen.append(best)
            said += _length(best)
    return tuple(chosen)


def spread(
    pool: Sequence[Weighed], sentences: int, words: int | None, events: Mapping[str, str]
) -> tuple[Weighed, ...]:
    """At most so many `sentences` of several articles, no two alike, of as many articles as have one.

    `events` has by an article's key what it tells of: what one report of an event said, no other says again.
    """
    chosen: list[Weighed] = []
    taken: Counter[str] = Counter()
    room = words if words is not None else 10**9
    left = [one for one in pool if one.fault is None]
    while left and len(chosen) < sentences:
        left = [
            one for one in left if _length(one) <= room and not (_is_told(one, chosen) or _retells(one, chosen, events))
        ]
        if not left:
            break
        merits = {id(one): _merit(one, chosen) - _AGAIN * taken[one.line.article.id] for one in left}
        best = max(left, key=lambda one: (merits[id(one)], -one.order))
        left.remove(best)
        if _passes(best):
            chosen.append(best)
            taken[best.line.article.id] += 1
            room -= _length(best)
    return tuple(chosen)


def _passes(one: Weighed) -> bool:
    """Whether the gate will find it in its paragraph; a source's own brackets and ellipses can hinder that."""
    return stands(one.text, one.line.article, one.line.paragraph, sentences=True)


def _length(one: Weighed) -> int:
    return count_words(one.line.text)


def _is_told(one: Weighed, chosen: Collection[Weighed]) -> bool:
    return any(
        share(one.line.trigrams, other.line.trigrams) > _REPEATS
        or cosine(one.vector, other.vector) > _ALIKE
        or len(one.vector.keys() & other.vector.keys()) > _SAME_WORDS * min(len(one.vector), len(other.vector))
        for other in chosen
    )


def _retells(one: Weighed, chosen: Collection[Weighed], events: Mapping[str, str]) -> bool:
    """Whether it tells in its own words what another report told: no new figure, or how the same day's report opens."""
    key = one.line.article.id
    others = [
        other for other in chosen if other.line.article.id != key and _event(other, events) == _event(one, events)
    ]
    mine = figures(one.line.text)
    if mine and mine <= frozenset().union(*(figures(other.line.text) for other in others)):
        return True
    return one.order == 0 and any(other.order == 0 and not _is_later(one, other) for other in others)


def _event(one: Weighed, events: Mapping[str, str]) -> str:
    return events.get(one.line.article.id, one.line.article.id)


def _is_later(one: Weighed, other: Weighed) -> bool:
    mine, theirs = one.line.article.issued, other.line.article.issued
    return bool(mine and theirs and (mine.first > theirs.last or theirs.first > mine.last))


def _merit(one: Weighed, chosen: Collection[Weighed]) -> float:
    alike = max((cosine(one.vector, other.vector) for other in chosen), default=0.0)
    return one.weight - _DIVERSITY * alike + _READS_ON * _follows(one, chosen)


def _follows(one: Weighed, chosen: Collection[Weighed]) -> bool:
    """Whether the sentence before it is among the `chosen`."""
    return any(one.line.article.id == other.line.article.id and one.order == other.order + 1 for other in chosen)
