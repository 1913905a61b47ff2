"""Feeds: RSS, Atom and JSON Feed, one page an entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from digest.errors import ReadError
from digest.model import Page, Source
from digest.readers.charsets import decode
from digest.readers.feed.entries import Entry, name_of, page_of
from digest.readers.feed.fields import declared_in_json, declared_in_xml, html_in_json, html_in_xml, mark_in_xml
from digest.readers.feed.splitting import MOST_ENTRIES, Part, split_feed

_XML = "application/feed+xml; charset=utf-8"
_JSON = "application/feed+json"


def read_feed(source: Source) -> tuple[Page, ...]:
    """The entries of an RSS or Atom feed, in its order; ReadError where it is too broken to hold any."""
    parts, notes = split_feed(source)
    return _pages((_entry(part, source) for part in parts), source, notes)


def read_json_feed(source: Source) -> tuple[Page, ...]:
    """The entries of a JSON Feed (https://www.jsonfeed.org/version/1.1/), in its order."""
    text, _ = decode(source.data)
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("a JSON feed too broken to read", where=source.name) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ReadError("a JSON feed without items", where=source.name)
    notes = () if len(items) <= MOST_ENTRIES else (f"only the first {MOST_ENTRIES} entries read",)
    found = (item for item in items[:MOST_ENTRIES] if isinstance(item, dict))
    return _pages((_json_entry(feed, item, source) for item in found), source, notes)


def feed_title(source: Source) -> str | None:
    """What a feed calls itself, as its first entry repeats it."""
    from digest.readers.sniffing import sniff

    pages = (read_json_feed if sniff(source) == _JSON else read_feed)(source)
    rows = (row for page in pages[:1] for row in page.declared if row.origin == "feed title")
    return next((row.value for row in rows if row.field == "site_name"), None)


def _pages(entries: Iterable[Entry], source: Source, notes: tuple[str, ...]) -> tuple[Page, ...]:
    def found() -> Iterator[Page]:
        taken: set[str] = set()
        for number, entry in enumerate(entries):
            yield page_of(entry, source, name_of(source.name, entry, number, taken), notes)

    return tuple(found())


def _entry(part: Part, source: Source) -> Entry:
    import io

    import feedparser  # heavy, and not wanted by commands that read no feed

    # A stream, for a text it might take for an address or a path and open it.
    found: Any = feedparser.parse(
        io.BytesIO(part.data),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": source.url or ""},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    entry = found.entries[0] if found.entries else {}
    html, base = html_in_xml(entry)
    return Entry(
        declared=declared_in_xml(found.feed, entry, part, html),
        html=html,
        base=base or source.url,
        data=part.data,
        media_type=_XML,
        mark=mark_in_xml(entry),
    )


def _json_entry(feed: dict[str, Any], item: dict[str, Any], source: Source) -> Entry:
    head = {name: value for name, value in feed.items() if name != "items" and len(str(value)) < 2_000}
    data = json.dumps({"version": head.pop("version", ""), **head, "items": [item]}, ensure_ascii=False)
    base = item.get("url") if isinstance(item.get("url"), str) else source.url
    mark = item.get("id") or item.get("url")
    return Entry(
        declared=declared_in_json(feed, item, source.url),
        html=html_in_json(item),
        base=base,
        data=data.encode("utf-8", "replace"),
        media_type=_JSON,
        mark=str(mark) if isinstance(mark, (str, int)) else None,
    )
