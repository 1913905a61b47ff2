"""Sentences of a report that may say in other words what an article says: suggestions, never applied.

A sentence is known by its names, figures and rarer words; what it shares with a sentence of the library is weighed by
how few sentences of either have it. The library streams past once: of it only the terms of the report are counted, and
for each sentence of the report the few likeliest are kept until all is known.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from digest.citing.choosing import Copies
from digest.citing.links import groups
from digest.citing.listed import without_lists
from digest.citing.nouns import NOTE, Paragraph, Report
from digest.citing.proposals import Candidate, Proposal, insertion, lead_before
from digest.citing.terms import stems, terms
from digest.model import Article
from digest.quotemarks import find_spans
from digest.sentences import split_sentences

SHOWN = 0.5
"""The score from which on a suggestion is shown."""

_LEAST, _LONGEST = 6, 80  # terms of a sentence, words of one
_MOST = 4_000  # sentences of a report that are looked at
_KEPT = 12  # sentences of the library that are kept for one of the report
_SHARED = 4  # terms
_COMMON = 40  # sentences of the report, from which on a term of theirs tells nothing
_HOPEFUL = 0.3  # of the terms
_SKIPPED = ("heading", "code", "bibliography", "caption", "quotation")
_LETTERS = 20_000  # of a paragraph that are looked at
_STOP = re.compile(r"[.!?…。！？]['\"”’»)\]]{0,2}\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence of the report that cites nothing, and its terms."""

    paragraph: int
    start: int
    end: int
    text: str
    terms: Mapping[str, float]


@dataclass(frozen=True, slots=True, order=True)
class _Met:
    """A sentence of the library that shares terms with one of the report."""

    share: float
    key: str = field(compare=False)
    paragraph: int = field(compare=False)
    text: str = field(compare=False)
    terms: Mapping[str, float] = field(compare=False, repr=False)


def suggest(
    report: Report, articles: Iterable[Article], *, copies: Copies | None = None, least: float = SHOWN
) -> tuple[Proposal, ...]:
    """Sentences of `report` that look taken from an article without a citation, the likeliest first."""
    index = _Index(list(_said(without_lists(report))))
    for article in articles:
        index.read(article)
    found = (_proposal(report, one, index, copies or {}) for one in range(len(index.said)))
    shown = [proposal for proposal in found if proposal and proposal.score >= least]
    return tuple(sorted(shown, key=lambda one: (-one.score, one.paragraph, one.start)))


def _said(report: Report) -> Iterator[_Said]:
    reach = groups(report)
    noted = {reach[number] for number, one in enumerate(report.paragraphs) if one.citations and reach[number] != number}
    count = 0
    for number, paragraph in enumerate(report.paragraphs):
        if paragraph.kind in _SKIPPED:
            continue
        for start, end in _sentences(paragraph, noted=number in noted):
            text = _unquoted(paragraph.text[start:end])
            found = terms(text)
            if len(found) >= _LEAST and count < _MOST and len(text.split()) <= _LONGEST:
                count += 1
                yield _Said(paragraph=number, start=start, end=end, text=text, terms=found)


def _sentences(paragraph: Paragraph, *, noted: bool) -> Iterator[tuple[int, int]]:
    """The sentences that carry no citation; of a run of them that ends with one that does, none."""
    text = paragraph.text[:_LETTERS]
    places = [one.start for one in paragraph.citations]
    places += [note.place for note in paragraph.notes] if noted else []
    free: list[tuple[int, int]] = []
    place = 0
    for sentence in split_sentences(text):
        start = text.find(sentence, place)
        place = start + len(sentence)
        if any(start <= at <= place for at in places):
            free.clear()
        elif not any(first < place and start < last for first, last in paragraph.opaque):
            free.append((start, place))
    yield from free


def _unquoted(text: str) -> str:
    """A sentence without what it quotes: that is looked for word for word."""
    for span in reversed(list(find_spans(text))):
        if span.end - span.start > 60:
            text = text[: span.start] + " … " + text[span.end :]
    return text.replace(NOTE, "")


