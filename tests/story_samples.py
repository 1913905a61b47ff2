"""Invented reports of invented events, by several outlets each, and how well a grouping of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.analysis import analyse
from digest.model import Article, Block, Date

FOLDER = Path(__file__).parent / "stories"
NEAR = ("rail-", "batken-", "activist-", "blackout-", "snap-", "quake-", "pipeline-", "feature-", "gao-", "sco-",
        "sorokin-", "pickets-", "border-", "mine-", "plates-", "pm-", "raid-", "dam-", "port-", "rebels-", "locust-",
        "election-", "tbilisi-", "yerevan-", "quake-shaki", "quake-javakheti", "cable-blacksea", "gas-", "visit-",
        "talks-", "solo-")  # fmt: skip
"""Events of one region and week; the others are far apart in subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A report and the event it tells of."""

    event: str
    article: Article


def samples(name: str) -> tuple[Sample, ...]:
    """The reports of `stories/NAME.txt`, analysed as a library would have them."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_sample(number, part) for number, part in enumerate(text.split("== ")[1:]))


def near(found: Iterable[Sample]) -> tuple[Sample, ...]:
    """Those of one region and week."""
    return tuple(sample for sample in found if sample.event.startswith(NEAR))


def far(found: Iterable[Sample]) -> tuple[Sample, ...]:
    """Those that are far apart in subject."""
    return tuple(sample for sample in found if not sample.event.startswith(NEAR))


def report(key: str, title: str, text: str, **fields: object) -> Article:
    """An article of paragraphs parted by empty lines; `outlet` and `day` say where and when."""
    outlet, day = fields.pop("outlet", f"The {key.title()}"), fields.pop("day", "2027-03-02")
    paragraphs = tuple(Block(text=part, line=line) for line, part in enumerate(text.strip().split("\n\n"), 1))
    return analyse(
        Article(
            id=key,
            title=title,
            container_title=str(outlet),
            issued=Date(edtf=str(day)) if day else None,
            language=str(fields.pop("language", "en")),
            paragraphs=paragraphs,
            **fields,  # type: ignore[arg-type]
        )
    )


def _sample(number: int, part: str) -> Sample:
    head, _, text = part.partition("\n")
    event, outlet, day, *language, title = (field.strip() for field in head.split("|"))
    tongue = language[0] if language else "en"
    key = f"{event}-{tongue}{number}" if language else f"{event}-{number}"
    return Sample(event=event, article=report(key, title, text, outlet=outlet, day=day, language=tongue))


def b_cubed(gold: Mapping[str, str], found: Iterable[Iterable[str]]) -> float:
    """The B-cubed F of groups of keys, where `gold` has the event of each key."""
    groups = [frozenset(group) for group in found]
    of = {key: group for group in groups for key in group}
    sizes = Counter(gold.values())
    precision = recall = 0.0
    for key, event in gold.items():
        both = sum(gold[other] == event for other in of[key])
        precision += both / len(of[key])
        recall += both / sizes[event]
    total = 2 * precision * recall / (precision + recall)
    return total / len(gold)
