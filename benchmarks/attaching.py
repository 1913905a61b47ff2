"""What it costs to attach 1,000 citations to a Word report of 300 pages, beside pandoc's own citeproc.

    python benchmarks/attaching.py [PAGES] [CITATIONS]

`digest cite` is run as a user runs it, on a DOCX with a library of records; pandoc gets the same text as Markdown with
the same records, and writes a new DOCX. Pandoc does less: it keeps nothing of a layout, embeds no records, proposes
nothing and looks nothing up. Seconds on the clock, and the most memory that the process or a child of it took.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from digest.export.pandoc import program
from digest.export.styles import style_path

SOURCES = 300
PARAGRAPHS = 10  # a page, of 50 words each
STYLES = ("chicago-author-date", "chicago-notes-bibliography")
_STARTS = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te")
_ENDS = ("nt", "rsel", "ment", "kor", "lish")
_WORDS = [f"{start}{end}" for start in _STARTS for end in _ENDS]


def records() -> list[dict[str, object]]:
    """CSL records of newspaper articles."""
    return [
        {
            "id": f"author{number % 90}x{number}",
            "type": "article-newspaper",
            "author": [{"family": f"Author{number % 90}", "given": "Amina"}],
            "title": f"Ships Wait Outside The Harbour For Day {number}",
            "container-title": "The Harbour Times",
            "issued": {"date-parts": [[2010 + number % 20, 1 + number % 12, 1 + number % 28]]},
            "URL": f"https://harbourtimes.example/{number}",
            "language": "en",
        }
        for number in range(SOURCES)
    ]


def paragraphs(pages: int, citations: int) -> list[str]:
    """The report's text, its citations spread over it."""
    chance = random.Random(1)
    texts = [" ".join(chance.choices(_WORDS, k=50)) for _ in range(pages * PARAGRAPHS)]
    for number in range(citations):
        place, source = chance.randrange(len(texts)), number % SOURCES
        texts[place] += f" [@author{source % 90}x{source}, para. {1 + number % 30}]."
    return texts


def timed(command: Sequence[str], folder: Path) -> tuple[float, int]:
    """Seconds, and the most megabytes of the command or a child of it."""
    program_text = (
        "import resource,subprocess,sys;done=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,check=False);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024, done.returncode)"
    )
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", program_text, *command], cwd=folder, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    megabytes, code = map(int, done.stdout.split())
    if code:
        sys.exit(f"{command[0]}: exit {code}: {done.stderr.strip()[-500:]}")
    return seconds, megabytes


def written(folder: Path, pages: int, citations: int) -> None:
    """The report as DOCX and as Markdown, and a library of its sources."""
    from docx import Document

    texts = paragraphs(pages, citations)
    report = Document()
    for text in texts:
        report.add_paragraph(text)
    report.save(str(folder / "report.docx"))
    (folder / "report.md").write_text("\n\n".join(texts), encoding="utf-8")
    (folder / "records.json").write_text(json.dumps(records()), encoding="utf-8")
    digest = [sys.executable, "-m", "digest"]
    subprocess.run([*digest, "init"], cwd=folder, check=True, capture_output=True)
    subprocess.run([*digest, "import", "records.json"], cwd=folder, check=True, capture_output=True)


def main() -> None:
    """Print both, and their ratio."""
    pages, citations = (int(word) for word in (*sys.argv[1:], "300", "1000")[:2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(folder, pages, citations)
        print(f"{pages} pages, {citations} citations of {SOURCES} sources: seconds, MB at most")
        for style in STYLES:
            ours = [sys.executable, "-m", "digest", "cite", "report.docx", "-o", "out.docx", "--style", style]
            peer = [program(), "report.md", "--citeproc", "--bibliography", "records.json", "-o", "peer.docx"]
            rows = {
                "digest cite": timed(ours, folder),
                "pandoc --citeproc": timed([*peer, "--csl", str(style_path(style))], folder),
            }
            for label, (seconds, megabytes) in rows.items():
                print(f"  {style:28} {label:20} {seconds:6.1f} s {megabytes:5d} MB")
            print(f"  ratio {rows['digest cite'][0] / rows['pandoc --citeproc'][0]:.2f}")


if __name__ == "__main__":
    main()
