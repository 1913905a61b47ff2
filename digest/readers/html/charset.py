"""The encoding of an HTML page as browsers tell it: https://html.spec.whatwg.org/#determining-the-character-encoding."""

from __future__ import annotations

import codecs
import re

from digest.readers.charsets import decode

_PRESCAN = 1024
_HEAD = 65_536
"""Browsers start again where a declaration stands later in the head."""
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_META = re.compile(rb"<meta[\s/]([^>]{0,2000})>?", re.I)
_XML = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_ATTRIBUTE = re.compile(rb"([a-z-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([^\s;\"',]{1,40})", re.I)
_SEQUENCES = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_TELLING = 4
"""Characters beyond ASCII that no other encoding has by chance as well-formed UTF-8."""
_CODECS = {
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "iso-8859-8-i": "iso-8859-8",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}
"""What Python calls the encodings that browsers mean: https://encoding.spec.whatwg.org/#names-and-labels."""
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_page(data: bytes, media_type: str | None) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and notes on what its encoding is taken for.

    >>> decode_page(b'<meta charset="sjis"><p>\\x93\\xfa\\x96{</p>', None)
    ('<meta charset="sjis"><p>日本</p>', ('read as shift_jis',))
    """
    if data.startswith(_BOMS):
        return _guessed(data)
    name = _transport(media_type) or _declared(data)
    if name is None or name == "replacement":
        return _guessed(data)
    if name == "utf-8" or _is_utf8(data):
        text, notes = _guessed(data)
        return text, notes if name == "utf-8" else (f"declared as {name}, read as utf-8", *notes)
    return _decoded(data, name), (f"read as {name}",)


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    text, encoding = decode(data)
    return text, () if encoding.startswith("utf-8") else (f"read as {encoding}",)


def _decoded(data: bytes, name: str) -> str:
    if name == "x-user-defined":
        from webencodings import lookup

        encoding = lookup(name)
        return str(encoding.codec_info.decode(data, "replace")[0]) if encoding else ""
    return data.decode(_CODECS.get(name, name), "replace")


def _label(label: str) -> str | None:
    """The name of the encoding that browsers know by `label`."""
    from webencodings import lookup  # not wanted by commands that read no page

    encoding = lookup(label)
    return str(encoding.name) if encoding else None


def _transport(media_type: str | None) -> str | None:
    """What the server or the enclosing file says."""
    found = _CHARSET.search((media_type or "")[:500])
    return _label(found[1]) if found else None


def _declared(data: bytes) -> str | None:
    """What the page says of itself, read as ASCII: then it cannot be in UTF-16."""
    for size in (_PRESCAN, _HEAD):
        head = _COMMENT.sub(b"", data[:size])
        for found in _META.finditer(head):
            if name := _in_meta(found[1]):
                return _of_ascii(name)
        if xml := _XML.match(head.lstrip()):
            return _of_ascii(_label(xml[1].decode("ascii", "replace")) or "") or None
    return None


def _in_meta(attributes: bytes) -> str | None:
    pairs = {
        name.lower(): (double or single or bare).decode("ascii", "replace")
        for name, double, single, bare in _ATTRIBUTE.findall(attributes)
    }
    if b"charset" in pairs:
        return _label(pairs[b"charset"])
    if pairs.get(b"http-equiv", "").lower() == "content-type" and (found := _CHARSET.search(pairs.get(b"content", ""))):
        return _label(found[1])
    return None


def _of_ascii(name: str) -> str:
    if name.startswith("utf-16"):
        return "utf-8"
    return "windows-1252" if name == "x-user-defined" else name


def _is_utf8(data: bytes) -> bool:
    """Whether `data` can only be UTF-8, as pages are that a browser or a script has stored anew."""
    if len(_SEQUENCES.findall(data[:_HEAD])) < _TELLING:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
