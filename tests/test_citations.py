"""Citations and Sources as the shipped styles print them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from digest.export import pandoc
from digest.export.citations import citation_request, format_references, style_path
from digest.export.styles import style_details, style_names
from digest.model import Article, Date, Evidence, Name
from digest.resources import template_folder

from .conftest import Golden

GUESS = Evidence(field="issued", quote="on Tuesday", rule="weekday", confidence="inferred")
YEAR = Evidence(field="issued", quote="© 2022", rule="notice")
NG = Name(family="Ng", given="Amy")
VAN_DEN_BERG = Name(family="Berg", given="Eva", non_dropping_particle="van den")
JUNE = Date(edtf="2022-06-01")
READ = Date(edtf="2022-10-01")
NEWS = Article(type="article-newspaper", language="en", container_title="Harbour Times", issued=Date(edtf="2022-09-14"))

RUIZ = Name(family="Ruiz", given="Ana")
HTTP = "https://e.example/"
PAIR = (Name(family="Berg", given="Carl"), Name(family="Serik", given="Amina"))
DESK = Name(literal="Institute of Tides")
WEB = Article(type="webpage", language="en", container_title="Port of Aktau", url="https://e.example/p", accessed=READ)
FIRST = (("original-title", '"Долгая ночь"'),)
HANZI = (("title-romanized", '"Liangjia"'), ("title-translated", '"The price of grain"'))
STYLES = [name for name in style_names() if "subsequent" not in name]  # that one is another's parent
RECORDS = (
    replace(NEWS, id="signed", author=(NG,), title="The “Quiet” Price of Tea", url="https://e.example/a_b?c=1"),
    replace(NEWS, id="same-year", author=(NG,), title="Ships Wait", issued=Date(edtf="2022-03-02")),
    replace(NEWS, id="unsigned", title="Who Waits?", accessed=Date(edtf="2022-10-01"), url="https://e.example/who"),
    replace(NEWS, id="supplied", title_supplied="As Prices rise…", issued=Date(edtf="2022-09-13/2022-09-15")),
    replace(NEWS, id="letter", author=(NG,), title="Weekly", genre="newsletter", issued=Date(edtf="2021-04-07")),
    replace(NEWS, id="day-inferred", title="Rain", evidence=(GUESS, YEAR)),
    replace(NEWS, id="year-inferred", author=(NG,), title="Fog", issued=Date(edtf="2019-05"), evidence=(GUESS,)),
    replace(NEWS, id="undated", title="Snow", issued=None),
    replace(NEWS, id="bounded", title="Ice", issued=Date(edtf="../2021-04-07")),
    replace(NEWS, id="body", author=(Name(literal="Harbour Times’s Port Desk"),), title="Wind", contributor=(NG,)),
    replace(NEWS, id="magazine", type="article-magazine", title="Tides", issued=Date(edtf="2019-04-23/2019-06-08")),
    replace(NEWS, id="russian", language="ru", author=(Name(family="Иванов", given="Пётр"),), title="Новый Порядок"),
    replace(NEWS, id="chinese", language="zh", author=(Name(family="王", given="毅"),), title="茶的价格"),
    replace(NEWS, id="arabic", language="ar", title="أسعار الشاي"),
    replace(NEWS, id="particle", author=(VAN_DEN_BERG,), title="Mud"),
    replace(NEWS, id="two", author=(NG, RUIZ), title="Why Russia And China Buy Grain In May"),
    replace(NEWS, id="four", author=(NG, VAN_DEN_BERG, *PAIR), title="Four Days In Aktau: A Diary", url=HTTP + "4"),
    replace(NEWS, id="about", author=(RUIZ,), title="Dust", issued=Date(edtf="2018-03~")),
    replace(NEWS, id="nothing", container_title=None, issued=None, title="Salt", url="https://e.example/salt"),
    replace(WEB, id="page", title="About The Port", issued=None),
    replace(WEB, id="signed-page", author=(VAN_DEN_BERG,), title="How Ships Are Cleared", issued=JUNE),
    replace(WEB, id="post", type="post-weblog", author=(NG,), title="Notes From The Quay", issued=Date(edtf="2022-08")),
    replace(NEWS, id="report", type="report", author=(DESK,), container_title=str(DESK), title="Grain At Sea"),
    replace(NEWS, id="on-air", type="broadcast", author=(NG,), container_title="Radio Harbour", title="Night Watch"),
    replace(NEWS, id="talk", type="interview", author=(NG,), title="“We Wait”: A Pilot Speaks", url=HTTP + "we"),
    replace(NEWS, id="cyrillic", language="ru", container_title="Вестник порта", title="Суда ждут", url="https://e.example/r"),
    replace(NEWS, id="hanzi", language="zh", container_title="港口日报", title="粮价", other=HANZI),
    replace(
        NEWS,
        id="uyghur",
        language="ug",
        author=(Name(family="تۇرسۇن", given="ئايگۈل"),),
        container_title="تەڭرىتاغ",
        title="چاينىڭ باھاسى",
        other=(("title-translated", '"The price of tea"'),),
    ),
    replace(NEWS, id="first-called", author=(NG,), title="The Long Night", other=FIRST),
)  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_every_style_prints_what_it_should(style: str, golden: Golden) -> None:
    """What an editor would look at: each kind of record, cited and listed."""
    details = style_details(style)
    rows = format_references(RECORDS, Path(details.path), language=details.locale)

    golden(f"references-{style}.txt", "".join(f"{row.key}\n  {row.citation}\n  {row.reference}\n" for row in rows))


TITLES: list[dict[str, Any]] = [{"title": "Ships Wait"}, {"title_supplied": "Ships wait for rain…"}, {"title": "Who?"}]
AUTHORS = ((), (NG,), (Name(literal="Port Desk"),))
DATES: list[dict[str, Any]] = [
    {"issued": None},
    {"issued": Date(edtf="2022-09-14")},
    {"issued": Date(edtf="2022-09-13/2022-09-15"), "evidence": (GUESS,)},
]
TYPES = ("article-newspaper", "article-magazine", "post-weblog", "webpage", "report", "broadcast", "interview")
COMBINED = [
    Article(id=f"k{number}", type=kind, language="en", author=author, container_title=outlet, url=url, **title, **when)
    for number, (kind, author, outlet, url, title, when) in enumerate(
        product(TYPES, AUTHORS, ("Harbour Times", None), ("https://e.example/a", None), TITLES, DATES)
    )
]
QUOTED = re.compile(r"[“‘«\"']\[Ships wait|for rain…\][.,]?[”’»\"']")
DOUBLED = re.compile(r"\.\.|,\.|(?<![”’])\.,|,,|\?\.|:\.|\. \.|, ,|\(\s*\)|, ?[)\]]|\( | \)|\s[,.;]|  ")


@pytest.mark.parametrize("style", STYLES)
def test_no_combination_of_fields_breaks_an_entry(style: str) -> None:
    """Descriptions are never quoted, no punctuation doubles, every article is listed."""
    for row in format_references(COMBINED[::5], Path(style_details(style).path)):
        for text in (row.citation, row.reference):
            assert not QUOTED.search(text), text
            assert not DOUBLED.search(text.replace("n.d.,", "n.d,").replace("?,", ",")), text
        assert row.reference or style == "bluebook-law-review"  # which has notes alone


HOSTILE = (
    "<script>alert(1)</script>",
    "<i>x</i> <b>y</b> <sup>z</sup>",
    '<span class="nocase">x</span>',
    "*x* **y** _z_ ~~s~~ ^u^ `code`",
    "@key [@key] [-@key, para. 3]",
    "![p](/etc/passwd) [w](file:///etc/passwd)",
    "$x^2$ \\textbf{x} \\input{/etc/passwd} {=html}",
    "::: {#refs} ::: # h > q | a | b |",
    "&lt;b&gt; &amp; &#60; -- ... ' \" “ ” ‘",
    "---\ntitle: x\n...",
    "#set page(fill: red) #image(\"/etc/passwd\")",
)  # fmt: skip
ALIVE = {"Link", "Image", "Code", "RawInline", "RawBlock", "Math", "Cite", "Note", "Strong", "Superscript", "Header"}


def alive(node: Any) -> set[str]:
    """The kinds of live nodes in pandoc's tree."""
    if isinstance(node, list):
        return set().union(*map(alive, node)) if node else set()
    if not isinstance(node, dict):
        return set()
    found = {node["t"]} & ALIVE if isinstance(node.get("t"), str) else set()
    return found | alive(list(node.values()))


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography", "ieee"])
def test_nothing_a_page_says_acts_in_a_reference(style: str) -> None:
    """Markup of any kind stands in the entry as text, in every field."""
    records = [
        replace(
            NEWS,
            id=f"h{number}",
            title=f"{text} END",
            author=(Name(family=f"F {text}", given="Amy"),),
            container_title=f"C {text}",
            genre=f"g {text}",
        )
        for number, text in enumerate(HOSTILE)
    ]
    plain = format_references(records, style_path(style))
    marked = format_references(records, style_path(style), "md")

    for text, row, written in zip(HOSTILE, plain, marked, strict=True):
        wanted = _letters(text)
        assert _letters(row.reference).count(wanted) >= 2, row.reference
        tree = json.loads(pandoc.run(["--from", "commonmark", "--to", "json"], written.reference.encode()))
        assert not alive(tree["blocks"]), written.reference


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def test_markdown_keeps_the_link() -> None:
    """An address is a link in Markdown, and plain in text."""
    (row,) = format_references(RECORDS[:1], style_path("apa"), "md")

    assert "<https://e.example/a_b?c=1>" in row.reference
    assert "*Harbour Times*" in row.reference


