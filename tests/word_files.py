"""Word documents for tests, made in code: a report with notes or without, and its parts read back."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from digest.reports.docx.elements import q


def plain_report(*paragraphs: str, heading: str = "Ports") -> bytes:
    """A report as python-docx writes one: a heading, and paragraphs."""
    document = docx.Document()
    document.add_heading(heading, level=1)
    for text in paragraphs or ("Ships wait. Trains do not.",):
        document.add_paragraph(text)
    return saved(document)


def saved(document: Any) -> bytes:
    """A document of python-docx as a file, without its second sheet of styles that no program writes any more."""
    for rel in [*document.part.rels.values()]:
        if rel.reltype.endswith("/stylesWithEffects"):
            document.part.rels.pop(rel.rId)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """A member of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def tree_of(data: bytes, name: str = "word/document.xml") -> Any:
    """The root of a member."""
    return etree.fromstring(part_of(data, name))


def with_members(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """An archive with these members in place of its own, or beside them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in changed:
                new.writestr(entry, old.read(entry))
        for name, member in changed.items():
            new.writestr(name, member)
    return out.getvalue()


def faults(data: bytes, folder: Path) -> list[str]:
    """What a validator of Office files finds wrong with one: schema, references, relationships, types."""
    path = folder / "report.docx"
    path.write_bytes(data)
    found = OpenXmlValidator().validate(path).errors
    return [f"{one.part_uri} {one.path}: {one.description}" for one in found if str(one.severity).endswith("ERROR")]


def pages(data: bytes, folder: Path) -> str:
    """The text of a document's pages as LibreOffice sets them; the test skips where it is not installed."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext")
    converted(data, folder, "pdf")
    shown = subprocess.run(["pdftotext", "-layout", folder / "made/report.pdf", "-"], check=True, capture_output=True)
    return shown.stdout.decode()


def converted(data: bytes, folder: Path, to: str) -> bytes:
    """A document that LibreOffice opened and saved; the test skips where it is not installed."""
    if not shutil.which("soffice"):
        pytest.skip("no LibreOffice")
    (folder / "report.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    made, source = str(folder / "made"), str(folder / "report.docx")
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", made, source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"made/report.{to}").read_bytes()


def text_of(element: Any) -> str:
    """What an element of Word's shows, its fields' codes left out."""
    return "".join(one.text or "" for one in element.iter(q("t")))
