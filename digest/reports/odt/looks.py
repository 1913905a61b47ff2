"""What the styles of a document say: which paragraphs are quotations or captions, which spans are code or italics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from digest.citing.nouns import Kind
from digest.reports.odt.tokens import NAMESPACES, Stream

_STYLE = f"{{{NAMESPACES['style']}}}"
_FO = f"{{{NAMESPACES['fo']}}}"
_TEXT = f"{{{NAMESPACES['text']}}}"
_DEEPEST = 20  # styles that inherit from one another

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "bibliography",
        re.compile(r"bibliography(?! heading)|references?$|works cited|literaturverzeichnis|bibliograf", re.I),
    ),
    ("code", re.compile(r"preformatted|source code|\bcode\b|listing|verbatim|quelltext", re.I)),
    ("caption", re.compile(r"caption|^(?:illustration|table|drawing|figure)$|beschriftung|légende|leyenda", re.I)),
    ("quotation", re.compile(r"quot|block text|zitat|citation|cita\b|цитат", re.I)),
    ("heading", re.compile(r"^(?:sub)?title$|^heading(?: \d+)?$|^überschrift|^titre|^заголовок", re.I)),
    ("list item", re.compile(r"^list(?:$| (?!heading|contents))", re.I)),
)
"""What the names of paragraph styles say, a style's own before its parent's."""
_CODE = re.compile(r"source[ _]text|verbatim|\bcode\b|teletype|example|quelltext", re.I)
_EMPHASIS = (f"{_FO}font-style", f"{_FO}font-weight", f"{_FO}font-variant")
_MARKED = (f"{_STYLE}text-underline-style", f"{_STYLE}text-position", f"{_STYLE}text-line-through-style")
_OFF = ("normal", "none", "0% 100%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style: its own name as people see it, what it inherits from, and what it sets."""

    name: str
    family: str
    shown: str
    parent: str = ""
    automatic: bool = False
    emphasis: bool = False
    breaks: str = ""  # the attribute by which a paragraph begins a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The styles of a part, by family and name; `named` are those that people see."""

    known: Mapping[tuple[str, str], Look]
    language: str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)  # class of notes → the style of their paragraphs

    def has(self, family: str, name: str) -> bool:
        """Whether there is such a style."""
        return (family, name) in self.known

    def chain(self, family: str, name: str) -> Iterable[Look]:
        """A style and those it inherits from."""
        for _ in range(_DEEPEST):
            look = self.known.get((family, name))
            if look is None:
                return
            yield look
            name = look.parent

    def named(self, family: str, name: str) -> str:
        """The style that a person chose: the first of the chain that is not automatic."""
        return next((look.name for look in self.chain(family, name) if not look.automatic), name)

    def kind(self, style: str) -> Kind | None:
        """What a paragraph of this style is."""
        looks = [look.shown for look in self.chain("paragraph", style) if not look.automatic] or [unquoted(style)]
        return next((kind for shown in looks for kind, pattern in _KINDS if pattern.search(shown)), None)

    def level(self, style: str) -> int | None:
        """The level of a heading that is told by the name of its style alone."""
        shown = " ".join(look.shown for look in self.chain("paragraph", style) if not look.automatic) or unquoted(style)
        found = re.search(r"heading (\d)\b", shown, re.I)
        return int(found[1]) if found else None

    def is_code(self, style: str) -> bool:
        """Whether words of this style are code."""
        looks = [look.shown for look in self.chain("text", style) if not look.automatic] or [unquoted(style)]
        return any(_CODE.search(shown) for shown in looks)

    def is_emphasis(self, style: str) -> bool:
        """Whether words of this style are set off: italic, bold, underlined, raised."""
        return any(look.emphasis for look in self.chain("text", style))

    def breaks(self, style: str) -> str:
        """The attribute, as written, by which a paragraph of this style begins a new page; "" where none does."""
        return next((look.breaks for look in self.chain("paragraph", style) if look.breaks), "")


def unquoted(name: str) -> str:
    """A style's name as people see it.

    >>> unquoted("Text_20_body")
    'Text body'
    """
    return re.sub(r"_([0-9a-f]{2,4})_", lambda match: chr(int(match[1], 16)), name)


def looks_of(streams: Iterable[Stream]) -> Looks:
    """The styles of several parts: those of `styles.xml` first, a part's automatic ones last."""
    known: dict[tuple[str, str], Look] = {}
    notes: dict[str, str] = {}
    language = None
    for stream in streams:
        root: Any = stream.root
        for element in root.iter(f"{_STYLE}style"):
            look = _look(element)
            known[look.family, look.name] = look
        for element in root.iter(f"{_TEXT}notes-configuration"):
            if style := element.get(f"{_TEXT}default-style-name"):
                notes[element.get(f"{_TEXT}note-class") or "footnote"] = style
        for element in root.iter(f"{_STYLE}default-style"):
            if element.get(f"{_STYLE}family") == "paragraph" and language is None:
                language = _language(element)
    return Looks(known=known, language=language, notes=notes)


def _look(element: Any) -> Look:
    name = element.get(f"{_STYLE}name") or ""
    parent = element.getparent()
    text = element.find(f"{_STYLE}text-properties")
    return Look(
        name=name,
        family=element.get(f"{_STYLE}family") or "",
        shown=element.get(f"{_STYLE}display-name") or unquoted(name),
        parent=element.get(f"{_STYLE}parent-style-name") or "",
        automatic=parent is not None and str(parent.tag).endswith("automatic-styles"),
        emphasis=text is not None and any(text.get(one, "none") not in _OFF for one in (*_EMPHASIS, *_MARKED)),
        breaks=_breaks(element),
    )


def _breaks(element: Any) -> str:
    if page := element.get(f"{_STYLE}master-page-name"):
        return f'style:master-page-name="{page}"' if re.fullmatch(r"[\w.-]+", page) else ""
    properties = element.find(f"{_STYLE}paragraph-properties")
    before = properties.get(f"{_FO}break-before") if properties is not None else None
    return f'fo:break-before="{before}"' if before in ("page", "column") else ""


def _language(element: Any) -> str | None:
    for text in element.iter(f"{_STYLE}text-properties"):
        language, country = text.get(f"{_FO}language"), text.get(f"{_FO}country")
        if language and language not in ("none", "zxx") and re.fullmatch(r"[a-z]{2,3}", language):
            return f"{language}-{country}" if country and re.fullmatch(r"[A-Z]{2}", country) else str(language)
    return None
