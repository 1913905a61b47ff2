"""What stories some articles hold: a whole article, a part of a newsletter, or the text under a heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from digest.briefs.choosing import Line
from digest.briefs.extracts import Desk, usable
from digest.model import Article, Heading
from digest.storylines import Storyline, is_roundup

_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s+")
_HEARD = 0.15  # what each further independent report adds to a story
_MOST_HEARD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A story under words of its source; several of one article may be printed where it is a digest itself."""

    label: str
    lines: tuple[Line, ...]
    weight: float
    several: bool
    story: Storyline | None = None  # what it is a report of, where others tell it too

    @property
    def key(self) -> str:
        """The citation key of its article."""
        return self.lines[0].article.id


def find_pieces(desk: Desk) -> tuple[Piece, ...]:
    """The stories of `desk`, the weightiest first: what several tell from themselves weighs more.

    An article that is the brief's main matter lends only its parts, other reports of that matter nothing.
    """
    found: list[Piece] = []
    for _, group in groupby(desk.lines, key=lambda line: line.article.id):
        lines = tuple(group)
        article = lines[0].article
        if is_roundup(article):
            found += [_told(piece, desk) for piece in _parts(lines, desk, several=True)]
        elif set(article.themes) & set(desk.themes):
            found += [piece for piece in _parts(lines, desk, several=False) if not _is_again(piece, desk)]
        else:
            found.append(_told(_piece(_label(article, desk), lines, desk, several=False), desk))
    free = (piece for piece in found if piece.label and not (piece.story and _is_opening(piece.story, desk)))
    return tuple(sorted(free, key=lambda piece: -piece.weight))


def _told(piece: Piece, desk: Desk) -> Piece:
    """`piece` with the story it is a report of."""
    story = _story_at(piece, desk)
    if story is None:
        return piece
    return replace(piece, story=story, weight=piece.weight + _HEARD * (min(story.independent, _MOST_HEARD) - 1))


def _story_at(piece: Piece, desk: Desk) -> Storyline | None:
    first = piece.lines[0].paragraph
    return next((one for one in desk.stories if len(one.reports) > 1 and one.holds(piece.key, first)), None)


def _is_again(piece: Piece, desk: Desk) -> bool:
    """Whether a part of another report of what the brief opens with is mostly on the brief's main matter, too."""
    story = _story_at(piece, desk)
    other = desk.opening is not None and piece.key != desk.opening.article.id
    return other and story is not None and _is_opening(story, desk) and 2 * _on_main(piece.lines, desk) > 1


def _is_opening(story: Storyline, desk: Desk) -> bool:
    """Whether it is what the brief opens with."""
    return desk.opening is not None and story.holds(desk.opening.article.id, desk.opening.paragraph)


def on_theme(article: Article, themes: Collection[str]) -> frozenset[int]:
    """The paragraphs of `article` that may speak for `themes`: of a digest only the parts that name one of them."""
    everything = frozenset(range(1, len(article.paragraphs) + 1))
    shown = {number for tag in article.keyword if tag.theme in themes for number in tag.paragraphs}
    if not shown or not is_roundup(article):
        return everything
    starts = sorted({1, *(heading.first for heading in article.sections if heading.first <= heading.last)})
    parts = [range(start, end) for start, end in pairwise([*starts, len(article.paragraphs) + 1])]
    return frozenset(number for part in parts if shown & set(part) for number in part)


def _label(article: Article, desk: Desk) -> str:
    """The title; of an article without one its first heading, else our description in brackets."""
    headings = (_clean(heading) for heading in article.sections if not _is_frame(heading, desk))
    supplied = f"[{article.title_supplied}]" if article.title_supplied else ""
    return article.title or next(headings, supplied)


def _parts(lines: Sequence[Line], desk: Desk, *, several: bool) -> Iterator[Piece]:
    """The parts under a heading of their own; deeper headings belong to the part above them."""
    article = lines[0].article
    for heading, last in _outline(article, desk):
        inside = tuple(line for line in lines if heading.first <= line.paragraph <= last)
        if inside:
            yield _piece(_clean(heading), inside, desk, several=several)


def _outline(article: Article, desk: Desk) -> list[tuple[Heading, int]]:
    found: list[tuple[Heading, int]] = []
    for heading in article.sections:
        inside = found and heading.level > found[-1][0].level and found[-1][0].first <= found[-1][1]
        if inside and not _is_frame(found[-1][0], desk) and not _is_frame(heading, desk):
            found[-1] = (found[-1][0], max(found[-1][1], heading.last))
        else:
            found.append((heading, heading.last))
    return [(heading, last) for heading, last in found if not _is_frame(heading, desk)]


def _is_frame(heading: Heading, desk: Desk) -> bool:
    """Whether it is a heading of every issue, such as this brief has itself, and tells of no story."""
    text = _clean(heading).casefold()
    return any(text.startswith(title.casefold()) for title in desk.titles)


def _clean(heading: Heading) -> str:
    return _NUMBER.sub("", heading.text, count=1).strip().removesuffix(":")


def _piece(label: str, lines: Sequence[Line], desk: Desk, *, several: bool) -> Piece:
    """Its weight is that of its three best sentences; what stands apart from the brief's main matter goes first."""
    best = sorted((line.weight for line in lines if usable(line, desk)), reverse=True)[:3]
    weight = sum(best) / 3 - 0.5 * _on_main(lines, desk) - 0.3 * label.startswith("[")
    return Piece(label=label, lines=tuple(lines), weight=weight, several=several)


def _on_main(lines: Sequence[Line], desk: Desk) -> float:
    """The share of their paragraphs that speak of the brief's main matter."""
    inside = {line.paragraph for line in lines}
    main = {number for tag in lines[0].article.keyword if tag.theme in desk.themes for number in tag.paragraphs}
    return len(inside & main) / len(inside)
