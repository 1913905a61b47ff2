"""Reports of LibreOffice, read: text as a reader sees it, and citations in every form they come in."""

from __future__ import annotations

import json
import re
import time
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing.nouns import NOTE
from digest.errors import ReadError
from digest.reports import format_of, odt

from . import odt_documents as made
from .odt_documents import ITEM, citations, document, mark, read, texts


def test_a_paragraph_is_what_a_reader_sees() -> None:
    """Spans, blanks, tabs, breaks and entities; blanks in a row are one, and none stands at the beginning."""
    data = document(
        '<text:p>  One <text:span text:style-name="T1">two\n  three</text:span> &amp; <text:s text:c="2"/>four'
        "<text:tab/>five<text:line-break/>six &#8212; seven<!-- not this --></text:p>"
    )

    assert ["One two three &   four\tfive\nsix — seven"] == texts(data)


def test_headings_quotations_items_cells_and_code_are_told_apart() -> None:
    """By their elements, or by the styles that their own inherit from."""
    report = read(
        document(
            '<text:h text:style-name="Heading_20_1" text:outline-level="2">Ships</text:h>'
            '<text:p text:style-name="P1">A quotation.</text:p>'
            "<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>A cell</text:p></table:table-cell>"
            "</table:table-row></table:table>"
            '<text:p text:style-name="Preformatted_20_Text">[@code]</text:p>'
            '<text:p>so <text:span text:style-name="Source_20_Text">[@ng2031]</text:span></text:p>'
            '<text:p text:style-name="P2">[bibliography]</text:p>'
        )
    )

    assert ["heading", "quotation", "list item", "paragraph", "code", "paragraph", "bibliography"] == [
        one.kind for one in report.paragraphs
    ]
    assert (2, "table", ((3, 12),), 6) == (
        report.paragraphs[0].level,
        report.paragraphs[3].part,
        report.paragraphs[5].opaque,
        report.bibliography,
    )
    assert () == report.paragraphs[5].citations


def test_a_note_follows_the_paragraph_that_calls_it() -> None:
    """Its paragraphs are paragraphs of the report; what the paragraph has after it stays with it."""
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>{}</text:p><text:p>More.</text:p></text:note-body></text:note>"
    )
    report = read(
        document(
            f"<text:p>One{note.format('footnote', 'See [@ng2031].')} two{note.format('endnote', 'End.')}.</text:p>"
        )
    )

    assert [f"One{NOTE} two{NOTE}.", "See [@ng2031].", "More.", "End.", "More."] == [
        one.text for one in report.paragraphs
    ]
    assert ["body", "footnote", "footnote", "endnote", "endnote"] == [one.part for one in report.paragraphs]
    assert [(3, "footnote", 1, 2), (8, "endnote", 3, 4)] == [
        (one.place, one.part, one.first, one.last) for one in report.paragraphs[0].notes
    ]


def test_what_is_no_text_of_the_report_is_left_out() -> None:
    """Comments, deletions that are tracked, titles of pictures; the words of a box follow its paragraph."""
    data = document(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>A<office:annotation office:name="1"><dc:creator>N</dc:creator><text:p>hm</text:p></office:annotation>'
        "b<text:change/>c<draw:frame><draw:text-box><text:p>Boxed [@ng2031]</text:p></draw:text-box>"
        "<svg:title>t</svg:title></draw:frame>d</text:p>"
    )
    report = read(data)

    assert [f"Abc{NOTE}d", "Boxed [@ng2031]"] == [one.text for one in report.paragraphs]
    assert ("box", ()) == (report.paragraphs[1].part, report.paragraphs[0].notes)


def test_headers_and_footers_are_paragraphs_of_the_report() -> None:
    """They stand in another part, and come last."""
    master = "<style:master-page><style:header><text:p>Top [@ng2031]</text:p></style:header></style:master-page>"
    report = read(document("<text:p>Body</text:p>", masters=master))

    assert [("Body", "body"), ("Top [@ng2031]", "header")] == [(one.text, one.part) for one in report.paragraphs]


def test_pages_are_counted_where_the_file_tells_them() -> None:
    """Soft breaks within and between paragraphs, and paragraphs that begin a page."""
    data = document(
        "<text:p>One</text:p><text:p>Two <text:soft-page-break/>three</text:p><text:p>Four</text:p>"
        '<text:p text:style-name="P2">Five</text:p>'
    )

    assert [1, 1, 2, 3] == [one.page for one in read(data).paragraphs]
    assert [None] == [one.page for one in read(document("<text:p>One</text:p>")).paragraphs]


