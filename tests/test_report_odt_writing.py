"""Reports of LibreOffice, written: citations as marks, text and notes, the list of sources, and all else as it was."""

from __future__ import annotations

import io
import json
import random
import re
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OdfValidator

from digest.citing import Cited, Edit, Entry, Made, Run
from digest.citing.nouns import NOTE
from digest.errors import ConfigError, ReadError
from digest.model import Article
from digest.reports import format_of, odt

from .odt_documents import APA, body, citations, cited, document, flat, made, mark, packed, part, read, texts, uncited

NOTED = (
    '<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    '<text:p text:style-name="Footnote">{}</text:p></text:note-body></text:note>'
)
SECTION = '<text:section text:name="ZOTERO_BIBL'


def plain(xml: str) -> str:
    """Marks by the letters m and /m alone."""
    xml = re.sub(r"""<text:reference-mark-start text:name=("[^"]*"|'[^']*')/>""", "<m>", xml)
    return re.sub(r"""<text:reference-mark-end text:name=("[^"]*"|'[^']*')/>""", "</m>", xml)


def edit(data: bytes, *edits: Edit, **more: object) -> bytes:
    """A report with these edits alone."""
    told: dict[str, object] = {"edits": edits, "entries": (), "style": APA} | more
    return odt.write(data, "report.odt", Made(**told)).data  # type: ignore[arg-type]


def source(start: int, end: int, paragraph: int = 0, **more: object) -> Edit:
    """A citation of Ng put there."""
    told: dict[str, object] = {
        "sources": (Cited(key="ng2031"),),
        "shown": (Run(text="(Ng)"),),
        "identifier": "i",
    } | more
    return Edit(paragraph=paragraph, start=start, end=end, **told)  # type: ignore[arg-type]


def test_a_citation_is_a_mark_of_zotero() -> None:
    """Its code in the name of both its ends, what it shows between them in an automatic style."""
    data = cited(document("<text:p>Ships wait [see @ng2031, para. 3] so.</text:p>"))
    names = re.findall(r'text:reference-mark-(?:start|end) text:name="([^"]*)"', body(data))
    [found] = citations(data)

    assert names[0] == names[1]
    assert re.fullmatch(r"ZOTERO_ITEM CSL_CITATION \{.*\} RND[A-Za-z0-9]{10}", names[0].replace("&quot;", '"'))
    assert ("zotero", "ng2031", "3", "paragraph", "see", False) == (
        found.origin,
        found.sources[0].key,
        found.sources[0].locator,
        found.sources[0].label,
        found.sources[0].prefix,
        found.edited,
    )
    assert "Ships wait (ng2031, 2031) so." == texts(data)[0]
    assert '<m>(<text:span text:style-name="T1">ng2031</text:span>, 2031)</m> so.</text:p>' not in plain(body(data))
    assert "CitedT1" in body(data)  # T1 of the document has no more than one of three attributes


def test_an_automatic_style_that_is_there_is_used_again() -> None:
    """The second run adds none."""
    once = cited(document("<text:p>[@ng2031] [@li2030]</text:p>"))

    assert 1 == part(once).count('style:name="CitedT1"')
    assert part(once) == part(cited(once))


def test_taken_back_the_content_is_the_same_to_the_byte() -> None:
    """Where the markers stood in one span each."""
    data = document("<text:p>One [@ng2031, para. 3].</text:p><text:p>Two [@li2030].</text:p>")

    assert part(data) == part(uncited(cited(data, "footnote"))) == part(uncited(cited(data)))


def test_the_preferences_are_properties_of_the_document() -> None:
    """Pieces of at most 255 characters that LibreOffice's plug-in puts together; the session stays the same."""
    once = cited(document("<text:p>[@ng2031]</text:p>", meta="<dc:title>T</dc:title>"))
    found = re.findall(
        r'<meta:user-defined meta:name="ZOTERO_PREF_(\d)">([^<]*)</meta:user-defined>', part(once, "meta.xml")
    )

    assert ["1", "2"] == [number for number, _ in found]
    assert "fieldType&quot; value=&quot;ReferenceMark" in "".join(value for _, value in found)
    assert ("http://www.zotero.org/styles/apa", "en-GB") == (read(once).style, read(once).locale)
    assert part(once, "meta.xml") == part(cited(once), "meta.xml")
    assert "ZOTERO" not in part(uncited(once), "meta.xml")


