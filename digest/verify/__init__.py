"""The gate: pandoc's tree of a draft and the articles it cites → what is not as the articles have it.

What a claim is and which citation answers for it: `claims`. Whether words stand in a paragraph: `wording`. Findings:

- `unknown key`: no article has it.
- `missing paragraph`: the article has no such paragraph, or an extract, or five quoted words, cite none.
- `no citation`: an extract or a quotation of five words or more with none in reach.
- `not in the source`: quoted words that do not stand in any cited paragraph. Under five words and cited without a
  paragraph, they may stand anywhere in the article, its title included.
- `reworded`: an extract that does not stand in its paragraph, or is cut inside a sentence with no … to mark it.
- `negation`: words that stand there but for a “not” that an ellipsis took out of their clause.
- `qualifier`: words that stand there but for an “allegedly” or “only” that an ellipsis took out (`omissions`).

Figures, dates and names of cited sentences that their paragraphs do not hold are warnings (`doubts`, `facts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Literal

from digest.model import Article
from digest.verify.claims import LONG, Claim, find_claims
from digest.verify.differences import closest_passage, word_differences
from digest.verify.doctree import Citation, Passage, passages
from digest.verify.marking import mark, untie
from digest.verify.places import lines_of
from digest.verify.shelf import Shelf
from digest.verify.wording import Verdict, find_words

Problem = Literal[
    "unknown key", "missing paragraph", "no citation", "not in the source", "reworded", "negation", "qualifier"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a draft that its sources do not bear out; `source` is what the source says instead."""

    line: int | None
    kind: Problem
    words: str
    message: str
    source: str = ""
    difference: str = ""
    key: str | None = None
    paragraph: int | None = None
    elsewhere: tuple[str, int] | None = None  # the key and paragraph where the words do stand
    place: tuple[int, int, int]  # the passage of the document, and where in its text

    def __str__(self) -> str:
        """One line: what is wrong."""
        return self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What came of checking a document: the findings and how much was looked at."""

    findings: tuple[Finding, ...]
    extracts: int
    quotations: int
    citations: int


def verify(document: Mapping[str, Any], articles: Mapping[str, Article], text: str = "") -> tuple[Finding, ...]:
    """What in `document` its articles do not bear out; `text` is the draft's file, for the lines."""
    return examine(document, articles, text).findings


def examine(document: Mapping[str, Any], articles: Mapping[str, Article], text: str = "") -> Examination:
    """The findings of `verify`, and how many extracts, quotations and citations were checked."""
    parts = passages(document)
    claims = find_claims(parts)
    shelf = Shelf(articles, cited_keys(document, parts))
    found = [*_citations(parts, shelf)]
    found += [finding for claim in claims if (finding := _judge(claim, shelf)) is not None]
    found.sort(key=lambda finding: finding.place)
    extracts = sum(1 for claim in claims if claim.kind == "extract")
    return Examination(
        findings=_with_lines(found, parts, text),
        extracts=extracts,
        quotations=len(claims) - extracts,
        citations=sum(len(_own(group)) for part in parts if not part.whole for group in part.citations),
    )


def cited_keys(document: Mapping[str, Any], parts: Sequence[Passage] | None = None) -> tuple[str, ...]:
    """The keys that a document cites, each once, in order."""
    parts = passages(document) if parts is None else parts
    return tuple(dict.fromkeys(entry.key for part in parts for group in part.citations for entry in group))


def mark_unverified(document: Mapping[str, Any], findings: Sequence[Finding]) -> dict[str, Any]:
    """A copy of `document` in which the words of each finding stand in a Span of class `unverified`.

    A citation of an unknown key prints as it was typed.
    """
    places: dict[int, list[tuple[int, int]]] = {}
    for finding in findings:
        number, start, end = finding.place
        places.setdefault(number, []).append((start, end))
    marked = mark(document, places, "unverified")
    untie(marked, {finding.key for finding in findings if finding.kind == "unknown key" and finding.key})
    return marked


def _with_lines(found: Sequence[Finding], parts: Sequence[Passage], text: str) -> tuple[Finding, ...]:
    if not text or not found:
        return tuple(found)
    lines = lines_of(((f.place[0], f.place[1], f.words) for f in found), parts, text)
    return tuple(replace(f, line=lines[f.place[0], f.place[1]]) for f in found)


def _citations(parts: Sequence[Passage], shelf: Shelf) -> Iterator[Finding]:
    for number, part in enumerate(parts):
        if part.whole:
            continue
        for place, group in part.cited():
            for citation in _own(group):
                finding = _citation(citation, (number, place, place + 1), shelf)
                if finding:
                    yield finding


def _own(group: Sequence[Citation]) -> list[Citation]:
    return [citation for citation in group if not citation.in_note]


def _citation(citation: Citation, place: tuple[int, int, int], shelf: Shelf) -> Finding | None:
    key = citation.key
    article = shelf.articles.get(key)
    if article is None:
        near = get_close_matches(key[:100], shelf.articles, n=1)
        hint = f"; did you mean @{near[0]}?" if near else ""
        message = f"no article has the key @{key}{hint}"
        return Finding(line=None, kind="unknown key", words=f"@{key}", message=message, key=key, place=place)
    count = len(article.paragraphs)
    wrong = next((n for first, last in citation.paragraphs for n in _outside(first, last, count)), None)
    if wrong is None:
        return None
    return Finding(
        line=None,
        kind="missing paragraph",
        words=f"@{key}, para. {wrong}",
        message=f"@{key} has no para. {wrong}: its paragraphs are 1 to {count}",
        key=key,
        paragraph=wrong,
        place=place,
    )


