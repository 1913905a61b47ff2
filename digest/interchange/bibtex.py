"""BibTeX and BibLaTeX as reference managers write them → records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from digest.interchange.bibtex_syntax import Entry, entries
from digest.interchange.items import Record, article_of
from digest.interchange.latex import to_text
from digest.interchange.people import trailing
from digest.interchange.values import ALIASES, LINED
from digest.model import Name, Source
from digest.names import PARTICLES
from digest.readers.charsets import decode

_TYPES = {
    "article": "article-journal", "artwork": "graphic", "audio": "broadcast", "book": "book", "booklet": "pamphlet",
    "bookinbook": "chapter", "collection": "book", "conference": "paper-conference", "dataset": "dataset",
    "electronic": "webpage", "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "jurisdiction": "legal_case",
    "legislation": "legislation", "letter": "personal_communication", "manual": "report", "mastersthesis": "thesis",
    "misc": "document", "movie": "motion_picture", "mvbook": "book", "news": "article-newspaper", "online": "webpage",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "phdthesis": "thesis",
    "proceedings": "book", "reference": "book", "report": "report", "review": "review", "software": "software",
    "standard": "standard", "suppbook": "chapter", "suppperiodical": "article-journal", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
}  # fmt: skip
_SUBTYPES = {
    "newspaper": "article-newspaper", "newspaperarticle": "article-newspaper", "magazine": "article-magazine",
    "magazinearticle": "article-magazine", "blog": "post-weblog", "blogpost": "post-weblog",
    "weblog": "post-weblog", "podcast": "broadcast", "interview": "interview", "post": "post", "forumpost": "post",
    "tweet": "post", "speech": "speech", "broadcast": "broadcast", "map": "map", "webpage": "webpage",
}  # fmt: skip
"""`entrysubtype`, or a `howpublished` or `type` that says what the entry's own type cannot."""

_FIELDS = {
    "abstract": "abstract", "annotation": "annote", "annote": "annote", "booktitle": "container-title",
    "chapter": "chapter-number", "doi": "DOI", "edition": "edition", "eid": "number", "eventtitle": "event-title",
    "institution": "publisher", "isbn": "ISBN", "issn": "ISSN", "issue": "issue", "journal": "container-title",
    "journaltitle": "container-title", "keywords": "keyword", "library": "call-number", "location": "publisher-place",
    "address": "publisher-place", "maintitle": "collection-title", "note": "note", "number": "issue",
    "organization": "publisher", "origtitle": "original-title", "pages": "page", "pagetotal": "number-of-pages",
    "pmid": "PMID", "publisher": "publisher", "pubstate": "status", "school": "publisher", "section": "section",
    "series": "collection-title", "shorttitle": "title-short", "title": "title", "type": "genre", "url": "URL",
    "venue": "event-place", "version": "version", "volume": "volume", "volumes": "number-of-volumes",
    "addendum": "note", "journalsubtitle": "", "subtitle": "", "titleaddon": "", "booksubtitle": "",
}  # fmt: skip
"""Field → CSL variable; "" for those that are put together with another."""

_ROLES = {
    "author": "author", "bookauthor": "container-author", "editor": "editor", "editora": "contributor",
    "director": "director", "holder": "author", "translator": "translator",
}  # fmt: skip
_OUTLET_OF_ONLINE = ("organization", "institution", "journaltitle", "journal", "howpublished", "publisher")
_ONLINE = ("webpage", "post-weblog", "post", "broadcast", "interview")
_BY_KIND = {("number", kind): "number" for kind in ("report", "patent", "standard", "legislation")} | {
    ("institution", "report"): "container-title",  # the outlet of a report
    ("institution", "thesis"): "container-title",
    ("school", "thesis"): "container-title",
}
_SILENT = frozenset(
    re.findall(
        r"\S+",
        "crossref date day month year urldate langid language hyphenation entrysubtype howpublished options ids file "
        "timestamp owner date-added date-modified editoratype eventdate origdate urlyear urlmonth urlday",
    )
)
"""Fields that are read with another, or say nothing of the work."""
_LANGUAGES = {
    "american": "en-US", "arabic": "ar", "australian": "en-AU", "british": "en-GB", "chinese": "zh",
    "english": "en", "french": "fr", "german": "de", "italian": "it", "japanese": "ja", "kazakh": "kk",
    "korean": "ko", "ngerman": "de", "persian": "fa", "polish": "pl", "portuguese": "pt", "russian": "ru",
    "spanish": "es", "turkish": "tr", "ukrainian": "uk", "ukenglish": "en-GB", "usenglish": "en-US", "uyghur": "ug",
}  # fmt: skip
_AND = re.compile(r"(?<!\s)\s+and\s+", re.I)  # not begun within blanks: thousands would be run over each time
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_URL = re.compile(r"https?://[^\s{}\\]+")


