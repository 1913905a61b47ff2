"""Where a report's list of sources is to stand: the words that a person types to say so."""

from __future__ import annotations

import re

BIBLIOGRAPHY_MARKER = "[bibliography]"
"""What is written back where a list of sources is taken out."""

_NAMES = "bibliography|references|sources"
# Blanks and marks that word processors put in by themselves: no-break blanks, zero-width ones, a byte order mark.
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF])
_MARKER = re.compile(
    rf"\[\s?@?(?:{_NAMES})\s?\]|\[\[\s?(?:{_NAMES})\s?\]\]|\{{\{{\s?(?:{_NAMES})\s?\}}\}}"
    r"|:::+ ?\{\s?#refs(?: [^{}]{0,80})?\}(?: ?:::+)?",
    re.I,
)


def is_bibliography_marker(text: str) -> bool:
    """Whether a paragraph says that the list of sources is to stand there, and holds nothing else.

    >>> [is_bibliography_marker(text) for text in ("[bibliography]", " {{ Bibliography }} ", "See [bibliography].")]
    [True, True, False]
    """
    if len(text) > 200:
        return False
    return _MARKER.fullmatch(" ".join(text.translate(_INVISIBLE).split())) is not None
