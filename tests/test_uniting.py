"""Two records made one, one made two, and all of it undone: a person's word stays until a person takes it back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from digest.errors import LibraryError
from digest.library import Library, open_library
from digest.model import Article, Date, Name, Page, Source
from digest.statements import set_theme, state
from tests.test_library import piece, put
from tests.test_relations import OTHER, WIRE, at

GAZETTE = at(WIRE[1:4], "gazette", author=(Name(family="Ng"),))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def two(library: Library) -> tuple[str, str]:
    """The keys of a text and of its copy in another outlet, cut."""
    return put(library, at(WIRE, "herald")).key, put(library, GAZETTE).key


def state_of(library: Library) -> str:
    """Everything there is to lose."""
    return json.dumps([list(library.dump()), {key: repr(library.related(key)) for key in sorted(library.keys())}])


def test_a_merged_record_has_both_sources(library: Library, two: tuple[str, str]) -> None:
    """The text stays the first's, gaps are filled by the other."""
    one, other = two
    merged = library.merge(one, other)

    assert (one, WIRE, (Name(family="Ng"),)) == (merged.id, tuple(b.text for b in merged.paragraphs), merged.author)
    assert (1, ["herald.html", "gazette.html"]) == (len(library), [source.name for source in library.sources(one)])
    assert ((), (other,)) == (library.related(one), library.aliases(one))


def test_a_merged_key_still_stands_in_drafts(library: Library, two: tuple[str, str]) -> None:
    """With the paragraphs that were cited from it; commands find the record it went into."""
    one, other = two
    library.merge(one, other)
    cited = library.get(other)

    assert cited is not None
    assert (other, WIRE[1:4]) == (cited.id, tuple(block.text for block in cited.paragraphs))
    assert one == library.wanted(other).id
    assert other != put(library, replace(piece(OTHER), id=other)).key


def test_the_text_of_the_named_record_stays_whichever_came_first(library: Library, two: tuple[str, str]) -> None:
    """`merge B A` keeps B's."""
    one, other = two

    assert (other, WIRE[1:4]) == (library.merge(other, one).id, tuple(b.text for b in library.wanted(one).paragraphs))
    assert 1 == library.version(other)


def test_edits_of_both_are_kept(library: Library, two: tuple[str, str]) -> None:
    """The first's word goes before the other's."""
    one, other = two
    library.update(state(library.wanted(one), "title", "Storm"))
    library.update(state(set_theme(state(library.wanted(other), "title", "Rain"), "+ports"), "genre", "report"))
    merged = library.merge(one, other)

    assert ("Storm", "report", ("ports",)) == (merged.title, merged.genre, merged.themes)
    put(library, at((*WIRE[:4], OTHER[0]), "herald", title="Menu"))
    assert ("Storm", "report", ("ports",)) == (
        (again := library.wanted(one)).title,
        again.genre,
        again.themes,
    )


def test_a_merged_page_is_met_again(library: Library, two: tuple[str, str]) -> None:
    """The decision stays: the outlet's page is a source of the record from now on."""
    one, other = two
    library.merge(one, other)

    assert (one, "known") == ((added := put(library, GAZETTE)).key, added.outcome)
    assert 1 == len(library)


def test_a_split_source_is_never_joined_again(library: Library) -> None:
    """Nor when it is read again, nor when its text changes."""
    key = put(library, at(WIRE, "herald")).key
    pasted = piece(WIRE, name="note.txt")
    put(library, pasted, "note")
    rest, own = library.split(key, "note.txt")

    assert (key, ["apart"]) == (rest.id, [link.kind for link in library.related(own.id)])
    assert own.id == put(library, pasted, "note").key
    assert own.id == put(library, piece((*WIRE, OTHER[0]), name="note.txt"), "note 2").key
    assert [("apart", True)] == [(link.kind, link.decided) for link in library.related(key)]


def test_a_split_of_merged_records_gives_the_key_back(library: Library, two: tuple[str, str]) -> None:
    """Merging and splitting leave every key where it was."""
    one, other = two
    library.merge(one, other)
    rest, own = library.split(one)

    assert (one, other, ()) == (rest.id, own.id, library.aliases(one))
    assert (WIRE, WIRE[1:4]) == (
        tuple(block.text for block in rest.paragraphs),
        tuple(block.text for block in own.paragraphs),
    )


def test_two_linked_records_are_told_apart(library: Library, two: tuple[str, str]) -> None:
    """`split A B`, where B is a record of its own."""
    one, other = two
    library.split(one, other)
    put(library, at((*WIRE[1:4], OTHER[0]), "gazette"))

    assert ["apart"] == [link.kind for link in library.related(other)]


def test_nothing_is_split_or_merged_where_there_is_nothing_to(library: Library, two: tuple[str, str]) -> None:
    """Each refusal says why, and changes nothing."""
    before = state_of(library)
    with pytest.raises(LibraryError):
        library.split(two[0])
    with pytest.raises(LibraryError):
        library.split(two[0], "other.html")
    with pytest.raises(LibraryError):
        library.merge(two[0], two[0])
    with pytest.raises(LibraryError):
        library.merge(two[0], "nobody")
    with pytest.raises(LibraryError):
        library.undo()

    assert (before, ()) == (state_of(library), library.changes())


