"""On which line of a draft the words of a passage stand; pandoc's tree does not say.

Letters and digits alone are compared, in order: markup, escapes and wrapping are neither. A passage is looked for after
the one before it, so that of two that are alike each is found in its own place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from digest.verify.doctree import Passage

_REST = re.compile(r"[\W_]+")
_HEADER = re.compile(r"---\n(?:[^\n]{0,2000}\n){0,200}?---\n")
_MISSES = 300  # searches in vain, each of the whole draft
_PIECE = 24


def lines_of(
    places: Iterable[tuple[int, int, str]], passages: Sequence[Passage], text: str
) -> dict[tuple[int, int], int]:
    """The line of each place: a passage's number, an offset in its text, the words that stand there."""
    draft = _Draft(text)
    starts = draft.starts(passages)
    found: dict[tuple[int, int], int] = {}
    read: dict[int, tuple[str, list[int]]] = {}
    for number, offset, words in places:
        passage = passages[number]
        if number not in read:
            heard = [at for at, letter in enumerate(passage.text) if letter.isalnum()]
            read = {number: (_letters(passage.draft), heard)}  # places come passage by passage
        letters, heard = read[number]
        ahead = max(0, letters.find(_letters(words), bisect_left(heard, offset)))
        found[number, offset] = draft.line(starts[number], ahead, _letters(words))
    return found


def _letters(text: str) -> str:
    return _REST.sub("", text)


class _Draft:
    """The letters of a draft and the lines they stand on."""

    def __init__(self, text: str) -> None:
        text = text.replace("\r\n", "\n")
        header = _HEADER.match(text.removeprefix("\ufeff"))
        skipped = len(header[0]) if header else 0
        self._first = text.count("\n", 0, skipped)
        self._ends: list[int] = []  # how many letters stand up to the end of each line
        parts: list[str] = []
        length = 0
        for line in text[skipped:].split("\n"):
            parts.append(_letters(line))
            length += len(parts[-1])
            self._ends.append(length)
        self._all = "".join(parts)
        self._misses = 0

    def starts(self, passages: Sequence[Passage]) -> list[tuple[int, bool]]:
        """Where each passage begins among the letters, and whether it was found whole."""
        found: list[tuple[int, bool]] = []
        cursor = 0
        for passage in passages:
            letters = _letters(passage.draft)
            place = self._find(letters, cursor)
            if place < 0 and passage.aside:
                place = self._find(letters, 0)
            found.append((max(place, 0) if passage.aside else max(place, cursor), place >= 0))
            if place >= 0 and not (passage.aside or passage.whole):
                cursor = place + len(letters)
        return found

    def _find(self, letters: str, start: int) -> int:
        if self._misses > _MISSES:
            return -1
        place = self._all.find(letters, start)
        self._misses += place < 0
        return place

    def line(self, start: tuple[int, bool], ahead: int, words: str) -> int:
        """The line of the words `ahead` letters into a passage."""
        place, whole = start
        if whole:
            place += ahead
        else:  # broken by what the tree does not show: an address, an entity
            place = max(place, self._find(words[:_PIECE], place))
        return self._first + bisect_right(self._ends, min(place, len(self._all) - 1)) + 1
