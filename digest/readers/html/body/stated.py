"""The text of an article that a page only declares, since a script is to write it into the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from digest.model import Block
from digest.readers.html.markup import Tree
from digest.readers.html.nodes import find_graph
from digest.readers.text import clean

_BREAK = re.compile(r"</?(?:p|br|div|h\d|li)\b[^<>]{0,200}>|[\n\r\u2028\u2029]", re.I)
_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.I)
_MOST = 3_000_000
_LEAST = 200
"""Characters of a text that is more than a description."""


def stated_blocks(tree: Tree) -> Sequence[Block]:
    """The paragraphs of the longest `articleBody` in the page's JSON-LD, if it is a text at all."""
    stated = (node.get("articleBody") for node in find_graph(tree).nodes)
    text = max((value for value in stated if isinstance(value, str)), key=len, default="")[:_MOST]
    if len(text) < _LEAST:
        return ()
    parts = (" ".join(unescape(_TAG.sub("", part)).split()) for part in _BREAK.split(unescape(text)))
    lines = [clean(part)[0].strip() for part in parts]
    shown = (line for line in lines if line)
    return [Block(text=line, line=number, rule="JSON-LD articleBody") for number, line in enumerate(shown, 1)]
