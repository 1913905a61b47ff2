"""Elements of Word's XML: their names, how they are made, and the order that the schema wants their children in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold."""

# The sequences of CT_PPrBase and EG_RPrBase (ECMA-376, part 1, wml.xsd).
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
_RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath ins del moveFrom moveTo rPrChange"""
PARAGRAPH_ORDER = tuple(_PARAGRAPH.split())
RUN_ORDER = tuple(_RUN.split())


def q(tag: str) -> str:
    """The full name of an element or attribute of Word's."""
    return f"{{{WORD}}}{tag}"


def w(tag: str, *inside: Any, **attributes: str) -> Any:
    """An element of Word's with its attributes and children; None among them is left out, a string is its text."""
    from lxml import etree

    named = {q(name): value for name, value in attributes.items()}
    element = etree.Element(q(tag), named, nsmap={"w": WORD})
    for child in inside:
        if isinstance(child, str):
            _set_text(element, child)
        elif child is not None:
            element.append(child)
    return element


def _set_text(element: Any, text: str) -> None:
    element.text = ILLEGAL.sub("\ufffd", text)
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")


def plain_name(element: Any) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def put(properties: Any, child: Any, order: Sequence[str]) -> None:
    """Set a property among others where the schema wants it, in place of one of its name."""
    places = {name: number for number, name in enumerate(order)}
    mine = places[plain_name(child)]
    for there in [one for one in properties if one.tag == child.tag]:
        properties.remove(there)
    before = (n for n, one in enumerate(properties) if places.get(plain_name(one), -1) > mine)
    properties.insert(next(before, len(properties)), child)


def in_names_of(element: Any, root: Any) -> Any:
    """The element as a document wants it that was saved as strict Open XML, whose names are others."""
    if root.tag.startswith(f"{{{STRICT}}}"):
        for one in element.iter():
            if isinstance(one.tag, str):
                one.tag = one.tag.replace(WORD, STRICT)
                for name, value in [*one.attrib.items()]:
                    if name.startswith(f"{{{WORD}}}"):
                        del one.attrib[name]
                        one.set(name.replace(WORD, STRICT), value)
    return element


def as_text(element: Any) -> str:
    """An element as XML text that can be set into any part: it declares the namespaces it uses."""
    from lxml import etree

    etree.cleanup_namespaces(element)
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def texts(text: str) -> list[Any]:
    """The children of a run that show a text: its lines and tabs are elements of their own."""
    found = []
    for piece in re.split(r"(\n|\t)", text):
        if piece in ("\n", "\t"):
            found.append(w("br" if piece == "\n" else "tab"))
        elif piece:
            found.append(w("t", piece))
    return found
