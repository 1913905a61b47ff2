"""A check for robots that was saved in the place of a page is no article."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import digest
from digest.model import Source
from digest.readers.html import read_html
from digest.readers.html.walls import WALL

STORM = "Ships waited outside the harbour of Aktau on Tuesday, and the railway to the north stood still all day. "


def saved(title: str, *lines: str, head: str = "") -> Source:
    body = "".join(f"<p>{line}</p>" for line in lines)
    text = f"<html lang=en><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>"
    return Source(name="a.html", data=text.encode())


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Just a moment...", "Enable JavaScript and cookies to continue"),
        ("Einen Moment, bitte …", "Die Verbindung wird überprüft."),
        ("请稍候…", "harbour.example"),
        ("Access Denied", "Reference #18.2d351ab8"),
        ("The Harbour Times - Are you a robot?", "Click the box below to go on."),
        ("404 Not Found", "nginx"),
        ("harbour.example", "harbour.example needs to review the security of your connection before proceeding."),
    ],
)
def test_what_stands_before_a_page_is_no_article(title: str, line: str) -> None:
    """It is told with what to do."""
    (page,) = read_html(saved(title, line))

    assert ((), (WALL,)) == (page.blocks, page.notes)


@pytest.mark.parametrize(
    ("title", "lines", "head"),
    [
        ("Access Denied", (STORM * 9,), ""),
        ("Access denied", (STORM,), '<meta property="article:published_time" content="2031-03-03T08:00:00Z">'),
        ("Access Denied: Who May Enter The Harbour", (STORM,), ""),
        ("A Moment Of Calm In Aktau", (STORM,), ""),
    ],
)
def test_an_article_under_such_a_headline_is_one(title: str, lines: tuple[str, ...], head: str) -> None:
    """It has a date, more words or a headline that goes on."""
    (page,) = read_html(saved(title, *lines, head=head))

    assert page.blocks


def test_read_says_why_there_is_no_article(tmp_path: Path) -> None:
    """As `add` does."""
    path = tmp_path / "a.html"
    path.write_bytes(saved("Just a moment...").data)
    done = CliRunner().invoke(digest, ["read", str(path)])

    assert f"{path}: no articles\n  {WALL}\n" == done.output
