"""The day a report is of, as its file tells it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from docx import Document

from digest.export.pandoc import run as pandoc
from digest.reports import read_report


def docx_of(modified: str) -> bytes:
    """A Word document last saved then."""
    document = Document()
    document.add_paragraph("The port was shut.")
    made = io.BytesIO()
    document.save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                before, _, rest = data.decode().partition("<dcterms:modified")
                head, _, tail = rest.partition(">")
                data = f"{before}<dcterms:modified{head}>{modified}<{tail.partition('<')[2]}".encode()
            new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("told", "day"),
    [("2031-03-04T09:12:00Z", date(2031, 3, 4)), ("", date(2013, 12, 23)), ("soon", date(2013, 12, 23))],
)
def test_a_word_document_is_of_the_day_it_was_last_saved(told: str, day: date) -> None:
    """Else of the day it was made."""
    assert day == read_report(docx_of(told), "report.docx").written


def test_a_libreoffice_document_is_of_the_day_its_description_tells() -> None:
    """As pandoc writes it."""
    made = pandoc(["-f", "markdown", "-t", "odt"], b"The port was shut.\n", epoch=1_930_392_000)  # noon of that day

    assert date(2031, 3, 4) == read_report(made, "report.odt").written


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("---\ntitle: Ports\ndate: 2031-03-04\n---\n\n", date(2031, 3, 4)),
        ("---\r\ndate: '2031-03-04 10:00'\r\n---\r\n\r\n", date(2031, 3, 4)),
        ("---\ndate: today\n---\n\n", None),
        ("---\ndate: 2031-13-40\n---\n\n", None),
        ("date: 2031-03-04\n\n", None),
    ],
)
def test_a_markdown_text_is_of_the_day_of_its_header(head: str, day: date | None) -> None:
    """Where it has one that tells a day."""
    assert day == read_report(f"{head}The port was shut.\n".encode(), "report.md").written
