"""Uses of spellings, counted: every name in all its writings, and the short forms that stood for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from digest.authorities.bodies import acronym
from digest.authorities.folding import folded
from digest.authorities.register import Use
from digest.model import EntityKind
from digest.names import is_body
from digest.plans import NameRule


@dataclass(slots=True, kw_only=True)
class Named:
    """A name, in how many articles each of its writings and short forms stands, and which articles these are."""

    kind: EntityKind
    name: str
    written: Counter[str] = field(default_factory=Counter)
    short: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True, kw_only=True)
class Counted:
    """All names by number, by what they are, and by what stood for them in an article."""

    names: list[Named] = field(default_factory=list)
    number: dict[tuple[EntityKind, str], int] = field(default_factory=dict)
    meant: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, kind: EntityKind, name: str) -> int:
        """The number of a name, which is new if it is not known."""
        found = self.number.setdefault((kind, folded(name)), len(self.names))
        if found == len(self.names):
            self.names.append(Named(kind=kind, name=name))
        return found

    def called(self, name: str) -> list[int]:
        """The numbers of a name, one a kind."""
        kinds: tuple[EntityKind, ...] = ("person", "body", "place")
        return [self.number[kind, folded(name)] for kind in kinds if (kind, folded(name)) in self.number]


def count(uses: Iterable[Use], rules: Sequence[NameRule]) -> Counted:
    """The names of `uses` and of `rules`."""
    counted = Counted()
    written = set()
    apart = {
        frozenset((folded(name), folded(other)))
        for rule in rules
        for name in (rule.name, *rule.also)
        for other in rule.apart
    }
    for found in uses:
        told_apart = apart and frozenset((folded(found.text), folded(found.name))) in apart
        use = replace(found, name=found.text) if told_apart else found
        number = counted.add(use.kind, use.name)
        named = counted.names[number]
        named.keys.add(use.key)
        counted.meant[use.key, folded(use.text)].add(number)
        for text in {use.text, use.name}:
            if (use.key, number, text) not in written:
                written.add((use.key, number, text))
                (named.written if folded(text) == folded(use.name) else named.short)[text] += 1
    for rule in rules:
        for name in (rule.name, *rule.also, *(was.name for was in rule.was)):
            if rule.kind or not counted.called(name):
                counted.add(rule.kind or _kind(rule, counted), name)
    return counted


def _kind(rule: NameRule, counted: Counted) -> EntityKind:
    """What a rule is about that does not say it: what the articles say, else what its name looks like."""
    for name in (rule.name, *rule.also):
        for number in counted.called(name):
            return counted.names[number].kind
    return "body" if is_body(rule.name) or acronym(rule.name) else "place" if rule.was else "person"
