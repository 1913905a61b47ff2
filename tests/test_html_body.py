"""The text of HTML pages: what is body, what is furniture and why."""

from __future__ import annotations

import json

import pytest

from digest.model import Block, Source
from digest.readers.html import read_html
from digest.readers.sniffing import sniff
from tests.html_kinds import KINDS
from tests.html_kinds_crowded import CROWDED
from tests.html_pages import PARAGRAPHS, STANDFIRST, article, paragraphs


def blocks(page: bytes, url: str | None = "https://harbourtimes.example/storm") -> tuple[Block, ...]:
    """The blocks of a page."""
    return read_html(Source(name="page.html", data=page, url=url))[0].blocks


def texts(page: bytes, *kinds: str) -> list[str]:
    """The texts of a page's blocks of some kinds; of paragraphs, unless told."""
    return [block.text for block in blocks(page) if block.kind in (kinds or ("paragraph",))]


def why(page: bytes, words: str) -> str:
    """The rule of the furniture that says `words`; nothing where it is left out or body."""
    return next((block.rule for block in blocks(page) if block.kind == "furniture" and words in block.text), "")


def test_menus_and_footers_are_left_out() -> None:
    """Of a plain page the paragraphs remain, and its headline as the title."""
    page = article(paragraphs())

    assert list(PARAGRAPHS) == texts(page)
    assert ["Storm closes harbour of Aktau"] == texts(page, "title")
    assert len(PARAGRAPHS) + 1 == len(blocks(page))


def test_blocks_are_counted_from_one() -> None:
    """A page of elements has no lines: its blocks are numbered."""
    page = article(paragraphs())

    assert list(range(1, len(PARAGRAPHS) + 2)) == [block.line for block in blocks(page)]


def test_headings_lists_and_quotes_keep_their_order() -> None:
    """Headings have their level, items are items, quoted blocks are paragraphs."""
    inner = paragraphs(*PARAGRAPHS[:2])
    inner += (
        "<h2>What is known</h2><ul><li>Two cranes fell.</li><li>Nobody was <b>hurt</b>.</li></ul><h3>The master</h3>"
    )
    inner += f"<blockquote><p>{PARAGRAPHS[2]}</p></blockquote>" + paragraphs(PARAGRAPHS[3])

    found = [(block.kind, block.level) for block in blocks(article(inner))[3:]]

    assert [
        ("heading", 2), ("list item", None), ("list item", None), ("heading", 3), ("paragraph", None),
        ("paragraph", None),
    ] == found  # fmt: skip


@pytest.mark.parametrize(
    ("words", "rule", "html"),
    [
        (
            "More from the coast",
            "related stories",
            '<div class="c-related-articles"><h3>More from the coast</h3></div>',
        ),
        ("Fire on a ferry", "related stories", '<p>Read more: <a href="/ferry">Fire on a ferry</a></p>'),
        (
            "Fire on a ferry",
            "related stories",
            '<p><strong>Lesen Sie auch:</strong> <a href="/f">Fire on a ferry</a></p>',
        ),
        ("The ferry fire", "a link alone", '<p><a href="/ferry">The ferry fire</a></p>'),
        (
            "letter every morning",
            "newsletter box",
            '<div class="newsletter-signup"><p>A letter every morning.</p></div>',
        ),
        ("Sign up for our", "newsletter box", "<p>Sign up for our free newsletter to get the news of the port.</p>"),
        ("Send this", "share bar", '<ul class="share-tools"><li>Send this</li></ul>'),
        ("Advertisement", "advertisement", "<div>Advertisement</div>"),
        ("Реклама", "advertisement", "<p>Реклама</p>"),
        ("広告", "advertisement", "<p>広告</p>"),
        ("grew up in Aktau", "author box", '<div class="author-bio"><p>Amina Bekova grew up in Aktau.</p></div>'),
        ("ports", "tags", '<ul class="post-tags"><li>ports</li><li>storms</li></ul>'),
        ("cookies", "cookie notice", '<div id="cookie-banner"><p>We use cookies, as everybody does.</p></div>'),
        ("Facts at a glance", "aside", "<aside><p>Facts at a glance: two cranes, nineteen ships.</p></aside>"),
        ("© 2031", "legal notice", "<p>© 2031 Harbour Times</p>"),
        ("By Amina Bekova", "byline", '<p class="byline">By Amina Bekova</p>'),
        ("Cranes", "tags", '<p>Filed under: <a href="/c">Cranes</a>, <a href="/s">Storms</a></p>'),
        ("closed", "comments", "<p>Comments are closed.</p>"),
        ("Ships are sold", "related stories", '<div class="next-story"><h2>Ships are sold</h2><p>Nineteen.</p></div>'),
        ("state.date", "a template's mark", "<p>{{ state.date | format: 'HH:mm' }}</p>"),
        ("well said", "comments", '<div id="comments"><p>A reader: that was very well said, thank you.</p></div>'),
    ],
)
def test_furniture_inside_the_text_says_why(words: str, rule: str, html: str) -> None:
    """What stands between two paragraphs and is none of the text is kept with the rule that found it."""
    page = article(paragraphs(*PARAGRAPHS[:2]) + html + paragraphs(*PARAGRAPHS[2:]))

    assert list(PARAGRAPHS) == texts(page)
    assert rule == why(page, words)


