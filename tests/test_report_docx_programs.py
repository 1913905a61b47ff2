"""Word reports as other programs leave them: what each does to citations and lists, and that nothing is doubled."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree

from digest.citing import Edit, Made, Run
from digest.reports.docx import write
from tests.word_files import part_of, tree_of, with_members
from tests.word_reports import citations, cited, control, document, field, p, r, texts, uncited

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
