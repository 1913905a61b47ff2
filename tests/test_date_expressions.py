"""Dates named in running text: what they mean on the day of writing, and how a brief completes them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from digest.dates import complete, find_expressions, is_ahead, resolve
from digest.dates.tense import tense
from digest.model import Date

FRIDAY = Date(edtf="2022-09-16")


def _values(text: str, issued: Date = FRIDAY) -> list[str]:
    return [str(resolve(entry, text, issued)) for entry in find_expressions(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The talks on Monday ended in failure.", ["2022-09-12"]),
        ("The talks will resume on Monday.", ["2022-09-19"]),
        ("The vote this Sunday matters.", ["2022-09-18"]),
        ("Protests spread over the past week.", ["2022-09-10/2022-09-16"]),
        ("Heating costs this winter worry many.", ["2022-12/2023-02"]),
        ("He came a decade ago.", ["None"]),
        ("She resigned last Tuesday.", ["2022-09-13"]),
        ("She resigned last Thursday.", ["2022-09-08"]),
        ("He came in May 2019 and left that September.", ["2019-05", "2019-09"]),
        ("The vote is set for next Thursday.", ["2022-09-22"]),
        ("He was detained yesterday and will be tried tomorrow.", ["2022-09-15", "2022-09-17"]),
        ("The Navy lost the jet at 2:10 p.m. Thursday.", ["2022-09-15"]),
        ("Shares of Ruby Corp. Thursday gained a tenth.", ["2022-09-15"]),
        ("He left two days ago.", ["2022-09-14"]),
        ("It fell on Friday the 13th.", ["2022-05-13"]),
        ("Her passport expires Sept. 1; rates rose to 8% on Oct. 1 from 7%.", ["2023-09-01", "2021-10-01"]),
        ("The judge will review the Aug. 4 ruling after the Nov. 9 vote.", ["2022-08-04", "2022-11-09"]),
        ("The talks have a Dec. 22 target date; on Oct. 12 the last ones began.", ["2022-12-22", "2021-10-12"]),
        (
            "Some will remember Monday for years, and the market may fall if Monday's selling resumes.",
            ["2022-09-12"] * 2,
        ),
        ("Oct. 27: the court rules", ["2022-10-27"]),
        ("The Wednesday-night massacre was filmed.", ["2022-09-14"]),
        ("Stocks Plunge Wednesday; Fed To Meet Tuesday", ["2022-09-14", "2022-09-20"]),
        ("A child waits on Wednesday in the rain (AP Photo/Li Wei).", ["2022-09-14"]),
        ("The film Friday the 13th came out in 1980.", ["1980"]),
        ("It was signed 10/30/89, or on 3/4/89.", ["1989-10-30"]),
        ("It bought the chain Sept. 20 and sold it since Oct. 2.", ["2021-09-20", "2021-10-02"]),
        ("Talks will be held between Dec. 15 and Jan. 15.", ["2022-12-15", "2023-01-15"]),
        ("A truce was declared on July 20 last year.", ["2021-07-20"]),
        ("ENVOY TO LEAVE THURSDAY; COURT TO RULE ON OCT. 3", ["2022-09-22", "2022-10-03"]),
        ("the plant was shut on monday but on thursday it opens again", ["2022-09-12", "2022-09-22"]),
        ("Trade was thin ahead of Monday's data and Tuesday's speech.", ["2022-09-19", "2022-09-20"]),
        ("The board halted trading at 2:40 p.m. EST Monday.", ["2022-09-12"]),
        ("Workers at the plant return Monday if they agree.", ["2022-09-19"]),
        ("On August 3 she left; two days earlier he had come.", ["2022-08-03", "2022-08-01"]),
        ("The visit comes a month before the congress, expected on October 16.", ["2022-09", "2022-10-16"]),
        ("Profits rose in the third quarter.", ["2022-07/2022-09"]),
        ("Profits fell in Q1 2021.", ["2021-01/2021-03"]),
        ("It will open in the spring of 2023.", ["2023-03/2023-05"]),
        ("It rained all last summer.", ["2022-06/2022-08"]),
        ("Elections are due in December.", ["2022-12"]),
        ("Prices fell in December.", ["2021-12"]),
        ("They met in early March and in mid-May 2021.", ["2022-03", "2021-05"]),
        ("Parliament is to vote on January 10.", ["2023-01-10"]),
        ("Parliament voted on January 10.", ["2022-01-10"]),
        ("It was built last year and will close next year.", ["2021", "2023"]),
        ("It began in the 1990s.", ["1990/1999"]),
        ("The games of 7–9 October were moved.", ["2022-10-07/2022-10-09"]),
        ("Since the September 11 attacks the airport has been guarded.", ["2001-09-11"]),
        ("Er wurde am 3. März 2021 gewählt.", ["2021-03-03"]),
        ("El acuerdo se firmó el 3 de marzo de 2021.", ["2021-03-03"]),
        ("Договор подписан 3 марта 2021 года.", ["2021-03-03"]),
        ("会議は2021年3月3日に開かれた。", ["2021-03-03"]),
    ],
)
def test_expressions_mean_what_their_tense_says(text: str, values: list[str]) -> None:
    """Written on a Friday, each date is the one a reader of that day took it for."""
    assert values == _values(text)


def test_a_date_goes_on_from_line_to_line() -> None:
    """Wires wrap their lines; a heading is no part of the sentence below it."""
    wrapped = (
        "The ministers, who had met for two long hours on Sept.\n14, will hold more talks in that same hall on\nMonday."
    )
    headed = "Voters Will Choose\nOn Monday the polls were closed early."

    assert ["2022-09-14", "2022-09-19"] == _values(wrapped)
    assert ["2022-09-12"] == _values(headed)
    assert ["Sept.\n14", "Monday"] == [found.text for found in find_expressions(wrapped)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march with 20,000 people.",
        "March on, she said, and may you win.",
        "It cost $2019 and weighed 1,950 tons.",
        "April Jones and August Wilson wrote it.",
        "About 2000 people came.",
        "Schools opened the Monday after the storm.",
        "He died the following Tuesday.",
        "Good Friday and Super Tuesday are names.",
    ],
)
def test_words_like_dates_are_no_dates(text: str) -> None:
    """Names, verbs, sums and crowds."""
    assert () == find_expressions(text)


def test_a_range_of_days_of_issue_gives_a_range_or_nothing() -> None:
    """Yesterday slides with the day; a day without a year cannot, when the years differ."""
    text = "He left yesterday, after the fire of May 4 was put out."
    yesterday, may = find_expressions(text)
    assert "2022-09-12/2022-09-14" == str(resolve(yesterday, text, Date(edtf="2022-09-13/2022-09-15")))
    assert "2022-05-04" == str(resolve(may, text, Date(edtf="2022-09-13/2022-09-15")))
    assert resolve(may, text, Date(edtf="2021/2022")) is None


@pytest.mark.parametrize(
    ("sentence", "completed"),
    [
        ("A congress opens next month in Beijing.", "A congress opens next month [October 2022] in Beijing."),
        ("The deal was signed on Tuesday.", "The deal was signed on Tuesday [13 September 2022]."),
        ("Yesterday’s vote failed.", "Yesterday’s [15 September 2022] vote failed."),
        ("He left in 2019.", "He left in 2019."),
        ("He left on May 4.", "He left on May 4 [2022]."),
        ("Two days earlier he had left.", None),
        ("“We fight today,” he said.", None),
        ("It broke on September 31.", None),
        ("Am Montag wurde er verhaftet.", None),
        ("Plácido Domingo sang.", "Plácido Domingo sang."),
        ("Его задержали вчера.", None),
        ("Он родился 3 марта 1971 года.", "Он родился 3 марта 1971 года."),
    ],
)
def test_relative_dates_are_completed_or_refused(sentence: str, completed: str | None) -> None:
    """A sentence that leaves its page takes its dates with it, or stays."""
    assert completed == complete(sentence, FRIDAY)


def test_a_year_that_the_period_shares_is_not_repeated() -> None:
    """In a brief of 2022 "May 4" needs no year; "next month" still needs its month."""
    week = Date(edtf="2022-09-12/2022-09-18")
    assert "He left on May 4." == complete("He left on May 4.", FRIDAY, period=week)
    assert "He leaves next month [October 2022]." == complete("He leaves next month.", FRIDAY, period=week)


def test_a_day_is_not_completed_from_a_month_of_issue() -> None:
    """When only the month of issue is known, "yesterday" cannot be named."""
    assert complete("He left yesterday.", Date(edtf="2022-09")) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He will visit on September 14.", "ahead"),
        ("He visited on September 14.", "past"),
        ("A vote will also be held on September 14.", "ahead"),
        ("A vote would have been held on September 14.", "unsure"),
        ("A vote is to be held on September 14.", "ahead"),
        ("On September 14, voters elected him.", "past"),
        ("The vote was expected on September 14.", "unsure"),
        ("He announced an election set for June 9 and on April 23, his party named him.", "ahead"),
        ("They want an answer by September 14.", "unsure"),
        ("Talks that end on September 14 drew crowds.", "ahead"),
    ],
)
def test_the_clause_tells_past_from_ahead(text: str, told: str) -> None:
    """The verb of its own clause, not the first verb of the sentence."""
    entry = find_expressions(text)[0]
    assert told == tense(text, entry.start, entry.end)
    assert (told == "ahead") == is_ahead(text, entry)


def test_the_labelled_expressions_of_real_articles(gold: Path) -> None:
    """Every dated expression that a person labelled resolves to the labelled value."""
    for row in json.loads((gold / "seeds" / "timeline.json").read_text(encoding="utf-8")):
        text = row["sentence_para"]
        at = text.find(row["expr"])
        meant = [one for one in find_expressions(text) if one.start < at + len(row["expr"]) and one.end > at]
        assert [row["value"]] == [str(resolve(one, text, Date(edtf=row["published"]))) for one in meant], row["expr"]


@pytest.mark.parametrize("text", ["a " * 500_000, "“" * 500_000, "1" * 300_000, "last " * 200_000, "May " * 50_000])
def test_megabytes_on_one_line_are_searched_in_seconds(text: str) -> None:
    """No pattern looks at the same characters again and again."""
    started = time.process_time()
    find_expressions(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town was founded 2,500 years ago by traders.", []),
        ("Their quarrel is 500 years ago and more.", [None]),
        ("Er kaufte einen Rucksack für 1600 Euro.", []),
        ("Das Seil reicht in eine Tiefe von 1500 bis 3000 m.", []),
        ("Es kamen 1950 Menschen, und es kostete 1500€.", []),
        ("Kasachstan und China haben am Dienstag ein Abkommen unterzeichnet.", ["2027-09-14"]),
        ("China hat am Dienstag ein Abkommen unterzeichnet.", ["2027-09-14"]),
        ("China wird am Dienstag ein Abkommen unterzeichnen.", ["2027-09-21"]),
        ("Работы начнутся в марте 2028 года, сообщил министр.", ["2028-03"]),
        ("They had refused to take his papers for the vote on November 21.", ["2027-11-21"]),
        ("He had opposed the law before the election of July 4.", ["2027-07-04"]),
    ],
)
def test_numbers_are_no_years_and_other_tongues_have_tenses(text: str, expected: list[str | None]) -> None:
    """Sums, lengths and round ages name no year; a German perfect is past; a vote may be ahead of what was done."""
    found = [resolve(expression, text, Date(edtf="2027-09-16")) for expression in find_expressions(text)]

    assert expected == [str(value) if value else None for value in found]
