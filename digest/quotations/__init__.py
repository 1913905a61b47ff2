"""Quotations, exactly as the paragraph has them, and who said them where the text makes that plain.

Precision before recall: a speaker no rule is sure of is None.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from digest.languages import detect
from digest.model import Quote, QuoteKind
from digest.quotations.antecedents import hear, listen, note
from digest.quotations.attribution import attribute
from digest.quotations.speakers import people_in
from digest.quotations.speech import LONGEST, MASK, TERM, Cue, Heard, Place
from digest.quotemarks import Span, find_spans
from digest.sentences import split_sentences

RULES = "16"
"""Counted up when the same text gives other quotations."""
MOST = 5_000
"""Quotations of a text; the longest interviews have some hundreds, and what has more is no text but a hostile line."""
MANY = 200
"""Quotations in a paragraph beyond which it is no prose, and nobody is looked for."""
WHOLE, SHORT = 8, 3
"""Words of a quotation that has whole clauses however it begins, and of one that may be a term."""
Sentences = deque[tuple[int, str]]
SAMPLED, SAMPLE, UNTOLD = 30, 4_000, 400
"""Paragraphs and characters that tell the language, and characters that do not."""
OPENING = tuple("“\"„«‘「『»'")


def find_quotes(paragraphs: Sequence[str]) -> tuple[Quote, ...]:
    """The first five thousand quotations of `paragraphs`, each with its speaker where a rule is sure.

    >>> (quote,) = find_quotes(["“We will rebuild the bridge by May,” said Ana Ruiz, the mayor of Lugo."])
    >>> quote.text, quote.speaker, quote.role, quote.cue
    ('We will rebuild the bridge by May,', 'Ana Ruiz', 'the mayor of Lugo', 'after')
    """
    spans = _spans_of(paragraphs)
    if not any(spans):
        return ()
    frames = [_masked(text, inside) for text, inside in zip(paragraphs, spans, strict=True)]
    heard = Heard(people=people_in(frames), english=_is_english(paragraphs))
    found: list[Quote] = []
    for number, (text, frame, inside) in enumerate(zip(paragraphs, frames, spans, strict=True), 1):
        spoken = heard.paragraph
        places = [Place(text, frame, inside, index, number) for index in range(len(inside))]
        sentences = _sentences(frame) if heard.english else []
        quotes = list(_attributed(deque(sentences), places, number, heard))
        if quotes and heard.left_open:
            found[-1] = _named_later(found[-1], quotes[0])
        found += quotes
        if heard.english and heard.paragraph == spoken:
            listen((sentence for _, sentence in sentences), len(frame), number, heard)
        heard.left_open = bool(inside) and _is_open(inside[-1])
        heard.before = frame
    return tuple(_with_roles(found))


def _with_roles(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotations, each with the role that another one gives its speaker where its own sentence gives none."""
    roles: dict[str, str] = {}
    for quote in quotes:
        if quote.speaker and quote.role:
            roles.setdefault(quote.speaker, quote.role)
    for quote in quotes:
        role = quote.role or roles.get(quote.speaker or "")
        yield replace(quote, role=role) if role != quote.role else quote


def _is_english(paragraphs: Sequence[str]) -> bool:
    """Whether a text is English, or too short to tell."""
    sample = "\n".join(paragraphs[:SAMPLED])[:SAMPLE]
    return len(sample) < UNTOLD or detect(sample) in ("en", None)


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


def _attributed(sentences: Sentences, places: Sequence[Place], number: int, heard: Heard) -> Iterator[Quote]:
    """The quotations of a paragraph, each after the sentences before it were heard."""
    previous: Cue | None = None
    spoken: list[tuple[int, Cue]] = []
    for place in places:
        _hear(sentences, place.span.start, spoken, number, heard)
        cue = attribute(place, heard, previous) if len(places) <= MANY else None
        yield _quote(place, cue, previous)
        if cue and (place.length >= TERM or cue.rule in ("after", "pronoun", "statement")):
            previous = heard.last = heard.voices[cue.speaker] = cue
            heard.paragraph, heard.quoted = number, True
            spoken.append((place.span.start, cue))
            note(cue, number, heard)
    _hear(sentences, LONGEST, spoken, number, heard)


def _quote(place: Place, cue: Cue | None, previous: Cue | None) -> Quote:
    start = place.span.inner[0] + len(place.words) - len(place.words.lstrip())
    return Quote(
        text=place.words.strip(),
        paragraph=place.number,
        start=start,
        end=start + len(place.words.strip()),
        kind=_kind(place, cue, previous),
        goes_on=_is_open(place.span),
        speaker=cue.speaker if cue else None,
        role=cue.role if cue else None,
        cue=cue.rule if cue else None,
        confidence="stated" if not cue or cue.stated else "inferred",
    )


def _kind(place: Place, cue: Cue | None, previous: Cue | None) -> QuoteKind:
    """Whole clauses, some words of one, or up to three words that nobody is said to have used."""
    words = place.words.strip()
    ends = words.rstrip("’”'\"")[-1:] in ".,!?…—" or (place.length >= TERM and place.right[:1] in (",", "."))
    opens = not words.lstrip("[(…. ‘'“\"")[:1].islower()
    resumes = previous is not None and place.length > TERM
    if place.length >= WHOLE or (ends and place.length > 1 and (opens or resumes)):
        return "full"
    return "fragment" if cue or place.length > SHORT else "term"


def _sentences(frame: str) -> list[tuple[int, str]]:
    """The sentences of the beginning of a paragraph, each with the offset of its end."""
    found: list[tuple[int, str]] = []
    place = 0
    for sentence in split_sentences(frame[:LONGEST]):
        place = frame.find(sentence, place) + len(sentence)
        found.append((place, sentence))
    return found


def _hear(
    sentences: deque[tuple[int, str]], upto: int, spoken: list[tuple[int, Cue]], number: int, heard: Heard
) -> None:
    while sentences and sentences[0][0] <= upto:
        end, sentence = sentences.popleft()
        said = [cue for at, cue in spoken if end - len(sentence) <= at < end]
        hear(sentence, number, heard, said[-1] if said else None)


def _named_later(left_open: Quote, goes_on: Quote) -> Quote:
    """The quotation that its paragraph left open, with the speaker that the next paragraph names."""
    if left_open.speaker or not goes_on.speaker:
        return left_open
    return replace(left_open, speaker=goes_on.speaker, role=goes_on.role, cue="continuation", confidence="inferred")
