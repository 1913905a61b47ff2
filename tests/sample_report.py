"""A report with a ministry's layout, sources typed into it, and the pictures of the README made of it.

`python -m tests.sample_report FOLDER` writes the report and, by LibreOffice and pdftoppm, pictures before and after.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

_RED = "7A1F2B"
_SANS = "Liberation Sans"
_CITED = {
    "dated.docx": ("report.docx", "chicago-author-date"),
    "noted.docx": ("report.docx", "chicago-notes-bibliography"),
    "noted.odt": ("report.odt", "chicago-notes-bibliography"),
}


def ministry() -> bytes:
    """The report as DOCX: a header and a footer, headings in the house's red, a table; a marker in three runs."""
    from docx import Document

    report = Document()
    _styled(report)
    _line(report.sections[0].header.paragraphs[0], "MINISTRY OF FOREIGN AFFAIRS  ·  EURASIA DEPARTMENT", 8.5)
    _line(report.sections[0].footer.paragraphs[0], "Note 2022/114 — for official use", 8)
    _line(report.add_paragraph(), "Samarkand and after", 22)
    report.add_heading("What happened", 1)
    parts = (
        "Xi Jinping and Vladimir Putin met for the first time since the start of the war [@rferl",
        "2022time, para. 1",
    )
    first = report.add_paragraph("".join(parts[:1]))
    first.add_run(parts[1]).bold = False
    first.add_run(
        "], on Xi’s first journey abroad since the pandemic [@rferl2022chinese]. In the days before it, activists were "
        "detained in Kazakhstan [see @standish2022days, para. 1]."
    )
    report.add_paragraph(
        "For each side the meeting had reasons of its own; “it’s ultimately about optics,” as Raffaello Pantucci put "
        "it [@rferl2022time, para. 12]."
    )
    _table(
        report,
        ("Country", "What it did", "Source"),
        ("Kazakhstan", "kept relatives away from the consulate", "[@standish2022days, para. 1]"),
        ("China", "promised not to look back", "[@kozhanova2019kazakhstan]"),
    )
    report.add_heading("What it means", 1)
    report.add_paragraph(
        "The dilemma of Astana is older than the war: it was described in 2019 already [@kozhanova2019kazakhstan]. "
        "Pensioners who protest are one part of it [@standish2021pensioner, para. 1]."
    )
    made = BytesIO()
    report.save(made)
    return made.getvalue()


def _styled(report: Any) -> None:
    from docx.shared import Cm, Pt, RGBColor

    section = report.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    for name, font, size in (("Normal", "Liberation Serif", 11), ("Heading 1", _SANS, 15)):
        style = report.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        fonts = style.element.rPr.rFonts
        for attribute in [one for one in fonts.attrib if "Theme" in one]:
            del fonts.attrib[attribute]
    report.styles["Heading 1"].font.color.rgb = RGBColor.from_string(_RED)
    report.styles["Normal"].paragraph_format.space_after = Pt(7)


def _line(paragraph: Any, text: str, size: float) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    run.font.size, run.font.name, run.bold = Pt(size), _SANS, size > 10
    if size < 10:
        run.font.color.rgb = RGBColor.from_string(_RED)


def _table(report: Any, *rows: Iterable[str]) -> None:
    table = report.add_table(rows=0, cols=3)
    table.style = "Light Grid Accent 2"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def main() -> None:
    """Write the report, its versions with citations, and a picture of the first page of each, into the folder named.

    The folder has a library of the seeds' articles.
    """
    folder = Path(sys.argv[1])
    (folder / "report.docx").write_bytes(ministry())
    _printed(folder, "report.docx", "odt")
    for name, (report, style) in _CITED.items():
        command = [sys.executable, "-m", "digest", "cite", report, "-o", name, "--style", style]
        subprocess.run(command, cwd=folder, check=True)
    for name in ("report.docx", *_CITED):
        _printed(folder, name, "pdf")
        stem = name.replace(".", "-")
        pdf = str(Path(name).with_suffix(".pdf"))
        subprocess.run(["pdftoppm", "-r", "70", "-png", "-singlefile", pdf, stem], cwd=folder, check=True)


def _printed(folder: Path, name: str, form: str) -> None:
    command = ["soffice", "--headless", "--convert-to", form, name]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    main()
