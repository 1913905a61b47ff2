"""HTML bytes to a tree, whatever the bytes are: with limits, since every page is hostile."""

from __future__ import annotations

import re
from typing import Any

from digest.errors import ReadError
from digest.model import Source
from digest.readers.html.charset import decode_page
from digest.readers.html.crowding import uncrowded

Tree = Any
"""An element of lxml, which has no types of its own."""

MOST_TAGS = 400_000
"""Tags of a page; the longest live blogs have a tenth of it."""

_PAYLOAD = re.compile(rb"data:[\w/+.;=-]{0,100}[;,](?:base64,)?[A-Za-z0-9+/=%]{200,}")
"""What a page that is saved whole holds of its pictures and fonts."""
_SUBSET = re.compile(
    rb"\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<!doctype[^>\[]{0,300}\[[^\]]{0,1000000}\]\s{0,99}>", re.I
)
"""Entities and elements that a document declares: no part of HTML."""
_SLASHED = re.compile(rb"(<(?:html|head|body)\b[^<>]{0,2000}?)\s?/>", re.I)
"""A page's outermost elements closed as XML closes empty ones: no browser heeds it, but the parser ends there."""
_LARGE = 300_000  # bytes above which pictures are taken out before the tree is made
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r"))
_ILLEGAL = re.compile(b"[" + re.escape(_CONTROLS) + b"]")
_SEPARATORS = b" \t\n\r\f=/"
_MANY = 60_000
"""What parts attributes, in a whole page: with fewer the parser needs no more than some seconds."""


def parse(source: Source) -> tuple[Tree, tuple[str, ...]]:
    """The tree of a page, and notes on what reading had to change; ReadError where there is nothing to read."""
    text, notes = decode_page(source.data, source.media_type)
    data = text.encode("utf-8", "replace")
    if controls := len(data) - len(data.translate(None, _CONTROLS)):  # searching is slower than counting
        data = _ILLEGAL.sub("\ufffd".encode(), data)
        notes = (*notes, f"{controls} control character{'s' if controls > 1 else ''} replaced")
    if subset := _SUBSET.match(data):
        data = b"<!doctype html>" + data[subset.end() :]
    data = _SLASHED.sub(rb"\1>", data)
    if data.count(b"<") > MOST_TAGS:
        raise ReadError(
            "too many elements", where=source.name, hint=f"the limit is {MOST_TAGS}: cut the page into parts"
        )
    tree, cut = _tree(_lightened(data), source)
    return tree, (*notes, "nested too deeply: what stands deeper is left out") if cut else notes


def _tree(data: bytes, source: Source) -> tuple[Tree, bool]:
    """The tree, and whether the parser gave up before the end."""
    from lxml import etree, html  # not wanted by commands that read no page

    cut = False
    for huge in (False, True):  # the first is enough for all but the deepest and the longest
        # As UTF-8 bytes, since lxml refuses a text that declares an encoding of its own.
        parser = html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=huge
        )
        # One class for all elements: lxml's own choice among them asks Python about each, at every look.
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
        try:
            tree = html.document_fromstring(data, parser=parser, base_url=_address(source.url))
        except (etree.ParserError, ValueError) as error:
            raise ReadError("an empty HTML page", where=source.name) from error
        cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
        if not cut:
            break
    return tree, cut


def _address(url: str | None) -> str | None:
    """`url` where it can be an address at all: lxml takes no control characters."""
    return url if url and url.isprintable() else None


def _lightened(data: bytes) -> bytes:
    """`data` without the payloads of pictures, and without the attributes of elements that have hundreds."""
    if len(data) > _LARGE:
        data = _PAYLOAD.sub(b"data:,", data)
    parted = len(data) - len(data.translate(None, _SEPARATORS))
    return uncrowded(data) if parted > _MANY else data
