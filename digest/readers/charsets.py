"""Which encoding the bytes of a text are in: a byte-order mark, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_HIGH = re.compile(rb"[\x80-\xff]+")
_CYRILLIC = range(0xC0, 0x100)


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the encoding it was in; what does not decode becomes U+FFFD.

    >>> decode("Қазақстан және Қытай: это газета".encode("utf-16"))[1]
    'utf-16'
    >>> decode("Председатель КНР прибыл в столицу".encode("cp1251"))
    ('Председатель КНР прибыл в столицу', 'windows-1251')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if encoding := wide(data) or "":
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    encoding = _guess(data)
    return data.decode(_CODECS.get(encoding, encoding), "replace"), encoding


def wide(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where every other byte of `data` is 0 or 4: Latin or Cyrillic without a mark."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = (part.count(0) + part.count(4) for part in (sample[::2], sample[1::2]))
    if odd > half * 0.9 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.9 and odd < half * 0.1 else None


_CODECS = {"windows-1251": "cp1251", "windows-1252": "latin-1"}  # cp1252 has holes; its own marks are mapped by _guess


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if _damaged_utf8(sample):
        return "utf-8"
    runs = _HIGH.findall(sample)
    high = sum(map(len, runs))
    letters = sum(byte in _CYRILLIC for run in runs for byte in run)
    if high >= 3 * len(runs):  # whole words of high bytes: not a Latin alphabet
        if _chinese(sample, runs):
            return "gb18030"
        if letters >= high * 0.8:
            upper = sum(byte < 0xE0 for run in runs for byte in run[1:])
            return "koi8-r" if upper > high * 0.5 else "windows-1251"  # KOI8-R has the cases the other way round
    return "cp1252" if _decodes(data, "cp1252") else "windows-1252"


def _damaged_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return good >= 10 * bad


def _chinese(sample: bytes, runs: list[bytes]) -> bool:
    if not _decodes(sample[:-1], "gb18030") and not _decodes(sample, "gb18030"):
        return False
    pairs = [run[at] for run in runs if len(run) % 2 == 0 for at in range(0, len(run), 2)]
    common = sum(0xA1 <= lead <= 0xD7 for lead in pairs)  # punctuation and level 1 of GB 2312
    return len(pairs) * 2 >= sum(map(len, runs)) * 0.9 and common >= len(pairs) * 0.9


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
