"""Stored pages read again: a better reader's text comes in, what a person said and what was cited stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digest.errors import ReadError
from digest.library import Library, Reread, open_library
from digest.library.rereading import Take, Taken
from digest.model import Article, Date, Evidence, Page, Source
from digest.statements import state
from tests.test_library import piece, put
from tests.test_relations import OTHER, WIRE, at


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


def reader(**by_name: tuple[Article, ...] | ReadError) -> Take:
    """A reader that gives these articles for the page of that name, without its suffix."""

    def take(sources: Iterable[Source]) -> Iterator[Taken | ReadError]:
        for source in sources:
            found = by_name.get(source.name.partition(".")[0], ())
            if isinstance(found, ReadError):
                yield found
            else:
                blocks = tuple(block for article in found for block in article.paragraphs)
                yield [(Page(source=source, blocks=()), found, blocks)]

    return take


def again(library: Library, key: str | None = None, **by_name: Any) -> tuple[Reread, ...]:
    keys = None if key is None else [key]
    return tuple(library.reread(keys, reader(**by_name)))


def texts(library: Library, key: str) -> tuple[str, ...]:
    return tuple(block.text for block in library.wanted(key).paragraphs)


def test_a_better_readers_text_is_no_correction(library: Library) -> None:
    """The old text stays as a version, told from those the outlet made."""
    key = put(library, at(("Menu", *WIRE), "herald")).key
    (found,) = again(library, herald=(at(WIRE, "herald"),))

    assert [("changed", ("paragraphs",))] == [(one.outcome, one.fields) for one in found.changed]
    assert found.changed[0].earlier is not None
    assert (WIRE, 2, (1,)) == (texts(library, key), library.version(key), library.reread_versions(key))
    put(library, replace(at((*WIRE[:4], OTHER[0]), "herald"), source="later.html"))
    assert (3, (1,)) == (library.version(key), library.reread_versions(key))


def test_what_is_read_the_same_changes_nothing(library: Library) -> None:
    """Not a version, not a field."""
    key = put(library, at(WIRE, "herald")).key
    before = list(library.dump())

    assert [()] == [found.changed for found in again(library, key, herald=(at(WIRE, "herald"),))]
    assert before == list(library.dump())


def test_fields_follow_and_a_persons_word_stays(library: Library) -> None:
    """Edited here, or stated beside the page and gone since; so does an address that was given by hand."""
    key = put(library, state(at(WIRE, "herald", title="Menu", section="Home"), "genre", "report")).key
    library.update(state(library.wanted(key), "title", "Storm"))
    again(library, herald=(replace(at(WIRE, "herald", title="The Storm", section="World"), url=None),))
    record = library.wanted(key)

    assert ("Storm", "World", "report") == (record.title, record.section, record.genre)
    assert ("https://herald.example/storm", {"genre", "title"}) == (record.url, set(record.fixed))


def test_what_only_a_feed_stated_stays(library: Library) -> None:
    """The entry is not stored with its page, which does not say when it was issued."""
    proof = Evidence(field="issued", quote="Wed, 14 Sep 2022", rule="feed entry published")
    fed = replace(at(WIRE, "herald"), issued=Date(edtf="2022-09-14"), evidence=(proof,))
    key = put(library, fed).key
    again(library, herald=(replace(at(WIRE, "herald", title="The Storm"), issued=None, evidence=()),))
    record = library.wanted(key)

    assert ("2022-09-14", "The Storm") == (str(record.issued), record.title)
    assert [proof] == [entry for entry in record.evidence if entry.field == "issued"]


def test_a_page_may_turn_out_to_hold_two_articles(library: Library) -> None:
    """The record keeps the one it was most of; the other is new."""
    key = put(library, piece((*WIRE, *OTHER), name="page.txt")).key
    (found,) = again(library, page=(piece(OTHER, name="page.txt"), piece(WIRE, name="page.txt", first=9)))

    assert (2, WIRE) == (len(library), texts(library, key))
    assert ["changed", "new"] == [one.outcome for one in found.changed]


def test_two_articles_may_change_places(library: Library) -> None:
    """Each record follows its text, not its line."""
    page = "bytes of the page"
    one = put(library, piece(WIRE, name="page.txt"), page).key
    two = put(library, piece(OTHER, name="page.txt", first=9), page).key
    again(library, page=(piece(OTHER[:3], name="page.txt"), piece(WIRE[:4], name="page.txt", first=9)))

    assert (2, WIRE[:4], OTHER[:3]) == (len(library), texts(library, one), texts(library, two))


def test_a_record_that_is_not_found_again_stays(library: Library) -> None:
    """And is named."""
    key = put(library, piece(WIRE, name="page.txt")).key

    assert [(key,)] == [found.lost for found in again(library, page=())]
    assert WIRE == texts(library, key)


def test_a_page_that_cannot_be_read_is_named(library: Library) -> None:
    """The others are read all the same."""
    put(library, piece(WIRE, name="one.txt"))
    key = put(library, piece(OTHER, name="two.txt")).key
    found = again(library, one=ReadError("broken", where="one.txt"), two=(piece(OTHER[:3], name="two.txt"),))

    assert ["one.txt", "two.txt"] == [each.source for each in found]
    assert (True, OTHER[:3]) == (found[0].error is not None, texts(library, key))


def test_a_dry_run_tells_and_leaves_everything(library: Library) -> None:
    """What would change, and nothing has."""
    put(library, at(("Menu", *WIRE), "herald"))
    before = list(library.dump())
    found = tuple(library.reread(None, reader(herald=(at(WIRE, "herald"),)), dry=True))

    assert (1, before) == (len(found[0].changed), list(library.dump()))


def test_merged_and_split_records_stay_so(library: Library) -> None:
    """Today's reading of a page goes to the record that has the page."""
    one, two = put(library, at(WIRE, "herald")).key, put(library, at(WIRE[1:], "gazette")).key
    library.merge(one, two)
    put(library, piece(WIRE, name="note.txt"), "note")
    own = library.split(one, "note.txt")[1].id
    again(
        library,
        herald=(at(WIRE[:4], "herald"),),
        gazette=(at(WIRE[1:4], "gazette"),),
        note=(piece(WIRE[:3], name="note.txt"),),
    )

    assert (2, WIRE[:4], WIRE[:3]) == (len(library), texts(library, one), texts(library, own))
    assert ["apart"] == [link.kind for link in library.related(one)]
