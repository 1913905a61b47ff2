"""HTML reports: read with their places, written with citations, and given back byte for byte."""

# ruff: noqa: E501 - sources stand on one line
from __future__ import annotations

import pytest

from digest.attaching import Wishes, attach, detach
from digest.citing import Paragraph
from digest.citing.markers import with_markers
from digest.errors import ExportError
from digest.export import pandoc
from digest.export.styles import style_details
from digest.reports.html import read
from tests.conftest import Golden
from tests.test_report_markdown import ARTICLES, KNOWN, STYLES

REPORT = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>About [@ng2031]</title><style>p { color: red }</style>
<body>
<h1>Ships <em>wait</em> [@li2030]</h1>
<p>They wait [@ng2031, p 3]; and <b>bold <i>both</i> [@li2030, p. 4]</b> &amp; <code>[@x]</code>
[@li2030] begins a line&nbsp;[see <i>this</i>
@ng2031]. @ng2031 says &ldquo;no&rdquo;, see <a href="https://a.example/?a=1&amp;b=2">a page</a>.</p>
<script>var text = "<p>[@ng2031]</p>"</script>
<blockquote>quoted [@li2030]
more</blockquote>
<table><tr><td>x<td>[@ng2031]</table>
<p>Note<a href="#fn1" id="fnref1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a> here. <q>Quoted</q>
<ul><li>one [@ng2031; @li2030]<li>two</ul>
<section class="footnotes"><ol><li id="fn1"><p>The note [@ng2031].<a href="#fnref1" class="footnote-back"
role="doc-backlink">↩︎</a></p></li></ol></section>
</body>
</html>
"""


def cited(source: bytes, style: str = STYLES[0], *, name: str = "report.html", **wishes: object) -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    wanted = Wishes(style=style_details(style), language="en-US", **wishes)  # type: ignore[arg-type]
    return attach(source, name, report, KNOWN, wanted).written.data


def plain(source: bytes, name: str = "report.html") -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    return detach(source, name, report, KNOWN)[0].data


def paragraphs(source: str) -> tuple[Paragraph, ...]:
    return read(source.encode(), "report.html").paragraphs


def texts(source: str) -> list[str]:
    return [one.text for one in paragraphs(source)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cited_and_uncited_again_is_the_report_itself(style: str, end: str) -> None:
    """What was typed comes back byte for byte, with its tags and its line ends."""
    source = REPORT.replace("\n", end).encode()

    assert source == plain(cited(source, style))


@pytest.mark.parametrize("style", STYLES)
def test_cited_twice_is_cited_once(style: str) -> None:
    """A second run updates what the first wrote."""
    once = cited(REPORT.encode(), style)

    assert once == cited(once, style)


def test_fields_of_word_processors_are_refused() -> None:
    """The message names what HTML can hold."""
    with pytest.raises(ExportError, match="no fields of Word"):
        cited(REPORT.encode(), fields="word")


@pytest.mark.parametrize("style", STYLES)
def test_a_cited_report_as_a_person_reads_it(golden: Golden, style: str) -> None:
    """The file itself, by style."""
    golden(f"report_html_{style}.html", cited(REPORT.encode(), style).decode())


def test_pandoc_reads_the_keys_back() -> None:
    """The spans name their keys as pandoc's own do, and the words stand."""
    tree = pandoc.run(["--from", "html", "--to", "native"], cited(REPORT.encode())).decode()

    assert '"cites"' in tree or '"data-cites"' in tree
    words = pandoc.run(["--from", "html", "--to", "plain", "--wrap=none"], cited(REPORT.encode(), STYLES[1])).decode()
    assert "digest" not in words
    assert "Amy Ng, “Storm" in words


