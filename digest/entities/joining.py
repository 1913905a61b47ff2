"""Mentions joined to entities: each under its fullest name, with the shorter and other forms that stand for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from digest.entities.bodies import FIRMS, HEADS, JOINING, KNOWN
from digest.entities.cyrillic import stem, stems
from digest.entities.people import EAST_ASIAN
from digest.entities.places import ENDS, NEVER, SAME, STREET, lands, table
from digest.entities.reading import Mention
from digest.entities.stops import adjectives, calendar
from digest.model import EntityKind

LONG = 60
"""Letters of a name; what is longer is none."""
LONGEST_WORD = 40
"""Letters of a family name that slips are looked for."""
MANY = 50
"""Persons that share a word: beyond so many, a list."""
ENOUGH = 2
"""Points that make a person of two words, or a body or place."""


def kinds_of(groups: Mapping[str, Sequence[Mention]]) -> dict[str, EntityKind]:
    """The kind of every form that is surely a name by itself."""
    singles = {name for name in groups if " " not in name}
    found: dict[str, EntityKind] = {}
    for name, mentions in groups.items():
        if kind := _kind(name, mentions, singles):
            found[name] = kind
    return found


def _kind(name: str, mentions: Sequence[Mention], singles: set[str]) -> EntityKind | None:
    if all(mention.loose for mention in mentions):
        return None
    person = 0 if _no_person(name) else max(mention.person for mention in mentions)
    body = max(mention.body for mention in mentions)
    place = max(mention.place for mention in mentions)
    words = name.split()
    if len(words) > 1 and person >= 0 and _again(words, singles) and not body and not place:
        person += 2
    if len(words) == 1 and (name.lower() in adjectives() or ((name in HEADS or name in ENDS) and name not in KNOWN)):
        return None
    if len(words) == 1 and person < 4:
        person = 0
    if place >= ENOUGH and name in NEVER:
        place = 0
    points: dict[EntityKind, int] = {"person": person, "body": body, "place": place}
    best = max(points, key=lambda kind: points[kind])
    return best if points[best] >= ENOUGH else None


def _no_person(name: str) -> bool:
    """Whether a name is that of a street or of a city's people: Manga-Bell-Platz, New Yorkers."""
    dwellers = " " in name and name.endswith("ers") and name.removesuffix("ers") in table()
    return dwellers or bool(STREET.search(name))


def _again(words: Sequence[str], singles: set[str]) -> bool:
    """Whether a part of the name stands by itself elsewhere, as a family name does."""
    first, last = words[0], words[-1]
    if not all(word[0].isupper() for word in (first, last)):
        return False
    family = first if first.lower() in EAST_ASIAN else last
    return family in singles and family not in table() and family.lower() not in adjectives() and family not in HEADS


def ambiguous(kinds: Mapping[str, EntityKind]) -> frozenset[str]:
    """The family names that several persons of the text bear."""
    full = Counter(name.split()[-1] for name, kind in kinds.items() if kind == "person" and " " in name)
    return frozenset(family for family, count in full.items() if count > 1)


