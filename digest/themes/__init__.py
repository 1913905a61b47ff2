"""Themes: what an article is about, by rules a person writes and by what that person's decisions teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import nsmallest

from digest.model import Article, Tag
from digest.themes.learner import Bag, Learner, bag_of, probability
from digest.themes.weighing import (
    Match,
    Near,
    Part,
    Text,
    Theme,
    Verdict,
    judge_by_rules,
    texts_of,
)

__all__ = ["Learner", "Match", "Near", "Part", "Theme", "Verdict", "judge", "tag", "tagged_with", "taught"]

SHOWN = 12
"""Words a tag keeps to show why it is there."""
_TOLD = 8
_LEAST = 0.02  # log-odds: a word that weighs less decided nothing

Bags = dict[tuple[int, int], Bag]


def taught(theme: Theme, learner: Learner | None) -> Theme:
    """`theme` as `learner` judges it; by its rules alone where that is None."""
    found = replace(theme)
    object.__setattr__(found, "learner", learner)
    return found


def tag(article: Article, themes: Sequence[Theme]) -> Article:
    """`article` with the themes its title and text speak of, best first; what a person set or struck stays."""
    texts, bags = texts_of(article), Bags()
    fixed = set(article.fixed)
    by_person = tuple(tag for tag in article.keyword if tag.by_person and f"keyword:-{tag.theme}" not in fixed)
    settled = {tag.theme for tag in by_person}
    found = []
    for theme in themes:
        if theme.name in settled or f"keyword:-{theme.name}" in fixed:
            continue
        verdict = _judge(article, theme, texts, bags)
        set_by_person = f"keyword:+{theme.name}" in fixed
        if verdict.given or set_by_person:
            found.append(_tag(verdict, texts, by_person=set_by_person))
    found.sort(key=lambda tag: -tag.score)
    return replace(article, keyword=(*by_person, *found))


def tagged_with(article: Article, theme: Theme) -> Article:
    """`article` with `theme` given or taken by today's rules or learner, and its other themes as they are."""
    others = [tag for tag in article.keyword if tag.theme != theme.name]
    mine = replace(article, keyword=tuple(tag for tag in article.keyword if tag.theme == theme.name))
    both = [*others, *tag(mine, [theme]).keyword]
    both.sort(key=lambda tag: (not tag.by_person, 0.0 if tag.by_person else -tag.score))
    return replace(article, keyword=tuple(both))


def judge(article: Article, theme: Theme, learner: Learner | None = None) -> Verdict:
    """Whether `theme` is given to `article`, and why, whether or not: by `learner`, or the theme's, or its rules."""
    return _judge(article, taught(theme, learner) if learner else theme, texts_of(article), {}, tell=True)


def _judge(article: Article, theme: Theme, texts: Sequence[Text], bags: Bags, *, tell: bool = False) -> Verdict:
    """The verdict of the rules; where a learner is taught, its probability on the scale of the threshold.

    The words that weighed are told where the theme is given, or `tell` wants them.
    """
    verdict = judge_by_rules(article, theme, texts)
    learner = theme.learner
    if learner is None:
        return verdict
    weighed = []
    for part in verdict.parts:
        odds, words = learner.odds(_bag(texts, part, bags), part.score / theme.threshold)
        weighed.append((replace(part, score=round(2 * theme.threshold * probability(odds), 2)), words))
    best, words = max(weighed, key=lambda pair: pair[0].score)
    parts = tuple(part for part, _ in weighed)
    told = _told(words) if tell or best.score >= theme.threshold else ()
    return replace(verdict, best=best, parts=parts, by_rules=verdict.best.score, learned=told)


def _told(words: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The words that weighed most, and how much."""
    most = nsmallest(_TOLD, words, key=lambda pair: (-abs(pair[1]), pair[0]))
    return tuple((word, round(part, 2)) for word, part in most if abs(part) >= _LEAST)


def _bag(texts: Sequence[Text], part: Part, bags: Bags) -> Bag:
    place = (0 if part.title is None else part.first, part.last)
    if place not in bags:
        bags[place] = bag_of(texts[place[0] : place[1] + 1])
    return bags[place]


def _tag(verdict: Verdict, texts: Sequence[Text], *, by_person: bool) -> Tag:
    """The tag of a verdict, with the paragraphs and words of the parts that reach the threshold."""
    reached = [part for part in verdict.parts if part.score >= verdict.threshold] or verdict.parts[:1]
    shown = [match for match in verdict.matches if any(part.first <= match.paragraph <= part.last for part in reached)]
    words = dict.fromkeys(word for match in sorted(shown, key=lambda match: -match.points) for word in match.words)
    for_it = [word for word, part in verdict.learned if part > 0]
    paragraphs = [match.paragraph for match in shown] or _holding(for_it, texts, reached)
    ruled = list(words)[: SHOWN - len(for_it)]
    return Tag(
        theme=verdict.theme,
        score=verdict.best.score,
        paragraphs=tuple(paragraphs),
        words=tuple(dict.fromkeys([*ruled, *for_it])),
        by_person=by_person,
        by_learner=verdict.by_rules is not None and not by_person,
    )


def _holding(words: Sequence[str], texts: Sequence[Text], parts: Sequence[Part]) -> list[int]:
    """The paragraphs of `parts` with any of the words, where the rules found none."""
    wanted = set(words)
    places = sorted({place for part in parts for place in range(part.first, part.last + 1)})
    return [place for place in places if any(token.key in wanted for token in texts[place])]
