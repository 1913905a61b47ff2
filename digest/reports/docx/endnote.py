"""EndNote's citations as its fields carry them: XML with a record for each source."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from digest.citing import Cited
from digest.citing.markers import locator
from digest.errors import ReadError
from digest.reports.docx.package import parsed

_TYPES: Mapping[str, str] = {
    "book": "book",
    "book section": "chapter",
    "blog": "post-weblog",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "edited book": "book",
    "electronic article": "article-journal",
    "government document": "report",
    "journal article": "article-journal",
    "legal rule or regulation": "legislation",
    "magazine article": "article-magazine",
    "newspaper article": "article-newspaper",
    "report": "report",
    "thesis": "thesis",
    "web page": "webpage",
}
"""The names of EndNote's kinds of record → types of CSL; others are documents."""

_PLACES: Mapping[str, str] = {
    "title": "titles/title",
    "container-title": "titles/secondary-title",
    "page": "pages",
    "volume": "volume",
    "issue": "number",
    "publisher": "publisher",
    "publisher-place": "pub-location",
    "ISBN": "isbn",
    "DOI": "electronic-resource-num",
    "URL": "urls/related-urls/url",
    "language": "language",
    "edition": "edition",
    "abstract": "abstract",
}
_PEOPLE: Mapping[str, str] = {
    "author": "contributors/authors/author",
    "editor": "contributors/secondary-authors/author",
}
_MOST = 200


def sources_of(text: str) -> tuple[tuple[Cited, ...], str]:
    """The sources that EndNote's XML names, and the text it showed; nothing where it is broken.

    >>> sources_of("<EndNote><Cite><Author>Li</Author><Year>2030</Year><RecNum>7</RecNum></Cite></EndNote>")[0][0].key
    'li2030-7'
    """
    if not text:
        return (), ""
    try:
        root = parsed(text.encode("utf-8", errors="replace"), "EndNote")
    except ReadError:
        return (), ""
    cites = root.findall("Cite")[:_MOST]
    shown = next((_words(one, "DisplayText") for one in cites if _words(one, "DisplayText")), "")
    return tuple(_source(one) for one in cites), shown


def _source(cite: Any) -> Cited:
    record = cite.find("record")
    pages, suffix = _words(cite, "Pages"), _words(cite, "Suffix")
    label = "page"
    if not pages:
        label, pages, suffix = locator(suffix)
    item = _item(record) if record is not None else {}
    key = _key(cite, item)
    return Cited(
        key=key,
        locator=pages,
        label=label or "page",
        prefix=_words(cite, "Prefix").strip(),
        suffix=suffix.strip().removeprefix(",").strip(),
        suppress_author=cite.get("ExcludeAuth") == "1",
        in_text=cite.get("AuthorYear") == "1",
        item=json.dumps({"id": key, **item}, ensure_ascii=False) if item else "",
    )


def _key(cite: Any, item: Mapping[str, Any]) -> str:
    """A name that says who and when; the record's number keeps two apart."""
    number = _words(cite, "RecNum") or _words(cite, "record/rec-number")
    author = _words(cite, "Author").partition(",")[0]
    if not author and item.get("author"):
        author = str(item["author"][0].get("family") or item["author"][0].get("literal") or "")
    name = "".join(re.findall(r"[^\W\d_]+", author.lower()))[:40] or "source"
    return f"{name}{''.join(re.findall(r'[0-9]{4}', _words(cite, 'Year'))[:1])}{f'-{number}' if number else ''}"


def _words(element: Any, path: str) -> str:
    found = element.find(path)
    return "" if found is None else "".join(found.itertext())[:5_000]


def _item(record: Any) -> dict[str, Any]:
    """The record as a CSL-JSON item."""
    kind = record.find("ref-type")
    named = "" if kind is None else kind.get("name", "").lower()
    item: dict[str, Any] = {"type": _TYPES.get(named, "document")}
    for name, path in _PLACES.items():
        if found := " ".join(_words(record, path).split()):
            item[name] = found
    if "container-title" not in item and (full := " ".join(_words(record, "periodical/full-title").split())):
        item["container-title"] = full
    for name, path in _PEOPLE.items():
        if people := ["".join(one.itertext()).strip() for one in record.findall(path)[:_MOST]]:
            item[name] = [_person(one) for one in people if one]
    if year := re.search(r"\b[0-9]{4}\b", _words(record, "dates/year")):
        item["issued"] = {"date-parts": [[int(year[0])]]}
    if item.get("DOI"):
        item["DOI"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", item["DOI"], flags=re.I)
    return item


def _person(name: str) -> dict[str, str]:
    """A name as EndNote writes it, family first; one that ends in a comma is a body's."""
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return {"family": family.strip(), "given": given.strip()}
    return {"literal": family.strip()}
