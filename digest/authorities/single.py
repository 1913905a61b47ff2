"""Names of one word: to whom they belong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from digest.authorities.bodies import countries, parts
from digest.authorities.bounds import largest
from digest.authorities.comparing import families
from digest.authorities.counting import Counted, Named
from digest.authorities.folding import folded
from digest.authorities.groups import Groups
from digest.authorities.persons import words
from digest.authorities.register import Link
from digest.authorities.sounds import habits, sounds
from digest.authorities.words import is_slip, key, one_word

_DIVIDING = frozenset(
    re.findall(
        r"\w+",
        "neft bank media group energy capital trading international news tv radio university institute foundation "
        "party agency service services council court army ministry",
    )
)
"""Words that make another body of one with the same first word: Gazprom, Gazprom Neft."""

_COMPARED, _COMPARED_EACH = 30_000, 10
"""Words of full names that names of one word are compared with in all, and as many more for each of these."""

Index = dict[str, list[tuple[str, int]]]
"""Consonants → the words of full names with these, and whose they are."""


def join_singles(counted: Counted, groups: Groups, links: list[Link], doubtful: list[Link]) -> None:
    """Join each person of one word to the only full name it fits, and each body to the only one it begins."""
    if not any(_is_single(named) for named in counted.names):
        return
    last, first = _indices(counted)
    limit = _largest(counted, last)
    begun = _begun(counted)
    free = []
    for number, named in enumerate(counted.names):
        lone = len(groups.members(number)) == 1
        if groups.rule(number) is not None:
            continue
        if named.kind == "person" and lone and len(words(named.name)) == 1:
            crowded = any(len(last.get(mark, ())) > limit for mark in _marks(named.name))
            found = {} if crowded else _fitting(named.name, last, first, groups)
            if not found:
                free.append(number)
        elif named.kind == "body" and len(parts(named.name)) == 1:
            found = {groups.of(at): (at, "its first word") for at in begun.get(folded(named.name), ())}
            found.pop(groups.of(number), None)
        else:
            continue
        _settle(counted, groups, number, found, (links, doubtful))
    _among_themselves(counted, groups, free, links)


def _largest(counted: Counted, last: Index) -> int:
    """The number of words with the same consonants up to which a name of one word is compared with each."""
    singles = [named.name for named in counted.names if named.kind == "person" and len(words(named.name)) == 1]
    sizes = [len(last.get(mark, ())) for name in singles for mark in _marks(name)]
    return largest(sizes, _COMPARED + _COMPARED_EACH * len(singles), cost=int)


def _is_single(named: Named) -> bool:
    return len((words if named.kind == "person" else parts)(named.name)) == 1


def _settle(
    counted: Counted,
    groups: Groups,
    number: int,
    found: dict[int, tuple[int, str]],
    said: tuple[list[Link], list[Link]],
) -> None:
    links, doubtful = said
    name = counted.names[number].name
    if len(found) == 1:
        ((other, why),) = found.values()
        if groups.join(number, other):
            links.append(Link(one=name, other=counted.names[other].name, why=f"{why}, and no other fits"))
    elif len(found) < 6:
        doubtful += [
            Link(one=name, other=counted.names[other].name, why=f"{why}, but so are others")
            for other, why in found.values()
        ]


def _indices(counted: Counted) -> tuple[Index, dict[str, list[int]]]:
    """The family names of full names by their consonants, and the numbers of full names by their first word."""
    last: Index = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    for number, named in enumerate(counted.names):
        plain = words(named.name)
        if named.kind != "person" or len(plain) < 2:
            continue
        first[folded(plain[0])].append(number)
        for word in dict.fromkeys((*families(named.name), "".join(plain))):
            for mark in _marks(word):
                last[mark].append((word, number))
    return last, first


def _marks(word: str) -> Iterator[str]:
    """The consonants of a word by each habit of spelling; of a long one also all but one of them."""
    found = {habit: "".join(sorted(key(read))) for habit in habits(word) if (read := sounds(word, habit))}
    yield from dict.fromkeys(found.values())
    if len(word) > 8:
        letters = found.get("", "")
        yield from dict.fromkeys(letters[:at] + letters[at + 1 :] for at in range(len(letters)))


def _fitting(name: str, last: Index, first: dict[str, list[int]], groups: Groups) -> dict[int, tuple[int, str]]:
    """The groups that a name of one word fits best, each by one of their names, and why."""
    tiers: dict[int, dict[int, tuple[int, str]]] = defaultdict(dict)
    for mark in dict.fromkeys(_marks(name)):
        for word, number in last.get(mark, ()):
            tier, why = _fit(name, word)
            if why and groups.may_join(groups.of(number), number):
                tiers[tier].setdefault(groups.of(number), (number, why))
    if not tiers:
        return {}
    best = tiers[min(tiers)]
    rivals = {groups.of(number): (number, "its first word") for number in first.get(folded(name), ())}
    return rivals | best if min(tiers) < 2 else best


def _fit(name: str, word: str) -> tuple[int, str]:
    """How well a name of one word fits a word of a full name, and why; "" where it does not."""
    if folded(name) == folded(word):
        return 0, "its family name"
    cost = one_word(name, word)
    if cost is not None and min(len(name), len(word)) > 3:
        return (1, "its family name in another spelling") if cost or len(word) < 7 else (0, "its family name in sound")
    return (2, "its family name, mistyped") if is_slip(name, word) else (9, "")


def _begun(counted: Counted) -> dict[str, list[int]]:
    """The bodies of two words by their first, where the second is not one that makes another body."""
    begun: dict[str, list[int]] = defaultdict(list)
    for number, named in enumerate(counted.names):
        found = parts(named.name)
        if named.kind == "body" and len(found) == 2 and found[1] not in _DIVIDING | countries().keys():
            begun[folded(named.name).split()[0]].append(number)
    return begun


def _among_themselves(counted: Counted, groups: Groups, free: list[int], links: list[Link]) -> None:
    """Join names of one word that no full name has, where they are one in sound."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number in free:
        for habit in habits(counted.names[number].name):
            if read := sounds(counted.names[number].name, habit):
                blocks[key(read)].append(number)
    for block in blocks.values():
        for one, other in combinations(dict.fromkeys(block[:100]), 2):
            mine, theirs = counted.names[one].name, counted.names[other].name
            if min(len(mine), len(theirs)) > 5 and one_word(mine, theirs) == 0 and groups.join(one, other):
                links.append(Link(one=mine, other=theirs, why="one in sound"))
