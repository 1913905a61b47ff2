"""Text cut into lines of one width, as mail and old editors do, back to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Line = tuple[int, str]

_WIDEST = 100
_NARROWEST = 50
_FEWEST = 4
_FULL = 0.7  # of the width: a shorter line ends its paragraph
_ENDS = (".", "!", "?", ":", "”", '"', "»")


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the lines were cut to one width: most that are full run on in the next, and none is longer.

    >>> text = "The ministry said on Friday that the limits on the export of wheat\\nwere lifted after a good harvest."
    >>> is_wrapped(list(enumerate((text + "\\n\\n" + text).split("\\n"))) * 2)
    True
    """
    width = max((len(text) for _, text in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = [
        (text, following)
        for (number, text), (after, following) in pairwise(lines)
        if after == number + 1 and len(text) >= width * _FULL
    ]
    running = sum(following[:1].islower() or not text.endswith(_ENDS) for text, following in full)
    small = sum(following[:1].islower() for _, following in full)
    return len(full) >= _FEWEST and running >= len(full) * 0.7 and small >= len(full) * 0.4


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """The paragraphs of wrapped `lines`, each with the number of its first line."""
    width = max(len(text) for _, text in lines)
    paragraphs: list[tuple[int, list[str]]] = []
    last = (-1, "")
    for number, text in lines:
        runs_on = number == last[0] + 1 and len(last[1]) >= width * _FULL
        if paragraphs and runs_on:
            paragraphs[-1][1].append(text.strip())
        else:
            paragraphs.append((number, [text.strip()]))
        last = (number, text)
    return [(number, " ".join(parts)) for number, parts in paragraphs]
