"""Zotero's RDF export → records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from digest.interchange.items import Record, article_of
from digest.interchange.people import person
from digest.interchange.values import LINED
from digest.interchange.xmltree import tree_of, words
from digest.model import Name, Source

# Namespaces and properties: https://github.com/zotero/translators, Zotero RDF.js
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://nwalsh.com/rdf/vCard#",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
}
_TYPES = {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog", "book": "book",
    "bookSection": "chapter", "case": "legal_case", "computerProgram": "software",
    "conferencePaper": "paper-conference", "dataset": "dataset", "dictionaryEntry": "entry-dictionary",
    "document": "document", "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture", "forumPost": "post", "hearing": "hearing", "instantMessage": "personal_communication",
    "interview": "interview", "journalArticle": "article-journal", "letter": "personal_communication",
    "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast", "preprint": "article",
    "presentation": "speech", "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast", "videoRecording": "motion_picture",
    "webpage": "webpage",
}  # fmt: skip
_ROLES = {
    "bib:authors": "author", "bib:contributors": "contributor", "bib:editors": "editor", "z:translators": "translator",
    "z:bookAuthors": "container-author", "z:interviewers": "interviewer", "z:directors": "director",
    "z:presenters": "author", "z:podcasters": "author", "z:programmers": "author", "z:artists": "author",
    "z:seriesEditors": "collection-editor", "z:reviewedAuthors": "reviewed-author", "z:recipients": "recipient",
}  # fmt: skip
_FIELDS = {
    "dc:title": "title", "dcterms:abstract": "abstract", "dc:date": "issued", "dcterms:dateSubmitted": "accessed",
    "z:language": "language", "z:type": "genre", "bib:pages": "page", "prism:volume": "volume",
    "prism:number": "issue", "prism:edition": "edition", "z:shortTitle": "title-short", "z:section": "section",
    "z:archive": "archive", "dc:coverage": "archive_location", "z:libraryCatalog": "source", "dc:rights": "license",
    "z:callNumber": "call-number", "dc:description": "note", "z:websiteType": "genre", "z:numPages": "number-of-pages",
    "z:place": "publisher-place", "z:citationKey": "citation-key",
}  # fmt: skip
_CONTAINER = {
    "dc:title": "container-title", "dcterms:alternative": "container-title-short", "prism:volume": "volume",
    "prism:number": "issue", "z:section": "section", "prism:edition": "edition",
}  # fmt: skip
_WHOLES = {
    f"{{{NAMESPACES['bib']}}}Part": {"dc:title": "section"},
    f"{{{NAMESPACES['bib']}}}Series": {"dc:title": "collection-title", "dc:identifier": "collection-number"},
}
"""A whole that is no outlet."""
_SERIES_OF = {kind: {"dc:title": "container-title"} for kind in ("podcast", "radioBroadcast", "tvBroadcast")}
"""A series is the outlet of a broadcast."""
_SKIPPED = ("z:Attachment", "bib:Memo", "z:Collection", "bib:Journal", "bib:Periodical", "z:UserItem")
_IDENTIFIER = re.compile(r"(DOI|ISBN|ISSN)\s+(.{3,100})")


def read_zotero(source: Source) -> tuple[Record, ...]:
    """The items of a Zotero RDF export; notes and attachments are no works and stay out."""
    root = tree_of(source, "a Zotero RDF export")
    named = {key: child for child in root if (key := child.get(f"{RDF}about"))}
    records = []
    for number, element in enumerate(root, start=1):
        kind = words(element.find(tag("z:itemType")))
        if kind in ("", "attachment", "note") or element.tag in map(tag, _SKIPPED):
            continue
        item, origins = _item(element, kind, named)
        article, lost = article_of(item, origins, "Zotero RDF")
        data = _alone(root, element, named)
        records.append(Record(source=Source(name=f"{source.name}#{number}", data=data), article=article, lost=lost))
    return tuple(records)


def tag(name: str) -> str:
    """An element's name as lxml has it, from `prefix:name`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _alone(root: Any, element: Any, named: Mapping[str, Any]) -> bytes:
    """The item, and the journal it points to, as an export of its own."""
    from lxml import etree

    start = etree.Element(root.tag, nsmap=root.nsmap)
    parts = [element]
    for link in (*element.iter(tag("dcterms:isPartOf")), *element.iterfind(tag("dcterms:isReferencedBy"))):
        parts += [named[key] for key in [link.get(f"{RDF}resource")] if key in named]
    inner = "".join(etree.tostring(part, encoding="unicode", with_tail=False) for part in parts)
    head = etree.tostring(start, encoding="unicode").removesuffix("/>")
    return f"{head}>{inner}</rdf:RDF>".encode()


