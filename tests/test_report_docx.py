"""Word reports read and written: markers become fields where they stand, and nothing else changes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Cited, Edit, Made, Report, Run
from digest.export.pandoc import run as pandoc
from digest.reports.docx import read, write
from tests.word_files import faults, part_of, plain_report
from tests.word_reports import called, citations, cited, control, document, field, note, p, r, texts, uncited, zotero

MAIN = "word/document.xml"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
SPLIT = p(
    r("Ships wait ["),
    r("@ng", "<w:b/>"),
    '<w:proofErr w:type="spellStart"/>',
    r("20"),
    '<w:bookmarkStart w:id="7" w:name="here"/>',
    r("31", "<w:i/>"),
    '<w:bookmarkEnd w:id="7"/>',
    r("st", '<w:color w:val="FF0000"/>'),
    '<w:proofErr w:type="spellEnd"/>',
    r("orm, para."),
    r("\u00a03]", "<w:lang w:val='fr-FR'/>"),
    r(" for days."),
)
GONE = "<w:del w:id='2'><w:r><w:delText>xx</w:delText></w:r></w:del>"
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
PLACES = {
    "split over runs": SPLIT,
    "in a cell": TABLE.format(p("Cell [@ng2031storm, para. 3].")),
    "in a table in a table": TABLE.format(TABLE.format(p("Inner [@ng2031storm, para. 3].")) + p("")),
    "in a text box": p("Beside a box", BOX.format(p("Boxed [@ng2031storm, para. 3]."))),
    "in a control around it": control("<w:alias w:val='Body'/>", p("Held [@ng2031storm, para. 3].")),
    "in a control in the line": p("Half ", control("<w:alias w:val='x'/>", r("[@ng2031storm, para. 3]")), " held."),
    "in a tracked insertion": p("Now ", f"<w:ins w:id='1'>{r('[@ng2031storm, para. 3]')}</w:ins>", " new."),
    "in a link": p("See ", f"<w:hyperlink r:id='rL'>{r('[@ng2031storm, para. 3]')}</w:hyperlink>", "."),
    "behind a tab and a line": p("<w:r><w:tab/><w:t>wait [@ng2031storm, para.</w:t><w:br/><w:t>3].</w:t></w:r>"),
    "with a deletion in it": p("Ships [@ng2031", GONE, "storm, para. 3]."),
}  # fmt: skip


@pytest.mark.parametrize("block", PLACES.values(), ids=PLACES)
def test_a_marker_becomes_a_field_where_it_stands(block: str) -> None:
    """However Word cut the marker into runs, and wherever it stands, one field takes its place."""
    data = document(p("First."), block, p("Last."), links={"rL": "https://example.org/"})
    before = [*texts(data)]

    (one,) = citations(cited(data).data)
    after = texts(cited(data).data)

    assert ("ng2031storm", "3", "paragraph") == (one.sources[0].key, one.sources[0].locator, one.sources[0].label)
    assert "zotero" == one.origin
    assert [re.sub(r"\[@[^\]]+\]", "(ng2031storm, 3)", text) for text in before] == after[: len(before)]


@pytest.mark.parametrize("block", PLACES.values(), ids=PLACES)
def test_other_blocks_and_parts_stay_byte_for_byte(block: str) -> None:
    """Paragraphs without a citation are copied with their blanks; other parts keep their packed bytes."""
    around = (p("First &amp; <w:t/>".replace("<w:t/>", ""), style="Zitat"), "<w:p   w:rsidR='00AA'  ><w:r/></w:p >")
    data = document(*around, block, p("Last."), header=p("Head"), links={"rL": "https://example.org/"})
    made = cited(data).data
    main = part_of(made, MAIN).decode()
    old = part_of(data, MAIN).decode()

    assert old[: old.index(around[1]) + len(around[1])] == main[: main.index(around[1]) + len(around[1])]
    assert p("Last.") in main
    assert _packed(data, "word/header1.xml") == _packed(made, "word/header1.xml")


def _packed(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entry = archive.getinfo(name)
    start = entry.header_offset + 30 + len(name)
    return data[start : start + entry.compress_size]


@pytest.mark.parametrize("block", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("fields", ["live", "word"])
@pytest.mark.parametrize("place", ["text", "footnote", "endnote"])
def test_twice_is_once_and_back_again(block: str, fields: str, place: str) -> None:
    """A second run changes no byte, and the plain markers come back."""
    data = document(p("First."), block, p("[bibliography]"), links={"rL": "https://example.org/"})
    once = cited(data, place=place, fields=fields)  # type: ignore[arg-type]

    assert once.data == cited(once.data, place=place, fields=fields).data  # type: ignore[arg-type]
    assert [" ".join(text.split()) for text in texts(data)] == [
        " ".join(text.split()) for text in texts(uncited(once.data))
    ]


def test_only_the_runs_of_the_marker_change() -> None:
    """Text before and behind keeps its runs and their look; marks of spelling and bookmarks stay."""
    main = part_of(cited(document(SPLIT)).data, MAIN).decode()

    assert r(" for days.") in main
    assert '<w:bookmarkStart w:id="7" w:name="here"/>' in main
    assert '<w:t xml:space="preserve">Ships wait </w:t>' in main
    assert "FF0000" not in main


def test_both_forms_of_a_text_box_say_the_same() -> None:
    """A text box is read once; older programs, which read its other form, see the citation too."""
    data = document(p("Beside", BOX.format(p("Boxed [@ng2031storm]."))))
    main = part_of(cited(data).data, MAIN).decode()

    assert ["Beside", "Boxed [@ng2031storm]."] == texts(data)
    assert 2 == main.count("ZOTERO_ITEM")
    assert "[@" not in main


def test_the_words_of_a_link_stay_and_the_citation_follows() -> None:
    """A citation put in behind a link's last word stands behind the link, in the look of the text."""
    words = r("a storm", "<w:u/>")
    for block in (f"<w:hyperlink r:id='rL'>{words}</w:hyperlink>", field(' HYPERLINK "https://example.org/" ', words)):
        data = document(p("After ", block, " we sail."), links={"rL": "https://example.org/"})
        edit = Edit(paragraph=0, start=13, end=13, sources=(Cited(key="ng"),), shown=(Run(text=" (Ng)"),))
        report = read(write(data, "x.docx", Made(edits=(edit,))).data, "x.docx").paragraphs[0]

        assert "After a storm (Ng) we sail." == report.text
        assert [(6, 13)] == [(one.start, one.end) for one in report.links]
        assert [(13, 18)] == [(one.start, one.end) for one in report.citations]


