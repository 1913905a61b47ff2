"""What to watch: the coming events that the articles tell of, the nearest and weightiest first chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.briefs.choosing import Line
from digest.briefs.extracts import Desk, pick, place_of, usable
from digest.dates import in_words
from digest.events import find_events
from digest.model import Date, Event, Item

_FAR, _SOON = 400, 60  # days: what lies further off is no thing to watch; what is near goes first
_LONGEST = 100  # days: a longer time than a season is nothing to wait for
_DAY = 0.8  # what a day ahead gains over a month
_NEAR = 0.3  # what gains that is soon
_DOUBTFUL = 0.25  # what loses that only may be
_MAYBE = re.compile(r"\b(?:could|might|may|would|if|unless|hopes?|possibly|perhaps|rumou?red)\b", re.IGNORECASE)


def to_watch(desk: Desk) -> tuple[Item, ...]:
    """Dated events that lie ahead of the brief: the nearest and weightiest, in the order of their dates."""
    dates = {place_of(line): when for line in desk.lines if usable(line, desk) and (when := _ahead(line, desk))}
    found = [_weighed(line, dates[place_of(line)], desk) for line in desk.lines if place_of(line) in dates]
    items = [
        Item(key=sentence.key, label=in_words(when, desk.language), sentences=(sentence,), when=when)
        for line, sentence in pick(desk, found, desk.plan.quota)
        if (when := dates[place_of(line)])
    ]
    return tuple(sorted(items, key=lambda item: item.when.first if item.when else desk.issued.last))


def _ahead(line: Line, desk: Desk) -> Date | None:
    """The nearest day, or else time, after the brief's date on which `line` says that something is to happen."""
    told = [event.when for event in _events(line) if event.ahead]
    coming = [when for when in told if 0 < (when.first - desk.issued.last).days <= _FAR and _is_awaited(when)]
    return min(coming, key=lambda when: (not when.is_day, when.first, when.last), default=None)


def _events(line: Line) -> Iterator[Event]:
    """The events of the sentence, whose label may be cut off; where no rules have read the record, found now."""
    if not line.article.analysis:
        yield from find_events([line.text], line.article.issued)
        return
    for event in line.article.events:
        if event.paragraph == line.paragraph and line.text in event.sentence and event.words in line.text:
            yield event


def _is_awaited(when: Date) -> bool:
    return not when.approximate and (when.last - when.first).days <= _LONGEST and len(when.edtf) > 4


def _weighed(line: Line, when: Date, desk: Desk) -> Line:
    """`line` as it weighs here: what is near and sure on its day goes first."""
    soon = (when.first - desk.issued.last).days <= _SOON
    doubtful = bool(_MAYBE.search(line.text))
    return replace(line, weight=line.weight + _DAY * when.is_day + _NEAR * soon - _DOUBTFUL * doubtful)
