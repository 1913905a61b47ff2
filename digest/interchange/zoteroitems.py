"""Records ↔ items of Zotero, as its local interface and its connector take them in JSON.

Types and fields follow https://www.zotero.org/support/dev/web_api/v3/types_and_fields (schema 41, looked at in
November 2026): an item with a field that its type lacks is refused. What no field holds stands in Extra.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Any

from digest.interchange.exact import exact
from digest.interchange.items import Record, article_of
from digest.interchange.people import parts, person
from digest.interchange.values import Value, keywords, note_of, variables
from digest.model import Article, Name, Source

Item = dict[str, Any]

_BASE = {
    "title": "title", "abstract": "abstractNote", "title-short": "shortTitle", "language": "language", "URL": "url",
    "accessed": "accessDate", "license": "rights",
}  # fmt: skip
_DATED = {"issued": "date"}
_KEPT = {
    "archive": "archive",
    "archive_location": "archiveLocation",
    "source": "libraryCatalog",
    "call-number": "callNumber",
}
_PAGED = {"volume": "volume", "page": "pages"}
_PRINTED = {"publisher": "publisher", "publisher-place": "place"}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "blogPost": {**_BASE, **_DATED, "container-title": "blogTitle", "genre": "websiteType"},
    "book": {
        **_BASE, **_DATED, **_KEPT, **_PRINTED, "volume": "volume", "number-of-volumes": "numberOfVolumes",
        "edition": "edition", "number-of-pages": "numPages", "ISBN": "ISBN", "collection-title": "series",
        "collection-number": "seriesNumber",
    },
    "bookSection": {
        **_BASE, **_DATED, **_KEPT, **_PRINTED, **_PAGED, "container-title": "bookTitle", "edition": "edition",
        "number-of-volumes": "numberOfVolumes", "ISBN": "ISBN", "collection-title": "series",
        "collection-number": "seriesNumber",
    },
    "conferencePaper": {
        **_BASE, **_DATED, **_KEPT, **_PRINTED, **_PAGED, "container-title": "proceedingsTitle", "DOI": "DOI",
        "event-title": "conferenceName", "collection-title": "series", "ISBN": "ISBN",
    },
    "dictionaryEntry": {**_BASE, **_DATED, **_KEPT, **_PRINTED, **_PAGED, "container-title": "dictionaryTitle"},
    "document": {**_BASE, **_DATED, **_KEPT, "publisher": "publisher"},
    "encyclopediaArticle": {**_BASE, **_DATED, **_KEPT, **_PRINTED, **_PAGED, "container-title": "encyclopediaTitle"},
    "forumPost": {**_BASE, **_DATED, "container-title": "forumTitle", "genre": "postType"},
    "interview": {**_BASE, **_DATED, **_KEPT, "medium": "interviewMedium"},
    "journalArticle": {
        **_BASE, **_DATED, **_KEPT, **_PAGED, "container-title": "publicationTitle", "issue": "issue", "DOI": "DOI",
        "ISSN": "ISSN", "collection-title": "series", "container-title-short": "journalAbbreviation",
    },
    "magazineArticle": {
        **_BASE, **_DATED, **_KEPT, **_PAGED, "container-title": "publicationTitle", "issue": "issue", "ISSN": "ISSN",
    },
    "manuscript": {
        **_BASE, **_DATED, **_KEPT, "genre": "manuscriptType", "publisher-place": "place",
        "number-of-pages": "numPages",
    },
    "newspaperArticle": {
        **_BASE, **_DATED, **_KEPT, "container-title": "publicationTitle", "publisher-place": "place",
        "edition": "edition", "section": "section", "page": "pages", "ISSN": "ISSN",
    },
    "podcast": {**_BASE, "container-title": "seriesTitle", "number": "episodeNumber"},
    "preprint": {**_BASE, **_DATED, **_KEPT, "genre": "genre", "publisher": "repository", "DOI": "DOI"},
    "presentation": {
        **_BASE, **_DATED, "genre": "presentationType", "publisher-place": "place", "event-title": "meetingName",
    },
    "report": {
        **_BASE, **_DATED, **_KEPT, "number": "reportNumber", "genre": "reportType", "collection-title": "seriesTitle",
        "publisher-place": "place", "publisher": "institution", "page": "pages",
    },
    "thesis": {
        **_BASE, **_DATED, **_KEPT, "genre": "thesisType", "publisher": "university", "publisher-place": "place",
        "number-of-pages": "numPages",
    },
    "webpage": {**_BASE, **_DATED, "container-title": "websiteTitle", "genre": "websiteType"},
}  # fmt: skip
"""Type of item → variable of CSL → the field that holds it."""
_ITEM_TYPES = {
    "article": "preprint", "article-journal": "journalArticle", "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle", "book": "book", "broadcast": "podcast", "chapter": "bookSection",
    "entry-dictionary": "dictionaryEntry", "entry-encyclopedia": "encyclopediaArticle", "interview": "interview",
    "manuscript": "manuscript", "paper-conference": "conferencePaper", "post": "forumPost", "post-weblog": "blogPost",
    "report": "report", "speech": "presentation", "thesis": "thesis", "webpage": "webpage",
}  # fmt: skip
"""Type of CSL → type of item; others are documents, and Extra tells their type."""
_TYPES = {name: kind for kind, name in _ITEM_TYPES.items()} | {
    "artwork": "graphic", "audioRecording": "song", "bill": "bill", "case": "legal_case",
    "computerProgram": "software", "dataset": "dataset", "document": "document", "email": "personal_communication",
    "film": "motion_picture", "hearing": "hearing", "instantMessage": "personal_communication",
    "letter": "personal_communication", "map": "map", "patent": "patent", "radioBroadcast": "broadcast",
    "standard": "standard", "statute": "legislation", "tvBroadcast": "broadcast", "videoRecording": "motion_picture",
}  # fmt: skip
_ELSEWHERE = {
    "artworkMedium": "medium", "caseName": "title", "company": "publisher", "dateDecided": "issued",
    "dateEnacted": "issued", "distributor": "publisher", "issueDate": "issued", "label": "publisher",
    "letterType": "genre", "mapType": "genre", "nameOfAct": "title", "network": "publisher", "number": "number",
    "organization": "publisher", "programTitle": "container-title", "publisher": "publisher",
    "repository": "publisher", "studio": "publisher", "subject": "title", "versionNumber": "version",
    "volume": "volume", "section": "section", "publicLawNumber": "number", "reporter": "container-title",
    "docketNumber": "number", "court": "authority", "place": "publisher-place", "edition": "edition", "date": "issued",
    "genre": "genre", "pages": "page", "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN",
    "publicationTitle": "container-title",
}  # fmt: skip
"""Fields of types that we read and do not write."""

_FIRST = {"interview": "interviewee", "podcast": "podcaster", "presentation": "presenter"}
"""Who is an item's author, where Zotero calls them otherwise."""
_ROLES: Mapping[str, Sequence[str]] = {
    "book": ("editor", "seriesEditor", "translator"),
    "bookSection": ("bookAuthor", "editor", "seriesEditor", "translator"),
    "conferencePaper": ("editor", "seriesEditor", "translator"),
    "dictionaryEntry": ("editor", "seriesEditor", "translator"),
    "document": ("editor", "reviewedAuthor", "translator"),
    "encyclopediaArticle": ("editor", "seriesEditor", "translator"),
    "interview": ("interviewer", "translator"),
    "journalArticle": ("editor", "reviewedAuthor", "translator"),
    "magazineArticle": ("reviewedAuthor", "translator"),
    "manuscript": ("translator",),
    "newspaperArticle": ("reviewedAuthor", "translator"),
    "podcast": ("guest",),
    "preprint": ("editor", "reviewedAuthor", "translator"),
    "report": ("seriesEditor", "translator"),
    "webpage": ("translator",),
}
_VARIABLES = {
    "artist": "author", "author": "author", "bookAuthor": "container-author", "cartographer": "author",
    "composer": "composer", "contributor": "contributor", "director": "director", "editor": "editor",
    "guest": "guest", "interviewee": "author", "interviewer": "interviewer", "inventor": "author",
    "performer": "performer", "podcaster": "author", "presenter": "author", "programmer": "author",
    "recipient": "recipient", "reviewedAuthor": "reviewed-author", "scriptwriter": "script-writer",
    "seriesEditor": "collection-editor", "sponsor": "author", "translator": "translator",
}  # fmt: skip
_CREATORS = {variable: creator for creator, variable in reversed(_VARIABLES.items())} | {"author": "author"}
_NO_WORKS = ("annotation", "attachment", "note")
_LONGEST_TAG = 255  # Zotero's own bound


