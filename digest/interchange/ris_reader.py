"""RIS as publishers and reference managers write it → records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.interchange.items import Record, article_of
from digest.interchange.people import person
from digest.interchange.values import LINED
from digest.model import Name, Source
from digest.names import is_body, parse_name
from digest.readers.charsets import decode

_TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "ART": "graphic", "BILL": "bill", "BLOG": "post-weblog",
    "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "COMP": "software", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "DATA": "dataset", "DICT": "entry-dictionary", "EBOOK": "book",
    "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia", "GEN": "document", "GOVDOC": "report", "GRNT": "report", "HEAR": "hearing",
    "ICOMM": "post", "INPR": "article", "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture",
    "MULTI": "webpage", "MUSIC": "song", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "RPRT": "report", "SER": "book", "SLIDE": "speech", "SOUND": "broadcast",
    "STAND": "standard", "STAT": "legislation", "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript",
    "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
# Tag → CSL variable, for every type but those of `_BY_TYPE`. Source: https://github.com/zotero/translators, RIS.js, and
# the specification of 2011 kept at https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
_TAGS = {
    "TI": "title", "T1": "title", "CT": "title", "T2": "container-title", "JO": "container-title",
    "JF": "container-title", "BT": "container-title", "JA": "container-title-short", "J2": "container-title-short",
    "T3": "collection-title", "ST": "title-short", "OP": "original-title", "TT": "original-title",
    "AB": "abstract", "N2": "abstract", "UR": "URL", "LK": "URL", "DO": "DOI", "LA": "language", "PB": "publisher",
    "CY": "publisher-place", "PP": "publisher-place", "ET": "edition", "VL": "volume", "IS": "issue",
    "SE": "section", "M3": "genre", "CN": "call-number", "AN": "archive_location", "DB": "archive", "DP": "source",
    "SN": "ISSN", "M1": "number", "NV": "number-of-volumes", "N1": "note", "RN": "annote", "C1": "event-place",
}  # fmt: skip
BOUND = ("book", "chapter", "paper-conference")
"""The types whose serial number is an ISBN."""
_BY_TYPE = {("SN", kind): "ISBN" for kind in BOUND} | {
    ("SP", "book"): "number-of-pages",
    ("T2", "book"): "collection-title",
    ("SN", "report"): "number",
    ("IS", "report"): "number",
}
_ROLES = {"AU": "author", "A1": "author", "A2": "editor", "ED": "editor", "A3": "collection-editor", "A4": "translator"}
_DATES = {"Y2": "accessed", "RD": "original-date"}
_ISSUED = ("DA", "PY", "Y1")
_SILENT = frozenset(["TY", "ER", "ID", "KW", "SP", "EP", "L1", "L2", "L3", "L4", "U1", "U2", "U3", "U4", "U5", "UK"])
_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?$")
MOST_LINES = 2_000_000


def read_ris(source: Source) -> tuple[Record, ...]:
    """The records of a RIS file, each from TY to ER."""
    text, _ = decode(source.data)
    return tuple(
        _record(rows, Source(name=f"{source.name}#{number}", data=_alone(rows)))
        for number, rows in enumerate(_records(text), start=1)
    )


Rows = Sequence[tuple[str, str]]


def _records(text: str) -> Iterator[Rows]:
    """The tags and values of each record; a line without a tag goes on with the one before."""
    rows: list[tuple[str, str]] = []
    for line in text.splitlines()[:MOST_LINES]:
        match = _LINE.match(line.lstrip("\ufeff"))
        if match is None:
            if rows and line.strip():
                rows[-1] = (rows[-1][0], f"{rows[-1][1]} {line.strip()}"[:1_000_000])
            continue
        if match[1] == "TY" and rows:  # a record whose ER is missing
            yield rows
            rows = []
        if match[1] == "ER":
            if rows:
                yield rows
            rows = []
        else:
            rows.append((match[1], (match[2] or "").strip()))
    if rows:
        yield rows


def _alone(rows: Rows) -> bytes:
    return "".join(f"{tag}  - {value}\n" for tag, value in (*rows, ("ER", ""))).encode("utf-8", "surrogatepass")


def _record(rows: Rows, source: Source) -> Record:
    values: dict[str, list[str]] = {}
    for tag, value in rows:
        if value:
            values.setdefault(tag, []).append(value)
    item, origins = _item(values)
    article, lost = article_of(item, origins, "RIS")
    unread = (f"{tag}: {value[:100]}" for tag in values if tag not in _KNOWN for value in values[tag])
    return Record(source=source, article=article, lost=(*lost, *unread))


_KNOWN = _SILENT | _TAGS.keys() | _ROLES.keys() | _DATES.keys() | set(_ISSUED)


def _item(values: dict[str, list[str]]) -> tuple[dict[str, object], dict[str, str]]:
    kind = _TYPES.get(values.get("TY", [""])[0], "document")
    item: dict[str, object] = {"id": values.get("ID", [""])[0], "type": kind}
    origins: dict[str, str] = {}
    for tag, variable, value in _values(kind, values):
        if value and variable not in item:
            item[variable], origins[variable] = value, tag
    return item, origins


def _values(kind: str, values: dict[str, list[str]]) -> Iterator[tuple[str, str, object]]:
    for role in dict.fromkeys(_ROLES.values()):
        tags = [tag for tag, its in _ROLES.items() if its == role and tag in values]
        yield " ".join(tags), role, tuple(_name(name) for tag in tags for name in values[tag])
    for tag, found in values.items():
        variable = _BY_TYPE.get((tag, kind), _TAGS.get(tag, ""))
        if variable:
            yield tag, variable, "\n".join(found) if variable in LINED - {"abstract"} else found[0]
    yield from ((tag, _DATES[tag], values[tag][0]) for tag in _DATES if tag in values)
    yield from _issued(values)
    if kind != "book":
        yield "SP", "page", "-".join(dict.fromkeys(values.get("SP", [])[:1] + values.get("EP", [])[:1]))
    yield "KW", "keyword", ", ".join(values.get("KW", []))


def _name(text: str) -> Name:
    """`Family, Given, Suffix`, or a name in the order it is read."""
    family, comma, given = text.partition(",")
    if not comma or not given.strip() or text.count(",") > 2 or is_body(text):
        return parse_name(text)
    return person(family, given)


def _issued(values: dict[str, list[str]]) -> Iterator[tuple[str, str, object]]:
    """The fullest of the dates: DA has the day where PY has but the year."""
    tags = [tag for tag in _ISSUED if tag in values]
    dated = sorted(tags, key=lambda tag: -sum(part.strip().isdecimal() for part in values[tag][0].split("/")[:3]))
    for tag in dated:
        text = values[tag][0]
        lacks_year = text.startswith("/") and "PY" in values
        yield tag, "issued", values["PY"][0][:4] + text if lacks_year else text
