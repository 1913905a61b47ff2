"""The one way XML is parsed: nothing declared is expanded, nothing is fetched, no tree is huge."""

from __future__ import annotations

from typing import Any


def parser(**more: bool) -> Any:
    """A parser of lxml with the options that every XML is read by, and those that one format wants beside them."""
    from lxml import etree  # not wanted by commands that read no page

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, **more)
