"""HTML as a report: its paragraphs in the order a reader meets them, each with its places in the source."""

from __future__ import annotations

import re
from html import unescape
from typing import Literal

import digest.reports.html.elements as elements
from digest.citing.nouns import NOTE, Part
from digest.citing.places import is_bibliography_marker
from digest.reports.html.page import Document, Element, declared, entity, in_sequence, of_pandoc
from digest.reports.html.tokens import Token, attributes, tokens
from digest.reports.markup import Block, Field, Gap
from digest.reports.markupsource import Source, read_source
from digest.reports.markuptraces import told

__all__ = ["document_of"]

_WORDS = re.compile(
    r"[ \t\r\n\f]+|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^\s&]+(?: [^\s&]+)*+|[\s&]"
)
_CALL = re.compile(r"<a\s[^<>]{0,2000}>", re.IGNORECASE)
_NAMES = re.compile(
    r"\b(?:id|name)\s{0,9}=\s{0,9}(?:\"([^\"<>]{1,200})\"|'([^'<>]{1,200})'|([^\s\"'<>]{1,200}))", re.IGNORECASE
)
_LONGEST = 20_000  # letters of a citation
_SEARCHED = 64  # elements that are looked through for one to close


def document_of(data: bytes, name: str) -> Document:
    """`data` taken apart."""
    source = read_source(data, name, declared(data))
    xml = name.lower().endswith(".xhtml") or source.text.lstrip()[:5] == "<?xml"
    reading = _Reading(source)
    for token in tokens(source.text, xml=xml):
        _READ[token.kind](reading, token)
    reading.end(len(source.text))
    return reading.made


