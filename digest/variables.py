"""The variables of CSL 1.0.2 by what they hold.

Source: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables and csl-data.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", text))


NAMES = _words(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author "
    "performer producer recipient reviewed-author script-writer series-creator translator"
)
DATES = _words("accessed available-date event-date issued original-date submitted")
NUMBERS = _words(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version "
    "volume"
)
TEXTS = _words(
    "DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection archive_location authority "
    "call-number citation-key collection-title container-title container-title-short dimensions division event "
    "event-place event-title genre jurisdiction keyword language license medium note original-publisher "
    "original-publisher-place original-title part-title publisher publisher-place references reviewed-genre "
    "reviewed-title scale source status title title-short volume-title year-suffix"
)
ALL = NAMES | DATES | NUMBERS | TEXTS
UNPRINTED = _words("annote archive_collection call-number citation-key keyword note references source")
"""Variables that are an owner's notes on a record, and no part of a reference."""
TITLES = ("title-romanized", "title-translated", "original-title")
"""A title in Latin letters and what it means, for which CSL has no variables, and the one it first appeared under."""


def other_text(other: Iterable[tuple[str, str]], name: str) -> str:
    """The words of one of the variables a record came with, which are kept as JSON.

    >>> other_text((("volume", '"12"'),), "volume"), other_text((), "volume")
    ('12', '')
    """
    return str(json.loads(dict(other).get(name, '""')))
