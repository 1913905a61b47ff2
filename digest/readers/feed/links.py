"""Where a page says its feeds are."""

from __future__ import annotations

from itertools import islice

from digest.model import Source
from digest.readers.feed.entries import absolute, plain
from digest.readers.html.markup import parse

FEED_TYPES = ("application/feed+xml", "application/feed+json")
"""What `sniff` calls a feed."""
_DECLARED = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_MOST = 50


def find_feed_links(source: Source) -> tuple[tuple[str, str], ...]:
    """The addresses and titles of the feeds that an HTML page declares, feeds of comments last."""
    tree, _ = parse(source)
    base = source.url
    for element in islice(tree.iter("base"), 1):
        base = absolute(element.get("href") or "", base) or base
    found: dict[str, str] = {}
    for link in islice(tree.iter("link"), 2_000):
        rels = (link.get("rel") or "").lower().split()
        address = absolute(link.get("href") or "", base)
        if address and "alternate" in rels and _kind(link.get("type")) in _DECLARED:
            found.setdefault(address, plain(link.get("title") or ""))
    return tuple(sorted(islice(found.items(), _MOST), key=lambda row: "comment" in (row[0] + row[1]).lower()))


def _kind(value: str | None) -> str:
    return (value or "").partition(";")[0].strip().lower()
