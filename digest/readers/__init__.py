"""Bytes to pages: one reader a format, chosen by what the bytes are and never by a file's name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from digest.errors import ReadError
from digest.model import Page, Source
from digest.readers.sniffing import SPOKEN, sniff

__all__ = ["LARGEST", "READERS", "Reader", "read", "sniff"]

Reader = Callable[[Source], tuple[Page, ...]]

READERS: dict[str, tuple[str, str]] = {
    "application/feed+json": ("digest.readers.feed", "read_json_feed"),
    "application/feed+xml": ("digest.readers.feed", "read_feed"),
    "application/mbox": ("digest.readers.mail", "read_mbox"),
    "application/pdf": ("digest.readers.pdf", "read_pdf"),
    "application/warc": ("digest.readers.warc", "read_warc"),
    "application/x-webarchive": ("digest.readers.mhtml", "read_webarchive"),
    "message/rfc822": ("digest.readers.mail", "read_mail"),
    "multipart/related": ("digest.readers.mhtml", "read_mhtml"),
    "text/html": ("digest.readers.html", "read_html"),
    "text/plain": ("digest.readers.text", "read_text"),
}
"""Media type → module and function, imported when a page of that type is read."""

LARGEST = 20_000_000
"""Bytes; the text of the longest newspaper page is a hundredth of it."""
_LARGER: dict[str, int] = {"application/pdf": 50_000_000}
"""Formats that hold pictures too, which their readers pass over."""


def read(source: Source) -> tuple[Page, ...]:
    """The pages in `source`; ReadError where it is too large or no reader knows its format."""
    media_type = sniff(source)
    largest = _LARGER.get(media_type, LARGEST)
    if len(source.data) > largest:
        megabytes = len(source.data) // 1_000_000
        hint = f"the limit is {largest // 1_000_000} MB: cut the file into pages"
        raise ReadError(f"too large ({megabytes} MB)", where=source.name, hint=hint)
    if media_type not in READERS:
        hint = "save the text of the page as a .txt file in UTF-8"
        raise ReadError(f"{SPOKEN.get(media_type, media_type)}: cannot be read", where=source.name, hint=hint)
    module, name = READERS[media_type]
    return cast(Reader, getattr(import_module(module), name))(source)
