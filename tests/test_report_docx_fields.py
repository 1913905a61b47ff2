"""Citations of other programs in Word reports: Zotero's, Mendeley's, EndNote's and Word's own, as each writes them."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from digest.citing import Cited
from digest.export.pandoc import run as pandoc
from digest.reports.docx import read
from digest.reports.docx.codes import told_by
from tests.word_files import part_of, with_members
from tests.word_reports import called, citations, cited, control, document, field, note, p, r, texts, uncited, zotero

MENDELEY = {
    "citationItems": [
        {
            "id": "ITEM-1",
            "itemData": {
                "id": "ITEM-1",
                "type": "article-journal",
                "title": "Storms",
                "author": [{"family": "Ng", "given": "S."}],
                "issued": {"date-parts": [["2031"]]},
            },
            "locator": "12",
            "uris": ["http://www.mendeley.com/documents/?uuid=0f9a8b7c-1111-2222-3333-444455556666"],
        }
    ],
    "mendeley": {"formattedCitation": "(Ng, 2031)", "plainTextFormattedCitation": "(Ng, 2031)"},
    "properties": {"noteIndex": 0},
}
ENDNOTE = (
    "<EndNote><Cite><Author>Ng</Author><Year>2031</Year><RecNum>12</RecNum><Prefix>see </Prefix><Pages>4-5</Pages>"
    "<DisplayText>(see Ng 2031, 4-5)</DisplayText><record><rec-number>12</rec-number>"
    '<ref-type name="Newspaper Article">23</ref-type><contributors><authors><author>Ng, Sara</author>'
    '<author>The Wire,</author></authors></contributors><titles><title><style face="normal">Storm at </style>'
    '<style face="italic">sea</style></title><secondary-title>Daily</secondary-title></titles>'
    "<dates><year>2031</year></dates><urls><related-urls><url>https://example.org/a</url></related-urls></urls>"
    "</record></Cite><Cite ExcludeAuth=\"1\"><Author>Li</Author><Year>2030</Year><RecNum>3</RecNum>"
    "<Suffix>, para. 7</Suffix></Cite></EndNote>"
)  # fmt: skip
PACKED = base64.b64encode(ENDNOTE.encode()).decode()
SOURCES = (
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>NgS31'
    "</b:Tag><b:SourceType>ArticleInAPeriodical</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Ng"
    "</b:Last><b:First>Sara</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>Storm</b:Title><b:Year>2031"
    "</b:Year><b:Month>March</b:Month><b:Day>4</b:Day><b:PeriodicalTitle>Daily</b:PeriodicalTitle></b:Source>"
    "</b:Sources>"
)


def _only(data: bytes) -> tuple[Cited, ...]:
    (one,) = citations(data)
    return one.sources


def test_zotero_with_all_that_it_can_say() -> None:
    """Locator, label, prefix, suffix and the record come out of the code; an edited text is told."""
    shown = zotero("AB12", "(Ng 2031)", locator="4", label="page", prefix="see ", suffix=", my italics")
    (source,) = _only(document(p("Ships ", shown, ".")))
    assert ("AB12", "4", "page", "see", "my italics") == (
        source.key,
        source.locator,
        source.label,
        source.prefix,
        source.suffix,
    )
    assert "On AB12" == json.loads(source.item)["title"]
    assert [False, True] == [
        citations(document(p("Ships ", zotero("AB12", "(Ng 2031)", text))))[0].edited
        for text in ("(Ng 2031)", "(Ng, of course)")
    ]


def test_mendeley_desktop_names_no_two_sources_alike() -> None:
    """`ITEM-1` is another source in each field: the record's own mark makes the key."""
    (source,) = _only(document(p(field(f"ADDIN CSL_CITATION {json.dumps(MENDELEY)}", "(Ng, 2031)"))))

    assert ("ng2031-0f9a8b", "12", "page") == (source.key, source.locator, source.label)


@pytest.mark.parametrize("inline", [True, False])
def test_mendeley_cite_packs_its_code_into_a_control(inline: bool) -> None:
    """The tag of a content control holds the code; the control may stand in the line or around the paragraph."""
    code = {
        "citationID": "MENDELEY_CITATION_x",
        "manualOverride": {"isManuallyOverridden": False, "citeprocText": "(Ng, 2031)"},
        "citationItems": [
            {"id": "0f9a8b7c-1111-2222-3333-444455556666", "itemData": {"type": "book", "title": "Storms"}}
        ],
    }
    tag = f'<w:tag w:val="MENDELEY_CITATION_v3_{base64.b64encode(json.dumps(code).encode()).decode()}"/>'
    block = p("Ships ", control(tag, r("(Ng, 2031)")), ".") if inline else control(tag, p("(Ng, 2031)"))
    data = document(p("First."), block)

    assert "source-0f9a8b" == _only(data)[0].key
    assert "mendeley" == citations(data)[0].origin
    assert "MENDELEY" not in part_of(cited(data).data, "word/document.xml").decode()
    assert ("Ships [@source-0f9a8b]." if inline else "[@source-0f9a8b]") == texts(uncited(cited(data).data))[1]


