"""Which reports tell of one event: how near two are to each other, and the groups that follow."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from digest.storylines.abroad import united
from digest.storylines.traits import Traits

_NONE = -2.69
"""What two reports score that have nothing in common; learned, like those that follow, on tests/stories."""
_WHOLE, _TOLD, _LEADS = 17.5, 5.3, 6.6
"""What full likeness adds: of the texts, of the lead of one to the text of the other, of the two leads."""
_NAMES, _FIGURES = 0.39, 1.17
"""What shared names and figures add, by the logarithm of how rare they are together, wherever they stand."""
_COMPANY = 37.0
"""What the likeness of both to reports of other events takes away: where all are alike, likeness says less."""
_STRANGE = 1.6
"""What it takes away that their leads have no name in common."""
_MOST = 1.8
"""What two reports score at most: two that have one text say nothing of the others in their groups."""
_TOGETHER = -0.58
"""The mean score from which two groups tell of one event; at 0 as much speaks for it as against."""
_BREADTH = 0.035
"""What one term adds to a likeness at most: one name that two leads share, however rare, makes no event."""
_PER_DAY, _FORTNIGHT, _LATER = 0.06, 14, 0.03
"""What a day between two reports takes away, in the first fortnight and after it."""
_UNDATED = 3
"""Days that are taken to lie between two reports where one has no date."""
_AROUND = 30
"""Reports nearest to one, among which its terms are rare or common: all of them may share a region and a week."""
_SAME, _OTHERS = 5, 20
"""Of the reports nearest to one, those that may tell of the same event, and up to where others are looked at."""
_STRANGER = 0.018
"""How much a report is taken to be like one of another event where there are too few to tell."""
_LONG = 180
"""Terms of a report that is like any other of its region, as a long one is."""
_FEWEST = 20
"""Reports from which rarity can be told; fewer are counted as if so many."""
_HEAVIEST = 30
"""Terms of a report that others are found by."""
_MOST_HOLDERS = 400
"""Reports that have a term; what more have finds nobody."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A report as the vectors of its text and its lead, each of length 1."""

    whole: Vector
    lead: Vector
    days: tuple[int, int] | None
    names: Vector
    figures: Vector
    heroes: AbstractSet[str]
    company: float = 0.0


def group(found: Sequence[Traits]) -> list[tuple[int, ...]]:
    """The places in `found` that tell of one event, each place once; a newsletter tells of each event once."""
    weighed, near = _weigh(found)
    scores: dict[tuple[int, int], float] = {}
    for one, others in enumerate(near):
        for other in others:
            pair = (min(one, other), max(one, other))
            if pair not in scores:
                same = found[one].key == found[other].key
                scores[pair] = 2 * _NONE if same else _score(weighed[one], weighed[other])
    return united(_joined(len(found), scores), found)


def _weigh(found: Sequence[Traits]) -> tuple[list[_Weighed], list[list[int]]]:
    """Each report as it weighs among those nearest to it, and these."""
    everywhere = Counter(term for one in found for term in one.weights)
    seldom = _rarity(everywhere, len(found))
    rough = [_unit(one.weights, seldom) for one in found]
    near = _nearest(rough)
    weighed = [_among(one, [found[other] for other in others]) for one, others in zip(found, near, strict=True)]
    company = [
        _company(weighed[place], [weighed[other] for other in others], len(found)) for place, others in enumerate(near)
    ]
    return [replace(one, company=like) for one, like in zip(weighed, company, strict=True)], near


def _among(one: Traits, others: Sequence[Traits]) -> _Weighed:
    """A report as it weighs among `others`, those nearest to it."""
    rare = _around(one.weights.keys(), [other.weights.keys() for other in others])
    name = _around(one.names.keys(), [other.names.keys() for other in others])
    figure = _around(one.figures, [other.figures for other in others])
    return _Weighed(
        whole=_unit(one.weights, rare),
        lead=_unit(one.lead, rare),
        days=one.issued,
        heroes={term for term in one.lead if term[0].isupper()},
        names={term: name(term) * much for term, much in one.names.items()},
        figures={term: figure(term) for term in one.figures},
    )


def _around(mine: AbstractSet[str], others: Iterable[AbstractSet[str]]) -> Callable[[str], float]:
    """What a term of one report weighs by how many of the others have it."""
    around = Counter(mine)
    for terms in others:
        around.update(mine & terms)
    return _rarity(around, _AROUND)


def _company(one: _Weighed, others: Iterable[_Weighed], count: int) -> float:
    """How much a report, one of `count`, is like those nearest to it that hardly tell of the same event."""
    ranked = sorted((_dot(one.whole, other.whole) for other in others), reverse=True)
    unseen = _OTHERS - max(_SAME, count - 1)
    stranger = _STRANGER if len(one.whole) < _LONG else 3 * _STRANGER
    return (sum(ranked[_SAME:_OTHERS]) + stranger * max(0, unseen)) / (_OTHERS - _SAME)


