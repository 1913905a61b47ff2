"""The quotations of a report, with where their closing marks stand and the words that may name their source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from digest.citing.trees import Tree
from digest.quotemarks import find_spans
from digest.verify.claims import SENTENCE, Claim, find_claims
from digest.verify.edges import count_words

LONG = 8
"""From how many words on a quotation is looked for in the library."""

_ELIDED = re.compile(r"\[[^\[\]]{0,500}\]|\(?(?:…|\.\s?\.\s?\.)\)?")
_CLOSING = re.compile(r"\s?(?:''|’’|>>|[\"”“„‟»«›‹’‘'`´」』〞〟❞❜❯⟫＂″‶״ʺ˝ˮ])")
_CONTEXT = 600  # letters around a quotation that may name its source
_INNER = 20  # quotations within one that are looked for by themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words that a report quotes: from `start` to `end` of a paragraph's text, up to `close` with the closing mark.

    `words` are those of each of the paragraphs it runs over, the last of which is `paragraph`. `near` is the rest of
    its sentence, `around` what stands before it in its paragraph, or around a block quotation.
    """

    paragraph: int
    start: int
    end: int
    close: int
    words: tuple[str, ...]
    near: str = ""
    around: str = ""
    block: bool = False
    cited: bool = False
    inner: tuple[Quoted, ...] = ()  # quotations within it


def words_in(text: str) -> int:
    """How many words of a source a quotation has: not those in brackets.

    >>> words_in("The [northern] port … will open")
    4
    """
    return count_words(_ELIDED.sub(" ", text))


def quotations(tree: Tree, least: int = LONG) -> tuple[Quoted, ...]:
    """The quotations of at least so many words, in order; those that go on in the next paragraph as one."""
    claims = [claim for claim in find_claims(tree.parts) if not tree.parts[claim.passage].whole]
    reader = _Reader(tree)
    found: list[Quoted] = []
    for _, run in groupby(enumerate(claims), key=_Runs(tree, claims).number):
        together = [claim for _, claim in run]
        if sum(words_in(claim.words) for claim in together) >= least:
            found.append(reader.quoted(together, least))
    return tuple(found)


@dataclass(slots=True)
class _Runs:
    """Which claims are parts of one quotation."""

    tree: Tree
    claims: Sequence[Claim]
    count: int = 0

    def number(self, pair: tuple[int, Claim]) -> int:
        at, claim = pair
        if not at or not self._goes_on(self.claims[at - 1], claim):
            self.count += 1
        return self.count

    def _goes_on(self, one: Claim, two: Claim) -> bool:
        if one.kind != two.kind or bool(one.citations) != bool(two.citations):
            return False
        first, second = self.tree.parts[one.passage], self.tree.parts[two.passage]
        if one.kind == "quotation":
            return first.group == second.group and one.passage != two.passage
        open_end = one.span[1] == len(first.text) and one.passage < two.passage
        return bool(one.more and two.more and open_end)


@dataclass(slots=True)
class _Reader:
    tree: Tree
    ends: tuple[int, tuple[int, ...]] = (-1, ())  # of the sentences of the paragraph last asked for

    def quoted(self, claims: Sequence[Claim], least: int) -> Quoted:
        """The quotation that these claims are the parts of."""
        last = claims[-1]
        paragraph, start, end = self.tree.place((last.passage, *last.span))
        block = last.kind == "quotation"
        text = self.tree.report.paragraphs[paragraph].text
        end = max(start, min(end, len(text)))
        close = self._close(text, end) if not block else _stripped(text, start, end)
        near, around = self._lead(claims) if block else self._context(paragraph, start, close)
        inner = tuple(self._inner(paragraph, start, end, least)) if len(claims) == 1 else ()
        return Quoted(
            paragraph=paragraph,
            start=start,
            end=end,
            close=close,
            words=tuple(claim.words for claim in claims),
            near=near,
            around=around,
            block=block,
            cited=bool(last.citations),
            inner=inner,
        )

    def _close(self, text: str, end: int) -> int:
        match = _CLOSING.match(text, end)
        return match.end() if match else end

    def _inner(self, paragraph: int, start: int, end: int, least: int) -> Iterator[Quoted]:
        text = self.tree.report.paragraphs[paragraph].text
        for span in list(find_spans(text[start:end]))[:_INNER]:
            first, last = start + span.inner[0], start + span.inner[1]
            if words_in(text[first:last]) >= least:
                close = start + span.end
                near, around = self._context(paragraph, first, close)
                words = (text[first:last].strip(),)
                yield Quoted(
                    paragraph=paragraph, start=first, end=last, close=close, words=words, near=near, around=around
                )

    def _context(self, paragraph: int, start: int, close: int) -> tuple[str, str]:
        """The sentence around a quotation without it, and what stands before it."""
        text = self.tree.report.paragraphs[paragraph].text
        if self.ends[0] != paragraph:
            self.ends = (paragraph, (*(match.end() for match in SENTENCE.finditer(text)), len(text)))
        ends = self.ends[1]
        number = bisect_left(ends, start)
        low = max(ends[number - 1] if number else 0, start - _CONTEXT)
        high = min(ends[min(bisect_left(ends, close), len(ends) - 1)], close + _CONTEXT)
        return f"{text[low:start]} … {text[close:high]}", text[max(0, start - _CONTEXT) : start]

    def _lead(self, claims: Sequence[Claim]) -> tuple[str, str]:
        """The paragraphs before and after a block quotation, and its own last line."""
        first = self.tree.owners[claims[0].passage]
        last = self.tree.owners[claims[-1].passage]
        paragraphs = self.tree.report.paragraphs
        before = paragraphs[first - 1].text[-_CONTEXT:] if first else ""
        own = paragraphs[last].text[self.tree.place((claims[-1].passage, *claims[-1].span))[2] :][:_CONTEXT]
        after = paragraphs[last + 1].text[:_CONTEXT] if last + 1 < len(paragraphs) else ""
        return f"{own} {after if after.lstrip()[:1] in _DASHES else ''}", before


_DASHES = ("—", "–", "―", "-")


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
