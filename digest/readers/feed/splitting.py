"""A feed in XML, mended, as one small feed an entry: each can be read again alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from html.entities import html5
from itertools import islice
from typing import Any

from digest import inertxml
from digest.errors import ReadError
from digest.model import Source
from digest.readers.charsets import decode
from digest.readers.text import clean

MOST_ENTRIES = 1_000
"""Feeds hold ten to a few hundred."""

_Element = Any  # lxml has no types of its own
_ENTRIES = ("item", "entry")
_AROUND = ("rss", "channel", "feed", "RDF", "rdf")
_KEPT = ("title", "link", "id", "language", "lang", "author", "name")
"""What of a channel is repeated with each entry: nothing that changes when only its neighbours do."""
_NAMES = ("creator", "author", "name", "contributor", "publisher", "managingEditor", "webMaster", "email")
"""Where feedparser looks for an address of mail, in time that grows with the square of the length."""
_LONGEST_KEPT = 2_000
_MOST_KEPT = 12
_MOST_NAMESPACES = 60  # common feeds have a dozen
_MOST_PARTS = 200  # elements right below an entry

_DECLARED = re.compile(r"""^\s*+<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.I)
_PROLOGUE = re.compile(r"\s*+<\?xml\b[^>]{0,500}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,500}(?:\[)?", re.I)
_SUBSET_END = re.compile(r"\]\s*+>")  # no ] inside a declaration
_DECLARATION_END = re.compile(">")
_STRAY = re.compile(r"&(?!#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_OWN = {"amp", "lt", "gt", "quot", "apos"}
_PREFIX = re.compile(r"</?([A-Za-z][\w.-]{0,30}):[A-Za-z]|\s([A-Za-z][\w.-]{0,30}):[A-Za-z][\w.-]{0,40}=[\"']")
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,30}:)?(?:rss|feed|RDF)\b", re.I)
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""What a prefix means where a feed forgets to say."""
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The feed of one entry, and what of it feedparser reads otherwise: who wrote it, and its plain date."""

    data: bytes
    people: tuple[str, ...]
    date: str | None


def split_feed(source: Source) -> tuple[list[Part], tuple[str, ...]]:
    """A feed of one entry for each entry, in order, and notes; ReadError where there is no feed."""
    from lxml import etree  # not wanted by commands that read no feed

    text, notes = clean(mend(_text(source)))
    inert = inertxml.parser(recover=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=inert)
    except etree.XMLSyntaxError:  # nothing at all
        root = None
    if root is None or len(root.nsmap) > _MOST_NAMESPACES:
        raise ReadError("a feed too broken to read", where=source.name, hint="open its address in a feed reader")
    if source.url and _BASE not in root.attrib:
        root.set(_BASE, source.url)
    found = list(islice(_entries(root), MOST_ENTRIES + 1))
    if len(found) > MOST_ENTRIES:
        notes = (*notes, f"only the first {MOST_ENTRIES} entries read")
    found = found[:MOST_ENTRIES]
    heads: dict[_Element, list[_Element]] = {}
    alone = (etree.tostring(_alone(entry, heads), encoding="utf-8") for entry in found)
    parts = [
        Part(data=data, people=_people(entry), date=next(iter(_texts(entry, "date")), None))
        for data, entry in zip(alone, found, strict=True)
    ]
    return parts, notes


def mend(text: str) -> str:
    """`text` as XML without a DTD, whose named entities, stray ampersands and prefixes parsers understand.

    >>> mend("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><title>AT&T &eacute;&amp;</title></rss>")
    '<rss><title>AT&amp;T é&amp;</title></rss>'
    """
    text = _without_doctype(text[end.end() :] if (end := _PROLOGUE.match(text)) else text).lstrip()
    parts = []
    for written, literal in _sections(text):
        parts += [_ENTITY.sub(_entity, _STRAY.sub("&amp;", written)), literal]
    return _with_prefixes("".join(parts))


def _text(source: Source) -> str:
    """The text of a feed: as UTF-8 where that fits, since more feeds are wrong about their charset than look so."""
    head = source.data[:1_000].decode("latin-1")
    declared = _DECLARED.match(head.removeprefix("ï»¿"))
    stated = _CHARSET.search(source.media_type or "")
    text, encoding = decode(source.data)
    if encoding.startswith("utf") and "\x1b" not in head:
        return text
    for match in (stated, declared):
        try:
            if match and match[1].lower() not in ("utf-8", "utf8", "us-ascii"):
                return _as_browsers_do(source.data, match[1])
        except (LookupError, UnicodeError):  # no such charset, or not what the bytes are in
            continue
    return text


