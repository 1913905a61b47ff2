"""Reports grouped into stories: what each tells of one event, when, and how many have it from themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from digest.model import Article, Date
from digest.sentences import STOP_WORDS, words
from digest.storylines.grouping import group
from digest.storylines.history import Added, history
from digest.storylines.leaders import leaders
from digest.storylines.reports import Report, is_roundup, reports
from digest.storylines.sources import Bond, Second, Ties, seconds
from digest.storylines.traits import House, capitals, traits

__all__ = [
    "Added",
    "Bond",
    "House",
    "Report",
    "Second",
    "Storyline",
    "Ties",
    "find_stories",
    "history",
    "is_roundup",
    "reports",
]

_STEM = 6
_SHORT = 4
"""Words of a headline that is too short to say what happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """The reports of one event in the order they came, and those of them that are no source of their own."""

    reports: tuple[Report, ...]
    seconds: tuple[Second, ...] = ()

    @property
    def id(self) -> str:
        """What the story is called: the key of its first report."""
        return self.reports[0].id

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys, in order, each once."""
        return tuple(dict.fromkeys(report.key for report in self.reports))

    @property
    def title(self) -> str:
        """The headline that says most of what the others say, in the words of its source."""
        return _best_title(self.reports)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, in order, each once."""
        names = (report.article.container_title for report in self.reports)
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def period(self) -> Date | None:
        """From the first report to the last; None where no report has a date."""
        dated = [report.issued for report in self.reports if report.issued]
        if not dated:
            return None
        first, last = min(one.first for one in dated), max(one.last for one in dated)
        return Date(edtf=first.isoformat() if first == last else f"{first}/{last}")

    def holds(self, key: str, paragraph: int) -> bool:
        """Whether that paragraph of the article `key` belongs to it."""
        return any(report.key == key and report.first <= paragraph <= report.last for report in self.reports)

    def within(self, period: Date) -> Storyline | None:
        """The part of it that reports of `period` tell; None where no report may be of these days."""
        return self._part(report for report in self.reports if report.issued and report.issued.overlaps(period))

    def among(self, keys: Container[str]) -> Storyline | None:
        """The part of it that articles with these keys tell; None where none of them does."""
        return self._part(report for report in self.reports if report.key in keys)

    def _part(self, reports: Iterable[Report]) -> Storyline | None:
        kept = tuple(reports)
        left = tuple(one for one in self.seconds if one.report in kept and one.first in kept)
        return Storyline(reports=kept, seconds=left) if kept else None

    @property
    def independent(self) -> int:
        """How many reports have the story from themselves; each source counts once."""
        return len(self.reports) - len(self.seconds)


def as_printed(name: str, _key: str) -> str:
    """The name itself."""
    return name


def find_stories(
    articles: Iterable[Article], ties: Ties | None = None, house: House = as_printed
) -> tuple[Storyline, ...]:
    """The stories that `articles` tell, the latest first; a report that no other joins is a story of its own.

    `ties` is what the library knows of shared text; `house` gives the house spelling of a name.
    """
    found = sorted(reports(articles), key=_order)
    heads, named = leaders(found), capitals(found)
    groups = group([traits(report, house, heads, named) for report in found])
    stories = [_story([found[place] for place in places], ties) for places in groups]
    return tuple(sorted(stories, key=_latest_first))


def _story(found: Sequence[Report], ties: Ties | None) -> Storyline:
    return Storyline(reports=tuple(found), seconds=seconds(found, ties) if len(found) > 1 else ())


def _order(report: Report) -> tuple[date, date, str, int]:
    """By date, then by key; the undated come last."""
    issued = report.issued
    first, last = (issued.first, issued.last) if issued else (date.max, date.max)
    return first, last, report.key, report.first


def _latest_first(story: Storyline) -> tuple[int, int, str]:
    period = story.period
    return (-period.last.toordinal(), -len(story.reports), story.id) if period else (0, -len(story.reports), story.id)


def _best_title(found: Sequence[Report]) -> str:
    """The title whose words most other titles and openings have; the first of equals."""
    titles = {report.title: _stems(report.title) for report in found}
    heard: Counter[str] = Counter()
    for report in found:
        opening = report.paragraphs[0][1][:300] if report.paragraphs else ""
        heard.update(set(titles[report.title]) | set(_stems(opening)))
    stated = [title for title, stems in titles.items() if len(stems) >= _SHORT and not title.startswith("[")]
    ranked = stated or [title for title in titles if title and not title.startswith("[")] or list(titles)
    return max(ranked, key=lambda title: sum(heard[stem] for stem in titles[title]) / (len(titles[title]) + 1))


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in dict.fromkeys(words(text)) if word not in STOP_WORDS]
