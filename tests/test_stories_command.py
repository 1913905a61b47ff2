"""`digest stories` lists and tells what several reports have in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import digest

from .story_samples import samples


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose library has some of the invented reports."""
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "pages"
    pages.mkdir()
    for sample in samples("develop")[:9]:
        article = sample.article
        text = "\n\n".join(block.text for block in article.paragraphs)
        page = f"{article.container_title}\n\n{article.title}\n\nBy Amy Ng\n\n{article.issued}\n\n{text}\n"
        (pages / f"{article.id}.txt").write_text(page, encoding="utf-8")
    assert 0 == run("add", "pages").exit_code
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments)


def objects(*arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(digest, ["stories", "--json", *arguments])
    assert 0 == result.exit_code, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_story_is_an_object_a_line(filled: Path) -> None:
    """Its id is the key of its first report; what counts once is named."""
    found = objects()

    assert [3, 3, 3] == [story["reports"] for story in found]
    assert all(story["id"] == story["keys"][0] for story in found)  # type: ignore[index]


def test_the_story_of_an_article_says_what_each_report_adds(filled: Path) -> None:
    """Every sentence with its paragraph, in the order of the reports."""
    (first, *_) = objects()
    (told,) = objects(str(first["keys"][-1]))  # type: ignore[index]
    history = told["history"]

    assert told["keys"] == [report["id"] for report in history]  # type: ignore[attr-defined]
    assert {"paragraph", "text"} == set(history[1]["adds"][0])  # type: ignore[index]


def test_days_bound_what_is_grouped(filled: Path) -> None:
    """A story may lose its later reports to --until."""
    early = objects("--until", "2027-03-02")

    assert {2} == {story["reports"] for story in early}


def test_a_long_report_is_cut_for_reading(filled: Path) -> None:
    """Unless all is asked for."""
    key = str(objects()[0]["id"])

    assert "--all shows them" in run("stories", key).output
    assert "--all shows them" not in run("stories", key, "--all").output


def test_an_unknown_theme_is_refused(filled: Path) -> None:
    """With the nearest name."""
    assert 2 == run("stories", "--theme", "china-rusia").exit_code


def test_an_empty_library_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And prints no table."""
    monkeypatch.chdir(tmp_path)

    assert "the library is empty" in run("stories").output
