"""Which of several articles that hold the words a report quotes is the one it quotes them from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from digest.citing.naming import has_name
from digest.citing.quoted import Quoted
from digest.citing.standing import Place
from digest.verify.wording import form

Copies = Mapping[str, Sequence[str]]
"""The keys of records that are copies of others, each with the keys of these."""

_UNKNOWN = date.max


def chosen(quoted: Quoted, places: Sequence[Place], copies: Copies) -> tuple[Place | None, tuple[Place, ...]]:
    """The place that a quotation is from, None where that is not sure, and the others, the likeliest first.

    In order: the article whose outlet or author the sentence names, then its paragraph; of copies of one text, the
    earliest.
    """
    if len(places) < 2:
        return (places[0] if places else None), ()
    for text in (quoted.near, quoted.around):
        said = form(text)
        named = [place for place in places if any(has_name(said, name) for name in place.names)]
        if named:
            rest = [place for place in places if place not in named]
            first = _original(named, copies)
            ordered = sorted(named, key=_first_day)
            return first, tuple(place for place in (*ordered, *rest) if place is not first)
    first = _original(places, copies)
    return first, tuple(place for place in sorted(places, key=_first_day) if place is not first)


def _original(places: Sequence[Place], copies: Copies) -> Place | None:
    """The earliest of copies of one text; None where they are not that, or are of one day."""
    if len(places) == 1:
        return places[0]
    first, second = sorted(places, key=_first_day)[:2]
    alike = all(_are_copies(first.key, other.key, copies) for other in places if other is not first)
    return first if alike and _first_day(first) < _first_day(second) else None


def _are_copies(one: str, other: str, copies: Copies) -> bool:
    return other in copies.get(one, ()) or one in copies.get(other, ())


def _first_day(place: Place) -> date:
    return place.day or _UNKNOWN
