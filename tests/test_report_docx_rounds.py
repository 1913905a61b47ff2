"""A Word report cited, cited again and given back, with each kind of field and in each place: valid, never doubled."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest

from digest.citing import Citation, Cited, Edit, Entry, Made, Run, Style, in_order
from digest.citing.markers import as_marker, with_markers
from digest.export.pandoc import run as pandoc
from digest.model import Article
from digest.reports.docx import notes, read, write
from digest.reports.docx.document import in_strict_names
from tests.word_files import converted, faults, part_of, plain_report, saved, tree_of, with_members

KEYS = ("li2030", "ng2031")
TEXTS = ("Ships wait [see @ng2031, para. 3; @li2030]. Trains [@li2030, pp. 4–5] do not.", "Ports close [@ng2031].")
STYLE = Style(name="apa", path="", uri="http://www.zotero.org/styles/apa", hanging=True)
ADDRESS = "https://example.org/storm?a=1&b=2"
ENTRIES = (
    Entry(key="li2030", runs=(Run(text="Li, Bo. "), Run(text="Tea", italic=True), Run(text=". 2030."))),
    Entry(key="ng2031", runs=(Run(text="Ng, Sara. “Storm.” "), Run(text=ADDRESS, url=ADDRESS))),
)
ARTICLES = {
    "li2030": Article(id="li2030", type="book", title="Tea"),
    "ng2031": Article(id="ng2031", type="article-newspaper", title="Storm", url=ADDRESS),
}


@cache
def report_of(program: str) -> bytes:
    """A report with markers, as a program writes one; pandoc's has notes, as people have them."""
    if program == "python-docx":
        return plain_report(*TEXTS)
    text = "# Ports\n\nWords.[^1] More.[^2]\n\n[^1]: A note of ours.\n[^2]: Another.\n\n# Rails\n\nWords.\n"
    document = docx.Document(io.BytesIO(pandoc(["--from", "markdown", "--to", "docx", "--output", "-"], text.encode())))
    for words in TEXTS:
        document.add_paragraph(words)
    return saved(document)


@cache
def known_faults(program: str) -> frozenset[str]:
    """What the validator finds wrong with a report before we touch it."""
    with TemporaryDirectory() as folder:
        return frozenset(faults(report_of(program), Path(folder)))


def cited(data: bytes, fields: str, place: str) -> bytes:
    report = with_markers(read(data, "report.docx"), KEYS)
    edits = []
    for number, (paragraph, one) in enumerate(in_order(report)):
        part = report.paragraphs[paragraph].part
        edit = Edit(
            paragraph=paragraph,
            start=one.start,
            end=one.end,
            sources=tuple(map(recorded, one.sources)),
            shown=(Run(text=f"(Shown {number}, "), Run(text="Wire", italic=True), Run(text=")")),
            place=part if part in ("footnote", "endnote") else place,  # type: ignore[arg-type]
            identifier=f"cite{number:04}",
            alone=one.alone,
        )
        edits.append(edit)
    made = Made(edits=tuple(edits), entries=ENTRIES, fields=fields, style=STYLE, articles=ARTICLES)  # type: ignore[arg-type]
    return write(data, "report.docx", made).data


def recorded(source: Cited) -> Cited:
    item = json.dumps({"id": source.key, "type": "webpage", "title": ARTICLES[source.key].title})
    return replace(source, item=item, uris=(f"http://digest.local/items/{source.key}",))


def uncited(data: bytes) -> bytes:
    report = read(data, "report.docx")
    edits = [
        Edit(paragraph=n, start=one.start, end=one.end, text=as_marker(one.sources), alone=one.alone)
        for n, one in in_order(report)
    ]
    return write(data, "report.docx", Made(edits=tuple(edits), entries=None)).data


def texts_of(data: bytes) -> list[str]:
    return [one.text for one in read(data, "report.docx").paragraphs]


