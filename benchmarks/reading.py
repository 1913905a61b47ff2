"""Compare readers of news pages in one run: the body's words, title, authors, day and outlet, pages per second.

    python benchmarks/reading.py [FOLDER] [--every N] [--from N]

FOLDER holds `gold.jsonl` (one page a line: html, url, title, authors, date, site, body) and the pages, plain or
gzipped. Without it: the environment variable DIGEST_GOLD, or ../shared/gold/news-pages beside the checkout.
The others are installed by `pip install -e '.[bench]'`; one that is absent is left out, and said to be.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT.parent / "shared" / "gold" / "news-pages"
TEXT = ("heading", "list item", "paragraph", "standfirst")

Answer = Mapping[str, Any]
"""What a reader says of a page: text, title, authors, date, site, each where it gives one."""
Reader = Callable[[bytes, str | None], Answer]
Told = tuple[Answer, float]


def ours(data: bytes, url: str | None) -> Answer:
    """The page read and its record extracted."""
    from digest.extract import extract
    from digest.model import Source
    from digest.readers import read

    (page,) = read(Source(name="page.html", data=data, url=url))
    text = "\n".join(block.text for block in page.blocks if block.kind in TEXT)
    articles = extract(page)
    if not articles:
        return {"text": text}
    article = articles[0]
    return {
        "text": text,
        "title": article.title,
        "authors": [str(name) for name in article.author],
        "date": article.issued.edtf if article.issued else None,
        "site": article.container_title,
    }


def ours_text(data: bytes, url: str | None) -> Answer:
    """The page's text alone."""
    from digest.model import Source
    from digest.readers.html import read_body

    blocks = read_body(Source(name="page.html", data=data, url=url))
    return {"text": "\n".join(block.text for block in blocks if block.kind in TEXT)}


def trafilatura(data: bytes, url: str | None) -> Answer:
    """trafilatura with its metadata."""
    from trafilatura import bare_extraction

    found = bare_extraction(data, url=url, include_comments=False, with_metadata=True)
    return _of_trafilatura(found)


def trafilatura_fast(data: bytes, url: str | None) -> Answer:
    """trafilatura without its fallbacks."""
    from trafilatura import bare_extraction

    return _of_trafilatura(bare_extraction(data, url=url, include_comments=False, with_metadata=True, fast=True))


def trafilatura_text(data: bytes, url: str | None) -> Answer:
    """trafilatura's text alone."""
    from trafilatura import extract

    return {"text": extract(data, url=url, include_comments=False) or ""}


def _of_trafilatura(found: Any) -> Answer:  # noqa: ANN401, RUF100
    if found is None:
        return {}
    authors = (found.author or "").split("; ")
    return {"text": found.text, "title": found.title, "authors": authors, "date": found.date, "site": found.sitename}


def newspaper4k(data: bytes, url: str | None) -> Answer:
    """newspaper4k, told to load no pictures."""
    import newspaper

    config = newspaper.Config()
    config.fetch_images = False
    article = newspaper.Article(url or "https://page.example/", config=config)
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    date = article.publish_date.isoformat() if article.publish_date else None
    site = article.meta_site_name or None
    return {"text": article.text, "title": article.title, "authors": article.authors, "date": date, "site": site}


def readability(data: bytes, url: str | None) -> Answer:
    """readability-lxml: text and title."""
    from lxml import html
    from readability import Document

    document = Document(data.decode("utf-8", "replace"), url=url)
    tree = html.fromstring(document.summary())
    return {"text": "\n".join(tree.itertext()), "title": document.short_title()}


READERS: dict[str, Reader] = {
    "digest": ours,
    "digest, text": ours_text,
    "trafilatura": trafilatura,
    "trafilatura fast": trafilatura_fast,
    "trafilatura, text": trafilatura_text,
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
}

_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")


def words(text: str) -> Counter[str]:
    """The words of `text`; a Chinese, Japanese or Thai character is one."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text)))


def likeness(wanted: str, found: str) -> float:
    """F1 of the words of two texts."""
    ours, theirs = words(wanted), words(found)
    shared = sum((ours & theirs).values())
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def folded(text: object) -> str:
    """Letters and digits of `text`, without case or accents."""
    plain = unicodedata.normalize("NFKD", str(text or "")).casefold()
    return "".join(character for character in plain if character.isalnum())


def right(field: str, wanted: Any, answer: Answer) -> bool:  # noqa: ANN401, RUF100
    """Whether `answer` has the field as the page's editor wrote it down."""
    given = answer.get(field)
    if field == "authors":
        return {folded(name) for name in wanted} - {""} == {folded(name) for name in given or ()} - {""}
    if field == "date":
        return str(given or "")[:10] == str(wanted)[:10]
    if field == "site":
        return folded(given) in {folded(name) for name in wanted}
    return folded(given) == folded(wanted)


