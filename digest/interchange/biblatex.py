"""BibLaTeX as LaTeX and reference managers take it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.interchange.bibtex import read_bibtex
from digest.interchange.exact import exact
from digest.interchange.texentries import address, braced, entry, lined, names, tex, texts
from digest.interchange.values import ALIASES, note_of, variables
from digest.model import Article

# Entry type, its subtype, and the field that holds the outlet; types and fields: the manual of biblatex, section 2.
_OTHER_TYPE = ("misc", "", "organization")
_TYPES = {
    "article": ("article", "", "journaltitle"),
    "article-journal": ("article", "", "journaltitle"),
    "article-magazine": ("article", "magazine", "journaltitle"),
    "article-newspaper": ("article", "newspaper", "journaltitle"),
    "book": ("book", "", ""),
    "broadcast": ("audio", "", "organization"),
    "chapter": ("incollection", "", "booktitle"),
    "classic": ("book", "", ""),
    "dataset": ("dataset", "", "organization"),
    "entry": ("inreference", "", "booktitle"),
    "entry-dictionary": ("inreference", "", "booktitle"),
    "entry-encyclopedia": ("inreference", "", "booktitle"),
    "figure": ("image", "", "organization"),
    "graphic": ("artwork", "", "organization"),
    "interview": ("article", "newspaper", "journaltitle"),
    "legal_case": ("jurisdiction", "", "organization"),
    "legislation": ("legislation", "", "organization"),
    "manuscript": ("unpublished", "", ""),
    "motion_picture": ("video", "", "organization"),
    "musical_score": ("music", "", "organization"),
    "pamphlet": ("booklet", "", ""),
    "paper-conference": ("inproceedings", "", "booktitle"),
    "patent": ("patent", "", ""),
    "performance": ("performance", "", "organization"),
    "periodical": ("periodical", "", ""),
    "personal_communication": ("letter", "", "organization"),
    "post": ("online", "", "organization"),
    "post-weblog": ("online", "blog", "organization"),
    "regulation": ("legislation", "", "organization"),
    "report": ("report", "", "institution"),
    "review": ("article", "", "journaltitle"),
    "review-book": ("article", "", "journaltitle"),
    "software": ("software", "", "organization"),
    "song": ("music", "", "organization"),
    "speech": ("unpublished", "", ""),
    "standard": ("standard", "", "organization"),
    "thesis": ("thesis", "", "institution"),
    "treaty": ("legal", "", "organization"),
    "webpage": ("online", "", "organization"),
}
_LANGUAGES = {
    "ar": "arabic",
    "de": "ngerman",
    "en": "english",
    "en-GB": "british",
    "en-US": "american",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "tr": "turkish",
    "uk": "ukrainian",
}
_FIELDS = {
    "genre": "type", "publisher": "publisher", "abstract": "abstract", "ISBN": "isbn", "ISSN": "issn",
    "call-number": "library", "chapter-number": "chapter", "collection-title": "series", "edition": "edition",
    "event-title": "eventtitle", "event-place": "venue", "issue": "number", "number": "number",
    "number-of-pages": "pagetotal", "number-of-volumes": "volumes", "original-title": "origtitle", "page": "pages",
    "publisher-place": "location", "status": "pubstate", "title-short": "shorttitle", "version": "version",
    "volume": "volume", "container-author": "bookauthor", "director": "director", "editor": "editor",
    "translator": "translator",
}  # fmt: skip
"""Variable → field; what BibLaTeX has no field for stands in a line of `annotation`, which no style prints."""
_DATES = {"accessed": "urldate", "original-date": "origdate", "event-date": "eventdate"}


def write_biblatex(articles: Sequence[Article]) -> str:
    """The records as entries; titles are braced twice, so that no style changes the capitals a page printed."""
    return "\n".join(exact(article, _entry, read_bibtex) for article in articles)


def _entry(article: Article, lines: Sequence[str]) -> str:
    kind, _, _ = _TYPES.get(article.type, _OTHER_TYPE)
    return entry(kind, article.id, _fields(article, lines))


def _fields(article: Article, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    _, subtype, outlet = _TYPES.get(article.type, _OTHER_TYPE)
    values = variables(article)
    yield "ids", str(values.get(ALIASES, ""))
    yield "entrysubtype", subtype
    yield "author", names(article.author)
    if article.contributor:
        yield "editora", names(article.contributor)
        yield "editoratype", "collaborator"
    yield "title", braced(str(values["title"]))
    if outlet:
        yield outlet, braced(str(values.get("container-title", "")))
    yield "date", str(values.get("issued", ""))
    yield "doi", address(str(values.get("DOI", "")))
    yield "url", address(str(values.get("URL", "")))
    yield from ((field, str(values[name])) for name, field in _DATES.items() if name in values)
    yield "langid", _language(article.language)
    yield "keywords", tex(str(values.get("keyword", "")))
    yield from texts({name: value for name, value in values.items() if name not in ("issue", "number")}, _FIELDS)
    yield "number", tex(str(values.get("issue") or values.get("number") or ""))
    yield "note", lined(note_of(article))
    yield "annotation", lined("\n".join(filter(None, [str(values.get("annote", "")), *lines])))


def _language(language: str | None) -> str:
    """babel's name of a language, or the tag where readers of entries know no name."""
    tag = language if language and re.fullmatch(r"[A-Za-z0-9-]{2,35}", language) else ""
    return _LANGUAGES.get(tag) or _LANGUAGES.get(tag.partition("-")[0], tag)
