"""HTML bytes to a page: encodings, limits, what reading had to change."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.extract import extract
from digest.model import Page, Source
from digest.readers import read
from digest.readers.html import read_body, read_html
from digest.readers.html.charset import decode_page
from tests.conftest import Golden
from tests.html_pages import PARAGRAPHS, STANDFIRST, article, paragraphs

RUSSIAN = "Порт Актау закрыт"
CHINESE = "阿克套港口关闭"
JAPANESE = "アクタウ港が閉鎖"
KOREAN = "악타우 항구 폐쇄 뷁"


def page(data: bytes, media_type: str | None = None) -> Page:
    """The page in `data`."""
    return read_html(Source(name="page.html", data=data, media_type=media_type))[0]


@pytest.mark.parametrize(
    ("text", "codec", "head"),
    [
        (RUSSIAN, "utf-8", ""),
        (RUSSIAN, "utf-8", "<meta charset=utf-8>"),
        (RUSSIAN, "cp1251", "<meta charset=windows-1251>"),
        (RUSSIAN, "cp1251", '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=cp1251">'),
        (RUSSIAN, "cp1251", "<meta content='text/html; charset=\"x-cp1251\"' http-equiv=Content-Type>"),
        (RUSSIAN, "koi8-r", "<!-- <meta charset=utf-8> --><meta charset='KOI8-R'>"),
        (RUSSIAN, "iso-8859-5", "<meta charset=cyrillic>"),
        (RUSSIAN, "cp1251", "<meta name=a content='" + "x" * 2000 + "'><meta charset=windows-1251>"),
        (CHINESE, "gb18030", "<meta charset=gb2312>"),
        ("阿克套港口關閉", "big5", "<meta charset=big5>"),
        (JAPANESE, "cp932", "<meta charset=x-sjis>"),
        (JAPANESE, "euc_jp", "<meta charset=EUC-JP>"),
        (JAPANESE, "iso2022_jp", "<meta charset=iso-2022-jp>"),
        (KOREAN, "cp949", "<meta charset=ks_c_5601-1987>"),
        ("“Café” – 5 €", "cp1252", "<meta charset=iso-8859-1>"),
        ("“Café” – 5 €", "cp1252", "<meta charset=x-user-defined>"),
        ("Čtěte", "iso-8859-2", "<meta charset=latin2>"),
        ("Café", "utf-8", "<meta charset=utf-16>"),
        (RUSSIAN, "utf-16", ""),
        (RUSSIAN, "utf-8-sig", "<meta charset=windows-1251>"),
        (RUSSIAN + " и всё", "utf-8", "<meta charset=windows-1251>"),
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(text: str, codec: str, head: str) -> None:
    """Labels mean what browsers take them for; a page stored anew in UTF-8 keeps its old label."""
    data = f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(codec)

    assert [text] == [block.text for block in page(data).blocks]


def test_the_server_s_word_goes_before_the_page_s() -> None:
    """The charset of the media type is believed before the meta element, a mark of byte order before both."""
    data = f"<meta charset=koi8-r><p>{RUSSIAN}</p>".encode("cp1251")

    assert RUSSIAN in decode_page(data, "text/html; charset=windows-1251")[0]
    assert RUSSIAN in decode_page(RUSSIAN.encode("utf-8-sig"), 'text/html; charset="koi8-r"')[0]


def test_an_xml_declaration_counts() -> None:
    """XHTML may declare its encoding before the root."""
    data = f'<?xml version="1.0" encoding="windows-1251"?><html><body><p>{RUSSIAN}</p></body></html>'.encode("cp1251")

    assert RUSSIAN == page(data).blocks[0].text
    assert ("read as windows-1251",) == page(data).notes


@pytest.mark.parametrize("label", ["utf-7", "replacement", "nonsense", ""])
def test_an_unknown_encoding_is_guessed(label: str) -> None:
    """What browsers do not know, or refuse, is not believed."""
    data = f"<meta charset='{label}'><p>{RUSSIAN}</p>".encode()

    assert RUSSIAN == page(data).blocks[0].text


def test_control_characters_are_replaced_and_noted() -> None:
    """NUL bytes and what a character reference smuggles in."""
    found = page(b"<html><body><p>Sto\x00rm in\x07 Aktau&#5;.</p></body></html>")

    assert "Sto\ufffdrm in\ufffd Aktau\ufffd." == found.blocks[0].text
    assert ("2 control characters replaced",) == found.notes


def test_soft_hyphens_and_marks_of_direction_go() -> None:
    """They are no letters of a word."""
    assert "Hafenbehörde" == page("<p>Hafen&shy;be&#xad;hör&#x202e;de</p>".encode()).blocks[0].text


HOSTILE = {
    "nested": b"<html>" + b"<div>" * 3_000_000,
    "many elements": b"<html>" + b"<p>a</p>" * 1_000_000,
    "many lines": b"<html>" + b"<p>a</p>" * 60_000,
    "one line": b"<html><p>" + b"a b. " * 3_000_000,
}
INERT = {
    "attributes": b"<html><p " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">Text.</p>",
    "slashes": b"<html><p " + b"/".join(b"a%d" % number for number in range(300_000)) + b">Text.</p>",
    "quoted brackets": b"<html><p " + b" ".join(b"a%d='<>'" % number for number in range(150_000)) + b">Text.</p>",
    "stray quotes": b'<html><p " ' + b" ".join(b"a%d=1" % number for number in range(300_000)) + b' ">Text.</p>',
    "script": b'<html><script>x<a b="</script><p ' + b" ".join(b"a%d=1" % n for n in range(300_000)) + b">Text.</p>",
    "quotes": b"<html><p>Text.</p><p " + b"\" '" * 1_000_000 + b">",
    "comment": b"<html><p>Text.</p><!--" + b"x" * 5_000_000,
    "style": b"<html><p>Text.</p>" + b"<style " * 300_000,
    "entities": b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "Text">]><html><p>Text.</p><p>&a;&a;</p></html>',
    "pictures": b"<html><img src='data:image/png;base64," + b"A" * 15_000_000 + b"'><p>Text.</p>",
    "deep": b"<html><body>" + b"<font>" * 400 + b"Text.",
    "titles": b"<html>"
    + b"".join(b"<meta property='og:title' content='%d %s'>" % (n, b"a title " * 40) for n in range(40_000))
    + b"<h2>Another title of a few words</h2>" * 100
    + b"<p>Text.</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_beyond_the_limits_is_refused_at_once(name: str) -> None:
    """An error with a reason, in seconds."""
    start = time.process_time()
    with pytest.raises(ReadError, match=r"too (?:many elements|much text)"):
        read(Source(name="page.html", data=HOSTILE[name]))

    assert time.process_time() - start < 10


@pytest.mark.parametrize("name", INERT)
def test_a_hostile_page_is_read_in_seconds(name: str) -> None:
    """What is a page all the same gives its text."""
    start = time.process_time()
    (found,) = read(Source(name="page.html", data=INERT[name]))

    assert "Text." == next(block.text for block in found.blocks if block.kind == "paragraph")
    assert time.process_time() - start < 10


def test_entities_of_a_document_are_not_expanded() -> None:
    """No file is opened and nothing grows."""
    data = (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><p>A &f; b.</p></html>'
    )

    assert "A &f; b." == page(data).blocks[-1].text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_page_or_an_error(noise: bytes) -> None:
    """No input breaks the reader, and blocks are numbered and never empty."""
    try:
        found = page(b"<html><body><p>" + noise)
    except ReadError:
        return

    assert list(range(1, len(found.blocks) + 1)) == [block.line for block in found.blocks]
    assert all(block.text.strip() for block in found.blocks)


TAGS = (
    "<p>", "</p>", "<div class=related>", "</div>", "<a href='x'>", "</a>", "<li>", "<h2>", "<br>", "<table><tr><td>",
    "</table>", "<b>", "</b>", "<!--", "-->", "A sentence of some words.", "<figure><img>", "<script>", "<ul>",
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_any_order_of_tags_gives_a_page(tags: list[str]) -> None:
    """Unclosed, crossed and stray elements are read as far as they go."""
    found = page(("<html><body>" + "".join(tags) + "<p>The end.</p>").encode())

    assert all(block.text == " ".join(block.text.split()) for block in found.blocks)


def test_the_text_of_a_page_alone_is_that_of_the_page() -> None:
    """Who wants no record has the same blocks."""
    source = Source(name="storm.html", data=article(paragraphs()), url="https://harbourtimes.example/a")

    assert read(source)[0].blocks == read_body(source)


def test_a_page_and_its_record(golden: Golden) -> None:
    """What an invented news page gives: its record, and every block with its rule."""
    head = (
        '<meta property="og:site_name" content="Harbour Times"><meta name="author" content="Amina Bekova">'
        '<meta property="article:published_time" content="2031-03-03T09:30:00+05:00">'
        '<link rel="canonical" href="https://harbourtimes.example/2031/storm">'
    )
    inner = (
        f'<p class="standfirst">{STANDFIRST}</p><p class="byline">By Amina Bekova</p><div class="article-body">'
        '<figure><img src="a.jpg"><figcaption>A crane in the water. Photo: Carl Berg</figcaption></figure>'
        + paragraphs(*PARAGRAPHS[:2])
        + '<div class="newsletter-signup"><p>A letter every morning.</p></div><h2>What it costs</h2>'
        + '<p>Read more: <a href="/ferry">Fire on a ferry</a></p><ul><li>Two cranes</li><li>Nineteen ships</li></ul>'
        + f'<blockquote><p>{PARAGRAPHS[2]}</p></blockquote><p>{PARAGRAPHS[3]} <a href="/budget">The budget</a></p>'
        + "<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2030</td><td>412</td></tr></table>"
        + "<p>© 2031 Harbour Times</p></div>"
    )
    (found,) = read(Source(name="storm.html", data=article(inner, head=head), url="https://harbourtimes.example/a"))
    (record,) = extract(found)
    fields = (
        ("title", record.title), ("author", "; ".join(map(str, record.author))), ("outlet", record.container_title),
        ("issued", record.issued.edtf if record.issued else None), ("URL", record.url), ("language", record.language),
    )  # fmt: skip
    lines = [f"{field}: {value}" for field, value in fields] + [""]
    for block in found.blocks:
        level = f" {block.level}" if block.level else ""
        lines.append(f"{block.line:2}  {block.kind}{level} [{block.rule}] {block.text}")
        lines += [f"      -> {words}: {address}" for words, address in block.links]

    golden("html_page.txt", "\n".join(lines) + "\n")