def test_a_box_goes_with_its_heading() -> None:
    """The stories below "Читайте также" are furniture, and the text goes on after them."""
    links = "".join(f'<li><a href="/{n}">Another story of the port, number {n}</a></li>' for n in range(3))
    page = article(
        paragraphs(*PARAGRAPHS[:2]) + f"<h3>Читайте также</h3><ul>{links}</ul>" + paragraphs(*PARAGRAPHS[2:])
    )

    assert list(PARAGRAPHS) == texts(page, "paragraph", "list item", "heading")


def test_hidden_elements_are_no_text() -> None:
    """What a browser does not show is not even furniture."""
    hidden = (
        '<p hidden>Unseen.</p><p style="display: none">Unseen.</p><div aria-hidden="true">Unseen.</div>'
        "<template>Unseen.</template>"
        '<noscript><p>Unseen.</p></noscript><p>Seen<span class="visually-hidden"> Unseen</span>, all of it.</p>'
    )
    page = article(paragraphs() + hidden)

    assert [*PARAGRAPHS, "Seen, all of it."] == texts(page)
    assert not any("Unseen" in block.text for block in blocks(page))


def test_captions_are_no_paragraphs() -> None:
    """A figure's caption, and a line with a picture's credit."""
    figure = '<figure><img src="crane.jpg"><figcaption>A crane in the water.</figcaption></figure>'
    credit = "<div>The harbour master at his window. Photo: Amina Bekova</div>"
    page = article(figure + paragraphs(*PARAGRAPHS[:2]) + credit + paragraphs(*PARAGRAPHS[2:]))

    assert list(PARAGRAPHS) == texts(page)
    assert ["A crane in the water.", "The harbour master at his window. Photo: Amina Bekova"] == texts(page, "caption")


@pytest.mark.parametrize("html", [f"<p class='standfirst'>{STANDFIRST}</p>", f"<div class='c-dek'>{STANDFIRST}</div>"])
def test_a_standfirst_stands_before_the_text(html: str) -> None:
    """The sentence between headline and text is told from it."""
    page = article(f"{html}<p class='byline'>By Amina Bekova</p><div class='article-body'>{paragraphs()}</div>")

    assert [STANDFIRST] == texts(page, "standfirst")
    assert list(PARAGRAPHS) == texts(page)


def test_links_are_absolute() -> None:
    """Words and address of each link; what leads nowhere is left out."""
    linked = '<p>The <a href="../port?a=1">port authority</a> said <a href="javascript:void(0)">so</a> on Monday.</p>'
    page = article(paragraphs() + linked)
    based = article(paragraphs() + linked, head='<base href="https://cdn.example/x/y/">')

    assert (("port authority", "https://harbourtimes.example/port?a=1"),) == blocks(page)[-1].links
    assert (("port authority", "https://cdn.example/x/port?a=1"),) == blocks(based)[-1].links


def test_lines_parted_by_two_breaks_are_paragraphs() -> None:
    """Old pages have no paragraphs: two line breaks part them."""
    page = article("<table><tr><td><font>" + "<br><br>".join(PARAGRAPHS) + "</font></td></tr></table>")

    assert list(PARAGRAPHS) == texts(page)


