"""HTML bytes to a tree."""

from __future__ import annotations

from typing import Any

from digest.errors import ReadError
from digest.model import Source
from digest.readers.charsets import decode

Tree = Any
"""An element of lxml, which has no types of its own."""


def parse(source: Source) -> tuple[Tree, tuple[str, ...]]:
    """The tree of a page, and notes on what reading had to change; ReadError where there is nothing to read."""
    from lxml import etree, html  # not wanted by commands that read no page

    text, encoding = decode(source.data)
    # As bytes, since lxml refuses a text that declares an encoding of its own.
    reader = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=reader)
    except (etree.ParserError, ValueError) as error:
        raise ReadError("an empty HTML page", where=source.name) from error
    return tree, () if encoding.startswith("utf-8") else (f"read as {encoding}",)
