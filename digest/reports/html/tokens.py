"""The tags, comments and words of an HTML source, one after the other, each with its place: in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

__all__ = ["Token", "attributes", "tokens"]

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]{0,60}+)((?:[^"'>]|(?<==)"[^"]*+"|(?<==)'[^']*+'|["'])*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]{1,100}+)(?:\s{0,50}+=\s{0,50}+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?""")
_RAW = {"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"}
"""What holds text and no tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A stretch of the source from `start` to `end`: words, a tag by its name, or what is not shown."""

    kind: Literal["words", "open", "close", "other"]
    start: int
    end: int
    name: str = ""
    told: str = ""  # the attributes as they stand
    empty: bool = False  # it closes itself
    given: dict[str, str] = field(default_factory=dict)


def attributes(told: str) -> dict[str, str]:
    """The attributes of a tag by name in small letters, the first where one stands twice."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(told[:200_000]):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found


def tokens(source: str, *, xml: bool) -> Iterator[Token]:
    """The tokens of a source; in XML a CDATA section is no comment."""
    place = 0
    while (start := source.find("<", place)) >= 0:
        if match := _TAG.match(source, start):
            if place < start:
                yield Token(kind="words", start=place, end=start)
            token = _tag(match)
            yield token
            place = token.end
            if token.kind == "open" and token.name in _RAW and not (xml and token.empty):
                place = _raw_end(source, token)
        elif end := _hidden(source, start, xml=xml):
            if place < start:
                yield Token(kind="words", start=place, end=start)
            yield Token(kind="other", start=start, end=end)
            place = end
        else:
            after = start + 1
            yield Token(kind="words", start=place, end=after)
            place = after
    if place < len(source):
        yield Token(kind="words", start=place, end=len(source))


def _tag(match: re.Match[str]) -> Token:
    told = match[3]
    return Token(
        kind="close" if match[1] else "open",
        start=match.start(),
        end=match.end(),
        name=match[2].lower(),
        told=told,
        empty=told.endswith("/"),
        given=attributes(told) if told.strip(" /") and not match[1] else {},
    )


def _raw_end(source: str, token: Token) -> int:
    """Where the closing tag of an element begins that holds no tags; the end of the source where there is none."""
    closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(source, token.end)
    return closing.start() if closing else len(source)


def _hidden(source: str, start: int, *, xml: bool) -> int:
    """Where a comment, a declaration or a broken tag ends; 0 where the sign is only itself."""
    if source.startswith("<!--", start):
        return _after(source, "-->", start + 2 if source.startswith(("<!-->", "<!--->"), start) else start + 4)
    if xml and source.startswith("<![CDATA[", start):
        return _after(source, "]]>", start)
    if source.startswith(("<!", "<?"), start):
        return _after(source, ">", start)
    after = source[start + 1 : start + 3]
    if after[:1] == "/" and not after[1:].isalpha():
        return _after(source, ">", start)
    if after[:1] == "/" or (after[:1].isascii() and after[:1].isalpha()):
        return len(source)  # a tag without an end: browsers show nothing more
    return 0


def _after(source: str, closing: str, start: int) -> int:
    at = source.find(closing, start)
    return len(source) if at < 0 else at + len(closing)
