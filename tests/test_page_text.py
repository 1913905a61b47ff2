"""Pages that a program turned into text: menus, trails, teasers and counters stand among the lines."""

from __future__ import annotations

import pytest

from digest.extract import extract
from digest.model import Article, Source
from digest.readers import read

BODY = """\
The ferry between Halmø and Birkenes will run at night again from the first of the month, the council of the island
decided with nine votes against four.

It had stopped in winter, when two of the four captains retired and nobody could be found who would sail in the dark
for the pay that the council was ready to offer.

The night ferry takes nurses, bakers and everyone else who begins work before the sun rises, and it takes them home."""

MENU = """\
Skip to content
News
  * Islands
  * Coast
  * Weather
Harbour wall at Lerum leaks again after the storm
Nine new stamps show the lighthouses of the coast"""


def page(*parts: str) -> str:
    """The text of a page, its parts parted by blank lines."""
    return "\n\n".join((*parts, BODY.replace("island\n", "island ").replace("dark\n", "dark ")))


def only(text: str) -> Article:
    """The one article on a page."""
    (article,) = (found for made in read(Source(name="page.txt", data=text.encode())) for found in extract(made))
    return article


TITLE = "Night ferry to Birkenes returns after a winter without captains"


@pytest.mark.parametrize(
    "head",
    [
        (MENU, f"1. News\n2. Islands\n3. {TITLE}", TITLE, "By Ann Lee\n14 September 2022"),
        (MENU, TITLE, "The council of the island decided with nine votes against four.", "Ann Lee\n14 September 2022"),
        (MENU, "Islands", TITLE, "Copy Link\nShare via email", "14 September 2022\nBy Ann Lee"),
        (MENU, f"Back to home: {TITLE}", TITLE, "Ann Lee Ann Lee\n14. sep 2022"),
        (MENU, TITLE, "Ann Lee and Bo Chen\n14 September 2022"),
    ],
    ids=["trail", "standfirst", "buttons", "portrait", "two names"],
)
def test_the_headline_is_the_title(head: tuple[str, ...]) -> None:
    """Not the line of a menu, the trail, the standfirst or the names below it."""
    article = only(page(*head))

    assert (TITLE, "2022-09-14") == (article.title, str(article.issued))


def test_a_kicker_glued_to_the_headline_is_cut_off() -> None:
    """A trail on the page parts them with a colon."""
    head = (MENU, f"Home\nIslands\nNight shift: {TITLE}", f"Night shift {TITLE}", "By Ann Lee\n14 September 2022")

    assert TITLE == only(page(*head)).title


def test_a_teaser_inside_a_text_begins_no_article() -> None:
    """It has a headline and a name; the article above has its day as well."""
    teaser = "Why the captains of the coast grow old\n\nBy Cy Dunn\n\n"
    text = (
        page(TITLE, "By Ann Lee\n14 September 2022") + "\n\n" + teaser + BODY.replace("\nd", " d").replace("\nf", " f")
    )

    article = only(text)

    assert (TITLE, "2022-09-14") == (article.title, str(article.issued))
    assert 6 <= len(article.paragraphs)


def test_a_film_with_its_length_begins_no_article() -> None:
    """Its day is no day of an article."""
    film = "The last captain\n\nHe sailed for forty years.\n\n26.10.2021 | 2:43 min\n\n"
    text = page(TITLE, "By Ann Lee\n14 September 2022") + "\n\n" + film + BODY.replace("\nd", " d").replace("\nf", " f")

    assert "2022-09-14" == str(only(text).issued)


def test_a_line_above_the_credit_of_a_picture_is_its_caption() -> None:
    """A photographer's name after © is no legal notice that closes an article."""
    caption = "The ferry at the pier of Birkenes on its first night\n\n© Cy Dunn"
    lead = "The ferry sails at night again, and the island is glad of it.\n\n" * 3
    article = only(page(TITLE, lead, caption, "14 September 2022"))

    assert TITLE == article.title
    assert not any("first night" in block.text for block in article.paragraphs)


def test_a_post_within_the_text_has_its_own_day() -> None:
    """Who posted it signs nothing."""
    post = "— Halmø Buses (@halmobuses) September 13, 2022"
    article = only(page(TITLE, "By Ann Lee\n14 September 2022") + "\n\n" + post)

    assert (["Ann Lee"], "2022-09-14") == ([str(name) for name in article.author], str(article.issued))