def test_notes_are_real_and_numbered() -> None:
    """A note is made at each marker's place; the code in it tells its number; existing notes stay."""
    notes = note(1, "An old note.") + note(2, "Only [@li2030]", ".")
    data = document(p("One", called(1), " two[@ng2031] three", called(2), "."), footnotes=notes)
    made = cited(data, place="footnote").data

    assert [" An old note.", " (ng2031)", " Only (li2030)."] == texts(made)[1:4]
    assert ["2", "3"] == re.findall(r'"noteIndex":(\d)', part_of(made, "word/footnotes.xml").decode())
    assert made == cited(made, place="footnote").data


def test_notes_have_their_numbers_in_the_order_they_are_called() -> None:
    """LibreOffice takes notes by the order of their identifiers: a new one before an old one moves that one on."""
    notes = note(1, "First.") + note(2, "Second.")
    data = document(p("One[@a]", called(1), " two[@b]", called(2), "[@c]."), p("Three[@d]."), footnotes=notes)
    made = cited(data, place="footnote").data
    ids = [re.findall(rf'<w:{name} w:id="(\d+)"', part_of(made, file).decode()) for name, file in (
        ("footnoteReference", MAIN), ("footnote", "word/footnotes.xml"))]  # fmt: skip

    assert [[str(n) for n in range(1, 7)]] * 2 == ids
    assert [" (a)", " First.", " (b)", " Second.", " (c)", " (d)"] == [
        one.text for one in read(made, "x.docx").paragraphs if one.part == "footnote"
    ]
    assert made == cited(made, place="footnote").data


