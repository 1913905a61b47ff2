"""What the words of a block of Markdown are read with: its content on one line, and what its brackets stand for."""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["Flat", "References"]


class Flat:
    """The content of a block on one line, and where in the source each character of it stands."""

    def __init__(self, source: str, lines: list[tuple[int, int]]) -> None:
        self.text = "\n".join(source[start:end] for start, end in lines)
        self.places = [start for start, _ in lines]
        self.firsts: list[int] = []
        first = 0
        for start, end in lines:
            self.firsts.append(first)
            first += end - start + 1

    def at(self, place: int) -> int:
        """The place in the source of a character of the line; that of a line's end is where its words end."""
        line = bisect_right(self.firsts, place) - 1 if len(self.firsts) > 1 else 0
        return self.places[line] + place - self.firsts[line]


class References:
    """What a block's brackets may stand for: addresses by label, and the labels of notes."""

    def __init__(self, addresses: dict[str, str], notes: set[str]) -> None:
        self.addresses, self.notes = addresses, notes
