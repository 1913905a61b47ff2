"""The figures, dates and names of a draft's cited sentences that their paragraphs do not hold: warnings, not findings.

Looked at is each sentence that carries a citation with a paragraph, the editor's own as well as extracts; not what
stands between a quotation's marks, headings, labels, and sentences without a citation. A line that names a speaker may
name what the article names anywhere, and so may what an extract has in brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from digest.model import Article
from digest.sentences import split_sentences
from digest.verify.claims import SENTENCE, find_claims
from digest.verify.doctree import BRACKETED, IN_TEXT, WORDS, Citation, Passage, passages
from digest.verify.edges import count_words
from digest.verify.facts import Background, FactKind, Missing, Same, facts
from digest.verify.places import lines_of
from digest.verify.shelf import Shelf
from digest.verify.spelling import same as spelled_alike

_MOST = 3_000  # sentences of a draft that are looked at
_LABEL = 8  # words of a label
_DASH = re.compile(r"^\s*(?:—|–|―|-{1,3}\s)")
_SHOWN = 200  # letters of a source's sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A figure, date or name in a cited sentence that the cited paragraphs do not hold; `source` is what they say."""

    line: int | None
    kind: FactKind
    words: str
    message: str
    source: str
    key: str
    paragraph: int
    elsewhere: int | None  # the paragraph of the article that has the name
    place: tuple[int, int, int]
    nearest: str = ""  # of what they do say, the likest

    def __str__(self) -> str:
        """One line: what is not there, and what is."""
        return self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """Words that citations answer for, and where they stand in the document."""

    words: str
    citations: tuple[Citation, ...]
    passage: int
    start: int
    speaker: bool = False
    extract: bool = False


def find_doubts(
    document: Mapping[str, Any], articles: Mapping[str, Article], text: str = "", same: Same = spelled_alike
) -> tuple[Doubt, ...]:
    """The doubts about `document`, in order; `text` is the draft's file, for the lines, `same` joins spellings."""
    parts = passages(document)
    shelf = Shelf(articles, ())
    found = [doubt for stated in list(_stated(parts))[:_MOST] for doubt in _doubts(stated, shelf, same)]
    found.sort(key=lambda doubt: doubt.place)
    if not text or not found:
        return tuple(found)
    lines = lines_of(((doubt.place[0], doubt.place[1], doubt.words) for doubt in found), parts, text)
    return tuple(replace(doubt, line=lines[doubt.place[0], doubt.place[1]]) for doubt in found)


def _stated(parts: Sequence[Passage]) -> Iterator[_Stated]:
    for claim in find_claims(parts):
        if claim.kind == "extract" and claim.citations:
            start = claim.span[0]
            words = parts[claim.passage].text[start : claim.span[1]]
            yield _Stated(words=words, citations=claim.citations, passage=claim.passage, start=start, extract=True)
    for number, part in enumerate(parts):
        if part.role == WORDS and part.citations and not (part.heading or part.whole):
            yield from _sentences(number, part)


def _sentences(number: int, part: Passage) -> Iterator[_Stated]:
    """The sentences of the editor's that carry a citation."""
    label = part.label if count_words(part.text[: part.label]) <= _LABEL else 0
    ends = [0, *(found.end() for found in SENTENCE.finditer(part.text)), len(part.text)]
    speaker = bool(_DASH.match(part.text))
    groups = list(part.cited())
    places = [place for place, _ in groups]
    for low, high in pairwise(ends):
        within = groups[bisect_left(places, low) : bisect_left(places, high)]
        cited = tuple(entry for _, group in within for entry in group if not entry.in_note)
        start = max(low, label)
        if cited and start < high:
            words = part.text[start:high].replace(BRACKETED, " ").replace(IN_TEXT, " ")
            yield _Stated(words=words, citations=cited, passage=number, start=start, speaker=speaker)


def _doubts(stated: _Stated, shelf: Shelf, same: Same) -> Iterator[Doubt]:
    cited = [entry for entry in stated.citations if entry.key in shelf.articles and entry.paragraphs]
    said = [(entry, shelf.said(entry)) for entry in cited]
    said = [(entry, texts) for entry, texts in said if texts]
    if not said:
        return  # a wrong key or paragraph is a finding
    missing = [_missing(stated, shelf.articles[entry.key], texts, same) for entry, texts in said]
    places = set.intersection(*({(one.start, one.end) for one in some} for some in missing))
    entry, texts = said[0]
    for one in missing[0]:
        if (one.start, one.end) in places and not (one.paragraph and (stated.speaker or stated.extract)):
            yield _doubt(stated, one, entry, texts)


def _missing(stated: _Stated, article: Article, texts: Sequence[str], same: Same) -> tuple[Missing, ...]:
    names = [str(name) for name in (*article.author, *article.contributor)]
    words = (article.title, article.container_title, article.publisher, article.section, article.dateline, *names)
    known = Background(entities=article.entities, words=tuple(word for word in words if word), same=same)
    whole = [block.text for block in article.paragraphs] if stated.speaker else texts
    return facts(stated.words, whole, article.issued, known)


def _doubt(stated: _Stated, missing: Missing, citation: Citation, texts: Sequence[str]) -> Doubt:
    start = stated.start + missing.start
    first = citation.paragraphs[0][0]
    where = f"@{citation.key}, para. " + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in citation.paragraphs)
    if missing.paragraph:
        message = f"“{missing.words}” is not named in {where}, but in para. {missing.paragraph}"
    else:
        message = f"the {missing.kind} “{missing.words}” is not in {where}"
        message += f", which has “{missing.nearest}”" if missing.nearest else ""
    return Doubt(
        line=None,
        kind=missing.kind,
        words=missing.words,
        message=message,
        source=_around(missing.nearest, texts),
        key=citation.key,
        paragraph=first,
        elsewhere=missing.paragraph,
        place=(stated.passage, start, stated.start + missing.end),
        nearest=missing.nearest,
    )


@lru_cache(maxsize=100)
def _split(text: str) -> tuple[str, ...]:
    return split_sentences(text[:20_000])


def _around(words: str, texts: Sequence[str]) -> str:
    """The source's sentence that has `words`; else how its paragraph begins."""
    sentences = [sentence for text in texts for sentence in _split(text)]
    said = next((sentence for sentence in sentences if words and words in sentence), sentences[0] if sentences else "")
    flat = " ".join(said.split())
    at = max(0, flat.find(words) - _SHOWN // 2) if len(flat) > _SHOWN else 0
    piece = flat[at : at + _SHOWN]
    before = "… " if at else ""
    return before + (piece if len(flat) <= at + _SHOWN else piece.rpartition(" ")[0] + " …")
