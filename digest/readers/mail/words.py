"""The bytes of mail to text: transfer encodings, charset labels, and encoded words in headers."""

from __future__ import annotations

import binascii
import codecs
import re

from digest.readers.charsets import decode

_LABELS: dict[str, str] = {
    "ansi_x3.4-1968": "cp1252",
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-11": "cp874",
    "iso-8859-8-i": "iso8859_8",
    "iso-8859-9": "cp1254",
    "ks_c_5601-1987": "cp949",
    "latin1": "cp1252",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "us-ascii": "cp1252",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-sjis": "cp932",
    "x-user-defined": "",
}
"""Labels that mean more than they say. Source: https://encoding.spec.whatwg.org/#names-and-labels."""

_FORBIDDEN = {"utf_7", "utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_WORD = r"=\?[\w.:-]{1,40}(?:\*[\w-]{1,20})?\?[BbQq]\?[^?\n]{0,2000}\?="
_RUN = re.compile(rf"{_WORD}(?:\s{{0,80}}{_WORD})*")
_ENCODED = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([BbQq])\?([^?\n]{0,2000})\?=")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def decoded(data: bytes, label: str | None) -> str:
    """The text of `data` in the charset of that label, else in the one its bytes look like.

    >>> decoded("Größe".encode("cp1252"), "us-ascii"), decoded("Größe".encode(), "no-such-charset")
    ('Größe', 'Größe')
    """
    codec = _codec(label or "")
    if codec:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            return decode(data)[0]
        # a server that knows no better calls everything Latin-1
        return decode(data)[0] if codec == "cp1252" and not data.isascii() else text
    return decode(data)[0]


def _codec(label: str) -> str | None:
    label = label.strip(" \t\"'").lower()
    name = _LABELS.get(label, label)
    if not name or name in _FORBIDDEN or len(name) > 40 or not name.isascii():
        return None
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return found.name if getattr(found, "_is_text_encoding", True) and found.name not in _FORBIDDEN else None


def transferred(data: bytes, encoding: str) -> bytes:
    """`data` without its Content-Transfer-Encoding; what is damaged is read as far as it goes.

    >>> transferred(b"R3LDtsOfZQ", "Base64").decode()
    'Größe'
    """
    match encoding.strip().lower():
        case "base64":
            letters = _NOT_BASE64.sub(b"", data)
            letters = letters[: len(letters) - (len(letters) % 4 == 1)]
            return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
        case "quoted-printable":
            return binascii.a2b_qp(data)
        case _:
            return data


def header_text(raw: bytes) -> str:
    """The value of a header, unfolded, its encoded words read.

    >>> header_text(b"=?utf-8?B?0KHQuNC9?= =?utf-8?B?0YzRhtC30Y/QvdGM?=\\r\\n =?utf-8?Q?_today?= (no. 4)")
    'Синьцзянь today (no. 4)'
    """
    text = decode(raw)[0] if raw else ""
    return " ".join(_RUN.sub(_run, text).split())


def _run(match: re.Match[str]) -> str:
    """Encoded words side by side: those of one charset are joined as bytes, for a character may be cut in two."""
    parts: list[tuple[str, bytes]] = []
    for label, kind, letters in _ENCODED.findall(match[0]):
        data = letters.encode("utf-8", "replace")
        plain = transferred(data, "base64") if kind in "Bb" else binascii.a2b_qp(data.replace(b"_", b"=20"))
        if parts and parts[-1][0] == label.lower():
            plain = parts.pop()[1] + plain
        parts.append((label.lower(), plain))
    return "".join(decoded(plain, label) for label, plain in parts)
