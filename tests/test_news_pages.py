"""Records of real news pages, where they lie beside the checkout, held to floors that only a person may lower."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digest.extract import extract
from digest.model import Article, Source
from digest.readers import read
from tests.conftest import Floor

Label = Mapping[str, Any]


def folded(text: str) -> str:
    """`text` without case, accents and marks."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def outlet(name: str) -> str:
    """A name without article, domain and marks."""
    bare = re.sub(r"^(?:https?://)?(?:www\.|m\.|edition\.)?|\.(?:co\.\w\w|[a-z]{2,3})/?$", "", name.casefold().strip())
    return re.sub(r"^(?:the|die|der|das|le|la|el) ", "", folded(bare)).replace(" ", "")


def days(stamp: str) -> set[str]:
    """The local day of a timestamp and its day at Greenwich."""
    found = {stamp[:10]}
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return found
    return found | {moment.astimezone(UTC).date().isoformat()} if moment.tzinfo else found


def overlap(one: str, other: str) -> float:
    """F1 of two texts' words; every character of an unspaced script is one."""
    words = [Counter(re.findall(r"[\u3040-\u9fff]|[^\W\u3040-\u9fff]+", text)) for text in (one, other)]
    shared = sum((words[0] & words[1]).values())
    return 2 * shared / sum(map(Counter.total, words)) if shared else 0.0


def named(article: Article) -> list[str]:
    """The authors' names."""
    return [str(name) for name in article.author]


CHECKS: dict[str, Callable[[Label, Article, str], float]] = {
    "title": lambda label, article, text: folded(label["title"]) == folded(article.title or ""),
    "author": lambda label, article, text: (
        set(map(folded, label["authors"])) == {folded(str(n)) for n in article.author}
    ),
    "issued": lambda label, article, text: str(article.issued) in days(label["date"]),
    "container_title": lambda label, article, _: outlet(article.container_title or "?") in map(outlet, label["site"]),
    "text": lambda label, article, text: overlap(label["body"], text),
}
LABELS = {"title": "title", "author": "authors", "issued": "date", "container_title": "site", "text": "body"}


def test_records_of_real_news_pages_reach_their_floors(gold: Path, floor: Floor) -> None:
    """The share of right titles, exact sets of authors, days and outlets, and the mean F1 of the texts' words.

    What a page's publisher does not label is not counted.
    """
    folder = gold / "news-pages"
    totals: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        data = (folder / label["html"]).read_bytes()
        data = gzip.decompress(data) if label["html"].endswith(".gz") else data
        (page,) = read(Source(name=label["id"], data=data, url=label["url"]))
        article = next(iter(extract(page)), Article())
        kinds = ("paragraph", "list item", "heading", "standfirst")
        text = "\n".join(block.text for block in page.blocks if block.kind in kinds)
        for field, check in CHECKS.items():
            if LABELS[field] in label:
                totals[field] += 1
                right[field] += check(label, article, text)  # type: ignore[assignment] # shares are added up too

    for field in CHECKS:
        floor(f"news pages: {field}", right[field] / totals[field])
