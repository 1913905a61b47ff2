"""A timeline of many articles: its order, its one entry for one event, and the files it is written to."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from digest.analysis import analyse
from digest.cli import digest
from digest.events.calendar import calendar
from digest.events.chart import MOST, WIDTH, chart
from digest.events.drawing import length, wrapped
from digest.events.listing import listing
from digest.events.timeline import Entry, Telling, about, timeline
from digest.model import Article, Block, Date, Tag
from tests.conftest import SEEDS, Golden

TODAY = Date(edtf="2022-09-18")
HOSTILE = (
    "</text><script>alert(1)</script>\r\nEND:VCALENDAR\x00\x1b[2J]]> & \"'; \\, `*x*` @key {.raw} \ud800"
    " on 3 October 2022."
)


def _read(written: str | bytes) -> list[Any]:
    """The events of a calendar, as another program reads them."""
    found: Any = Calendar.from_ical(written)
    return list(found.walk("VEVENT"))


def _article(key: str, issued: str, *paragraphs: str, url: str | None = None) -> Article:
    blocks = tuple(Block(text=text, line=number) for number, text in enumerate(paragraphs, 1))
    tags = (Tag(theme="ports", score=1.0),)
    article = Article(
        id=key, title=f"Of {key}", issued=Date(edtf=issued), paragraphs=blocks, language="en", keyword=tags, url=url
    )
    return analyse(replace(article, container_title="The Harbour Times"))


STORM = _article(
    "serik2022storm",
    "2022-09-14",
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge.",
    "The inquiry opens on October 3. The port will reopen in spring 2023, the master hopes, or in the coming weeks.",
    url="https://harbourtimes.example/storm",
)
FLOOD = _article(
    "berg2022flood",
    "2022-09-15",
    "On Tuesday a flood carried away a bridge.",
    "A storm had closed the harbour of Aktau on Monday, breaking two cranes and sinking a barge, the port said.",
)


def test_events_stand_in_the_order_of_their_dates() -> None:
    """Whatever the order of the articles."""
    entries = timeline([FLOOD, STORM])

    assert ["2022-09-12", "2022-09-13", "2022-09-15~/2022-10-12~", "2022-10-03", "2023-03/2023-05"] == [
        str(entry.when) for entry in entries
    ]
    assert [False, False, True, True, True] == [entry.comes_after(TODAY) for entry in entries]
    assert entries == timeline([STORM, FLOOD])


def test_an_event_that_two_tell_alike_is_one_entry_with_both_sources() -> None:
    """The earlier report is printed, the later one cited."""
    (storm, flood, *_) = timeline([FLOOD, STORM])

    assert [("serik2022storm", 1), ("berg2022flood", 2)] == [(told.key, told.paragraph) for told in storm.tellings]
    assert storm.first.sentence == STORM.paragraphs[0].text
    assert ["berg2022flood"] == [told.key for told in flood.tellings]


def test_two_events_of_one_day_stay_two() -> None:
    """A day alone does not make them the same."""
    vote = _article(
        "ng2022vote", "2022-09-14", "Voters in the north chose a new governor on Monday after a short campaign."
    )

    assert 2 == sum(str(entry.when) == "2022-09-12" for entry in timeline([STORM, vote]))


def test_words_are_sought_in_sentences_and_headlines() -> None:
    """All words of a phrase, in any order; of several phrases one is enough."""
    entries = timeline([STORM, FLOOD])

    assert ["2022-09-13"] == [str(entry.when) for entry in about(entries, ["bridge flood"])]
    assert [] == list(about(entries, ["bridge harbour", ""]))
    assert 2 == len(about(entries, ["inquiry", "bridge"]))


def test_the_list_cites_every_source(golden: Golden) -> None:
    """Past and ahead, under their months, each sentence as its source has it."""
    golden("timeline.md", listing(timeline([STORM, FLOOD]), TODAY))


def test_the_picture_is_the_same_for_the_same_events(golden: Golden) -> None:
    """Its file is what a reviewer looks at."""
    golden("timeline.svg", chart(timeline([STORM, FLOOD]), TODAY, "Timeline: ports & harbours"))


def test_the_calendar_holds_what_is_to_come(golden: Golden) -> None:
    """Days and spans up to a month; what is rough or a season only when asked for."""
    coming = [entry for entry in timeline([STORM, FLOOD]) if entry.comes_after(TODAY)]
    golden("timeline.ics", calendar(coming).replace("\r\n", "\n"))

    (event,) = _read(calendar(coming))
    assert ("2022-10-03", "2022-10-04") == (str(event["DTSTART"].dt), str(event["DTEND"].dt))
    assert "The inquiry opens on October 3." == str(event["SUMMARY"])
    assert ["ports"] == [str(name) for name in event["CATEGORIES"].cats]
    assert "https://harbourtimes.example/storm" == str(event["URL"])
    assert "20220914T000000Z" == event["DTSTAMP"].to_ical().decode()
    assert 3 == len(_read(calendar(coming, approximate=True)))


def test_a_calendar_is_the_same_however_often_it_is_written() -> None:
    """Its events keep their names when others come in."""
    once = [str(event["UID"]) for event in _read(calendar(timeline([STORM])))]
    again = [str(event["UID"]) for event in _read(calendar(timeline([STORM, FLOOD])))]

    assert len(set(once)) == len(once)
    assert set(once) <= set(again)


def _entry(sentence: str, when: str = "2022-10-03", url: str | None = None) -> Entry:
    told = Telling(
        key="a2022b",
        paragraph=1,
        sentence=sentence,
        words="x",
        completed=sentence,
        issued=TODAY,
        title=sentence,
        outlet=sentence,
        url=url,
        themes=(sentence,),
    )
    return Entry(when=Date(edtf=when), ahead=True, tellings=(told,))


def test_hostile_words_act_in_no_file() -> None:
    """They are only words, in the picture, in the calendar and in the list."""
    entry = _entry(HOSTILE, url="javascript:alert(1)")
    picture = etree.fromstring(chart([entry], TODAY, HOSTILE).encode(), etree.XMLParser(resolve_entities=False))
    (event,) = _read(calendar([entry]))

    tags = {etree.QName(node).localname for node in picture.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "line", "circle", "text", "g"}
    assert "URL" not in event
    assert "<script>" in str(event["DESCRIPTION"])
    assert "\\@key" in listing([entry], TODAY)
    assert 1 == listing([entry], TODAY).count("[@")


def test_nothing_turns_the_words_of_a_picture_or_calendar_round() -> None:
    """What follows an override is printed backwards: a sentence could say what its source does not."""
    turned = _entry("They sign \u202efdp\u202c or \u2067exe\u2069 on October 3.")
    written = chart([turned], TODAY, "A \u202eb") + calendar([turned])

    assert "They sign fdp or exe on October 3." in written
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", written)


@given(st.text(max_size=300))
def test_every_line_of_a_calendar_is_short_and_reads_back(words: str) -> None:
    """At most 75 octets, no character torn, and the sentence whole."""
    written = calendar([_entry(words.encode("utf-8", "replace").decode())]).encode()

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert 1 == len(_read(written))


@given(st.text(max_size=200), st.integers(60, 600))
def test_no_line_of_the_picture_is_too_long(words: str, width: int) -> None:
    """Words are broken where they are full."""
    assert all(length(line, 15) <= width + 15 for line in wrapped(words, width, 15, most=5))


def test_no_two_lines_of_words_overlap() -> None:
    """Each row of the list has its own height, however long its sentence."""
    entries = [_entry("word " * number + "end.", f"2022-10-{number % 28 + 1:02}") for number in range(1, 60)]
    picture = etree.fromstring(chart(entries, TODAY, "Timeline").encode())
    space = "{http://www.w3.org/2000/svg}"
    rows = [
        (int(re.findall(r"[\d.]+", str(group.get("transform")))[1]), group) for group in picture.findall(f"{space}g")
    ]
    places = [
        (float(str(line.get("x"))), top + float(str(line.get("y"))))
        for top, group in rows[1:]
        for line in group.iter(f"{space}text")
    ]

    assert all(0 <= x <= WIDTH for x, _ in places)
    for column in {x for x, _ in places}:
        lines = sorted(y for x, y in places if x == column)
        assert all(below - above >= 12 for above, below in pairwise(lines))


def test_a_picture_of_nothing_and_of_too_much() -> None:
    """No events are said so; more than can be drawn are counted."""
    assert "no events" in chart([], TODAY, "Timeline")
    assert "… and 5 more" in chart([_entry(f"Event {n}.") for n in range(MOST + 5)], TODAY, "Timeline")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A folder with the sample pages in its library."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(digest, ["init"]).exit_code == 0
    assert runner.invoke(digest, ["add", str(SEEDS / "002_40aee933005a049d.txt")]).exit_code == 0
    return runner


def test_the_gate_passes_a_timeline(desk: CliRunner, tmp_path: Path) -> None:
    """Every sentence stands in the paragraph it cites."""
    written = desk.invoke(digest, ["timeline", "-o", "timeline.md"])
    checked = desk.invoke(digest, ["check", "timeline.md"])

    assert written.exit_code == 0, written.output
    assert "all stand" in checked.output
    assert checked.exit_code == 0


def test_wrong_use_is_told(desk: CliRunner) -> None:
    """Another ending, an unknown theme, no day: each is named."""
    for words, told in (
        (["-o", "t.docx"], "t.docx: a timeline is written as .ics, .json, .md, .svg"),
        (["--theme", "chnia-russia"], "china-russia"),
        (["--today", "soon"], "a day is wanted"),
        (["--from", "soon"], "a day, month or year is wanted"),
        (["--key", "nobody"], "nobody"),
    ):
        result = desk.invoke(digest, ["timeline", *words])
        assert result.exit_code != 0
        assert told in result.output


def test_a_sentence_of_three_days_is_printed_once_with_them() -> None:
    """Under one month a sentence stands once; a calendar and a script have each of its days."""
    text = "The ministers met on Monday, on Tuesday and again on September 14, and will meet on October 3."
    entries = timeline([_article("aman2022talks", "2022-09-15", text)])
    listed = listing(entries, TODAY)

    assert ["2022-09-12", "2022-09-13", "2022-09-14", "2022-10-03"] == [str(entry.when) for entry in entries]
    assert 2 == listed.count("The ministers met")
    assert "**12, 13, 14 September 2022.** The ministers met" in listed
    assert "12, 13, 14" in chart(entries, TODAY, "Talks")
    assert 1 == listed.split("# Ahead")[0].count("@aman2022talks, para. 1")


def test_an_agency_s_dateline_yields_to_the_days_of_its_sentence() -> None:
    """The day of sending stands for its sentence only where that names no other."""
    sent = _article("xin2022port", "2022-09-15", "ALMATY, Sept. 15 (Xinhua) — The port will open on Friday.")
    alone = _article("xin2022road", "2022-09-15", "ALMATY, Sept. 15 (Xinhua) — A road was opened in the hills.")

    assert ["2022-09-16"] == [str(entry.when) for entry in timeline([sent])]
    assert ["2022-09-15"] == [str(entry.when) for entry in timeline([alone])]


def test_two_words_for_one_day_are_one_entry_with_one_source() -> None:
    """Yesterday and Wednesday of one sentence are one event, told once."""
    (entry,) = timeline([_article("aman2022day", "2022-09-15", "They met yesterday, a day like any, on Wednesday.")])

    assert 1 == len(entry.tellings)
