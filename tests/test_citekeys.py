"""Citation keys."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citekeys import mint
from digest.model import Article, Date, Name

TEXT = st.text(max_size=30)
ARTICLE = st.builds(
    Article,
    title=st.none() | TEXT,
    author=st.lists(st.builds(Name, family=st.none() | TEXT, literal=st.none() | TEXT), max_size=2).map(tuple),
    container_title=st.none() | TEXT,
    url=st.none() | TEXT | st.just("http://[::1"),
    issued=st.none() | st.dates().map(lambda day: Date(edtf=day.isoformat())),
)


@given(st.lists(ARTICLE | st.just(Article(title="Same")), max_size=40))
def test_no_two_articles_share_a_key(articles: list[Article]) -> None:
    """Keys are ASCII letters and digits, differ, and are the same each time."""

    def keys() -> list[str]:
        taken: list[str] = []
        for article in articles:
            taken.append(mint(article, taken))
        return taken

    minted = keys()
    assert len(set(minted)) == len(articles)
    assert all(re.fullmatch("[a-z0-9]+", key) for key in minted)
    assert minted == keys()


SIGNED = Name(family="Standish", given="Reid")
IN_2022 = Date(edtf="2022-09-13/2022-09-15")


@pytest.mark.parametrize(
    ("key", "article"),
    [
        ("standish2022symbolic", Article(author=(SIGNED,), issued=IN_2022, title="A Symbolic Meeting")),
        ("rferl2022time", Article(container_title="RFE/RL", issued=IN_2022, title_supplied="At a time of rivalry")),
        ("standishsymbolic", Article(author=(SIGNED,), title="Symbolic")),
        ("scmp2022", Article(container_title="South China Morning Post", issued=IN_2022)),
        ("rferlks2022", Article(author=(Name(literal="RFE/RL's Kazakh Service"),), issued=IN_2022)),
        ("ivanovodkb", Article(author=(Name(family="Иванов", given="П."),), title="ОДКБ и новый порядок")),
        ("toqaev", Article(author=(Name(family="Тоқаев"),))),
        ("vanderveldemuller", Article(author=(Name(family="Velde", non_dropping_particle="van der"),), title="Müller")),
        ("people2022", Article(author=(Name(family="王", given="毅"),), url="http://www.people.cn/a", issued=IN_2022)),
        ("obrienrussia", Article(author=(Name(family="O’Brien"),), title="“Russia’s” 10 Ways")),
        ("ngtea", Article(author=(Name(family="Ng"),), title="10 Tea", issued=Date(edtf="2021-12-30/2022-01-02"))),
        ("ngpensioner", Article(author=(Name(family="Ng"),), title="When 67-year-old pensioner Ada Obi")),
        ("article", Article()),
    ],
)
def test_a_key_says_who_when_and_what(key: str, article: Article) -> None:
    """The key reads as an editor would have made it."""
    assert key == mint(article, ())


def test_a_clash_gets_the_next_letter() -> None:
    """The second is b; after z comes aa."""
    taken = {"ngtea"} | {f"ngtea{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"}
    article = Article(author=(Name(family="Ng"),), title="Tea")

    assert "ngteab" == mint(article, {"ngtea"})
    assert "ngteaaa" == mint(article, taken)
