"""The forms of section: each function fills one from what lies on the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from digest.briefs.around import by_country
from digest.briefs.choosing import Line
from digest.briefs.cues import goes_on, significance
from digest.briefs.extracts import (
    Desk,
    is_before,
    is_brief,
    is_dated,
    is_main,
    newsworthy,
    pick,
    place_of,
    ready,
    repeats,
    said,
    said_by,
    strangers,
    usable,
)
from digest.briefs.leads import opener
from digest.briefs.passages import find_passages, story_items
from digest.briefs.stories import Piece, find_pieces
from digest.briefs.told import added
from digest.briefs.verbs import tells
from digest.briefs.voices import expert_corner
from digest.briefs.watching import to_watch
from digest.model import Article, Item, Sentence
from digest.plans import Form
from digest.storylines import Storyline
from digest.typography import curl

_TWO = 0.1  # what a sentence loses that takes another to be read
_STORY = 3  # sentences of one of several stories
_HINT = 0.3  # cues up to this are too common to say that something matters
_LEAD = 0.25  # what the first sentence of an article gains where the news is told in brief
_OTHERS_FIRST = 0.6  # what a second item from one article loses where the news is told in brief
_NO_NEWS = 0.2  # what a sentence loses there that tells of other days, or says what the news means
_MAIN = 0.15  # what the main matter of the brief gains among its other themes
_HEAD = 2  # paragraphs that tell the news and not what it means, in an article of more than twice as many


def in_brief(desk: Desk) -> tuple[Item, ...]:
    """What happened, in a few sentences of different articles."""
    brief = [line for line in desk.lines if is_brief(line, desk)]
    main = [_heavier(newsworthy(line, desk), _MAIN - _no_news(line, desk)) for line in brief if is_main(line, desk)]
    aside = [
        line
        for line in brief
        if not is_main(line, desk) and line.paragraph > _HEAD and is_dated(line, desk) and tells(line.text)
    ]
    chosen = pick(desk, [*main, *(newsworthy(line, desk) for line in aside)], desk.plan.quota, again=_OTHERS_FIRST)
    return _items(sorted(chosen, key=lambda pair: not is_main(pair[0], desk)))


def _no_news(line: Line, desk: Desk) -> float:
    """What `line` loses that says what the news means, or tells of days before the period."""
    meant = significance(line.text, line.article.language) > _HINT
    return _NO_NEWS * (meant + is_before(line, desk))


def _heavier(line: Line, more: float) -> Line:
    return replace(line, weight=line.weight + more)


def story(desk: Desk) -> tuple[Item, ...]:
    """What happened, and then what surrounds it, in passages whose sentences read on from each other."""
    return story_items(find_passages(desk, desk.lines, desk.plan.quota, opener=desk.opening))


def why_it_matters(desk: Desk) -> tuple[Item, ...]:
    """Sentences that say what the news means, each with the one before it where it needs that."""
    before = _before(desk)
    weighed = [
        replace(line, weight=line.weight + cue - _TWO * (not line.stands))
        for line in desk.lines
        if (usable(line, desk) or place_of(line) in before)
        and not _is_news(line)
        and (cue := significance(line.text, line.article.language)) > _HINT
    ]
    chosen = pick(desk, weighed, desk.plan.quota, again=0.1)
    told = {place_of(line): (line, sentence) for line, sentence in chosen}
    for line, _ in chosen:
        first = before.get(place_of(line))
        if not line.stands and first and (sentence := ready(first, desk)):
            told.setdefault(place_of(first), (first, sentence))
    rows = [pair for place, pair in told.items() if pair[0].stands or place_of(before[place]) in told]
    rows.sort(key=lambda pair: _order(pair[0], desk))
    return story_items([(row,) for row in rows], most=2)


def _before(desk: Desk) -> dict[tuple[str, int, int], Line]:
    """By the place of what leans back on it, the sentence before, where that can open a passage and is not printed."""
    found: dict[tuple[str, int, int], Line] = {}
    for first, line in pairwise(desk.lines):
        adjacent = (first.article.id, line.paragraph - first.paragraph) in ((line.article.id, 0), (line.article.id, 1))
        free = usable(first, desk) and not repeats(first.text, desk.printed)
        if (
            line.leans
            and not line.fault
            and adjacent
            and free
            and goes_on(line.text, first.text)
            and not strangers(line, desk)
        ):
            found[place_of(line)] = first
    return found


def _is_news(line: Line) -> bool:
    return line.paragraph <= _HEAD and len(line.article.paragraphs) > 2 * _HEAD


def _order(line: Line, desk: Desk) -> tuple[int, int, int]:
    return [article.id for article in desk.articles].index(line.article.id), line.paragraph, line.place


def read_more(desk: Desk) -> tuple[Item, ...]:
    """Articles to turn to, each once, under its headline or its outlet and date: first those not cited yet."""
    opening = [line for line in desk.lines if is_brief(line, desk)]
    unread = [line for line in opening if line.article.id not in desk.cited]
    chosen = pick(desk, unread or opening, desk.plan.quota, most=1)
    newest = sorted(chosen, key=lambda pair: _latest(pair[0].article), reverse=True)
    return tuple(replace(_item(line, sentence), when=line.article.issued) for line, sentence in newest)


def _latest(article: Article) -> int:
    return article.issued.last.toordinal() if article.issued else 0


def more_stories(desk: Desk) -> tuple[Item, ...]:
    """The week's other stories, each once, under words of its source: its title, or the heading it stands under."""
    items: list[Item] = []
    told: list[Storyline] = []
    for piece in find_pieces(desk):
        if len(items) == desk.plan.quota:
            break
        if piece.label in [item.label for item in items] or piece.story in told:
            continue
        if not piece.several and any(item.key == piece.key for item in items):
            continue
        sentences = _story_of(piece, replace(desk, printed=(*desk.printed, *said_by(items))))
        if sentences:
            items.append(Item(key=piece.key, label=curl(piece.label), sentences=sentences))
            told += [piece.story] if piece.story else []
    return tuple(items)


def _story_of(piece: Piece, desk: Desk) -> tuple[Sentence, ...]:
    """A story as one report tells it, and then what others add."""
    passages = find_passages(desk, piece.lines, _STORY, opener=opener(piece.lines, desk))
    own = tuple(pair for passage in passages for pair in passage)
    if not own:
        return ()
    printed = (*desk.printed, *(said(line.text) for line, _ in own))
    return (*(sentence for _, sentence in own), *added(desk, piece, printed))


def _item(line: Line, sentence: Sentence) -> Item:
    return Item(key=line.article.id, sentences=(sentence,))


def _items(chosen: Sequence[tuple[Line, Sentence]]) -> tuple[Item, ...]:
    return tuple(_item(line, sentence) for line, sentence in chosen)


def sources(_desk: Desk) -> tuple[Item, ...]:
    """Nothing: the list of references is made from the citations."""
    return ()


FORMS: dict[Form, Callable[[Desk], tuple[Item, ...]]] = {
    "in-brief": in_brief,
    "labelled": by_country,
    "links": read_more,
    "numbered": more_stories,
    "quotes": expert_corner,
    "significance": why_it_matters,
    "sources": sources,
    "story": story,
    "watch": to_watch,
}
ORDER: tuple[Form, ...] = (
    "watch", "quotes", "significance", "in-brief", "story", "numbered", "labelled", "links", "sources",
)  # fmt: skip
"""Who chooses first: what has least to choose from; where a section is printed is the plan's to say."""