@pytest.mark.parametrize("program", ["python-docx", "pandoc"])
@pytest.mark.parametrize("place", ["text", "footnote", "endnote"])
@pytest.mark.parametrize("fields", ["live", "word", "none"])
def test_a_report_is_cited_and_given_back(fields: str, place: str, program: str, tmp_path: Path) -> None:
    """What is written is as valid as what was read; a second run changes no byte; the text comes back."""
    before = report_of(program)
    once = cited(before, fields, place)

    assert set() == {*faults(once, tmp_path)} - known_faults(program)
    assert "Sources" in texts_of(once)
    if fields != "none":
        assert once == cited(once, fields, place)
        assert texts_of(before) == texts_of(uncited(once))


@pytest.mark.parametrize("change", [("live", "word"), ("word", "live"), ("live", "none")])
def test_fields_of_one_kind_become_fields_of_another(change: tuple[str, str], tmp_path: Path) -> None:
    """A report that was live for Zotero becomes Word's own, and back: one list of sources, no citation lost."""
    before = report_of("pandoc")
    once, twice = (cited(before, kind, "text") for kind in change)

    assert texts_of(twice) == texts_of(cited(once, change[1], "text"))
    assert [] == [
        one for one in faults(cited(once, change[1], "text"), tmp_path) if one not in faults(before, tmp_path)
    ]


def test_notes_that_are_there_keep_their_order() -> None:
    """A citation's note among a person's own is numbered by where it is called."""
    once = cited(report_of("pandoc"), "live", "footnote")
    told = pandoc(["--from", "docx", "--to", "markdown", "--wrap=none"], once).decode()

    assert "Words.[^1] More.[^2]" in told
    assert "Ships wait [^3]. Trains [^4] do not." in told
    numbers = [int(notes.identifier(one)) for one in tree_of(once, "word/footnotes.xml")]
    assert numbers[2:] == sorted(numbers[2:])
    assert [1, 2, 3, 4, 5] == [n for n in range(1, 7) if f"[^{n}]: " in told]


def test_a_strict_document_stays_strict() -> None:
    """What is added to a document that Word saved as strict Open XML has the names of that form."""
    plain = plain_report(*TEXTS)
    names = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels", "_rels/.rels")
    strict = with_members(plain, {name: in_strict_names(part_of(plain, name)) for name in names})
    once = cited(strict, "live", "footnote")

    assert texts_of(cited(plain, "live", "footnote")) == texts_of(once)
    for name in (*names, "word/footnotes.xml"):
        assert b"purl.oclc.org/ooxml" in part_of(once, name)
        assert b"schemas.openxmlformats.org/wordprocessingml/2006/main" not in part_of(once, name)
    assert texts_of(strict) == texts_of(uncited(once))


def test_citations_are_read_back_by_pandoc() -> None:
    """Keys, places, what stands before them and their records, from Zotero's fields in the text and in notes."""
    for place in ("text", "footnote"):
        once = cited(report_of("python-docx"), "live", place)
        told = pandoc(["--from", "docx+citations", "--to", "markdown", "--standalone", "--wrap=none"], once).decode()

        assert "[see @ng2031, paragraph 3 ; @li2030]" in told
        assert "[@li2030, page 4--5 ]" in told
        assert "title: Storm" in told


@pytest.mark.parametrize(("fields", "place"), [("live", "footnote"), ("word", "text")])
def test_libreoffice_keeps_what_word_has(fields: str, place: str, tmp_path: Path) -> None:
    """A colleague opens the report in LibreOffice and saves it: every citation is still one, and given back."""
    before = report_of("python-docx")
    once = cited(before, fields, place)
    saved_there = converted(once, tmp_path, "docx")
    keys = [[source.key for source in one.sources] for _, one in in_order(read(saved_there, "report.docx"))]

    assert [["ng2031", "li2030"], ["li2030"], ["ng2031"]] == keys
    assert texts_of(before)[:3] == texts_of(uncited(saved_there))[:3]


def test_where_nothing_is_cited_nothing_is_written() -> None:
    """A report without citations comes back as it was."""
    data = plain_report("Ships wait.")

    assert data == write(data, "report.docx", Made(edits=(), entries=())).data
    assert isinstance(read(data, "report.docx").paragraphs[1].citations, tuple)
    assert [] == [one for _, one in in_order(read(data, "report.docx")) if isinstance(one, Citation)]