def _as_browsers_do(data: bytes, label: str) -> str:
    """`data` in the charset they know by `label`; Python's list also has some that take minutes, or are no charsets."""
    from webencodings import lookup

    encoding = lookup(label)
    if encoding is None:
        raise LookupError(label)
    return str(encoding.codec_info.decode(data, "strict")[0])


def _without_doctype(text: str) -> str:
    """`text` without its DTD: entities are where bombs are hidden, and none is needed."""
    found = _DOCTYPE.search(text[:10_000])
    if not found:
        return text
    end = (_SUBSET_END if found[0].endswith("[") else _DECLARATION_END).search(text, found.end())
    return text[: found.start()] + (text[end.end() :] if end else "")


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Marked-up text and the literal section (CDATA) after it, by turns."""
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        yield text[at:start], text[start : end + 3]
        at = end + 3
    yield text[at:], ""


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _OWN else html5.get(f"{name};", f"&amp;{name};")


def _with_prefixes(text: str) -> str:
    root = _ROOT.search(text[:20_000])
    if not root:
        return text
    used = {match[1] or match[2] for match in _PREFIX.finditer(text)} - {"xml", "xmlns"}
    stated = set(re.findall(r"\bxmlns:([\w.-]{1,31})\s*=", text[:200_000]))
    lacking = sorted(used - stated)[:_MOST_NAMESPACES]
    added = "".join(f' xmlns:{name}="{_NAMESPACES.get(name, f"urn:undeclared:{name}")}"' for name in lacking)
    return text[: root.end()] + added + text[root.end() :]


def _local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _entries(root: _Element) -> Iterator[_Element]:
    for element in root.iter():
        if _local(element) in _ENTRIES and (parent := element.getparent()) is not None and _local(parent) in _AROUND:
            yield element


def _people(entry: _Element) -> tuple[str, ...]:
    """All that stands under `creator`, or else under `author`."""
    return _texts(entry, "creator") or _texts(entry, "author")


def _texts(entry: _Element, wanted: str) -> tuple[str, ...]:
    """The words of the elements so called right below the entry, or of the `name` in them."""
    found = [child for child in islice(entry, _MOST_PARTS) if _local(child) == wanted]
    named = [next((below for below in child if _local(below) == "name"), child) for child in found[:50]]
    return tuple(filter(None, (" ".join("".join(islice(part.itertext(), 20)).split()) for part in named)))


def _alone(entry: _Element, heads: dict[_Element, list[_Element]]) -> _Element:
    """The feed with this entry only, and what of its head says whose it is; `heads` are those looked for before."""
    inner = deepcopy(entry)
    inner.tail = None
    del inner[_MOST_PARTS:]
    for name in inner.iter():
        if _local(name) in _NAMES and len(name.text or "") > _LONGEST_KEPT:
            name.text = name.text[:_LONGEST_KEPT]
    for ancestor in entry.iterancestors():
        outer = ancestor.makeelement(ancestor.tag, dict(ancestor.attrib), nsmap=ancestor.nsmap)
        if ancestor not in heads:  # among up to a million entries
            heads[ancestor] = list(islice(_head(ancestor), _MOST_KEPT))
        outer.extend(deepcopy(child) for child in heads[ancestor])
        outer.append(inner)
        inner = outer
    return inner


def _head(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if _local(child) in _ENTRIES:
            continue
        if _local(child) == "channel" and not any(_local(below) in _ENTRIES for below in child):  # RSS 1.0
            channel = child.makeelement(child.tag, dict(child.attrib), nsmap=child.nsmap)
            for below in islice(_head(child), _MOST_KEPT):
                channel.append(below)
            yield channel
        elif _local(child) in _KEPT and _length(child) <= _LONGEST_KEPT:
            kept = deepcopy(child)
            kept.tail = None
            yield kept


def _length(element: _Element) -> int:
    return (
        sum(len(text) for text in islice(element.itertext(), 50)) + (len(list(islice(element.iter(), 51))) > 50) * 9_999
    )
