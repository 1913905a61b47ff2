"""What a page declares of itself: JSON-LD, meta tags, microdata, and the elements that bear a field's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from digest.model import Declared
from digest.readers.html.bylines import find_bylines
from digest.readers.html.headings import find_titles
from digest.readers.html.jsonld import find_statements as of_graph
from digest.readers.html.markup import Tree
from digest.readers.html.meta import find_statements as of_tags
from digest.readers.html.microdata import find_statements as of_items
from digest.readers.html.nodes import Own, find_graph, place
from digest.readers.html.outline import outline
from digest.readers.html.times import find_times

_Rows = tuple[Declared, ...]
_MOST_OF_A_PLACE = 40
_MOST_OF_A_FIELD = 200


def find_declared(tree: Tree, address: str | None = None) -> tuple[Declared, ...]:
    """Every statement of the page about a field, in order of its kind; `address` is where the page was read."""
    graph, tags, shown, titles = _stated(tree, address)
    page = outline(tree)
    seen = (*find_bylines(tree, page), *find_times(tree, page))
    rows = (*graph, *tags, *of_items(tree, titles), *_language(tree), *shown, *seen)
    return tuple(_bounded(dict.fromkeys(rows)))


def find_stated(tree: Tree, address: str | None = None) -> tuple[Declared, ...]:
    """What the page states in its head, its JSON-LD and its headlines: without searching its elements."""
    graph, tags, shown, _ = _stated(tree, address)
    return tuple(_bounded(dict.fromkeys((*graph, *tags, *shown))))


def _stated(tree: Tree, address: str | None) -> tuple[_Rows, _Rows, _Rows, tuple[str, ...]]:
    """The rows of the JSON-LD, of the head, of the headlines that are shown, and the titles among them."""
    tags = tuple(of_tags(tree))
    shown = tuple(find_titles(tree))
    addresses = {place(row.value) for row in tags if row.field == "url"} | ({place(address)} if address else set())
    titles = [row.value for row in (*shown, *tags) if row.field == "title"]
    own = Own(addresses=frozenset(addresses - {""}), titles=tuple(dict.fromkeys(titles))[:12])
    return tuple(of_graph(find_graph(tree), own)), tags, shown, own.titles


def _bounded(rows: Iterable[Declared]) -> Iterator[Declared]:
    """The first of the rows of each field and place; no honest page states one thing a hundred times."""
    told: Counter[tuple[str, str]] = Counter()
    for row in rows:
        told[row.field, row.origin] += 1
        told[row.field, ""] += 1
        if told[row.field, row.origin] <= _MOST_OF_A_PLACE and told[row.field, ""] <= _MOST_OF_A_FIELD:
            yield row


def _language(tree: Tree) -> Iterator[Declared]:
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    if language := (tree.get("lang") or tree.get(name) or tree.get("xml:lang") or "").strip():
        yield Declared(field="language", value=language[:40], origin="html lang")
