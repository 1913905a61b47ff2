"""Who is quoted in real news articles: as right, and as often found, as it was before."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from digest.model import Quote
from digest.quotations import find_quotes
from tests.conftest import Floor
from tests.quotation_gold import MARKS, Label, Page, Score, is_role, is_speaker, load, score

TEXT = "“We will open the bridge,” said Ana Ruiz, the mayor.\nNobody asked “who will pay for all of it?”"


def label(start: int, end: int, *names: str, source: str = "person", roles: tuple[str, ...] = ()) -> Label:
    speaker = names[0] if names else None
    return Label(start=start, end=end, kind="full", speaker=speaker, names=names, source=source, roles=roles, cue="x")


PAGE = Page(id="harbour", half="dev", body=TEXT, labels=(label(1, 25, "Ana Ruiz", roles=("the mayor",)), label(67, 94)))


def told(speaker: str | None, start: int, end: int, paragraph: int = 1) -> Score:
    """The score of a finder that gives these words to `speaker`."""
    quote = Quote(text="…", paragraph=paragraph, start=start, end=end, speaker=speaker, role="mayor", cue="said after")
    return score([PAGE], lambda _: [quote])


@pytest.mark.parametrize(("start", "end"), [(1, 25), (0, 26), (1, 24)])
def test_marks_and_a_last_comma_are_forgiven(start: int, end: int) -> None:
    """The same words with and without them are right."""
    counted = told("Ruiz", start, end)

    assert (1.0, 1.0, 1.0) == (counted.precision, counted.recall, counted.role_recall)


@pytest.mark.parametrize(
    ("speaker", "start", "end", "paragraph"),
    [("Ana Ruiz", 1, 17, 1), ("Otto Brandt", 1, 25, 1), ("Marta Ruiz", 1, 25, 1), ("Ana Ruiz", 14, 43, 2)],
    ids=["other words", "another person", "a namesake", "words of nobody"],
)
def test_other_words_and_other_people_are_errors(speaker: str, start: int, end: int, paragraph: int) -> None:
    """They count as attributed, and as neither right nor found."""
    counted = told(speaker, start, end, paragraph)

    assert (0.0, 0.0) == (counted.precision, counted.recall)


def test_silence_is_no_error() -> None:
    """A quotation without a speaker is missed, and not wrong."""
    counted = told(None, 1, 25)

    assert (0, 1) == (counted.attributed.total(), len(counted.errors))


@pytest.mark.parametrize(
    ("name", "right", "source", "expected"),
    [
        ("Sir Keith Hale", "Keith Hale", "person", True),
        ("Hâle", "Keith Hale", "person", True),
        ("Keith", "Keith Hale", "person", False),
        ("Ministry of Ports", "the Ports Ministry", "body", True),
        ("Norway", "the Ports Ministry", "body", False),
    ],
)
def test_a_family_name_is_enough_and_half_of_a_bodys_words(name: str, right: str, source: str, expected: bool) -> None:
    """Titles and accents do not matter."""
    assert expected == is_speaker(name, label(0, 9, right, source=source))


def test_a_role_may_say_less() -> None:
    """The mayor is the mayor of Lugo, and not its bishop."""
    assert (True, False) == (is_role("mayor", ["the mayor of Lugo"]), is_role("bishop", ["the mayor of Lugo"]))


def test_labels_stand_between_marks(gold: Path) -> None:
    """What was labelled follows a quotation mark in the page, and does not overlap."""
    for page in load():
        spans = [(mark.start, mark.end) for mark in page.labels]
        assert sorted(spans) == spans
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert [] == [(page.id, start) for start, _ in spans if page.body[:start].rstrip()[-1:] not in MARKS]


@pytest.mark.parametrize("half", ["dev", "held"])
def test_speakers_of_news_articles(gold: Path, floor: Floor, half: str) -> None:
    """Of quotations of five words or more: how many of the speakers given are right, and how many are found."""
    counted = score(load(half), find_quotes)

    floor(f"labelled quotations, {half}: precision", counted.precision)
    floor(f"labelled quotations, {half}: recall", counted.recall)
    floor(f"labelled quotations, {half}: roles", counted.role_recall)
