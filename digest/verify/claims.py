"""What a document claims to be a source's own words, and which citations answer for it.

- In an `extract` or `in-brief`: everything but a heading or a label in bold before it of eight words at most, citations
  and [insertions]. The text back to the previous citation, or to the paragraph's start, belongs to a citation.
- In a `quotation`, fenced or a bare block quote: everything up to a citation, or up to the paragraph that begins with a
  dash and names the speaker, in one sentence, the last one inside or the first one after it; that paragraph's citations
  answer for it, else the last one of a paragraph before it that ends with a colon.
- In the editor's words, headings, notes and labels: what stands between quotation marks. A citation inside the marks or
  right after them answers; else the next bracketed one in the sentence, or the last `@key` before it in the sentence,
  either; else the nearest in the paragraph, those after it first. The citations of a footnote stand where it is called.
  A citation in another paragraph is out of reach, but for the cells of a row, and for a quotation that is not closed
  and goes on at the start of the next paragraph, item or cell. Such parts, and quotations with but a space between
  them, are one when its words are counted. Not claims are: under five words after “so-called”, and the capitalised
  title of a work after the word for it, the film “The Silence of the Lambs”.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise
from typing import Literal

from digest.quotemarks import Span, find_spans
from digest.sentences import split_sentences
from digest.verify.doctree import BRACKETED, IN_TEXT, WORDS, Citation, Passage
from digest.verify.edges import count_words

Kind = Literal["extract", "quotation", "quoted"]
LONG = 5
"""From how many words on a quotation must have a citation."""

_LABEL = 8  # words of ours that may stand in bold before an extract, or above it
_ATTRIBUTION = 60  # words after the dash that names a speaker
_MARKS = (BRACKETED, IN_TEXT)
_DASH = re.compile(r"^\s*(?:—|–|―|-{1,3}\s)")
_HEARD = re.compile(r"[^\W_]")
SENTENCE = re.compile(
    rf"[.!?…。！？]['\"’”»)\]]{{0,3}}(?:\s{{0,2}}{BRACKETED}){{0,9}}\s{{1,9}}(?=['\"“‘«„(\[{IN_TEXT}]{{0,3}}\W?[^\W\d_])"
)
_STRAY = re.compile(r"(?<=[^\s\d])[”»」](?!\w)")
_SO_CALLED = re.compile(
    r"\b(?:so[- ]called|sogenannte\w?|soi-disant\w{0,2}|dits?|dites?|llamad[oa]s?|так называем\w{2,3}) ?$"
)
_WORK = re.compile(
    r"\b(?:film|movie|novel|book|memoir|essay|poem|song|album|play|opera|musical|documentary|series|episode|painting"
    r"|comedy|drama|thriller|programme|podcast|lecture|exhibition|anthem|report|article|study|paper|column|(?:en)?titled)"
    r",? ?$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"(?:[A-Z\d][\w'’.-]*|[a-z]{1,3}|from|with|into|over|upon|[:,&–—-])(?:[:,!?]?\s|$)")
_TITLE = 12  # words
_INSERTION = re.compile(r"\[([^\[\]]{1,500})\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words said to be a source's; `passage` and `span` tell where they stand in the document."""

    words: str
    kind: Kind
    passage: int
    span: tuple[int, int]
    citations: tuple[Citation, ...] = ()  # any of them answers
    more: int = 0  # words of the quotation that stand in other claims

    @property
    def long(self) -> bool:
        """Whether it may not stand without a citation."""
        return count_words(self.words) + self.more >= LONG


def find_claims(passages: Sequence[Passage]) -> list[Claim]:
    """The claims of a document, in reading order."""
    quoted = chain.from_iterable(_quoted(n, passage) for n, passage in enumerate(passages) if passage.role == WORDS)
    found = [iter(_in_rows(_running_on(list(quoted), passages), passages))]
    found += [_extracts(n, passage) for n, passage in enumerate(passages) if passage.role in ("extract", "in-brief")]
    found += [_quotation(run, lead) for run, lead in _quotations(passages)]
    return sorted(chain.from_iterable(found), key=lambda claim: (claim.passage, claim.span))


def _running_on(claims: list[Claim], passages: Sequence[Passage]) -> list[Claim]:
    """The claims, those that are parts of one quotation with its citations and the number of its words."""
    texts = {n: passage.text for n, passage in enumerate(passages) if not (passage.aside or passage.whole)}
    following = dict(pairwise(texts))
    for at in range(len(claims) - 1, 0, -1):
        first, second = claims[at - 1 : at + 1]
        if first.passage == second.passage:
            between = passages[first.passage].text[first.span[1] : second.span[0]]
            one = not between.strip(_CLOSE_AND_OPEN)
        else:
            before = passages[second.passage].text[: second.span[0]]
            open_end = first.span[1] == len(passages[first.passage].text)
            one = open_end and following.get(first.passage) == second.passage and not _HEARD.search(before)
        if one:
            more = count_words(second.words) + second.more
            claims[at - 1] = replace(first, citations=first.citations or second.citations, more=more)
            claims[at] = replace(second, more=second.more + count_words(first.words))
    return claims


