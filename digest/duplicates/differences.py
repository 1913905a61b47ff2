"""What changed between two states of a text: word by word, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Sort = Literal["kept", "removed", "added"]
_TOKEN = re.compile(r"\s+|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w+|[^\w\s]")
_MOST_PAIRS = 1_000_000  # words of the one times words of the other: what is compared in a blink
_ALIKE = 0.4
"""The share of words by which a paragraph is taken for another state of one, not for another paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that both states have, or one of them."""

    sort: Sort
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A paragraph that is not in both states as it is: its numbers in each, None where it is not, and its words."""

    before: int | None
    after: int | None
    words: tuple[Words, ...]


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[Changed, ...]:
    """The paragraphs that changed, in order; those that only moved down or up have not.

    >>> [change] = differences(["Two were hurt."], ["Three were hurt."])
    >>> [(words.sort, words.text) for words in change.words]
    [('removed', 'Two'), ('added', 'Three'), ('kept', ' were hurt.')]
    """
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _MOST_PAIRS)
    found: list[Changed] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += _paired(old, new, (a, b), (c, d))
    return tuple(found)


def word_changes(old: str, new: str) -> tuple[Words, ...]:
    """The words of both, each told kept, removed or added."""
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(one) * len(other) > _MOST_PAIRS:
        return _whole(old, new)
    found: list[Words] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Words(sort="kept", text="".join(one[a:b])))
        else:
            found += _whole("".join(one[a:b]), "".join(other[c:d]))
    return tuple(_joined(found))


def _whole(old: str, new: str) -> tuple[Words, ...]:
    gone = (Words(sort="removed", text=old),) if old else ()
    come = (Words(sort="added", text=new),) if new else ()
    return (*gone, *come)


def _joined(found: Sequence[Words]) -> Iterator[Words]:
    """A single space between two changes belongs to them: one change reads better than two."""
    gone, come = "", ""
    for place, words in enumerate(found):
        between = words.sort == "kept" and words.text.isspace() and (gone or come) and place + 1 < len(found)
        if words.sort == "removed" or between:
            gone += words.text
        if words.sort == "added" or between:
            come += words.text
        if words.sort == "kept" and not between:
            yield from _whole(gone, come)
            gone, come = "", ""
            yield words
    yield from _whole(gone, come)


def _paired(old: Sequence[str], new: Sequence[str], gone: tuple[int, int], come: tuple[int, int]) -> list[Changed]:
    """Paragraphs between two unchanged ones: each old one beside the first new one that is a state of it."""
    found: list[Changed] = []
    after = come[0]
    for before in range(*gone):
        match = next((n for n in range(after, min(come[1], after + 8)) if _is_state(old[before], new[n])), None)
        if match is None:
            found.append(Changed(before=before + 1, after=None, words=_whole(old[before], "")))
            continue
        found += [Changed(before=None, after=n + 1, words=_whole("", new[n])) for n in range(after, match)]
        found.append(Changed(before=before + 1, after=match + 1, words=word_changes(old[before], new[match])))
        after = match + 1
    return found + [Changed(before=None, after=n + 1, words=_whole("", new[n])) for n in range(after, come[1])]


def _is_state(one: str, other: str) -> bool:
    mine, theirs = _words(one), _words(other)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.quick_ratio() < _ALIKE:
        return False
    return len(mine) * len(theirs) > _MOST_PAIRS or matcher.ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    return [token for token in _TOKEN.findall(text) if not token.isspace()]
