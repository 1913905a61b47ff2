"""What the commands share: the days that are asked for, tables on a narrow terminal, and words for nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import digest
from digest.cli.words import _ruled

PAGE = """Harbour Of Aktau Opens In May

By Amina Serik

Harbour Times

{month} 13, 2022

The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, the port master said.

“We will open the harbour in May, whatever it costs this town,” said Carl Berg, a pilot. It was closed in {month} 2022.
"""


GERMAN = """Hafen Von Aktau Geschlossen

Von Jürgen Vogt

Hafenbote

13. September 2022

Der Hafen von Aktau wurde am Montag für alle Schiffe geschlossen, nachdem ein Sturm zwei Kräne zerbrochen hatte.

Die Leiterin des Hafens sagte am Abend, dass niemand verletzt wurde und dass die Kosten noch nicht bekannt sind.

Neun Schiffe warten seit dem Nachmittag vor der Mole, und die Bahn nach Norden soll erst am Donnerstag wieder fahren.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for every test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def filled(folder: Path) -> Path:
    """A library with an article of September."""
    (folder / "storm.txt").write_text(PAGE.format(month="September"), encoding="utf-8")
    assert 0 == run("add", "storm.txt").exit_code
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments)


DATED = ["list", "quotes", "experts", "timeline", "stories --min 1", "summary"]


@pytest.mark.parametrize("command", DATED)
def test_days_are_asked_for_in_one_way(filled: Path, command: str) -> None:
    """`--from` and `--to`, by their other names `--since` and `--until`, mean the same in every command."""
    words = [*command.split(), "--json"]

    for first, last in [("--from", "--to"), ("--since", "--until")]:
        assert run(*words, first, "2022-09-01", last, "2022-09-30").stdout
        assert not run(*words, first, "2030").stdout
        assert not run(*words, last, "2021").stdout


@pytest.mark.parametrize("command", [*DATED[:5], "names", "search storm", "summary --from 2022"])
def test_an_empty_library_is_called_empty(command: str) -> None:
    """In the same words everywhere, with what fills it, and not as a failure."""
    done = run(*command.split())

    assert 0 == done.exit_code
    assert "the library is empty; `digest add PATH` fills it\n" == done.stderr


def test_places_of_a_timeline_are_named_as_in_every_command(filled: Path) -> None:
    """`id` is the key of an article."""
    [first, *_] = (json.loads(line) for line in run("timeline", "--json").stdout.splitlines())

    assert "serik2022harbour" == first["sources"][0]["id"]


def test_an_overview_is_in_one_language(filled: Path) -> None:
    """Another language is left out, and named; a key takes it."""
    (filled / "hafen.txt").write_text(GERMAN, encoding="utf-8")
    run("add", "hafen.txt")
    [german] = [key for key in keys() if key != "serik2022harbour"]

    done = run("summary", "--from", "2022-09", "--json")

    assert {"serik2022harbour"} == {json.loads(line)["id"] for line in done.stdout.splitlines()}
    assert "1 article in another language left out; a KEY takes one\n" == done.stderr
    assert german in run("summary", german).stdout


def keys() -> list[str]:
    return [json.loads(line)["id"] for line in run("list", "--json").stdout.splitlines()]


