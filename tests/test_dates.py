"""Dates as newspapers print them on their own, and as we say them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.dates import complete, find_expressions, in_words, parse_date, span
from digest.model import Date

FRIDAY = Date(edtf="2022-09-16")

PRINTED = [
    "Wednesday 14 September 2022",
    "Sept. 14, 2022",
    "September 14, 2022, 10:32 GMT",
    "Sep 14, 2022 2:20pm EDT",
    "14 Sept '22",
    "Wed 14 Sep 2022 12.42 BST",
    "2022-09-14T10:00:00Z",
    "2022/09/14",
    "9/14/2022",
    "14.9.22",
    "Mittwoch, 14. September 2022, 18:00 Uhr",
    "Mi, 14.09.2022 10.32 Uhr",
    "mercredi 14 septembre 2022 à 18h30",
    "miércoles, 14 de septiembre de 2022",
    "mercoledì 14 settembre 2022",
    "quarta-feira, 14 de setembro de 2022",
    "woensdag 14 september 2022",
    "onsdag den 14. september 2022",
    "14. september 2022 kl. 12.30",
    "onsdag 14 september 2022",
    "14 сентября 2022 г., 10:32",
    "14 вересня 2022 року",
    "14 września 2022 r.",
    "14. září 2022",
    "14 Eylül 2022 Çarşamba",
    "2022年9月14日(水)",
    "2022年9月14日 星期三",
    "2022년 9월 14일",
    "2022 жылғы 14 қыркүйек",
    "keskiviikko 14. syyskuuta 2022",
]


@pytest.mark.parametrize("text", PRINTED)
def test_one_day_in_many_languages_is_one_day(text: str) -> None:
    """However a newspaper prints the day, it is the same day."""
    assert Date(edtf="2022-09-14") == parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "September 31, 2022",
        "29 February 2022",
        "2022-09-31",
        "Thursday 7 April 2021",  # it was a Wednesday
        "Friday 09/10/2022",  # neither reading was a Friday
        "09/10/22",
        "14 September 2565",  # Buddhist
        "1444-02-18",  # Islamic
        "令和4年9月14日",  # an era's year
        "14 September",
        "3 hours ago",
        "Today, 10:32",
        "7",
        "",
        "He left on 14 September 2022",
        "Published",
        "12:30",
    ],
)
def test_what_the_calendar_or_the_line_does_not_hold_is_no_date(text: str) -> None:
    """Impossible days, other calendars, half dates and sentences are no dates."""
    assert parse_date(text) is None


def test_a_leap_day_is_a_day_in_a_leap_year() -> None:
    """29 February exists every fourth year."""
    assert Date(edtf="2024-02-29") == parse_date("Thursday, 29 February 2024")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("09/10/2022", None, "2022-09-10/2022-10-09"),
        ("09/10/2022", "en-US", "2022-09-10"),
        ("09/10/2022", "fr", "2022-10-09"),
        ("Sunday 09/10/2022", None, "2022-10-09"),
        ("10/10/2022", None, "2022-10-10"),
        ("25/12/2022", None, "2022-12-25"),
        ("09.10.2022", None, "2022-10-09"),
    ],
)
def test_day_and_month_in_unknown_order_are_both_kept(text: str, language: str | None, value: str) -> None:
    """09/10/2022 is decided by a language, a weekday or a number above twelve, else it stays a range."""
    assert value == str(parse_date(text, language))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12–18 September 2022", "2022-09-12/2022-09-18"),
        ("September 12-18, 2022", "2022-09-12/2022-09-18"),
        ("1 – 30 September 2022", "2022-09"),
        ("September 2022", "2022-09"),
        ("mar. 15 mars 2022", "2022-03-15"),
        ("2022-09~", "2022-09~"),
    ],
)
def test_ranges_and_months_are_dates_too(text: str, value: str) -> None:
    """A few days or a month, printed on their own."""
    assert value == str(parse_date(text))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_in_words_is_read_back(day: date) -> None:
    """What we print in English, German, Spanish, Russian or Japanese we read again."""
    value = Date(edtf=day.isoformat())
    for language in ("en", "de", "es", "fr", "ja", "pl", "pt", "ru", "tr", "uk"):
        assert value == parse_date(in_words(value, language))


@given(st.text(max_size=80))
def test_no_line_breaks_the_reader(text: str) -> None:
    """Any line is a date or none; expressions are exact parts of the text, in order, apart."""
    parse_date(text)
    found = find_expressions(text)
    assert [entry.text for entry in found] == [text[entry.start : entry.end] for entry in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
    complete(text, FRIDAY)


@given(st.dates(), st.integers(min_value=0, max_value=800))
def test_a_span_is_the_days_it_was_made_of(first: date, days: int) -> None:
    """The shortest notation means exactly the given days."""
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    made = span(first, last)
    assert (first, last) == (made.first, made.last)


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        ("2022-09-16", "en", "16 September 2022"),
        ("2022-09-12/2022-09-18", "en", "12–18 September 2022"),
        ("2022-08-29/2022-09-04", "en", "29 August – 4 September 2022"),
        ("2022-12-29/2023-01-04", "en", "29 December 2022 – 4 January 2023"),
        ("2022-07/2022-09", "en", "July–September 2022"),
        ("2022-10", "en", "October 2022"),
        ("2022~", "en", "about 2022"),
        ("2022-09-12/2022-09-18", "de", "12.–18. September 2022"),
        ("2022-09", "ru", "сентябрь 2022"),
        ("2022-09-16", "zh", "2022年9月16日"),
    ],
)
def test_dates_are_said_in_words(value: str, language: str, words: str) -> None:
    """What two days share is said once."""
    assert words == in_words(Date(edtf=value), language)
