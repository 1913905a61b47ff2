"""The HTML page: one file that asks nothing of the network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from string import Template

from digest.export.inert import Entry
from digest.export.masthead import Masthead
from digest.resources import template_folder

CONTENTS = "<!--contents-->"
CHAPTER = "<!--chapter-->"
NOTES = '<section id="footnotes"'


def make_html(body: str, head: Masthead, headings: Sequence[Entry]) -> bytes:
    """The whole page around `body`, the style sheet in it."""
    folder = template_folder() / "briefing"
    page = Template((folder / "page.html").read_text(encoding="utf-8"))
    contents = nav(head, headings) if head.toc else ""
    text = page.substitute(
        language=escape(head.language),
        direction="rtl" if head.language.partition("-")[0] in ("ar", "fa", "he", "ug", "ur") else "ltr",
        page_title=escape(" ".join(part for part in (head.full_title, head.number) if part)),
        description=escape(head.subtitle or head.period),
        iso_date=head.day.isoformat(),
        style=(folder / "page.css").read_text(encoding="utf-8"),
        masthead=title_block(head),
        body=body.replace(CONTENTS, contents, 1).replace(CHAPTER, ""),
    )
    return text.encode("utf-8")


def title_block(head: Masthead) -> str:
    """The masthead and the notice, as HTML."""
    rows = [
        '<header class="masthead">',
        f'<p class="series"><span>{escape(head.series)}</span> <span>{escape(head.number)}</span></p>',
        f"<h1>{escape(head.title)}</h1>",
        f'<p class="subtitle">{escape(head.subtitle)}</p>' if head.subtitle else "",
        f'<p class="issue"><time datetime="{head.day.isoformat()}">{escape(head.date)}</time>'
        f" <span>{escape(head.period)}</span></p>",
        f'<p class="notice">{escape(head.words["notice"])}</p>',
        "</header>",
    ]
    return "\n".join(row for row in rows if row)


def nav(head: Masthead, headings: Sequence[Entry]) -> str:
    """The table of contents, as HTML."""
    rows = [
        f'<li class="level-{entry.level}"><a href="#{entry.id}">{escape(entry.text)}</a></li>'
        for entry in headings
        if entry.level <= 2
    ]
    label = escape(head.words["contents"])
    return (
        f'<nav class="contents" aria-label="{label}">\n<p class="label">{label}</p>\n<ol>\n'
        + "\n".join(rows)
        + "\n</ol>\n</nav>"
    )


def divide(body: str) -> tuple[str, list[str], str]:
    """The body as what stands before the first chapter, the chapters, and the notes."""
    start = body.rfind(NOTES)
    text, notes = (body, "") if start < 0 else (body[:start], body[start:])
    first, *chapters = text.replace(CONTENTS, "").split(CHAPTER)
    return first.strip(), [chapter.strip() for chapter in chapters], notes.strip()


def raised(markup: str) -> str:
    """`markup` with every heading one level higher: a chapter of its own begins with its first."""
    return re.sub(r"<(/?)h([2-6])", lambda tag: f"<{tag[1]}h{int(tag[2]) - 1}", markup)