def read_bibtex(source: Source) -> tuple[Record, ...]:
    """The records of a .bib file, an inherited field from the entry it names."""
    text, _ = decode(source.data)
    found = list(entries(text, source.name))
    by_key = {entry.key: entry for entry in found}
    records = []
    for entry in found:
        fields = _inherited(entry, by_key)
        item, origins = _item(entry, fields)
        article, lost = article_of(item, origins, "BibTeX")
        unread = (f"{name}: {to_text(value)[:100]}" for name, value in fields.items() if name not in _KNOWN)
        alone = Source(name=f"{source.name}#{entry.key}", data=_alone(entry, fields))
        records.append(Record(source=alone, article=article, lost=(*lost, *unread)))
    return tuple(records)


_KNOWN = _SILENT | _FIELDS.keys() | _ROLES.keys()


def _alone(entry: Entry, fields: Mapping[str, str]) -> bytes:
    """The entry with what it inherits and the strings it names put in."""
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{entry.kind}{{{entry.key},\n{body}}}\n".encode("utf-8", "surrogatepass")


def _inherited(entry: Entry, by_key: Mapping[str, Entry]) -> dict[str, str]:
    """An entry's fields, and those its `crossref` lends: a collection's title becomes that of the container."""
    parent = by_key.get(entry.fields.get("crossref", "").strip())
    if parent is None or parent is entry:
        return entry.fields
    lent = {("booktitle" if name == "title" else name): value for name, value in parent.fields.items()}
    own = {"author", "abstract", "shorttitle", "crossref", "doi", "url"}
    return {name: value for name, value in lent.items() if name not in own} | entry.fields


def _item(entry: Entry, fields: Mapping[str, str]) -> tuple[dict[str, object], dict[str, str]]:
    """The entry as a CSL item, and which of its fields each variable came from."""
    kind = _kind(entry, fields)
    item: dict[str, object] = {"id": entry.key, "type": kind}
    origins: dict[str, str] = {}
    for name, variable, value in _values(kind, fields):
        if variable and value and variable not in item:
            item[variable], origins[variable] = value, name
    return item, origins


def _kind(entry: Entry, fields: Mapping[str, str]) -> str:
    for name in ("entrysubtype", "howpublished", "type"):
        word = to_text(fields.get(name, "")).casefold().replace(" ", "").replace("-", "")
        if word in _SUBTYPES:
            return _SUBTYPES[word]
    kind = _TYPES.get(entry.kind, "document")
    if kind == "document" and _URL.search(fields.get("url", "") + fields.get("howpublished", "")):
        return "webpage"
    return kind


