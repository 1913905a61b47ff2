"""Summaries: whole sentences of the sources, each with its paragraph, that say most in few words."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from statistics import fmean

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis import analyse
from digest.briefs.choosing import trigrams
from digest.briefs.standing import cannot_stand, leans_back
from digest.cli import digest
from digest.model import Article, Block, Date
from digest.sentences import words
from digest.summaries import Chosen, overview, summarise
from digest.verify.wording import Verdict, find_words, form, text_of
from tests.story_samples import samples

STORM = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, the port master said.",
    "She said ships waited outside. But the move surprised nobody, traders said in the evening.",
    "The railway to the north stood still until Thursday, the ministry in Astana said.",
    "“It was the worst night that anybody in this town has ever had to live through.” Pilots stayed ashore in Aktau.",
)


def article(*paragraphs: str, key: str = "serik2031storm", day: str = "2031-03-03", language: str = "en") -> Article:
    blocks = tuple(Block(text=text, line=number) for number, text in enumerate(paragraphs, 1))
    title = "Storm Closes The Harbour Of Aktau" if language == "en" else None
    return analyse(Article(id=key, title=title, language=language, issued=Date(edtf=day), paragraphs=blocks))


def texts(chosen: Sequence[Chosen]) -> list[str]:
    return [one.sentence.text for one in chosen]


def test_the_sentence_that_says_most_is_chosen() -> None:
    """What opens a report and shares its title's words comes first, with its paragraph."""
    (chosen,) = summarise(article(*STORM), sentences=1)

    assert (STORM[0], 1) == (chosen.sentence.text, chosen.sentence.paragraph)


def test_no_sentence_dangles_and_none_quotes_nobody() -> None:
    """What needs the sentence before it, or the name of a speaker, is in no summary."""
    assert {STORM[0], STORM[2], "Pilots stayed ashore in Aktau."} >= set(texts(summarise(article(*STORM), 9)))


@pytest.mark.parametrize(
    ("language", "first", "dangling"),
    [
        ("de", "Die Stadt Graz schließt im Mai drei alte Brücken über die Mur.", "Das Gremium lehnte einen Neubau ab."),
        ("fr", "La ville de Lyon ferme en mai trois vieux ponts sur la Saône.", "Elle a refusé de construire un pont."),
        ("ru", "Рига закроет в мае три старых моста через реку Даугаву.", "При этом строить новый мост не будут."),
    ],
)
def test_what_dangles_in_its_language_is_left_out(language: str, first: str, dangling: str) -> None:
    assert [first] == texts(summarise(article(f"{first} {dangling}", language=language), 3))


def test_a_standfirst_without_a_full_stop_may_be_chosen() -> None:
    """It was written to say most; a line that repeats the title says nothing more."""
    standfirst = "Two cranes broke and a barge sank as waves of nine metres hit the Caspian coast"
    repeated = "Storm closes the harbour of Aktau on the Caspian coast"

    assert [standfirst] == texts(summarise(article(standfirst, STORM[2]), 1))
    assert repeated not in texts(summarise(article(repeated, STORM[2]), 1))


def test_a_connective_stands_straight_after_what_it_joins() -> None:
    """Never without that sentence; and a pronoun, which may mean somebody of an earlier one, not even then."""
    first = "Die Stadt Graz schließt im Mai drei alte Brücken über die Mur."
    joined = "Denn der Bund zahlt für Graz und seine Brücken nichts."

    assert [first, joined] == texts(summarise(article(f"{first} {joined}", language="de"), 3, 60))
    for other in ("Sie zahlt für Graz und seine Brücken nichts.", "Doch er zahlt für Graz und seine Brücken nichts."):
        assert [first] == texts(summarise(article(f"{first} {other}", language="de"), 3, 60))
    assert [] == texts(summarise(article(f"Zahlt Graz? {joined}", language="de"), 3, 60))
    assert [] == [one for one in texts(overview([article(f"{first} {joined}", language="de")], 9)) if one == joined]


def test_an_article_opens_as_it_speaks() -> None:
    """In few words, and to its reader; what a page bids its reader do tells nothing."""
    opening = "Aktau has a new harbour. Here you can moor your boat at 40 berths for nothing until the end of May."
    bids = (
        "Click on the map of the new harbour of Aktau and you see where your boat may lie.",
        "See the map of our new harbour for all 40 berths.",
        "Klicken Sie auf unsere Karte des neuen Hafens von Aktau mit 40 Plätzen.",
    )

    assert texts(summarise(article(opening), 2, 60)) == ["Aktau has a new harbour."]
    assert texts(summarise(article(opening.replace("Here you", "In Aktau you")), 2, 60)) == [
        "Aktau has a new harbour.",
        "In Aktau you can moor your boat at 40 berths for nothing until the end of May.",
    ]
    for bidding in bids:
        assert () == summarise(article(bidding, language="de" if "Sie" in bidding else "en"), 2, 60)


