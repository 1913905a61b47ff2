"""The doctor names what a citation lacks or should not hold, and proposes what a person may confirm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digest.health import examine
from digest.model import Article, Block, Date, Evidence, Name

TODAY = date(2026, 11, 22)
SOUND = Article(
    id="ng2022tea",
    type="article-newspaper",
    title="Tea Prices Climb Again",
    author=(Name(family="Ng", given="Amy"),),
    container_title="The Harbour Times",
    issued=Date(edtf="2022-09-14"),
    url="https://harbour.example/2022/09/14/tea",
    language="en",
    paragraphs=(Block(text="Prices of tea climbed again this week, dealers at the port said. " * 8, line=1),),
)


def findings(article: Article) -> list[tuple[str, str]]:
    return [(finding.severity, finding.field) for finding in examine(article, TODAY)]


def test_a_sound_record_has_no_findings() -> None:
    assert [] == findings(SOUND)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": None, "title_supplied": "Prices of tea climbed"}, ("warning", "title")),
        ({"title": "TEA PRICES CLIMB AGAIN"}, ("warning", "title")),
        ({"title": "Tea Prices Climb Again - The Harbour Times"}, ("warning", "title")),
        ({"title": "The Harbour Times"}, ("error", "title")),
        ({"title": "Tea prices climb again as the…"}, ("warning", "title")),
        ({"issued": None}, ("warning", "issued")),
        ({"issued": Date(edtf="2031-01-01"), "url": None}, ("error", "issued")),
        ({"issued": Date(edtf="2022-09-15")}, ("note", "issued")),
        ({"issued": Date(edtf="2022-12-14")}, ("warning", "issued")),
        ({"modified": Date(edtf="2022-09-01")}, ("warning", "modified")),
        ({"accessed": Date(edtf="2022-09-01")}, ("error", "issued")),
        ({"author": (Name(literal="Harbour Times"),)}, ("warning", "author")),
        ({"author": (Name(literal="www.harbour.example"),)}, ("error", "author")),
        ({"author": (Name(family="Ng", given="Amy"), Name(family="Ng", given="Amy"))}, ("error", "author")),
        ({"author": ()}, ("note", "author")),
        ({"container_title": None}, ("warning", "container_title")),
        ({"url": None}, ("note", "url")),
        ({"language": None}, ("note", "language")),
        ({"paragraphs": (Block(text="Subscribe to read on.", line=1),)}, ("note", "text")),
    ],
)  # fmt: skip
def test_what_is_lacking_or_improbable_is_named(changes: dict[str, object], expected: tuple[str, str]) -> None:
    assert expected in findings(replace(SOUND, **changes))  # type: ignore[arg-type] # fields by name


def test_an_inferred_date_that_nobody_confirmed_is_a_warning() -> None:
    guess = Evidence(field="issued", quote="14 September", rule="latest past event", confidence="inferred")

    assert [("warning", "issued")] == findings(replace(SOUND, evidence=(guess,)))


def test_what_a_person_fixed_is_not_doubted() -> None:
    assert [] == findings(replace(SOUND, title="TEA PRICES CLIMB AGAIN", fixed=("title",)))


@pytest.mark.parametrize(
    ("changes", "proposal"),
    [
        ({"title": "TEA PRICES CLIMB AGAIN"}, ("title", "Tea prices climb again")),
        ({"title": "Tea Prices Climb Again - The Harbour Times"}, ("title", "Tea Prices Climb Again")),
        ({"issued": Date(edtf="2022-12-14")}, ("issued", "2022-09-14")),
        ({"author": (Name(family="Ng", given="Amy"), Name(literal="Harbour Times"))}, ("author", "Amy Ng")),
        ({"author": (Name(family="Ng", given="Amy"), Name(family="Ng", given="Amy"))}, ("author", "Amy Ng")),
    ],
)
def test_what_can_be_mended_is_proposed(changes: dict[str, object], proposal: tuple[str, str]) -> None:
    assert proposal in [finding.proposal for finding in examine(replace(SOUND, **changes), TODAY)]  # type: ignore[arg-type] # fields by name
