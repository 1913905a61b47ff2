"""The table of outlets, and how the outlet of a page is found: by its domain, or by the name its site gives itself."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest
import yaml

from digest.extract.outlet_table import by_address, outlet_from, shipped, telling
from digest.extract.structured.publishers import find_outlet
from digest.model import Block, Declared, Page, Source


def page(*rows: tuple[str, str, str], url: str | None = None) -> Page:
    declared = tuple(Declared(field=field, value=value, origin=origin) for field, value, origin in rows)
    block = Block(text="A line.", line=1)
    return Page(source=Source(name="page.html", data=b"", url=url), blocks=(block,), declared=declared, structured=True)


def name_of(*rows: tuple[str, str, str], url: str | None = None) -> str | None:
    outlet, _ = find_outlet(page(*rows, url=url), url, shipped())
    return outlet.name if outlet else None


def test_the_table_holds_outlets_of_the_whole_world() -> None:
    languages = {outlet.language for outlet in shipped()}

    assert len(shipped()) >= 400
    assert {"ar", "bn", "de", "fa", "hi", "id", "ja", "kk", "ko", "pl", "ru", "sw", "tr", "uk", "uz", "zh"} <= languages


def test_a_line_of_the_table_is_read_as_yaml_reads_it() -> None:
    """Our reading of the lines is only the quicker one."""
    text = resources.files("digest.extract").joinpath("outlets.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    assert tuple(outlet_from(row) for row in yaml.load(text, loader)) == shipped()


def test_no_domain_and_no_name_stands_for_two_outlets() -> None:
    domains = Counter(domain for outlet in shipped() for domain in outlet.domains)
    names = Counter(name.casefold() for outlet in shipped() for name in {outlet.name, *outlet.also})
    spelled_twice = {name for name, times in names.items() if times > 1}

    assert [] == [domain for domain, times in domains.items() if times > 1]
    assert set() == {
        name
        for name in spelled_twice
        if len({outlet.name for outlet in shipped() if name in map(str.casefold, (outlet.name, *outlet.also))}) > 1
    }


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.nytimes.com/2024/01/02/world/x.html", "The New York Times"),
        ("https://edition.cnn.com/2024/01/02/x", "CNN"),
        ("https://www.bbc.com/news/articles/abc", "BBC News"),
        ("https://www.bbc.com/russian/articles/abc", "BBC News Russian"),
        ("https://asia.nikkei.com/Politics/x", "Nikkei Asia"),
        ("https://www.nikkei.com/article/x", "Nikkei"),
        ("https://faktencheck.afp.com/doc.1", "AFP Faktencheck"),
        ("https://www.gov.uk/government/news/x", "GOV.UK"),
        ("https://stats.gov.cn/x", None),
        ("https://notbbc.com/x", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_the_longest_domain_that_fits_tells_the_outlet(url: str | None, name: str | None) -> None:
    outlet, _ = by_address(url, shipped())

    assert name == (outlet.name if outlet else None)


def test_a_domain_goes_before_what_the_page_says() -> None:
    """An agency's text says whose it is, and so does the page of a paper that syndicates it."""
    rows = [("site_name", "Reuters", "JSON-LD NewsArticle publisher Organization")]

    assert "The Straits Times" not in {outlet.name for outlet in shipped() if outlet.agency}
    assert "Straits Times" == name_of(*rows, url="https://www.straitstimes.com/world/x")


OG = "meta og:site_name"
PUBLISHER = "JSON-LD NewsArticle publisher Organization"


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([("site_name", "harborgazette", OG), ("site_name", "Harbor Gazette", PUBLISHER)], "Harbor Gazette"),
        ([("site_name", "harborgazette.com", OG), ("site_name", "Harbor Gazette", PUBLISHER)], "Harbor Gazette"),
        ([("site_name", "Harbor Gazette GmbH & Co. KG", PUBLISHER), ("site_name", "Harbor Gazette", OG)],
         "Harbor Gazette"),
        ([("site_name", "Harbor Gazette - Northern Printing House Ltd.", PUBLISHER)], "Harbor Gazette"),
        ([("site_name", "Harbor Gazette | News from the north, every day and night of the year", OG)],
         "Harbor Gazette"),
        ([("site_name", "Harbor Gazette (HarborGazette)", PUBLISHER)], "Harbor Gazette"),
        ([("site_name", "Hafen.de", OG), ("site_name", "Hafen Zeitung", PUBLISHER)], "Hafen Zeitung"),
        ([("site_name", "Blogger", PUBLISHER), ("site_name", "Harbor Gazette", OG)], "Harbor Gazette"),
        ([("site_name", "@harborgazette", "meta twitter:site"), ("site_name", "Harbor Gazette", OG)],
         "Harbor Gazette"),
        ([("site_name", "https://www.facebook.com/hg", "meta article:publisher"), ("site_name", "Harbor Gazette", OG)],
         "Harbor Gazette"),
        ([("site_name", "© 2019-2024 Harbor Gazette. All rights reserved.", "meta copyright")], "Harbor Gazette"),
        ([("site_name", "Northern Media Group", PUBLISHER), ("site_name", "Harbor Gazette", OG)], "Harbor Gazette"),
        ([("title", "Ice melts - Harbor Gazette", "title element"), ("title", "Ice melts", "h1")], "Harbor Gazette"),
        ([("title", "Ice melts :: News :: Tidemark", "title element"), ("title", "Ice melts", "h1")], "Tidemark"),
        ([("title", "Ice melts - who pays?", "title element")], "harborgazette.com"),
        ([], "harborgazette.com"),
    ],
)  # fmt: skip
def test_a_site_unknown_to_us_is_called_by_its_own_name(rows: list[tuple[str, str, str]], name: str) -> None:
    assert name == name_of(*rows, url="https://www.harborgazette.com/2024/ice")


def test_a_host_is_a_name_of_last_resort() -> None:
    _, proofs = find_outlet(page(url="https://www.harborgazette.com/x"), None, shipped())

    assert ["inferred"] == [proof.confidence for proof in proofs]


def test_a_page_without_names_or_address_has_no_outlet() -> None:
    assert (None, ()) == find_outlet(page(), None, shipped())


def test_any_spelling_of_a_known_outlet_is_its_name() -> None:
    assert "Maeil Business Newspaper" == name_of(("site_name", "매일경제", OG))
    assert "Kommersant" == name_of(("site_name", "Коммерсантъ", OG))
    assert "Der Spiegel" == name_of(("site_name", "DER SPIEGEL", OG))


def test_common_words_name_no_outlet_in_running_text() -> None:
    names = telling(shipped())

    assert {"Nature", "Index", "TODAY", "Telegram", "NATO", "European Commission"}.isdisjoint(names)
    assert {"Reuters", "Le Monde", "Hankyoreh", "Коммерсантъ"} <= set(names)
