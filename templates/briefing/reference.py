"""Make reference.docx, the styles of the Word brief, from pandoc's own: `python templates/briefing/reference.py`.

The file may as well be restyled in Word itself; this script is how the shipped one came about. It needs python-docx.
Words in {braces} in its header and footer are filled in at each build.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from digest.export.archives import pack, unpack
from digest.export.pandoc import run

INK, SOFT, FAINT, ACCENT, RULE, WASH, BLUE = "1B2430", "566172", "C9CFD6", "9B1C1F", "C98A8B", "F5F3EF", "1F4E79"
SERIF, SANS = "Georgia", "Calibri"
WIDTH = Cm(21 - 2 * 2.6)

# name, based on, face, points, colour, bold, italic, (before, after) in points
STYLES = (
    ("Normal", None, SANS, 10.5, INK, False, False, (0, 0)),
    ("Body Text", "Normal", SANS, 10.5, INK, False, False, (4, 6)),
    ("First Paragraph", "Body Text", SANS, 10.5, INK, False, False, (4, 6)),
    ("Compact", "Body Text", SANS, 10.5, INK, False, False, (2, 3)),
    ("Title", "Normal", SERIF, 27, INK, True, False, (6, 4)),
    ("Subtitle", "Normal", SERIF, 13, SOFT, False, True, (0, 6)),
    ("Heading 1", "Normal", SANS, 15, INK, True, False, (20, 6)),
    ("Heading 2", "Normal", SANS, 12, INK, True, False, (14, 4)),
    ("Heading 3", "Normal", SANS, 10.5, SOFT, True, False, (10, 4)),
    ("TOC Heading", "Normal", SANS, 9, ACCENT, True, False, (12, 4)),
    ("toc 1", "Normal", SANS, 10, INK, True, False, (2, 2)),
    ("toc 2", "Normal", SANS, 10, INK, False, False, (0, 1)),
    ("Series", "Normal", SANS, 9.5, SOFT, False, False, (0, 2)),
    ("Issue", "Normal", SANS, 9.5, INK, False, False, (4, 4)),
    ("Notice", "Normal", SANS, 8.5, SOFT, False, True, (2, 8)),
    ("In Brief Heading", "Normal", SANS, 9, ACCENT, True, False, (10, 0)),
    ("In Brief", "Normal", SERIF, 10.5, INK, False, False, (0, 0)),
    ("Extract", "Normal", SERIF, 10.5, INK, False, False, (3, 5)),
    ("Quotation", "Normal", SERIF, 11, INK, False, False, (4, 0)),
    ("Speaker", "Normal", SANS, 9.5, INK, False, False, (2, 0)),
    ("Gap", "Normal", SANS, 4, INK, False, False, (0, 0)),
    ("Unverified Block", "Extract", SERIF, 10.5, INK, False, False, (3, 5)),
    ("Block Text", "Body Text", SANS, 10.5, INK, False, False, (4, 6)),
    ("Bibliography", "Normal", SERIF, 9.5, INK, False, False, (0, 5)),
    ("Annotation", "Normal", SANS, 9.5, SOFT, False, False, (0, 6)),
    ("Sources Heading", "Normal", SANS, 9, ACCENT, True, False, (10, 3)),
    ("Footnote Text", "Normal", SANS, 8.5, INK, False, False, (0, 2)),
    ("Header", "Normal", SANS, 8.5, SOFT, False, False, (0, 0)),
    ("Footer", "Normal", SANS, 8.5, SOFT, False, False, (0, 0)),
)
CHARACTERS = (("Source", SANS, 8, SOFT), ("Series Name", SANS, 10, ACCENT), ("Contents Link", SANS, 10, INK))
BOXED = ("In Brief Heading", "In Brief", "Quotation", "Speaker", "Extract", "Unverified Block")
PARTICULARS = (
    (("Heading 1", "Heading 2", "Heading 3", "TOC Heading", "In Brief Heading", "Quotation"), ("keep_with_next", True)),
    (("Extract", "In Brief", "Quotation", "Body Text", "Normal"), ("widow_control", True)),
    (("Extract", "In Brief", "Quotation", "Body Text", "Normal"), ("line_spacing", 1.12)),
    (BOXED, ("left_indent", Pt(18))),  # where pandoc's lists begin
    (("Title", "Subtitle"), ("alignment", WD_ALIGN_PARAGRAPH.LEFT)),
    (("toc 2",), ("left_indent", Cm(0.6))),
    (("Annotation", "Bibliography"), ("left_indent", Cm(0.75))),
    (("Sources Heading",), ("keep_with_next", True)),
    (("Bibliography",), ("first_line_indent", Cm(-0.75))),
)
# name, sides, eighths of a point, colour, distance in points
BORDERS = (
    ("Series", ("top",), 24, ACCENT, 6),
    ("Heading 1", ("top",), 6, FAINT, 6),
    ("Issue", ("top", "bottom"), 4, INK, 4),
    ("Extract", ("left",), 8, RULE, 8),
    ("Unverified Block", ("left",), 8, RULE, 8),
    ("In Brief Heading", ("left",), 24, ACCENT, 8),
    ("In Brief", ("left",), 24, ACCENT, 8),
    ("Quotation", ("left",), 24, ACCENT, 8),
    ("Speaker", ("left",), 24, ACCENT, 8),
    ("Header", ("bottom",), 4, FAINT, 4),
    ("Footer", ("top",), 4, FAINT, 4),
)
FILLS = {
    "In Brief Heading": WASH, "In Brief": WASH, "Quotation": WASH, "Speaker": WASH, "Unverified Block": "FFE08A",
}  # fmt: skip
FOLLOWING = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
)


def style(document: Docx, name: str, kind: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH) -> ParagraphStyle:
    """The style of that name, made where there is none."""
    if name not in document.styles:
        document.styles.add_style(name, kind)
    found: ParagraphStyle = document.styles[name]
    return found


def set_face(target: ParagraphStyle, face: str) -> None:
    """Set the face for every script, and forget the theme's."""
    target.font.name = face
    fonts = target.element.get_or_add_rPr().find(qn("w:rFonts"))
    for name in [name for name in fonts.attrib if "Theme" in name or "theme" in name]:
        del fonts.attrib[name]
    for slot in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(slot), face)


