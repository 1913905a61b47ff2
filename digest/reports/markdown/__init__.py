"""Markdown ↔ report, in the dialects of CommonMark, GitHub and pandoc; plain text likewise."""

from __future__ import annotations

from digest.citing import Made, Report, Written
from digest.reports.markdown.reading import document_of, report_of
from digest.reports.markdown.writing import written

__all__ = ["read", "write"]


def read(data: bytes, name: str) -> Report:
    """The report that a Markdown file is."""
    return report_of(document_of(data, name))


def write(data: bytes, name: str, made: Made) -> Written:
    """The file with its citations; all that no edit touches stays as it was."""
    return written(document_of(data, name), made)
