"""Which sentences of some articles say most: weights, and how much two sentences repeat each other."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.briefs.standing import cannot_stand, leans_back
from digest.briefs.verbs import label_of
from digest.model import Article, Heading
from digest.sentences import STOP_WORDS, split_sentences, words

REPEATS = 0.35  # shared trigrams, of the shorter sentence: measured to keep the overlap of a summary near 5 %
_LEAD = 12  # paragraphs until the weight of standing early has halved
_SHARES = {"centre": 0.45, "early": 0.25, "title": 0.15, "theme": 0.15}
_LONG = 45  # words; a longer sentence loses weight

Vector = Mapping[str, float]
Trigrams = frozenset[tuple[str, ...]]

_DATELINE = re.compile(r"[A-Z][^\W\d_][^.:;!?]{1,60}?\.? (?:--|—|–|-) (?=[“\"‘']?[A-Z])")
_AGENCY = re.compile(  # "МОСКВА, 14 мая. /ТАСС/. …", "Kiel (dpa) - …", "新华社北京5月16日电 …": how agencies open
    r"[А-ЯЁІЇЄҐ-]{3,30}(?:[, ][^/—–.]{1,30})?\.? ?(?:/[^/]{2,30}/\.?|[—–-] [^.—–]{2,30}\.) (?=[«\"А-ЯЁІЇЄҐ])"
    r"|(?:[A-ZÄÖÜ][\w-]{1,30}[ /]){1,4}\((?:[a-z]{2,6}|[A-Z]{2,6}|Reuters|Xinhua|Kyodo)(?:/[\w ]{1,20})?\)"
    r" ?(?:--|[—–-]) ?(?=[“„\"»]?[A-ZÄÖÜ])"
    r"|[\u4e00-\u9fff]{2,20}\d{1,2}月\d{1,2}日电 ?(?:[(（][^()（）]{1,40}[)）])? ?"
)
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of a source that might be printed: where it stands, what it weighs, and what speaks against it."""

    article: Article = field(repr=False)
    paragraph: int
    place: int  # 0 for the first of its paragraph
    last: bool  # whether it ends its paragraph
    text: str
    weight: float = 0.0
    vector: Vector = field(default_factory=dict, repr=False)
    trigrams: Trigrams = field(default=frozenset(), repr=False)
    fault: str | None = None  # why it cannot stand away from its page
    leans: str | None = None  # why it needs the sentence before it

    @property
    def stands(self) -> bool:
        """Whether it can be printed with nothing before it."""
        return self.fault is None and self.leans is None


def lines(article: Article) -> Iterator[Line]:
    """The sentences of `article` in order, run-in labels and datelines cut off, with what speaks against each."""
    for number, block in enumerate(article.paragraphs, start=1):
        sentences = split_sentences(unlabelled(block.text, article.sections))
        for place, text in enumerate(sentences):
            content = words(text)
            fault = cannot_stand(text, article.language)
            yield Line(
                article=article,
                paragraph=number,
                place=place,
                last=place == len(sentences) - 1,
                text=text,
                vector=Counter(word for word in content if word not in STOP_WORDS),
                trigrams=trigrams(content),
                fault=fault,
                leans=None if fault else leans_back(text, article.language),
            )


def unlabelled(paragraph: str, headings: Sequence[Heading] = ()) -> str:
    """`paragraph` without the label or dateline that opens it.

    >>> unlabelled("Why It Matters: Rivers rise."), unlabelled("BELOIT, Wis. -- Rivers rise.")
    ('Rivers rise.', 'Rivers rise.')
    """
    for heading in headings:
        rest = paragraph.removeprefix(heading.text)
        if rest != paragraph and (rest.startswith((": ", "? ")) or (heading.text.endswith("?") and rest[:1] == " ")):
            return rest.lstrip(":? ")
    opening = paragraph[:120]
    label = label_of(opening)
    rest = paragraph[len(label) :]
    if label and rest.lstrip("“\"‘'")[:1].isupper():  # what goes on in small letters is one with its label
        return rest
    dateline = _DATELINE.match(opening)
    if dateline and _CAPITALS.match(opening):
        return paragraph[dateline.end() :]
    agency = _AGENCY.match(opening)
    return paragraph[agency.end() :] if agency else paragraph


def trigrams(content: Sequence[str]) -> Trigrams:
    """The runs of three words, or the whole where it is shorter."""
    return frozenset(tuple(content[i : i + 3]) for i in range(max(1, len(content) - 2)))


def weigh(found: Sequence[Line], themes: Sequence[str]) -> tuple[Line, ...]:
    """`found` with the weight each has among them: near the middle of all, early, in the words of title and themes."""
    rarity = _rarity(found)
    vectors = [_unit(_rare(line.vector, rarity)) for line in found]
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    centre = _unit(total)
    nearness = [cosine(vector, centre) for vector in vectors]
    most = max(nearness, default=0.0) or 1.0
    topics = {line.article.id: _topics(line.article, themes) for line in found}
    return tuple(
        _weighed(line, vector, near / most, topics[line.article.id])
        for line, vector, near in zip(found, vectors, nearness, strict=True)
    )


def _rarity(found: Sequence[Line]) -> Vector:
    counts = Counter(word for line in found for word in line.vector)
    return {word: math.log((len(found) + 1) / (count + 0.5)) for word, count in counts.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topics:
    title: frozenset[str]
    paragraphs: frozenset[int]


def _topics(article: Article, themes: Sequence[str]) -> _Topics:
    tags = [tag for tag in article.keyword if tag.theme in themes]
    return _Topics(
        title=frozenset(words(article.title or article.title_supplied or "")) - STOP_WORDS,
        paragraphs=frozenset(number for tag in tags for number in tag.paragraphs),
    )


def _weighed(line: Line, vector: Vector, near: float, topics: _Topics) -> Line:
    shared = len(topics.title & line.vector.keys()) / (min(len(topics.title), 5) or 1)
    parts = {
        "centre": near,
        "early": 1 / (1 + (line.paragraph - 1) / _LEAD) / (1 + line.place / 4),
        "title": min(shared, 1.0),
        "theme": float(line.paragraph in topics.paragraphs),
    }
    length = len(line.text.split())
    too_long = min(1.0, _LONG / length) if length else 1.0
    weight = too_long * sum(_SHARES[name] * value for name, value in parts.items())
    return replace(line, weight=weight, vector=vector)


def share(one: Trigrams, other: Trigrams) -> float:
    """The trigrams both have, as a share of the smaller set."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def cosine(one: Vector, other: Vector) -> float:
    """How alike two weighed sentences are, from 0 to 1: their vectors have the length 1."""
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(value * large.get(word, 0.0) for word, value in small.items())


def _rare(counts: Vector, rarity: Vector) -> dict[str, float]:
    return {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}
