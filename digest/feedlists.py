"""The list of feeds in config.yaml, changed where it stands: comments and everything else stay as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from digest.errors import ConfigError
from digest.plans import Feed

if TYPE_CHECKING:
    import yaml

_KEY = "feeds"
_BY_HAND = "change the list in an editor"


def with_feeds(text: str, feeds: Sequence[Feed]) -> str:
    """`text` with `feeds` at the end of its list, which is begun where there is none.

    >>> print(with_feeds("library: x.sqlite  # here\\n", [Feed(url="https://news.example/rss", name="News")]), end="")
    library: x.sqlite  # here
    <BLANKLINE>
    feeds:
      - url: https://news.example/rss
        name: News
    """
    if not feeds:
        return text
    found = _list(text)
    if found is None:
        head = text.rstrip("\n") + "\n\n" if text.strip() else ""
        return f"{head}{_KEY}:\n{_items(feeds, 2)}"
    key, value = found
    if _is_empty(value):
        return _begun(text, key, value, feeds)
    if getattr(value, "flow_style", False):
        at = value.end_mark.index - 1
        return f"{text[:at]}, {', '.join(json.dumps(_said(feed), ensure_ascii=False) for feed in feeds)}{text[at:]}"
    return after_line(text, last_line(value), _items(feeds, value.start_mark.column))


def without_feed(text: str, url: str) -> str:
    """`text` without the feed of that address."""
    found = _list(text)
    items = found[1].value if found and isinstance(found[1].value, list) else []
    entry = next((item for item in items if _url(item) == url), None)
    if found is None or entry is None or found[1].flow_style:
        raise ConfigError(f"{url} does not stand in a list that can be changed here", hint=_BY_HAND)
    lines = text.splitlines(keepends=True)
    first, last = entry.start_mark.line, last_line(entry)
    if len(items) == 1:
        key = found[0].start_mark.line
        lines[key] = lines[key].replace(f"{_KEY}:", f"{_KEY}: []", 1)
    return "".join(lines[:first] + lines[last + 1 :])


def _list(text: str) -> tuple[Any, Any] | None:
    """The key and the value of the list."""
    import yaml  # heavy for `digest --help`

    tree: Any = yaml.compose(text, Loader=yaml.SafeLoader)  # checked before, by who read the settings
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    return next(((key, value) for key, value in pairs if key.value == _KEY), None)


def _is_empty(value: yaml.Node) -> bool:
    return not value.value or value.tag == "tag:yaml.org,2002:null"


def _begun(text: str, key: yaml.Node, value: yaml.Node, feeds: Sequence[Feed]) -> str:
    if isinstance(value.value, list):  # []
        text = text[: value.start_mark.index].rstrip(" ") + text[value.end_mark.index :]
    elif value.value:  # null, ~
        text = text[: value.start_mark.index] + text[value.end_mark.index :]
    return after_line(text, key.start_mark.line, _items(feeds, 2))


def after_line(text: str, line: int, added: str) -> str:
    """`text` with `added` below its line of that number."""
    lines = text.splitlines(keepends=True)
    if not lines[line].endswith("\n"):
        lines[line] += "\n"
    return "".join([*lines[: line + 1], added, *lines[line + 1 :]])


def last_line(node: yaml.Node) -> int:
    """The line of the last word below `node`; its own end may stand after the comments that follow."""
    if isinstance(node.value, list) and node.value and not getattr(node, "flow_style", False):
        last = node.value[-1]
        return last_line(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.line
    return end if node.end_mark.column or end == node.start_mark.line else end - 1  # a block of text ends a line below


def _items(feeds: Sequence[Feed], indent: int) -> str:
    import yaml

    said = [_said(feed) for feed in feeds]
    lines = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10_000).splitlines()
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _said(feed: Feed) -> dict[str, object]:
    return dict(_fields(feed))


def _fields(feed: Feed) -> Iterator[tuple[str, object]]:
    yield "url", feed.url
    for name in ("name", "outlet"):
        if value := getattr(feed, name):
            yield name, value
    if feed.themes:
        yield "themes", list(feed.themes)
    if not feed.follow:
        yield "follow", False
    if feed.every:
        yield "every", feed.every


def _url(item: Any) -> str | None:
    pairs = item.value if isinstance(item.value, list) else []
    return next((value.value for key, value in pairs if key.value == "url"), None)