def to_item(article: Article) -> Item:
    """The record as an item; nothing of it is lost, except how its text stands on the page."""
    text = exact(article, _written, _read)
    item: Item = json.loads(text)
    return item


def _read(source: Source) -> tuple[Record, ...]:
    return tuple(filter(None, [record_of(json.loads(source.data), source.name)]))


def _written(article: Article, lines: Sequence[str]) -> str:
    values = variables(article)
    kind = _ITEM_TYPES.get(article.type, "document")
    item: Item = {"itemType": kind, "creators": list(_creators(kind, values))}
    item |= {field: str(values[name]) for name, field in _FIELDS[kind].items() if name in values}
    item["tags"] = [{"tag": word[:_LONGEST_TAG]} for word in keywords(article)]
    if extra := "\n".join(filter(None, [note_of(article), *lines])):
        item["extra"] = extra
    if article.id:
        item["citationKey"] = article.id
    if "annote" in values:
        item["notes"] = [{"note": "".join(f"<p>{escape(line)}</p>" for line in str(values["annote"]).split("\n"))}]
    return json.dumps(item, ensure_ascii=False)


def _creators(kind: str, values: Mapping[str, Value]) -> Iterator[dict[str, str]]:
    roles = {"author": _FIRST.get(kind, "author"), "contributor": "contributor"}
    roles |= {_VARIABLES[role]: role for role in _ROLES.get(kind, ())}
    for variable, creator in roles.items():
        people = values.get(variable)
        for one in people if isinstance(people, tuple) else ():
            family, given = parts(one)
            named = {"lastName": family, "firstName": given} if given else {"name": family}
            yield {"creatorType": creator} | named


