"""References written out in a citation style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from digest.csl import is_supplied, marks, to_csl
from digest.export import pandoc
from digest.export.masthead import words_in
from digest.export.styles import style_names, style_path
from digest.model import Article
from digest.resources import template_folder

__all__ = ["Reference", "citation_request", "format_references", "style_names", "style_path"]

Markup = Literal["text", "md"]


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
        "words": words_in(language),
    }
