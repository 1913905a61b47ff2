"""The headline among all titles of a page: without the site's name, its sections and a kicker, in any script."""

from __future__ import annotations

import time

import pytest

from digest.extract.structured.headlines import find_title
from digest.model import Block, Declared, Page, Source
from digest.plans import Outlet

H1, OG, TW, LD, EL = "h1", "meta og:title", "meta twitter:title", "JSON-LD NewsArticle headline", "title element"
SITE, SECTION, KICKER = "site", "section", "kicker"
_FIELDS = {SITE: ("site_name", "meta og:site_name"), SECTION: ("section", "meta article:section")}
_FIELDS[KICKER] = ("kicker", "kicker in h1")
URL = "https://www.harborgazette.example/world/the-dam"


def page(*rows: tuple[str, str], url: str | None = URL, blocks: tuple[Block, ...] = ()) -> Page:
    declared = []
    for origin, value in rows:
        field, place = _FIELDS.get(origin, ("title", origin))
        declared.append(Declared(field=field, value=value, origin=place))
    return Page(source=Source(name="p", data=b"", url=url), blocks=blocks, declared=tuple(declared), structured=True)


def title(*rows: tuple[str, str], outlet: str | None = None, language: str = "en") -> str | None:
    return find_title(page(*rows), Outlet(name=outlet, language=language) if outlet else None)[0]


@pytest.mark.parametrize(
    ("stated", "site", "headline"),
    [
        ("The dam that broke - Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke – Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke | Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke| Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke « Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke · Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke -- Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke- Harbor Gazette", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke (Harbor Gazette)", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke | HarborGazette.com", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke | The Harbor Gazette Online", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke | Harbor Gazette Politics", "Harbor Gazette", "The dam that broke"),
        ("Harbor Gazette: The dam that broke", "Harbor Gazette", "The dam that broke"),
        ("Harbor Gazette | The dam that broke", "Harbor Gazette", "The dam that broke"),
        ("The dam that broke – Harbor Gazette – 13.06.2023", "Harbor Gazette", "The dam that broke"),
        ("Deal – or no deal", "Harbor Gazette", "Deal – or no deal"),
        ("Inside Harbor Gazette: a paper turns fifty", "Harbor Gazette", "Inside Harbor Gazette: a paper turns fifty"),
        ("City win on the road (3-3)", "Harbor Gazette", "City win on the road (3-3)"),
        ("Xi-Putin talks: what now?", "Harbor Gazette", "Xi-Putin talks: what now?"),
        ("习近平抵达阿斯塔纳_海港新闻", "海港新闻", "习近平抵达阿斯塔纳"),
        ("习近平抵达阿斯塔纳-海港新闻网", "海港新闻网", "习近平抵达阿斯塔纳"),
        ("习近平抵达阿斯塔纳｜海港新闻", "海港新闻", "习近平抵达阿斯塔纳"),
        ("習主席がアスタナに到着：海港新聞", "海港新聞", "習主席がアスタナに到着"),
        ("習主席がアスタナに到着:海港新聞デジタル", "海港新聞デジタル", "習主席がアスタナに到着"),
        ("시진핑 주석 아스타나 도착 - 항구일보", "항구일보", "시진핑 주석 아스타나 도착"),
        ("시진핑 주석 아스타나 도착 : 항구일보", "항구일보", "시진핑 주석 아스타나 도착"),
        ("Си прибыл в Астану :: Портовые вести", "Портовые вести", "Си прибыл в Астану"),
        ("Си прибыл в Астану / Портовые вести", "Портовые вести", "Си прибыл в Астану"),
        ("Сі прибув до Астани — Портові вісті", "Портові вісті", "Сі прибув до Астани"),
        ("شي يصل إلى أستانا | أخبار الميناء", "أخبار الميناء", "شي يصل إلى أستانا"),
        ("שי הגיע לאסטנה - חדשות הנמל", "חדשות הנמל", "שי הגיע לאסטנה"),
        ("शी अस्ताना पहुँचे | बंदरगाह समाचार", "बंदरगाह समाचार", "शी अस्ताना पहुँचे"),
        ("Ο Σι έφτασε στην Αστάνα | Λιμάνι Νέα", "Λιμάνι Νέα", "Ο Σι έφτασε στην Αστάνα"),
    ],
)
def test_the_name_of_a_site_is_no_part_of_a_title(stated: str, site: str, headline: str) -> None:
    assert headline == title((EL, stated), (SITE, site))