class _Index:
    """The sentences of a report by their terms, and what was met of them in the library."""

    def __init__(self, said: list[_Said]) -> None:
        self.said = said
        self.counts: Counter[str] = Counter()  # sentences of the library that have a term
        self.read_sentences = 0
        self.met: list[list[_Met]] = [[] for _ in said]
        self.ours: Counter[str] = Counter(term for one in said for term in one.terms)
        self._by_term: dict[str, list[int]] = {}
        for number, one in enumerate(said):
            for term in one.terms:
                if self.ours[term] <= _COMMON:
                    self._by_term.setdefault(term, []).append(number)

    def read(self, article: Article) -> None:
        """Meet what an article says."""
        for number, block in enumerate(article.paragraphs if self.said else (), start=1):
            text = block.text[:_LETTERS]
            shared = self._by_term.keys() & stems(text)
            self.counts.update(shared)
            self.read_sentences += 1
            if len(shared) >= _SHARED and self._may_share(shared):
                for sentence in split_sentences(text):
                    self._meet(article.id, number, sentence)

    def _may_share(self, shared: Iterable[str]) -> bool:
        counts = Counter(number for term in shared for number in self._by_term[term])
        return bool(counts) and counts.most_common(1)[0][1] >= _SHARED

    def _meet(self, key: str, number: int, sentence: str) -> None:
        theirs = terms(sentence)
        counts: Counter[int] = Counter()
        for term in theirs.keys() & self._by_term.keys():
            counts.update(self._by_term[term])
        for one, count in counts.items():
            share = count / len(self.said[one].terms)
            if count < _SHARED or share < _HOPEFUL:
                continue
            met = _Met(share, key, number, sentence, theirs)
            if len(self.met[one]) < _KEPT:
                heapq.heappush(self.met[one], met)
            else:
                heapq.heappushpop(self.met[one], met)

    def rarity(self, term: str) -> float:
        """How much it tells that two sentences have a term."""
        most = self.read_sentences + 30
        rare = math.log(most / (1 + self.counts[term])) / math.log(most)
        own = 1 / (1 + math.log(max(1, self.ours[term])))
        return rare * (0.5 + 0.5 * own)


def _proposal(report: Report, number: int, index: _Index, copies: Copies) -> Proposal | None:
    said = index.said[number]
    scored = [(score(said.terms, met.terms, index.rarity), met) for met in index.met[number]]
    scored.sort(key=lambda pair: (-pair[0], pair[1].key, pair[1].paragraph))
    if not scored:
        return None
    worth, best = scored[0]
    cited = {source.key for one in report.paragraphs[said.paragraph].citations for source in one.sources}
    if best.key in cited or cited & set(copies.get(best.key, ())):
        return None
    text = report.paragraphs[said.paragraph].text
    stop = _STOP.search(text[said.start : said.end])
    at, note = insertion(text, said.start + stop.start() if stop else said.end, report.language)
    shared = sorted(said.terms.keys() & best.terms.keys(), key=lambda term: (-index.rarity(term), term))
    return Proposal(
        paragraph=said.paragraph,
        start=said.start,
        end=said.end,
        at=at,
        note=note,
        kind="paraphrase",
        key=best.key,
        locator=str(best.paragraph),
        words=text[said.start : said.end],
        source=" ".join(best.text.split()),
        score=round(worth, 3),
        others=_others(scored, best),
        sure=False,
        lead=lead_before(text, at),
        shared=tuple(_as_written(said.text, shared)),
    )


def _others(scored: list[tuple[float, _Met]], best: _Met) -> tuple[Candidate, ...]:
    found: dict[str, Candidate] = {}
    for worth, met in scored:
        if met.key != best.key and worth >= SHOWN:
            source = " ".join(met.text.split())
            found.setdefault(met.key, Candidate(key=met.key, locator=str(met.paragraph), source=source))
    return tuple(found.values())


def _as_written(text: str, shared: Iterable[str]) -> Iterator[str]:
    """The words of a text that are counted as these terms."""
    words: dict[str, str] = {}
    for match in re.finditer(r"\w+(?:[.,-]\w+)*", text):
        for term in terms(f"x {match[0]}"):
            words.setdefault(term, match[0])
    yield from (words[term] for term in shared if term in words)


def score(ours: Mapping[str, float], theirs: Mapping[str, float], rarity: Callable[[str], float]) -> float:
    """How much of what a sentence of ours tells another one tells too, from 0 to 1."""
    weigh = {term: max(ours.get(term, 0), theirs.get(term, 0)) * rarity(term) for term in {*ours, *theirs}}
    shared = sum(weigh[term] for term in ours.keys() & theirs.keys())
    mine, other = sum(weigh[term] for term in ours), sum(weigh[term] for term in theirs)
    whole = 0.75 * mine + 0.25 * min(other, 2 * mine)
    return shared / whole if whole else 0.0
