"""What csl-data.json of CSL 1.0.2 allows, as facts, and what in an export it does not.

Source: https://github.com/citation-style-language/schema, schemas/input/csl-data.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", text))


TYPES = _words("""
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
    periodical personal_communication post post-weblog regulation report review review-book software song speech
    standard thesis treaty webpage
""")
NAMES = _words("""
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator
""")
DATES = _words("accessed available-date event-date issued original-date submitted")
NUMBERS = _words("""
    chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number supplement-number volume
""")
TEXTS = _words("""
    abstract annote archive archive_collection archive_location archive-place authority call-number citation-key
    citation-label collection-title container-title container-title-short dimensions division DOI event
    event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction keyword language license medium note
    original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place
    references reviewed-genre reviewed-title scale section shortTitle source status title title-short URL
    version volume-title year-suffix
""")
PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}
DATE_PARTS = {"date-parts", "season", "circa", "literal", "raw", "edtf"}


def faults(items: Any) -> list[str]:
    """What of `items` the schema refuses, each with its place."""
    if not isinstance(items, list):
        return ["not an array"]
    return [f"{place} {fault}" for place, item in enumerate(items) for fault in _faults(item)]


def _faults(item: dict[str, Any]) -> Iterator[str]:
    if item.get("type") not in TYPES:
        yield f"type: {item.get('type')}"
    if not isinstance(item.get("id"), str | int):
        yield "id: missing"
    yield from (name for name, value in item.items() if not _is_allowed(name, value))


def _is_allowed(name: str, value: Any) -> bool:
    if name in NAMES:
        return isinstance(value, list) and all(set(one) <= PARTS and _are_texts(one) for one in value)
    if name in DATES:
        return set(value) <= DATE_PARTS and all(_is_date(end) for end in value.get("date-parts", []))
    if name in NUMBERS:
        return isinstance(value, str | int | float)
    if name == "custom":
        return isinstance(value, dict)
    return name in ("id", "type") or (name in TEXTS and isinstance(value, str))


def _are_texts(parts: dict[str, Any]) -> bool:
    return all(isinstance(text, str) for text in parts.values())


def _is_date(end: Any) -> bool:
    return isinstance(end, list) and 1 <= len(end) <= 3 and all(isinstance(part, int | str) for part in end)
