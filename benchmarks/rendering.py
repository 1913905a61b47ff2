"""Time the printing of a brief against one pandoc run a format, same content and same looks.

`python benchmarks/rendering.py [10 100 ...]` prints, for briefs of so many articles, the processor time (with that of
the children) and the time on the clock of both ways, each in processes of its own, the best of some runs, and their
ratio. The plain way is what a person would type: `pandoc draft.md --citeproc -o draft.FORMAT` once a format, with the
same style, filter and reference file, and for the PDF pandoc to Typst and one call of the Typst compiler. Our way
counts everything from the start of Python: reading the draft and its articles, making it inert, and the files.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from digest import csl
from digest.drafts import Draft, parse_draft
from digest.export import FORMATS, export
from digest.export.masthead import masthead
from digest.export.pandoc import READER, program, read_markdown
from digest.export.pdf import page_inputs
from digest.model import Article, Date, Name
from digest.resources import template_folder

STYLE = template_folder() / "styles" / "chicago-author-date.csl"
RUNS = 5
TOWNS = ("Aksu", "Khorlyk", "Port Tevz", "Alghabas", "Merv", "Ostrava Nova", "Tevz-on-Sea", "Qarasu")
TEXT = (
    "the ministry said on Tuesday that the tariff for containers would be set by the end of the month and that no "
    "exception could be made for melons while hauliers waited at the border for nine days and the railway reported a "
    "third more freight than in the year before although the ferries lost money and the reservoir stood at its lowest"
)
WORDS = TEXT.split()


def sentence(seed: int) -> str:
    """A sentence of its own for each number."""
    start, length = seed * 7 % len(WORDS), 14 + seed * 5 % 17
    words = [WORDS[(start + place) % len(WORDS)] for place in range(length)]
    return f"In {TOWNS[seed % len(TOWNS)]}, {' '.join(words)}, {seed} times over."


def article(place: int) -> Article:
    """One cited article."""
    return Article(
        id=f"author{place}",
        type="article-newspaper",
        title=f"What The Customs House Of {TOWNS[place % len(TOWNS)]} Cost: Part {place}",
        author=(Name(family=f"Author{place % 61}", given="Serik"),),
        container_title=f"{TOWNS[place % len(TOWNS)]} Observer",
        issued=Date(edtf=f"2031-{place % 12 + 1:02}-{place % 28 + 1:02}"),
        url=f"https://observer.example/politics/2031/{place}/what-the-customs-house-cost-{place}.html",
        language="en",
    )


def draft(articles: Sequence[Article]) -> str:
    """A draft that cites each article four times, in extracts, a quotation and a list."""
    header = "---\nbrief: bench\ntitle: Steppe And Sea\nseries: Weekly Briefing\nnumber: 2031-W14\n"
    lines = [header + "period: 2031-03-31/2031-04-06\ndate: 2031-04-06\n---\n"]
    for place, one in enumerate(articles):
        if place % 5 == 0:
            lines.append(f"# Section {place // 5 + 1}\n")
        lines.append(f"## {one.title}\n\n::: extract")
        cited = [f"{sentence(4 * place + n)} [@{one.id}, para. {n + 1}]" for n in range(2)]
        lines += [
            " ".join(cited),
            ":::\n",
            "::: extract",
            f"- **{TOWNS[place % len(TOWNS)]}.** {sentence(4 * place + 2)} ",
        ]
        lines[-1] += f"[@{one.id}, para. 3]"
        lines += [
            ":::\n",
            "::: quotation",
            f"> “{sentence(4 * place + 3)}”\n>",
            f"> — Serik Author [@{one.id}, para. 4]",
            ":::\n",
        ]
    return "\n".join([*lines, "# Sources\n", "::: {#refs}", ":::"])


def ours(folder: Path) -> None:
    """One build of the five formats."""
    made, articles = load(folder)
    targets = {name: folder / f"ours.{name}" for name in FORMATS}
    export(made, read_markdown(made.body), {one.id: one for one in articles}, targets, STYLE)


PLAIN = """
import json, pathlib, subprocess, sys, typst
commands, inputs, fonts, folder = json.load(sys.stdin)
for command in commands:
    subprocess.run(command, check=True, capture_output=True)