def test_a_document_without_properties_gets_them() -> None:
    """And its manifest tells of the new file."""
    with zipfile.ZipFile(io.BytesIO(document("<text:p>[@ng2031]</text:p>"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != "meta.xml"}
    entry = b'<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(entry, b"")
    data = cited(packed(parts))

    assert "ZOTERO_PREF_1" in part(data, "meta.xml")
    assert 1 == part(data, "META-INF/manifest.xml").count('"meta.xml"')


def test_what_no_edit_touches_stays_as_it_was() -> None:
    """Members are copied as they lie in the archive, the type first; in the content only the marker goes."""
    untouched = (
        "<text:p  text:style-name='P1' >A &#8212; <!-- c --><text:span\n text:style-name=\"T1\">b</text:span></text:p>"
    )
    data = document(
        f"{untouched}<text:p>[@ng2031]</text:p>{untouched}", parts={"Pictures/1.png": random.Random(1).randbytes(5_000)}
    )
    out = cited(data, entries=())
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, out))

    assert f"{untouched}<text:p><m>" in plain(body(out))
    assert body(out).endswith(f"</text:p>{untouched}")
    assert before.namelist() == after.namelist()
    assert (b"mimetype", 0) == (out[30:38], after.infolist()[0].compress_type)
    for name in ("mimetype", "styles.xml", "META-INF/manifest.xml", "Pictures/1.png"):
        old, new = before.getinfo(name), after.getinfo(name)
        assert (
            data[old.header_offset :][: old.compress_size + 60][30 : 30 + len(name) + old.compress_size]
            == out[new.header_offset :][30 : 30 + len(name) + new.compress_size]
        )


