"""DOCX, ODT and EPUB: text and record from the document, nothing from the archive that does harm."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.export.pandoc import run
from digest.extract import extract
from digest.intake_pandoc import read_office
from digest.model import Page, Source
from digest.readers import read, sniff
from digest.readers.office import DOCX, EPUB, ODT
from digest.readers.office.packages import open_package
from digest.readers.properties import is_author, is_title

from .conftest import Golden
from .shown_pages import shown, stated, texts

REPORT = """---
title: The Ferry Question
author: [Ann Lee, Jonas Berg]
date: 4 May 2022
lang: en
---

*Policy Brief No. 7*

Ferries carry half of the islands' trade, and they are old.[^1] [A study](https://example.org/study) of the
harbour office counts forty ships, of which twelve were built before 1980, and it names the routes that would
fall silent first if no new ships were bought.

# What the islands want

- New ships by 2025.
- Lower fares in winter.

| Port | Ships |
|------|-------|
| Nord | 3     |
| Sund | 12    |

: Ships by port

"Nobody waits gladly," said the harbour master, Olga Brandt.

[^1]: The harbour office, 2021.
"""

CHAPTER = """
# {title}

By {author}

{text}
"""
TEXT = "The ferry was late again on Monday, and the people on the quay of Nord said so to the harbour master. " * 6


@cache
def made(form: str, markdown: str = REPORT) -> bytes:
    """`markdown` as a document of this format."""
    return run(["--from", "markdown", "--to", form, "--output", "-"], markdown.encode())


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with every part passed through `change`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def page_of(data: bytes, name: str = "report.docx") -> Page:
    (page,) = read_office(Source(name=name, data=data))
    return page


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_a_report_is_read_whole(form: str, golden: Golden) -> None:
    """Headings, lists, tables, notes, links and what stands around the title."""
    golden(f"office-{form}.txt", shown(page_of(made(form))))


@pytest.mark.parametrize("form", ["docx", "odt", "epub"])
def test_a_report_gives_its_record(form: str) -> None:
    (article,) = extract(page_of(made(form)))

    assert "The Ferry Question" == article.title
    assert ["Ann Lee", "Jonas Berg"] == [str(name) for name in article.author]
    assert "2022-05-04" == str(article.issued)
    assert "Nobody waits gladly," in article.quotes[0].text


def test_links_keep_their_words_and_addresses() -> None:
    page = page_of(made("docx"))

    assert [("A study", "https://example.org/study")] == [link for block in page.blocks for link in block.links]


def test_footnotes_stand_outside_the_paragraphs() -> None:
    page = page_of(made("docx"))

    assert ["The harbour office, 2021."] == texts(page, "furniture")
    assert not any("harbour office, 2021" in text for text in texts(page, "paragraph"))


def test_bold_lines_are_headings_and_the_head_names_authors() -> None:
    """A document without styles is read as a person reads it."""
    plain = f"**Ferries Run Late**\n\nBy Ann Lee and Jonas Berg\n\n4 May 2022\n\n{TEXT}\n\n**What next**\n\n{TEXT}"
    page = page_of(made("docx", plain))

    assert ["Ferries Run Late"] == stated(page, "title")
    assert ["Ann Lee", "Jonas Berg"] == stated(page, "author")
    assert ["2022-05-04"] == stated(page, "issued")
    assert ["What next"] == texts(page, "heading")


def test_a_table_that_only_lays_out_text_is_text() -> None:
    cell = TEXT.strip()
    html = f"<h1>Ferries</h1><table><tr><td>{cell}</td><td>{cell}</td></tr></table>"
    data = run(["--from", "html", "--to", "docx", "--output", "-"], html.encode())

    assert [cell, cell] == texts(page_of(data), "paragraph")


def test_the_foot_of_the_pages_names_the_publisher() -> None:
    import docx

    document = docx.Document(io.BytesIO(made("docx")))
    document.sections[0].footer.paragraphs[0].text = "Institute for Northern Seas"
    document.save(out := io.BytesIO())

    assert ["Institute for Northern Seas"] == stated(page_of(out.getvalue()), "site_name")


@pytest.mark.parametrize("account", ["jsmith", "Admin", "user", "Microsoft Office User", "a.lee@example.org", "HP"])
def test_an_account_is_no_author(account: str) -> None:
    def sign(name: str, part: bytes) -> bytes:
        return part.replace(b"<dc:creator></dc:creator>", f"<dc:creator>{account}</dc:creator>".encode())

    plain = made("docx", f"# Ferries Run Late\n\n{TEXT}")

    assert [] == stated(page_of(changed(plain, sign)), "author")


def test_a_creator_is_an_author_where_the_text_names_none() -> None:
    page = page_of(made("docx", f"---\nauthor: Ann Lee\n---\n\n# Ferries\n\n{TEXT}"))

    assert ["Ann Lee"] == stated(page, "author")


@pytest.mark.parametrize(
    "title", ["Microsoft Word - ferries_v3.docx", "ferries_v3", "ferries.pdf", "Untitled", "Document1", "-", "1.2"]
)
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert not is_title(title)


def test_names_and_bodies_are_authors() -> None:
    assert [True, True, True, False] == [is_author(text) for text in ("Ann Lee", "王毅", "Ferry Institute", "root")]


def issue(*, signed: bool, subject: str = "") -> bytes:
    """An EPUB of three articles."""
    names = ("Ann Lee", "Jonas Berg", "Mira Holm")
    titles = ("Late Ferries", "New Quays", "Old Ships")
    chapters = [
        CHAPTER.format(title=title, author=name if signed else "the sea", text=TEXT)
        for title, name in zip(titles, names, strict=True)
    ]
    head = f"---\ntitle: The Harbour Weekly\ndate: 2022-05-04\nsubject: {subject}\n---\n"
    return made("epub", head + "\n".join(chapters))


def test_an_issue_gives_its_articles() -> None:
    """Chapters that are signed one by one are articles of the periodical whose title the EPUB bears."""
    pages = read_office(Source(name="weekly.epub", data=issue(signed=True)))
    records = [article for page in pages for article in extract(page)]

    assert ["Late Ferries", "New Quays", "Old Ships"] == [record.title for record in records]
    assert [["Ann Lee"], ["Jonas Berg"], ["Mira Holm"]] == [[str(name) for name in one.author] for one in records]
    assert ["weekly.epub#1", "weekly.epub#2", "weekly.epub#3"] == [page.source.name for page in pages]
    assert {"The Harbour Weekly"} == {record.container_title for record in records}
    assert {"2022-05-04"} == {str(record.issued) for record in records}


def test_an_article_of_an_issue_can_be_read_again_alone() -> None:
    first, *_ = read_office(Source(name="weekly.epub", data=issue(signed=True)))
    (again,) = read(first.source)

    assert any("The ferry was late again" in block.text for block in again.blocks)


def test_a_periodical_gives_its_articles_unsigned() -> None:
    pages = read_office(Source(name="weekly.epub", data=issue(signed=False, subject="News")))

    assert 3 == len(pages)


def test_a_book_is_one_page() -> None:
    page = page_of(issue(signed=False))

    assert ["The Harbour Weekly"] == stated(page, "title")
    assert ["Late Ferries", "New Quays", "Old Ships"] == texts(page, "heading")


def news() -> bytes:
    """An EPUB as calibre makes it of a newspaper: each article in a file, bars of links around it."""
    bar = "<div class='calibre_navbar'><p>| <a href='../index_u0.html'>Section menu</a> | Main menu |</p></div>"
    address = "https://weekly.example/2022/{0}"
    foot = f"<p>This article was downloaded by <b>calibre</b> from <a href='{address}'>{address}</a></p>"
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{bar}<h2>{{1}}</h2><p>{TEXT}</p>{foot}</body></html>"
    articles = {f"feed_0/article_{at}/index_u0.html": page.format(at, title) for at, title in enumerate("ABC")}
    items = "".join(
        f"<item id='a{at}' href='{name}' media-type='application/xhtml+xml'/>" for at, name in enumerate(articles)
    )
    spine = "".join(f"<itemref idref='a{at}'/>" for at in range(len(articles)))
    opf = (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<dc:title>The Harbour Weekly [Wed, 04 May 2022]</dc:title><dc:creator>calibre</dc:creator>"
        "<dc:date>2022-05-04T06:00:00</dc:date><meta name='calibre:publication_type' content='periodical:x'/>"
        f"</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:container"
    root = f"<container xmlns='{space}'><rootfiles><rootfile full-path='content.opf'/></rootfiles></container>"
    files = {"mimetype": EPUB, "META-INF/container.xml": root, "content.opf": opf, **articles}
    return archive(*((name, text.encode()) for name, text in files.items()))


def test_a_newspaper_of_calibre_gives_its_articles_with_their_addresses() -> None:
    pages = read_office(Source(name="news.epub", data=news()))

    assert [["A"], ["B"], ["C"]] == [stated(page, "title") for page in pages]
    assert ["https://weekly.example/2022/1"] == stated(pages[1], "url")
    assert ["The Harbour Weekly"] == stated(pages[1], "site_name")
    assert [] == stated(pages[1], "author")
    assert [TEXT.strip()] == texts(pages[1], "paragraph")


def archive(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            file.writestr(name, data)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        open_package(Source(name="bad.docx", data=data))
    return caught.value.what


def test_an_archive_that_unpacks_to_far_more_is_refused() -> None:
    assert "an archive that unpacks to far more than it is" == refused(archive(("word/document.xml", bytes(9_000_000))))


def test_an_archive_of_too_many_parts_is_refused() -> None:
    parts = ((f"word/{number}.xml", b"<a/>") for number in range(5_001))

    assert "an archive of more than 5,000 parts" == refused(archive(*parts))


@pytest.mark.parametrize("name", ["../../etc/passwd.xml", "/etc/passwd.xml", "C:\\x.xml", "word/..\\..\\x.xml"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert "an archive with a name that leads out of it" == refused(archive((name, b"<a/>")))


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = archive(("word/document.xml", b"<a/>"), ("word/document.xml", b"<b/>"))

    assert "an archive with two parts of one name" == refused(data)


def test_parts_that_share_their_bytes_are_refused() -> None:
    """Both entries of the directory point to the first part."""
    data = archive(("a.xml", b"<a>" + bytes(range(200)) + b"</a>"), ("b.xml", b"<b/>"))
    at = data.rindex(b"PK\x01\x02")

    assert "an archive whose parts overlap" == refused(data[: at + 42] + struct.pack("<I", 0) + data[at + 46 :])


def test_a_locked_document_is_refused() -> None:
    data = bytearray(archive(("word/document.xml", b"<a/>")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1

    assert "locked by a password" == refused(bytes(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'.encode(encoding)

    assert "XML with entities of its own" == refused(archive(("word/document.xml", bomb)))


def test_a_truncated_document_is_refused() -> None:
    assert "a damaged archive" == refused(made("docx")[:3_000])


def test_a_document_without_its_text_is_refused() -> None:
    with pytest.raises(ReadError, match=r"bad\.docx: a damaged document"):
        read_office(Source(name="bad.docx", data=archive(("word/document.xml", b"no text"))))


def test_nothing_outside_the_document_is_read() -> None:
    """A picture that points to a file of this machine leaves no trace."""
    rels = b'<Relationship Id="rIdX" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'

    def point(name: str, part: bytes) -> bytes:
        return part.replace(b"</Relationships>", rels) if name.endswith("document.xml.rels") else part

    assert "root:" not in shown(page_of(changed(made("docx"), point)))


def test_macros_and_embedded_files_never_reach_pandoc() -> None:
    data = changed(made("docx"), lambda name, part: part)
    with zipfile.ZipFile(buffer := io.BytesIO(data), "a") as file:
        file.writestr("word/embeddings/inner.xml", b"<secret/>")
        file.writestr("word/vbaProject.bin", b"secret")

    assert not any("secret" in part.decode("utf-8", "replace") for part in open_parts(buffer.getvalue()))


def open_parts(data: bytes) -> list[bytes]:
    return list(open_package(Source(name="x.docx", data=data)).parts.values())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_archive_is_opened_or_refused(data: bytes) -> None:
    try:
        open_package(Source(name="any", data=b"PK\x03\x04" + data))
    except ReadError:
        return


@pytest.mark.parametrize(("form", "media_type"), [("docx", DOCX), ("odt", ODT), ("epub", EPUB)])
def test_documents_are_known_by_their_content(form: str, media_type: str) -> None:
    assert media_type == sniff(Source(name="x.txt", data=made(form)))
