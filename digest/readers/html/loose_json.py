"""JSON as pages have it: comments, stray commas, raw line feeds and quotes, wrappings; it is never evaluated."""

from __future__ import annotations

import html
import json
import re

LARGEST = 2_000_000
"""Characters; live reports with their whole text have half of it."""

_WRAPPING = re.compile(
    r"^(?:\s|;|<!--|//\s?<!\[CDATA\[|/\*\s?<!\[CDATA\[\s?\*/|<!\[CDATA\[)+|(?:\s|;|-->|//\s?\]\]>|/\*\s?\]\]>\s?\*/|\]\]>)+$"
)
_DECODER = json.JSONDecoder(strict=False)
_BETWEEN = re.compile(r"[\s;,]*")
# Each branch takes the rest of the text where its end is missing, so that nothing is read twice.
_PIECES = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.|"(?!\s{0,40}(?:[,:}\]]|//|/\*))(?!\s{0,40}\Z))*+(?:"|\Z))'
    r"|(?P<comment>//[^\n]*+|/\*(?s:.*?)(?:\*/|\Z))"
    r"|(?P<comma>,(?=\s{0,400}[}\],]))",
    re.S,
)
_BAD_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}|(?P<other>.)|\Z)', re.S)
_INNER_QUOTE = re.compile(r'\\.|"', re.S)
_MOST_PIECES = 50


def read_json(text: str) -> tuple[object, ...]:
    """The values that stand in `text`, one after another; none where even a lenient reading fails.

    >>> read_json('{"headline": "He said "no"", /* late */ "section": "World",}')
    ({'headline': 'He said "no"', 'section': 'World'},)
    """
    if len(text) > LARGEST:
        return ()
    bare = _unwrap(text)
    for attempt in (_as_it_is, _unescaped, _mended):
        if found := _decode(attempt(bare)):
            return found
    return ()


def _unwrap(text: str) -> str:
    head = _WRAPPING.match(text[:200])
    start = head.end() if head else 0
    tail = _WRAPPING.search(text[-200:].rstrip() + " ") if text else None
    end = len(text)
    if tail and tail.start() > 0:
        end = len(text) - len(text[-200:]) + tail.start()
    return text[start : max(start, end)].replace("\x00", "")


def _as_it_is(text: str) -> str:
    return text


def _unescaped(text: str) -> str:
    return html.unescape(text) if "&quot;" in text and text.count('"') < text.count("&quot;") else ""


def _mended(text: str) -> str:
    return _PIECES.sub(_mend, text)


def _mend(piece: re.Match[str]) -> str:
    if piece["string"] is None:
        return "" if piece["comma"] or piece["comment"] else piece[0]
    inner = piece["string"][1:].removesuffix('"') if len(piece["string"]) > 1 else ""
    inner = _INNER_QUOTE.sub(lambda quote: '\\"' if quote[0] == '"' else quote[0], inner)
    return '"' + _BAD_ESCAPE.sub(lambda found: found["other"] if found["other"] else found[0], inner) + '"'


def _decode(text: str) -> tuple[object, ...]:
    found: list[object] = []
    at = 0
    while at < len(text) and len(found) < _MOST_PIECES:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
        gap = _BETWEEN.match(text, at)
        at = gap.end() if gap else at
    return tuple(value for value in found if isinstance(value, (dict, list)))