def with_key_in_extra(item: Mapping[str, Any]) -> Item:
    """An item whose citation key stands in Extra: before schema 41 no field was for it."""
    plain = {name: value for name, value in item.items() if name != "citationKey"}
    key = item.get("citationKey")
    return plain | ({"extra": f"Citation Key: {key}\n{item.get('extra', '')}".strip()} if key else {})


def record_of(item: Mapping[str, Any], name: str) -> Record | None:
    """The record that an item is, as CSL-JSON that can be read again alone; None where it is no work."""
    told = csl_of(item)
    if told is None:
        return None
    article, lost = article_of(told, {}, "Zotero")
    data = json.dumps([told], ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return Record(source=Source(name=name, data=data), article=article, lost=lost)


def csl_of(item: Mapping[str, Any]) -> dict[str, object] | None:
    """An item as one of CSL; None for notes, attachments and what has no type.

    >>> csl_of({"itemType": "newspaperArticle", "title": "Tea", "publicationTitle": "The Times", "citationKey": "a1"})
    {'id': 'a1', 'type': 'article-newspaper', 'title': 'Tea', 'container-title': 'The Times'}
    """
    kind = item.get("itemType")
    if not isinstance(kind, str) or kind in _NO_WORKS:
        return None
    fields = _ELSEWHERE | {field: name for name, field in _FIELDS.get(kind, _BASE).items()}
    found: dict[str, object] = {"id": _key(item), "type": _TYPES.get(kind, "document")}
    for field, value in item.items():
        name = fields.get(field)
        if name and isinstance(value, str) and value.strip() and name not in found:
            found[name] = {"raw": value} if name in ("issued", "accessed") else value
    found |= _people(item.get("creators"))
    if words := _tags(item.get("tags")):
        found["keyword"] = ", ".join(words)
    if isinstance(item.get("extra"), str) and item["extra"].strip():
        found["note"] = item["extra"]
    if notes := _notes(item.get("notes")):
        found["annote"] = notes
    return {name: value for name, value in found.items() if value}


def _key(item: Mapping[str, Any]) -> str:
    key = item.get("citationKey")
    match = re.search(r"^citation[ _-]key:\s*(\S{1,200})\s*$", str(item.get("extra") or "")[:100_000], re.I | re.M)
    return key if isinstance(key, str) and key else match[1] if match else ""


def _people(creators: object) -> dict[str, object]:
    found: dict[str, list[dict[str, str]]] = {}
    for one in creators[:1_000] if isinstance(creators, list) else ():
        if not isinstance(one, dict):
            continue
        variable = _VARIABLES.get(str(one.get("creatorType")), "contributor")
        name = _name(one)
        if name:
            found.setdefault(variable, []).append(name)
    return dict(found)


def _name(creator: Mapping[str, Any]) -> dict[str, str] | None:
    family, given, whole = (str(creator.get(part) or "").strip() for part in ("lastName", "firstName", "name"))
    if whole or not (family and given):
        text = whole or family or given
        return {"literal": text} if text else None
    one: Name = person(family, given)
    values = {part: getattr(one, part.replace("-", "_")) for part in _NAME_PARTS}
    return {part: value for part, value in values.items() if value}


_NAME_PARTS = ("family", "given", "literal", "non-dropping-particle", "dropping-particle", "suffix")


def _tags(tags: object) -> list[str]:
    named = (
        one.get("tag") if isinstance(one, dict) else one for one in (tags if isinstance(tags, list) else ())[:1_000]
    )
    return [" ".join(word.replace(",", " ").split()) for word in named if isinstance(word, str) and word.strip()]


def _notes(notes: object) -> str:
    """The words of notes, which are HTML, a paragraph a line."""
    told = (
        one.get("note") if isinstance(one, dict) else one for one in (notes if isinstance(notes, list) else ())[:100]
    )
    lines = (re.sub(r"</p>|<br\s{0,9}/?>", "\n", str(one)[:1_000_000]) for one in told if one)
    return "\n".join(unescape(re.sub(r"<[^<>]{0,1000}>", "", line)).strip() for line in lines)
