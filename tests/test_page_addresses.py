"""Which of the addresses a page states is believed."""

from __future__ import annotations

import pytest

from digest.extract.structured.addresses import find_url
from digest.model import Declared, Page, Source

READ = "https://www.example.com/world/asia/the-dam-that-broke?utm_source=mail"
OWN = "https://www.example.com/world/asia/the-dam-that-broke"
LINK, OG, JSON = "canonical link", "meta og:url", "JSON-LD NewsArticle url"


def page(url: str | None, *rows: tuple[str, str]) -> Page:
    declared = tuple(Declared(field="url", value=value, origin=origin) for value, origin in rows)
    return Page(source=Source(name="p", data=b"", url=url), blocks=(), declared=declared, structured=True)


@pytest.mark.parametrize(
    ("url", "rows", "found"),
    [
        (READ, [], OWN),
        (READ, [(OWN, LINK)], OWN),
        (READ, [("/world/asia/the-dam-that-broke", LINK)], OWN),
        (READ, [("https://m.example.com/world/asia/the-dam-that-broke#x", OG)],
         "https://example.com/world/asia/the-dam-that-broke"),
        (READ, [("https://www.example.com/a/12345", LINK)], "https://www.example.com/a/12345"),
        (READ, [("https://www.example.com/", LINK), (OWN, OG)], OWN),
        (READ, [("https://www.example.com/", LINK)], OWN),
        (READ, [("https://www.example.com/world/", LINK)], OWN),
        (READ, [("https://www.example.com/world/asia", LINK), ("https://www.example.com", OG)], OWN),
        ("https://www.example.com/the-dam-that-broke/2", [("https://www.example.com/the-dam-that-broke", LINK)],
         "https://www.example.com/the-dam-that-broke"),
        (READ, [("https://agency.example.org/the-dam", LINK)], OWN),
        (READ, [("not an address", LINK), ("javascript:alert(1)", OG)], OWN),
        (None, [(OWN + "?fbclid=x", JSON)], OWN),
        (None, [("https://www.example.com/", LINK), (OWN, OG)], OWN),
        (None, [("/relative", LINK), (OWN, OG)], "https://www.example.com/relative"),
        (None, [("https://other.example/x", "JSON-LD NewsArticle url (another node)")], None),
        (None, [(READ, "saved from")], OWN),
        (None, [(READ, "saved from"), ("https://agency.example.org/the-dam", LINK)], OWN),
        (None, [(READ, "saved from"), ("https://www.example.com/a/12345", LINK)], "https://www.example.com/a/12345"),
        (None, [], None),
        (None, [("https://example.org/entry", "feed entry link")], "https://example.org/entry"),
        ("file:///home/x/page.html", [(OWN, LINK)], OWN),
        ("https://www.example.com/", [("https://www.example.com/", LINK)], "https://www.example.com/"),
    ],
)  # fmt: skip
def test_a_page_is_believed_where_it_can_be(url: str | None, rows: list[tuple[str, str]], found: str | None) -> None:
    assert found == find_url(page(url, *rows))[0]


def test_where_a_text_was_first_published_is_told() -> None:
    """A canonical link to another site does not change whose page was read."""
    url, proofs = find_url(page(READ, ("https://agency.example.org/the-dam", LINK)))

    assert OWN == url
    assert ["address it was read from", "canonical link: first published there"] == [proof.rule for proof in proofs]
