"""Findings as comments in a copy of a Word report."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import in_order
from digest.export.pandoc import run as pandoc
from digest.reports.docx import read
from digest.reports.docx.comments import Remark, with_comments
from digest.reports.docx.elements import q
from tests.test_report_docx_parts import assembled, made_of
from tests.test_report_docx_rounds import cited, known_faults, report_of, texts_of, uncited
from tests.word_files import faults, pages, part_of, plain_report, saved, text_of, tree_of, with_members

TEXT = "Ships wait. Trains do not."


def remarked(data: bytes, *remarks: Remark) -> bytes:
    return with_comments(data, "report.docx", remarks)


def anchored(data: bytes) -> dict[str, str]:
    """The words that each comment is set around, by its number."""
    found: dict[str, str] = {}
    opened: set[str] = set()
    for element in tree_of(data).iter():
        if element.tag == q("commentRangeStart"):
            opened.add(element.get(q("id")))
            found[element.get(q("id"))] = ""
        elif element.tag == q("commentRangeEnd"):
            opened.discard(element.get(q("id")))
        elif element.tag == q("t"):
            for one in opened:
                found[one] += element.text
    return found


def test_a_comment_stands_around_its_words(tmp_path: Path) -> None:
    """Another library reads it, with its author and both its lines; the file is valid."""
    data = remarked(plain_report(TEXT), Remark(paragraph=1, start=12, end=18, text="No source.\nCompare ng2031."))
    (comment,) = docx.Document(io.BytesIO(data)).comments

    assert {"0": "Trains"} == anchored(data)
    assert ("digest", "d", "No source.\nCompare ng2031.") == (comment.author, comment.initials, comment.text)
    assert [] == faults(data, tmp_path)
    assert TEXT == docx.Document(io.BytesIO(data)).paragraphs[1].text


def test_pandoc_reads_comments() -> None:
    """A third program finds the words and the remark."""
    data = remarked(plain_report(TEXT), Remark(paragraph=1, start=12, end=18, text="No source."))
    told = pandoc(["--from", "docx", "--to", "markdown", "--track-changes=all", "--wrap=none"], data).decode()

    assert '[No source.]{.comment-start id="0" author="digest"}Trains[]{.comment-end id="0"} do not.' in told


def test_comments_may_cross_touch_and_stand_between_two_letters() -> None:
    """Each has its own range, whatever the others are."""
    remarks = (
        Remark(paragraph=1, start=0, end=11, text="a"),
        Remark(paragraph=1, start=6, end=18, text="b"),
        Remark(paragraph=1, start=11, end=11, text="c"),
        Remark(paragraph=1, start=11, end=26, text="d"),
        Remark(paragraph=0, start=0, end=5, text="e"),
    )
    data = remarked(plain_report(TEXT), *remarks)

    assert {"0": "Ports", "1": "Ships wait.", "2": "wait. Trains", "3": "", "4": " Trains do not."} == anchored(data)
    assert TEXT == read(data, "report.docx").paragraphs[1].text


@given(st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=8))
def test_no_comment_changes_the_text(places: list[tuple[int, int]]) -> None:
    """Wherever they begin and end, and where that is nowhere."""
    data = remarked(plain_report(TEXT), *(Remark(paragraph=1, start=a, end=b, text="x") for a, b in places))
    report = read(data, "report.docx")

    assert ["Ports", TEXT] == [one.text for one in report.paragraphs]
    assert len(places) == len(anchored(data))


def test_a_remark_on_a_note_stands_where_the_note_is_called(tmp_path: Path) -> None:
    """Word takes no comment within a note: the remark names the words it is about."""
    data = assembled(plain_report(TEXT), made_of(), note="Ng, “Storm.”")
    report = read(data, "report.docx")
    (place,) = (n for n, one in enumerate(report.paragraphs) if one.part == "footnote")
    start = report.paragraphs[place].text.index("Ng")
    out = remarked(data, Remark(paragraph=place, start=start, end=start + 2, text="Unknown."))

    assert {"0": ""} == anchored(out)
    assert "In the footnote: “Ng”Unknown." == text_of(tree_of(out, "word/comments.xml"))
    start_tag = next(tree_of(out).iter(q("commentRangeStart")))
    assert q("footnoteReference") in [one.tag for one in start_tag.getnext().iter()]
    assert [] == faults(out, tmp_path)
    assert "Unknown." not in pages(out, tmp_path)


def test_comments_that_are_there_stay() -> None:
    """New ones take numbers that are free; nothing of the old ones changes."""
    document = docx.Document()
    paragraph = document.add_paragraph(TEXT)
    document.add_comment(paragraph.runs, text="Old.", author="Ng")
    before = saved(document)
    data = remarked(before, Remark(paragraph=0, start=0, end=5, text="New."))

    assert ["Old.", "New."] == [one.text for one in docx.Document(io.BytesIO(data)).comments]
    assert {"0": TEXT, "1": "Ships"} == anchored(data)
    old = part_of(before, "word/comments.xml")
    assert part_of(data, "word/comments.xml").startswith(old[: old.rindex(b"</")])


def test_what_a_page_says_is_text_in_a_comment() -> None:
    """Markup stays words, and what XML cannot hold is replaced."""
    data = remarked(plain_report(TEXT), Remark(paragraph=1, start=0, end=5, text="</w:t><w:br/>\x00&amp;"))
    (comment,) = docx.Document(io.BytesIO(data)).comments

    assert "</w:t><w:br/>\ufffd&amp;" == comment.text


@pytest.mark.parametrize("remarks", [(), (Remark(paragraph=99, start=0, end=1, text="x"),)])
def test_without_a_finding_nothing_changes(remarks: tuple[Remark, ...]) -> None:
    """Not a byte, where there is nothing to be said of any paragraph."""
    data = plain_report(TEXT)

    assert data == remarked(data, *remarks)


def test_other_paragraphs_stay_byte_for_byte() -> None:
    """Only the paragraph that a comment stands in is written anew, and no part but the document's own."""
    odd = b'<w:p  w:rsidR = "00AB"><w:r><w:t >Odd</w:t></w:r></w:p  >'
    plain = plain_report(TEXT)
    main = part_of(plain, "word/document.xml").replace(b"<w:sectPr", odd + b"<w:sectPr", 1)
    before = with_members(plain, {"word/document.xml": main})
    after = remarked(before, Remark(paragraph=1, start=0, end=5, text="x"))

    assert odd in part_of(after, "word/document.xml")
    assert part_of(before, "word/theme/theme1.xml") == part_of(after, "word/theme/theme1.xml")
    assert after == remarked(before, Remark(paragraph=1, start=0, end=5, text="x"))