def _rarity(counts: Mapping[str, int], reports: int) -> Callable[[str], float]:
    """What a term weighs by the number of reports that have it."""
    size = max(reports, _FEWEST) + 1
    table = [
        0.0,
        *(max(0.0, math.log(size / (count + 0.5))) for count in range(1, max(counts.values(), default=0) + 1)),
    ]
    return lambda term: table[counts[term]]


def _unit(weights: Vector, rare: Callable[[str], float]) -> dict[str, float]:
    heavy = {term: math.sqrt(weight) * rare(term) for term, weight in weights.items()}
    length = math.sqrt(sum(weight * weight for weight in heavy.values())) or 1.0
    return {term: weight / length for term, weight in heavy.items()}


def _nearest(vectors: Sequence[Vector]) -> list[list[int]]:
    """Of each report, the others that share most of its heaviest terms, by an inverted index of these."""
    few = [heapq.nlargest(_HEAVIEST, vector, key=vector.__getitem__) for vector in vectors]
    holders: dict[str, list[int]] = {}
    for place, vector in enumerate(vectors):
        for term in vector:
            holders.setdefault(term, []).append(place)
    near = []
    for place, terms in enumerate(few):
        shared: defaultdict[int, float] = defaultdict(float)
        for term in terms:
            if 1 < len(holders[term]) <= _MOST_HOLDERS:
                weight = vectors[place][term]
                for other in holders[term]:
                    shared[other] += weight * vectors[other][term]
        shared.pop(place, None)
        near.append([other for other, _ in heapq.nlargest(_AROUND - 1, shared.items(), key=lambda e: (e[1], -e[0]))])
    return near


def _score(one: _Weighed, other: _Weighed) -> float:
    """How much speaks for two reports telling of one event; below 0 more speaks against it."""
    told = _dot(one.lead, other.whole) + _dot(other.lead, one.whole)
    likeness = _WHOLE * _dot(one.whole, other.whole) + _TOLD * told + _LEADS * _dot(one.lead, other.lead)
    shared = _NAMES * _both(one.names, other.names) + _FIGURES * _both(one.figures, other.figures)
    against = _COMPANY * (one.company + other.company) / 2 + _parted(one.days, other.days)
    if one.heroes.isdisjoint(other.heroes):
        against += _STRANGE
    return min(_MOST, _NONE + likeness + shared - against)


def _both(one: Vector, other: Vector) -> float:
    """How rare the terms are, all together, that two reports share; each further one counts less."""
    return math.log1p(sum((one[term] + other[term]) / 2 for term in one.keys() & other.keys()))


def _dot(one: Vector, other: Vector) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(min(_BREADTH, weight * large[term]) for term, weight in small.items() if term in large)


def _parted(one: tuple[int, int] | None, other: tuple[int, int] | None) -> float:
    """What the time between two reports takes away."""
    days = _UNDATED if one is None or other is None else max(0, one[0] - other[1], other[0] - one[1])
    return _PER_DAY * min(days, _FORTNIGHT) + _LATER * max(0, days - _FORTNIGHT)


@dataclass(slots=True, kw_only=True)
class _Groups:
    """Groups that grow: the places in each, and by two groups the sum of what their pairs score above nothing."""

    places: dict[int, tuple[int, ...]]
    above: dict[int, dict[int, float]]
    heap: list[tuple[float, int, int]] = field(default_factory=list)

    def offer(self, one: int, other: int) -> None:
        """Put two groups up for joining where the mean of their pairs is high enough."""
        pairs = len(self.places[one]) * len(self.places[other])
        mean = _NONE + self.above[one][other] / pairs
        if mean >= _TOGETHER:
            heapq.heappush(self.heap, (-mean, min(one, other), max(one, other)))

    def join(self, one: int, other: int, new: int) -> None:
        """Make two groups one."""
        self.places[new] = self.places.pop(one) + self.places.pop(other)
        mine, theirs = self.above.pop(one), self.above.pop(other)
        self.above[new] = {}
        for place in sorted((mine.keys() | theirs.keys()) - {one, other}):
            total = mine.get(place, 0.0) + theirs.get(place, 0.0)
            beside = self.above[place]
            beside.pop(one, None)
            beside.pop(other, None)
            beside[new] = self.above[new][place] = total
            self.offer(place, new)


def _joined(count: int, scores: Mapping[tuple[int, int], float]) -> list[tuple[int, ...]]:
    """The groups by average link: the two nearest are joined, as long as the mean of their pairs is high enough."""
    groups = _Groups(places={place: (place,) for place in range(count)}, above={place: {} for place in range(count)})
    for (one, other), score in scores.items():
        groups.above[one][other] = groups.above[other][one] = score - _NONE
    for one, other in scores:
        groups.offer(one, other)
    new = count
    while groups.heap:
        _, one, other = heapq.heappop(groups.heap)
        if one in groups.places and other in groups.places:
            groups.join(one, other, new)
            new += 1
    return sorted(tuple(sorted(places)) for places in groups.places.values())
