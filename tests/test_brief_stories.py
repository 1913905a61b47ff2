"""The stories of a brief: each once, from all its reports, and never what the brief opens with."""

from __future__ import annotations

from dataclasses import replace

from digest.briefs import BriefPlan, Known, Report, SectionPlan, compose
from digest.model import Article, Brief, Date, Item, Tag

from .story_samples import report

WEEK = Date(edtf="2023-03-06/2023-03-12")
SUNDAY = Date(edtf="2023-03-12")
PLAN = BriefPlan(
    name="baltic",
    title="Baltic Power",
    themes=("energy",),
    sections=(
        SectionPlan(title="Finding Perspective", form="story", quota=3),
        SectionPlan(title="More Stories", form="numbered", quota=3, themes=("fishing",)),
    ),
)
CABLE = """Poland and Lithuania agreed in Vilnius to link their power grids by a cable under the sea by 2030.

The ministers of both states signed the treaty after eleven years of talks about the cost of the cable.

Sweden will lend a third of the money for the link of the two grids."""
CABLE_AGAIN = """The power grids of Lithuania and Poland will be linked by a cable under the sea, says a Vilnius treaty.

Fishermen of Klaipeda protested outside because the cable crosses their grounds.

The treaty of the two states was signed after eleven years of talks."""
HERRING = """Fishermen of Ventspils blocked the harbour with forty boats because Latvia halved their herring quota.

The minister of agriculture in Riga refused to talk to the fishermen while the harbour was blocked.

Two ferries to Nynashamn turned back with six hundred passengers."""
HERRING_LATER = """Latvia gave way to the fishermen of Ventspils, who took forty boats out of the blocked harbour.

The herring quota will be cut by a fifth instead of a half, the minister of agriculture in Riga announced.

Sprat catches were forbidden until autumn."""


def told(key: str, text: str, theme: str, day: str, outlet: str = "") -> Article:
    """An article on one theme."""
    title = text.split(" by ")[0].split(" because ")[0][:60]
    made = report(key, title, text, day=f"2023-03-{day}", outlet=outlet or f"The {key.title()}")
    paragraphs = tuple(range(1, len(made.paragraphs) + 1))
    return replace(made, keyword=(Tag(theme=theme, score=5.0, paragraphs=paragraphs),))


ARTICLES = (
    told("cable", CABLE, "energy", "07"),
    told("herring", HERRING, "fishing", "08"),
    told("later", HERRING_LATER, "fishing", "10"),
)


def issue(*articles: Article, known: Known | None = None) -> tuple[Brief, Report]:
    return compose(PLAN, articles, WEEK, SUNDAY, known or Known())


def stories(brief: Brief) -> tuple[Item, ...]:
    return next((section.items for section in brief.sections if section.title == "More Stories"), ())


def test_a_story_of_two_reports_is_told_once_from_both() -> None:
    """One leads it under its own title, the other says what it adds."""
    brief, report = issue(*ARTICLES)
    (item,) = stories(brief)

    assert {"herring", "later"} == {sentence.key for sentence in item.sentences}
    assert [line for line in report.lines() if line.startswith("one story: ") and line.endswith("2 independent")]


def test_a_story_that_several_tell_goes_first() -> None:
    """Before one that a single outlet has."""
    bird = """Ornithologists counted nine hundred cranes at Lake Engure, where the ice had melted weeks early.

The cranes eat the fry of pike, which anglers of the region do not like."""
    brief, _ = issue(*ARTICLES, told("cranes", bird, "fishing", "11"))

    assert ["herring", "later"] == sorted({sentence.key for sentence in stories(brief)[0].sentences})


def test_another_report_of_the_main_matter_is_no_other_story() -> None:
    """Though it has another theme of the brief."""
    brief, _ = issue(*ARTICLES, told("grounds", CABLE_AGAIN, "fishing", "08"))

    assert "grounds" not in {sentence.key for item in stories(brief) for sentence in item.sentences}


def test_a_copy_that_the_library_knows_is_left_out() -> None:
    """However it was edited; the report says of which record it is one."""
    copy = told("copied", HERRING.replace("forty boats", "some boats").replace("cut", "lowered"), "fishing", "09")
    ties = {"copied": {"herring": "copy"}, "herring": {"copied": "copy"}}
    known = Known(copies={key: tuple(other) for key, other in ties.items()}, ties=lambda key: ties.get(key, {}))
    brief, report = issue(*ARTICLES, copy, known=known)

    assert 1 == len(report.copies)
    assert 1 == len({"copied", "herring"} & {sentence.key for item in stories(brief) for sentence in item.sentences})


def test_two_records_that_a_person_told_apart_are_no_copies() -> None:
    """Even where their paragraphs are the same."""
    twin = replace(ARTICLES[1], id="twin")
    ties = {"twin": {"herring": "apart"}, "herring": {"twin": "apart"}}

    assert 1 == len(issue(*ARTICLES, twin)[1].copies)
    assert () == issue(*ARTICLES, twin, known=Known(ties=lambda key: ties.get(key, {})))[1].copies


def test_the_report_says_what_is_no_second_source() -> None:
    """A second report of one house is named with the first."""
    again = replace(ARTICLES[2], container_title=ARTICLES[1].container_title)
    _, report = issue(*ARTICLES[:2], again)

    assert any("later (one house with herring); 1 independent" in line for line in report.lines())