def test_a_note_that_held_only_a_citation_goes_when_it_is_to_stand_in_the_text() -> None:
    """The citation stands where the note was called; a note with words of its own keeps its citation."""
    notes = note(1, "[@li2030]", ".") + note(2, "See also [@ng2031] on this.")
    data = document(p("One", called(1), " two", called(2), "."), footnotes=notes)

    assert ["One(li2030) two\ufffc.", " See also (ng2031) on this."] == texts(cited(data).data)[:2]


def test_what_is_put_in_at_the_beginning_stands_in_its_order() -> None:
    """A note that begins a cell goes, and a word and a citation take its place; a note's own mark stays the first."""
    data = document(p(called(1)), p(called(2), "Text."), footnotes=note(1, "[@ng2031].") + note(2, "Words."))
    spots = [one.part for one in read(data, "x.docx").paragraphs]
    field_edit = {"sources": (Cited(key="ng"),), "shown": (Run(text="(Ng)"),)}
    edits = (
        Edit(paragraph=1, start=0, end=0, text="", alone=True),
        Edit(paragraph=0, start=0, end=0, text="See "),
        Edit(paragraph=0, start=0, end=0, **field_edit),  # type: ignore[arg-type]
        Edit(paragraph=3, start=0, end=0, text="Oh"),
    )
    made = write(data, "x.docx", Made(edits=edits)).data

    assert ["body", "footnote", "body", "footnote"] == spots
    assert ["See (Ng)", "\ufffcText.", "Oh Words."] == texts(made)
    assert b"</w:r><w:r><w:t>Oh</w:t></w:r>" in part_of(made, "word/footnotes.xml")


def test_edits_side_by_side_leave_no_empty_runs() -> None:
    """Two edits that touch, within one run, leave nothing between them: a second run of the program changes no byte."""
    data = document(p("As @ng2031 [para. 2] writes."))
    edits = (
        Edit(paragraph=0, start=3, end=11, text="Ng "),
        Edit(paragraph=0, start=11, end=20, sources=(Cited(key="ng2031"),), shown=(Run(text="(2031)"),)),
        Edit(paragraph=0, start=20, end=20, text=" truly"),
        Edit(paragraph=0, start=20, end=21, text=" "),
    )
    made = write(data, "x.docx", Made(edits=edits)).data

    assert ["As Ng (2031) truly writes."] == texts(made)
    assert [] == re.findall(r"<w:t(?: [^>]*)?(?:/>|></w:t>)", part_of(made, MAIN).decode())


def test_a_citation_looks_as_most_of_its_marker() -> None:
    """A few letters of a marker in bold make no bold citation."""
    made = cited(document(p("Ships ", r("[@ng", "<w:b/>"), r("2031storm, para. 3]", "<w:sz w:val='20'/>"), "."))).data

    assert "<w:b/>" not in part_of(made, MAIN).decode()
    assert '<w:sz w:val="20"/></w:rPr><w:t>(</w:t>' in part_of(made, MAIN).decode()


def test_headers_have_no_notes() -> None:
    """A citation in a header stands in its text, and that is told."""
    made = cited(document(p("Text"), header=p("Head [@ng2031]")), place="footnote")

    assert "Head (ng2031)" in texts(made.data)
    assert any("header" in one for one in made.notes)


