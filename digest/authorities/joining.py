"""Uses of spellings → authorities.

In this order, and never across what a person keeps apart: the names that a rule of config.yaml joins; names that are
one by their letters or sounds; acronyms, initials and slips of the hand, where exactly one candidate fits; then names
of one word, which belong to the full name of their own article, else to the only one they fit, else to none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from digest.authorities.bodies import acronym
from digest.authorities.bounds import largest
from digest.authorities.building import built
from digest.authorities.chinese import is_han, readings
from digest.authorities.comparing import COMPARED, keys
from digest.authorities.counting import Counted, Named, count
from digest.authorities.folding import folded
from digest.authorities.groups import Groups
from digest.authorities.persons import Match, age, compare, middle, slipped, with_given, words
from digest.authorities.register import Authorities, Link, Use
from digest.authorities.single import join_singles
from digest.authorities.sounds import habits, sounds
from digest.authorities.words import one_word
from digest.plans import NameRule

LARGEST = 150
"""Names that share a mark and are compared with each other; more of them share it by chance, or by malice."""
_COMPARED, _COMPARED_EACH = 30_000, 8
"""Pairs that are compared in all, whatever a library holds, and as many more for each name of it."""

_ALIKE = str.maketrans("zdb", "stp")

Pair = tuple[int, int, Match]


def join(uses: Iterable[Use], rules: Sequence[NameRule] = (), language: str = "en") -> Authorities:
    """The authorities that `uses` speak of, their names in the letters of `language`; a rule wins over all else."""
    counted = count(uses, rules)
    groups = Groups(len(counted.names))
    links = list(_ruled(counted, groups, rules))
    doubtful: list[Link] = []
    sure, unsure = _pairs(counted)
    for one, other, match in sorted(sure, key=lambda pair: pair[2].distance):
        if groups.of(one) == groups.of(other):
            continue
        whole = not _clash(counted, groups, one, other) and groups.join(one, other)
        (links if whole else doubtful).append(_link(counted, one, other, match.why))
    for pairs in _by_name(unsure):
        _choose(counted, groups, pairs, (links, doubtful))
    join_singles(counted, groups, links, doubtful)
    return built(counted, groups, rules, (links, doubtful), language)


def _ruled(counted: Counted, groups: Groups, rules: Sequence[NameRule]) -> Iterator[Link]:
    """Join and part what the rules say."""
    for place, rule in enumerate(rules):
        first, *others = _bearing(counted, rule, (rule.name, *rule.also, *(was.name for was in rule.was)))
        for other in others:
            groups.join(first, other)
            yield _link(counted, first, other, "a rule of config.yaml")
        groups.follow(first, place)
    for rule in rules:
        first = _bearing(counted, rule, (rule.name,))[0]
        groups.part(first, (number for name in rule.apart for number in counted.called(name)))


def _bearing(counted: Counted, rule: NameRule, names: Iterable[str]) -> list[int]:
    found = dict.fromkeys(number for name in names for number in counted.called(name))
    return [number for number in found if rule.kind in (None, counted.names[number].kind)]


def _pairs(counted: Counted) -> tuple[list[Pair], list[Pair]]:
    """The pairs of names that are surely one, and those that are if nothing else fits."""
    sure: list[Pair] = []
    unsure: list[Pair] = []
    for one, other, slip in _candidates(counted):
        kind, mine, theirs = counted.names[one].kind, counted.names[one].name, counted.names[other].name
        match = None if slip else COMPARED[kind](mine, theirs)
        if match is None and kind == "person" and (why := slipped(mine, theirs)):
            match = Match(distance=9, why=why, sure=False)
        if match and match.sure:
            sure.append((one, other, match))
        elif match:
            first, second = sorted((one, other), key=lambda number: _choice(counted.names[number]))
            unsure.append((first, second, match))
    return sure, unsure


def _choice(named: Named) -> tuple[object, ...]:
    """Of two names the one that is cut, ambiguous or rare comes first: it is to find the other."""
    plain = words(named.name)
    cut = bool(acronym(named.name)) or any(len(word.strip(".")) == 1 for word in plain)
    german = "german" in habits(named.name)
    return (
        is_han(named.name)
        if named.kind == "place"
        else with_given(plain),  # what tells less is to find what tells more
        not cut,
        not german,
        bool(middle(named.name)),
        -len(readings(named.name)),
        len(named.keys),
        -len(named.name),
    )


def _candidates(counted: Counted) -> Iterator[tuple[int, int, bool]]:
    """The pairs of names that share a mark, and whether they share only that of a slip."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, named in enumerate(counted.names):
        for mark in dict.fromkeys(keys(named.name, named.kind)):
            if len(mark) > 1:
                blocks[named.kind, mark].append(number)
    most = _COMPARED + _COMPARED_EACH * len(counted.names)
    limit = min(LARGEST, largest((len(block) for block in blocks.values() if len(block) <= LARGEST), most))
    seen: set[tuple[int, int]] = set()
    for slip in (False, True):
        for (_, mark), block in blocks.items():
            if mark.startswith("d") == slip and len(block) <= limit:
                fresh = [pair for pair in combinations(block, 2) if pair not in seen]
                seen.update(fresh)
                yield from ((one, other, slip) for one, other in fresh)


