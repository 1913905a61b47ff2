"""The plain text of a message as pieces: flowed or wrapped lines joined, the quoted told from its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from digest.model import Block
from digest.readers.mail.links import cleaned
from digest.readers.mail.pieces import Piece
from digest.readers.text import BULLET, MOST_LINES, RULE, clean
from digest.readers.wrapping import is_wrapped, unwrap

_HEADLINE = 30  # words
_HEADING_WORDS = 12
_PROSE_WORDS = 16
_QUOTE = re.compile(r"(?:> ?){1,20}")
_BRACKETED = re.compile(r"\s?[<(\[]\s?(https?://[^\s<>)\]]{4,4000})\s?[>)\]]")
_BARE = re.compile(r"(?<![\w/=])https?://[^\s<>\"'）】]{4,4000}")
_ONLY_LINK = re.compile(r"[<(\[]?\s?https?://\S{4,4000}")
_REFERENCE = re.compile(r"^\[(\d{1,3})\]:?\s+(https?://\S{4,4000})$")
_UNDERLINE = re.compile(r"[=\-*~#_]{4,200}$")


def pieces_of_text(text: str, *, flowed: bool) -> tuple[Piece, ...]:
    """The pieces of a plain body."""
    lines = _unflowed(text) if flowed else _lines(text)
    pieces = []
    for quoted, group in groupby(islice(lines, MOST_LINES), key=lambda line: line[1]):
        told = [(number, words) for number, _, words in group]
        plain = [line for line in told if line[1]]
        if is_wrapped(plain):
            plain = unwrap(plain)
        pieces += [_piece(words, quoted=quoted) for words in _headed(plain)]
    return tuple(_joined(piece for piece in pieces if piece is not None))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, an address on a line of its own joined to the headline above it."""
    held: Piece | None = None
    for piece in pieces:
        if held and not held.links and len(piece.links) == 1 and piece.text == piece.links[0][1]:
            words = held.text if len(held.text.split()) <= _HEADLINE and not held.text.endswith((".", ":")) else ""
            yield replace(held, links=((words, piece.links[0][1]),))
            held = None
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _lines(text: str) -> Iterator[tuple[int, bool, str]]:
    """Number, whether it is quoted, and words of each line."""
    for number, line in enumerate(text.split("\n"), 1):
        mark = _QUOTE.match(line)
        bare = line[mark.end() :] if mark else line
        yield number, bool(mark), clean(bare)[0].strip()


def _unflowed(text: str) -> Iterator[tuple[int, bool, str]]:
    """The lines of format=flowed, whose space at the end joins them (RFC 3676)."""
    held, depth, start = "", 0, 1
    for number, line in enumerate(text.replace("\r", "").split("\n"), 1):
        marks = len(line) - len(line.lstrip(">"))
        words = line[marks:].removeprefix(" ")  # a stuffed space
        if held and marks != depth:
            yield start, bool(depth), clean(held)[0].strip()
            held = ""
        start, depth = (start, depth) if held else (number, marks)
        if words.endswith(" ") and words != "-- " and len(held) < 100_000:
            held += words
            continue
        yield start, bool(depth), clean(held + words)[0].strip()
        held = ""
    if held:
        yield start, bool(depth), clean(held)[0].strip()


def _headed(lines: list[tuple[int, str]]) -> Iterator[Block]:
    """The lines without those drawn across; a line with one drawn under it is a heading."""
    for at, (number, words) in enumerate(lines):
        if words == "--":
            yield Block(text=words, line=number, rule="signature")
            continue
        if RULE.fullmatch(words):
            continue
        following = lines[at + 1][1] if at + 1 < len(lines) else ""
        under = lines[at + 1][0] == number + 1 if following else False
        above = at > 0 and RULE.fullmatch(lines[at - 1][1]) and lines[at - 1][0] == number - 1
        head = under and _UNDERLINE.match(following) and (len(following) <= len(words) + 4 or above)
        if head and len(words.split()) <= 20:
            yield Block(text=words, line=number, kind="heading", level=2, rule="underlined")
        elif words.startswith("#") and (match := re.match(r"(#{1,4}) (?=\S)", words)):
            yield Block(text=words[match.end() :], line=number, kind="heading", level=len(match[1]), rule="#")
        elif _stands_alone(lines, at):
            yield Block(text=words, line=number, kind="heading", level=3, rule="short line above text")
        else:
            yield Block(text=words, line=number)


def _stands_alone(lines: Sequence[tuple[int, str]], at: int) -> bool:
    """Whether a line of few words, blank lines around it, has prose below: a heading where no mark says so."""
    if at + 1 >= len(lines):
        return False
    (number, words), (after, following) = lines[at], lines[at + 1]
    first = at == 0 or lines[at - 1][0] < number - 1
    few = 2 <= len(words.split()) <= _HEADING_WORDS and not words.endswith((".", ",", ";", ":", "…", ">"))
    return (
        first
        and after > number + 1
        and few
        and (words[0].isupper() or words[0].isdigit())
        and len(following.split()) >= _PROSE_WORDS
    )


def _piece(block: Block, *, quoted: bool) -> Piece | None:
    words = block.text
    bullet = BULLET.match(words)
    if bullet:
        words = words[bullet.end() :]
    links: list[tuple[str, str]] = []
    for match in (*_BRACKETED.finditer(words), *_BARE.finditer(_BRACKETED.sub("", words))):
        url = cleaned((match[1] if match.re is _BRACKETED else match[0]).rstrip(".,;:!?"))
        if url:
            before = words[: match.start()].strip() if match.re is _BRACKETED else ""
            links.append((before.rpartition(". ")[2][-200:], url))
    words = links[0][1] if links and _ONLY_LINK.fullmatch(words.strip()) else _BRACKETED.sub("", words)
    if not any(map(str.isalnum, words)) and not block.rule:
        return None
    kind = "list item" if bullet else block.kind
    return Piece(text=words, kind=kind, level=block.level, links=tuple(links), quoted=quoted, rule=block.rule)
