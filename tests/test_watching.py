"""One thing to watch: what the articles say is coming, after the day of the brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.analysis import analyse
from digest.briefs.choosing import lines
from digest.briefs.extracts import Desk
from digest.briefs.watching import to_watch
from digest.model import Article, Block, Date
from digest.plans import SectionPlan

ISSUED = Date(edtf="2022-09-18")


def _desk(*texts: str, read: bool = True) -> Desk:
    blocks = tuple(Block(text=text, line=number) for number, text in enumerate(texts, 1))
    article = Article(id="a2022b", issued=Date(edtf="2022-09-15"), paragraphs=blocks, language="en")
    article = analyse(article) if read else article
    return Desk(
        plan=SectionPlan(title="One Thing To Watch", form="watch", quota=1),
        themes=(),
        titles=(),
        period=Date(edtf="2022-09-12/2022-09-18"),
        issued=ISSUED,
        language="en",
        articles=(article,),
        lines=tuple(replace(line, weight=0.5) for line in lines(article)),
        printed=(),
        cited=frozenset(),
        strangers={},
        subjects=frozenset(),
    )


def _watched(*texts: str, read: bool = True) -> list[str]:
    return [str(item.when) for item in to_watch(_desk(*texts, read=read))]


@pytest.mark.parametrize("read", [True, False])
def test_a_day_ahead_goes_before_a_month_ahead(read: bool) -> None:
    """What is near and sure of its day."""
    month = "The parliament of Kazakhstan will debate the budget of the railway in November."
    day = "The parliament of Kazakhstan votes on the treaty with Uzbekistan on October 16."

    assert ["2022-10-16"] == _watched(month, day, read=read)
    assert ["2022-11"] == _watched(month, read=read)


@pytest.mark.parametrize(
    "text",
    [
        "The parliament of Kazakhstan voted on the treaty with Uzbekistan on Tuesday.",
        "The parliament of Kazakhstan will vote on the treaty on Saturday, two days from now.",
        "The railway of Kazakhstan is to carry twice as much freight by 2030.",
        "The parliament of Kazakhstan is likely to vote in the coming weeks.",
        "The railway of Kazakhstan has plans until the end of 2040.",
    ],
)
def test_what_is_past_by_then_or_vague_is_no_thing_to_watch(text: str) -> None:
    """Not days before the brief, not years, not "the coming weeks"."""
    assert [] == _watched(text)


def test_what_may_be_gives_way_to_what_is_set() -> None:
    """Of two days ahead the surer one."""
    doubtful = "The government of Kazakhstan could raise the price of petrol on October 3."
    certain = "The government of Kazakhstan will raise the price of bread on October 5."

    assert ["2022-10-05"] == _watched(doubtful, certain)
