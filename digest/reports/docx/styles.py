"""The styles of a Word document: found by the names that Word and others give them, and added where one is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from digest.reports.docx.elements import RUN_ORDER, as_text, in_names_of, plain_name, put, w
from digest.reports.docx.package import parsed
from digest.reports.docx.splicing import appended
from digest.reports.docx.stylenames import KNOWN, Role

STYLES = "word/styles.xml"  # for errors alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The styles of a document: their identifiers by type and lower-case name, and what is each type's default."""

    identifiers: Mapping[tuple[str, str], str]
    defaults: Mapping[str, str]
    outline: Mapping[str, int]  # identifiers of paragraph styles → the level of heading they are, from 0
    taken: frozenset[str]  # every identifier


def sheet_of(root: Any | None) -> Sheet:
    """What the root of a part of styles says; of None, a sheet with nothing on it."""
    identifiers: dict[tuple[str, str], str] = {}
    defaults: dict[str, str] = {}
    based: dict[str, str] = {}
    levels: dict[str, int] = {}
    for style in [] if root is None else root:
        identifier = _value(style, "styleId")
        if plain_name(style) != "style" or not identifier:
            continue
        kind = _value(style, "type") or "paragraph"
        for name in _names(style):
            identifiers.setdefault((kind, name), identifier)
        if _value(style, "default") in ("1", "true", "on"):
            defaults.setdefault(kind, identifier)
        for part in style.iter():
            if plain_name(part) == "basedOn":
                based[identifier] = _value(part, "val")
            elif plain_name(part) == "outlineLvl" and _value(part, "val").isdecimal():
                levels[identifier] = int(_value(part, "val"))
    outline = {one: level for one in {*based, *levels} if (level := _level(one, based, levels)) is not None}
    taken = frozenset(identifiers.values())
    return Sheet(identifiers=identifiers, defaults=defaults, outline=outline, taken=taken)


def _value(element: Any, name: str) -> str:
    namespace = element.tag.rpartition("}")[0] if isinstance(element.tag, str) else ""
    return str(element.get(f"{namespace}}}{name}", ""))


def _names(style: Any) -> Iterator[str]:
    for child in style:
        if plain_name(child) == "name":
            yield _value(child, "val").strip().lower()
        elif plain_name(child) == "aliases":
            yield from (alias.strip().lower() for alias in _value(child, "val").split(","))


def _level(style: str, based: Mapping[str, str], levels: Mapping[str, int]) -> int | None:
    seen: set[str] = set()
    while style and style not in seen:
        if style in levels:
            return levels[style] if levels[style] < 9 else None
        seen.add(style)
        style = based.get(style, "")
    return None


def find(sheet: Sheet, role: Role) -> str | None:
    """The identifier of the document's own style of this role; None where it has none."""
    known = KNOWN[role]
    for name in known.names:
        if identifier := sheet.identifiers.get((known.type, name)):
            return identifier
    return None


def heading_style(sheet: Sheet, body: Any) -> str | None:
    """The style that the document's own headings of the first level are in: the one most of them have."""
    counted: Counter[str] = Counter()
    for element in body.iter("{*}pStyle"):
        style = _value(element, "val")
        if style in sheet.outline:
            counted[style] += 1
    if not counted:
        return find(sheet, "heading")
    first = min(sheet.outline[style] for style in counted)
    return max((style for style in counted if sheet.outline[style] == first), key=lambda style: counted[style])


def with_styles(
    data: bytes, roles: Collection[Role], *, hanging: bool = True, look: Any | None = None
) -> tuple[bytes, dict[Role, str]]:
    """The part of styles with those it lacks of these roles, and the identifier of each.

    `hanging` says whether the entries of a bibliography, where its style is new, hang from their first line. `look` is
    what the text of the document has set of its own (`looks.look_of`): new styles of text have it too.
    """
    root = parsed(data, STYLES)
    sheet = sheet_of(root)
    found: dict[Role, str] = {}
    new: list[str] = []
    taken = {identifier.lower() for identifier in sheet.taken}
    for role in sorted(roles):
        identifier = find(sheet, role)
        if identifier is None:
            identifier = _free(KNOWN[role].identifier, taken)
            taken.add(identifier.lower())
            style = _made(role, identifier, sheet, hanging=hanging)
            _dress(style, role, look)
            new.append(as_text(in_names_of(style, root)))
        found[role] = identifier
    return (appended(data, new, STYLES) if new else data), found


