"""Invented reports of a harbour, of wine, and of other things: the word `port` alone does not tell the first two."""

from __future__ import annotations

from random import Random

from digest.model import Article, Block
from digest.themes import Theme

PORTS = Theme(name="ports", title="Ports", phrases={"port": 2, "quay": 2, "tanker*": 2}, threshold=3, title_bonus=1)

_SUBJECTS = {
    "harbour": "cranes dockers cargo container berth ship freight crew pilot tonnes unloading vessel customs sailors",
    "wine": "vintage grapes cellar bottle harvest tasting barrels sommelier Douro vineyard sweet cask blend glass",
    "other": "school budget mayor election hospital court teacher concert rain football museum road tax police",
}
_EVERYWHERE = [
    "said", "week", "people", "city", "year", "plan", "time", "group", "money", "country", "morning", "company",
]  # fmt: skip


def report(kind: str, number: int) -> Article:
    """An invented report: harbours and wine speak of a port, harbours now and then of ships alone."""
    chance = Random(f"{kind} {number}")
    words = _SUBJECTS[kind].split()
    paragraphs = []
    for place in range(4):
        line = chance.sample(words, 4) + chance.sample(_EVERYWHERE, 6)
        if kind != "other" and place < 2 and number % 4:
            line.append("port")
        chance.shuffle(line)
        paragraphs.append(Block(text=f"{' '.join(line).capitalize()}.", line=place + 2))
    title = f"{words[number % len(words)].capitalize()} in the {_EVERYWHERE[number % 7]}"
    return Article(id=f"{kind}{number}", title=title, paragraphs=tuple(paragraphs), source=f"{kind}{number}.txt")


def reports(kind: str, first: int, last: int) -> list[Article]:
    """Those numbers of a kind."""
    return [report(kind, number) for number in range(first, last)]
