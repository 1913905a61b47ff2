"""An article's JSON object: nothing lost, nothing believed."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.csl import as_json, from_json
from digest.errors import ReadError
from digest.model import KINDS, Article, Block, Date, Entity, Event, Evidence, Heading, Name, Quote, Tag

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=30)
WORDS = TEXT.filter(bool)
SOME = st.none() | TEXT
NUMBER = st.integers(0, 9999)
DAY = st.dates().map(lambda day: Date(edtf=day.isoformat()))
DATE = DAY | st.sampled_from(["2022", "2022-09~", "2022-09-13/2022-09-15", "2021-04/..", "../2021-04-07", "2022?"]).map(
    lambda text: Date(edtf=text)
)
NAME = st.builds(Name, literal=WORDS) | st.builds(
    Name, family=WORDS, given=st.none() | WORDS, non_dropping_particle=st.none() | WORDS, suffix=st.none() | WORDS
)
FIELD = st.sampled_from(["author", "issued", "container_title", "url", "title", "language"])
BLOCK = st.builds(
    Block,
    text=TEXT,
    line=NUMBER,
    kind=st.sampled_from(KINDS),
    level=st.none() | NUMBER,
    links=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    rule=TEXT,
)
ARTICLE = st.builds(
    Article,
    id=st.sampled_from(["", "ng2022tea", "rferl-1"]),
    type=st.sampled_from(["article-newspaper", "post-weblog", "report"]),
    **dict.fromkeys(("title", "title_supplied", "container_title", "section", "genre", "publisher"), SOME),
    **dict.fromkeys(("dateline", "url", "language", "abstract"), SOME),
    **dict.fromkeys(("author", "contributor"), st.lists(NAME, max_size=2).map(tuple)),
    **dict.fromkeys(("issued", "modified", "accessed"), st.none() | DATE),
    other=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    keyword=st.lists(
        st.builds(Tag, theme=TEXT, score=st.floats(-9, 9), paragraphs=st.lists(NUMBER, max_size=3).map(tuple)),
        max_size=2,
    ).map(tuple),
    paragraphs=st.lists(BLOCK, max_size=3).map(tuple),
    sections=st.lists(
        st.builds(Heading, text=TEXT, level=NUMBER, line=NUMBER, first=NUMBER, last=NUMBER), max_size=2
    ).map(tuple),
    quotes=st.lists(st.builds(Quote, text=TEXT, paragraph=NUMBER, speaker=SOME, role=SOME, cue=SOME), max_size=2).map(
        tuple
    ),
    source=TEXT,
    lines=st.tuples(NUMBER, NUMBER),
    evidence=st.lists(
        st.builds(
            Evidence,
            field=FIELD,
            quote=TEXT,
            rule=TEXT,
            line=st.none() | NUMBER,
            confidence=st.sampled_from(["stated", "inferred"]),
        ),
        max_size=2,
    ).map(tuple),
    fixed=st.lists(FIELD | st.just("keyword:-ukraine-war"), max_size=2).map(tuple),
)


@given(ARTICLE)
def test_a_record_comes_back_as_it_went(article: Article) -> None:
    """Through JSON text and back nothing of an article is lost."""
    assert article == from_json(json.loads(json.dumps(as_json(article), ensure_ascii=False)))


def test_a_record_has_the_spelling_of_csl() -> None:
    """Scripts find CSL's names, EDTF dates, plain paragraphs and what is missing."""
    article = Article(
        id="dlamini2021port",
        type="article-newspaper",
        author=(Name(family="Dlamini", given="Thandi"), Name(literal="Port Desk")),
        container_title="Harbour Times",
        issued=Date(edtf="2021-04-06/2021-04-08"),
        paragraphs=(Block(text="Ships wait.", line=4, links=(("wait", "https://e.example/"),)),),
        evidence=(Evidence(field="container_title", quote="Harbour Times", rule="masthead", line=1),),
        source="in/port.txt",
        lines=(4, 9),
    )
    record = as_json(article)

    assert [{"family": "Dlamini", "given": "Thandi"}, {"literal": "Port Desk"}] == record["author"]
    assert "Harbour Times" == record["container-title"]
    assert "2021-04-06/2021-04-08" == record["issued"]
    assert ["Ships wait."] == record["paragraphs"]
    assert [{"line": 4, "kind": "paragraph", "links": [["wait", "https://e.example/"]]}] == record["blocks"]
    assert ["title", "URL"] == record["missing"]
    assert "container-title" == record["evidence"][0]["field"]  # type: ignore[index]
    assert None not in record.values()


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ([], "record"),
        ({"title": 5}, "title"),
        ({"title": ["a"]}, "title"),
        ({"type": "novel"}, "type"),
        ({"type": ["webpage"]}, "type"),
        ({"author": "Ng"}, "author"),
        ({"author": [{"given": 3}]}, "author[0].given"),
        ({"author": [{}]}, "author[0]"),
        ({"issued": "last Tuesday"}, "issued"),
        ({"issued": {"date-parts": [[2022, 13, 1]]}}, "issued"),
        ({"issued": {"date-parts": [[{}]]}}, "issued"),
        ({"issued": {"raw": "2022"}}, "issued"),
        ({"lines": [1]}, "lines"),
        ({"lines": [True, 2]}, "lines"),
        ({"paragraphs": {"a": 1}}, "paragraphs"),
        ({"paragraphs": ["a"], "blocks": []}, None),
        ({"paragraphs": ["a"], "blocks": [{"line": 1}, {"line": 2}]}, "blocks"),
        ({"paragraphs": ["a"], "blocks": [7]}, "blocks[0]"),
        ({"paragraphs": ["a"], "blocks": [{"line": 1, "kind": "poem"}]}, "blocks[0].kind"),
        ({"paragraphs": ["a"], "blocks": [{"line": 1, "links": [["x"]]}]}, "links[0]"),
        ({"quotes": [{"text": "x"}]}, "quotes[0]"),
        ({"tags": [{"theme": "x", "score": float("nan")}]}, "tags[0].score"),
        ({"tags": 4}, "tags"),
        ({"evidence": [{"field": "issued", "quote": "", "rule": "", "confidence": "sure"}]}, "confidence"),
    ],
)
def test_a_wrong_record_is_refused_by_field(record: Any, field: str | None) -> None:
    """What cannot be an article is an error that names the field; what is merely absent is not."""
    if field is None:
        assert from_json(record).paragraphs
        return
    with pytest.raises(ReadError) as caught:
        from_json(record)
    assert field in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
