"""Whether words stand in a text, letter for letter, by the rules an editor may quote by. Nothing is fuzzy.

- Type: all kinds of quotation marks are one, double or single; so are dashes, spaces, ligatures, ellipses
  (`typography.fold`). A dash between words, spaced or not, is one; a hyphen stays a hyphen.
- Whole words: a match neither starts nor ends inside a word, a number (`10` of `10,000`, `5` of `5%`), a compound
  (`state` of `non-state`) or a contraction (`can` of `can’t`). Scripts without spaces have no such edges.
- End: one comma or full stop before the closing mark may be ours; a comma or full stop may stand on either side of a
  quotation mark.
- Elision: `…`, `...`, `[…]`, `(…)`, between a hundred pieces at most. Each has at least two words, but for a
  first one that begins the sentence; it stands in order in the cited paragraph, or in it and the next where both are
  cited; no paragraph is passed over whole. One that takes out a “not” or an “allegedly” is told apart (`omissions`).
- Insertion: up to fifteen words in square brackets, fifty times at most, are ours, unless the source has them with
  their brackets. Nothing of the source may be missing in their place, save that up to three words may stand for one
  pronoun (`omissions.pronoun_end`), `[Xi] said` for `he said`: what else is replaced is elided. At the head or the end
  of a quotation they are as the editor's words before or after it. Brackets beside a digit, and inserted negations,
  do not count as insertions.
- Case: one letter in brackets at the head of a word, `[T]he`, may differ in case from the source's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from digest.typography import fold
from digest.verify.edges import count_words, joined
from digest.verify.omissions import NEGATIONS, Omission, cut_off, left_out, pronoun_end


class Verdict(Enum):
    """What comes of looking for words in a text."""

    STANDS = "stands"
    ABSENT = "absent"
    NEGATION = "negation"  # it stands, but for a negation that was elided
    QUALIFIER = "qualifier"  # it stands, but for a word of doubt or limitation that was elided
    CUT = "cut"  # an extract that begins or ends inside a sentence, with no mark of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in the form words are looked for in; `breaks` are the places where a next paragraph begins."""

    form: str
    breaks: tuple[int, ...] = ()


_LONG_DASH = re.compile(r"\s?(?:[—―⸺]|(?<!-)-{2,3}(?!-))\s?|\s–\s?|–\s")
_MARK = re.compile(r"(?<!\w)'|'(?!\w)|(?<=[\u2e80-\u9fff])'|'(?=[\u2e80-\u9fff])")
_STOP_AFTER_MARK = re.compile(r'("+)([.,])')
_DOTS = re.compile(r" ?\.{3,} ?")
_MANY = re.compile(r" {2,}")


def form(text: str) -> str:
    """`text` as it is compared: folded, every quotation mark double, dashes and ellipses spaced alike.

    >>> form("‘So’, he said—“wait…”")
    '"So," he said - "wait ... "'
    """
    text = fold(_LONG_DASH.sub(_spaced_dash, text))
    text = _STOP_AFTER_MARK.sub(r"\2\1", _MARK.sub('"', text))
    return _MANY.sub(" ", _DOTS.sub(" ... ", text)).strip()


def _spaced_dash(dash: re.Match[str]) -> str:
    text, start, end = dash.string, dash.start(), dash.end()
    years = text[max(0, start - 1) : start].isdigit() and text[end : end + 1].isdigit() and dash[0].strip() == dash[0]
    return "-" if years else " - "


def text_of(paragraphs: Sequence[str]) -> Text:
    """The text of paragraphs that follow one another, already in their form."""
    parts: list[str] = []
    breaks: list[int] = []
    length = 0
    for part in paragraphs:
        runs_on = bool(parts) and parts[-1].count('"') % 2 == 1 and part.startswith('"')
        parts.append(part[1:] if runs_on else part)  # a quotation that runs on is opened anew in each paragraph
        breaks.append(length)
        length += len(parts[-1]) + 1
    return Text(form=" ".join(parts), breaks=tuple(breaks[1:]))


_ELISION = re.compile(r" ?(?:\[ ?\.\.\. ?\]|\( ?\.\.\. ?\)|\.\.\.) ?")
_BRACKETS = re.compile(r"\[([^\[\]]{1,500})\]")
_LEAST = 2  # words in a piece of an elided quotation
_BRACKETED = 50
_PIECES = 100
_INSERTED = 15  # words
_FOR_PRONOUN = 3  # words
_SIDE = 50  # letters before and after that are looked at
_MOST = 200  # places tried where a piece stands more than once


