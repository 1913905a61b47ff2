"""Bytes to pages: one reader a format, chosen by what the bytes are and never by a file's name."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.errors import ReadError
from digest.model import Page, Source
from digest.readers.text import looks_like_text, read_text

Reader = Callable[[Source], tuple[Page, ...]]

READERS: dict[str, Reader] = {
    "text/plain": read_text,
}

LARGEST = 20_000_000
"""Bytes; the text of the longest newspaper page is a hundredth of it."""

MAGIC: dict[bytes, tuple[str, str]] = {
    b"%PDF-": ("application/pdf", "a PDF"),
    b"%!PS": ("application/postscript", "PostScript"),
    b"PK\x03\x04": ("application/zip", "a ZIP archive, DOCX or EPUB"),
    b"PK\x05\x06": ("application/zip", "a ZIP archive, DOCX or EPUB"),
    b"\x1f\x8b": ("application/gzip", "a gzip archive"),
    b"BZh": ("application/x-bzip2", "a bzip2 archive"),
    b"\xfd7zXZ\x00": ("application/x-xz", "an xz archive"),
    b"7z\xbc\xaf": ("application/x-7z-compressed", "a 7-Zip archive"),
    b"Rar!": ("application/vnd.rar", "a RAR archive"),
    b"\x89PNG": ("image/png", "a PNG image"),
    b"\xff\xd8\xff": ("image/jpeg", "a JPEG image"),
    b"GIF8": ("image/gif", "a GIF image"),
    b"\xd0\xcf\x11\xe0": ("application/x-ole-storage", "an old Office file"),
    b"\x7fELF": ("application/x-elf", "a program"),
    b"MZ\x90": ("application/x-msdownload", "a program"),
    b"SQLite format 3": ("application/vnd.sqlite3", "a database"),
    b"ID3": ("audio/mpeg", "a sound file"),
    b"OggS": ("application/ogg", "a sound file"),
    b"{\\rtf": ("application/rtf", "an RTF file"),
}
"""First bytes of formats that are not text. Source: the `file` program's magic, https://www.darwinsys.com/file/."""

_MARKUP = (
    (re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S), "text/html"),
    (re.compile(rb"\s*<\?xml\b.{0,500}?<(?:rss|feed|rdf:RDF)\b", re.I | re.S), "application/feed+xml"),
    (re.compile(rb"\s*<(?:rss|feed)\b", re.I), "application/feed+xml"),
    (re.compile(rb"\s*<\?xml\b", re.I), "application/xml"),
)
_SPOKEN = {
    "text/html": "an HTML page",
    "application/feed+xml": "a feed",
    "application/xml": "an XML file",
    "application/octet-stream": "not a text",
} | dict(MAGIC.values())


def sniff(source: Source) -> str:
    """The media type of what `source` holds.

    >>> sniff(Source(name="report.txt", data=b"%PDF-1.7 ..."))
    'application/pdf'
    """
    head = source.data[:4096]
    for magic, (media_type, _) in MAGIC.items():
        if head.startswith(magic):
            return media_type
    plain = head.removeprefix(b"\xef\xbb\xbf")
    for pattern, media_type in _MARKUP:
        if pattern.match(plain):
            return media_type
    return "text/plain" if looks_like_text(source.data) else "application/octet-stream"


def read(source: Source) -> tuple[Page, ...]:
    """The pages in `source`; ReadError where it is too large or no reader knows its format."""
    if len(source.data) > LARGEST:
        megabytes = len(source.data) // 1_000_000
        hint = f"the limit is {LARGEST // 1_000_000} MB: cut the file into pages"
        raise ReadError(f"too large ({megabytes} MB)", where=source.name, hint=hint)
    media_type = sniff(source)
    reader = READERS.get(media_type)
    if reader is None:
        hint = "save the text of the page as a .txt file in UTF-8"
        raise ReadError(f"{_SPOKEN[media_type]}: cannot be read", where=source.name, hint=hint)
    return reader(source)
