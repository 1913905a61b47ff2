"""What a text says in place of words that do not stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from digest.verify.wording import form

_EDGES = re.compile(r"^\W+|\W+$")
_MOST_PAIRS = 1_000_000  # words of the one times words of the other: what is compared in a blink
_SHOWN = 4
_MARGIN = 8  # words on either side that may belong to it
_LONGEST = 60  # words of a passage that are shown


def closest_passage(words: str, text: str) -> str:
    """The stretch of `text` that is most like `words`; empty where nothing is.

    >>> closest_passage("China will never attack Taiwan", "He said: “China will not attack Taiwan soon.”")
    '“China will not attack Taiwan'
    """
    ours, theirs = words.split(), text.split()
    if not ours or len(ours) * len(theirs) > _MOST_PAIRS:
        return ""
    matcher = SequenceMatcher(None, _plain(theirs), _plain(ours), autojunk=False)
    longest = matcher.find_longest_match()
    if not longest.size or (longest.size < 2 and len(ours) > 2):
        return ""
    start = max(0, longest.a - longest.b - _MARGIN)
    window = theirs[start : longest.a + len(ours) - longest.b + _MARGIN]
    same = SequenceMatcher(None, _plain(window), _plain(ours), autojunk=False).get_matching_blocks()[:-1]
    # What of ours comes before the first word in common stands for as many words of theirs.
    first = max(0, same[0].a - same[0].b)
    last = same[-1].a + len(ours) - same[-1].b
    return " ".join(window[first:last][:_LONGEST])


def word_differences(words: str, passage: str) -> str:
    """In what words `passage` of a source and ours differ.

    >>> word_differences("China will never attack", "China will not attack at once")
    '“never” for “not”, without “at once”'
    """
    ours, theirs = words.split(), passage.split()
    if not theirs or len(ours) * len(theirs) > _MOST_PAIRS:
        return ""
    found: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, _plain(theirs), _plain(ours), autojunk=False).get_opcodes():
        theirs_here, ours_here = _quoted(theirs[a:b]), _quoted(ours[c:d])
        if kind == "replace":
            found.append(f"{ours_here} for {theirs_here}" + _look_alike(ours[c:d], theirs[a:b]))
        elif kind == "insert":
            found.append(f"{ours_here} added")
        elif kind == "delete":
            found.append(f"without {theirs_here}")
    more = len(found) - _SHOWN
    return ", ".join(found[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _plain(words: Sequence[str]) -> list[str]:
    return [_EDGES.sub("", form(word)) for word in words]


def _quoted(words: Sequence[str]) -> str:
    shown = [_EDGES.sub("", word) or word for word in words[:_LONGEST]]
    return "“" + " ".join(shown) + "”"


def _look_alike(ours: Sequence[str], theirs: Sequence[str]) -> str:
    strange = next((letter for word in ours for letter in word if _mixes(word) and not letter.isascii()), None)
    if strange is None or len(ours) != len(theirs):
        return ""
    return f" (with U+{ord(strange):04X}, a letter of another script)"


def _mixes(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    latin = sum(1 for letter in letters if letter < "\u0250")
    return 0 < latin < len(letters)
