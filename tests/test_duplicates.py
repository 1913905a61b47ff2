"""The same article twice, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace

from digest.duplicates import is_copy, is_revision
from digest.model import Article, Block, Date

FRAME = (
    "Welcome back to Harbour Letter, a monthly look at ports.",
    "If you enjoyed this letter, tell a friend about it.",
)
STORM = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge.",
    "Ships waited outside, the port master Amina Serik said, and would wait until Thursday at least.",
    "No one was hurt.",
)


def article(*texts: str, issued: str | None = None) -> Article:
    blocks = tuple(Block(text=text, line=line) for line, text in enumerate(texts, 1))
    return Article(paragraphs=blocks, lines=(1, len(texts)), issued=Date(edtf=issued) if issued else None)


def test_case_and_marks_do_not_make_another_article() -> None:
    """Quotation marks, dashes and spaces differ between two copies of a page."""
    assert is_copy(article(*STORM), article(*(text.upper().replace(",", " –") for text in STORM)))


def test_a_copy_may_lack_a_short_paragraph() -> None:
    """Four words in five must stand in identical paragraphs, of both."""
    assert is_copy(article(*STORM), article(*STORM[:2]))
    assert not is_copy(article(*STORM), article(STORM[0]))


def test_the_next_letter_of_a_series_is_another_article() -> None:
    """Its frame is the same, its title is the same, its news is not."""
    one = replace(article(FRAME[0], *STORM, FRAME[1]), title="Harbour Letter")
    other = replace(article(FRAME[0], *(text[::-1] for text in STORM), FRAME[1]), title="Harbour Letter")

    assert not is_copy(one, other)


def test_dates_far_apart_tell_two_of_a_form_from_each_other() -> None:
    """A form filled in each month repeats itself nearly whole."""
    one, other = article(*STORM, issued="2022-09-01"), article(*STORM[:2], "Two were hurt.", issued="2022-10-01")

    assert not is_copy(one, other)
    assert is_copy(one, replace(other, issued=Date(edtf="2022-09-03")))
    assert is_copy(one, replace(other, issued=None))


def test_a_few_words_are_no_proof() -> None:
    """Two pages may both say no more than this."""
    assert not is_copy(replace(article("No comment."), title="Steel"), replace(article("No comment."), title="Rain"))
    assert not is_copy(Article(), Article())


def test_a_later_state_keeps_a_good_part() -> None:
    """Paragraphs may all be touched; the runs of words between the changes stay."""
    later = article(
        *(text.replace("Monday", "Tuesday").replace("two", "three") for text in STORM), "Later: two were hurt."
    )

    assert is_revision(article(*STORM), later)
    assert not is_revision(article(*STORM), article(*FRAME))
