"""Language, section and type of a page that declares them."""

from __future__ import annotations

import pytest

from digest.extract.structured.labels import find_language, find_section, find_type
from digest.model import Block, Declared, Page, Source
from digest.plans import Outlet

ENGLISH = "The ships that were waiting outside had to turn back to the other side of the sea, the authority said. "
SWAHILI = "Watu kumi na wanane wamekamatwa na jeshi la polisi mkoani Shinyanga kwa makosa mbalimbali ya jinai. "
BOKMAL = (
    "Skipene som ventet utenfor måtte snu og dra tilbake til den andre siden av havet, sa havnen, og det er ikke nytt. "
)
MARATHI = "बंदराबाहेर वाट पाहणाऱ्या जहाजांना समुद्राच्या दुसऱ्या बाजूला परत जावे लागले, असे प्राधिकरणाने सांगितले. "
KYRGYZ = "Порттун сыртында күтүп турган кемелер деңиздин аркы жагына кайтууга аргасыз болду, деп билдирди бийлик. "
GAZETTE = Outlet(name="Harbor Gazette", also=("Gazette",), domains=("harborgazette.example",))
LD = "JSON-LD NewsArticle articleSection"
TRAIL = "JSON-LD BreadcrumbList"


def page(*rows: tuple[str, str, str], url: str = "https://www.harborgazette.example/a") -> Page:
    declared = tuple(Declared(field=field, value=value, origin=origin) for field, origin, value in rows)
    return Page(source=Source(name="p", data=b"", url=url), blocks=(), declared=declared, structured=True)


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        (ENGLISH, [], "en"),
        (ENGLISH, ["de"], "en"),
        (ENGLISH * 9, ["sw"], "en"),
        (SWAHILI * 9, ["en-US", "sw"], "sw"),
        (SWAHILI * 9, ["en-US"], None),
        (SWAHILI, ["en-US"], "en"),
        (BOKMAL, ["nb-NO"], "nb"),
        (BOKMAL, ["no"], "no"),
        (MARATHI, ["mr"], "mr"),
        (MARATHI, ["en"], "hi"),
        (KYRGYZ, ["ky"], "ky"),
        ("1 2 3", ["utf-8"], None),
        ("1 2 3", ["rus"], "ru"),
        ("1 2 3", ["pt_BR"], "pt"),
        ("1 2 3", ["English"], "en"),
        ("1 2 3", ["ua"], "uk"),
        ("1 2 3", [], None),
    ],
)
def test_words_tell_the_language_and_the_page_what_they_cannot(
    text: str, stated: list[str], language: str | None
) -> None:
    rows = [("language", "html lang", value) for value in stated]

    assert language == find_language(page(*rows), (Block(text=text, line=1),), None)[0]


def test_an_outlet_tells_the_language_where_nothing_else_does() -> None:
    outlet = Outlet(name="Bandari", domains=("bandari.example",), language="sw")
    language, proofs = find_language(page(), (Block(text=SWAHILI * 9, line=1),), outlet)

    assert ("sw", ["inferred"]) == (language, [proof.confidence for proof in proofs])


@pytest.mark.parametrize(
    ("rows", "section"),
    [
        ([(LD, "Shipping")], "Shipping"),
        ([("meta article:section", "kuestenschiffahrt"), (TRAIL, "Küstenschiffahrt")], "kuestenschiffahrt"),
        ([("meta article:section", "shipping"), (TRAIL, "Shipping")], "Shipping"),
        ([(LD, "SHIPPING"), (TRAIL, "Shipping")], "Shipping"),
        ([(LD, "Shipping, World")], "Shipping"),
        ([(LD, "- Shipping")], "Shipping"),
        ([(TRAIL, "Home"), (TRAIL, "World"), (TRAIL, "Asia"), (TRAIL, "The dam that broke")], "Asia"),
        ([(TRAIL, "Harbor Gazette"), (TRAIL, "World")], "World"),
        ([(TRAIL, "Главная"), (TRAIL, "Общество")], "Общество"),
        ([(LD, "Harbor Gazette"), (LD, "Uncategorized"), (LD, "12345")], None),
        ([("JSON-LD NewsArticle articleSection (another node)", "Food")], None),
        ([], None),
    ],
)
def test_a_section_is_neither_the_outlet_nor_the_title(rows: list[tuple[str, str]], section: str | None) -> None:
    declared = [("section", origin, value) for origin, value in rows]
    found, _ = find_section(page(*declared, ("title", "h1", "The dam that broke")), GAZETTE)

    assert section == found


@pytest.mark.parametrize(
    ("url", "stated", "outlet", "dateline", "kind"),
    [
        ("https://www.harborgazette.example/a", [], GAZETTE, None, "article-newspaper"),
        ("https://www.harborgazette.example/a", ["post-weblog"], GAZETTE, None, "article-newspaper"),
        ("https://unknown.example/a", ["article-newspaper"], None, None, "article-newspaper"),
        ("https://unknown.example/a", ["report"], None, None, "report"),
        ("https://unknown.example/a", ["article"], None, None, "webpage"),
        ("https://unknown.example/a", [], None, "ASTANA", "article-newspaper"),
        ("https://unknown.example/a", [], None, None, "webpage"),
        ("https://dana.substack.com/p/a", ["article-newspaper"], None, None, "post-weblog"),
        ("https://dana.wordpress.com/a", [], None, None, "post-weblog"),
        ("https://t.me/port/12", ["article-newspaper"], Outlet(name="Telegram", type="webpage"), None, "post"),
        ("https://think.example/a", ["article-newspaper"], Outlet(name="Tank", domains=("think.example",),
         type="webpage"), None, "webpage"),
    ],
)  # fmt: skip
def test_a_type_is_the_outlets_or_else_the_pages(
    url: str, stated: list[str], outlet: Outlet | None, dateline: str | None, kind: str
) -> None:
    rows = [("type", "JSON-LD @type", value) for value in stated]

    assert kind == find_type(page(*rows, url=url), outlet, dateline)
