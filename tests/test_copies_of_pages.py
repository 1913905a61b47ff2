"""Edited copies of real news texts find the text they were made from, and no other of the same days."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from digest.library import read_library
from digest.model import Article, Block, Page, Source
from tests.edited_copies import EDITS, Text

FLOOR = 0.95
STRIDE = 5


def texts_of(gold: Path, stride: int = STRIDE) -> list[Text]:
    """The bodies of every fifth page, or of so many."""
    rows = (gold / "news-pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines()[::stride]
    bodies = (json.loads(row)["body"].split("\n") for row in rows)
    return [tuple(paragraph for paragraph in body if paragraph.strip()) for body in bodies]


def page(text: Text, name: str) -> tuple[Article, Page]:
    """A page of an outlet of its own."""
    blocks = tuple(Block(text=paragraph, line=line) for line, paragraph in enumerate(text, 1))
    url = f"https://{name}.example/story"
    article = Article(
        title=f"Story of {name}", container_title=name, url=url, paragraphs=blocks, lines=(1, len(text)), source=name
    )
    return article, Page(source=Source(name=name, data=f"{name} {text}".encode(), url=url), blocks=blocks)


def scores(texts: list[Text], kind: str) -> tuple[float, float]:
    """Precision and recall of the links that copies of one kind are given as they are added."""
    chance = random.Random(kind)
    right = wrong = missed = 0
    with read_library(Path("none.sqlite")) as library:
        keys = []
        for number, text in enumerate(texts):
            article, source = page(text, f"paper{number}")
            keys.append(library.add(article, source, source.blocks).key)
            assert () == library.related(keys[-1])
        for number, text in enumerate(texts):
            others = [*texts[:number], *texts[number + 1 :]]
            copy = EDITS[kind](text, others, chance)
            article, source = page(copy, f"copy{number}")
            links = library.add(article, source, source.blocks).related
            wanted = {key for key, other in zip(keys, texts, strict=True) if set(other) <= set(copy)} | {keys[number]}
            found = {link.key for link in links if link.kind == "copy" and link.key in keys}
            right, wrong, missed = (
                right + len(found & wanted),
                wrong + len(found - wanted),
                missed + len(wanted - found),
            )
    return right / ((right + wrong) or 1), right / (right + missed)


@pytest.mark.parametrize("kind", EDITS)
def test_copies_find_what_they_were_made_from(gold: Path, kind: str) -> None:
    """Precision and recall of ninety-five in a hundred, for each way of editing."""
    precision, recall = scores(texts_of(gold), kind)

    assert min(precision, recall) >= FLOOR, f"{kind}: precision {precision:.3f}, recall {recall:.3f}"
