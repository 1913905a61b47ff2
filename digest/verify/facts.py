"""What of a sentence its source does not bear out: figures, dates, names, and words between quotation marks.

Spellings, roundings that are marked as such, years that the source's own date completes, short names and acronyms,
countries for their people, capitals and governments are borne out; see `figures`, `days`, `named`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from digest.entities.stops import tongue_of
from digest.model import Date, Entity
from digest.quotemarks import find_spans
from digest.verify import agreement, days, figures, named, tongues
from digest.verify.spelling import folded, same
from digest.verify.wording import Verdict, find_words, form, text_of

FactKind = Literal["figure", "date", "name", "quotation"]
Same = Callable[[str, str], bool]
"""Whether two spellings, of as many words, are one name."""
LONGEST = 4_000
"""Characters of a sentence that are looked at; what is longer is no sentence."""
MOST = 100
"""Figures, dates and names of a sentence that are looked for."""
FURTHEST = 40_000
"""Characters of the cited paragraphs, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something a sentence states and its source does not: `sentence[start:end]`, and the nearest the source has."""

    kind: FactKind
    words: str
    start: int
    end: int
    nearest: str = ""
    paragraph: int | None = None  # of the article, where a name stands that the cited paragraphs have not


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What else is known of the article that a sentence is cited from.

    `entities` tell which short form stands for whom; names of `words`, its title, outlet and authors, need not stand in
    the paragraph; `same` says which spellings are one.
    """

    entities: tuple[Entity, ...] = ()
    words: tuple[str, ...] = ()
    same: Same = same


NOTHING = Background()


def unsupported(
    sentence: str, paragraphs: Sequence[str], issued: Date | None = None, background: Background = NOTHING
) -> tuple[Missing, ...]:
    """What `sentence` states that `paragraphs`, of an article of the day `issued`, do not: () where all stands.

    >>> source = ["The $1.2 billion dam opened on Sept. 15, Ana Ruiz said, calling it “a great step”."]
    >>> unsupported("The dam, at $1,200 million, opened on 15 September 2022.", source, Date(edtf="2022-09-16"))
    ()
    >>> found = unsupported("Carlos Ruiz opened the $1.2 million dam, “a small step”, on Sept. 14.", source)
    >>> [(missing.kind, missing.words, missing.nearest) for missing in found[:3]]
    [('name', 'Carlos Ruiz', 'Ana Ruiz'), ('figure', '$1.2 million', '$1.2 billion'), ('quotation', 'a small step', '')]
    """
    found = (*facts(sentence, paragraphs, issued, background), *_quotations(sentence[:LONGEST], paragraphs))
    return tuple(sorted(found, key=lambda missing: missing.start))


def facts(
    sentence: str, paragraphs: Sequence[str], issued: Date | None = None, background: Background = NOTHING
) -> tuple[Missing, ...]:
    """The figures, dates and names of `sentence` that `paragraphs` do not hold."""
    text, source = sentence[:LONGEST], "\n".join(paragraphs)[:FURTHEST]
    if _is_taken(folded(text.strip()), _folded(source)):
        return ()
    told = days.find_days(text, issued)
    abroad = tongues.differ(text, source)
    asked = [day for day in told if not abroad or days.is_plain(day)][:MOST]
    names = _names(text, source, background)
    if abroad:
        names = (name for name in names if _crosses(name, text, source))
    found = (*_days(asked, source, issued), *_figures(text, told, source), *names)
    return tuple(sorted(found, key=lambda missing: missing.start))


def _is_taken(sentence: str, source: str) -> bool:
    """Whether a whole sentence stands in its source as it is: “He paid $5.” does not in “He paid $5.5 million.”"""
    at = source.find(sentence)
    if at < 0 or sentence[-1:] not in '.!?…”"':
        return False
    return not source[at + len(sentence) : at + len(sentence) + 1].isalnum()


def _crosses(name: Missing, text: str, source: str) -> bool:
    """Whether a name is written alike in two languages: a person's in full, in one script."""
    one_script = tongues.script_of(text) == tongues.script_of(source)
    return one_script and name.kind == "name" and named.is_persons(name.words)


@lru_cache(maxsize=200)
def _folded(source: str) -> str:
    return folded(source)


def _days(told: Sequence[days.Day], source: str, issued: Date | None) -> Iterator[Missing]:
    said = days.find_days(source, issued) if told else ()
    for day in told:
        if not days.bears_out(day, said, issued) and not _is_count(day, source):
            start, end = day.expression.start, day.expression.end
            yield Missing(kind="date", words=day.words, start=start, end=end, nearest=days.nearest(day, said))


def _is_count(day: days.Day, source: str) -> bool:
    """Whether what looks like a year counts something: "1500 Menschen", where the source has 1.500."""
    (figure, *_) = (*figures.find_figures(day.words), None)
    return day.expression.kind == "year" and figure is not None and _borne_out(figure, figures.find_figures(source))


def _borne_out(figure: figures.Figure, said: Sequence[figures.Figure]) -> bool:
    return any(agreement.agree(figure, other) for other in said)


def _figures(text: str, told: Sequence[days.Day], source: str) -> Iterator[Missing]:
    dates = tuple((day.expression.start, day.expression.end) for day in told)
    stated = [figure for figure in figures.find_figures(text, dates) if agreement.tells(figure, text)]
    if not stated:
        return
    stated = stated[:MOST]
    dated = tuple((day.expression.start, day.expression.end) for day in days.find_days(source, None))
    said = figures.find_figures(source, dated)
    for figure in stated:
        if _borne_out(figure, said) or agreement.counted(figure, source):
            continue
        if figure.text.isdigit() and any(figure.values == other.values for other in figures.find_figures(source)):
            continue  # what the source has looks like a year
        yield Missing(
            kind="figure",
            words=figure.text,
            start=figure.start,
            end=figure.end,
            nearest=agreement.nearest(figure, said),
        )


def _names(text: str, source: str, background: Background) -> Iterator[Missing]:
    tongue = tongue_of(re.findall(r"[^\W\d_]+", f"{text} {source}"[:4_000].lower()))
    said = named.find_names(source, tongue)
    known = frozenset(folded(part) for words in background.words for part in re.findall(r"[\w’'-]+", words))
    for name in named.find_names(text, tongue).names[:MOST]:
        entity = named.by_entities(name.words, background.entities)
        if (not entity and named.may_be_common(name, said)) or _is_known(name.words, said, known, background):
            continue
        yield Missing(
            kind="name",
            words=name.words,
            start=name.start,
            end=name.end,
            nearest=named.nearest(name.words, said),
            paragraph=next((number for number in entity.paragraphs if number), None) if entity else None,
        )
    for word, start, land in named.lands_of(text):
        if land not in said.lands and folded(word) not in known:
            yield Missing(
                kind="name", words=word, start=start, end=start + len(word), nearest=named.nearest(word, said)
            )


def _is_known(name: str, said: named.Names, known: frozenset[str], background: Background) -> bool:
    if named.stands(name, said, background.same):
        return True
    entity = named.by_entities(name, background.entities)
    if entity and named.resolved(entity, said):
        return True
    return all(folded(part) in known for part in name.split())


def _quotations(sentence: str, paragraphs: Sequence[str]) -> Iterator[Missing]:
    text = text_of([form(paragraph) for paragraph in paragraphs])
    for span in find_spans(sentence):
        start, end = span.inner
        if find_words(sentence[start:end], text) is not Verdict.STANDS:
            yield Missing(kind="quotation", words=sentence[start:end], start=start, end=end)