def change(library: Library, name: str, keys: tuple[str, str]) -> None:
    """One of the changes a person can make."""
    one, other = keys
    edited: Article = state(set_theme(library.wanted(one), "+ports"), "title", "Storm")
    steps: dict[str, Callable[[], object]] = {
        "edit": lambda: library.update(edited),
        "remove": lambda: library.remove(other),
        "merge": lambda: library.merge(one, other),
        "merge back": lambda: library.merge(other, one),
        "split": lambda: library.split(one, other),
        "decide": lambda: library.decide(one, other, "copy"),
    }
    steps[name]()


@pytest.mark.parametrize("name", ["edit", "remove", "merge", "merge back", "split", "decide"])
def test_every_change_can_be_undone(library: Library, two: tuple[str, str], name: str, tmp_path: Path) -> None:
    """Records, sources, links, versions, searches: all as it was."""
    put(library, piece(WIRE, name="note.txt"), "note")
    put(library, at((*WIRE[:4], OTHER[0]), "herald"))
    before, hits = state_of(library), [hit.article.id for hit in library.search("harbour storm")]
    change(library, name, two)
    changed = state_of(library)
    undone = library.undo()

    assert before != changed
    assert (before, hits) == (state_of(library), [hit.article.id for hit in library.search("harbour storm")])
    assert (undone.what, ()) == (name.split()[0], library.changes())
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as db:
        assert [] == db.execute("pragma foreign_key_check").fetchall()
        assert ("ok",) == db.execute("pragma integrity_check").fetchone()


def test_a_row_of_changes_is_undone_step_by_step(library: Library, two: tuple[str, str]) -> None:
    """The last first."""
    states = []
    for name in ("edit", "merge", "remove"):
        states.append(state_of(library))
        change(library, name, (two[0], two[0]) if name == "remove" else two)

    assert ["remove", "merge", "edit"] == [entry.what for entry in library.changes()]
    for expected in reversed(states):
        library.undo()
        assert expected == state_of(library)


def test_an_edit_is_undone_under_what_came_since(library: Library, two: tuple[str, str]) -> None:
    """The page's later state stays; only the person's word goes."""
    library.update(state(library.wanted(two[0]), "title", "Storm"))
    put(library, at((*WIRE[:4], OTHER[0]), "herald", title="A Second Storm"))
    library.undo()
    record = library.wanted(two[0])

    assert ("A Second Storm", OTHER[0], ()) == (record.title, record.paragraphs[-1].text, record.fixed)
    assert 2 == library.version(two[0])


def test_a_removal_is_undone_after_others_came(library: Library, two: tuple[str, str]) -> None:
    """No new row has taken the place of what was removed."""
    library.remove(two[1])
    added = put(library, at(OTHER, "journal")).key
    library.undo()

    assert {*two, added} == set(library.keys())
    assert WIRE[1:4] == tuple(block.text for block in library.wanted(two[1]).paragraphs)
    assert ["gazette.html"] == [source.name for source in library.sources(two[1])]


def test_what_was_built_upon_is_not_undone(library: Library, two: tuple[str, str]) -> None:
    """A merged record whose source changed since: nothing is half undone."""
    library.merge(*two)
    put(library, at((*WIRE[1:4], OTHER[0]), "gazette"))
    before = state_of(library)
    with pytest.raises(LibraryError, match="built upon"):
        library.undo()

    assert before == state_of(library)


def test_a_failed_change_leaves_no_trace(library: Library, two: tuple[str, str]) -> None:
    """The journal watches one transaction only, whether it succeeds or not."""
    with pytest.raises(LibraryError):
        library.merge(two[0], "nobody")
    put(library, at(OTHER, "journal"))
    library.remove(two[1])

    assert ["remove"] == [entry.what for entry in library.changes()]


def test_decisions_go_through_an_export(library: Library, two: tuple[str, str], tmp_path: Path) -> None:
    """Merged keys, what was told apart, what each page was called and when it was read."""
    page = Page(source=replace(SOURCE, name="journal.html"), blocks=())
    library.add(piece(OTHER, name="journal.html"), page, ())
    own = put(library, piece(WIRE, name="note.txt"), "note").key
    library.split(own, "note.txt")
    library.merge(*two)
    records = json.loads(json.dumps(list(library.dump())))
    with open_library(tmp_path / "copy.sqlite") as copy:
        for record in records:
            copy.load(record, "x.json")

        assert records == json.loads(json.dumps(list(copy.dump())))
        assert (two[1],) == copy.aliases(two[0])
        assert {"apart"} == {link.kind for link in copy.related(two[0])}
        key = next(article.id for article in copy.articles() if article.source == "journal.html")
        assert ("text/html", Date(edtf="2022-09-14")) == ((it := copy.page(key)[0]).media_type, it.accessed)


SOURCE = Source(name="", data=b"<p>", media_type="text/html", accessed=Date(edtf="2022-09-14"))
