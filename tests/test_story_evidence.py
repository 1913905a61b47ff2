"""Who has a story from an agency, and which sentences of a later report are news."""

from __future__ import annotations

import pytest

from digest.model import Name
from digest.storylines import find_stories, history
from tests.story_samples import report
from tests.test_storylines import LATER, STORM, only


@pytest.mark.parametrize(
    "signed",
    [
        "AKTAU (Reuters) - {}",
        "AKTAU, March 3 (Reuters) - {}",
        "REUTERS - {}",
        "AKTAU. March 3. /Reuters/. {}",
        "{}\n\nWith reporting by Reuters",
        "{}\n\nBased on reporting by AFP and Reuters.",
        "{}\n\n(With inputs from Reuters)",
        "{}\n\nReuters contributed to this report.",
        "{} — Reuters",
        "{}\n\n© 2027 Reuters",
        "{}\n\nSource: Reuters",
    ],
)
def test_an_agency_signs_at_the_head_or_the_foot(signed: str) -> None:
    """In the forms of the trade."""
    first = report("a", "Storm Closes The Harbour Of Aktau", STORM, author=(Name(literal="Reuters"),))
    story = only(first, report("b", "Broken Cranes Leave Aktau", signed.format(LATER), day="2027-03-03"))

    assert [("b", "agency")] == [(second.report.key, second.bond) for second in story.seconds]


def test_an_agency_that_is_quoted_signs_nothing() -> None:
    """A report that names it is no report of it."""
    quoting = LATER + "\n\nA captain told Reuters that the wind, according to AFP, was strong."
    first = report("a", "Storm Closes The Harbour Of Aktau", STORM, author=(Name(literal="Reuters"),))

    assert 2 == only(first, report("b", "Broken Cranes Leave Aktau", quoting, day="2027-03-03")).independent


@pytest.mark.parametrize(
    ("earlier", "later", "new"),
    [
        ("At least seven people were killed in the quake.", "At least eight people were killed in the quake.", True),
        ("The quake killed 23 people in Aktau.", "In Aktau 23 people lost their lives in the quake.", False),
        (
            "The chancellor would seek a vote of confidence in the Bundestag on May 20.",
            "He will ask the Bundestag for its confidence on May 20 and expects to lose.",
            False,
        ),
        ("Kenya will tax bread and raise duties on mobile money.", "The tax on bread is off the table.", True),
        (
            "Morocco beat Senegal 4-2 on penalties in the final to win the cup.",
            '"We missed two penalties out of four. You do not win a final in that way," said the coach.',
            True,
        ),
    ],
    ids=["a higher toll", "the same toll", "the same day", "a short fact", "a speaker's words"],
)
def test_the_same_fact_in_other_words_is_told(earlier: str, later: str, *, new: bool) -> None:
    """Another figure, another speech and another fact are news."""
    reports = [story.reports[0] for text in (earlier, later) for story in find_stories([report("k", "", text)])]

    assert new is bool(history(reports)[1].sentences)
