"""The store: one record an article, whatever its sources; nothing a person set is lost; nothing is half written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import LibraryError, ReadError
from digest.library import Added, Library, open_library, read_library
from digest.model import Article, Block, Date, Evidence, Name, Page, Source
from digest.statements import set_theme, state
from digest.themes import Theme

STORM = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge.",
    "Ships waited outside, the port master Amina Serik said, and would wait until Thursday at least.",
    "No one was hurt, the ministry said in the evening.",
)
STEEL = (
    "The steel works of Temirtau will be sold to a group of local firms, its owner said on Friday.",
    "The price was not named. Workers had struck for a week in May, and 王毅 spoke in Łódź to AT&T.",
)
PORTS = Theme(name="ports", title="Ports", phrases={"harbour": 5})
MILLS = Theme(name="mills", title="Mills", phrases={"steel": 5})


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


def piece(texts: tuple[str, ...], name: str = "a.txt", first: int = 1, **known: Any) -> Article:
    blocks = tuple(Block(text=text, line=first + place) for place, text in enumerate(texts))
    return Article(paragraphs=blocks, lines=(first, first + len(texts) - 1), source=name, **known)


def put(library: Library, article: Article, data: str = "") -> Added:
    text = data or "\n" * article.lines[0] + "\n".join(block.text for block in article.paragraphs)
    return library.add(
        article, Page(source=Source(name=article.source, data=text.encode()), blocks=()), article.paragraphs
    )


def rows(path: Path) -> list[list[Any]]:
    tables = ("page", "article", "reading", "version", "paragraph", "retired", "setting")
    with closing(sqlite3.connect(path)) as db:
        return [db.execute(f"select * from {table}").fetchall() for table in tables]


def test_the_same_thing_twice_changes_nothing(library: Library, tmp_path: Path) -> None:
    """Not a row, also where the file bears another name the second time."""
    assert "new" == put(library, piece(STORM)).outcome
    before = rows(tmp_path / "library.sqlite")

    assert "known" == put(library, piece(STORM)).outcome
    assert "known" == put(library, piece(STORM, name="copy.txt")).outcome
    assert before == rows(tmp_path / "library.sqlite")


def test_two_pages_with_one_article_make_one_record(library: Library) -> None:
    """It has two sources, the gaps of the first filled, the dates narrowed."""
    wide, narrow = Date(edtf="2022-09"), Date(edtf="2022-09-12/2022-09-18")
    first = put(library, piece(STORM, container_title="The Port", issued=wide))
    second = put(library, piece(STORM, name="b.txt", first=9, author=(Name(family="Ng"),), issued=narrow))
    record = library.wanted(first.key)

    assert (first.key, "known", ("b.txt",)) == (second.key, second.outcome, second.also)
    assert ["a.txt", "b.txt"] == [source.name for source in library.sources(first.key)]
    assert ("The Port", (Name(family="Ng"),), narrow) == (record.container_title, record.author, record.issued)
    assert ("a.txt", (1, 3)) == (record.source, record.lines)


def test_a_stated_value_stands_before_an_inferred_one(library: Library) -> None:
    """Whichever page came first."""
    guess = Evidence(field="author", quote="and I", rule="sibling", line=1, confidence="inferred")
    word = Evidence(field="author", quote="By Amy Ng", rule="By …", line=2)
    key = put(library, piece(STORM, author=(Name(family="Berg"),), evidence=(guess,))).key
    put(library, piece(STORM, name="b.txt", first=5, author=(Name(family="Ng"),), evidence=(word,)))

    assert (Name(family="Ng"),) == library.wanted(key).author
    assert (word,) == library.wanted(key).evidence


def test_a_changed_source_is_a_new_version(library: Library) -> None:
    """The old text stays, so that what was cited from it can be looked up."""
    key = put(library, piece(STORM)).key
    changed = put(library, piece((*STORM[:2], "Two were hurt after all.", "The storm went on."), title="Storm"))

    assert (key, "changed", ("title", "paragraphs")) == (changed.key, changed.outcome, changed.fields)
    assert (2, 4) == (library.version(key), len(library.wanted(key).paragraphs))
    assert [STORM] == [tuple(block.text for block in old.paragraphs) for old in library.versions(key)]
    assert 1 == len(library.sources(key))


def test_the_next_issue_in_the_same_file_is_another_article(library: Library) -> None:
    """`today.txt` may be written over every month."""
    put(library, piece(STORM, title="Letter"))

    assert "new" == put(library, piece(STEEL, title="Letter")).outcome
    assert 2 == len(library)


def test_an_edit_survives_every_reading(library: Library) -> None:
    """The same page, a better reader, a second source, a changed text."""
    key = put(library, piece(STORM, title="Menu", author=(Name(family="Li"),))).key
    library.update(state(state(library.wanted(key), "title", "Storm In Aktau"), "author", ""))
    put(library, piece(STORM, title="Subscribe", author=(Name(family="Bo"),)))
    put(library, piece(STORM, name="b.txt", first=5, title="Other", author=(Name(family="Wu"),)))
    put(library, piece((*STORM, "More was to come, it said."), title="Menu"))
    record = library.wanted(key)

    assert ("Storm In Aktau", (), ("title", "author")) == (record.title, record.author, record.fixed)
    assert {"stated by a person"} == {entry.rule for entry in record.evidence}


def test_a_sidecar_may_change_its_mind_but_not_an_editors(library: Library) -> None:
    """What a sidecar states follows the sidecar; what was edited stays."""
    plain = piece(STORM)
    key = put(library, state(state(plain, "title", "One"), "genre", "report")).key
    library.update(state(library.wanted(key), "genre", "letter"))
    put(library, state(state(plain, "title", "Two"), "genre", "report"))

    assert ("Two", "letter") == (library.wanted(key).title, library.wanted(key).genre)


def test_removed_keys_are_not_given_again(library: Library) -> None:
    """A draft may still cite them; a range of letters tells the others."""
    keys = [put(library, piece(STORM, title="Storm")).key]
    library.remove(keys[0])

    assert library.get(keys[0]) is None
    assert keys[0] != put(library, piece(STORM, title="Storm")).key


def test_an_unknown_key_names_the_nearest(library: Library) -> None:
    """Mistyping is the common case."""
    key = put(library, piece(STORM, title="Storm")).key
    with pytest.raises(LibraryError) as caught:
        library.remove(key + "x")

    assert f'did you mean "{key}"?' == caught.value.hint


def test_tags_follow_the_rules_and_the_person(tmp_path: Path) -> None:
    """Other rules, other tags; a theme set or struck by hand stays."""
    path = tmp_path / "library.sqlite"
    with open_library(path, (PORTS,)) as library:
        key = put(library, piece(STORM)).key
        assert ("ports",) == library.wanted(key).themes
        library.update(set_theme(set_theme(library.wanted(key), "-ports"), "+mills"))
    with open_library(path, (PORTS, MILLS)) as library:
        put(library, piece(STORM, title="Harbour"))
        assert ("mills",) == library.wanted(key).themes
        library.update(set_theme(library.wanted(key), "+ports"))
        assert {"mills", "ports"} == set(library.wanted(key).themes)
    with open_library(path, ()) as library:
        assert {"mills", "ports"} == set(library.wanted(key).themes)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("storm cranes", 1),
        ('"two cranes"', 1),
        ('"cranes two"', 0),
        ("王毅", 1),
        ("lodz", 1),
        ("AT&T", 1),
        ("毅王", 0),
        ("harbour steel", 2),
        ("", 0),
        ("!?", 0),
        ("nowhere", 0),
    ],
)
def test_a_search_finds_words_in_any_script(library: Library, words: str, found: int) -> None:
    """All the words first; some of them where no article has all."""
    put(library, piece(STORM))
    put(library, piece(STEEL, name="b.txt"))

    assert found == len(library.search(words))


@given(
    words=st.text()
    | st.sampled_from(["U.S.", "COVID-19", '"', "a OR", "NEAR(", "title:x", "^a", "a*", "{a}", "\ud800", "x" * 10_000])
)
def test_no_search_is_an_error(words: str) -> None:
    """FTS5's grammar is not the reader's."""
    with read_library(Path("none.sqlite")) as library:
        put(library, piece(STORM))
        library.search(words)


def test_a_title_counts_more_than_the_text(library: Library) -> None:
    """Ranked, best first."""
    put(library, piece(STORM, title="Weather"))
    key = put(library, piece(STEEL, name="b.txt", title="Storm Over A Sale")).key

    assert key == library.search("storm")[0].article.id
    assert [0, 1] == [hit.paragraph for hit in library.search("storm")]


def test_an_export_comes_back_whole(tmp_path: Path, library: Library) -> None:
    """Evidence, edits, tags, sources, pages, versions."""
    key = put(library, piece(STORM, title="Menu", issued=Date(edtf="2022-09~"))).key
    put(library, piece(STORM, name="b.txt", first=7))
    put(library, piece(STEEL, name="c\nd.txt", first=2))
    library.update(set_theme(state(library.wanted(key), "title", "Storm"), "+ports"))
    put(library, piece((*STORM, "More was to come, it said."), title="Menu"))
    records = json.loads(json.dumps(list(library.dump())))
    with open_library(tmp_path / "copy.sqlite") as copy:
        outcomes = [copy.load(record, "x.json").outcome for record in records]
        again = [copy.load(record, "x.json").outcome for record in records]

        assert (["new", "new"], ["known", "known"]) == (outcomes, again)
        assert records == json.loads(json.dumps(list(copy.dump())))
        assert library.page(key) == copy.page(key)
        assert "known" == put(copy, piece(STEEL, name="c\nd.txt", first=2)).outcome


def test_a_foreign_record_is_taken_and_a_broken_one_refused(library: Library) -> None:
    """Other programs' CSL-JSON has no texts; an export of ours that was changed is told."""
    assert "new" == library.load({"id": "ng2022", "type": "webpage", "title": "Rain"}, "x.json").outcome
    assert "known" == library.load({"id": "ng2022", "type": "webpage", "title": "Rain"}, "x.json").outcome
    for history in (
        {},
        {"version": "x", "edited": [], "readings": [], "versions": []},
        {"readings": [{"page": {"digest": "zz"}}]},
    ):
        with pytest.raises(ReadError):
            library.load({"id": "b", "type": "webpage", "paragraphs": ["x"], "digest": history}, "x.json")
    assert 1 == len(library)


