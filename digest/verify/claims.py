"""What a document claims to be a source's own words, and which citations answer for it.

- In an `extract` or `in-brief`: everything but a short label in bold at the head, citations and [insertions]. The text
  back to the previous citation, or to the paragraph's start, belongs to a citation.
- In a `quotation`, fenced or a bare block quote: everything up to a citation, or up to the paragraph that begins with a
  dash and names the speaker, the last one inside or the first one after it; that paragraph's citations answer for it.
- In the editor's words, headings, notes and labels: what stands between quotation marks. A citation inside the marks or
  right after them answers; else the next bracketed one in the sentence, or the last `@key` before it in the sentence,
  either; else the nearest in the paragraph, those after it first. The citations of a footnote stand where it is called.
  A citation in another paragraph is out of reach.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

from digest.quotemarks import Span, find_spans
from digest.verify.doctree import BRACKETED, IN_TEXT, WORDS, Citation, Passage
from digest.verify.edges import count_words

Kind = Literal["extract", "quotation", "quoted"]
LONG = 5
"""From how many words on a quotation must have a citation."""

_LABEL = 12  # words of ours that may stand in bold before an extract
_ATTRIBUTION = 60  # words after the dash that names a speaker
_MARKS = (BRACKETED, IN_TEXT)
_DASH = re.compile(r"\s*(?:—|–|―|-{1,3}\s)")
_HEARD = re.compile(r"[^\W_]")
_SENTENCE = re.compile(
    rf"[.!?…。！？]['\"’”»)\]]{{0,3}}(?:\s{{0,2}}{BRACKETED}){{0,9}}\s{{1,9}}(?=['\"“‘«„(\[{IN_TEXT}]{{0,3}}\W?[^\W\d_])"
)
_STRAY = re.compile(r"(?<=[^\s\d])[”»」](?!\w)")
_INSERTION = re.compile(r"\[([^\[\]]{1,500})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words said to be a source's; `passage` and `span` tell where they stand in the document."""

    words: str
    kind: Kind
    passage: int
    span: tuple[int, int]
    citations: tuple[Citation, ...] = ()  # any of them answers

    @property
    def long(self) -> bool:
        """Whether it may not stand without a citation."""
        return count_words(self.words) >= LONG


def find_claims(passages: Sequence[Passage]) -> list[Claim]:
    """The claims of a document, in reading order."""
    found = [_quoted(n, passage) for n, passage in enumerate(passages) if passage.role == WORDS]
    found += [_extracts(n, passage) for n, passage in enumerate(passages) if passage.role in ("extract", "in-brief")]
    found += [_quotation(run) for run in _quotations(passages)]
    return sorted(chain.from_iterable(found), key=lambda claim: (claim.passage, claim.span))


def _quotations(passages: Sequence[Passage]) -> Iterator[list[tuple[int, Passage]]]:
    """The passages of each fence or block quote, with the paragraph after it where that names the speaker."""
    numbered = [(n, passage) for n, passage in enumerate(passages) if not (passage.aside or passage.whole)]
    for (role, _), run in groupby(numbered, key=lambda pair: (pair[1].role, pair[1].group)):
        if role == "quotation":
            quoted = list(run)
            following = quoted[-1][0] + 1
            after = next((pair for pair in numbered[bisect_left(numbered, following, key=_number) :]), None)
            yield [*quoted, after] if after and _names_speaker(after[1]) else quoted


def _number(pair: tuple[int, Passage]) -> int:
    return pair[0]


def _names_speaker(passage: Passage) -> bool:
    return passage.role == WORDS and bool(passage.citations) and _is_attribution(passage.text)


def _plain(text: str) -> str:
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text


def _extracts(number: int, passage: Passage) -> Iterator[Claim]:
    start = passage.label if count_words(passage.text[: passage.label]) <= _LABEL else 0
    if start:
        yield from _quoted(number, passage, 0, start)
    for end, citations in (*passage.cited(start), (len(passage.text), ())):
        words = passage.text[start:end]
        if _HEARD.search(words):
            yield Claim(words=words.strip(), kind="extract", passage=number, span=(start, end), citations=citations)
            yield from _inserted(number, words, start, citations)
        start = end + 1


def _inserted(number: int, words: str, offset: int, citations: tuple[Citation, ...]) -> Iterator[Claim]:
    """What is quoted inside words of ours in brackets."""
    for match in _INSERTION.finditer(words):
        for found in find_spans(match[1]):
            start, end = (offset + match.start(1) + place for place in found.inner)
            claim = match[1][slice(*found.inner)]
            yield Claim(words=claim, kind="quoted", passage=number, span=(start, end), citations=citations)


