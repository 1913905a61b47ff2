"""Zotero's RDF: items as its own export has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from digest import inertxml
from digest.interchange.exact import exact
from digest.interchange.people import parts
from digest.interchange.values import Value, keywords, note_of, variables
from digest.interchange.zotero import NAMESPACES, RDF, read_zotero, tag
from digest.model import Article

# Type of item, element, container and the container's name; https://github.com/zotero/translators, Zotero RDF.js
_OTHER_TYPE = ("document", "bib:Document", "")
_TYPES = {
    "article": ("preprint", "rdf:Description", ""),
    "article-journal": ("journalArticle", "bib:Article", "bib:Journal"),
    "article-magazine": ("magazineArticle", "bib:Article", "bib:Periodical"),
    "article-newspaper": ("newspaperArticle", "bib:Article", "bib:Newspaper"),
    "bill": ("bill", "bib:Legislation", ""),
    "book": ("book", "bib:Book", ""),
    "broadcast": ("podcast", "bib:Recording", ""),
    "chapter": ("bookSection", "bib:BookSection", "bib:Book"),
    "classic": ("book", "bib:Book", ""),
    "dataset": ("dataset", "bib:Data", ""),
    "entry": ("encyclopediaArticle", "rdf:Description", "bib:Book"),
    "entry-dictionary": ("dictionaryEntry", "rdf:Description", "bib:Book"),
    "entry-encyclopedia": ("encyclopediaArticle", "rdf:Description", "bib:Book"),
    "figure": ("artwork", "bib:Illustration", ""),
    "graphic": ("artwork", "bib:Illustration", ""),
    "hearing": ("hearing", "bib:Report", ""),
    "interview": ("interview", "bib:Interview", ""),
    "legal_case": ("case", "bib:Document", "bib:CourtReporter"),
    "legislation": ("statute", "bib:Legislation", ""),
    "manuscript": ("manuscript", "bib:Manuscript", ""),
    "map": ("map", "bib:Image", ""),
    "motion_picture": ("film", "bib:MotionPicture", ""),
    "musical_score": ("document", "bib:Document", ""),
    "pamphlet": ("manuscript", "bib:Manuscript", ""),
    "paper-conference": ("conferencePaper", "rdf:Description", "bib:Journal"),
    "patent": ("patent", "bib:Patent", ""),
    "periodical": ("book", "bib:Book", ""),
    "personal_communication": ("letter", "bib:Letter", ""),
    "post": ("forumPost", "bib:Document", "z:Forum"),
    "post-weblog": ("blogPost", "bib:Document", "z:Blog"),
    "regulation": ("statute", "bib:Legislation", ""),
    "report": ("report", "bib:Report", ""),
    "review": ("journalArticle", "bib:Article", "bib:Journal"),
    "review-book": ("journalArticle", "bib:Article", "bib:Journal"),
    "software": ("computerProgram", "bib:Data", ""),
    "song": ("audioRecording", "bib:Recording", ""),
    "speech": ("presentation", "bib:ConferenceProceedings", ""),
    "standard": ("standard", "rdf:Description", ""),
    "thesis": ("thesis", "bib:Thesis", ""),
    "treaty": ("document", "bib:Document", ""),
    "webpage": ("webpage", "bib:Document", "z:Website"),
}
_ROLES = {
    "author": "bib:authors", "contributor": "bib:contributors", "editor": "bib:editors",
    "translator": "z:translators", "container-author": "z:bookAuthors", "interviewer": "z:interviewers",
    "director": "z:directors", "collection-editor": "z:seriesEditors", "reviewed-author": "z:reviewedAuthors",
    "recipient": "z:recipients",
}  # fmt: skip
_TEXTS = {
    "citation-key": "z:citationKey", "title": "dc:title", "abstract": "dcterms:abstract", "issued": "dc:date",
    "accessed": "dcterms:dateSubmitted", "language": "z:language", "genre": "z:type", "page": "bib:pages",
    "edition": "prism:edition", "title-short": "z:shortTitle", "archive": "z:archive",
    "archive_location": "dc:coverage", "source": "z:libraryCatalog", "license": "dc:rights",
    "call-number": "z:callNumber", "number-of-pages": "z:numPages",
}  # fmt: skip
_IN_CONTAINER = {
    "container-title": "dc:title", "container-title-short": "dcterms:alternative", "volume": "prism:volume",
    "issue": "prism:number",
}  # fmt: skip
_IDENTIFIERS = ("DOI", "ISBN", "ISSN")


def write_zotero(articles: Sequence[Article]) -> str:
    """The records as one RDF document; what no field of Zotero holds stands in Extra, one variable a line."""
    from lxml import etree

    root = _root()
    for article in articles:
        root.extend(etree.fromstring(exact(article, _document, read_zotero).encode(), inertxml.parser()))
    return _text(root)


def _document(article: Article, lines: Sequence[str]) -> str:
    root = _root()
    kind, element, container = _TYPES.get(article.type, _OTHER_TYPE)
    values = variables(article) | {"citation-key": article.id}
    item = _child(root, element, "")
    item.set(f"{RDF}about", f"#{article.id}")
    _child(item, "z:itemType", kind)
    for part in _container(container, values):
        _child(item, "dcterms:isPartOf", "").append(part)
    _publisher(item, values)
    for role, name in _ROLES.items():
        _people(item, name, values.get(role, ()))
    for variable, name in _TEXTS.items():
        _child(item, name, values.get(variable))
    for word in keywords(article):
        _child(item, "dc:subject", word)
    if "URL" in values:
        _child(_child(_child(item, "dc:identifier", ""), "dcterms:URI", ""), "rdf:value", values["URL"])
    if not container:
        _numbers(item, values)
    _child(item, "dc:description", "\n".join(filter(None, [note_of(article), *lines])))
    if "annote" in values:
        _memo(root, item, f"#note_{article.id}", str(values["annote"]))
    return _text(root)


def _memo(root: Any, item: Any, name: str, text: str) -> None:
    """A note of Zotero's beside the item; it is HTML."""
    _child(item, "dcterms:isReferencedBy", "").set(f"{RDF}resource", name)
    memo = _child(root, "bib:Memo", "")
    memo.set(f"{RDF}about", name)
    _child(memo, "rdf:value", "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.split("\n")))


def _container(name: str, values: dict[str, Value]) -> Iterator[Any]:
    """What it is a part of: its section, in which Zotero puts the outlet, or the outlet alone, and a series."""
    outlet = _new(name) if name else None
    if outlet is not None:
        for variable, property_ in _IN_CONTAINER.items():
            _child(outlet, property_, values.get(variable))
        _identified(outlet, values)
        outlet = outlet if len(outlet) else None
    if "section" in values:
        section = _new("bib:Part")
        _child(section, "dc:title", values["section"])
        if outlet is not None:
            _child(section, "dcterms:isPartOf", "").append(outlet)
        outlet = section
    if outlet is not None:
        yield outlet
    told = "container-title" if values["type"] == "broadcast" else "collection-title"
    if told in values:  # a podcast is a series
        series = _new("bib:Series")
        _child(series, "dc:title", values[told])
        yield series


def _numbers(item: Any, values: dict[str, Value]) -> None:
    _child(item, "prism:volume", values.get("volume"))
    _child(item, "prism:number", values.get("issue") or values.get("number"))
    _identified(item, values)


def _identified(element: Any, values: dict[str, Value]) -> None:
    for name in _IDENTIFIERS:
        if name in values:
            _child(element, "dc:identifier", f"{name} {values[name]}")


def _publisher(item: Any, values: dict[str, Value]) -> None:
    if "publisher" not in values and "publisher-place" not in values:
        return
    body = _child(_child(item, "dc:publisher", ""), "foaf:Organization", "")
    if "publisher-place" in values:
        place = _child(_child(body, "vcard:adr", ""), "vcard:Address", "")
        _child(place, "vcard:locality", values["publisher-place"])
    _child(body, "foaf:name", values.get("publisher"))


def _people(item: Any, name: str, people: Value) -> None:
    if not isinstance(people, tuple) or not people:
        return
    sequence = _child(_child(item, name, ""), "rdf:Seq", "")
    for person in people:
        element = _child(_child(sequence, "rdf:li", ""), "foaf:Person", "")
        family, given = parts(person)
        _child(element, "foaf:surname", family)
        _child(element, "foaf:givenName", given)


def _root() -> Any:
    from lxml import etree

    return etree.Element(tag("rdf:RDF"), nsmap=NAMESPACES)


def _new(name: str) -> Any:
    from lxml import etree

    return etree.Element(tag(name), nsmap=NAMESPACES)


def _child(parent: Any, name: str, text: Value | None) -> Any:
    """A new element with that text; none where there is no value, but an element where the text is empty."""
    if text is None or (text == "" and name in ("dc:description", "foaf:givenName")):
        return None
    from lxml import etree

    child = etree.SubElement(parent, tag(name))
    child.text = str(text) or None
    return child


def _text(root: Any) -> str:
    from lxml import etree

    etree.indent(root)
    etree.cleanup_namespaces(root, keep_ns_prefixes=list(NAMESPACES))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'
