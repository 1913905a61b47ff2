"""Where words end, and how many they are."""

from __future__ import annotations

import re
import unicodedata

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"\w(?:['’\-.,]?\w)*")


def count_words(text: str) -> int:
    """How many words; two characters count for one in scripts that put no space between words."""
    unspaced = len(_UNSPACED.findall(text))
    return (unspaced + 1) // 2 + sum(1 for _ in _WORD.finditer(_UNSPACED.sub(" ", text)))


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M" or character == "_"


def joined(text: str, place: int) -> bool:
    """Whether a word or number runs over `place` in `text`, in its form."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    outer, further = text[max(0, place - 2) : place - 1], text[place + 1 : place + 2]
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return False
    if _is_letter(before) and _is_letter(after):
        return True
    if before.isdigit():
        return after in "%‰°" or (after in ".,:/-'" and further.isdigit())
    if after.isdigit():
        return before == "-" or (before in ".,:/'" and outer.isdigit())
    return (before in "'-" and _is_letter(after) and outer != " ") or (
        after in "'-" and _is_letter(before) and bool(further) and _is_letter(further)
    )
