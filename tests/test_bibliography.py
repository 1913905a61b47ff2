"""Bibliographies: who is listed under which heading, what is noted below, and how both are set."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from digest.bibliographies import Annotation, Group, annotated, as_listed, grouped, span
from digest.drafts import Draft
from digest.export import rendered
from digest.export.bibliography import Listing, print_listing
from digest.export.pandoc import read_markdown
from digest.export.styles import style_path
from digest.model import Article, Block, Date, Name, Quote, Tag

NG = Name(family="Ng", given="Amy")
NEWS = Article(type="article-newspaper", language="en", container_title="Harbour Times", issued=Date(edtf="2022-09-14"))
WORDS = 'We will not leave the "outer" port until -- and only until -- the storm is over'
TEXT = f"The pilot said: “{WORDS}.”"
ARTICLES = (
    replace(NEWS, id="wait", author=(NG,), title="Ships Wait", section="Ports", keyword=(Tag(theme="sea", score=2.0),)),
    replace(NEWS, id="fog", author=(NG,), title="Fog", issued=Date(edtf="2021-03")),
    replace(NEWS, id="tea", title="Tea", issued=None, container_title=None, language=None),
    replace(
        NEWS,
        id="pilot",
        author=(NG,),
        title="Tides",
        paragraphs=(Block(text="Rain.", line=1), Block(text=TEXT, line=2)),
        quotes=(Quote(text=WORDS, paragraph=2, start=17, end=17 + len(WORDS), speaker="Carl Berg", role="a pilot"),),
    ),
)  # fmt: skip
BY_KEY = {article.id: article for article in ARTICLES}


def listing(*groups: Group, notes: Mapping[str, tuple[Annotation, ...]] | None = None, language: str = "en") -> Listing:
    day = Date(edtf="2022-10-01")
    return Listing(title="Sources", groups=groups, notes=notes or {}, language=language, period=day, date=day)


def printed(what: Listing, style: str, form: str = "text", articles: dict[str, Article] = BY_KEY) -> str:
    made, warnings = print_listing(what, articles, style_path(style), (form,))
    assert () == warnings
    return made[form].decode("utf-8")


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("none", [("", ("wait", "fog", "tea", "pilot"))]),
        ("year", [("2022", ("wait", "pilot")), ("2021", ("fog",)), ("", ("tea",))]),
        ("section", [("Ports", ("wait",)), ("", ("fog", "tea", "pilot"))]),
        ("theme", [("sea", ("wait",)), ("", ("fog", "tea", "pilot"))]),
        ("outlet", [("Harbour Times", ("wait", "fog", "pilot")), ("", ("tea",))]),
        ("language", [("English", ("wait", "fog", "pilot")), ("", ("tea",))]),
    ],
)
def test_articles_stand_under_what_they_have(by: str, groups: list[tuple[str, tuple[str, ...]]]) -> None:
    """The newest year comes first; what states nothing comes last."""
    assert groups == [(group.title, group.keys) for group in grouped(ARTICLES, by, {})]  # type: ignore[arg-type]


def test_sections_are_those_of_the_brief_that_cites() -> None:
    """In its order; an article that two sections cite stands in both."""
    found = grouped(ARTICLES[:2], "section", {"fog": ("Why it matters", "In brief"), "wait": ("In brief",)})

    assert [("Why it matters", ("fog",)), ("In brief", ("wait", "fog"))] == [(one.title, one.keys) for one in found]


def test_numbers_follow_authors_and_titles() -> None:
    """A style that counts its entries has an order to count by; the time is that of all of them."""
    assert ["fog", "wait", "pilot", "tea"] == [one.id for one in as_listed(ARTICLES)]
    assert Date(edtf="2021-03-01/2022-09-14") == span(ARTICLES)
    assert span(ARTICLES[2:3]) is None


def test_a_quotation_stands_letter_for_letter_with_its_paragraph() -> None:
    """Not a mark of it is set otherwise, in no format."""
    notes = {"pilot": annotated(BY_KEY["pilot"], ["quotation"], "en")}
    what = listing(Group(title="", keys=("pilot",)), notes=notes)

    assert (Annotation(kind="quotation", text=WORDS, told="Carl Berg, a pilot, para.\u00a02"),) == notes["pilot"]
    assert f"“{WORDS}” — Carl Berg, a pilot, para.\u00a02" in printed(what, "apa")
    assert WORDS in printed(what, "apa", "html").replace("\n", " ")


def test_an_abstract_or_what_the_text_itself_says() -> None:
    """The abstract that came with it; else its own sentences with their paragraphs; themes by their names."""
    given = replace(BY_KEY["wait"], abstract="Ships  wait.")

    assert [("abstract", "Ships wait.", ""), ("theme", "sea", "")] == [
        (one.kind, one.text, one.told) for one in annotated(given, ["abstract", "theme"], "en")
    ]
    assert () == annotated(BY_KEY["tea"], ["abstract", "quotation", "theme"], "en")


def test_no_group_begins_with_a_dash_for_an_author_above_it() -> None:
    """In the full list a dash stands for the author before; below a new heading the author is named again."""
    whole = printed(listing(Group(title="", keys=("fog", "wait", "pilot"))), "turabian")
    parted = printed(listing(Group(title="A", keys=("fog", "pilot")), Group(title="B", keys=("wait",))), "turabian")

    assert (1, 2) == (whole.count("Ng, Amy"), whole.count("———"))
    assert (2, 1) == (parted.count("Ng, Amy"), parted.count("———"))
    assert re.search(r"B\n\nNg, Amy\. “Ships", parted)


def test_numbers_run_through_all_groups() -> None:
    """One numbering for the whole list, so that a number names one source."""
    for order in (("fog", "wait", "pilot"), ("pilot", "wait", "fog")):
        text = printed(listing(Group(title="A", keys=order[:2]), Group(title="B", keys=order[2:])), "vancouver")

        assert ["1.", "2.", "3."] == re.findall(r"^\d\.", text, re.M)


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("sv", ["Zebra", "Åska", "Ängel", "Öl"]),
        ("de", ["Ähre", "Apfel", "Öl", "Zebra"]),
        ("ru", ["Ежи", "Ёлка", "Жук", "Яма"]),
        ("zh", ["北京", "茶", "上海", "中国"]),
        ("en", ["Åska", "Zebra", "Жук", "茶"]),
    ],
)
def test_entries_stand_in_the_order_of_their_language(language: str, titles: list[str]) -> None:
    """As its dictionaries have it: Å after Z in Swedish, ä by a in German, Ё by Е, Chinese by its sounds."""
    articles = {
        f"k{number}": replace(NEWS, id=f"k{number}", title=title, container_title=None, language=language)
        for number, title in enumerate(reversed(titles))
    }
    text = printed(listing(Group(title="", keys=tuple(articles)), language=language), "apa", articles=articles)

    assert titles == sorted(titles, key=text.index)


def test_what_runs_from_right_to_left_is_set_so() -> None:
    """Its entry alone; its words are isolated from those of the style around them."""
    title = "چاينىڭ باھاسى"
    articles = {"ug": replace(NEWS, id="ug", language="ug", title=title), "wait": BY_KEY["wait"]}
    html = printed(listing(Group(title="", keys=("ug", "wait"))), "apa", "html", articles)

    assert 1 == html.count(' dir="rtl"')
    assert re.search(rf'<div id="ref-ug" class="csl-entry" dir="rtl" lang="ug">\s*\u2068{title}\u2069', html)


def test_office_files_open_with_the_entries_in_their_style() -> None:
    """DOCX has paragraphs of the style Bibliography and Annotation; ODT is a whole document."""
    notes = {"wait": (Annotation(kind="abstract", text="Ships wait & wait."),)}
    made, _ = print_listing(
        listing(Group(title="", keys=("wait",)), notes=notes), BY_KEY, style_path("apa"), ("docx", "odt")
    )
    body = zipfile.ZipFile(io.BytesIO(made["docx"])).read("word/document.xml").decode()
    odt = zipfile.ZipFile(io.BytesIO(made["odt"])).read("content.xml").decode()

    assert '<w:pStyle w:val="Bibliography"' in body
    assert '<w:pStyle w:val="Annotation"' in body
    assert odt.startswith("<?xml")
    assert "Ships wait &amp; wait." in odt


def test_what_is_noted_stays_on_the_page_of_its_entry() -> None:
    """In the PDF and in Word; and no entry is broken between two pages."""
    said = (Annotation(kind="abstract", text="The port is shut, and the ships wait. " * 9),)
    entries = {
        f"k{n}": replace(BY_KEY["wait"], id=f"k{n}", title=f"Ships wait for day number {n}, and the pilots with them")
        for n in range(40)
    }
    notes = dict.fromkeys(entries, said)
    made, _ = print_listing(
        listing(Group(title="", keys=tuple(entries)), notes=notes), entries, style_path("apa"), ("docx", "pdf")
    )
    body = zipfile.ZipFile(io.BytesIO(made["docx"])).read("word/document.xml").decode()
    pdf = pypdfium2.PdfDocument(made["pdf"])
    pages = [pdf[place].get_textpage().get_text_range().splitlines()[1] for place in range(1, len(pdf))]

    assert 40 == body.count('"Bibliography" /><w:keepNext /><w:keepLines />')
    assert pages
    assert [] == [line for line in pages if not line.startswith("Ng, A.")]


def test_notes_in_letters_from_right_to_left_run_so_too() -> None:
    """Whatever quotation mark they begin with."""
    title = "چاينىڭ باھاسى"
    notes = {"ug": (Annotation(kind="quotation", text="چاي باھاسى ئۆرلىدى.", told="A"),)}
    article = {"ug": replace(NEWS, id="ug", language="ug", title=title)}
    html = printed(listing(Group(title="", keys=("ug",)), notes=notes), "apa", "html", article)

    assert '<div class="annotation" dir="rtl">' in html


BRIEF = """# One

