"""`digest references`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import digest
from digest.library import open_library
from digest.model import Article, Block, Date, Name, Page, Source

TEA = Article(
    type="article-newspaper",
    title="The Price of Tea",
    author=(Name(family="Ng", given="Amy"),),
    container_title="Harbour Times",
    issued=Date(edtf="2022-09-14"),
    language="en",
    paragraphs=(Block(text="Tea costs more than a year ago.", line=1),),
    lines=(1, 1),
)
RAIN = Article(
    type="article-newspaper",
    author=(Name(family="Dlamini", given="Thandi"),),
    container_title="Harbour Times",
    issued=Date(edtf="2021"),
    language="en",
    paragraphs=(Block(text="Rain fell on the northern ports.", line=1),),
    lines=(1, 1),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a library of two articles."""
    monkeypatch.chdir(tmp_path)
    with open_library(Path("library.sqlite")) as library:
        for article in (TEA, RAIN):
            text = article.opening.encode()
            page = Page(source=Source(name=article.opening[:4], data=text), blocks=article.paragraphs)
            library.add(article, page, page.blocks)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(digest, ["references", *words])


def test_a_key_gives_citation_and_reference(folder: Path) -> None:
    """What is printed can be pasted as it is."""
    assert "@ng2022price\n(Ng 2022)\nNg, Amy. 2022. “The Price of Tea.” Harbour Times, September 14.\n" == (
        run("ng2022price").stdout
    )


def test_words_find_articles_and_nothing_means_all(folder: Path) -> None:
    """Words are searched for as `search` does; no words, no choice."""
    found = run("northern", "ports", "--style", "oscola", "--format", "md").stdout

    assert "Dlamini T, \\[Rain fell on the northern ports\\] *Harbour Times* (2021)" in found
    assert ["@ng2022price", "@dlamini2021rain"] == [line for line in run().stdout.splitlines() if line[:1] == "@"]
    assert "nothing found\n" == run("submarine").stderr
    assert 'did you mean "ng2022price"?' in run("ng2022prize").stderr
    assert 'did you mean "dlamini2021rain"?' in run("ng2022price", "dlamini2021rainy").stderr


@pytest.mark.parametrize(("form", "start"), [("biblatex", "@article{ng2022price,"), ("ris", "TY  - NEWS\nID  - ng")])
def test_reference_managers_get_their_formats(folder: Path, form: str, start: str) -> None:
    """The writers' text is printed unchanged."""
    assert run("ng2022price", "--format", form).stdout.startswith(start)


def test_csl_json_is_one_list(folder: Path) -> None:
    """Both records in one JSON list."""
    items = json.loads(run("--format", "csl-json").stdout)

    assert ["ng2022price", "dlamini2021rain"] == [item["id"] for item in items]


def test_an_unknown_style_is_refused_with_the_nearest(folder: Path) -> None:
    """A misspelt style ends with exit code 3 and what was meant."""
    result = run("--style", "ap")

    assert 3 == result.exit_code
    assert "apa" in result.stderr
