"""A message to its parts: headers, multiparts, messages within; bounded in depth, count and length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value

from digest.readers.mail.words import decoded, header_text, transferred

_DEEPEST = 12
_MOST_PARTS = 200
_HEADS = 262_144
"""Bytes of headers; mailing lists and spam filters write a tenth of it."""
_MOST_HEADERS = 500
_LONGEST = 8_000
_END = re.compile(rb"\r?\n[ \t]*\r?\n|\A\r?\n|\r\r")
_FIELD = re.compile(rb"^([!-9;-~]{1,76})[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)", re.M)
_BOUNDARY = re.compile(rb"^--([!-~]{1,70})[ \t]*\r?\n(?=[!-9;-~]{1,76}:)", re.M)
_COUNTED = re.compile(rb"\s{0,20}(\d{1,9})[ \t]*\r?\n(?=[!-9;-~]{1,76}:)")
"""The line above a message in a file of Apple Mail (.emlx): its length; what follows the message is not of it."""
_POSTMARK = re.compile(rb"\A(?:\s{0,20}>?From [^\n]{0,300}\n|\s{1,100}(?=[!-9;-~]{1,76}:))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A message or a part of one: its headers, its bytes out of their transfer encoding, the parts within."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    content_type: str = "text/plain"
    charset: str | None = None
    filename: str | None = None
    flowed: bool = False
    inline: bool = True
    parts: tuple[Part, ...] = ()

    def header(self, name: str) -> str | None:
        """The first header of that name, in small letters."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def text(self) -> str:
        """Its bytes as text."""
        return decoded(self.body, self.charset)


def parse_message(data: bytes) -> tuple[Part, tuple[str, ...]]:
    """The tree of a message and notes on what was left out of it."""
    notes: list[str] = []
    left = [_MOST_PARTS]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # saved by an editor as UTF-16
        data = data.decode("utf-16", "replace").encode()
    if counted := _COUNTED.match(data[:500]):
        data = data[counted.end() : counted.end() + int(counted[1])]
    if mark := _POSTMARK.match(data[:500]):
        data = data[mark.end() :]
    root = _part(data, 0, left)
    if left[0] <= 0:
        notes.append(f"more than {_MOST_PARTS} parts: the rest was left out")
    return root, tuple(notes)


def walk(part: Part) -> Iterator[Part]:
    """`part` and the parts within, in order; what a message within holds is its own."""
    yield part
    for inner in part.parts:
        yield from walk(inner)


def _part(data: bytes, depth: int, left: list[int], default: str = "text/plain") -> Part:
    left[0] -= 1
    headers, body = _cut(data)
    named = dict(reversed(headers))
    told = Message()
    told["Content-Type"] = _parsable(named.get("content-type", default)[:2000])
    told["Content-Disposition"] = _parsable(named.get("content-disposition", "inline")[:2000])
    content_type = told.get_content_type() if "content-type" in named else default
    boundary = _parameter(told, "boundary") or _first_boundary(content_type, body)
    if content_type.startswith("multipart/") and boundary and depth < _DEEPEST:
        inner = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
        pieces = _pieces(body, boundary)
        parts = tuple(_part(piece, depth + 1, left, inner) for piece in pieces if left[0] > 0)
        if parts:
            return Part(headers=headers, body=b"", content_type=content_type, parts=parts)
    return Part(
        headers=headers,
        body=transferred(body, named.get("content-transfer-encoding", "")),
        content_type="text/plain" if content_type.startswith("multipart/") else content_type,
        charset=_parameter(told, "charset"),
        filename=_filename(told),
        flowed=(_parameter(told, "format") or "").lower() == "flowed",
        inline=told.get_content_disposition() != "attachment",
    )


def _first_boundary(content_type: str, body: bytes) -> str | None:
    """The boundary that a multipart body begins with, where its header was lost on the way."""
    found = _BOUNDARY.search(body[:2000]) if content_type.startswith("multipart/") else None
    return found[1].decode("ascii", "replace") if found else None


def _parsable(value: str) -> str:
    """`value`, without its parameters where `email` fails at their numbers (RFC 2231)."""
    told = Message()
    told["Content-Type"] = value
    try:
        for _, stated in told.get_params([]):
            collapse_rfc2231_value(stated)
    except (TypeError, ValueError):
        return value.partition(";")[0]
    return value


def _parameter(told: Message, name: str) -> str | None:
    value = told.get_param(name)
    return collapse_rfc2231_value(value).strip() or None if value else None


def _filename(told: Message) -> str | None:
    name = told.get_filename()
    return header_text(name.encode("utf-8", "replace"))[:200] if name else None


def _cut(data: bytes) -> tuple[tuple[tuple[str, str], ...], bytes]:
    """Headers and body; data that begins with no header is all body."""
    end = _END.search(data[:_HEADS])
    head, body = (data[: end.start()], data[end.end() :]) if end else (data[:_HEADS], b"")
    found = []
    for match in _FIELD.finditer(head):
        found.append((match[1].decode("ascii").lower(), header_text(match[2][:_LONGEST])))
        if len(found) >= _MOST_HEADERS:
            break
    if not found and end and end.start():
        return (), data
    return tuple(found), body if end or found else data


def _pieces(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the boundary's lines; without a last one, up to the end."""
    mark = re.compile(rb"^--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*\r?$", re.M)
    start: int | None = None
    for match in mark.finditer(body):
        if start is not None:
            yield _trimmed(body[start : match.start()])
        start = match.end() + 1
        if match[1]:
            return
    if start is not None and body[start:].strip():
        yield body[start:]


def _trimmed(data: bytes) -> bytes:
    """`data` without the line end that belongs to the boundary after it."""
    return data.removesuffix(b"\n").removesuffix(b"\r")
