"""The voices of a brief: nobody, and no outlet, is heard too much, and the report tells the balance."""

from __future__ import annotations

from dataclasses import replace

from digest.briefs import Known, compose
from digest.model import Article, Date, Quote
from digest.plans import SectionPlan
from tests.test_briefs import PLAN, article, issue, items


def quoted(key: str, outlet: str, name: str, text: str, role: str = "an energy analyst") -> Article:
    """An article of `outlet` with one quotation."""
    quote = Quote(text=text, paragraph=1, speaker=name, role=role)
    told = article(key, (f"“{text}” said {name}.",), "2023-03-08", "energy")
    return replace(told, container_title=outlet, quotes=(quote,))


VOICES = (
    quoted("a", "Harbour Times", "Ann Lind", "The port will not open again in the year 2030, whatever they may say,"),
    quoted("b", "Harbour Times", "Per Holm", "Nobody in the whole region has asked what a second cable would cost us,"),
    quoted("c", "Coast Post", "Eva Berg", "The grid in the north decides how much of its power Riga can ever sell,"),
)


def test_another_outlet_is_heard_before_the_same_one_again() -> None:
    """Of three analysts that weigh alike, those of two papers are printed."""
    brief, _ = issue(*VOICES, plan=replace(PLAN, sections=(SectionPlan(title="Voices", form="quotes", quota=2),)))

    assert {"Harbour Times", "Coast Post"} == {
        {"a": "Harbour Times", "b": "Harbour Times", "c": "Coast Post"}[item.key] for item in items(brief, "Voices")
    }


def test_the_report_tells_the_balance_of_voices() -> None:
    """Who is quoted in the candidates by standing, who is printed, and where one outlet has most of the word."""
    official = quoted(
        "d", "Coast Post", "Otto Brandt", "We have decided it and there is no more to say of it,", "minister"
    )
    _, report = issue(
        *VOICES, official, plan=replace(PLAN, sections=(SectionPlan(title="Voices", form="quotes", quota=3),))
    )

    assert (("expert", 3), ("official", 1)) == report.heard
    assert {"Ann Lind", "Per Holm", "Eva Berg"} == {name for name, *_ in report.printed}
    assert "2 of 3 quotations come from one outlet: Harbour Times" in report.lines()


def test_one_person_under_two_spellings_is_not_quoted_as_two() -> None:
    """The house spelling stands under both quotations, and another speaker comes first."""
    names = {"Ann Lynd": "Ann Lind"}
    told = (
        VOICES[0],
        quoted(
            "b", "Coast Post", "Ann Lynd", "Nobody in the whole region has asked what a second cable would cost us,"
        ),
        VOICES[2],
    )
    known = Known(house=lambda name, _key: names.get(name, name))
    plan = replace(PLAN, sections=(SectionPlan(title="Voices", form="quotes", quota=2),))
    brief, _ = compose(plan, told, Date(edtf="2023-03-06/2023-03-12"), Date(edtf="2023-03-12"), known)

    assert {"Ann Lind", "Eva Berg"} == {item.quote.speaker for item in items(brief, "Voices") if item.quote}
