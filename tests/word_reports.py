"""Word reports for tests, written as raw XML, and what `digest cite` and `uncite` do with them, in short."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape

from digest.citing import Citation, Cited, Edit, Entry, Fields, Made, Report, Run, Style, Written, in_order
from digest.citing.markers import as_marker, with_markers
from digest.reports.docx import read, write

APA = Style(name="apa", path="", uri="http://www.zotero.org/styles/apa", hanging=True)
_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_OFFICE}/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="wps"'
)
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def p(*inside: str, style: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(one if one.startswith('<') else r(one) for one in inside)}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run of text."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(code: str, *shown: str, data: str = "") -> str:
    """A field over runs."""
    packed = f"<w:fldData>{data}</w:fldData>" if data else ""
    result = "".join(one if one.startswith("<") else r(one) for one in shown)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{packed}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(properties: str, *inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def zotero(key: str, shown: str, *more: str, **told: str) -> str:
    """A citation as Zotero's plug-in writes it."""
    item = {
        "id": key, "uris": [f"http://zotero.org/users/1/items/{key}"], **told,
        "itemData": {"id": key, "type": "webpage", "title": f"On {key}"},
    }  # fmt: skip
    code = {"citationID": "aB3", "properties": {"plainCitation": shown}, "citationItems": [item], "schema": "x"}
    return field(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(code)} ", *(more or (shown,)))


def document(*blocks: str, footnotes: str = "", header: str = "", links: Mapping[str, str] | None = None) -> bytes:
    """A Word document of these blocks; `footnotes` are notes as XML, `links` addresses by relationship."""
    parts = {"word/styles.xml": f"<w:styles {_NAMES}>{_STYLES}</w:styles>"}
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_NAMES}>{footnotes}</w:footnotes>"
    if header:
        parts["word/header1.xml"] = f"<w:hdr {_NAMES}>{header}</w:hdr>"
    rels = "".join(_rel(f"rId{n}", name.strip("1"), name) for n, name in enumerate(_short(parts), start=1))
    rels += "".join(_rel(name, "hyperlink", address, external=True) for name, address in (links or {}).items())
    body = "\n ".join(blocks)
    members = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _rels(_rel("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _rels(rels),
        **parts,
    }
    return zipped(
        {name: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{text}' for name, text in members.items()}
    )


def _short(parts: Mapping[str, str]) -> list[str]:
    return [name.removeprefix("word/").removesuffix(".xml") for name in parts]


def _rel(name: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    file = target if external or "/" in target else f"{target}.xml"
    return f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target="{escape(file)}"{mode}/>'


def _rels(inside: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'


def _types(parts: Mapping[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{name}" ContentType="{_ML}.{name[5:-4].strip("1")}+xml"/>' for name in parts)
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_ML}.document.main+xml"/>{rows}</Types>'
    )


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def note(number: int, *inside: str) -> str:
    """A footnote."""
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}">{p(mark, " ", *inside)}</w:footnote>'


def called(number: int) -> str:
    """The mark that calls a footnote."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def texts(data: bytes) -> list[str]:
    """The paragraphs of a report as they are read."""
    return [one.text for one in read(data, "report.docx").paragraphs]


def citations(data: bytes) -> list[Citation]:
    """The citations that fields hold, in a reader's order."""
    return [one for _, one in in_order(read(data, "report.docx"))]


def cited(data: bytes, *, place: Any = "text", fields: Fields = "live", known: tuple[str, ...] = ()) -> Written:
    """The report with its citations shown as `(key, locator)` and a list of what it cites."""
    report = with_markers(read(data, "report.docx"), known)
    found = [*in_order(report)]
    edits = tuple(_edit(report, row, place, number) for number, row in enumerate(found))
    keys = dict.fromkeys(source.key for _, citation in found for source in citation.sources)
    entries = tuple(Entry(key=key, runs=(Run(text=f"{key}. "), Run(text="Title", italic=True))) for key in keys)
    return write(data, "report.docx", Made(edits=edits, entries=entries, fields=fields, style=APA))


def _edit(report: Report, row: tuple[int, Citation], place: Any, number: int) -> Edit:
    paragraph, one = row
    inside = report.paragraphs[paragraph].part in ("footnote", "endnote")
    shown = "; ".join(", ".join(filter(None, (source.key, source.locator))) for source in one.sources)
    return Edit(
        paragraph=paragraph,
        start=one.start,
        end=one.end,
        sources=tuple(_with_record(source) for source in one.sources),
        shown=(Run(text="("), Run(text=shown, italic=True), Run(text=")")),
        place=place if one.alone or not inside else "text",
        identifier=f"c{number:07d}",
        alone=one.alone,
    )


def _with_record(source: Cited) -> Cited:
    item = json.dumps({"id": source.key, "type": "webpage", "title": f"On {source.key}"})
    uris = source.uris or (f"http://digest.local/items/{source.key}",)
    return replace(source, item=source.item or item, uris=uris)


def uncited(data: bytes) -> bytes:
    """The report with its citations typed again."""
    edits = tuple(
        Edit(paragraph=paragraph, start=one.start, end=one.end, text=as_marker(one.sources), alone=one.alone)
        for paragraph, one in in_order(read(data, "report.docx"))
    )
    return write(data, "report.docx", Made(edits=edits, entries=None, fields="markers")).data
