"""A theme is learned from a person's decisions, and only where that beats its rules."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.library import Library, open_library
from digest.model import Article, Page, Source, Tag
from digest.themes import judge, tag, tagged_with, taught
from digest.themes.learner import from_json
from digest.themes.learning import LEAST, learn, study
from digest.themes.logistic import Examples, Pull, fit, odds
from tests.conftest import Floor
from tests.theme_cases import PORTS, report, reports

ACCEPTED, REJECTED = reports("harbour", 0, 14), [*reports("wine", 0, 10), *reports("other", 0, 2)]
BACKGROUND = [*reports("harbour", 20, 40), *reports("wine", 20, 40), *reports("other", 20, 80)]
LEARNER = learn(PORTS, ACCEPTED, REJECTED, BACKGROUND)


def test_decisions_teach_what_the_rules_cannot_tell() -> None:
    """Port wine is rejected and a harbour without the word accepted, both never seen before."""
    assert LEARNER is not None
    learned = taught(PORTS, LEARNER)
    wanted = {f"harbour{number}" for number in range(50, 80)}
    new = [*reports("harbour", 50, 80), *reports("wine", 50, 80), *reports("other", 50, 80)]
    by_rules = {article.id for article in new if judge(article, PORTS).given}

    assert len(by_rules & wanted) < 25
    assert len(by_rules - wanted) > 20
    given = {article.id for article in new if judge(article, learned).given}
    assert wanted <= given
    assert len(given - wanted) < 5
    assert judge(new[0], PORTS, LEARNER) == judge(new[0], learned)


def test_f1_on_reports_never_seen_holds(floor: Floor) -> None:
    """Of invented reports, by forty decisions as by twenty-six."""
    new = [*reports("harbour", 50, 100), *reports("wine", 50, 100), *reports("other", 50, 150)]
    wanted = {article.id for article in new if article.id.startswith("harbour")}
    for name, accepts, rejects in (
        ("26", ACCEPTED, REJECTED),
        ("40", reports("harbour", 0, 20), reports("wine", 0, 20)),
    ):
        learned = taught(PORTS, learn(PORTS, accepts, rejects, BACKGROUND))
        given = {article.id for article in new if judge(article, learned).given}
        floor(f"learned theme, {name} decisions", 2 * len(given & wanted) / (len(given) + len(wanted)))


def test_a_study_tells_its_figures() -> None:
    found = study(PORTS, ACCEPTED, REJECTED, BACKGROUND)

    assert (14, 12) == (found.accepts, found.rejects)
    assert (found.by_rules or 0) < 0.7 < 0.95 < (found.as_learned or 0)


def test_nothing_is_learned_of_few_decisions() -> None:
    """Fewer than ten of either teach less than the rules know."""
    assert learn(PORTS, ACCEPTED[: LEAST - 1], REJECTED, BACKGROUND) is None
    assert learn(PORTS, ACCEPTED, REJECTED[: LEAST - 1], BACKGROUND) is None
    assert learn(PORTS, ACCEPTED, REJECTED) is not None


def test_rules_that_are_right_are_kept() -> None:
    """However sure a learner would be of the same."""
    spoken = [article for article in BACKGROUND if judge(article, PORTS).given]
    silent = [article for article in BACKGROUND if judge(article, PORTS).best.score == 0]

    found = study(PORTS, spoken[:12], silent[:12], BACKGROUND)
    assert (1, 1, None) == (found.by_rules, found.as_learned, found.learner)


@pytest.mark.parametrize(("accepts", "rejects"), [(20, 20), (30, 10), (10, 30)])
def test_rejects_that_nobody_would_mistake_do_no_harm(accepts: int, rejects: int) -> None:
    """Nor do many accepts move the border: articles that have no word of a theme stay without it."""
    accepted, rejected = reports("harbour", 0, accepts), reports("other", 0, rejects)
    learned = taught(PORTS, learn(PORTS, accepted, rejected, BACKGROUND))
    new = [*reports("harbour", 50, 80), *reports("other", 50, 80)]
    found = {article.id for article in new if judge(article, learned).given}

    assert {article.id for article in new if judge(article, PORTS).given} <= found
    assert found <= keys(reports("harbour", 50, 80))


def test_the_same_decisions_teach_the_same() -> None:
    assert learn(PORTS, ACCEPTED, REJECTED, BACKGROUND) == LEARNER


def test_a_learned_tag_says_so_and_shows_its_words() -> None:
    assert LEARNER is not None
    (given_tag,) = tag(report("harbour", 52), [taught(PORTS, LEARNER)]).keyword

    assert given_tag.by_learner
    assert PORTS.threshold <= given_tag.score <= 2 * PORTS.threshold
    assert {"dockers", "vessel", "cargo", "tonnes", "berth", "ship", "crew", "container"} & set(given_tag.words)
    assert given_tag.paragraphs
    assert "by the rules" in judge(report("harbour", 52), PORTS, LEARNER).reason


def test_a_person_stands_above_a_learner() -> None:
    learned = taught(PORTS, LEARNER)
    struck = replace(report("harbour", 52), fixed=("keyword:-ports",))
    given_by_hand = replace(report("wine", 52), fixed=("keyword:+ports",))

    assert () == tag(struck, [learned]).keyword
    assert [(True, False)] == [(one.by_person, one.by_learner) for one in tag(given_by_hand, [learned]).keyword]


def test_one_theme_is_judged_again_alone() -> None:
    other = Tag(theme="wine", score=9)
    article = replace(report("harbour", 51), keyword=(Tag(theme="ports", score=1), other))

    assert ["wine", "ports"] == [one.theme for one in tagged_with(article, taught(PORTS, LEARNER)).keyword]
    assert [other] == list(tagged_with(replace(article, paragraphs=(), title=None), PORTS).keyword)


def test_a_learner_comes_back_from_its_json() -> None:
    assert LEARNER is not None

    assert LEARNER == from_json(json.loads(json.dumps(LEARNER.as_json())))


@pytest.mark.parametrize(
    "damage",
    [{"words": []}, {"bias": inf}, {"rule": "1"}, {"words": {"a": [1]}}, {"words": {"a": None}}, {"rule": 1e9}],
)
def test_what_is_no_learner_is_none(damage: dict[str, object]) -> None:
    """The file may come from somebody else."""
    assert LEARNER is not None
    assert from_json({**LEARNER.as_json(), **damage}) is None
    assert from_json([damage]) is None


@given(st.lists(st.tuples(st.floats(-3, 3), st.booleans()), min_size=1, max_size=12))
def test_a_fit_is_where_the_loss_is_least(found: list[tuple[float, bool]]) -> None:
    """No small step from it loses less."""
    rows = [((0, 1), (1.0, value)) for value, _ in found]
    examples = Examples(
        rows=rows, targets=[float(truth) for _, truth in found], counts=[1.0] * len(rows), given=[0.0] * len(rows)
    )
    pull = Pull(strength=[0.1, 0.1], slope=[0.0, 0.0])
    weights = fit(examples, pull, [0.0, 0.0], 100)
    slopes = [
        sum(
            part * (1 / (1 + exp(-odds(row, weights))) - target)
            for row, target, part in zip(rows, examples.targets, parts, strict=True)
        )
        + 0.1 * weight
        for weight, parts in zip(weights, zip(*(row[1] for row in rows), strict=True), strict=True)
    ]

    assert [0, 0] == pytest.approx(slopes, abs=0.01 * len(rows))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with filled(tmp_path / "library.sqlite") as found:
        yield found


def filled(path: Path) -> Library:
    library = open_library(path, [PORTS])
    for article in (*ACCEPTED, *REJECTED, *BACKGROUND[:60]):
        page = Page(source=Source(name=article.source, data=article.source.encode()), blocks=article.paragraphs)
        library.add(article, page, article.paragraphs)
    return library


def decide_all(library: Library) -> None:
    library.decisions().decide("accept", [article.id for article in ACCEPTED], ["ports"])
    library.decisions().decide("reject", [article.id for article in REJECTED], ["ports"])


def keys(articles: Sequence[Article]) -> set[str]:
    return {article.id for article in articles}


def themed(library: Library) -> set[str]:
    return {article.id for article in library.articles() if "ports" in article.themes}


def test_a_library_learns_when_it_is_next_opened(library: Library, tmp_path: Path) -> None:
    """Once: opened again it learns nothing anew, and tags stay."""
    before = themed(library)
    decide_all(library)
    path = tmp_path / "library.sqlite"
    with open_library(path, [PORTS]) as again:
        found = again.decisions().study("ports")
        assert found.learner is not None
        harbours = keys(reports("harbour", 20, 40)) | keys(ACCEPTED)
        assert len(harbours & before) < len(harbours & themed(again))
        assert len(themed(again) - harbours) < len(before - harbours) / 2
    started = time.process_time()
    with open_library(path, [PORTS]) as third:
        assert found == third.decisions().study("ports")
    assert time.process_time() - started < 0.5


def test_decisions_are_undone_together_and_forgotten_together(library: Library, tmp_path: Path) -> None:
    decide_all(library)
    assert (14, 12) == (len(list(filter(None, library.decisions().of("ports").values()))), 12)
    assert 26 == library.decisions().forget("ports")
    assert {} == library.decisions().of("ports")

    assert "forget" == library.undo().what
    assert 26 == len(library.decisions().of("ports"))
    assert "reject" == library.undo().what
    assert [True] * 14 == list(library.decisions().of("ports").values())
    with open_library(tmp_path / "library.sqlite", [PORTS]) as again:
        assert again.decisions().study("ports").learner is None


def test_a_changed_mind_is_one_decision(library: Library) -> None:
    library.decisions().decide("accept", ["wine3"], ["ports"])
    library.decisions().decide("reject", ["wine3"], ["ports"])

    assert {"wine3": False} == library.decisions().of("ports")
    assert ("keyword:-ports",) == library.wanted("wine3").fixed


def test_of_two_records_made_one_the_firsts_word_holds(library: Library) -> None:
    """Their other decisions are both kept."""
    decisions = library.decisions()
    decisions.decide("reject", ["wine1"], ["ports"])
    decisions.decide("accept", ["wine2"], ["ports", "tax"])
    library.merge("wine1", "wine2")

    assert {"keyword:-ports", "keyword:+tax"} == set(library.wanted("wine1").fixed)
    assert ({"wine1": False}, {"wine1": True}) == (decisions.of("ports"), decisions.of("tax"))


def test_a_damaged_learner_is_learned_anew(library: Library, tmp_path: Path) -> None:
    decide_all(library)
    with open_library(tmp_path / "library.sqlite", [PORTS]) as again:
        again._db.execute("update learner set model = '{\"mark\": 3}'")
    with open_library(tmp_path / "library.sqlite", [PORTS]) as third:
        assert third.decisions().study("ports").learner is not None


def test_learning_of_two_hundred_decisions_takes_seconds() -> None:
    accepted, rejected = reports("harbour", 0, 100), [*reports("wine", 0, 60), *reports("other", 0, 40)]
    background = [*reports("harbour", 100, 200), *reports("other", 100, 900)]
    started = time.process_time()
    learn(PORTS, accepted, rejected, background)

    assert time.process_time() - started < 6
