"""Plain words as Markdown that says them and nothing else, under the reader that drafts are read with.

Only what could act where it stands is escaped, so that a draft stays pleasant to edit. What only another dialect of
pandoc's gives a meaning (superscripts, maths, emoji) is escaped too where that is rare in prose.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

Place = Literal["opening", "heading", "inline"]
"""Where words stand: first in a block or list item, in a heading, or further along a line."""

_BREAKS = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WORDS_IN_BRACKETS = re.compile(r"\[(?!\s)[^\[\]\\@^{}<>`*_!|]{1,200}(?<!\s)\](?![\[({:]|\Z)")
"""An editor's insertion: without a definition, an address or attributes after it, it is only words in brackets."""

# In order; each finds one mark that could act anywhere in a line.
_ANYWHERE = re.compile(
    r"""
      [`*^~\\{]                              # code, emphasis, notes, strikeout, escapes, attributes
    | (?<![^\W_])_ | _(?![^\W_])             # emphasis, but not within_a_word
    | [\[\]]                                 # links, images, notes, spans, citations
    | <(?!\s)                                # addresses
    | &(?=\#?\w+;|\Z)                   # entities
    | (?<![a-zA-Z0-9])@ | @(?![\w-]+\.[a-z])      # citations; an address is none
    | \$(?!\d)                               # maths, where a reader has it; sums of money do not act
    | :(?=[a-z0-9_+-]{1,40}:)                # emoji, likewise
    """,
    re.VERBOSE,
)
_OPENING = re.compile(
    r"""
      (?P<mark>[>|%])                        # quotations, line blocks
    | (?P<bullet>[-+])(?=\s|\Z|-)            # bullets and rules
    | (?P<hashes>\#)(?![^\W_])               # headings
    | (?P<rule>=)(?==)
    | (?P<colon>:)(?=[:\s]|\Z)               # fenced blocks, definitions
    | \(?(?:[0-9]+|[^\W\d_]|[ivxlcdmIVXLCDM]{2,9})(?P<bracket>\))(?=\s|\Z)
    | (?:[0-9]+|[a-zß-öø-ÿа-я]|[ivxlcdm]{2,9}|[IVXLCDM]{2,9})(?P<point>\.)(?=\s|\Z)
    """,
    re.VERBOSE,
)
_CLOSING_HASHES = re.compile(r"#+\Z")
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Embeddings, overrides and isolates of Unicode's bidirectional algorithm: "\u202efdp.exe" reads "exe.pdf"."""


def plain(text: str) -> str:
    """`text` on one line, without characters that no document may hold."""
    return _CONTROLS.sub("\ufffd", _BREAKS.sub(" ", text)).strip()


def straight(text: str) -> str:
    """`text` on one line, without the marks that turn round what is printed after it."""
    return plain(text.translate(_TURNING))


def escape(text: str, *, place: Place = "opening") -> str:
    """`text` as Markdown that prints it letter for letter, standing at `place`.

    >>> escape("1. e4 wins at AT&T, see [sic] @home <b>*now*</b>, for $5")
    '1\\\\. e4 wins at AT&T, see [sic] \\\\@home \\\\<b>\\\\*now\\\\*\\\\</b>, for $5'
    """
    words = plain(text)
    cuts = _anywhere(words)
    if place == "opening" and (found := _OPENING.match(words)):
        cuts.add(found.start(str(found.lastgroup)))
    if place == "heading" and (hashes := _CLOSING_HASHES.search(words)):
        cuts.update(range(*hashes.span()))
    places = [0, *sorted(cuts), len(words)]
    return "\\".join(words[start:end] for start, end in pairwise(places))


def _anywhere(words: str) -> set[int]:
    inert = {at for found in _WORDS_IN_BRACKETS.finditer(words) for at in (found.start(), found.end() - 1)}
    return {found.start() for found in _ANYWHERE.finditer(words)} - inert
