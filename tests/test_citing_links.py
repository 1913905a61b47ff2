"""Links of a report that lead to records of the library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Link, Note, Paragraph
from digest.citing.links import find_links, forms, known_addresses, linked_records
from digest.model import Article
from tests.citing_samples import article, citing, report

STORM = Article(id="ng2031storm", url="https://www.port.example/2031/03/storm/")
PAPER = Article(id="li2030", url="https://journal.example/a/7", other=(("DOI", '"10.1234/Abc.5"'),))
KNOWN = known_addresses([STORM, PAPER])

SAME = (
    "http://port.example/2031/03/storm",
    "https://m.port.example/2031/03/storm/?utm_source=mail&fbclid=x",
    "https://www.port.example/2031/03/storm/amp/",
    "www.port.example/2031/03/storm/",
    "https://web.archive.org/web/20310305120000/https://www.port.example/2031/03/storm/",
    "http://web.archive.org/web/2031*/port.example/2031/03/storm",
    "https://web.archive.org/web/20310305id_/http:/www.port.example/2031/03/storm/",
    "https://archive.ph/20310305/https://www.port.example/2031/03/storm/",
    "https://archive.today/newest/https://www.port.example/2031/03/storm/",
    "https://webcache.googleusercontent.com/search?q=cache:https://www.port.example/2031/03/storm/&hl=en",
    "https://www-port-example.translate.goog/2031/03/storm/?_x_tr_sl=de&_x_tr_tl=en",
    "https://www.google.com/url?q=https%3A%2F%2Fwww.port.example%2F2031%2F03%2Fstorm%2F",
    "https://www.port.example/2031/03/storm/#comments",
)
PAPERS = (
    "https://doi.org/10.1234/abc.5",
    "http://dx.doi.org/10.1234/ABC.5",
    "doi:10.1234/abc.5",
    "https://publisher.example/doi/full/10.1234/abc.5",
    "https://publisher.example/articles/10.1234/abc.5/full",
    "https://doi.org/10.1234%2Fabc.5",
)
OTHERS = (
    "https://port.example/2031/03/storms",
    "https://port.example/",
    "https://other.example/2031/03/storm/",
    "https://web.archive.org/web/2031/https://www.port.example/",
    "https://archive.ph/AbCdE",
    "https://port.example/2031/03/storm/?id=77",
    "mailto:desk@port.example",
    "#storm",
    "https://doi.org/10.1234/abc.55",
    "http://[broken",
    "",
)


def key_of(url: str) -> str | None:
    return next((KNOWN[form] for form in forms(url) if form in KNOWN), None)


@pytest.mark.parametrize("url", SAME)
def test_an_address_is_known_however_it_is_written(url: str) -> None:
    """Copies of archives, tracking, mobile pages and schemes are the page itself."""
    assert key_of(url) == "ng2031storm"


@pytest.mark.parametrize("url", PAPERS)
def test_a_doi_is_known_in_every_address(url: str) -> None:
    """Capitals, hosts and what a publisher hangs on it do not matter."""
    assert key_of(url) == "li2030"


@pytest.mark.parametrize("url", OTHERS)
def test_another_address_is_not_taken_for_a_record(url: str) -> None:
    """A front page, another article, no address at all."""
    assert key_of(url) is None


def test_a_front_page_stands_for_no_record() -> None:
    """A record whose address is an outlet's front page is met by no link to it."""
    assert {} == known_addresses([Article(id="x", url="https://www.port.example/")])


def test_further_addresses_of_a_record_are_known() -> None:
    """The other pages that have an article."""
    assert "ng" == known_addresses([], [("https://b.example/copy", "ng")])["b.example/copy"]


def test_typed_addresses_are_links_without_their_full_stop() -> None:
    """What belongs to the sentence is no part of the address."""
    told = Paragraph(text="As told (https://port.example/a_(b)), and www.port.example/c. “https://port.example/d”")

    assert ["https://port.example/a_(b)", "www.port.example/c", "https://port.example/d"] == [
        link.url for link in find_links(told)
    ]


def test_an_address_in_code_in_a_citation_or_in_the_list_of_sources_is_no_link() -> None:
    """Nothing is looked for there."""
    url = "https://www.port.example/2031/03/storm/"
    cited = Citation(start=0, end=len(url), sources=(Cited(key="x"),))
    told = (
        Paragraph(text=url, kind="code"),
        Paragraph(text=url, kind="bibliography"),
        Paragraph(text=url, citations=(cited,)),
        Paragraph(text=url, opaque=((0, len(url)),)),
    )

    assert [()] * 4 == [find_links(one) for one in told]


def test_a_link_is_found_by_its_address_and_told_from_one_that_shows_it() -> None:
    """The words of a hyperlink stay; an address that only stands there may be replaced."""
    text = "The Tribune reported; see https://port.example/2031/03/storm."
    told = Paragraph(text=text, links=(Link(start=4, end=11, url=SAME[1]),))
    words, typed = linked_records(report(told), KNOWN)

    assert ("Tribune", False) == (text[words.start : words.end], words.bare)
    assert ("https://port.example/2031/03/storm", True) == (text[typed.start : typed.end], typed.bare)


def test_a_link_whose_record_is_cited_in_its_paragraph_or_note_is_cited() -> None:
    """The citation may stand in a footnote that the paragraph calls."""
    url = SAME[0]
    beside = citing(f"See {url} @.", "@", Cited(key="ng2031storm"))
    other = citing(f"See {url} @.", "@", Cited(key="li2030"))
    host = Paragraph(text=f"See {url} \ufffc", notes=(Note(place=len(url) + 5, part="footnote", first=3, last=3),))
    note = Paragraph(
        text="Ng.", part="footnote", citations=(Citation(start=0, end=3, sources=(Cited(key="ng2031storm"),)),)
    )

    assert [True, False, True] == [link.cited for link in linked_records(report(beside, other, host, note), KNOWN)]


def test_the_record_that_came_first_keeps_an_address() -> None:
    """Of two records with one address."""
    assert "a" == known_addresses([article("a"), Article(id="b", url=article("a").url)])["tribune.example/a"]


@given(st.text(max_size=200))
def test_any_text_has_links_within_it(text: str) -> None:
    """Every place is one of the text."""
    told = Paragraph(text=text)

    assert all(0 <= one.start < one.end <= len(text) for one in find_links(told))
    assert isinstance(forms(text), tuple)


def test_a_megabyte_of_addresses_is_read_at_once() -> None:
    """The time grows with the text alone."""
    told = Paragraph(text="https://a.example/" + ")" * 1_000_000 + " https://port.example/x" * 40_000)

    assert 40_000 < len(find_links(told))
