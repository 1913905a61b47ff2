"""A page saved with all it shows in one file: MHTML of browsers and mail programs, Safari's web archive."""

from __future__ import annotations

import plistlib
import re
from dataclasses import replace

from digest.errors import ReadError
from digest.model import Date, Page, Source
from digest.readers.html import read_html
from digest.readers.mail.heads import moment
from digest.readers.mail.parts import Part, parse_message, walk

_PAGES = ("text/html", "application/xhtml+xml")
_SENT = ("to", "received", "message-id", "delivered-to", "return-path")
_WEB = re.compile(r"https?://\S{3,4000}", re.I)


def is_mhtml(head: bytes) -> bool:
    """Whether a message's first bytes are those of a saved page: parts of one whole, sent to nobody.

    >>> is_mhtml(b"From: <Saved by Blink>\\nContent-Type: multipart/related; boundary=b\\n\\n--b\\n")
    True
    """
    root, _ = parse_message(head)
    stated = (root.header("content-type") or "").lower()
    if root.header("snapshot-content-location"):
        return True
    if any(root.header(name) for name in _SENT):
        return False
    return stated.startswith("multipart/related") or (
        stated.startswith(_PAGES) and bool(root.header("content-location"))
    )


def read_mhtml(source: Source) -> tuple[Page, ...]:
    """The page in an MHTML file; its address and the day it was saved are those the file states."""
    root, notes = parse_message(source.data)
    wanted = root.header("snapshot-content-location")
    found = [part for part in walk(root) if part.content_type in _PAGES]
    main = next((part for part in found if wanted and part.header("content-location") == wanted), None)
    if main is None and not found:
        raise ReadError("a saved page without its HTML", where=source.name)
    main = main or found[0]
    url = source.url or _address(wanted) or _address(main.header("content-location"))
    saved = replace(source, url=url, accessed=source.accessed or _day(root))
    media_type = f"{main.content_type}; charset={main.charset}" if main.charset else main.content_type
    return _read(saved, main.body, media_type, notes)


def read_webarchive(source: Source) -> tuple[Page, ...]:
    """The page in a web archive of Safari."""
    try:
        told = plistlib.loads(source.data, fmt=plistlib.FMT_BINARY)
    except (plistlib.InvalidFileException, ValueError, RecursionError, OverflowError, MemoryError) as error:
        raise ReadError("a damaged web archive", where=source.name) from error
    main = told.get("WebMainResource") if isinstance(told, dict) else None
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(data, bytes):
        raise ReadError("a web archive without its HTML", where=source.name)
    charset, url = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    saved = replace(source, url=source.url or _address(url if isinstance(url, str) else None))
    return _read(saved, data, f"text/html; charset={charset}" if isinstance(charset, str) else "text/html", ())


def _read(saved: Source, data: bytes, media_type: str, notes: tuple[str, ...]) -> tuple[Page, ...]:
    """The page of the HTML within; its source is the whole file, to be read again."""
    inner = replace(saved, data=data, media_type=media_type)
    return tuple(replace(page, source=saved, notes=(*notes, *page.notes)) for page in read_html(inner))


def _address(value: str | None) -> str | None:
    return value if value and _WEB.fullmatch(value) else None


def _day(root: Part) -> Date | None:
    found = moment(root.header("date") or "")
    return Date(edtf=found[:10]) if found else None
