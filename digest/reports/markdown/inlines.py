"""The words of a block of Markdown: what is shown and what is a mark, each with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape
from html.entities import html5

from digest.citing.nouns import NOTE
from digest.reports.markdown.emphasis import Node, flanks
from digest.reports.markdown.flats import Flat, References
from digest.reports.markdown.lines import TAG
from digest.reports.markuptraces import unescaped

__all__ = ["nodes_of"]

_TOKEN = re.compile(
    r"\\[\s\S]|`+|<|&(?=#?\w{1,32};)|\^\[|!?\[|\]|\{(?:\{(?!\{)|%)|%%(?!%)|\*+|_+|~~+|\$+|(?<!\w)(?:https?://|www\.(?=\w))|\n",
    re.I,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>|`]{1,4000}", re.I)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_AUTOLINK = re.compile(
    r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{0,4000}|[\w.+-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,100}){1,10})>"
)
_COMMENTS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_CALL = re.compile(r"\[\^([^\]\s]{1,100})\]")
_TARGET = re.compile(
    r"\([ \t\n]{0,9}(?:<([^<>\n]{0,4000})>|((?:[^\s()<>\\]|\\.|\((?:[^\s()<>\\]|\\.){0,2000}\)){0,4000}))"
    r"(?:[ \t\n]{1,9}(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|\([^()]{0,2000}\)))?[ \t\n]{0,9}\)"
)
_APART = re.compile(
    r"\{\{(?:[^{}]|\{(?!\{)|\}(?!\})){0,4000}+\}\}|\{%(?:[^%{]|%(?!\})|\{(?!%)){0,4000}+%\}"
    r"|%%(?:[^%]|%(?!%)){1,4000}+%%|!?\[\[[^\[\]\n]{1,500}\]\](?!\()"
)
"""What other programs read for themselves: a site's templates, a notebook's comments and links to its pages."""
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_ATTRIBUTES = re.compile(r"\{[ ]?[#.\w\-=][^{}\n]{0,300}\}")
_MATHS = re.compile(r"\$\$[^$]{1,5000}\$\$|\$(?=\S)[^$\n]{1,1000}(?<=\S)\$(?!\d)")
_FIELD = re.compile(r'<span data-digest="([^"<>]{1,20000})"(?: data-typed="([^"<>]{0,20000})")?>')
_SPAN = re.compile(r"<(/?)span\b", re.I)
_SOLID = re.compile(r"<(/?)(\w{1,20})")
_DEEPEST = 20  # notes within notes
_VOID = {"br", "hr", "img", "input", "wbr", "area", "col", "embed", "link", "meta", "source", "track"}


class _Reading:
    """One pass over a block; what has no end is looked for once."""

    def __init__(self, flat: Flat, known: References) -> None:
        self.text, self.flat, self.known = flat.text, flat, known
        self.nodes: list[Node] = []
        self.brackets: list[Node] = []
        self.notes: list[Node] = []  # those of the brackets that may open one
        self.spans: list[Node] = []
        self.missing: set[str] = set()
        self.ticks: dict[int, list[int]] | None = None

    def read(self) -> list[Node]:
        """The nodes of the block, in order."""
        place = 0
        while match := _TOKEN.search(self.text, place):
            self._literal(place, match.start())
            place = self._token(match)
        self._literal(place, len(self.text))
        return self.nodes

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            self.nodes.append(Node("text", start, end, self.text[start:end]))

    def _atom(self, start: int, end: int, text: str, *, opaque: bool = False) -> int:
        self._put(Node("atom", start, end, text), opaque=opaque)
        return end

    def _put(self, node: Node, *, opaque: bool = False, url: str = "") -> Node:
        node.opaque, node.url = opaque, url
        self.nodes.append(node)
        return node

    def _gap(self, start: int, end: int, role: str = "other", name: str = "") -> Node:
        node = self._put(Node("gap", start, end, name=name))
        node.role = role
        return node

    def _token(self, match: re.Match[str]) -> int:
        """Read what begins here; where reading goes on."""
        token, start, end = match[0], match.start(), match.end()
        first = token[0]
        if first == "\n":
            return self._atom(start, end, " ")
        if first == "\\":
            return self._escaped(start, end)
        if first in "hHwW":
            return self._address(start)
        if first in "*_~":
            before, after = self.text[start - 1 : start], self.text[end : end + 1]
            opens, closes = flanks(first, before, after)
            self._put(Node("marks", start, end, token, name=first)).role = f"{'o' * opens}{'c' * closes}"
            return end
        return _READERS[first](self, start, end)

    def _escaped(self, start: int, end: int) -> int:
        after = self.text[start + 1]
        if after == "\n":
            return self._atom(start, end, " ")
        if after.isascii() and not after.isalnum() and not after.isspace():
            return self._atom(start, end, after, opaque=after in "@[]")
        self._literal(start, start + 1)
        return start + 1

    def _address(self, start: int) -> int:
        match = _URL.match(self.text, start)
        if not match:
            self._literal(start, start + 1)
            return start + 1
        shown = match[0].rstrip("?!.,:;*_~'\"“”’")
        shown = shown.rstrip(")]}") if shown.count(")") > shown.count("(") else shown
        if "](" in shown or "][" in shown:
            shown = shown[: shown.index("]")]
        end = start + max(1, len(shown))
        self._put(Node("text", start, end, self.text[start:end]), url=shown)
        return end

    def _code(self, start: int, end: int) -> int:
        """A stretch of code up to marks as many as opened it."""
        if self.ticks is None:
            self.ticks = {}
            for run in re.finditer("`+", self.text):
                self.ticks.setdefault(len(run[0]), []).append(run.start())
        same = self.ticks.get(end - start, [])
        at = bisect_left(same, end)
        if at >= len(same):
            self._literal(start, end)
            return end
        closing = same[at]
        self._gap(start, end, "open", "`")
        self._put(Node("code", end, closing, self.text[end:closing].replace("\n", " ")), opaque=True)
        after = closing + end - start
        attributes = _ATTRIBUTES.match(self.text, after)
        self._gap(closing, attributes.end() if attributes else after, "close", "`")
        return attributes.end() if attributes else after

    def _maths(self, start: int, end: int) -> int:
        match = _MATHS.match(self.text, start)
        if not match:
            self._literal(start, end)
            return end
        self._put(Node("code", start, match.end(), match[0].replace("\n", " ")), opaque=True)
        return match.end()

    def _apart(self, start: int, end: int) -> int:
        match = _APART.match(self.text, start)
        if not match:
            self._literal(start, end)
            return end
        self._put(Node("code", start, match.end(), match[0].replace("\n", " ")), opaque=True)
        return match.end()

    def _entity(self, start: int, end: int) -> int:
        match = _ENTITY.match(self.text, start)
        if match and (match[0][1] == "#" or match[0][1:] in html5):
            return self._atom(start, match.end(), unescape(match[0]), opaque=unescape(match[0]) in "@[]")
        self._literal(start, end)
        return end

    def _angle(self, start: int, end: int) -> int:
        """An address in angle brackets, a comment or a tag."""
        if match := _AUTOLINK.match(self.text, start):
            url = match[1] if ":" in match[1] else f"mailto:{match[1]}"
            self._gap(start, end, "open", "<")
            self._put(Node("text", end, match.end() - 1, match[1]), url=url, opaque="@" in match[1])
            self._gap(match.end() - 1, match.end(), "close", "<")
            return match.end()
        for opening, closing in _COMMENTS:
            if self.text.startswith(opening, start) and (after := self._closed(closing, start)):
                self._gap(start, after)
                return after
        if match := TAG.match(self.text, start):
            return self._tag(start, match.end())
        self._literal(start, end)
        return end

    def _closed(self, closing: str, start: int) -> int:
        if closing in self.missing:
            return 0
        at = self.text.find(closing, start)
        if at < 0:
            self.missing.add(closing)
            return 0
        return at + len(closing)

    def _tag(self, start: int, end: int) -> int:
        name = _SOLID.match(self.text, start)
        closing, tag = (name[1], name[2].lower()) if name else ("", "")
        if tag == "br":
            return self._atom(start, end, " ")
        role = "other" if tag in _VOID or self.text[end - 2] == "/" else "close" if closing else "open"
        node = self._gap(start, end, role, tag)
        if tag == "span" and closing and self.spans:
            self.spans.pop().peer = node
        elif tag == "span" and not closing:
            match = _FIELD.fullmatch(self.text, start, end)
            node.field = (unescaped(match[1]), unescaped(match[2])) if match else None
            self.spans.append(node)
        return end

    def _note(self, start: int, end: int) -> int:
        node = self._put(Node("bracket", start, end, self.text[start:end]))
        node.index, node.left = len(self.nodes) - 1, 0
        self.brackets.append(node)
        if node.text == "^[":
            self.notes.append(node)
        return end

    def _bracket(self, start: int, end: int) -> int:
        if match := _APART.match(self.text, start):
            return self._apart(start, match.end())
        call = _CALL.match(self.text, start)
        if call and call[1] in self.known.notes:
            self.nodes.append(Node("call", start, call.end(), NOTE, name=call[1]))
            return call.end()
        return self._note(start, end)

    def _closing(self, start: int, end: int) -> int:
        """What a closing bracket ends: a link, a note, a span, or nothing."""
        if not self.brackets:
            self._literal(start, end)
            return end
        opening = self.brackets.pop()
        if opening.text == "^[":
            return self._inline_note(opening, end)
        url, after = self._target(opening, start, end)
        if url is None and (match := _ATTRIBUTES.match(self.text, end)):
            after = match.end()
        elif url is None:
            self._literal(start, end)
            return end
        opening.kind, opening.role, opening.name = "gap", "open", "["
        closing = self._gap(start, after, "close", "[")
        if url is not None and opening.text == "[":
            opening.url, opening.peer = url, closing
        return after

    def _target(self, opening: Node, start: int, end: int) -> tuple[str | None, int]:
        """The address that brackets name, and where the naming ends."""
        if match := _TARGET.match(self.text, end):
            return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", match[1] or match[2] or "")), match.end()
        inside = self.text[opening.end : start] if start - opening.end < 1000 else ""
        match = _LABEL.match(self.text, end)
        for label, after in ((match[1] or inside, match.end()) if match else ("", 0), (inside, end)):
            url = self.known.addresses.get(" ".join(label.split()).casefold()) if label else None
            if url is not None:
                return url, after
        return None, end

    def _inline_note(self, opening: Node, end: int) -> int:
        self.notes.pop()
        deep = opening.left + 1
        if self.notes:
            self.notes[-1].left = max(self.notes[-1].left, deep)
        if deep > _DEEPEST:
            self._literal(end - 1, end)
            return end
        inside = tuple(self.nodes[opening.index + 1 :])
        del self.nodes[opening.index :]
        node = Node("call", opening.start, end, NOTE)
        node.inside = inside
        self.nodes.append(node)
        return end


_READERS = {
    "`": _Reading._code,
    "$": _Reading._maths,
    "&": _Reading._entity,
    "<": _Reading._angle,
    "^": _Reading._note,
    "{": _Reading._apart,
    "%": _Reading._apart,
    "!": _Reading._bracket,
    "[": _Reading._bracket,
    "]": _Reading._closing,
}
"""What reads on from a mark."""


def nodes_of(flat: Flat, known: References) -> list[Node]:
    """The nodes of a block, in order."""
    return _Reading(flat, known).read()
