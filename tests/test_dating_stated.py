"""Dates that a page states for its article, and those it states for something else."""

from __future__ import annotations

import pytest

from digest.extract.dating import find_issued
from digest.extract.story import Story
from tests.dated_pages import FILL, issue, lines


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Wednesday 14 September 2022", "2022-09-14"),
        ("Published: 12 September 2022 | Updated: 14 September 2022", "2022-09-12"),
        ("Published Sept. 12, 2022 at 10:15 a.m. (Updated Sept. 14, 2022 at 8:00 a.m.)", "2022-09-12"),
        ("Veröffentlicht am 14.09.2022 um 10:32 Uhr", "2022-09-14"),
        ("Stand: 14.09.2022 10:32 Uhr", "2022-09-14"),
        ("Publié le 14 septembre 2022 à 10h32", "2022-09-14"),
        ("Опубликовано 14 сентября 2022, 10:32", "2022-09-14"),
        ("Опубліковано: 14 вересня 2022", "2022-09-14"),
        ("Publicerad 14 sep 2022 kl 10.23", "2022-09-14"),
        ("By Ann Lee | 14 September 2022", "2022-09-14"),
        ("Von Max Muster 14.09.2022 10:32", "2022-09-14"),
        ("September 14, 2022 — 5 min read", "2022-09-14"),
        ("Published 3:42 PM EDT, Wed September 14, 2022", "2022-09-14"),
        ("Last updated: Sept. 14, 2022; First published: Sept. 12, 2022", "2022-09-12"),
        ("Publié le : 09/10/2022 - 10:32 Modifié le : 10/10/2022 - 11:02", "2022-10-09"),
        ("Posted on: 09/10/2022 - 10:32", "2022-09-10/2022-10-09"),
        ("Data publikacji: 14 września 2022, 10:32", "2022-09-14"),
        ("By Ann Lee, September 14, 2022", "2022-09-14"),
        ("Oslo, 14 September 2022, 12:30", "2022-09-14"),
        ("发布时间：2022年9月14日", "2022-09-14"),
        ("09/10/2022", "2022-09-10/2022-10-09"),
        ("14.09.2022, 10:32 Lesezeit: 5 Min.", "2022-09-14"),
        ("14. September 2022 um 15:46 Uhr / Max Muster", "2022-09-14"),
        ("Offentliggjort onsdag 14. sep 2022 17:25", "2022-09-14"),
        ("2022年9月14日 01時28分 (9月15日 01時40分更新)", "2022-09-14"),
        ("公開日：2022/09/14 11:30 更新日：2022/09/15 11:30", "2022-09-14"),
        ("Aktualizacja: 15.09.2022 19:45 Publikacja: 14.09.2022 19:05", "2022-09-14"),
        ("Publicerad 14 sep 2022 kl 10.23Uppdaterad kl 12.17", "2022-09-14"),
        ("September 14, 2022 3 years Courier 142 Views", "2022-09-14"),
        ("Geschrieben am 14. September 2022 in Nachrichten", "2022-09-14"),
        ("Ann Lee · Valley News · Posted: Sep 14, 2022 4:00 AM EDT | Last Updated: September 15", "2022-09-14"),
        ("Published Wed, Sep 14 20222:23 PM EDT", "2022-09-14"),
        ("Max Muster14.09.2022, 19:35 Uhr", "2022-09-14"),
        ("14 सितंबर 2022", "2022-09-14"),
    ],
)
def test_a_date_beside_the_byline_is_stated(line: str, value: str) -> None:
    """The line itself is the evidence."""
    found, proofs = issue("Bridge closed", line, FILL, FILL + " It will not open soon.")
    assert value == found
    assert [("stated", 2, line)] == [(proof.confidence, proof.line, proof.quote) for proof in proofs]


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3 hours ago",
        "26.10.2025 | 2:43 min",
        "Today, 10:32",
        "© 2024 Valley Courier",
        "14 September 2565",
        "September 31, 2022",
        "2022",
    ],
)
def test_what_states_no_day_is_no_date(line: str) -> None:
    """Relative stamps, notices, other calendars and impossible days prove nothing."""
    assert ("None", ()) == issue("Bridge closed", line, FILL, FILL + " It will not open soon.")


def test_a_language_orders_day_and_month() -> None:
    """Only English prints both orders: a Spanish page's 02/12/2024 is the second of December."""
    text = (
        "El ministerio dijo que el puente no se abrirá hasta que los ingenieros lo hayan visto con sus propios ojos. "
    )
    assert "2024-12-02" == issue("Puente cerrado", "02/12/2024", text * 2, text * 3)[0]


def test_a_sentence_with_its_date_dates_no_article() -> None:
    """A few words and a date that end as a sentence does are text."""
    assert "None" == issue("Bridge closed", "He died on 3 May 2024.", FILL, FILL + " Again.")[0]


def test_an_update_alone_is_only_the_latest_day() -> None:
    """An article was published at the latest when it was changed."""
    found, proofs = issue("Bridge closed", "Updated 14 September 2022", FILL, FILL + " Cracks appeared in March 2022.")
    assert "2022-03-01/2022-09-14" == found
    assert {"inferred"} == {proof.confidence for proof in proofs}


def test_the_day_of_printing_in_a_masthead_is_not_the_article_s() -> None:
    """A labelled date wins over a bare one, and a bare one later than the words allow is passed over."""
    assert "2022-09-14" == issue("Thursday, 22 November 2035", "Closed", "Published 14 September 2022", FILL, FILL)[0]
    text = "Officials said on Tuesday, September 13, that it had been open since 2021. " + FILL
    assert "2022-09-13/2022-09-14" == issue("Thursday, 22 November 2035", "Bridge closed", text, FILL)[0]


def test_each_of_two_articles_has_the_date_above_it() -> None:
    """A label between two articles belongs to the second, also where the first has no date."""
    page = lines("Bridge closed", FILL, FILL + " Again.", "Published 14 September 2022", "Mill opened", FILL, FILL)
    stories = [Story(blocks=page[:3]), Story(blocks=page[4:])]
    assert [None, "2022-09-14"] == [date and str(date) for date, _ in find_issued(stories, page)]


def test_a_label_below_the_only_article_dates_it() -> None:
    """Some papers print the day after the last paragraph."""
    page = lines("Bridge closed", FILL, FILL + " Again.", "Published 14 September 2022", "Share")
    ((date, _),) = find_issued([Story(blocks=page[:3])], page)
    assert "2022-09-14" == str(date)