CITE = """
local request = pandoc.json.decode(io.read('a'), false)
local doc = pandoc.read(request.text, 'markdown')
doc.meta = { references = request.references, csl = request.style, lang = request.language }
doc = dofile(request.cite)(doc, request.marks, request.supplied, { ['date inferred'] = 'Datum erschlossen' })
io.write(pandoc.json.encode(pandoc.write(pandoc.Pandoc(doc.blocks), 'plain', { wrap_text = 'none' })))
"""


def cited(tmp_path: Path, text: str, style: str, language: str = "en") -> str:
    """A draft's body with its citations in `style`, as plain text."""
    script = tmp_path / "cite.lua"
    script.write_text(CITE)
    folder = template_folder() / "briefing"
    request = citation_request(RECORDS, style_path(style), language)
    return str(pandoc.run_lua(script, request | {"text": text, "cite": str(folder / "citations.lua")}))


DRAFT = "A [@supplied, paras. 2–3]. B [@supplied, para. 4]. C [@undated, para. 5]. D @signed [para. 6].\n"


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("chicago-author-date", "(Harbour Times 2022, paras. 2–3)"),
        ("chicago-author-date", "D Ng (2022, para. 6)."),
        ("oscola", "[As Prices rise…] Harbour Times (13–15 September 2022) paras 2–3."),
        ("oscola", "Ibid para 4."),
        ("apa", "([As Prices rise…], 2022, paras. 2–3)"),
        ("ieee", "[1, Paras. 2–3]"),
        ("gost-r-7-0-5-2008", "[[As Prices rise…], 2022, paras. 2–3]"),
        ("gost-r-7-0-5-2008", "[Snow, б. г., para. 5]"),
    ],
)
def test_a_locator_is_a_paragraph_in_every_style(tmp_path: Path, style: str, words: str) -> None:
    """Nowhere is a paragraph taken for a page, nor its number printed alone."""
    assert words in cited(tmp_path, DRAFT, style)


