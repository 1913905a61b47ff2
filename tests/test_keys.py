"""Citation keys: minted once by a pattern, changed only by a person, every earlier one kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citekeys import is_key, mint
from digest.config import parse_config
from digest.errors import ConfigError, LibraryError
from digest.keypatterns import mint_by, parse
from digest.keypatterns.words import FILTERS, WORDS
from digest.library import Library, open_library
from digest.model import Article, Date, Name
from tests.test_citekeys import ARTICLE
from tests.test_library import STEEL, STORM, piece, put

PEOPLE = (
    Name(family="Velde", given="Anna", non_dropping_particle="van der"),
    Name(family="O’Brien", given="Máire"),
    Name(family="Łoś", given="Jan"),
)
TEA = Article(
    id="",
    type="article-newspaper",
    author=PEOPLE,
    title="The Price of Tea in Łódź: a Survey",
    container_title="The Harbour Times",
    publisher="Harbour Press",
    issued=Date(edtf="2022-09-04"),
    url="https://www.harbour.example/tea",
    other=(("original-title", '"Цена чая"'), ("container-title-short", '"Harb. T."')),
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("auth.lower + shorttitle(3,3) + year", "vanderveldePriceTeaLodz2022"),
        ("auth", "vanderVelde"),
        ("auth(3)", "van"),
        ("auth(0,2) + shortyear", "OBrien22"),
        ("authors(2)", "vanderVeldeOBrienEtAl"),
        ("authEtAl.lower", "vanderveldeetal"),
        ("title", "PriceTeaLodzSurvey"),
        ("veryshorttitle(1,1) + '_' + year + month + day", "Price_20220904"),
        ("origtitle", "TsenaChaya"),
        ("journal + ':' + outlet", "HarbT:harbourtimes"),
        ("journal.abbr", "HT"),
        ("site.upper + type", "HARBOURarticlenewspaper"),
        ("publisher.lower.capitalize", "Harbourpress"),
        ("title.substring(1,5) + word", "Priceprice"),
        ("auth(0,9) | outlet", "harbourtimes"),
        ("(auth(0,9) | outlet) + '-' + year", "harbourtimes-2022"),
        ("auth(0,9) + year | outlet + year", "harbourtimes2022"),
        ("'x' + (auth.fold | 'anon')", "xvandervelde"),
    ],
)
def test_a_pattern_makes_a_key(pattern: str, key: str) -> None:
    """In the notation of Better BibTeX."""
    assert key == mint_by(pattern, TEA, ())
    assert f"{key}b" == mint_by(pattern, TEA, {key})


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("auht.lower", '"auht" at character 1 of the pattern is no word of a pattern; did you mean "auth"?'),
        ("auth + year.lowr", '"lowr" at character 13 of the pattern is no filter; did you mean "lower"?'),
        ("auth +", "the pattern ends where it is no word of a pattern"),
        ("(auth | year", 'the pattern ends where it should be ")"'),
        ("auth(x)", '"x" at character 6 of the pattern should be a number'),
        ("auth year", '"year" at character 6 of the pattern is not understood'),
        ("auth + 'a b'", "cannot stand in a key"),
        ("auth & year", '"&" at character 6 of the pattern has no meaning there'),
        ("", "the pattern ends where it is no word"),
        ("(" * 400, "more than 300 characters"),
    ],
)
def test_a_wrong_pattern_is_told_with_its_place(pattern: str, words: str) -> None:
    """In config.yaml with the line, too."""
    with pytest.raises(ValueError, match="pattern") as caught:
        parse(pattern)
    assert words in str(caught.value)
    with pytest.raises(ConfigError) as told:
        parse_config("language: en\nkeys:\n  pattern: '{}'\n".format(pattern.replace("'", "''")))
    assert "config.yaml:3" in str(told.value)


_PARTS = st.sampled_from([*WORDS, *(f"{word}(2,1).{change}(2)" for word in WORDS for change in FILTERS)])
PATTERNS = st.recursive(
    _PARTS | st.sampled_from(["'-'", "'x'"]),
    lambda inner: st.tuples(inner, st.sampled_from([" + ", " | "]), inner).map("".join).map("({})".format),
    max_leaves=5,
)


@given(PATTERNS, ARTICLE, st.sets(st.text(max_size=5)))
def test_every_pattern_makes_a_key_that_can_stand_in_a_draft(pattern: str, article: Article, taken: set[str]) -> None:
    """Whatever it is made of, and none that is taken."""
    key = mint_by(pattern, article, taken)

    assert is_key(key)
    assert key not in taken
    assert mint(article, ()) == mint_by(None, article, ())


@given(st.text(alphabet="auth()+|.',3 year", max_size=60))
def test_any_text_is_a_pattern_or_told_wrong(text: str) -> None:
    with suppress(ValueError):
        parse(text)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


def test_keys_follow_the_pattern_of_the_day_and_stay(library: Library) -> None:
    """A change of the pattern is for records to come."""
    known = put(library, piece(STORM, title="Storm", author=(Name(family="Ng"),))).key
    library.key_book().mint_by("auth + '_' + title")
    new = put(library, piece(STEEL, name="b.txt", title="Steel", author=(Name(family="Ng"),))).key

    assert ("ngstorm", "Ng_Steel") == (known, new)
    library.key_book().mint_by(None)
    assert {"ngstorm", "Ng_Steel"} == set(library.keys())


def test_another_key_keeps_the_old_one(library: Library) -> None:
    """In drafts it stands for the record as it is now, also when that changes or gets a third key."""
    old = put(library, piece(STORM, title="Storm", author=(Name(family="Ng"),))).key
    assert "ng2030" == library.key_book().rekey(old, "ng2030").id
    article = library.get(old)

    assert article is not None
    assert (old, STORM) == (article.id, tuple(block.text for block in article.paragraphs))
    assert (("ng2030",), (old,)) == (library.keys(), library.aliases("ng2030"))
    library.update(replace(library.wanted("ng2030"), title="Gale", fixed=("title",)))
    library.key_book().rekey("ng2030", "third")
    assert ["Gale", "Gale"] == [found.title for key in (old, "ng2030") if (found := library.get(key))]
    assert {old, "ng2030", "third"} == library.key_book().every()
    assert "third" == put(library, piece(STORM, name="c.txt")).key


def test_a_change_of_key_is_undone(library: Library) -> None:
    """And can be turned back by hand: an old key of its own is free to be the key again."""
    old = put(library, piece(STORM, title="Storm")).key
    library.key_book().rekey(old, "gale")
    library.undo()

    assert ((old,), ()) == (library.keys(), library.aliases(old))
    library.key_book().rekey(old, "gale")
    library.key_book().rekey("gale", old)
    assert ((old,), ("gale",)) == (library.keys(), library.aliases(old))


def test_without_a_new_key_the_pattern_gives_one(library: Library) -> None:
    old = put(library, piece(STORM, title="Storm", author=(Name(family="Ng"),))).key
    library.key_book().mint_by("auth + title(1)")

    assert "NgStorm" == library.key_book().rekey(old).id


@pytest.mark.parametrize("key", ["a b", "", "x" * 90, "@x", "taken"])
def test_what_cannot_be_a_key_is_refused(library: Library, key: str) -> None:
    old = put(library, piece(STORM)).key
    put(library, replace(piece(STEEL, name="b.txt"), id="taken"))

    with pytest.raises(LibraryError):
        library.key_book().rekey(old, key)
    assert 2 == len(library.keys())


def test_the_keys_a_record_comes_with_stand_for_it(library: Library) -> None:
    """Its own where it is free; else as an earlier one, so that the reports a person has written still find it."""
    page = put(library, piece(STORM, title="Storm", url=AT)).key
    imported = replace(piece((), name="z.bib#ngStorm2022", title="Storm", url=AT), id="ngStorm2022", lines=(0, 0))
    imported = replace(imported, other=(("aliases", '"oldKey1, not a key, taken"'),))
    put(library, replace(piece(STEEL, name="b.txt"), id="taken"))

    assert page == put(library, imported, data="@article{}").key
    assert ("ngStorm2022", "oldKey1") == library.aliases(page)
    assert page == library.wanted("ngStorm2022").id


def test_earlier_keys_survive_merging_and_the_way_to_another_library(library: Library, tmp_path: Path) -> None:
    one = put(library, piece(STORM, title="Storm")).key
    other = put(library, piece(STEEL, name="b.txt", title="Steel")).key
    library.key_book().rekey(other, "mill")
    library.merge(one, "mill")
    texts = [tuple(block.text for block in found.paragraphs) for key in (other, "mill") if (found := library.get(key))]
    library.key_book().rekey(one, "gale")
    with pytest.raises(LibraryError):  # it stands for another text
        library.key_book().rekey("gale", "mill")

    assert [STEEL, STEEL] == texts
    with open_library(tmp_path / "copy.sqlite") as copy:
        for record in library.dump():
            copy.load(record, "x.json")
        assert sorted((one, other, "mill")) == sorted(copy.aliases("gale"))
        assert [STORM, STEEL] == [tuple(b.text for b in a.paragraphs) for key in (one, other) if (a := copy.get(key))]


AT = "https://harbour.example/storm"
PAGE = piece(STORM, title="Storm Closes Port", url=AT, issued=Date(edtf="2022-09-14"))
RECORD = replace(
    piece((), name="z.bib#ngStorm", title="Storm closes port", url=AT, issued=Date(edtf="2022-09")),
    id="ngStorm",
    lines=(0, 0),
    other=(("volume", '"7"'),),
)


@pytest.mark.parametrize("first", [PAGE, RECORD])
def test_a_record_of_another_program_lends_its_fields_to_a_page_and_takes_no_text(
    library: Library, first: Article
) -> None:
    """Whichever comes first: one record, with the text of the page, the volume of the record, under both keys."""
    second = RECORD if first is PAGE else PAGE
    key = put(library, first, data="1").key
    again = put(library, second, data="2")
    article = library.wanted("ngStorm")

    assert (key, 1) == (again.key, len(library))
    assert (STORM, "2022-09-14") == (tuple(block.text for block in article.paragraphs), str(article.issued))
    assert (("volume", '"7"'),) == article.other
    assert ("a.txt", 1) == (library.page(key)[0].name, library.version(key))
    assert "known" == put(library, first, data="1").outcome
    assert STORM == tuple(block.text for block in library.wanted(key).paragraphs)


def test_two_records_with_one_address_are_two(library: Library) -> None:
    """A home page stands in many records."""
    other = replace(RECORD, id="ngRain", title="Rain", source="z.bib#ngRain", issued=None)

    assert ["ngStorm", "ngRain"] == [put(library, one, data=one.id).key for one in (RECORD, other)]


def test_a_record_that_was_mended_elsewhere_is_brought_up_to_date(library: Library) -> None:
    """It is known by the key it has there."""
    put(library, replace(RECORD, url=None), data="1")
    mended = put(library, replace(RECORD, url=None, title="A Gale Closes the Port"), data="2")

    assert ("ngStorm", "changed", 1) == (mended.key, mended.outcome, len(library))
    assert "A Gale Closes the Port" == library.wanted("ngStorm").title