def _free(wanted: str, taken: set[str]) -> str:
    if wanted.lower() not in taken:
        return wanted
    return next(new for n in range(1, len(taken) + 2) if (new := f"{wanted}{n}").lower() not in taken)


def _made(role: Role, identifier: str, sheet: Sheet, *, hanging: bool) -> Any:
    """A style as Word itself would add it, based on the document's own default."""
    known = KNOWN[role]
    base = sheet.defaults.get(known.type)
    paragraph, run = _LOOKS[role]
    if role == "bibliography" and hanging:
        paragraph = (*paragraph, ("ind", {"left": "720", "hanging": "720"}))
    return w(
        "style",
        w("name", val=known.name),
        w("basedOn", val=base) if base else None,
        w("next", val=base) if base and role == "heading" else None,
        w("uiPriority", val="9" if role == "heading" else "99"),
        w("unhideWhenUsed"),
        w("qFormat") if role == "heading" else None,
        _properties("pPr", paragraph),
        _properties("rPr", run),
        type=known.type,
        styleId=identifier,
    )


def _dress(style: Any, role: Role, look: Any | None) -> None:
    """Set a document's own look into a new style of text: its fonts, and of a bibliography its size too."""
    if look is None or role not in ("bibliography", "footnote text", "endnote text"):
        return
    properties = style[-1] if plain_name(style[-1]) == "rPr" else w("rPr")
    if properties.getparent() is None:
        style.append(properties)
    for one in look:
        if role == "bibliography" or plain_name(one) == "rFonts":
            put(properties, deepcopy(one), RUN_ORDER)


def _properties(tag: str, rows: _Rows) -> Any:
    return w(tag, *(w(name, **values) for name, values in rows)) if rows else None


_Rows = tuple[tuple[str, Mapping[str, str]], ...]
_SMALL_TEXT: _Rows = (("spacing", {"after": "0", "line": "240", "lineRule": "auto"}),)
_RAISED: _Rows = (("vertAlign", {"val": "superscript"}),)


def _sized(half_points: str) -> _Rows:
    return (("sz", {"val": half_points}), ("szCs", {"val": half_points}))


_LOOKS: Mapping[Role, tuple[_Rows, _Rows]] = {
    "bibliography": ((("spacing", {"after": "120"}),), ()),
    "comment reference": ((), _sized("16")),
    "comment text": (_SMALL_TEXT, _sized("20")),
    "endnote reference": ((), _RAISED),
    "endnote text": (_SMALL_TEXT, _sized("20")),
    "footnote reference": ((), _RAISED),
    "footnote text": (_SMALL_TEXT, _sized("20")),
    "heading": (
        (
            ("keepNext", {}),
            ("keepLines", {}),
            ("spacing", {"before": "360", "after": "120"}),
            ("outlineLvl", {"val": "0"}),
        ),
        (("b", {}), ("bCs", {}), *_sized("32")),
    ),
    "link": ((), (("color", {"val": "0563C1", "themeColor": "hyperlink"}), ("u", {"val": "single"}))),
}
"""Role → what a new style sets of paragraphs and of runs."""


def empty_styles() -> bytes:
    """A part of styles for a document that has none."""
    sheet = w(
        "styles", w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default="1", styleId="Normal")
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{as_text(sheet)}'.encode()


def style_in_use(root: Any, tag: str) -> str | None:
    """The style most used by the elements of a name (`pStyle`, `rStyle`) below an element, None where there is none."""
    counted = Counter(_value(element, "val") for element in root.iter(f"{{*}}{tag}"))
    return max(counted, key=lambda style: counted[style]) if counted else None
