"""What the properties of a file are worth: a title that is none, an author who is only an account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from digest import inertxml
from digest.model import Declared

Properties = tuple[tuple[str, str], ...]
"""(name, value) in order: an element may stand many times."""

LARGEST_PART = 1_000_000  # bytes of XML

_SUMMARY = 8  # words
_FILE = re.compile(r"[^\s]{1,200}\.(?:docx?|dvi|e?ps|indd|pdf|pptx?|qxd|rtf|odt|pages|tex|txt|xlsx?|html?)", re.I)
_UNTITLED = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)\b.{0,300}|(?:powerpoint|office)[- ]?(?:präsentation|presentation)|"
    r"presentation\s?\d{0,3}|présentation powerpoint|presentación de powerpoint|презентация powerpoint|"
    r"untitled(?:[- ]?\d{0,3})?|unbenannt\s?\d{0,3}|sans titre.{0,5}|sin título.{0,5}|без названия.{0,5}|"
    r"(?:document|dokument|layout|slide|folie|page|seite|new document|doc|report|draft|final|print|title|titel)[\s_-]?"
    r"\d{0,8}|template.{0,40}|.{0,40}\btemplate|(?:no|your|insert|enter|document) title.{0,20}|"
    r"pii:? ?\S{0,40}|doi:? ?10\.\S{0,80}|about:blank|https?://\S{0,2000})",
    re.I,
)
_CODE = re.compile(r"[\w.()~-]{0,80}[\d_][\w.()~-]{0,80}")
_ACCOUNTS = re.compile(
    r"(?:admin(?:istrator)?|author|calibre.{0,20}|python-docx|libreoffice.{0,20}|autor|"
    r"benutzer|clean install|computer|default|dell|desktop|guest|hp|home|install|"
    r"lenovo|mac(?:book)?|microsoft(?: office)?(?: user| account)?|ms office|office|owner|pc|preferred customer|root|"
    r"scanner|staff|student|sys(?:admin|tem)|temp|test|unknown|unbekannt|usuario|utilisateur|user|valued customer|"
    r"win(?:dows)?(?: (?:user|[\dx]+p?))?|пользователь|администратор|admin\w{0,20}|user\w{0,20}|\W{0,20})",
    re.I,
)


def is_title(text: str) -> bool:
    """Whether a file's title is one, and not the name of a file or what a program puts there.

    >>> [is_title(text) for text in ("Gas on the Irtysh", "Microsoft Word - gas_v3.docx", "gas_v3", "Untitled")]
    [True, False, False, False]
    """
    plain = " ".join(text.split())
    if len(plain) < 3 or len(plain) > 500 or not any(letter.isalpha() for letter in plain):
        return False
    return not any(pattern.fullmatch(plain) for pattern in (_FILE, _UNTITLED, _CODE))


def is_author(text: str) -> bool:
    """Whether a file's author is a name, and not a computer's account.

    >>> [is_author(text) for text in ("Ann Lee", "jsmith", "Admin", "a.lee@example.org", "Institute for Steppes")]
    [True, False, False, False, True]
    """
    plain = " ".join(text.split())
    if not 2 <= len(plain) <= 300 or re.search(r"[@\\/_\d]|\.(?:com|org|net)\b", plain) or _ACCOUNTS.fullmatch(plain):
        return False
    spaceless = re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", plain)  # names without spaces
    return bool(spaceless) or " " in plain


_CORE: dict[str, str] = {
    "title": "title",
    "creator": "author",
    "initial-creator": "author",
    "publisher": "site_name",
    "language": "language",
    "description": "abstract",
}
"""Elements of Dublin Core, and of OpenDocument's own, that name a field."""


def stated(properties: Properties, place: str) -> Iterator[Declared]:
    """What properties in the terms of Dublin Core state, without what is none; `place` names where they stand."""
    for name, value in properties:
        field = _CORE.get(name)
        if field is None or (field == "title" and not is_title(value)):
            continue
        if field == "author" and not is_author(value):
            continue
        if field == "abstract" and (place == "document" or len(value.split()) < _SUMMARY):
            continue  # a word processor's "comments", or keywords
        for one in _people(value) if field == "author" else (value,):
            yield Declared(field=field, value=" ".join(one.split())[:2000], origin=f"{place} {name}")


def _people(value: str) -> list[str]:
    """The names of an element that should hold one; a single comma may turn a name round."""
    value = " ".join(value[:2000].split())
    parts = [part for part in re.split(r"\s*[;&]\s*|\s+and\s+|,\s+and\s+", value) if part.strip()]
    return [
        one
        for part in parts
        for one in (part.split(",") if all(len(name.split()) > 1 for name in part.split(",")) else [part])
    ]


def elements(data: bytes) -> Properties:
    """The names, without their prefixes, and texts of all elements of a small XML file; none where it is broken."""
    if len(data) > LARGEST_PART or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return ()
    root = parse_xml(data)
    return () if root is None else tuple(_texts(root))


def parse_xml(data: bytes) -> Any:
    """The root element of an XML file, of a broken one what can be read; None where that is nothing."""
    from lxml import etree

    inert = inertxml.parser(recover=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser=inert) if data else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def _texts(root: Any) -> Iterator[tuple[str, str]]:
    for element in root.iter("*"):
        holder = element
        while holder.tag.rpartition("}")[2] in _LISTS and holder.getparent() is not None:
            holder = holder.getparent()
        name = holder.tag.rpartition("}")[2]
        if any(term in holder.tag for term in _TERMS) and (text := (element.text or "").strip()):
            yield name, text[:5000]
        for key, value in element.attrib.items():  # XMP may state a field as an attribute
            if any(term in key for term in _TERMS) and value.strip():
                yield key.rpartition("}")[2], value.strip()[:5000]


_TERMS = (
    "purl.org/dc/",
    "ns.adobe.com/xap/1.0/",
    "ns.adobe.com/pdf/1.3/",
    "opendocument:xmlns:meta",
    "schemas.openxmlformats.org/package/2006/metadata",
    "www.idpf.org/2007/opf",
)
"""Vocabularies whose terms we know; an archive's PDF describes others in the same packet."""
_LISTS = ("Alt", "Bag", "Seq", "li")


def as_document(declared: Sequence[Declared]) -> tuple[Declared, ...]:
    """`declared`, and where it names neither a kind nor an address, that this is a document and no page of the web."""
    if any(row.field in ("type", "url") for row in declared):
        return tuple(declared)
    return (*declared, Declared(field="type", value="document", origin="a file without an address"))
