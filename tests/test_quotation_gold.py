"""The quotations of the seed pages are those that a person marked there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from digest.model import Quote
from digest.quotations import find_quotes
from tests.conftest import Floor
from tests.seed_articles import seed_articles

Place = tuple[str, int, str]  # article, line of the page, words


def found_in_seeds(gold: Path) -> dict[Place, Quote]:
    """The quotations of the seeds' articles."""
    return {
        (key, article.paragraphs[quote.paragraph - 1].line, quote.text): quote
        for key, article in seed_articles(gold).items()
        for quote in find_quotes([block.text for block in article.paragraphs])
    }


def labelled_in_seeds(gold: Path) -> dict[Place, dict[str, Any]]:
    """What a person marked, without the boilerplate beyond the articles' ends."""
    labels = json.loads((gold / "seeds" / "quotes.json").read_text(encoding="utf-8"))
    return {(label["article"], label["line"], label["text"]): label for label in labels if label["article"]}


def test_every_full_quotation_of_the_seeds_has_its_speaker(gold: Path) -> None:
    """The words to the character, the speaker by the full name, and the kind; no fragment has a wrong speaker."""
    found, labelled = found_in_seeds(gold), labelled_in_seeds(gold)
    full = {place: label["speaker"] for place, label in labelled.items() if label["type"] == "full"}
    parts = {place: label["speaker"] for place, label in labelled.items() if label["type"] != "full"}

    assert full == {place: found[place].speaker for place in full if place in found}
    assert {"full"} == {found[place].kind for place in full}
    assert [] == [place for place in parts if place in found and found[place].speaker not in (None, parts[place])]


def test_nothing_else_in_the_seeds_is_taken_for_a_quotation(gold: Path) -> None:
    """At most two extras in the labelled articles."""
    found, labelled = found_in_seeds(gold), labelled_in_seeds(gold)
    articles = {article for article, _, _ in labelled}

    assert len([place for place in found if place[0] in articles and place not in labelled]) <= 2


def test_roles_of_the_seeds(gold: Path, floor: Floor) -> None:
    """The share of full quotations with the speaker's role as the article gives it; at least nine in ten."""
    found, labelled = found_in_seeds(gold), labelled_in_seeds(gold)
    full = {place: label["role"] for place, label in labelled.items() if label["type"] == "full"}
    right = sum(is_same(found[place].role, role) for place, role in full.items())

    assert right >= 0.9 * len(full)
    floor("quotations of the seeds: roles", right / len(full))


def is_same(role: str | None, labelled: str | None) -> bool:
    """Whether it is the role or a part of it."""
    return role == labelled or bool(role and labelled and role in labelled)
