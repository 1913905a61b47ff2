"""XML of records to a tree, with nothing declared, fetched or expanded."""

from __future__ import annotations

from typing import Any

from digest import inertxml
from digest.errors import ReadError
from digest.model import Source

LARGEST = 50_000_000


def tree_of(source: Source, what: str) -> Any:
    """The root element of `source`; ReadError where it is no XML, or declares a document type."""
    from lxml import etree  # not wanted by commands that read no page

    head = source.data[:10_000].replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in source.data:
        raise ReadError(f"{what} with a document type of its own", where=source.name, hint="export the records again")
    try:
        return etree.fromstring(source.data, inertxml.parser(remove_comments=True, remove_pis=True))
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        hint = "was the export cut off?"
        raise ReadError(f"{what} that is not well-formed", where=f"{source.name}:{line}", hint=hint) from error


def words(element: Any) -> str:
    """The text of an element and all in it, on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