def test_a_table_is_told_row_by_row_where_it_is_too_wide(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No word is broken, and nothing is left out but what is unknown."""
    row = ("serik2022harbour", "2022-09-13/2022-09-16", "Harbour Times", "—", "Harbour Of Aktau Opens In May")
    monkeypatch.setenv("COLUMNS", "40")

    _ruled(("key", "issued", "outlet", "also in", "title"), [row])

    printed = capsys.readouterr().out
    assert "serik2022harbour\n  issued   2022-09-13/2022-09-16\n  outlet   Harbour Times\n" in printed
    assert "  title    Harbour Of Aktau Opens In May\n" in printed
    assert "also in" not in printed


def test_a_table_that_fits_is_a_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A line of headings, a line a row."""
    monkeypatch.setenv("COLUMNS", "80")

    _ruled(("key", "outlet"), [("serik2022harbour", "Harbour Times")])

    assert 2 == len(capsys.readouterr().out.strip().splitlines())


def test_help_lists_the_commands_by_what_they_are_for() -> None:
    """Reading before understanding, understanding before writing."""
    printed = run("--help").output

    places = [printed.index(f"\n{heading}:\n") for heading in ("Take in", "Look", "Understand", "Put right", "Write")]
    assert sorted(places) == places


def test_who_is_only_described_is_no_expert_until_asked(filled: Path) -> None:
    """A pilot has a name; what "a docker" said stays in the bank, and his number is told."""
    said = "\n\n“Nobody told us anything about this storm,” said a docker. The ministry was silent until the evening.\n"
    (filled / "more.txt").write_text(PAGE.format(month="October").replace("Opens", "Shuts") + said, encoding="utf-8")
    assert 0 == run("add", "more.txt").exit_code

    done = run("experts")

    assert "Carl Berg" in done.stdout
    assert "docker" not in done.stdout
    assert "1 who are only described left out; --all shows them" in done.stderr
    assert "a docker" in run("experts", "--all").stdout
    assert "a docker" in run("experts", "docker").stdout


@pytest.mark.parametrize("words", [("experts", "Birg"), ("quotes", "--speaker", "karl")])
def test_the_nearest_speaker_is_named(filled: Path, words: tuple[str, ...]) -> None:
    """Nobody is quoted under a mistyped name."""
    assert 'no such quotations\ndid you mean "Carl Berg"?\n' == run(*words).stderr


def test_a_long_decision_is_told_in_a_line(filled: Path) -> None:
    """Keys beyond the fifth are counted."""
    from digest.cli.versions import _few

    assert "a b c d e f" == _few(tuple("abcdef"))
    assert "a b c d e and 3 more" == _few(tuple("abcdefgh"))


def test_themes_are_listed_under_either_name() -> None:
    """As names are."""
    Path("config.yaml").write_text("themes: {ports: {title: Ports, phrases: {harbour: 5}}}\n", encoding="utf-8")

    assert run("themes").stdout == run("themes", "list").stdout
    assert "ports" in run("themes", "list", "--json").stdout


def test_objects_name_their_parts_in_one_way() -> None:
    """Words of a name of ours are joined as in every command, and what is unknown is null."""
    config = "names: [{name: Astana, kind: place, was: [{name: Aqmola, until: 1998-05-06}]}]\n"
    Path("config.yaml").write_text(
        config + "themes: {ports: {title: Ports, phrases: {harbour: 5}}}\n", encoding="utf-8"
    )

    [theme] = (json.loads(line) for line in run("themes", "--json").stdout.splitlines())
    [place] = (json.loads(line) for line in run("names", "--json", "Aqmola").stdout.splitlines())

    assert {"theme", "articles", "accepted", "rejected", "learned", "f1_by_rules", "f1_as_learned"} == set(theme)
    assert [{"name": "Aqmola", "from": None, "until": "1998-05-06"}] == place["was"]


@pytest.mark.parametrize("command", DATED)
def test_days_the_wrong_way_round_are_said_so(filled: Path, command: str) -> None:
    """In the words that were typed."""
    done = run(*command.split(), "--from", "2028", "--to", "2027")

    assert 2 == done.exit_code
    assert "Error: 2028 is after 2027: --from is the earlier day, --to the later\n" in done.stderr


def test_a_brief_takes_the_same_words_for_its_days(filled: Path) -> None:
    """Both of them, as it says."""
    config = "themes: {ports: {title: Ports, phrases: {harbour: 5}}}\nbriefs: {note: {title: Note, themes: [ports], "
    Path("config.yaml").write_text(config + "sections: [{title: News, form: story, quota: 2}]}}\n", encoding="utf-8")

    done = run("brief", "note", "--since", "2022-09-12", "--until", "2022-09-18", "--draft")

    assert 0 == done.exit_code, done.stderr
    assert "period: 2022-09-12/2022-09-18" in next(Path("out").glob("*.md")).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["quotes", "experts"])
def test_what_has_no_date_is_not_left_out_in_silence(filled: Path, command: str) -> None:
    """Where days are asked for, an undated page may belong to them or not: it is told."""
    undated = (
        PAGE.replace("{month} 13, 2022\n\n", "").replace(" It was closed in {month} 2022.", "").replace("Aktau", "Lugo")
    )
    (filled / "undated.txt").write_text(undated.replace(" on Monday", ""), encoding="utf-8")
    assert 0 == run("add", "undated.txt").exit_code

    assert "1 without a date left out" in run(command, "--from", "2022-09").output
    assert "without a date" not in run(command).output