@pytest.mark.parametrize(
    ("rows", "headline"),
    [
        # what readers see goes before what search engines are told
        ([(H1, "The dam that broke"), (LD, "The dam that broke"), (OG, "Dam: what we know")], "The dam that broke"),
        ([(H1, "The dam that broke"), (EL, "Dam news | Harbor Gazette"), (OG, "The dam that broke")],
         "The dam that broke"),
        ([(LD, "Dam: what we know"), (H1, "The dam that broke"), (OG, "The dam that broke")], "The dam that broke"),
        # a section and an unknown tail go where a shown title stands without them
        ([(OG, "The dam that broke | Asia"), (H1, "The dam that broke")], "The dam that broke"),
        ([(EL, "The dam that broke - World - Harbor Gazette"), (SECTION, "World"), (SITE, "Harbor Gazette")],
         "The dam that broke"),
        ([(EL, "The dam that broke | Somebody Unknown")], "The dam that broke"),
        # what is shown with a dash keeps it
        ([(H1, "The dam broke – latest updates"), (OG, "The dam broke – latest updates"), (EL, "The dam broke")],
         "The dam broke – latest updates"),
        # a cut title loses
        ([(OG, "The dam that…"), (H1, "The dam that broke")], "The dam that broke"),
        ([(OG, "The dam that ..."), (TW, "The dam that ..."), (H1, "The dam that broke")], "The dam that broke"),
        # the site's name and a section's are no headlines
        ([(H1, "Harbor Gazette"), (OG, "The dam that broke"), (SITE, "Harbor Gazette")], "The dam that broke"),
        ([(H1, "World"), (OG, "The dam that broke"), (SECTION, "World")], "The dam that broke"),
        # a kicker goes where the page itself leaves it out, and stays where it never does
        ([(H1, "Flood: The dam that broke"), (LD, "Flood: The dam that broke"), (OG, "The dam that broke")],
         "The dam that broke"),
        ([(H1, "The dam that broke"), (LD, "Flood: The dam that broke"), (OG, "Flood: The dam that broke")],
         "Flood: The dam that broke"),
        ([(H1, "Flood The dam that broke"), ("heading without its kicker", "The dam that broke"), (KICKER, "Flood")],
         "The dam that broke"),
        ([(H1, "Storm - The dam that broke"), ("heading without its kicker", "The dam that broke"),
          (OG, "Flood: The dam that broke"), (TW, "Flood: The dam that broke")], "The dam that broke"),
        # a subtitle inside the heading
        ([(H1, "The dam that broke What the river took"), ("first part of the heading", "The dam that broke"),
          ("last part of the heading", "What the river took"), (EL, "The dam that broke")], "The dam that broke"),
        # the last of a trail of sections may be the title itself
        ([(H1, "The dam that broke"), (LD, "The dam that broke"), (SECTION, "The dam that broke"),
          (EL, "Anna Fisher on what the river took")], "The dam that broke"),
        # how it is printed
        ([(H1, "Flood : The dam that broke"), (OG, "Flood: The dam that broke")], "Flood: The dam that broke"),
        ([(H1, "THE DAM THAT BROKE"), (OG, "The dam that broke")], "The dam that broke"),
        ([(H1, "The dam that broke |")], "The dam that broke"),
        ([("h1 in a breadcrumb", "Dam news"), ("headline element", "The dam that broke"), (LD, "The dam that broke")],
         "The dam that broke"),
        ([("feed title", "The dam that broke")], "The dam that broke"),
        ([("mail Subject", "The dam that broke | Harbor Gazette"), (SITE, "Harbor Gazette")], "The dam that broke"),
        ([(H1, "Harbor Gazette"), (SITE, "Harbor Gazette")], None),
        ([(H1, "…"), (EL, "|")], None),
        ([], None),
    ],
)  # fmt: skip
def test_titles_that_agree_support_each_other(rows: list[tuple[str, str]], headline: str | None) -> None:
    assert headline == title(*rows)


def test_french_keeps_its_space_before_a_colon() -> None:
    assert "Inondation : le barrage a cédé" == title(
        (H1, "Inondation : le barrage a cédé"), outlet="Le Port", language="fr"
    )
    assert "Flood: the dam broke" == title((H1, "Flood : the dam broke"), outlet="The Port")


def test_a_title_of_the_layout_stands_where_none_is_declared() -> None:
    block = Block(text="The dam that broke", line=3, kind="title", rule="largest letters")
    found, proofs = find_title(page(blocks=(block,)), None)

    assert ("The dam that broke", [(3, "largest letters")]) == (found, [(proof.line, proof.rule) for proof in proofs])


def test_a_lone_title_element_is_inferred() -> None:
    rows = [(EL, "The dam that broke"), (TW, "Dam news today")]

    assert ["inferred"] == [proof.confidence for proof in find_title(page(*rows), None)[1]]
    assert ["stated"] == [proof.confidence for proof in find_title(page((H1, "The dam"), (LD, "The dam")), None)[1]]


def test_thousands_of_titles_are_weighed_in_time() -> None:
    rows = [(OG, f"{number} | " + "a | b - " * 200) for number in range(3_000)]
    began = time.process_time()
    find_title(page(*rows, *[(SITE, f"Site {number}") for number in range(500)]), None)

    assert time.process_time() - began < 3
