"""The day of publication: stated, proved by the words of the page, or unknown."""

from __future__ import annotations

import json
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.dating import DAY_AFTER, find_issued
from digest.extract.dating.days import as_date, both, merged
from digest.extract.dating.events import events
from digest.extract.story import Story
from digest.model import Block, Date
from tests.dated_pages import FILL, issue, lines


def test_a_weekday_with_its_date_tells_the_year() -> None:
    """Tuesday was September 13 in 2022, and not again in the years soon after the last year named."""
    found, proofs = issue(
        "Council", "The council voted on Tuesday, September 13, to close it. It opened in 2021.", FILL
    )
    assert "2022-09-13/2022-09-14" == found
    assert proofs[-1].rule.startswith(DAY_AFTER)


def test_an_agency_s_dateline_is_the_day_or_the_day_before() -> None:
    """The town, the day, the agency."""
    assert "2022-09-14/2022-09-15" == issue("Bridge", "KYIV, Sept. 14, 2022 (AP) -- The bridge was closed.", FILL)[0]


def test_durations_count_from_the_war_they_speak_of() -> None:
    """The table's row is cited with its date and source; another war's years are not counted from it."""
    invasion = "Russia's full-scale invasion of Ukraine has shaken the region. "
    found, proofs = issue("Grain", invasion + FILL, "After nearly seven months of war, Kyiv is short of shells.")
    assert Date(edtf=found).within(Date(edtf="2022-08-15/2022-10-01"))
    assert any("2022-02-24" in proof.rule and "Britannica" in proof.rule for proof in proofs)
    assert "None" == issue("Aid", invasion + FILL, "The truce ends nearly seven years of war in Yemen.")[0]


def test_the_first_in_years_is_counted_from_the_last() -> None:
    """ "The first … since January 2020" and "the first … in more than two years" date each other."""
    found, _ = issue(
        "Cup",
        "It is the first tournament on Rhodes in more than two years, the Greek federation said.",
        "The Greek hoteliers of Rhodes hope the first tournament since January 2020 will fill their beds. " + FILL,
    )
    assert Date(edtf=found).within(Date(edtf="2021-12/2023-02"))


def test_an_event_last_week_is_dated_by_the_table() -> None:
    """A phrase of the table with "last week" beside it leaves a week."""
    found, _ = issue("Neutral no more", "Sweden joined NATO last week, ending two centuries of neutrality.", FILL)
    assert Date(edtf=found).overlaps(Date(edtf="2024-03-11/2024-03-17"))
    assert Date(edtf=found).within(Date(edtf="2024-03-09/2024-03-19"))


def test_an_election_ahead_is_any_of_its_series() -> None:
    """The rows of a series stand for each other; the last dated fact chooses among them."""
    found, _ = issue(
        "Spending", "The U.S. presidential election on November 3 will be the costliest ever. It has grown since 2019."
    )
    assert Date(edtf=found).within(Date(edtf="2020-01-01/2020-11-03"))


HONEST = {
    "a history": (
        "In September 1939 the regiment marched east. On 3 September the order came, and by nightfall all were gone.",
        "On October 5 the last unit surrendered near the mill, and the valley was quiet until spring.",
    ),
    "an obituary": (
        "Maria Lind was born on 14 May 1931 in Visby, married on June 3, 1955, and moved to Paris in 1961.",
        "She died on March 2 at her home. A service is set for March 12.",
    ),
    "dates of a speech": (
        "“We will open the bridge on December 5, 2031,” the minister said. “The vote in June 2029 will settle it.”",
    ),
    "a day that never was": ("The store closed on September 31 after a fire, the owner said.",),
    "a leap day": ("The race took place on February 29 and drew 3,000 runners.",),
    "pledges": ("The plan adopted in 2019 would cut emissions by 2035. In 2030 the last plant was supposed to close.",),
    "an event that may come": (
        "If Britain voted to leave the EU, firms would move. A Brexit vote could come in 2017.",
    ),
    "an older war": (
        "Fighting has gone on since Russia's invasion of Ukraine in 2014. A truce signed in February 2015 has held.",
    ),
    "a book": ("The novel, set in 1912, was first published in 1936 and reissued in 1987.",),
    "anniversaries": ("The memorial of September 11 was opened in 2011, and another was opened on May 9.",),
    "a chronicle": ("March 3, 2020: The company files its claim.", "June 9, 2022: The company appeals."),
    "feasts": ("The market opens on December 24 and closed early on December 31. It began in 2015.",),
}