@pytest.mark.parametrize(
    ("signed", "authors"),
    [
        ("By\nAnn Lee News Reporter\nBo Chen\n14 September 2022", ["Ann Lee", "Bo Chen"]),
        ("By\n  * Ann Lee0,\n  * Bo Chen,\n  * Cy Dunn &\n14 September 2022", ["Ann Lee", "Bo Chen", "Cy Dunn"]),
        ("Author of the article:\n\nThe Associated Press\nPublished Sept 14, 2022", ["The Associated Press"]),
        ("dpa\n14.09.2022 - 15:26 Uhr", ["dpa"]),
        ("Ann Lee Ann Lee\nPublisert 14.09.2022 - 17:29", ["Ann Lee"]),
        ("Ann Lee og Bo Chen\nOffentliggjort torsdag 14. sep 2022", ["Ann Lee", "Bo Chen"]),
        ("김민수 기자 kim@example.org 이서연 기자 lee@example.org\n입력 : 2022-09-14 02:37:08", ["김민수", "이서연"]),
    ],
    ids=["roles", "list", "label and agency", "agency", "portrait", "two", "korean"],
)
def test_who_signs_is_read_however_the_names_are_listed(signed: str, authors: list[str]) -> None:
    """A list below "By", one name twice, two in a line, an agency right above the day."""
    assert authors == [str(name) for name in only(page(MENU, TITLE, signed)).author]


def test_a_name_that_nothing_marks_is_inferred() -> None:
    """A byline says "By"; a name alone may be anyone's."""
    marked, alone = (only(page(MENU, TITLE, f"{by}Ann Lee\n14 September 2022")) for by in ("By ", ""))

    assert ["stated", "inferred"] == [
        proof.confidence for article in (marked, alone) for proof in article.evidence if proof.field == "author"
    ]


def test_a_teaser_s_author_does_not_sign_the_text_around_it() -> None:
    """Its byline stands within the text, and the text has its own above."""
    teaser = "More on this\n\nWhy the captains of the coast grow old\n\nBy Cy Dunn\n\n"
    text = (
        page(TITLE, "By Ann Lee\n14 September 2022") + "\n\n" + teaser + BODY.replace("\nd", " d").replace("\nf", " f")
    )

    assert ["Ann Lee"] == [str(name) for name in only(text).author]


def test_a_stamp_of_today_takes_the_newest_day_the_page_prints() -> None:
    """Where two lines of other stories bear it; it is inferred, and one line alone says nothing."""
    others = ["Harbour wall leaks\n14/09/2022", "Nine new stamps\n14/09/2022", "Old news\n02/09/2022"]
    today = page(MENU, TITLE, "By Ann Lee\nToday, 10:32")

    assert "2022-09-14" == str((found := only("\n\n".join((today, *others)))).issued)
    assert "issued" in found.unconfirmed
    assert only("\n\n".join((today, *others[1:]))).issued is None


def test_the_one_day_right_below_the_text_is_inferred() -> None:
    """As broadcasters print it; with a second day it may be that of another story."""
    foot = "\n\nCoast Radio News, 14.9.2022, 10:05 Uhr; cd/al"
    found = only(page(MENU, TITLE) + foot)

    assert ("2022-09-14", True) == (str(found.issued), "issued" in found.unconfirmed)
    assert only(page(MENU, TITLE) + foot + "\n\nNine new stamps\n12.9.2022").issued is None


@pytest.mark.parametrize(
    "signed",
    [
        "Ann Lee Redakteurin\n14.09.2022",
        "Von Ann Lee Korrespondentin\n14.09.2022",
        "Ann Lee 3 minutes read\n14.09.2022",
    ],
)
def test_a_role_or_a_reading_time_is_no_part_of_a_name(signed: str) -> None:
    """Without a comma between them."""
    assert ["Ann Lee"] == [str(name) for name in only(page(MENU, TITLE, signed)).author]


def test_a_text_repeated_below_is_one_article() -> None:
    """For the ear, or for printing."""
    again = BODY.replace("island\n", "island ").replace("dark\n", "dark ")
    text = (
        page(MENU, TITLE, "By Ann Lee\n14 September 2022") + f"\n\n{TITLE}\n\nBy Ann Lee\n14 September 2022\n\n{again}"
    )

    assert TITLE == only(text).title


def test_a_headline_that_neither_name_nor_day_follows_is_inferred() -> None:
    """Below menus any line may be the headline."""
    signed, alone = (only(page(MENU, TITLE, *below)) for below in (("By Ann Lee",), ()))

    assert [TITLE, TITLE] == [signed.title, alone.title]
    assert ("title" in signed.unconfirmed, "title" in alone.unconfirmed) == (False, True)
