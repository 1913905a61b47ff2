"""The words of an attribute, of a JSON string or of an element, as a person would read them."""

from __future__ import annotations

import html
import re
from itertools import chain

from digest.readers.html.markup import Tree
from digest.readers.text import clean

LONGEST = 2_000
"""Characters of a value; the longest abstracts have a few hundred."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_UNSPOKEN = {"script", "style", "template", "svg", "button", "noscript", "iframe", "select", "textarea"}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "q", "s", "small", "strong", "sub", "sup", "u"}
_MOST_PARTS = 400


def words(value: str) -> str:
    """`value` on one line, without markup, entities or characters that nobody sees.

    >>> words("Xi&amp;#8217;s <em>long</em> jour\\u00adney\\n home")
    'Xi’s long journey home'
    """
    text = value[: 4 * LONGEST]
    for _ in range(3):  # escaped twice by templates, seldom three times
        if "&" not in text:
            break
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(clean(text)[0].split())[:LONGEST]


def said(element: Tree) -> str:
    """The words of an element; what stands in boxes of their own is kept apart by a space."""
    parts: list[str] = []
    _say(element, parts, 0)
    return words_of_text("".join(parts))


def words_of_text(text: str) -> str:
    """`text` on one line, without characters that nobody sees; ampersands and angle brackets are meant."""
    return " ".join(clean(text[: 4 * LONGEST])[0].split())[:LONGEST]


def _say(element: Tree, parts: list[str], depth: int) -> None:
    if element.tag in _UNSPOKEN or depth > 40 or len(parts) > _MOST_PARTS:
        return
    parts.append(element.text or "")
    for child in element:
        if not isinstance(child.tag, str):
            parts.append(child.tail or "")
            continue
        apart = " " if child.tag not in _INLINE else ""
        parts.append(apart)
        _say(child, parts, depth + 1)
        parts += [apart, child.tail or ""]


def one(values: object) -> str:
    """The first string in a value of JSON, however it is wrapped; empty where there is none."""
    return next(iter(strings(values)), "")


def strings(value: object, depth: int = 0) -> tuple[str, ...]:
    """Every string in a value of JSON: itself, the items of a list, the name or text of an object."""
    if isinstance(value, str):
        text = words(value)
        return (text,) if text else ()
    if isinstance(value, list) and depth < 4:
        return tuple(chain.from_iterable(strings(item, depth + 1) for item in value[:50]))
    if isinstance(value, dict) and depth < 4:
        for key in ("name", "@value", "text", "headline"):
            if found := strings(value.get(key), depth + 1):
                return found
    return ()
