"""References as a citation processor takes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.csl import marks, to_csl
from digest.model import Article, Block, Confidence, Date, Evidence, Name


def dated(edtf: str, *evidence: tuple[str, str, Confidence]) -> Article:
    found = tuple(
        Evidence(field="issued", quote=quote, rule=rule, confidence=confidence) for quote, rule, confidence in evidence
    )
    return Article(id="x", title="Tea", issued=Date(edtf=edtf), evidence=found)


def test_an_untitled_article_is_described_in_brackets() -> None:
    """The description is made of the opening words where none is stored."""
    untitled = Article(id="x", paragraphs=(Block(text="Ships wait. Others sail.", line=1),))

    assert "[Ships wait]" == to_csl(untitled)["title"]
    assert "[Of ships]" == to_csl(replace(untitled, title_supplied="Of ships"))["title"]
    assert "[untitled]" == to_csl(Article(id="x", title=" "))["title"]


def test_unknown_fields_are_absent() -> None:
    """A bare record gives no empty fields and no placeholders; contributors are nobody's authors."""
    bare = Article(id="x", title="Tea", contributor=(Name(family="Ng"),), section="Trade", accessed=Date(edtf="2022"))

    assert {"id": "x", "type": "webpage", "title": "Tea"} == to_csl(bare)


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2022-09-14", {"date-parts": [[2022, 9, 14]]}),
        ("2022", {"date-parts": [[2022]]}),
        ("2022-09-13/2022-09-15", {"date-parts": [[2022, 9, 13], [2022, 9, 15]]}),
        ("2022-09~", {"date-parts": [[2022, 9]], "circa": True}),
        ("2022?/2023", {"date-parts": [[2022], [2023]], "circa": True}),
        ("2022-09/..", None),
        ("../2022-09-14", None),
    ],
)
def test_dates_keep_their_precision(edtf: str, issued: object) -> None:
    """A range stays a range; an open one cannot be printed as a date."""
    assert issued == to_csl(dated(edtf)).get("issued")


ON_A_DATED_PAGE = (
    "we reported in April",
    "an article on the same page, published 2022-04-07 (line 7), dates it: April",
)


@pytest.mark.parametrize(
    ("expected", "circa", "article"),
    [
        ((), False, dated("2022-09-14")),
        ((), False, dated("2022-09-14", ("14 September 2022", "dateline", "stated"))),
        (("date inferred",), False, dated("2022-09-14", ("© 2022", "notice", "stated"), ("on 13", "late", "inferred"))),
        ((), False, dated("2022-09-14", ("2022年9月14日", "dateline", "stated"), ("on 13", "latest", "inferred"))),
        (("year inferred",), True, dated("2022-09-14", ("September 13", "latest event", "inferred"))),
        (("year inferred",), True, dated("2022-09-14", ("May 3, 2022", "x", "stated"), ("war", "year of", "inferred"))),
        (("date inferred",), False, dated("2022-04-01/2022-04-07", (*ON_A_DATED_PAGE, "inferred"))),
        (("year inferred",), True, dated("2021-12-28/2022-01-02", (*ON_A_DATED_PAGE, "inferred"))),
        (("not after 14 September 2022",), False, dated("../2022-09-14")),
        (("not before September 2022",), False, dated("2022-09/..", ("x", "y", "inferred"))),
    ],
)
def test_an_inferred_date_is_marked(expected: tuple[str, ...], circa: bool, article: Article) -> None:
    """An inferred day gets a mark, an inferred year is approximate."""
    issued = to_csl(article).get("issued", {})

    assert expected == marks(article)
    assert circa == ("circa" in issued)  # type: ignore[operator]


def test_a_date_that_a_person_set_is_not_marked() -> None:
    """Confirmed is stated."""
    confirmed = replace(dated("2022-09-14", ("September 13", "latest event", "inferred")), fixed=("issued",))

    assert () == marks(confirmed)
    assert {"date-parts": [[2022, 9, 14]]} == to_csl(confirmed)["issued"]


def test_only_web_addresses_are_printed() -> None:
    """What is no plain http address is left out, with its access date."""
    for url in ("javascript:alert(1)", "file:///etc/passwd", "http://[::1", "https://e.example/a b", 'http://e/"x', ""):
        assert "URL" not in to_csl(Article(id="x", title="Tea", url=url, accessed=Date(edtf="2022-09-14")))
    known = to_csl(Article(id="x", title="Tea", url="https://e.example/?a=1&b", accessed=Date(edtf="2022-09-14")))
    assert ("https://e.example/?a=1&b", {"date-parts": [[2022, 9, 14]]}) == (known["URL"], known["accessed"])


def test_text_from_right_to_left_is_kept_to_itself() -> None:
    """Arabic and Hebrew cannot reorder the entry, and overrides go."""
    item = to_csl(Article(id="x", title="أسعار الشاي", container_title="The\u202e Post"))

    assert "\u2068أسعار الشاي\u2069" == item["title"]
    assert "The Post" == item["container-title"]


def test_a_name_in_ideographs_is_not_cut() -> None:
    """Styles make initials of given names, which such a name has none of."""
    article = Article(id="x", title="茶", author=(Name(family="王", given="毅"), Name(family="Ng", given="Amy")))

    assert [{"literal": "王毅"}, {"family": "Ng", "given": "Amy"}] == to_csl(article)["author"]


@pytest.mark.parametrize(
    ("short", "article"),
    [
        ("Harbour Weekly", Article(title="Harbour Weekly: Tea, Rain, And More")),
        (None, Article(title="Tea: Prices")),
        (None, Article(title="The Price of Tea")),
        (
            "[Exports of copper fell by a tenth…]",
            Article(title_supplied="Exports of copper fell by a tenth in the first half…"),
        ),
        ("[The minister said…]", Article(title_supplied="The minister said of Ada Obi Nwosu Bello Eze, his aide…")),
        (None, Article(title_supplied="Rain fell on the northern ports")),
    ],
)
def test_a_long_title_has_a_short_form(short: str | None, article: Article) -> None:
    """Notes and unsigned citations repeat a few words only; a real title is cut at its colon or not at all."""
    assert short == to_csl(article).get("title-short")


def test_an_outlet_that_signs_its_own_article_is_printed_once() -> None:
    """As the outlet, which every style puts first where nobody signs."""
    article = Article(id="x", title="Storm", container_title="The Tide", author=(Name(literal="The Tide"),))

    assert "author" not in to_csl(article)
    assert "The Tide" == to_csl(article)["container-title"]
