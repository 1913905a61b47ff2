"""A search by theme, outlet, author, date and words, in any script; any text is a query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.library import Library, open_library, opening
from digest.model import Article, Date, Name
from digest.themes import Theme
from tests.test_library import piece, put

THEMES = (Theme(name="ports", title="Ports", phrases={"harbour": 5}),)
ARTICLES = {
    "tea": piece(
        ("The harbour of Aktau took in tea from China on Monday, dealers said at the port.",),
        name="tea.txt",
        title="Tea Arrives",
        author=(Name(family="Ng", given="Amy"),),
        container_title="The Harbour Times",
        issued=Date(edtf="2022-09-14"),
        language="en",
    ),
    "steel": piece(
        ("The steel works of Temirtau will be sold, and 王毅 spoke in Łódź of the state-owned firms.",),
        name="steel.txt",
        title="Steel Sold",
        author=(Name(literal="RFE/RL's Kazakh Service"),),
        container_title="RFE/RL",
        issued=Date(edtf="2022-09-20/2022-09-23"),
        language="en",
    ),
    "undated": piece(
        ("Ціни на чай зросли знову, кажуть торговці в порту.",), name="chai.txt", title="Чай", language="uk"
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("search") / "library.sqlite", THEMES) as opened:
        for article in ARTICLES.values():
            put(opened, article)
        yield opened


def found(library: Library, words: str) -> set[str]:
    return {hit.article.source.removesuffix(".txt") for hit in library.search(words)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tea", {"tea"}),
        ("the -tea", {"steel"}),
        ("theme:ports", {"tea"}),
        ("-theme:ports", {"steel", "chai"}),
        ("outlet:rfe/rl", {"steel"}),
        ('outlet:"Harbour Times"', {"tea"}),
        ("author:ng", {"tea"}),
        ("by:kazakh", {"steel"}),
        ("title:steel", {"steel"}),
        ("title:harbour", set()),
        ("lang:uk", {"chai"}),
        ("tea OR steel", {"tea", "steel"}),
        ("(tea OR steel) -author:ng", {"steel"}),
        ('"state-owned firms"', {"steel"}),
        ('"firms state-owned"', set()),
        ("since:2022-09-15", {"steel"}),
        ("until:2022-09-14", {"tea"}),
        ("since:2022-09-21 until:2022-09-21", {"steel"}),
        ("since:2022-W38 the", {"steel"}),
        ("王毅", {"steel"}),
        ("毅王", set()),
        ("чай", {"chai"}),
        ("lodz", {"steel"}),
        ("every0record", set()),
        ("ports", set()),
    ],
)  # fmt: skip
def test_a_query_finds_its_articles(library: Library, words: str, expected: set[str]) -> None:
    assert expected == found(library, words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="-()\"ORAND :*^{}'theme", max_size=40))
def test_no_query_is_an_error(library: Library, words: str) -> None:
    library.search(words)


def test_an_index_of_an_earlier_digest_is_made_anew(tmp_path: Path) -> None:
    """Words are found by author after the columns changed."""
    path = tmp_path / "library.sqlite"
    with open_library(path) as library:
        put(library, ARTICLES["tea"])
    with closing(sqlite3.connect(path)) as db:
        db.execute("drop table words")
        db.execute(
            "create virtual table words using fts5 (title, body, content = '', "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        db.execute("delete from setting where name = 'words'")
        db.execute("pragma user_version = 3")
        db.commit()

    with open_library(path) as library:
        assert {"tea"} == found(library, "author:ng")
    assert opening.SCHEMA >= 4


def standing(number: int, line: str, outlet: str = "The Harbour Times") -> Article:
    own = [f"Report {number} says that ship {number} came in with load {number}-{place}." for place in range(8)]
    return piece((*own[:6], line, *own[6:]), name=f"{number}.txt", title=f"Ship {number}", container_title=outlet)


def test_a_line_that_recurs_on_an_outlets_pages_is_learned(library: Library, tmp_path: Path) -> None:
    """In three articles of one outlet; struck, it stays struck however often it comes."""
    with open_library(tmp_path / "library.sqlite") as mine:
        for number in range(2):
            put(mine, standing(number, "Sign up for The Tide"))
        put(mine, standing(7, "Sign up for The Tide", outlet="Another"))
        assert {} == mine.learned()

        put(mine, standing(3, "Sign up for The Tide!"))
        assert {"The Harbour Times": frozenset(["sign up for the tide"])} == mine.learned()

        mine.strike("The Harbour Times", "Sign up for The Tide")
        put(mine, standing(4, "Sign up for The Tide"))
        assert {} == mine.learned()
        assert [True] == [line.struck for line in mine.learned_lines()]

        mine.undo()
        assert ["The Harbour Times"] == list(mine.learned())
