"""Bytes ↔ report: a person's own document in and, with its citations, out again; the rest of it stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from digest.citing import Made, Report, Written
from digest.errors import ReadError

__all__ = ["FORMATS", "Format", "format_of", "read_report", "write_report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of reports: its module, which has `read(data, name)` and `write(data, name, made)`, and its endings."""

    module: str
    endings: tuple[str, ...]
    title: str


FORMATS: Mapping[str, Format] = {
    "docx": Format(module="digest.reports.docx", endings=(".docx", ".docm", ".dotx"), title="Word"),
    "html": Format(module="digest.reports.html", endings=(".html", ".htm", ".xhtml"), title="HTML"),
    "latex": Format(module="digest.reports.latex", endings=(".tex", ".ltx", ".latex"), title="LaTeX"),
    "markdown": Format(
        module="digest.reports.markdown", endings=(".md", ".markdown", ".qmd", ".txt"), title="Markdown"
    ),
    "odt": Format(module="digest.reports.odt", endings=(".odt", ".ott", ".fodt"), title="LibreOffice"),
    "typst": Format(module="digest.reports.typst", endings=(".typ",), title="Typst"),
}
"""The formats of reports, by name."""


def format_of(data: bytes, name: str) -> str:
    """The format of a report, by its ending; of a zip file, by what it holds. ReadError where it is none of ours."""
    low = name.lower()
    if data.startswith(b"PK"):
        return "odt" if b"opendocument.text" in data[:200] or low.endswith(FORMATS["odt"].endings) else "docx"
    if low.endswith(".fodt"):  # the same in one file of XML
        return "odt"
    for form, row in FORMATS.items():
        if low.endswith(row.endings):
            if form in ("docx", "odt"):
                break
            return form
    known = ", ".join(f"{row.title} ({row.endings[0]})" for row in FORMATS.values())
    hint = f"we write {known}; save another, as .doc or .rtf, as one of these"
    raise ReadError("not a report in a format we write", where=name, hint=hint)


def read_report(data: bytes, name: str) -> Report:
    """The report in `data`; ReadError where it is broken or of no known format."""
    read: Callable[[bytes, str], Report] = import_module(FORMATS[format_of(data, name)].module).read
    return read(data, name)


def write_report(data: bytes, name: str, made: Made) -> Written:
    """`data`, a report that `read_report` reads, with the edits made; all that no edit touches stays as it was."""
    write: Callable[[bytes, str, Made], Written] = import_module(FORMATS[format_of(data, name)].module).write
    return write(data, name, made)
