"""Word reports that are broken or made to do harm: a clear error or a report, soon, and never more than they hold."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.reports.docx import read, write
from digest.reports.docx.package import open_package, with_parts
from tests.word_files import part_of, with_members
from tests.word_reports import cited, control, document, field, p, r, texts, uncited, zipped

MAIN = "word/document.xml"
SECONDS = 10  # of the processor; what is quadratic takes minutes


def _with_body(inside: str) -> bytes:
    main = part_of(document(), MAIN).decode().replace("<w:sectPr/>", inside)
    return with_members(document(), {MAIN: main.encode()})


HARMFUL = {
    "no archive": b"Ships wait.",
    "cut off": document(p("Text"))[:-40],
    "cut in the middle": document(p("Text"))[:300],
    "an old .doc or a locked .docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "no parts": zipped({"a.txt": "a"}),
    "no main part": zipped({"_rels/.rels": "<Relationships/>"}),
    "a name that leads out": zipped({"../../etc/passwd": "x", "_rels/.rels": "<Relationships/>"}),
    "broken XML": with_members(document(p("Text")), {MAIN: b"<w:document>"}),
    "no XML": with_members(document(p("Text")), {MAIN: b"\x00\x01\x02"}),
    "entities": with_members(document(), {MAIN: b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}),
    "a file from outside": with_members(document(), {MAIN: b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}),
    "a bomb": with_members(document(), {MAIN: b" " * 50_000_000}),
    "nested too deep": _with_body("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000),
}


@pytest.mark.parametrize("data", HARMFUL.values(), ids=HARMFUL)
def test_a_harmful_file_is_told_with_what_to_try(data: bytes) -> None:
    """Each is a ReadError that names the file and a remedy."""
    with pytest.raises(ReadError) as raised:
        read(data, "report.docx")

    assert "report.docx" in raised.value.where
    assert raised.value.hint


def test_a_locked_part_is_told() -> None:
    """An archive whose members are encrypted asks for a copy without a password."""
    data = bytearray(document(p("Text")))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        data[archive.start_dir + 8] |= 1

    with pytest.raises(ReadError, match="password"):
        read(bytes(data), "report.docx")


MANY = {
    "fields": p(*[field(f" REF x{n} ", "x") for n in range(2_000)]),
    "fields in fields": p("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * 5_000, "Text [@ng2031]."),
    "fields that end": p("<w:r><w:fldChar w:fldCharType='end'/></w:r>" * 5_000, "Text [@ng2031]."),
    "markers in a run": p("Ships [@ng2031] wait. " * 1_500),
    "markers in runs": p(*[r("Ships [@ng2031] wait.")] * 1_500),
    "letters in runs": p(*[r(letter) for letter in "Ships [@ng2031] wait. " * 300]),
    "links": p(*["<w:hyperlink w:anchor='x'><w:r><w:t>a [@ng2031]</w:t></w:r></w:hyperlink>"] * 1_500),
    "one word": p("".join(chr(97 + n * n % 19) + chr(97 + n * 7919 % 25) for n in range(200_000))),
    "brackets": p("[@" * 200_000),
    "paragraphs in a control": control('<w:tag w:val="x"/>', *[p(f"Ships {n} [@ng2031]") for n in range(3_000)]),
}


@pytest.mark.parametrize("block", MANY.values(), ids=MANY)
def test_many_of_one_thing_take_no_longer_than_they_must(block: str) -> None:
    """Nothing grows with the square of what a paragraph holds."""
    started = time.process_time()
    data = document(block, p("Last [@li2030]."))
    made = cited(data).data

    assert "Last (li2030)." in texts(made)
    assert texts(data)[-1] == texts(uncited(made))[-1]
    assert SECONDS > time.process_time() - started


def test_links_lead_nowhere_and_stay() -> None:
    """An address outside is kept as it is and never followed; a part outside the package is not opened."""
    rels = part_of(document(p("Text [@a]")), "word/_rels/document.xml.rels").decode()
    row = (
        '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
        ' Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    )
    data = with_members(
        document(p("Text [@a]")),
        {"word/_rels/document.xml.rels": rels.replace("</Relationships>", row).encode()},
    )

    assert row.removesuffix("</Relationships>") in part_of(cited(data).data, "word/_rels/document.xml.rels").decode()


def test_a_strict_document_keeps_its_names() -> None:
    """Strict Open XML is read, and written in its own names again."""
    data = document(p("Ships [@ng2031] wait."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for old, new in (
        (b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"),
    ):
        members = {name: member.replace(old, new) for name, member in members.items()}
    strict = zipped(members)

    assert ["Ships (ng2031) wait."] == texts(cited(strict).data)[:1]
    assert b"wordprocessingml/2006" not in part_of(cited(strict).data, MAIN)


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_file_gives_a_report_or_a_clear_error(data: st.DataObject) -> None:
    """Whatever byte is wrong: no other error comes out."""
    whole = bytearray(document(p("Ships [@ng2031] wait."), p("Last")))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReadError):
        read(bytes(whole), "report.docx")


@given(st.dictionaries(st.sampled_from(["word/document.xml", "new.xml", "word/б.xml"]), st.binary(max_size=300)))
def test_a_package_is_written_and_opened_again(changed: dict[str, bytes]) -> None:
    """Parts that change have their new bytes, all others their packed ones; nothing changed is the file itself."""
    data = document(p("Text"), header=p("Head"))
    package = open_package(data, "report.docx")
    made = with_parts(package, changed)
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(io.BytesIO(data)) as old:
        assert new.testzip() is None
        for name in new.namelist():
            assert new.read(name) == (changed[name] if name in changed else old.read(name))
    if not changed:
        assert made is data


def test_an_archive_that_was_streamed_is_written_with_its_sizes() -> None:
    """Programs that write as they go put sizes behind the data, or in 64 bits: what we write has them before it."""

    class Pipe(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, piece: Any) -> int:
            written.extend(piece)
            return len(piece)

    written = bytearray()
    data = document(p("Ships [@ng2031]."), header=p("Head"))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as member:
                member.write(old.read(name))
    made = cited(bytes(written)).data

    assert "Ships (ng2031)." == texts(made)[0]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert all(not one.flag_bits & 8 for one in archive.infolist())


def test_an_edit_that_has_no_place_is_left_out_and_told() -> None:
    """Places that are not in the document, or that another edit takes, do no harm."""
    from digest.citing import Edit, Made

    data = document(p("Ships wait."))
    edits = (
        Edit(paragraph=0, start=0, end=5, text="Trains"),
        Edit(paragraph=0, start=3, end=8, text="x"),
        Edit(paragraph=7, start=0, end=1, text="x"),
        Edit(paragraph=0, start=3, end=99, text="x"),
    )
    made = write(data, "report.docx", Made(edits=edits))

    assert ["Trains wait."] == texts(made.data)
    assert 2 == len(made.notes)
