"""Word documents: read with their citations, and written with new ones in place."""

from __future__ import annotations

from digest.citing import Made, Report, Written


def read(data: bytes, name: str) -> Report:
    """The report in a Word document; ReadError where it is broken."""
    from digest.reports.docx.reading import read_document

    return read_document(data, name)


def write(data: bytes, name: str, made: Made) -> Written:
    """The document with the edits made; all that no edit touches stays as it was."""
    from digest.reports.docx.writing import write_document

    return write_document(data, name, made)
