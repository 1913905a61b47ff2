"""What pages of blogs, parties and offices show beside their text: which of it is a name, a day, a title, a site."""

from __future__ import annotations

import pytest

from digest.extract import extract
from digest.model import Article, Source
from digest.readers import read

TEXT = "".join(
    f"<p>The harbour of Aktau stayed closed on day {number} of the storm, and the ships waited far outside it.</p>"
    for number in range(1, 9)
)
HEADLINE = "Port of Aktau closed after storm"
HEAD = f"<title>{HEADLINE} | Harbour Notes</title>"


def article(body: str, head: str = HEAD, url: str | None = None) -> Article:
    page = f"<html><head>{head}</head><body>{body}</body></html>".encode()
    (found,) = extract(read(Source(name="page.html", data=page, url=url))[0])
    return found


def names(body: str, head: str = HEAD) -> list[str]:
    return [str(name) for name in article(body, head).author]


@pytest.mark.parametrize(
    "line",
    [
        "jeudi 27 juin 2019, par Ann Lee",
        "11.05.2012, 10:22 von Ann Lee",
        "23.01.2019 <br> By Ann Lee",
        "Radio Vale <br> Talk with Bo Chen <br> 18.03.2020 13:15 Uhr <br> Autor/in: Ann Lee",
        "Ann Lee | 3 May 2019 | Labels: <a>Bo Chen</a>",
    ],
)
def test_a_line_with_the_day_names_whom_its_label_names(line: str) -> None:
    assert ["Ann Lee"] == names(f"<h1>{HEADLINE}</h1><div>{line}</div>{TEXT}")


@pytest.mark.parametrize(
    "line",
    [
        "mercredi 11 septembre 2019",
        "January 13, 2020 at 08:45 AM | categories: <a>Storms</a>, <a>Mercury</a>",
        "Kategorie: <a>Hafen Aktau</a> | 13.01.2020",
        "© by <a>WhatsHarbour</a> 13.01.2020",
    ],
)
def test_a_weekday_or_a_category_beside_the_day_is_nobody(line: str) -> None:
    assert [] == names(f"<h1>{HEADLINE}</h1><div>{line}</div>{TEXT}")


@pytest.mark.parametrize(
    "foot",
    [
        "<ul><li>North America</li><li>Business Law</li></ul>",
        "<h3>Ähnliche Beiträge</h3>",
        "<p>ISBN: 978-3960960010 // hier kaufen</p>",
        "<p>Category: Port Popular</p>",
    ],
)
def test_what_stands_below_a_text_is_seldom_a_signature(foot: str) -> None:
    assert [] == names(f"<h1>{HEADLINE}</h1>{TEXT}{foot}")


def test_a_name_alone_below_the_text_signs_it() -> None:
    assert ["Ann Lee"] == names(f"<h1>{HEADLINE}</h1>{TEXT}<p>Ann Lee</p>")


def test_one_word_signs_where_a_label_says_so() -> None:
    """Who writes a blog under one name is its author where "by" stands before it, and nobody else is."""
    assert ["loldf"] == names(f"<h1>{HEADLINE}</h1><p>jeudi 27 juin 2019, par loldf</p>{TEXT}")
    assert ["Stadler"] == names(f"<h1>{HEADLINE}</h1>{TEXT}{TEXT}{TEXT}<p>posted by Stadler at 12:53</p>")
    assert [] == names(f"<h1>{HEADLINE}</h1>{TEXT}{TEXT}{TEXT}<p>Form: by Delicious</p>")


def test_a_label_in_an_element_of_its_own_names_an_author() -> None:
    box = "<ul><li><strong>Date</strong> 10.06.2013</li><li><strong>Author</strong> Ben Knight</li></ul>"
    head = HEAD + '<meta name="author" content="Harbour Notes">'

    assert ["Ben Knight"] == names(f"<h1>{HEADLINE}</h1>{TEXT}{box}", head)


def test_the_credit_of_a_picture_signs_nothing() -> None:
    """The label and the photographer are elements beside each other, and the writer's are too."""
    credit = '<div class="byline"><span>Photograph by</span> <b>Carl Cox, Vale Pictures</b></div>'
    by = "<div><span>By</span> <b>Ann Lee</b></div>"

    assert ["Ann Lee"] == names(f"<h1>{HEADLINE}</h1>{by}{credit}{TEXT}")


