"""Citations as a person types them: what is one, what is not, and that they are written back as they were read."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Note, Paragraph, Report
from digest.citing.markers import as_marker, find_markers, locator, sources_of, with_markers

KNOWN = ("ng2031storm", "li2030")


def keys(text: str) -> list[list[str]]:
    return [[source.key for source in one.sources] for one in find_markers(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Ships wait [@ng2031storm].", [["ng2031storm"]]),
        ("Ships wait [see @ng2031storm, para. 12; @li2030].", [["ng2031storm", "li2030"]]),
        ("Ships wait [-@ng2031storm].", [["ng2031storm"]]),
        ("Ships wait [@unknown2020key].", [["unknown2020key"]]),
        ("As @ng2031storm says, ships wait.", [["ng2031storm"]]),
        ("As @ng2031storm [para. 3] says.", [["ng2031storm"]]),
        ("(@ng2031storm)", [["ng2031storm"]]),
        ("[@{a/b(c)}, p. 4]", [["a/b(c)"]]),
        ("Write to amy@ng2031storm.", []),
        ("Follow @harbourtimes for more.", []),
        ("[amy@harbourtimes.example]", []),
        ("[@ng2031storm and more; Smith 2020]", [["ng2031storm"]]),
        ("[e.g. Smith 2020; @ng2031storm]", [["ng2031storm"]]),
        ("[a]@[b] [1] [sic]", []),
        ("[@ng2031storm][@li2030]", [["ng2031storm"], ["li2030"]]),
    ],
)  # fmt: skip
def test_what_is_a_marker(text: str, cited: list[list[str]]) -> None:
    """A bracket that names a key is one, a bare key only where it is a record's, an address never."""
    assert cited == keys(text)


@pytest.mark.parametrize(
    ("suffix", "told"),
    [
        (", para. 12", ("paragraph", "12", "")),
        (", paras. 4-5 and 7, my translation", ("paragraph", "4–5 and 7", ", my translation")),
        (", ¶ 3", ("paragraph", "3", "")),
        (", Abs. 3", ("paragraph", "3", "")),
        (", абз. 3", ("paragraph", "3", "")),
        (", S. 3", ("page", "3", "")),
        (", pp. xii–xiv", ("page", "xii–xiv", "")),
        (", 33", ("page", "33", "")),
        (" {chap. 4}", ("chapter", "4", "")),
        (", passim", ("", "", ", passim")),
        (", letter of 1999", ("", "", ", letter of 1999")),
        (", §\u00a04", ("section", "4", "")),
    ],
)  # fmt: skip
def test_where_in_a_source(suffix: str, told: tuple[str, str, str]) -> None:
    """Locators are read in the words people write them with; a bare number is a page, as everywhere."""
    assert told == locator(suffix)


_KEYS = st.from_regex(r"[a-z]{1,8}\d{0,4}[a-z/.]{0,6}[a-z]", fullmatch=True)
_WORDS = st.sampled_from(["", "see", "see also", "compare with"])
_SOURCES = st.builds(
    Cited,
    key=_KEYS,
    locator=st.sampled_from(["", "3", "12–14", "4, 7"]),
    label=st.sampled_from(["paragraph", "page", "chapter", "section", "volume", "line", "note", "figure", "part"]),
    prefix=_WORDS,
    suffix=st.sampled_from(["", "my emphasis", "among others"]),
    suppress_author=st.booleans(),
)


@given(st.lists(_SOURCES, min_size=1, max_size=4))
def test_a_marker_is_read_as_it_was_written(sources: list[Cited]) -> None:
    """Every citation has a marker, and the marker says the same citation."""
    plain = [one if one.locator else replace(one, label="paragraph") for one in sources]

    assert tuple(plain) == sources_of(as_marker(plain)[1:-1])


@given(st.text(alphabet="[]@{};-, pab.12¶\n", max_size=300))
def test_any_text_is_looked_through(text: str) -> None:
    """Whatever stands in a report, each marker lies in it, and none overlaps the next."""
    found = find_markers(text, ("a", "b"))

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))


@pytest.mark.parametrize("text", ["[" * 200_000, "[@a; " * 50_000, "@" * 200_000, "[@a, " + "1, " * 100_000 + "]"])
def test_a_crowd_of_brackets_costs_little(text: str) -> None:
    """No text makes the search slow."""
    began = time.process_time()
    find_markers(text, KNOWN)

    assert time.process_time() - began < 5


def test_nothing_is_looked_for_in_code_fields_and_lists_of_sources() -> None:
    """What a reader found already, and code, stay as they are."""
    code = Paragraph(text="[@ng2031storm]", kind="code")
    field = Citation(start=0, end=14, sources=(Cited(key="li2030"),), origin="zotero")
    report = Report(format="docx", paragraphs=(code, Paragraph(text="[@ng2031storm]", citations=(field,))))

    assert report == with_markers(report, KNOWN)


def test_a_note_that_holds_nothing_else_is_told() -> None:
    """A note of one marker alone is the citation's own."""
    body = Paragraph(text="Ships wait.\ufffc", notes=(Note(place=11, part="footnote", first=1, last=1),))
    alone = Paragraph(text=" [@ng2031storm, para. 3].", part="footnote")
    with_words = Paragraph(text="For more, [@ng2031storm].", part="footnote")
    read = with_markers(Report(format="docx", paragraphs=(body, alone, with_words)), KNOWN)

    assert [True, False] == [one.alone for paragraph in read.paragraphs for one in paragraph.citations]


def test_thousands_of_citations_in_a_paragraph_are_found_in_a_moment() -> None:
    """Each is held against its neighbours, and not against all the others."""
    text = "See [@ng2031storm] now. " * 10_000
    fields = [(start, start + 3) for start in range(0, len(text), 24)]
    begun = time.process_time()

    assert 10_000 == len(find_markers(text, {"ng2031storm"}, fields))
    assert time.process_time() - begun < 5