@pytest.mark.parametrize("texts", HONEST.values(), ids=HONEST.keys())
def test_what_cannot_be_proved_is_unknown(texts: tuple[str, ...]) -> None:
    """Old dates, speeches, plans and days without a year give no date of publication."""
    assert ("None", ()) == issue("A title", *texts, FILL, "© 2024 Valley Courier. All rights reserved.")


TOLD = {
    "2013-07-17": (
        "The army ousted Morsi this month, and hundreds have been killed since. Elections will be held in 2014.",
        "Protesters blocked the bridge on July 15. Police cleared it on July 16.",
    ),
    "2016-11-20": (
        "Since Britain voted to leave the EU in June, the pound has fallen. Parliament will debate it on December 7.",
        "The High Court ruled on November 3 that lawmakers must approve.",
    ),
    "2018-06-12": ("Washington pulled out of the nuclear deal with Iran last month. European firms left Tehran.",),
    "2011-10-25": ("Qaddafi was killed in Sirte last week, and Libya declared its liberation on October 23.",),
    "2020-11-12": ("A Moscow-brokered truce ended the fighting in Karabakh this week. Troops arrived on November 10.",),
    "2021-09-10": (
        "The Taliban returned to power last month after the fall of Kabul, and named a cabinet on September 7.",
    ),
    "2022-06-30": (
        "On March 3, Olena packed a bag. On March 5 she crossed the border. Months later, her home had burned.",
        "The full-scale invasion of Ukraine has driven millions abroad. A trial is set for September 12, 2022.",
    ),
    "2023-05-10": (
        "Fighting between Sudan's army and the Rapid Support Forces has killed hundreds in nearly four weeks of war.",
        "A cease-fire was signed on May 4, said mediators.",
    ),
    "2024-05-20": (
        "After three weeks of war, Russian forces retreated from Kyiv, the book says. It will be printed in 2024.",
        "Its author covered the full-scale invasion of Ukraine.",
    ),
    "2024-12-20": (
        "The fall of Bashar al-Assad in Syria has upended the region. A conference is planned for January 2025.",
        "On December 8, rebels entered Damascus as he fled.",
    ),
}


@pytest.mark.parametrize(("truth", "texts"), TOLD.items(), ids=TOLD.keys())
def test_what_is_proved_holds_the_day(truth: str, texts: tuple[str, ...]) -> None:
    """The range found for an article holds the day on which it was written."""
    found, _ = issue("A title", *texts, FILL)
    assert Date(edtf=truth).within(Date(edtf=found))


def test_contradictions_are_unknown() -> None:
    """A date ahead that lies before a date past proves that something was misread."""
    assert "None" == issue("A", "It was built in 2021. The fair will take place on 4 May 2019 in Oslo.", FILL)[0]


def test_a_newsletter_ends_with_no_event() -> None:
    """It looks back over weeks: the day after the last event does not bound it, its weekdays do."""
    texts = (
        "Officials met on Tuesday, September 13, in a town that was rebuilt in 2021.",
        FILL,
        "This newsletter is sent on the first and third Wednesdays of each month.",
    )
    found = Date(edtf=issue("Letter", *texts, genre="newsletter")[0])
    assert date(2022, 9, 21) == found.first
    assert 2 == found.last.weekday()


def test_a_caption_speaks_of_the_past_in_the_present_tense() -> None:
    """ "Protesters hold a gathering on September 15" was taken that day; the evidence says that it is a caption."""
    found, proofs = issue(
        "Protests", "Protesters hold a vigil on Thursday, September 15.", "They began in 2021. " + FILL, captions=(1,)
    )
    assert Date(edtf="2022-09-15") == Date(edtf=Date(edtf=found).first.isoformat())
    assert any("(caption)" in proof.rule for proof in proofs)


def test_a_dated_letter_dates_the_article_it_speaks_of() -> None:
    """ "Bo Berg and I reported in an article in early May", said a letter of May 12, about the article below it."""
    page = lines(
        "Wednesday 12 May 2021",
        "Welcome back to the valley letter, which follows the region. " + FILL,
        "Miners go unpaid, Bo Berg and I reported in an article in early May, in which Rosa Quint tells her story.",
        "That is all for now. " + FILL,
        "When Rosa Quint went down the shaft for the last time, she was seventy. " + FILL,
        "Rosa Quint has since become the voice of the miners. " + FILL,
    )
    letter, article = Story(blocks=page[:4], genre="newsletter"), Story(blocks=page[4:])
    (_, stated), (found, proofs) = find_issued([letter, article], page)
    assert ["stated"] == [proof.confidence for proof in stated]
    assert Date(edtf="2021-05-01/2021-05-12") == found
    assert [3] == [proof.line for proof in proofs]


