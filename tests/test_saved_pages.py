"""Pages saved in one file: MHTML of browsers and Safari's web archive; web archives of crawlers."""

from __future__ import annotations

import gzip
import io
import plistlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.model import Page, Source
from digest.readers import read, sniff
from digest.readers.warc import Record, read_warc, records
from tests.conftest import Golden
from tests.invented_mails import DISPATCH, MHTML, PROSE, SAVED
from tests.shown_pages import shown

URL = "https://harbourtimes.example/2030/03/storm"


def page_of(data: bytes, name: str = "x") -> Page:
    (page,) = read(Source(name=name, data=data))
    return page


def body(page: Page) -> str:
    return " ".join(block.text for block in page.blocks)


@pytest.mark.parametrize("name", MHTML)
def test_a_saved_page_is_told_from_mail(name: str) -> None:
    assert "multipart/related" == sniff(Source(name="x.mhtml", data=MHTML[name]))
    assert "message/rfc822" == sniff(Source(name="x.mhtml", data=DISPATCH.as_bytes()))


@pytest.mark.parametrize("name", MHTML)
def test_a_saved_page_is_its_html_with_its_address_and_day(name: str) -> None:
    page = page_of(MHTML[name])

    assert all(text in body(page) for text in PROSE)
    assert page.source.url == URL
    assert "2030-03-06" == str(page.source.accessed)
    assert page.source.data == MHTML[name]
    assert read(page.source)[0].blocks == page.blocks


def test_a_saved_page_is_read_as_a_person_reads_it(golden: Golden) -> None:
    page = page_of(MHTML["Blink"])

    golden("mhtml-page.txt", f"{page.source.url}, {page.source.accessed}\n{shown(page)}")


def test_a_web_archive_of_safari_is_its_page() -> None:
    main = {
        "WebResourceData": SAVED.encode("utf-16-le"),
        "WebResourceURL": URL,
        "WebResourceTextEncodingName": "UTF-16LE",
    }
    page = page_of(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))

    assert all(text in body(page) for text in PROSE)
    assert page.source.url == URL


@pytest.mark.parametrize(
    "data",
    [
        b"bplist00",
        b"bplist00WebMainResource" + b"\xff" * 60,
        plistlib.dumps({"WebMainResource": 3}, fmt=plistlib.FMT_BINARY),
    ],
)
def test_a_broken_web_archive_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(Source(name="x.webarchive", data=data))


def record(kind: str, block: bytes, url: str = URL, media_type: str = "application/http;msgtype=response") -> bytes:
    heads = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2030-03-06T09:00:00Z\r\n"
    return f"{heads}Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(data: bytes, *heads: str, status: str = "200 OK", media_type: str = "text/html; charset=utf-8") -> bytes:
    lines = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *heads))
    return lines.encode() + b"\r\n\r\n" + data


HTML = SAVED.encode()
CHUNKED = (
    b"".join(b"%x\r\n%s\r\n" % (len(HTML[at : at + 100]), HTML[at : at + 100]) for at in range(0, len(HTML), 100))
    + b"0\r\n\r\n"
)
ARCHIVE = [
    record("warcinfo", b"software: x\r\n", media_type="application/warc-fields"),
    record("request", b"GET / HTTP/1.1\r\n\r\n", media_type="application/http;msgtype=request"),
    record("response", answer(HTML)),
    record("response", answer(CHUNKED, "Transfer-Encoding: chunked"), url=URL + "/2"),
    record("response", answer(gzip.compress(HTML), "Content-Encoding: gzip"), url=URL + "/3"),
    record("response", answer(b"not here", status="404 Not Found"), url=URL + "/4"),
    record("response", answer(b"\x89PNG", media_type="image/png"), url=URL + "/5"),
    record("resource", HTML, url=URL + "/6", media_type="text/html"),
    record("conversion", PROSE[0].encode(), url=URL + "/7", media_type="text/plain"),
]


def archived(data: bytes) -> list[Record]:
    return list(records(io.BytesIO(data), "a.warc"))


@pytest.mark.parametrize(
    "packed", [b"".join(ARCHIVE), b"".join(map(gzip.compress, ARCHIVE)), gzip.compress(b"".join(ARCHIVE))]
)
def test_an_archive_is_a_source_a_page(packed: bytes) -> None:
    """Plain, with a gzip member a record, and packed as a whole."""
    found = archived(packed)

    assert "application/warc" == sniff(Source(name="x", data=packed))
    assert [None, None, URL, URL + "/2", URL + "/3", None, None, URL + "/6", URL + "/7"] == [
        one.source.url if one.source else None for one in found
    ]
    pages = [one.source.data for one in found if one.source]
    assert [HTML] * 4 == pages[:4]
    assert {"2030-03-06"} == {str(one.source.accessed) for one in found if one.source}
    assert "text/html; charset=utf-8" == next(one.source.media_type for one in found if one.source)
    reasons = [one.reason for one in found if one.source is None]
    assert ["says how the archive was made", "a request", "status 404", "no page but image/png"] == reasons


def test_an_archive_in_memory_is_its_pages() -> None:
    pages = read(Source(name="a.warc", data=b"".join(ARCHIVE)))

    assert ["a.warc#3", "a.warc#4", "a.warc#5", "a.warc#8", "a.warc#9"] == [page.source.name for page in pages]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_of_a_cut_archive_the_whole_records_are_kept(pack: type[bytes]) -> None:
    parts = [pack(part) for part in ARCHIVE[:4]]
    found = archived(b"".join(parts)[: -len(parts[-1]) // 2])

    assert [URL] == [one.source.url for one in found if one.source]
    assert found[-1].lost
    assert found[-1].reason.startswith("cut off or damaged here")


def test_no_record_may_be_larger_than_a_page() -> None:
    """Neither as it lies there nor unpacked; what follows is read."""
    bomb = record("response", answer(gzip.compress(b"<html>" + b" " * 30_000_000), "Content-Encoding: gzip"))
    large = record("response", answer(b" " * 21_000_000))
    found = archived(bomb + large + ARCHIVE[2])

    assert [True, True, False] == [one.lost for one in found]
    assert found[2].source


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx",
        b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000,
        b"\x1f\x8bWARC",
        b"WARC/1.0\r\n" + b"x" * 1_000_000,
    ],
)
def test_a_broken_archive_ends_where_it_breaks(data: bytes) -> None:
    assert archived(data)[-1].lost
    with pytest.raises(ReadError):
        read_warc(Source(name="x", data=data))


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2000), st.booleans())
def test_any_damage_ends_in_records(noise: bytes, at: int, packed: bool) -> None:
    whole = b"".join(map(gzip.compress, ARCHIVE)) if packed else b"".join(ARCHIVE)

    assert archived(whole[:at] + noise + whole[at + len(noise) :]) or at == 0


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_another_program_wrote_is_read(packed: bool) -> None:
    """By warcio, as the crawlers of the Internet Archive and of Webrecorder write them."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "x"}))
    for number in range(3):
        heads = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        page = io.BytesIO(HTML)
        writer.write_record(writer.create_warc_record(f"{URL}/{number}", "response", payload=page, http_headers=heads))
    pages = [one.source for one in archived(out.getvalue()) if one.source]

    assert [f"{URL}/{number}" for number in range(3)] == [page.url for page in pages]
    assert {HTML} == {page.data for page in pages}
