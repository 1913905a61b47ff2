"""Whole pages, pasted: what stands around a text signs nothing, dates nothing and is no part of it."""

from __future__ import annotations

from digest.extract import extract
from digest.model import Article, Source
from digest.readers import read
from tests import pasted_pages


def articles_of(text: str) -> tuple[Article, ...]:
    (page,) = read(Source(name="page.txt", data=text.encode()))
    return extract(page)


def only(text: str) -> Article:
    (article,) = articles_of(text)
    return article


def names(article: Article) -> list[str]:
    return [str(name) for name in article.author]


def test_who_is_in_the_picture_does_not_sign() -> None:
    """A caption names people, a place and a time; the label "Published" stands above its date."""
    article = only(pasted_pages.PICTURE_BETWEEN)

    assert ["Nora Fitch"] == names(article)
    assert "2023-05-12" == str(article.issued)
    assert (None, 3) == (article.abstract, len(article.paragraphs))


def test_whom_the_text_is_about_does_not_sign() -> None:
    assert ["Nora Fitch"] == names(only(pasted_pages.TAGS_BELOW_THE_TITLE))
    unsigned = pasted_pages.TAGS_BELOW_THE_TITLE.replace("By Nora Fitch\n", "")
    assert [] == names(only(unsigned))


def test_an_article_loaded_below_another_is_its_own() -> None:
    """A headline, a name, a date and a text after "Load more" are no related story."""
    first, second = articles_of(pasted_pages.LOADED_BELOW)

    assert (["Ainura Sydykova"], 3, "2023-03-06") == (names(first), len(first.paragraphs), str(first.issued))
    assert ("Batken: Apricot growers turn to the sun", ["Marat Bekov"]) == (second.title, names(second))
    assert (4, "2023-03-07") == (len(second.paragraphs), str(second.issued))


def test_related_stories_with_names_and_dates_stay_furniture() -> None:
    teasers = "".join(f"Well number {n} runs dry\nAnn Lee Mar {n}, 2023\nThe well ran dry.\n" for n in range(1, 9))
    article = only(pasted_pages.LIFE_BELOW + "Related\n" + teasers)

    assert 2 == len(article.paragraphs)


def test_a_sign_up_box_is_no_part_of_the_text() -> None:
    article = only(pasted_pages.BOX_BETWEEN)

    assert 3 == len(article.paragraphs)
    assert "The port said that it would open" == article.paragraphs[-1].text[:32]


def test_the_life_of_one_who_signs_above_is_no_paragraph() -> None:
    article = only(pasted_pages.LIFE_BELOW)

    assert (["Mei Tan"], 2) == (names(article), len(article.paragraphs))
    placed = only(pasted_pages.LIFE_BELOW.replace("Mei Tan\nMei Tan\n", "Mei Tan in Aktau\n"))
    assert (["Mei Tan"], 2) == (names(placed), len(placed.paragraphs))


def test_a_letter_begins_below_its_byline() -> None:
    """What a newsletter says of itself above its headline is no paragraph."""
    article = only(pasted_pages.LETTER)

    assert ("Grain Finds a Way Around", ["Lena Abbasova"]) == (article.title, names(article))
    assert "Welcome to the Quarterly's Steppe Brief." == article.opening
    assert ("Steppe Brief", "newsletter") == (article.section, article.genre)
    assert ["Wheat Goes East", "What Else We Read"] == [head.text for head in article.sections if head.level == 1]


def test_a_label_with_a_full_stop_opens_a_section() -> None:
    """Where paragraph after paragraph has one; a few short sentences are none."""
    heads = [head.text for head in only(pasted_pages.LETTER).sections if head.level == 2]
    assert ["Two mayors", "Water for Kambarata", "Bread and salt"] == heads

    short = "Talks failed. The ministers left at noon and said nothing to those who had waited for them.\n\n"
    assert () == only("Talks in Osh end early\nBy Ann Lee\n" + short * 2 + "Nobody spoke. They ate.\n" + short).sections


def test_a_kind_of_text_signs_nothing() -> None:
    assert ["Nurlan Seitov", "Greta Olsen"] == names(only(pasted_pages.INSTITUTE))


def test_a_time_of_change_is_no_section() -> None:
    article = only(pasted_pages.CHANGED_AGO)

    assert ("Central Asia", "2023-05-15") == (article.section, str(article.issued))
