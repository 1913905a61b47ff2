"""The graph of a page's JSON-LD: its nodes, and which of them is the article itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from digest.readers.html.loose_json import read_json
from digest.readers.html.markup import Tree
from digest.readers.html.wording import one, strings

Node = Mapping[str, Any]

_ARTICLES = re.compile(
    r"(?:Article|Posting|BlogPost|Report|ClaimReview|Review|ScholarlyWork|CreativeWork|PressRelease|NewsItem|Story)$"
)
_NO_ARTICLES = re.compile(r"^(?:UserReview|EmployerReview|JobPosting|CriticReviewList)$")
_OTHER_WORKS = re.compile(r"(?:VideoObject|AudioObject|PodcastEpisode|Recipe|ImageGallery|Event|Dataset|Book|Course)$")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_MOST_NODES = 400
_MOST_SCRIPTS = 60
_MOST_CHARACTERS = 6_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The nodes in document order, and those that others refer to, by their @id."""

    nodes: tuple[Node, ...]
    named: Mapping[str, Node]

    def resolved(self, value: Any) -> Any:
        """`value`, or the node it refers to, with what both say of it."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str):
            return {**self.named.get(value["@id"], {}), **value}
        if isinstance(value, str) and value in self.named:
            return self.named[value]
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What is known of the page before its JSON-LD is read: its addresses, and the titles it shows."""

    addresses: frozenset[str]
    titles: tuple[str, ...]


def find_graph(tree: Tree) -> Graph:
    """The JSON-LD of a page; what cannot be read is left out."""
    nodes: list[Node] = []
    named: dict[str, Node] = {}
    for text in _scripts(tree):
        for value in read_json(text):
            nodes += _walk(value, 0)
            _collect(value, named, 0)
        if len(nodes) > _MOST_NODES:
            break
    return Graph(nodes=tuple(nodes[:_MOST_NODES]), named=named)


def _scripts(tree: Tree) -> Iterator[str]:
    left = _MOST_CHARACTERS
    count = 0
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = script.text or ""
            left -= len(text)
            count += 1
            if left < 0 or count > _MOST_SCRIPTS:
                return
            yield text


def _walk(value: object, depth: int) -> Iterator[Node]:
    """The nodes that stand for the page or its parts; what stands inside lists of teasers does not."""
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:_MOST_NODES]:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "headline" in value:
            yield value
        for key in _INSIDE:
            if isinstance(value.get(key), (dict, list)):
                yield from _walk(value[key], depth + 1)


def _collect(value: object, named: dict[str, Node], depth: int) -> None:
    if depth > 8 or len(named) > 2 * _MOST_NODES:
        return
    if isinstance(value, list):
        for item in value[:_MOST_NODES]:
            _collect(item, named, depth + 1)
    elif isinstance(value, dict):
        key = value.get("@id")
        if isinstance(key, str) and len(value) > 1:
            named[key] = {**value, **named[key]} if key in named else value
        for item in list(value.values())[:200]:
            if isinstance(item, (dict, list)):
                _collect(item, named, depth + 1)


def types(node: Node) -> tuple[str, ...]:
    """The types of a node, without the address of their vocabulary.

    >>> types({"@type": "http://schema.org/NewsArticle"})
    ('NewsArticle',)
    """
    value = node.get("@type")
    found = value if isinstance(value, list) else [value]
    return tuple(re.split(r"[/#:]", item)[-1] for item in found[:5] if isinstance(item, str))


def kind(node: Node) -> str:
    """The one type that tells most of a node."""
    found = types(node)
    return next((name for name in found if _ARTICLES.search(name)), found[0] if found else "node")


def is_article(node: Node) -> bool:
    """Whether a node stands for an article."""
    found = types(node)
    if any(_ARTICLES.search(name) and not _NO_ARTICLES.search(name) for name in found):
        return bool(node.get("headline") or node.get("name") or node.get("datePublished") or node.get("author"))
    return not found and bool(node.get("headline")) and bool(node.get("datePublished"))


def is_other_work(node: Node) -> bool:
    """Whether a node stands for a film, a recipe or another work, which may be all the page has."""
    return any(_OTHER_WORKS.search(name) for name in types(node))


def addresses(node: Node) -> tuple[str, ...]:
    """Where a node says that it stands."""
    places = [node.get("url"), node.get("mainEntityOfPage"), node.get("@id")]
    found: list[str] = []
    for place in places:
        for value in place if isinstance(place, list) else [place]:
            target = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
            if isinstance(target, str) and target.startswith(("http://", "https://", "/")) and len(target) < 2_000:
                found.append(target)
    return tuple(dict.fromkeys(found))


def place(address: str) -> str:
    """What tells one page of a site from another: its path, and a number in its query.

    >>> place("https://m.example.com/World/a-b.html?utm_source=x#top"), place("https://example.com/?p=12")
    ('/world/a-b', '?p=12')
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    path = re.sub(r"(?:/amp|\.amp|\.s?html?|\.php|/)+$", "", unquote(parts.path).casefold())
    number = re.search(r"(?:^|&)((?:p|id|article|story|aid|newsid|idx|no|nid)=[\w-]+)", parts.query, re.I)
    return path + (f"?{number[1]}" if number else "")


def main_article(graph: Graph, own: Own) -> tuple[Node | None, list[tuple[Node, bool]]]:
    """The node of the article, and the other nodes of articles with whether each speaks of the same one."""
    found = [node for node in graph.nodes if is_article(node)]
    scored = [(likeness(node, own), -at, node) for at, node in enumerate(found)]
    if not scored:
        return None, []
    best, _, main = max(scored, key=lambda row: row[:2])
    if best < 0:
        return None, [(node, False) for node in found if likeness(node, own) > -3]
    rest = [node for node in found if node is not main]
    return main, [(node, _is_same(node, main, own)) for node in rest if likeness(node, own) > -3]


def likeness(node: Node, own: Own) -> int:
    """How much speaks for a node being the article of the page."""
    score = 0
    stated = {place(address) for address in addresses(node)} - {""}
    if stated and own.addresses:
        score += 4 if stated & own.addresses else -2
    headlines = [title for key in ("headline", "name", "alternativeHeadline") for title in strings(node.get(key))]
    if headlines and own.titles:
        agreed = max(agreement(mine, shown) for mine in headlines for shown in own.titles)
        score += 3 if agreed > 0.6 else 1 if agreed > 0.3 else -2
    score += bool(node.get("datePublished")) + bool(node.get("author")) + bool(node.get("articleBody"))
    return score - (3 if "Review" in kind(node) or kind(node) == "CreativeWork" else 0)


def agreement(one_title: str, other: str) -> float:
    """The share of words of the shorter title that stand in the other one."""
    first, second = _tokens(one_title), _tokens(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _tokens(title: str) -> set[str]:
    return set(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+", title[:400].casefold()))


def _is_same(node: Node, main: Node, own: Own) -> bool:
    mine, its = ({place(address) for address in addresses(which)} - {""} for which in (main, node))
    if mine & its or its & own.addresses:
        return True
    mine_title, its_title = (one(which.get("headline") or which.get("name")) for which in (main, node))
    return bool(mine_title) and agreement(mine_title, its_title) > 0.8


def of_type(graph: Graph, names: Iterable[str]) -> Iterator[Node]:
    """The nodes of one of the types `names`."""
    wanted = frozenset(names)
    return (node for node in graph.nodes if wanted.intersection(types(node)))
