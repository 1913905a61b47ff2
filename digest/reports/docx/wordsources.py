"""Word's own list of sources (`b:Sources`): records as Word keeps them, beside those that it has already."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from digest.errors import ReadError
from digest.reports.docx.adding import now
from digest.reports.docx.elements import ILLEGAL, plain_name
from digest.reports.docx.package import (
    CONTENT_TYPES,
    Package,
    parsed,
    relationships,
    rels_name,
    with_override,
    with_relationship,
)
from digest.reports.docx.splicing import opened

SOURCES = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
WHERE = "customXml/item1.xml"  # for errors alone
OURS = "http://digest.local/items/"
"""What the addresses begin with by which our records are known in fields."""
_LONGEST_TAG = 100
_UNTAGGED = re.compile(r"[^\w.:-]+")

Item = Mapping[str, Any]

# CSL's type → the type of source whose form in Word asks for the same fields; what Word has no type for is `Misc`.
_TYPES = {
    "article-journal": "JournalArticle",
    "article-newspaper": "ArticleInAPeriodical",
    "article-magazine": "ArticleInAPeriodical",
    "webpage": "InternetSite",
    "post": "InternetSite",
    "post-weblog": "InternetSite",
    "document": "DocumentFromInternetSite",
    "article": "DocumentFromInternetSite",
    "book": "Book",
    "chapter": "BookSection",
    "entry-encyclopedia": "BookSection",
    "paper-conference": "ConferenceProceedings",
    "report": "Report",
    "thesis": "Report",
    "interview": "Interview",
    "legal_case": "Case",
    "patent": "Patent",
    "motion_picture": "Film",
    "broadcast": "Film",
    "song": "SoundRecording",
    "graphic": "Art",
    "performance": "Performance",
}
_CONTAINERS = {
    "JournalArticle": "JournalName",
    "ArticleInAPeriodical": "PeriodicalTitle",
    "InternetSite": "InternetSiteTitle",
    "DocumentFromInternetSite": "InternetSiteTitle",
    "BookSection": "BookTitle",
    "ConferenceProceedings": "ConferenceName",
}
_FIELDS = {
    "title": "Title",
    "title-short": "ShortTitle",
    "publisher": "Publisher",
    "publisher-place": "City",
    "volume": "Volume",
    "issue": "Issue",
    "page": "Pages",
    "edition": "Edition",
    "genre": "ThesisType",
    "URL": "URL",
    "DOI": "DOI",
    "medium": "Medium",
    "number": "StandardNumber",
    "annote": "Comments",
}
_DATES = {"issued": ("Year", "Month", "Day"), "accessed": ("YearAccessed", "MonthAccessed", "DayAccessed")}
_NAMES = {"author": "Author", "editor": "Editor", "translator": "Translator", "interviewer": "Interviewer"}
_NUMBERS = """ar 1025 bg 1026 cs 1029 de 1031 el 1032 en 1033 en-GB 2057 es 3082 fa 1065 fr 1036 he 1037 hu 1038 it 1040
    ja 1041 kk 1087 ko 1042 ky 1088 mn 1104 nl 1043 pl 1045 pt 2070 ru 1049 tg 1064 tr 1055 ug 1152 uk 1058 uz 1091
    zh 2052 zh-TW 1028"""
_LCIDS = dict(zip(_NUMBERS.split()[::2], _NUMBERS.split()[1::2], strict=True))
"""Languages by Windows' numbers (MS-LCID), as `b:LCID` and `\\l` of a CITATION field have them."""


def lcid(language: str | None) -> str:
    """The number that Word knows a language by; that of American English where it is unknown."""
    told = (language or "").replace("_", "-")
    return _LCIDS.get(told) or _LCIDS.get(told[:2].lower()) or _LCIDS["en"]


def tag_of(key: str) -> str:
    """A citation key as the tag of a source: no blank, no quotation mark, no backslash, and not too long.

    >>> tag_of("ng2031storm"), tag_of('li "x" 2030')
    ('ng2031storm', 'li_x_2030')
    """
    return _UNTAGGED.sub("_", key).strip("_")[:_LONGEST_TAG] or "source"


