"""The parts of a Word report beside its body: notes, styles, the list of sources, preferences, Word's own sources."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from digest.citing import Entry, Made, Run, Style
from digest.errors import ReadError
from digest.export.pandoc import run as pandoc
from digest.model import Article
from digest.reports.docx import entries, notes, package, preferences, splicing, styles, wordsources
from digest.reports.docx.adding import now, place_of
from digest.reports.docx.elements import PARAGRAPH_ORDER, RUN_ORDER, plain_name, put, q, w
from digest.reports.docx.formatting import Look, runs_of, stretches
from digest.reports.docx.looks import look_of
from digest.reports.docx.stylenames import Role
from digest.reports.docx.wordrecords import word_records
from digest.reports.zoterofields import preferences as zotero_preferences
from digest.reports.zoterofields import told_in
from tests.word_files import faults, pages, part_of, plain_report, saved, text_of, tree_of, with_members

CHICAGO = Style(name="chicago", path="", uri="http://www.zotero.org/styles/chicago-notes-bibliography", notes=True)
ENTRIES = (
    Entry(key="ng2031", runs=(Run(text="Ng, Sara. “Storm.” "), Run(text="The Wire", italic=True), Run(text=", 2031."))),
    Entry(
        key="li2030",
        runs=(
            Run(text="Li, Bo. 港口罢工. "),
            Run(text="https://example.org/a?b=1&c=2", url="https://example.org/a?b=1&c=2"),
        ),
    ),
)


def xml(element: Any) -> bytes:
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))


def assembled(data: bytes, made: Made, *, note: str = "") -> bytes:
    """A report with a note on its last paragraph and a list of sources at its end, put together of the parts."""
    pack = package.open_package(data, "report.docx")
    body_root = package.parsed(package.part(pack, pack.main) or b"", pack.main)
    changed: dict[str, bytes] = {}
    roles: list[Role] = ["bibliography", "heading", "link"]
    if note:
        roles += ["footnote text", "footnote reference"]
    name, more = place_of(pack, changed, "styles")
    changed[name], found = styles.with_styles(now(pack, changed, name) or styles.empty_styles(), roles)
    changed |= more
    if note:
        _with_note(
            pack,
            changed,
            body_root,
            notes.NoteStyles(text=found["footnote text"], reference=found["footnote reference"]),
            note,
        )
    place = entries.Place(entry=found["bibliography"], heading=found["heading"], link=found["link"])
    entries.put_at_end(body_root[0], entries.bibliography(made, place, body_root[0]))
    changed[pack.main] = xml(body_root)
    return package.with_parts(pack, changed)


def _with_note(pack: package.Package, changed: dict[str, bytes], root: Any, look: notes.NoteStyles, text: str) -> None:
    name, more = place_of(pack, changed, "footnotes")
    changed |= more
    notes_root = package.parsed(now(pack, changed, name) or notes.empty_notes("footnote"), name)
    number = notes.next_identifier("footnote", notes_root, [root])
    notes.add_note(notes_root, "footnote", number, look, runs_of([Run(text=text)], Look()))
    root[0].findall(q("p"))[-1].append(notes.call("footnote", number, look))
    settings, more = place_of(pack, changed, "settings")
    changed |= more
    changed[settings] = notes.with_separators(now(pack, changed, settings) or b"", "footnote", notes_root)
    changed[name] = xml(notes_root)


def made_of(fields: str = "live", listed: Sequence[Entry] = ENTRIES) -> Made:
    return Made(edits=(), entries=tuple(listed), heading="Sources", fields=fields, style=CHICAGO)  # type: ignore[arg-type]


@pytest.mark.parametrize("fields", ["live", "word", "none"])
def test_what_is_added_is_valid(fields: str, tmp_path: Path) -> None:
    """A note, its styles, the separators, and a list of sources of each kind keep to Word's schema."""
    data = plain_report()
    assert [] == faults(data, tmp_path)

    assert [] == faults(assembled(data, made_of(fields), note="Ng, “Storm.”"), tmp_path)


