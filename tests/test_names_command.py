"""`digest names`, and a search under every spelling."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import desk, digest
from digest.cli.names import names
from digest.config import parse_config
from digest.errors import ConfigError
from digest.library import open_library
from digest.queries import All, parse, widened
from tests.test_library import piece, put
from tests.test_queries import told

ARTICLES = {
    "talks": "President Qasym-Zhomart Toqaev opened the talks in the port. Toqaev said that the quay would be mended.",
    "guests": "President Kassym-Jomart Tokayev saw off his guests. Tokayev said that the road over the hills was long.",
    "script": "Президент Қасым-Жомарт Тоқаев қонақтарын шығарып салды, ал кемелер таңертең ерте кетіп қалды.",
    "other": "Deputy Minister Saida Tokayeva spoke in the port. Tokayeva said that the harbour would soon be dredged.",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a library of four articles."""
    monkeypatch.chdir(tmp_path)
    with open_library(Path("library.sqlite")) as library:
        for name, text in ARTICLES.items():
            put(library, piece((text,), name=f"{name}.txt", title=name.title()))
    return tmp_path


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(digest, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def found(*words: str) -> set[str]:
    """The titles that a search finds."""
    done = run("search", "--json", *words)
    return {json.loads(line)["title"].lower() for line in done.stdout.splitlines()}


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (("Tokayev",), {"talks", "guests"}),
        (("tokaev",), {"talks", "guests"}),
        (("--exact", "Tokayev"), {"guests"}),
        (("Tokayeva",), {"other"}),
        (("Toqaev", "guests"), {"guests"}),
        (("port", "-Tokayev"), {"other"}),
        (('"Kassym-Jomart Tokayev"',), {"talks", "guests"}),
        (("Qasym-Zhomart", "Toqaev"), {"talks", "guests"}),
        (("title:talks", "Tokayev"), {"talks"}),
        (("port",), {"talks", "other"}),
    ],
)
def test_a_search_finds_every_spelling(words: tuple[str, ...], titles: set[str]) -> None:
    """Of words, phrases and excluded words; with --exact only the one that is typed."""
    assert titles == found(*words) - {"script"}


def test_what_a_person_says_stands_in_the_configuration(folder: Path) -> None:
    """And is heeded from then on, whatever the spellings look like."""
    Path("config.yaml").write_text("language: en  # ours\n", encoding="utf-8")

    assert 0 == run("names", "join", "Kassym-Jomart Tokayev", "Saida Tokayeva").exit_code
    assert {"talks", "guests", "other"} == found('"Saida Tokayeva"') - {"script"}
    assert "language: en  # ours\n" in Path("config.yaml").read_text(encoding="utf-8")


def test_a_name_is_told_apart(folder: Path) -> None:
    """From a spelling that would be joined with it."""
    assert 0 == run("names", "apart", "Qasym-Zhomart Toqaev", "Kassym-Jomart Tokayev").exit_code
    every = [json.loads(line) for line in run("names", "--json", "--kind", "person").stdout.splitlines()]

    assert not any({"Qasym-Zhomart Toqaev", "Kassym-Jomart Tokayev"} <= set(who["spellings"]) for who in every)


def test_names_says_why(folder: Path) -> None:
    """Two spellings are one, by the rule that joined them."""
    done = run("names", "--json", "Toqaev")
    (who,) = [json.loads(line) for line in done.stdout.splitlines()]

    assert "person" == who["kind"]
    joined = [link["why"] for link in who["joined"] if "Tokayev" in link["one"] + link["other"]]
    assert "one in sound" in joined


@pytest.mark.parametrize("arguments", [("names",), ("names", "--doubtful"), ("names", "--kind", "body", "x")])
def test_names_of_an_empty_library_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """And no file is made for them."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")

    assert 0 == run(*arguments).exit_code
    assert [] == list(Path().iterdir())


def test_every_command_of_names_has_help() -> None:
    """The words after `names` are a name, unless they are a command."""
    for name in names.commands:
        assert run("names", name, "--help").output.startswith(f"Usage: digest names {name}")


def test_a_hostile_name_acts_on_no_terminal(folder: Path) -> None:
    """What a page says is shown with its controls written out."""
    with sqlite3.connect("library.sqlite") as connection:
        (article,) = connection.execute("select min(id) from article").fetchone()
        connection.execute(
            "insert into spelling values (?, ?, ?, 'person')", (article, "Eve\x1b[2J Ng", "Eve\x1b[2J Ng")
        )

    assert "\x1b" not in run("names").output
    assert "\x1b" not in run("names", "--json").output


def test_a_large_library_keeps_what_was_joined(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until a spelling or a rule is another."""
    monkeypatch.setattr(desk, "_WORTH_KEEPING", 0)
    first = run("names").output
    with sqlite3.connect("library.sqlite") as connection:
        (kept,) = connection.execute("select value from setting where name = 'authorities'").fetchone()

    assert first == run("names").output
    run("names", "house", "Saida Tokayeva", "Saida Toqaeva")
    assert "Saida Toqaeva" in run("names").output
    with sqlite3.connect("library.sqlite") as connection:
        assert kept != connection.execute("select value from setting where name = 'authorities'").fetchone()[0]


