"""What changed between two states of a text, and what the outlet says of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.duplicates.corrections import notices
from digest.duplicates.differences import Changed, differences, word_changes

TEXT = ("The harbour was closed on Monday.", "Two were hurt, the ministry said.", "Ships waited outside.")


def shown(changed: Changed) -> str:
    marks = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[words.sort].format(words.text) for words in changed.words)


def test_a_changed_word_is_shown_in_its_paragraph() -> None:
    """With the number in each state; a paragraph that only moved has not changed."""
    changed = differences(
        TEXT, ("A new first paragraph stands here.", TEXT[0], "Three were hurt, the ministry said.", TEXT[2])
    )

    assert [(None, 1), (2, 3)] == [(each.before, each.after) for each in changed]
    assert "[-Two-]{+Three+} were hurt, the ministry said." == shown(changed[1])


def test_a_paragraph_that_went_is_shown_whole() -> None:
    """It has no number any more."""
    assert [(2, None)] == [(each.before, each.after) for each in differences(TEXT, (TEXT[0], TEXT[2]))]


def test_words_of_a_script_without_spaces_are_characters() -> None:
    """One sign changed is one sign shown."""
    assert ["北京", "东", "南", "路。"] == [words.text for words in word_changes("北京东路。", "北京南路。")]


@given(st.lists(st.text(max_size=40), max_size=6), st.lists(st.text(max_size=40), max_size=6))
def test_both_states_can_be_read_off(old: list[str], new: list[str]) -> None:
    """What is kept and removed is the old paragraph, what is kept and added the new one."""
    for changed in differences(old, new):
        before = "".join(words.text for words in changed.words if words.sort != "added")
        after = "".join(words.text for words in changed.words if words.sort != "removed")
        assert before == (old[changed.before - 1] if changed.before else "")
        assert after == (new[changed.after - 1] if changed.after else "")


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("correction", "Correction: The barge did not sink."),
        ("correction", "CORRECTION (May 3, 2031): The barge did not sink."),
        ("correction", "This article was amended on 3 May 2031 to say that the barge did not sink."),
        ("correction", "An earlier version of this story misstated the number of cranes."),
        ("correction", "Editor’s note (May 3): This article has been corrected."),
        ("update", "This story has been updated with a word of the port master."),
        ("update", "UPDATED, 5 p.m.: The pier is open again."),
        ("clarification", "[Clarification: The port belongs to the state.]"),
        ("withdrawal", "Retraction: The interview was never given."),
        ("correction", "In einer früheren Version dieses Artikels hieß es, der Kahn sei gesunken."),
        ("correction", "Berichtigung: Der Kahn ist nicht gesunken."),
        ("update", "Dieser Artikel wurde am 3. Mai aktualisiert."),
        ("correction", "Rectificatif : la barge n'a pas coulé."),
        ("update", "Cet article a été mis à jour à 17 heures."),
        ("correction", "Fe de errores: la barcaza no se hundió."),
        ("correction", "В предыдущей версии этого текста баржа тонула."),
        ("correction", "Исправление: баржа не затонула."),
        ("update", "Обновлено 14:30: порт открыт."),
        ("correction", "更正：驳船没有沉没。"),
        ("correction", "【訂正】はしけは沈んでいませんでした。"),
        ("correction", "바로잡습니다 바지선은 가라앉지 않았다."),
    ],
)
def test_a_notice_is_known_by_its_opening(sort: str, text: str) -> None:
    """In the words that papers of several languages use."""
    assert [sort] == [notice.sort for notice in notices([text])]


@pytest.mark.parametrize(
    "text",
    [
        "A correction of prices is due.",
        "Corrections officers said the doors were shut.",
        "Update your browser to go on.",
        "The story was updated for the screen, and critics liked it.",
        "Die erste Version der App kam im Mai.",
        "更正式的说法是另一个。",
        "Correction: " + "long " * 400,
    ],
)
def test_a_text_that_speaks_of_corrections_is_no_notice(text: str) -> None:
    """The word alone is not enough."""
    assert () == notices([text])
