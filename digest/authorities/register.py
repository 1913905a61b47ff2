"""What became of the spellings: each authority with all of its own, and which one a spelling means where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from digest.authorities.folding import folded
from digest.authorities.words import one_word
from digest.model import EntityKind
from digest.plans import FormerName


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A spelling in one article: its citation key, and the fullest name there that the spelling stands for."""

    key: str
    text: str
    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A person, body or place: the spelling of the house, and all that are known, the most used first."""

    name: str
    kind: EntityKind
    spellings: tuple[str, ...]
    articles: int = 0  # that name it
    was: tuple[FormerName, ...] = ()  # names of a place before today's, with their days


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two spellings, and why they are one; of doubtful ones, why they nearly are."""

    one: str
    other: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorities:
    """All authorities of a library."""

    all: tuple[Authority, ...] = ()
    links: tuple[Link, ...] = ()
    doubtful: tuple[Link, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # folded spelling → places in `all`
    near: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)  # the same in one article
    family: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # folded family name → those who bear it
    heard: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # consonants → words of persons' names with them

    def of(self, spelling: str, kind: EntityKind | None = None, key: str | None = None) -> Authority | None:
        """The one that `spelling` means in the article `key`, or everywhere; None where it is unknown or doubtful."""
        wanted = folded(spelling)
        everywhere, family = self.places.get(wanted, ()), self.family.get(wanted, ())
        if any(self.all[at].kind == "person" for at in everywhere):  # once called Aliyev, he is not every Aliyev
            everywhere = tuple(dict.fromkeys((*everywhere, *family)))
        for found in (self.near.get((key or "", wanted), ()), everywhere, family):
            fitting = [self.all[at] for at in found if kind in (None, self.all[at].kind)]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def house(
        self, spelling: str, kind: EntityKind | None = None, key: str | None = None, on: date | None = None
    ) -> str:
        """`spelling` as the house writes it, of a place on that day; as it is, where it is unknown or doubtful."""
        found = self.of(spelling, kind, key)
        return spelling if found is None else _housed(found, spelling, on)

    def spellings(self, spelling: str) -> tuple[str, ...]:
        """Every spelling of who or what bears `spelling`, itself first; only itself, where it is unknown."""
        known = dict.fromkeys([spelling])
        for at in self.places.get(folded(spelling), ()):
            known |= dict.fromkeys(self.all[at].spellings)
        return tuple(known)


def _housed(authority: Authority, spelling: str, on: date | None) -> str:
    names = [authority.name, *(former.name for former in authority.was)]
    if on:
        names = [was.name for was in authority.was if _holds(was, on)] or names[:1]
    if " " in spelling.strip() or " " not in names[0]:
        return names[0]
    words = names[0].split() or [spelling]
    return next((word for word in (words[-1], words[0]) if one_word(word, spelling) is not None), spelling)


def _holds(was: FormerName, on: date) -> bool:
    return (was.from_ is None or was.from_.first <= on) and (was.until is None or on < was.until.first)
