"""Typst reports: read with their places in the source, and written back with live citations."""

from __future__ import annotations

import time
from pathlib import Path

import pypdfium2
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Edit, Made, Report, Run, Style, Written, in_order
from digest.citing.markers import as_marker, with_markers
from digest.citing.nouns import NOTE, Fields
from digest.model import Article, Date, Evidence, Name
from digest.reports import read_report, write_report
from digest.reports.typst.escaping import escape, set_runs
from digest.resources import template_folder
from tests.cited_reports import KEYS, cite, uncite


def read(text: str) -> Report:
    return with_markers(read_report(text.encode(), "report.typ"), KEYS)


def done(text: str, fields: Fields = "live") -> Written:
    return cite(text.encode(), fields, name="report.typ")


def citation(text: str) -> Citation:
    ((_, one),) = in_order(read(text))
    return one


def page(source: bytes, folder: Path, beside: dict[str, bytes] | None = None) -> str:
    """The text of the PDF that Typst makes of a source, with nothing at hand but what lies beside it."""
    (folder / "report.typ").write_bytes(source)
    for name, data in (beside or {}).items():
        (folder / name).write_bytes(data)
    nowhere = folder / "packages"
    made = typst.compile(
        str(folder / "report.typ"), root=str(folder), package_path=str(nowhere), package_cache_path=str(nowhere)
    )
    return " ".join(" ".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(made)).split())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Ships *wait _off_* the snake_case coast.", "Ships wait off the snake_case coast."),
        ('"So", it\'s -- 5--6 --- on...', "“So”, it’s – 5–6 — on…"),
        (r"\#x \u{e9} a\@b 50~m", "#x é a@b 50\u00a0m"),
        ("one // no [@li2030]\ntwo /* no /* deeper */ [@x] */ three", "one two three"),
        ("#emph[kept] #text(fill: red)[red #strong[words]]; on", "kept red words on"),
        ("`[@no]` and $a_[@x]$", f"[@no] and {NOTE}"),
        ("Typed [@li2030, paras. 4--5] and [plain]", "Typed [@li2030, paras. 4–5] and [plain]"),
        ('#link("https://a.example/x")[the words] and https://b.example/a_b.', "the words and https://b.example/a_b."),
        ("#let a = [no]\n#set text(fill: red)\n#show heading: it => [no]\nText <label>", "Text"),
        ("#if x [shown] else {\n [too] }", "shown"),
        ("#show: paper.with(\n  title: [Its _title_ \\#1],\n)\nText", "Its title #1"),
        ("write to ng@harbour.example now", "write to ng@harbour.example now"),
    ],
)
def test_a_paragraph_is_what_a_reader_of_the_page_sees(source: str, shown: str) -> None:
    assert shown == read(source).paragraphs[0].text


def test_headings_lists_quotations_cells_and_captions_are_known() -> None:
    source = (
        "= Harbour _news_ <a>\nText.\n\n- One\n- Two\n  more\n+ Three\n\n== Deeper\n"
        "#quote(block: true)[Said so.]\n#figure(table(columns: 2, [a], [b], [c], [d]), caption: [Things])\n"
        "```py\n[@x]\n```\n#heading(level: 3)[Called]\n[bibliography]"
    )
    seen = [(one.kind, one.part, one.level, one.text) for one in read(source).paragraphs]

    assert [
        ("heading", "body", 1, "Harbour news"),
        ("paragraph", "body", None, "Text."),
        ("list item", "body", None, "One"),
        ("list item", "body", None, "Two more"),
        ("list item", "body", None, "Three"),
        ("heading", "body", 2, "Deeper"),
        ("quotation", "body", None, "Said so."),
        *(("paragraph", "table", None, cell) for cell in "abcd"),
        ("caption", "body", None, "Things"),
        ("code", "body", None, "py\n[@x]"),
        ("heading", "body", 3, "Called"),
        ("bibliography", "body", None, "[bibliography]"),
    ] == seen


def test_a_note_stands_behind_the_paragraph_that_calls_it() -> None:
    report = read("One.#footnote[Two. [@li2030]] Three.\n\nFour.")

    assert [f"One.{NOTE} Three.", "Two. [@li2030]", "Four."] == [one.text for one in report.paragraphs]
    (note,) = report.paragraphs[0].notes
    assert (4, 1, 1) == (note.place, note.first, note.last)


@pytest.mark.parametrize(
    ("source", "marker"),
    [
        ("@a", "[@a]"),
        ("@a[p. 3]", "[@a, p. 3]"),
        ("@a[para. 3] @b", "[@a, para. 3; @b]"),
        ("#cite(<a>, supplement: [paras. 4--5, my own])", "[@a, paras. 4–5, my own]"),
        ('#cite(<a>, form: "prose")', "@a"),
        ('#cite(label("a/b"), form: "year");', "[-@a/b]"),
        ("#cite(<a>)#cite(<b>)", "[@a; @b]"),
    ],
)
def test_references_and_calls_are_citations(source: str, marker: str) -> None:
    one = citation(f"Text {source}, more.")

    assert (marker, "native") == (as_marker(one.sources), one.origin)


