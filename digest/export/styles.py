"""Citation styles: the shipped ones, or a person's file, looked at before it is used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from xml.parsers import expat

from digest.errors import ConfigError
from digest.resources import template_folder
from digest.settings import nearest

Element = tuple[str, dict[str, str]]
_LARGEST = 2_000_000
_PREFIXED = ("base", "lang", "schemaLocation", "space")
_PATH = re.compile(r"\.csl$|[/\\]")


def style_names() -> tuple[str, ...]:
    """The shipped styles."""
    return tuple(sorted(path.stem for path in (template_folder() / "styles").glob("*.csl")))


def style_path(name: str) -> Path:
    """The file of a shipped style, or of a path to one; ConfigError where it cannot set citations and Sources."""
    if _PATH.search(name):
        path = Path(name)
    elif name in style_names():
        path = template_folder() / "styles" / f"{name}.csl"
    else:
        longer = [known for known in style_names() if name and name in known]
        hint = f'did you mean "{longer[0]}"?' if longer else nearest(name, style_names())
        raise ConfigError(f'unknown citation style "{name}"', hint=f"{hint} (or name a .csl file)")
    _check(path)
    return path.resolve()


def _check(path: Path) -> None:
    elements = _elements(path)
    if elements[0][0] != "style":
        raise ConfigError("not a citation style", where=str(path), hint="a CSL file begins with <style>")
    if parent := _parent(elements):
        raise ConfigError(
            "a dependent style: it only points to another",
            where=str(path),
            hint=f'name the style it depends on, "{parent}", or that one\'s .csl file',
        )
    for part in ("citation", "bibliography"):
        if not any(element == part for element, _ in elements):
            raise ConfigError(
                f"the style has no {part}", where=str(path), hint="choose one that sets citations and Sources"
            )
    if unknown := _undefined(elements):
        raise ConfigError(f'the style uses a macro "{unknown}" that it does not define', where=str(path))
    if circle := _circle(elements):
        raise ConfigError(f'the macro "{circle}" of the style uses itself', where=str(path))


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


def _elements(path: Path) -> list[Element]:
    """The elements of an XML file in order, with their attributes."""
    found: list[Element] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append(_plain(name, attributes))
    parser.StartDoctypeDeclHandler = _refuse_document_type
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
        if path.is_file() and path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    except OSError as error:
        raise ConfigError(error.strerror or "cannot be read", where=str(path)) from error
    raise ConfigError("no citation style here", where=str(path), hint=f"shipped are {', '.join(style_names())}")


def _refuse_document_type(*_: object) -> None:
    raise ConfigError("a citation style with a document type is not read")