def _values(kind: str, fields: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    if kind in _ONLINE:  # the outlet of a web page stands in one of several fields
        outlet = _outlet_field(fields)
        yield outlet, "container-title", to_text(fields.get(outlet, ""))
    for name, role in _ROLES.items():
        yield name, role, tuple(_names(fields.get(name, "")))
    for name in _SUBTITLES:
        yield name, _FIELDS[name], _with_subtitle(name, fields)
    for name, value in fields.items():
        variable = _FIELDS.get(name, "")
        variable = _BY_KIND.get((name, kind), variable)
        if variable in LINED:
            continue
        names_outlet = variable == "publisher" and kind in _ONLINE and name == _outlet_field(fields)
        if not names_outlet and (name != "type" or to_text(value).casefold() not in _SUBTYPES):
            yield name, variable, _printed(name, value)
    yield from _notes(fields)
    yield from _dates(fields)
    yield "langid", "language", _language(fields)
    if address := _URL.search(fields.get("howpublished", "")):
        yield "howpublished", "URL", address[0]


def _notes(fields: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    for variable in sorted(LINED):
        told = [name for name, its in _FIELDS.items() if its == variable and name in fields]
        yield " ".join(told), variable, "\n".join(_lines(fields[name]) for name in told)
    yield "ids", ALIASES, ", ".join(key.strip() for key in fields.get("ids", "").split(",") if key.strip())


def _dates(fields: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    yield "date", "issued", _date(fields)
    yield "urldate", "accessed", _plain_date(fields, "urldate") or _urlparts(fields)
    yield "origdate", "original-date", _plain_date(fields, "origdate")
    yield "eventdate", "event-date", _plain_date(fields, "eventdate")


def _lines(value: str) -> str:
    """The lines of a value, which TeX's own breaks and blank lines divide."""
    return "\n".join(filter(None, map(to_text, _BREAK.split(value))))


_BREAK = re.compile(r"\\\\(?:\[[^\]\n]{0,20}\])?|\\newline(?![A-Za-z])|\\par(?![A-Za-z])|\n[ \t\r]*\n")


_SUBTITLES = {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}


def _with_subtitle(name: str, fields: Mapping[str, str]) -> str:
    parts = [to_text(fields.get(part, "")) for part in (name, _SUBTITLES[name])]
    return ": ".join(part for part in parts if part) if parts[0] else ""


def _outlet_field(fields: Mapping[str, str]) -> str:
    return next((name for name in _OUTLET_OF_ONLINE if _is_outlet(fields.get(name, ""))), "")


def _is_outlet(value: str) -> bool:
    text = to_text(value)
    return bool(text) and not _URL.search(value) and text.casefold().replace(" ", "") not in _SUBTYPES


def _printed(name: str, value: str) -> str:
    if name in ("url", "doi"):  # no dash, no accent is meant there
        return re.sub(r"\\([&%$#_{}~])", r"\1", value).strip("{} ")
    text = to_text(value)
    return text.replace("–", "-") if name == "pages" else text


def _date(fields: Mapping[str, str]) -> str:
    """`date`, or year, month and day; BibTeX's month is a name or a number, at times with the day in it."""
    if date := _plain_date(fields, "date"):
        return date
    year, month = to_text(fields.get("year", "")), to_text(fields.get("month", ""))
    day = to_text(fields.get("day", ""))
    if not month.isdecimal():
        return " ".join(part for part in (day, month, year) if part)
    parts = [year, month.zfill(2), day.zfill(2) if day.isdecimal() else ""]
    return "-".join(part for part in parts if part)


def _plain_date(fields: Mapping[str, str], name: str) -> str:
    """A date whose tilde says that it is approximate, and is no blank of TeX's."""
    return to_text(fields.get(name, "").replace("\\~", "~").replace("~", "\\textasciitilde{}"))


def _urlparts(fields: Mapping[str, str]) -> str:
    return _date({name: fields.get(f"url{name}", "") for name in ("year", "month", "day")})


def _language(fields: Mapping[str, str]) -> str:
    for name in ("langid", "language", "hyphenation"):
        text = to_text(fields.get(name, "")).partition(",")[0].strip()
        if known := _LANGUAGES.get(text.casefold()):
            return known
        if _TAG.fullmatch(text):
            return text
    return ""


def _names(value: str) -> Iterator[Name]:
    for part in _at_top(value, _AND):
        text = part.strip()
        if text and text.casefold() != "others" and (name := _name(text)):
            yield name


def _at_top(value: str, separator: re.Pattern[str]) -> list[str]:
    """`value` cut where `separator` stands outside braces."""
    masked, depth = [], 0
    for character in value[:100_000]:
        depth += (character == "{") - (character == "}")
        masked.append("\0" if depth > 0 else character)
    ends = [0, *(end for match in separator.finditer("".join(masked)) for end in match.span()), len(value)]
    return [value[start:stop] for start, stop in zip(ends[::2], ends[1::2], strict=True)]


_COMMA = re.compile(",")
_SPACE = re.compile(r"[\s~]+")


def _name(text: str) -> Name | None:
    """`von Family, Suffix, Given`, `Given von Family`, or in braces a body."""
    if text.startswith("{") and text.endswith("}") and len(_at_top(text, _SPACE)) == 1 and text.count("{") == 1:
        body = to_text(text)
        return Name(literal=body) if body else None
    parts = [part.strip() for part in _at_top(text, _COMMA)]
    if len(parts) == 1:
        words = [to_text(word) for word in _at_top(parts[0], _SPACE) if word.strip()]
        cut = next((at for at in range(1, len(words) - 1) if words[at][:1].islower()), len(words) - 1)
        given, family, suffix = words[:cut], words[cut:], ""
    else:
        family = [to_text(word) for word in _at_top(parts[0], _SPACE) if word.strip()]
        given, suffix = [to_text(parts[-1])], to_text(parts[1]) if len(parts) > 2 else ""
    return _put_together(given, family, suffix)


def _put_together(given: list[str], family: list[str], suffix: str) -> Name | None:
    small = 0
    while small < len(family) - 1 and (family[small][:1].islower() or family[small].casefold() in PARTICLES):
        small += 1
    last, first = " ".join(family[small:]), " ".join(given).strip()
    if not last:
        return None
    if not first and not small:
        return Name(literal=last)
    first, after = trailing(first.split())
    return Name(
        family=last,
        given=first or None,
        non_dropping_particle=" ".join(family[:small]) or None,
        dropping_particle=after or None,
        suffix=suffix or None,
    )
