"""What a theme gives and nearly gives, and what a change of its rules would add and drop, before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from digest.model import Article
from digest.themes import judge, taught
from digest.themes.weighing import Theme, Verdict

State = Literal["given", "near", "added", "dropped"]
NEAR = 0.5
"""An article nearly has a theme from this share of its threshold on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """An article as a theme sees it, what a person decided of the two, and what would become of it."""

    article: Article
    verdict: Verdict
    state: State
    decided: bool | None = None

    @property
    def contradicts(self) -> bool:
        """Whether this is otherwise than a person said, whose word stands."""
        return self.decided is not None and self.decided is not (self.state in ("given", "added"))


def seen(theme: Theme, articles: Iterable[Article], decided: Mapping[str, bool]) -> tuple[Sight, ...]:
    """The articles that the theme matches, most points first, then those it nearly does, the least lacking first."""
    judged = [(article, judge(article, theme)) for article in articles]
    judged.sort(key=lambda pair: (-pair[1].best.score, pair[0].id))
    return tuple(
        Sight(
            article=article,
            verdict=verdict,
            state="given" if verdict.given else "near",
            decided=decided.get(article.id),
        )
        for article, verdict in judged
        if verdict.given or verdict.best.score >= NEAR * theme.threshold
    )


def changed(theme: Theme, rules: Mapping[str, float], dropped: Sequence[str], threshold: float | None) -> Theme:
    """`theme` with phrases added or weighed anew, others dropped, and that threshold; ValueError if it has no such.

    >>> changed(Theme(name="tea", title="Tea", phrases={"tea": 2, "cup": 1}), {"oolong": 3}, ["cup"], None).phrases
    {'tea': 2, 'oolong': 3}
    """
    unknown = [phrase for phrase in dropped if phrase not in theme.phrases]
    if unknown:
        raise ValueError(f'"{unknown[0]}" is no phrase of {theme.name}')
    kept = {phrase: weight for phrase, weight in theme.phrases.items() if phrase not in dropped}
    found = replace(theme, phrases={**kept, **rules}, threshold=theme.threshold if threshold is None else threshold)
    return taught(found, theme.learner)


def differences(old: Theme, new: Theme, articles: Iterable[Article], decided: Mapping[str, bool]) -> tuple[Sight, ...]:
    """The articles that `new` would give the theme and `old` does not, and the other way round; with why."""
    found = []
    for article in articles:
        before, after = judge(article, old), judge(article, new)
        if before.given is not after.given:
            state: State = "added" if after.given else "dropped"
            verdict = after if after.given else replace(before, best=after.best, threshold=after.threshold)
            found.append(Sight(article=article, verdict=verdict, state=state, decided=decided.get(article.id)))
    found.sort(key=lambda sight: (sight.state, -sight.verdict.best.score, sight.article.id))
    return tuple(found)


def least_sure(theme: Theme, articles: Iterable[Article], decided: Mapping[str, bool]) -> tuple[Sight, ...]:
    """The undecided articles nearest to the border of the theme, in turn above it and below it.

    In turn, since ten accepts and ten rejects are wanted, and few that lie at the border are accepted.
    """
    judged = [(article, judge(article, theme)) for article in articles if article.id not in decided]
    judged.sort(key=lambda pair: (abs(pair[1].best.score - theme.threshold), pair[0].id))
    sides: dict[bool, list[Sight]] = {True: [], False: []}
    for article, verdict in judged:
        if verdict.best.score > 0:
            side = sides[verdict.given]
            side.append(Sight(article=article, verdict=verdict, state="given" if verdict.given else "near"))
    places = [(place, given, sight) for given, side in sides.items() for place, sight in enumerate(side)]
    places.sort(key=lambda entry: (entry[0], not entry[1]))
    return tuple(sight for _, _, sight in places)