def short_forms(kinds: Mapping[str, EntityKind], groups: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """Form → the full name it stands for, where exactly one fits."""
    people = [name for name, kind in kinds.items() if kind == "person" and " " in name]
    joined = _same_people(people, groups) | _declined(people)
    bodies = [name for name, kind in kinds.items() if kind == "body" and " " in name]
    joined |= _people_parts([name for name in people if name not in joined], groups, kinds, joined)
    joined |= _body_parts(bodies, groups, kinds)
    return joined


def _same_people(people: Sequence[str], groups: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """Full names of the same words in another order, or with a middle name less."""
    joined: dict[str, str] = {}
    alone = {name for name in groups if " " not in name}
    by_word: dict[str, list[str]] = {}
    for name in people:
        for word in set(name.split()):
            by_word.setdefault(word, []).append(name)
    for name in (name for name in groups if " " in name and len(name) < LONG):
        words = set(name.split())
        for other in by_word.get(name.split()[-1], [])[:MANY]:
            more = set(other.split())
            if (
                other != name
                and other not in joined
                and name not in joined
                and words <= more
                and _orders(name, other, alone)
            ):
                joined[name] = other
    return joined


def _declined(people: Sequence[str]) -> dict[str, str]:
    """Names that are cases of one: Владимира Путина under Владимир Путин, Olaf Brandts under Olaf Brandt."""
    by_stems: dict[tuple[str, ...], list[str]] = {}
    known = frozenset(people)
    for name in people:
        if found := stems(name) or _without_genitive(name, known):
            by_stems.setdefault(found, []).append(name)
    return {
        name: min(group, key=len)
        for group in by_stems.values()
        for name in group
        if len(group) > 1 and name != min(group, key=len)
    }


def _without_genitive(name: str, people: frozenset[str]) -> tuple[str, ...]:
    """A German name without its s, where the text has it without; the name itself where it has it with one."""
    if name[-1:] == "s" and name[:-1] in people:
        return (name[:-1],)
    return (name,) if f"{name}s" in people else ()


def _orders(name: str, other: str, alone: set[str]) -> bool:
    """Whether `name` is to stand under `other`: the longer one, else that whose last word stands alone."""
    words, more = name.split(), other.split()
    if len(words) < len(more):
        return words[0] == more[0] and words[-1] == more[-1]
    return more[-1] in alone or words[-1] not in alone


def _people_parts(
    people: Sequence[str],
    groups: Mapping[str, Sequence[Mention]],
    kinds: Mapping[str, EntityKind],
    joined: Mapping[str, str],
) -> dict[str, str]:
    lasts: dict[str, set[str]] = {}
    firsts: dict[str, set[str]] = {}
    cases: dict[str, set[str]] = {}
    for name in people:
        words = name.split()
        lasts.setdefault(words[-1], set()).add(name)
        firsts.setdefault(words[0], set()).add(name)
        if case := stem(words[-1]):
            cases.setdefault(case, set()).add(name)
        for size in range(2, len(words)):
            lasts.setdefault(" ".join(words[-size:]), set()).add(name)
    found: dict[str, str] = {}
    for form in groups:
        full = lasts.get(form) or (firsts.get(form) if form.lower() not in calendar() else None) or set()
        full = full or (cases.get(stem(form), set()) if " " not in form else set())
        if len(full) == 1 and form not in joined and _may_be_part(form, kinds.get(form), next(iter(full))):
            (found[form],) = full
    return found


def _may_be_part(form: str, kind: EntityKind | None, full: str) -> bool:
    if form in KNOWN or (kind == "person" and " " in form):
        return False
    return form == full.split()[-1] if form in table() else True


def _body_parts(
    bodies: Sequence[str], groups: Mapping[str, Sequence[Mention]], kinds: Mapping[str, EntityKind]
) -> dict[str, str]:
    found: dict[str, str] = {}
    starts: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    initials: dict[str, set[str]] = {}
    for name in bodies:
        words = name.split()
        if words[-1] not in HEADS or words[-1] in FIRMS:
            starts.setdefault(words[0], set()).add(name)
        initials.setdefault(initials_of(words), set()).add(name)
        for number in range(1, len(words) - 1):
            parts.setdefault(" ".join(words[number:]), set()).add(name)
        if words[-1] in HEADS and len(words) > 2:
            parts.setdefault(f"{words[0]} {words[-1]}", set()).add(name)
            parts.setdefault(f"{words[-2]} {words[-1]}", set()).add(name)
    for form in groups.keys() - table():
        full = initials.get(form.replace(".", "")) if form.isupper() and len(form) > 1 else parts.get(form)
        if not full and _may_be_short(form, kinds):
            full = starts.get(form)
        if full and len(full - {form}) == 1:
            (found[form],) = full - {form}
    return found


def _may_be_short(form: str, kinds: Mapping[str, EntityKind]) -> bool:
    return (
        " " not in form and form not in table() and form.lower() not in adjectives() and form not in HEADS
        and form not in JOINING and kinds.get(form, "body") == "body" and len(form) > 3
    )  # fmt: skip


def initials_of(words: Iterable[str]) -> str:
    """The capitals that a name's words begin with, as acronyms take them.

    >>> initials_of("Organization for Security and Co-operation in Europe".split())
    'OSCE'
    """
    return "".join(word[0] for word in words if word[0].isupper())


def slips(singles: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Single words that are one slip of the pen away from a family name of the text: Nazrabayev for Nazarbayev."""
    families = {name.split()[-1]: full for name, full in known.items()}
    likely = [family for family in families if 5 < len(family) <= LONGEST_WORD]
    shorter: dict[str, list[str]] = {}  # looked up, since to compare each with each takes long
    for family in likely:
        for word in _one_less(family):
            shorter.setdefault(word, []).append(family)
    found: dict[str, str] = {}
    for word in singles:
        if 5 < len(word) <= LONGEST_WORD and word not in families:
            near = {*shorter.get(word, ()), *(_one_less(word) | _swapped(word)).intersection(families)}
            full = {families[family] for family in near if len(family) > 5}
            if len(full) == 1:
                (found[word],) = full
    return found


def _one_less(word: str) -> set[str]:
    """`word` without one of its inner letters.

    >>> sorted(_one_less("Bilash"))
    ['Biash', 'Bilah', 'Bilsh', 'Blash']
    """
    return {word[:at] + word[at + 1 :] for at in range(1, len(word) - 1)}


def _swapped(word: str) -> set[str]:
    """`word` with two of its inner letters that stand together changing places.

    >>> sorted(_swapped("Bilash"))
    ['Bialsh', 'Bilsah', 'Bliash']
    """
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 2)}


def place_forms(kinds: Mapping[str, EntityKind]) -> dict[str, str]:
    """Place → its fuller name in the text: ALMATY under Almaty, U.S. under United States."""
    places = [name for name, kind in kinds.items() if kind == "place"]
    found: dict[str, str] = {}
    fuller = {name.removesuffix(" Province"): name for name in places if name.endswith(" Province")}
    for name in places:
        full = SAME.get(name) or (name.title() if name.isupper() and len(name) > 3 else None)
        if full and full != name and kinds.get(full) == "place":
            found[name] = full
        elif name in fuller and name in lands():  # Taiwan is no strait, and Almaty no province
            found[name] = fuller[name]
    return {name: found.get(full, full) for name, full in found.items()} | _declined([n for n in places if stem(n)])
