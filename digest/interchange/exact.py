"""A record written so that nothing is lost: what a format's own reader would not give back goes into a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.interchange.items import RecordReader
from digest.interchange.notes import lines_of
from digest.model import Article, Source


def exact(article: Article, written: Callable[[Article, Sequence[str]], str], read: RecordReader) -> str:
    """`article` as a format writes it, with the lines that tell what its reader would not give back."""
    text = written(article, ())
    records = read(Source(name="", data=text.encode("utf-8", "replace")))
    lines = lines_of(article, records[0].article) if records else []
    return written(article, lines) if lines else text
