"""Names that are one: groups that grow, and never across what a person keeps apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Groups:
    """The numbers below `count`, each in a group."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._members = [[number] for number in range(count)]
        self._enemies: list[set[int]] = [set() for _ in range(count)]
        self._rule: list[int | None] = [None] * count

    def of(self, number: int) -> int:
        """The number that stands for the group of `number`."""
        while self._parent[number] != number:
            self._parent[number] = number = self._parent[self._parent[number]]
        return number

    def members(self, number: int) -> list[int]:
        """All that are in the group of `number`."""
        return self._members[self.of(number)]

    def rule(self, number: int) -> int | None:
        """The rule that the group of `number` follows."""
        return self._rule[self.of(number)]

    def follow(self, number: int, rule: int) -> None:
        """Let the group of `number` be that of a rule."""
        self._rule[self.of(number)] = rule

    def part(self, one: int, others: Iterable[int]) -> None:
        """Keep `one` and `others` apart for good."""
        for other in others:
            self._enemies[self.of(one)].add(other)
            self._enemies[self.of(other)].add(one)

    def may_join(self, one: int, other: int) -> bool:
        """Whether nobody keeps the two groups apart; two rules are of two."""
        one, other = self.of(one), self.of(other)
        rules = {self._rule[one], self._rule[other]} - {None}
        return len(rules) < 2 and self._enemies[one].isdisjoint(self._members[other])

    def join(self, one: int, other: int) -> bool:
        """Make one group of two; False where they are kept apart."""
        one, other = self.of(one), self.of(other)
        if one == other:
            return True
        if not self.may_join(one, other):
            return False
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._parent[other] = one
        self._members[one] += self._members[other]
        self._enemies[one] |= self._enemies[other]
        if self._rule[one] is None:
            self._rule[one] = self._rule[other]
        return True

    def __iter__(self) -> Iterator[list[int]]:
        """Every group's members, in the order of their first."""
        return (sorted(members) for number, members in enumerate(self._members) if self._parent[number] == number)
