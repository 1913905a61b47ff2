"""RIS as reference managers take it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.dates import in_words
from digest.interchange.exact import exact
from digest.interchange.ris_reader import BOUND, read_ris
from digest.interchange.values import Value, keywords, note_of, variables
from digest.model import Article, Date, Name

# https://en.wikipedia.org/wiki/RIS_(file_format), and what Zotero's translator makes of each type
_TYPES = {
    "article": "INPR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "SOUND",
    "chapter": "CHAP",
    "classic": "BOOK",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "ART",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "NEWS",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "VIDEO",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "MUSIC",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_TAGS = {
    "title": "TI", "container-title": "T2", "section": "SE", "genre": "M3", "publisher": "PB", "language": "LA",
    "abstract": "AB", "DOI": "DO", "archive": "DB", "archive_location": "AN",
    "call-number": "CN", "collection-title": "T3", "container-title-short": "J2", "edition": "ET", "issue": "IS",
    "number": "M1", "number-of-volumes": "NV", "original-title": "OP", "publisher-place": "CY", "source": "DP",
    "title-short": "ST", "volume": "VL",
}  # fmt: skip
_ROLES = {"author": "AU", "editor": "A2", "collection-editor": "A3", "translator": "A4"}
"""Variable → tag; what RIS has no tag for stands in a line of its own under N1."""


def write_ris(articles: Sequence[Article]) -> str:
    """The records, each from TY to ER; a value stands on one line, whatever it holds."""
    return "\n".join(exact(article, _record, read_ris) for article in articles)


def _record(article: Article, lines: Sequence[str]) -> str:
    rows = [(tag, line) for tag, value in _fields(article, lines) if (line := " ".join(value.split()))]
    told = (("TY", _TYPES.get(article.type, "GEN")), *rows, ("ER", ""))
    return "".join(f"{tag}  - {value}\n" for tag, value in told)


def _fields(article: Article, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    values = variables(article)
    yield "ID", article.id
    yield from _people(values)
    yield from _issued(values.get("issued"))
    yield from ((tag, str(values[name])) for name, tag in _TAGS.items() if name in values)
    kind = "book" if _TYPES.get(article.type) == "BOOK" else article.type
    yield from _pages(kind, values)
    yield "SN", str(values.get("ISBN" if kind in BOUND else "ISSN", ""))
    yield "UR", str(values.get("URL", ""))
    accessed = values.get("accessed")
    if isinstance(accessed, Date) and accessed.is_day:
        yield "Y2", _day(accessed)
    yield from (("KW", word) for word in keywords(article))
    yield from (("N1", line) for line in note_of(article).split("\n"))
    yield from (("RN", line) for line in str(values.get("annote", "")).split("\n"))
    yield from (("N1", line) for line in lines)


def _people(values: dict[str, Value]) -> Iterator[tuple[str, str]]:
    for role, tag in _ROLES.items():
        people = values.get(role, ())
        if isinstance(people, tuple):
            yield from ((tag, _name(name)) for name in people)


def _pages(kind: str, values: dict[str, Value]) -> Iterator[tuple[str, str]]:
    """The first page and the last; of a book, how many it has."""
    if kind == "book":
        yield "SP", str(values.get("number-of-pages", ""))
        return
    first, dash, last = str(values.get("page", "")).partition("-")
    yield from (("SP", first), ("EP", last if dash else ""))


def _issued(issued: Value | None) -> Iterator[tuple[str, str]]:
    """The year, and the date as far as it is certain; what is known beyond that follows in words."""
    if not isinstance(issued, Date) or ".." in issued.edtf:
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