def test_the_validator_sees_what_word_would_not_take(tmp_path: Path) -> None:
    """A property out of order or a style that is not there is told: the check is no formality."""
    data = assembled(plain_report(), made_of(), note="Ng, “Storm.”")
    main = part_of(data, "word/document.xml")
    disorder = main.replace(b"<w:i/><w:iCs/>", b"<w:vertAlign w:val='subscript'/><w:i/>")
    strange = main.replace(b'<w:pStyle w:val="Bibliography"/>', b'<w:pStyle w:val="Nowhere"/>')

    assert main not in (disorder, strange)
    assert all(faults(with_members(data, {"word/document.xml": one}), tmp_path) for one in (disorder, strange))


def test_a_note_is_read_by_other_programs(tmp_path: Path) -> None:
    """pandoc finds the note where it is called, and the list with its heading."""
    data = assembled(plain_report(), made_of(), note="Ng, “Storm.”")
    told = pandoc(["--from", "docx", "--to", "markdown-smart"], data).decode()

    assert "Trains do not.[^1]" in told
    assert "[^1]: Ng, “Storm.”" in " ".join(told.split())
    assert "# Sources" in told
    assert "*The Wire*, 2031." in told


def test_notes_stand_at_the_foot_and_sources_at_the_end(tmp_path: Path) -> None:
    """LibreOffice sets the note and the list as pages."""
    shown = pages(assembled(plain_report(), made_of(), note="Ng, “Storm.”"), tmp_path)

    assert ["Trains do not.1", "Sources", "Ng, Sara. “Storm.” The Wire, 2031."] == [
        line for line in ("Trains do not.1", "Sources", "Ng, Sara. “Storm.” The Wire, 2031.") if line in shown
    ]
    assert shown.index("The Wire, 2031.") < shown.index("Ng, “Storm.”")


def test_the_report_s_own_styles_are_found_in_any_language() -> None:
    """Word writes its names of styles in English and their identifiers in the user's language."""
    german = w(
        "styles",
        w("style", w("name", val="Normal"), type="paragraph", styleId="Standard", default="1"),
        w("style", w("name", val="heading 1"), w("basedOn", val="Standard"), type="paragraph", styleId="berschrift1"),
        w("style", w("name", val="footnote reference"), type="character", styleId="Funotenzeichen"),
        w("style", w("name", val="Текст сноски"), type="paragraph", styleId="a8"),
    )
    data = xml(german)
    out, found = styles.with_styles(data, ["heading", "footnote reference", "footnote text", "bibliography"])

    assert {
        "heading": "berschrift1",
        "footnote reference": "Funotenzeichen",
        "footnote text": "a8",
        "bibliography": "Bibliography",
    } == found
    assert out.startswith(data[:-11])
    assert "Standard" == tree_of_bytes(out)[-1].find(q("basedOn")).get(q("val"))
    assert (out, found) == styles.with_styles(out, [*found])


def tree_of_bytes(data: bytes) -> Any:
    return etree.fromstring(data)


def test_a_new_style_never_takes_a_name_that_is_taken() -> None:
    """Identifiers are told apart without regard to case."""
    data = xml(w("styles", w("style", w("name", val="Quelle"), type="paragraph", styleId="bibliography")))

    assert {"bibliography": "Bibliography1"} == styles.with_styles(data, ["bibliography"])[1]


def test_a_heading_is_in_the_style_that_the_report_s_headings_are_in() -> None:
    """A ministry's own style of headings counts, by the level it is of; the style `heading 1` only where none is."""
    sheet = styles.sheet_of(
        w(
            "styles",
            w(
                "style",
                w("name", val="heading 1"),
                w("pPr", w("outlineLvl", val="0")),
                type="paragraph",
                styleId="Heading1",
            ),
            w("style", w("name", val="MfA Kopf"), w("basedOn", val="Heading1"), type="paragraph", styleId="MfAKopf"),
        )
    )
    body = w("body", *(w("p", w("pPr", w("pStyle", val="MfAKopf"))) for _ in range(3)))

    assert "MfAKopf" == styles.heading_style(sheet, body)
    assert "Heading1" == styles.heading_style(sheet, w("body"))


@pytest.mark.parametrize("fields", ["live", "word", "none"])
def test_a_list_that_was_added_is_known_again(fields: str) -> None:
    """The heading and a list without a field have bookmarks that a later run finds."""
    root = tree_of(assembled(plain_report(), made_of(fields)))

    assert ["Sources"] == [text_of(one) for one in entries.marked(root, entries.HEADING)]
    assert (2 if fields == "none" else 0) == len(entries.marked(root, entries.LIST))


