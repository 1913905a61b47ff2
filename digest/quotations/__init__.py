"""Quotations, exactly as the paragraph has them, and who said them where the text makes that plain.

Precision before recall: a speaker no rule is sure of is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from digest.model import Quote
from digest.quotations.attribution import TERM, attribute, listen
from digest.quotations.speakers import people_in
from digest.quotations.speech import MASK, Cue, Heard, Place
from digest.quotemarks import Span, find_spans

RULES = "1"
"""Counted up when the same text gives other quotations."""
MOST = 5_000
"""Quotations of a text; the longest interviews have some hundreds, and what has more is no text but a hostile line."""
MANY = 200
"""Quotations in a paragraph beyond which it is no prose, and nobody is looked for."""
OPENING = tuple("“\"„«‘「『»'")


def find_quotes(paragraphs: Sequence[str]) -> tuple[Quote, ...]:
    """The first five thousand quotations of `paragraphs`, each with its speaker where a rule is sure.

    >>> (quote,) = find_quotes(["“We will rebuild the bridge by May,” said Ana Ruiz, the mayor of Lugo."])
    >>> quote.text, quote.speaker, quote.role, quote.cue
    ('We will rebuild the bridge by May,', 'Ana Ruiz', 'the mayor of Lugo', 'said after')
    """
    spans = _spans_of(paragraphs)
    if not any(spans):
        return ()
    frames = [_masked(text, inside) for text, inside in zip(paragraphs, spans, strict=True)]
    heard = Heard(people=people_in(frames))
    found: list[Quote] = []
    for number, (text, frame, inside) in enumerate(zip(paragraphs, frames, spans, strict=True), 1):
        spoken = heard.paragraph
        quotes = list(_attributed([Place(text, frame, inside, index, number) for index in range(len(inside))], heard))
        if quotes and heard.left_open:
            found[-1] = _named_later(found[-1], quotes[0])
        found += quotes
        if heard.paragraph == spoken:
            listen(frame, number, heard)
        heard.left_open = bool(inside) and _is_open(inside[-1])
        heard.before = frame
    return tuple(found)


def _spans_of(paragraphs: Sequence[str]) -> list[tuple[Span, ...]]:
    """The quotations of each paragraph, until there are too many for a text that a person wrote."""
    found: list[tuple[Span, ...]] = []
    left = MOST
    for text, following in zip(paragraphs, [*paragraphs, ""][1:], strict=True):
        found.append(tuple(islice(_spans(text, following), left)) if left else ())
        left -= len(found[-1])
    return found


def _spans(text: str, following: str) -> Iterator[Span]:
    """The quotations of a paragraph; one left open counts only where the next paragraph goes on with it."""
    goes_on = following.lstrip()[:1] in OPENING
    found = (span for span in find_spans(text) if goes_on or not _is_open(span))
    return (span for span in found if text[slice(*span.inner)].strip())


def _is_open(span: Span) -> bool:
    return span.end == span.inner[1]


def _masked(text: str, spans: Sequence[Span]) -> str:
    pieces, place = [], 0
    for span in spans:
        stop = "." if text[slice(*span.inner)].rstrip().endswith(".") else MASK  # so that sentences still end
        pieces += [text[place : span.start], MASK * (span.end - span.start - 1), stop]
        place = span.end
    return "".join([*pieces, text[place:]])


def _attributed(places: Sequence[Place], heard: Heard) -> Iterator[Quote]:
    previous: Cue | None = None
    for place in places:
        cue = attribute(place, heard, previous) if len(places) <= MANY else None
        start = place.span.inner[0] + len(place.words) - len(place.words.lstrip())
        yield Quote(
            text=place.words.strip(),
            paragraph=place.number,
            start=start,
            end=start + len(place.words.strip()),
            goes_on=_is_open(place.span),
            speaker=cue.speaker if cue else None,
            role=cue.role if cue else None,
            cue=cue.rule if cue else None,
        )
        if cue and (place.length >= TERM or cue.rule.endswith("after")):
            previous = heard.last = heard.voices[cue.speaker] = cue
            heard.paragraph, heard.quoted = place.number, True


def _named_later(left_open: Quote, goes_on: Quote) -> Quote:
    """The quotation that its paragraph left open, with the speaker that the next paragraph names."""
    if left_open.speaker or not goes_on.speaker:
        return left_open
    return replace(left_open, speaker=goes_on.speaker, role=goes_on.role, cue="paragraph after")
