"""Tags with thousands of attributes, for which the parser would need hours: its time grows with their square."""

from __future__ import annotations

import re
from itertools import islice

_TAG = re.compile(
    rb"<(?:!--|([A-Za-z][^\s/>]{0,60}+)((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=(?!\s*+[\"']))*+)>?)",
)
"""A tag and its attributes; a quotation mark quotes only after an equals sign, and left open it quotes all the rest."""
_TOKEN = re.compile(rb"=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=/]|\s++")
"""What ends an attribute."""
_RAW = {
    name: re.compile(b"</" + name, re.I)
    for name in (b"iframe", b"noembed", b"noframes", b"script", b"style", b"textarea", b"title", b"xmp")
}
"""Elements whose content is no markup."""
_MOST = 200


def uncrowded(data: bytes) -> bytes:
    """`data`, every tag of more than two hundred attributes without any.

    >>> uncrowded(b"<p " + b"a " * 300 + b">x</p>")
    b'<p>x</p>'
    """
    kept: list[bytes] = []
    done = at = 0
    while found := _TAG.search(data, at):
        at = found.end()
        name = found[1]
        if name is None:
            at = data.find(b"-->", at) + 3
            if at < 3:
                break
            continue
        if len(found[2]) > _MOST and sum(1 for _ in islice(_TOKEN.finditer(found[2]), _MOST + 1)) > _MOST:
            kept += (data[done : found.end(1)], b">")
            done = at
        if raw := _RAW.get(name.lower()):
            closing = raw.search(data, at)
            at = closing.start() if closing else len(data)
    return b"".join((*kept, data[done:])) if kept else data
