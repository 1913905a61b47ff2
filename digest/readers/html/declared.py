"""What a page declares of itself: JSON-LD, meta tags, microdata, and the elements that bear a field's name."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Declared
from digest.readers.html.markup import Tree

_META = {
    "og:title": "title",
    "og:site_name": "site_name",
    "article:author": "author",
    "author": "author",
    "article:published_time": "issued",
    "article:modified_time": "modified",
    "article:section": "section",
    "og:url": "url",
    "og:description": "abstract",
}


def find_declared(tree: Tree) -> tuple[Declared, ...]:
    """Every statement of the page about a field, in order of its kind."""
    return (*_meta(tree), *_elements(tree))


def _meta(tree: Tree) -> Iterator[Declared]:
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or "").strip().lower()
        value = (tag.get("content") or "").strip()
        if name in _META and value:
            yield Declared(field=_META[name], value=value, origin=f"meta {name}")


def _elements(tree: Tree) -> Iterator[Declared]:
    if language := (tree.get("lang") or "").strip():
        yield Declared(field="language", value=language, origin="html lang")
    for heading in tree.iter("h1"):
        if text := " ".join(heading.text_content().split()):
            yield Declared(field="title", value=text, origin="h1")
    for title in tree.iter("title"):
        if text := " ".join(title.text_content().split()):
            yield Declared(field="title", value=text, origin="title element")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield Declared(field="url", value=link.get("href").strip(), origin="canonical link")
