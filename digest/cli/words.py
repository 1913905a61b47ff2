"""Text for a terminal: nothing a page says may act there."""

from __future__ import annotations

import re

_ACTING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
"""C0 and C1 controls, direction overrides and lone surrogates: what could move, hide or reverse what is shown."""


def shown(text: str) -> str:
    r"""`text` on one line, with every character that could act on a terminal written out.

    >>> shown("a title\x1b[2J\nand more")
    'a title\\x1b[2J\\nand more'
    """
    escaped = _ACTING.sub(lambda match: ascii(match[0])[1:-1], text)
    return escaped.replace("\n", "\\n").replace("\t", " ")
