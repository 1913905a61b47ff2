"""What a field's code says: a citation of Zotero, Mendeley, EndNote or Word, a list of sources, a link, or neither."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from digest.citing import Cited
from digest.citing.markers import locator
from digest.citing.nouns import Origin
from digest.reports.docx.endnote import sources_of as endnote_sources
from digest.reports.zoterofields import sources_of

Role = Literal["citation", "bibliography", "link", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a field's code says of it. `shown` is the text that its program put there, "" where it does not tell."""

    role: Role
    origin: Origin = "native"
    sources: tuple[Cited, ...] = ()
    identifier: str = ""
    shown: str = ""
    url: str = ""
    edited: bool = False


OTHER = Told(role="other")
"""A field of no matter to citations: a page number, a table of contents."""

_ZOTERO = re.compile(r"\s*ADDIN\s+ZOTERO_ITEM\b")
_MENDELEY = re.compile(
    r"\s*ADDIN\s+(?:Mendeley Citation[^{]{0,200}(?:\{[^{}]{0,10000}\}\s*)?)?(?=CSL_CITATION\b)", re.I
)
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b(?!\.DATA)", re.I)
_WORD = re.compile(r"\s*CITATION\s+(?=\S)", re.I)
_LISTS: tuple[tuple[Origin, re.Pattern[str]], ...] = (
    ("zotero", re.compile(r"\s*ADDIN\s+ZOTERO_BIBL\b")),
    ("mendeley", re.compile(r"\s*ADDIN\s+Mendeley Bibliography\b", re.I)),
    ("endnote", re.compile(r"\s*ADDIN\s+EN\.REFLIST\b", re.I)),
    ("word", re.compile(r"\s*BIBLIOGRAPHY\b", re.I)),
)
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"(?P<quoted>[^"]{0,2000})"|(?P<bare>[^\s"\\][^\s"]{0,2000}))', re.I)
_CONTROL = re.compile(r"MENDELEY_CITATION_v\d+_(?P<code>[A-Za-z0-9+/=_-]+)")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
_LARGEST = 1_000_000


def told_by(code: str, data: Sequence[str], records: Mapping[str, Cited]) -> Told:
    """What a field says by its code and the data packed into its marks; `records` are Word's own sources by tag."""
    if _ZOTERO.match(code):
        return _told(code, "zotero")
    if match := _MENDELEY.match(code):
        return _told(code[match.end() :], "mendeley")
    if _ENDNOTE.match(code):
        return _endnote(code, data)
    if _WORD.match(code):
        return _word(code, records)
    if match := _LINK.match(code):
        return Told(role="link", url=match["quoted"] or match["bare"] or "")
    for origin, pattern in _LISTS:
        if pattern.match(code):
            return Told(role="bibliography", origin=origin)
    return OTHER


def _told(code: str, origin: Origin) -> Told:
    sources, identifier, shown = sources_of(code)
    if not sources:
        return OTHER
    if origin == "mendeley":
        sources = tuple(map(_named, sources))
    return Told(role="citation", origin=origin, sources=sources, identifier=identifier, shown=shown)


def told_by_control(tag: str) -> Told:
    """What the tag of a content control says: Mendeley Cite packs its citations into it.

    >>> told_by_control("MENDELEY_BIBLIOGRAPHY").role
    'bibliography'
    """
    if tag.startswith("MENDELEY_BIBLIOGRAPHY"):
        return Told(role="bibliography", origin="mendeley")
    match = _CONTROL.match(tag)
    if not match or len(tag) > _LARGEST:
        return OTHER
    packed = match["code"].rstrip("=")
    try:
        code = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_" if "-" in packed else None).decode()
    except (binascii.Error, UnicodeDecodeError):
        return OTHER
    told = _told(code, "mendeley")
    override = _object(code).get("manualOverride")
    if told is OTHER or not isinstance(override, dict):
        return told
    edited = override.get("isManuallyOverridden") is True
    shown = override.get("manualOverrideText" if edited else "citeprocText")
    return replace(told, edited=edited, shown=shown if isinstance(shown, str) else "")


def _object(code: str) -> dict[str, Any]:
    try:
        found = json.loads(code)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _named(source: Cited) -> Cited:
    """A source of Mendeley's under a name of its own: `ITEM-1` is another one in each field."""
    item = _object(source.item)
    known = _UUID.search(" ".join((source.key, *source.uris)))
    if not known and not re.fullmatch(r"ITEM-\d+", source.key):
        return source
    author = item.get("author")
    first = author[0] if isinstance(author, list) and author and isinstance(author[0], dict) else {}
    name = "".join(re.findall(r"[^\W\d_]+", str(first.get("family") or first.get("literal") or "source").lower()))
    year = re.search(r"\b[12]\d{3}\b", json.dumps(item.get("issued", "")))
    mark = known[0][:6].lower() if known else source.key.lower()
    return replace(source, key=f"{name[:40] or 'source'}{year[0] if year else ''}-{mark}")


def _endnote(code: str, data: Sequence[str]) -> Told:
    text = code[code.find("<EndNote") :] if "<EndNote" in code else _unpacked(data)
    sources, shown = endnote_sources(text)
    return Told(role="citation", origin="endnote", sources=sources, shown=shown) if sources else OTHER


def _unpacked(data: Sequence[str]) -> str:
    """What EndNote packs into a field's data: XML in base64."""
    for one in data:
        packed = "".join(one.split())
        try:
            text = base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8", errors="replace")
        except binascii.Error:
            continue
        if "<EndNote" in text:
            return text[text.find("<EndNote") :].rstrip("\0")
    return ""


_WORDS = re.compile(r'\\(?P<switch>[a-zA-Z])|"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"\\]+)')
_TAKING = "lpvfsm"  # switches that take a word: language, page, volume, prefix, suffix, another source


def _word(code: str, records: Mapping[str, Cited]) -> Told:
    """Word's own citation: a tag and switches, and again for each further source."""
    words = list(_WORDS.finditer(code[:_LARGEST]))[1:]
    found: list[Cited] = []
    switch = "m"
    for match in words:
        if match["switch"]:
            switch = match["switch"].lower()
            if found and switch == "n":
                found[-1] = replace(found[-1], suppress_author=True)
            continue
        text = match["bare"] if match["quoted"] is None else match["quoted"].replace('\\"', '"')
        if switch == "m":
            found.append(records.get(text) or Cited(key=text, label="page"))
        elif found and switch in _SET:
            found[-1] = replace(found[-1], **_SET[switch](found[-1], text))
        switch = ""
    return Told(role="citation", origin="word", sources=tuple(map(_located, found))) if found else OTHER


def _located(source: Cited) -> Cited:
    """A source whose place stands in the words behind it, since Word knows of pages and volumes alone."""
    label, number, rest = locator(source.suffix)
    if source.locator or not number:
        return source
    return replace(source, locator=number, label=label, suffix=rest.strip().removeprefix(",").strip())


_SET: Mapping[str, Any] = {
    "f": lambda _, text: {"prefix": text.strip()},
    "p": lambda _, text: {"locator": text.strip()},
    "s": lambda _, text: {"suffix": text.strip().removeprefix(",").strip()},
    "v": lambda one, text: {} if one.locator else {"locator": text.strip(), "label": "volume"},
}