def test_links_are_known_by_their_addresses() -> None:
    """Not those within the document, nor those that a citation shows."""
    data = document(
        '<text:p>See <text:a xlink:href="https://example.org/?a=1&amp;b=2">this</text:a> or <text:a'
        f' xlink:href="#top">that</text:a> {mark("(Ng)")}.</text:p>'
    )

    assert [(4, 8, "https://example.org/?a=1&b=2")] == [
        (one.start, one.end, one.url) for one in read(data).paragraphs[0].links
    ]


def test_cells_know_their_row() -> None:
    """Rows are counted through the report; what stands outside of tables has none."""
    row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
    data = document(f"<table:table>{row * 2}</table:table><text:p>b</text:p><table:table>{row}</table:table>")

    assert [1, 2, 0, 3] == [one.row for one in read(data).paragraphs]


def test_a_table_of_contents_is_opaque() -> None:
    """It repeats the headings, with what is typed into them."""
    data = document(
        "<text:table-of-content><text:index-body><text:p>Ships [@ng2031] 3</text:p></text:index-body>"
        "</text:table-of-content>"
    )

    assert [] == citations(data)


def test_a_marker_split_over_spans_is_one_text() -> None:
    """As LibreOffice splits what a person has gone over twice."""
    data = document(
        '<text:p>Wait [@<text:span text:style-name="T2">ng2031, </text:span><text:bookmark text:name="b"/>para. 3]'
        " so.</text:p>"
    )

    assert [("ng2031", "3", "paragraph")] == [
        (one.key, one.locator, one.label) for citation in citations(data) for one in citation.sources
    ]


@pytest.mark.parametrize("lead", ["", " ", "ADDIN ", " ADDIN "])
def test_zotero_marks_are_citations(lead: str) -> None:
    """With the data they carry, their identifier, and whether a person changed what they show."""
    name = f"{lead}ZOTERO_ITEM CSL_CITATION {json.dumps({'citationID': 'q', 'citationItems': [{'id': 7}]})} RNDx"
    whole = mark("(Ng 2031, ¶3)", locator="3", label="paragraph", prefix="see ")
    first, second = citations(document(f"<text:p>A {whole} b {mark('(7)', name=name)}</text:p>"))

    assert (2, 15, "zotero", "abcd1234", False) == (
        first.start,
        first.end,
        first.origin,
        first.identifier,
        first.edited,
    )
    assert ("ng2031", "3", "paragraph", "see", ("http://zotero.org/users/1/items/ng2031",), ITEM) == (
        first.sources[0].key,
        first.sources[0].locator,
        first.sources[0].label,
        first.sources[0].prefix,
        first.sources[0].uris,
        json.loads(first.sources[0].item),
    )
    assert ["7"] == [one.key for one in second.sources]


def test_fields_that_cannot_be_read_are_told() -> None:
    """They stay as they are, and a person hears of them."""
    report = read(document(f"<text:p>{mark('(Ng)', name='ZOTERO_ITEM CSL_CITATION {broken RNDx')}</text:p>"))

    assert ("1 citation field of another program without data that can be read",) == report.notes


def test_a_field_that_a_person_changed_is_known() -> None:
    """What it shows is not what its program put there."""
    name = 'ZOTERO_ITEM CSL_CITATION {"properties":{"plainCitation":"(Ng)"},"citationItems":[{"id":"a"}]} RNDx'

    assert [True, False] == [
        one.edited
        for shown in ("(Ng, mine)", "(Ng)")
        for one in citations(document(f"<text:p>{mark(shown, name=name)}</text:p>"))
    ]


def test_zotero_bookmarks_are_citations_by_the_properties_of_the_document() -> None:
    """Their code stands in pieces among the properties, those of the preferences too."""
    code = 'ZOTERO_ITEM CSL_CITATION {"citationID":"q","citationItems":[{"id":"ng2031"}]}'
    pieces = [
        ("ZOTERO_BREF_x_2", code[40:]),
        ("ZOTERO_BREF_x_1", code[:40]),
        ("ZOTERO_PREF_1", '<data><session id="s"/><style id="http://www.zotero.org/styles/apa" locale="de-DE"'),
    ]
    meta = "".join(
        f'<meta:user-defined meta:name="{name}">{value.replace("<", "&lt;")}</meta:user-defined>'
        for name, value in pieces
    )
    data = document(
        '<text:p>A <text:bookmark-start text:name="ZOTERO_BREF_x"/>(Ng)<text:bookmark-end text:name="ZOTERO_BREF_x"/>'
        '<text:bookmark-start text:name="own"/>b<text:bookmark-end text:name="own"/></text:p>',
        meta=meta,
    )

    assert [("zotero", 2, 6, "ng2031")] == [
        (one.origin, one.start, one.end, one.sources[0].key) for one in citations(data)
    ]
    assert ("http://www.zotero.org/styles/apa", "de-DE") == (read(data).style, read(data).locale)