@pytest.mark.parametrize(
    ("fields", "place"), [("live", "text"), ("live", "endnote"), ("word", "footnote"), ("none", "text")]
)
def test_what_is_written_is_valid(fields: str, place: str, tmp_path: Path) -> None:
    """A report of another program keeps to Word's schema, and python-docx opens it."""
    data = plain_report(
        "Ships wait [@ng2031, para. 3]. Trains [see @li2030; @wu2029, pp. 3-4] do not.", "Last [@ng2031]."
    )
    made = cited(data, place=place, fields=fields).data  # type: ignore[arg-type]

    assert [] == faults(made, tmp_path)
    assert docx.Document(BytesIO(made)).paragraphs


@pytest.mark.parametrize("fields", ["live", "word"])
def test_a_heading_and_list_that_were_added_go_again(fields: str) -> None:
    """Where nothing marked a place, both stand at the end under a heading as the report has, and go together."""
    blocks = (p("Lage", style="Kapitel"), p("Ships [@ng2031]."), p("Ende", style="berschrift1"), p("Text."))
    made = cited(document(*blocks), fields=fields).data  # type: ignore[arg-type]
    report = read(made, "report.docx")

    assert ["Text.", "Sources", "ng2031. Title"] == texts(made)[-3:]
    assert ("heading", 1, "bibliography") == (*_kind(report, -2), report.paragraphs[-1].kind)
    assert texts(document(*blocks)) == texts(uncited(made))


def _kind(report: Report, place: int) -> tuple[str, int | None]:
    return report.paragraphs[place].kind, report.paragraphs[place].level


def test_a_list_without_fields_is_found_again() -> None:
    """Plain text is no citation to a later run, but its list of sources is known and written anew."""
    made = cited(document(p("Ships [@ng2031]."), p("[bibliography]"), p("Annex"))).data
    plain = cited(made, fields="none")

    assert ["Ships (ng2031).", "ng2031. Title", "Annex"] == texts(plain.data)
    assert 1 == read(plain.data, "report.docx").bibliography
    assert any("plain text" in one for one in plain.notes)


def test_the_language_is_that_of_most_of_the_text() -> None:
    """A default says less than what most of the text is marked with."""
    assert "de-DE" == read(document(p("Text")), "x.docx").language
    look = '<w:lang w:val="uk-UA"/>'
    assert "uk-UA" == read(document(p(r("Текст довший", look)), p("Text")), "x.docx").language


def test_pandoc_reads_the_same_citations() -> None:
    """Keys, locators, prefixes and records come back from an independent reader."""
    data = document(p("Ships [see @ng2031, para. 3; -@li2030, pp. 4-5, my emphasis] wait."))
    told = pandoc(
        ["--from", "docx+citations", "--to", "markdown", "--standalone", "--wrap=none"], cited(data).data
    ).decode()

    assert "[see @ng2031, paragraph 3 ; -@li2030, page 4--5 , my emphasis]" in told
    assert "title: On ng2031" in told


def test_an_update_replaces_the_fields_of_other_programs() -> None:
    """Zotero's own field is written over where it stands, never put into another one."""
    data = document(p("Ships ", zotero("AB12", "(Ng 2031)", locator="4", label="page"), " wait."))
    made = cited(data).data

    assert ["Ships (AB12, 4) wait.", "Sources", "AB12. Title"] == texts(made)
    assert 2 == part_of(made, MAIN).decode().count("ZOTERO_")
    assert ("http://zotero.org/users/1/items/AB12",) == citations(made)[0].sources[0].uris


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from(["", "<w:b/>", "<w:i/>"])), min_size=1, max_size=12))
def test_any_cut_of_a_text_into_runs_gives_one_field(cuts: list[tuple[int, str]]) -> None:
    """Wherever runs begin and end, the text around the citation is kept to the letter."""
    text, runs = "Ships wait [see @ng2031storm, para. 3; @li2030] at sea [@wu2029].", []
    for length, look in cuts:
        runs.append(r(text[:length], look) if text[:length] else "")
        text = text[length:]
    made = cited(document(p(*[one for one in (*runs, r(text)) if one]))).data

    assert "Ships wait (ng2031storm, 3; li2030) at sea (wu2029)." == texts(made)[0]
    assert 2 == len(citations(made))
