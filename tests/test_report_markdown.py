"""Markdown reports: read with their places, written with citations, and given back byte for byte."""

# ruff: noqa: E501 - sources stand on one line
from __future__ import annotations

import json
from typing import Any

import pytest

from digest.attaching import Known, Wishes, attach, detach
from digest.citing import Paragraph
from digest.citing.markers import with_markers
from digest.errors import ExportError
from digest.export import pandoc
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports.markdown import read
from tests.conftest import Golden

NG = Article(
    id="ng2031",
    type="article-newspaper",
    author=(Name(family="Ng", given="Amy"),),
    title="Storm Closes *The* Harbour",
    container_title="The Harbour Times",
    issued=Date(edtf="2031-03-03"),
    url="https://harbourtimes.example/storm_1",
    language="en",
)
LI = Article(id="li2030", author=(Name(literal="李小"),), title="王毅说", issued=Date(edtf="2030"), language="zh")
ARTICLES = {article.id: article for article in (NG, LI)}
KNOWN = Known(by_key=ARTICLES.get, by_address=lambda address: None)

REPORT = """---
title: A [@ng2031] in the settings
lang: en-GB
---
# Ships *wait* [@li2030] {#ships}

They wait [@ng2031, p 3]; \\@ng2031 and **bold *both* [@li2030, p. 4]** and `code [@ng2031]`
[@li2030] begins a line [see *this*
@ng2031]. @ng2031 says “no”, and [@ng2031](https://a.example) too.

> quoted [@li2030]
> more

- item [@ng2031; @li2030]

| A       | B         |
|---------|-----------|
| x \\| y | [@ng2031] |

Note[^1] and another^[inline [@li2030]].
Alone.[^2]

[^1]: The note [@ng2031].

[^2]: [@ng2031, p. 3].
"""
STYLES = ("chicago-author-date", "chicago-notes-bibliography", "ieee")


def cited(source: bytes, style: str = STYLES[0], *, name: str = "report.md", **wishes: object) -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    wanted = Wishes(style=style_details(style), language="en-US", **wishes)  # type: ignore[arg-type]
    return attach(source, name, report, KNOWN, wanted).written.data


def plain(source: bytes, name: str = "report.md") -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    return detach(source, name, report, KNOWN)[0].data


def paragraphs(source: str) -> tuple[Paragraph, ...]:
    return read(source.encode(), "report.md").paragraphs


