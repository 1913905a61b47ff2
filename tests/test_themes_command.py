"""`digest themes`, `accept`, `reject`: a change is seen before it is saved, and a person's word is not written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from digest.cli import digest
from digest.config import parse_config
from digest.errors import ConfigError
from digest.library import open_library
from digest.model import Page, Source
from digest.themes import Theme
from digest.themes.testing import changed, least_sure
from digest.themes.writing import replaced, rewritten
from tests.theme_cases import PORTS, reports

CONFIG = """\
# what we look for
themes:
  ports:  # harbours
    title: Ports
    threshold: 3
    title_bonus: 1
    phrases: {port: 2, quay: 2,
      tanker*: 2}  # ships
  wine:
    title: Wine
    phrases:
      port: 1  # the drink
      "vin: rouge": 4
    words: {red: [red, rouge]}
    near:
      - {groups: [red], weight: 1}

briefs: {}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, with a library of invented reports."""
    monkeypatch.chdir(tmp_path)
    Path("config.yaml").write_text(CONFIG, encoding="utf-8")
    with open_library(tmp_path / "library.sqlite") as library:
        for article in (*reports("harbour", 0, 16), *reports("wine", 0, 16), *reports("other", 0, 8)):
            page = Page(source=Source(name=article.source, data=article.source.encode()), blocks=article.paragraphs)
            library.add(article, page, article.paragraphs)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments)


def objects(*arguments: str) -> list[dict[str, object]]:
    done = run(*arguments, "--json")
    assert 0 == done.exit_code, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def theme(text: str, name: str) -> Theme:
    return parse_config(text).themes[name]


def decide(first: int = 0) -> None:
    run("accept", *(f"harbour{number}" for number in range(first, 12)), "ports")
    run("reject", *(f"wine{number}" for number in range(first, 12)), "ports")


def test_a_list_tells_what_judges_each_theme() -> None:
    assert [("ports", 0, False), ("wine", 0, False)] == [
        (row["theme"], row["accepted"], row["learned"]) for row in objects("themes")
    ]
    decide(first=5)
    assert "rules; to learn, 3 more accepts and 3 more rejects" in run("themes").output
    decide()
    assert "learned from 12 accepts, 12 rejects: F1 " in run("themes").output
    assert "against" in run("themes").output


def test_what_is_shown_nearest_lacks_least() -> None:
    found = objects("themes", "test", "ports", "--threshold", "5")
    assert {"dropped"} == {row["state"] for row in found}
    run("themes", "test", "ports", "--threshold", "5", "--save")
    found = objects("themes", "test", "ports")
    lacking = [row["lacks"] for row in found if row["state"] == "near"]

    assert lacking == sorted(lacking, key=lambda value: float(str(value)))
    assert all(row["matches"] for row in found)


def test_nothing_is_saved_before_it_is_asked_for() -> None:
    done = run("themes", "test", "ports", "--rule", "vessel: 3", "--drop", "quay")

    assert "would add" in done.output
    assert CONFIG == Path("config.yaml").read_text(encoding="utf-8")


def test_a_saved_change_leaves_the_rest_as_it_was() -> None:
    done = run("themes", "test", "ports", "--rule", "vessel: 3.5", "--rule", "port: 1", "--drop", "quay", "--save")

    assert 0 == done.exit_code
    wanted = CONFIG.replace("{port: 2, quay: 2,\n      tanker*: 2}", "{port: 1, tanker*: 2, vessel: 3.5}")
    assert wanted == Path("config.yaml").read_text(encoding="utf-8")


def test_a_whole_theme_is_taken_from_a_file() -> None:
    Path("new.yaml").write_text("title: All Ports\nphrases:\n  port: 4  # enough\nthreshold: 4\n", encoding="utf-8")
    done = run("themes", "test", "ports", "--file", "new.yaml", "--save")

    assert 0 == done.exit_code, done.output
    written = Path("config.yaml").read_text(encoding="utf-8")
    assert "  ports:  # harbours\n    title: All Ports\n    phrases:\n      port: 4  # enough\n" in written
    assert theme(CONFIG, "wine") == theme(written, "wine")
    assert {"port": 4} == theme(written, "ports").phrases


def test_a_change_against_a_persons_word_says_so() -> None:
    run("reject", "harbour4", "ports")
    word = reports("harbour", 4, 5)[0].paragraphs[0].text.split()[0].lower()
    done = run("themes", "test", "ports", "--rule", f"{word}: 9")

    assert "you rejected harbour4; the change would give it, and your word stands" in done.output
    (row,) = [row for row in objects("themes", "test", "ports", "--rule", f"{word}: 9") if row["id"] == "harbour4"]
    assert ("rejected", True) == (row["decided"], row["contradicts"])


def test_decisions_of_one_command_are_undone_at_once() -> None:
    decide()
    assert "undone: reject wine0 wine1" in run("undo").output
    (ports, _) = objects("themes")

    assert (12, 0) == (ports["accepted"], ports["rejected"])
    assert "12 decisions forgotten" in run("themes", "forget", "ports").output
    assert 0 == objects("themes")[0]["accepted"]


def test_why_tells_a_learner_from_rules() -> None:
    assert "learned" not in run("why", "harbour1", "--themes").output
    decide()
    done = run("why", "harbour14", "--themes")

    assert "ports: given; learned: " in done.output
    assert "by the rules" in done.output
    assert {"ports": "learner", "wine": "rules"} == {
        str(row["theme"]): row["by"] for row in objects("why", "harbour14", "--themes")
    }


def test_review_lists_both_sides_of_the_border_in_turn() -> None:
    found = objects("themes", "review", "wine", "--most", "6")
    assert all(row["decided"] is None for row in found)
    decide()
    keys = {row["id"] for row in objects("themes", "review", "ports", "--number", "50")}

    assert keys
    assert not keys & {f"wine{number}" for number in range(12)}
    near = least_sure(PORTS, reports("harbour", 0, 20), {})
    assert sorted(near[:2], key=lambda sight: sight.state) == list(near[:2])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept", "harbour1", "prts"), 'did you mean "ports"?'),
        (("accept", "ports"), "by their keys"),
        (("reject", "nobody", "ports"), 'no article "nobody"'),
        (("themes", "test", "pors"), 'did you mean "ports"?'),
        (("themes", "test", "ports", "--rule", "quay"), "is no rule such as"),
        (("themes", "test", "ports", "--rule", "quay: inf"), "weights, bonus and threshold lie between"),
        (("themes", "test", "ports", "--drop", "pier"), "is no phrase of ports"),
        (("themes", "test", "ports", "--threshold", "0"), "above zero"),
        (("themes", "test", "ports", "--save"), "name a change"),
        (("themes", "test", "ports", "--file", "none.yaml"), "none.yaml"),
    ],
)
def test_what_cannot_be_is_said(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)

    assert 0 != done.exit_code
    assert said in done.output
    assert CONFIG == Path("config.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rules", "dropped", "line"),
    [
        ({"rosé": 2.0}, (), "      rosé: 2\n"),
        ({"yes": 2.0}, (), '      "yes": 2\n'),
        ({"a: b": 2.0}, (), '      "a: b": 2\n'),
        ({"port": 3.0}, (), "      port: 3  # the drink\n"),
        ({}, ("port",), '    phrases:\n      "vin: rouge": 4\n'),
        ({}, ("port", "vin: rouge"), "    phrases:\n      {}\n    words:"),
    ],
)
def test_a_theme_in_block_style_is_changed_line_by_line(
    rules: dict[str, float], dropped: tuple[str, ...], line: str
) -> None:
    old = theme(CONFIG, "wine")
    new = changed(old, rules, dropped, None)
    written = rewritten(CONFIG, old, new)

    assert line in written
    assert new == theme(written, "wine")
    assert theme(CONFIG, "ports") == theme(written, "ports")


PHRASE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12).map(
    str.strip
)


@given(st.dictionaries(PHRASE.filter(bool), st.integers(1, 9).map(float), min_size=1, max_size=4), st.integers(1, 9))
def test_any_phrase_comes_back_as_it_was_given(rules: dict[str, float], threshold: int) -> None:
    """Whatever marks of YAML are in it, whichever style the theme is written in."""
    for name, dropped in (("ports", ("quay",)), ("wine", ("port",))):
        old = theme(CONFIG, name)
        new = changed(old, rules, [phrase for phrase in dropped if phrase not in rules], float(threshold))
        assert new == theme(rewritten(CONFIG, old, new), name)


def test_a_theme_on_one_line_is_left_to_a_person() -> None:
    with pytest.raises(ConfigError, match="one line"):
        replaced("themes:\n  tea: {title: Tea}\n", "tea", "title: Teas\n")
    with pytest.raises(ConfigError, match="does not stand"):
        rewritten("themes: {}\n", Theme(name="tea", title="Tea"), Theme(name="tea", title="Tea", threshold=9))
