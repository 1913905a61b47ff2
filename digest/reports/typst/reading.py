"""A Typst source → its paragraphs, each character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.citing.nouns import NOTE
from digest.reports.sourcemap import Draft
from digest.reports.typst.calls import read_code, read_hash
from digest.reports.typst.citations import read_reference
from digest.reports.typst.syntax import LINE_START, MARKUP, end_of_comment, end_of_maths, end_of_raw, plain
from digest.reports.typst.traces import LIST
from digest.reports.typst.walking import Frame, Walk, cite

_DASHES = {"---": "—", "--": "–", "-?": "", "...": "…"}


def read_paragraphs(source: str) -> tuple[list[Draft], list[str]]:
    """The paragraphs of a source, and what files it takes in."""
    walk = Walk(source)
    _line_start(walk)
    while walk.place < len(source):
        if walk.mode == "markup":
            _read_markup(walk)
        else:
            read_code(walk)
    while walk.frames:
        walk.leave(len(source))
    walk.draft.trim()
    return walk.flows[0], walk.inputs


def _read_markup(walk: Walk) -> None:
    match = MARKUP.match(walk.source, walk.place)
    if not match:
        walk.place = len(walk.source)
        return
    kind = "ref" if match.lastgroup == "key" else match.lastgroup or "text"
    walk.place = match.end()
    _HANDLERS[kind](walk, match)


def _text(walk: Walk, match: re.Match[str]) -> None:
    walk.draft.run(match[0], match.start())


def _escape(walk: Walk, match: re.Match[str]) -> None:
    walk.draft.put(match[0][1:], match.start(), match.end())


def _unicode(walk: Walk, match: re.Match[str]) -> None:
    walk.draft.put(plain(match[0]), match.start(), match.end())


def _space(walk: Walk, match: re.Match[str]) -> None:
    """A blank; a line that is empty, or a heading's end, ends a paragraph."""
    lines = match[0].count("\n")
    if not lines:
        walk.draft.blank(match.start(), match.end())
        return
    kind = walk.draft.kind
    indented = match[0].rpartition("\n")[2] != ""
    if lines > 1 or kind == "heading" or (kind == "list item" and not indented):
        walk.finish()
    else:
        walk.draft.blank(match.start(), match.end())
    _line_start(walk)


def _line_start(walk: Walk) -> None:
    """A heading, an item of a list, or a term, where a line begins with its mark."""
    match = LINE_START.match(walk.source, walk.place)
    if not match or (walk.frames and walk.frames[-1].plain):
        return
    walk.place = match.end()
    if match["heading"]:
        walk.finish("heading", level=len(match["heading"]))
    else:
        walk.finish("list item")


def _comment(walk: Walk, match: re.Match[str]) -> None:
    """Nothing, unless it is the trace of a list that an earlier run set."""
    if walk.lists and match[0].startswith("// digest: sources begin"):
        found = LIST.match(walk.source, match.start())
        walk.lists = bool(found)
        if found:
            walk.finish(kind="bibliography")
            walk.draft.span = found.span()
            walk.finish()
            walk.place = found.end()


def _block(walk: Walk, match: re.Match[str]) -> None:
    walk.place = end_of_comment(walk.source, match.start())


def _raw(walk: Walk, match: re.Match[str]) -> None:
    ticks = len(match[0])
    walk.place = end_of_raw(walk.source, match.start(), ticks)
    inside = walk.source[match.end() : max(match.end(), walk.place - ticks)]
    if "\n" in inside:
        walk.finish(kind="code")
        walk.draft.hide(inside.strip("\r\n"), match.start(), walk.place)
        walk.finish()
    elif inside:
        walk.draft.hide(inside, match.start(), walk.place)


def _maths(walk: Walk, match: re.Match[str]) -> None:
    walk.place = end_of_maths(walk.source, match.start())
    walk.draft.hide(NOTE, match.start(), walk.place)


def _reference(walk: Walk, match: re.Match[str]) -> None:
    """A citation; of a label of the report's own, a number; in brackets that are only shown, a typed marker."""
    in_word = walk.source[match.start() - 1 : match.start()].isalnum()  # an address
    if in_word or (walk.frames and walk.frames[-1].plain):
        _text(walk, match)
        return
    command = read_reference(walk.source, match.start(), match.end(), match["key"])
    walk.place = command.end
    if match["key"] in walk.labels:
        walk.draft.hide(NOTE, command.start, command.end)
    else:
        cite(walk, command)


def _open(walk: Walk, match: re.Match[str]) -> None:
    walk.draft.run("[", match.start())
    walk.open(Frame(mode="markup", plain=True))


def _close(walk: Walk, match: re.Match[str]) -> None:
    if not walk.frames or walk.frames[-1].plain:
        walk.draft.run("]", match.start())
    if walk.frames:
        walk.leave(match.end())


def _mark(walk: Walk, match: re.Match[str]) -> None:
    """Emphasis, which is not shown; within a word it is a character."""
    around = walk.source[max(0, match.start() - 1) : match.start()] + walk.source[match.end() : match.end() + 1]
    if len(around) == 2 and around.isalnum():
        walk.draft.run(match[0], match.start())


def _quote(walk: Walk, match: re.Match[str]) -> None:
    """A mark that Typst turns as it must stand."""
    before = walk.draft.chars[-1] if walk.draft.chars else " "
    opens = before.isspace() or before in "([{—–“‘/"
    pair = "“”" if match[0] == '"' else "‘’"
    walk.draft.put(pair[0 if opens else 1], match.start(), match.end())


def _url(walk: Walk, match: re.Match[str]) -> None:
    address = match[0].rstrip(".,;:!?'")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1]
    walk.place = match.start() + len(address)
    walk.draft.links.append((len(walk.draft), len(walk.draft) + len(address), address))
    walk.draft.run(address, match.start())


_HANDLERS: dict[str, Callable[[Walk, re.Match[str]], None]] = {
    "block": _block,
    "close": _close,
    "comment": _comment,
    "dash": lambda walk, match: walk.draft.put(_DASHES[match[0]], match.start(), match.end()),
    "escape": _escape,
    "hash": lambda walk, match: read_hash(walk, match.start()),
    "label": lambda _walk, _match: None,
    "linebreak": lambda walk, match: walk.draft.blank(match.start(), match.end()),
    "mark": _mark,
    "math": _maths,
    "open": _open,
    "quote": _quote,
    "raw": _raw,
    "ref": _reference,
    "space": _space,
    "text": _text,
    "tie": lambda walk, match: walk.draft.put("\u00a0", match.start(), match.end()),
    "unicode": _unicode,
    "url": _url,
}
