"""LibreOffice's own styles that what we write is set in: added to a report that lacks them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digest.reports.odt.looks import Looks
from digest.reports.odt.tokens import Stream, inserted

_NOTE = (
    '<style:style style:name="{0}" style:family="paragraph"{1} style:class="extra"><style:paragraph-properties'
    ' fo:margin-left="0.6cm" fo:margin-right="0cm" fo:margin-top="0cm" fo:margin-bottom="0cm" fo:line-height="100%"'
    ' fo:text-indent="-0.6cm"/><style:text-properties fo:font-size="10pt"'
    ' style:font-size-asian="10pt" style:font-size-complex="10pt"/></style:style>'
)
_LINK = (
    '<style:style style:name="{0}" style:display-name="{2}" style:family="text"><style:text-properties'
    ' fo:color="{3}" style:text-underline-style="solid" style:text-underline-width="auto"'
    ' style:text-underline-color="font-color"/></style:style>'
)
_STOCK: Mapping[tuple[str, str], str] = {
    ("paragraph", "Bibliography_20_1"): (
        '<style:style style:name="{0}" style:display-name="Bibliography 1" style:family="paragraph"{1}'
        ' style:class="index"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.212cm"/>'
        "</style:style>"
    ),
    ("paragraph", "Endnote"): _NOTE,
    ("paragraph", "Footnote"): _NOTE,
    ("paragraph", "Heading_20_1"): (
        '<style:style style:name="{0}" style:display-name="Heading 1" style:family="paragraph"{1}'
        ' style:default-outline-level="1" style:class="text"><style:paragraph-properties fo:margin-top="0.423cm"'
        ' fo:margin-bottom="0.212cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="130%"'
        ' fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>'
    ),
    ("text", "Internet_20_link"): _LINK.replace("{2}", "Internet link").replace("{3}", "#000080"),
    ("text", "Visited_20_Internet_20_Link"): _LINK.replace("{2}", "Visited Internet Link").replace("{3}", "#800000"),
}


def splices_of(stream: Stream, looks: Looks, written: Iterable[str]) -> list[tuple[int, int, str]]:
    """What changes where the styles are added that `written` names and nobody defines."""
    text = "".join(written)
    lacking = [
        xml.format(name, _parent(name, looks))
        for (family, name), xml in _STOCK.items()
        if not looks.has(family, name) and f'style-name="{name}"' in text
    ]
    return inserted(stream, "office:styles", "".join(lacking)) if lacking else []


def _parent(name: str, looks: Looks) -> str:
    parents = (*(("Heading",) if name.startswith("Heading") else ()), "Standard", "Normal")
    found = next((one for one in parents if looks.has("paragraph", one)), None)
    return f' style:parent-style-name="{found}"' if found else ""
