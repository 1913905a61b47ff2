"""Where a text quotes, and where a mark is only an apostrophe."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.quotemarks import find_spans

QUOTING = [
    ('He said “yes, it ‘is’ so” and "no".', ["yes, it ‘is’ so", "no"]),
    ("„Ja“, sagte er. «Да, „это“ так» »Nein« ”ja”", ["Ja", "Да, „это“ так", "Nein", "ja"]),
    ("« oui » dit-elle", [" oui "]),
    ("„Tak” – odparł", ["Tak"]),
    ("他说：「是的，『对』」", ["是的，『对』"]),
    ("‘the workers’ party won,’ he said", ["the workers’ party won,"]),
    ("‘yes’ and the workers’ party", ["yes"]),
    ("‘I can’t,’ he said. ‘I won’t.’", ["I can’t,", "I won’t."]),
    ("don't 'say it's so' in '90s", ["say it's so"]),
    ("‘68 and ’90s rock ’n’ roll, ’tis true", []),
    ("‘20 people came’ he said", ["20 people came"]),
    ("'10,000 or so,' he said", ["10,000 or so,"]),
    ("'90s rock 'n' roll for the workers' party", []),
    ("dogs' and cats' food", []),
    ("O’Brien’s “it”", ["it"]),
    ('12" vinyl, 5\'10" tall', []),
    ("“open to the end", ["open to the end"]),
    ("“nested “inside” end” x", ["nested “inside” end"]),
    ('"I said "no" to him" x', ['I said "no" to him']),
    ('“mixed" marks', ["mixed"]),
    ("(“a”) [‘b’]—“c”", ["a", "b", "c"]),
    ("no marks at all", []),
]


@pytest.mark.parametrize(("text", "inner"), QUOTING)
def test_quotations_are_found(text: str, inner: list[str]) -> None:
    """The outermost pairs of marks, in order, and no apostrophes."""
    assert inner == [text[slice(*span.inner)] for span in find_spans(text)]


@given(st.text(alphabet="ab s\"'“”‘’„«»「」.,()—", max_size=60))
def test_quotations_do_not_overlap(text: str) -> None:
    """Each ends before the next begins, inside the text."""
    place = 0
    for span in find_spans(text):
        first, last = span.inner
        assert place <= span.start < first <= last <= span.end <= len(text)
        place = span.end


WORDS = st.sampled_from(["harbour", "isn’t", "the", "Zoë’s", "10,000"])


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»", "‘’", "''", "「」"])
@given(before=st.lists(WORDS), quoted=st.lists(WORDS, min_size=1), after=st.lists(WORDS))
def test_every_kind_of_mark_is_seen(marks: str, before: list[str], quoted: list[str], after: list[str]) -> None:
    """Words between any language's marks are found, whatever stands around them."""
    text = " ".join([*before, marks[0] + " ".join(quoted) + marks[1], *after])
    assert [" ".join(quoted)] == [text[slice(*span.inner)] for span in find_spans(text)]


@pytest.mark.parametrize("piece", ["’s ", "’s s’ a ", "'n", "‘a ", "« ", '"a '])
def test_time_grows_with_the_text(piece: str) -> None:
    """A page of nothing but marks must not hold anybody up: each is looked at a few times, not once for each other."""
    start = time.process_time()
    list(find_spans(piece * 20_000))

    assert 3 > time.process_time() - start
