"""Lists of feeds as OPML, which every feed reader takes and gives: http://opml.org/spec2.opml."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from digest import inertxml
from digest.errors import ReadError
from digest.model import Source
from digest.plans import Feed
from digest.readers.charsets import decode
from digest.readers.feed.entries import plain
from digest.readers.feed.splitting import mend
from digest.readers.text import clean

_MOST = 10_000


def read_opml(source: Source) -> tuple[Feed, ...]:
    """The feeds of an OPML list, each once, in its order; ReadError where it is none."""
    from lxml import etree  # not wanted by commands that read no list

    text = clean(mend(decode(source.data)[0]))[0]
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=inertxml.parser(recover=True))
    except etree.XMLSyntaxError:  # nothing at all
        root = None
    if root is None or str(root.tag).lower() != "opml":
        raise ReadError("not a list of feeds", where=source.name, hint="export your feeds as OPML")
    feeds: dict[str, Feed] = {}
    for outline in islice(root.iter("outline"), _MOST):
        named = {name.lower(): value for name, value in outline.attrib.items()}
        url = named.get("xmlurl", "").strip()
        title = plain(named.get("title") or named.get("text") or "")
        try:
            feeds.setdefault(url, Feed(url=url, name=title or None))
        except ValueError:  # a folder, or no web address
            continue
    return tuple(feeds.values())


def write_opml(feeds: Sequence[Feed]) -> str:
    """`feeds` as an OPML list."""
    from lxml import etree

    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Feeds"
    body = etree.SubElement(root, "body")
    for feed in feeds:
        label = clean(feed.label)[0]
        etree.SubElement(body, "outline", type="rss", text=label, title=label, xmlUrl=clean(feed.url)[0])
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return text.decode()