def write_styles(document: Docx) -> None:
    """Set every row of the table."""
    for name, parent, face, points, colour, bold, italic, (before, after) in STYLES:
        target = style(document, name)
        if parent:
            target.base_style = document.styles[parent]
        set_face(target, face)
        target.font.size, target.font.bold, target.font.italic = Pt(points), bold, italic
        target.font.color.rgb = RGBColor.from_string(colour)
        target.paragraph_format.space_before, target.paragraph_format.space_after = Pt(before), Pt(after)


def write_paragraphs(document: Docx) -> None:
    """Set what is particular to some paragraphs."""
    for names, (field, value) in PARTICULARS:
        for name in names:
            setattr(style(document, name).paragraph_format, field, value)
    for name in ("Title", "Subtitle"):
        properties = style(document, name).element.rPr
        for spacing in properties.findall(qn("w:spacing")):
            properties.remove(spacing)
    style(document, "TOC Heading").font.all_caps = style(document, "In Brief Heading").font.all_caps = True
    for name in ("Series", "Issue", "Header", "Footer"):
        style(document, name).paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def write_characters(document: Docx) -> None:
    """Set the styles of words within a paragraph."""
    for name, face, size, colour in CHARACTERS:
        target = style(document, name, WD_STYLE_TYPE.CHARACTER)
        set_face(target, face)
        target.font.size, target.font.color.rgb = Pt(size), RGBColor.from_string(colour)
    style(document, "Series Name").font.all_caps = style(document, "Series Name").font.bold = True
    shade(style(document, "Unverified", WD_STYLE_TYPE.CHARACTER).element.get_or_add_rPr(), "FFE08A")
    link = document.styles["Hyperlink"]
    link.font.color.rgb = RGBColor.from_string(BLUE)


def shade(properties: object, fill: str, *before: str) -> None:
    """Put a background into `properties`, in the place that the schema wants."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    properties.insert_element_before(shading, *before) if before else properties.append(shading)  # type: ignore[attr-defined]


def write_borders(document: Docx) -> None:
    """Set the rules and backgrounds."""
    for name, sides, size, colour, space in BORDERS:
        properties = style(document, name).element.get_or_add_pPr()
        borders = OxmlElement("w:pBdr")
        for side in sides:
            edge = OxmlElement(f"w:{side}")
            for key, value in (("val", "single"), ("sz", str(size)), ("space", str(space)), ("color", colour)):
                edge.set(qn(f"w:{key}"), value)
            borders.append(edge)
        properties.insert_element_before(borders, *FOLLOWING)
    for name, fill in FILLS.items():
        shade(style(document, name).element.get_or_add_pPr(), fill, *FOLLOWING[1:])


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field that Word works out."""
    for kind, text in (("begin", None), (None, code), ("separate", None), ("t", "1"), ("end", None)):
        run_ = paragraph.add_run()
        if kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
        elif kind == "t":
            element = OxmlElement("w:t")
            element.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run_._r.append(element)


def write_page(document: Docx) -> None:
    """Set the paper, the running head from the second page on, and the footer."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.4)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.add_run("{series}").bold = True
    head.add_run("  {title}\t{number}")
    head.style = style(document, "Header")
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0]
        foot.style = style(document, "Footer")
        foot.add_run("{date}\t{page-before}")
        add_field(foot, " PAGE ")
        foot.add_run("{page-between}")
        add_field(foot, " NUMPAGES ")
        foot.add_run("{page-after}")


def main() -> None:
    """Write reference.docx beside this script, or where the one argument says."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("reference.docx")
    document = Document(BytesIO(run(["--print-default-data-file", "reference.docx"])))
    body = document.element.body
    for element in list(body)[:-1]:  # the sample text; the last one is the section
        body.remove(element)
    write_styles(document)
    write_paragraphs(document)
    write_characters(document)
    write_borders(document)
    write_page(document)
    buffer = BytesIO()
    document.save(buffer)
    target.write_bytes(pack(unpack(buffer.getvalue()), 0))


if __name__ == "__main__":
    main()
