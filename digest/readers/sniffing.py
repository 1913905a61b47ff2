"""Which format bytes are in, by what they hold and never by a file's name."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from digest.model import Source
from digest.readers.text import looks_like_text

MAGIC: dict[bytes, str] = {
    b"%PDF-": "application/pdf",
    b"%!PS": "application/postscript",
    b"PK\x03\x04": "application/zip",
    b"PK\x05\x06": "application/zip",
    b"WARC/": "application/warc",
    b"bplist00": "application/x-bplist",
    b"\x1f\x8b": "application/gzip",
    b"BZh": "application/x-bzip2",
    b"\xfd7zXZ\x00": "application/x-xz",
    b"7z\xbc\xaf": "application/x-7z-compressed",
    b"Rar!": "application/vnd.rar",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"\xd0\xcf\x11\xe0": "application/x-ole-storage",
    b"\x7fELF": "application/x-elf",
    b"MZ\x90": "application/x-msdownload",
    b"SQLite format 3": "application/vnd.sqlite3",
    b"ID3": "audio/mpeg",
    b"OggS": "application/ogg",
    b"{\\rtf": "application/rtf",
}
"""First bytes of formats that are not text. Source: the `file` program's magic, https://www.darwinsys.com/file/."""

_HEAD = 65_536
_MISC = (  # what may stand before an XML or HTML root; possessive, for no blank is worth a second look
    rb"\s*+(?:(?:<\?xml[^>]{0,500}\?>|<!--.{0,5000}?-->|<!doctype[^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s*+)?>)\s*+)*+"
)
_BEFORE_HTML = (  # scripts that hosts put on top of their users' pages, and warnings of PHP
    rb"\s*+(?:<(?:a|b|br|center|font|h[1-6]|iframe|link|noscript|script|span|style|table|ul)\b"
    rb"|(?:PHP )?(?:warning|notice|deprecated|strict standards): .{1,500}? on line \d)"
)
_HEADER = (  # blank lines or a length may stand above it
    rb"(?:\s{1,40}|\d{1,9}[ \t]*\r?\n)?+"
    # a carriage return is read in one way only: two would be tried again for each line
    rb"(?:[!-9;-~]{1,76}:[^\n]{0,5000}+\n(?:[ \t][^\n]{0,5000}+\n){0,100}+){0,60}?"
)

