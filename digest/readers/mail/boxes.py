"""A mailbox file cut into its messages, piece by piece, so that its size is no matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LARGEST = 20_000_000
"""Bytes of one message."""

_FROM = re.compile(rb"\n\r?\n(?=From [^\n]{1,200}\d\d:\d\d[^\n]{0,60}\r?\n[!-9;-~]{1,76}:)")
_ESCAPED = re.compile(rb"^>(>{0,20}From )", re.M)
_LINE = re.compile(rb"From [^\n]*\n")
_HELD = 400  # bytes at the end of a piece in which the next message may begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message's bytes, without the box's own marks, and how many they were before any was cut off."""

    data: bytes
    size: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was cut off."""
        return self.size <= LARGEST


def cut(pieces: Iterable[bytes]) -> Iterator[Message]:
    """The messages of a box in the mbox format, with `>From ` as mboxrd and mboxo write it.

    >>> one = b"From a Mon Mar  4 08:00:00 2024\\nSubject: A\\n\\n>From here\\n\\n"
    >>> two = b"From b Mon Mar  4 08:00:00 2024\\nSubject: B\\n\\nb\\n"
    >>> [message.data for message in cut([one[:10], one[10:] + two])]
    [b'Subject: A\\n\\nFrom here\\n', b'Subject: B\\n\\nb\\n']
    """
    message, size, pending, begun = bytearray(), 0, b"\n\n", False
    for piece, last in _marked(pieces):
        pending += piece
        start = 0
        for found in _FROM.finditer(pending):
            size += found.end() - start
            message += _fitting(message, pending, start, found.end())
            if begun:  # nothing is of a message before the first
                yield _message(message, size)
            message, size, start, begun = bytearray(), 0, found.end(), True
        end = len(pending) if last else max(start, len(pending) - _HELD)
        size += end - start
        message += _fitting(message, pending, start, end)
        pending = pending[end:]
    if begun and size:
        yield _message(message, size)


def _fitting(message: bytearray, data: bytes, start: int, end: int) -> bytes:
    """As much of `data` from `start` to `end` as a message may still take."""
    return data[start : min(end, start + LARGEST - len(message))]


def _marked(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each piece, and whether it is the last."""
    held = b""
    for piece in pieces:
        if held:
            yield held, False
        held = piece
    yield held, True


def _message(data: bytearray, size: int) -> Message:
    plain = bytes(data)
    if mark := _LINE.match(plain):
        plain = plain[mark.end() :]
    if plain.endswith((b"\n\n", b"\n\r\n")):  # the blank line before the next message is the box's
        plain = plain.removesuffix(b"\n").removesuffix(b"\r")
    return Message(data=_ESCAPED.sub(rb"\1", plain) if b"\n>" in plain else plain, size=size)
