"""BibLaTeX as LaTeX and reference managers take it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from digest.csl import YEAR_INFERRED, is_supplied, marks, printed_title, web_address
from digest.model import Article, Date, Name

# Entry type, its subtype, and the field that holds the outlet
_OTHER_TYPE = ("misc", None, "organization")
_TYPES = {
    "article-journal": ("article", None, "journaltitle"),
    "book": ("book", None, "organization"),
    "chapter": ("incollection", None, "booktitle"),
    "dataset": ("dataset", None, "organization"),
    "entry-encyclopedia": ("inreference", None, "booktitle"),
    "manuscript": ("unpublished", None, "organization"),
    "motion_picture": ("video", None, "organization"),
    "paper-conference": ("inproceedings", None, "booktitle"),
    "post": ("online", None, "organization"),
    "thesis": ("thesis", None, "institution"),
    "article-magazine": ("article", "magazine", "journaltitle"),
    "article-newspaper": ("article", "newspaper", "journaltitle"),
    "broadcast": ("audio", None, "organization"),
    "interview": ("article", "newspaper", "journaltitle"),
    "post-weblog": ("online", "blog", "organization"),
    "report": ("report", None, "institution"),
    "webpage": ("online", None, "organization"),
}
# Braces as commands, since a parser counts them even after a backslash.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "`": r"\textasciigrave{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        '"': r"\textquotedbl{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)
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
_DASHES = re.compile(r"-(?=-)|'(?=')")  # TeX would join two hyphens, or two apostrophes
_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9_:.-]")
_URL_ESCAPES = {ord(character): f"%{ord(character):02X}" for character in "{}\\"}


def write_biblatex(articles: Sequence[Article]) -> str:
    """The records as entries; titles are braced twice, so that no style changes the capitals a page printed."""
    return "\n".join(_entry(article) for article in articles)


def _entry(article: Article) -> str:
    kind, _, _ = _TYPES.get(article.type, _OTHER_TYPE)
    key = _NOT_IN_A_KEY.sub("", article.id) or "unnamed"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(article) if value)
    return f"@{kind}{{{key},\n{fields}}}\n"


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    _, subtype, outlet = _TYPES.get(article.type, _OTHER_TYPE)
    yield "entrysubtype", subtype or ""
    yield "author", _names(article.author)
    if article.contributor:
        yield "editora", _names(article.contributor)
        yield "editoratype", "collaborator"
    yield "title", f"{{{_text(printed_title(article))}}}"
    yield outlet, _braced(article.container_title)
    yield "type", _text(article.genre)
    yield "publisher", _braced(article.publisher)
    yield "date", _date(article)
    if address := web_address(article):
        yield "url", address.translate(_URL_ESCAPES)
        yield "urldate", str(article.accessed or "")
    yield "langid", _language(article.language)
    kept = json.loads(dict(article.other).get("keyword", '""'))
    yield (
        "keywords",
        ", ".join((*map(_text, filter(None, [kept])), *(_text(t).replace(",", " ") for t in article.themes))),
    )
    yield "abstract", _text(article.abstract)
    yield from _others(article)
    yield "note", "; ".join(_notes(article))


_OTHERS = {
    "DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "annote": "annotation", "call-number": "library",
    "chapter-number": "chapter", "collection-title": "series", "edition": "edition", "event-title": "eventtitle",
    "issue": "number", "note": "addendum", "number": "number", "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes", "original-title": "origtitle", "page": "pages", "publisher-place": "location",
    "status": "pubstate", "title-short": "shorttitle", "version": "version", "volume": "volume",
}  # fmt: skip
_OTHER_ROLES = {
    "container-author": "bookauthor",
    "director": "director",
    "editor": "editor",
    "translator": "translator",
}
"""Variables a record came with → field; what BibLaTeX has no field for, the writer leaves out."""


def _others(article: Article) -> Iterator[tuple[str, str]]:
    for name, raw in article.other:
        value = json.loads(raw)
        if name in _OTHER_ROLES:
            people = [Name(**{part.replace("-", "_"): words for part, words in one.items()}) for one in value]
            yield _OTHER_ROLES[name], _names(people)
        elif name in _OTHERS:
            yield _OTHERS[name], _text(str(value))


def _date(article: Article) -> str:
    """EDTF, as BibLaTeX has it; where the year is inferred both ends are approximate."""
    issued: Date | None = article.issued
    if not issued:
        return ""
    if YEAR_INFERRED in marks(article):
        return "/".join(end if end == ".." or end[-1] in "~?%" else f"{end}~" for end in issued.edtf.split("/"))
    return issued.edtf


def _notes(article: Article) -> Iterator[str]:
    if is_supplied(article):
        yield "title supplied from the opening words"
    yield from (_text(mark) for mark in marks(article))


def _text(text: str | None) -> str:
    """`text` on one line, so that TeX prints it letter for letter."""
    line = " ".join((text or "").split()).translate(_LATEX)
    return _DASHES.sub(lambda run: run[0] + "{}", line)


def _braced(text: str | None) -> str:
    return f"{{{_text(text)}}}" if text and text.strip() else ""


def _names(names: Sequence[Name]) -> str:
    return " and ".join(_name(name) for name in names)


def _name(name: Name) -> str:
    """`von Family, Suffix, Given`; a body, and whatever a parser could take apart, in braces."""
    if name.literal or not name.family:
        return _braced(str(name)) or "{}"
    family = " ".join(part for part in (_text(name.non_dropping_particle), _part(name.family, name)) if part)
    given = " ".join(part for part in (_part(name.given, name), _text(name.dropping_particle)) if part)
    return ", ".join(part for part in (family, _part(name.suffix, name), given) if part)


def _part(text: str | None, name: Name) -> str:
    part = _text(text)
    bare = not re.search(r",|\band\b|\\", part) and (name.non_dropping_particle or not part[:1].islower())
    return part if bare else f"{{{part}}}"


def _language(language: str | None) -> str:
    """babel's name of a language, or the tag where readers of entries know no name."""
    tag = language if language and re.fullmatch(r"[A-Za-z0-9-]{2,35}", language) else ""
    return _LANGUAGES.get(tag) or _LANGUAGES.get(tag.partition("-")[0], tag)
