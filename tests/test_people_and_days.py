"""Who signed a page and when, in the ways that publishers' systems have of saying it; the pages are invented."""

from __future__ import annotations

import time

import pytest

from digest.extract.bylines import read_byline
from digest.model import Article
from tests.signed_pages import HEADLINE, LANGUAGES, SYSTEMS, TEXT, article, ld


def authors(found: Article) -> list[str]:
    return [str(name) for name in found.author]


def issued(found: Article) -> str | None:
    return found.issued.edtf if found.issued else None


@pytest.mark.parametrize(("body", "head", "people", "day"), SYSTEMS.values(), ids=SYSTEMS.keys())
def test_each_system_has_its_way_of_signing(body: str, head: str, people: list[str], day: str) -> None:
    """The author and the day are found where the publisher's system puts them."""
    found = article(body, head, language="de" if "Uhr" in body else "en")

    assert people == authors(found)
    assert day == issued(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bylines_are_read_in_every_writing(language: str) -> None:
    """What a page shows beneath its headline is read without metadata."""
    shown, people = LANGUAGES[language]
    found = article(f"<article>{HEADLINE}{shown}{TEXT}</article>", language=language)

    assert people == authors(found)
    assert "2024-05-03" == issued(found)


def test_the_outlet_is_no_person() -> None:
    """Where metadata name only the outlet, the byline under the headline says who wrote."""
    found = article(
        f"<article>{HEADLINE}<p class='byline'>By Ann Lee</p>{TEXT}</article>",
        ld(author={"@type": "Person", "name": "Vale Times"}),
    )

    assert ["Ann Lee"] == authors(found)


def test_an_outlet_that_signs_is_kept_as_a_body() -> None:
    """Where the page names nobody but itself, that is what it says."""
    found = article(f"<article>{HEADLINE}{TEXT}</article>", ld(author={"@type": "Organization", "name": "Vale Times"}))

    assert ["Vale Times"] == [name.literal for name in found.author]


def test_nobody_is_invented() -> None:
    """A page without byline and date has neither; an administrator's account is no author."""
    found = article(f"<article>{HEADLINE}{TEXT}</article>", '<meta name="author" content="admin">')

    assert () == found.author
    assert None is found.issued


def test_teasers_and_comments_sign_other_texts() -> None:
    """The bylines of related stories and the names of readers are not the article's."""
    others = (
        '<div class="related"><article><h3><a href="/other">Another Story</a></h3><p class="byline">By Carl Cox</p>'
        '<time datetime="2024-06-01">1 June 2024</time></article></div>'
        '<div class="comments"><div class="comment-author">Dora Dee</div></div>'
    )
    found = article(f"<article>{HEADLINE}{TEXT}</article>{others}")

    assert () == found.author
    assert None is found.issued


def test_co_authors_that_metadata_lost_are_read_from_the_byline() -> None:
    """A byline that names the declared author and another one is the fuller truth."""
    shown = '<p class="byline">By <a href="/author/ann-lee">Ann Lee</a> and <a href="/author/bo-chen">Bo Chen</a></p>'
    found = article(f"<article>{HEADLINE}{shown}{TEXT}</article>", ld(author={"@type": "Person", "name": "Ann Lee"}))

    assert ["Ann Lee", "Bo Chen"] == authors(found)


def test_helpers_are_no_authors() -> None:
    """Photographers and translators are contributors."""
    shown = "<p class='byline'>Text: Ann Lee, Fotos: Carl Cox</p><p class='byline'>Übersetzung: Dora Dee</p>"
    found = article(f"<article>{HEADLINE}{shown}{TEXT}</article>", language="de")

    assert ["Ann Lee"] == authors(found)
    assert ["Carl Cox", "Dora Dee"] == [str(name) for name in found.contributor]


def test_agencies_stay_where_metadata_keep_them() -> None:
    """An agency that is declared beside a person is an author; an affiliation in a byline is none."""
    declared = ld(author=[{"@type": "Person", "name": "Reuters"}, {"@type": "Person", "name": "Ann Lee"}])

    assert ["Reuters", "Ann Lee"] == authors(article(f"<article>{HEADLINE}{TEXT}</article>", declared))


def test_accounts_of_editors_give_way_to_the_byline() -> None:
    """A login is no name."""
    found = article(
        f"<article>{HEADLINE}<p class='byline'>By Ann Lee</p>{TEXT}</article>",
        ld(author={"@type": "Person", "name": "alee_2"}),
    )

    assert ["Ann Lee"] == authors(found)


def test_published_is_told_from_modified() -> None:
    """Two labelled days beneath the headline are two facts."""
    shown = "<div class='dates'>Published: 3 May 2024 <span>Updated: 6 May 2024</span></div>"
    found = article(f"<article>{HEADLINE}{shown}{TEXT}</article>")

    assert "2024-05-03" == issued(found)
    assert found.modified is not None
    assert "2024-05-06" == found.modified.edtf


def test_the_day_is_the_outlets_own() -> None:
    """A Greenwich timestamp gives way to the day that the page prints for the same minute."""
    shown = "<p class='date'>2024年5月4日 06時12分</p>"
    found = article(
        f"<article>{HEADLINE}{shown}{TEXT}</article>", ld(datePublished="2024-05-03T21:12:00Z"), language="ja"
    )

    assert "2024-05-04" == issued(found)


def test_a_page_is_not_published_after_its_last_change() -> None:
    """The day of a server that stamps every page anew gives way to the one printed."""
    shown = "<p class='date'>Published: 3 May 2024</p>"
    declared = ld(datePublished="2026-01-01T00:00:00Z", dateModified="2024-05-04T10:00:00Z")

    assert "2024-05-03" == issued(article(f"<article>{HEADLINE}{shown}{TEXT}</article>", declared))


def test_a_change_is_no_second_publication() -> None:
    """A day printed for the last change does not move the day of publication."""
    shown = "<p class='date'>Updated 4 May 2024, 06:30</p>"
    found = article(f"<article>{HEADLINE}{shown}{TEXT}</article>", ld(datePublished="2024-05-03T21:12:00Z"))

    assert "2024-05-03" == issued(found)


@pytest.mark.parametrize("stamp", ["1970-01-01T00:00:00Z", "0001-01-01", "2031-01-01", "99999999999"])
def test_impossible_days_are_dropped(stamp: str) -> None:
    """A machine's first day and a day that has not come are no dates; the day in the address stands in."""
    url = "https://www.valetimes.example/2024/05/03/council"
    found = article(f"<article>{HEADLINE}{TEXT}</article>", ld(datePublished=stamp), url=url, accessed="2024-05-10")

    assert "2024-05-03" == issued(found)
    assert "issued" in found.unconfirmed


def test_a_relative_time_has_its_day_for_the_mouse() -> None:
    """Where a page prints "2 hours ago", the element's hint states the day."""
    shown = "<p class='meta'>Posted <span title='May 3, 2024 10:12 AM'>2 hours ago</span></p>"

    assert "2024-05-03" == issued(article(f"<article>{HEADLINE}{shown}{TEXT}</article>"))


def test_a_picture_has_its_own_credit() -> None:
    """Who took the picture beside an article helped with the picture alone."""
    shown = "<p class='byline'>By Ann Lee</p><p class='photo-info'>Photo: Carl Cox</p>"

    assert () == article(f"<article>{HEADLINE}{shown}{TEXT}</article>").contributor


def test_reporters_in_brackets_end_a_chinese_text() -> None:
    """An agency's reporters stand behind its last sentence."""
    text = "<p>" + "上谷议会周二第四次开会，再次推迟了此前已经推迟的事项，书记员说，他三十年来一直保存着会议记录。" * 4
    found = article(
        f"<article>{HEADLINE}{text}</p><p>会议将于下月再次举行。（记者张伟、李娜）</p></article>", language="zh"
    )

    assert ["张伟", "李娜"] == authors(found)


@pytest.mark.parametrize(
    "shown",
    [
        "<div><span class='author'>Ann Lee</span><span class='author'>Bo Chen</span></div>",
        "<ul><li><a href='/author/ann-lee'>Ann Lee</a></li><li><a href='/author/bo-chen'>Bo Chen</a></li></ul>",
        "<p><a rel='author' href='/a/1'>Ann Lee</a>, <a rel='author' href='/a/2'>Bo Chen</a></p>",
        "<p class='byline'>By <b>Ann Lee</b> and <b>Bo Chen</b></p>",
    ],
)
def test_co_authors_in_elements_of_their_own_are_one_byline(shown: str) -> None:
    """Names in elements alike, side by side, sign together."""
    assert ["Ann Lee", "Bo Chen"] == authors(article(f"<article>{HEADLINE}{shown}{TEXT}</article>"))


@pytest.mark.parametrize(
    "below",
    [
        "<p><em>Ann Lee is a professor of history at Vale University.</em></p>",
        "<p><em>Ann Lee</em></p>",
    ],
)
def test_who_signs_below_the_text_is_its_author(below: str) -> None:
    """Where nothing beneath the headline says who wrote, the last lines may; the record calls it a guess."""
    found = article(f"<article>{HEADLINE}{TEXT}{below}</article>")

    assert ["Ann Lee"] == authors(found)
    assert "author" in found.unconfirmed


def test_a_name_and_its_outlet_beneath_the_headline_sign() -> None:
    """An old page's line needs no "By"."""
    shown = "<p><b>Ann Lee, Vale Gazette</b></p>"

    assert ["Ann Lee"] == authors(article(f"<article>{HEADLINE}{shown}{TEXT}</article>"))


def test_an_affiliation_is_no_author() -> None:
    """A place where somebody works, or writes from, signs nothing."""
    shown = "<div class='byline'>By Ann Lee / Staff reporter, in Upper Vale</div>"

    assert ["Ann Lee"] == authors(article(f"<article>{HEADLINE}{shown}{TEXT}</article>"))


def test_unnamed_staff_sign_where_nobody_else_does() -> None:
    """A desk that the metadata name is kept as a body, and gives way to a person beneath the headline."""
    declared = ld(author={"@type": "Person", "name": "Web Desk"})
    shown = "<p class='byline'>By Ann Lee</p>"

    assert ["Web Desk"] == [name.literal for name in article(f"<article>{HEADLINE}{TEXT}</article>", declared).author]
    assert ["Ann Lee"] == authors(article(f"<article>{HEADLINE}{shown}{TEXT}</article>", declared))


def test_an_outlet_and_an_agency_sign_as_the_page_puts_it() -> None:
    """ "Vale Times with AFP" is one signature, not two authors."""
    found = article(
        f"<article>{HEADLINE}{TEXT}</article>", ld(author={"@type": "Person", "name": "Vale Times with AFP"})
    )

    assert ["Vale Times with AFP"] == [name.literal for name in found.author]


def test_captions_and_events_are_no_dates_of_the_page() -> None:
    """A day in a sentence near the headline is weaker than the labelled one below the text."""
    shown = "<p>Rescue workers search the flooded quarter of Lower Vale, 24 April 2024</p>"
    below = "<ul><li>Date 03.05.2024</li><li>Author Ann Lee</li></ul>"
    found = article(f"<article>{HEADLINE}{shown}{TEXT}</article>{below}")

    assert "2024-05-03" == issued(found)


def test_an_address_settles_the_order_of_day_and_month() -> None:
    """05/03/2024 is the day that the address has too."""
    shown = "<p class='date'>05/03/2024</p>"
    url = "https://www.valetimes.example/2024/05/03/council"

    assert "2024-05-03" == issued(article(f"<article>{HEADLINE}{shown}{TEXT}</article>", url=url))


def test_a_month_is_known_where_no_day_is() -> None:
    """A partial date is inferred from the address."""
    found = article(f"<article>{HEADLINE}{TEXT}</article>", url="https://www.valetimes.example/2024/05/council-meets")

    assert "2024-05" == issued(found)
    assert "issued" in found.unconfirmed


def test_every_choice_has_its_evidence() -> None:
    """The record tells where its author and its day stand on the page."""
    found = article(
        f"<article>{HEADLINE}<p class='byline'>By Ann Lee</p><time datetime='2024-05-03'></time>{TEXT}</article>"
    )
    rules = [(entry.field, entry.rule) for entry in found.evidence]

    assert ("author", "byline element by the headline") in rules
    assert ("issued", "time element by the headline") in rules


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("th", "3 พ.ค. 2567"),
        ("ar", "٣ مايو ٢٠٢٤"),
        ("bn", "৩ মে ২০২৪"),
        ("he", "3 במאי 2024"),
        ("hr", "3. svibnja 2024."),
        ("ka", "3 მაისი 2024"),
        ("sk", "3. mája 2024"),
        ("en", "Published 10:12 AM EDT, Fri May 3, 2024"),
        ("en", "5/3/2024 10:00:00 AM"),
        ("ja", "2024年5月3日 10時12分"),
    ],
)
def test_a_day_is_read_in_the_digits_and_the_calendar_of_its_page(language: str, printed: str) -> None:
    """Arabic and Bengali digits, the years of the Buddha and the months of small languages are read."""
    shown = f"<p class='date'>{printed}</p>"

    assert "2024-05-03" == issued(article(f"<article>{HEADLINE}{shown}{TEXT}</article>", language=language))


@pytest.mark.parametrize("words", [" AND", " y Aa", " y Aa Bb", " and Aa Bb", " Aa", " de Aa", " AND AA BB", ", Aa Bb"])
@pytest.mark.parametrize("start", ["", "By Aa", "Author: Aa", "Aa Bb"])
def test_a_line_of_names_without_an_end_is_read_at_once(words: str, start: str) -> None:
    """A word that joins names, or is part of one, was tried both ways for each that followed."""
    started = time.process_time()
    read_byline(start + words * 200)

    assert time.process_time() - started < 2


def test_names_are_joined_by_words_of_many_languages() -> None:
    assert ("Ana López", "Luis Gil") == _spelled("By Ana López y Luis Gil")
    assert ("ANN LEE", "BO CHEN") == tuple(name.upper() for name in _spelled("BY ANN LEE AND BO CHEN"))


def _spelled(line: str) -> tuple[str, ...]:
    found = read_byline(line)
    return tuple(str(name) for name in found.authors) if found else ()
