"""References for other programs, read back by other programs."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.export import pandoc
from digest.interchange import BESIDE, EXTENSIONS, WRITERS
from digest.model import Article, Block, Date, Evidence, Name, Tag

FULL = Article(
    id="ng2022tea",
    type="article-newspaper",
    title="The Price of Tea: 50% More & Rising_",
    author=(Name(family="Berg", given="Eva", non_dropping_particle="van den"), Name(literal="Port and Sea Desk")),
    contributor=(Name(family="Ng", given="Amy"),),
    container_title="Harbour Times",
    section="Trade",
    genre="newsletter",
    issued=Date(edtf="2022-09-13/2022-09-15"),
    accessed=Date(edtf="2022-10-01"),
    url="https://e.example/a_b?c=1&d={2}",
    language="en",
    abstract="Prices rise.\nAgain.",
    keyword=(Tag(theme="tea", score=2.0), Tag(theme="trade", score=1.0)),
    evidence=(
        Evidence(field="issued", quote="2022", rule="notice"),
        Evidence(field="issued", quote="on Tuesday", rule="weekday", confidence="inferred"),
    ),
)
UNTITLED = Article(
    id="rain",
    paragraphs=(Block(text="Rain fell. It stopped.", line=3, links=(("fell", "https://e.example"),)),),
    issued=Date(edtf="../2021-04-07"),
)
HOSTILE = [
    "x\nER  - \nTY  - BOOK\nTI  - y",
    "x\x85ER  - \u2028TY  - BOOK",
    "a}b{c",
    "}, title = {y",
    "@article{x, title={y}}",
    "\\input{/etc/passwd} \\",
    "100% of $x^2$ #1 a_b ~ & -- --- ''q'' | <i>x</i>",
]


def read_back(form: str, reader: str, articles: list[Article]) -> list[dict[str, Any]]:
    """What pandoc makes of our references."""
    text = WRITERS[form](articles)
    return list(json.loads(pandoc.run(["--from", reader, "--to", "csljson"], text.encode())))


def test_biblatex_keeps_day_particles_and_capitals() -> None:
    """pandoc reads the same record, capitals as printed, a body as a body."""
    (item,) = read_back("biblatex", "biblatex", [FULL])

    assert "The Price of Tea: 50% More & Rising_" == item["title"]
    assert ["Berg", "Port and Sea Desk"] == [name.get("family") or name["literal"] for name in item["author"]]
    assert [[2022, 9, 13], [2022, 9, 15]] == item["issued"]["date-parts"]
    assert ("Harbour Times", "article-newspaper") == (item["container-title"], item["type"])
    assert "https://e.example/a_b?c=1&d=%7B2%7D" == item["URL"]
    assert "date inferred" == item["note"]


def test_references_in_every_format(golden: Any) -> None:
    """The files an analyst attaches to a report."""
    for form, write in WRITERS.items():
        name = "references" if form in BESIDE else f"references-{form}"
        golden(f"{name}{EXTENSIONS[form]}", write([FULL, UNTITLED]))


@pytest.mark.parametrize(("form", "reader"), [("biblatex", "biblatex"), ("ris", "ris"), ("csl-json", "csljson")])
def test_no_value_breaks_out_of_its_record(form: str, reader: str) -> None:
    """Hostile text in any field stays in its field: as many records as articles, each with its key."""
    articles = [
        Article(
            id=f"h{number}",
            type="article-newspaper",
            title=f"{text} END",
            author=(Name(family=text, given=text), Name(literal=f"{text} and others")),
            container_title=text,
            genre=text,
            abstract=text,
            issued=Date(edtf="2022-09-14"),
            keyword=(Tag(theme=text, score=1),),
        )
        for number, text in enumerate(HOSTILE)
    ]
    items = read_back(form, reader, articles)

    assert [article.id for article in articles] == [item["id"] for item in items]
    for text, item in zip(HOSTILE, items, strict=True):
        assert letters(f"{text} END") == letters(item["title"])
        assert "2022" in json.dumps(item["issued"])


def letters(text: str) -> str:
    """What a title says, marks apart."""
    return re.sub(r"[\W_]", "", text).casefold()


@given(st.lists(st.text(), min_size=1, max_size=6))
def test_a_ris_value_stands_on_one_line(texts: list[str]) -> None:
    """Every line has a tag, and only ours end a record."""
    title, *rest = texts
    names = tuple(Name(literal=text) for text in rest if text)
    lines = WRITERS["ris"]([Article(id="x", title=title, author=names, abstract=title)]).splitlines()

    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert 1 == sum(line.startswith("ER  - ") for line in lines)


@given(st.text(), st.text())
def test_biblatex_braces_balance(title: str, family: str) -> None:
    """A parser that counts braces finds one entry."""
    text = WRITERS["biblatex"]([Article(id="x", title=title, author=(Name(family=family, given=title),))])
    depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in text[text.index("{") :].rstrip()))

    assert 0 == depths.pop()
    assert 1 == min(depths)


# Variables of csl-data.json 1.0.2 that our records have.
CSL = {
    "id", "citation-key", "type", "title", "author", "contributor", "container-title", "section", "genre", "publisher",
    "language", "abstract", "issued", "accessed", "URL", "keyword", "custom",
}  # fmt: skip


def test_csl_json_is_what_the_schema_allows() -> None:
    """Only CSL's variables, dates in parts, ours under `custom`; text is kept letter for letter."""
    full, untitled = json.loads(WRITERS["csl-json"]([FULL, UNTITLED]))

    assert set(full) | set(untitled) <= CSL
    assert {"date-parts": [[2022, 9, 13], [2022, 9, 15]]} == full["issued"]
    assert "tea, trade" == full["keyword"]
    assert {"title-supplied": True, "marks": ["not after 7 April 2021"]} == untitled["custom"]
    assert {"literal": "../2021-04-07"} == untitled["issued"]
