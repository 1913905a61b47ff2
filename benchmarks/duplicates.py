"""What it costs to find copies on every add: milliseconds an article and bytes of index, at sizes given as arguments.

    python benchmarks/duplicates.py 1000 10000 100000

The texts are made: words of a Zipf distribution, as in any language; one in ten is an edited copy of an earlier one,
and every outlet ends its articles with the same paragraph.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from digest.duplicates import prints
from digest.duplicates.runs import run_number, sampled
from digest.library import Library, open_library
from digest.library.opening import writing
from digest.library.rows import pack_article
from digest.library.tables import put_address
from digest.model import Article, Block, Date, Page, Source

WORDS = 40_000
OUTLETS = 300
MEASURED = 200
BATCH = 500
INDEX = ("shingle", "extent", "relation", "relation_other")


class Texts:
    """An endless supply of articles."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        letters = "abcdefghijklmnopqrstuvwxyz"
        self._words = ["".join(self._random.choices(letters, k=2 + rank.bit_length() // 2)) for rank in range(WORDS)]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self._feet = [self._paragraph(40) for _ in range(OUTLETS)]
        self._told: list[tuple[str, ...]] = []
        self._count = 0

    def __iter__(self) -> Iterator[Article]:
        """One article after the other."""
        while True:
            yield self._article()

    def _article(self) -> Article:
        self._count += 1
        copied = self._told and self._random.random() < 0.1
        body = self._edited(self._random.choice(self._told)) if copied else self._body()
        if len(self._told) < BATCH or self._random.random() < 0.01:
            self._told.append(body)
        outlet = self._random.randrange(OUTLETS)
        blocks = tuple(Block(text=text, line=line) for line, text in enumerate((*body, self._feet[outlet]), 1))
        return Article(
            title=self._paragraph(8),
            container_title=f"Paper {outlet}",
            url=f"https://paper{outlet}.example/{self._count}",
            issued=Date(edtf=f"20{self._random.randrange(10, 30)}-{self._random.randrange(1, 13):02}-15"),
            paragraphs=blocks,
            lines=(1, len(blocks)),
            source=f"{self._count}.html",
        )

    def _body(self) -> tuple[str, ...]:
        length = max(60, min(3_000, int(self._random.lognormvariate(6.1, 0.6))))  # median 450 words, mean 540
        return tuple(self._paragraph(min(60, length - start)) for start in range(0, length, 60))

    def _edited(self, body: Sequence[str]) -> tuple[str, ...]:
        kept = body[: max(1, int(len(body) * self._random.uniform(0.6, 1)))]
        return (self._paragraph(25), *kept)

    def _paragraph(self, length: int) -> str:
        words = self._random.choices(self._words, cum_weights=self._weights, k=length)
        return " ".join(f"{word}." if place % 17 == 16 else word for place, word in enumerate(words))


def put(library: Library, article: Article) -> int:
    """Add one article as `digest add` does, and say how many others it was linked to."""
    return len(library.add(article, page_of(article), article.paragraphs).related)


def page_of(article: Article) -> Page:
    """The page an article came on."""
    data = "\n".join(block.text for block in article.paragraphs)
    return Page(source=Source(name=article.source, data=data.encode(), url=article.url), blocks=())


def fill(library: Library, path: Path, texts: Iterator[Article], size: int) -> None:
    """Bring the library up to `size` by what a search for copies meets: records, runs, paragraphs and addresses."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -400000")
        while (missing := size - len(library)) > 0:
            with writing(connection, path) as db:
                for _ in range(min(BATCH, missing)):
                    _store(db, next(texts))


def _store(db: sqlite3.Connection, article: Article) -> None:
    """A record without pages and search; its words are plain already, which saves the time of reading them."""
    words = " ".join(block.text for block in article.paragraphs).replace(".", "").split()
    rate, few = sampled(run_number(words[first : first + 5]) for first in range(len(words) - 4))
    asked = "insert into article (key, version, record, edited) values (?, 1, ?, '[]')"
    row = db.execute(asked, (article.source, pack_article(article))).lastrowid or 0
    db.executemany("insert or ignore into shingle values (?, ?)", [(run, row) for run in few])
    db.execute("insert into extent values (?, ?, ?)", (row, rate, len(few)))
    rows = [(mark, row, length) for mark, length in prints(article).items()]
    db.executemany("insert into paragraph values (?, ?, ?)", rows)
    put_address(db, row, article.url)


def measure(library: Library, texts: Iterator[Article]) -> tuple[list[float], list[float], int]:
    """The seconds of adds with one commit each, of the clock and of the processor, and the links they found."""
    clock, processor, links = [], [], 0
    for article in [next(texts) for _ in range(MEASURED)]:
        start, used = time.perf_counter(), time.process_time()
        links += put(library, article)
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
    return clock, processor, links


def sizes(path: Path) -> dict[str, int]:
    """The bytes of each table and index, where SQLite can tell."""
    with closing(sqlite3.connect(path)) as db:
        try:
            rows = db.execute("select name, sum(pgsize) from dbstat group by name").fetchall()
        except sqlite3.OperationalError:  # built without it
            return {}
    return dict(rows)


def main() -> None:
    """Print a row for each size."""
    texts = iter(Texts(7))
    print("articles  ms an add (p50, p95)  of processor (p50)  bytes of index an article  bytes in all  links")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        with open_library(path) as library:
            for size in sorted(int(word) for word in sys.argv[1:] or ["1000"]):
                fill(library, path, texts, size)
                clock, processor, links = measure(library, texts)
                middle, slow = statistics.median(clock) * 1000, sorted(clock)[int(MEASURED * 0.95)] * 1000
                used, count = statistics.median(processor) * 1000, len(library)
                held = sum(sizes(path).get(name, 0) for name in INDEX) // count
                print(
                    f"{count:>8}  {middle:>12.1f}, {slow:>6.1f}  {used:>17.1f}  {held:>25}  "
                    f"{path.stat().st_size // count:>12}  {links:>5}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