def test_fields_that_came_from_word_are_citations() -> None:
    """LibreOffice keeps them as marks that have no name, their code as a parameter; others are opaque."""
    code = "ADDIN ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[{&quot;id&quot;:&quot;ng2031&quot;}]}"
    field = (
        '<field:fieldmark-start text:name="{}" field:type="vnd.oasis.opendocument.field.UNHANDLED"><field:param'
        ' field:name="vnd.oasis.opendocument.field.code" field:value="{}"/></field:fieldmark-start>'
        "<field:fieldmark-separator/>{}<field:fieldmark-end/>"
    )
    report = read(document(f"<text:p>A {field.format('x', code, '(Ng)')} {field.format('y', 'PAGE', '9')}</text:p>"))

    assert [(2, 6, "zotero")] == [(one.start, one.end, one.origin) for one in report.paragraphs[0].citations]
    assert ((7, 8),) == report.paragraphs[0].opaque


@pytest.mark.parametrize(
    ("name", "origin", "keys"),
    [
        ('ADDIN CSL_CITATION {"citationItems":[{"id":"ITEM-1"}]} RNDx', "mendeley", ["source-item-1"]),
        ("Mendeley Citation{15d6d1e4;970e7ce0} RNDx", "mendeley", ["15d6d1e4", "970e7ce0"]),
        ("JR_cite_1_Ng2031", "native", ["Ng2031"]),
        ("JR_cite0_1_Ng2031,Li2030", "native", ["Ng2031", "Li2030"]),
        ("JABREF_Ng2031 CID_1, JABREF_Li2030 CID_2 f7b3", "native", ["Ng2031", "Li2030"]),
        ("a mark of one's own", None, []),
        ("ZOTERO_ITEM CSL_CITATION {broken RNDx", None, []),
    ],
)
def test_the_marks_of_other_programs(name: str, origin: str | None, keys: list[str]) -> None:
    """Mendeley's with and without data, JabRef's of two ages; a person's own mark is no citation."""
    found = citations(document(f"<text:p>A {mark('(Ng)', name=name)}</text:p>"))

    assert [origin] * bool(origin) == [one.origin for one in found]
    assert keys == [source.key for one in found for source in one.sources]


def test_citations_of_endnote_and_word_survive_libreoffice() -> None:
    """As it keeps them when it opens a Word document."""
    endnote = (
        "ADDIN EN.CITE &lt;EndNote&gt;&lt;Cite&gt;&lt;Author&gt;Ng&lt;/Author&gt;&lt;Year&gt;2031&lt;/Year&gt;"
        "&lt;RecNum&gt;7&lt;/RecNum&gt;&lt;record&gt;&lt;titles&gt;&lt;title&gt;Storm&lt;/title&gt;&lt;/titles&gt;"
        "&lt;/record&gt;&lt;/Cite&gt;&lt;/EndNote&gt;"
    )
    data = document(
        '<text:p><field:fieldmark-start text:name="x"><field:param field:name="a.field.code"'
        f' field:value="{endnote}"/></field:fieldmark-start>(Ng 2031)<field:fieldmark-end/>'
        '<text:bibliography-mark text:identifier=" CITATION Ng31 \\p 3 \\l 1033 " text:bibliography-type="article"'
        ' text:title="(Ng, p. 3)">(Ng, p. 3)</text:bibliography-mark></text:p>'
    )
    first, second = citations(data)

    assert ("endnote", 0, 9) == (first.origin, first.start, first.end)
    assert ("word", "Ng31", "3", "page") == (
        second.origin,
        second.sources[0].key,
        second.sources[0].locator,
        second.sources[0].label,
    )


def test_libreoffice_has_citations_of_its_own() -> None:
    """Their attributes are the record."""
    data = document(
        '<text:p>A <text:bibliography-mark text:identifier="ng2031" text:bibliography-type="book"'
        ' text:author="Ng, A. and World Bank" text:title="Storm" text:year="2031" text:month="3"'
        ' text:publisher="Press">[ng2031]</text:bibliography-mark></text:p>'
    )
    [found] = citations(data)

    assert (2, 10, "native", "ng2031") == (found.start, found.end, found.origin, found.sources[0].key)
    assert {
        "id": "ng2031",
        "type": "book",
        "author": [{"family": "Ng", "given": "A."}, {"literal": "World Bank"}],
        "title": "Storm",
        "publisher": "Press",
        "issued": {"date-parts": [[2031, 3]]},
    } == json.loads(found.sources[0].item)