def test_a_long_sentence_leaves_room_for_a_short_one() -> None:
    """Where both together are no longer than two short ones of a paper."""
    long = "The port of Aktau on the Caspian coast closes three of its nine quays in May, as old cranes are taken down."
    short = "Storms broke two of them."
    told = article(f"{long} Storms had broken two cranes in March. {STORM[2]}")

    assert short not in texts(summarise(told, 2, 60))
    assert [long, "Storms had broken two cranes in March."] == texts(summarise(told, 2, 60))


def test_a_dateline_is_no_part_of_a_sentence() -> None:
    text = "Kiel (dpa) - Der Hafen von Kiel bleibt nach dem Sturm bis Mai für alle Schiffe gesperrt."

    assert [text.removeprefix("Kiel (dpa) - ")] == texts(summarise(article(text, language="de"), 1))


def test_a_summary_is_no_longer_than_asked() -> None:
    """In words, and in sentences; a long sentence fills the room of two."""
    long = article(*STORM)

    assert sum(len(words(text)) for text in texts(summarise(long, 9, words=30))) <= 30
    assert 1 == len(summarise(long, 1))
    assert () == summarise(long, 3, words=3)
    assert () == summarise(Article(), 3)


def test_whom_nobody_introduced_gets_the_rest_of_the_name() -> None:
    """In square brackets, which the gate knows for ours."""
    told = article(
        "Carl Berg, the harbour master of Aktau, has resigned.",
        "Berg had asked for new cranes in Aktau three times since the storm of May 2029.",
    )
    chosen = summarise(told, 1, words=40)

    assert chosen
    late = [one for one in overview([told], 9) if one.sentence.paragraph == 2]
    for one in late:
        assert one.sentence.text.startswith(("Berg had", "[Carl] Berg had"))


@pytest.mark.parametrize(
    ("paragraph", "named"),
    [
        (
            "Carl Berg runs the port of Aktau. He asked for 12 new cranes in May.",
            "[Carl Berg] asked for 12 new cranes in May.",
        ),
        (
            "Anna Berg, a pilot, lives in Aktau. She asked for 12 cranes in May.",
            "[Anna Berg] asked for 12 cranes in May.",
        ),
        ("Carl Berg met Ivan Orlov in Aktau. He asked for 12 new cranes in May.", None),
        ("Carl Berg met his father in Aktau. He asked for 12 new cranes in May.", None),
        ("Anna Berg runs the port of Aktau. He asked for 12 new cranes in May.", None),
        ("The port of Aktau is run by Carl Berg. He asked for 12 new cranes in May.", None),
        ("Carl Berg runs the port of Aktau. He then asked for such cranes in May.", None),
    ],
)
def test_a_pronoun_is_resolved_where_one_person_can_be_meant(paragraph: str, named: str | None) -> None:
    """The name stands for it in square brackets; else the sentence is left out."""
    told = texts(summarise(article("Storms closed the harbour of Aktau for three days in May.", paragraph), 9, 90))

    assert [named] * bool(named) == [text for text in told if "asked" in text]


def test_each_sentence_tells_why_it_is_there() -> None:
    """The parts of its weight add up to it."""
    for one in summarise(article(*STORM), 3):
        parts = dict(one.parts)
        length = parts.pop("× length")
        assert pytest.approx(one.weight) == length * sum(parts.values())


def test_an_overview_is_in_the_order_of_days() -> None:
    """The oldest report comes first, whatever it weighs, and a weekday gets its date."""
    older = article(*STORM[:1])
    newer = article(
        "Cranes in Aktau lifted grain on Friday, Carl Berg of the port said.", key="berg2031", day="2031-03-07"
    )
    chosen = overview([newer, older])

    assert ["serik2031storm", "berg2031"] == [one.sentence.key for one in chosen]
    assert "on Friday [7 March 2031]" in chosen[1].sentence.text


def test_reports_of_one_day_do_not_open_twice() -> None:
    """Two papers' first sentences tell one thing in other words; a new toll on another day is news."""
    same = article("A ferry with 96 people aboard overturned on Lake Taal in a squall.", key="a", day="2027-03-02")
    again = article("Dozens drowned when a boat sank near Talisay in high winds.", key="b", day="2027-03-02")
    later = article("Divers found bodies near Talisay, and Manila raised the toll to 44.", key="c", day="2027-03-05")

    assert ["a", "c"] == [one.sentence.key for one in overview([again, same, later])]


