"""Reports of LibreOffice Writer: read, and written with their citations; what no edit touches stays as it was."""

from __future__ import annotations

from digest.citing import Made, Report, Written
from digest.reports.odt.document import open_document

__all__ = ["read", "write"]


def read(data: bytes, name: str) -> Report:
    """The report in `data`; ReadError where it is broken, locked, or made to do harm."""
    return open_document(data, name).report


def write(data: bytes, name: str, made: Made) -> Written:
    """`data`, a report that `read` reads, with the edits made."""
    from digest.reports.odt import writing

    return writing.write(data, name, made)