@pytest.mark.parametrize("place", ["text", "footnote", "endnote"])
def test_citing_twice_is_citing_once_and_can_be_taken_back(place: str) -> None:
    """Byte for byte the one, word for word the other."""
    data = document(
        f"<text:p>One [@ng2031, para. 3] and [-@li2030; see @ng2031].{NOTED.format('See [@li2030], then.')}</text:p>"
        '<text:p>Two<text:span text:style-name="T2"> [@ng</text:span>2031]</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>[@li2030]</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    once = cited(data, place)
    twice = cited(once, place)

    assert once == twice
    assert texts(data) == texts(uncited(twice))
    assert "Cited" not in part(uncited(twice))
    assert 1 == body(once).count(SECTION) == body(twice).count(SECTION)


def test_a_footnote_is_made_where_the_style_wants_notes() -> None:
    """With an identifier not in use, in the style of the report's own notes, and all numbers in order."""
    data = document(f"<text:p>A [@ng2031] b{NOTED.format('Own.')} [@li2030]</text:p>")
    out = body(cited(data, "footnote", entries=()))

    assert ["ftn2", "ftn1", "ftn3"] == re.findall(r'text:id="(\w+)"', out)
    assert ["1", "2", "3"] == re.findall(r"<text:note-citation>(\d)<", out)
    assert [1, 3] == [int(one) for one in re.findall(r"noteIndex&quot;:(\d)", out)][::2]
    assert 3 == out.count('<text:p text:style-name="Footnote">')


def test_a_new_note_begins_as_the_others_do() -> None:
    """Those that came from Word begin with a blank."""
    data = document(f"<text:p>A [@ng2031]{NOTED.format('<text:s/>Own.')}</text:p>")

    assert ["A " + 2 * NOTE, " (ng2031, 2031)", " Own."] == texts(cited(data, "footnote", entries=()))
    assert texts(data) == texts(uncited(cited(data, "footnote", entries=())))


def test_a_style_that_the_report_lacks_is_added_once() -> None:
    """As LibreOffice has it: notes, links, headings and entries refer to nothing that is not there."""
    linked = (Entry(key="ng2031", runs=(Run(text="Ng", url="https://a.org/"),)),)
    once = cited(document("<text:p>[@ng2031]</text:p>"), "footnote", entries=linked)

    for name in ("Footnote", "Internet_20_link", "Heading_20_1", "Bibliography_20_1"):
        assert 1 == part(once, "styles.xml").count(f'style:name="{name}"')
    assert 'style:name="Endnote"' not in part(once, "styles.xml")
    assert once == cited(once, "footnote", entries=linked)


@pytest.mark.parametrize("place", ["text", "footnote", "endnote"])
def test_a_validator_finds_nothing_that_was_not_there_before(tmp_path: Path, place: str) -> None:
    """By the schemas of OpenDocument and what refers to what."""
    data = document(
        f"<text:p>One [@ng2031] two{NOTED.format('Own [@li2030].')}</text:p><text:p>[bibliography]</text:p>"
    )
    faults = []
    for name, one in (("before.odt", data), ("after.odt", cited(data, place))):
        (tmp_path / name).write_bytes(one)
        faults.append({str(fault) for fault in OdfValidator().validate(tmp_path / name).errors})

    assert set() == faults[1] - faults[0]


def test_numbers_of_notes_are_left_where_they_are_not_counted_through() -> None:
    """A sign of its own, and counts that start anew."""
    star = NOTED.replace("<text:note-citation>1", '<text:note-citation text:label="*">*').replace("ftn1", "ftn9")
    data = document(f"<text:p>A [@ng2031]{star.format('Own.')} b{NOTED.format('Own.')}</text:p>")

    assert ["1", "*", "2"] == re.findall(r"<text:note-citation[^>]*>([^<])<", body(cited(data, "footnote")))


def test_a_note_that_holds_a_citation_alone_goes_where_the_style_wants_none() -> None:
    """The citation then stands where the note was called; a note with words of its own stays."""
    data = document(f"<text:p>A{NOTED.format(mark('Ng') + '.')} b{NOTED.format('See ' + mark('Ng') + '.')}</text:p>")
    edits = [replace(one, place="text") for one in made(data).edits]
    out = edit(data, *edits)

    assert ["A(ng2031, 2031) b" + NOTE, "See (ng2031, 2031)."] == texts(out)


def test_a_note_with_a_second_paragraph_stays() -> None:
    """Whatever an edit says of it: words would be lost."""
    two = NOTED.format("[@ng2031]").replace("</text:note-body>", "<text:p>More.</text:p></text:note-body>")
    out = edit(document(f"<text:p>A{two}</text:p>"), source(0, 9, 1, alone=True))

    assert [f"A{NOTE}", "(Ng)", "More."] == texts(out)


def test_a_lead_and_a_citation_in_a_note_that_goes_both_stand_in_the_text() -> None:
    """The words before it, then the citation."""
    data = document(f"<text:p>A{NOTED.format('[@ng2031]')}.</text:p>")
    out = edit(data, Edit(paragraph=1, start=0, end=0, text="Ng "), source(0, 9, 1, alone=True))

    assert ["ANg (Ng)."] == texts(out)


def test_a_field_is_replaced_whole_and_never_nested() -> None:
    """Its marks and spans go, what is no part of it stays."""
    field = mark('(<text:span text:style-name="T1">Ng</text:span><text:bookmark text:name="b"/>)')
    out = edit(document(f"<text:p>A {field} b</text:p>"), source(2, 6))

    assert '<text:p>A <m>(Ng)</m><text:bookmark text:name="b"/> b</text:p>' == plain(body(out))


@pytest.mark.parametrize(
    "field",
    [
        '<field:fieldmark-start text:name="x" field:type="f"><field:param field:name="a.field.code" field:value="ADDIN'
        " ZOTERO_ITEM CSL_CITATION {&quot;citationItems&quot;:[{&quot;id&quot;:&quot;ng2031&quot;}]}"
        '"/></field:fieldmark-start><field:fieldmark-separator/><text:span text:style-name="T1">(Old)</text:span>'
        "<field:fieldmark-end/>",
        '<text:bibliography-mark text:identifier="ng2031" text:bibliography-type="book">[Old]</text:bibliography-mark>',
        '<text:bookmark-start text:name="ZOTERO_BREF_x"/>[Old]<text:bookmark-end text:name="ZOTERO_BREF_x"/>',
        mark("[Old]", name="JABREF_ng2031 CID_1 x"),
        mark("[Old]", name='CSL_CITATION {"citationItems":[{"id":"ng2031"}]}'),
    ],
    ids=["word", "native", "bookmark", "jabref", "mendeley"],
)
def test_the_field_of_another_program_becomes_a_mark(field: str) -> None:
    """Nothing of it is left, nor among the properties."""
    code = 'ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":"ng2031"}]}'
    data = document(
        f"<text:p>A {field}.</text:p>",
        meta=f'<meta:user-defined meta:name="ZOTERO_BREF_x_1">{code}</meta:user-defined>',
    )
    out = edit(data, source(2, 7))

    assert "<text:p>A <m>(Ng)</m>.</text:p>" == plain(body(out))
    assert "ZOTERO_BREF" not in part(out, "meta.xml")


def test_words_that_go_take_their_fields_along() -> None:
    """A field and the blank before it: no mark is left that shows nothing."""
    data = document(f"<text:p>A {mark('(Ng)')} b{mark('(Li)')}.</text:p>")
    out = edit(data, Edit(paragraph=0, start=1, end=6), source(8, 12))

    assert "<text:p>A b<m>(Ng)</m>.</text:p>" == plain(body(out))


def test_a_field_that_shows_nothing_is_replaced_once() -> None:
    """Words before it and the citation itself have the same place."""
    out = edit(document(f"<text:p>A{mark('')}.</text:p>"), Edit(paragraph=0, start=1, end=1, text=" Ng "), source(1, 1))

    assert ["A Ng (Ng)."] == texts(out)
    assert 1 == len(citations(out))


def test_fields_that_nobody_resolved_keep_their_data() -> None:
    """A bookmark whose citation was left alone, and the preferences that belong to it."""
    code = 'ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":"ng2031"}]}'
    named = (("ZOTERO_BREF_x_1", code), ("ZOTERO_BREF_y_1", code), ("ZOTERO_PREF_1", "&lt;data/&gt;"))
    meta = "".join(f'<meta:user-defined meta:name="{name}">{told}</meta:user-defined>' for name, told in named)
    field = '<text:bookmark-start text:name="ZOTERO_BREF_{0}"/>(Ng)<text:bookmark-end text:name="ZOTERO_BREF_{0}"/>'
    data = document(f"<text:p>{field.format('x')} {field.format('y')}</text:p>", meta=meta)
    one = Edit(paragraph=0, start=0, end=4, text="[@ng2031]")
    out = edit(data, one, entries=None, fields="markers")

    assert ["ZOTERO_BREF_y_1", "ZOTERO_PREF_1"] == re.findall(r'meta:name="(\w+)"', part(out, "meta.xml"))
    assert ["(Ng)"] == [texts(out)[0][one.start : one.end] for one in citations(out) if one.origin == "zotero"]


def test_a_marker_over_several_spans_leaves_no_empty_ones() -> None:
    """The citation stands in the first of them."""
    data = document(
        '<text:p><text:span text:style-name="T2">A [@n</text:span><text:span text:style-name="T1">g20</text:span>'
        '<text:span text:style-name="T2">31]</text:span> b</text:p>'
    )

    assert '<text:p><text:span text:style-name="T2">A <m>(Ng)</m></text:span> b</text:p>' == plain(
        body(edit(data, source(2, 11)))
    )


@pytest.mark.parametrize(
    ("inside", "at", "out"),
    [
        ("One two", 3, "One<m>(Ng)</m> two"),
        ("", 0, "<m>(Ng)</m>"),
        ("One", 0, "<m>(Ng)</m>One"),
        (
            '<text:span text:style-name="T2">One</text:span>.',
            3,
            '<text:span text:style-name="T2">One<m>(Ng)</m></text:span>.',
        ),
        (
            '<text:span text:style-name="T1">One</text:span>.',
            3,
            '<text:span text:style-name="T1">One</text:span><m>(Ng)</m>.',
        ),
        (
            '<text:span text:style-name="T2"><text:a xlink:href="h">One</text:a></text:span>.',
            3,
            '<text:span text:style-name="T2"><text:a xlink:href="h">One</text:a><m>(Ng)</m></text:span>.',
        ),
        ("A&amp;B", 2, "A&amp;<m>(Ng)</m>B"),
        ('a<text:s text:c="3"/>b', 4, 'a<text:s text:c="3"/><m>(Ng)</m>b'),
        ("a  \n b", 2, "a  \n <m>(Ng)</m>b"),
    ],
)
def test_a_citation_is_put_in_behind_the_words_before_it(inside: str, at: int, out: str) -> None:
    """Within their span, but out of a link and out of italics that end there."""
    assert f"<text:p>{out}</text:p>" == plain(body(edit(document(f"<text:p>{inside}</text:p>"), source(at, at))))


def test_a_citation_put_in_behind_a_field_stands_outside_it() -> None:
    """Never nested."""
    out = plain(body(edit(document(f"<text:p>{mark('(Li)')}{mark('(Ed)')}</text:p>"), source(4, 4))))

    assert "<text:p><m>(Li)</m><m>(Ng)</m><m>(Ed)</m></text:p>" == out


def test_an_address_that_is_cited_is_no_link_any_more() -> None:
    """Where the whole of it is replaced."""
    data = document('<text:p>See <text:a xlink:href="https://a.org/">https://a.org/</text:a>.</text:p>')

    assert "<text:p>See <m>(Ng)</m>.</text:p>" == plain(body(edit(data, source(4, 18))))


def test_formats_become_spans() -> None:
    """Several at once are one style; an address of the web is a link, another is not."""
    runs = (
        Run(text="a ", italic=True, bold=True),
        Run(text="b", raised="super"),
        Run(text="c", small_caps=True, underline=True),
        Run(text="d", url="https://a.org/?a=1&b=2"),
        Run(text="e", url="javascript:alert(1)"),
    )
    out = edit(document("<text:p>x</text:p>"), source(1, 1, shown=runs), fields="none")

    assert re.search(
        r'x<text:span text:style-name="CitedT1">a </text:span><text:span text:style-name="CitedT2">b</text:span>'
        r'<text:span text:style-name="CitedT3">c</text:span><text:a xlink:type="simple"'
        r' xlink:href="https://a.org/\?a=1&amp;b=2"[^>]*>d</text:a>e</text:p>',
        body(out),
    )
    for told in ('fo:font-style="italic"', 'style:text-position="super 58%"', 'fo:font-variant="small-caps"'):
        assert told in part(out)


def test_the_list_of_sources_stands_at_its_marker() -> None:
    """A section with Zotero's name, in the report's own style for it, on a page of its own where the marker was."""
    data = document(
        '<text:p>[@ng2031]</text:p><text:p text:style-name="P2">[bibliography]</text:p><text:p>End.</text:p>'
    )
    out = cited(data)
    [style] = re.findall(r'<text:section text:name="ZOTERO_BIBL[^>]*><text:p text:style-name="(\w+)">', body(out))

    assert ["(ng2031, 2031)", "ng2031. A storm.", "End."] == texts(out)
    assert f'style:name="{style}" style:family="paragraph" style:parent-style-name="Bibliography_20_1"' in part(out)
    assert 'fo:text-indent="-1.27cm"' in part(out)
    assert 'fo:break-before="page"' in part(out).partition(f'style:name="{style}"')[2].partition("</style:style>")[0]
    assert ["[@ng2031]", "[bibliography]", "End."] == texts(uncited(out))


def test_without_a_marker_it_stands_at_the_end_under_a_heading() -> None:
    """In the report's own style for headings; taking the citations out takes both away."""
    data = document(
        '<text:h text:style-name="Heading_20_1" text:outline-level="1">Ships</text:h><text:p>[@ng2031]</text:p>'
    )
    out = cited(data, heading="Works & days")

    assert ["Ships", "(ng2031, 2031)", "Works & days", "ng2031. A storm."] == texts(out)
    assert '<text:h text:style-name="Heading_20_1" text:outline-level="1"><text:bookmark' in body(out)
    assert part(cited(out, heading="Works & days")) == part(out)
    assert ["Ships", "[@ng2031]"] == texts(uncited(out))


@pytest.mark.parametrize(
    "held",
    [
        '<text:section text:style-name="Sect1" text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx"><text:p>Old.</text:p>'
        "<text:p>Older.</text:p></text:section>",
        '<text:bibliography text:name="B"><text:bibliography-source/><text:index-body><text:index-title text:name="t">'
        "<text:p>Literature</text:p></text:index-title><text:p>Old.</text:p></text:index-body></text:bibliography>",
        '<text:p><field:fieldmark-start text:name="x"><field:param field:name="a.field.code"'
        ' field:value="ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"/></field:fieldmark-start><field:fieldmark-separator/>Old.'
        "</text:p><text:p>Older.<field:fieldmark-end/></text:p>",
    ],
    ids=["zotero", "native", "word"],
)
def test_a_list_that_is_there_is_replaced(held: str) -> None:
    """Whoever made it; its title is the report's own."""
    out = cited(document(f"<text:p>[@ng2031]</text:p>{held}<text:p>End.</text:p>"))
    title = ["Literature"] if "Literature" in held else []

    assert ["(ng2031, 2031)", *title, "ng2031. A storm.", "End."] == texts(out)
    assert ('text:style-name="Sect1"' in held) == ('text:style-name="Sect1"' in body(out))
    assert part(out) == part(cited(out))


def test_a_citation_in_a_list_of_sources_goes_with_it() -> None:
    """It is no citation of the report."""
    held = f'<text:section text:name="ZOTERO_BIBL x"><text:p>Ng {mark("(Ng)")}.</text:p></text:section>'

    assert ["(ng2031, 2031)", "ng2031. A storm."] == texts(cited(document(f"<text:p>[@ng2031]</text:p>{held}")))


def test_entries_have_their_label_direction_and_language() -> None:
    """A number and a tab; from right to left where the first letter is; the language of the record."""
    entries = (
        Entry(key="a", runs=(Run(text="Ng."),), label=(Run(text="[1]"),)),
        Entry(key="b", runs=(Run(text="«ئۇيغۇر» 2031."),)),
        Entry(key="c", runs=(Run(text="Zürich."),)),
    )
    articles = {
        "b": Article(id="b", language="ug"),
        "c": Article(id="c", language="de-CH"),
        "a": Article(id="a", language="en"),
    }
    out = edit(document("<text:p>A</text:p>"), entries=entries, articles=articles, language="en-GB", style=None)

    assert ">[1]<text:tab/>Ng.</text:p>" in body(out)
    for told in ('style:writing-mode="rl-tb"', 'style:language-complex="ug"', 'fo:language="de" fo:country="CH"'):
        assert 1 == part(out).count(told)


def test_words_own_citations_are_refused_before_anything() -> None:
    """LibreOffice has none."""
    with pytest.raises(ConfigError, match="Word"):
        odt.write(b"not even a file", "report.odt", Made(edits=(), fields="word"))


def test_typed_markers_may_be_what_is_wanted() -> None:
    """Plain text, and no list."""
    data = document(f"<text:p>A {mark('(Ng)', locator='3', label='page')}</text:p>")

    assert ["A [@ng2031, p. 3]"] == texts(cited(data, fields="markers", entries=None))


def test_as_mere_text_a_citation_has_no_mark() -> None:
    """And the document no preferences; its list is known again."""
    out = cited(document("<text:p>[@ng2031]</text:p>"), fields="none")

    assert "ZOTERO" not in part(out) + part(out, "meta.xml")
    assert 1 == read(out).bibliography or 2 == read(out).bibliography


def test_a_citation_in_a_header_is_written_there() -> None:
    """In the part that holds the pages, with a style of its own."""
    master = "<style:master-page><style:footer><text:p>[@ng2031]</text:p></style:footer></style:master-page>"
    out = cited(document("<text:p>A</text:p>", masters=master), "footnote")

    assert '<style:footer><text:p><m>(<text:span text:style-name="CitedT1">' in plain(part(out, "styles.xml"))
    assert "<office:automatic-styles><style:style" in part(out, "styles.xml")


def test_other_prefixes_are_kept() -> None:
    """What is written has the prefixes of the file, and declares what it lacks."""
    data = document("<text:p>[@ng2031]</text:p>")
    content = re.sub(r"(?<=[</ ])text:|(?<=xmlns:)text(?==)", lambda one: one[0].replace("text", "t"), part(data))
    content = re.sub(r' xmlns:xlink="[^"]*"', "", content)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    linked = (Entry(key="ng2031", runs=(Run(text="Ng", url="https://a.org/"),)),)
    out = cited(packed(parts | {"content.xml": content.encode()}), entries=linked)

    assert ["(ng2031, 2031)", "Sources", "Ng"] == texts(out)
    assert '<t:a xlink:type="simple"' in part(out)
    assert 'xmlns:xlink="http://www.w3.org/1999/xlink">Ng</t:a>' in part(out)
    assert "<text:" not in part(out)


def test_a_signature_that_no_longer_fits_is_told() -> None:
    """The document is another now."""
    data = document("<text:p>[@ng2031]</text:p>", parts={"META-INF/documentsignatures.xml": b"<a/>"})

    assert "signature" in odt.write(data, "report.odt", made(data)).notes[0]


@pytest.mark.parametrize("wrong", [source(0, 9, 7), source(3, 99), source(-1, 2), source(4, 2)])
def test_an_edit_that_fits_no_place_is_refused(wrong: Edit) -> None:
    """The report is another than the one that was read."""
    with pytest.raises(ReadError, match="changed"):
        edit(document("<text:p>One two</text:p>"), wrong)


def test_a_document_in_one_file_is_written_as_it_was() -> None:
    """Its preferences, styles and text are parts of the same XML."""
    data = flat("<text:p>A [@ng2031]</text:p><text:p>[bibliography]</text:p>")
    once = odt.write(data, "report.fodt", made(data)).data

    assert "odt" == format_of(data, "report.fodt")
    assert ["A (ng2031, 2031)", "ng2031. A storm."] == texts(once)
    assert "http://www.zotero.org/styles/apa" == read(once).style
    assert once == odt.write(once, "report.fodt", made(once)).data
    assert texts(data) == texts(uncited(once))
    assert flat("<text:p>A</text:p>") == odt.write(flat("<text:p>A</text:p>"), "r.fodt", Made(edits=())).data


def test_nothing_to_write_changes_nothing() -> None:
    """Not a byte."""
    data = document("<text:p>A</text:p>")

    assert data == odt.write(data, "report.odt", Made(edits=(), fields="none")).data


def test_two_edits_of_the_same_words_are_refused() -> None:
    """Which one is right is not for a writer to say."""
    with pytest.raises(ReadError, match="two changes"):
        edit(document("<text:p>One two</text:p>"), source(0, 3), source(2, 5))


def test_two_citations_never_share_a_name() -> None:
    """Even of one identifier: LibreOffice keeps one mark of a name."""
    names = re.findall(
        r'mark-start text:name="([^"]*)"', body(edit(document("<text:p>ab</text:p>"), source(1, 1), source(2, 2)))
    )

    assert 2 == len(set(names))


def test_what_xml_forbids_is_replaced() -> None:
    """In what is shown and in the code alike, so that nothing seems to have been edited."""
    out = edit(document("<text:p>a</text:p>"), source(1, 1, shown=(Run(text="(N\ufffeg\x0b)"),)))

    assert ["a(N\ufffdg\ufffd)"] == texts(out)


@pytest.mark.parametrize("place", ["text", "footnote"])
def test_a_long_report_takes_seconds(place: str) -> None:
    """Three thousand paragraphs and a thousand citations."""
    words = "Ships wait in the harbour for grain that does not come, and nobody says why they do. " * 4
    data = document("".join(f"<text:p>{words}{'[@ng2031, para. 3].' if n % 3 else ''}</text:p>" for n in range(3_000)))
    told = made(data, place)
    start = time.process_time()
    out = odt.write(data, "report.odt", told).data
    odt.read(out, "report.odt")

    assert 2_000 == len(told.edits)
    assert 15 > time.process_time() - start


@pytest.mark.parametrize("one", ["[@ng2031]", mark("(Ng)")], ids=["typed", "fields"])
def test_ten_thousand_citations_in_one_paragraph_take_seconds(one: str) -> None:
    """Each of them is looked up, none is looked for."""
    data = document(f"<text:p>{' '.join([one] * 10_000)}</text:p>")
    start = time.process_time()

    assert 10_000 == part(cited(data)).count("<text:reference-mark-start")
    assert 60 > time.process_time() - start


WORDS = st.text(st.sampled_from("ab &<é\u4e16\u0301."), max_size=12)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "T1", "T2"])), min_size=1, max_size=6), st.data())
def test_any_words_may_be_replaced_and_nothing_else_changes(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    """Wherever the spans of a paragraph begin and end."""
    from digest.reports.odt.flowing import plain_text

    inside = "".join(
        f'<text:span text:style-name="{style}">{plain_text(words)}</text:span>' if style else plain_text(words)
        for words, style in pieces
    )
    report = document(f"<text:p>{inside}</text:p>")
    [text] = texts(report)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    [after] = texts(edit(report, source(start, end)))
    assert f"{text[:start]}(Ng){text[end:]}" == after


def test_plain_json_of_a_mark_is_what_its_text_shows() -> None:
    """Zotero asks whether a person edited a field whose text is another."""
    out = cited(document("<text:p>[@ng2031]</text:p>"))
    [name] = re.findall(r'mark-start text:name="([^"]*)"', body(out))
    code = json.loads(
        name.replace("&quot;", '"').replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")[25:-14]
    )

    assert "(ng2031, 2031)" == code["properties"]["plainCitation"]
    assert ["http://digest.local/items/ng2031"] == code["citationItems"][0]["uris"]