def test_a_live_list_is_one_field_over_its_entries() -> None:
    """Zotero's field begins before the first entry and ends behind the last."""
    root = tree_of(assembled(plain_report(), made_of()))
    marks = [one.get(q("fldCharType")) for one in root.iter(q("fldChar"))]
    codes = [one.text for one in root.iter(q("instrText"))]

    assert ["begin", "separate", "begin", "separate", "end", "end"] == marks
    assert ' ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY ' == codes[0]
    assert ' HYPERLINK "https://example.org/a?b=1&c=2" ' == codes[1]


def test_numbers_of_entries_stand_in_a_column() -> None:
    """A style that numbers its list has the label, a tab, and an indent that hangs."""
    listed = (Entry(key="ng2031", label=(Run(text="[1]"),), runs=(Run(text="S. Ng."),)),)
    (paragraph,) = entries.bibliography(made_of("none", listed), entries.Place(entry="Bibliography"), w("body"))

    assert "[1]S. Ng." == text_of(paragraph)
    assert 1 == len(paragraph.findall(f"{q('r')}/{q('tab')}"))
    assert ["pStyle", "tabs", "ind"] == [plain_name(one) for one in paragraph[0]]


def test_script_and_language_of_an_entry_are_told() -> None:
    """An Uyghur entry runs from right to left; Chinese quotation marks are Chinese ones."""
    uyghur = Entry(key="a", runs=(Run(text="نۇر، سارا. بوران"),))
    chinese = Entry(key="b", runs=(Run(text="新华社. “港口”罢工. 2030."),))
    articles = {"a": Article(id="a", language="ug"), "b": Article(id="b", language="zh")}
    made = Made(edits=(), entries=(uyghur, chinese), fields="none", articles=articles)
    first, second = entries.bibliography(made, entries.Place(), w("body"))

    assert first.find(f"{q('pPr')}/{q('bidi')}") is not None
    assert ["ug-CN"] == [one.get(q("bidi")) for one in first.iter(q("lang"))]
    assert first.find(f"{q('r')}/{q('rPr')}/{q('rtl')}") is not None
    assert second.find(f"{q('pPr')}/{q('bidi')}") is None
    hinted = [
        "".join(one.itertext()) for one in second.iter(q("r")) if one.find(f"{q('rPr')}/{q('rFonts')}") is not None
    ]
    assert ["新华社. “港口”罢工"] == hinted


def test_a_citation_in_a_right_to_left_sentence_runs_with_it() -> None:
    """Its brackets and year too; the languages that the sentence has told stay told."""
    like = w("rPr", w("rtl"), w("lang", val="de-DE", bidi="ar-SA"))
    (made,) = runs_of([Run(text="(شىنجاڭ، 2022)")], Look(like=like, language="ug"))

    assert ["rtl", "lang"] == [plain_name(one) for one in made[0]]
    assert ("de-DE", "ug-CN") == (made[0][1].get(q("val")), made[0][1].get(q("bidi")))


@given(st.text(max_size=60))
def test_stretches_are_the_whole_text(text: str) -> None:
    """Nothing is lost or moved where a text is cut by its scripts."""
    assert text == "".join(piece for _, piece in stretches(text))


def test_properties_of_runs_stand_in_the_schema_s_order() -> None:
    """What a citation adds to the text it stands in goes where Word wants it."""
    like = w("rPr", w("rFonts", ascii="Arial"), w("color", val="FF0000"), w("sz", val="20"), w("lang", val="de-DE"))
    run = Run(text="x", italic=True, bold=True, small_caps=True, underline=True, raised="super")
    (made,) = runs_of([run], Look(like=like))

    names = [plain_name(one) for one in made[0]]
    assert names == sorted(names, key=RUN_ORDER.index)
    assert 11 == len(names)
    assert 4 == len(like)


@given(st.permutations([name for name in PARAGRAPH_ORDER if name != "pPrChange"][:12]))
def test_properties_can_be_put_in_any_order(names: list[str]) -> None:
    """Where each stands is the schema's affair."""
    properties = w("pPr")
    for name in names:
        put(properties, w(name), PARAGRAPH_ORDER)

    assert sorted(names, key=PARAGRAPH_ORDER.index) == [plain_name(one) for one in properties]