@dataclass(frozen=True, slots=True)
class _Chunk:
    text: str
    kind: str = "fixed"  # or an insertion, or the case of one letter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    pieces: tuple[tuple[_Chunk, ...], ...]
    open_start: bool  # elided or bracketed: it may begin inside a sentence
    open_end: bool
    stop: bool = False  # it ends with a full stop: the source may not ask or exclaim there


def find_words(words: str, text: Text, *, sentences: bool = False) -> Verdict:
    """Whether `words` stand in `text`; with `sentences` they must be whole sentences, as an extract is."""
    readings = _readings(words)
    if not readings:
        return Verdict.STANDS
    worst = Verdict.ABSENT
    for reading in readings:
        for verdict in _verdicts(reading, text, sentences=sentences):
            if verdict is Verdict.STANDS:
                return verdict
            worst = verdict if worst is Verdict.ABSENT else worst
    return worst


def anchors(words: str) -> tuple[str, ...]:
    """Strings of which a text must have one for `words` to stand in it: quicker to look for."""
    chunks = ([chunk for piece in reading.pieces for chunk in piece] for reading in _readings(words))
    return tuple(max((c.text for c in found if c.kind == "fixed"), key=len, default="") for found in chunks)


@lru_cache(maxsize=8)  # the same words are looked for in many paragraphs
def _readings(words: str) -> tuple[_Words, ...]:
    sought = form(words)
    return (_literal(sought), _parse(sought)) if "".join(sought.split('"')).strip() else ()


def _literal(sought: str) -> _Words:
    stop = sought.rstrip('"').endswith(".")
    return _Words(pieces=((_Chunk(_bare(sought)),),), open_start=False, open_end=False, stop=stop)


def _bare(words: str) -> str:
    words = words.lstrip('" ').rstrip('" ')
    return (words[:-1] if words.endswith((".", ",")) and not words.endswith("...") else words).rstrip('" ')


def _parse(sought: str) -> _Words:
    parts = _ELISION.split(sought)
    pieces = [_bare(part).strip(" ,.;:-") if len(parts) > 1 else _bare(part) for part in parts]
    full = tuple(_chunks(piece) for piece in pieces if piece)
    first, last = (full[0][0], full[-1][-1]) if full else (_Chunk(""), _Chunk(""))
    return _Words(
        pieces=full,
        open_start=not pieces[0] or first.kind != "fixed",
        open_end=not pieces[-1] or last.kind == "insertion",
        stop=bool(pieces[-1]) and sought.rstrip('"').endswith("."),
    )


def _chunks(piece: str) -> tuple[_Chunk, ...]:
    chunks: list[_Chunk] = []
    place = 0
    for match in itertools.islice(_BRACKETS.finditer(piece), _BRACKETED):
        kind = _bracket_kind(piece, match)
        if kind == "fixed":
            continue
        start, end = match.span()
        if kind == "insertion" and piece[start - 1 : start] == " ":
            start -= 1
        elif kind == "insertion" and start == place and piece[end : end + 1] == " ":
            end += 1
        chunks += [_Chunk(piece[place:start])] if start > place else []
        chunks.append(_Chunk(match[1] if kind == "case" else piece[start:end], kind))
        place = end
    return (*chunks, _Chunk(piece[place:])) if place < len(piece) else tuple(chunks)


def _bracket_kind(piece: str, match: re.Match[str]) -> str:
    before, after = piece[max(0, match.start() - 1) : match.start()], piece[match.end() : match.end() + 1]
    if len(match[1]) == 1 and match[1].isalpha() and after.isalpha() and not before.isalnum():
        return "case"
    if before.isdigit() or after.isdigit() or NEGATIONS.search(match[1]) or count_words(match[1]) > _INSERTED:
        return "fixed"
    return "insertion"


def _verdicts(words: _Words, text: Text, *, sentences: bool) -> Iterator[Verdict]:
    pieces = words.pieces
    if not pieces or len(pieces) > _PIECES or any(_short(piece) for piece in pieces[1:]):
        return
    if any(next(_places(piece, text.form, 0), None) is None for piece in pieces):
        return
    for first in itertools.islice(_places(pieces[0], text.form, 0), _MOST if len(pieces) > 1 or sentences else 1):
        spans = _in_order(first, pieces[1:], text)
        if spans is None or (words.stop and text.form[spans[-1][1] : spans[-1][1] + 4].lstrip('" ')[:1] in _CALLS):
            continue
        if len(pieces) > 1 and _short(pieces[0]) and not _opens_sentence(text, spans[0], spans[1]):
            continue
        omission = _omission(words, spans, text.form)
        if omission:
            yield Verdict(omission)
        elif sentences and not _whole_sentences(words, text, spans[0][0], spans[-1][1]):
            yield Verdict.CUT
        else:
            yield Verdict.STANDS


