"""Words in a picture: escaped, and broken into lines by a guess at their width that is rather too wide."""

from __future__ import annotations

import unicodedata
from functools import cache
from html import escape
from typing import Literal

from digest.markdown import straight

PAPER, INK, SOFT, RULE, FAINT, ACCENT = "#ffffff", "#1b2a41", "#5b6675", "#c9d0d9", "#eef1f4", "#b4410e"
"""White, and five colours that stay apart in grey print and on screen (contrast to white: 14, 6, –, –, 6 to 1)."""
DASHED = f'stroke="{ACCENT}" stroke-width="1.5" stroke-dasharray="5 4"'

_NARROW = frozenset("iljtfrI.,:;'’‘!|()[] -“”\"")
_BROAD = frozenset("mwMWQO@%—ЖШЩЮФ…")


@cache
def _width(char: str) -> float:
    """How wide a character is, in parts of the size of type."""
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if unicodedata.combining(char):
        return 0.0
    if char in _NARROW:
        return 0.33
    if char in _BROAD:
        return 0.92
    return 0.66 if char.isupper() else 0.54


def length(words: str, size: float) -> float:
    """About how long `words` are in type of that size."""
    return size * sum(_width(char) for char in words)


def wrapped(words: str, width: float, size: float, *, most: int) -> list[str]:
    """`words` in lines no longer than `width`, at most so many of them, the last with … where words are left out.

    >>> wrapped("The ministers meet on Thursday in Cardiff", 150, 15, most=2)
    ['The ministers meet', 'on Thursday in …']
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(straight(words), width, size):
        joined = f"{line} {word}" if line else word
        if line and length(joined, size) > width:
            lines.append(line)
            line = word
        else:
            line = joined
        if len(lines) == most:
            return [*lines[:-1], _cut(lines[-1], width, size)]
    return [*lines, line] if line else lines


def _pieces(words: str, width: float, size: float) -> list[str]:
    """The words, those too long for a line broken wherever they are full."""
    found: list[str] = []
    for word in words.split(" "):
        start, full = 0, 0.0
        for at, char in enumerate(word):
            wide = size * _width(char)
            if at > start and full + wide > width:
                found.append(word[start:at])
                start, full = at, 0.0
            full += wide
        if word[start:]:
            found.append(word[start:])
    return found


def _cut(line: str, width: float, size: float) -> str:
    while line and length(f"{line} …", size) > width:
        line = line.rpartition(" ")[0]
    return f"{line} …".strip()


Anchor = Literal["start", "middle", "end"]


def text(words: str, place: tuple[float, float], size: int, fill: str = INK, anchor: Anchor = "start") -> str:
    """A line of words with its left end, middle or right end at `place`."""
    return (
        f'<text x="{place[0]:g}" y="{place[1]:g}" font-size="{size}" fill="{fill}" text-anchor="{anchor}">'
        f"{escaped(words)}</text>"
    )


def bold(words: str, place: tuple[float, float], size: int, fill: str = INK, anchor: Anchor = "start") -> str:
    """The same, in bold."""
    return text(words, place, size, fill, anchor).replace("<text ", '<text font-weight="700" ', 1)


def escaped(words: str) -> str:
    """`words` as XML that says them and nothing else."""
    return escape(straight(words), quote=True)