def test_identifiers_of_notes_are_never_used_again() -> None:
    """A call without its note, as some programs leave one, still has its number."""
    part = tree_of_bytes(notes.empty_notes("footnote"))
    body = w("body", w("p", w("r", w("footnoteReference", id="7"))))

    assert 8 == notes.next_identifier("footnote", part, [body])
    notes.add_note(part, "footnote", 8, notes.NoteStyles(), [])
    assert 9 == notes.next_identifier("footnote", part)


def test_separators_cannot_be_removed() -> None:
    """They are notes by their element alone."""
    part = tree_of_bytes(notes.empty_notes("footnote"))
    notes.add_note(part, "footnote", 1, notes.NoteStyles(), [])
    for note in [part[0], part[2]]:
        notes.remove_note(note)

    assert ["-1", "0"] == [notes.identifier(note) for note in part]


def test_notes_are_called_as_the_report_calls_them() -> None:
    """The styles of notes that are there are those of new ones."""
    part = tree_of_bytes(notes.empty_notes("endnote"))
    notes.add_note(part, "endnote", 1, notes.NoteStyles(text="MfAFuss", reference="MfAZeichen"), [])

    assert notes.NoteStyles(text="MfAFuss", reference="MfAZeichen", mark="MfAZeichen") == notes.styles_in_use(part)
    assert notes.NoteStyles() == notes.styles_in_use(None)


def test_settings_name_the_separators_where_the_schema_wants_them() -> None:
    """Between what stands before and behind; a second time nothing changes."""
    data = part_of(plain_report(), "word/settings.xml")
    part = tree_of_bytes(notes.empty_notes("footnote"))
    out = notes.with_separators(data, "footnote", part)
    names = [plain_name(one) for one in tree_of_bytes(out)]

    assert names.index("footnotePr") + 1 == names.index("compat")
    assert out == notes.with_separators(out, "footnote", part)
    assert data == out.replace(out[out.index(b"<w:footnotePr") : out.index(b"</w:footnotePr>") + 15], b"")


def test_preferences_stand_beside_the_user_s_own_properties() -> None:
    """They are cut in pieces, read back whole, replaced by the next run and taken out without a trace."""
    told = zotero_preferences(CHICAGO, "abcd1234", "en-US", field="Field") + "ü" * 300
    own = preferences.with_preferences(None, "").replace(
        b"></Properties>",
        b'><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Aktenzeichen">'
        b"<vt:lpwstr>A&amp;B</vt:lpwstr></property></Properties>",
    )
    out = preferences.with_preferences(own, told)

    assert told == preferences.preferences_in(out)
    assert (CHICAGO.uri, "en-US", "abcd1234") == told_in(preferences.preferences_in(out))
    assert ["2", "3", "4", "5"] == [one.get("pid") for one in tree_of_bytes(out)]
    assert out == preferences.with_preferences(out, told)
    assert own == preferences.with_preferences(out, "")
    assert all(len("".join(one.itertext())) <= 255 for one in tree_of_bytes(out))


def test_preferences_make_a_valid_document(tmp_path: Path) -> None:
    """A report that had no properties of its own gets the part, its type and its relationship."""
    pack = package.open_package(plain_report(), "report.docx")
    name, changed = place_of(pack, {}, "custom")
    changed[name] = preferences.with_preferences(None, zotero_preferences(CHICAGO, "abcd1234", "en-US", field="Field"))
    data = package.with_parts(pack, changed)

    assert "docProps/custom.xml" == name
    assert [] == faults(data, tmp_path)
    assert (name, {}) == place_of(package.open_package(data, "report.docx"), {}, "custom")


ITEM = {
    "id": "ng2031storm",
    "type": "article-newspaper",
    "title": "Storm & Tide",
    "container-title": "The Wire",
    "author": [{"family": "Ng", "given": "Sara"}, {"literal": "Port Desk"}],
    "issued": {"date-parts": [[2031, 4, 5]]},
    "accessed": {"date-parts": [[2031, 5, 1]]},
    "URL": "https://example.org/storm?a=1&b=2",
}


