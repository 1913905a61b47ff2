"""The sources that Word keeps in a document for citations of its own (`b:Sources`), read with their records."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from typing import Any

from digest.citing import Cited
from digest.errors import ReadError
from digest.reports.docx.package import Package, relationships, root_of
from digest.reports.docx.wordsources import OURS, mark_of

_SPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    "http://purl.oclc.org/ooxml/officeDocument/bibliography",
)
_TYPES: Mapping[str, str] = {
    "ArticleInAPeriodical": "article-magazine",
    "Art": "graphic",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Misc": "document",
    "Patent": "patent",
    "Performance": "performance",
    "Report": "report",
    "SoundRecording": "song",
}
_FIELDS: tuple[tuple[str, str], ...] = (
    ("title", "Title"),
    ("container-title", "JournalName PeriodicalTitle BookTitle InternetSiteTitle ConferenceName PublicationTitle"),
    ("page", "Pages"),
    ("volume", "Volume"),
    ("issue", "Issue"),
    ("publisher", "Publisher Institution Distributor"),
    ("publisher-place", "City"),
    ("edition", "Edition"),
    ("URL", "URL"),
    ("DOI", "DOI"),
    ("note", "Comments"),
    ("title-short", "ShortTitle"),
)
_DATES = (("issued", "Year", "Month", "Day"), ("accessed", "YearAccessed", "MonthAccessed", "DayAccessed"))
_ROLES = (("author", "Author"), ("editor", "Editor"), ("translator", "Translator"), ("container-author", "BookAuthor"))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def word_records(package: Package) -> dict[str, Cited]:
    """Word's sources in a document, by their tags; those that we wrote have the address by which we know them."""
    found: dict[str, Cited] = {}
    for one in relationships(package, package.main):
        if one.kind != "customXml" or one.external or posixpath.splitext(one.target)[1].lower() != ".xml":
            continue
        try:
            root = root_of(package, one.target)
        except ReadError:  # data of another program's, of no matter to the text
            continue
        if root is not None and root.tag in tuple(f"{{{space}}}Sources" for space in _SPACES):
            found |= _records(root)
    return found


def _records(root: Any) -> dict[str, Cited]:
    space = root.tag.rpartition("}")[0] + "}"
    found = {}
    for source in root.iterfind(f"{space}Source"):
        tag = _words(source, space, "Tag")
        if tag:
            item = json.dumps({"id": tag, **_item(source, space)}, ensure_ascii=False)
            ours = _words(source, space, "Guid") == mark_of(tag)
            found[tag] = Cited(key=tag, label="page", item=item, uris=(f"{OURS}{tag}",) if ours else ())
    return found


def _words(source: Any, space: str, name: str) -> str:
    return " ".join((source.findtext(f"{space}{name}") or "").split())[:5_000]


def _item(source: Any, space: str) -> dict[str, Any]:
    kind = _words(source, space, "SourceType")
    item: dict[str, Any] = {"type": _TYPES.get(kind, "document")}
    for name, fields in _FIELDS:
        if text := next(filter(None, (_words(source, space, one) for one in fields.split())), ""):
            item[name] = text
    if kind == "ArticleInAPeriodical" and not item.get("volume") and not item.get("issue"):
        item["type"] = "article-newspaper"
    for name, *parts in _DATES:
        if date := _date([_words(source, space, part) for part in parts]):
            item[name] = {"date-parts": [date]}
    for name, role in _ROLES:
        if people := [*_people(source, space, role)]:
            item[name] = people
    return item


def _date(words: list[str]) -> list[int]:
    """Year, month and day as far as they are told; Word lets people type what they like there."""
    found: list[int] = []
    for place, word in enumerate(words):
        month = word[:3].lower() if place == 1 else ""
        if word.isascii() and word.isdigit():
            found.append(int(word))
        elif month in _MONTHS:
            found.append(_MONTHS.index(month) + 1)
        else:
            break
    return found


def _people(source: Any, space: str, role: str) -> list[dict[str, str]]:
    holder = source.find(f"{space}Author/{space}{role}")
    if holder is None:
        return []
    if body := _words(holder, space, "Corporate"):
        return [{"literal": body}]
    found = []
    for person in holder.iterfind(f"{space}NameList/{space}Person"):
        family = _words(person, space, "Last")
        given = " ".join(filter(None, (_words(person, space, "First"), _words(person, space, "Middle"))))
        if family:
            found.append({"family": family, "given": given} if given else {"literal": family})
        elif given:
            found.append({"literal": given})
    return found
