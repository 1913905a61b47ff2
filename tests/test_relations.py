"""One article, one record: what joins, what is only linked, and what has nothing to do with each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from digest.library import Library, open_library
from digest.model import Article, Date
from tests.test_library import piece, put

WIRE = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge near the northern pier.",
    "Ships waited outside and would wait until Thursday at least, while the railway to the north stood still all day.",
    "The ministry organised a convoy of lorries that took grain to the border, and a tenth of it was lost on the way.",
    "Prices of bread rose in three towns along the coast, where the bakers had stores for no more than a single week.",
    "A second storm was expected to reach the eastern shore by the weekend, the weather office of the region warned.",
)
OTHER = (
    "Teachers in Almaty began a strike over wages that have not risen since the spring of the year before last year.",
    "The union spoke of four thousand schools without lessons, the city of nine hundred, and neither would give way.",
    "Talks are to begin on Friday under the eye of a judge who settled the miners' strike at Karaganda two years ago.",
    "Parents brought their children to offices and shops, and a cinema opened its doors to them in the early morning.",
)
FRAME = (
    "Welcome to Harbour Letter, in which every month Amina Serik looks at the ports of the Caspian and their people.",
    "If you enjoyed this letter, tell a friend about it, and write to us with what you would like to read of next.",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


def at(texts: tuple[str, ...], host: str, **known: Any) -> Article:
    named: dict[str, Any] = {"container_title": host.title(), "url": f"https://{host}.example/storm", **known}
    return piece(texts, name=f"{host}.html", **named)


def test_a_copy_of_another_outlet_is_linked_and_kept(library: Library) -> None:
    """Each has its key; the link says how much of which stands where."""
    first = put(library, at(WIRE, "herald"))
    second = put(library, at(WIRE[:3], "gazette"))
    (link,) = second.related

    assert ("new", "new", 2) == (first.outcome, second.outcome, len(library))
    assert (first.key, "copy", False) == (link.key, link.kind, link.decided)
    assert 1.0 == link.mine > link.theirs > 0.4
    assert [(second.key, link.theirs, link.mine)] == [(r.key, r.mine, r.theirs) for r in library.related(first.key)]


def test_a_copy_at_another_address_of_the_same_outlet_is_linked(library: Library) -> None:
    """Never merged away: a citation is of one address."""
    put(library, at(WIRE, "herald"))
    second = put(
        library, replace(at(WIRE, "herald", url="https://herald.example/world/9"), source="again.html"), "again"
    )

    assert ("new", ["copy"]) == (second.outcome, [link.kind for link in second.related])


def test_a_pasted_copy_is_another_source_of_the_record(library: Library) -> None:
    """It has no address or outlet that a record of its own could be cited by."""
    key = put(library, at(WIRE, "herald")).key
    pasted = put(library, piece(WIRE, name="note.txt"), "pasted")

    assert (key, "known", ("note.txt",)) == (pasted.key, pasted.outcome, pasted.also)


def test_a_paste_joins_the_copy_of_its_outlet(library: Library) -> None:
    """Where two outlets have the text, the one it names."""
    put(library, at(WIRE, "herald"))
    key = put(library, at(WIRE, "gazette")).key

    assert key == put(library, piece(WIRE, name="note.txt", container_title="Gazette"), "pasted").key


def test_the_same_bytes_without_their_address_keep_it(library: Library) -> None:
    """A page was added with --url; the folder it lies in is taken in again without."""
    key = put(library, at(WIRE, "herald")).key

    assert "changed" == put(library, piece(WIRE, name="herald.html", container_title="The Herald")).outcome
    assert "https://herald.example/storm" == library.wanted(key).url


@pytest.mark.parametrize(
    "url",
    [
        "https://www.herald.example/storm/",
        "http://m.herald.example/storm?utm_source=x",
        "https://herald.example/storm#a",
    ],
)
def test_one_address_is_one_record(library: Library, url: str) -> None:
    """However it is written; a changed text is a new version."""
    key = put(library, at(WIRE, "herald")).key
    later = replace(at((*WIRE[:3], OTHER[0]), "herald", url=url), source="later.html")

    assert (key, "changed") == (put(library, later).key, put(library, at((*WIRE[:4],), "herald", url=url)).outcome)
    assert 3 == library.version(key)


def test_a_page_that_changed_its_furniture_is_no_new_version(library: Library) -> None:
    """Other bytes, the same text: the day it was looked at is no news."""
    key = put(library, at(WIRE, "herald", accessed=Date(edtf="2022-09-14"))).key
    later = at(WIRE, "herald", accessed=Date(edtf="2022-09-20"))

    assert (key, "known", 1) == ((added := put(library, later, "more")).key, added.outcome, library.version(key))
    assert Date(edtf="2022-09-20") == library.wanted(key).accessed


@pytest.mark.parametrize("day", ["modified", "accessed"])
def test_a_page_saved_before_it_was_corrected_changes_nothing(library: Library, day: str) -> None:
    """It comes in after the corrected one; the other way round it is a version."""
    old, new = (
        at(texts, "herald", **{day: Date(edtf=edtf)})
        for texts, edtf in ((WIRE, "2031-03-03"), ((*WIRE[:4], "Two men were hurt, the port said."), "2031-03-05"))
    )
    key = put(library, new).key

    assert "known" == put(library, replace(old, source="saved.html")).outcome
    assert ("Two men were hurt, the port said.", 1) == (library.wanted(key).paragraphs[-1].text, library.version(key))


@pytest.mark.parametrize("first", ["page", "print"])
def test_a_print_of_a_page_is_no_later_state_of_it(library: Library, first: str) -> None:
    """A PDF made in the browser has menus in it and no outlet; whichever comes first, the record is the page's."""
    page = at(WIRE, "herald")
    printed = piece(("Home World Opinion", *WIRE, "Read more"), name="herald.pdf", url=page.url)
    came = {"page": (page, "<html>"), "print": (printed, "%PDF-1.7")}
    second = "print" if first == "page" else "page"
    key = put(library, *came[first]).key

    assert key == put(library, *came[second]).key
    assert (len(WIRE), "Herald") == (len(library.wanted(key).paragraphs), library.wanted(key).container_title)
    assert {"page": 1, "print": 2}[first] == library.version(key)
    assert ((), (1,))[first == "print"] == library.reread_versions(key)