def with_sources(data: bytes | None, items: Sequence[Item], style: str = "") -> tuple[bytes, dict[str, str]]:
    """The part of sources with these CSL items in it, and the tag of each by its `id`; the user's own sources stay.

    An item that the part has already, by its tag and its title or address, is left as the user has it; one of ours is
    written anew. `style` is the name of a citation style, told to Word where the part is new.
    """
    data = data or _empty(style)
    part = opened(data, WHERE)
    there = _there(data, part.children)
    tags: dict[str, str] = {}
    new: dict[str, str] = {}
    for item in items:
        key = str(item.get("id", ""))
        tag = _free_tag(item, there, set(tags.values()))
        tags[key] = tag
        if tag not in there or there[tag][0].get("Guid") == mark_of(key):
            new[tag] = _source(item, tag)
    made, at = [], 0
    for tag, (_, child) in there.items():
        if tag in new:
            made += [part.text[at : child.start], new.pop(tag)]
            at = child.end
    made += [part.text[at : part.close], *new.values(), part.text[part.close :]]
    return "".join(made).encode(), tags


def _there(data: bytes, children: Sequence[Any]) -> dict[str, tuple[dict[str, str], Any]]:
    """The sources of a part by their tags: what they say in plain words, and where they stand."""
    elements = [one for one in parsed(data, WHERE) if isinstance(one.tag, str)]
    found: dict[str, tuple[dict[str, str], Any]] = {}
    for element, child in zip(elements, children, strict=True):
        told = {plain_name(one): " ".join("".join(one.itertext()).split()) for one in element if plain_name(one)}
        if plain_name(element) == "Source" and told.get("Tag"):
            found.setdefault(told["Tag"], (told, child))
    return found


def _free_tag(item: Item, there: Mapping[str, tuple[dict[str, str], Any]], taken: set[str]) -> str:
    key = str(item.get("id", ""))
    wanted = tag_of(key)
    for number in range(1, len(there) + len(taken) + 3):
        tag = wanted if number == 1 else f"{wanted}_{number}"
        if tag not in taken and (tag not in there or _is_same(item, there[tag][0])):
            return tag
    return wanted


def _is_same(item: Item, told: Mapping[str, str]) -> bool:
    """Whether a source of the document is this item: ours by its mark, the user's by title or address."""
    if told.get("Guid") == mark_of(str(item.get("id", ""))):
        return True
    pairs = ((item.get("title"), told.get("Title")), (item.get("URL"), told.get("URL")))
    return any(mine and yours and _folded(str(mine)) == _folded(yours) for mine, yours in pairs)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def mark_of(key: str) -> str:
    """The identifier that tells a source as ours: the same for the same key."""
    told = blake2b(f"digest:{key}".encode(), digest_size=16).hexdigest().upper()
    return f"{{{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}}}"


def _empty(style: str) -> bytes:
    sheet, name = next(
        (row[1:] for row in _STYLES if row[0] in style.lower()), ("\\APASixthEditionOfficeOnline.xsl", "APA")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<b:Sources SelectedStyle="{sheet}" StyleName="{name}"'
        f' xmlns:b="{SOURCES}" xmlns="{SOURCES}"></b:Sources>'
    ).encode()


# Words of a CSL style's name → the sheet and the name of the style of Word's that comes nearest.
_STYLES = (
    ("modern-language", "\\MLASeventhEditionOfficeOnline.xsl", "MLA"),
    ("mla", "\\MLASeventhEditionOfficeOnline.xsl", "MLA"),
    ("chicago", "\\CHICAGO.XSL", "Chicago"),
    ("turabian", "\\TURABIAN.XSL", "Turabian"),
    ("harvard", "\\HarvardAnglia2008OfficeOnline.xsl", "Harvard - Anglia"),
    ("ieee", "\\IEEE2006OfficeOnline.xsl", "IEEE"),
    ("gost", "\\GostName.XSL", "GOST - Name Sort"),
    ("iso690-num", "\\ISO690Nmerical.XSL", "ISO 690 - Numerical Reference"),
    ("iso690", "\\ISO690.XSL", "ISO 690 - First Element and Date"),
    ("", "\\APASixthEditionOfficeOnline.xsl", "APA"),
)


