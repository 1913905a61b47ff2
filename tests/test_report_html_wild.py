"""HTML as programs save it: Word's old encodings, the notes of Google Docs, contents, tags that never end."""

from __future__ import annotations

import pytest

from digest.attaching import Known, Wishes, attach, detach
from digest.citing import Report
from digest.citing.markers import with_markers
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports import read_report

NAME = "report.html"
NG = Article(id="ng2031", author=(Name(family="Ng", given="Amy"),), title="Storm", issued=Date(edtf="2031"))
KNOWN = Known(by_key={"ng2031": NG}.get, by_address=lambda address: None)
STYLES = ("chicago-author-date", "chicago-notes-bibliography")


def _read(data: bytes) -> Report:
    return with_markers(read_report(data, NAME), {"ng2031"})


def _cited(data: bytes, style: str = "chicago-author-date") -> bytes:
    return attach(data, NAME, _read(data), KNOWN, Wishes(style=style_details(style), language="en-US")).written.data


def _given_back(data: bytes) -> bytes:
    return detach(data, NAME, _read(data), KNOWN)[0].data


@pytest.mark.parametrize("style", STYLES)
def test_a_page_in_an_old_encoding_takes_notes(style: str) -> None:
    """What its encoding lacks is written as a reference."""
    head = '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"></head><body>'
    data = f"{head}<p class=MsoNormal>Суда ждут [@ng2031].</p></body></html>".encode("cp1251")
    once = _cited(data, style)

    assert "Суда ждут" in once.decode("cp1251")
    assert once == _cited(once, style)
    assert data == _given_back(once)


def test_notes_of_google_docs_are_notes() -> None:
    """Their numbers are links back, and no words of the note."""
    data = (
        b'<p>Rain.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr>'
        b'<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;[@ng2031]</span></p></div>'
    )
    rain, note = _read(data).paragraphs

    assert 1 == len(rain.notes)
    assert ("footnote", True) == (note.part, note.citations[0].alone)


@pytest.mark.parametrize(
    "contents",
    [
        '<nav id="TOC" role="doc-toc"><ul><li><a href="#a">Rain [@ng2031]</a></li></ul></nav>',
        '<div class="toc"><p>Rain [@ng2031]</p></div>',
    ],
)
def test_contents_repeat_what_stands_elsewhere(contents: str) -> None:
    """A citation in a heading is cited where the heading stands."""
    data = f'{contents}<h1 id="a">Rain [@ng2031]</h1><p>Text.</p>'.encode()
    once = _cited(data)

    assert contents.encode() in once
    assert 1 == once.count(b"(Ng 2031)</span></h1>")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tail", ["<a href='x <b [@ng2031] more", "<!-- never closed [@ng2031]", "<p class=x", "</p"])
def test_what_never_ends_loses_nothing(tail: str, style: str) -> None:
    """The list goes before it: behind it nobody would see it, and nothing of it is taken out again."""
    data = f"<p>Rain [@ng2031].</p>\n{tail}".encode()
    once = _cited(data, style)

    assert once.endswith(tail.encode())
    assert once == _cited(once, style)
    assert data == _given_back(once)
