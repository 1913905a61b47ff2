"""Nothing that a record says acts as Markdown or HTML, whichever reader a report is given to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.citing import Cited, Edit, Entry, Made, Run
from digest.export import pandoc
from digest.reports.html import write as write_html
from digest.reports.markdown import read, write

READERS = ("commonmark", "gfm", "markdown", "commonmark_x")
HOSTILE = (
    "*a* **b** _c_ __d__ `e` ~~f~~ ^g^ ~h~ ==i==",
    "[a](http://x.y)",
    "![a](/etc/passwd)",
    "<script>x</script>",
    "<!-- a",
    "--> a",
    "</span>",
    "http://x.example/a_b",
    "www.example.com",
    "a@b.example",
    "@ng2031",
    "[@ng2031]",
    "[^1]",
    "^[a]",
    "$x$ $$y$$",
    ":smile:",
    "a -- b --- c ... d",
    "'a' \"b\"",
    "# a #",
    "## a",
    "> a",
    "- a",
    "1. a",
    "1) a",
    "(@) a",
    "(a) b",
    "a | b",
    "| a | b |",
    "\\",
    "\\*",
    "\\textbf{a}",
    "{=html} {.a #b}",
    "`a`{=html}",
    "&amp; &lt; &#42; &copy",
    "~~~",
    "```",
    "[a]: http://x.y",
    "+ a",
    "= a",
    "=== a",
    "--- a",
    "* * *",
    "a\nb",
    "a  ",
    "  a",
    "\t a",
    "a\u2028b",
    "\x00a\x1b",
    "A. a",
    "iv. a",
    "::: {.a}",
    ": a",
    "% a",
    "[ ] a",
    "[x] a",
    "Table: a",
    "1986. A year",
    "ａ*ｂ",
    "http:\\x",
    "ftp://a.b",
    "!",
    "[",
    "]",
    "<",
    "a*b*c",
    "99% & more",
    "{{a}}",
    "{% a %}",
    "\ufeffa",
    "\ue000",
    "🙂:",
    "//a",
    "a://b",
    "mailto:a@b.c",
    "#1",
    "GH-1",
    "@user",
    "TeX \\(a\\) \\[b\\]",
    "H~2~O",
    "a^2^",
)
PLACES = ("{}", "# {}", "- {}", "> {}", "**bold {}**", "| {} | b |\n|---|---|\n| c | d |", "a {} b", "1. {}\n2. x")
LIVE = {"Str", "Space", "SoftBreak", "Span", "Emph", "Strong", "SmallCaps", "RawInline", "Strikeout"}

letters = st.one_of(
    st.sampled_from(HOSTILE), st.text("*_`~^$[](){}<>#@|\\!&:;.-+='\"/ abwhtp1\n\u00a0é中", max_size=30)
)


def inlines(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of a tree that has a type."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for value in tree.values():
            yield from inlines(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from inlines(value)


def plain_text(tree: Any) -> str:
    """The words of a tree."""
    return "".join(
        " " if one["t"] in ("Space", "SoftBreak") else one.get("c", "")
        for one in inlines(tree)
        if one["t"] in ("Str", "Space", "SoftBreak")
    )


def squeezed(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def shown(report: str, text: str, fields: str = "live") -> str:
    """A report with one citation that shows `text`."""
    data = report.format("[@k]").encode()
    paragraphs = read(data, "a.md").paragraphs
    number = next(n for n, one in enumerate(paragraphs) if "[@k]" in one.text)
    start = paragraphs[number].text.index("[@k]")
    edit = Edit(paragraph=number, start=start, end=start + 4, sources=(Cited(key="k"),), shown=(Run(text=text),))
    return write(data, "a.md", Made(edits=(edit,), fields=fields)).data.decode()  # type: ignore[arg-type]


def tree_of(text: str, reader: str) -> list[Any]:
    blocks: list[Any] = json.loads(pandoc.run(["--from", reader, "--to", "json"], text.encode()))["blocks"]
    return blocks


def harmful(tree: Any) -> list[str]:
    """The nodes that are more than words, but for our own span."""
    nodes = [one for one in inlines(tree) if one["t"][:1].isupper()]
    found = [
        one["t"] for one in nodes if one["t"] in ("Link", "Image", "Code", "Math", "Cite", "Note", "RawBlock", "Quoted")
    ]
    raw = [one["c"][1] for one in nodes if one["t"] == "RawInline"]
    return found + [one for one in raw if not one.startswith("<span data-digest=") and one != "</span>"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("fields", ["live", "none"])
def test_hostile_words_are_shown_as_they_are_in_every_place(reader: str, fields: str) -> None:
    """Each text, in each place, gives the same words and no node that acts."""
    cases = [(place, text) for place in PLACES for text in HOSTILE]
    if fields == "none":  # pandoc makes a box of these at the head of a list item however they are escaped
        cases = [(place, text) for place, text in cases if not (place[0] in "-1" and text in ("[ ] a", "[x] a"))]
    report = "\n\n-----\n\n".join(shown(place, text, fields) for place, text in cases)
    parts: list[list[Any]] = [[]]
    for block in tree_of(report, reader):
        parts.append([]) if block["t"] == "HorizontalRule" else parts[-1].append(block)
    wanted = [squeezed(clean(text)) for _, text in cases]

    assert len(cases) == len(parts)
    assert [] == [(case, harmful(part)) for case, part in zip(cases, parts, strict=True) if harmful(part)]
    words = [squeezed(plain_text(part)) for part in parts]
    assert [] == [
        (case, got)
        for case, want, got in zip(cases, wanted, words, strict=True)
        if want.replace(" ", "") not in got.replace(" ", "")
    ]


def clean(text: str) -> str:
    """A text without what no document may hold."""
    from digest.markdown import plain

    return plain(text)


@settings(max_examples=25)
@given(texts=st.lists(letters, min_size=20, max_size=40), reader=st.sampled_from(READERS))
def test_no_words_act(texts: list[str], reader: str) -> None:
    """Whatever a record says: words stay words in a sentence, a heading, a cell, and in the list of sources."""
    report = "\n\n".join(shown(PLACES[n % len(PLACES)], text) for n, text in enumerate(texts))
    entries = tuple(Entry(key=f"k{n}", runs=(Run(text=text),)) for n, text in enumerate(texts))
    listed = write(b"Words.\n", "a.md", Made(edits=(), entries=entries)).data.decode()

    assert [] == harmful(tree_of(report, reader))
    harm = harmful(tree_of(listed, reader))
    assert [] == [one for one in harm if one != "RawBlock"]
    assert 2 == harm.count("RawBlock")


@settings(max_examples=15)
@given(texts=st.lists(letters, min_size=10, max_size=30))
def test_no_words_act_in_a_page(texts: list[str]) -> None:
    """The same for HTML, read by pandoc."""
    entries = tuple(Entry(key=f"k{n}", runs=(Run(text=text, italic=True),)) for n, text in enumerate(texts))
    page = write_html(b"<p>Words.</p>", "a.html", Made(edits=(), entries=entries)).data.decode()
    tree = tree_of(page, "html")

    assert [] == harmful(tree)
    got = [squeezed(plain_text(one)) for one in inlines(tree) if one["t"] == "Emph"]
    assert [squeezed(clean(text)) for text in texts if squeezed(clean(text))] == [one for one in got if one]