def _outside(first: int, last: int, count: int) -> tuple[int, ...]:
    wrong = tuple(number for number in (first, last) if not 1 <= number <= count)
    return wrong or ((last,) if last < first else ())


def _judge(claim: Claim, shelf: Shelf) -> Finding | None:
    if not claim.citations:
        what = "an extract" if claim.kind == "extract" else f"{LONG} quoted words or more"
        needs = claim.long or claim.kind == "extract"
        return _finding(claim, "no citation", f"{what} without a citation: {_short(claim.words)}") if needs else None
    known = [citation for citation in claim.citations if citation.key in shelf.articles]
    if not known:
        return None  # the key is what is wrong
    located = [citation for citation in known if citation.paragraphs]
    if not located:
        return _judge_unlocated(claim, known, shelf)
    verdict = _verdict(claim, located, shelf)
    if verdict is None or (claim.kind == "quoted" and _is_title(claim, known, shelf)):
        return None
    return _failed(claim, verdict, located, shelf)


def _verdict(claim: Claim, located: Sequence[Citation], shelf: Shelf) -> Verdict | None:
    """What is wrong with the words; None where nothing is, or where the paragraph itself is what is wrong."""
    texts = [text for citation in located for text in shelf.runs(citation)]
    found = [find_words(claim.words, text, sentences=claim.kind == "extract") for text in texts]
    if not found or Verdict.STANDS in found:
        return None
    return next((verdict for verdict in found if verdict is not Verdict.ABSENT), Verdict.ABSENT)


def _is_title(claim: Claim, known: Sequence[Citation], shelf: Shelf) -> bool:
    return any(shelf.is_title(claim.words, citation.key) for citation in known)


def _judge_unlocated(claim: Claim, known: Sequence[Citation], shelf: Shelf) -> Finding | None:
    key = known[0].key
    if claim.kind == "quoted" and _is_title(claim, known, shelf):
        return None
    elsewhere = next((place for entry in known if (place := shelf.find(claim.words, (entry.key,)))), None)
    if claim.kind == "quoted" and not claim.long:
        if elsewhere:
            return None
        message = f"“{_short(claim.words)}” stands nowhere in @{key}"
        return replace(_finding(claim, "not in the source", message), key=key)
    where = f"; the words stand in @{elsewhere[0]}, para. {elsewhere[1]}" if elsewhere else ""
    message = f"@{key} is cited with no paragraph for “{_short(claim.words)}”{where}"
    return replace(_finding(claim, "missing paragraph", message), key=key, elsewhere=elsewhere)


def _failed(claim: Claim, verdict: Verdict, located: Sequence[Citation], shelf: Shelf) -> Finding:
    citation = located[0]
    said = shelf.said(citation)
    closest = max((closest_passage(claim.words, text) for text in said), key=len, default="")
    difference = word_differences(claim.words, closest) if verdict is Verdict.ABSENT else ""
    elsewhere = shelf.find(claim.words, shelf.nearest_first(citation.key)) if verdict is Verdict.ABSENT else None
    kind: Problem = "reworded" if claim.kind == "extract" else "not in the source"
    message = f"“{_short(claim.words)}” {_WRONG[verdict]} @{citation.key}, para. {_range(citation)}"
    if verdict in _OMITTED:
        kind = _OMITTED[verdict]
    if elsewhere:
        message += f"; it stands in @{elsewhere[0]}, para. {elsewhere[1]}"
    elif difference and difference.count("”") <= 2 * LONG:
        message += f": {difference}"
    return replace(
        _finding(claim, kind, message),
        source=closest if closest and verdict is not Verdict.CUT else _around(closest, said),
        difference=difference,
        key=citation.key,
        paragraph=citation.paragraphs[0][0],
        elsewhere=elsewhere,
    )


_OMITTED: dict[Verdict, Problem] = {Verdict.NEGATION: "negation", Verdict.QUALIFIER: "qualifier"}
_SEEN = 80  # letters of a source shown before and after a place


def _around(words: str, said: Sequence[str]) -> str:
    """The place of `words` in what is said, with what stands before and after; else how it begins."""
    for text in said:
        flat = " ".join(text.split())
        start = flat.find(words) if words else -1
        if start >= 0:
            before, after = flat[max(0, start - _SEEN) : start], flat[start + len(words) :][:_SEEN]
            before = "… " + before.partition(" ")[2] if len(before) == _SEEN else before
            return before + words + (after.rpartition(" ")[0] + " …" if len(after) == _SEEN else after)
    return _short(said[0]) if said else ""


_WRONG = {
    Verdict.ABSENT: "does not stand in",
    Verdict.CUT: "is cut inside a sentence, with no … to mark it, in",
    Verdict.NEGATION: "leaves out a negation of",
    Verdict.QUALIFIER: "leaves out a word of doubt or limitation of",
}


def _finding(claim: Claim, kind: Problem, message: str) -> Finding:
    return Finding(line=None, kind=kind, words=claim.words, message=message, place=(claim.passage, *claim.span))


def _short(words: str) -> str:
    flat = " ".join(words.split()).strip('“”"«»„')
    return flat if len(flat) <= 160 else flat[:160].rsplit(" ", 1)[0] + " …"


def _range(citation: Citation) -> str:
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in citation.paragraphs)
