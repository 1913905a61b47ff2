"""Citations as Zotero's word-processor plug-ins keep them: the code of a field, read and written.

The form follows Zotero's integration.js and https://www.zotero.org/support/dev/client_coding/csl_citation (looked at in
November 2026); Mendeley writes the same code under a name of its own. Whatever a code says is hostile: its JSON is
bounded, and what has the wrong shape is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from digest.citing import Cited, Edit, Style

CITATION = "ZOTERO_ITEM CSL_CITATION"
BIBLIOGRAPHY = "ZOTERO_BIBL"
BIBLIOGRAPHY_END = "CSL_BIBLIOGRAPHY"
PREFERENCES = "ZOTERO_PREF_"
_SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
_LARGEST = 1_000_000  # characters of a code
_SOURCES = 200  # of one citation
_PIECE = 255  # characters of a custom property that Word shows and keeps


def citation_code(edit: Edit, note: int = 0) -> str:
    """The JSON of a citation's field; `note` is the number of the note it stands in.

    `plainCitation` is exactly what the field shows: where it differs, Zotero asks whether a person edited it.
    """
    shown = edit.plain
    properties = {"unsorted": False, "formattedCitation": shown, "plainCitation": shown, "noteIndex": note}
    code = {
        "citationID": edit.identifier,
        "properties": properties,
        "citationItems": [_source_code(source) for source in edit.sources],
        "schema": _SCHEMA,
    }
    return json.dumps(code, ensure_ascii=False, separators=(",", ":"))


def _source_code(source: Cited) -> dict[str, Any]:
    code: dict[str, Any] = {"id": source.key, "uris": list(source.uris)}  # without `uris` the plug-in throws
    if item := _object(source.item):
        code["itemData"] = item
    if source.locator:
        code |= {"locator": source.locator, "label": source.label}
    code |= {name: value for name, value in (("prefix", source.prefix), ("suffix", source.suffix)) if value}
    if source.prefix:
        code["prefix"] = f"{source.prefix} "  # the plug-in sets nothing between a prefix and its source
    if source.suffix:
        code["suffix"] = source.suffix if source.suffix[0] in ",;:." else f", {source.suffix}"
    if source.suppress_author:
        code["suppress-author"] = True
    if source.in_text:
        code["author-only"] = True
    return code


def sources_of(code: str) -> tuple[tuple[Cited, ...], str, str]:
    """The sources of a citation's field, its identifier, and the text it showed; no sources where it is broken."""
    if len(code) > _LARGEST:
        return (), "", ""
    told = _object(code[code.find("{") : code.rfind("}") + 1])
    items = told.get("citationItems")
    properties = told.get("properties")
    shown = properties.get("plainCitation") if isinstance(properties, dict) else None
    found = (
        tuple(_source(item) for item in items[:_SOURCES] if isinstance(item, dict)) if isinstance(items, list) else ()
    )
    return found, _words(told.get("citationID")), shown if isinstance(shown, str) else ""


def _source(item: Mapping[str, Any]) -> Cited:
    data = item.get("itemData")
    record = data if isinstance(data, dict) else {}
    key = _words(record.get("citation-key")) or _words(record.get("citationKey")) or _words(item.get("id"))
    uris = item.get("uris") or item.get("uri")
    return Cited(
        key=key.rpartition("/")[2] or key,
        locator=_words(item.get("locator")),
        label=_words(item.get("label")) or ("page" if item.get("locator") else "paragraph"),
        prefix=_words(item.get("prefix")).strip(),
        suffix=_words(item.get("suffix")).strip().removeprefix(",").strip(),
        suppress_author=item.get("suppress-author") is True,
        in_text=item.get("author-only") is True,
        uris=tuple(uri for uri in uris[:20] if isinstance(uri, str)) if isinstance(uris, list) else (),
        item=json.dumps(record, ensure_ascii=False) if record else "",
    )


def _words(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return " ".join(str(value).split())[:2_000]


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def bibliography_code(uncited: Sequence[Sequence[str]] = ()) -> str:
    """The JSON of the field that the list of sources stands in."""
    return json.dumps({"uncited": [list(uris) for uris in uncited], "omitted": [], "custom": []}, separators=(",", ":"))


def preferences(style: Style, session: str, language: str, *, field: str, endnotes: bool = False) -> str:
    """The document's preferences; `field` is Field in Word and ReferenceMark in LibreOffice."""
    note = (2 if endnotes else 1) if style.notes else 0
    has = int(style.lists)
    return (
        f'<data data-version="3" zotero-version="7.0.0"><session id={quoteattr(session)}/>'
        f"<style id={quoteattr(style.uri)} locale={quoteattr(language)}"
        f' hasBibliography="{has}" bibliographyStyleHasBeenSet="{has}"/>'
        f'<prefs><pref name="fieldType" value="{field}"/><pref name="automaticJournalAbbreviations" value="true"/>'
        f'<pref name="noteType" value="{note}"/></prefs></data>'
    )


def pieces(told: str) -> Iterator[tuple[str, str]]:
    """The custom properties that preferences are kept in, name and value."""
    for number, start in enumerate(range(0, len(told), _PIECE), start=1):
        yield f"{PREFERENCES}{number}", told[start : start + _PIECE]


_STYLE = re.compile(r'<style\b[^>]{0,500}?\bid="([^"]{1,300})"')
_LOCALE = re.compile(r'<style\b[^>]{0,500}?\blocale="([^"]{1,20})"')
_SESSION = re.compile(r'<session\b[^>]{0,100}?\bid="([^"]{1,40})"')


def told_in(preferences_text: str) -> tuple[str | None, str | None, str | None]:
    """The style's address, the locale and the session that preferences name."""
    found = (pattern.search(preferences_text[:20_000]) for pattern in (_STYLE, _LOCALE, _SESSION))
    style, locale, session = (match and match[1] for match in found)
    return style or None, locale or None, session or None