def _source(item: Item, tag: str) -> str:
    kind = _TYPES.get(str(item.get("type", "")), "Misc")
    rows = [("Tag", tag), ("SourceType", kind), ("Guid", mark_of(str(item.get("id", ""))))]
    rows += [("LCID", lcid(item["language"]))] if item.get("language") else []
    rows += [(name, _plain(item[field])) for field, name in _FIELDS.items() if item.get(field)]
    if item.get("container-title"):
        rows.append((_CONTAINERS.get(kind, "PublicationTitle"), _plain(item["container-title"])))
    for field, names in _DATES.items():
        rows += zip(names, _date(item.get(field)), strict=False)
    inside = "".join(f"<b:{name}>{_escaped(value)}</b:{name}>" for name, value in rows)
    return f'<b:Source xmlns:b="{SOURCES}">{inside}{_authors(item)}</b:Source>'


def _plain(value: object) -> str:
    """A value of CSL without the few tags that its text may have, and without marks of direction."""
    return re.sub(r"</?(?:i|b|sub|sup|span)(?:\s[^<>]{0,100})?>|[\u2066-\u2069]", "", str(value))


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(ILLEGAL.sub("\ufffd", text))


def _date(told: Any) -> list[str]:
    """The year, month and day of a date of CSL, as far as they are known."""
    if not isinstance(told, Mapping):
        return []
    parts = told.get("date-parts")
    if isinstance(parts, Sequence) and parts and isinstance(parts[0], Sequence):
        return [str(part) for part in parts[0][:3]]
    literal = told.get("literal") or told.get("raw")
    return [str(literal)] if literal else []


def _authors(item: Item) -> str:
    made = []
    for field, name in _NAMES.items():
        people = [one for one in item.get(field) or () if isinstance(one, Mapping)]
        bodies = [str(one["literal"]) for one in people if one.get("literal")]
        if people and len(bodies) == len(people) and name == "Author":
            inside = f"<b:Corporate>{_escaped('; '.join(bodies))}</b:Corporate>"
        elif people:
            inside = f"<b:NameList>{''.join(map(_person, people))}</b:NameList>"
        else:
            continue
        made.append(f"<b:{name}>{inside}</b:{name}>")
    return f"<b:Author>{''.join(made)}</b:Author>" if made else ""


def _person(name: Mapping[str, Any]) -> str:
    last = " ".join(str(name[part]) for part in ("non-dropping-particle", "family") if name.get(part))
    first = " ".join(str(name[part]) for part in ("given", "dropping-particle") if name.get(part))
    rows = (("Last", last or str(name.get("literal", ""))), ("First", first))
    inside = "".join(f"<b:{tag}>{_escaped(value)}</b:{tag}>" for tag, value in rows if value)
    return f"<b:Person>{inside}</b:Person>"


def with_word_sources(
    package: Package, changed: Mapping[str, bytes], items: Sequence[Item], style: str = ""
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The parts that change where a document is to hold these CSL items as Word's sources, and their tags by `id`."""
    for one in relationships(package, package.main):
        if one.kind == "customXml" and not one.external and _are_sources(now(package, changed, one.target)):
            made, tags = with_sources(now(package, changed, one.target), items, style)
            return {one.target: made}, tags
    made, tags = with_sources(None, items, style)
    names = {*package.names, *changed}
    number = next(n for n in range(1, len(names) + 2) if f"customXml/item{n}.xml" not in names)
    name, props = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    main = rels_name(package.main)
    rels, _ = with_relationship(now(package, changed, main), "customXml", f"../{name}" if "/" in package.main else name)
    own, _ = with_relationship(None, "customXmlProps", f"itemProps{number}.xml")
    types = with_override(now(package, changed, CONTENT_TYPES) or b"", props, _PROPS_TYPE)
    return {name: made, props: _properties(number), rels_name(name): own, main: rels, CONTENT_TYPES: types}, tags


_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def _are_sources(data: bytes | None) -> bool:
    try:
        return data is not None and plain_name(parsed(data, WHERE)) == "Sources" and SOURCES.encode() in data
    except ReadError:  # data of another program's
        return False


def _properties(number: int) -> bytes:
    """The part of properties beside a new part of sources; `number` is the one in its name."""
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem ds:itemID="{mark_of(f"item{number}")}" xmlns:ds="{schema}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{SOURCES}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