@cache
def events(name: str) -> tuple[tuple[Article, ...], ...]:
    """The reports of each event of the samples that more than one outlet tells of."""
    found = defaultdict(list)
    for number, sample in enumerate(samples(name)):
        found[sample.event].append(replace(sample.article, id=f"{sample.event}{number}"))
    return tuple(tuple(reports) for reports in found.values() if len(reports) > 1)


def overlap(chosen: Sequence[Chosen]) -> float:
    """The mean share of a sentence's trigrams that another sentence has."""
    runs = [trigrams(words(one.sentence.text)) for one in chosen]
    shares = [
        len(run & frozenset[tuple[str, ...]]().union(*(other for other in runs if other is not run))) / len(run)
        for run in runs
    ]
    return fmean(shares) if shares else 0.0


@pytest.mark.parametrize("name", ["develop", "second"])
def test_no_two_sentences_of_an_overview_say_the_same(name: str) -> None:
    """At most a twentieth of a sentence's trigrams stands in another, and the sources take turns."""
    chosen = [overview(reports, 6) for reports in events(name)]

    assert fmean(map(overlap, chosen)) <= 0.05
    assert fmean(len({one.sentence.key for one in told}) > 1 for told in chosen) == 1.0
    for told in chosen:
        assert max(len(list(run)) for _, run in groupby(sorted(one.sentence.key for one in told))) <= 4


@pytest.mark.parametrize("name", ["develop", "second"])
def test_every_sentence_of_an_overview_passes_the_gate(name: str) -> None:
    """Alone it stands, and letter for letter in its paragraph but for what is in brackets."""
    for reports in events(name):
        known = {report.id: report for report in reports}
        for one in overview(reports, 8):
            source = known[one.sentence.key].paragraphs[one.sentence.paragraph - 1].text
            assert Verdict.STANDS is find_words(one.sentence.text, text_of([form(source)]), sentences=True)
            assert leans_back(one.sentence.text) is None
            assert cannot_stand(one.sentence.text) is None


@given(st.lists(st.text(max_size=300), max_size=6))
def test_any_text_has_a_summary_or_none(paragraphs: list[str]) -> None:
    told = article(*paragraphs)

    assert len(summarise(told, 2)) <= 2
    assert len(overview([told, replace(told, id="other")], 2)) <= 2


@pytest.mark.parametrize(
    "text", ["The port of Aktau closed. " * 20_000, "“" * 300_000, "a " * 300_000, "7 " * 300_000, "A." * 200_000]
)
def test_a_hostile_text_is_summarised_in_seconds(text: str) -> None:
    blocks = (Block(text=text, line=1), *(Block(text=text[:40], line=line) for line in range(2, 2_000)))
    started = time.process_time()
    summarise(Article(id="a", language="en", paragraphs=blocks), 3)

    assert time.process_time() - started < 8


PAGE = "Storm Closes The Harbour Of Aktau\n\nBy Amina Serik\n\n14 September 2022\n\n" + "\n\n".join(STORM)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("storm.txt").write_text(PAGE, encoding="utf-8")
    assert 0 == run("add", "storm.txt").exit_code
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments)


def test_a_summary_in_a_file_is_a_draft_that_stands(folder: Path) -> None:
    """The gate checks every sentence of it as an extract."""
    Path("summary.md").write_text(run("summary", "serik2022storm").stdout, encoding="utf-8")
    checked = run("check", "summary.md")

    assert (0, True) == (checked.exit_code, checked.stdout.startswith("checked: "))
    assert "all stand" in checked.stdout


def test_what_a_sentence_hides_does_not_act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks of direction are left out, markup is escaped, and the draft stands."""
    monkeypatch.chdir(tmp_path)
    odd = STORM[0].replace("Aktau", "\u200eAktau\u200f *and* [its](port) @once")
    Path("storm.txt").write_text(PAGE.replace(STORM[0], odd), encoding="utf-8")
    run("add", "storm.txt")
    Path("summary.md").write_text(run("summary", "serik2022storm").stdout, encoding="utf-8")

    assert "Aktau \\*and\\*" in Path("summary.md").read_text(encoding="utf-8")
    assert 0 == run("check", "summary.md").exit_code


def test_a_summary_needs_to_know_of_what(folder: Path) -> None:
    assert [2, 9, 2] == [run("summary", *words).exit_code for words in ([], ["nobody2022"], ["--theme", "none"])]


def test_json_has_the_weight_of_each_sentence(folder: Path) -> None:
    (row, *_) = map(json.loads, run("summary", "serik2022storm", "--json").stdout.splitlines())

    assert ("serik2022storm", 1, STORM[0]) == (row["id"], row["paragraph"], row["text"])
    assert row["parts"]["early"] > 0
