"""Tags with thousands of attributes, for which the parser would need hours: its time grows with their square."""

from __future__ import annotations

import re

_OPENING = re.compile(rb"<(?:!--|([A-Za-z][^\s/>]{0,60}))")
_TOKEN = re.compile(rb"=\s*\"[^\"]*\"|=\s*'[^']*'|[=/>]|\s+")
"""What ends an attribute, and the end of a tag; a quotation mark quotes only after an equals sign."""
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
    while found := _OPENING.search(data, at):
        name = found[1]
        if name is None:
            at = data.find(b"-->", found.end()) + 3
            if at < 3:
                break
            continue
        at, crowded = _ended(data, found.end())
        if crowded:
            kept += (data[done : found.end()], b">")
            done = at
        if raw := _RAW.get(name.lower()):
            closing = raw.search(data, at)
            at = closing.start() if closing else len(data)
    return b"".join((*kept, data[done:])) if kept else data


def _ended(data: bytes, at: int) -> tuple[int, bool]:
    """Where the tag ends whose name ends at `at`, and whether it is crowded."""
    count = 0
    for token in _TOKEN.finditer(data, at):
        if token[0] == b">":
            return token.end(), count > _MOST
        count += 1
    return len(data), count > _MOST
