"""The lines of HTML pages, told from what stands between them by more than a name."""

from __future__ import annotations

from tests.html_pages import PARAGRAPHS, STANDFIRST, article, paragraphs
from tests.test_html_body import blocks, texts, why


def test_a_picture_between_words_makes_no_caption() -> None:
    """Formulas and faces stand in a line; what follows a picture says what it shows."""
    formula = "<p>For every ship <img src=s.png> that waits, the harbour loses <img src=w.png> a day.</p>"
    shown = "<div><img src=a.jpg><p>The cranes on Monday</p></div>"
    page = article(paragraphs(*PARAGRAPHS[:2]) + formula + shown + paragraphs(*PARAGRAPHS[2:]))

    assert "For every ship that waits, the harbour loses a day." in texts(page)
    assert ["The cranes on Monday"] == texts(page, "caption")


def test_a_place_that_links_lead_to_is_no_link() -> None:
    """Old pages mark their parts by anchors around a whole line."""
    page = article(paragraphs(*PARAGRAPHS[:2]) + f'<p><a name="three">{PARAGRAPHS[2]}</a></p>')

    assert list(PARAGRAPHS[:3]) == texts(page)


def test_a_row_of_a_table_keeps_what_it_is_about() -> None:
    """The first cell of a row is often a link."""
    rows = "".join(f'<tr><td><a href="/{name}">{name}</a></td><td>{n} metres</td></tr>' for n, name in enumerate("abc"))
    page = article(paragraphs() + f"<table>{rows}</table>")

    assert ["a | 0 metres", "b | 1 metres", "c | 2 metres"] == texts(page, "list item")


def test_a_life_below_the_authors_name_is_no_text() -> None:
    """It begins with the name that stands above it; a text that only begins so is kept."""
    author = '<meta name="author" content="Amina Bekova">'
    life = "<div>By Amina Bekova</div><div>Amina Bekova has written about harbours and ships since 2009.</div>"
    page = article(life + paragraphs(), head=author)
    kept = article("<p>Amina Bekova saw it all from her window.</p>" + paragraphs(), head=author)

    assert "author box" == why(page, "since 2009") or "since 2009" not in str(blocks(page))
    assert list(PARAGRAPHS) == texts(page)
    assert "Amina Bekova saw it all from her window." in texts(kept)


def test_a_headline_amid_the_text_cuts_nothing_off() -> None:
    """A title may be that of a part of the page."""
    whole = paragraphs(*PARAGRAPHS[:2]) + "<h1>Storm closes harbour of Aktau</h1>" + paragraphs(*PARAGRAPHS[2:])
    page = f"<html><head><title>Storm closes harbour of Aktau</title></head><body>{whole}</body></html>".encode()

    assert list(PARAGRAPHS) == texts(page)


def test_a_standfirst_without_a_text_is_the_text() -> None:
    """A page of one sentence that its head repeats."""
    page = article(
        f'<p>{STANDFIRST}</p><p><a href="/next">Newer</a></p>', head=f'<meta name="description" content="{STANDFIRST}">'
    )

    assert [STANDFIRST] == texts(page)


def test_a_page_whose_outermost_elements_close_themselves_is_read() -> None:
    """Slashes that XML would heed, and browsers do not."""
    page = article(paragraphs()).replace(b'<html lang="en">', b'<html lang="en" />').replace(b"<body>", b"<body/>")

    assert list(PARAGRAPHS) == texts(page)


def test_a_page_of_short_lines_is_read() -> None:
    """Dates, names and places, and no sentence among them."""
    lines = ("Autumn trials", "3 December 2031", "Judge: Klaus Brandt", "Room 7, Harbour Street")
    page = article(paragraphs(*lines)).replace(b", a company of its readers and of nobody else.", b"")

    assert [line for line in lines if "20" not in line] == texts(page)


def test_a_kicker_is_parted_from_its_headline() -> None:
    """Styles part them; the text needs a space."""
    page = article(paragraphs(*PARAGRAPHS[:2]) + "<h2><span>Trade with Baku:</span>Ships wait</h2>" + paragraphs())

    assert ["Trade with Baku: Ships wait"] == texts(page, "heading")


def test_no_part_of_a_text_stands_as_high_as_its_headline() -> None:
    """Writers take h1 for parts of a text, and h2 beside it."""
    inner = paragraphs(*PARAGRAPHS[:2]) + "<h1>The ships</h1>" + paragraphs(PARAGRAPHS[2]) + "<h2>The cranes</h2>"
    page = article(inner + paragraphs(PARAGRAPHS[3]))

    assert [2, 2] == [block.level for block in blocks(page) if block.kind == "heading"]