def _clash(counted: Counted, groups: Groups, one: int, other: int) -> bool:
    """Whether two names of the two groups have the same consonants and yet are two: Timur, Temur, Temir."""
    if counted.names[one].kind != "person":
        return False
    pairs = ((a, b) for a in groups.members(one)[:12] for b in groups.members(other)[:12])
    return any(_differ(counted.names[a].name, counted.names[b].name) for a, b in pairs)


def _differ(one: str, other: str) -> bool:
    mine, theirs = words(one), words(other)
    if age(one) != age(other) or (middle(one) and middle(other) and middle(one) != middle(other)):
        return True
    if len(mine) != len(theirs) or readings(one) or readings(other) or compare(one, other) or slipped(one, other):
        return False
    apart = [(a, b) for a, b in zip(mine, theirs, strict=True) if one_word(a, b) is None]
    return len(apart) == 1 and _bones(apart[0][0]) == _bones(apart[0][1])


def _bones(word: str) -> str:
    found = sounds(word)
    return found.consonants.translate(_ALIKE) if found else word


def _by_name(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """The pairs of each name that is to find another."""
    of: dict[int, list[Pair]] = defaultdict(list)
    for one, other, match in pairs:
        of[one].append((one, other, match))
    yield from sorted(of.values(), key=lambda found: min(match.distance for _, _, match in found))


def _choose(counted: Counted, groups: Groups, pairs: list[Pair], said: tuple[list[Link], list[Link]]) -> None:
    """Join a name to the one group that fits it best; where several do, only say so."""
    links, doubtful = said
    one = pairs[0][0]
    fitting = [pair for pair in pairs if _may_join(counted, groups, one, pair[1])]
    best = min((match.distance for _, _, match in fitting), default=0)
    called = [pair for pair in fitting if _is_called(counted, groups, pair[1], counted.names[one].name)]
    nearest = called or [pair for pair in fitting if pair[2].distance == best]
    chosen = {groups.of(other): (other, match) for _, other, match in nearest}
    if len(chosen) == 1:
        other, match = next(iter(chosen.values()))
        groups.join(one, other)
        links.append(_link(counted, one, other, f"{match.why}, and no other fits"))
    else:
        doubtful += [_link(counted, one, other, f"{match.why}, but so are others") for other, match in chosen.values()]


def _is_called(counted: Counted, groups: Groups, number: int, name: str) -> bool:
    """Whether an article calls a body of the group by this acronym."""
    if not acronym(name):
        return False
    return any(folded(text) == folded(name) for at in groups.members(number) for text in counted.names[at].short)


def _may_join(counted: Counted, groups: Groups, one: int, other: int) -> bool:
    apart = groups.of(one) != groups.of(other) and groups.may_join(one, other)
    return apart and not _clash(counted, groups, one, other)


def _link(counted: Counted, one: int, other: int, why: str) -> Link:
    return Link(one=counted.names[one].name, other=counted.names[other].name, why=why)