folder = pathlib.Path(folder)
source = (folder / "page.typ").read_bytes() + (folder / "plain.typst").read_bytes()
pdf = typst.compile(source, root=str(folder), font_paths=[fonts], ignore_system_fonts=True, sys_inputs=inputs,
                    pdf_standards=["ua-1", "a-2a"], timestamp=0)
(folder / "plain.pdf").write_bytes(pdf)
"""


def plain(folder: Path) -> str:
    """What PLAIN is given: one pandoc run a format, and the settings of the one Typst run."""
    made, _ = load(folder)
    briefing = template_folder() / "briefing"
    asked = {
        "docx": ["--to", "docx", "--reference-doc", str(briefing / "reference.docx"), "--toc"],
        "epub": ["--to", "epub3", "--css", str(briefing / "epub.css"), "--toc", "--split-level", "1"],
        "html": ["--to", "html5", "--standalone", "--embed-resources", "--css", str(briefing / "page.css"), "--toc"],
        "md": ["--to", "gfm", "--wrap", "none"],
        "typst": ["--to", "typst-citations", "--wrap", "none", "--lua-filter", str(folder / "filter.lua")],
    }
    first = [program(), str(folder / "body.md"), "--from", READER, "--citeproc"]
    first += ["--bibliography", str(folder / "references.json"), "--csl", str(STYLE)]
    first += ["--metadata", "link-citations=true", "--metadata", f"title={made.title}"]
    commands = [[*first, *arguments, "--output", str(folder / f"plain.{name}")] for name, arguments in asked.items()]
    inputs = {"brief": json.dumps(page_inputs(masthead(made), ""))}
    return json.dumps([commands, inputs, str(template_folder() / "fonts"), str(folder)])


def load(folder: Path) -> tuple[Draft, list[Article]]:
    """The draft and the articles of a folder that `prepare` filled."""
    made = parse_draft((folder / "draft.md").read_text(encoding="utf-8"), "draft.md")
    records = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
    return made, [csl.from_json(record) for record in records]


def prepare(folder: Path, count: int) -> None:
    """Write the draft, the articles, and what the plain way needs."""
    articles = [article(place) for place in range(count)]
    (folder / "draft.md").write_text(draft(articles), encoding="utf-8")
    (folder / "articles.json").write_text(json.dumps([csl.as_json(one) for one in articles]), encoding="utf-8")
    (folder / "references.json").write_text(json.dumps([csl.to_csl(one) for one in articles]), encoding="utf-8")
    pieces = json.dumps(str(template_folder() / "briefing" / "page.lua"))
    opened = "{ Div = function(div) return div.content end }"
    (folder / "body.md").write_text(load(folder)[0].body, encoding="utf-8")
    (folder / "page.typ").write_bytes((template_folder() / "briefing" / "page.typ").read_bytes())
    filters = f"return {{ dofile({pieces})({{ unverified = '' }}), {opened} }}\n"
    (folder / "filter.lua").write_text(filters, encoding="utf-8")


def measure(command: list[str], told: str = "") -> tuple[float, float]:
    """Processor and clock seconds of one run, those of its children included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *command], input=told.encode(), check=True)
    after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock


def compare(count: int) -> None:
    """Print a row: the fastest of some runs of both ways, by turns, since other work on the machine comes and goes."""
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), count)
        told = plain(Path(name))
        turns = [(measure(["-c", PLAIN], told), measure([__file__, "ours", name])) for _ in range(RUNS)]
    a, b, c, d = (min(turn[way][kind] for turn in turns) for way in (0, 1) for kind in (0, 1))
    print(f"{count:>8} {a:>6.2f} {b:>6.2f} {c:>6.2f} {d:>6.2f} {a / c:>6.2f} {b / d:>6.2f}")


def main() -> None:
    """Print a table; or, told `ours` and a folder, do that once."""
    if sys.argv[1:2] == ["ours"]:
        ours(Path(sys.argv[2]))
        return
    print(f"five formats, best of {RUNS}, {os.cpu_count()} processors; seconds of processor time and on the clock")
    print(f"{'articles':>8} {'plain':>13} {'ours':>13} {'ratio':>13}")
    for count in [int(word) for word in sys.argv[1:]] or [10, 100]:
        compare(count)


if __name__ == "__main__":
    main()