def test_a_note_that_holds_a_citation_alone_says_so() -> None:
    """A stop behind it changes nothing; words do."""
    note = '<text:note text:note-class="footnote"><text:note-body><text:p>{}</text:p></text:note-body></text:note>'
    data = document(
        f"<text:p>A{note.format(mark('Ng') + '.')} b{note.format('See ' + mark('Ng'))}"
        f"{note.format('[@ng2031].')}</text:p>"
    )

    assert [True, False, True] == [one.alone for one in citations(data)]


@pytest.mark.parametrize(
    "element",
    [
        '<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx">HELD</text:section>',
        '<text:section text:name=" ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx">HELD</text:section>',
        '<text:bibliography text:name="B"><text:index-body>HELD</text:index-body></text:bibliography>',
        '<text:section text:name="JR_bib">HELD</text:section>',
    ],
)
def test_a_list_of_sources_is_known(element: str) -> None:
    """Zotero's section, LibreOffice's index, JabRef's: nothing typed in them is a citation."""
    report = read(document("<text:p>A</text:p>" + element.replace("HELD", "<text:p>Ng [@x].</text:p>")))

    assert (1, "bibliography", ()) == (report.bibliography, report.paragraphs[1].kind, report.paragraphs[1].citations)


def test_a_list_of_sources_may_be_all_there_is() -> None:
    """Its place is the first paragraph."""
    held = '<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx"><text:p>Ng.</text:p></text:section>'

    assert 0 == read(document(held)).bibliography


def test_a_section_of_ones_own_is_no_list() -> None:
    """Whatever a person calls it."""
    assert (
        None is read(document('<text:section text:name="BIBLIOGRAPHY"><text:p>A</text:p></text:section>')).bibliography
    )


def test_other_prefixes_mean_the_same() -> None:
    """A file may name its namespaces as it likes."""
    data = document(f"<text:p>A {mark('(Ng)')}</text:p>")
    content = re.sub(r"(?<=[</ ])text:|(?<=xmlns:)text(?==)", lambda one: one[0].replace("text", "t"), made.part(data))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    assert ["A (Ng)"] == texts(made.packed(parts | {"content.xml": content.encode()}))


def test_the_language_is_that_of_the_styles() -> None:
    """Of the default paragraph first, else of the properties."""
    assert "fr" == read(document("<text:p/>", meta="<dc:language>fr</dc:language>")).language


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<a>", "broken XML"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declarations"),
        (b"<a/>", "no text document"),
        (b"\xff\xfe<a/>", "broken XML"),
        (b"<a>" * 400 + b"</a>" * 400, "broken XML"),
        (b" " * 70_000_000, "far more"),
    ],
    ids=["broken", "entities", "other", "encoding", "deep", "bomb"],
)
def test_a_hostile_document_is_refused(content: bytes, what: str) -> None:
    """With what is wrong and where."""
    with pytest.raises(ReadError, match=what) as caught:
        odt.read(document("<text:p/>", parts={"content.xml": content}), "report.odt")

    assert 5 == caught.value.exit_code
    assert "report.odt" in caught.value.where


def test_a_locked_document_is_refused_with_a_hint() -> None:
    """Its manifest says that it is encrypted."""
    manifest = b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'

    with pytest.raises(ReadError, match="password") as caught:
        odt.read(document("<text:p/>", parts={"META-INF/manifest.xml": manifest}), "report.odt")

    assert "save a copy" in caught.value.hint


def test_a_truncated_archive_is_refused() -> None:
    """Half a file."""
    with pytest.raises(ReadError, match="damaged"):
        odt.read(document("<text:p>A</text:p>")[:400], "report.odt")


def test_a_thousand_blanks_are_the_most_one_element_stands_for() -> None:
    """An element that asks for a billion gets no billion."""
    assert [1_000 + 2] == [len(text) for text in texts(document('<text:p>a<text:s text:c="99999"/>b</text:p>'))]


def test_ten_thousand_fields_are_read() -> None:
    """In one paragraph, in seconds."""
    data = document(f"<text:p>{' '.join(mark('(Ng)') for _ in range(10_000))}</text:p>")
    start = time.process_time()

    assert 10_000 == len(citations(data))
    assert 20 > time.process_time() - start


def test_the_format_is_known_by_what_the_file_holds() -> None:
    """Whatever its name."""
    assert "odt" == format_of(document("<text:p/>"), "report.zip")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=60))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    """Whatever a person types, with blanks in a row as one."""
    from digest.reports.odt.flowing import plain_text

    assert [text] == texts(document(f"<text:p>{plain_text(text)}</text:p>"))