def test_an_old_copy_beside_a_newer_one_changes_nothing(library: Library) -> None:
    """A folder may hold both states of a page, and be taken in again and again."""
    old, new = at(WIRE, "herald"), replace(at((*WIRE[:3], OTHER[0]), "herald"), source="new.html")
    key = put(library, old).key
    put(library, new)
    before = list(library.dump())

    assert ["known", "known"] == [put(library, old).outcome, put(library, new).outcome]
    assert (2, before) == (library.version(key), list(library.dump()))


def test_a_part_in_common_is_told(library: Library) -> None:
    """Not a copy, but not two independent voices either."""
    put(library, at(WIRE, "herald"))
    second = put(library, at((*WIRE[3:], *OTHER), "gazette"))

    assert ["shares"] == [link.kind for link in second.related]


def test_a_rewritten_copy_is_known_by_its_headline(library: Library) -> None:
    """In the same days, in another outlet; under another headline it only shares text."""
    text = (WIRE[0], WIRE[1], *OTHER)
    put(library, at(WIRE, "herald", title="Storm Closes The Harbour Of Aktau", issued=Date(edtf="2022-09-14")))
    second = put(
        library, at(text, "gazette", title="Storm closes the harbour of Aktau", issued=Date(edtf="2022-09-15"))
    )
    third = put(library, at(text, "journal", title="A Strike In Almaty And Other News"), "journal")

    assert ["copy"] == [link.kind for link in second.related]
    assert ["copy", "shares"] == [link.kind for link in third.related]


def test_two_of_a_day_have_nothing_in_common(library: Library) -> None:
    """Another article is another article."""
    put(library, at(WIRE, "herald"))

    assert () == put(library, at(OTHER, "gazette")).related


def letter(library: Library, number: int) -> tuple[str, ...]:
    """What is linked to the letter of a month: its frame is always the same, its news never."""
    news = tuple(
        f"In month {number} the {word} of port {number} was {word} by {number} men, {word} said." for word in WORDS
    )
    added = put(
        library,
        piece(
            (FRAME[0], *news, FRAME[1]),
            name=f"{number}.eml",
            title="Harbour Letter",
            container_title="Harbour",
            issued=Date(edtf=f"2022-{number:02}-01"),
        ),
    )
    return (added.outcome, *[link.kind for link in added.related])


WORDS = ("crane", "pier", "mole", "lock", "dock", "quay", "buoy", "light")


def test_next_months_letter_is_not_linked_to_the_last(library: Library) -> None:
    """From the second on: the frame of a series is not text in common."""
    assert [("new",)] * 9 == [letter(library, number) for number in range(1, 10)]


def test_standing_text_is_learned(library: Library) -> None:
    """What many unrelated texts of any outlet have links none of them, also those it linked at first."""
    box = " ".join(FRAME * 2)
    keys = []
    for number in range(9):
        text = " ".join(f"{word} {number} {other} {number * 7}" for word in WORDS for other in WORDS)
        keys.append(put(library, at((text, box), f"paper{number}")).key)

    assert [()] * 9 == [library.related(key) for key in keys]


def test_an_agencys_background_is_shared_text(library: Library) -> None:
    """In three papers it is no standing text yet."""
    for number in range(4):
        own = " ".join(f"{word} {number} {other} {number * 7}" for word in WORDS for other in WORDS[:3])
        links = put(library, at((own, *WIRE[:2]), f"paper{number}")).related

        assert ["shares"] * number == [link.kind for link in links]


def test_a_changed_text_is_linked_anew(library: Library) -> None:
    """A page that drops the agency's text loses the link."""
    put(library, at(WIRE, "herald"))
    second = put(library, at((*WIRE[:2], *OTHER[:2]), "gazette"))
    third = put(library, at((*OTHER[:2], *OTHER), "gazette"))

    assert second.key == third.key
    assert (["shares"], []) == ([link.kind for link in second.related], [link.kind for link in third.related])
    library.remove(second.key)
    assert () == put(library, at(OTHER[:3], "journal")).related


def test_a_library_of_an_earlier_digest_is_indexed_when_it_grows(library: Library, tmp_path: Path) -> None:
    """Its texts and addresses are met again."""
    put(library, at(WIRE, "herald"))
    with closing(sqlite3.connect(tmp_path / "library.sqlite")) as db:
        for table in ("shingle", "extent", "address", "setting"):
            db.execute(f"delete from {table}")
        db.commit()

    assert ["copy"] == [link.kind for link in put(library, at(WIRE[1:], "gazette")).related]
    assert "changed" == put(library, replace(at(WIRE[:4], "herald"), source="later.html")).outcome