def test_an_article_about_others_is_not_dated_by_the_letter() -> None:
    """Without a person in common, the letter speaks of another article."""
    page = lines(
        "Wednesday 12 May 2021",
        "Miners go unpaid, Bo Berg and I reported in an article in early May, in which Rosa Quint tells her story.",
        FILL,
        "The harbor of Port Sel was dredged by a firm from abroad. " + FILL,
        FILL + " Nobody objected.",
    )
    found = find_issued([Story(blocks=page[:3], genre="newsletter"), Story(blocks=page[3:])], page)
    assert (None, ()) == found[1]


def test_no_story_and_no_text_give_no_date() -> None:
    """Nothing in, nothing out."""
    assert () == find_issued([], ())
    assert ("None", ()) == issue("A title")


@given(st.lists(st.text(max_size=200), min_size=1, max_size=6))
def test_no_page_breaks_dating(texts: list[str]) -> None:
    """Any lines give a date with evidence, or neither."""
    issue(*texts)


@given(st.lists(st.tuples(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 400)), max_size=8))
def test_days_left_are_days_of_both(parts: list[tuple[date, int]]) -> None:
    """Meeting with everything changes nothing, meeting is symmetric."""
    days = merged((first, first + timedelta(days=length)) for first, length in parts)
    others = merged((first + timedelta(days=30), first + timedelta(days=60)) for first, _ in parts)
    assert both(days, others) == both(others, days)
    assert days == both(days, ((date(1900, 1, 1), date(2100, 1, 1)),))


def test_too_wide_a_range_is_unknown() -> None:
    """Three years are the widest answer, and an open end is none."""
    assert as_date(((date(2015, 1, 1), date(2019, 1, 1)),)) is None
    assert as_date(((date(2015, 1, 1), date(2199, 12, 31)),)) is None


def test_the_table_of_events_is_sound() -> None:
    """Every row has an event, a day or month of the last two decades, a source and at least one group of words."""
    table = events()
    assert len(table) >= 60
    assert len({row.event for row in table}) == len(table)
    assert all(row.source and row.words and row.date.first.year >= 2008 for row in table)
    assert all((row.date.last - row.date.first).days < 31 for row in table)


@pytest.mark.parametrize(
    "text",
    [
        "Russia annexed Crimea on May 4, nearly seven months of war after the war. " * 3_000,
        "“" * 300_000,
        "By " * 300_000,
        "first in since first in " * 10_000,
        "Published " * 100_000,
    ],
)
def test_a_page_of_megabytes_is_dated_in_seconds(text: str) -> None:
    """One line or many, hostile or long."""
    started = time.process_time()
    issue("A title", text, *(text[n : n + 5000] for n in range(0, min(len(text), 300_000), 5000)))
    assert time.process_time() - started < 20


def test_the_dates_of_real_articles(gold: Path) -> None:
    """No labelled article gets a range outside what its words allow, most lie inside."""
    labels = json.loads((gold / "seeds" / "articles.json").read_text(encoding="utf-8"))
    inside = 0
    for seed in sorted({label["seed"] for label in labels}):
        (path,) = (gold.parent / "seeds").glob(f"{seed}_*")
        mine = [label for label in labels if label["seed"] == seed]
        page = tuple(
            Block(text=text.strip(), line=number)
            for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
            if text.strip()
        )
        for label, (found, _) in zip(mine, find_issued([_story(page, one) for one in mine], page), strict=True):
            truth = Date(edtf=f"{label['date_min']}/{label['date_max']}")
            assert found is None or found.overlaps(truth), label["id"]
            inside += found is not None and found.within(truth)
    assert inside >= 6


def _story(page: tuple[Block, ...], label: dict[str, object]) -> Story:
    first, last, body = (int(str(label[name])) for name in ("first_line", "last_line", "body_first_line"))
    blocks = tuple(
        Block(text=block.text, line=block.line, kind="caption" if block.line < body else "paragraph")
        for block in page
        if first <= block.line <= last
    )
    return Story(blocks=blocks, genre="newsletter" if label["kind"] == "newsletter" else None)
