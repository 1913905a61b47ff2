"""A draft to PDF, DOCX, EPUB, HTML and Markdown: the only pandoc and Typst."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from digest import csl
from digest.drafts import Draft
from digest.errors import ExportError
from digest.export.docx import make_docx
from digest.export.epub import make_epub
from digest.export.files import write_all
from digest.export.glyphs import describe_missing
from digest.export.inert import Entry, Inert, make_inert
from digest.export.masthead import Masthead, masthead
from digest.export.pandoc import Document, run_parts
from digest.export.pdf import make_pdf
from digest.export.styles import style_language
from digest.export.web import make_html
from digest.model import Article
from digest.resources import template_folder

__all__ = ["FORMATS", "export", "rendered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issue:
    """What a format is finished from, beside the part that pandoc wrote."""

    head: Masthead
    headings: Sequence[Entry]
    epoch: int
    draft: Draft
    articles: Mapping[str, Article]


Made = tuple[bytes, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """An output format: the part that templates/briefing/parts.lua writes for it, and what is made of that."""

    part: str
    finish: Callable[[bytes, _Issue], Made]


def _docx(part: bytes, issue: _Issue) -> Made:
    return make_docx(part, issue.head, issue.epoch), ()


def _epub(part: bytes, issue: _Issue) -> Made:
    return make_epub(part.decode("utf-8"), issue.head, issue.headings, issue.epoch), ()


def _html(part: bytes, issue: _Issue) -> Made:
    return make_html(part.decode("utf-8"), issue.head, issue.headings), ()


def _written(part: bytes, _issue: _Issue) -> Made:
    return part, ()


def _pdf(part: bytes, issue: _Issue) -> Made:
    made, missing, faults = make_pdf(part.decode("utf-8"), issue.head, issue.epoch)
    return made, describe_missing(missing, issue.draft, issue.articles) + faults


FORMATS: dict[str, Format] = {
    "docx": Format(part="docx", finish=_docx),
    "epub": Format(part="html", finish=_epub),
    "html": Format(part="html", finish=_html),
    "md": Format(part="markdown", finish=_written),
    "pdf": Format(part="typst", finish=_pdf),
}
"""The formats that a draft is printed in, by the name that a plan and a file's ending give them."""
LISTED = FORMATS | {"odt": Format(part="odt", finish=_written), "text": Format(part="text", finish=_written)}
"""The formats of a list of sources, which has nothing that would need a page of its own making."""


def export(
    draft: Draft,
    document: Document,
    articles: Mapping[str, Article],
    targets: Mapping[str, Path],
    style: Path,
) -> tuple[str, ...]:
    """Write `document`, the body of `draft`, to the file of each format, all or none; return what to warn of."""
    made, warnings = rendered(draft, document, articles, tuple(targets), style)
    write_all({targets[name]: data for name, data in made.items()})
    return warnings


def rendered(
    draft: Draft,
    document: Document,
    articles: Mapping[str, Article],
    formats: Sequence[str],
    style: Path,
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The bytes of each format, and what to warn of; nothing is written."""
    known = LISTED if draft.listing else FORMATS
    for name in formats:
        if name not in known:
            raise ExportError(f"unknown format {name!r}", hint="known: " + ", ".join(known))
    keys = _link_names(articles)
    inert = make_inert(document, draft.language, keys)
    cited = {key: article for key, article in articles.items() if key in inert.cited}
    head = masthead(draft, inferred_years=any(csl.YEAR_INFERRED in csl.marks(article) for article in cited.values()))
    epoch = _epoch(head)
    issue = _Issue(head=head, headings=inert.headings, epoch=epoch, draft=draft, articles=cited)
    language = head.language if draft.listing else style_language(draft.style, head.language)
    request = _request(head, style, cited, keys) | {
        "language": language,
        "parts": sorted({known[name].part for name in formats}),
    }
    parts = run_parts(template_folder() / "briefing" / "render.lua", request, inert.document, epoch=epoch)
    return _finished(formats, parts, issue, inert)


def _finished(
    formats: Sequence[str], parts: Mapping[str, bytes], issue: _Issue, inert: Inert
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    warnings = list(inert.notes)
    made: dict[str, bytes] = {}
    for name in formats:
        made[name], found = LISTED[name].finish(parts[LISTED[name].part], issue)
        warnings.extend(found)
    return made, tuple(warnings)


_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")


def _link_names(articles: Mapping[str, Article]) -> dict[str, str]:
    """The name each key has in links: itself, unless some format could not hold it."""
    return {key: key if _PLAIN_KEY.fullmatch(key) else f"source.{place}" for place, key in enumerate(articles, 1)}


def _request(
    head: Masthead, style: Path, articles: Mapping[str, Article], keys: Mapping[str, str]
) -> dict[str, object]:
    return {
        "style": str(style),
        "language": head.language,
        "references": [csl.to_csl(article) | {"id": keys[key]} for key, article in articles.items()],
        "marks": {keys[key]: csl.marks(article) for key, article in articles.items()},
        "supplied": [keys[key] for key, article in articles.items() if csl.is_supplied(article)],
        "words": head.words,
        "toc": head.toc,
        "title": head.title,
        "subtitle": head.subtitle,
        "series": head.series,
        "number": head.number,
        "date": head.date,
        "period": head.period,
    }


def _epoch(head: Masthead) -> int:
    """The time that files carry: SOURCE_DATE_EPOCH, else the brief's own date, so that a build can be repeated."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if told and not re.fullmatch(r"[0-9]{1,11}", told):
        raise ExportError(f"SOURCE_DATE_EPOCH is not a number of seconds: {told!r}")
    day = datetime(head.day.year, head.day.month, head.day.day, tzinfo=UTC)
    return min(max(int(told or day.timestamp()), 0), _LATEST)


_LATEST = 4_354_819_198  # the end of 2107: the zip files that DOCX and EPUB are know no later time