def _short(piece: tuple[_Chunk, ...]) -> bool:
    return count_words("".join(chunk.text for chunk in piece if chunk.kind != "insertion")) < _LEAST


def _opens_sentence(text: Text, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether the first place begins a sentence that the second one is in too."""
    before = text.form[max(0, one[0] - 9) : one[0]].rstrip(' "([')
    begins = not before or one[0] in text.breaks or _ends(before[-1], text.form[one[0] : one[0] + 9])
    return begins and not any(mark in _ENDS for mark in text.form[one[1] : two[0]])


def _in_order(first: tuple[int, int], rest: Sequence[tuple[_Chunk, ...]], text: Text) -> list[tuple[int, int]] | None:
    spans = [first]
    for piece in rest:
        after = spans[-1][1]
        found = next(_places(piece, text.form, after), None)
        if found is None or sum(1 for place in text.breaks if after < place <= found[0]) > 1:
            return None
        spans.append(found)
    return spans


def _places(piece: tuple[_Chunk, ...], text: str, start: int) -> Iterator[tuple[int, int]]:
    while piece and piece[0].kind == "insertion":
        piece = piece[1:]
    anchor = next((number for number, chunk in enumerate(piece) if chunk.kind == "fixed"), None)
    if anchor is None:
        return
    lead = sum(len(chunk.text) for chunk in piece[:anchor])
    place = text.find(piece[anchor].text, start + lead)
    while place >= 0:
        for begin in {place - lead, place - lead - 2 * anchor}:  # [T]he, in the source with its brackets or without
            for end in _walk(piece, text, begin) if begin >= start and not joined(text, begin) else ():
                if not joined(text, end):
                    yield begin, end
        place = text.find(piece[anchor].text, place + 1)


def _walk(piece: tuple[_Chunk, ...], text: str, place: int) -> list[int]:
    """Where the piece may end in `text` if it begins at `place`."""
    places = {place}
    for chunk in piece:
        places = {end for begin in places for end in _after(chunk, text, begin)}
    return sorted(places)


def _after(chunk: _Chunk, text: str, place: int) -> Iterator[int]:
    size = len(chunk.text)
    if chunk.kind == "insertion":
        yield place + size if text.startswith(chunk.text, place) else place
        pronoun = pronoun_end(text, place) if count_words(chunk.text) <= _FOR_PRONOUN else None
        if pronoun is not None:
            yield pronoun
    elif chunk.kind == "case" and text.startswith(f"[{chunk.text}]", place):
        yield place + size + 2
    elif text.startswith((chunk.text, chunk.text.swapcase()) if chunk.kind == "case" else chunk.text, place):
        yield place + size


def _omission(words: _Words, spans: Sequence[tuple[int, int]], text: str) -> Omission | None:
    begin, end = spans[0][0], spans[-1][1]
    before = text[max(0, begin - _SIDE) : begin] if words.open_start else ""
    after = text[end : end + _SIDE] if words.open_end else ""
    gaps = (left_out(text[one[1] : two[0]]) for one, two in itertools.pairwise(spans))
    return next((gap for gap in gaps if gap), None) or cut_off(before, after)


def _whole_sentences(words: _Words, text: Text, begin: int, end: int) -> bool:
    before = text.form[:begin].rstrip(' "([')
    after = text.form[end : end + 9]
    first = not any(character.isalnum() for character in before[-9:])  # of the paragraph, but for a bullet
    starts = words.open_start or first or begin in text.breaks or _ends(before[-1], text.form[begin : begin + 9])
    starts = starts or bool(_DATELINE.fullmatch(text.form, max((0, *(at for at in text.breaks if at < begin))), begin))
    over = not after.strip('")] ') or end + 1 in text.breaks
    over = over or _ends(text.form[end - 1], after) or _ends(after[0], after[1:])
    return starts and (words.open_end or over or _ends(after.lstrip('")] ')[:1], after[1:]))


def _ends(stop: str, after: str) -> bool:
    """Whether a sentence ends with `stop`: not where a small letter goes on after a full stop, as in the U.S. army."""
    return stop != "" and stop in _ENDS and not (stop == "." and after.lstrip('")]., ')[:1].islower())


_ENDS = ".!?:;。！？：；।॥؟۔։።"
_DATELINE = re.compile(  # RIGA, Latvia -- is no part of the sentence; Kiel (dpa) - neither
    r"[^\W\d_a-z]{3}[^:;!?]{0,60} - ?|[^\W\d_][^.:;!?()]{1,60} \([^()]{2,30}\) - ?"
    r"|[\u4e00-\u9fff]{2,20}\d{1,2}月\d{1,2}日电 ?(?:[(（][^()（）]{1,40}[)）])? ?"
)
_CALLS = tuple("!?！？")
