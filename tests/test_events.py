"""Dated sentences: which day they tell of, past or ahead, and which dates tell of nothing."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.events import MOST, find_events
from digest.model import Date

FRIDAY = Date(edtf="2022-09-16")


def _told(text: str, issued: Date | None = FRIDAY) -> list[tuple[str, bool]]:
    return [(str(event.when), event.ahead) for event in find_events([text], issued)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The two met on Thursday and will meet again next month.", [("2022-09-15", False), ("2022-10", True)]),
        ("The congress opens on October 16.", [("2022-10-16", True)]),
        ("The state funeral is on Monday.", [("2022-09-19", True)]),
        ("Talks are to resume later this month.", [("2022-09", True)]),
        ("War games were held earlier this month.", [("2022-09", False)]),
        ("More fighting is likely in the coming days.", [("2022-09-17~/2022-09-23~", True)]),
        ("By 2030 half of it must be green.", [("2030", True)]),
        ("Georgia rose in 2003 and Ukraine in 2005.", [("2003", False), ("2005", False)]),
        ("On Saturday, Sept. 10, the army took the town.", [("2022-09-10", False)]),
        ("Seit Montag Streik; am kommenden Mittwoch wird verhandelt.", [("2022-09-12", False), ("2022-09-21", True)]),
        ("Der Vertrag wurde gestern unterzeichnet.", [("2022-09-15", False)]),
        ("La réunion aura lieu mardi prochain.", [("2022-09-20", True)]),
        ("Саммит состоится в следующем месяце.", [("2022-10", True)]),
        ("Его задержали в понедельник.", [("2022-09-12", False)]),
        ("Засідання відбудеться у середу.", [("2022-09-21", True)]),
    ],
)  # fmt: skip
def test_a_sentence_tells_of_a_day_gone_by_or_ahead(text: str, told: list[tuple[str, bool]]) -> None:
    """Written on Friday, 16 September 2022."""
    assert told == _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 9/11 commission was right.",
        "A 2017 analysis came to the same end.",
        "It breaks the 1951 Refugee Convention.",
        "The April 6 Movement was banned.",
        "The May Day party went on.",
        "He wrote of it in the June issue.",
        "By Amina Serik, 14 September 2022",
        "Published on 3 May 2021",
        "The market is held on Sundays and every Friday.",
        "The museum is open Tuesday to Sunday.",
        "The strike lasted three weeks.",
        "There are two kinds of them in use today.",
        "Today’s bags are lighter and cost less.",
        "They hope for a better tomorrow.",
        "The fleet was rebuilt, and the following March it sailed.",
        "She reads The Sunday Times.",
        "Some 2000 people came to Room 1984.",
        "The government’s Vision 2030 is bold.",
        "It scored twice in the third quarter and led 21-14.",
    ],
)
def test_names_of_papers_laws_and_habits_are_no_events(text: str) -> None:
    """A date that only names something, or belongs to the page, tells of nothing."""
    assert [] == _told(text)


def test_an_event_holds_its_whole_sentence() -> None:
    """The sentence is an exact part of its paragraph, and the expression of the sentence."""
    text = "He left. On May 3, 2021 she said: “Go. Now.” They stayed until 2022."
    (first, second) = find_events(["", text], None)

    assert ("On May 3, 2021 she said: “Go. Now.”", 2, "May 3, 2021") == (first.sentence, first.paragraph, first.words)
    assert "They stayed until 2022." == second.sentence


def test_without_a_day_of_publication_only_full_dates_are_told() -> None:
    """Yesterday, May and Monday mean nothing then; and nothing is ahead."""
    text = "Yesterday and on Monday, on May 4 and in May 2021, in 2035 and last year, in the third quarter of 2020."

    assert [("2021-05", False), ("2035", False), ("2020-07/2020-09", False)] == _told(text, None)


def test_a_range_of_publication_days_gives_ranges() -> None:
    """The day slides with the day of writing."""
    issued = Date(edtf="2022-09-13/2022-09-15")

    assert [("2022-09-12/2022-09-14", False)] == _told("He left yesterday.", issued)
    assert [("2022-09-12", False)] == _told("He left on Monday.", issued)
    assert [("2022-09-07/2022-09-14", False)] == _told("He left on Wednesday.", issued)
    assert [("2022-05-04", False)] == _told("He left on May 4.", issued)
    assert [("2022-09-14", False)] == _told("He left on September 14.", Date(edtf="2022-09"))
    assert [] == _told("He left on May 4.", Date(edtf="2021/2022"))


def test_the_same_words_for_one_day_are_one_event() -> None:
    """In a sentence each expression is told once, though it stand there twice."""
    assert [("2022-09-15", False)] * 2 == _told("They met yesterday, on September 15, 2022.")
    assert [("2022-09-16", False)] * 2 == _told("Today, this Friday, it was said; it was said today.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Wednesday’s report, the agency said prices had gone up.", "Wednesday"),
        ("The Sept. 12 issue misspelled his name.", "Sept. 12"),
        ("The Sept. 1 agreement gave them three weeks.", "Sept. 1"),
        ("HAVANA, Sept. 15 (Xinhua) — A ship went down.", "Sept. 15"),
        ("PUTRAJAYA, Sept 15 — A minister spoke.", "Sept 15"),
        ("“We met Tuesday night,” she said.", "Tuesday night"),
    ],
)
def test_a_paper_of_a_day_and_an_agency_s_dateline_tell_of_it(text: str, words: str) -> None:
    """A report, an issue, an agreement came out on its day, and an agency's first sentence tells of the day it sent."""
    assert words in [event.words for event in find_events([text], FRIDAY)]


def test_every_labelled_event_of_real_articles(gold: Path) -> None:
    """Every dated expression that a person labelled is an event with the labelled value, past or ahead."""
    for row in json.loads((gold / "seeds" / "timeline.json").read_text(encoding="utf-8")):
        events = find_events([row["sentence_para"]], Date(edtf=row["published"]))
        words = row["expr"].removeprefix("in ")
        assert (row["value"], row["future"]) in [
            (str(event.when), event.ahead) for event in events if words in event.words
        ], row["expr"]


@given(st.text(alphabet="On May 3rd, 202–yestrdaMniWek. “”'\n", max_size=200), st.none() | st.just(FRIDAY))
def test_whatever_the_text_sentences_are_parts_of_it(text: str, issued: Date | None) -> None:
    """No text is refused, and no sentence is made up."""
    for event in find_events([text], issued):
        assert event.sentence in text
        assert event.words in event.sentence


@pytest.mark.parametrize(
    "text",
    [
        "from May 1 to " * 40_000,
        "Monday’s law and " * 40_000,
        "ON MONDAY TO " * 40_000,
        "On Monday " * 60_000,
        "In 2003. " * 60_000,
        "the next week after " * 30_000,
        "a Friday’s " * 60_000,
    ],
)
def test_endless_paragraphs_are_read_in_seconds(text: str) -> None:
    """What names more days is a table, or hostile."""
    started = time.process_time()

    assert len(find_events([text], FRIDAY)) <= MOST
    assert time.process_time() - started < 10


def test_a_sentence_of_nothing_but_dates_is_read_in_part() -> None:
    """Each date is told by the words around it: of thousands in a paragraph each would be looked at for each."""
    events = find_events(["They met in " + "2019 and 2020 and " * 160] * 300 + ["They met on May 4, 2022."], FRIDAY)

    assert {"2019/2020"} == {str(event.when) for event in events}
    assert len(events) <= MOST
