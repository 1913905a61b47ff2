"""Typst's code in a report: what of it shows text, and what is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.citing.nouns import NOTE
from digest.reports.typst.citations import read_cite, read_named
from digest.reports.typst.syntax import (
    ARGUMENTS,
    CALL,
    CODE,
    LEFT_OUT,
    STATEMENT,
    end_of_comment,
    end_of_maths,
    end_of_raw,
)
from digest.reports.typst.walking import Frame, Walk, cite

_STRING = re.compile(r"\(\s*\"(?P<words>(?:[^\"\\]|\\.){0,4000})\"\s*(?P<end>\)|,\s*(?=\[))")
_MARKER = re.compile(r"\[(?:[^\[\]@\n]{0,200}[\s-])?@[^\[\]\n]{1,400}\]")
_LEVEL = re.compile(r"\blevel\s*:\s*(\d)")
_INCLUDED = re.compile(r"#include\s+\"([^\"\n]{1,300})\"")


def read_hash(walk: Walk, start: int) -> None:
    """Read what a hash begins: a statement, a call, a block of code or content."""
    following = walk.source[start + 1 : start + 2]
    if STATEMENT.match(walk.source, start):
        _statement(walk, start)
    elif call := CALL.match(walk.source, start):
        walk.place = call.end()
        name = call["name"]
        _CALLS.get(name, _left_out if name.partition(".")[0] in LEFT_OUT else _call)(walk, start, name)
    elif following and following in "({":
        walk.place = start + 2
        walk.open(Frame(mode="code", name="block" if following == "{" else ""))
    elif command := read_named(walk.source, start):
        walk.place = command.end
        cite(walk, command)
    elif following == "[":
        walk.place = start + 1
        walk.open_content("")
    else:
        walk.place = start + 1


def _statement(walk: Walk, start: int) -> None:
    """`let`, `set`, `show` and the like show nothing; the content of a branch or a loop does."""
    match = STATEMENT.match(walk.source, start)
    word = match["word"] if match else ""
    if included := _INCLUDED.match(walk.source, start):
        walk.inputs.append(included[1])
    walk.place = match.end() if match else start + 1
    template = word == "show" and walk.source[walk.place : walk.place + 1] == ":"  # its title and abstract are text
    if template or word in ("if", "for", "while", "context"):
        walk.open(Frame(mode="line"))
    else:
        walk.place = _end_of_statement(walk.source, walk.place)


def _end_of_statement(source: str, place: int) -> int:
    depth = 0
    while place < len(source):
        match = CODE.match(source, place)
        if not match:
            break
        kind = match.lastgroup
        if kind in ("open", "paren"):
            depth += 1
        elif kind in ("close", "unparen"):
            depth -= 1
            if depth < 0:
                return place
        elif depth == 0 and kind in ("newline", "end"):
            return place if kind == "newline" else match.end()
        place = _past(source, match)
    return len(source)


def _past(source: str, match: re.Match[str]) -> int:
    """Where a token of code ends: comments, code in backticks and maths have ends of their own."""
    if match.lastgroup == "block":
        return end_of_comment(source, match.start())
    if match.lastgroup == "raw":
        return end_of_raw(source, match.start(), len(match[0]))
    if match.lastgroup == "math":
        return end_of_maths(source, match.start())
    return match.end()


def read_code(walk: Walk) -> None:
    """Read a token of code: content in brackets is text, all else is not."""
    match = CODE.match(walk.source, walk.place)
    frame = walk.frames[-1]
    if not match:
        walk.place = len(walk.source)
        return
    kind = match.lastgroup
    word, walk.word = walk.word, ""
    if kind == "open":
        walk.open_content(word or frame.name)
        return
    walk.place = _past(walk.source, match)
    if kind in ("id", "named"):
        walk.word = match[0] if kind == "id" else ""
        frame.named = match[0] if kind == "named" else frame.named
    elif kind == "paren":
        name = "block" if match[0] == "{" else word or frame.name
        walk.open(Frame(mode="code", name=name, named=frame.named))
    elif match[0] == ",":
        frame.named = ""
    elif kind in ("unparen", "close", "newline", "end"):
        _close(walk, kind, match)


def _close(walk: Walk, kind: str, match: re.Match[str]) -> None:
    frame = walk.frames[-1]
    if frame.mode == "line":
        walk.place = match.start() if kind in ("newline", "close", "unparen") else match.end()
        walk.leave(walk.place)
    elif kind == "unparen":
        walk.leave(match.end())


def _call(walk: Walk, start: int, name: str, then: Callable[[int], None] | None = None) -> None:
    """A call: its arguments, and its content as often as a bracket follows."""
    mark = walk.source[walk.place : walk.place + 1]
    if mark == "(":
        walk.place += 1
        walk.open(Frame(mode="code", name=name, close=lambda _: _call(walk, start, name, then)))
    elif mark == "[":
        walk.open_content(name, lambda _: _rest(walk, start, name, then))
    else:
        walk.place += mark == ";"
        if then:
            then(walk.place)


def _rest(walk: Walk, start: int, name: str, then: Callable[[int], None] | None) -> None:
    """What follows the content of a call; a typed marker that follows at once is no more of it."""
    if _MARKER.match(walk.source, walk.place):
        if then:
            then(walk.place)
    else:
        _call(walk, start, name, then)


def _left_out(walk: Walk, _start: int, _name: str) -> None:
    arguments = ARGUMENTS.match(walk.source, walk.place)
    walk.place = arguments.end() if arguments else walk.place


def _cite(walk: Walk, start: int, name: str) -> None:
    command = read_cite(walk.source, start, walk.place)
    if command:
        walk.place = command.end
        cite(walk, command)
    else:
        _left_out(walk, start, name)


def _bibliography(walk: Walk, start: int, name: str) -> None:
    _left_out(walk, start, name)
    walk.finish(kind="bibliography")
    walk.draft.span = (start, walk.place)
    walk.finish()


def _link(walk: Walk, start: int, name: str) -> None:
    match = _STRING.match(walk.source, walk.place)
    if not match:
        _call(walk, start, name)
        return
    address = re.sub(r"\\(.)", r"\1", match["words"])
    draft, first = walk.draft, len(walk.draft)
    walk.place = match.end()
    following = walk.source[walk.place : walk.place + 1]
    if following != "[":
        draft.links.append((first, first + len(address), address))
        walk.place += following == ";"
        draft.put(address, start, walk.place)
        return

    def close(_: int) -> None:
        draft.links.append((first, len(draft), address))
        walk.place += walk.source[walk.place : walk.place + 1] == ")"
        walk.place += walk.source[walk.place : walk.place + 1] == ";"

    walk.open_content(name, close)


def _quote(walk: Walk, start: int, _name: str) -> None:
    """A quotation: a paragraph of its own, or words between marks."""
    arguments = ARGUMENTS.match(walk.source, walk.place)
    block = arguments is not None and re.search(r"\bblock\s*:\s*true", arguments["inside"]) is not None
    if block and arguments and "@" in arguments["inside"]:  # whose words they are is told by a citation
        walk.finish()
        walk.place += 1
        walk.open(Frame(mode="code", name="quote", close=lambda _: _quoted(walk, start, block=block)))
        return
    walk.place = arguments.end() if arguments else walk.place
    _quoted(walk, start, block=block)


def _quoted(walk: Walk, start: int, *, block: bool) -> None:
    if walk.source[walk.place : walk.place + 1] != "[":
        return
    if block:
        walk.open_content("", lambda _: walk.finish())
        walk.kind = "quotation"
        walk.finish()
        return
    draft = walk.draft
    draft.put("“", start, walk.place + 1)

    def close(end: int) -> None:
        walk.place += walk.source[walk.place : walk.place + 1] == ";"
        draft.put("”", end - 1, walk.place)

    walk.open_content("quote", close)


def _heading(walk: Walk, _start: int, _name: str) -> None:
    arguments = ARGUMENTS.match(walk.source, walk.place)
    level = _LEVEL.search(arguments["inside"]) if arguments else None
    walk.place = arguments.end() if arguments else walk.place
    if walk.source[walk.place : walk.place + 1] == "[":
        walk.finish("heading", level=int(level[1]) if level else 1)
        walk.open_content("", lambda _: walk.finish())


def _footnote(walk: Walk, start: int, name: str) -> None:
    """A note; one that calls an earlier note again shows only its number."""
    arguments = ARGUMENTS.match(walk.source, walk.place)
    if arguments and walk.source[arguments.end() : arguments.end() + 1] != "[":
        walk.place = arguments.end()
        walk.draft.hide(NOTE, start, walk.place)
        return
    walk.place = arguments.end() if arguments else walk.place
    _call(walk, start, name)


_CALLS: dict[str, Callable[[Walk, int, str], None]] = {
    "bibliography": _bibliography,
    "cite": _cite,
    "footnote": _footnote,
    "heading": _heading,
    "link": _link,
    "quote": _quote,
}
