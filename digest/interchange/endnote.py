"""EndNote's XML export → records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digest.interchange.items import Record, article_of
from digest.interchange.xmltree import tree_of, words
from digest.model import Source
from digest.names import parse_name

_TYPES = {
    "Ancient Text": "classic", "Audiovisual Material": "motion_picture", "Bill": "bill", "Blog": "post-weblog",
    "Book": "book", "Book Section": "chapter", "Case": "legal_case", "Computer Program": "software",
    "Conference Paper": "paper-conference", "Conference Proceedings": "paper-conference", "Dataset": "dataset",
    "Dictionary": "entry-dictionary", "Edited Book": "book", "Electronic Article": "article-journal",
    "Electronic Book": "book", "Encyclopedia": "entry-encyclopedia", "Film or Broadcast": "broadcast",
    "Government Document": "report", "Hearing": "hearing", "Interview": "interview",
    "Journal Article": "article-journal", "Legal Rule or Regulation": "regulation",
    "Magazine Article": "article-magazine", "Manuscript": "manuscript", "Map": "map",
    "Multimedia Application": "webpage", "Newspaper Article": "article-newspaper", "Online Multimedia": "webpage",
    "Pamphlet": "pamphlet", "Patent": "patent", "Personal Communication": "personal_communication",
    "Podcast": "broadcast", "Press Release": "report", "Report": "report", "Social Media": "post",
    "Standard": "standard", "Statute": "legislation", "Television Episode": "broadcast", "Thesis": "thesis",
    "Unpublished Work": "manuscript", "Web Page": "webpage",
}  # fmt: skip
_FIELDS = {
    "titles/title": "title", "titles/secondary-title": "container-title", "titles/tertiary-title": "collection-title",
    "titles/short-title": "title-short", "titles/alt-title": "container-title-short",
    "titles/translated-title": "original-title", "periodical/full-title": "container-title",
    "abstract": "abstract", "pages": "page", "volume": "volume", "number": "issue", "issue": "issue",
    "edition": "edition", "section": "section", "publisher": "publisher", "pub-location": "publisher-place",
    "isbn": "ISBN", "electronic-resource-num": "DOI", "language": "language", "work-type": "genre",
    "notes": "note", "research-notes": "annote", "call-num": "call-number", "accession-num": "archive_location",
    "remote-database-name": "archive", "remote-database-provider": "source", "access-date": "accessed",
    "orig-pub": "original-publisher", "reprint-edition": "status", "num-vols": "number-of-volumes",
}  # fmt: skip
_ROLES = {
    "authors": "author", "secondary-authors": "editor", "tertiary-authors": "collection-editor",
    "subsidiary-authors": "translator", "translated-authors": "translator",
}  # fmt: skip
_SILENT = frozenset(
    ["database", "source-app", "rec-number", "foreign-keys", "ref-type", "dates", "urls", "keywords", "contributors",
     "titles", "periodical", "auth-address", "label", "custom1", "custom2", "added-date", "modified-date"]
)  # fmt: skip


def read_endnote(source: Source) -> tuple[Record, ...]:
    """The records of an EndNote XML file."""
    from lxml import etree

    root = tree_of(source, "an EndNote export")
    records = []
    for number, element in enumerate(root.iter("record"), start=1):
        item, origins = _item(element)
        article, lost = article_of(item, origins, "EndNote")
        unread = (f"{child.tag}: {words(child)[:100]}" for child in element if _is_unread(child))
        inner = etree.tostring(element, encoding="unicode", with_tail=False)
        alone = f"<xml><records>{inner}</records></xml>".encode()
        records.append(
            Record(source=Source(name=f"{source.name}#{number}", data=alone), article=article, lost=(*lost, *unread))
        )
    return tuple(records)


def _is_unread(child: Any) -> bool:
    return child.tag not in _SILENT and child.tag not in _FIELDS and bool(words(child))


def _item(element: Any) -> tuple[dict[str, object], dict[str, str]]:
    name = (element.find("ref-type").get("name") or "") if element.find("ref-type") is not None else ""
    kind = _TYPES.get(name, "document")
    item: dict[str, object] = {"id": words(element.find("label")), "type": kind}
    origins: dict[str, str] = {}
    for path, variable, value in _values(element, kind):
        if value and variable not in item:
            item[variable], origins[variable] = value, path
    return item, origins


def _values(element: Any, kind: str) -> Iterator[tuple[str, str, object]]:
    for path, role in _ROLES.items():
        names = [words(author) for author in element.iterfind(f"contributors/{path}/author")]
        yield path, role, tuple(parse_name(name) for name in names if name)
    for path, variable in _FIELDS.items():
        is_serial = variable == "ISBN" and kind.startswith("article")
        yield path, "ISSN" if is_serial else variable, words(element.find(path))
    yield "urls", "URL", words(element.find("urls/related-urls/url")) or words(element.find("urls/web-urls/url"))
    yield "keywords", "keyword", ", ".join(filter(None, map(words, element.iterfind("keywords/keyword"))))
    yield "dates", "issued", _date(element)


def _date(element: Any) -> str:
    """The day in words and the year, which EndNote keeps apart."""
    year = words(element.find("dates/year"))
    day = words(element.find("dates/pub-dates/date"))
    if not day or year in day:
        return day or year
    return f"{day} {year}" if year else day
