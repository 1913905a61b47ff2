"""The gold's articles on the seed pages, cut by the gold's own lines, so that a test needs no extraction."""

from __future__ import annotations

import json
from pathlib import Path

from digest.model import Article, Block, Heading
from tests.conftest import SEEDS


def seed_articles(gold: Path) -> dict[str, Article]:
    """The articles by their number in the gold."""
    records = json.loads((gold / "seeds" / "articles.json").read_text(encoding="utf-8"))
    return {record["id"]: _article(record) for record in records}


def _article(record: dict[str, object]) -> Article:
    page = next(SEEDS.glob(f"{record['seed']}_*.txt")).read_text(encoding="utf-8").split("\n")
    first, last = int(str(record["body_first_line"])), int(str(record["body_last_line"]))
    headings = {int(h["line"]): h for h in record["sections"]}  # type: ignore[attr-defined]
    paragraphs: list[Block] = []
    sections: list[Heading] = []
    for number in range(first, last + 1):
        text = page[number - 1].strip()
        doubled = text in (page[number - 2].strip(), page[number].strip() if number < len(page) else "")
        if number in headings:
            heading = headings[number]
            start = len(paragraphs) + 1
            sections.append(Heading(text=heading["heading"], level=heading["level"], line=number, first=start, last=0))
            text = "" if text == heading["heading"] else text
        if text and not doubled:
            paragraphs.append(Block(text=text, line=number))
    ends = [*(section.first - 1 for section in sections[1:]), len(paragraphs)]
    closed = tuple(
        Heading(text=s.text, level=s.level, line=s.line, first=s.first, last=end)
        for s, end in zip(sections, ends, strict=True)
    )
    return Article(
        title=str(record["title"]) if record["title_on_page"] else None,
        genre="newsletter" if record["kind"] == "newsletter" else None,
        paragraphs=tuple(paragraphs),
        sections=closed,
        lines=(first, last),
    )
