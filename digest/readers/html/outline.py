"""Where things stand on a page: how far each element is from the headline, and which texts are not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from digest.readers.html.markup import Tree

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "svg", "head", "iframe", "select", "option", "textarea"}
)
_RANKS = {"h1": 0.4, "h2": 0.0, "h3": 0.0}
"""How much speaks for a heading before its words are read."""
_SAYS_IT = 0.6
_MOST_HEADINGS = 80
_MOST_TITLES = 12
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_MOST = 60_000
"""Elements; the longest live blogs have a third."""
_DATED = 240
_FIGURES = re.compile(r"\d{4}|\d\s?[./-]\s?\d")
"""What a date cannot do without, and the characters of the longest text that is one."""
_ATTRIBUTES = frozenset(
    {"class", "id", "itemprop", "rel", "data-testid", "data-qa", "data-component", "data-type", "name"}
)


_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|e|i|zy|ka)?|auteurs?|by|av|writers?|journalists?|journalistes?|people|person|"
    r"profiles?|staff|contributors?|columnists?|reporters?|redaktion|redakteure?|redactie|redaccion|firmas?|autori|"
    r"correspondents?|team|yazar(?:lar)?|experts?|bios?|redazione|signatures?|skribent|jornalistas?|periodistas?|"
    r"colunistas?|"
    r"u|users?|toimittajat)/[^/?#]*[\w%-]{2,}",
    re.I,
)
_NO_PROFILE = re.compile(
    r"my-?account|login|signin|subscri|/profile/?$|/tag/|(?:facebook|twitter|x|bsky|linkedin|instagram)\.(?:com|app)",
    re.I,
)


_GIVEN = re.compile(r"(?<![a-z])(?:first-?_?name|given-?_?name|vorname|prenom|fornavn|nombre)(?![a-z])")
_FAMILY = re.compile(r"(?<![a-z])(?:last-?_?name|family-?_?name|surname|nachname|nom|etternavn|apellidos?)(?![a-z])")


class Spot(NamedTuple):
    """An element, the characters of text before it and inside it, and whether a short text in it may hold a date."""

    element: Tree
    start: int
    length: int
    dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page's elements in order, its headline, and the texts that are not the article's."""

    spots: tuple[Spot, ...]
    headline: Spot | None
    around: frozenset[Tree]  # what contains the headline
    others: frozenset[Tree]  # articles that do not, where one does
    headings: Mapping[Tree, Tree]  # the first heading inside each element that has one
    lengths: Mapping[Tree, int]  # the characters inside each element

    def distance(self, spot: Spot) -> int:
        """Characters from the end of the headline to `spot`; below zero above the headline."""
        if self.headline is None:
            return spot.start
        end = self.headline.start + self.headline.length
        return spot.start - end if spot.start >= end else min(-1, spot.start + spot.length - self.headline.start)

    def holds(self, element: Tree) -> bool:
        """Whether `element` contains the headline."""
        return element in self.around


def outline(tree: Tree) -> Place:
    """The outline of a page."""
    spots = tuple(_spots(tree))
    headline = _headline(tree, spots)
    around = frozenset(parent for twin in _twins(headline, spots) for parent in twin.iterancestors())
    headings = _headings(spots)
    apart = [spot for spot in spots if spot.element.tag == "article" and spot.element not in around]
    apart = [spot for spot in apart if spot.element in headings]
    if not any(element.tag == "article" for element in around) and apart:
        apart.remove(max(apart, key=lambda spot: spot.length))  # the text of the headline that stands outside it
    return Place(
        spots=spots,
        headline=headline,
        around=around,
        others=frozenset(spot.element for spot in apart),
        headings=headings,
        lengths={spot.element: spot.length for spot in spots},
    )


def _twins(headline: Spot | None, spots: tuple[Spot, ...]) -> Iterator[Tree]:
    """The headline wherever it stands: some pages have one for small screens too."""
    if headline is None:
        return
    own = _tokens(headline.element.text_content())
    for spot in spots:
        same = spot.element.tag == headline.element.tag and spot.length == headline.length
        if spot is headline or (same and _tokens(spot.element.text_content()) == own):
            yield spot.element


def _headings(spots: tuple[Spot, ...]) -> dict[Tree, Tree]:
    """The first heading inside each element that has one."""
    found: dict[Tree, Tree] = {}
    for spot in spots:
        if spot.element.tag in _HEADINGS:
            for parent in spot.element.iterancestors():
                if parent in found:
                    break
                found[parent] = spot.element
    return found


