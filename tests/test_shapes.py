"""Pages of many shapes, invented, read as a person would read them."""

from __future__ import annotations

import pytest

from digest.extract import extract
from digest.model import Article, Source
from digest.readers import read
from tests.shaped_pages import PAGES

TRUTH: dict[str, tuple[str, str, str, str | None, str, tuple[int, int]]] = {
    "ap": (
        "Kyrgyzstan and Tajikistan sign border deal after decades of clashes",
        "Aizhan Tursunova",
        "Associated Press",
        "World News",
        "2025-03-13",
        (15, 20),
    ),
    "afp_f24": (
        "Mongolia's coal convoys clog road to China",
        "",
        "France 24",
        "Asia / Pacific",
        "2023-11-14",
        (5, 15),
    ),
    "aljazeera": (
        "China's special envoy arrives in Kyiv to push peace plan",
        "Al Jazeera Staff",
        "Al Jazeera",
        "News",
        "2023-05-16",
        (18, 35),
    ),
    "ft": (
        "Chinese carmakers race into Russia’s empty showrooms",
        "Tom Hollis; Polina Grey",
        "Financial Times",
        None,
        "2023-07-04",
        (10, 12),
    ),
    "globaltimes": (
        "China, Tajikistan pledge deeper security cooperation in Dushanbe talks",
        "Xu Kehan",
        "Global Times",
        "CHINA / DIPLOMACY",
        "2023-11-22",
        (6, 9),
    ),
    "medium": (
        "What I learned from 400 Kazakh land leases",
        "Saule Imanova",
        "Steppe & Data",
        None,
        "2021-03-09",
        (19, 22),
    ),
    "wapo": (
        "How a Chinese dam changed a Kazakh fishing village",
        "Robin Fisk; Dana Seitova",
        "The Washington Post",
        "ASIA & PACIFIC",
        "2024-02-03",
        (11, 15),
    ),
    "blog": ("Why the trains stop at Dostyk", "Tilly Marsh", "Steppe Dispatches", None, "2021-08-03", (10, 16)),
    "caixin_zh": ("中吉乌铁路项目三国政府间协定签署", "许和清", "Caixin", "国际", "2024-06-07", (9, 13)),
    "comments_page": (
        "Beijing Will Not Save the Ruble",
        "Ivan Petrenko",
        "The Moscow Courier",
        "Opinion",
        "2023-08-16",
        (11, 13),
    ),
    "diplomat_layout": (
        "Uzbekistan’s Gas Deal With Gazprom, a Year On",
        "Nurlan Beknazarov",
        "The Diplomat",
        "Crossroads Asia",
        "2024-10-21",
        (11, 19),
    ),
    "dw": (
        "Kazakhstan votes on first nuclear power plant",
        "Anton Weissberg",
        "Deutsche Welle",
        "Politics",
        "2024-10-04",
        (16, 23),
    ),
    "foreignpolicy": (
        "Russia's Pivot to China Has a Paperwork Problem",
        "Agnes Delmar; Adam S. Wolf",
        "Foreign Policy",
        "ANALYSIS",
        "2024-03-06",
        (11, 15),
    ),
    "kommersant": (
        "Китайские банки затягивают платежи",
        "Тамара Едина; Виктор Вислов",
        "Kommersant",
        None,
        "2024-02-28",
        (9, 14),
    ),
    "lemonde": (
        "En Ouzbékistan, Pékin avance ses pions",
        "Étienne Garnaud",
        "Le Monde",
        "Asie-Pacifique",
        "2023-09-18",
        (16, 20),
    ),
    "linkedin": (
        "The Caspian Brief #18: Ports, pipes and patience",
        "Farida Aliyeva",
        "The Caspian Brief",
        None,
        "2024-02-05",
        (11, 24),
    ),
    "nikkei": (
        "Turkmenistan turns back to Beijing as gas price talks stall",
        "Peter Barnes",
        "Nikkei Asia",
        "International relations",
        "2023-01-11",
        (11, 14),
    ),
    "pressrelease": (
        "UK and Kazakhstan sign critical minerals memorandum",
        "Foreign, Commonwealth & Development Office",
        "GOV.UK",
        "Press release",
        "2023-03-20",
        (14, 23),
    ),
    "rferl_new": (
        "Serbia Signs Up For Chinese Missiles, And Brussels Shrugs",
        "Mila Manojlovic",
        "RFE/RL",
        "China In Eurasia",
        "2023-10-18",
        (13, 27),
    ),
    "scmp": (
        "China-Kyrgyzstan-Uzbekistan railway clears final hurdle in Beijing",
        "Lara Zhong",
        "South China Morning Post",
        "Chinapolitics",
        "2024-06-06",
        (15, 22),
    ),
    "thinktank": (
        "Central Asia's Water Is Now China's Problem Too",
        "Maria Hoffmann; Daniyar Kosnazarov",
        "Center for Eurasian Policy",
        "Commentary",
        "2024-02-12",
        (13, 19),
    ),
}


def articles_of(text: str) -> tuple[Article, ...]:
    return extract(read(Source(name="page.txt", data=text.encode()))[0])


@pytest.mark.parametrize("name", TRUTH)
def test_a_page_of_this_shape_is_read(name: str) -> None:
    (found,) = articles_of(PAGES[name])
    authors = "; ".join(map(str, found.author))

    assert TRUTH[name] == (
        found.title, authors, found.container_title, found.section, str(found.issued), found.lines
    )  # fmt: skip


