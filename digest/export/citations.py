"""Citation styles, and references written out in one."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from xml.parsers import expat

from digest.csl import is_supplied, marks, to_csl
from digest.errors import ConfigError
from digest.export import pandoc
from digest.model import Article
from digest.resources import template_folder

Markup = Literal["text", "md"]
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How an article is cited and listed in a style, ready to paste."""

    key: str
    citation: str
    reference: str


def format_references(
    articles: Sequence[Article], style: Path, to: Markup = "text", *, language: str = "en"
) -> list[Reference]:
    """The citation and the entry of each article in `style`, in one pandoc process."""
    if not articles:
        return []
    request = citation_request(articles, style, language) | {"to": to}
    script = template_folder() / "briefing" / "references.lua"
    return [Reference(**row) for row in pandoc.run_lua(script, request)]


def citation_request(articles: Sequence[Article], style: Path, language: str) -> dict[str, Any]:
    """What citations.lua is told: the references, the style, and what Sources add of ours."""
    return {
        "references": [to_csl(article) for article in articles],
        "style": str(style),
        "language": language,
        "marks": {article.id: list(marks(article)) for article in articles if marks(article)},
        "supplied": {article.id: True for article in articles if is_supplied(article)},
    }


def style_names() -> tuple[str, ...]:
    """The shipped styles."""
    return tuple(sorted(path.stem for path in (template_folder() / "styles").glob("*.csl")))


def style_path(name: str) -> Path:
    """The file of a shipped style, or of a path to one; ConfigError where it cannot set citations and Sources."""
    is_file = name.endswith(".csl") or "/" in name or "\\" in name
    if not is_file and name not in style_names():
        near = difflib.get_close_matches(name, style_names(), n=1)
        meant = f"did you mean {near[0]!r}?" if near else "shipped: " + ", ".join(style_names())
        raise ConfigError(f"unknown citation style {name!r}", hint=meant + " Or name a .csl file.")
    path = Path(name) if is_file else template_folder() / "styles" / f"{name}.csl"
    _check(path)
    return path.resolve()


def _check(path: Path) -> None:
    seen = _elements(path)
    if not seen or seen[0][0] != "style":
        raise ConfigError("not a citation style", where=str(path), hint="a CSL file begins with <style>")
    for element, attributes in seen:
        if element == "link" and attributes.get("rel") == "independent-parent":
            parent = attributes.get("href", "").rpartition("/")[2]
            raise ConfigError(
                "a dependent style: it only points to another",
                where=str(path),
                hint=f"name the style it depends on, {parent!r}, or that one's .csl file",
            )
    if not any(element == "bibliography" for element, _ in seen):
        raise ConfigError(
            "the style has no bibliography, so Sources would be empty", where=str(path), hint="choose another style"
        )


def _elements(path: Path) -> list[tuple[str, dict[str, str]]]:
    """The elements of an XML file in order, with their attributes."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            raise ConfigError("no citation style here", where=str(path), hint="shipped: " + ", ".join(style_names()))
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(error.strerror or "cannot be read", where=str(path)) from error
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own signature: this is all
    except expat.ExpatError as error:
        raise ConfigError(f"not well-formed XML: {error}", where=str(path)) from error
    return found


def _refuse_document_type(*_: object) -> None:
    raise ConfigError("a citation style with a document type is not read")
