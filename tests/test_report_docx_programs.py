"""Word reports as other programs leave them: what each does to citations and lists, and that nothing is doubled."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from digest.citing import Edit, Made, Run
from digest.reports.docx import write
from digest.reports.docx.elements import WORD, q
from tests.word_files import faults, part_of, tree_of, with_members
from tests.word_reports import citations, cited, control, document, field, p, r, texts, uncited, zipped

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def with_properties(data: bytes, told: dict[str, str]) -> bytes:
    """The document with custom properties."""
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{text.replace('&', '&amp;')}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(told.items(), start=2)
    )
    kind = _CUSTOM.replace("2006/", "2006/relationships/")
    rel = f'<Relationship Id="rIdC" Type="{kind}" Target="docProps/custom.xml"/>'
    rels = part_of(data, "_rels/.rels").decode().replace("</Relationships>", f"{rel}</Relationships>")
    custom = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{rows}</Properties>'
    return with_members(data, {"docProps/custom.xml": custom.encode(), "_rels/.rels": rels.encode()})


def in_bookmarks() -> bytes:
    """A document in which Zotero keeps its citations and its list in bookmarks, two entries long."""
    one = '<w:bookmarkStart w:id="1" w:name="ZOTERO_BREF_aB"/>' + r("(Ng)") + '<w:bookmarkEnd w:id="1"/>'
    first = p('<w:bookmarkStart w:id="2" w:name="ZOTERO_BREF_cD"/>', "Ng.")
    code = {"citationItems": [{"id": "ng2031", "uris": []}], "properties": {"plainCitation": "(Ng)"}}
    told = {
        "ZOTERO_BREF_aB_1": f"ZOTERO_ITEM CSL_CITATION {json.dumps(code)}",
        "ZOTERO_BREF_cD_1": 'ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY',
    }
    return with_properties(document(p("Ships ", one, " wait."), first, p(r("Li."), '<w:bookmarkEnd w:id="2"/>')), told)


@pytest.mark.parametrize("place", ["text", "footnote"])
def test_citations_and_list_of_zotero_s_bookmarks_are_replaced(place: str) -> None:
    """The bookmarks go with what they held: a second run finds no citation and no list twice."""
    once = cited(in_bookmarks(), place=place).data

    assert once == cited(once, place=place).data
    assert ["Ships [@ng2031] wait.", "[bibliography]"] == texts(uncited(once))
    assert b"ZOTERO_BREF" not in part_of(once, "word/document.xml")


def test_a_control_of_word_keeps_its_number() -> None:
    """Where a citation stands changes with the words before it; the number of its control does not."""
    held = control('<w:id w:val="-1854013440"/><w:citation/>', field(" CITATION Li30 ", "(Li)"))
    data = document(p("Ships ", held))
    [one] = citations(data)
    edit = Edit(paragraph=0, start=6, end=10, sources=one.sources, shown=(Run(text="(Li 2030)"),))
    once = write(data, "x.docx", Made(edits=(replace(edit, identifier=one.identifier),), fields="word")).data

    assert "-1854013440" == one.identifier == citations(once)[0].identifier


@pytest.mark.parametrize("apart", [True, False])
def test_the_paragraph_behind_a_list_is_never_part_of_it(apart: bool) -> None:
    """Word moves the ends of a bookmark: out of the paragraphs, or to the beginning of the next one."""
    made = cited(document(p("Ships [@ng2031]."), p("[bibliography]"), p("Behind it.")), fields="none").data
    assert made == cited(made, fields="none").data
    body = tree_of(made)[0]
    [start], [end] = body.iter("{*}bookmarkStart"), body.iter("{*}bookmarkEnd")
    if apart:
        body.insert(1, start)
        body.insert(3, end)
    else:
        body[2].insert(0, end)
    moved = with_members(made, {"word/document.xml": etree.tostring(body.getparent())})

    assert "Behind it." == texts(uncited(moved))[2]
    assert [] == [*tree_of(uncited(moved)).iter("{*}bookmarkStart", "{*}bookmarkEnd")]
    assert "Behind it." == texts(cited(moved).data)[2]


def test_mendeley_s_oldest_code_names_its_sources_first() -> None:
    """`ADDIN Mendeley Citation{…;…} CSL_CITATION {…}`: the braces before the code are not it."""
    code = {"citationItems": [{"id": "ITEM-1", "itemData": {"title": "Ice", "id": "ITEM-1"}, "uris": []}]}
    data = document(p("Ships ", field(f"ADDIN Mendeley Citation{{a-1;b-2}} CSL_CITATION  {json.dumps(code)}", "(Ng)")))

    assert ["mendeley"] == [one.origin for one in citations(data)]


def test_a_page_that_ends_within_a_marker_still_ends() -> None:
    """Where pages end is kept, so that a report of findings names the same pages as before."""
    data = document(p(r("Ships [@ng"), "<w:r><w:lastRenderedPageBreak/><w:t>2031] wait.</w:t></w:r>"), p("End."))
    once = cited(data, known=("ng2031",)).data

    assert b"<w:lastRenderedPageBreak/>" in part_of(once, "word/document.xml")
    assert once == cited(once).data


def with_settings(data: bytes, inside: str) -> bytes:
    """The document with settings."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
    row = f'<Relationship Id="rIdS" Type="{kind}" Target="settings.xml"/></Relationships>'
    rels = part_of(data, "word/_rels/document.xml.rels").decode().replace("</Relationships>", row)
    settings = f'<w:settings xmlns:w="{WORD}">{inside}</w:settings>'
    return with_members(data, {"word/settings.xml": settings.encode(), "word/_rels/document.xml.rels": rels.encode()})


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', ["protected"]),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/><w:trackRevisions w:val="0"/>', []),
        ("<w:trackRevisions/>", ["records its changes"]),
    ],
)
def test_a_document_that_is_guarded_is_told(inside: str, told: list[str]) -> None:
    """What is written into it is written all the same; where nothing is, nothing is told."""
    data = with_settings(document(p("Ships [@ng2031].")), inside)

    assert len(told) == len(cited(data).notes)
    assert all(words in note for words, note in zip(told, cited(data).notes, strict=True))
    assert () == write(data, "x.docx", Made(edits=(), entries=None)).notes


