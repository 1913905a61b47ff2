"""PDFs: text in the order a person reads it, the record from the head, a clear word for what cannot be read."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.extract import extract
from digest.model import Page, Source
from digest.readers import read
from digest.readers.heads import find_day, find_names, genre
from digest.readers.pdf import read_pdf
from digest.readers.pdf.document import MOST_PAGES
from digest.readers.pdf.paragraphs import joined
from digest.readers.pdf.xmp import find_xmp

from . import pdf_samples as samples
from .conftest import Golden
from .shown_pages import shown, stated, texts

SAMPLES = {
    "cover": samples.COVER,
    "narrow": samples.NARROW,
    "newsletter": samples.NEWSLETTER,
    "paper": samples.PAPER,
    "printed": samples.PRINTED,
    "release": samples.RELEASE,
    "report": samples.REPORT,
}


def page_of(text: str) -> Page:
    (page,) = read(Source(name="report.pdf", data=samples.pdf(text)))
    return page


@pytest.mark.parametrize("name", SAMPLES)
def test_a_document_is_read_as_a_person_reads_it(name: str, golden: Golden) -> None:
    golden(f"pdf-{name}.txt", shown(page_of(SAMPLES[name])))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sentence_stands_whole_in_a_paragraph(name: str) -> None:
    """Columns, pages, hyphens and notes cut no sentence, and none is mixed with another."""
    found = " ".join(texts(page_of(SAMPLES[name]), "paragraph"))
    for passage in (samples.HARBOUR, samples.COUNT, samples.FARES, samples.ROUTES):
        if passage in SAMPLES[name]:
            assert " ".join(passage.split()) in found


def test_a_report_gives_its_record() -> None:
    """What stands on the page is stated, and needs no confirmation."""
    (article,) = extract(page_of(samples.REPORT))

    assert not {"title", "author", "issued"} & set(article.unconfirmed)

    assert "The Ferry Question: How the Islands Lost Their Ships" == article.title
    assert ["Ann Lee", "Jonas van Berg"] == [str(name) for name in article.author]
    assert "2022-05" == str(article.issued)


def test_a_page_that_a_browser_printed_knows_its_address_and_day() -> None:
    page = page_of(samples.PRINTED)

    assert ["https://weekly.example/2022/09/ferries-run-late"] == stated(page, "url")
    assert "2022-09-14" == str(page.source.accessed)
    assert not any("weekly.example" in text for text in texts(page, "paragraph"))


def test_footnotes_are_kept_out_of_the_paragraphs() -> None:
    page = page_of(samples.REPORT)

    assert not any("Interview with" in text for text in texts(page, "paragraph"))
    assert "2 Interview with the harbour master, March 2022." in texts(page, "furniture")


def test_marks_of_footnotes_are_taken_out_and_ordinals_are_not() -> None:
    page = page_of("#set text(11pt)\nThe talks#super[3] ended on the 19#super[th] of May over 40 km#super[2] of sea.")

    assert ["The talks ended on the 19th of May over 40 km2 of sea."] == texts(page, "paragraph")


def test_each_block_names_its_page() -> None:
    page = page_of(samples.PAPER)

    assert {"1", "2"} == {block.rule.rpartition("page ")[2] for block in page.blocks}
    assert list(range(1, len(page.blocks) + 1)) == [block.line for block in page.blocks]


@pytest.mark.parametrize(
    ("lines", "words", "text"),
    [
        (["The inter-", "national talks"], "international", "The international talks"),
        (["a long-", "term plan"], "long-term", "a long-term plan"),
        (["the Asia-", "Pacific summit"], "", "the Asia-Pacific summit"),
        (["in 2022-", "2023 alone"], "", "in 2022-2023 alone"),
        (["a dis\u2010", "pute"], "", "a dispute"),
        (["the China-", "led bank"], "china led", "the China-led bank"),
        (["he said —", "and left"], "", "he said — and left"),
        (["国家主席", "访问"], "", "国家主席访问"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole_again(lines: list[str], words: str, text: str) -> None:
    assert text == joined(lines, frozenset(words.split()))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee and Jonas van Berg", ("Ann Lee", "Jonas van Berg")),
        ("By Dr. Ann Lee, Senior Fellow", ("Ann Lee",)),
        ("Ann Lee¹, Jonas Berg² & Mira Holm*", ("Ann Lee", "Jonas Berg", "Mira Holm")),
        ("Ann Lee | 4 May 2022", ("Ann Lee",)),
        ("Prepared by Ann Lee", ("Ann Lee",)),
        ("Almaty, Kazakhstan", ()),
        ("Institute for Northern Seas", ()),
        ("Policy Brief", ()),
        ("The European Union", ()),
        ("王毅", ("王毅",)),
    ],
)
def test_a_line_under_the_title_names_authors_or_none(line: str, names: tuple[str, ...]) -> None:
    assert names == find_names(line)


def test_words_that_the_text_spells_small_are_no_name() -> None:
    assert () == find_names("Old Ships and New Fares", frozenset({"old", "ships", "new", "fares"}))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Policy Brief, March 2022", "2022-03"),
        ("Published: 14 September 2022", "2022-09-14"),
        ("September 2022 | No. 12", "2022-09"),
        ("Brussels, 14 September 2022", "2022-09-14"),
        ("Stand: 3. Mai 2022", "2022-05-03"),
        ("18 September 2022 Covering 12–18 September 2022", "2022-09-18"),
        ("The agreement of 2015 holds", None),
        ("12", None),
    ],
)
def test_a_line_around_the_title_states_a_day_or_none(line: str, day: str | None) -> None:
    found = find_day(line)

    assert day == (found.edtf if found else None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("POLICY BRIEF No. 7", "report"),
        ("Working Paper 12/2022", "report"),
        ("Press release, 4 May 2022", "release"),
        ("FOR IMMEDIATE RELEASE", "release"),
        ("Commentary", "comment"),
        ("Reports of unrest grow", None),
        ("Analysis of the new routes", None),
    ],
)
def test_the_line_over_a_title_names_the_kind_of_work(line: str, kind: str | None) -> None:
    found = genre(line)

    assert kind == (found[0] if found else None)


def rewritten(**options: Any) -> bytes:
    with pikepdf.open(io.BytesIO(samples.pdf(samples.REPORT))) as file:
        file.save(out := io.BytesIO(), **options)
    return out.getvalue()


def why(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(Source(name="bad.pdf", data=data))
    assert caught.value.hint
    return caught.value.what


def test_a_locked_pdf_is_refused() -> None:
    data = rewritten(encryption=pikepdf.Encryption(owner="o", user="u"))

    assert "a PDF locked by a password" == why(data)


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    data = rewritten(encryption=pikepdf.Encryption(owner="o", user=""))
    (page,) = read_pdf(Source(name="report.pdf", data=data))

    assert ["Ann Lee", "Jonas van Berg"] == stated(page, "author")


def test_a_scan_is_refused() -> None:
    assert "a scan without text" == why(samples.pdf(samples.SCAN))


def test_a_damaged_pdf_is_refused() -> None:
    assert "a damaged PDF" == why(b"%PDF-1.7\nnothing else")


def test_a_pdf_without_its_table_of_objects_is_still_read() -> None:
    data = re.sub(rb"startxref\s+\d+", b"startxref\n0", rewritten(object_stream_mode=pikepdf.ObjectStreamMode.disable))
    (page,) = read_pdf(Source(name="report.pdf", data=data))

    assert "The Ferry Question: How the Islands Lost Their Ships" == stated(page, "title")[0]


def test_too_many_pages_are_refused() -> None:
    file = pikepdf.new()
    file.add_blank_page()
    for _ in range(MOST_PAGES):
        file.pages.append(file.pages[0])
    file.save(out := io.BytesIO())

    assert "too many pages (2,001)" == why(out.getvalue())


def test_scripts_and_embedded_files_are_passed_over() -> None:
    with pikepdf.open(io.BytesIO(samples.pdf(samples.RELEASE))) as file:
        file.attachments["inner.txt"] = b"an embedded secret"
        file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('a scripted secret')")
        file.save(out := io.BytesIO())
    (page,) = read_pdf(Source(name="report.pdf", data=out.getvalue()))

    assert "secret" not in shown(page)


def informed(**info: str) -> Page:
    with pikepdf.open(io.BytesIO(samples.pdf(samples.NEWSLETTER))) as file:
        del file.Root.Metadata
        for name, value in info.items():
            file.docinfo[f"/{name}"] = value
        file.save(out := io.BytesIO())
    (page,) = read_pdf(Source(name="report.pdf", data=out.getvalue()))
    return page


@pytest.mark.parametrize("author", ["jsmith", "Administrator", "user1", "HP", "DESKTOP\\ann"])
def test_an_account_is_no_author(author: str) -> None:
    assert [] == stated(informed(Author=author), "author")


@pytest.mark.parametrize("title", ["Microsoft Word - quay_news.docx", "quay_news.indd", "untitled", "Layout 1"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert ["Quay News"] == stated(informed(Title=title), "title")


def test_properties_speak_where_the_page_is_silent() -> None:
    page = informed(Author="Ann Lee", CreationDate="D:20220504120000Z")

    assert ["Ann Lee"] == stated(page, "author")
    assert ["2022-05-04"] == stated(page, "created")


def test_the_day_a_file_was_made_is_only_a_guess_at_the_month_it_was_published() -> None:
    (article,) = extract(informed(CreationDate="D:20220504120000Z"))

    assert "2022-05" == str(article.issued)
    assert "issued" in article.unconfirmed


def test_a_packet_with_entities_is_not_believed() -> None:
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><!DOCTYPE a [<!ENTITY b "c">]><pdf:Producer/>&b;</x:xmpmeta>'

    assert () == find_xmp(packet)


def test_a_rotated_page_is_read_upright() -> None:
    with pikepdf.open(io.BytesIO(samples.pdf(samples.REPORT))) as file:
        upright = read_pdf(Source(name="r.pdf", data=samples.pdf(samples.REPORT)))[0]
        box = file.pages[0].mediabox
        for sheet in file.pages:  # the text turned on the sheet, and the sheet turned back
            turn = f"q 0 1 -1 0 {float(box[3])} 0 cm\n".encode()
            sheet.contents_add(file.make_stream(turn), prepend=True)
            sheet.contents_add(file.make_stream(b"\nQ"))
            sheet.mediabox = pikepdf.Array([0, 0, box[3], box[2]])
            sheet.Rotate = 90
        file.save(out := io.BytesIO())
    (page,) = read_pdf(Source(name="report.pdf", data=out.getvalue()))

    assert texts(upright, "paragraph") == texts(page, "paragraph")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
def test_any_damage_is_read_or_refused(at: int, noise: bytes) -> None:
    data = bytearray(samples.pdf(samples.RELEASE))
    at %= len(data)
    data[at : at + len(noise)] = noise
    try:
        read_pdf(Source(name="any.pdf", data=bytes(data)))
    except ReadError:
        return
