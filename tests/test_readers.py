"""Bytes to pages: any common encoding, nothing that cannot be stored, a clear word for what is no text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.extract import extract, label
from digest.model import Page, Source
from digest.readers import LARGEST, read, sniff
from digest.readers.text import MOST_LINES

RUSSIAN = "Председатель КНР прибыл в столицу Казахстана.\nПереговоры продлились два часа."
GERMAN = "Über den Präsidenten sagte Jürgen Groß: „Schön wär's.“"


def page_of(data: bytes) -> Page:
    return read(Source(name="page.txt", data=data))[0]


def lines(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GERMAN, "utf-8"),
        (GERMAN, "cp1252"),
        ("été à la façon de l'ouest", "latin-1"),
        ("The committee met on Monday.", "utf-16-be"),
        ("中国国家主席习近平抵达阿斯塔纳，开始进行国事访问。", "gb18030"),
    ],
)
def test_any_common_encoding_is_read(text: str, encoding: str) -> None:
    page = page_of(text.encode(encoding))

    assert text.split("\n") == lines(page)


def test_another_encoding_than_utf8_is_noted() -> None:
    assert ("read as windows-1251",) == page_of(RUSSIAN.encode("cp1251")).notes
    assert () == page_of(RUSSIAN.encode()).notes


def test_lines_are_numbered_as_the_file_has_them() -> None:
    """Only a line feed ends a line: carriage returns and Unicode's separators do not."""
    page = page_of("one\r\n\r\n\r\ntwo\u2028still two\nthree\x0cstill three".encode())

    assert [(1, "one"), (4, "two still two"), (5, "three still three")] == [
        (block.line, block.text) for block in page.blocks
    ]


def test_controls_are_replaced_and_noted() -> None:
    page = page_of(b"A\x00B \x1b[31mred\x1b[0m\nplain\n" + b"long enough " * 20)

    assert "A\ufffdB \ufffd[31mred\ufffd[0m" == lines(page)[0]
    assert ("3 control characters replaced",) == page.notes


def test_no_mark_turns_the_direction_of_writing() -> None:
    page = page_of("user\u202egnp.exe and \u2066hidden\u2069".encode())

    assert ["usergnp.exe and hidden"] == lines(page)
    assert ("3 marks of writing direction removed",) == page.notes


def test_every_space_is_a_plain_one() -> None:
    assert ["10 000 km « oui » soft"] == lines(page_of("10\u202f000\u00a0km «\u00a0oui\u00a0» so\u00adft".encode()))


@pytest.mark.parametrize("line", ["By {}x", "By Jane Doe{}x", "{}x"])
@pytest.mark.parametrize("sign", " 1,&")
def test_a_line_of_one_sign_is_read_at_once(line: str, sign: str) -> None:
    started = time.process_time()
    body = "\n\n".join(["The port of Aktau was closed on Monday, and no ship came in for a week."] * 6)
    text = f"A Storm Closes the Harbour\n\n{line.format(sign * 60_000)}\n\n12 September 2022\n\n{body}"
    extract(page_of(text.encode()))

    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "piece", ["Note: windy\r\n", "a:b\n c\n", "!:q\r\n q\r\n", "1\n", "From: a\r\n", "x: \r\n\t\r\n", "% x\n"]
)
def test_what_looks_like_headers_is_told_at_once(piece: str) -> None:
    started = time.process_time()

    assert sniff(Source(name="page.txt", data=piece.encode() * 4_000)) in ("text/plain", "message/rfc822")
    assert time.process_time() - started < 2


@pytest.mark.parametrize("bullet", ["•", "●", "▪", "*", "-", "  •  "])
def test_bullets_are_taken_off_list_items(bullet: str) -> None:
    (block,) = page_of(f"{bullet} Taken by storm".encode()).blocks

    assert ("list item", "Taken by storm") == (block.kind, block.text)


def test_a_dash_of_direct_speech_is_no_bullet() -> None:
    (block,) = page_of("— Да, — сказал он.".encode()).blocks

    assert ("paragraph", "— Да, — сказал он.") == (block.kind, block.text)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04" + bytes(100), "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (bytes(range(256)) * 40, "not a text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=f"page.txt: {what}: cannot be read"):
        page_of(data)


def test_the_name_decides_nothing() -> None:
    assert "application/pdf" == sniff(Source(name="article.txt", data=b"%PDF-1.4"))
    assert "text/plain" == sniff(Source(name="article.pdf", data=b"Only words."))


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(ReadError, match="too large"):
        page_of(b"a" * (LARGEST + 1))
    with pytest.raises(ReadError, match="too many lines"):
        page_of(b"a\n" * (MOST_LINES + 1))


def test_an_empty_file_is_a_page_without_lines() -> None:
    page = page_of(b"")

    assert ((), ()) == (page.blocks, extract(page))


def test_a_line_of_megabytes_is_read() -> None:
    """One paragraph, whole, within the tests' time limit."""
    text = "The envoys met again and said so. " * 60_000
    (article,) = extract(page_of(text.encode()))

    assert text.strip() == article.opening


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        pages = read(Source(name="any", data=data))
    except ReadError:
        return
    for page in pages:
        assert len(page.blocks) == len(label(page))
        extract(page)


PIECES = st.sampled_from(
    [
        "By Ann Lee",
        "Xi Arrives",
        "ALMATY, Kazakhstan -- It rained.",
        "Sept 14, 2022",
        "• item one here.",
        "Read More",
        "Load more",
        "The envoys met for two hours in the old town hall and agreed on nothing at all, aides said.",
        "",
        "“",
        "1. One",
        "?",
        "Why",
        "Written by A. B. Cox in Rome.",
        "If you enjoyed this briefing, subscribe.",
        "Related",
        "Photo: AFP",
        "The Authors",
        "Best,",
        "—",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_every_line_keeps_its_place(pieces: list[str]) -> None:
    """Whatever stands on a page, labels lose no line and articles take theirs from it, in order."""
    page = page_of("\n".join(pieces).encode())
    blocks = label(page)

    assert [(block.line, block.text) for block in page.blocks] == [(block.line, block.text) for block in blocks]
    ends = [0]
    for article in extract(page):
        assert ends[-1] < article.lines[0] <= article.lines[1]
        ends.append(article.lines[1])
        assert all(1 <= head.first for head in article.sections)
        assert all(head.last <= len(article.paragraphs) for head in article.sections)