def test_a_header_s_remark_stands_at_the_first_paragraph() -> None:
    """Headers take no comments either."""
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.sections[0].header.paragraphs[0].text = "Draft of Ng"
    data = saved(document)
    report = read(data, "report.docx")
    (place,) = (n for n, one in enumerate(report.paragraphs) if one.part == "header" and one.text)
    out = remarked(data, Remark(paragraph=place, start=9, end=11, text="Who?"))

    assert "In the header: “Ng”Who?" == text_of(tree_of(out, "word/comments.xml"))
    assert {"0": ""} == anchored(out)


def test_a_remark_in_a_text_box_stands_where_the_box_hangs(tmp_path: Path) -> None:
    """The paragraph that holds the box is around it; what is said names the words in it."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    box = (
        f'<w:p xmlns:w="{word}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Beside</w:t></w:r><w:r><w:pict>'
        '<v:rect style="width:100pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>Inside Ng</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
    ).encode()
    plain = plain_report(TEXT)
    main = part_of(plain, "word/document.xml").replace(b"<w:sectPr", box + b"<w:sectPr", 1)
    data = with_members(plain, {"word/document.xml": main})
    (place,) = (n for n, one in enumerate(read(data, "report.docx").paragraphs) if one.part == "box")
    out = remarked(data, Remark(paragraph=place, start=7, end=9, text="Who?"))

    assert "In the text box: “Ng”Who?" == text_of(tree_of(out, "word/comments.xml"))
    assert "Beside" in anchored(out)["0"]
    assert [] == faults(out, tmp_path)


@pytest.mark.parametrize(("fields", "place"), [("live", "text"), ("live", "footnote"), ("word", "text")])
def test_comments_on_citations_leave_them_what_they_are(fields: str, place: str, tmp_path: Path) -> None:
    """Around a field, a control and the call of a note: all are read again, and given back as markers."""
    data = cited(report_of("pandoc"), fields, place)
    report = read(data, "report.docx")
    remarks = [
        Remark(paragraph=number, start=one.start, end=one.end, text="Who?") for number, one in in_order(report)
    ] + [
        Remark(paragraph=number, start=0, end=len(one.text), text="All.")
        for number, one in enumerate(report.paragraphs)
    ]
    out = remarked(data, *remarks)

    assert texts_of(data) == texts_of(out)
    assert [one.sources for _, one in in_order(report)] == [
        one.sources for _, one in in_order(read(out, "report.docx"))
    ]
    assert texts_of(report_of("pandoc")) == texts_of(uncited(out))
    assert set() == {*faults(out, tmp_path)} - known_faults("pandoc")