_SHAPES: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("text/x-opml", re.compile(_MISC + rb"<opml\b", re.I | re.S)),
    ("application/zotero+rdf", re.compile(_MISC + rb"<rdf:RDF\b.{0,3000}?zotero\.org/namespaces", re.S)),
    ("application/feed+xml", re.compile(_MISC + rb"<(?:[a-z][\w.-]{0,20}:)?(?:rss|feed|RDF)\b", re.I | re.S)),
    ("application/endnote+xml", re.compile(_MISC + rb"<xml>\s*<records>", re.I | re.S)),
    ("text/html", re.compile(_MISC + rb"<(?:html|head|body|title|meta|div|article|main|section|p|h1)\b", re.I | re.S)),
    ("text/html", re.compile(rb"\s*<!doctype html\b", re.I)),
    ("application/xml", re.compile(rb"\s*<\?xml\b", re.I)),
    (
        "application/mbox",
        re.compile(rb"From [^\n]{1,200}\d\d:\d\d[^\n]{0,60}\r?\n(?:>?[!-9;-~]{1,76}:[^\n]{0,5000}\r?\n)"),
    ),
    (
        "message/rfc822",
        re.compile(
            _HEADER + rb"(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|Snapshot-Content-Location):[^\n]",
            re.I,
        ),
    ),
    (
        "message/rfc822",
        re.compile(rb"(?=" + _HEADER + rb"From:)(?=" + _HEADER + rb"Subject:)" + _HEADER + rb"(?:To|Date):", re.I),
    ),
    ("application/feed+json", re.compile(rb'\s*\{.{0,2000}?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.S)),
    ("application/csl+json", re.compile(rb'\s*(?:\[\s*)?\{.{0,20000}?"type"\s*:\s*"[a-z_-]+"', re.S)),
    ("application/x-research-info-systems", re.compile(rb"\s*TY  - ?[A-Z]{3,8}\s")),
    (
        "application/x-bibtex",
        re.compile(
            rb"(?:\s|%[^\n]{0,500}\n)*@(?:(?:string|preamble|comment)\s*[{(]|[a-z]{3,20}\s*[{(]\s*[^\s,{}]{0,200}\s*,)",
            re.I,
        ),
    ),
    ("text/html", re.compile(_BEFORE_HTML + rb".{0,60000}?<(?:!doctype html|html|body)\b", re.I | re.S)),
)
"""What a text begins with, most telling first."""

_PACKAGES = (
    (b"application/epub+zip", "application/epub+zip"),
    (b"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SPOKEN: dict[str, str] = {
    "application/gzip": "a gzip archive",
    "application/octet-stream": "not a text",
    "application/ogg": "a sound file",
    "application/postscript": "PostScript",
    "application/rtf": "an RTF file",
    "application/vnd.rar": "a RAR archive",
    "application/vnd.sqlite3": "a database",
    "application/x-7z-compressed": "a 7-Zip archive",
    "application/x-bzip2": "a bzip2 archive",
    "application/x-elf": "a program",
    "application/x-msdownload": "a program",
    "application/x-ole-storage": "an old Office file",
    "application/x-xz": "an xz archive",
    "application/xml": "an XML file of no kind we know",
    "application/zip": "a ZIP archive",
    "audio/mpeg": "a sound file",
    "image/gif": "a GIF image",
    "image/jpeg": "a JPEG image",
    "image/png": "a PNG image",
    "text/x-opml": "a list of feeds",
}
"""What an error calls a format that holds no page."""


def sniff(source: Source) -> str:
    """The media type of what `source` holds.

    >>> sniff(Source(name="report.txt", data=b"%PDF-1.7 ..."))
    'application/pdf'
    """
    head = source.data[:_HEAD]
    for magic, media_type in MAGIC.items():
        if head.startswith(magic):
            return _INSIDE[media_type](source.data) if media_type in _INSIDE else media_type
    plain = _narrow(head)
    for media_type, pattern in _SHAPES:
        if pattern.match(plain):
            return "multipart/related" if media_type == "message/rfc822" and _is_mhtml(plain) else media_type
    if b"%PDF-" in head[:1024]:  # readers of PDF forgive some bytes before it
        return "application/pdf"
    return "text/plain" if looks_like_text(source.data) else "application/octet-stream"


def _narrow(head: bytes) -> bytes:
    """`head` without a byte-order mark; UTF-16 as one byte a character, enough to see the shape."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _package(data: bytes) -> str:
    """What a ZIP archive is, by its `mimetype` part or the names of its parts."""
    for mark, media_type in _PACKAGES:
        if mark in data[:256]:
            return media_type
    names = data[-_HEAD:] + data[:_HEAD]  # the directory stands at the end
    if b"word/document" in names:  # Microsoft's own services call it document2.xml
        return _DOCX
    return "application/epub+zip" if b"META-INF/container.xml" in names else "application/zip"


def _packed(data: bytes) -> str:
    """What gzip holds: a web archive, or we do not look."""
    try:
        head = zlib.decompressobj(31).decompress(data[:_HEAD], 64)
    except zlib.error:
        head = b""
    return "application/warc" if head.startswith(b"WARC/") else "application/gzip"


def _listed(data: bytes) -> str:
    """What a property list of Apple's is: a page with all it shows, or settings."""
    return "application/x-webarchive" if b"WebMainResource" in data else "application/octet-stream"


_INSIDE: dict[str, Callable[[bytes], str]] = {
    "application/gzip": _packed,
    "application/x-bplist": _listed,
    "application/zip": _package,
}
"""Wrappings whose first bytes do not tell what is in them."""


def _is_mhtml(plain: bytes) -> bool:
    from digest.readers.mhtml import is_mhtml  # here, since its readers are wanted by few that sniff

    return is_mhtml(plain)
