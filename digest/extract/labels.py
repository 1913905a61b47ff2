"""The smaller fields of a page that declares them: language, section, abstract, type."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract import fields
from digest.languages import detect
from digest.model import ArticleType, Block, Evidence, Page
from digest.plans import Outlet

Proofs = tuple[Evidence, ...]


def find_language(page: Page, paragraphs: Sequence[Block], outlet: Outlet | None) -> tuple[str | None, Proofs]:
    """The language the words show, else what the page declares, else the outlet's."""
    if language := detect("\n".join(block.text for block in paragraphs)):
        first = paragraphs[0]
        rule = "letters and small words"
        return language, (Evidence(field="language", quote=first.text[:80], line=first.line, rule=rule),)
    for entry in page.declared:
        if entry.field == "language":
            return entry.value, (Evidence(field="language", quote=entry.value, rule=entry.origin),)
    if outlet is None:
        return None, ()
    rule = "the outlet's language"
    return outlet.language, (Evidence(field="language", quote=outlet.name, rule=rule, confidence="inferred"),)


def find_section(
    page: Page,
    outlet: Outlet | None,
) -> tuple[str | None, Proofs]:
    """The section as the page declares it; the outlet's own name is none."""
    for entry in page.declared:
        if entry.field == "section" and not (outlet and entry.value in (outlet.name, *outlet.also)):
            return entry.value, (Evidence(field="section", quote=entry.value, rule=entry.origin),)
    return None, ()


def find_genre(page: Page) -> tuple[str | None, Proofs]:
    """The genre the format declares (a mailing list's message is a newsletter), else what the text calls itself."""
    for entry in page.declared:
        if entry.field == "genre":
            return entry.value, (Evidence(field="genre", quote=entry.value, rule=entry.origin),)
    return fields.find_genre(page.blocks)


def find_abstract(page: Page) -> tuple[str | None, Proofs]:
    """The standfirst, else the description the page declares."""
    for block in page.blocks:
        if block.kind == "standfirst":
            return block.text, (Evidence(field="abstract", quote=block.text[:300], line=block.line, rule=block.rule),)
    for entry in page.declared:
        if entry.field == "abstract":
            return entry.value, (Evidence(field="abstract", quote=entry.value[:300], rule=entry.origin),)
    return None, ()


def find_type(page: Page, outlet: Outlet | None, dateline: str | None) -> ArticleType:
    """What kind of work it is, by its outlet, by what the page declares, by its dateline."""
    if outlet and outlet.type != "webpage":
        return outlet.type
    declared = {entry.value for entry in page.declared if entry.field == "type"}
    if "post-weblog" in declared:
        return "post-weblog"
    if dateline or "article-newspaper" in declared:
        return "article-newspaper"
    return "webpage"