@pytest.mark.parametrize(
    "shown",
    [
        field(f" ADDIN EN.CITE {ENDNOTE} ", "(see Ng 2031, 4-5; 2030)"),
        field(" ADDIN EN.CITE ", "(see Ng 2031, 4-5; 2030)", data=PACKED),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{PACKED[:60]}\n{PACKED[60:]}</w:fldData></w:fldChar></w:r>'
        '<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>(see Ng 2031, 4-5; 2030)</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
    ids=["in the code", "packed", "packed in a field of its own"],
)
def test_endnote_in_each_of_its_forms(shown: str) -> None:
    """EndNote's XML stands in the code, in the field's data, or in that of a field within."""
    data = document(p("Ships ", shown, "."))
    first, second = _only(data)
    item = json.loads(first.item)

    assert ["Ships (see Ng 2031, 4-5; 2030)."] == texts(data)
    assert ("ng2031-12", "4-5", "page", "see") == (first.key, first.locator, first.label, first.prefix)
    assert ("article-newspaper", "Storm at sea", "Daily") == (item["type"], item["title"], item["container-title"])
    assert [{"family": "Ng", "given": "Sara"}, {"literal": "The Wire"}] == item["author"]
    assert ("li2030-3", "7", "paragraph", True) == (
        second.key,
        second.locator,
        second.label,
        second.suppress_author,
    )
    assert "EN.CITE" not in part_of(cited(data).data, "word/document.xml").decode()


@pytest.mark.parametrize("held", [True, False])
def test_words_own_citations(held: bool) -> None:
    """Tag, page, prefix and further sources are read from the code, the record from the document's sources."""
    code = r' CITATION NgS31 \p 12 \f "see " \l 1033 \m Li30 \n \s ", para. 7"'
    shown = field(code, "(see Ng, 12; 2030)")
    data = document(p("Ships ", control("<w:citation/>", shown) if held else shown, "."))
    rels = part_of(data, "word/_rels/document.xml.rels").decode()
    row = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"'
        ' Target="../customXml/item1.xml"/></Relationships>'
    )
    rels = rels.replace("</Relationships>", row)
    data = with_members(data, {"word/_rels/document.xml.rels": rels.encode(), "customXml/item1.xml": SOURCES.encode()})
    first, second = _only(data)
    item = json.loads(first.item)

    assert ("NgS31", "12", "page", "see") == (first.key, first.locator, first.label, first.prefix)
    assert ("Li30", "7", "paragraph", True) == (second.key, second.locator, second.label, second.suppress_author)
    assert ("article-newspaper", [[2031, 3, 4]]) == (item["type"], item["issued"]["date-parts"])
    assert "CITATION NgS31" not in part_of(cited(data).data, "word/document.xml").decode()


def test_zotero_in_bookmarks() -> None:
    """A document that keeps its citations in bookmarks has their codes in custom properties."""
    code = 'ZOTERO_ITEM CSL_CITATION {"citationID":"a","citationItems":[{"id":"ng2031","uris":[],"locator":"3"}]}'
    block = p(
        "Ships ",
        '<w:bookmarkStart w:id="1" w:name="ZOTERO_BREF_x1"/>',
        r("(Ng)"),
        '<w:bookmarkEnd w:id="1"/>',
        " wait.",
    )
    plain = cited(document(p("[@x]"))).data  # which has custom properties
    there = part_of(plain, "docProps/custom.xml").decode()
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{90 + n}" name="ZOTERO_BREF_x1_{n}">'
        f'<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{piece}'
        "</vt:lpwstr></property>"
        for n, piece in enumerate((code[:40], code[40:]), start=1)
    )
    main = part_of(document(block), "word/document.xml")
    custom = there.replace("</Properties>", rows + "</Properties>").encode()
    data = with_members(plain, {"word/document.xml": main, "docProps/custom.xml": custom})

    assert [(6, 10)] == [(one.start, one.end) for one in citations(data)]
    assert ("ng2031", "3") == (_only(data)[0].key, _only(data)[0].locator)
    assert "Ships (ng2031, 3) wait." == texts(cited(data).data)[0]
    assert "ZOTERO_BREF" not in part_of(cited(data).data, "word/document.xml").decode()


LISTS = {
    "zotero": ' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY ',
    "mendeley": "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY ",
    "endnote": " ADDIN EN.REFLIST ",
    "word": " BIBLIOGRAPHY ",
}


@pytest.mark.parametrize("code", LISTS.values(), ids=LISTS)
def test_a_list_of_another_program_is_replaced(code: str) -> None:
    """A field over several paragraphs goes as one; its heading, and what stands behind it, stay."""
    begin, end = field(code, "SPLIT").split(r("SPLIT"))
    blocks = (p("Sources", style="berschrift1"), p(begin, "One."), p("Two."), p("Three.", end), p("Annex"))
    data = document(p("Ships [@ng2031]."), *blocks)
    report = read(data, "report.docx")
    made = cited(data).data

    assert 2 == report.bibliography
    assert ["bibliography"] * 3 == [one.kind for one in report.paragraphs[2:5]]
    assert ["Ships (ng2031).", "Sources", "ng2031. Title", "Annex"] == texts(made)
    assert ["Ships [@ng2031].", "Sources", "[bibliography]", "Annex"] == texts(uncited(made))


