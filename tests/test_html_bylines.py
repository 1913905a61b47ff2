"""Bylines and dates in a page's elements: where they stand, and what hostile pages cost."""

from __future__ import annotations

import time

import pytest

from digest.model import Declared, Source
from digest.readers.html.bylines import find_bylines
from digest.readers.html.markup import parse
from digest.readers.html.outline import outline
from digest.readers.html.times import find_times

H1 = "<h1>A headline of six words here</h1>"


def rows(body: str) -> tuple[Declared, ...]:
    tree, _ = parse(Source(name="page.html", data=f"<html><body>{body}</body></html>".encode()))
    page = outline(tree)
    return (*find_bylines(tree, page), *find_times(tree, page))


def test_a_byline_tells_where_it_stands() -> None:
    """The origin of a row is the place of its element."""
    far = "<p>words of a text</p>" * 200
    found = rows(f'{H1}<p class="byline">By Ann Lee</p>{far}<p class="author-name">Bo Chen</p>')

    assert [
        ("By Ann Lee", "byline element by the headline"),
        ("Bo Chen", "byline element further down"),
    ] == [(row.value, row.origin) for row in found]


def test_linked_names_are_told_from_the_words_beside_them() -> None:
    """Of a byline with links to its authors, the buttons and roles fall away."""
    links = '<a href="/authors/ann">Ann Lee</a> and <a href="/authors/bo">Bo Chen</a>'
    (found,) = rows(f'{H1}<div class="byline">By {links} <span>Follow</span> <span>Chief Reporter</span></div>')

    assert "By | Ann Lee | and | Bo Chen" == found.value


def test_a_name_in_two_elements_is_one() -> None:
    """A given name and a family name of their own are joined."""
    (found,) = rows(f'{H1}<p class="byline"><i class="firstname">Ann</i> <i class="lastname">Lee</i></p>')

    assert "Ann Lee" == found.value


def test_the_label_of_a_time_is_kept_with_it() -> None:
    """What stands before an element of time says what happened then."""
    (found,) = rows(f'{H1}<p>Last updated: <time datetime="2024-05-03T10:00:00Z"></time></p>')

    assert "Last updated: | 2024-05-03T10:00:00Z" == found.value


@pytest.mark.parametrize(
    "unit",
    [
        "<div class=author>By Ann Lee</div>",
        "<div class=related><div class=author>By Ann Lee</div>",
        "<div class=comment><span class=author>Ann Lee</span></div>",
        "<time datetime=2024-05-03>3 May 2024</time> ",
        "<div class=related><time datetime=2024-05-03>3 May</time></div>",
        "<article><h2><a href=/x>Other</a></h2><p class=byline>By Ann Lee</p></article>",
        "<h1>A headline of six words here</h1>",
        "<i class=byline>",
    ],
)
def test_hostile_pages_cost_little(unit: str) -> None:
    """Tens of thousands of marks are walked once."""
    tree, _ = parse(Source(name="page.html", data=f"<html><body>{H1}{unit * 15_000}".encode()))
    start = time.process_time()
    page = outline(tree)
    found = (*find_bylines(tree, page), *find_times(tree, page))

    assert len(found) < 100
    assert time.process_time() - start < 4
