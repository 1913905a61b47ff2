"""The titles a page shows: its h1, the elements of templates that bear its headline, its title element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from digest.model import Declared
from digest.readers.html.markup import Tree
from digest.readers.html.wording import said

_KICKER = re.compile(
    r"kicker|eyebrow|overline|topline|roofline|dachzeile|spitzmarke|spitz-?marke|prefix|antetitulo|pre-?(?:title|head)|"
    r"label|supra|strapline|slug|category|section|topic|ressort|rubri|flag|badge|occhiello|surtitre|tagline|vignette",
    re.I,
)
_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:headline|(?:entry|article|post|story|news|page|content|node|main|detail|artikel|single|blog)"
    r"[_-]{0,2}(?:title|headline|heading|header__title|head__title|ttl|tit)|title[_-]{0,2}(?:article|news|post|main)|"
    r"p-name|tm-title|titre|titulo|titolo|h1)(?:$|[\s_-])",
    re.I,
)
_NOT_SHOWN = re.compile(r"bread-?crumb|\bcrumb|ariane", re.I)
_OF_THE_SITE = re.compile(r"(?:^|[\s_-])(?:logo|site-?(?:title|name|header|branding)|masthead|brand)(?:$|[\s_-])", re.I)
_ELSEWHERE = re.compile(
    r"(?:^|\s)(?:[a-z]{1,2}[-_]{1,2})?(?:teasers?|related|recommend\w*|cards?|widget|sidebar|most-?read|trending|footer|"
    r"comments?|promo|carousel|slider|modal|newsletter|popup|read-?more|more-?news|latest)(?:$|[\s_-])",
    re.I,
)
"""At the start of a class alone: `has-sidebar` and `without-comments` stand on whole pages."""
_MOST = 12
_MOST_ELEMENTS = 30_000
_SETTING = 12
_LARGE = re.compile(r"\+[1-4]|[4-7]")
_SHORTEST = 11
_NEAR = 5
_LONGEST = 400
_LEVELS = ("h1", "h2", "h3")
_BEARERS = ("h1", "h2", "h3", "div", "span", "p", "td", "strong", "font")


def find_titles(tree: Tree) -> Iterator[Declared]:
    """The rows of every h1, with and without its kicker, of other headline elements, and of the title element."""
    for heading in islice(tree.iter("h1"), _MOST):
        if text := said(heading):
            origin = "h1" + _setting(heading)
            yield Declared(field="title", value=text, origin=origin)
            if origin == "h1":
                yield from _parts(heading, text)
    headlines = tuple(islice(_headlines(tree), 3))
    yield from headlines
    if not headlines and not any(said(heading) for heading in islice(tree.iter("h1"), _MOST)):
        yield from islice(_first_headings(tree), 2)
    for title in islice(tree.iter("title"), 3):
        parent = title.getparent()
        if (parent is None or parent.tag != "svg") and (text := said(title)):
            yield Declared(field="title", value=text, origin="title element")


def _marks(element: Tree) -> str:
    """The names that templates give an element, on which its place on the page can be read."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]


def _setting(heading: Tree) -> str:
    """Where a heading stands, if it is not the one above the article; empty for that one."""
    element, depth = heading, 0
    while element is not None and depth < _SETTING:
        marks = _marks(element)
        if element.tag == "nav" or _NOT_SHOWN.search(marks):
            return " in a breadcrumb"
        if _OF_THE_SITE.search(marks) and depth < 3:
            return " of the site"
        if element.tag in ("main", "body", "html"):
            return ""
        if element.tag in ("aside", "footer") or (depth < _NEAR and _ELSEWHERE.search(marks)):
            return " of another story"
        element, depth = element.getparent(), depth + 1
    return ""


def _headlines(tree: Tree) -> Iterator[Declared]:
    """Headlines that are no h1: by the class templates give them, or as the heading of a group or of an article.

    One that the title element has in it may link to its own page, as those of older blogs do.
    """
    titled = _plain(" ".join(said(title) for title in islice(tree.iter("title"), 1)))
    for element in islice(tree.iter(*_BEARERS), _MOST_ELEMENTS):
        marks = element.get("class") or ""
        grouped = element.tag in ("h2", "h3") and _opens_article(element)
        named = element.tag in ("h2", "h3") and _is_in(element, titled)
        if element.tag == "h1" or not (grouped or named or _HEADLINE.search(marks[:300])):
            continue
        if (_is_other(element) and not named) or _setting(element):
            continue
        text = said(element)
        if 0 < len(text) < _LONGEST:
            yield Declared(field="title", value=text, origin="headline element")
            yield from _parts(element, text)


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_in(element: Tree, titled: str) -> bool:
    """Whether the title element, of whose letters `titled` are, has a heading of some length in it."""
    text = _plain(said(element)) if titled else ""
    return len(text) > _SHORTEST and text in titled


def _first_headings(tree: Tree) -> Iterator[Declared]:
    """What stands in large letters on a page without headlines: the headings below the first, or letters by size."""
    for element in islice(tree.iter("h2", "h3", "font"), _MOST_ELEMENTS):
        large = element.tag != "font" or _LARGE.fullmatch((element.get("size") or "").strip())
        if large and not _is_other(element) and not _setting(element):
            text = said(element)
            if _SHORTEST < len(text) < _LONGEST:
                yield Declared(field="title", value=text, origin="first heading")


def _opens_article(element: Tree) -> bool:
    parent = element.getparent()
    above = parent.getparent() if parent is not None else None
    if parent is None or element.getprevious() is not None:
        return parent is not None and parent.tag == "hgroup"
    return parent.tag == "hgroup" or (parent.tag == "header" and above is not None and above.tag == "article")


def _is_other(element: Tree) -> bool:
    """Whether a headline is that of a teaser, which is a link, or of a part of the text."""
    if any(child.get("href") for child in islice(element.iter("a"), 2)):
        return True
    parent, depth = element.getparent(), 0
    while parent is not None and depth < 4:
        if parent.tag in ("a", "li", "button", "figure", "figcaption") or "articleBody" in (
            parent.get("itemprop") or ""
        ):
            return True
        parent, depth = parent.getparent(), depth + 1
    return False


def _parts(heading: Tree, whole: str) -> Iterator[Declared]:
    """The headline and its kicker, where they are elements of one heading."""
    pieces = [child for child in heading if isinstance(child.tag, str)]
    while len(pieces) == 1 and not (heading.text or "").strip() and not (pieces[0].tail or "").strip():
        heading = pieces[0]
        pieces = [child for child in heading if isinstance(child.tag, str)]
    for piece in pieces[:3]:
        words = said(piece)
        if words and _KICKER.search(_marks(piece)) and whole.startswith(words) and len(words) < len(whole):
            yield Declared(field="kicker", value=words.strip(" :|–—-"), origin=f"kicker in {heading.tag}")
            if rest := whole[len(words) :].strip(" :|–—·•-"):
                yield Declared(field="title", value=rest, origin="heading without its kicker")
            return
    plain = not (heading.text or "").strip() and all(not (piece.tail or "").strip() for piece in pieces)
    if len(pieces) > 1 and plain:
        for piece, place in ((pieces[0], "first"), (pieces[-1], "last")):
            if (part := said(piece)) and part != whole:
                yield Declared(field="title", value=part, origin=f"{place} part of the heading")