_CLOSE_AND_OPEN = " \t\n\u200b\u00a0\"'“”„«»‘’"


def _in_rows(claims: list[Claim], passages: Sequence[Passage]) -> list[Claim]:
    """The claims, those without a citation in a table with the citations of their row."""
    rows: dict[int, tuple[Citation, ...]] = {}
    for passage in passages:
        if passage.row:
            rows[passage.row] = (*rows.get(passage.row, ()), *chain.from_iterable(passage.citations))
    return [
        claim if claim.citations else replace(claim, citations=rows.get(passages[claim.passage].row, ()))
        for claim in claims
    ]


def _quotations(passages: Sequence[Passage]) -> Iterator[tuple[list[tuple[int, Passage]], tuple[Citation, ...]]]:
    """The passages of each fence or block quote, with the paragraph after it where that names the speaker.

    With them, the last citation of a paragraph that leads in to it with a colon.
    """
    numbered = [(n, passage) for n, passage in enumerate(passages) if not (passage.aside or passage.whole)]
    for (role, _), run in groupby(numbered, key=lambda pair: (pair[1].role, pair[1].group)):
        if role == "quotation":
            quoted = list(run)
            following = quoted[-1][0] + 1
            after = next((pair for pair in numbered[bisect_left(numbered, following, key=_number) :]), None)
            lead = bisect_left(numbered, quoted[0][0], key=_number) - 1
            leading = _leading(numbered[lead][1]) if lead >= 0 else ()
            yield [*quoted, after] if after and _names_speaker(after[1]) else quoted, leading


def _leading(passage: Passage) -> tuple[Citation, ...]:
    cited = passage.role == WORDS and passage.citations and _plain(passage.text).rstrip().endswith((":", "："))
    return passage.citations[-1] if cited else ()


def _number(pair: tuple[int, Passage]) -> int:
    return pair[0]


def _names_speaker(passage: Passage) -> bool:
    return passage.role == WORDS and bool(passage.citations) and _is_attribution(passage.text)


def _plain(text: str) -> str:
    for mark in _MARKS:
        text = text.replace(mark, "")
    return text


def _extracts(number: int, passage: Passage) -> Iterator[Claim]:
    start = len(passage.text) if passage.heading else passage.label
    labels = passage.heading or not passage.citations or _HEARD.search(passage.text, start)
    if not labels or count_words(passage.text[:start]) > _LABEL:
        start = 0
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


def _quotation(run: Sequence[tuple[int, Passage]], lead: tuple[Citation, ...]) -> Iterator[Claim]:
    pending: list[tuple[int, int, int, str]] = []

    def close(citations: tuple[Citation, ...]) -> Iterator[Claim]:
        for number, start, end, words in pending:
            span = (start, end)
            yield Claim(words=words, kind="quotation", passage=number, span=span, citations=citations)
        pending.clear()

    for number, passage in run:
        if number != run[0][0] and _is_attribution(passage.text):
            yield from close(tuple(entry for _, group in passage.cited() for entry in group) or lead)
            if passage.role == "quotation":
                yield from _quoted(number, passage)
            continue
        start = 0
        for end, citations in passage.cited():
            pending.extend(_part(number, passage.text, start, end))
            yield from close(citations)
            start = end + 1
        pending.extend(_part(number, passage.text, start, len(passage.text)))
    yield from close(lead)


def _is_attribution(text: str) -> bool:
    if not _DASH.match(text) or count_words(text) > _ATTRIBUTION:
        return False
    named = re.split(f"[{BRACKETED}{IN_TEXT}]", text, maxsplit=1)[0]
    return len(split_sentences(named.strip())) <= 1


def _part(number: int, text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str]]:
    words = text[start:end]
    quoted = next(find_spans(words), None)
    # “Words.” — Name, on one line
    if quoted and not _HEARD.search(words[: quoted.start]) and _is_attribution(words[quoted.end :]):
        words = words[: quoted.end]
    if _HEARD.search(words):
        yield number, start, start + len(words), _DASH.sub("", words, count=1).strip()  # a dash may open speech


def _quoted(number: int, passage: Passage, start: int = 0, stop: int | None = None) -> Iterator[Claim]:
    text = passage.text if stop is None else passage.text[:stop]
    reach: _Reach | None = None
    for found in _spans(text[start:]):
        reach = reach or _Reach.of(passage)
        first, last = found.inner[0] + start, found.inner[1] + start
        words = _plain(text[first:last]).strip()
        if _HEARD.search(words) and not _is_ours(words, text[: found.start + start]):
            citations = reach.citations(first, min(found.end + start, last + 1))
            yield Claim(words=words, kind="quoted", passage=number, span=(first, last), citations=citations)


def _is_ours(words: str, before: str) -> bool:
    """Whether marks distance us from a word, or name a work."""
    before = before[-30:]
    if _SO_CALLED.search(before):
        return count_words(words) < LONG
    if not _WORK.search(before) or count_words(words) > _TITLE or words.isupper():
        return False
    return _CAPITALISED.sub("", words.rstrip(",.")) == ""


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
        ends = tuple(match.end() for match in SENTENCE.finditer(passage.text)) if cited else ()
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
