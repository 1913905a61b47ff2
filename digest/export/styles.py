"""Citation styles: the shipped ones, or a person's file, looked at before it is used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from xml.parsers import expat

from digest.citing import Style
from digest.errors import ConfigError
from digest.export.stylebook import EXTRA, find_style, installed_folder, known_styles, read_head, style_names
from digest.settings import nearest

__all__ = ["style_details", "style_language", "style_names", "style_path"]

Element = tuple[str, dict[str, str]]
_LARGEST = 2_000_000
_MOST_STEPS = 20_000_000  # for one citation; the longest of the 2,852 independent styles takes 1.7 million
_PREFIXED = ("base", "lang", "schemaLocation", "space")
_PATH = re.compile(r"\.csl$|[/\\]")
_ADDRESS, _SECURE = "http://www.zotero.org/styles/", "https://www.zotero.org/styles/"
_BRITISH = frozenset({"harvard-cite-them-right"})  # made for British English without saying so


def style_path(name: str) -> Path:
    """The file of a style that sets citations and Sources: shipped, installed, or a path to one; else ConfigError."""
    style = style_details(name)
    if not style.lists:
        raise ConfigError(
            "the style has no bibliography", where=style.path, hint="choose one that sets citations and Sources"
        )
    return Path(style.path)


def style_details(name: str) -> Style:
    """What must be known of a style, by the name a person gives it; a dependent one is its parent, found here.

    The name is a shipped or installed one, its address at zotero.org, or a path to a .csl file.
    """
    own = _named(name.removeprefix(_ADDRESS).removeprefix(_SECURE))
    elements = _elements(own)
    head = read_head(own.stem, own, _bytes(own).decode("utf-8", "replace"))
    path = own
    if parent := _parent(elements):
        path = _found_parent(parent, own)
        elements = _elements(path)
    _check(path, elements)
    bibliography = next((attributes for element, attributes in elements if element == "bibliography"), None)
    return Style(
        name=head.name,
        path=str(path.resolve()),
        uri=head.uri or f"{_ADDRESS}{head.name}",
        title=head.title or head.name,
        notes=elements[0][1].get("class") == "note",
        numbers=_is_numeric(elements),
        lists=bibliography is not None,
        hanging=(bibliography or {}).get("hanging-indent") == "true",
        locale=head.locale or _locale(path, elements),
    )


def style_language(name: str, language: str) -> str:
    """The language that citations are set in: that of the text, in the variety of the style where it names none.

    A style that has its own German for "accessed" in every language is set in German, months and all.

    >>> style_language("oscola", "en"), style_language("oscola", "de"), style_language("oscola", "en-US")
    ('en-GB', 'de', 'en-US')
    >>> style_language("iso690-author-date-de", "en")
    'de-DE'
    """
    style = style_details(name)
    own = style.locale.partition("-")[0]
    if own == language or (
        own not in ("en", language.partition("-")[0]) and _speaks_for_all(_elements(Path(style.path)))
    ):
        return style.locale
    return language


def _speaks_for_all(elements: Sequence[Element]) -> bool:
    """Whether a style words dates of access itself, whatever the language."""
    general = False
    for element, attributes in elements:
        if element == "locale":
            general = "xml:lang" not in attributes
        elif general and element == "term" and attributes.get("name") == "accessed":
            return True
    return False


def _named(name: str) -> Path:
    if _PATH.search(name):
        return Path(name)
    if found := find_style(name):
        return found
    more = "" if installed_folder() else f"; `{EXTRA}` makes 10,000 more known"
    longer = [known for known in style_names() if name and name in known]
    hint = f'did you mean "{longer[0]}"?' if longer else nearest(name, style_names() if more else known_styles())
    hint = hint or "`digest styles WORDS` searches them"
    raise ConfigError(f'unknown citation style "{name}"', hint=f"{hint} (or name a .csl file{more})")


def _found_parent(parent: str, own: Path) -> Path:
    """The style that a dependent one points to, by its name; it is never fetched."""
    path = find_style(parent)
    if path is None or path.resolve() == own.resolve():
        more = "" if installed_folder() else f"`{EXTRA}`, or "
        hint = f'{more}name the style it depends on, "{parent}", by its own .csl file'
        raise ConfigError("a dependent style: it only points to another", where=str(own), hint=hint)
    return path


def _is_numeric(elements: Sequence[Element]) -> bool:
    formats = [attributes["citation-format"] for _, attributes in elements if "citation-format" in attributes]
    return "numeric" in formats if formats else any(a.get("variable") == "citation-number" for _, a in elements)


def _locale(path: Path, elements: Sequence[Element]) -> str:
    return elements[0][1].get("default-locale") or ("en-GB" if path.stem in _BRITISH else "en-US")


def _check(path: Path, elements: Sequence[Element]) -> None:
    if elements[0][0] != "style":
        raise ConfigError("not a citation style", where=str(path), hint="a CSL file begins with <style>")
    if parent := _parent(elements):
        raise ConfigError(f'a dependent style: it only points to another, "{parent}"', where=str(path))
    if not any(element == "citation" for element, _ in elements):
        raise ConfigError("the style has no citation", where=str(path), hint="choose one that sets citations")
    if unknown := _undefined(elements):
        raise ConfigError(f'the style uses a macro "{unknown}" that it does not define', where=str(path))
    if circle := _circle(elements):
        raise ConfigError(f'the macro "{circle}" of the style uses itself', where=str(path))
    if _steps(elements) > _MOST_STEPS:
        raise ConfigError("the macros of the style use each other without end", where=str(path))


def _parent(elements: Sequence[Element]) -> str | None:
    """The style that this one depends on."""
    links = [attributes for element, attributes in elements if element == "link"]
    parents = (link.get("href", "") for link in links if link.get("rel") == "independent-parent")
    return next((parent.rpartition("/")[2] for parent in parents), None)


def _undefined(elements: Sequence[Element]) -> str | None:
    defined = {attributes.get("name") for element, attributes in elements if element == "macro"}
    used = (attributes["macro"] for _, attributes in elements if "macro" in attributes)
    return next((macro for macro in used if macro not in defined), None)


def _circle(elements: Sequence[Element]) -> str | None:
    """A macro that would be set without end."""
    uses: dict[str, set[str]] = {}
    macro = ""
    for element, attributes in elements:
        if element in ("macro", "citation", "bibliography"):  # they stand side by side
            macro = attributes.get("name", "")
        elif macro and "macro" in attributes:
            uses.setdefault(macro, set()).add(attributes["macro"])
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        return str(error.args[1][0])
    return None


def _steps(elements: Sequence[Element]) -> int:
    """How many elements one citation takes, macros within macros counted out."""
    plain: dict[str, int] = {}
    uses: dict[str, list[str]] = {}
    part = ""
    for element, attributes in elements:
        if element in ("macro", "citation", "bibliography"):
            part = attributes.get("name", "") if element == "macro" else f"<{element}>"
        plain[part] = plain.get(part, 0) + 1
        uses.setdefault(part, []).extend([attributes["macro"]] if "macro" in attributes else [])
    steps: dict[str, int] = {}
    for name in TopologicalSorter(uses).static_order():
        steps[name] = plain.get(name, 0) + sum(steps.get(used, 0) for used in uses.get(name, ()))
    return max(steps.values(), default=0)


def _elements(path: Path) -> list[Element]:
    """The elements of an XML file in order, with their attributes."""
    found: list[Element] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append(_plain(name, attributes))
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_document_type(path)
    try:
        parser.Parse(_bytes(path), True)  # noqa: FBT003 - expat's own signature: this is all
    except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: an encoding it does not know
        raise ConfigError(f"not well-formed XML: {error}", where=str(path)) from error
    return found


def _plain(name: str, attributes: dict[str, str]) -> Element:
    """An element as it is; pandoc overlooks prefixes, and would fetch a dependent style that is hidden by one."""
    for key in (name, *attributes):
        prefix, _, local = key.rpartition(":")
        if prefix and prefix != "xmlns" and local not in _PREFIXED:
            raise ConfigError(f"the style has a name with a prefix, {key}", hint="write it without")
    return name, attributes


def _bytes(path: Path) -> bytes:
    try:
        if path.is_file():
            if path.stat().st_size > _LARGEST:
                raise ConfigError("too large for a citation style", where=str(path))
            return path.read_bytes()
    except OSError as error:
        raise ConfigError(error.strerror or "cannot be read", where=str(path)) from error
    raise ConfigError("no citation style here", where=str(path), hint=f"shipped are {', '.join(style_names())}")


def _refuse_document_type(path: Path) -> None:
    raise ConfigError("a citation style with a document type is not read", where=str(path), hint="take it out")
