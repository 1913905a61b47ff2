"""What the microdata of a page states of its article: elements that bear the name of a property."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.model import Declared
from digest.readers.html.markup import Tree
from digest.readers.html.wording import said, words, words_of_text

_FIELDS = {
    "headline": "title",
    "alternativeheadline": "title",
    "name": "title",
    "author": "author",
    "creator": "author",
    "editor": "contributor",
    "contributor": "contributor",
    "datepublished": "issued",
    "datecreated": "issued",
    "datemodified": "modified",
    "publisher": "site_name",
    "sourceorganization": "site_name",
    "copyrightholder": "site_name",
    "articlesection": "section",
    "inlanguage": "language",
    "description": "abstract",
    "mainentityofpage": "url",
    "url": "url",
}
_PEOPLE = {"author", "creator", "editor", "contributor", "publisher", "sourceorganization", "copyrightholder"}
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|CreativeWork|Blog)/?$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|WebSite)/?$")
_MOST = 4_000
_DEEPEST = 60


def find_statements(tree: Tree) -> Iterator[Declared]:
    """The rows of the article's properties, as they stand."""
    articles = 0
    seen: set[Tree] = set()
    for count, element in enumerate(tree.iter()):
        if count > 40 * _MOST:
            return
        if not isinstance(element.tag, str):
            continue
        if element.get("itemscope") is not None and _ARTICLE.search(element.get("itemtype") or ""):
            articles += 1
        names = (element.get("itemprop") or "").split()
        if names and articles < 30:
            yield from _rows(element, names, seen)


def _rows(element: Tree, names: list[str], seen: set[Tree]) -> Iterator[Declared]:
    owner, sort = _owner(element)
    if sort is None:
        return
    doubt = _doubt(owner, seen)
    for name in names[:4]:
        field = _FIELDS.get(name.lower())
        # the name of a page or of nothing in particular is seldom a headline
        if field is None or (sort in ("", "WebPage") and name.lower() in ("name", "url", "description")):
            continue
        origin = f"microdata {sort + ' ' if sort else ''}{name}"
        if name.lower() in _PEOPLE and element.get("itemscope") is not None:
            yield from _named(element, field, origin, doubt)
        elif value := _value(element, field):
            yield Declared(field=field, value=value, origin=origin + doubt)


def _owner(element: Tree) -> tuple[Tree | None, str | None]:
    """The item a property belongs to, and its type: empty for none, None for an item of another kind."""
    parent, depth = element.getparent(), 0
    while parent is not None and depth < _DEEPEST:
        if parent.get("itemscope") is not None:
            kind = parent.get("itemtype") or ""
            if not (_ARTICLE.search(kind) or _PAGE.search(kind)):
                return parent, None
            if parent.get("itemprop") in ("itemListElement", "hasPart", "comment", "review", "relatedLink"):
                return parent, None
            return parent, kind.rstrip("/").rsplit("/", 1)[-1]
        parent, depth = parent.getparent(), depth + 1
    return None, "" if depth < _DEEPEST else None


def _doubt(owner: Tree | None, seen: set[Tree]) -> str:
    """Whether the item is not the first of its page: a teaser has the same marks as the article."""
    if owner is None or _PAGE.search(owner.get("itemtype") or ""):
        return ""
    seen.add(owner)
    return "" if len(seen) == 1 or owner is min(seen, key=_order) else " (another item)"


def _order(element: Tree) -> int:
    return int(element.sourceline or 0)


def _named(element: Tree, field: str, origin: str, doubt: str) -> Iterator[Declared]:
    kind = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
    found = [inner for inner in element.iter() if "name" in (inner.get("itemprop") or "").split()][:5]
    values = [_value(inner, field) for inner in found] or [_value(element, field)]
    for value in values:
        if value:
            yield Declared(field=field, value=value, origin=f"{origin}{f' {kind}' if kind else ''}{doubt}")


def _value(element: Tree, field: str) -> str:
    for name in ("content", "datetime"):
        if text := words(element.get(name) or ""):
            return text
    if field == "url":
        return words_of_text(element.get("href") or element.get("itemid") or "")
    return said(element)