def test_a_table_is_read_by_rows() -> None:
    """The cells of a row stand in one line."""
    table = "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2030</td><td>412</td></tr></table>"
    page = article(paragraphs() + table)

    assert ["Year | Ships", "2030 | 412"] == texts(page, "list item")


def test_a_page_of_one_named_element_is_no_furniture() -> None:
    """An article wrapped in an element that is named like furniture is still the article."""
    page = article(f'<div class="layout-sidebar-grid"><div class="promo">{paragraphs()}</div></div>')

    assert list(PARAGRAPHS) == texts(page)


def test_the_first_of_several_articles_is_read() -> None:
    """On a page that loads the next articles below, the text below the headline is the article."""
    other = "".join(
        f"<article><h1>Another headline number {n}</h1>" + paragraphs(*(f"{text} {n} more." for text in PARAGRAPHS))
        + "</article>" for n in range(2)
    )  # fmt: skip
    page = article("", before=f"<article><h1>Storm closes harbour of Aktau</h1>{paragraphs()}</article>", after=other)

    assert list(PARAGRAPHS) == texts(page)


def test_a_text_said_twice_is_read_once() -> None:
    """A caption or a quotation that the page repeats for small screens."""
    page = article(paragraphs(*PARAGRAPHS, PARAGRAPHS[1]))

    assert list(PARAGRAPHS) == texts(page)
    assert "said before" == why(page, PARAGRAPHS[1])


def test_a_page_without_text_has_no_blocks() -> None:
    """Pictures alone make no article."""
    assert () == blocks(b"<html><body><img src=a.png></body></html>")


@pytest.mark.parametrize("kind", [*KINDS, *CROWDED])
def test_pages_of_many_kinds(kind: str) -> None:
    """Of each, the lines a reader would call its text, in order, and nothing else."""
    page = (KINDS | CROWDED)[kind]
    lines = texts(page.html.encode(), "paragraph", "list item", "heading", "standfirst")

    assert list(page.text) == lines
    assert not [line for line in lines for other in page.left_out if other in line]


def test_a_text_that_is_only_declared_is_read() -> None:
    """A page that a script is to fill states its text as `articleBody`; a page that shows its text is read itself."""
    stated = json.dumps({"@type": "NewsArticle", "articleBody": "<p>" + "</p><p>".join(PARAGRAPHS) + "</p>"})
    script = f'<script type="application/ld+json">{stated}</script>'

    assert list(PARAGRAPHS) == texts(article("<p>Loading…</p>", head=script))
    assert [text * 3 for text in PARAGRAPHS] == texts(article(paragraphs(*(t * 3 for t in PARAGRAPHS)), head=script))


@pytest.mark.parametrize("wrapper", ["class='partner-content'", "style='display:none'", "class='paywall-modal'"])
def test_an_article_in_an_element_named_as_furniture_is_read(wrapper: str) -> None:
    """Sponsored articles, and those that a script is to show: what holds most of a page's text is its article."""
    page = article(f"<div {wrapper}>{paragraphs()}</div>")

    assert list(PARAGRAPHS) == texts(page)


def test_a_long_discussion_is_not_the_article() -> None:
    """Comments may be five times as long as what they comment on."""
    comments = "".join(f"<li><p>{text} {number}</p></li>" for number in range(5) for text in PARAGRAPHS)
    page = article(paragraphs(), after=f'<section id="comments"><h2>20 comments</h2><ol>{comments}</ol></section>')

    assert list(PARAGRAPHS) == texts(page)


def test_a_story_told_below_its_pictures_is_read() -> None:
    """Where nearly all the text stands in captions, they are the text."""
    pictures = "".join(f"<figure><img src=a.jpg><figcaption>{text}</figcaption></figure>" for text in PARAGRAPHS)
    page = article(f"<p>{STANDFIRST}</p><div class='gallery'>{pictures}</div>")

    assert [STANDFIRST, *PARAGRAPHS] == texts(page, "standfirst", "paragraph")


@pytest.mark.parametrize("kind", ["a page below warnings", "a page below its host's script"])
def test_what_stands_before_a_document_makes_it_no_text(kind: str) -> None:
    """Hosts write scripts, and PHP its warnings, above the doctype."""
    assert "text/html" == sniff(Source(name="page", data=CROWDED[kind].html.encode()))
    assert "text/plain" == sniff(Source(name="notes", data=b"Warning: the ferry does not run on Monday.\n" * 9))