def test_a_reference_to_a_label_of_the_report_is_no_citation() -> None:
    assert [] == list(in_order(read("= Intro <intro>\nSee @intro.")))


def test_what_is_typed_becomes_a_live_citation_and_nothing_else_changes() -> None:
    source = "Ships *wait* [@ng2031storm, para. 12; @li2030](so) // [@x]\r\n\tNext.\r\n\r\n[bibliography]\r\n"

    assert (
        source.replace(
            "[@ng2031storm, para. 12; @li2030]", "#cite(<ng2031storm>, supplement: [para.~12])#cite(<li2030>);"
        ).replace(
            "[bibliography]",
            '#bibliography("report-sources.bib", title: [Sources], style: "apa.csl")'
            " // digest: in place of [bibliography]",
        )
        == done(source).data.decode()
    )
    assert ["report-sources.bib", "apa.csl"] == list(done(source).beside)


def test_a_marker_right_behind_a_call_is_none_of_its_arguments(tmp_path: Path) -> None:
    once = done("So #emph[they][see @li2030, p. 3] and #footnote[x][@ng2031storm].")

    assert "So #emph[they]see #cite(<li2030>, supplement: [p.~3]) and #footnote[x]#cite(" in once.data.decode()
    assert "(Li" not in page(once.data, tmp_path, dict(once.beside))


def test_a_second_run_changes_nothing() -> None:
    once = done("Ships wait [see @ng2031storm, para. 12].#footnote[[-@li2030]] And \\@li2030 [p. 3].")

    assert once.data == cite(once.data, name="report.typ").data
    listed = done("Ships [@li2030].", "none")
    assert 1 == cite(listed.data, "none", name="report.typ").data.count(b"// digest: sources begin")


@pytest.mark.parametrize(
    "place", ["[bibliography]\n\nAfter.\n", "[bibliography]", "", "End", '#bibliography(("own.bib", "two.bib"))\n']
)
def test_uncite_gives_the_source_back(place: str) -> None:
    source = f"Ships wait [@ng2031storm, para. 12; @li2030] and [-@li2030].\n\n{place}"

    assert source == uncite(done(source).data, "report.typ").decode()
    assert source == uncite(cite(done(source).data, name="report.typ").data, "report.typ").decode()


def test_a_bibliography_of_the_report_takes_our_file_in() -> None:
    once = done('A [@li2030].\n#bibliography("own.bib", style: "mla")\n')

    assert '#bibliography(("own.bib", "report-sources.bib") /* digest: with it */, style: "mla")' in once.data.decode()
    assert once.data == cite(once.data, name="report.typ").data


def test_typst_sets_what_we_write(tmp_path: Path) -> None:
    made = done(
        "Ships wait [@ng2031storm, para. 12].#footnote[So [-@li2030].] In table #table([@li2030], [[@li2030]])\n"
    )
    words = page(made.data, tmp_path, dict(made.beside))

    assert "Ships wait (Ng, 2031a, para. 12)." in words
    assert "Sources" in words
    assert "wait (Ng & Li 2031)." in page(done("Ships wait [@li2030].", "none").data, tmp_path)


@pytest.mark.parametrize("style", ["ieee", "chicago-notes-bibliography", "modern-language-association"])
def test_every_record_compiles_in_every_style(style: str, tmp_path: Path) -> None:
    """Titles that look like code, dates that are spans or open, names of bodies: all are set, none acts."""
    hostile = r'#read("/etc/passwd") $x$ \input{x} {a} % @b "c" & <d> *e* _f_ ~ `g` ^ | \textbf'
    dates = ["2031", "2031-05~", "2031-05-02", "../2031-05-02", "2031-05-02/2031-05-04", "2031-01-01/..", None]
    guess = Evidence(field="issued", quote="May", rule="year of the folder", confidence="inferred")
    articles = {
        f"key{number}": Article(
            id=f"key{number}",
            type="article-newspaper" if number % 2 else "webpage",
            title=f"{number} {hostile}",
            author=(Name(literal=hostile),) if number % 3 else (Name(family="Ng #x", given="A. *B*"),),
            container_title=hostile,
            issued=Date(edtf=date) if date else None,
            url="https://a.example/?a=%20&b=~#x_y",
            evidence=(guess,) if number == 1 else (),
            language="en",
        )
        for number, date in enumerate(dates)
    }
    edits = tuple(
        Edit(paragraph=0, start=1, end=1, sources=(Cited(key=key, locator="3", suffix=hostile),)) for key in articles
    )
    path = str(template_folder() / "styles" / f"{style}.csl")
    made = Made(edits=edits[:1], articles=articles, style=Style(name=style, path=path))
    result = write_report(b"A", "report.typ", made)
    cited = result.data + "".join(f" @{key}" for key in articles).encode()

    assert "read(" in page(cited, tmp_path, dict(result.beside))


