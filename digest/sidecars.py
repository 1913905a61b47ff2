"""What a person knows of a source, from `NAME.yaml` beside `NAME.txt`: its fields win over the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.errors import ConfigError
from digest.model import Article, Source
from digest.settings import Node, nearest, read_yaml
from digest.statements import FIELDS, set_theme, state

OPENING = "opening"
_KEYS = (*FIELDS, "keyword", OPENING)


def apply_sidecar(sidecar: Source, articles: Sequence[Article]) -> tuple[Article, ...]:
    """`articles` of one page with what the sidecar states; ConfigError names the line that cannot be followed."""
    try:
        tree = read_yaml(sidecar.data.decode("utf-8-sig"), sidecar.name)
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8", where=sidecar.name, hint="save it as UTF-8") from error
    found = list(articles)
    for statement in tree.items if tree.kind == "list" else (tree,):
        for number in _meant(statement, articles):
            found[number] = _stated(found[number], statement)
    return tuple(found)


def _meant(statement: Node, articles: Sequence[Article]) -> list[int]:
    """The articles that `opening:` picks; the only one of a page needs none."""
    opening = next((value for key, value in statement.pairs if key.text == OPENING), None)
    openings = " · ".join(f"“{' '.join(article.opening.split()[:6])} …”" for article in articles)
    if opening is None:
        if len(articles) == 1:
            return [0]
        raise statement.wrong(f"the page has {len(articles)} articles", f"say which with `opening:` {openings}")
    words = _words(opening.text)
    found = [
        number for number, article in enumerate(articles) if words and _words(article.opening)[: len(words)] == words
    ]
    if not found:
        raise opening.wrong("no article on the page opens with these words", f"they open with {openings}")
    return found


def _stated(article: Article, statement: Node) -> Article:
    for key, value in statement.pairs:
        if key.text not in _KEYS:
            raise key.wrong(f'unknown field "{key.text}"', nearest(key.text, _KEYS))
        try:
            article = _one(article, key.text, value)
        except ValueError as error:
            raise value.wrong(str(error)) from error
    return article


def _one(article: Article, name: str, value: Node) -> Article:
    if name == OPENING:
        return article
    if name == "keyword":
        for theme in value.items:
            article = set_theme(article, theme.text if theme.text[:1] in ("+", "-") else f"+{theme.text}")
        return article
    if name in ("author", "contributor"):
        return state(article, name, "; ".join(_name(item) for item in _names(value)))
    return state(article, name, value.text)


def _names(value: Node) -> tuple[Node, ...]:
    return (value,) if value.kind == "mapping" else value.items


def _name(node: Node) -> str:
    """A name as a person writes it, or in CSL's parts."""
    if node.kind != "mapping":
        return node.text
    parts = {key.text: value.text for key, value in node.pairs}
    for key, _ in node.pairs:
        if key.text not in ("family", "given", "literal", "suffix"):
            raise key.wrong(f'unknown part of a name "{key.text}"', nearest(key.text, ("family", "given", "literal")))
    if "literal" in parts:
        return f"{{{parts['literal']}}}"
    return ",".join(part for part in (parts.get("family", ""), parts.get("given", ""), parts.get("suffix", "")))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
