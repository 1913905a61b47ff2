"""Groups of names → authorities, each with the spelling of the house."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from digest.authorities.bounds import largest
from digest.authorities.chinese import FAMILIES
from digest.authorities.comparing import families
from digest.authorities.counting import Counted
from digest.authorities.folding import folded
from digest.authorities.groups import Groups
from digest.authorities.housing import authority
from digest.authorities.persons import words
from digest.authorities.register import Authorities, Authority, Link
from digest.authorities.sounds import habits, sounds
from digest.authorities.words import key, one_word
from digest.plans import NameRule

_MOST_ALIKE, _COMPARED = 200, 50_000
"""Family names of the same consonants, and pairs of such in all, that are compared by their vowels too."""


def built(
    counted: Counted,
    groups: Groups,
    rules: Sequence[NameRule],
    links: tuple[list[Link], list[Link]],
    language: str,
) -> Authorities:
    """The authorities that the groups are; a family name that fits several of them is none."""
    everything: list[Authority] = []
    at: dict[int, int] = {}
    unclear = _unclear(counted, groups)
    for members in groups:
        if groups.of(members[0]) in unclear:
            continue
        place = groups.rule(members[0])
        rule = None if place is None else rules[place]
        at[groups.of(members[0])] = len(everything)
        everything.append(authority([counted.names[member] for member in members], rule, language))
    places, near, family = _places(counted, groups, at, everything)
    return Authorities(
        all=tuple(everything),
        links=(*links[0], *_short(counted, groups, at)),
        doubtful=tuple(dict.fromkeys(links[1])),
        places=places,
        near=near,
        family=family,
        heard=_heard(everything),
    )


def _heard(everything: Sequence[Authority]) -> dict[str, tuple[str, ...]]:
    """The words of the names of persons, by their consonants."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word in {word for who in everything if who.kind == "person" for text in who.spellings for word in text.split()}:
        if len(word) > 3 and folded(word) not in FAMILIES:
            for habit in habits(word):
                if read := sounds(word, habit):
                    found[key(read)][word] = None
    return {mark: tuple(sorted(words)) for mark, words in found.items()}


def _unclear(counted: Counted, groups: Groups) -> set[int]:
    """Persons of one word whose family name several full names have."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, named in enumerate(counted.names):
        if named.kind == "person" and len(words(named.name)) > 1:
            for family in families(named.name):
                bearers[folded(family)].add(groups.of(number))
    lone = (
        number
        for number, named in enumerate(counted.names)
        if named.kind == "person" and len(groups.members(number)) == 1 and groups.rule(number) is None
    )
    return {number for number in lone if " " not in (name := counted.names[number].name) and bearers.get(folded(name))}


def _places(
    counted: Counted, groups: Groups, at: dict[int, int], everything: list[Authority]
) -> tuple[dict[str, tuple[int, ...]], dict[tuple[str, str], tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Which authorities a spelling means everywhere, in one article, and as a family name."""
    places: dict[str, set[int]] = defaultdict(set)
    family: dict[str, set[int]] = defaultdict(set)
    for place, who in enumerate(everything):
        for text in (*who.spellings, *(was.name for was in who.was)):
            places[folded(text)].add(place)
            if who.kind == "person":
                for word in families(text):
                    family[folded(word)].add(place)
    sounding = _in_sound(family)
    near: dict[tuple[str, str], tuple[int, ...]] = {}
    for (article, text), numbers in counted.meant.items():
        found = {at[groups.of(number)] for number in numbers if groups.of(number) in at}
        if found and found != places.get(text, set()) | sounding.get(text, set()):
            near[article, text] = tuple(sorted(found))
    return _sorted(places), near, _sorted(sounding)


def _in_sound(family: dict[str, set[int]]) -> dict[str, set[int]]:
    """Whose each family name is, all that sound like it taken with it: Aliev may be an Aliyev."""
    alike: dict[str, list[str]] = defaultdict(list)
    for word in family:
        for habit in habits(word):
            if read := sounds(word, habit):
                alike[key(read)].append(word)
    found = {word: set(places) for word, places in family.items()}
    blocks = [tuple(dict.fromkeys(block[:_MOST_ALIKE])) for block in alike.values()]
    limit = largest(map(len, blocks), _COMPARED)
    for block in (block for block in blocks if len(block) <= limit):
        for one, other in combinations(block, 2):
            if min(len(one), len(other)) > 3 and one_word(one, other) is not None:
                found[one] |= family[other]
                found[other] |= family[one]
    return found


def _sorted(found: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {text: tuple(sorted(places)) for text, places in found.items()}


def _short(counted: Counted, groups: Groups, at: dict[int, int]) -> Iterator[Link]:
    """That a short form stood for a full name in an article."""
    seen: set[tuple[str, int]] = set()
    for (article, text), numbers in counted.meant.items():
        for number in numbers:
            named = counted.names[number]
            written = next((form for form in named.short if folded(form) == text), None)
            if written and (text, number) not in seen and groups.of(number) in at:
                seen.add((text, number))
                yield Link(one=written, other=named.name, why=f"so called in {article}")
