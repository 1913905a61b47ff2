"""RIS as reference managers take it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from digest.csl import is_supplied, marks, printed_title, web_address
from digest.dates import in_words
from digest.model import Article, Date, Name

# https://en.wikipedia.org/wiki/RIS_(file_format), and what Zotero's translator makes of each type
_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "SOUND",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "interview": "NEWS",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "VIDEO",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "song": "MUSIC",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}


def write_ris(articles: Sequence[Article]) -> str:
    """The records, each from TY to ER; a value stands on one line, whatever it holds."""
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _lines(article)) for article in articles)


def _lines(article: Article) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(article.type, "GEN")
    for tag, value in _fields(article):
        if line := " ".join(value.split()):
            yield tag, line
    yield "ER", ""


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "ID", article.id
    yield from (("AU", _name(name)) for name in article.author)
    yield "TI", printed_title(article)
    yield "T2", article.container_title or ""
    yield from _issued(article.issued)
    yield "SE", article.section or ""
    yield "M3", article.genre or ""
    yield "PB", article.publisher or ""
    yield "LA", article.language or ""
    if address := web_address(article):
        yield "UR", address
        if article.accessed and article.accessed.is_day:
            yield "Y2", _day(article.accessed)
    yield "AB", article.abstract or ""
    yield from (("KW", theme) for theme in article.themes)
    yield from _others(article)
    yield from (("N1", note) for note in _notes(article))


_OTHERS = {
    "DOI": "DO", "ISBN": "SN", "ISSN": "SN", "archive": "DB", "archive_location": "AN", "call-number": "CN",
    "collection-title": "T3", "container-title-short": "J2", "edition": "ET", "issue": "IS", "note": "N1",
    "number": "M1", "number-of-pages": "SP", "number-of-volumes": "NV", "original-title": "OP", "page": "SP",
    "publisher-place": "CY", "source": "DP", "title-short": "ST", "volume": "VL",
}  # fmt: skip
_OTHER_ROLES = {"collection-editor": "A3", "editor": "A2", "translator": "A4"}
"""Variables a record came with → tag; what RIS has no tag for, the writer leaves out."""


def _others(article: Article) -> Iterator[tuple[str, str]]:
    for name, raw in article.other:
        value = json.loads(raw)
        if name in _OTHER_ROLES:
            parts = ([one.get("literal"), one.get("family"), one.get("given")] for one in value)
            yield from ((_OTHER_ROLES[name], ", ".join(filter(None, names))) for names in parts)
        elif name == "keyword":
            yield from (("KW", word.strip()) for word in str(value).split(","))
        elif name == "page" and "-" in str(value):
            first, _, last = str(value).partition("-")
            yield from (("SP", first), ("EP", last))
        elif name in _OTHERS:
            yield _OTHERS[name], str(value)


def _issued(issued: Date | None) -> Iterator[tuple[str, str]]:
    """The year, and the date as far as it is certain; what is known beyond that follows in words."""
    if not issued or ".." in issued.edtf:
        return
    if issued.first.year == issued.last.year:
        yield "PY", f"{issued.first.year:04d}"
    yield "DA", _day(issued)


def _day(date: Date) -> str:
    """YYYY/MM/DD/other: the parts both ends share, then the whole date where that is not all."""
    first, last = date.first, date.last
    parts = [f"{first.year:04d}" if first.year == last.year else "", "", ""]
    if parts[0] and first.month == last.month:
        parts[1] = f"{first.month:02d}"
    if date.is_day:
        parts[2] = f"{first.day:02d}"
    other = in_words(date) if date.is_range or date.approximate else ""
    return "/".join(parts) + f"/{other}"


def _name(name: Name) -> str:
    """Family name, given names, suffix; a body as it is."""
    if name.literal or not name.family:
        return str(name)
    family = " ".join(part for part in (name.non_dropping_particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    return ", ".join(part for part in (family, given, name.suffix) if part)


def _notes(article: Article) -> Iterator[str]:
    if is_supplied(article):
        yield "Title supplied from the opening words"
    yield from (mark[:1].upper() + mark[1:] for mark in marks(article))
    if article.contributor:
        yield "Contributors: " + "; ".join(str(name) for name in article.contributor)