def _item(element: Any, kind: str, named: Mapping[str, Any]) -> tuple[dict[str, object], dict[str, str]]:
    item: dict[str, object] = {"type": _TYPES.get(kind, kind)}
    origins: dict[str, str] = {}
    for path, variable, value in _values(element, kind, named):
        if value and variable not in item:
            item[variable], origins[variable] = value, path
    return item, origins


def _values(element: Any, kind: str, named: Mapping[str, Any]) -> Iterator[tuple[str, str, object]]:
    for path, role in _ROLES.items():
        yield path, role, tuple(_people(element.find(tag(path))))
    for path, variable in _FIELDS.items():
        yield path, variable, _lined(element.find(tag(path))) if variable in LINED else words(element.find(tag(path)))
    for whole in _wholes(element, named, 0):
        known = _SERIES_OF.get(kind, {}) or _WHOLES.get(whole.tag, _CONTAINER)
        for path, variable in known.items():
            yield f"dcterms:isPartOf {path}", variable, words(whole.find(tag(path)))
        if whole.tag not in _WHOLES:
            yield from _identifiers(whole)
    yield from _identifiers(element)
    yield "prism:number", "number", words(element.find(tag("prism:number")))
    yield "dc:publisher", "publisher", words(element.find(f"{tag('dc:publisher')}//{tag('foaf:name')}"))
    place = element.find(f"{tag('dc:publisher')}//{tag('vcard:locality')}")
    yield "dc:publisher", "publisher-place", words(place)
    yield "dc:subject", "keyword", ", ".join(filter(None, map(words, element.iterfind(tag("dc:subject")))))
    memos = [named.get(link.get(f"{RDF}resource", "")) for link in element.iterfind(tag("dcterms:isReferencedBy"))]
    notes = [_paragraphs(memo.find(tag("rdf:value"))) for memo in memos if memo is not None]
    yield "dcterms:isReferencedBy", "annote", "\n".join(filter(None, notes))


def _wholes(element: Any, named: Mapping[str, Any], depth: int) -> Iterator[Any]:
    """What an item is a part of: Zotero puts a section into its newspaper, and that into a series."""
    for link in element.iterfind(tag("dcterms:isPartOf")):
        whole = named.get(link.get(f"{RDF}resource") or "", next(iter(link), None))
        if whole is not None and depth < _DEEPEST:
            yield whole
            yield from _wholes(whole, named, depth + 1)


_DEEPEST = 4


def _lined(element: Any) -> str:
    """The text of an element, line by line."""
    lines = "" if element is None else "".join(element.itertext())
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines.split("\n"))))


def _paragraphs(element: Any) -> str:
    """The text of a note in HTML; its marks are taken out where every value is read."""
    return "" if element is None else re.sub(r"</(?:p|div|li|h\d)>|<br ?/?>", "\n", "".join(element.itertext()))


def _people(group: Any) -> Iterator[Name]:
    for one in () if group is None else group.iter(tag("foaf:Person")):
        family = words(one.find(tag("foaf:surname")))
        given = words(one.find(tag("foaf:givenName"))) or words(one.find(tag("foaf:givenname")))
        if family and given:
            yield person(family, given)
        elif family or given:
            yield Name(literal=family or given)


def _identifiers(element: Any) -> Iterator[tuple[str, str, object]]:
    for identifier in element.iterfind(tag("dc:identifier")):
        text = words(identifier)
        if match := _IDENTIFIER.fullmatch(text):
            yield "dc:identifier", match[1], match[2]
        elif text.startswith(("http://", "https://")):
            yield "dc:identifier", "URL", text
