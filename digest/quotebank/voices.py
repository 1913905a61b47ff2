"""Who is heard: each speaker once, with the roles held at the time, the outlets and the subjects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.model import Date
from digest.quotebank import Printed, Utterance
from digest.quotebank.standing import STANDINGS, Standing

_ARTICLE = re.compile(r"\A(?:the|an?|his|her|their|its|der|die|das|le|la|un|une)\s+|[\s,;.]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A role as articles gave it, and where: the first and the last to do so."""

    role: str
    places: tuple[Printed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker and all that the bank has of them, in order of date."""

    name: str
    spellings: tuple[str, ...]
    roles: tuple[Held, ...]
    said: tuple[Utterance, ...]

    @property
    def standing(self) -> Standing:
        """The standing that most of the utterances with a role have."""
        found = Counter(said.standing for said in self.said if said.role)
        return found.most_common(1)[0][0] if found else "other"

    @property
    def outlets(self) -> tuple[str, ...]:
        """Where they were printed, the most frequent first."""
        return _frequent(place.outlet for said in self.said for place in said.places if place.outlet)

    @property
    def themes(self) -> tuple[str, ...]:
        """What they spoke on, the most frequent first."""
        return _frequent(theme for said in self.said for theme in said.themes)

    @property
    def dates(self) -> tuple[Date, ...]:
        """The dates of the first and the last article, as far as they are known."""
        found = [said.place.issued for said in self.said if said.place.issued]
        return (found[0], found[-1]) if found else ()


def voices(bank: Iterable[Utterance]) -> tuple[Voice, ...]:
    """The speakers of `bank`, the most quoted first; what nobody is named for is left out."""
    heard: dict[str, list[Utterance]] = {}
    for said in bank:
        if said.speaker:
            heard.setdefault(said.speaker, []).append(said)
    found = (
        Voice(
            name=name,
            spellings=tuple(dict.fromkeys(one.named for one in said if one.named and one.named != name)),
            roles=_roles(said),
            said=tuple(said),
        )
        for name, said in heard.items()
    )
    return tuple(sorted(found, key=lambda voice: (-len(voice.said), voice.name)))


def balance(heard: Sequence[Voice]) -> dict[str, int]:
    """How many of these speak as experts, officials, witnesses or in another standing."""
    found = Counter(voice.standing for voice in heard)
    return {name: found[name] for name in STANDINGS if found[name]}  # type: ignore[index] # the names are the keys


def _roles(said: Sequence[Utterance]) -> tuple[Held, ...]:
    """The roles in order of first mention; one told more fully stands for its shorter forms."""
    found: dict[str, tuple[str, list[Printed]]] = {}
    for one in said:
        if one.role:
            role, places = found.setdefault(_plain(one.role), (one.role, []))
            places += one.places
    kept: dict[str, tuple[str, list[Printed]]] = {}
    for plain, (role, places) in found.items():
        fuller = next(
            (other for other in found if other != plain and plain in other and _same(places, found[other][1])), None
        )
        if fuller is None:
            kept[plain] = (role, places)
    return tuple(Held(role=role, places=tuple(dict.fromkeys(places))) for role, places in kept.values())


def _same(places: Sequence[Printed], others: Sequence[Printed]) -> bool:
    """Whether every article that gives the one role gives the other too."""
    return {place.key for place in places} <= {place.key for place in others}


def _plain(role: str) -> str:
    return _ARTICLE.sub("", _ARTICLE.sub("", role)).casefold()


def _frequent(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())
