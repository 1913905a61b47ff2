"""Documents of LibreOffice made in a few lines, and the edits that cite or take citations out again."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from xml.sax.saxutils import quoteattr

from digest.citing import Citation, Cited, Edit, Entry, Made, Report, Run, Style
from digest.citing.markers import as_marker, with_markers
from digest.reports import odt
from digest.reports.odt.tokens import NAMESPACES

DECLARED = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"
STYLES = """
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Bibliography_20_1" style:display-name="Bibliography 1" style:family="paragraph"/>
<style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text"/>
"""
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:color="#112233"/></style:style>
"""
APA = Style(name="apa", path="apa.csl", uri="http://www.zotero.org/styles/apa", hanging=True, locale="en-GB")
ITEM = {"id": "ng2031", "type": "book", "title": 'A "storm" & <more>'}


def document(
    body: str,
    *,
    meta: str = "",
    masters: str = "",
    automatic: str = AUTOMATIC,
    parts: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """A document with this body, these properties, these pages with their headers, and other parts."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content{DECLARED} office:version="1.3">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles{DECLARED}><office:styles>{STYLES}'
        f"</office:styles><office:automatic-styles/><office:master-styles>{masters}</office:master-styles>"
        "</office:document-styles>"
    )
    properties = f"<office:document-meta{DECLARED}><office:meta>{meta}</office:meta></office:document-meta>"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{NAMESPACES["manifest"]}">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    usual = {
        "mimetype": MIMETYPE.encode(),
        "content.xml": content.encode(),
        "styles.xml": styles.encode(),
        "meta.xml": properties.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }
    return packed(usual | dict(parts))


def flat(body: str) -> bytes:
    """A document in one file of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document{DECLARED} office:version="1.3" office:mimetype='
        f'"{MIMETYPE}"><office:meta/><office:styles>{STYLES}</office:styles><office:automatic-styles/>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts, the type first and as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2031, 1, 2, 3, 4, 6)), data, how)
    return out.getvalue()


def part(data: bytes, name: str = "content.xml") -> str:
    """A part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def body(data: bytes) -> str:
    """What stands in a document's body."""
    return part(data).partition("<office:text>")[2].partition("</office:text>")[0]


def mark(shown: str, key: str = "ng2031", *, name: str = "", **source: object) -> str:
    """A citation as Zotero writes it."""
    code = {
        "citationID": "abcd1234",
        "properties": {"plainCitation": shown, "noteIndex": 0},
        "citationItems": [{"id": key, "uris": [f"http://zotero.org/users/1/items/{key}"], "itemData": ITEM} | source],
    }
    told = quoteattr(name or f"ZOTERO_ITEM CSL_CITATION {json.dumps(code)} RNDabcdefghij")
    return f"<text:reference-mark-start text:name={told}/>{shown}<text:reference-mark-end text:name={told}/>"


def read(data: bytes) -> Report:
    """The report with what is typed into it."""
    return with_markers(odt.read(data, "report.odt"), ())


def texts(data: bytes) -> list[str]:
    """The texts of a report's paragraphs."""
    return [one.text for one in read(data).paragraphs]


def citations(data: bytes) -> list[Citation]:
    """The citations of a report."""
    return [one for paragraph in read(data).paragraphs for one in paragraph.citations]


def shown_as(sources: Sequence[Cited]) -> tuple[Run, ...]:
    """How a style might print a citation."""
    return (Run(text="("), Run(text=sources[0].key, italic=True), Run(text=", 2031)"))


def completed(source: Cited) -> Cited:
    """A source with its record."""
    item = json.dumps({"id": source.key, "type": "book", "title": 'A "storm" & <more>'})
    return replace(source, item=item, uris=(f"http://digest.local/items/{source.key}",))


def made(data: bytes, place: str = "text", **more: object) -> Made:
    """All that citing every citation of a report takes."""
    edits: list[Edit] = []
    keys: dict[str, None] = {}
    for number, paragraph in enumerate(read(data).paragraphs):
        for one in paragraph.citations:
            inside = paragraph.part in ("footnote", "endnote")
            to = paragraph.part if inside and one.alone and place != "text" else "text" if inside else place
            sources = tuple(map(completed, one.sources))
            keys |= dict.fromkeys(source.key for source in sources)
            identifier = one.identifier or f"c{number:03}x{one.start:03}"
            edits.append(
                Edit(
                    paragraph=number,
                    start=one.start,
                    end=one.end,
                    sources=sources,
                    shown=shown_as(sources),
                    place=to,  # type: ignore[arg-type]
                    identifier=identifier,
                    alone=one.alone,
                )
            )
    entries = tuple(Entry(key=key, runs=(Run(text=f"{key}. "), Run(text="A storm.", italic=True))) for key in keys)
    told: dict[str, object] = {"edits": tuple(edits), "entries": entries, "style": APA, "language": "en-GB"} | more
    return Made(**told)  # type: ignore[arg-type]


def cited(data: bytes, place: str = "text", **more: object) -> bytes:
    """A report with all its citations written."""
    return odt.write(data, "report.odt", made(data, place, **more)).data


def uncited(data: bytes) -> bytes:
    """A report with typed markers in place of its fields."""
    edits = tuple(
        Edit(paragraph=number, start=one.start, end=one.end, text=as_marker(one.sources), alone=one.alone)
        for number, paragraph in enumerate(read(data).paragraphs)
        for one in paragraph.citations
        if one.origin != "typed"
    )
    return odt.write(data, "report.odt", Made(edits=edits, entries=None, fields="markers")).data
