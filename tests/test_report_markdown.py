"""Markdown reports: read with their places, written with citations, and given back byte for byte."""

from __future__ import annotations

import pytest

from digest.attaching import Known, Wishes, attach, detach
from digest.citing import Paragraph
from digest.citing.markers import with_markers
from digest.errors import ExportError
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports.markdown import read

NG = Article(
    id="ng2031",
    type="article-newspaper",
    author=(Name(family="Ng", given="Amy"),),
    title="Storm Closes *The* Harbour",
    container_title="The Harbour Times",
    issued=Date(edtf="2031-03-03"),
    url="https://harbourtimes.example/storm_1",
    language="en",
)
LI = Article(id="li2030", author=(Name(literal="李小"),), title="王毅说", issued=Date(edtf="2030"), language="zh")
ARTICLES = {article.id: article for article in (NG, LI)}
KNOWN = Known(by_key=ARTICLES.get, by_address=lambda address: None)

REPORT = """---
title: A [@ng2031] in the settings
lang: en-GB
---
# Ships *wait* [@li2030] {#ships}

They wait [@ng2031, p 3]; \\@ng2031 and **bold *both* [@li2030, p. 4]** and `code [@ng2031]`
[@li2030] begins a line [see *this*
@ng2031]. @ng2031 says “no”, and [@ng2031](https://a.example) too.

> quoted [@li2030]
> more

- item [@ng2031; @li2030]

| A       | B         |
|---------|-----------|
| x \\| y | [@ng2031] |

Note[^1] and another^[inline [@li2030]].
Alone.[^2]

[^1]: The note [@ng2031].

[^2]: [@ng2031, p. 3].
"""
STYLES = ("chicago-author-date", "chicago-notes-bibliography", "ieee")


def cited(source: bytes, style: str = STYLES[0], *, name: str = "report.md", **wishes: object) -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    wanted = Wishes(style=style_details(style), language="en-US", **wishes)  # type: ignore[arg-type]
    return attach(source, name, report, KNOWN, wanted).written.data


def plain(source: bytes, name: str = "report.md") -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    return detach(source, name, report, KNOWN)[0].data


def paragraphs(source: str) -> tuple[Paragraph, ...]:
    return read(source.encode(), "report.md").paragraphs


def texts(source: str) -> list[str]:
    return [one.text for one in paragraphs(source)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cited_and_uncited_again_is_the_report_itself(style: str, end: str) -> None:
    """What was typed comes back byte for byte, with its line ends and a byte order mark."""
    source = b"\xef\xbb\xbf" + REPORT.replace("\n", end).encode()

    assert source == plain(cited(source, style))


@pytest.mark.parametrize("style", STYLES)
def test_cited_twice_is_cited_once(style: str) -> None:
    """A second run updates what the first wrote."""
    once = cited(REPORT.encode(), style)

    assert once == cited(once, style)


def test_fields_of_word_processors_are_refused() -> None:
    """The message names what Markdown can hold."""
    with pytest.raises(ExportError, match="no fields of Zotero"):
        cited(REPORT.encode(), fields="zotero")
