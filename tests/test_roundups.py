"""A newsletter that collects others' stories gives each of them; one that only links stays whole."""

from __future__ import annotations

import pytest

from digest.extract import extract
from digest.model import Article, Source
from digest.readers import read
from tests.conftest import Golden
from tests.invented_roundups import COLLECTING, OWN, OWN_SITE, SOURCED, STORIES, SUBTITLED, WHOLE


def records(data: bytes) -> tuple[Article, ...]:
    (page,) = read(Source(name="a.eml", data=data))
    return extract(page)


def told(data: bytes) -> list[Article]:
    return [article for article in records(data) if article.genre == "newsletter item"]


@pytest.mark.parametrize("shape", COLLECTING)
def test_every_story_has_its_headline_and_address(shape: str) -> None:
    found = [(article.title, article.url) for article in told(COLLECTING[shape])]

    assert [(story.title, story.url) for story in STORIES] == found


@pytest.mark.parametrize("shape", COLLECTING)
def test_every_story_has_what_is_said_of_it(shape: str) -> None:
    found = [" ".join(block.text for block in article.paragraphs) for article in told(COLLECTING[shape])]

    assert [story.blurb for story in STORIES] == [text.strip("“”") for text in found]


def test_an_item_without_a_headline_has_no_title() -> None:
    """It is described, as every article without a title is."""
    found = told(SOURCED)

    assert {None} == {article.title for article in found}
    assert [(story.url, story.outlet) for story in STORIES] == [(one.url, one.container_title) for one in found]
    assert [story.blurb for story in STORIES] == [article.opening for article in found]


KNOWN = ("credit", "sections", "alerts", "a", "plain", "outlet", "heads", "numbers")
CREDITED = [shape for shape in COLLECTING if shape.split()[0] in KNOWN]
SIGNED = [shape for shape in COLLECTING if shape.split()[0] in ("credit", "a")]


@pytest.mark.parametrize("shape", CREDITED)
def test_the_outlet_is_the_one_credited(shape: str) -> None:
    assert [story.outlet for story in STORIES] == [article.container_title for article in told(COLLECTING[shape])]


@pytest.mark.parametrize("shape", SIGNED)
def test_the_author_is_the_one_credited(shape: str) -> None:
    assert [[story.author] for story in STORIES] == [
        [str(name) for name in article.author] for article in told(COLLECTING[shape])
    ]


def test_no_story_is_by_its_collector_or_of_the_letters_day() -> None:
    """A story's day is unknown unless its own address states it."""
    found = told(COLLECTING["plain text"])

    assert [f"2030-03-0{number}" for number in range(1, 8)] == [str(article.issued) for article in found]
    undated = COLLECTING["plain text"].replace(b"/2030/03/", b"/a/b/")
    assert {None} == {article.issued for article in told(undated)}
    assert {()} == {article.author for article in found}


def test_an_outlets_letter_about_its_own_stories_credits_it() -> None:
    found = told(OWN_SITE)

    assert [([story.author], "Harbour Times") for story in STORIES] == [
        ([str(name) for name in article.author], article.container_title) for article in found
    ]
    assert [(story.blurb,) for story in STORIES] == [tuple(block.text for block in one.paragraphs) for one in found]


def test_a_short_line_below_a_headline_is_no_outlet() -> None:
    assert {"Ferries wait for days"} == {article.opening for article in told(SUBTITLED)}


def test_sections_are_kept() -> None:
    found = told(COLLECTING["sections of headlines with outlets"])

    assert ["Transport"] * 3 + ["Politics and Power"] * 4 == [article.section for article in found]


def test_the_letters_own_words_are_a_record_too() -> None:
    first, *others = records(COLLECTING["a letter with a list of others' reports"])

    assert list(OWN) == [block.text for block in first.paragraphs]
    assert "the week of the storm" == first.title
    assert "Caspian Letter" == first.container_title
    assert "newsletter" == first.genre
    assert len(STORIES) == len(others)


@pytest.mark.parametrize("shape", [shape for shape in COLLECTING if not shape.startswith("a letter")])
def test_a_letter_without_words_of_its_own_is_no_record(shape: str) -> None:
    assert len(STORIES) == len(records(COLLECTING[shape]))


@pytest.mark.parametrize("shape", WHOLE)
def test_a_letter_that_only_links_is_one_article(shape: str) -> None:
    (article,) = records(WHOLE[shape])

    assert "newsletter" == article.genre


def test_the_records_of_a_letter_are_those_an_editor_would_write(golden: Golden) -> None:
    lines = [
        f"{article.genre}: {article.title}\n  {', '.join(map(str, article.author))} | {article.container_title} | "
        f"{article.section} | {article.issued} | {article.url}\n"
        + "".join(f"  {block.line}: {block.text}\n" for block in article.paragraphs)
        for article in records(COLLECTING["a letter with a list of others' reports"])
    ]

    golden("roundup.txt", "\n".join(lines))


@pytest.mark.parametrize("shape", ["an essay and what its author reads", "a briefing in sections with a list of links"])
def test_a_headline_in_a_list_signs_nothing(shape: str) -> None:
    """`New Governor Named in Astana` is no correspondent."""
    (article,) = records(WHOLE[shape])

    assert () == article.author


@pytest.mark.parametrize(
    ("head", "urls"),
    [
        ('<meta property="og:type" content="article">', [story.url for story in STORIES]),
        ("", [f"https://valley.example/{n}" for n in range(len(STORIES))]),
    ],
)
def test_a_page_of_the_web_is_no_roundup_for_its_teasers(head: str, urls: list[str]) -> None:
    """One that says it is an article, or whose stories stand on its own site, is one record."""
    teasers = "".join(
        f'<div><h2><a href="{url}">{s.title}</a></h2><p>{s.blurb}</p></div>'
        for s, url in zip(STORIES, urls, strict=True)
    )
    data = (
        f"<!doctype html><html><head><title>The mill</title>{head}</head><body><h1>The mill</h1>{teasers}</body></html>"
    )
    (page,) = read(Source(name="a.html", data=data.encode(), url="https://valley.example/mill"))

    assert 1 == len(extract(page))