def test_a_record_is_read_back_from_word_s_sources(tmp_path: Path) -> None:
    """What Word's own source can hold comes back; the package stays valid."""
    pack = package.open_package(plain_report(), "report.docx")
    changed, tags = wordsources.with_word_sources(pack, {}, [ITEM], "chicago-author-date")
    data = package.with_parts(pack, changed)
    again = package.open_package(data, "report.docx")

    assert {"ng2031storm": "ng2031storm"} == tags
    assert ITEM == json.loads(word_records(again)["ng2031storm"].item)
    assert ("http://digest.local/items/ng2031storm",) == word_records(again)["ng2031storm"].uris
    assert [] == faults(data, tmp_path)
    more, _ = wordsources.with_word_sources(again, {}, [ITEM], "chicago-author-date")
    assert {name: package.part(again, name) for name in more} == more


def test_the_user_s_own_sources_stay() -> None:
    """A source of the same tag and title is the user's and stays; one of the same tag alone makes ours another tag."""
    space = wordsources.SOURCES
    theirs = (
        f'<b:Sources xmlns:b="{space}">'
        "<b:Source><b:Tag>ng2031storm</b:Tag><b:Title>Storm &amp; tide</b:Title></b:Source>"
        "<b:Source><b:Tag>li2030</b:Tag><b:Title>Tea</b:Title></b:Source></b:Sources>"
    ).encode()
    out, tags = wordsources.with_sources(theirs, [ITEM, {"id": "li2030", "type": "book", "title": "Ports"}])

    assert {"ng2031storm": "ng2031storm", "li2030": "li2030_2"} == tags
    assert out.startswith(theirs[: -len("</b:Sources>")])
    assert 3 == out.count(b"<b:Tag>")
    assert out == wordsources.with_sources(out, [ITEM, {"id": "li2030", "type": "book", "title": "Ports"}])[0]


@given(st.lists(st.text(max_size=30), max_size=4, unique=True))
def test_tags_are_as_different_as_their_keys(keys: list[str]) -> None:
    """Whatever stands in a key, Word gets a tag it can name in a field."""
    _, tags = wordsources.with_sources(None, [{"id": key, "type": "book", "title": key} for key in keys])

    assert len(keys) == len(set(tags.values()))
    assert all(tag and not set(tag) & set(' "\\') for tag in tags.values())


def test_a_section_that_ends_at_the_marker_still_ends_there() -> None:
    """The break is kept by the last paragraph of the list, or by one behind the control."""
    section = w("sectPr", w("type", val="nextPage"))
    marker = w("p", w("pPr", w("sectPr")), w("r", w("t", "[bibliography]")))
    body = w("body", w("p"), marker, w("p"), section)
    entries.put_in_place([marker], entries.bibliography(made_of("word"), entries.Place(), body))

    assert ["p", "sdt", "p", "p", "sectPr"] == [plain_name(one) for one in body]
    assert body[2].find(f"{q('pPr')}/{q('sectPr')}") is not None


def test_a_cell_ends_with_a_paragraph() -> None:
    """A control in a table's cell has one behind it, without which Word calls the file damaged."""
    marker = w("p", w("r", w("t", "[bibliography]")))
    cell = w("tc", w("tcPr"), marker)
    entries.put_in_place([marker], entries.bibliography(made_of("word"), entries.Place(), cell))

    assert ["tcPr", "sdt", "p"] == [plain_name(one) for one in cell]


@pytest.mark.parametrize(
    ("data", "out"),
    [
        (b"<a/>", b"<a><x/></a>"),
        (b"<?b c?>\n<a b='>' ><!-- </a> --> <c></c ></a>\n", b"<?b c?>\n<a b='>' ><!-- </a> --> <c></c ><x/></a>\n"),
        (b"<a><![CDATA[</a>]]><c d=\"/>\"/></a><?end?>", b"<a><![CDATA[</a>]]><c d=\"/>\"/><x/></a><?end?>"),
    ],
)  # fmt: skip
def test_xml_is_set_in_without_a_byte_changed(data: bytes, out: bytes) -> None:
    """Comments, marked sections and values are no tags."""
    assert out == splicing.appended(data, ["<x/>"], "part")


