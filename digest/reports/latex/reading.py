"""A LaTeX source → its paragraphs, each character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.citing.markers import as_marker
from digest.citing.nouns import NOTE
from digest.interchange.latex import to_text
from digest.reports.latex.citations import Family, read_command
from digest.reports.latex.commands import read_word
from digest.reports.latex.preamble import BEGUN, ENDED
from digest.reports.latex.tokens import Token
from digest.reports.latex.traces import LIST
from digest.reports.latex.walking import Frame, Walk
from digest.reports.latex.words import ARGUMENTS, QUOTING, TABLES
from digest.reports.sourcemap import Command, Draft

_LENGTH = re.compile(r"\*?\[\s{0,9}-?[\d.,]{1,9}\s{0,9}(?:\\?[A-Za-z]{1,20})\s{0,9}\]")  # after a line's end
_MARKS = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_SYMBOLS = {**dict.fromkeys("&%$#_{}", None), ",": " ", ";": " ", ":": " ", " ": " ", "\n": " ", "\t": " ", ">": " "}


def read_paragraphs(source: str, family: Family) -> tuple[list[Draft], list[str]]:
    """The paragraphs of a source's body, and what files it takes in."""
    begun = BEGUN.search(source)
    start = begun.end() if begun else 0
    ended = ENDED.search(source, start)
    walk = Walk(source, start, ended.start() if ended else len(source), family)
    while walk.place < len(walk.tokens):
        token = walk.tokens[walk.place]
        walk.place += 1
        _HANDLERS.get(token.kind, _text)(walk, token)
    while walk.frames:
        walk.leave(walk.tokens[-1])
    walk.draft.trim()
    return walk.flows[0], walk.inputs


def _text(walk: Walk, token: Token) -> None:
    walk.draft.run(walk.source[token.start : token.end], token.start)


def cite(walk: Walk, command: Command) -> None:
    """Put a citation: as text, or as a note that holds nothing else."""
    shown = as_marker(command.sources)
    if not command.note or len(walk.flows) > 1:
        walk.draft.cite(command, shown)
        return
    inside = Draft(part="footnote")
    inside.called = (command.start, command.end)
    inside.cite(command, shown)
    walk.draft.notes.append((len(walk.draft), [inside]))
    walk.draft.put(NOTE, command.start, command.end)


def _open(walk: Walk, _token: Token) -> None:
    walk.frames.append(Frame())


def _close(walk: Walk, token: Token) -> None:
    if walk.frames and not walk.frames[-1].name:
        walk.leave(token)


def _begin(walk: Walk, token: Token) -> None:
    walk.frames.append(Frame(name=token.name, kind=walk.kind, part=walk.part))
    if token.name in QUOTING:
        walk.kind = "quotation"
    elif token.name in TABLES and len(walk.flows) == 1:
        walk.part = "table"
    walk.finish()
    number = TABLES.get(token.name, ARGUMENTS.get(token.name, 0))
    if walk.place in walk.closing and walk.tokens[walk.place].kind == "opt":
        inside = walk.source[walk.tokens[walk.place].end : walk.tokens[walk.closing[walk.place]].start]
        if "@" not in inside:
            walk.place = walk.closing[walk.place] + 1
    walk.skip_arguments(number)


def _end(walk: Walk, token: Token) -> None:
    """End an environment, and whatever was left open in it; one that nobody began is passed over."""
    depth = next((n for n, frame in enumerate(reversed(walk.frames[-200:])) if frame.name == token.name), None)
    for _ in range(0 if depth is None else depth + 1):
        walk.leave(token)


def _maths(walk: Walk, token: Token) -> None:
    walk.draft.hide(NOTE, token.start, token.end)


def _verb(walk: Walk, token: Token) -> None:
    inside = walk.source[token.start : token.end]
    place = len(inside) - 1 - max(inside[:-1].rfind(inside[-1] if inside[-1] != "}" else "{"), 0)
    walk.draft.hide(inside[len(inside) - place : -1] or NOTE, token.start, token.end)


def _verbatim(walk: Walk, token: Token) -> None:
    walk.finish(kind="code")
    inside = walk.source[token.start : token.end]
    walk.draft.hide(inside.partition("}")[2].rpartition("\\end")[0].strip("\r\n"), token.start, token.end)
    walk.finish()


def _bibliography(walk: Walk, token: Token) -> None:
    """A list that a person typed: its place is known, its entries are no text that cites."""
    walk.finish(kind="bibliography")
    walk.draft.span = (token.start, token.end)
    walk.finish()


def _comment(walk: Walk, token: Token) -> None:
    """Nothing, unless it is the trace of a list that an earlier run set."""
    if walk.lists and walk.source.startswith("% digest: sources begin", token.start):
        match = LIST.match(walk.source, token.start)
        walk.lists = bool(match)  # where one has no end, none that follows has
        if match:
            _bibliography(walk, Token("bibliography", token.start, match.end()))
            walk.skip_to(match.end())


def _symbol(walk: Walk, token: Token) -> None:
    mark = walk.source[token.start + 1 : token.end]
    if mark == "\\":
        if length := _LENGTH.match(walk.source, token.end):
            walk.skip_to(length.end())
        if walk.part == "table":
            walk.finish()
        else:
            walk.draft.blank(token.start, token.end)
    elif mark in _SYMBOLS:
        walk.draft.put(_SYMBOLS[mark] or mark, token.start, token.end)
    elif mark == "\r\n":
        walk.draft.blank(token.start, token.end)


def _amp(walk: Walk, token: Token) -> None:
    if walk.part == "table":
        walk.finish()
    else:
        walk.draft.run("&", token.start)


def _bracket(walk: Walk, token: Token) -> None:
    if walk.place - 1 in walk.silent:
        walk.draft.blank(token.start, token.end)
    else:
        walk.draft.run(walk.source[token.start : token.end], token.start)


def _url(walk: Walk, token: Token) -> None:
    address = _unescaped(token.name)
    walk.draft.links.append((len(walk.draft), len(walk.draft) + len(address), address))
    walk.draft.put(address, token.start, token.end)


def _href(walk: Walk, token: Token) -> None:
    draft, start, address = walk.draft, len(walk.draft), _unescaped(token.name)
    walk.enter(lambda _: draft.links.append((start, len(draft), address)))


def _unescaped(address: str) -> str:
    return re.sub(r"\\([%#&_{}$~])", r"\1", address.replace(r"\string~", "~")).strip()


def _word(walk: Walk, token: Token) -> None:
    if command := read_command(walk.source, token.start, token.end, walk.family):
        cite(walk, command)
        walk.skip_to(command.end)
    else:
        read_word(walk, token)


_HANDLERS: dict[str, Callable[[Walk, Token], None]] = {
    "accent": lambda walk, token: walk.draft.put(to_text(walk.source[token.start : token.end]), token.start, token.end),
    "amp": _amp,
    "begin": _begin,
    "bibliography": _bibliography,
    "break": lambda walk, _token: walk.finish(),
    "close": _close,
    "comment": _comment,
    "display": _maths,
    "end": _end,
    "href": _href,
    "mark": lambda walk, token: walk.draft.put(_MARKS[walk.source[token.start : token.end]], token.start, token.end),
    "math": _maths,
    "open": _open,
    "opt": _bracket,
    "space": lambda walk, token: walk.draft.blank(token.start, token.end),
    "symbol": _symbol,
    "tie": lambda walk, token: walk.draft.put("\u00a0", token.start, token.end),
    "tpo": _bracket,
    "url": _url,
    "verb": _verb,
    "verbatim": _verbatim,
    "word": _word,
}