def test_the_shapes_of_a_page_are_told_apart() -> None:
    """Also where nobody closed a tag."""
    source = (
        "<h2>A</h2><p>b<p>c<ul><li>d<li>e</ul><blockquote>f</blockquote><table><tr><td>g<td>h</table><pre>i\n j</pre>k"
    )

    assert [
        ("heading", "body", "A"),
        ("paragraph", "body", "b"),
        ("paragraph", "body", "c"),
        ("list item", "body", "d"),
        ("list item", "body", "e"),
        ("quotation", "body", "f"),
        ("paragraph", "table", "g"),
        ("paragraph", "table", "h"),
        ("code", "body", "i\n j"),
        ("paragraph", "body", "k"),
    ] == [(one.kind, one.part, one.text) for one in paragraphs(source)]


def test_what_a_reader_does_not_see_is_no_text() -> None:
    """Scripts, styles, comments, templates, hidden elements and what follows a broken tag."""
    source = "<p>a<!-- b --><script>'<p>c'</script><span hidden>d</span><i style='display:none'>e</i> f</p><template>g</template>"

    assert ["a f"] == texts(source)
    assert ["a"] == texts("<p>a</p><b c='")


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<a href="#fn:1" role="doc-noteref">1</a>', '<ol><li id="fn:1">Note <a href="#fnref:1">back</a></li></ol>'),
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note</p></div>',
        ),
        (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Note</p></div>',
        ),
        (
            '<sup><a href="#user-content-fn-1" data-footnote-ref>1</a></sup>',
            '<li id="user-content-fn-1"><p>Note</p></li>',
        ),
    ],
    ids=["pandoc", "word", "libreoffice", "github"],
)
def test_notes_of_other_programs_are_notes(call: str, note: str) -> None:
    """Their paragraphs follow the one that calls them, without the number and the way back."""
    body, inside = paragraphs(f"<p>Words{call} go on.</p><p>More.</p>{note}")[:2]

    assert ("Words\ufffc go on.", "Note", "footnote") == (body.text, inside.text.strip(), inside.part)
    assert [(5, 1, 1)] == [(one.place, one.first, one.last) for one in body.notes]


@pytest.mark.parametrize("marker", ["<p>[bibliography]</p>", "<div>[[bibliography]]</div>", "<p>{{bibliography}}"])
def test_the_list_stands_at_its_marker(marker: str) -> None:
    """And the marker comes back."""
    source = f"<p>A [@ng2031].</p>{marker}<h2>After</h2>".encode()
    written = cited(source)

    assert written.index(b"Ng, Amy. 2031") < written.index(b"After")
    assert written == cited(written)
    assert source == plain(written)


def test_entries_in_other_languages_say_so() -> None:
    """The language of a record that is not the page's stands at its entry."""
    written = cited(REPORT.encode()).decode()

    assert '<div id="ref-li2030" class="csl-entry" lang="zh"' in written
    assert '<div id="ref-ng2031" class="csl-entry" style' in written


def test_the_locators_of_pandoc_are_kept() -> None:
    """A citation that pandoc wrote shows where in its source; that is read from its words."""
    source = '<p><span class="citation" data-cites="ng2031 li2030">(Ng 2031, para. 3; 李小 2030)</span></p>'
    [one] = paragraphs(source)[0].citations

    assert [("ng2031", "3"), ("li2030", "")] == [(each.key, each.locator) for each in one.sources]


def test_the_encoding_of_a_page_is_kept() -> None:
    """What it cannot hold is written as a reference."""
    source = '<meta charset="windows-1251"><p>Суда ждут [@li2030].</p>'.encode("cp1251")
    written = cited(source)

    assert "Суда ждут ".encode("cp1251") in written
    assert b"&#26446;" in written
    assert source == plain(written)


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 20_000, "<b><p>" * 20_000, "<a " * 50_000, "<a b='" * 50_000, "<!--" * 50_000, "<![CDATA[" * 50_000,
        "word " * 200_000, "<p>" + "<a href='#fn1'>1</a>" * 10_000 + "<li id=fn1>x", "&" * 200_000,
        "<p>" + "a [@ng2031] " * 5_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_hostile_pages_are_read_at_once(source: str) -> None:
    """No input takes more than its length is worth."""
    from time import process_time

    start = process_time()
    read(source.encode(), "a.html")

    assert process_time() - start < 6