def test_elements_are_replaced_or_set_where_they_belong() -> None:
    """In place of those of a name, else before the first that stands behind them, else at the end."""
    data = b"<a><b/><m>1</m><n/><m/></a>"

    assert b"<a><b/><x/><n/></a>" == splicing.replaced(data, ["<x/>"], names=("m",), before=(), where="part")
    assert b"<a><b/><m>1</m><x/><n/><m/></a>" == splicing.replaced(
        data, ["<x/>"], names=("y",), before=("n",), where="part"
    )


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1", "utf-8"])
def test_a_part_in_another_encoding_is_told_anew(encoding: str) -> None:
    """Parts may be in UTF-16, and some programs write still others; with elements set in they are in UTF-8."""
    data = f'<?xml version="1.0" encoding="{encoding}"?><a>ü</a>'.encode(encoding)
    told = encoding if encoding == "utf-8" else "UTF-8"

    assert f'<?xml version="1.0" encoding="{told}"?><a>ü<x/></a>'.encode() == splicing.appended(data, ["<x/>"], "part")


def test_a_part_in_no_known_encoding_is_an_error() -> None:
    """What cannot be read is not written either."""
    with pytest.raises(ReadError):
        splicing.appended(b'<?xml version="1.0" encoding="klingon"?><a/>', ["<x/>"], "part")


def test_python_docx_reads_the_list_in_the_report_s_style() -> None:
    """Another library sees the heading and the entries in their styles."""
    document = docx.Document(io.BytesIO(assembled(plain_report(), made_of("none"))))
    last = [(one.style and one.style.name, one.text) for one in document.paragraphs[-3:]]

    assert ("Heading 1", "Sources") == last[0]
    assert ("Bibliography", "Ng, Sara. “Storm.” The Wire, 2031.") == last[1]
    assert saved(document)


def test_new_notes_look_like_those_that_are_there() -> None:
    """Their fonts where these are set by hand, the tab behind the number, and both styles that LibreOffice has."""
    part = tree_of_bytes(notes.empty_notes("footnote"))
    hand = w("rPr", w("rFonts", ascii="Garamond"), w("i"), w("sz", val="18"))
    first = w(
        "p", w("r", w("rPr", w("rStyle", val="Zeichen")), w("footnoteRef"), w("tab")), w("r", hand, w("t", "Ebd."))
    )
    part.append(w("footnote", first, id="1"))
    body = w("body", w("p", w("r", w("rPr", w("rStyle", val="Anker")), w("footnoteReference", id="1"))))
    used = notes.styles_in_use(part, [body])
    made = notes.add_note(part, "footnote", 2, used, runs_of([Run(text="Ng", bold=True)], Look()))

    assert ("Anker", "Zeichen") == (used.reference, used.mark)
    assert ["footnoteRef", "tab"] == [
        plain_name(one) for run in made[0] for one in run if plain_name(one) not in ("rPr", "t")
    ]
    assert ["rFonts", "b", "bCs", "sz"] == [plain_name(one) for one in made[0][-1][0]]


def test_new_styles_have_the_look_that_a_report_sets_by_hand() -> None:
    """Programs that write no styles set fonts and sizes on every run: a list in their default font would stick out."""
    hand = (w("rPr", w("rFonts", ascii="Arial"), w("sz", val="24")) for _ in range(2))
    look = look_of([w("p", w("r", properties, w("t", "Ships wait."))) for properties in hand])
    data, _ = styles.with_styles(styles.empty_styles(), ["bibliography", "footnote text", "heading"], look=look)
    made = {one.get(q("styleId")): one.find(q("rPr")) for one in tree_of_bytes(data)}

    assert ["rFonts", "sz"] == [plain_name(one) for one in made["Bibliography"]]
    assert ["rFonts", "sz", "szCs"] == [plain_name(one) for one in made["FootnoteText"]]
    assert "20" == made["FootnoteText"].find(q("sz")).get(q("val"))
    assert made["Heading1"].find(q("rFonts")) is None


def test_a_new_heading_is_like_the_others() -> None:
    """What is set by hand on headings is set on ours: where they stand, what they look like."""
    center = w("pPr", w("pStyle", val="H"), w("jc", val="center"), w("sectPr"))
    body = w("body", w("p", center, w("r", w("rPr", w("caps"), w("sz", val="30")), w("t", "Ports"))), w("p"))
    made = entries.bibliography(made_of("none"), entries.Place(heading="H"), body)[0]

    assert ["pStyle", "jc"] == [plain_name(one) for one in made[0]]
    assert ["caps", "sz"] == [plain_name(one) for one in made.find(q("r"))[0]]