A [@wait]. B [@fog, para. 1].

::: section-sources
:::

# Two

C [@wait].

## Two And A Half

D [@tea].

::: section-sources
:::

# Three

::: section-sources
:::
"""
SOURCES = "# Sources\n\n::: {#refs}\n:::\n"


@pytest.mark.parametrize(("ending", "entries"), [("", ["fog", "wait", "", "tea"]), (SOURCES, ["", "", "", ""])])
def test_each_section_lists_what_it_cites(ending: str, entries: list[str]) -> None:
    """An entry bears the name that links go to once: in the whole list, or where it first stands if there is none."""
    day = Date(edtf="2022-10-01")
    draft = Draft(brief="x", title="X", period=day, date=day, toc=False, body=BRIEF + ending)
    made, _ = rendered(draft, read_markdown(draft.body), BY_KEY, ("html", "md", "docx", "pdf"), style_path("apa"))
    html = re.sub(r"\s+", " ", made["html"].decode("utf-8"))
    lists = [
        re.findall(r'<div (?:id="ref-(\w+)" )?class="csl-entry"', one) for one in html.split("section-sources")[-2:]
    ]

    assert 2 == html.count('<div class="section-sources">')
    assert entries == [key for keys in lists for key in keys][: len(entries)]
    assert 3 == len(re.findall(r'<div id="ref-\w+"', html))


def test_nothing_an_article_says_acts_in_a_bibliography(tmp_path: Path) -> None:
    """Headings and annotations are text, like entries."""
    hostile = "<script>x</script> # h ![p](/etc/passwd) $x$ @wait"
    notes = {"wait": (Annotation(kind="abstract", text=hostile), Annotation(kind="theme", text=hostile))}
    what = listing(Group(title=hostile, keys=("wait",)), Group(title="B", keys=("fog",)), notes=notes)
    html = printed(what, "apa", "html")

    assert "<script>x" not in html
    assert 3 == html.count("&lt;script&gt;x&lt;/script&gt; # h ![p](/etc/passwd) $x$ @wait")


def test_an_annotation_stands_closer_to_its_entry_than_to_the_next() -> None:
    """On the printed page, by where its lines are."""
    notes = {key: (Annotation(kind="abstract", text=f"Remark on {key}."),) for key in ("wait", "fog")}
    groups = Group(title="", keys=("wait", "fog"))
    made, _ = print_listing(listing(groups, notes=notes), BY_KEY, style_path("apa"), ("pdf",))
    page = pypdfium2.PdfDocument(made["pdf"])[0].get_textpage()
    heights = [page.get_rect(number) for number in range(page.count_rects())]
    told = [page.get_text_bounded(*place) for place in heights]
    first = next(number for number, words in enumerate(told) if words.startswith("Remark"))

    before, after = heights[first - 1][1] - heights[first][3], heights[first][1] - heights[first + 1][3]
    assert after > 1.5 * before
