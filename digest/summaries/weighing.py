"""What each sentence of an article weighs for a summary, and what each part of the weight is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from digest.briefs.choosing import Line, cosine, lines
from digest.model import Article, Quote
from digest.sentences import STOP_WORDS, words
from digest.summaries.resolving import resolved
from digest.summaries.standing import fault_of, reads_on
from digest.verify.edges import count_words

SHARES: dict[str, float] = {
    "early": 0.4,
    "first paragraph": 0.6,
    "title": 0.25,
    "description": 0.3,
    "centre": 0.1,
    "facts": 0.1,
    "head of paragraph": 0.05,
    "theme": 0.1,
    "quotation": -0.15,
}
"""What each part of the weight counts for; found on half of 124 news pages with a publisher's description,
corrected once by the other half."""
_MOST = 400  # sentences of an article that are weighed; what comes after is no news
_FADES = 3.0  # sentences until the weight of standing early has halved
_STEM = 6  # letters by which two words of an inflected language are one
_SHORT, _LONG = 8, 50  # words between which a sentence has its full weight
_FACTS = 4  # names and figures of a sentence that is full of them

_FIGURE = re.compile(r"\d")
_NAME = re.compile(r"(?<=[\w,;:’'»”] )[^\W\d_a-zß-öø-ÿа-яёіїєґ][\w’'-]+")
_QUOTES = re.compile(r"[“”„«»\"「『]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A sentence, its weight and the parts of it; `fault` says why it can be printed in no summary.

    One that `reads_on` can be printed all the same, straight after the sentence before it.
    """

    line: Line
    order: int  # the number of the sentence in its article, from 0
    text: str  # as it is printed: what a pronoun means stands in square brackets
    fault: str | None
    reads_on: bool = False
    parts: Mapping[str, float] = field(default_factory=dict)
    weight: float = 0.0
    vector: Mapping[str, float] = field(default_factory=dict, repr=False)


def weigh(articles: Sequence[Article], themes: Sequence[str] = ()) -> tuple[Weighed, ...]:
    """The sentences of `articles`, with what each weighs among all of them and in its own."""
    found = [(order, line) for article in articles for order, line in enumerate(islice(lines(article), _MOST))]
    counted = [Counter(_stems(line.text)) for _, line in found]
    rarity = _rarity(counted)
    vectors = [_unit({stem: (1 + math.log(n)) * rarity[stem] for stem, n in count.items()}) for count in counted]
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    centre = _unit(total)
    nearness = [cosine(vector, centre) for vector in vectors]
    most = max(nearness, default=0.0) or 1.0
    topics = {id(article): _Topic.of(article, themes, rarity) for article in articles}
    return tuple(
        _weighed(replace(judged, vector=vector), near / most, topics[id(judged.line.article)])
        for judged, vector, near in zip(_judged(found, articles), vectors, nearness, strict=True)
    )


def _judged(found: Sequence[tuple[int, Line]], articles: Sequence[Article]) -> Iterator[Weighed]:
    """The sentences with what speaks against each, or with the name that makes it stand."""
    quotes = {id(article): _by_paragraph(article.quotes) for article in articles}
    before: Line | None = None
    for order, line in found:
        said = quotes[id(line.article)].get(line.paragraph, ())
        fault = fault_of(line, said, alone=len(articles) == 1)
        named = resolved(line, before if order else None) if fault and fault == line.leans else None
        yield Weighed(
            line=line,
            order=order,
            text=named or line.text,
            fault=None if named else fault,
            reads_on=fault == line.leans and reads_on(line),
        )
        before = line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """What an article is said to be about: the words of its title and description, and its themes' paragraphs."""

    title: Mapping[str, float]  # stems, by how rare they are
    description: Mapping[str, float]
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, article: Article, themes: Sequence[str], rarity: Mapping[str, float]) -> _Topic:
        """The topic of `article`, of whose themes only `themes` count if any are named."""
        tags = [tag for tag in article.keyword if not themes or tag.theme in themes]
        return cls(
            title=_told(article.title or article.title_supplied or "", rarity),
            description=_told(article.abstract or "", rarity),
            paragraphs=frozenset(number for tag in tags for number in tag.paragraphs),
        )


def _told(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    return {stem: rarity[stem] for stem in _stems(text) if stem in rarity}


def _weighed(sentence: Weighed, near: float, topic: _Topic) -> Weighed:
    line = sentence.line
    parts = {
        "early": 1 / (1 + sentence.order / _FADES),
        "first paragraph": float(line.paragraph == 1),
        "title": _share(topic.title, sentence.vector),
        "description": _share(topic.description, sentence.vector),
        "centre": near,
        "facts": min(1.0, facts(line.text) / _FACTS),
        "head of paragraph": float(line.place == 0),
        "theme": float(line.paragraph in topic.paragraphs),
        "quotation": float(bool(_QUOTES.search(line.text))),
    }
    parts = {name: SHARES[name] * value for name, value in parts.items() if value}
    count = count_words(line.text)
    length = min(1.0, count / _SHORT, _LONG / count) if count else 0.0
    return replace(sentence, parts=parts | {"× length": length}, weight=length * sum(parts.values()))


def _share(told: Mapping[str, float], vector: Mapping[str, float]) -> float:
    """How much of what is told the sentence tells."""
    return sum(rare for stem, rare in told.items() if stem in vector) / (sum(told.values()) or 1.0)


def facts(text: str) -> int:
    """How many names, by their capital letters, and figures stand in `text`.

    >>> facts("In May the port of Aktau closed for 3 days.")
    3
    """
    return sum(1 for word in text.split() if _FIGURE.search(word)) + sum(1 for _ in _NAME.finditer(text))


def _stems(text: str) -> Iterator[str]:
    return (word[:_STEM] for word in words(text) if word not in STOP_WORDS)


def _rarity(counted: Sequence[Counter[str]]) -> Mapping[str, float]:
    often = Counter(stem for count in counted for stem in count)
    return {stem: math.log((len(counted) + 1) / (count + 0.5)) for stem, count in often.items()}


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _by_paragraph(quotes: Iterable[Quote]) -> Mapping[int, tuple[Quote, ...]]:
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.paragraph, []).append(quote)
    return {number: tuple(inside) for number, inside in found.items()}
