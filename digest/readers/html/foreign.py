"""Which parts of a page belong to other texts than its article: teasers, comments, captions, lists of stories."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice

from digest.readers.html.markup import Tree
from digest.readers.html.outline import Place, Spot, is_profile, marks

_OWN = re.compile(
    r"comment|coment|kommentar|teaser|related|recommend|promo(?!t)|popular|trending|most-?read|newsletter|caption|"
    r"image|photo|foto|picture|gallery|quote|reply|(?<![a-z])credits?(?![a-z])|copyright|tooltip|video-|more-from|"
    r"more-by|search"
)
"""What the marks of a byline or a date say where it belongs to a picture, a comment or another story."""
_OF_HEAD = re.compile(r"(?<![a-z])(?:article|page|entry|post|story|news)-?_*head(?:er|line)?(?![a-z])")
"""What the marks of an article's own head say, of a comment by the editors too: "ArticleHeaderComment"."""
_AROUND = re.compile(
    r"comment|coment|kommentar|teaser|related|recommend|recirc|promo(?!t)|popular|trending|most-?(?:read|viewed)|"
    r"read-?(?:more|next)|more-(?:from|on|stories|articles|news)|newsletter|subscri|nav-?bar|navigation|"
    r"(?<![a-z])nav(?![a-z])|menu|caption|gallery|carousel|slider|swiper|quote|testimonial|reply|modal|popup|dropdown|"
    r"cookie|advertis|advertor|sponsored|outbrain|taboola|listing|also-?read|up-?next|next-?post|prev-?post|"
    r"other-?(?:news|articles|posts)|suggest|ranking|discussion|disqus|(?<![a-z])quiz|bildnachweis|in-?article-?link|"
    r"(?:article|post|news|story|feed)-?_*(?:list|grid|feed|preview)s?(?![a-z])"
)
_ASIDE = re.compile(r"(?<!no-)(?<!with-)side-?bar|(?<![a-z])rail(?![a-z])|(?<![a-z])aside(?![a-z])")
_CARD = re.compile(r"(?<![a-z])(?:card|tile)s?(?![a-z])")
_TAGS = frozenset({"nav", "figure", "figcaption", "blockquote", "form", "button", "select"})
_BOXES = frozenset({"li", "article", "section", "div", "a"})
_BESIDE = 400
"""Characters from the headline within which a column at the side is the article's own."""
_TEXT = 1_500
"""Characters that no teaser has."""


def is_foreign(spot: Spot, page: Place, own: Callable[[str], bool]) -> bool:
    """Whether an element belongs to another text than the page's article; `own` knows the marks of its kind."""
    element = spot.element
    beside = abs(page.distance(spot)) <= _BESIDE
    for parent in (element, *element.iterancestors()):
        if page.holds(parent):
            return False
        if parent.tag in _TAGS or parent in page.others or (parent.tag == "footer" and _is_last(parent)):
            return True
        if _says_so(parent, page, own) or (not beside and _says(_ASIDE, marks(parent))):
            return True
        if parent is not element and parent.tag in _BOXES and _is_teaser(parent, page):
            return True
    return False


def _says_so(element: Tree, page: Place, own: Callable[[str], bool]) -> bool:
    words = marks(element)
    if not words:
        return False
    if own(words):
        return _says(_OWN, words) and not _says(_OF_HEAD, words)
    return _says(_AROUND, words) or (element in page.headings and _says(_CARD, words))


@lru_cache(maxsize=8_192)  # a page has few classes and many elements
def _says(pattern: re.Pattern[str], words: str) -> bool:
    return bool(pattern.search(words))


def _is_last(footer: Tree) -> bool:
    """Whether a footer is the page's and not the article's."""
    return not any(parent.tag in ("article", "main") for parent in footer.iterancestors())


def _is_teaser(element: Tree, page: Place) -> bool:
    """Whether an element is a short box of its own with a linked heading: the teaser of another text."""
    heading = page.headings.get(element)
    if heading is None or page.lengths.get(element, 0) > _TEXT:
        return False
    if element.tag == "a":
        return True
    link = next(heading.iter("a"), None)
    linked = link is not None or any(up.tag == "a" for up in islice(heading.iterancestors(), 3))
    return linked and (link is None or not is_profile(link))