class _Reading:
    """One pass over the tokens of a page."""

    def __init__(self, source: Source) -> None:
        self.made = Document(source=source)
        self.text = source.text
        self.open: list[Element] = []
        self.counts: dict[str, int] = {}
        self.hidden = self.contents = 0
        self.block: Block | None = None
        self.found: list[Block] = []
        self.notes: list[str] = []  # names of those that are open
        self.begun = 0  # where the tag begins behind which nothing has been shown
        self.begun_by = ""
        self.targets = self._targets()

    def _targets(self) -> set[str]:
        """The names of the notes that are called and stand in the page."""
        given = (attributes(match[0][2:-1]) for match in _CALL.finditer(self.text))
        names = {name for one in given if (name := elements.called(one))}
        if not names:
            return set()
        there = {unescape(next(filter(None, match))) for match in _NAMES.findall(self.text)}
        return names & there

    # Words.

    def words(self, token: Token) -> None:
        """Put words, their blanks as a reader sees them."""
        if self.hidden:
            return
        verbatim = self.counts.get("pre", 0) > 0
        for match in _WORDS.finditer(self.text, token.start, token.end):
            piece, start, end = match[0], match.start(), match.end()
            if piece.isspace() and piece not in "\u00a0\u2007\u202f" and not verbatim:
                self._blank(start, end)
            elif piece[0] == "&" and (length := entity(piece)):
                self._begun().put(unescape(piece[:length]), start, start + length)
                self._begun().run(piece[length:], start + length)
            else:
                self._begun().run(piece, start)

    def _blank(self, start: int, end: int) -> None:
        if self.block and self.block.pieces and not self.block.pieces[-1].endswith((" ", "\n")):
            self.block.put(" ", start, end)

    def _begun(self) -> Block:
        """The paragraph that is being read; where none is, one begins."""
        if self.block is None:
            self.block = Block(
                part=self._part(), kind=elements.kind_of(self.counts), level=elements.level_of(self.counts)
            )
            self.block.note = self.notes[-1] if self.notes else ""
            self.block.span = (self.begun, 0)
        return self.block

    def _part(self) -> Part:
        if self.notes:
            return "footnote"
        return "table" if self.counts.get("td") or self.counts.get("th") else "body"

    def _gap(self, token: Token, role: Literal["open", "close", "other"]) -> None:
        if self.hidden:
            return
        if role == "open" and not self.block:
            return  # what opens before the first word is put to it by `_opened`
        if self.block:
            place = len(self.block)
            self.block.gaps.append(Gap(place=place, start=token.start, end=token.end, role=role, name=token.name))

    def finish(self, end: int, *, closed_by: Token | None = None) -> None:
        """End the paragraph; a tag that closes what it began with makes it all of that element."""
        block, self.block = self.block, None
        begun_by, self.begun_by = self.begun_by, ""
        if block is None:
            return
        block.trim()
        whole = closed_by is not None and closed_by.name == begun_by and block.span[0] < block.first
        last = block.ends[-1] if len(block) else end
        block.span = (block.span[0], closed_by.end) if whole and closed_by else (block.first, last)
        if len(block) or block.calls or block.fields:
            if is_bibliography_marker(block.text) and "bibliography" not in self.made.regions:
                block.kind = "bibliography"
            if self.counts.get("pre") or self.contents:
                block.opaque.append((0, len(block)))
            self.found.append(block)

    # Tags.

    def opening(self, token: Token) -> None:
        """Open an element."""
        name = token.name
        if self.counts.get("head") and name not in elements.IN_HEAD:
            self._close_to("head", token)
        if name in elements.BLOCKS:
            self._open_block(token)
        elif name == "br" and not self.hidden:
            if self.block:
                self.block.put(" ", token.start, token.end)
            return
        if name in elements.VOID or (token.empty and name not in elements.BLOCKS):
            self._gap(token, "other")
            return
        self._push(token)

    def _open_block(self, token: Token) -> None:
        if not self.hidden:
            self.finish(token.start)
            self.begun, self.begun_by = token.start, token.name
        self._close_siblings(token)
        if token.name == "html":
            self.made.language = token.given.get("lang") or token.given.get("xml:lang") or None
        if token.name in ("html", "body"):
            self.made.direction = token.given.get("dir", self.made.direction).lower()

    def _close_siblings(self, token: Token) -> None:
        """Close what the beginning of this element ends: a paragraph, or the item before."""
        ended = elements.SIBLINGS.get(token.name, frozenset()) | elements.CLOSED_BY_BLOCK
        for back, one in enumerate(reversed(self.open)):
            if back >= _SEARCHED:
                return
            if one.name in ended:
                self._pop_to(len(self.open) - 1 - back, token)
                return
            if one.name in elements.BOUNDS:
                return

    def _push(self, token: Token) -> None:
        given = token.given
        one = Element(token=token, hidden=elements.is_hidden(token.name, given))
        names = [given[name] for name in ("id", "name") if given.get(name) in self.targets]
        if names and token.name in elements.BLOCKS:
            one.note = names[0]
            self.notes.append(one.note)
        elif names and not self.hidden:
            self._begun().note, self._begun().part = names[0], "footnote"
        if elements.is_list_of_sources(given) and "bibliography" not in self.made.regions and not self.hidden:
            self.finish(token.start)
            one.hidden = True
        if token.name == "a":
            one.call = elements.called(given) if elements.called(given) in self.targets else ""
            one.hidden = one.hidden or bool(one.call) or (bool(self.notes or names) and elements.is_back(given))
        self._opened(one)
        self.hidden, self.contents = self.hidden + one.hidden, self.contents + one.contents
        self.open.append(one)
        self.counts[token.name] = self.counts.get(token.name, 0) + 1

    def _opened(self, one: Element) -> None:
        """Take note of where in its paragraph an element begins."""
        token = one.token
        if self.hidden or token.name in elements.BLOCKS:
            return
        if one.call or "data-digest" in token.given or "data-cites" in token.given or token.name in _NOTED:
            block = self._begun()
            one.block, one.place, one.piece = block, len(block), len(block.pieces)
            if token.name == "q":
                block.put("“", token.start, token.end)
                return
        if self.block is None:
            self.block = self._begun()
        self._gap(token, "open")

    def closing(self, token: Token) -> None:
        """Close an element, and what was left open within it."""
        name = token.name
        if not self.counts.get(name):
            if name == "p" and not self.hidden:
                self.finish(token.start)
            return
        if name in elements.BLOCKS or name in elements.HIDDEN:
            self._close_to(name, token)
            return
        for back in range(1, min(_SEARCHED, len(self.open)) + 1):
            if self.open[-back].name == name:
                self._ended(self.open.pop(-back), token)
                return

    def _close_to(self, name: str, token: Token) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].name == name:
                self._pop_to(place, token)
                return

    def _pop_to(self, place: int, token: Token) -> None:
        while len(self.open) > place:
            one = self.open.pop()
            self._ended(one, token if one.name == token.name and token.kind == "close" else None)

    def _ended(self, one: Element, token: Token | None) -> None:
        """End an element; without a token it was never closed."""
        self.counts[one.name] -= 1
        start, end = one.token.start, token.end if token else one.token.end
        if one.name in elements.BLOCKS and not self.hidden:
            self.counts[one.name] += 1
            self.finish(token.start if token else one.token.end, closed_by=token)
            self.counts[one.name] -= 1
        self.hidden, self.contents = self.hidden - one.hidden, self.contents - one.contents
        if one.note:
            self.notes.remove(one.note)
        if one.name in ("main", "article", "body", "html"):
            self.made.ends.setdefault(one.name, []).append(token.start if token else -1)
        self._region(one, token)
        if self.hidden or one.name in elements.BLOCKS:
            return
        if one.block is not None and one.block is self.block and token:
            self._inline(one, one.block, (start, end), token)
        elif token:
            self._gap(token, "close")

    def _region(self, one: Element, token: Token | None) -> None:
        given = one.token.given
        span = (one.token.start, token.end if token else len(self.text), given)
        if given.get("data-digest") == "notes":
            self.made.regions["notes"] = span
        if one.hidden and elements.is_list_of_sources(given) and not self.hidden:
            self.made.regions.setdefault("bibliography", span)
            block = Block(kind="bibliography")
            block.span = span[:2]
            inside = re.sub(r"<[^<>]*>", " ", self.text[one.token.end : token.start if token else len(self.text)])
            block.put(" ".join(unescape(inside).split()), *block.span)
            block.opaque.append((0, len(block)))
            self.found.append(block)

    def _inline(self, one: Element, block: Block, span: tuple[int, int], token: Token) -> None:
        """End an element that means something: a call, a citation, a link, code, what is struck out."""
        given, first = one.token.given, one.place
        if one.call:
            block.calls.append((len(block), *span, one.call))
            block.put(NOTE, *span)
            return
        if one.name == "q":
            block.put("”", token.start, token.end)
            return
        self._gap(token, "close")
        if "data-digest" in given or "data-cites" in given:
            self._cite(one, block, span)
        elif one.name == "a" and given.get("href") and first < len(block):
            block.links.append((first, len(block), given["href"].strip()))
        elif one.name in elements.CODE | elements.STRUCK and first < len(block):
            block.opaque.append((first, len(block)))

    def _cite(self, one: Element, block: Block, span: tuple[int, int]) -> None:
        if len(block) - one.place > _LONGEST:
            return
        given, shown = one.token.given, block.shown_from(one.piece)
        sources = told(given.get("data-digest", "")) or of_pandoc(given.get("data-cites", ""), shown)
        if sources and NOTE not in shown:
            typed = given.get("data-typed", "")
            block.fields.append(Field(start=one.place, end=len(block), source=span, sources=sources, typed=typed))

    def end(self, length: int) -> None:
        """End what is open at the end of the source, and put the notes behind what calls them."""
        self._pop_to(0, Token(kind="other", start=length, end=length))
        self.finish(length)
        in_sequence(self.made, self.found)


_NOTED = elements.CODE | elements.STRUCK | {"a", "q"}
_READ = {"words": _Reading.words, "open": _Reading.opening, "close": _Reading.closing, "other": lambda *_: None}
