"""One form to compare by, and marks to print."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.typography import curl, fold

TRICKY = st.text(alphabet="ab1 .-'\"“”‘’«»„—–…\u00a0\u200b\u00adﬁé²()[]\n", max_size=40)

SAME = [
    ("“no”", '"no"'),
    ("«no»", '"no"'),
    ("„no“", '"no"'),
    ("「否」", '"否"'),
    ("don’t", "don't"),
    ("a — b", "a -- b"),
    ("1990–1995", "1990-1995"),
    ("non‑state", "non-state"),
    ("a\u00a0b\u2009c\n d", "a b c d"),
    ("co\u00adoperate", "cooperate"),
    ("o\u200bne", "one"),
    ("oﬃce", "office"),
    ("wait…", "wait..."),
    ("wait . . .", "wait ..."),
    ("e\u0301tat", "état"),
]

DIFFERENT = [
    ("US", "us"),
    ("x²", "x2"),
    ("10,000", "10.000"),
    ("2022", "2023"),
    ("café", "cafe"),
    ("can", "can't"),
    ("resent", "re-sent"),
    ("5", "-5"),
    ("paypal", "p\u0430ypal"),
    ("½", "1/2"),
    ("①", "1"),
    ("１", "1"),
    ("ab", "\u202eab"),
    ("Kazakh", "kazakh"),
    ("now here", "nowhere"),
]

CURLED = [
    ('"Yes," she said.', "“Yes,” she said."),
    ('("Yes")', "(“Yes”)"),
    ("He said \"it's 'fine'\".", "He said “it’s ‘fine’”."),
    ("\"'Fine,' he said\"", "“‘Fine,’ he said”"),
    ("\"He said 'fine'\"", "“He said ‘fine’”"),
    ("the '90s and the '05-'06 season", "the ’90s and the ’05-’06 season"),
    ("rock 'n' roll", "rock ’n’ roll"),
    ("'Tis the workers' day", "’Tis the workers’ day"),
    ("'20 people came,' he said", "‘20 people came,’ he said"),
    ("O'Brien -- the writer", "O’Brien — the writer"),
    ('never--"ever"--again', "never—“ever”—again"),
    ('"I--", she began', "“I—”, she began"),
    ("run digest --help", "run digest --help"),
    ("and so...", "and so…"),
    ("contents ....... 7", "contents ....... 7"),
    ("“Already” ‘done’ «так»", "“Already” ‘done’ «так»"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_type_alone_is_folded(one: str, other: str) -> None:
    """Two ways to set the same words have one form."""
    assert fold(other) == fold(one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_meaning_is_never_folded(one: str, other: str) -> None:
    """What a reader would read differently stays different."""
    assert fold(other) != fold(one)


@pytest.mark.parametrize(("straight", "curled"), CURLED)
def test_straight_marks_are_set(straight: str, curled: str) -> None:
    """A typewriter's marks become a typographer's."""
    assert curled == curl(straight)


@pytest.mark.parametrize(
    ("language", "curled"),
    [
        ("de", "„Das ist ‚gut‘“, sagte er"),
        ("ru-RU", "«Das ist ‘gut’», sagte er"),
        ("xx", "“Das ist ‘gut’”, sagte er"),
    ],
)
def test_each_language_has_its_marks(language: str, curled: str) -> None:
    """Opening and closing marks are those of the language; one we do not know takes the English ones."""
    assert curled == curl("\"Das ist 'gut'\", sagte er", language)


@given(TRICKY, st.sampled_from(["en", "de", "ru", "sv", "hu", "pl"]))
def test_setting_type_changes_no_word(text: str, language: str) -> None:
    """What is curled folds to what it was."""
    assert fold(text) == fold(curl(text, language))


@given(st.one_of(TRICKY, st.text()))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(TRICKY)
def test_set_type_stays_as_it_is(text: str) -> None:
    assert curl(text) == curl(curl(text))


@pytest.mark.parametrize("unit", ["\"' ", "-- ", "'05 ", ". ", "'", "a'b"])
def test_time_grows_with_length(unit: str) -> None:
    """A line of megabytes is read in seconds."""
    start = time.process_time()
    curl(unit * (1_000_000 // len(unit)))
    fold(unit * (1_000_000 // len(unit)))
    assert time.process_time() - start < 10
