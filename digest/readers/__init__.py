"""Bytes to pages: one reader a format, chosen by what the bytes are and never by a file's name."""

from __future__ import annotations

from collections.abc import Callable

from digest.errors import ReadError
from digest.model import Page, Source
from digest.readers.feed import read_feed, read_json_feed
from digest.readers.html import read_html
from digest.readers.mail import read_mail, read_mbox
from digest.readers.mhtml import read_mhtml, read_webarchive
from digest.readers.pdf import read_pdf
from digest.readers.sniffing import SPOKEN, sniff
from digest.readers.text import read_text
from digest.readers.warc import read_warc

__all__ = ["LARGEST", "READERS", "Reader", "read", "sniff"]

Reader = Callable[[Source], tuple[Page, ...]]

READERS: dict[str, Reader] = {
    "application/feed+json": read_json_feed,
    "application/feed+xml": read_feed,
    "application/mbox": read_mbox,
    "application/pdf": read_pdf,
    "application/warc": read_warc,
    "application/x-webarchive": read_webarchive,
    "message/rfc822": read_mail,
    "multipart/related": read_mhtml,
    "text/html": read_html,
    "text/plain": read_text,
}

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
    reader = READERS.get(media_type)
    if reader is None:
        hint = "save the text of the page as a .txt file in UTF-8"
        raise ReadError(f"{SPOKEN.get(media_type, media_type)}: cannot be read", where=source.name, hint=hint)
    return reader(source)
