"""Fields as Zotero's plug-ins keep them, written and read back; broken ones are no citation."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Cited, Edit, Run, Style
from digest.reports.zoterofields import citation_code, pieces, preferences, sources_of, told_in

ITEM = json.dumps(
    {"id": "ng2031storm", "type": "article-newspaper", "title": "Storm & “Harbour” {1}"}, ensure_ascii=False
)
SOURCE = Cited(
    key="ng2031storm",
    locator="3–4",
    label="paragraph",
    prefix="see",
    suffix="my emphasis",
    uris=("http://x/1",),
    item=ITEM,
)


def edit(*sources: Cited) -> Edit:
    return Edit(paragraph=0, start=0, end=0, sources=sources, shown=(Run(text="(Ng 2031)"),), identifier="abcd1234")


def test_a_field_is_read_as_it_was_written() -> None:
    """Key, locator, label, words around it, addresses and record come back."""
    assert ((SOURCE,), "abcd1234", "(Ng 2031)") == sources_of(
        f" ADDIN ZOTERO_ITEM CSL_CITATION {citation_code(edit(SOURCE))} "
    )


def test_what_a_field_shows_is_what_zotero_compares_with() -> None:
    """A different plain text would make the plug-in ask whether a person edited the citation."""
    told = json.loads(citation_code(edit(SOURCE)))

    assert "(Ng 2031)" == told["properties"]["plainCitation"]
    assert ["http://x/1"] == told["citationItems"][0]["uris"]


def test_a_source_without_an_address_has_an_empty_list() -> None:
    """Zotero throws where the list is missing."""
    assert [] == json.loads(citation_code(edit(Cited(key="x"))))["citationItems"][0]["uris"]


_ITEMS = '{"citationItems": %s}'


@pytest.mark.parametrize(
    "code", ["", "{", "[]", _ITEMS % 3, _ITEMS % "[3, null]", (_ITEMS % "[{}]")[:-3], "{" * 100_000, "x" * 2_000_000]
)
def test_a_broken_field_names_no_source(code: str) -> None:
    """Whatever a field says, reading it gives no error."""
    assert () == sources_of(code)[0]


_NAMES = st.sampled_from(["id", "uris", "itemData", "locator", "label", "prefix", "citationItems"])
_LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
_JSON = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4), max_leaves=20
)


@given(_JSON)
def test_any_json_is_read(value: object) -> None:
    """A field of any shape gives sources with text in every place."""
    for source in sources_of(json.dumps({"citationItems": [value]}))[0]:
        assert all(isinstance(part, str) for part in (source.key, source.locator, source.label, source.item))


def test_preferences_are_kept_in_short_pieces_and_told_again() -> None:
    """No piece is longer than Word keeps; style, locale and session come back."""
    style = Style(name="apa", path="apa.csl", uri="http://www.zotero.org/styles/apa")
    told = preferences(style, "abcdefgh", "en-GB", field="Field")
    kept = dict(pieces(told))

    assert all(len(piece) <= 255 for piece in kept.values())
    assert ["ZOTERO_PREF_1", "ZOTERO_PREF_2"] == [*kept]
    assert ("http://www.zotero.org/styles/apa", "en-GB", "abcdefgh") == told_in("".join(kept.values()))
