"""From a plan and articles to an issue: what is chosen, what never is, and what the report says."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from digest.briefs import Report, compose, number_of
from digest.briefs.choosing import unlabelled
from digest.drafts import parse_draft
from digest.export.pandoc import read_markdown
from digest.model import Article, Block, Brief, Date, Heading, Item, Name, Quote, Tag
from digest.plans import BriefPlan, SectionPlan
from digest.render import render
from digest.resources import template_folder
from digest.verify import verify

WEEK = Date(edtf="2023-03-06/2023-03-12")
SUNDAY = Date(edtf="2023-03-12")

HARBOUR = (
    "GDANSK, Poland -- Polish and Lithuanian ministers agreed on Tuesday to link their power grids by a cable.",
    "The deal was signed in the harbour hall after two years of talks. It commits both countries to share the cost.",
    "Lithuania has imported most of its electricity from Sweden since it stopped buying from Russia in May 2022.",
    "“The cable means that no single neighbour can switch off our lights,” Rasa Petraityte, an energy analyst, said.",
    "Analysts warned that the project could raise prices for households in Lithuania before it lowers them.",
    "As I reported here last month, the route has been disputed by fishermen.",
    "Poland’s grid operator has closed three coal plants near Gdansk to make room for turbines.",
    "He also thanked the engineers.",
)
FISHING = (
    "Fishermen in Estonia blocked the port of Tallinn on Wednesday to protest against wind farms off the coast.",
    "Estonia plans to build 200 turbines in waters where herring spawn, the environment ministry says.",
    "Latvian unions promised to join the blockade if the government in Riga does not publish its own plans.",
    "Estonia’s parliament will vote on the wind farms on April 20, and unions expect a narrow result.",
    "“We have fished here for ages and nobody asked us about any of this,” said Jaan Tamm, head of a union.",
    "Poland has sent two inspectors to look at the effect of the towers on birds and boats.",
)


def article(key: str, paragraphs: Sequence[str], issued: str | None, *themes: str) -> Article:
    return Article(
        id=key,
        title=key.title(),
        author=(Name(family="Kask", given="Mari"),),
        container_title="Harbour Times",
        issued=Date(edtf=issued) if issued else None,
        language="en",
        keyword=tuple(Tag(theme=theme, score=9) for theme in themes),
        paragraphs=tuple(Block(text=text, line=number) for number, text in enumerate(paragraphs, start=1)),
    )


CABLE = replace(
    article("cable", HARBOUR, "2023-03-07", "energy"),
    quotes=(
        Quote(
            text="The cable means that no single neighbour can switch off our lights,",
            paragraph=4,
            speaker="Rasa Petraityte",
            role="an energy analyst",
        ),
    ),
)
BLOCKADE = article("blockade", FISHING, "2023-03-08/2023-03-09", "fishing")
SECTIONS = (
    SectionPlan(title="In Brief", form="in-brief", quota=2),
    SectionPlan(title="Finding Perspective", form="story", quota=4),
    SectionPlan(title="Why It Matters", form="significance", quota=2),
    SectionPlan(title="Read More", form="links", quota=2, lookback=60),
    SectionPlan(title="Expert Corner", form="quotes", quota=2),
    SectionPlan(title="More Stories", form="numbered", quota=3, themes=("fishing",)),
    SectionPlan(title="Around The Sea", form="labelled", quota=3, themes=("fishing",)),
    SectionPlan(title="One Thing To Watch", form="watch", quota=1, themes=("fishing",)),
    SectionPlan(title="Sources", form="sources"),
)
PLAN = BriefPlan(name="baltic", title="Baltic Power", themes=("energy",), sections=SECTIONS)


def issue(*articles: Article, plan: BriefPlan = PLAN) -> tuple[Brief, Report]:
    return compose(plan, articles, WEEK, SUNDAY)


def items(brief: Brief, title: str) -> tuple[Item, ...]:
    return next((section.items for section in brief.sections if section.title == title), ())


def texts(brief: Brief) -> list[str]:
    return [sentence.text for section in brief.sections for item in section.items for sentence in item.sentences]


def test_the_first_sentence_without_its_dateline_is_the_news_in_brief() -> None:
    brief, _ = issue(CABLE, BLOCKADE, plan=replace(PLAN, sections=SECTIONS[:1]))
    first = items(brief, "In Brief")[0].sentences[0]

    assert ("cable", 1) == (first.key, first.paragraph)
    assert first.text.startswith("Polish and Lithuanian ministers agreed on Tuesday [7 March 2023] to link")


def test_a_sentence_that_points_back_follows_the_one_it_points_to() -> None:
    plan = replace(PLAN, sections=(SectionPlan(title="Story", form="story", quota=4),))
    brief, _ = issue(CABLE, plan=plan)
    printed = texts(brief)

    assert printed[0].startswith("Polish and Lithuanian")
    assert printed[1].startswith("The deal was signed")
    assert printed[2].startswith("It commits both countries")


def test_a_sentence_that_points_back_is_not_printed_alone() -> None:
    brief, _ = issue(article("cable", HARBOUR[1:], "2023-03-07", "energy"))

    assert not [text for text in texts(brief) if text.startswith(("The deal", "It commits", "He also"))]


def test_what_the_author_says_of_himself_is_never_printed() -> None:
    brief, report = issue(CABLE)

    assert not [text for text in texts(brief) if "I reported" in text]
    assert "it speaks in the first person" in dict(report.passed_over)


def test_no_sentence_is_printed_twice() -> None:
    twin = article(
        "twin", ("Ministers met.", HARBOUR[4], HARBOUR[2] + " Prices fell."), "2023-03-08", "energy", "fishing"
    )
    brief, _ = issue(CABLE, BLOCKADE, twin)
    printed = texts(brief)

    assert len(set(printed)) == len(printed)
    assert sum("Analysts warned" in text for text in printed) == 1


def test_one_text_under_two_keys_is_one_article() -> None:
    brief, report = issue(CABLE, replace(CABLE, id="cable-again", source="other.txt"))

    assert (("cable-again", "cable"),) == report.copies
    assert ("cable",) == brief.references


def test_a_quotation_is_printed_with_its_speaker_and_a_full_stop_for_the_comma() -> None:
    brief, _ = issue(CABLE)
    quote = items(brief, "Expert Corner")[0].quote

    assert quote is not None
    assert "The cable means that no single neighbour can switch off our lights." == quote.text
    assert ("Rasa Petraityte", 4) == (quote.speaker, quote.paragraph)


def test_what_he_said_parts_is_joined_by_an_ellipsis() -> None:
    paragraph = (
        "“The reef is dying in front of us,” said Ana Sequeira, a marine biologist. “Nobody counts the fish any more.”"
    )
    parts = ("The reef is dying in front of us,", "Nobody counts the fish any more.")
    reef = replace(
        article("reef", (paragraph,), "2023-03-08", "energy"),
        quotes=tuple(
            Quote(text=part, paragraph=1, speaker="Ana Sequeira", role="a marine biologist") for part in parts
        ),
    )
    plan = replace(PLAN, sections=(SectionPlan(title="Voices", form="quotes"),))
    brief, _ = issue(reef, plan=plan)
    text = render(brief, {"reef": reef}, template_folder(), plan)

    assert "> “The reef is dying in front of us. … Nobody counts the fish any more.”" in text
    assert () == verify(read_markdown(parse_draft(text, "x").body), {"reef": reef}, text)


def test_why_it_matters_prints_what_news_means() -> None:
    brief, _ = issue(CABLE)

    assert ["Analysts warned"] == [item.sentences[0].text[:15] for item in items(brief, "Why It Matters")]


def test_other_themes_fill_only_the_sections_that_ask_for_them() -> None:
    brief, _ = issue(CABLE, BLOCKADE)
    stories = items(brief, "More Stories")

    assert ["Blockade"] == [item.label for item in stories]
    assert {"cable"} == {item.key for item in items(brief, "Finding Perspective")}


def test_short_items_stand_under_the_country_they_speak_of() -> None:
    brief, _ = issue(CABLE, BLOCKADE)

    assert {"Latvia", "Estonia", "Poland"} >= {item.label for item in items(brief, "Around The Sea")}
    assert items(brief, "Around The Sea")


def test_what_lies_ahead_is_dated() -> None:
    brief, _ = issue(CABLE, BLOCKADE)
    (watched,) = items(brief, "One Thing To Watch")

    assert ("20 April 2023", Date(edtf="2023-04-20")) == (watched.label, watched.when)


def test_an_announcement_of_what_is_past_by_now_is_not_printed() -> None:
    later = Date(edtf="2023-05-01")
    brief, report = compose(PLAN, [BLOCKADE, CABLE], WEEK, later)

    assert not [text for text in texts(brief) if "will vote" in text]
    assert "One Thing To Watch" in dict(report.left_out)


def test_an_older_article_is_read_further_with_its_date() -> None:
    older = article(
        "grid",
        ("Sweden opened a power line to Lithuania in a hall in Nybro after years of work.",),
        "2023-02-01",
        "energy",
    )
    brief, report = issue(CABLE, older)

    text = render(brief, {"cable": CABLE, "grid": older}, template_folder(), PLAN)

    assert ["grid"] == [item.key for item in items(brief, "Read More")]
    assert "**Grid** · Harbour Times, 1 February 2023" in text
    assert ("cable",) == report.candidates


def test_an_undated_article_is_reported_and_taken_only_by_key() -> None:
    undated = article("undated", ("Finland closed two power stations in Turku for good.",), None, "energy")
    brief, report = issue(CABLE, undated)
    asked, _ = issue(CABLE, undated, plan=replace(PLAN, include=("undated",)))

    assert ("undated",) == report.undated
    assert "undated" not in brief.references
    assert "undated" in asked.references


def test_a_date_that_may_lie_outside_the_period_is_named_in_the_report() -> None:
    wide = replace(CABLE, issued=Date(edtf="2023-01/2023-04"))
    _, report = issue(wide)

    assert (("cable",), ("cable",)) == (report.candidates, report.vague)
    assert "dated too widely to be sure of the period: cable" in report.lines()


def test_an_article_of_after_the_date_of_the_brief_is_not_out_yet() -> None:
    _, report = compose(PLAN, [CABLE, BLOCKADE], WEEK, Date(edtf="2023-03-07"))

    assert ("blockade",) == report.later
    assert ("cable",) == report.candidates


def test_keys_left_out_and_keys_unknown() -> None:
    brief, report = issue(CABLE, BLOCKADE, plan=replace(PLAN, exclude=("blockade", "nobody")))

    assert "blockade" not in brief.references
    assert ("nobody",) == report.unknown


def test_an_empty_library_gives_a_brief_without_sections_and_says_why() -> None:
    brief, report = issue()

    assert () == brief.sections
    assert "no article of its themes and time" == dict(report.left_out)["Finding Perspective"]
    assert "0 candidates: none" == report.lines()[0]


def test_a_surname_is_not_printed_before_its_first_name() -> None:
    people = (
        "The port of Riga has a new director, Ilze Ozolina, after a year of disputes over cranes.",
        "Ozolina wants to build a terminal for hydrogen next to the coal pier in Riga.",
    )
    plan = replace(PLAN, sections=(SectionPlan(title="In Brief", form="in-brief", quota=5),))
    brief, _ = issue(article("port", people, "2023-03-08", "energy"), plan=plan)

    assert not [text for text in texts(brief) if text.startswith("Ozolina")]


def test_a_newsletter_speaks_only_where_it_names_the_theme() -> None:
    paragraphs = (
        "Latvia opened a power line to Belarus in a hall in Daugavpils on Tuesday.",
        "Storks returned to the marshes of Kemeri in western Latvia on Monday.",
        "Voters in Ventspils rejected a tax on boats by a narrow margin on Sunday.",
    )
    letter = replace(
        article("letter", paragraphs, "2023-03-08"),
        genre="newsletter",
        keyword=(Tag(theme="energy", score=9, paragraphs=(1,)), Tag(theme="fishing", score=9, paragraphs=(2,))),
        sections=tuple(
            Heading(text=text, level=1, line=number, first=number, last=number)
            for number, text in enumerate(("1. A New Line", "2. Storks", "3. Boats"), start=1)
        ),
    )
    brief, _ = issue(letter, plan=replace(PLAN, sections=(SECTIONS[0], *SECTIONS[5:])))

    assert {1} == {sentence.paragraph for item in items(brief, "In Brief") for sentence in item.sentences}
    assert ["Storks"] == [item.label for item in items(brief, "More Stories")]


def test_everything_a_brief_prints_stands_in_its_source() -> None:
    brief, _ = issue(CABLE, BLOCKADE)
    articles = {article.id: article for article in (CABLE, BLOCKADE)}
    text = render(brief, articles, template_folder(), PLAN)
    draft = parse_draft(text, "x.md")

    assert [] == [str(finding) for finding in verify(read_markdown(draft.body), articles, text)]


def test_the_language_of_the_brief_goes_first() -> None:
    german = replace(
        article(
            "kabel",
            ("Polen und Litauen verbinden ihre Stromnetze durch ein Kabel in der Ostsee.",),
            "2023-03-08",
            "energy",
        ),
        language="de",
    )
    plan = replace(PLAN, sections=(SectionPlan(title="In Brief", form="in-brief", quota=1),))

    assert ("cable",) == issue(CABLE, german, plan=plan)[0].references
    assert ("kabel",) == issue(CABLE, german, plan=replace(plan, language="de"))[0].references


def test_a_library_of_one_sentence_gives_one_section() -> None:
    brief, _ = issue(article("short", (HARBOUR[2],), "2023-03-08", "energy"))

    assert ["Finding Perspective", "Sources"] == [section.title for section in brief.sections]


def test_what_the_readers_cannot_read_is_named_and_not_extracted_from() -> None:
    german = replace(
        article("kabel", ("Polen und Litauen bauen ein Kabel.",) * 2, "2023-03-08", "energy"), language="de"
    )
    brief, report = issue(CABLE, german)
    _, known = issue(CABLE, german, plan=replace(PLAN, languages=("de",)))
    _, asked = issue(CABLE, german, plan=replace(PLAN, include=("kabel",)))

    assert ("kabel",) == report.foreign
    assert "in another language, so not extracted from: kabel" in report.lines()
    assert (("cable",), ("cable",)) == (brief.references, report.candidates)
    assert ((), ()) == (known.foreign, asked.foreign)
    assert {"kabel"} <= set(known.candidates) & set(asked.candidates)


def test_the_story_opens_with_what_happened_and_the_box_tells_of_other_articles() -> None:
    port = article(
        "port",
        (
            "Sweden and Lithuania opened a power line in a hall in Nybro on Wednesday after years of work.",
            "Engineers in Klaipeda had laid the last mile of the line in January, before the ice came.",
        ),
        "2023-03-08",
        "energy",
    )
    brief, _ = issue(CABLE, port)
    story, box = items(brief, "Finding Perspective"), items(brief, "In Brief")

    assert {1} == {story[0].sentences[0].paragraph, box[0].sentences[0].paragraph}
    assert {"cable", "port"} == {story[0].key, box[0].key}


def test_an_article_is_read_further_once() -> None:
    older = article("grid", (HARBOUR[2], HARBOUR[6], HARBOUR[0]), "2023-02-01", "energy")
    brief, _ = issue(BLOCKADE, older)

    assert ["grid"] == [item.key for item in items(brief, "Read More")]


def test_one_who_governs_or_suffers_is_no_expert() -> None:
    roles = (
        "the mayor of Riga",
        "a fisherman from Parnu",
        "a former minister",
        "a former minister and a fellow at a university",
    )
    said = tuple(f"The port will not open again in the year {2030 + n}, whatever they say," for n in range(4))
    voices = replace(
        article("voices", tuple(f"“{text}” said Ann {n}." for n, text in enumerate(said)), "2023-03-08", "energy"),
        quotes=tuple(
            Quote(text=text, paragraph=n + 1, speaker=f"Ann {n}", role=role)
            for n, (text, role) in enumerate(zip(said, roles, strict=True))
        ),
    )
    brief, _ = issue(voices, plan=replace(PLAN, sections=(SectionPlan(title="Voices", form="quotes", quota=4),)))

    assert ["Ann 3"] == [item.quote.speaker for item in items(brief, "Voices") if item.quote]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Kenya", "Kenya raised the price of tea by a tenth after a poor harvest in the west."),
        ("Canada and the Netherlands", "The Canadian and Dutch parliaments voted for a ban on imports of cotton."),
        ("Central Asia", "Water is short in all Central Asian states, engineers from the region say."),
        (None, "A motion brought by Kenya, Uganda, Ghana and others was rejected on Tuesday."),
        (None, "Tea is short in all the shops along the coast, traders from the region say."),
    ],
)
def test_a_short_item_stands_under_the_one_place_it_is_about(label: str | None, text: str) -> None:
    plan = replace(PLAN, sections=(SectionPlan(title="Around", form="labelled"),))
    brief, _ = issue(
        article("around", (text,), "2023-03-08", "energy"), article("x", HARBOUR, "2023-03-08", "energy"), plan=plan
    )

    assert label == next((item.label for item in items(brief, "Around") if item.key == "around"), None)


@pytest.mark.parametrize(
    "opening",
    [
        "МОСКВА, 14 мая — РИА Новости. ",
        "МОСКВА, 16 мая. /ТАСС/. ",
        "RIGA, Latvia — ",
        "Why it matters: ",
        "The bottom line: ",
        "What’s next: ",
        "",
    ],
)
def test_labels_and_datelines_are_no_part_of_the_first_sentence(opening: str) -> None:
    rest = "Россия снизила цены." if opening.startswith("М") else "Prices fell in May."

    assert rest == unlabelled(opening + rest)
    assert "据报道。" == unlabelled("新华社北京5月16日电(记者王某)据报道。")


def test_what_a_minister_said_keeps_its_speaker() -> None:
    for text in (
        "The minister warned: Prices will fall.",
        "Orban: Prices will fall.",
        "The message was clear: Prices fall.",
    ):
        assert text == unlabelled(text)


def test_an_issue_is_numbered_by_its_week() -> None:
    assert ("2023-W10", "2023-03", "2023-03-01", None) == tuple(
        number_of(Date(edtf=text))
        for text in ("2023-03-06/2023-03-12", "2023-03", "2023-03-01", "2023-03-06/2023-03-11")
    )


@pytest.mark.parametrize("copies", [1, 100])
def test_a_hundred_articles_take_seconds(copies: int) -> None:
    articles = [
        article(
            f"k{n}",
            [text.replace("cable", f"cable{n}").replace("on ", f"in hall {n} on ") for text in HARBOUR * 5],
            "2023-03-08",
            "energy",
        )
        for n in range(copies)
    ]
    started = time.process_time()
    issue(*articles)

    assert time.process_time() - started < 0.5 + copies / 10
