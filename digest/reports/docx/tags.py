"""The names of elements as a document's body has them, and what their attributes say."""

from __future__ import annotations

from typing import Any

from digest.reports.docx.elements import WORD

W = f"{{{WORD}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OFF = ("0", "false", "off", "none")


def local(element: Any) -> str:
    """An element's name within WordprocessingML, "" where it is of another kind or a comment.

    >>> from lxml import etree
    >>> local(etree.Element(f"{W}p")), local(etree.Comment("p"))
    ('p', '')
    """
    tag = element.tag
    return tag[len(W) :] if isinstance(tag, str) and tag.startswith(W) else ""


def value(element: Any, name: str = "val") -> str:
    """An attribute of an element; "" where there is no such element or attribute."""
    return "" if element is None else str(element.get(f"{W}{name}", ""))


def child(element: Any, *path: str) -> Any | None:
    """The first element down a path of names, None where there is none."""
    for name in path:
        element = None if element is None else element.find(f"{W}{name}")
    return element


def is_on(properties: Any, name: str) -> bool:
    """Whether a property that can be on or off is on."""
    found = child(properties, name)
    return found is not None and value(found) not in _OFF
