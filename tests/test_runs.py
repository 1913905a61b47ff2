"""Copies as editors leave them, and texts that only share a part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.duplicates.comparing import compare
from digest.duplicates.runs import MOST, runs_in, sampled

STORM = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge near the northern pier.",
    "Ships waited outside and would wait until Thursday at least, while the railway to the north stood still all day.",
    "“We have not seen such a wave since the port was built in the days of my father,” said Carl Berg, a pilot.",
    "The ministry organised a convoy of lorries that took grain to the border, and 12 per cent of it was lost.",
    "Prices of bread rose in three towns along the coast, where the bakers had stores for no more than a week.",
)
CHINESE = (
    "阿克套港周一因暴风雨关闭，两台起重机损坏，一艘驳船在北码头附近沉没，铁路运输全天中断。",
    "交通部组织车队将粮食运往边境，沿海三个城镇的面包价格上涨，面包店的存货只够一个星期。",
)


def kind(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    return compare(runs_in(one), runs_in(other)).kind


@pytest.mark.parametrize(
    "copy",
    [
        STORM[:3],
        (" ".join(STORM[:2]), " ".join(STORM[2:])),
        tuple(text.replace("“", "„").replace("”", "“") for text in STORM),
        tuple(text.replace("harbour", "harbor").replace("organised", "organized") for text in STORM),
        tuple(text.replace("12 per cent", "twelve percent").replace("three", "3") for text in STORM),
        ("A storm has stopped all traffic at Aktau.", *STORM[1:]),
        ("Follow us for more from the coast of the Caspian.", *STORM, "Write to the desk. All rights are ours."),
    ],
    ids=["cut", "paragraphs", "marks", "spelling", "numbers", "lede", "frame"],
)
def test_an_edited_copy_is_a_copy(copy: tuple[str, ...]) -> None:
    """What a desk does to an agency's text leaves most runs of words as they were."""
    assert "copy" == kind(STORM, copy) == kind(copy, STORM)


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    """A cut copy is found, whatever paragraphs it is set in; a word in common is nothing."""
    assert "copy" == kind(CHINESE, CHINESE[:1])
    assert "copy" == kind(CHINESE, ("".join(CHINESE),))
    assert kind(CHINESE[:1], CHINESE[1:]) is None


def test_what_was_said_makes_no_copy() -> None:
    """Two reporters at one press conference quote the same words."""
    said = "“" + " ".join(STORM[3:]) + "”"

    assert kind((STORM[0], said), (STORM[1], said)) is None


def test_standing_text_counts_for_nothing() -> None:
    """Runs that many unrelated texts have say nothing of two of them."""
    one, other = runs_in((STORM[0], *STORM[3:])), runs_in((STORM[1], *STORM[3:]))
    frame = runs_in(STORM[3:]).all

    assert "copy" == compare(one, other).kind
    assert compare(one, other, frame).kind is None


def test_a_part_in_common_is_told_with_both_shares() -> None:
    """Which text has how much of the other."""
    other = "Nothing else in this paper is of that storm or of the coast it came to in the night."
    found = compare(
        runs_in((*STORM[:2], STORM[4])), runs_in((STORM[0], *[other.replace("paper", x) for x in "abcdefgh"]))
    )

    assert "shares" == found.kind
    assert found.mine > found.theirs > 0


@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_text_is_a_copy_of_itself_or_too_short(texts: list[str]) -> None:
    """No input is an error; the shares lie between none and all."""
    runs = runs_in(texts)
    found = compare(runs, runs)

    assert found.mine == found.theirs
    assert found.mine in (0.0, 1.0)
    assert set(runs.own) <= runs.all


def test_a_long_text_is_sampled_more_thinly() -> None:
    """Both sides of a comparison leave out the same runs."""
    rate, few = sampled(range(100))
    sparser, many = sampled(range(100_000))

    assert (4, 25) == (rate, len(few))
    assert len(many) <= MOST
    assert all(run % sparser == 0 for run in many)