FIELDS = ("title", "authors", "date", "site")


def measure(name: str, rows: Sequence[Mapping[str, Any]], folder: Path) -> list[Told] | None:
    """What a reader in a process of its own says of each page; none where it is not installed."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(answer_all, (name, rows, folder))


def figures_of(rows: Sequence[Mapping[str, Any]], told: Sequence[Told]) -> dict[str, float]:
    """How often what was told is right, and how fast it was."""
    figures = {"pages/s": len(rows) / sum(seconds for _, seconds in told)}
    pairs = [(row, answer) for row, (answer, _) in zip(rows, told, strict=True)]
    figures["body F1"] = 100 * sum(likeness(row["body"], answer.get("text") or "") for row, answer in pairs) / len(rows)
    for field in FIELDS:
        known = [(row[field], answer) for row, answer in pairs if field in row]
        if any(answer.get(field) for _, answer in known):
            figures[field] = 100 * sum(right(field, wanted, answer) for wanted, answer in known) / len(known)
    return figures


def answer_all(name: str, rows: Sequence[Mapping[str, Any]], folder: Path) -> list[Told] | None:
    """What a reader says of every page, and the processor seconds each took, the better of two times."""
    reader = READERS[name]
    pages = [(load(folder / row["html"]), row.get("url")) for row in rows]
    try:
        reader(*pages[0])  # imports and tables are not counted
    except ImportError:
        return None
    rounds = [[timed(name, data, url) for data, url in pages] for _ in range(2)]
    return [(answer, min(seconds, again)) for (answer, seconds), (_, again) in zip(*rounds, strict=True)]


def timed(name: str, data: bytes, url: str | None) -> Told:
    """What a reader says of a page, and the processor seconds it took."""
    start = time.process_time()
    try:
        answer = READERS[name](data, url)
    except Exception as error:  # noqa: BLE001 - a reader that breaks on a page has no answer for it
        print(f"{name}: {type(error).__name__}: {error}"[:160], file=sys.stderr)
        answer = {}
    return answer, time.process_time() - start


_DECLARED = re.compile(
    rb"<article[\s>]|itemprop\s?=\s?[\"']?articleBody|"
    rb"\"@type\"\s{0,9}:\s{0,9}(?:\[\s{0,9})?\"[A-Za-z]{0,30}(?:Article|Posting)\""
)


def is_declared(data: bytes) -> bool:
    """Whether a page says where or what its article is: in JSON-LD, by an article element or by microdata."""
    return bool(_DECLARED.search(data))


def load(path: Path) -> bytes:
    """The page at `path`."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def table(results: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The figures as a Markdown table, speed also as a multiple of trafilatura's with as much to find."""
    columns = ("body F1", *FIELDS, "pages/s")
    yield "| reader | " + " | ".join(columns) + " | times trafilatura |"
    yield "|---|" + "---:|" * (len(columns) + 1)
    for name, figures in results.items():
        cells = [f"{figures[column]:.1f}" if column in figures else "" for column in columns]
        base = results.get("trafilatura, text" if "title" not in figures else "trafilatura", {}).get("pages/s")
        yield f"| {name} | " + " | ".join(cells) + (f" | {figures['pages/s'] / base:.1f} |" if base else " | |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(os.environ.get("DIGEST_GOLD", HOME)))
    parser.add_argument("--every", type=int, default=1, help="every Nth page")
    parser.add_argument("--from", type=int, default=0, dest="first", help="from the Nth page on")
    wanted = parser.parse_args()
    listed = wanted.folder / "gold.jsonl"
    if not listed.is_file():
        print(f"no labelled pages: {listed} does not exist (give a folder, or set DIGEST_GOLD)")
        return
    rows = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines()][wanted.first :: wanted.every]
    print(f"{len(rows)} pages of {wanted.folder}\n")
    results: dict[str, list[Told]] = {}
    for name in READERS:
        if told := measure(name, rows, wanted.folder):
            results[name] = told
        else:
            print(f"{name}: not installed (pip install -e '.[bench]')")
    print("\n".join(table({name: figures_of(rows, told) for name, told in results.items()})))
    some = [at for at, row in enumerate(rows) if is_declared(load(wanted.folder / row["html"]))]
    print(f"\nThe {len(some)} of them that declare their structure:\n")
    of_some = {
        name: figures_of([rows[at] for at in some], [told[at] for at in some]) for name, told in results.items() if some
    }
    print("\n".join(table(of_some)))


if __name__ == "__main__":
    main()
