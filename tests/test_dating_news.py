"""Dating measured on real news pages, where they lie beside the checkout."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from digest.extract.dating import find_issued
from digest.extract.story import Story
from digest.model import Block

DAY = timedelta(days=1)  # a page's date may be in another time zone than its words


def test_the_words_of_real_articles_prove_no_wrong_day(gold: Path) -> None:
    """From the text alone, with its date taken away, at most one article in fifty gets a range without its day."""
    dated = wrong = 0
    for row in (gold / "news-pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        if label["date"]:
            texts = [label["title"], *label["body"].split("\n")]
            page = tuple(Block(text=text, line=line) for line, text in enumerate(texts, start=1) if text.strip())
            ((found, _),) = find_issued([Story(blocks=page)], page)
            truth = date.fromisoformat(label["date"][:10])
            dated += 1
            wrong += found is not None and not found.first - DAY <= truth <= found.last + DAY
    assert wrong * 50 <= dated
