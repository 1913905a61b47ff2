"""The XMP packet of a PDF: https://developer.adobe.com/xmp/docs/."""

from __future__ import annotations

import re
import zlib

from digest.readers.properties import LARGEST_PART, Properties, elements

_START, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_LONGEST = 1_000_000
_STREAM = re.compile(rb"/Type\s*/Metadata\b[^>]{0,300}>>\s*stream\r?\n")
_OWN = (b"pdf:Producer", b"xmp:CreatorTool", b"pdfaid:", b"dc:title", b"dc:creator")
"""A picture in the file may bring a packet of its own."""
_MOST = 20


def find_xmp(data: bytes) -> Properties:
    """What the document's own packet states, the last one where it was saved many times."""
    packets = _plain(data)[-_MOST:]
    packets += _packed(data)
    own = [packet for packet in packets if any(mark in packet for mark in _OWN)]
    return elements(own[-1]) if own else ()


def _packed(data: bytes) -> list[bytes]:
    """Packets in compressed streams."""
    found = []
    for match in list(_STREAM.finditer(data))[-_MOST:]:
        try:
            plain = zlib.decompressobj().decompress(data[match.end() : match.end() + LARGEST_PART], LARGEST_PART)
        except zlib.error:
            continue
        found += _plain(plain)[:1]
    return found


def _plain(data: bytes) -> list[bytes]:
    """Packets as they stand, each from the last start before its end: a file may hold a million starts."""
    found = []
    at = 0
    while (end := data.find(_END, at)) >= 0:
        start = data.rfind(_START, max(at, end - _LONGEST), end)
        if start >= 0:
            found.append(data[start : end + len(_END)])
        at = end + len(_END)
    return found
