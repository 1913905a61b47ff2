"""Citations as they stand in LibreOffice's documents: what the names of marks and the attributes of fields say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from digest.citing import Cited
from digest.citing.nouns import Origin
from digest.reports import zoterofields
from digest.reports.docx.codes import told_by

__all__ = ["Code", "code_of", "is_list", "native"]

LARGEST = 1_000_000  # characters of a name
_ENTRIES = re.compile(
    r"\s*(?:ADDIN )?(?:ZOTERO_BIBL\b|EN\.REFLIST\b)|.{0,100}CSL_BIBLIOGRAPHY"
    r"|(?:DIGEST_BIBLIOGRAPHY|JR_bib)\b|BIBLIOGRAPHY\s+\\",
    re.S,
)
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b", re.I)
_OF_WORD = re.compile(r"\s*CITATION\s+\S")
_JABREF_OLD = re.compile(r"JR_cite\d{0,5}_\d_(?P<keys>.+)", re.S)
_JABREF = re.compile(r"JABREF_(?P<key>[^\s,]+) CID_\d+")
_MENDELEY_OLD = re.compile(r"Mendeley (?:Edited )?Citation\{(?P<keys>[^{}]{1,2000})\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a field says: its sources, whose it is, its name, and the text that its program put there."""

    sources: tuple[Cited, ...]
    origin: Origin
    identifier: str = ""
    shown: str = ""


def is_list(name: str) -> bool:
    """Whether a mark or section of this name holds a list of sources.

    >>> is_list('ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY RNDabcdefghij'), is_list("BIBLIOGRAPHY")
    (True, False)
    """
    return _ENTRIES.match(name[:LARGEST]) is not None


def code_of(name: str) -> Code | None:
    """What the name of a mark or the code of a field says of citations; None where it is of another kind.

    >>> code_of("JABREF_ng2031 CID_1, JABREF_li2030 CID_2 abc").sources[1].key
    'li2030'
    """
    if len(name) > LARGEST or is_list(name):
        return None
    if "ZOTERO_ITEM" in name or "ZOTERO_CITATION" in name:
        sources, identifier, shown = zoterofields.sources_of(name)
        return Code(sources=sources, origin="zotero", identifier=identifier, shown=shown) if sources else None
    if "CSL_CITATION" in name:
        return _of_word(f"ADDIN {name[name.index('CSL_CITATION') :]}")
    if _ENDNOTE.match(name):
        return _of_word(name)
    if found := _MENDELEY_OLD.search(name):
        return Code(sources=_named(found["keys"], ";"), origin="mendeley")
    if found := _JABREF_OLD.fullmatch(name):
        return Code(sources=_named(found["keys"], ","), origin="native")
    if keys := [found["key"] for found in _JABREF.finditer(name)]:
        return Code(sources=_named(",".join(keys), ","), origin="native")
    return None


def _of_word(code: str) -> Code | None:
    """What the code of a field says that came from a Word document, or that Mendeley writes there and here alike."""
    told = told_by(code, (), {})
    if told.role != "citation":
        return None
    return Code(sources=told.sources, origin=told.origin, identifier=told.identifier, shown=told.shown)


def _named(keys: str, separator: str) -> tuple[Cited, ...]:
    return tuple(Cited(key=key.strip()) for key in keys.split(separator)[:200] if key.strip())


_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "email": "personal_communication",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
    "www": "webpage",
}
_VARIABLES = {
    "text:address": "publisher-place",
    "text:annote": "annote",
    "text:booktitle": "container-title",
    "text:chapter": "chapter-number",
    "text:edition": "edition",
    "text:institution": "publisher",
    "text:isbn": "ISBN",
    "text:issn": "ISSN",
    "text:journal": "container-title",
    "text:note": "note",
    "text:number": "issue",
    "text:organizations": "publisher",
    "text:pages": "page",
    "text:publisher": "publisher",
    "text:report-type": "genre",
    "text:school": "publisher",
    "text:series": "collection-title",
    "text:title": "title",
    "text:url": "URL",
    "text:volume": "volume",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def native(told: Mapping[str, str]) -> Code:
    """The citation that LibreOffice's own entry of a bibliography is, its record told by its attributes."""
    key = " ".join(told.get("text:identifier", "").split())
    if _OF_WORD.match(key) and (code := _of_word(key)):  # as LibreOffice keeps Word's own citations
        return code
    item: dict[str, object] = {"id": key, "type": _TYPES.get(told.get("text:bibliography-type", ""), "document")}
    for attribute, variable in _VARIABLES.items():
        if (value := told.get(attribute, "").strip()) and variable not in item:
            item[variable] = value[:5_000]
    for attribute, variable in (("text:author", "author"), ("text:editor", "editor")):
        if names := _names(told.get(attribute, "")):
            item[variable] = names
    if date := _date(told.get("text:year", ""), told.get("text:month", "")):
        item["issued"] = date
    has = len(item) > 2
    source = Cited(key=key, item=json.dumps(item, ensure_ascii=False) if has else "")
    return Code(sources=(source,) if key else (), origin="native")


def _names(written: str) -> list[dict[str, str]]:
    """Names as the bibliography database has them, BibTeX's `and` or `;` between them."""
    found = []
    for one in re.split(r"\s+and\s+|;", written[:2_000]):
        family, comma, given = (part.strip() for part in one.partition(","))
        if family:
            found.append({"family": family, "given": given} if comma and given else {"literal": family})
    return found


def _date(year: str, month: str) -> dict[str, object] | None:
    if not re.fullmatch(r"\s*\d{4}\s*", year):
        return None
    parts = [int(year)]
    if re.fullmatch(r"\s*(?:0?[1-9]|1[0-2])\s*", month):
        parts.append(int(month))
    elif (short := month.strip()[:3].lower()) in _MONTHS:
        parts.append(_MONTHS.index(short) + 1)
    return {"date-parts": [parts]}
