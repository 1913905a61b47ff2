"""Export and import lose nothing that a format can hold: by construction, in every format."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.interchange import RECORD_READERS, WRITERS
from digest.interchange.values import ALIASES, OWN, note_of, variables
from digest.model import Article, ArticleType, Date, Name, Source, Tag
from digest.readers import sniff
from digest.variables import ALL, DATES, NAMES
from tests.csl_data import faults
from tests.telling_records import RECORDS, record

FORMS = tuple(WRITERS)
READER_OF = {
    "biblatex": "application/x-bibtex",
    "bibtex": "application/x-bibtex",
    "csl-json": "application/csl+json",
    "ris": "application/x-research-info-systems",
    "zotero-rdf": "application/zotero+rdf",
}


def back(form: str, *articles: Article) -> list[Article]:
    """What our reader makes of what our writer wrote."""
    source = Source(name="x", data=WRITERS[form](articles).encode())
    assert READER_OF[form] == sniff(source)
    return [record.article for record in RECORD_READERS[READER_OF[form]](source)]


def told(article: Article, form: str) -> dict[str, Any]:
    """All that a record says; in one-line formats without the line breaks."""
    values: dict[str, Any] = {"id": article.id, **variables(article)}
    if form != "csl-json" and (note := note_of(article)):  # how sure a date is goes into the note for a reader
        values["note"] = note
    values["keyword"] = set(values.get("keyword", "").split(", "))
    if form == "ris" and "abstract" in values:
        values["abstract"] = " ".join(values["abstract"].split())
    return values


WORDS = st.text(
    st.sampled_from("abcdeXYZ äßñЖщ王毅ئۇي 😀’“”'\"«»–—-_.,:;!?&%$#@^~`|\\{}[]()<>/=+*0123456789")
    | st.characters(exclude_categories=["Cs", "Cc"]),
    max_size=30,
)
TRICKY = st.sampled_from(
    [
        "AT&amp;T & <i>Co</i>", "{Braces} \\textbf{x} $1 50% #1 a_b ~ ^", "a -- b --- c ''d''", "original-title: x",
        "and", "others", "al and Co", "van den Berg", "x}, title = {y", "ER  - ", "Xi Jinping", "王毅", "RFE/RL",
        "شىنجاڭ", "A; B", "https://e.example", "2022", "𐍈𝒳", "Dr. Who Jr.", "bell hooks", "\u200f",
    ]
)  # fmt: skip
TEXT = WORDS | TRICKY
MANY = st.lists(TEXT, max_size=3).map("\n".join)
DAYS = st.dates().map(lambda day: day.isoformat())
END = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
MARKED = st.tuples(END, st.sampled_from(["", "", "~", "?", "%"])).map("".join)
EDTF = st.one_of(END, MARKED, st.tuples(MARKED, MARKED).map("/".join), END.map("../{}".format), END.map("{}/..".format))


def _is_date(text: str) -> bool:
    try:
        Date(edtf=text)
    except (ValueError, OverflowError):
        return False
    return True


DATE = EDTF.filter(_is_date).map(lambda text: Date(edtf=text))
PART = st.none() | TEXT
NAME = st.one_of(
    st.builds(Name, family=TEXT, given=PART, non_dropping_particle=PART, dropping_particle=PART, suffix=PART),
    st.builds(Name, family=st.sampled_from(["Berg", "Ó Briain", "王"]), given=st.sampled_from(["Anna", "J. R.", None])),
    st.builds(Name, literal=TEXT),
).filter(lambda name: bool(variables(Article(author=(name,))).get("author")))
NAME_JSON = NAME.map(
    lambda name: {
        part.replace("_", "-"): text
        for part in ("family", "given", "literal", "non_dropping_particle", "dropping_particle", "suffix")
        if (text := getattr(name, part))
    }
)
THEIRS = ALL - {
    "author", "contributor", "issued", "accessed", "title", "container-title", "section", "genre", "publisher", "URL",
    "language", "abstract", "citation-key", "keyword", "note", "annote",
}  # fmt: skip


@st.composite
def others(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    """Variables a record came with, of every kind."""
    found: dict[str, object] = {}
    for name in draw(st.lists(st.sampled_from(sorted(THEIRS)), max_size=6, unique=True)):
        if name in NAMES:
            found[name] = draw(st.lists(NAME_JSON, min_size=1, max_size=2))
        elif name in DATES:
            found[name] = str(draw(DATE))
        else:
            found[name] = draw(TEXT)
    for name in draw(st.sets(st.sampled_from(sorted(OWN - {ALIASES})))):
        found[name] = draw(TEXT)
    if draw(st.booleans()):
        found["keyword"] = draw(st.lists(TEXT, max_size=3).map(", ".join))
    return tuple(sorted((name, json.dumps(value)) for name, value in found.items()))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """A record with anything in any field."""
    return Article(
        id=draw(st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_:.-]{0,20}[A-Za-z0-9_]", fullmatch=True)),
        type=draw(st.sampled_from(get_args(ArticleType))),
        title=draw(PART),
        title_supplied=draw(st.sampled_from([None, "about the rain"])),
        author=tuple(draw(st.lists(NAME, max_size=3))),
        contributor=tuple(draw(st.lists(NAME, max_size=1))),
        container_title=draw(PART),
        section=draw(PART),
        genre=draw(PART),
        publisher=draw(PART),
        dateline=draw(PART),
        issued=draw(st.none() | DATE),
        modified=draw(st.none() | DATE),
        accessed=draw(st.none() | DAYS.map(lambda day: Date(edtf=day))),
        url=draw(st.none() | TEXT.map("https://e.example/{}".format)),
        language=draw(st.sampled_from([None, "en", "en-GB", "de-AT", "zh-Hans", "ug", "kk"])),
        abstract=draw(st.none() | MANY),
        other=draw(others()),
        keyword=tuple(Tag(theme=theme, score=1) for theme in draw(st.lists(TEXT.filter(str.strip), max_size=2))),
    )


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=60)
@given(article=articles())
@example(article=Article(id="x", other=(("DOI", '"{Braces} \\\\textbf{x} $1 50% #1 a_b ~ ^"'),)))
@example(article=Article(id="x", title="AT&amp;T <i>x</i>", issued=Date(edtf="2022?/2023-01~")))
def test_whatever_a_record_says_comes_back(form: str, article: Article) -> None:
    """Letter for letter but for white space; what no field can hold stands in a line of a note."""
    (again,) = back(form, article)

    assert told(article, form) == told(again, form)


@pytest.mark.parametrize("form", FORMS)
def test_twenty_telling_records_come_back(form: str) -> None:
    """All in one file, too."""
    for one, again in zip(RECORDS, back(form, *RECORDS), strict=True):
        assert told(one, form) == told(again, form)


@pytest.mark.parametrize("form", FORMS)
def test_what_came_back_is_written_the_same_again(form: str) -> None:
    """Nothing is added each time a file goes round; only how sure a date is becomes a note like others."""
    once = back(form, *RECORDS)

    assert WRITERS[form](once) == WRITERS[form](back(form, *once))


@pytest.mark.parametrize("kind", get_args(ArticleType))
def test_every_type_comes_back_from_every_format(kind: Any) -> None:
    """All 45, alone and with all that a record may have."""
    for form in FORMS:
        for one in (record("a", type=kind), replace(RECORDS[0], type=kind), replace(RECORDS[17], type=kind)):
            assert told(one, form) == told(back(form, one)[0], form), form


@settings(max_examples=60)
@given(st.lists(articles(), max_size=3))
def test_every_csl_export_is_what_the_schema_allows(these: list[Article]) -> None:
    assert [] == faults(json.loads(WRITERS["csl-json"]([*these, *RECORDS])))
