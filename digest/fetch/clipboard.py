"""What was copied: the clipboard's text, as HTML where the page it came from gave that too."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Timer

from digest.errors import FetchError
from digest.fetch.files import LARGEST
from digest.fetch.naming import CLIPBOARD
from digest.model import Source

_SECONDS = 10
_HTML_HEAD = b'<!doctype html><html><head><meta charset="utf-8"></head><body>'
_HTML_TAIL = b"</body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program that prints the clipboard: how it lists the forms, and how it gives HTML and text."""

    text: tuple[str, ...]
    html: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


_X = ("xclip", "-selection", "clipboard", "-o", "-t")
_POWERSHELL = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"
TOOLS = (
    Tool(
        text=("wl-paste", "--no-newline", "--type", "text"),
        html=("wl-paste", "--no-newline", "--type", "text/html"),
        forms=("wl-paste", "--list-types"),
    ),
    Tool(text=(*_X, "UTF8_STRING"), html=(*_X, "text/html"), forms=(*_X, "TARGETS")),
    Tool(text=("xsel", "--clipboard", "--output")),
    Tool(text=("pbpaste",)),
    Tool(text=("powershell.exe", "-NoProfile", "-Command", _POWERSHELL)),
    Tool(text=("pwsh", "-NoProfile", "-Command", _POWERSHELL)),
)
"""In the order they are tried: Wayland, X11, macOS, Windows."""


def paste(tools: Sequence[Tool] = TOOLS) -> Source:
    """What is on the clipboard; FetchError where there is nothing, or no program to ask."""
    asked = False
    for tool in tools:
        if shutil.which(tool.text[0]) is None:
            continue
        asked = True
        if data := _pasted(tool):
            return Source(name=CLIPBOARD, data=data)
    if asked:
        raise FetchError("nothing is on it", where="the clipboard", hint="copy the page first")
    hint = "install wl-clipboard (Wayland) or xclip (X11); or paste into a file, or `digest add -`"
    raise FetchError("no program to read it", where="the clipboard", hint=hint)


def _pasted(tool: Tool) -> bytes:
    if tool.html and b"text/html" in _printed(tool.forms):
        found = _utf8(_printed(tool.html))
        if found.strip():
            return found if b"<body" in found[:10_000].lower() else _HTML_HEAD + found + _HTML_TAIL
    return _printed(tool.text)


def _utf8(data: bytes) -> bytes:
    """Some browsers give their HTML as UTF-16, with or without its mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.decode("utf-16-le", "replace").encode() if data[1:2] == b"\0" else data


def _printed(command: Sequence[str]) -> bytes:
    """What a program prints; nothing where it fails, or takes too long."""
    try:
        with subprocess.Popen(  # noqa: S603 - a row of the table
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            clock = Timer(_SECONDS, process.kill)
            clock.start()
            try:
                data = process.stdout.read(LARGEST + 1) if process.stdout else b""
                if len(data) > LARGEST:
                    process.kill()
            finally:
                clock.cancel()
    except OSError:
        return b""
    if len(data) > LARGEST:
        raise FetchError(f"it holds over {LARGEST // 1_000_000} MB", where="the clipboard")
    return data if process.returncode == 0 else b""
