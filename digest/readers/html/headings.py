"""The titles a page shows: its h1, the elements of templates that bear its headline, its title element."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.model import Declared
from digest.readers.html.markup import Tree
from digest.readers.html.wording import said

_KICKER = re.compile(
    r"kicker|eyebrow|overline|topline|roofline|dachzeile|spitzmarke|prefix|antetitulo|pre-?title|pre-?head|label|"
    r"supra|strapline|slug|category|section|topic|ressort|rubri|flag|badge|occhiello|surtitre|tagline",
    re.I,
)
_MOST = 12


def find_titles(tree: Tree) -> Iterator[Declared]:
    """The rows of every h1, with and without its kicker, and of the title element."""
    for heading in list(tree.iter("h1"))[:_MOST]:
        if text := said(heading):
            yield Declared(field="title", value=text, origin="h1")
            yield from _parts(heading, text)
    for title in list(tree.iter("title"))[:3]:
        parent = title.getparent()
        if (parent is None or parent.tag != "svg") and (text := said(title)):
            yield Declared(field="title", value=text, origin="title element")


def _parts(heading: Tree, whole: str) -> Iterator[Declared]:
    """The headline and its kicker, where they are elements of one h1."""
    pieces = [child for child in heading if isinstance(child.tag, str)]
    while len(pieces) == 1 and not (heading.text or "").strip() and not (pieces[0].tail or "").strip():
        heading = pieces[0]
        pieces = [child for child in heading if isinstance(child.tag, str)]
    for piece in pieces[:3]:
        marks = f"{piece.get('class') or ''} {piece.get('id') or ''} {piece.get('data-testid') or ''}"
        words = said(piece)
        if words and _KICKER.search(marks) and whole.startswith(words) and len(words) < len(whole):
            yield Declared(field="kicker", value=words.strip(" :|–—-"), origin="kicker in h1")
            rest = whole[len(words) :].strip(" :|–—·•-")
            yield Declared(field="title", value=rest, origin="h1 without its kicker")
            return
    if len(pieces) > 1 and not (heading.text or "").strip() and all(not (p.tail or "").strip() for p in pieces):
        yield Declared(field="title", value=said(pieces[-1]), origin="last part of h1")
