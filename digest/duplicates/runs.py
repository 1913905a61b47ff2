"""A text as runs of five words, each a number: what two texts have in common is what two sets have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from digest.duplicates.wording import WORD, tokens
from digest.model import Article

RUN = 5 * WORD
"""Words of a run; of a script without spaces as many characters as say about as much."""
SAMPLE = 4
"""One run in four stands in the index; a long text has one in eight, sixteen … so that it keeps to `MOST`."""
MOST = 512
_BITS = 6  # bytes of a run's number: with a hundred thousand articles a chance meeting is one in millions
_TOLD = 0.2
"""The least part of a text that must be the reporter's own words for its quotations to be left out."""
_FEW = 12
"""Runs outside quotations that are too few to judge by."""
_LONGEST = 100_000  # words of a text that are looked at
_MOST_LETTERS = 1_000_000

_QUOTED = re.compile(
    r"“[^“”]{1,800}”|„[^„“”]{1,800}[“”]|«[^«»]{1,800}»|»[^«»]{1,800}«|「[^「」]{1,800}」|『[^『』]{1,800}』"
    r"|\"[^\"]{1,800}\"|(?<!\w)‘[^‘]{1,800}?’(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The runs of a text.

    `all` are those of every word; `own` those outside quotations, in their order, and `sentences` the number of the
    sentence that each begins in.
    """

    all: frozenset[int]
    own: tuple[int, ...]
    sentences: tuple[int, ...]


def runs_of(article: Article) -> Runs:
    """The runs of the body of `article`."""
    return runs_in([block.text for block in article.paragraphs])


def runs_in(paragraphs: Sequence[str]) -> Runs:
    """The runs of a text, blind to where its paragraphs end."""
    words, weights, places, pieces = _words(paragraphs)
    spans = list(_spans(weights))
    numbers = [run_number(words[first:last]) for first, last in spans]
    told = [
        (number, places[first])
        for number, (first, last) in zip(numbers, spans, strict=True)
        if pieces[first] == pieces[last - 1] >= 0
    ]
    if len(told) < max(_FEW, _TOLD * len(numbers)):  # an interview, a speech, a few lines
        told = [(number, places[first]) for number, (first, _) in zip(numbers, spans, strict=True)]
    own, sentences = zip(*told, strict=True) if told else ((), ())
    return Runs(all=frozenset(numbers), own=own, sentences=sentences)


def sampled(runs: Iterable[int]) -> tuple[int, frozenset[int]]:
    """The runs that stand for a text in the index, and how sparse they are: every text leaves out the same."""
    rate, found = SAMPLE, frozenset(run for run in runs if run % SAMPLE == 0)
    while len(found) > MOST:
        rate *= 2
        found = frozenset(run for run in found if run % rate == 0)
    return rate, found


def _words(paragraphs: Sequence[str]) -> tuple[list[str], list[int], list[int], list[int]]:
    """The words with their weights, sentences and pieces; a piece ends where a quotation begins, which is piece -1."""
    words: list[str] = []
    weights: list[int] = []
    places: list[int] = []
    pieces: list[int] = []
    sentence = 0
    for piece, text in _pieces(paragraphs):
        for word, weight in tokens(text[:_MOST_LETTERS]):
            if weight:
                words.append(word)
                weights.append(weight)
                places.append(sentence)
                pieces.append(piece)
            else:
                sentence += 1
        if len(words) > _LONGEST:
            break
    return words, weights, places, pieces


def _pieces(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The text outside quotations with the number of its piece, and what stands in them as piece -1."""
    number = 0
    for text in paragraphs:
        end = 0
        for quoted in _QUOTED.finditer(text):
            yield number, text[end : quoted.start()]
            yield -1, quoted[0]
            number, end = number + 1, quoted.end()
        yield number, text[end:] + "\n"


def _spans(weights: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last word of each run."""
    if all(weight == WORD for weight in weights):
        length = RUN // WORD
        yield from ((first, first + length) for first in range(len(weights) - length + 1))
        return
    last, held = 0, 0
    for first, weight in enumerate(weights):
        while held < RUN and last < len(weights):
            held += weights[last]
            last += 1
        if held < RUN:
            return
        yield first, last
        held -= weight


def run_number(words: Sequence[str]) -> int:
    """The number of a run of folded words."""
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=_BITS).digest(), "big")
