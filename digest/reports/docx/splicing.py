"""XML text set into a part of a document: not a byte of what was there changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.errors import ReadError
from digest.reports.docx.package import parsed

MARKUP = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"|<(?P<close>/?)(?P<name>[^\s<>/!?]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<empty>/?)>",
    re.S,
)
"""What is no text in XML: comments, marked sections, instructions, and tags with their names."""
"""The tags of sound XML, and what may stand between them with no meaning to us."""
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml\b[^<>]{0,100}?encoding\s*=\s*["']([\w.-]{1,40})["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child of a part's root: its name without prefix, and the characters of the part it takes."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A part as text: the name of its root as written, where the root's opening tag ends and its closing one begins."""

    text: str
    root: str
    inside: int
    close: int
    children: tuple[Child, ...]


def opened(data: bytes, where: str) -> Opened:
    """The part, cut into its root's children; ReadError where it is broken. A root that is empty gets its two tags."""
    parsed(data, where)  # what follows is true of sound XML only
    text = decoded(data)
    root, inside, close = "", 0, 0
    depth, start = 0, 0
    found: list[Child] = []
    for match in MARKUP.finditer(text):
        name = match["name"]
        if not name:
            continue
        if not depth and match["empty"]:
            text = f"{text[: match.end() - 2]}></{name}>{text[match.end() :]}"
            return Opened(text=text, root=name, inside=match.end() - 1, close=match.end() - 1, children=())
        if not depth:
            root, inside = name, match.end()
        if depth == 1 and not match["close"]:
            start = match.start()
        depth += -1 if match["close"] else 0 if match["empty"] else 1
        if depth == 1 and match.end() > inside:
            found.append(Child(name=name.rpartition(":")[2], start=start, end=match.end()))
        elif not depth:
            close = match.start()
    return Opened(text=text, root=root, inside=inside, close=close, children=tuple(found))


def decoded(data: bytes) -> str:
    """A part as text; one in another encoding than UTF-8 says that it is in UTF-8, as it will be."""
    told = _ENCODING.match(data)
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else told[1].decode() if told else "utf-8"
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        hint = "open it in Word or LibreOffice and save it again"
        raise ReadError("a part in an encoding that Word does not write", where="XML", hint=hint) from error
    if encoding.lower() in ("utf-8", "utf8"):
        return text
    return re.sub(r"""(encoding\s*=\s*)(["'])[\w.-]+\2""", r"\1\2UTF-8\2", text, count=1)


def appended(data: bytes, elements: Sequence[str], where: str) -> bytes:
    """The part with elements more before its root ends."""
    return replaced(data, elements, names=(), before=(), where=where)


def replaced(data: bytes, elements: Sequence[str], *, names: Sequence[str], before: Sequence[str], where: str) -> bytes:
    """The part with `elements` in place of its root's children of these names.

    Where it has none they stand before the first child of a name in `before`, else before the root ends.
    """
    part = opened(data, where)
    old = [child for child in part.children if child.name in names]
    first = next((child.start for child in part.children if child.name in before), part.close)
    place = old[0].start if old else first
    made, at = [], 0
    for child in old:
        made.append(part.text[at : child.start])
        if child.start == place:
            made += elements
        at = child.end
    if not old:
        made += [part.text[:place], *elements]
        at = place
    return "".join([*made, part.text[at:]]).encode()