def _spots(tree: Tree) -> Iterator[Spot]:
    """Every element that is seen, with what stands before it."""
    from lxml import etree  # not wanted by commands that read no page

    order: list[Tree] = []
    starts: list[int] = []
    lengths: list[int] = []
    figures: list[int] = []  # texts with figures before each element, and then whether it has any
    inside: list[int] = []  # the elements not yet ended; -1 for those nobody sees
    at = told = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if (number := inside.pop()) >= 0:
                lengths[number] = at - starts[number]
                figures[number] = told > figures[number]
            if (text := element.tail) and (width := len(text.strip())):
                at += width + 1
                told += width <= _DATED and bool(_FIGURES.search(text))
        elif element.tag in _UNSEEN or len(order) >= _MOST:
            inside.append(-1)
            walk.skip_subtree()
        else:
            inside.append(len(order))
            order.append(element)
            starts.append(at)
            lengths.append(0)
            figures.append(told)
            if (text := element.text) and (width := len(text.strip())):
                at += width + 1
                told += width <= _DATED and bool(_FIGURES.search(text))
    return map(Spot, order, starts, lengths, map(bool, figures))


def _headline(tree: Tree, spots: tuple[Spot, ...]) -> Spot | None:
    """The heading that says most of what the page's title says; an h1 may also say something else."""
    titles = {_tokens(title) for title in _titles(tree)}
    found = (spot for spot in spots if spot.element.tag in _RANKS and spot.length > 5 and not _is_trail(spot.element))
    best: tuple[float, Spot] | None = None
    for spot in islice(found, _MOST_HEADINGS):
        rank = _RANKS[spot.element.tag]
        mine = _tokens(spot.element.text_content())
        said = max((len(mine & title) / len(mine) for title in titles), default=0.0) if mine else 0.0
        score = said + rank if rank or said > _SAYS_IT else 0.0
        if score and (best is None or score > best[0]):
            best = score, spot
    return best[1] if best else None


def _is_trail(element: Tree) -> bool:
    """Whether a heading stands in a trail of sections and not above the text."""
    return any("breadcrumb" in marks(parent) for parent in islice(element.iterancestors(), 4))


def _titles(tree: Tree) -> Iterator[str]:
    metas = ((tag, (tag.get("property") or tag.get("name") or "").lower()) for tag in tree.iter("meta"))
    named = (tag for tag, name in metas if name in ("og:title", "twitter:title"))
    yield from (tag.get("content") or "" for tag in islice(named, _MOST_TITLES))
    for title in list(tree.iter("title"))[:2]:
        yield title.text or ""


def _tokens(text: str) -> frozenset[str]:
    return frozenset(
        re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+", text[:400].casefold())
    )


def marks(element: Tree) -> str:
    """What an element's attributes call it, in small letters, "bylineName" as "byline-name"."""
    attributes = element.items()
    if not attributes:
        return ""
    return _spelled(" ".join([value for name, value in attributes if name in _ATTRIBUTES])[:400])


@lru_cache(maxsize=8_192)  # a page has few classes and many elements
def _spelled(words: str) -> str:
    return words if words.islower() else _CAMEL.sub("-", words).lower()


def pieces(element: Tree) -> list[tuple[str, Tree]]:
    """The stretches of text in `element`, each with the element it stands in; what nobody sees is left out."""
    found: list[tuple[str, Tree]] = []
    stack: list[tuple[Tree, str | None, bool]] = [(element, None, False)]
    while stack and len(found) < 60:
        owner, text, told = stack.pop()
        if told:
            if words := " ".join((text or "").split()):
                _add(found, words, owner)
            continue
        if not isinstance(owner.tag, str) or owner.tag in _UNSEEN or owner.tag == "button":
            continue
        for child in reversed(owner):
            stack.append((owner, child.tail, True))
            stack.append((child, None, False))
        stack.append((owner, owner.text, True))
    return found


def is_profile(element: Tree) -> bool:
    """Whether a link leads to the page of a person who writes."""
    if "author" in (element.get("rel") or "").split():
        return True
    address = element.get("href") or ""
    return bool(_PROFILE.search(address) and not _NO_PROFILE.search(address))


def _add(found: list[tuple[str, Tree]], words: str, owner: Tree) -> None:
    """One more stretch, joined to the one before where that is the first part of the same name."""
    if found and _FAMILY.search(marks(owner)) and _GIVEN.search(marks(found[-1][1])):
        found[-1] = (f"{found[-1][0]} {words}", owner)
    else:
        found.append((words, owner))
