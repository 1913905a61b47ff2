"""Words in a draft say what they say: no place in it gives them a meaning of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.export import pandoc
from digest.markdown import escape, plain

READERS = {
    "drafts": pandoc.READER,
    "pandoc": "markdown-smart-auto_identifiers-implicit_header_references",
    "commonmark": "commonmark_x-smart-tex_math_dollars-gfm_auto_identifiers-implicit_header_references",
}


def inline(text: str) -> str:
    return escape(text, place="inline")


def heading(text: str) -> str:
    return escape(text, place="heading")


PLACES: dict[str, Callable[[str], str]] = {
    "a paragraph": lambda t: escape(t),
    "mid-line": lambda t: f"Word {inline(t)} word.",
    "before a full stop": lambda t: f"Word “{inline(t)}.”",
    "a list item": lambda t: f"- {escape(t)}",
    "a numbered item": lambda t: f"1. {escape(t)}",
    "a heading": lambda t: f"# {heading(t)}",
    "a numbered heading": lambda t: f"## 1. {heading(t)}",
    "a block quotation": lambda t: f"> “{inline(t)}”\n>\n> — {inline(t)}, {inline(t)} [@key2022, para. 2]",
    "a quoted paragraph": lambda t: f"> {escape(t)}\n>\n> {escape(t)}",
    "a bold label": lambda t: f"- **{inline(t)}.** Words. [@key2022, para. 3]",
    "link text": lambda t: f"[{inline(t)}](https://example.org/)",
    "before a citation": lambda t: f"{escape(t)} [@key2022, para. 3]",
    "after a citation": lambda t: f"Words. [@key2022, para. 3] {inline(t)} [@key2022, paras. 4–5]",
    "a fenced block": lambda t: f"::: extract\n{escape(t)}\n:::",
    "two in a row": lambda t: f"{escape(t)}{inline(t)} {inline(t)}",
}

HOSTILE = [
    *("a@b.org", "@key2022", "see @key2022 [p. 3]", "-@key2022", "[@key2022]", "[-@key2022, p. 3]", "@{key 2022}"),
    *("[^1]", "[^1]: note", "x^[note]", "^up^", "[a](javascript:alert(1))", "[a][b]", "[a]: /etc/passwd", "[a] [b]"),
    *("![](/etc/passwd)", "![a](b.png){width=9}", "a](https://evil.org", "a] b", "[[a]", "[a]]", "[]", "[ a ]"),
    *("{.class}", "{#id}", "word{.x}", "[a]{.b}", "`code`", "``a`b``", "`a`{=html}", "```", "``` html", "~~~", "~~a~~"),
    *(":::", "::: extract", ":::: {.x}", ": definition", "~ definition", ":smile:", "a :smile: b", "~a~", "about ~50"),
    *(
        "# Heading",
        "#",
        "####### x",
        "#hashtag",
        "C#",
        "a ##",
        "#. item",
        "Setext",
        "===",
        "---",
        "- - -",
        "***",
        "___",
    ),
    *("1. item", "1) item", "(1) item", "2022. A year", "a. item", "A. Name", "I. Newton", "iv) x", "(@) x", "(@x) y"),
    *("+ item", "- item", "* item", "-", "+", "*", "- - x", "-5 degrees", "— dash", "-- dash", "--- dash", "•"),
    *("*em*", "**strong**", "_em_", "__strong__", "snake_case_word", "_a", "a_", "*", "**", "2 * 3 * 4", "f***", "_"),
    *("<b>x</b>", "<script>alert(1)</script>", "<https://evil.org>", "<a@b.org>", "a < b", "a <b", "<!-- x -->", "<"),
    *("&amp;", "&lt;b&gt;", "&#42;x&#42;", "&#x2a;", "AT&T", "a & b", "&", "&copy", "&nbsp;", "&#0000000000000000042;"),
    *("| a | b |", "| line", "a | b", "> quote", ">", "\\", "a\\", "\\*", "\\ ", "\\newpage", "\\begin{x}", "C:\\dir"),
    *("$x$", "$$x$$", "$5 and $6", "US$5 and A$6", "costs $", "$a $b", "(c) 2022", "% title", "%", "=== x", "x ==="),
    *(
        "line\nbreak",
        "two  \nlines",
        "a\n\nb",
        "a\n# b",
        "a\n- b",
        "a\ttab",
        "\tcode",
        "    code",
        "a\r\nb",
        "a\u2028b",
    ),
    *("\u202eabc\u202c", "a\u200bb", "\ufeffa", "a\u00a0b", "\u00a0", "\u3000x", "\x00", "\x1b[31m", "a\x0cb", "\x85x"),
    *(
        "http://a.org/_b_*c*",
        "https://a.org/?a=1&b=2",
        "mailto:a@b.org",
        '"quoted"',
        "'quoted'",
        "it's",
        "...",
        "a...b",
    ),
    *("[sic]", "[the government]", "[the government] [too]", "[October 2022]", "[x]: y", "([a] b)", "[a](b", "![sic]"),
    *(
        "Иван Петров",
        "习近平",
        "[习近平]",
        "شي",
        "Ünïcödé_x_",
        "😀",
        "😀_x_",
        "é@key",
        "５. x",
        "a﹡b",
        "Table: caption",
    ),
    *(
        "Figure. [@a;",
        "; @b",
        "] ; [",
        "](",
        ")[",
        "}{",
        "*]*",
        "**`[",
        "_*_*",
        "^^",
        "~~~~",
        "@@",
        "$$",
        "::",
        "(",
        "x)",
    ),
]


def shape(node: Any) -> Any:
    """A tree's kinds and words: runs of words joined, identifiers left out."""
    if isinstance(node, list):
        return _joined([shape(part) for part in node])
    if isinstance(node, dict):
        kind = node.get("t")
        if kind in ("Space", "SoftBreak"):
            return " "
        if kind == "Str":
            return node["c"]
        return (
            kind,
            shape([value for key, value in node.items() if key not in ("t", "citationHash", "citationNoteNum")]),
        )
    return "" if isinstance(node, str) and node.startswith("x-") else repr(node) if not isinstance(node, str) else node


