"""Automatic styles: those a part has are used again, new ones are added to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from digest.reports.odt.tokens import NAMESPACES, Stream, escaped, fitted, inserted, tokens

_OFFICE = f"{{{NAMESPACES['office']}}}"
_STYLE = f"{{{NAMESPACES['style']}}}"
Sets = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""What a style sets: the kind of its properties, and these with their values."""
_OURS = {f"{{{uri}}}": f"{prefix}:" for prefix, uri in NAMESPACES.items()}


@dataclass(slots=True)
class Automatic:
    """The automatic styles of a part, and those that are added."""

    stream: Stream
    names: set[str] = field(default_factory=set)
    known: dict[tuple[str, str, Sets], str] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    def style(self, family: str, parent: str, sets: Sets) -> str:
        """The name of a style that sets this."""
        told = (family, parent, _sorted(sets))
        if told not in self.known:
            letter = "T" if family == "text" else "P"
            number = next(n for n in range(1, len(self.names) + 2) if f"Cited{letter}{n}" not in self.names)
            name = self.known[told] = f"Cited{letter}{number}"
            self.names.add(name)
            self.added.append(_written(name, family, parent, sets))
        return self.known[told]


def automatic_of(stream: Stream) -> Automatic:
    """The automatic styles that a part has."""
    found = Automatic(stream)
    root: Any = stream.root
    for element in root.iter(f"{_STYLE}style"):
        name = element.get(f"{_STYLE}name") or ""
        found.names.add(name)
        if element.getparent().tag == f"{_OFFICE}automatic-styles" and (told := _told(element)):
            found.known.setdefault(told, name)
    return found


def _told(element: Any) -> tuple[str, str, Sets] | None:
    """What a style sets; None where it holds more than properties."""
    own = {_name(name): value for name, value in element.attrib.items()}
    own.pop("style:name", None)
    family, parent = own.pop("style:family", ""), own.pop("style:parent-style-name", "")
    sets: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if own:
        sets.append(("", tuple(own.items())))
    for child in element:
        if len(child) or not isinstance(child.tag, str):
            return None
        sets.append((_name(child.tag), tuple((_name(name), value) for name, value in child.attrib.items())))
    return family, parent, _sorted(tuple(sets))


def _name(name: str) -> str:
    uri, brace, local = str(name).rpartition("}")
    return f"{_OURS.get(uri + brace, uri + brace)}{local}"


def _sorted(sets: Sets) -> Sets:
    return tuple(sorted((kind, tuple(sorted(told))) for kind, told in sets))


def _written(name: str, family: str, parent: str, sets: Sets) -> str:
    inherits = f' style:parent-style-name="{escaped(parent)}"' if parent else ""
    own = "".join(_attributes(told) for kind, told in sets if not kind)
    inside = "".join(f"<{kind}{_attributes(told)}/>" for kind, told in sets if kind)
    head = f'<style:style style:name="{name}" style:family="{family}"{inherits}{own}'
    return f"{head}>{inside}</style:style>" if inside else f"{head}/>"


def _attributes(told: Sequence[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escaped(value)}"' for name, value in told)


def splices_of(automatic: Automatic) -> list[tuple[int, int, str]]:
    """Where the styles that are new go into their part's text."""
    if not automatic.added:
        return []
    stream, made = automatic.stream, "".join(automatic.added)
    if found := inserted(stream, "office:automatic-styles", made):
        return found
    block = fitted(f"<office:automatic-styles>{made}</office:automatic-styles>", stream)
    later = ("office:master-styles", "office:body")
    place = next((one.start for one in tokens(stream) if one.name in later and one.kind != "end"), None)
    return [] if place is None else [(place, place, block)]


_OURS_UNUSED = re.compile(r'<style:style style:name="(Cited[PT]\d+)"[^<>]*?(?:/>|>(?:<[^<>]*/>)*</style:style>)')


def without_unused(text: str) -> str:
    """The text of a part without the automatic styles of ours that nothing in it has any more."""
    names = Counter(re.findall(r'style-name="(Cited[PT]\d+)"', text))
    return _OURS_UNUSED.sub(lambda found: found[0] if names[found[1]] else "", text)


_SLANT = (("fo:font-style", "italic"), ("style:font-style-asian", "italic"), ("style:font-style-complex", "italic"))
_WEIGHT = (("fo:font-weight", "bold"), ("style:font-weight-asian", "bold"), ("style:font-weight-complex", "bold"))
_UNDER = (
    ("style:text-underline-style", "solid"),
    ("style:text-underline-width", "auto"),
    ("style:text-underline-color", "font-color"),
)
FORMATS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "bold": _WEIGHT,
    "italic": _SLANT,
    "small_caps": (("fo:font-variant", "small-caps"),),
    "sub": (("style:text-position", "sub 58%"),),
    "super": (("style:text-position", "super 58%"),),
    "underline": _UNDER,
}
"""How LibreOffice writes a format of characters."""
