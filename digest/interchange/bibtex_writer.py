"""BibTeX as it was before BibLaTeX: for journals' templates and older tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.interchange.bibtex import read_bibtex
from digest.interchange.exact import exact
from digest.interchange.texentries import address, braced, entry, lined, names, tex, texts
from digest.interchange.values import note_of, variables
from digest.model import Article, Date

# Entry type and the field that holds the outlet; types and fields: https://ctan.org/pkg/bibtex, btxdoc, section 3
_OTHER_TYPE = ("misc", "howpublished")
_ARTICLE = ("article", "journal")
_TYPES = {
    "article": _ARTICLE,
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "book": ("book", ""),
    "chapter": ("incollection", "booktitle"),
    "classic": ("book", ""),
    "entry": ("incollection", "booktitle"),
    "entry-dictionary": ("incollection", "booktitle"),
    "entry-encyclopedia": ("incollection", "booktitle"),
    "interview": _ARTICLE,
    "manuscript": ("unpublished", ""),
    "pamphlet": ("booklet", ""),
    "paper-conference": ("inproceedings", "booktitle"),
    "report": ("techreport", "institution"),
    "review": _ARTICLE,
    "review-book": _ARTICLE,
    "thesis": ("phdthesis", "school"),
}
_FIELDS = {
    "genre": "type", "publisher": "publisher", "abstract": "abstract", "ISBN": "isbn", "ISSN": "issn",
    "chapter-number": "chapter", "collection-title": "series", "edition": "edition", "page": "pages",
    "publisher-place": "address", "volume": "volume", "editor": "editor", "language": "language", "keyword": "keywords",
}  # fmt: skip
"""Variable → field; what BibTeX has no field for stands in a line of `annote`, which no style prints."""

_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())  # noqa: SIM905 - quoted words hide a list


def write_bibtex(articles: Sequence[Article]) -> str:
    """The records as entries of BibTeX: year, month and day apart, the outlet where its types have it."""
    return "\n".join(exact(article, _entry, read_bibtex) for article in articles)


def _entry(article: Article, lines: Sequence[str]) -> str:
    kind, _ = _TYPES.get(article.type, _OTHER_TYPE)
    return entry(kind, article.id, _fields(article, lines))


def _fields(article: Article, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    _, outlet = _TYPES.get(article.type, _OTHER_TYPE)
    values = variables(article)
    yield "author", names(article.author)
    yield "title", braced(str(values["title"]))
    if outlet:
        yield outlet, braced(str(values.get("container-title", "")))
    issued = values.get("issued")
    yield from _issued(issued) if isinstance(issued, Date) else ()
    yield "doi", address(str(values.get("DOI", "")))
    yield "url", address(str(values.get("URL", "")))
    yield "urldate", str(values.get("accessed", ""))
    yield from texts(values, _FIELDS)
    yield "number", tex(str(values.get("issue") or values.get("number") or ""))
    yield "note", lined(note_of(article))
    yield "annote", lined("\n".join(filter(None, [str(values.get("annote", "")), *lines])))


def _issued(date: Date) -> Iterator[tuple[str, str]]:
    """Year, month and day as far as both ends of the date share them."""
    if ".." in date.edtf or date.first.year != date.last.year:
        return
    yield "year", f"{date.first.year:04d}"
    if date.first.month == date.last.month:
        yield "month", _MONTHS[date.first.month - 1]
    if date.is_day:
        yield "day", str(date.first.day)