def test_a_locator_speaks_the_language_of_the_brief(tmp_path: Path) -> None:
    """The draft says para., the print what its language says; marks are translated where a word is given."""
    german = cited(tmp_path, DRAFT + "E [@day-inferred]", "apa", "de")

    assert "[As Prices rise…], 2022, Abs. 2–3" in german
    assert "[Datum\u00a0erschlossen]" in german


def test_the_letter_of_a_doubtful_year_stands_inside_the_mark_of_doubt() -> None:
    """Two articles of one author and inferred year are told apart as [2019a?] and [2019b?], cited and listed."""
    fog = next(record for record in RECORDS if record.id == "year-inferred")
    rows = format_references((fog, replace(fog, id="mist", title="Mist")), style_path("chicago-author-date"))

    assert ["(Ng [2019a?])", "(Ng [2019b?])"] == [row.citation for row in rows]
    assert all(f"[2019{letter}?]" in row.reference for letter, row in zip("ab", rows, strict=True))


def test_a_request_tells_what_is_ours() -> None:
    """Descriptions and marks are named by key."""
    request = citation_request(RECORDS[3:8], style_path("apa"), "en")

    assert {"supplied": True} == request["supplied"]
    assert {
        "supplied": [],
        "day-inferred": ["date inferred"],
        "year-inferred": ["year inferred"],
    } == request["marks"] | {"supplied": []}
