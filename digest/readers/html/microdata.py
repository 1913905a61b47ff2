"""What the microdata of a page states of its article: elements that bear the name of a property."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from digest.model import Declared
from digest.readers.html.markup import Tree
from digest.readers.html.nodes import agreement
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
_VAGUE = ("name", "url", "description", "copyrightholder")
_AGREED = 0.6
_MOST = 200_000
_MOST_ITEMS = 60
_MOST_ROWS = 40
_DEEPEST = 60


def find_statements(tree: Tree, titles: Sequence[str]) -> Iterator[Declared]:
    """The rows of the items that stand for the article, then of others; `titles` are those the page shows."""
    items: dict[Tree | None, list[Declared]] = {}
    for element in islice(tree.xpath("descendant-or-self::*[@itemprop]"), _MOST):
        names = element.get("itemprop").split()
        owner, sort = _owner(element) if names else (None, None)
        if sort is not None and len(items) < _MOST_ITEMS:
            items.setdefault(owner, []).extend(_rows(element, names, sort))
    likely = {owner: _is_likely(rows, titles, alone=len(items) < 3) for owner, rows in items.items()}
    for wanted in (True, False):
        for owner, rows in items.items():
            if likely[owner] is wanted:
                doubt = "" if wanted and owner is not None else " (no item)" if owner is None else " (another item)"
                yield from (replace(row, origin=row.origin + doubt) for row in rows[:_MOST_ROWS])


def _is_likely(rows: Sequence[Declared], titles: Sequence[str], *, alone: bool) -> bool:
    """Whether an item stands for the article: a teaser has the same marks, and another headline."""
    own = [row.value for row in rows if row.field == "title"]
    if own and titles:
        return max(agreement(mine, shown) for mine in own for shown in titles) > _AGREED
    return alone


def _rows(element: Tree, names: list[str], sort: str) -> Iterator[Declared]:
    for name in names[:4]:
        field = _FIELDS.get(name.lower())
        # the name of a page or of nothing in particular is seldom a headline
        if field is None or (sort in ("", "WebPage") and name.lower() in _VAGUE):
            continue
        origin = f"microdata {sort + ' ' if sort else ''}{name}"
        if name.lower() in _PEOPLE and element.get("itemscope") is not None:
            yield from _named(element, field, origin)
        elif value := _value(element, field):
            yield Declared(field=field, value=value, origin=origin)


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


def _named(element: Tree, field: str, origin: str) -> Iterator[Declared]:
    kind = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
    found = [inner for inner in element.iter() if "name" in (inner.get("itemprop") or "").split()][:5]
    values = [_value(inner, field) for inner in found] or [_value(element, field)]
    for value in values:
        if value:
            yield Declared(field=field, value=value, origin=f"{origin}{f' {kind}' if kind else ''}")


def _value(element: Tree, field: str) -> str:
    for name in ("content", "datetime"):
        if text := words(element.get(name) or ""):
            return text
    if field == "url":
        return words_of_text(element.get("href") or element.get("itemid") or "")
    return said(element)
