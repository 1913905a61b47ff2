"""A PDF file opened with pdfium: its pages' marks, its language and its file properties."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from digest.errors import ReadError
from digest.model import Source
from digest.readers.pdf.segments import Glyph, Style

MOST_PAGES = 2_000
"""The thickest report an analyst reads has hundreds."""
MOST_GLYPHS = 8_000_000

_SUBSET = 7  # "ABCDEF+" before the name of a font that is stored in part
_HEAVY = re.compile(r"bold|black|heavy|demi|(?:cm|ec|sf)b(?:x|\d)|medi$|-bd\b|-w[6-9]\b|-[6-9]00\b")
"""Words in a font's name; the weight it states of itself is a guess from its stems, and wrong for most TeX fonts."""
_FORCED = 1 << 18  # the flag ForceBold of a font's descriptor
_SLANTED = ("italic", "oblique")
_SLOPE = 0.1  # stamps across a page and words up its side are none of its text
_LIFT = 0.42  # of the size, from the foot of the line: a fifth for descenders, and the height of a raised figure
_DIGITS = frozenset(range(0x30, 0x3A))
_INFO = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")

Handle = Any
"""A pointer of pdfium's."""


@contextmanager
def opened(source: Source) -> Iterator[Handle]:
    """The document; ReadError where it is locked, damaged or too long."""
    import pypdfium2.raw as pdfium  # 0.1 s, and starts the library

    data = source.data
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError(), source)
    try:
        pages = pdfium.FPDF_GetPageCount(document)
        if pages > MOST_PAGES:
            hint = f"the limit is {MOST_PAGES:,}: save the part you want as a PDF of its own"
            raise ReadError(f"too many pages ({pages:,})", where=source.name, hint=hint)
        if not pages:
            raise ReadError("a PDF without pages", where=source.name, hint="download it again")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refusal(code: int, source: Source) -> ReadError:
    if code in (4, 5):  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
        hint = "open it with its password and save a copy without one"
        return ReadError("a PDF locked by a password", where=source.name, hint=hint)
    return ReadError("a damaged PDF", where=source.name, hint="download it again, or print it to a new PDF")


def glyphs(document: Handle, budget: int = MOST_GLYPHS) -> Iterator[tuple[float, float, list[Glyph]]]:
    """Of each page: its width, its height, and its characters in the order they were set."""
    import pypdfium2.raw as pdfium

    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:  # one broken page of many
            yield 0, 0, []
            continue
        text = pdfium.FPDFText_LoadPage(page)
        found = list(_glyphs(pdfium, page, text, budget)) if text else []
        budget -= len(found)
        yield pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page), found
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _glyphs(pdfium: Any, page: Handle, text: Handle, budget: int) -> Iterator[Glyph]:
    if pdfium.FPDFText_CountChars(text) > budget:
        raise ReadError("too much text", hint="save the part you want as a PDF of its own")
    box, seat = pdfium.FS_RECTF(), _seat(pdfium, page)
    lying = pdfium.FPDFPage_GetRotation(page) % 2 == 1
    styles: dict[int | None, Style] = {}
    for index in range(pdfium.FPDFText_CountChars(text)):
        letter = pdfium.FPDFText_GetUnicode(text, index)
        handle = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(pdfium, handle, (text, index), lying=lying)
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        sides = seat(box.left, box.bottom, box.right, box.top)
        made_up = handle is None or not key
        raised = letter in _DIGITS and seat(*_drawn(pdfium, text, index))[1] > sides[1] + style.size * _LIFT
        yield Glyph(letter, sides, style, made_up, raised)


def _drawn(pdfium: Any, text: Handle, index: int) -> tuple[float, float, float, float]:
    """The edges of the ink of a figure: a font's own small figures have the size of the others."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _seat(pdfium: Any, page: Handle) -> Any:
    """How a box on the sheet stands on the page as it is shown: cut to its corner, and turned."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPage_GetCropBox(page, left, bottom, right, top) and not pdfium.FPDFPage_GetMediaBox(
        page, left, bottom, right, top
    ):
        right.value, top.value = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
    turns = {
        0: lambda a, b, c, d: (a - x0, b - y0, c - x0, d - y0),
        1: lambda a, b, c, d: (b - y0, x1 - c, d - y0, x1 - a),
        2: lambda a, b, c, d: (x1 - c, y1 - d, x1 - a, y1 - b),
        3: lambda a, b, c, d: (y1 - d, a - x0, y1 - b, c - x0),
    }
    return turns[pdfium.FPDFPage_GetRotation(page) % 4]


def _style(pdfium: Any, handle: Handle, place: tuple[Handle, int], *, lying: bool) -> Style:
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    if not handle or not pdfium.FPDFTextObj_GetFontSize(handle, size):
        return Style(size=pdfium.FPDFText_GetFontSize(*place), bold=False, italic=False)
    pdfium.FPDFPageObj_GetMatrix(handle, matrix)
    along, across = (matrix.b, matrix.a) if lying else (matrix.a, matrix.b)
    if abs(across) > abs(along) * _SLOPE:
        return Style(size=0, bold=False, italic=False)
    font = pdfium.FPDFTextObj_GetFont(handle)
    name = _font_name(pdfium, font).lower() if font else ""
    flags = pdfium.FPDFFont_GetFlags(font) if font else 0
    return Style(
        size=round(abs(size.value) * max(abs(matrix.d), abs(matrix.c), 1e-6), 1),
        bold=(flags > 0 and bool(flags & _FORCED)) or _HEAVY.search(name) is not None,
        italic=any(word in name for word in _SLANTED),
    )


def _font_name(pdfium: Any, font: Handle) -> str:
    buffer = ctypes.create_string_buffer(200)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
    name = buffer.raw[: max(0, min(length, 200) - 1)].decode("latin-1")
    return name[_SUBSET:] if name[_SUBSET - 1 : _SUBSET] == "+" else name


def information(document: Handle) -> dict[str, str]:
    """What the file's properties state (title, author, dates), as they are written."""
    import pypdfium2.raw as pdfium

    found = {}
    for name in _INFO:
        length = min(pdfium.FPDF_GetMetaText(document, name.encode(), None, 0), 20_000)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetMetaText(document, name.encode(), buffer, length)
        if value := " ".join(buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace").split()):
            found[name] = value
    return found


def language(document: Handle) -> str | None:
    """The language the document declares."""
    import pypdfium2.raw as pdfium

    length = min(pdfium.FPDFCatalog_GetLanguage(document, None, 0), 100)
    buffer = ctypes.create_unicode_buffer(50)
    raw = ctypes.cast(buffer, ctypes.c_void_p)
    if length <= 2:
        return None
    plain = (ctypes.c_ushort * 50)()
    del raw
    pdfium.FPDFCatalog_GetLanguage(document, plain, 100)
    return "".join(chr(code) for code in plain[: length // 2 - 1]).strip("\0 ") or None