def texts(source: str) -> list[str]:
    return [one.text for one in paragraphs(source)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cited_and_uncited_again_is_the_report_itself(style: str, end: str) -> None:
    """What was typed comes back byte for byte, with its line ends and a byte order mark."""
    source = b"\xef\xbb\xbf" + REPORT.replace("\n", end).encode()

    assert source == plain(cited(source, style))


@pytest.mark.parametrize("style", STYLES)
def test_cited_twice_is_cited_once(style: str) -> None:
    """A second run updates what the first wrote."""
    once = cited(REPORT.encode(), style)

    assert once == cited(once, style)


def test_fields_of_word_processors_are_refused() -> None:
    """The message names what Markdown can hold."""
    with pytest.raises(ExportError, match="no fields of Zotero"):
        cited(REPORT.encode(), fields="zotero")


@pytest.mark.parametrize("style", STYLES)
def test_a_cited_report_as_a_person_reads_it(golden: Golden, style: str) -> None:
    """The file itself, by style."""
    golden(f"report_markdown_{style}.md", cited(REPORT.encode(), style).decode())


@pytest.mark.parametrize("reader", ["commonmark", "gfm", "markdown"])
def test_other_readers_see_the_citations_as_words(reader: str) -> None:
    """In a heading, emphasis, list, quotation, cell, note and at the head of a line: the words stand, no span shows."""
    words = pandoc.run(["--from", reader, "--to", "plain", "--wrap=none"], cited(REPORT.encode())).decode()

    for shown in (
        "Ships wait (李小 2030)",
        "wait (Ng 2031, p 3);",
        "both (李小 2030, 4)",
        "(李小 2030) begins a line (see this Ng 2031).",
        "Ng (2031) says",
        "quoted (李小 2030) more",
        "item (Ng 2031; 李小 2030)",
        "Ng, Amy. 2031. “Storm Closes *the* Harbour.”",
    ):
        assert shown in words.replace("_", "").replace("\u00a0", " ")
    assert "digest" not in words
    assert "span" not in words


@pytest.mark.parametrize("reader", ["gfm", "markdown"])
def test_other_readers_see_the_notes(reader: str) -> None:
    """Each note is one, with its own words, and none is left over."""
    tree = json.loads(pandoc.run(["--from", reader, "--to", "json"], cited(REPORT.encode(), STYLES[1])))
    notes = [one for one in _nodes(tree) if one.get("t") == "Note"]

    assert 12 + (reader == "markdown") == len(notes)  # GitHub knows no notes within the sentence


def _nodes(tree: Any) -> list[dict[str, Any]]:
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [*([tree] if isinstance(tree, dict) else []), *(one for part in below for one in _nodes(part))]


def test_the_shapes_of_a_text_are_told_apart() -> None:
    """Paragraphs, headings, lists, quotations, cells, notes and code, with the line each begins on."""
    source = "# A *b*\n\nC\n===\n\nd\ne\n\n- f\n\n> g\n\n| h | i |\n|--|--|\n| j\\|k | |\n\n    l\n\nm[^n]\n\n[^n]: o\n"

    assert [
        ("heading", "body", 1, "A b"),
        ("heading", "body", 3, "C"),
        ("paragraph", "body", 6, "d e"),
        ("list item", "body", 9, "f"),
        ("quotation", "body", 11, "g"),
        ("paragraph", "table", 13, "h"),
        ("paragraph", "table", 13, "i"),
        ("paragraph", "table", 15, "j|k"),
        ("code", "body", 17, "    l"),
        ("paragraph", "body", 19, "m\ufffc"),
        ("paragraph", "footnote", 21, "o"),
    ] == [(one.kind, one.part, one.line, one.text) for one in paragraphs(source)]


def test_links_are_told_with_their_words() -> None:
    """Inline ones, references, addresses in angle brackets and bare ones."""
    source = (
        "A [b *c*](<http://d.e/f g> 'h') [i][j] <http://k.l> (http://m.n/o_p). www.q.example!\n\n[j]: http://r.s 'T'\n"
    )
    [one] = paragraphs(source)

    assert [
        ("b c", "http://d.e/f g"),
        ("i", "http://r.s"),
        ("http://k.l", "http://k.l"),
        ("http://m.n/o_p", "http://m.n/o_p"),
        ("www.q.example", "www.q.example"),
    ] == [(one.text[link.start : link.end], link.url) for link in one.links]


def test_markers_that_are_none_are_left_alone() -> None:
    """In code, behind a backslash, in comments, maths, HTML and settings nothing is a citation."""
    source = "---\na: '[@li2030]'\n---\n"
    source += "`[@li2030]` \\[@li2030] \\@li2030 <!-- [@li2030] --> $[@li2030]$\n\n<div>\n[@li2030]\n</div>\n"
    report = with_markers(read(source.encode(), "a.md"), frozenset(ARTICLES))

    assert [] == [one for paragraph in report.paragraphs for one in paragraph.citations]


@pytest.mark.parametrize(
    "marker", ["[bibliography]", "{{bibliography}}", "::: {#refs}\n:::", "> [bibliography]", "- [bibliography]"]
)
def test_the_list_stands_at_its_marker(marker: str) -> None:
    """And the marker comes back."""
    source = f"A [@ng2031].\n\n{marker}\n\n# After\n".encode()
    written = cited(source)

    assert written.index(b"Ng, Amy. 2031") < written.index(b"# After")
    assert written == cited(written)
    assert source == plain(written)


def test_mere_text_has_no_trace() -> None:
    """With --fields none no span and no comment is written; with markers, no citation."""
    written = cited(REPORT.encode(), fields="none").decode()

    assert "digest" not in written
    assert "<!--" not in written
    assert "(Ng 2031, p 3)" in written
    assert REPORT == cited(REPORT.encode(), fields="markers").decode()


def test_another_style_takes_the_place_of_the_first() -> None:
    """From the text into notes and back: the same as at once, and nothing is left over."""
    source = b"Ships wait [@ng2031, p. 3].\n"
    there = cited(source, STYLES[1])

    assert b"[^cite-1]" in there
    assert cited(source) == cited(there)
    assert there == cited(cited(source), STYLES[1])
    kept = cited(b"See [see *this* @ng2031].\n", STYLES[1])
    assert b"data-typed" in cited(kept)


@pytest.mark.parametrize("typed", ["See [see *this* @ng2031].", "A  [@ng2031]", "(a)[@ng2031] b"])
def test_the_blank_before_a_marker_comes_back(typed: str) -> None:
    """Also where there was none, or two, and after a change of style."""
    source = f"{typed}\n".encode()

    for styles in (STYLES[1:2], STYLES[:2], (STYLES[0], STYLES[2], STYLES[1])):
        written = source
        for style in styles:
            written = cited(written, style)
        assert source == plain(written)


def test_the_style_of_the_last_run_is_known() -> None:
    """The list of sources keeps its name."""
    assert "ieee" == read(cited(REPORT.encode(), "ieee"), "a.md").style


def test_emphasis_that_ends_within_a_marker_still_ends() -> None:
    """A mark that belongs to words outside is kept, once."""
    written = cited(b"**A [@ng2031** b].\n")

    assert written.startswith(b'**A <span data-digest="[@ng2031, b]">(Ng 2031, b)</span>**.')
    assert b"**A [@ng2031, b]**.\n" == plain(written)


def test_an_old_encoding_is_kept() -> None:
    """What it cannot hold is written as a reference, and the rest keeps its bytes."""
    source = "Café – [@li2030].\n".encode("cp1252")
    written = cited(source)

    assert written.startswith("Café – ".encode("cp1252"))
    assert b"(&#26446;&#23567; 2030)" in written
    assert source == plain(written)


def test_a_plain_text_may_indent_its_paragraphs() -> None:
    """In a .txt file an indented line is no code."""
    assert "code" == read(b"    A [@ng2031].", "a.md").paragraphs[0].kind
    assert "paragraph" == read(b"    A [@ng2031].", "a.txt").paragraphs[0].kind


@pytest.mark.parametrize(
    "source",
    [
        "[" * 100_000, "^[a " * 20_000 + "]" * 20_000, "*a **b " * 30_000, "<a b='" * 50_000, "<!-- " * 50_000, "> " * 50_000,
        "`" * 100_000, "[a](b) " * 10_000, "".join(f"{'  ' * n}- a\n" for n in range(1000)), "word " * 200_000,
        "<!--bibliography-->\n" * 10_000, "<!--citations-->\n" * 10_000, "a [@ng2031] " * 5_000, "|a" * 20_000 + "\n" + "|-" * 20_000,
    ],
    ids=range(14),
)  # fmt: skip
def test_hostile_texts_are_read_at_once(source: str) -> None:
    """No input takes more than its length is worth."""
    from time import process_time

    start = process_time()
    read(source.encode(), "a.md")

    assert process_time() - start < 6
