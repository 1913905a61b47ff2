"""Zotero's preferences of a Word document: custom properties beside the user's own."""

from __future__ import annotations

from typing import Any

from digest.reports.docx.elements import ILLEGAL, plain_name
from digest.reports.docx.package import parsed
from digest.reports.docx.splicing import opened
from digest.reports.zoterofields import PREFERENCES, pieces

CUSTOM = "docProps/custom.xml"  # for errors alone
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that custom properties are of: https://learn.microsoft.com/windows/win32/stg/the-documentsummaryinformation."""
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"></Properties>'
).encode()


def with_preferences(custom: bytes | None, told: str) -> bytes:
    """The part of custom properties with these preferences in place of those it has; "" takes them out."""
    custom = custom or _EMPTY
    part = opened(custom, CUSTOM)
    properties = [one for one in parsed(custom, CUSTOM) if isinstance(one.tag, str)]
    old = [child for child, one in zip(part.children, properties, strict=True) if _is_ours(one)]
    numbers = {one.get("pid", "") for one in properties if not _is_ours(one)}
    free = (number for number in range(2, 100_000) if str(number) not in numbers)
    new = "".join(_property(next(free), name, value) for name, value in pieces(ILLEGAL.sub("", told)))
    place = old[0].start if old else part.close
    made, at = [], 0
    for child in old:
        made += [part.text[at : child.start], new if child.start == place else ""]
        at = child.end
    if not old:
        made, at = [part.text[:place], new], place
    return "".join([*made, part.text[at:]]).encode()


def _is_ours(element: Any) -> bool:
    name = str(element.get("name", ""))
    return name.startswith(PREFERENCES) and name[len(PREFERENCES) :].isdecimal()


def _property(number: int, name: str, value: str) -> str:
    """A property as XML; a carriage return or a tab would be lost without its reference."""
    from xml.sax.saxutils import escape

    shown = escape(value, {"\r": "&#13;"})
    return (
        f'<property xmlns="{_PROPERTIES}" fmtid="{_FORMAT}" pid="{number}" name="{name}">'
        f'<vt:lpwstr xmlns:vt="{_TYPES}">{shown}</vt:lpwstr></property>'
    )


def preferences_in(custom: bytes | None) -> str:
    """The preferences that a part of custom properties holds, put together; "" where it has none."""
    if custom is None:
        return ""
    found = {}
    for element in parsed(custom, CUSTOM):
        if plain_name(element) == "property" and _is_ours(element):
            found[int(element.get("name")[len(PREFERENCES) :])] = "".join(element.itertext())
    told = []
    for number in range(1, len(found) + 1):
        if number not in found:
            break
        told.append(found[number])
    return "".join(told)
