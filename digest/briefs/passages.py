"""Passages: sentences of a paragraph that read on from each other, and paragraphs that follow on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from digest.briefs.choosing import Line, cosine
from digest.briefs.extracts import Desk, ready, repeats, said, strangers, usable
from digest.model import Item, Sentence

Passage = tuple[tuple[Line, Sentence], ...]
_Paragraphs = Mapping[tuple[str, int], Sequence[Line]]

_SHORTEST = 12  # words of a passage that stands apart
_LENGTH = 3  # sentences of one paragraph
_NEAR = 5  # paragraphs
_BLOCK = 4  # sentences printed without a break
_CONSIDERED = 150  # paragraphs, the weightiest
_DIVERSITY = 0.3
_LONGER = 0.06  # what each further sentence adds to a passage
_NEXT_TO = 0.25  # what a paragraph gains beside one that is printed
_ENOUGH, _SATED = 4, 0.3  # sentences of an article, after which another article goes first


def find_passages(desk: Desk, lines: Iterable[Line], quota: int, opener: Line | None = None) -> tuple[Passage, ...]:
    """The weightiest passages of `lines`, `quota` sentences in all; those of an article together and in its order.

    The first begins with `opener`; what stands far before it in its article comes after what follows it.
    """
    paragraphs = {place: tuple(group) for place, group in groupby(lines, key=_place)}
    runs = {place: run for place, lines in paragraphs.items() if _is_worth_a_break(run := _run(lines, desk))}
    runs = dict(sorted(runs.items(), key=lambda entry: -_mean(entry[1]))[:_CONSIDERED])
    chosen: dict[tuple[str, int], Passage] = {}
    if opener and (passage := _opened(desk, opener, paragraphs, quota)):
        chosen[_place(opener)] = passage
        runs.pop(_place(opener), None)
        runs.update(_following(desk, passage, paragraphs, chosen))
    while runs and (room := quota - sum(map(len, chosen.values()))) > 0:
        best = max(runs, key=lambda place: _merit(runs[place], chosen))
        passage = _printed(runs.pop(best)[:room], desk, chosen)
        if passage:
            chosen[best] = passage
            runs.update(_following(desk, passage, paragraphs, chosen))
    first = {key: rank for rank, (key, _) in reversed(list(enumerate(chosen)))}
    start = _place(opener) if opener else None
    early = {place for place in chosen if start and place[0] == start[0] and place[1] < start[1] - _NEAR}
    return tuple(chosen[place] for place in sorted(chosen, key=lambda at: (first[at[0]], at in early, at[1])))


def story_items(passages: Iterable[Passage], most: int = _BLOCK) -> tuple[Item, ...]:
    """Each passage an item; those that follow on from each other are one, up to `most` sentences."""
    blocks: list[list[tuple[Line, Sentence]]] = []
    for passage in passages:
        if blocks and _follows(blocks[-1][-1][0], passage[0][0]) and len(blocks[-1]) + len(passage) <= most:
            blocks[-1].extend(passage)
        else:
            blocks.append(list(passage))
    return tuple(Item(key=block[0][0].article.id, sentences=tuple(pair[1] for pair in block)) for block in blocks)


def _place(line: Line) -> tuple[str, int]:
    return line.article.id, line.paragraph


def _is_worth_a_break(run: Sequence[Line]) -> bool:
    return sum(len(line.text.split()) for line in run) >= _SHORTEST


def _opened(desk: Desk, opener: Line, paragraphs: _Paragraphs, quota: int) -> Passage:
    lines = [line for line in paragraphs[_place(opener)] if line.place >= opener.place]
    return _printed(_sound(lines, desk, ())[:quota], desk, {})


def _run(lines: Sequence[Line], desk: Desk) -> tuple[Line, ...]:
    """From the first sentence that can open a passage on, as long as they can be printed."""
    start = next((number for number, line in enumerate(lines) if usable(line, desk)), len(lines))
    return _sound(lines[start:], desk, ())


def _sound(lines: Sequence[Line], desk: Desk, before: Sequence[Line]) -> tuple[Line, ...]:
    """Up to the first that cannot be printed, or names someone whom nothing before it introduces."""
    run: list[Line] = []
    for line in lines[:_LENGTH]:
        told = " ".join(other.text for other in (*before, *run))
        if line.fault or any(name not in told for name in strangers(line, desk)):
            break
        run.append(line)
    return tuple(run)


def _following(
    desk: Desk, passage: Passage, paragraphs: _Paragraphs, chosen: Mapping[tuple[str, int], Passage]
) -> dict[tuple[str, int], tuple[Line, ...]]:
    """The next paragraph from its first word on: what it points back to is printed."""
    last = passage[-1][0]
    following = (last.article.id, last.paragraph + 1)
    if following in chosen or following not in paragraphs or not last.last:
        return {}
    told = [line for others in (*chosen.values(), passage) for line, _ in others]
    run = _sound(paragraphs[following], desk, told)
    return {following: run} if run else {}


def _printed(run: Sequence[Line], desk: Desk, chosen: Mapping[tuple[str, int], Passage]) -> Passage:
    said_before = [*desk.printed, *(said(line.text) for passage in chosen.values() for line, _ in passage)]
    passage: list[tuple[Line, Sentence]] = []
    for line in run:
        sentence = ready(line, desk)
        if sentence is None or repeats(line.text, said_before):
            break
        passage.append((line, sentence))
        said_before.append(said(line.text))
    return tuple(passage)


def _mean(run: Sequence[Line]) -> float:
    """The weight of a run: half that of its first sentence; a longer one tells more."""
    mean = sum(line.weight for line in run) / len(run)
    return (run[0].weight + mean) / 2 + _LONGER * (len(run) - 1)


def _merit(run: Sequence[Line], chosen: Mapping[tuple[str, int], Passage]) -> float:
    key, number = _place(run[0])
    printed = [line for passage in chosen.values() for line, _ in passage]
    alike = max((cosine(run[0].vector, line.vector) for line in printed), default=0.0)
    same = sum(line.article.id == key for line in printed)
    beside = _NEXT_TO if {(key, number - 1), (key, number + 1)} & chosen.keys() else 0.0
    return _mean(run) + beside - _DIVERSITY * alike + (0.05 if 0 < same < _ENOUGH else -_SATED * (same >= _ENOUGH))


def _follows(before: Line, line: Line) -> bool:
    same = before.article.id == line.article.id
    if same and before.paragraph == line.paragraph:
        return before.place + 1 == line.place
    return same and before.last and before.paragraph + 1 == line.paragraph and line.place == 0
