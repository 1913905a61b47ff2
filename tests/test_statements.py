"""What a person states: checked, kept as evidence, and told apart from what a page says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ConfigError
from digest.model import Article, Block, Date, Evidence, Name, Source, Tag
from digest.sidecars import apply_sidecar
from digest.statements import FIELDS, as_text, confirm, set_theme, state


def piece(opening: str) -> Article:
    return Article(paragraphs=(Block(text=opening, line=1),), lines=(1, 1))


def test_a_statement_is_its_own_evidence() -> None:
    """The field is fixed, and what the page said of it is no longer its ground."""
    read = Article(title="Rain", evidence=(Evidence(field="title", quote="Rain", rule="first line", line=1),))
    stated = state(read, "title", "  Rain   In Osh ")

    assert "Rain In Osh" == stated.title
    assert ("title",) == stated.fixed
    assert (Evidence(field="title", quote="Rain In Osh", rule="stated by a person"),) == stated.evidence


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ng, Amy", Name(family="Ng", given="Amy")),
        ("{Harbour Desk}", Name(literal="Harbour Desk")),
        ("King, Carl, Jr.", Name(family="King", given="Carl", suffix="Jr.")),
        ("Amy Ng", Name(family="Ng", given="Amy")),
    ],
)
def test_a_name_is_typed_either_way_round(typed: str, name: Name) -> None:
    """Braces keep a body whole."""
    assert (name,) == state(Article(), "author", typed).author


def test_an_empty_value_is_unknown_for_good() -> None:
    """A person may know that the page is wrong and no more."""
    stated = state(Article(title="Menu", author=(Name(family="Li"),)), "title", "")

    assert stated.title is None
    assert ("title",) == stated.fixed
    assert () == state(stated, "author", "").author


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issued", "14 Sept"),
        ("issued", "2022-02-30"),
        ("URL", "javascript:alert(1)"),
        ("type", "novel"),
        ("language", "!"),
    ],
)
def test_a_value_that_cannot_be_is_refused(field: str, value: str) -> None:
    """Dates are EDTF, addresses http, types CSL's."""
    with pytest.raises(ValueError, match="is no"):
        state(Article(), field, value)


def test_a_confirmed_field_is_no_longer_unconfirmed() -> None:
    """The guess's evidence stays beside the person's word."""
    guess = Evidence(field="issued", quote="last week", rule="weekday", line=4, confidence="inferred")
    article = Article(issued=Date(edtf="2022-09-14"), evidence=(guess,))
    confirmed = confirm(article, "issued")

    assert ("issued",) == article.unconfirmed
    assert () == confirmed.unconfirmed
    assert [guess.rule, "confirmed by a person"] == [entry.rule for entry in confirmed.evidence]


def test_a_theme_is_set_or_struck() -> None:
    """The last word counts."""
    article = set_theme(Article(keyword=(Tag(theme="steel", score=4),)), "-steel")

    assert () == article.themes
    assert ("keyword:-steel",) == article.fixed
    assert ("keyword:+steel",) == set_theme(article, "+steel").fixed
    assert set_theme(article, "+steel").keyword[0].by_person


@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=60))
def test_what_was_stated_can_be_stated_again(field: str, value: str) -> None:
    """The text shown for editing gives the same value back."""
    try:
        stated = state(Article(), field, value)
    except ValueError:
        return

    assert as_text(stated, field) == as_text(state(Article(), field, as_text(stated, field)), field)


def test_a_sidecar_speaks_of_the_only_article() -> None:
    """A mapping of CSL fields, names in either spelling."""
    text = "author:\n- {family: Ng, given: Amy}\n- Carl Berg\nissued: 2022-09-14\nkeyword: [steel]"
    (stated,) = apply_sidecar(Source(name="a.yaml", data=text.encode()), [piece("Ships waited.")])

    assert ["Amy Ng", "Carl Berg"] == [str(name) for name in stated.author]
    assert Date(edtf="2022-09-14") == stated.issued
    assert ("author", "issued", "keyword:+steel") == stated.fixed


def test_a_sidecar_picks_articles_by_their_opening() -> None:
    """Case, marks and spaces do not matter; the others stay as they are."""
    pieces = [piece("Ships waited outside."), piece("“Rain,” she said, fell.")]
    text = "- opening: rain she said\n  title: Rain\n"
    first, second = apply_sidecar(Source(name="a.yaml", data=text.encode()), pieces)

    assert pieces[0] == first
    assert "Rain" == second.title


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: x", 'a.yaml:1: unknown field "titel"\n  did you mean "title"?'),
        (
            "\nopening: Trains",
            "a.yaml:2: no article on the page opens with these words\n  they open with “Ships waited. …”",
        ),
        ("issued: 14 Sept", 'a.yaml:1: "14 Sept" is no date such as 2022-09-14, 2022-09 or 2022-09-12/2022-09-18'),
        ("author: [{famly: Ng}]", 'a.yaml:1: unknown part of a name "famly"\n  did you mean "family"?'),
    ],
)
def test_a_wrong_sidecar_is_named_with_its_line(text: str, said: str) -> None:
    """A person's mistake is theirs to mend; nothing is taken from such a file."""
    with pytest.raises(ConfigError) as caught:
        apply_sidecar(Source(name="a.yaml", data=text.encode()), [piece("Ships waited.")])

    assert said == str(caught.value)


def test_a_sidecar_must_say_which_article_it_means() -> None:
    """One title cannot be that of two articles."""
    with pytest.raises(ConfigError, match="the page has 2 articles"):
        apply_sidecar(Source(name="a.yaml", data=b"title: Rain"), [piece("Ships waited."), piece("Rain fell.")])