def test_one_file_may_be_named_from_two_folders(library: Library) -> None:
    """A changed page is known by its name, relative or absolute; what came through a pipe has none."""
    later = (STORM[0], "Ships waited outside until Friday, the port master said.", "The storm went on all the same.")

    assert "new" == put(library, piece(STORM, name="pages/a.txt")).outcome
    assert "changed" == put(library, piece(later, name="/home/ng/pages/a.txt")).outcome
    assert "new" == put(library, piece(STORM, name="other-a.txt")).outcome
    assert "new" == put(library, piece(STEEL, name="-")).outcome
    assert "new" == put(library, piece((STEEL[0], "It was not to be."), name="-")).outcome


def test_an_import_cannot_name_fields_that_are_none(library: Library) -> None:
    """A record may come from anybody; its edits are looked at before they are followed."""
    key = put(library, piece(STORM)).key
    (record,) = json.loads(json.dumps(list(library.dump())))
    library.remove(key)
    record["fixed"] = record["digest"]["edited"] = ["__class__", "paragraphs", "nothing", "keyword:x"]
    library.load(record, "x.json")
    library.update(state(library.wanted(key), "title", "Storm"))

    assert "Storm" == library.wanted(key).title
    assert "changed" == put(library, piece((*STORM, "More was to come, it said."))).outcome


@given(
    st.lists(
        st.tuples(
            st.sampled_from([STORM, STORM[:2], (*STORM, "More."), STEEL]),
            st.sampled_from([None, "2022", "2022-09", "2022-09-12/2022-09-18", "2022-10-30"]),
            st.sampled_from([(), (Name(family="Ng"),), (Name(family="Li"),)]),
        ),
        max_size=5,
    )
)
def test_a_second_round_changes_nothing(told: list[tuple[tuple[str, ...], str | None, tuple[Name, ...]]]) -> None:
    """Whatever several sources say, and in whatever order, taking them in again is idle."""
    pieces = [
        piece(
            texts, name=f"{number}.txt", first=number + 1, author=author, issued=Date(edtf=issued) if issued else None
        )
        for number, (texts, issued, author) in enumerate(told)
    ]
    with read_library(Path("none.sqlite")) as library:
        for article in pieces:
            put(library, article, f"{article}")
        before = list(library.dump())

        assert {"known"} >= {put(library, article, f"{article}").outcome for article in pieces}
        assert before == list(library.dump())
