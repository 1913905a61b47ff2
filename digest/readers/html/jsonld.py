"""What the JSON-LD of a page states of its article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from digest.model import Declared
from digest.readers.html.nodes import (
    Graph,
    Node,
    Own,
    addresses,
    is_other_work,
    kind,
    main_article,
    of_type,
    types,
)
from digest.readers.html.wording import one, strings, words

Table = tuple[tuple[str, str], ...]
"""Properties of schema.org, and the fields they are."""

_TEXTS = (
    ("headline", "title"),
    ("alternativeHeadline", "title"),
    ("name", "title"),
    ("alternateName", "title"),
    ("datePublished", "issued"),
    ("dateCreated", "issued"),
    ("uploadDate", "issued"),
    ("dateModified", "modified"),
    ("inLanguage", "language"),
    ("articleSection", "section"),
    ("description", "abstract"),
    ("abstract", "abstract"),
    ("dateline", "dateline"),
)
_PEOPLE = (
    ("author", "author"),
    ("creator", "author"),
    ("editor", "contributor"),
    ("contributor", "contributor"),
    ("translator", "contributor"),
)
_SITES = (
    ("publisher", "site_name"),
    ("isPartOf", "site_name"),
    ("sourceOrganization", "site_name"),
    ("provider", "site_name"),
    ("copyrightHolder", "site_name"),
)
_PAGE_TEXTS = tuple(row for row in _TEXTS if row[0] not in ("alternateName", "abstract"))
_TYPES = {
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper",
    "AskPublicNewsArticle": "article-newspaper",
    "ReviewNewsArticle": "article-newspaper",
    "BlogPosting": "post-weblog",
    "SocialMediaPosting": "post",
    "ScholarlyArticle": "article-journal",
    "Report": "report",
    "LiveBlogPosting": "article-newspaper",
}
_GENRES = {
    "AnalysisNewsArticle": "analysis",
    "OpinionNewsArticle": "opinion",
    "PressRelease": "press release",
    "ReviewNewsArticle": "review",
}
"""Types of schema.org that say of what kind a text is; its property `genre` mostly names a section."""
_MOST_PEOPLE = 40


def find_statements(graph: Graph, own: Own) -> Iterator[Declared]:
    """The rows of the article's node, then of others that speak of it, then those of the page and its site."""
    main, others = main_article(graph, own)
    if main is not None:
        yield from _article(main, graph, "")
    for node, same in others[:6]:
        yield from _article(node, graph, "" if same else " (another node)")
    if main is None:
        for node in [node for node in graph.nodes if is_other_work(node)][:1]:
            yield from _article(node, graph, " (another work)")
    yield from chain.from_iterable(_page(node, graph) for node in _pages(graph))
    yield from _site(graph)
    yield from _trail(graph)


def _article(node: Node, graph: Graph, doubt: str) -> Iterator[Declared]:
    name = f"JSON-LD {kind(node)}"
    yield from _texts(node, _TEXTS, name, doubt)
    yield from _bodies(node, graph, _PEOPLE, name, doubt)
    for address in addresses(node):
        yield Declared(field="url", value=address, origin=f"{name} url{doubt}")
    yield from _bodies(node, graph, _SITES, name, doubt)
    for sort in types(node):
        if sort in _TYPES:
            yield Declared(field="type", value=_TYPES[sort], origin=f"JSON-LD @type {sort}{doubt}")
        if sort in _GENRES:
            yield Declared(field="genre", value=_GENRES[sort], origin=f"JSON-LD @type {sort}{doubt}")
    yield from _captions(node, graph, name, doubt)


def _captions(node: Node, graph: Graph, name: str, doubt: str) -> Iterator[Declared]:
    for picture in _listed(node.get("image"))[:3]:
        found = graph.resolved(picture)
        if isinstance(found, dict) and (caption := one(found.get("caption"))):
            yield Declared(field="caption", value=caption, origin=f"{name} image caption{doubt}")


def _bodies(node: Node, graph: Graph, table: Table, name: str, doubt: str) -> Iterator[Declared]:
    for key, field in table:
        for body, sort in people(node.get(key), graph):
            if key == "isPartOf" and sort.endswith("Page"):  # the page an article stands on, with its own title
                continue
            yield Declared(field=field, value=body, origin=f"{name} {key}{f' {sort}' if sort else ''}{doubt}")


def _texts(node: Node, table: Table, name: str, doubt: str) -> Iterator[Declared]:
    for key, field in table:
        for value in strings(node.get(key))[:8]:
            yield Declared(field=field, value=value, origin=f"{name} {key}{doubt}")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def people(value: Any, graph: Graph, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every person or body of a value with its type, references followed; a name that is a list gives one row each."""
    for item in _listed(value)[:_MOST_PEOPLE]:
        found = graph.resolved(item)
        if isinstance(found, str):
            if text := words(found):
                yield text, ""
        elif isinstance(found, list) and depth < 3:
            yield from people(found, graph, depth + 1)
        elif isinstance(found, dict):
            yield from _person(found, graph, depth)


def _person(node: Node, graph: Graph, depth: int) -> Iterator[tuple[str, str]]:
    sort = next(iter(types(node)), "")
    names = strings(node.get("name"))
    if not names:
        parts = (one(node.get("givenName")), one(node.get("additionalName")), one(node.get("familyName")))
        names = (" ".join(part for part in parts if part),)
    if not names[0] and depth < 3:
        for key in ("author", "agent", "item"):  # a Role stands between an article and its author
            yield from people(node.get(key), graph, depth + 1)
        return
    yield from ((name, sort) for name in names if name)


def _pages(graph: Graph) -> list[Node]:
    found = of_type(graph, ("WebPage", "ItemPage", "ArticlePage", "NewsPage", "AboutPage", "ReportPage"))
    return list(found)[:2]


def _page(node: Node, graph: Graph) -> Iterator[Declared]:
    name = f"JSON-LD {kind(node)}"
    yield from _texts(node, _PAGE_TEXTS, name, "")
    yield from _bodies(node, graph, (*_PEOPLE[:2], *_SITES[:2]), name, "")


def _site(graph: Graph) -> Iterator[Declared]:
    for node in list(of_type(graph, ("WebSite", "Website")))[:2]:
        for key in ("name", "alternateName"):
            for value in strings(node.get(key))[:3]:
                yield Declared(field="site_name", value=value, origin=f"JSON-LD WebSite {key}")
        for value in strings(node.get("inLanguage"))[:1]:
            yield Declared(field="language", value=value, origin="JSON-LD WebSite inLanguage")
    for node in list(of_type(graph, ("NewsMediaOrganization", "Organization", "Blog")))[:3]:
        for value in strings(node.get("name"))[:1]:
            yield Declared(field="site_name", value=value, origin=f"JSON-LD {kind(node)} name")


def _trail(graph: Graph) -> Iterator[Declared]:
    """The names of the sections a page stands under, outermost first."""
    for node in list(of_type(graph, ("BreadcrumbList",)))[:1]:
        for item in _listed(node.get("itemListElement"))[:8]:
            if isinstance(item, dict) and (text := one(item.get("name")) or one(item.get("item"))):
                yield Declared(field="section", value=text, origin="JSON-LD BreadcrumbList")
