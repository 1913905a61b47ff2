"""The DOCX: what pandoc made of reference.docx, with the brief's own header, footer, language and properties."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape

from digest.export.archives import pack, unpack
from digest.export.masthead import Masthead

_RUNNING = re.compile(r"word/(?:header|footer)\d+\.xml")
_LANGUAGE = re.compile(rb'(<w:lang\b[^>]*\bw:val=")[^"]*(")')
_PAGE_SIZE = re.compile(rb"<w:pgSz\b[^>]*/>")
_ENTRY = re.compile(rb'<w:pPr><w:pStyle w:val="Bibliography" />')
_NOTED = re.compile(
    rb'(<w:pPr><w:pStyle w:val="Bibliography" />)((?:(?!</w:p>).)*</w:p>\s*(?:<w:bookmark[^<>]*/>\s*)*'
    rb'<w:p><w:pPr><w:pStyle w:val="Annotation" />)',
    re.S,
)
_SIZES = {"a4": (11906, 16838), "a5": (8391, 11906), "letter": (12240, 15840)}  # twentieths of a point
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{creator}</dc:creator>\
<dc:description>{description}</dc:description><dc:language>{language}</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>
</cp:coreProperties>
"""


def make_docx(written: bytes, head: Masthead, epoch: int) -> bytes:
    """pandoc's file with everything that pandoc cannot say."""
    members = unpack(written)
    tokens = _tokens(head)
    for name in filter(_RUNNING.fullmatch, members):
        text = members[name].decode("utf-8").replace("<w:t>", '<w:t xml:space="preserve">')
        members[name] = re.sub(r"\{([a-z-]+)\}", lambda token: tokens.get(token[1], token[0]), text).encode()
    language = escape(head.language).encode()
    members["word/styles.xml"] = _LANGUAGE.sub(rb"\g<1>" + language + rb"\g<2>", members["word/styles.xml"], count=1)
    width, height = _SIZES[head.paper]
    size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'.encode()
    members["word/document.xml"] = _kept_together(_PAGE_SIZE.sub(size, members["word/document.xml"]))
    members["docProps/core.xml"] = _core(head, epoch).encode()
    return pack(members, epoch)


def _kept_together(document: bytes) -> bytes:
    """No entry is parted by the end of a page, nor from what is noted of it."""
    whole = _ENTRY.sub(rb"\g<0><w:keepLines />", document)
    return _NOTED.sub(rb"\1<w:keepNext />\2", whole)


def _tokens(head: Masthead) -> dict[str, str]:
    before, _, rest = head.words["page"].partition("{page}")
    between, _, after = rest.partition("{pages}")
    values = {
        "series": head.series,
        "title": head.title,
        "number": head.number,
        "date": head.date,
        "page-before": before,
        "page-between": between,
        "page-after": after,
    }
    return {name: escape(value) for name, value in values.items()}


def _core(head: Masthead, epoch: int) -> str:
    return _CORE.format(
        title=escape(head.full_title),
        subject=escape(" · ".join(part for part in (head.number, head.period) if part)),
        creator=escape(head.series),
        description=escape(head.subtitle),
        language=escape(head.language),
        when=datetime.fromtimestamp(epoch, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