def _joined(parts: list[Any]) -> list[Any]:
    out: list[Any] = []
    for part in parts:
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] += part
        else:
            out.append(part)
    return out


def read(reader: str, cases: Sequence[str]) -> list[Any]:
    """The shape of each case, all read in one document."""
    text = "\n\n".join(f"Marker-{number}-\n\n{case}" for number, case in enumerate(cases)) + "\n"
    blocks = json.loads(pandoc.run(["--from", reader, "--to", "json"], text.encode()))["blocks"]
    found: list[list[Any]] = []
    for block in blocks:
        if block["t"] == "Para" and block["c"] == [{"t": "Str", "c": f"Marker-{len(found)}-"}]:
            found.append([])
        else:
            found[-1].append(block)
    return [shape(blocks) for blocks in found]


def put(tree: Any, words: str) -> Any:
    if isinstance(tree, list):
        return [put(part, words) for part in tree]
    if isinstance(tree, tuple):
        return tuple(put(part, words) for part in tree)
    return tree.replace("Stand-in", words) if isinstance(tree, str) else tree


def wrong(reader: str, texts: Sequence[str]) -> list[str]:
    """What came out other than it went in, or brought a node of its own."""
    texts = [text for text in texts if plain(text)]
    cases = [(name, text, place(text)) for name, place in PLACES.items() for text in texts]
    expected = dict(zip(PLACES, read(reader, [place("Stand-in") for place in PLACES.values()]), strict=True))
    shapes = read(reader, [case for _, _, case in cases])
    assert len(shapes) == len(cases), "a case swallowed the next"
    return [
        f"{name}: {text!r} → {case!r} → {got}"
        for (name, text, case), got in zip(cases, shapes, strict=True)
        if got != put(expected[name], plain(text))
    ]


@pytest.mark.parametrize("reader", READERS)
def test_hostile_words_stay_words_in_every_place(reader: str) -> None:
    assert [] == wrong(READERS[reader], HOSTILE)


MARKS = st.text(st.sampled_from(list("*_`~^[](){}<>&@#+-=.:|!$%\\\"';,1aI x—\u00a0é")), max_size=12)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(MARKS, st.text(max_size=20)), min_size=30, max_size=60))
def test_any_words_stay_words_in_every_place(texts: list[str]) -> None:
    assert [] == wrong(pandoc.READER, texts)


@pytest.mark.parametrize(
    "text",
    [
        "A $1.18 billion loan, 50% of it from the bank (in euros), fell due – or did it?",
        "“There is only one goal here [with these arrests] — to please the leader,” he said.",
        "AT&T #1 & Johnson's 5 < 6; see https://example.org/a_b?c=d: it's 'so' \"quoted\"…",
        "It is due next month [October 2022].",
        "J. R. Smith wrote to info@example.org on 3. October.",
        "U.S.-backed; A. Merkel, I. Newton - and -5 degrees.",
    ],
)
def test_ordinary_prose_needs_no_escape(text: str) -> None:
    assert text == escape(text)


def test_only_the_first_mark_of_a_line_is_escaped() -> None:
    assert escape("2022. - A year # one + two > three") == "2022\\. - A year # one + two > three"
