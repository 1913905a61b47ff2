"""An article from a page whose reader has told body from furniture: the steps, in order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain

from digest.analysis import analyse
from digest.descriptions import supplied_title
from digest.extract import fields
from digest.extract.headings import sections
from digest.extract.outlets import Outlets
from digest.extract.structured import addresses, days, headlines, labels, publishers, roundups, signatures
from digest.model import Article, Block, Page


def extract_structured(page: Page, outlets: Outlets) -> tuple[Article, ...]:
    """The article of `page`, or the stories that a newsletter collects; none where it has no text."""
    parts = ((part, _paragraphs(part)) for part in roundups.parts(page))
    return tuple(analyse(_article(part, paragraphs, outlets)) for part, paragraphs in parts if paragraphs)


def _paragraphs(page: Page) -> tuple[Block, ...]:
    return tuple(block for block in page.blocks if block.kind in ("paragraph", "list item"))


def _article(page: Page, paragraphs: Sequence[Block], outlets: Outlets) -> Article:
    """The article of `page`, its fields chosen among what the page declares."""
    url, url_proof = addresses.find_url(page)
    outlet, outlet_proof = publishers.find_outlet(page, url, outlets)
    title, title_proof = headlines.find_title(page, outlet)
    author, contributor, people_proof = signatures.find_people(page, outlet)
    issued, modified, date_proof = days.find_dates(page, url)
    language, language_proof = labels.find_language(page, paragraphs, outlet)
    section, section_proof = labels.find_section(page, outlet)
    abstract, abstract_proof = labels.find_abstract(page)
    dateline, dateline_proof = fields.find_dateline(page.blocks)
    genre, genre_proof = labels.find_genre(page)
    origin_proofs = (outlet_proof, section_proof, genre_proof, dateline_proof, date_proof, url_proof)
    proofs = (title_proof, people_proof, *origin_proofs, abstract_proof, language_proof)
    return Article(
        type=labels.find_type(page, outlet, dateline),
        title=title,
        title_supplied=None if title else supplied_title(paragraphs[0].text, language),
        author=author,
        contributor=contributor,
        container_title=outlet.name if outlet else None,
        section=section,
        genre=genre,
        dateline=dateline,
        issued=issued,
        modified=modified,
        accessed=page.source.accessed,
        url=url,
        language=language,
        abstract=abstract,
        other=_other(page),
        paragraphs=tuple(paragraphs),
        sections=sections(page.blocks),
        source=page.source.name,
        lines=(paragraphs[0].line, paragraphs[-1].line),
        evidence=tuple(chain.from_iterable(proofs)),
    )


def _other(page: Page) -> tuple[tuple[str, str], ...]:
    """The numbers a publisher gives a work, which references print and we do not work with."""
    stated = {entry.field: entry.value for entry in reversed(page.declared) if entry.field in ("DOI", "ISBN", "ISSN")}
    return tuple(sorted((field, json.dumps(value)) for field, value in stated.items()))