def test_a_style_that_typst_cannot_set_is_left_out() -> None:
    made = Made(edits=(), articles={"a": Article(id="a")}, style=Style(name="oscola", path="oscola.csl", lists=False))
    result = write_report(b"A", "report.typ", made)

    assert b"style:" not in result.data
    assert any("not told the style" in note for note in result.notes)


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_escaped_text_is_text(text: str) -> None:
    """What we write is read again, letter for letter."""
    plain = "".join(c if c.isprintable() and c != "\ufffc" else " " for c in text).replace("\ue000", " ")
    shown = read_report(f"x{escape(plain)}x".encode(), "a.typ").paragraphs[0].text

    assert " ".join(f"x{plain}x".split()) == " ".join(shown.split())


@given(st.text(alphabet="#$*_`<>@[]~\"'=+-/{}\\.()abc1 \n;:", max_size=40))
@settings(max_examples=60)
def test_typst_prints_escaped_text_as_text(text: str) -> None:
    """Compiled where anything that acts would fail: the text is what a query of the document gives back."""
    plain = " ".join(text.split())
    runs = (Run(text=plain), Run(text=plain, italic=True, url="https://a.example/"))
    source = f"{escape(plain)}{set_runs(runs)}(x)"
    typst.compile(source.encode())
    shown = read_report(f"x{source}".encode(), "a.typ").paragraphs[0].text

    assert f"x{plain}{plain}{plain}(x)" == shown


@given(st.text(alphabet="#$*_`<>@[]~\"'=+-/{}\\.()ab1 \n;", max_size=200))
@settings(max_examples=300)
def test_any_source_is_read(text: str) -> None:
    for paragraph in read_report(text.encode(), "a.typ").paragraphs:
        assert all(0 <= one.start <= one.end <= len(paragraph.text) for one in paragraph.citations)
    assert text.encode() == write_report(text.encode(), "a.typ", Made(edits=(), entries=None)).data


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000, "#cite(" * 50_000, "#footnote[" * 20_000, "#f(" * 50_000, "#let x = (" * 20_000, "@a[" * 50_000,
        "/*" * 50_000, "`" * 99_999, "$" * 99_999, '#link("' * 30_000, "// digest: sources begin\n" * 20_000,
        "#quote(" * 30_000, "x [@li2030] " * 10_000, "@a " * 20_000, "#if x " * 30_000, "#{" * 50_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_sources_are_read_in_time(text: str) -> None:
    before = time.process_time()
    read_report(text.encode(), "a.typ")

    assert time.process_time() - before < 8


def test_in_a_style_of_notes_no_note_stands_in_a_note(tmp_path: Path) -> None:
    """In a note the whole reference, in the text the note that Typst makes, behind its author where one is named."""
    path = str(template_folder() / "styles" / "chicago-notes-bibliography.csl")
    style = Style(name="chicago-notes-bibliography", path=path, notes=True)
    once = cite(
        b"Ships [@ng2031storm].#footnote[See [@li2030, p. 3].] \\@li2030 [p. 4] says.", name="a.typ", style=style
    )
    words = page(once.data, tmp_path, dict(once.beside))

    assert (
        'Ships #cite(<ng2031storm>).#footnote[See #cite(<li2030>, supplement: [p.~3], form: "full").]'
        ' #cite(<li2030>, form: "author")#h(0pt)#cite(<li2030>, supplement: [p.~4]) says.'
    ) in once.data.decode()
    assert "Ng3 says." in words
    assert once.data == cite(once.data, name="a.typ", style=style).data
    assert b"[p. 4] says." in uncite(once.data, "a.typ")


def test_a_list_that_was_set_as_text_stays() -> None:
    once = done("Ships [@li2030].", "none").data

    assert once == cite(once, "none", name="report.typ").data


def test_a_record_that_the_report_has_itself_is_in_no_second_file(tmp_path: Path) -> None:
    """Typst refuses a key that two files have; the run that joined them tells the later ones."""
    once = done('A @li2030 and [@ng2031storm].\n#bibliography("own.bib")\n')
    own = b"@book{li2030, author = {Li, Wei}, title = {Own}, date = {2030}}"

    assert '"report-sources.bib") /* digest: with it but li2030 */' in once.data.decode()
    assert once == cite(once.data, name="report.typ")
    assert "Own" in page(once.data, tmp_path, dict(once.beside) | {"own.bib": own})
