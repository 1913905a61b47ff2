"""What a page states of itself: JSON-LD however broken, meta tags, microdata, headings; and of which article."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Declared, Source
from digest.readers import read
from digest.readers.html.loose_json import read_json

URL = "https://www.example.com/world/the-dam"


def declared(head: str, body: str = "<h1>The dam that broke</h1><p>Text.</p>") -> tuple[Declared, ...]:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return read(Source(name="p.html", data=html.encode(), url=URL))[0].declared


def stated(head: str, field: str, body: str = "<h1>The dam that broke</h1><p>Text.</p>") -> list[tuple[str, str]]:
    return [(row.origin, row.value) for row in declared(head, body) if row.field == field]


def script(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


ARTICLE = {"@type": "NewsArticle", "headline": "The dam that broke", "url": URL}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": "b"}', {"a": "b"}),
        ('{"a": "b",}', {"a": "b"}),
        ('{"a": ["b",,"c",]}', {"a": ["b", "c"]}),
        ('{"a": "b\nc\td"}', {"a": "b\nc\td"}),
        ('{"a": "b" /* no */, // never\n "c": 1}', {"a": "b", "c": 1}),
        ('// <![CDATA[\n{"a": "b"}\n// ]]>', {"a": "b"}),
        ('<!--\n{"a": "b"}\n-->', {"a": "b"}),
        ('<![CDATA[{"a": "b"}]]>', {"a": "b"}),
        ("{&quot;a&quot;: &quot;b&quot;}", {"a": "b"}),
        ('{"a": "b"};', {"a": "b"}),
        ('{"a": "she said "no" twice", "c": "d"}', {"a": 'she said "no" twice', "c": "d"}),
        ('{"a": "it\\\'s"}', {"a": "it's"}),
        ('{"a": "b\\u00e4"}', {"a": "bä"}),
        ('{"a": "https://x.example//y", }', {"a": "https://x.example//y"}),
    ],
)
def test_json_broken_in_the_usual_ways_is_read(text: str, value: object) -> None:
    assert (value,) == read_json(text)


@pytest.mark.parametrize("text", ["", "{", "no json", '{"a": __import__("os")}', "{'a': 'b'}", "[" * 100_000, '"' * 9])
def test_what_is_no_json_gives_nothing(text: str) -> None:
    assert () == read_json(text)


@given(st.text(alphabet='{}[]",:/*\\ab\n &;<>!-', max_size=80))
def test_no_text_breaks_the_reading_of_json(text: str) -> None:
    assert isinstance(read_json(text), tuple)


@pytest.mark.parametrize(
    "unit", ['"', "/*", '\\"', ", ", '" ', '"x" ', "[", '{"a":', "-->", "\\", "//\n", "<!--"], ids=repr
)
def test_a_long_run_of_one_kind_is_read_in_time(unit: str) -> None:
    began = time.process_time()

    read_json('{"a": ' + unit * (300_000 // len(unit)))

    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Dana Aliyeva", ["Dana Aliyeva"]),
        ({"@type": "Person", "name": "Dana Aliyeva"}, ["Dana Aliyeva"]),
        ([{"@type": "Person", "name": "Dana Aliyeva"}, {"name": "Bo Li"}], ["Dana Aliyeva", "Bo Li"]),
        ({"@type": "Person", "name": ["Dana Aliyeva", "Bo Li"]}, ["Dana Aliyeva", "Bo Li"]),
        ({"@id": "#7"}, ["Dana Aliyeva"]),
        ([{"@id": "#7"}, "Bo Li"], ["Dana Aliyeva", "Bo Li"]),
        ({"@type": "Role", "author": {"@type": "Person", "name": "Dana Aliyeva"}}, ["Dana Aliyeva"]),
        ({"@type": "Person", "givenName": "Dana", "familyName": "Aliyeva"}, ["Dana Aliyeva"]),
        ({"@type": "Person", "name": "Dana &amp; Co &lt;b&gt;"}, ["Dana & Co"]),
        ({"name": {"@value": "Dana Aliyeva"}}, ["Dana Aliyeva"]),
        ([None, 7, {}, {"@type": "Person"}], []),
    ],
)  # fmt: skip
def test_each_author_of_json_is_a_row(author: object, names: list[str]) -> None:
    graph = {"@graph": [ARTICLE | {"author": author}, {"@type": "Person", "@id": "#7", "name": "Dana Aliyeva"}]}

    assert names == [name for _, name in stated(script(graph), "author")]


def test_the_kind_of_an_author_is_told() -> None:
    author = [{"@type": "Person", "name": "Dana Aliyeva"}, {"@type": "Organization", "name": "Coast Agency"}]

    assert [
        ("JSON-LD NewsArticle author Person", "Dana Aliyeva"),
        ("JSON-LD NewsArticle author Organization", "Coast Agency"),
    ] == stated(script(ARTICLE | {"author": author}), "author")


def test_the_article_of_the_page_comes_before_others() -> None:
    """By its address, then by its headline; an article at another address is left out."""
    other = {"@type": "NewsArticle", "headline": "Ten recipes", "url": "https://www.example.com/food/ten"}
    same = {"@type": "BlogPosting", "headline": "The dam that broke"}
    found = stated(script(other, same, ARTICLE), "title")

    assert ("JSON-LD NewsArticle headline", "The dam that broke") == found[0]
    assert ("JSON-LD BlogPosting headline", "The dam that broke") == found[1]
    assert "Ten recipes" not in {value for _, value in found}


def test_teasers_of_a_list_are_no_articles_of_the_page() -> None:
    items = [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Ten recipes"}}]

    assert "Ten recipes" not in {
        value for _, value in stated(script({"@type": "ItemList", "itemListElement": items}), "title")
    }


def test_the_page_an_article_is_part_of_is_no_site() -> None:
    node = ARTICLE | {"isPartOf": {"@type": "WebPage", "name": "The dam that broke - Harbor Gazette"}}

    assert [] == stated(script(node), "site_name")


@pytest.mark.parametrize(
    ("head", "field", "row"),
    [
        ('<meta property="og:title" content="A &amp; B">', "title", ("meta og:title", "A & B")),
        ('<meta name="DC.Title" content="A">', "title", ("meta dc.title", "A")),
        ('<meta name="dc:creator" content="A">', "author", ("meta dc.creator", "A")),
        ('<meta name="parsely-author" content="A">', "author", ("meta parsely-author", "A")),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="A">', "author",
         ("meta twitter:data1", "A")),
        ('<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="4">', "author",
         None),
        ('<meta property="article:published_time" content="2024-03-05">', "issued",
         ("meta article:published_time", "2024-03-05")),
        ('<meta property="article:modified_time" content="2024-03-06">', "modified",
         ("meta article:modified_time", "2024-03-06")),
        ('<meta property="og:site_name" content="A">', "site_name", ("meta og:site_name", "A")),
        ('<meta http-equiv="content-language" content="ru">', "language", ("meta content-language", "ru")),
        ('<meta name="x:kicker" content="A">', "kicker", ("meta x:kicker", "A")),
        ('<link rel="canonical" href="/a">', "url", ("canonical link", "/a")),
        ('<meta name="author" content="  ">', "author", None),
        ('<meta name="author">', "author", None),
    ],
)  # fmt: skip
def test_a_meta_tag_is_a_row(head: str, field: str, row: tuple[str, str] | None) -> None:
    found = stated(head, field, "<p>Text.</p>")

    assert ([row] if row else []) == found


@pytest.mark.parametrize(
    "note",
    [
        "<!-- saved from url=(0035)https://www.example.com/saved/page -->",
        "<!--\n Page saved with SingleFile \n url: https://www.example.com/saved/page \n saved date: Tue -->",
    ],
)
def test_a_saved_page_says_where_it_was(note: str) -> None:
    html = f"<!DOCTYPE html>\n{note}\n<html><head></head><body><p>Text.</p></body></html>"
    (page,) = read(Source(name="p.html", data=html.encode()))

    assert ["https://www.example.com/saved/page"] == [row.value for row in page.declared if row.origin == "saved from"]


def item(headline: str, more: str = "") -> str:
    return (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">{headline}</h2>{more}'
        '<time itemprop="datePublished" datetime="2024-03-05">5 March</time></div>'
    )


def test_microdata_of_teasers_says_so() -> None:
    author = (
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Bo Li</b></span>'
    )
    body = f"<h1>The dam that broke</h1>{item('Ten recipes')}{item('The dam that broke', author)}<p>Text.</p>"
    found = [row for row in declared("", body) if row.origin.startswith("microdata")]

    assert [
        ("microdata NewsArticle headline", "The dam that broke"),
        ("microdata NewsArticle author Person", "Bo Li"),
    ] == [(row.origin, row.value) for row in found[:2]]
    assert "microdata NewsArticle headline (another item)" == next(
        row.origin for row in found if row.value == "Ten recipes"
    )


def test_a_heading_says_where_it_stands() -> None:
    body = """<nav class="breadcrumb"><h1>World</h1></nav><header><h1 class="logo">Harbor Gazette</h1></header>
    <article><h1>The dam that broke</h1><p>Text.</p></article><aside><h1>More stories</h1></aside>"""

    assert [
        ("h1 in a breadcrumb", "World"),
        ("h1 of the site", "Harbor Gazette"),
        ("h1", "The dam that broke"),
        ("h1 of another story", "More stories"),
    ] == stated("", "title", body)


def test_a_headline_need_not_be_an_h1() -> None:
    body = """<div class="teaser"><h2 class="headline">Ten recipes</h2></div>
    <a href="/x"><h2 class="headline">Link</h2></a>
    <article class="has-sidebar"><h2 class="article-title">The dam that broke</h2><p>Text.</p></article>"""

    assert [("headline element", "The dam that broke")] == stated("", "title", body)


def test_a_kicker_in_a_heading_is_told_from_the_headline() -> None:
    body = '<h1><span class="kicker">Flood</span><span>The dam that <b>b</b>roke</span></h1><p>Text.</p>'

    assert [("h1", "Flood The dam that broke"), ("heading without its kicker", "The dam that broke")] == stated(
        "", "title", body
    )
    assert [("kicker in h1", "Flood")] == stated("", "kicker", body)


def test_the_parts_of_a_heading_are_told() -> None:
    body = "<h1><span>The dam that broke</span><small>What the river took</small></h1><p>Text.</p>"

    assert [
        ("h1", "The dam that broke What the river took"),
        ("first part of the heading", "The dam that broke"),
        ("last part of the heading", "What the river took"),
    ] == stated("", "title", body)


def test_nothing_that_cannot_be_stored_is_stated() -> None:
    head = '<meta property="og:title" content="Xi\u202e&#8203; lands\u00ad in &#0;A\u0007">'
    (value,) = [row.value for row in declared(head, "<p>Text.</p>") if row.origin == "meta og:title"]

    assert not set(value) & set("\u202e\u200b\u00ad\u0007\u0000")


def test_a_page_of_thousands_of_statements_is_read_in_time() -> None:
    many = '<meta name="author" content="A">' * 30_000 + script(*[ARTICLE] * 500)
    began = time.process_time()

    assert len(declared(many)) < 5_000
    assert time.process_time() - began < 10
