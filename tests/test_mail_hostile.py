"""Messages that nobody meant to be read: broken, endless, nested."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.model import Source
from digest.readers import read
from digest.readers.mail import read_mail
from digest.readers.text import MOST_LINES
from tests.invented_mails import (
    PROSE,
    message,
)


def test_nesting_and_counting_have_an_end() -> None:
    """Boxes in boxes, a million parts, headers of megabytes: a page or a refusal, soon."""
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(400)
    )
    many = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000
    wide = b"X-A: " + b"a" * 3_000_000 + b"\n\n" + PROSE[0].encode()
    messages = b"Content-Type: message/rfc822\n\n" * 3_000
    words = b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\ntext"
    for data in (nested, many, wide, messages, words):
        try:
            read_mail(Source(name="x", data=b"MIME-Version: 1.0\n" + data))
        except ReadError:
            continue


@pytest.mark.parametrize(
    "parameters",
    [
        "name*=utf-8''a; name*0*=utf-8''b; name*1=c",
        "charset*=a%00b''utf-8; charset*0=x; charset*00=y",
        "name*999999999999999999999=x; name*-1=y; name*=",
        "boundary*0*=zip''%00; boundary*=b; boundary=",
        "charset*=\0''x",
    ],
)
@pytest.mark.parametrize("header", ["Content-Type: text/plain", "Content-Disposition: inline"])
def test_parameters_of_broken_numbers_are_left_out(header: str, parameters: str) -> None:
    data = f"MIME-Version: 1.0\nSubject: Storm\n{header}; {parameters}\n\n{PROSE[0]}\n".encode()
    [page] = read(Source(name="x", data=data))

    assert PROSE[0] in [block.text for block in page.blocks]


def test_a_sender_of_brackets_does_not_hide_the_text() -> None:
    head = f"From: {'(' * 5_000} <desk@letter.example>\nTo: a@b.example\nSubject: Storm\n\n"
    [page] = read_mail(Source(name="x", data=f"{head}{PROSE[0]}\n".encode()))

    assert PROSE[0] in [block.text for block in page.blocks]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes_are_a_page_or_a_refusal(data: bytes) -> None:
    for head in (b"MIME-Version: 1.0\n", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", b""):
        try:
            pages = read_mail(Source(name="x", data=head + data))
        except ReadError:
            continue
        assert all(page.blocks for page in pages)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "<td>",
                "<a href='https://x.example'>",
                "word ",
                "<br>",
                "</a>",
                "</td>",
                "<li>",
                "<b>",
                "</b>",
                "<h1>",
                "From: a\n",
                "\n",
            ]
        )
    )
)
def test_any_html_is_a_page_or_a_refusal(parts: list[str]) -> None:
    try:
        read_mail(Source(name="x", data=message("S", "a@x.example", html="".join(parts) + "x").as_bytes()))
    except ReadError:
        return


def test_a_message_of_one_enormous_line_is_read_soon() -> None:
    head = "From: a@x.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/%s\n\n"
    fillers = (
        "<b>x</b> ",
        "<td>",
        "x",
        "<a href='https://x.example/a-b-c-d'>w w w ",
        "<a href='https://x.example/a'>w w w w</a><br>y<br>",
    )
    cases = [
        ("plain", "word "),
        ("plain", "> "),
        ("plain", "https://x.example/a "),
        *(("html", one) for one in fillers),
    ]
    for kind, filler in cases:
        start = time.monotonic()
        with suppress(ReadError):
            read(Source(name="a.eml", data=(head % kind + filler * (300_000 // len(filler))).encode()))
        assert time.monotonic() - start < 10


def test_what_is_beyond_the_bound_is_left_out_and_noted() -> None:
    data = b"From: a@x.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + b"<p>a" * (MOST_LINES + 9)
    (page,) = read(Source(name="a.eml", data=data))

    assert (MOST_LINES, (f"more than {MOST_LINES} lines: the rest was left out",)) == (len(page.blocks), page.notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "\n\n"])
def test_a_message_damaged_on_its_way_is_read(encoding: str, before: str) -> None:
    """Its boundary lost, blank lines above it, saved in another encoding."""
    heads = "From: a@x.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed"
    data = f"{before}{heads}\n\n--b1\nContent-Type: text/plain\n\n{PROSE[0]}\n--b1--\n".encode(encoding)
    (page,) = read(Source(name="a.eml", data=data))

    assert [PROSE[0]] == [block.text for block in page.blocks]
