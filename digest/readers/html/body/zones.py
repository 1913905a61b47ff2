"""What an element is by its tag, role, class and id: a part of the page that is not its article, or one that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from digest.readers.html.markup import Tree


class Zone(NamedTuple):
    """What an element says of its content: the rule that makes it furniture, how sure it is, and other hints."""

    rule: str = ""
    sure: bool = False  # said by a word or tag that no article is wrapped in
    hidden: bool = False
    article: bool = False
    standfirst: bool = False


_TAGS = {
    "address": "byline",
    "aside": "aside",
    "dialog": "popup",
    "footer": "footer",
    "form": "form",
    "menu": "navigation",
    "nav": "navigation",
}
_SURE_TAGS = frozenset({"dialog", "footer", "nav"})
_ROLES = {
    "alert": "popup",
    "alertdialog": "popup",
    "banner": "navigation",
    "complementary": "aside",
    "contentinfo": "footer",
    "dialog": "popup",
    "menu": "navigation",
    "menubar": "navigation",
    "navigation": "navigation",
    "search": "search",
    "toolbar": "buttons",
    "tooltip": "popup",
}
_STATES = re.compile(r"(?:has|no|not|with|without|category|tag|postid|hide|show|js|is|wp-image|align)[-_]", re.I)
"""How the names of states begin: `has-sidebar` is no sidebar, WordPress writes an article's tags as `tag-related`."""
_WORD = re.compile(r"[A-Z]?[a-zß-öø-ÿ]+|[A-Z]+(?![a-zß-öø-ÿ])")
_UNSEEN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.I)
_HIDING = frozenset({"hidden", "d-none", "hide", "is-hidden", "u-hidden", "visually-hidden", "sr-only", "invisible"})
_SHOWN_AGAIN = re.compile(r"(?:sm|md|lg|xl|tablet|desktop|d-\w{2})[:-](?:block|flex|grid|inline|table|contents)")
_LONGEST = 600  # characters of a class attribute that are looked at
_WORDS_OF_A_NAME = 8


@cache
def _table() -> Mapping[str, Any]:
    import yaml  # not wanted by commands that read no page

    text = resources.files("digest.readers.html.body").joinpath("furniture.yaml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return table


def _listed(words: str) -> Iterator[str]:
    return (entry.strip() for entry in str(words).split(";") if entry.strip())


@cache
def _names() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Words of a name, one to three side by side, with their rules; and how single words begin."""
    exact: dict[str, str] = {}
    openings: dict[str, str] = {}
    for rule, listed in _table()["names"].items():
        for entry in _listed(listed):
            if entry.endswith("*"):
                openings[entry[:-1]] = rule
            else:
                exact[entry] = rule
    return exact, openings


@cache
def _hints() -> Mapping[str, str]:
    return {entry: kind for kind in ("article", "standfirst") for entry in _listed(_table()[kind])}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for entry in (*_names()[0], *_hints()) for word in entry.split())


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    """Whether `word` stands in the table, or begins as one there: a name without such a word says nothing."""
    return word in _vocabulary() or bool(_openings().match(word))


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _names()[1]), key=len, reverse=True)))


@cache
def _sure() -> frozenset[str]:
    return frozenset(_listed(_table()["surely"]))


def zone_of(element: Tree) -> Zone:
    """What `element` says of its content by its tag and attributes."""
    stated = element.items()
    if not stated:
        return _named(element.tag, "", "", "")
    get = dict(stated).get
    zone = _named(element.tag, get("class", ""), get("id", ""), get("role", ""))
    if get("itemprop") == "articleBody":
        zone = zone._replace(article=True)
    return zone._replace(hidden=True) if not zone.hidden and _is_hidden(element.tag, get) else zone


def _is_hidden(tag: str, get: Callable[[str], str | None]) -> bool:
    if get("aria-hidden") == "true" and tag != "p":  # browsers show it: paragraphs are so marked behind paywalls
        return True
    style = get("style")
    if style and _UNSEEN.search(style[:_LONGEST]):
        return True
    state = get("hidden")
    return state is not None and state != "until-found"


@lru_cache(maxsize=5_000)
def _named(tag: str, classes: str, identity: str, role: str) -> Zone:
    rule = _TAGS.get(tag, "") or _ROLES.get(role, "")
    sure = tag in _SURE_TAGS
    items = classes[:_LONGEST].split()
    hidden = article = standfirst = False
    for item in (*items, *identity[:_LONGEST].split()):
        found, hint = _item(item)
        if found and not rule:
            rule, sure = found, found in _sure()
        hidden = hidden or item in _HIDING or found == "hidden"
        article = article or hint == "article"
        standfirst = standfirst or hint == "standfirst"
    hidden = hidden and not any(map(_SHOWN_AGAIN.match, items))
    return Zone(rule, sure, hidden, article, standfirst)


@lru_cache(maxsize=20_000)
def _item(item: str) -> tuple[str, str]:
    """The rule and the hint of one name of a class."""
    words = [word.lower() for word in _WORD.findall(item)[:_WORDS_OF_A_NAME]]
    if not any(map(_is_known, words)) or _STATES.match(item):
        return "", ""
    exact, begun = _names()
    phrases = [" ".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words) - size + 1)]
    rule = next((exact[phrase] for phrase in phrases if phrase in exact), None)
    if rule is None and (opening := next(filter(None, map(_openings().match, words)), None)):
        rule = begun[opening[0]]
    return rule or "", next((_hints()[phrase] for phrase in phrases if phrase in _hints()), "")