def test_contributors_to_something_are_no_name_beginning_with_to() -> None:
    data = (
        '{"@context":"https://schema.org","@type":"Article","headline":"' + HEADLINE + '",'
        '"author":{"@type":"Organization","name":"Contributors to Harbour projects"}}'
    )
    head = f'{HEAD}<script type="application/ld+json">{data}</script>'

    assert ["Contributors to Harbour projects"] == names(f"<h1>{HEADLINE}</h1>{TEXT}", head)


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>Harbour news</h1><h2>{HEADLINE}</h2>",
        f'<h1>Harbour news</h1><h2><a href="/port">{HEADLINE}</a></h2>',
        f'<h1>Ships . Ports . Pilots</h1><div class="entry-title">{HEADLINE}</div>',
    ],
)
def test_the_heading_that_the_title_element_has_is_the_headline(heading: str) -> None:
    assert HEADLINE == article(f"{heading}{TEXT}").title


def test_a_headline_that_ends_in_dots_is_whole_where_it_is_printed() -> None:
    head = f"<title>{HEADLINE}… | Harbour Notes</title>"

    assert f"{HEADLINE}…" == article(f'<h1>News</h1><h2 class="post-title">{HEADLINE}…</h2>{TEXT}', head).title


def test_a_folder_of_the_address_is_a_section_of_the_title() -> None:
    title = f"{HEADLINE} | Chronicles | Harbour Notes"
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    head += '<meta property="og:site_name" content="Harbour Notes">'
    found = article(f"<h1>{HEADLINE} Members</h1>{TEXT}", head, "https://notes.example/magazine/chronicles/port-shut")

    assert HEADLINE == found.title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"Harbour Insider | {HEADLINE}", "Harbour Insider"),
        (f"{HEADLINE} › Party of the Harbour", "Party of the Harbour"),
        ("HARBOURS", "HARBOURS"),
        (f"Storms: {HEADLINE}", None),
        (f"{HEADLINE} | 2011", None),
    ],
)
def test_the_title_element_names_the_site_beside_the_headline(title: str, expected: str | None) -> None:
    found = article(f"<h1>{HEADLINE}</h1>{TEXT}", f"<title>{title}</title>")

    assert (HEADLINE, expected) == (found.title, found.container_title)


def test_brackets_in_a_headline_hold_no_site() -> None:
    title = "Song of the Harbour (Ocean - Storm)"
    head = f'<meta property="og:title" content="{title}"><title>Sea Songs: {title}</title>'
    found = article(f'<h1 class="site-title">Sea Songs</h1><h3 class="post-title">{title}</h3>{TEXT}', head)

    assert title == found.title


def test_a_site_goes_without_the_form_of_its_company() -> None:
    head = f'{HEAD}<meta property="og:site_name" content="Harbour Care Deutschland GmbH">'

    assert "Harbour Care Deutschland" == article(f"<h1>{HEADLINE}</h1>{TEXT}", head).container_title


def test_an_address_without_a_host_names_no_site() -> None:
    head = '<title>Herbs</title><meta property="og:url" content="https://.harbour.example">'

    assert article(f"<h1>{HEADLINE}</h1>{TEXT}", head).container_title is None


def test_a_day_inside_a_sentence_is_not_the_day_of_the_page() -> None:
    """The day of a link in the text, or of a sentence, loses to the one below the headline, and is none alone."""
    linked = '<p>The old port was <a href="/x">8 August 2009</a> opened by the mayor of Aktau and his friends.</p>'
    told = "<p>1903 Am 27.09.1903 wurde der Verein am Hafen gegründet.</p>"

    assert "2019-07-13" == str(article(f"<h1>{HEADLINE}</h1><div>Sa 13 Jul 2019</div>{linked}{TEXT}").issued)
    assert article(f"<h1>{HEADLINE}</h1>{linked}{told}{TEXT}").issued is None


def test_lives_in_a_table_are_no_days_of_a_page() -> None:
    """Two days in one line are a life or a period; a day before there were pages is one the text tells of."""
    rows = "".join(f"<tr><td>Rath, Max</td><td>0{day}.09.1997</td><td>08.07.2001</td></tr>" for day in range(1, 9))
    old = "<tr><td>Rath, Ann</td><td>06.03.1908</td></tr>"

    assert article(f"<h1>{HEADLINE}</h1>{TEXT * 3}<table>{rows}{old}</table>").issued is None


