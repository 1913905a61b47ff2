"""How much an article says of a theme: weighted phrases and word groups that meet, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digest.model import Article, Heading
from digest.themes.learner import Learner
from digest.themes.phrases import Hit, Phrases, Token, longest, tokens

PART = 250
"""Words a part may have before its points are divided: longer parts must say more."""
LENGTH = 0.75
"""How much length counts against: at 1 an essay of ten pages would have no theme but its first."""
REPEAT = 100
"""A phrase counts once in so many words of a paragraph: saying it again and again does not make it the subject."""
SUPPORT = 1
"""Phrases of so few points only support: all together they at most double what the heavier ones give."""
HEAVIEST = 1_000_000
"""A sum of weights must stay a number: a record with an infinite score could not be read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Word groups of a theme that count when they meet in one paragraph."""

    groups: tuple[str, ...]
    weight: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject to look for; phrases may end in `*`, `words` are named groups for `near`, `exclude` hides words."""

    name: str
    title: str
    phrases: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    near: tuple[Near, ...] = ()
    exclude: tuple[str, ...] = ()
    title_bonus: float = 2
    threshold: float = 4
    learner: Learner | None = field(default=None, init=False, compare=False, repr=False)  # see `themes.taught`
    matcher: Phrases = field(init=False, compare=False, repr=False)
    belongs: Mapping[str, frozenset[str]] = field(init=False, compare=False, repr=False)  # phrase -> word groups

    def __post_init__(self) -> None:
        """Refuse a theme that could never or always match, with `ValueError`."""
        unknown = [group for near in self.near for group in near.groups if group not in self.words]
        if unknown:
            raise ValueError(f'near names the word group "{unknown[0]}", which words lacks')
        if not self.threshold > 0:
            raise ValueError("the threshold must be above zero")
        weights = (*self.phrases.values(), *(near.weight for near in self.near), self.title_bonus, self.threshold)
        if not all(-HEAVIEST <= weight <= HEAVIEST for weight in weights):
            raise ValueError(f"weights, bonus and threshold lie between -{HEAVIEST:,} and {HEAVIEST:,}")
        groups: dict[str, set[str]] = {}
        for name, members in self.words.items():
            for word in members:
                groups.setdefault(word, set()).add(name)
        object.__setattr__(self, "matcher", Phrases(dict.fromkeys([*self.phrases, *groups, *self.exclude])))
        object.__setattr__(self, "belongs", {word: frozenset(names) for word, names in groups.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What of a theme stands in a paragraph (0 is the title): the words as printed, and their points."""

    paragraph: int
    words: tuple[str, ...]
    points: float
    support: float = 0  # how many of the points are of words that only support


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The whole article, or a section of a newsletter, and how much it says of a theme."""

    title: str | None
    first: int
    last: int
    points: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Why a theme is given or not: the score of the best part, and everything that counted."""

    theme: str
    threshold: float
    best: Part
    parts: tuple[Part, ...]
    matches: tuple[Match, ...]
    by_rules: float | None = None  # the score of the rules, where a learner has judged
    learned: tuple[tuple[str, float], ...] = ()  # the words that weighed most with the learner, for it or against it

    @property
    def given(self) -> bool:
        """Whether the theme is given."""
        return self.best.score >= self.threshold

    @property
    def reason(self) -> str:
        """One line for a person: the score beside the threshold, and where it was reached or how much lacks."""
        where = f' in "{self.best.title}"' if self.best.title else ""
        if self.by_rules is not None:
            return f"learned: {self.best.score:g}, {self.threshold:g} wanted{where}; {self.by_rules:g} by the rules"
        if self.given:
            return f"{self.best.score:g} points, {self.threshold:g} wanted{where}"
        if not self.matches:
            return "no word of it"
        lacking = self.threshold - self.best.score
        return f"{lacking:.3g} short: at most {self.best.score:g}, {self.threshold:g} wanted{where}"


Text = tuple[Token, ...]


def texts_of(article: Article) -> tuple[Text, ...]:
    """The words of the title, then of each paragraph."""
    return (tokens(article.title or ""), *(tokens(paragraph.text) for paragraph in article.paragraphs))


def judge_by_rules(article: Article, theme: Theme, texts: Sequence[Text]) -> Verdict:
    """What the rules of `theme` say of `article`, whose words are `texts`."""
    matches = {number: match for number, text in enumerate(texts) if (match := _match(number, text, theme)).points}
    parts = []
    for heading, first, last in _spans(article):
        points = _points([matches[number] for number in range(first, last + 1) if number in matches])
        length = sum(len(texts[number]) for number in range(first, last + 1))
        title = matches.get(0) if heading is None else _match(0, tokens(heading), theme)
        named = title is not None and title.points > title.support
        score = points / max(1.0, length / PART) ** LENGTH + (theme.title_bonus if named else 0)
        parts.append(Part(title=heading, first=first, last=last, points=points, score=round(score, 2)))
    best = max(parts, key=lambda part: part.score)
    return Verdict(
        theme=theme.name,
        threshold=theme.threshold,
        best=best,
        parts=tuple(parts),
        matches=tuple(matches.values()),
    )


def _points(matches: Sequence[Match]) -> float:
    support = sum(match.support for match in matches)
    heavy = sum(match.points for match in matches) - support
    return heavy + min(support, heavy)


def _spans(article: Article) -> Iterator[tuple[str | None, int, int]]:
    """The whole article, then each story of a newsletter: its title and its first and last paragraph."""
    yield None, 1, len(article.paragraphs)
    if article.genre != "newsletter":
        return
    stories: list[Heading] = [heading for heading in article.sections if heading.level <= 2]
    ends = [*(story.first - 1 for story in stories[1:]), len(article.paragraphs)]
    for story, last in zip(stories, ends, strict=False):  # a person may call an article a newsletter that has no parts
        if story.first <= last:
            yield story.text, story.first, last


def _match(number: int, text: Text, theme: Theme) -> Match:
    """The phrases of `theme` in one paragraph: the longest where they overlap, each as often as `REPEAT` allows."""
    hits = theme.matcher.find(text)
    if not hits:
        return Match(paragraph=number, words=(), points=0)
    hidden = {place for hit in hits if hit.phrase in theme.exclude for place in range(hit.first, hit.end)}
    hits = [hit for hit in hits if hidden.isdisjoint(range(hit.first, hit.end))]
    found = [*_counted(text, hits, theme), *_meetings(text, hits, theme)]
    found.sort(key=lambda pair: -pair[1])
    return Match(
        paragraph=number,
        words=tuple(word for word, _ in found),
        points=sum(points for _, points in found),
        support=sum(points for _, points in found if points <= SUPPORT),
    )


def _counted(text: Text, hits: Sequence[Hit], theme: Theme) -> Iterator[tuple[str, float]]:
    times: Counter[str] = Counter()
    most = 1 + len(text) // REPEAT
    for hit in longest(hit for hit in hits if hit.phrase in theme.phrases):
        times[hit.phrase] += 1
        if times[hit.phrase] <= most:
            yield _as_printed(text, hit), theme.phrases[hit.phrase]


def _meetings(text: Text, hits: Sequence[Hit], theme: Theme) -> Iterator[tuple[str, float]]:
    first_of: dict[str, str] = {}
    for hit in hits:
        for group in theme.belongs.get(hit.phrase, ()):
            first_of.setdefault(group, _as_printed(text, hit))
    for near in theme.near:
        if all(group in first_of for group in near.groups):
            yield " … ".join(first_of[group] for group in near.groups), near.weight


def _as_printed(text: Text, hit: Hit) -> str:
    return " ".join(token.text for token in text[hit.first : hit.end])