def test_a_list_in_words_gallery_keeps_its_heading() -> None:
    """Word sets heading and list into controls: only the inner one is the list."""
    inner = control("<w:bibliography/>", p(field(" BIBLIOGRAPHY ", "Old.")))
    gallery = '<w:docPartObj><w:docPartGallery w:val="Bibliographies"/><w:docPartUnique/></w:docPartObj>'
    data = document(p("Ships [@ng2031]."), control(gallery, p("Works Cited", style="berschrift1"), inner))

    for fields in ("live", "word"):
        made = cited(data, fields=fields).data
        assert ["Ships (ng2031).", "Works Cited", "ng2031. Title"] == texts(made)
        assert made == cited(made, fields=fields).data


def test_a_field_that_ends_in_other_text_leaves_it() -> None:
    """Where a person joined the list's last paragraph with text of their own, that text stays."""
    begin, end = field(LISTS["zotero"], "SPLIT").split(r("SPLIT"))
    data = document(p("Ships [@ng2031]."), p(begin, "One."), p("Two.", end, " Annex"))

    assert ["Ships (ng2031).", "ng2031. Title", " Annex"] == texts(cited(data).data)


BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    "block",
    [
        p(BEGIN, SEPARATE, "Ships [@ng2031]."),
        p(END, "Ships [@ng2031].", END),
        p(SEPARATE, "Ships ", BEGIN, "[@ng2031]."),
        p(field("PAGE", "12") and BEGIN, "Ships ", BEGIN, SEPARATE, END, "[@ng2031]."),
    ],
)
def test_fields_that_do_not_end_hide_no_text(block: str) -> None:
    """Marks without their partners are as if they were not there."""
    assert "Ships (ng2031)." == texts(cited(document(block)).data)[0]


def test_other_fields_are_opaque_and_links_are_links() -> None:
    """A number of a page is shown but no citation is looked for in it; a link's address is told."""
    link = field(' HYPERLINK "https://example.org/a" ', "a storm")
    data = document(p("On ", field(" REF x ", "[@no]"), " of ", link, " [@ng2031]."))
    (one,) = read(data, "report.docx").paragraphs

    assert "On [@no] of a storm [@ng2031]." == one.text
    assert (((3, 8),), ["https://example.org/a"]) == (one.opaque, [link.url for link in one.links])
    assert ["ng2031"] == [source.key for one in citations(cited(data).data) for source in one.sources]


def test_what_a_reader_does_not_see_is_not_read() -> None:
    """Deleted, moved-away and hidden text, and the codes of fields, are no part of a paragraph's text."""
    gone = "<w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del>"
    moved = "<w:moveFrom w:id='2'><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
    block = p("Ships", gone, moved, r("hidden", "<w:vanish/>"), r(" shown", '<w:vanish w:val="0"/>'))

    assert ["Ships shown"] == texts(document(block))


def test_kinds_of_paragraphs_pages_and_language() -> None:
    """Styles are known by their own names and by those they are based on; pages as the last program saw them."""
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    data = document(
        p("Lage", style="Kapitel"), p("Wort", style="Zitat"), p(turn, "Punkt", style="Liste"), p("Text", called(1)),
        p("mitten", turn, " darin"), p("Ende"), footnotes=note(1, "Anm."),
    )  # fmt: skip
    report = read(data, "report.docx")

    assert ["heading", "quotation", "list item", "paragraph"] == [one.kind for one in report.paragraphs[:4]]
    assert (1, "de-DE") == (report.paragraphs[0].level, report.language)
    assert [1, 1, 2, 2, 2, 2, 3] == [one.page for one in report.paragraphs]
    assert [None] == [one.page for one in read(document(p("Text")), "x.docx").paragraphs]


def test_pandoc_agrees_on_zoteros_fields() -> None:
    """Keys, locators and suffixes of a field with two sources are those that pandoc reads."""
    data = document(p("Ships ", zotero("AB12", "(Ng)", locator="4", label="page", suffix=" and so on"), "."))
    told = json.loads(pandoc(["--from", "docx+citations", "--to", "json"], data))
    (one,) = (part["c"][0] for part in told["blocks"][0]["c"] if part["t"] == "Cite")

    assert [source.key for source in _only(data)] == [source["citationId"] for source in one]


def test_a_code_of_a_million_braces_is_soon_read(tmp_path: Path) -> None:
    """Codes are hostile: a broken one is a field of no matter."""
    assert "other" == told_by(" ADDIN ZOTERO_ITEM CSL_CITATION " + "{" * 900_000, [], {}).role
    assert "other" == told_by(" ADDIN EN.CITE ", ["%%%", "A" * 900_001], {}).role
