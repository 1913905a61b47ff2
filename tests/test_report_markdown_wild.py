"""Markdown as notebooks and sites have it: what is theirs to read stays as it is, whatever the ends of its lines."""

from __future__ import annotations

import pytest

from digest.attaching import Known, Wishes, attach, detach
from digest.citing.markers import with_markers
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports import read_report

NG = Article(id="ng2031", author=(Name(family="Ng", given="Amy"),), title="Storm", issued=Date(edtf="2031"))
KNOWN = Known(by_key={"ng2031": NG}.get, by_address=lambda address: None)


def _cited(data: bytes, style: str = "chicago-author-date", name: str = "report.md") -> bytes:
    report = with_markers(read_report(data, name), {"ng2031"})
    return attach(data, name, report, KNOWN, Wishes(style=style_details(style), language="en-US")).written.data


def _given_back(data: bytes, name: str = "report.md") -> bytes:
    return detach(data, name, with_markers(read_report(data, name), {"ng2031"}), KNOWN)[0].data


@pytest.mark.parametrize(
    "source",
    [
        "%%a comment [@ng2031]%%\n",
        "%%\n[@ng2031]\n\nand @ng2031 more\n%%\n",
        "See [[@ng2031]], [[@ng2031|her]] and ![[@ng2031]].\n",
        '{{< figure src="x.png" caption="[@ng2031]" >}}\n',
        "{{% include @ng2031 %}} and {{ page.x | y: '[@ng2031]' }}\n",
        "{% cite @ng2031 %}\n",
        '+++\ntitle = "[@ng2031]"\n+++\n\nText.\n',
        "---\r\nnocite: |\r\n  @ng2031\r\n---\r\n\r\nText.\r\n",
    ],
)
def test_what_other_programs_read_is_left_alone(source: str) -> None:
    """Comments and links to pages of a notebook, templates of a site, settings."""
    assert source.encode() == _cited(source.encode())


@pytest.mark.parametrize("source", ["100 %% of [@ng2031].\n", "%%\n\nNever closed [@ng2031].\n", "{{ [@ng2031]\n"])
def test_marks_that_nothing_closes_hide_nothing(source: str) -> None:
    """A sign that opens no comment is only a sign."""
    assert b"(Ng 2031)" in _cited(source.encode())


def test_a_link_in_double_brackets_with_an_address_is_a_link() -> None:
    """As Markdown has it: the inner brackets are shown."""
    assert b"(Ng 2031)" in _cited(b"[[@ng2031] more](https://a.example)\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("style", ["chicago-author-date", "chicago-notes-bibliography"])
def test_lines_end_as_the_report_has_them(end: str, style: str) -> None:
    """Cited twice is cited once, and the markers come back."""
    data = end.join(["# A", "", "Text [@ng2031].", "More @ng2031 [p. 3] says.", ""]).encode()
    once = _cited(data, style)

    assert once == _cited(once, style)
    assert end.encode() in once
    assert once.count(b"\r") + once.count(b"\n") == once.count(end.encode()) * len(end)
    assert data == _given_back(once)


@pytest.mark.parametrize("name", ["report.md", "report.html"])
def test_an_author_in_the_sentence_survives_a_change_of_style(name: str) -> None:
    """The name that a note leaves in the sentence is part of the citation again when the note goes."""
    data = b"<p>As @ng2031 [p. 3] says, and @ng2031 too.</p>\n" if "html" in name else b"As @ng2031 [p. 3] says.\n"
    dated = _cited(data, name=name)
    again = _cited(_cited(dated, "chicago-notes-bibliography", name), name=name)

    assert dated == again
    assert data == _given_back(again, name)


@pytest.mark.parametrize(
    "source",
    ["船等[@ng2031]。再来。\n", "港が閉じた[@ng2031]。\n", "It rained (but [@ng2031]).\n"],
)
def test_a_note_that_goes_leaves_no_blank_where_a_language_has_none(source: str) -> None:
    """The citation stands before the stop again, behind what it stood behind."""
    dated = _cited(source.encode())

    assert dated == _cited(_cited(dated, "chicago-notes-bibliography"))
