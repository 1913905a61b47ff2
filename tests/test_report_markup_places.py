"""Places in Markdown and HTML reports: what is put in or taken away stands there and nowhere else."""

# ruff: noqa: E501, RUF005, SIM905 - fragments are easier to read in a row
from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.citing import Cited, Edit, Made, Report, Run
from digest.reports import html, markdown

SHOWN = "(Zed 2031)"

WORDS = st.text("ab é中.,;", min_size=1, max_size=8)
MARKDOWN = st.sampled_from(
    "*a* **b** _c_ `d` ~~e~~ [f](http://g.h) <http://i.j> http://k.l/m_n &amp; \\* ^[o] [^1] [p][q] [r]{.s} ![t](u)".split()
    + [
        "*v **w** x*",
        "  \n",
        "\n",
        "\n> ",
        "\n\n",
        "\n\n- ",
        "\n\n1. ",
        "\n\n> ",
        "\n\n# ",
        "\n\n    ",
        "<b>y</b>",
        "<!-- z -->",
    ]
    + [
        "\n\n| a | b |\n|---|---|\n| c\\|d | e |\n\n",
        "\r\n\r\n",
        "\n\n```\nf\n```\n\n",
        "[",
        "]",
        "*",
        "_",
        "`",
        "<",
        "&",
        "\\",
        "$g$",
    ]
)
MARKDOWN_REPORTS = st.lists(st.one_of(MARKDOWN, WORDS), max_size=25).map(
    lambda parts: "".join(parts) + "\n\n[^1]: Note *one*.\n\n[q]: http://q.example\n"
)
HTML = st.sampled_from(
    "<p> </p> <b> </b> <i> </i> <br> <div> </div> <ul><li> </li></ul> <td> <table><tr> </table> &amp; &nbsp; &copy <pre> </pre>"
    " <a\thref=x> </a> <h2> </h2> <blockquote> </blockquote> <!--x--> <q> </q> <code> </code> <span> </span> <em/> </x> < & >".split()
    + [
        "<script>a<p></script>",
        "<a href='#fn1' role='doc-noteref'>1</a>",
        "<p hidden>x</p>",
        "\n",
        "  ",
        "<![CDATA[",
        "<p",
        "<a b='",
    ]
)
HTML_REPORTS = st.lists(st.one_of(HTML, WORDS), max_size=25).map(
    lambda parts: "<p>" + "".join(parts) + "</p><section><ol><li id=fn1>Note</li></ol></section>\n"
)
FORMATS = [
    pytest.param(markdown, MARKDOWN_REPORTS, "a.md", id="markdown"),
    pytest.param(html, HTML_REPORTS, "a.html", id="html"),
]


def texts(report: Report) -> list[str]:
    return [one.text for one in report.paragraphs]


@pytest.mark.parametrize(("form", "reports", "name"), FORMATS)
def test_without_edits_nothing_changes(form: object, reports: st.SearchStrategy[str], name: str) -> None:
    """What is read and written back is the same file, whatever stands in it."""

    @settings(max_examples=100)
    @given(source=st.one_of(reports.map(str.encode), st.binary(max_size=60)))
    def check(source: bytes) -> None:
        assert source == form.write(source, name, Made(edits=(), entries=None)).data  # type: ignore[attr-defined]

    check()


@pytest.mark.parametrize(("form", "reports", "name"), FORMATS)
def test_a_citation_stands_where_it_is_put(form: object, reports: st.SearchStrategy[str], name: str) -> None:
    """Its paragraph has it at that place, all others are as they were, and without it the file is as it was."""

    @settings(max_examples=100)
    @given(source=reports, data=st.data())
    def check(source: str, data: st.DataObject) -> None:
        before = form.read(source.encode(), name)  # type: ignore[attr-defined]
        if not before.paragraphs:
            return
        number = data.draw(st.integers(0, len(before.paragraphs) - 1))
        paragraph = before.paragraphs[number]
        place = data.draw(st.integers(0, len(paragraph.text)))
        if paragraph.kind in ("code", "bibliography") or any(start <= place <= end for start, end in paragraph.opaque):
            return
        if set(paragraph.text[max(0, place - 1) : place + 1]) & set("\\*_~"):  # a neighbour changes what those mean
            return
        if any(one.start <= place <= one.end for one in paragraph.links):
            return
        edit = Edit(paragraph=number, start=place, end=place, sources=(Cited(key="k"),), shown=(Run(text=SHOWN),))
        written = form.write(source.encode(), name, Made(edits=(edit,), entries=None)).data  # type: ignore[attr-defined]
        after = form.read(written, name)  # type: ignore[attr-defined]
        wanted = texts(before)
        wanted[number] = f"{paragraph.text[:place]}{SHOWN}{paragraph.text[place:]}"
        found = [(n, one) for n, each in enumerate(after.paragraphs) for one in each.citations]

        assert wanted == texts(after)
        assert [(number, place)] == [(n, one.start) for n, one in found]
        gone = replace(edit, end=place + len(SHOWN), sources=(), shown=())
        assert source.encode() == form.write(written, name, Made(edits=(gone,), entries=None)).data  # type: ignore[attr-defined]

    check()