def test_a_family_name_stands_for_the_whole() -> None:
    """Of whatever spelling, and wherever it stands in the name."""
    assert (
        "Kassym-Jomart Tokayev is written Kassym-Jomart Toqaev\n" == run("names", "house", "Tokayev", "Toqaev").output
    )
    assert "Kassym-Jomart Toqaev" in run("names", "Tokayev").output
    assert (
        "Saida Tokayeva is written Zaida Tokayeva\n" == run("names", "house", "Saida Tokayeva", "Zaida Tokayeva").output
    )


def test_a_name_nobody_bears_is_told() -> None:
    """It is written down all the same: an article to come may have it."""
    assert "no article names Toktarov" in run("names", "house", "Toktarov", "Toqtarov").output


@pytest.mark.parametrize("command", ["join", "apart"])
def test_one_spelling_twice_is_refused(command: str) -> None:
    """And nothing is written."""
    done = CliRunner().invoke(digest, ["names", command, "Foo", "foo"])

    assert 2 == done.exit_code
    assert "named twice" in done.output
    assert not Path("config.yaml").exists()


def test_a_spelling_that_looks_like_settings_is_written_as_text() -> None:
    """It comes back as it was said, on one line; what stood in the file still stands there."""
    before = "language: en  # ours\nnames:\n  - {name: Astana}  # capital\nfeeds: []\n"
    Path("config.yaml").write_text(before, encoding="utf-8")
    odd = ["'; drop: [", "- no", "yes", "null", "2022-01-01", "~", "12:30", 'a: "b" # c', "A, B", "{x}", "back\\slash"]
    run("names", "join", "Wang Yi", "--", *odd, "two\nlines:  {}")
    text = Path("config.yaml").read_text(encoding="utf-8")

    assert [("Astana", ()), ("Wang Yi", (*odd, "two lines: {}"))] == [
        (r.name, r.also) for r in parse_config(text).names
    ]
    assert before == "".join(line for line in text.splitlines(keepends=True) if "Wang Yi" not in line)
    assert 2 == CliRunner().invoke(digest, ["names", "join", "Wang Yi", "  "]).exit_code


def test_capitals_of_a_dateline_are_no_other_spelling() -> None:
    """The table has what differs by more than its capitals."""
    with open_library(Path("library.sqlite")) as library:
        put(library, piece(("ALMATY -- The port of Almaty was closed. Ships left Almaty at noon.",), name="port.txt"))

    assert "ALMATY" not in run("names", "Almaty").output.partition("\n\n")[0]


KNOWN = {"Xi Jinping": ("习近平",), "Xi": (), "SCO": ("ШОС",)}


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("Xi Jinping tea", "and(or(and(Xi, Jinping), 习近平), tea)"),
        ('"Xi Jinping"', "and(or(Xi Jinping, 习近平))"),
        ("-SCO", "and(not or(SCO, ШОС))"),
        ("tea OR SCO", "and(or(tea, or(SCO, ШОС)))"),
        ("title:SCO", "and(or(title:SCO, title:ШОС))"),
        ("author:SCO", "and(author:SCO)"),
        ("Xi title:Jinping", "and(Xi, title:Jinping)"),
        ("", "and()"),
    ],
)
def test_a_query_is_widened(query: str, tree: str) -> None:
    """Wherever a known name stands in it, the longest first; never in a field that is no text."""
    variants: Callable[[str], tuple[str, ...]] = lambda text: KNOWN.get(text, ())  # noqa: E731 - a table as a function

    assert tree == told(widened(parse(query).tree, variants))


def test_nothing_known_changes_no_query() -> None:
    """The tree stays as it was typed."""
    tree = parse('a "b c" -d (e OR f)').tree

    assert tree == widened(tree, lambda _: ())
    assert All() == widened(All(), lambda _: ())


def test_a_wrong_rule_is_named_with_its_line() -> None:
    """As every wrong key of the configuration."""
    with pytest.raises(ConfigError, match="ship") as refused:
        parse_config("names:\n  - {name: A, kind: ship}")

    assert "config.yaml:2" == refused.value.where