def _quotation(run: Sequence[tuple[int, Passage]]) -> Iterator[Claim]:
    pending: list[tuple[int, int, int, str]] = []

    def close(citations: tuple[Citation, ...]) -> Iterator[Claim]:
        for number, start, end, words in pending:
            span = (start, end)
            yield Claim(words=words, kind="quotation", passage=number, span=span, citations=citations)
        pending.clear()

    for number, passage in run:
        if _is_attribution(passage.text):
            yield from close(tuple(entry for _, group in passage.cited() for entry in group))
            if passage.role == "quotation":
                yield from _quoted(number, passage)
            continue
        start = 0
        for end, citations in passage.cited():
            pending.extend(_part(number, passage.text, start, end))
            yield from close(citations)
            start = end + 1
        pending.extend(_part(number, passage.text, start, len(passage.text)))
    yield from close(())


def _is_attribution(text: str) -> bool:
    return bool(_DASH.match(text)) and count_words(text) <= _ATTRIBUTION


def _part(number: int, text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
    words = text[start:end]
    quoted = next(find_spans(words), None)
    # “Words.” — Name, on one line
    if quoted and not _HEARD.search(words[: quoted.start]) and _is_attribution(words[quoted.end :]):
        words = words[: quoted.end]
    if _HEARD.search(words):
        yield number, start, start + len(words), words.strip()


def _quoted(number: int, passage: Passage, start: int = 0, stop: int | None = None) -> Iterator[Claim]:
    text = passage.text if stop is None else passage.text[:stop]
    reach: _Reach | None = None
    for found in _spans(text[start:]):
        reach = reach or _Reach.of(passage)
        first, last = found.inner[0] + start, found.inner[1] + start
        words = _plain(text[first:last]).strip()
        if _HEARD.search(words):
            citations = reach.citations(first, min(found.end + start, last + 1))
            yield Claim(words=words, kind="quoted", passage=number, span=(first, last), citations=citations)


def _spans(text: str) -> Iterator[Span]:
    """The quotations of a text, and what a mark closes that opened before it."""
    free = 0
    for found in (*find_spans(text), None):
        end = found.start if found else len(text)
        for stray in _STRAY.finditer(text, free, end):
            yield Span(start=free, end=stray.end(), inner=(free, stray.start()))
            free = stray.end()
        if found:
            yield found
            free = found.end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reach:
    """The citations of a passage, to be asked which of them answers for a quotation."""

    text: str
    places: tuple[int, ...]
    groups: tuple[tuple[Citation, ...], ...]
    sentences: tuple[int, ...]  # where they end

    @classmethod
    def of(cls, passage: Passage) -> _Reach:
        """The reach of a passage's citations."""
        cited = list(passage.cited())
        ends = tuple(match.end() for match in _SENTENCE.finditer(passage.text)) if cited else ()
        return cls(
            text=passage.text,
            places=tuple(place for place, _ in cited),
            groups=tuple(group for _, group in cited),
            sentences=(*ends, len(passage.text)),
        )

    def citations(self, start: int, end: int) -> tuple[Citation, ...]:
        """Those that answer for the words from `start` to `end`, the closing mark included."""
        after = bisect_left(self.places, start)
        if after < len(self.places) and not _HEARD.search(self.text[end : self.places[after]]) and self._near(after):
            return self.groups[after]
        sentence = bisect_left(self.sentences, end)
        low = self.sentences[sentence - 1] if sentence else 0
        high = self.sentences[min(sentence, len(self.sentences) - 1)]
        return self._within(start, end, low, high) or self._within(start, end, 0, len(self.text))

    def _near(self, number: int) -> bool:
        return self.text[self.places[number]] == BRACKETED

    def _within(self, start: int, end: int, low: int, high: int) -> tuple[Citation, ...]:
        first, stop = bisect_left(self.places, end), bisect_left(self.places, high)
        before = range(bisect_left(self.places, start) - 1, bisect_left(self.places, low) - 1, -1)
        following = next((n for n in range(first, stop) if self._near(n)), None)
        preceding = next((n for n in before if not self._near(n)), None)
        found = [n for n in (following, preceding) if n is not None]
        if not found and first < stop:
            found = [first]
        if not found and len(before):
            found = [before[0]]
        return tuple(entry for number in found for entry in self.groups[number])
