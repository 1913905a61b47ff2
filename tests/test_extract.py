"""A page to its articles: measured on labelled pages, and on invented ones of other outlets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digest.extract import extract, label
from digest.model import Article, Page, Source
from digest.readers import read
from tests import invented_pages
from tests.conftest import SEEDS


def page_of(text: str | bytes, name: str = "page.txt") -> Page:
    data = text if isinstance(text, bytes) else text.encode()
    return read(Source(name=name, data=data))[0]


def articles_of(text: str) -> tuple[Article, ...]:
    return extract(page_of(text))


def only(text: str) -> Article:
    (article,) = articles_of(text)
    return article


def names(found: tuple[object, ...]) -> list[str]:
    return [str(name) for name in found]


def seed(number: str) -> Page:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return page_of(path.read_bytes(), str(path))


def labelled(gold: Path) -> list[tuple[dict[str, Any], Article]]:
    """Each article of the gold with ours, paired by their order on the page."""
    rows = json.loads((gold / "seeds" / "articles.json").read_text(encoding="utf-8"))
    pairs: list[tuple[dict[str, Any], Article]] = []
    for number in sorted({row["seed"] for row in rows}):
        here = [row for row in rows if row["seed"] == number]
        ours = extract(seed(number))
        assert len(here) == len(ours), number
        pairs += zip(here, ours, strict=True)
    return pairs


def test_the_pages_hold_the_articles_a_person_found(gold: Path) -> None:
    """Eight articles, their first and last body lines within one line."""
    pairs = labelled(gold)

    assert 8 == len(pairs)
    for row, article in pairs:
        first, last = article.lines
        assert abs(first - row["body_first_line"]) <= 1, row["id"]
        assert abs(last - row["body_last_line"]) <= 1, row["id"]


def test_titles_are_the_pages_own(gold: Path) -> None:
    """A title stands on the page, or there is none."""
    for row, article in labelled(gold):
        assert (row["title"] if row["title_on_page"] else None) == article.title, row["id"]
        assert bool(article.title) != bool(article.title_supplied), row["id"]


def test_those_who_sign_are_found(gold: Path) -> None:
    for row, article in labelled(gold):
        assert row["authors"] == names(article.author), row["id"]
        assert row.get("contributors", []) == names(article.contributor), row["id"]


def test_outlet_and_dateline_are_found(gold: Path) -> None:
    for row, article in labelled(gold):
        assert row["outlet"] == article.container_title, row["id"]
        assert row["dateline"] == article.dateline, row["id"]
        assert ("newsletter" if row["kind"] == "newsletter" else None) == article.genre, row["id"]


def test_newsletters_keep_their_tree_of_sections(gold: Path) -> None:
    """Every heading stands at its line and level; nothing else is one."""
    for row, article in labelled(gold):
        expected = [(head["heading"], head["level"], head["line"]) for head in row["sections"]]
        assert expected == [(head.text, head.level, head.line) for head in article.sections], row["id"]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_line_is_labelled_once_and_in_order(number: str) -> None:
    page = seed(number)
    blocks = label(page)

    assert [block.line for block in page.blocks] == [block.line for block in blocks]
    assert not [block for block in blocks if block.kind == "furniture" and not block.rule]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_filled_field_has_evidence_on_the_page(number: str) -> None:
    page = seed(number)
    text = {block.line: block.text for block in page.blocks}
    for article in extract(page):
        proved = {proof.field for proof in article.evidence}
        filled = {
            "title",
            "author",
            "contributor",
            "container_title",
            "section",
            "genre",
            "dateline",
            "issued",
            "language",
        }
        assert {name for name in filled if getattr(article, name)} <= proved
        for proof in article.evidence:
            if proof.line is not None and proof.field in ("author", "title", "section", "dateline"):
                assert proof.quote[:40] in text[proof.line]


def test_a_label_stays_in_its_paragraph() -> None:
    """A heading that opens a paragraph is a heading, and the paragraph keeps its words."""
    article = only(invented_pages.SUBSTACK)
    (head,) = [head for head in article.sections if head.text == "Who Pays"]

    assert article.paragraphs[head.first - 1].text.startswith("Who Pays: Nobody has promised")
    assert head.line == article.paragraphs[head.first - 1].line


def test_a_wire_report_is_read() -> None:
    article = only(invented_pages.WIRE)

    assert "China pledges rail loan as Kazakh grain exports stall" == article.title
    assert ["Dana Ospanova", "Guy Pelham"] == names(article.author)
    assert ["Mark Stone", "Alison Price"] == names(article.contributor)
    assert ("Reuters", "ASTANA") == (article.container_title, article.dateline)
    assert 3 == len(article.paragraphs)
    assert "2022-09-14" == str(article.issued)


def test_a_broadcasters_page_is_read() -> None:
    """Related stories, picture credits and share buttons are no part of it."""
    article = only(invented_pages.BROADCASTER)

    assert "Tea growers' strike enters second week in Kericho" == article.title
    assert (["Ann Wambui"], []) == (names(article.author), names(article.contributor))
    assert "BBC News" == article.container_title
    assert (13, 18) == article.lines
    assert ["What do the pickers want?"] == [head.text for head in article.sections]


def test_a_standfirst_is_the_abstract() -> None:
    article = only(invented_pages.BROADSHEET)

    assert "Mongolian herders sue mine over poisoned wells" == article.title
    assert ["Helen Marsh", "Boldbaatar Ganzorig"] == names(article.author)
    assert article.abstract is not None
    assert article.abstract.startswith("Case brought by 40 families")
    assert "Mongolia" == article.section
    assert 3 == len(article.paragraphs)


def test_an_agency_is_the_outlet_and_no_person() -> None:
    english, russian = only(invented_pages.CHINESE_AGENCY_IN_ENGLISH), only(invented_pages.RUSSIAN_AGENCY)

    assert ("Xinhua", "LANZHOU", ()) == (english.container_title, english.dateline, english.author)
    assert ("TASS", "АСТАНА", ()) == (russian.container_title, russian.dateline, russian.author)
    assert ("ru", "Экономика") == (russian.language, russian.section)
    assert "Казахстан увеличит транзит зерна через порт Актау" == russian.title


def test_an_authors_life_is_no_paragraph() -> None:
    article = only(invented_pages.REGIONAL_SITE)

    assert ["Aijan Sharsheeva"] == names(article.author)
    assert article.paragraphs[-1].text.endswith("said one ranger, who asked not to be named.")


def test_an_unsigned_leader_has_no_author() -> None:
    article = only(invented_pages.LEADER)

    assert ("How not to run a canal", ()) == (article.title, article.author)
    assert "Raising tolls in a drought is fair. Hiding the queue is not" == article.abstract


def test_a_letter_is_its_own_outlet() -> None:
    article = only(invented_pages.SUBSTACK)

    assert ("Steppe Notes", "post-weblog", "newsletter") == (article.container_title, article.type, article.genre)
    assert "The pipeline nobody wants to own" == article.title
    assert ["Marta Lindqvist"] == names(article.author)
    assert ["What The Papers Say", "Who Pays", "Three Things To Read"] == [head.text for head in article.sections]


def test_a_german_page_is_read() -> None:
    article = only(invented_pages.GERMAN)

    assert ("Wirtschaftskorridor: Der lange Weg der Container", "de") == (article.title, article.language)
    assert ["Hanna Brück", "Jens Oltmann"] == names(article.author)
    assert ["Was die Reeder sagen"] == [head.text for head in article.sections]
    assert (14, 20) == article.lines


def test_a_french_page_is_read() -> None:
    article = only(invented_pages.FRENCH)

    assert ("Au Kirghizstan, les apiculteurs face à la sécheresse", "fr") == (article.title, article.language)
    assert ["Claire Vasseur", "Jean Morel"] == names(article.author)
    assert 3 == len(article.paragraphs)


def test_a_russian_page_is_read() -> None:
    article = only(invented_pages.RUSSIAN_FEATURE)

    assert ("Почему пастухи уходят с джайлоо", "Общество") == (article.title, article.section)
    assert ["Мария Соколова"] == names(article.author)
    assert "Учёные связывают перемены с засухой и ценами на корма." == article.paragraphs[-1].text


def test_a_chinese_page_is_read() -> None:
    article = only(invented_pages.CHINESE)

    assert ("中国向蒙古国提供新型联合收割机", "zh") == (article.title, article.language)
    assert ["张三", "李四"] == names(article.author)
    assert 3 == len(article.paragraphs)


def test_speakers_of_an_interview_are_no_headings() -> None:
    article = only(invented_pages.INTERVIEW)

    assert ("Interview: 'The glacier does not negotiate'", ()) == (article.title, article.sections)
    assert "The Bugle: And then?" == article.paragraphs[3].text
    assert ["Ben Carter"] == names(article.author)


def test_a_name_below_the_text_signs() -> None:
    article = only(invented_pages.SIGNED_BELOW)

    assert ("Why the steppe is quiet", ["Reid Carter"]) == (article.title, names(article.author))
    assert 3 == len(article.paragraphs)


def test_who_contributed_is_no_author() -> None:
    article = only(invented_pages.AGENCY_WITH_HELPERS)

    assert (["Anand Tumur", "Lisa Grant"], ["Jo Kim"]) == (names(article.author), names(article.contributor))
    assert ("Associated Press", "ULAANBAATAR, Mongolia") == (article.container_title, article.dateline)


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    page = page_of(invented_pages.WRAPPED)
    (article,) = extract(page)

    assert 3 == len(article.paragraphs)
    assert article.opening.endswith("than last year's, the ministry of agriculture said on Friday.")
    assert ("lines of one width joined to paragraphs",) == page.notes


def test_a_desk_is_no_author() -> None:
    """An outlet's name comes from its copyright notice; "Staff Writer" is nobody's."""
    article = only(invented_pages.UNSIGNED)

    assert ((), "The Daily Harbour") == (article.author, article.container_title)
    assert (8, 12) == article.lines


def test_what_authors_are_is_no_part_of_their_names() -> None:
    article = only(invented_pages.MAGAZINE)

    assert ["Lena Abbasova", "Mark Twill"] == names(article.author)
    assert ("Foreign Policy", "article-magazine") == (article.container_title, article.type)
    assert (9, 17) == article.lines


def test_a_roundup_is_one_article_with_its_labels() -> None:
    article = only(invented_pages.ROUNDUP)

    assert "Central Asia This Week" == article.title
    assert ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Uzbekistan"] == [head.text for head in article.sections]


def test_wide_gaps_part_articles() -> None:
    titles = [article.title for article in articles_of(invented_pages.APART)]

    assert ["Kazakh wheat heads east", "Uzbek gas runs short again"] == titles


def test_articles_pasted_together_are_cut_at_the_headline() -> None:
    first, second = articles_of(invented_pages.TWO_PASTED_TOGETHER)

    assert ("Ferry service to Aktau resumes after storm", ["Laura Finch"]) == (first.title, names(first.author))
    assert ("Uzbek cotton finds new buyers", ["Timur Ashirov"]) == (second.title, names(second.author))


def test_signed_reports_end_at_their_sign_offs() -> None:
    found = articles_of(invented_pages.THREE_BRIEFS)

    assert ["BISHKEK, Kyrgyzstan", "DUSHANBE, Tajikistan", "ASHGABAT, Turkmenistan"] == [one.dateline for one in found]
    assert [["Ann Lee"], ["Carl Cox"], ["Dora Diaz"]] == [names(one.author) for one in found]


@pytest.mark.parametrize("text", ["", "\n\n", invented_pages.NO_ARTICLE, "Home\nNews\n", "•\n•\n", "0:00"])
def test_a_page_without_an_article_gives_none(text: str) -> None:
    page = page_of(text)

    assert () == extract(page)
    assert len(page.blocks) == len(label(page))


def test_the_address_names_the_outlet() -> None:
    page = page_of(invented_pages.LEADER)
    source = Source(name="leader", data=page.source.data, url="https://www.economist.com/leaders/2022/09/03/canal")
    (article,) = extract(Page(source=source, blocks=page.blocks))

    assert ("The Economist", "article-magazine") == (article.container_title, article.type)


def test_another_article_lends_authors_only_for_its_subject(gold: Path) -> None:
    """A report the newsletter beside it speaks of is signed by inference; one it does not speak of stays unsigned."""
    lent = {row["id"]: article for row, article in labelled(gold) if "author" in article.unconfirmed}

    assert ["000-2"] == list(lent)