SHAPED = st.dictionaries(st.sampled_from([*as_json(Article()), "author", "issued", "title", "accessed", "URL"]), JSON)


@given(SHAPED | JSON)
def test_any_json_is_an_article_or_a_read_error(record: Any) -> None:
    """No imported object ends in another error."""
    try:
        article = from_json(record)
    except ReadError:
        return
    assert article == from_json(as_json(article))


def test_what_no_format_can_hold_is_replaced() -> None:
    """Control characters, lone surrogates and keys that could act in a draft do not get in."""
    article = from_json({"id": "x]; @evil", "title": "a\x00b\x1b[31m\ud800", "themes": ["xinjiang"]})

    assert "a\ufffdb\ufffd[31m\ufffd" == article.title
    assert "" == article.id
    assert ("xinjiang",) == article.themes


EVERYTHING = Article(
    id="ng2022tea",
    type="report",
    title="Tea",
    title_supplied="Of tea",
    author=(Name(family="Berg", given="Eva", non_dropping_particle="van", dropping_particle="de", suffix="Jr"),),
    contributor=(Name(literal="Port Desk"),),
    container_title="Harbour Times",
    section="Trade",
    genre="newsletter",
    publisher="Harbour",
    dateline="DURBAN",
    issued=Date(edtf="2022-09-14"),
    accessed=Date(edtf="2022-09-15"),
    modified=Date(edtf="2022-09-15"),
    other=(("volume", "12"),),
    url="https://e.example/",
    language="en",
    abstract="Prices.",
    keyword=(Tag(theme="tea", score=1.5, paragraphs=(1,), words=("tea",), by_person=True, by_learner=True),),
    paragraphs=(Block(text="Tea.", line=3, kind="list item", level=2, links=(("Tea", "https://e.ex/"),), rule="x"),),
    sections=(Heading(text="Tea", level=1, line=2, first=1, last=1),),
    quotes=(
        Quote(
            text="Tea", paragraph=1, start=1, end=4, kind="term", speaker="Amy Ng", role="grower", cue="said",
            confidence="inferred", goes_on=True,
        ),
    ),
    entities=(Entity(name="Amy Ng", kind="person", forms=("Ng",), paragraphs=(1,), role="grower"),),
    events=(
        Event(
            when=Date(edtf="2022-10"), words="next month", paragraph=1, sentence="Tea.", ahead=True,
            confidence="inferred",
        ),
    ),
    analysis="1 ab",
    source="in/tea.txt",
    lines=(3, 3),
    evidence=(Evidence(field="issued", quote="Tea", rule="x", line=3, confidence="inferred"),),
    fixed=("container_title", "keyword:-tea"),
)  # fmt: skip


def unset(noun: Any) -> set[str]:
    """The fields of a value that hold their default, and of the values in it."""
    found = {entry.name for entry in fields(noun) if getattr(noun, entry.name) == entry.default}
    inner = (part for entry in fields(noun) for part in always_tuple(getattr(noun, entry.name)) if is_noun(part))
    return found.union(*map(unset, inner))


def always_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def is_noun(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, Name)  # a name is a person or a body, never all its fields


def test_every_field_is_written_and_read() -> None:
    """A field that is added to the nouns must be set above, and then must come back."""
    assert {"literal", "family"} >= unset(EVERYTHING) - {
        "given",
        "non_dropping_particle",
        "dropping_particle",
        "suffix",
    }
    assert EVERYTHING == from_json(json.loads(json.dumps(as_json(EVERYTHING))))


def test_a_section_names_its_heading() -> None:
    """A script finds the words of a heading under `heading`, with level and line."""
    record = as_json(Article(sections=(Heading(text="Why It Matters", level=2, line=25, first=5, last=7),)))

    assert [{"heading": "Why It Matters", "level": 2, "line": 25, "first": 5, "last": 7}] == record["sections"]
