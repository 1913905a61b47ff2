"""What each sentence of an article weighs for a summary, and what each part of the weight is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.briefs.choosing import Line, cosine, lines
from digest.model import Article, Quote
from digest.sentences import STOP_WORDS, words

SHARES: dict[str, float] = {"early": 0.45, "centre": 0.25, "title": 0.2, "facts": 0.05, "theme": 0.05}
"""What each part of the weight counts for."""
_MOST = 400  # sentences of an article that are weighed; what comes after is no news text
_FADES = 3.0  # sentences until the weight of standing early has halved
_STEM = 6  # letters by which two words of an inflected language are one
_SHORT, _LONG = 12, 40  # words between which a sentence has its full weight
_FACTS = 4  # names and figures in a sentence that is full of them
_SPOKEN = 5  # words of a quotation from which it needs its speaker

_FIGURE = re.compile(r"\d")
_INSIDE_NAME = re.compile(r"(?<=[\w,;:’'»”] )[^\W\d_a-zß-öø-ÿа-яёіїєґ][\w’'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A sentence, its weight and the parts of it; `fault` says why it can be printed in no summary."""

    line: Line
    order: int  # the number of the sentence in its article, from 0
    fault: str | None
    parts: Mapping[str, float] = field(default_factory=dict)
    weight: float = 0.0
    vector: Mapping[str, float] = field(default_factory=dict, repr=False)


def weigh(article: Article, themes: Sequence[str] = ()) -> tuple[Weighed, ...]:
    """The sentences of `article` with what each weighs in it."""
    found = [line for line, _ in zip(lines(article), range(_MOST), strict=False)]
    counted = [Counter(_stems(line.text)) for line in found]
    rarity = _rarity(counted)
    vectors = [_unit({word: (1 + math.log(n)) * rarity[word] for word, n in count.items()}) for count in counted]
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    centre = _unit(total)
    near = [cosine(vector, centre) for vector in vectors]
    most = max(near, default=0.0) or 1.0
    topic = _Topic.of(article, themes, rarity)
    quotes = _by_paragraph(article.quotes)
    return tuple(
        _weighed(
            Weighed(line=line, order=order, fault=_fault(line, quotes.get(line.paragraph, ())), vector=vector),
            vectors_near / most,
            topic,
        )
        for order, (line, vector, vectors_near) in enumerate(zip(found, vectors, near, strict=True))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """What an article is said to be about: the words of its title, by how rare they are, and its themes' paragraphs."""

    title: Mapping[str, float]
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, article: Article, themes: Sequence[str], rarity: Mapping[str, float]) -> _Topic:
        """The topic of `article`, of whose themes only `themes` count if any are named."""
        tags = [tag for tag in article.keyword if not themes or tag.theme in themes]
        stems = set(_stems(article.title or article.title_supplied or ""))
        return cls(
            title={stem: rarity[stem] for stem in stems if stem in rarity},
            paragraphs=frozenset(number for tag in tags for number in tag.paragraphs),
        )


def _weighed(sentence: Weighed, near: float, topic: _Topic) -> Weighed:
    line = sentence.line
    said = sum(weight for stem, weight in topic.title.items() if stem in sentence.vector)
    parts = {
        "early": 1 / (1 + sentence.order / _FADES),
        "centre": near,
        "title": said / (sum(topic.title.values()) or 1.0),
        "facts": min(1.0, facts(line.text) / _FACTS),
        "theme": float(line.paragraph in topic.paragraphs),
    }
    length = _length(line.text)
    weight = length * sum(SHARES[name] * value for name, value in parts.items())
    return replace(sentence, parts=parts | {"length": length}, weight=weight)


def _length(text: str) -> float:
    count = len(words(text))
    return min(1.0, count / _SHORT, _LONG / count) if count else 0.0


def facts(text: str) -> int:
    """How many names, by their capital letters, and figures stand in `text`.

    >>> facts("In May the port of Aktau closed for 3 days.")
    3
    """
    figures = sum(1 for word in text.split() if _FIGURE.search(word))
    return figures + sum(1 for _ in _INSIDE_NAME.finditer(text))


def _stems(text: str) -> Iterator[str]:
    return (word[:_STEM] for word in words(text) if word not in STOP_WORDS)


def _rarity(counted: Sequence[Counter[str]]) -> Mapping[str, float]:
    often = Counter(word for count in counted for word in count)
    return {word: math.log((len(counted) + 1) / (count + 0.5)) for word, count in often.items()}


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _by_paragraph(quotes: Iterable[Quote]) -> Mapping[int, tuple[Quote, ...]]:
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.paragraph, []).append(quote)
    return {number: tuple(inside) for number, inside in found.items()}


def _fault(line: Line, quotes: Sequence[Quote]) -> str | None:
    """Why the sentence cannot be printed alone: it leans, or it quotes without saying whom."""
    for quote in quotes:
        if len(quote.text.split()) >= _SPOKEN and quote.text in line.text and not _names(line.text, quote):
            return "it quotes without saying whom"
    return line.fault or line.leans


def _names(text: str, quote: Quote) -> bool:
    """Whether the sentence itself names who is quoted."""
    outside = text.replace(quote.text, " ")
    return quote.speaker is not None and any(word in outside for word in quote.speaker.split() if len(word) > 2)
