"""What other reports of a story add to the one that a brief tells it by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digest.briefs.choosing import Line
from digest.briefs.extracts import Desk, Said, ready, repeats, said, usable
from digest.briefs.known import Known
from digest.briefs.stories import Piece
from digest.model import Article, Sentence
from digest.storylines import Report, Second, Storyline, find_stories, history

_MOST = 2  # sentences that the others add, one of each
_AROUND = 200  # further articles by which it is told what is rare


def told_by(kept: Sequence[Article], offered: Sequence[Article], known: Known) -> tuple[Storyline, ...]:
    """The stories that `kept` tell; what is rare in them is told by others that were offered."""
    keys = {article.id for article in kept}
    others = [article for article in offered if article.id not in keys and article.issued]
    found = find_stories((*kept, *others[-_AROUND:]), known.ties, known.house)
    return tuple(part for story in found if (part := story.among(keys)))


def added(desk: Desk, piece: Piece, printed: Sequence[Said]) -> tuple[Sentence, ...]:
    """The weightiest sentences that other reports of the story have and `printed` has not, in the order they came."""
    if piece.story is None:
        return ()
    found: list[tuple[Line, Sentence]] = []
    for lines in _ranked(desk, piece, piece.story):
        told = [*printed, *(said(line.text) for line, _ in found)]
        fitting = (line for line in lines if not repeats(line.text, told))
        pairs = ((line, ready(line, desk)) for line in fitting)
        best = next(((line, sentence) for line, sentence in pairs if sentence), None)
        if best and len(found) < _MOST:
            found.append(best)
    order = list(piece.story.keys)
    return tuple(sentence for line, sentence in sorted(found, key=lambda pair: order.index(pair[0].article.id)))


def _ranked(desk: Desk, piece: Piece, story: Storyline) -> Iterator[list[Line]]:
    """By report, the lines that add something, the weightiest first; a copy adds nothing."""
    own = [report for report in story.reports if _leads(report, piece)]
    second = {one.report.id for one in story.seconds if one.bond in ("copy", "shares")}
    others = [report for report in story.reports if report not in own and report.id not in second]
    for report in reversed(others):  # the latest has the last word
        *_, adds = history((*own, report))
        new = {one.paragraph: "" for one in adds.sentences}
        for one in adds.sentences:
            new[one.paragraph] += one.text + "\n"
        theirs = (line for line in desk.lines if line.article.id == report.key)
        lines = [line for line in theirs if _is_new(line, new) and usable(line, desk)]
        yield sorted(lines, key=lambda line: -line.weight)


def _is_new(line: Line, new: Mapping[int, str]) -> bool:
    return line.text in new.get(line.paragraph, "")


def _leads(report: Report, piece: Piece) -> bool:
    first = piece.lines[0].paragraph
    return report.key == piece.key and report.first <= first <= report.last


def named(story: Storyline) -> str:
    """A story in a line of the report: its headline, its reports, and how many tell it from themselves."""
    bonds = {second.report.id: second for second in story.seconds}
    rows = [f"{one.id}{_of(bonds.get(one.id))}" for one in story.reports]
    return f"{story.title}: {', '.join(rows)}; {story.independent} independent"


def _of(second: Second | None) -> str:
    return f" ({_BONDS[second.bond]} {second.first.id})" if second else ""


_BONDS = {"copy": "a copy of", "shares": "shares text with", "agency": "one agency with", "outlet": "one house with"}