def test_a_signature_is_told_and_stays() -> None:
    """It does not hold for what was written; the document it held for is another file."""
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    row = f'<Relationship Id="rIdS" Type="{kind}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    data = document(p("Ships [@ng2031]."))
    rels = part_of(data, "_rels/.rels").decode().replace("</Relationships>", row)
    once = cited(with_members(data, {"_rels/.rels": rels.encode(), "_xmlsignatures/origin.sigs": b"x"}))

    assert ["signature" in note for note in once.notes] == [True]
    assert b"x" == part_of(once.data, "_xmlsignatures/origin.sigs")


@pytest.mark.parametrize("odd", ["Word/Document.xml", "WORD/document.xml"])
def test_capital_letters_in_names_of_parts_make_no_difference(odd: str) -> None:
    """Some programs write a part's name otherwise than what leads to it; it is changed in its place."""
    plain = document(p("Ships [@ng2031]."))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    names = {"word/document.xml": odd, "[Content_Types].xml": "[content_types].xml"}
    once = cited(zipped({names.get(name, name): text for name, text in parts.items()})).data

    assert "Ships (ng2031)." == texts(once)[0]
    assert once == cited(once).data
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert len({one.casefold() for one in archive.namelist()}) == len(archive.namelist())


def test_a_note_made_for_word_s_own_citation_goes_again() -> None:
    """A style of notes with fields of Word's own: the notes are ours, and markers come back into the text."""
    once = cited(document(p("Ships [@ng2031] wait.")), fields="word", place="footnote").data
    [one] = citations(once)

    assert ("digest", "c0000000", True) == (one.origin, one.identifier, one.alone)
    assert once == cited(once, fields="word", place="footnote").data


def test_a_citation_of_word_s_in_bold_stays_bold() -> None:
    """The field's own look counts, not that of the words before its control."""
    once = cited(document(p("Ships ", r("[@ng2031]", "<w:b/>"), " wait.")), fields="word").data

    assert once == cited(once, fields="word").data


def test_a_part_is_read_once_however_many_lead_to_it() -> None:
    """Two relationships to one header, or one to the body as if it were a header: no text is read twice."""
    data = document(p("Ships [@ng2031]."), header=p("Head [@li2030]"))
    rels = part_of(data, "word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    more = "".join(
        f'<Relationship Id="rX{number}" Type="{kind}{name}" Target="{target}"/>'
        for number, (name, target) in enumerate(
            [("header", "header1.xml"), ("header", "document.xml"), ("footnotes", "document.xml")]
        )
    )
    odd = with_members(
        data, {"word/_rels/document.xml.rels": rels.replace("</Relationships>", f"{more}</Relationships>").encode()}
    )

    assert ["Ships [@ng2031].", "Head [@li2030]"] == texts(odd)
    assert ["Ships (ng2031).", "Head (li2030)"] == [one for one in texts(cited(odd).data) if "(" in one]


def test_a_control_in_a_control_holds_one_citation() -> None:
    """LibreOffice sets a control around a paragraph and leaves the one around the citation in it."""
    inner = control('<w:citation/><w:id w:val="7"/>', field(" CITATION Li30 ", "(Li)"))
    data = document(control('<w:citation/><w:id w:val="8"/>', p("Ships ", inner, " wait.")))
    once = cited(data).data

    assert [["Li30"]] == [[source.key for source in one.sources] for one in citations(data)]
    assert ["Ships (Li30) wait."] == texts(once)[:1]
    assert once == cited(once).data
    assert cited(data, fields="word").data == cited(cited(data, fields="word").data, fields="word").data


def test_a_recorded_change_of_a_run_that_is_cut_has_two_numbers(tmp_path: Path) -> None:
    """Word wants no number twice among the changes of a document; the change holds for both parts of the run."""
    change = '<w:b/><w:rPrChange w:id="2" w:author="A" w:date="2031-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    data = document(p(r("Ships [@ng2031] wait.", change)), p(r("More.", change.replace('"2"', '"3"'))))
    once = cited(data).data

    assert [] == [one for one in faults(once, tmp_path) if one not in faults(data, tmp_path)]
    first, second, third = (str(one.get(q("id"))) for one in tree_of(once).iter(q("rPrChange")))
    assert ("2", "3") == (first, third) != (second, second)
    assert once == cited(once).data
