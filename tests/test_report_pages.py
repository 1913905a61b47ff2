"""The printed pages of a report before and after its citations: nothing else on them changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digest.citing import Report
from digest.citing.markers import with_markers
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports import read_report
from tests.sample_report import ministry
from tests.word_files import pages

KEYS = ("rferl2022time", "rferl2022chinese", "standish2022days", "kozhanova2019kazakhstan", "standish2021pensioner")
ARTICLES = {
    key: Article(
        id=key, title=f"Title {key}", author=(Name(family=key.title()),), issued=Date(edtf="2022"), language="en"
    )
    for key in KEYS
}


def words(data: bytes, folder: Path) -> str:
    """The words of all pages, as LibreOffice prints them."""
    return " ".join(pages(data, folder).split())


def marked(data: bytes) -> Report:
    return with_markers(read_report(data, "report.docx"), KEYS)


@pytest.mark.timeout(300)
def test_the_pages_are_the_same_but_for_the_citations(tmp_path: Path) -> None:
    """Header, footer, headings, table and sentences stay; each marker is its citation; the list comes last."""
    from digest.attaching import Known, Wishes, attach

    before = ministry()
    known = Known(by_key=ARTICLES.get, by_address=lambda _address: None)
    wishes = Wishes(style=style_details("chicago-author-date"), language="en-US")
    after = attach(before, "report.docx", marked(before), known, wishes).written.data
    shown = iter(
        paragraph.text[one.start : one.end] for paragraph in marked(after).paragraphs for one in paragraph.citations
    )
    expected = re.sub(r"\[[^\[\]]*@[^\[\]]*\]", lambda _: next(shown), words(before, tmp_path))
    printed = words(after, tmp_path)
    body, _, rest = printed.partition(" Sources ")
    listed, _, footer = rest.partition(" Note 2022/114")

    assert sorted(expected.split()) == sorted(
        f"{body} Note 2022/114{footer}".split()
    )  # a cell's lines lie side by side
    assert 5 == listed.count("2022. “Title")
