"""Typst reports: read with a map of the source, and written by changing only what a citation touches."""

from __future__ import annotations

from digest.citing import Made, Report, Written

__all__ = ["read", "write"]


def read(data: bytes, name: str) -> Report:
    """The report in a Typst source."""
    from digest.reports.sourcemap import in_sequence, report_of
    from digest.reports.sourcetext import decoded
    from digest.reports.typst.reading import read_paragraphs

    text = decoded(data, name)
    drafts, inputs = read_paragraphs(text.source)
    notes = [f"it takes in {one}, which is a file of its own: cite in that one, too" for one in inputs[:20]]
    return report_of(in_sequence(drafts), text.source, "typst", [*text.notes, *notes])


def write(data: bytes, name: str, made: Made) -> Written:
    """The Typst source with the edits made."""
    from digest.reports.typst.writing import written

    return written(data, name, made)
