"""The XMP packet of a PDF: https://developer.adobe.com/xmp/docs/."""

from __future__ import annotations

import re
import zlib

from digest.readers.properties import LARGEST_PART, Properties, elements

_PACKET = re.compile(rb"<x:xmpmeta\b.{1,1000000}?</x:xmpmeta>", re.S)
_STREAM = re.compile(rb"/Type\s*/Metadata\b[^>]{0,300}>>\s*stream\r?\n")
_OWN = (b"pdf:Producer", b"xmp:CreatorTool", b"pdfaid:", b"dc:title", b"dc:creator")
"""A picture in the file may bring a packet of its own."""
_MOST = 20


def find_xmp(data: bytes) -> Properties:
    """What the document's own packet states, the last one where it was saved many times."""
    packets = [match[0] for match in _PACKET.finditer(data)][-_MOST:]
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
        if packet := _PACKET.search(plain):
            found.append(packet[0])
    return found
