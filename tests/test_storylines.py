"""Reports of one event are found together, in order, and counted by those who have it from themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Article, Block, Date, Heading, Name
from digest.storylines import Storyline, find_stories, history
from tests.conftest import Floor
from tests.story_samples import Sample, b_cubed, far, near, report, samples

STORM = """The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, it was said.

Ships waited outside and would wait until Thursday at least, and the railway to the north stood still.

A pilot who has worked there for thirty years had never seen such a wave."""
LATER = """Two cranes that broke in Monday's storm were taken away from the harbour of Aktau on Friday.

The ships that had waited outside since the storm came in, eleven in all, with the barge's crew on board of one.

The repair will cost 40 million dollars."""
FAIR = """A fair of old books opened in Bergen with forty sellers and a queue around the block.

Its oldest book was printed in Venice in 1492 and can be had for the price of a car."""


def storylines_of(found: Sequence[Sample]) -> float:
    """The B-cubed F of the stories found among samples."""
    stories = find_stories([sample.article for sample in found])
    return b_cubed({sample.article.id: sample.event for sample in found}, [story.keys for story in stories])


def only(*articles: Article) -> Storyline:
    """The one story that `articles` tell."""
    (story,) = find_stories(articles)
    return story


@pytest.mark.parametrize("name", ["develop", "second", "heldout", "world", "region"])
def test_reports_of_one_event_are_found_together(name: str, floor: Floor) -> None:
    """The invented reports group by their events, far apart and within one region and week."""
    found = samples(name)

    if far(found) and near(found):
        floor(f"stories.{name}.far", storylines_of(far(found)))
        floor(f"stories.{name}.near", storylines_of(near(found)))
    floor(f"stories.{name}.all", storylines_of(found))


@pytest.mark.parametrize("size", [3, 5, 8])
def test_a_handful_of_reports_groups_as_well(size: int, floor: Floor) -> None:
    """Where so few are at hand, they do not tell what is rare; unrelated ones stay apart."""
    draw = Random(size)
    pool = (*samples("world"), *samples("region"))
    events = sorted({sample.event for sample in pool})
    any_of = [draw.sample(pool, size) for _ in range(40)]
    whole = [set(draw.sample(events, size)) for _ in range(15)]
    all_of = [[sample for sample in pool if sample.event in chosen] for chosen in whole]

    floor(f"stories.few.{size}.any", mean(storylines_of(drawn) for drawn in any_of))
    floor(f"stories.few.{size}.events", mean(storylines_of(drawn) for drawn in all_of))


def test_reports_from_abroad_join_by_names_and_figures(floor: Floor) -> None:
    """A German or Russian report of an event is found among English ones; one of another event stays by itself."""
    found = (*samples("heldout"), *samples("abroad"))
    stories = find_stories([sample.article for sample in found])

    assert {"en", "ru"} == {one.article.language for story in stories if "chess-title-ru2" in story.keys
                            for one in story.reports}  # fmt: skip
    assert [("heatwave-de4",)] == [story.keys for story in stories if "heatwave-de4" in story.keys]
    floor("stories.abroad", storylines_of(found))


def test_pages_of_different_matters_stay_apart(gold: Path, floor: Floor) -> None:
    """Of the labelled news pages hardly one is joined to another."""
    lines = (gold / "news-pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [_page(json.loads(line)) for line in lines]
    stories = find_stories(articles)

    floor("stories.apart", len(stories) / len(articles))


def _page(record: dict[str, str]) -> Article:
    """A labelled page as an article."""
    return Article(
        id=record["id"],
        title=record["title"],
        issued=Date(edtf=record["date"][:10]),
        language=record["lang"],
        paragraphs=tuple(Block(text=text, line=line) for line, text in enumerate(record["body"].split("\n"), 1)),
    )


def test_a_story_is_told_in_the_order_of_its_reports() -> None:
    """By date; the story is called after the first, and has its outlets and period."""
    late = report("omar2027cranes", "Broken Cranes Leave Aktau", LATER, outlet="The Gazette", day="2027-03-06")
    early = report("serik2027storm", "Storm Closes The Harbour Of Aktau", STORM, outlet="The Times", day="2027-03-02")
    story = only(late, early)

    assert ("serik2027storm", "omar2027cranes") == story.keys
    assert "serik2027storm" == story.id
    assert ("The Times", "The Gazette") == story.outlets
    assert "2027-03-02/2027-03-06" == str(story.period)
    assert "Storm Closes The Harbour Of Aktau" == story.title
    assert 2 == story.independent


def test_what_has_nothing_in_common_is_a_story_of_its_own() -> None:
    """Also in a library of two articles."""
    stories = find_stories([report("a", "Storm In Aktau", STORM), report("b", "A Fair Of Old Books", FAIR)])

    assert [1, 1] == [len(story.reports) for story in stories]


def test_no_articles_tell_no_story() -> None:
    """Nor does one without text."""
    assert () == find_stories([])
    assert () == find_stories([Article(id="empty", title="Only A Title")])


def test_the_stories_do_not_depend_on_the_order_of_articles() -> None:
    """A library gives them as they came."""
    articles = [sample.article for sample in samples("develop")]

    assert find_stories(articles) == find_stories(articles[::-1])


def test_each_report_adds_what_none_before_it_says() -> None:
    """A toll that rose is new, the same in other words is not; paragraphs are numbered."""
    story = only(
        report("a", "Storm Closes The Harbour Of Aktau", STORM, day="2027-03-02"),
        report("b", "Broken Cranes Leave Aktau", LATER, day="2027-03-06"),
    )
    first, second = history(story.reports)

    assert 3 == len(first.sentences)
    assert (3, "The repair will cost 40 million dollars.") in [(s.paragraph, s.text) for s in second.sentences]


def test_a_sentence_in_other_words_adds_nothing() -> None:
    """The same words in another order have a counterpart."""
    again = "A storm broke two cranes on Monday and sank a barge, and the harbour of Aktau was closed.\n\n" + FAIR
    story = find_stories([report("a", "Storm Closes The Harbour", STORM)])[0]
    told = history((*story.reports, *find_stories([report("b", "Storm", again)])[0].reports))[1]

    assert "A storm broke" not in " ".join(sentence.text for sentence in told.sentences)


@pytest.mark.parametrize(
    ("changed", "bond"),
    [
        ({"outlet": "The Gazette"}, "copy"),
        ({"outlet": "The Times", "text": LATER}, "outlet"),
        ({"outlet": "The Gazette", "text": LATER, "author": (Name(literal="Reuters"),)}, "agency"),
        ({"outlet": "The Gazette", "text": LATER + " (Reuters)"}, "agency"),
        ({"outlet": "The Gazette", "text": f"{STORM}\n\n{LATER}\n\n{FAIR}\n\n{FAIR[::-1]}"}, "copy"),
    ],
    ids=["copy", "one house", "one agency in the byline", "one agency in the text", "a copy with more"],
)
def test_one_source_counts_once(changed: dict[str, object], bond: str) -> None:
    """Copies, shared text, one agency and one house are no corroboration."""
    text = str(changed.pop("text", STORM))
    first = report(
        "a", "Storm Closes The Harbour Of Aktau", STORM, outlet="The Times", author=(Name(literal="Reuters"),)
    )
    story = only(first, report("b", "Storm Closes The Harbour Of Aktau", text, day="2027-03-03", **changed))

    assert 1 == story.independent
    assert [("b", "a", bond)] == [(second.report.key, second.first.key, second.bond) for second in story.seconds]


def test_a_person_may_tell_two_records_apart() -> None:
    """What the library says of two texts goes before their comparison."""
    articles = [report(key, "Storm Closes The Harbour Of Aktau", STORM) for key in "ab"]
    (story,) = find_stories(articles, lambda key: {"a": "apart"} if key == "b" else {})

    assert 2 == story.independent


def test_a_newsletter_takes_part_with_its_sections() -> None:
    """One of its stories joins a report; the other stays by itself, and neither takes the whole letter along."""
    paragraphs = [*STORM.split("\n\n"), *FAIR.split("\n\n")]
    letter = replace(
        report("letter", "The Week In The East", "\n\n".join(paragraphs)),
        genre="newsletter",
        sections=(
            Heading(text="1. A Storm In Aktau", level=2, line=1, first=1, last=3),
            Heading(text="2. Old Books", level=2, line=5, first=4, last=5),
        ),
    )
    stories = find_stories([letter, report("b", "Broken Cranes Leave Aktau", LATER, day="2027-03-06")])

    assert {("letter#1", "b"), ("letter#4",)} == {tuple(one.id for one in story.reports) for story in stories}
    assert "A Storm In Aktau" == next(story for story in stories if story.id == "letter#1").reports[0].title


def test_names_meet_in_house_spelling() -> None:
    """Toqaev and Tokayev meet by their sound, names of other letters by the house spelling."""
    from digest.storylines.reports import reports
    from digest.storylines.traits import traits

    def terms(text: str, house: dict[str, str]) -> set[str]:
        (found,) = reports([report("a", "", text)])
        return set(traits(found, lambda name, _: house.get(name, name)).weights)

    one = terms("On Monday Qasym Toqaev spoke.", {})
    assert one & terms("On Monday Kasym Tokayev spoke.", {}) >= {"Tokev", "Kasim"}
    assert "Rahmon" in terms("On Monday Emomali Rakhmonov spoke.", {"Emomali Rakhmonov": "Emomali Rahmon"})


@given(st.lists(st.text(alphabet="ab .A1\n", max_size=60), max_size=8))
def test_every_report_is_in_one_story(texts: list[str]) -> None:
    """Whatever the texts are."""
    articles = [
        Article(id=f"k{number}", title=text[:9], paragraphs=(Block(text=text, line=1),))
        for number, text in enumerate(texts)
    ]
    keys = [key for story in find_stories(articles) for key in story.keys]

    assert sorted(article.id for article in articles) == sorted(keys)


def test_a_megabyte_in_one_line_is_read_in_no_time() -> None:
    """Only the head of a text says what happened."""
    hostile = ["A" * 1_000_000, "A, " * 300_000, "“" * 500_000, "(a" * 400_000, "1," * 400_000]
    articles = [
        Article(id=f"h{n}", title=text, paragraphs=(Block(text=text, line=1),)) for n, text in enumerate(hostile)
    ]

    assert 5 == sum(len(story.reports) for story in find_stories(articles))


def test_a_letter_of_ten_thousand_parts_is_cut() -> None:
    """No newsletter has so many; the history of such a text ends as well."""
    text = "The harbour of the town was closed after a storm that nobody had seen coming in the night of Monday. " * 2
    blocks = tuple(Block(text=f"{number} {text}", line=number) for number in range(1, 10_001))
    headings = tuple(Heading(text=f"{n}. Part", level=2, line=n, first=n, last=n) for n in range(1, 10_001))
    letter = Article(id="letter", genre="newsletter", paragraphs=blocks, sections=headings)
    (whole,) = find_stories([replace(letter, genre=None, sections=())])

    assert 200 == len(find_stories([letter]))
    assert 500 >= len(history(whole.reports)[0].sentences)