def test_the_note_below_an_entry_tells_its_day() -> None:
    note = "<p><small>This entry was posted on Saturday, 3. December 2011 at 12:10 and is filed under <a>Ports</a>. "
    note += "You can follow the responses to this entry, leave a reply, or look at all that was said before, and " * 2
    note += "both are closed.</small></p>"

    assert "2011-12-03" == str(article(f"<h1>{HEADLINE}</h1>{TEXT * 3}{note}").issued)


def test_a_page_that_has_moved_keeps_the_day_of_its_address() -> None:
    """Where it also prints a later day below its headline, that is believed: the address may tell of the past."""
    data = '{"@context":"https://schema.org","@type":"Article","headline":"' + HEADLINE + '",'
    data += '"datePublished":"2019-06-17T18:28:00+0200"}'
    head = f'{HEAD}<script type="application/ld+json">{data}</script>'
    url = "https://notes.example/home/2017/7/12/port"

    assert "2017-07-12" == str(article(f"<h1>{HEADLINE}</h1>{TEXT}", head, url).issued)
    assert "2019-06-17" == str(article(f"<h1>{HEADLINE}</h1><div>17 June 2019</div>{TEXT}", head, url).issued)


def test_the_head_of_a_commentary_is_no_reader_s_comment() -> None:
    date = '<div class="PublishDate ArticleHeaderComment_publishDate">29. Januar 2019</div>'

    assert "2019-01-29" == str(article(f"<h1>{HEADLINE}</h1>{date}{TEXT}").issued)


def test_a_name_with_a_dash_is_the_name_of_one() -> None:
    head = '<title>Port</title><meta name="author" content="CDU - Hafen Aktau">'
    head += '<meta name="copyright" content="CDU - Hafen Aktau">'
    found = article(f"<h1>{HEADLINE}</h1>{TEXT}", head)

    assert (["CDU - Hafen Aktau"], "CDU - Hafen Aktau") == ([str(name) for name in found.author], found.container_title)


def test_a_domain_that_ends_in_a_word_before_days_is_whole() -> None:
    head = HEAD + '<meta name="author" content="futurehafen.at">'

    assert ["futurehafen.at"] == names(f"<h1>{HEADLINE}</h1>{TEXT}", head)


def test_a_label_above_the_headline_names_an_author_too() -> None:
    line = (
        '<p>Freitag | 14. Juni 2019 | 15:49 VON Ann Lee IN <a href="/ports" rel="category">Ports</a> | 0 COMMENTS</p>'
    )

    assert ["Ann Lee"] == names(f"<div>{line}</div><h1>{HEADLINE}</h1>{TEXT}")


def test_the_heading_of_the_ministry_is_not_the_headline() -> None:
    """The title for machines may lack the first word of the heading that is the headline."""
    head = f"<title>MHA | {HEADLINE}</title>"
    body = f"<h1>Ministry of Harbours of Aktau</h1><h1>Big {HEADLINE}</h1>{TEXT}"

    assert f"Big {HEADLINE}" == article(body, head).title


def test_the_name_of_the_blogs_falls_off_a_title_nobody_sees() -> None:
    title = f"{HEADLINE} » HarbourLogs"
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'

    assert HEADLINE == article(TEXT, head).title


def test_the_day_of_an_event_is_not_the_day_of_its_page() -> None:
    line = "<p>Beginn: <b>13. Mai 2012 11:00</b></p><p>Aktualisiert: 15. Februar 2012</p>"

    assert "2012-02-15" == str(article(f"<h1>{HEADLINE}</h1>{line}{TEXT}").issued)


def test_a_body_keeps_the_place_in_its_name() -> None:
    head = HEAD + '<meta name="author" content="Verein der Fischer in Aktau e.V.">'

    assert ["Verein der Fischer in Aktau e.V."] == names(f"<h1>{HEADLINE}</h1>{TEXT}", head)


def test_an_h1_that_is_a_picture_leaves_the_next_heading() -> None:
    body = f'<h1><a href="/"><img src="logo.png"></a></h1><h2>{HEADLINE}</h2>{TEXT}'

    assert HEADLINE == article(body, "<title>notes.example</title>").title
