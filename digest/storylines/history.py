"""What each report of a story adds: its sentences without a counterpart in those before it."""

from __future__ import annotations

import re
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
_AS_GIVEN, _UNHEARD_GIVEN = 0.45, 5.0
"""The same two where one earlier sentence has all figures, days and names of a sentence: the same fact, reworded."""
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)
}
"""Small numbers as news writes them: seven dead and eight dead are two tolls."""
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_NAME = re.compile(r"(?<=[^\W\d_] )[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ][^\W\d_]+")
_QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]{20,600})[”\"“»]")
_QUOTED_PART = 0.8
"""The part of a speaker's words that an earlier sentence must have."""
_SHORT = 4.5
"""What a sentence weighs that says so little that one other word is another fact."""
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
        claims = [_claim(sentence.text) for sentence in sentences]
        new = tuple(s for s, claim in zip(sentences, claims, strict=True) if claim.words and told.is_new(claim))
        found.append(Added(report=report, sentences=new))
        told.take(claim.words for claim in claims)
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
        plain = _NUMBERS.get(plain, plain)
        if plain[:1].isdigit() or plain in _DAYS:
            found[plain] = _TELLING
        elif word not in STOP_WORDS:
            found[plain[:_STEM]] = 1.0
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """The words of a sentence and their weight; its figures with its days and names; the words it quotes."""

    words: Mapping[str, float]
    given: frozenset[str]
    quoted: Mapping[str, float]


def _claim(text: str) -> _Claim:
    content = _content(text)
    figures = frozenset(word for word in content if word[:1].isdigit())
    names = {folded(name.casefold())[:_STEM] for name in _NAME.findall(text)} | _DAYS
    given = figures | (names & content.keys()) if figures else figures
    return _Claim(words=content, given=given, quoted=_content(" ".join(_QUOTED.findall(text))))


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

    def is_new(self, claim: _Claim) -> bool:
        """Whether no sentence told before, and no two of them, say most of this one.

        A new figure and new words of a speaker are always new.
        """
        content = claim.words
        unheard = {word: weight for word, weight in content.items() if word not in self.holders}
        worth = sum(unheard.values())
        if any(word[:1].isdigit() for word in unheard) or not self._has(claim.quoted, (), _QUOTED_PART):
            return True
        if claim.given and worth < _UNHEARD_GIVEN and self._has(content, claim.given, _AS_GIVEN):
            return False
        if worth >= _UNHEARD:
            return True
        return not self._is_told(content)

    def _has(self, content: Mapping[str, float], needed: Iterable[str], part: float) -> bool:
        """Whether one sentence has what is needed and so great a part of the content; what is empty has been told."""
        enough = part * sum(content.values())
        return not content or any(
            weight >= enough and all(word in self.texts[place] for word in needed)
            for place, weight in self._shared(content).items()
        )

    def _shared(self, content: Mapping[str, float]) -> Mapping[int, float]:
        """By place of an earlier sentence, what it has of the content."""
        shared: defaultdict[int, float] = defaultdict(float)
        for word, weight in content.items():
            for place in self.holders.get(word, ()):
                shared[place] += weight
        return shared

    def _is_told(self, content: Mapping[str, float]) -> bool:
        """Whether one earlier sentence, or two, say most of this; of a short one nearly all."""
        total = sum(content.values())
        shared = self._shared(content)
        if not shared:
            return False
        best = max(shared, key=shared.__getitem__)
        most = shared[best]
        if total < _SHORT:
            return most >= _TWICE * total
        if most >= _TOLD * total:
            return True
        rest = {word: weight for word, weight in content.items() if word not in self.texts[best]}
        second = max((sum(w for word, w in rest.items() if word in self.texts[place]) for place in shared), default=0.0)
        return most + second >= _TWICE * total