def test_briefs_under_one_day_are_articles_of_that_week() -> None:
    """The day over the page is stated for the first; the others are no younger, and not older than an edition."""
    found = articles_of(PAGES["roundup"])

    assert ["2023-05-08", *["2023-05-02/2023-05-08"] * 3] == [str(article.issued) for article in found]
    assert {"Caspian Wire"} == {article.container_title for article in found}
    assert [False, True, True, True] == ["issued" in article.unconfirmed for article in found]


def test_a_label_of_the_menu_is_no_title() -> None:
    """Its few words may all come back in the text."""
    (found,) = articles_of(PAGES["bbc"])

    assert "Mongolia votes as mining money tests its young democracy" == found.title
    assert ["Kelly Norton"] == [str(name) for name in found.author]


def test_two_articles_keep_their_own_days_and_share_their_outlet() -> None:
    found = articles_of(PAGES["two_dated"])

    assert ["2022-05-12", "2022-05-14"] == [str(article.issued) for article in found]
    assert ["Weekly Steppe Review"] * 2 == [article.container_title for article in found]


def test_a_day_in_the_second_story_narrows_the_day_over_the_page() -> None:
    page = PAGES["roundup"].replace("met on Saturday", "met on May 6")

    assert "2023-05-06/2023-05-08" == str(articles_of(page)[3].issued)


STAMPED = """\
ТАСС
Политика
7 НОЯ, 11:05
Казахстан и Узбекистан открыли пункт пропуска на границе
АСТАНА, 7 ноября. /ТАСС/. Казахстан и Узбекистан открыли новый пункт пропуска на общей границе, сообщили в \
пресс-службе правительства Казахстана.
Через него смогут проходить до тысячи грузовиков в сутки, говорится в сообщении ведомства.
{last}
"""


def test_a_stamp_without_a_year_takes_it_from_a_day_near_it() -> None:
    (near,) = articles_of(STAMPED.format(last="Форум приграничных областей проходит с 5 по 8 ноября 2023 года."))
    (far,) = articles_of(STAMPED.format(last="Строительство началось 3 марта 2022 года."))
    (past,) = articles_of(STAMPED.format(last="Год назад, 5 ноября 2022 года, пункт был закрыт на ремонт."))

    assert "2023-11-07" == str(near.issued)
    assert "issued" in near.unconfirmed
    assert (None, None) == (far.issued, past.issued)


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("October 2, 2022 11:02 AM GMT+3", "2022-10-02"),
        ("Published: 10:00pm, 2 Oct 2022Updated: 11:15pm, 3 Oct 2022", "2022-10-02"),
        ("10/02/2022October 2, 2022", "2022-10-02"),
        ("Posted on 2 October 2022 by Rosa Lind", "2022-10-02"),
        ("Rosa Lind Oct 2, 2022", "2022-10-02"),
        ("Updated 7:52 PM GMT+3, October 2, 2022", "None"),
    ],
)
def test_the_day_is_read_as_the_page_prints_it(line: str, issued: str) -> None:
    """A day of change alone bounds the day of issue and does not state it."""
    page = f"""\
The Harbour Courier
Ferries stop as pilots of the strait walk out
{line}

Ferries across the strait stood still after pilots walked out over a new roster, the port said in a short statement.

The union wants two days of rest after each night. The port has offered one, and an allowance for the second.
"""
    (found,) = articles_of(page)

    assert issued == str(found.issued)
    assert "The Harbour Courier" == found.container_title


def test_an_agency_is_the_outlet_only_where_no_other_is_named() -> None:
    text = """\
{head}Pilots of the strait walk out
PIRAEUS/IZMIR, Oct 2 (Reuters) - Ferries across the strait stood still after pilots walked out over a new roster, \
the port said.
The union wants two days of rest after each night. The port has offered one, and an allowance for the second.
"""
    (own,) = articles_of(text.format(head=""))
    (reprinted,) = articles_of(text.format(head="The Straits Times\nWorld\n"))

    assert ("Reuters", "Straits Times") == (own.container_title, reprinted.container_title)


def test_a_series_that_names_itself_goes_before_a_likely_masthead() -> None:
    page = """\
Harbour Weekly
Letters from the Pier
Issue 9: Ropes, rosters and a quiet strait
Rosa Lind
Oct 2, 2022
Ferries across the strait stood still after pilots walked out over a new roster, the port said in a short statement.
The union wants two days of rest after each night. The port has offered one, and an allowance for the second.
Thanks for reading Letters from the Pier! Subscribe for free to receive new posts.
"""
    (found,) = articles_of(page)

    assert ("Letters from the Pier", None) == (found.container_title, found.section)


@pytest.mark.parametrize("line", ["The Harbour Courier", "Harbour.news.eu", "By *Rosa Lind* [more](/rosa)"])
def test_what_is_no_section_is_none(line: str) -> None:
    page = f"""\
The Harbour Courier
{line}
Ferries stop as pilots of the strait walk out
October 2, 2022
Ferries across the strait stood still after pilots walked out over a new roster, the port said in a short statement.
The union wants two days of rest after each night. The port has offered one, and an allowance for the second.
"""
    (found,) = articles_of(page)

    assert found.section is None


def test_a_name_and_a_role_without_a_comma_sign() -> None:
    page = """\
The Guardian
Ferries stop as pilots of the strait walk out
The port has offered one day of rest, and the union wants two

Rosa Lind-Maar Senior Greece correspondent
Sun 2 Oct 2022 17.31 BST

Ferries across the strait stood still after pilots walked out over a new roster, the port said in a short statement.

The union wants two days of rest after each night. The port has offered one, and an allowance for the second.
"""
    (found,) = articles_of(page)

    assert ["Rosa Lind-Maar"] == [str(name) for name in found.author]
