"""What each report of a story adds: its sentences without a counterpart in those before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from digest.duplicates.wording import folded
from digest.model import Sentence
from digest.sentences import STOP_WORDS, split_sentences, words
from digest.storylines.reports import Report

_TOLD = 0.55
"""The part of what a sentence says that one earlier sentence says, from which it has been told."""
_TWICE = 0.8
"""The part that two earlier sentences say together."""
_TELLING = 2.0
"""What a figure or a day weighs against a word: another toll is news, another day another event."""
_UNHEARD = 3.0
"""What words of a sentence weigh that no earlier report has, from which it is new whatever else it repeats."""
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_FEWEST_WORDS = 4
_STEM = 6
_MOST_SENTENCES, _MOST_OF_ONE = 2_000, 500
"""Sentences of a story that are remembered, and those of one report that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A report of a story, and the sentences of it that no earlier report has."""

    report: Report
    sentences: tuple[Sentence, ...]


def history(reports: Sequence[Report]) -> tuple[Added, ...]:
    """What each of `reports`, in their order, adds to those before it; the first adds all it says."""
    told = _Told(holders={}, texts=[])
    found = []
    for report in reports:
        sentences = tuple(islice(_sentences(report), _MOST_OF_ONE))
        contents = [_content(sentence.text) for sentence in sentences]
        new = tuple(s for s, content in zip(sentences, contents, strict=True) if content and told.is_new(content))
        found.append(Added(report=report, sentences=new))
        told.take(contents)
    return tuple(found)


def _sentences(report: Report) -> Iterable[Sentence]:
    for number, text in report.paragraphs:
        for sentence in split_sentences(text):
            if len(words(sentence)) >= _FEWEST_WORDS:
                yield Sentence(text=sentence, key=report.key, paragraph=number)


def _content(text: str) -> Mapping[str, float]:
    """The words of a sentence that tell something, and what they weigh."""
    found = {}
    for word in words(text):
        plain = folded(word)
        if plain[:1].isdigit() or plain in _DAYS:
            found[plain] = _TELLING
        elif word not in STOP_WORDS:
            found[plain[:_STEM]] = 1.0
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What earlier reports say: their sentences, and by word those that have it."""

    holders: dict[str, list[int]]
    texts: list[Mapping[str, float]]

    def take(self, contents: Iterable[Mapping[str, float]]) -> None:
        """Count these sentences as told."""
        for content in contents:
            if len(self.texts) < _MOST_SENTENCES:
                for word in content:
                    self.holders.setdefault(word, []).append(len(self.texts))
                self.texts.append(content)

    def is_new(self, content: Mapping[str, float]) -> bool:
        """Whether no sentence told before, and no two of them, say most of this one; a new figure is always new."""
        unheard = {word: weight for word, weight in content.items() if word not in self.holders}
        if sum(unheard.values()) >= _UNHEARD or any(word[:1].isdigit() for word in unheard):
            return True
        total = sum(content.values())
        shared: defaultdict[int, float] = defaultdict(float)
        for word, weight in content.items():
            for place in self.holders.get(word, ()):
                shared[place] += weight
        if not shared:
            return True
        best = max(shared, key=shared.__getitem__)
        most = shared[best]
        if most >= _TOLD * total:
            return False
        rest = {word: weight for word, weight in content.items() if word not in self.texts[best]}
        second = max((sum(w for word, w in rest.items() if word in self.texts[place]) for place in shared), default=0.0)
        return most + second < _TWICE * total
