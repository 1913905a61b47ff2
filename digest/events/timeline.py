"""The events of many articles as one timeline: in the order of their dates, each told once with all its sources."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.dates import complete, in_words
from digest.events.naming import is_dateline
from digest.model import Article, Date, Event
from digest.sentences import STOP_WORDS, words

_SAME, _WITHIN = 0.55, 0.75
"""Of two sentences' content words together, or of the shorter one's, from which on they tell the same."""
_FEWEST = 4
_COMPARED = 60
"""Entries of a date that a sentence is compared with; a date with more is a table's."""
_STEM = 6
_SHORT_SPAN = 10
"""Days: a week or a weekend stands in the month it begins in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Where an event is told: the article and paragraph, its own words, and what a calendar wants of the article."""

    key: str
    paragraph: int
    sentence: str
    words: str
    completed: str  # the sentence with its relative dates completed in brackets, where they can be
    issued: Date | None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    themes: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event and all who tell it, the earliest report first; `ahead` when that report came out."""

    when: Date
    ahead: bool
    tellings: tuple[Telling, ...]
    also: tuple[Date, ...] = ()  # the other dates of its sentence, where they stand together

    @property
    def first(self) -> Telling:
        """The telling that is printed."""
        return self.tellings[0]

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of its articles, each once."""
        return tuple(dict.fromkeys(theme for telling in self.tellings for theme in telling.themes))

    def comes_after(self, today: Date) -> bool:
        """Whether it is still to come on `today`: after it, or in a span that was ahead and is not over."""
        return self.when.first > today.last or (self.ahead and not self.when.is_day and self.when.last > today.last)


def timeline(articles: Iterable[Article]) -> tuple[Entry, ...]:
    """The events of `articles` in the order of their dates; those that several tell alike are one entry."""
    entries: list[Entry] = []
    bags: list[frozenset[str]] = []
    of_date: defaultdict[Date, list[int]] = defaultdict(list)
    for event, telling in sorted(_told(articles), key=_order):
        bag = _bag(telling.sentence)
        alike = next((n for n in of_date[event.when][-_COMPARED:] if _same(bags[n], bag)), None)
        if alike is None:
            of_date[event.when].append(len(entries))
            entries.append(Entry(when=event.when, ahead=event.ahead, tellings=(telling,)))
            bags.append(bag)
        elif not any(_is_one(telling, told) for told in entries[alike].tellings):
            found = entries[alike]
            entries[alike] = replace(found, tellings=(*found.tellings, telling))
    return tuple(sorted(entries, key=lambda entry: (entry.when.first, entry.when.last)))


def _is_one(telling: Telling, told: Telling) -> bool:
    """Whether two words for one day stand in one sentence."""
    return (telling.key, telling.paragraph, telling.sentence) == (told.key, told.paragraph, told.sentence)


def _order(told: tuple[Event, Telling]) -> tuple[object, ...]:
    event, telling = told
    issued = telling.issued.first.toordinal() if telling.issued else 0
    return event.when.first, event.when.last, issued, telling.key, telling.paragraph


def _told(articles: Iterable[Article]) -> Iterator[tuple[Event, Telling]]:
    for article in articles:
        named = Counter((event.paragraph, event.sentence) for event in article.events)
        for event in article.events:
            if named[event.paragraph, event.sentence] > 1 and is_dateline(event.words, event.sentence):
                continue  # the sentence says itself which days it tells of
            yield (
                event,
                Telling(
                    key=article.id,
                    paragraph=event.paragraph,
                    sentence=event.sentence,
                    words=event.words,
                    completed=_completed(event.sentence, article),
                    issued=article.issued,
                    title=article.title,
                    outlet=article.container_title,
                    url=article.url,
                    themes=article.themes,
                    language=article.language,
                ),
            )


def _completed(sentence: str, article: Article) -> str:
    if article.issued is None:
        return sentence
    return complete(sentence, article.issued, language=article.language or "en") or sentence


_NUMBER = re.compile(r"\d")


def _bag(sentence: str) -> frozenset[str]:
    """The content words of a sentence, shortened, so that "votes" and "voted" are one."""
    return frozenset(word[:_STEM] for word in words(sentence) if word not in STOP_WORDS and not _NUMBER.search(word))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences on one day tell the same."""
    shared, least = len(one & other), min(len(one), len(other))
    if least < _FEWEST:
        return one == other
    return shared >= _SAME * len(one | other) or shared >= _WITHIN * least


def heading(when: Date, today: Date, language: str = "en") -> str:
    """What an entry stands under: the month it is of or begins in, where that is not long past, else its year or years.

    >>> today = Date(edtf="2022-09-18")
    >>> [heading(Date(edtf=when), today) for when in ("2022-09-14", "2019-06-09", "2022-07/2022-09", "1990/1999")]
    ['September 2022', '2019', '2022', '1990–1999']
    >>> heading(Date(edtf="2022-09-26/2022-10-02"), today)
    'September 2022'
    """
    month = f"{when.first:%Y-%m}"
    in_month = month == f"{when.last:%Y-%m}" or (when.last - when.first).days < _SHORT_SPAN
    if in_month and abs(when.first.year - today.last.year) < 2:
        return in_words(Date(edtf=month), language)
    years = when.first.year, when.last.year
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"


def together(entries: Iterable[Entry], today: Date) -> tuple[Entry, ...]:
    """`entries` with those that one sentence tells as one, at the first of their dates, where all share a heading."""
    found: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        told = entry.first
        place = told.key, told.paragraph, told.sentence, heading(entry.when, today), entry.comes_after(today)
        if known := found.get(place):
            others = [one for one in entry.tellings if not any(_is_one(one, other) for other in known.tellings)]
            found[place] = replace(known, also=(*known.also, entry.when), tellings=(*known.tellings, *others))
        else:
            found[place] = entry
    return tuple(found.values())


def dates(entry: Entry, language: str = "en") -> str:
    """The dates of `entry` as one says them, days of one month with their month said once.

    >>> days = [Date(edtf=f"2022-09-{day}") for day in (13, 15, 16)]
    >>> dates(Entry(when=days[0], ahead=False, tellings=(), also=tuple(days[1:])))
    '13, 15, 16 September 2022'
    """
    named = (entry.when, *entry.also)
    said = [in_words(when, language) for when in named]
    if all(when.is_day and f"{when.first:%Y-%m}" == f"{named[0].first:%Y-%m}" for when in named):
        said[:-1] = [_NUMBERED.sub(r"\1", words) for words in said[:-1]]
    return ", ".join(said)


_NUMBERED = re.compile(r"\A(\d{1,2}\.?) .*")


def about(entries: Sequence[Entry], phrases: Sequence[str]) -> tuple[Entry, ...]:
    """The entries of which a sentence or a headline has all the words of one of `phrases`."""
    wanted = [frozenset(words(phrase)) for phrase in phrases]
    return tuple(entry for entry in entries if any(asked <= _said(entry) for asked in wanted if asked))


def _said(entry: Entry) -> frozenset[str]:
    return frozenset(
        word for told in entry.tellings for text in (told.sentence, told.title or "") for word in words(text)
    )
