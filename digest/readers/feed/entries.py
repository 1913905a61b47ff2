"""An entry of a feed, whatever its format, as a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from urllib.parse import urljoin, urlsplit

from digest.errors import ReadError
from digest.model import Block, Declared, Page, Source
from digest.readers.html.body import find_body
from digest.readers.html.markup import Tree, parse
from digest.readers.text import clean

TEASER = "only a teaser: the article stands at the entry's link"
"""The note of a page whose entry gives a few sentences of its article."""

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>")
_LONE = re.compile(r"<(?![A-Za-z/!?])")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
_LONGEST_TITLE = 1_000
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&#8230;\]|»|→|>>)\s*$")
_FEW = 1_000
"""Letters that an article has more of; a teaser has two or three sentences."""
_UNSLUG = re.compile(r"[^\w-]+")
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an entry states, its text as HTML, and the feed of it alone."""

    declared: tuple[Declared, ...]
    html: str
    base: str | None  # of its relative links
    data: bytes
    media_type: str
    mark: str | None  # what tells it from the feed's others


def page_of(entry: Entry, feed: Source, name: str, notes: tuple[str, ...] = ()) -> Page:
    """The page of an entry, its source the feed of that entry alone."""
    url = next((row.value for row in entry.declared if row.field == "url"), None)
    source = replace(feed, name=name, data=entry.data, url=url, media_type=entry.media_type)
    blocks, more = _body(entry, source)
    if url and _is_teaser(blocks):
        more = (*more, TEASER)
    return Page(source=source, blocks=blocks, declared=entry.declared, notes=(*notes, *more), structured=True)


def name_of(feed: str, entry: Entry, number: int, taken: set[str]) -> str:
    """How an entry's source is called: the feed, and what the entry's own mark or address ends with."""
    if "#" in feed and number == 0 and not taken and feed.rpartition("#")[2] == _slug(entry.mark):
        return feed  # read again, alone
    slug = _slug(entry.mark) or str(number + 1)
    while slug in taken:
        slug = f"{slug}-{number + 1}"
    taken.add(slug)
    return f"{feed}#{slug}"


def plain(text: str) -> str:
    """`text` on one line, without the markup and references that feeds leave in titles.

    >>> plain("Xi &amp; <b>Putin</b>\\n meet"), plain("5 < 6 > 4")
    ('Xi & Putin meet', '5 < 6 > 4')
    """
    text = text[: _LONGEST_TITLE * 10].replace("<![CDATA[", "").replace("]]>", "")
    if _TAG.search(text):
        text = _TAG.sub(" " if "<br" in text.lower() or "<p" in text.lower() else "", text)
    if _REFERENCE.search(text):
        text = unescape(text)
    return " ".join(clean(text)[0].split())[:_LONGEST_TITLE]


def absolute(address: str, base: str | None) -> str | None:
    """`address` in full, where it is one of the web."""
    if not address.strip():
        return None
    try:
        found = urljoin(base or "", address.strip())
        return found if urlsplit(found).scheme in ("http", "https") and urlsplit(found).hostname else None
    except ValueError:  # a broken IPv6 address
        return None


def _slug(mark: str | None) -> str:
    if not mark:
        return ""
    mark = mark.split("#")[-1].split("?p=")[-1].rstrip("/")
    last = mark.rpartition("/")[2] or mark
    return _UNSLUG.sub("-", last.removesuffix(".html"))[-_LONGEST_SLUG:].strip("-")


def _body(entry: Entry, source: Source) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    html = _LONE.sub("&lt;", entry.html.strip())
    if not html:
        return (), ()
    if not _TAG.search(html):
        html = "".join(f"<p>{part}</p>" for part in re.split(r"\n[ \t]*\n", html))
    # Its own head settles charset and base, whatever the entry's text says of either.
    whole = f'<!doctype html><html><head><meta charset="utf-8"></head><body><article>{html}</article></body></html>'
    try:
        tree, notes = parse(replace(source, data=b"\xef\xbb\xbf" + whole.encode("utf-8", "replace"), media_type=None))
    except ReadError:
        return (), ("the entry's text could not be read",)
    _make_absolute(tree, entry.base)
    return _without_trailer(find_body(tree, entry.declared), source.url), notes


def _make_absolute(tree: Tree, base: str | None) -> None:
    for element in tree.iter("a"):
        if address := element.get("href"):
            element.set("href", absolute(address, base) or "")


def _without_trailer(blocks: tuple[Block, ...], url: str | None) -> tuple[Block, ...]:
    """The blocks; a last line that links this entry and its site's front ("… appeared first on …") is furniture."""
    if len(blocks) < 2 or url is None or blocks[-1].kind not in ("paragraph", "list item"):
        return blocks
    last = blocks[-1]
    addresses = [address for _, address in last.links]
    fronts = [address for address in addresses if urlsplit(address).path in ("", "/")]
    if len(addresses) == 2 and fronts and any(_same(address, url) for address in addresses):
        return (*blocks[:-1], replace(last, kind="furniture", rule="links to itself and to its site"))
    return blocks


def _same(one: str, other: str) -> bool:
    return one.partition("?")[0].rstrip("/") == other.partition("?")[0].rstrip("/")


def _is_teaser(blocks: tuple[Block, ...]) -> bool:
    """Whether the text is short, or breaks off."""
    texts = [block.text for block in blocks if block.kind in ("paragraph", "list item")]
    letters = sum(len(text) * (1 if text.isascii() or not _wide(text) else 3) for text in texts)
    return letters < _FEW or bool(_CUT_SHORT.search(texts[-1][-40:]))


def _wide(text: str) -> bool:
    """Whether most of it is Chinese, Japanese or Korean, whose characters say as much as three letters."""
    return sum("\u2e80" <= character <= "\ud7ff" for character in text[:200]) * 2 > len(text[:200])
