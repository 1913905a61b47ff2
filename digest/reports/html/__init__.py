"""HTML ↔ report: a page or a fragment of one, in the encoding it says it is in."""

from __future__ import annotations

from digest.citing import Made, Report, Written
from digest.reports.html.page import report_of
from digest.reports.html.reading import document_of
from digest.reports.html.writing import written

__all__ = ["read", "write"]


def read(data: bytes, name: str) -> Report:
    """The report that an HTML file is."""
    return report_of(document_of(data, name))


def write(data: bytes, name: str, made: Made) -> Written:
    """The file with its citations; all that no edit touches stays as it was."""
    return written(document_of(data, name), made)
