"""Spellings without case, accents and kinds of marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = str.maketrans("‘’ʻʼʹ`´‐‑–ıłŁøØđĐ", "'''''''---ilLoOdD")
"""Letters and marks that one hand writes so, another otherwise."""


@lru_cache(maxsize=100_000)
def folded(spelling: str) -> str:
    """`spelling` without case, accents and the kinds of its marks: what two writings of one spelling share."""
    plain = unicodedata.normalize("NFKD", spelling).translate(MARKS).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", letters)).strip()
