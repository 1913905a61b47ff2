"""Supplied titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.csl import supplied_title

CASES = {
    "Two die. Others are missing.": "Two die",
    "After a year of talks with the Ministry, Ada Obi left the room and did not come back.": (
        "After a year of talks with the Ministry…"
    ),
    "Exports of copper fell by a tenth in the first half of a year that saw two strikes.": (
        "Exports of copper fell by a tenth…"
    ),
    "Harbour workers of the northern port of Durban in South Africa said they would not go back.": (
        "Harbour workers of the northern port of Durban…"
    ),
    "NAIROBI, Kenya -- Growers say prices are low. Buyers disagree.": "Growers say prices are low",
    '"We are not going anywhere," said the minister of transport and two of her aides in Lagos.': (
        "“We are not going anywhere,” said the minister of transport…"
    ),
    'A so-called "quiet quarter where many of the old families of the town have lived" is gone.': (
        "A so-called quiet quarter where many of the old families…"
    ),
    "Жители посёлка, стоящего у моря, который много лет ждал дороги и воды и света, уехали.": (
        "Жители посёлка, стоящего у моря…"
    ),
    "国家主席14日抵达首都，开始对邻国进行为期三天的国事访问，并出席会议。": "国家主席14日抵达首都…",
    "***": "",
}


@pytest.mark.parametrize("opening", CASES)
def test_a_description_is_the_opening_up_to_a_pause(opening: str) -> None:
    """It breaks where a reader would draw breath, and leaves no mark open."""
    assert CASES[opening] == supplied_title(opening, "en")


@given(st.text(max_size=500), st.none() | st.sampled_from(["en", "ru", "zh"]))
def test_a_description_is_short_and_has_no_brackets(opening: str, language: str | None) -> None:
    """Whatever the page, the description fits on a line and in brackets."""
    title = supplied_title(opening, language)

    assert len(title) <= 110
    assert not set("[]\n") & set(title)
    assert title == title.strip()
