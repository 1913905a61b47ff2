"""A source of LaTeX or Typst as text, in the encoding that it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.errors import ReadError

__all__ = ["Decoded", "decoded"]

_LARGEST = 50_000_000  # bytes; the longest book has one or two million


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A source as text, how its bytes are to be had back, and what a person should know of it."""

    source: str
    encoding: str
    notes: tuple[str, ...] = ()

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.source else "\n"

    def encoded(self, text: str) -> bytes:
        """A text as bytes of the same encoding."""
        return text.encode(self.encoding, "strict" if self.encoding == "utf-8" else "replace")


def decoded(data: bytes, name: str) -> Decoded:
    """The source as text: UTF-8, else Latin-1, which gives every byte back; ReadError where it is no text."""
    if len(data) > _LARGEST:
        raise ReadError(f"larger than {_LARGEST // 1_000_000} MB", where=name, hint="is it a text that a person wrote?")
    if b"\0" in data:
        raise ReadError("not a text: it has bytes that no text has", where=name, hint="save it as UTF-8")
    try:
        return Decoded(source=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        encoding, title = _declared(data)
        note = f"it is not UTF-8 and was read as {title}; letters that {title} lacks are written as question marks"
        return Decoded(source=data.decode(encoding), encoding=encoding, notes=(note,))


_INPUTENC = re.compile(rb"^[^%\n]*?\\usepackage\s{0,9}\[([\w-]{1,30})\]\s{0,9}\{inputenc\}", re.M)
_ENCODINGS = {
    "ansinew": "cp1252", "applemac": "mac_roman", "cp1250": "cp1250", "cp1251": "cp1251", "cp1252": "cp1252",
    "cp866": "cp866", "koi8-r": "koi8-r", "koi8-ru": "koi8-u", "latin2": "iso8859-2", "latin5": "iso8859-9",
    "latin9": "iso8859-15", "latin10": "iso8859-16", "maccyr": "mac_cyrillic",
}  # fmt: skip
"""What LaTeX calls an encoding → its codec."""


def _declared(data: bytes) -> tuple[str, str]:
    """The codec that a source names, where it gives every byte back, and what people call it; else Latin-1."""
    found = _INPUTENC.search(data[:100_000])
    name = found[1].decode("ascii", "replace") if found else ""
    codec = _ENCODINGS.get(name, "latin-1")
    try:
        same = data.decode(codec).encode(codec) == data
    except UnicodeError:
        same = False
    return (codec, name) if same and codec != "latin-1" else ("latin-1", "Latin-1")
