"""Sentences made ready to print, and chosen so that none says again what another has said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.briefs.choosing import REPEATS, Line, Trigrams, cosine, share, trigrams
from digest.briefs.known import NOTHING, Known
from digest.briefs.timing import looks_back
from digest.briefs.verbs import tells
from digest.countries import countries
from digest.dates import complete, find_expressions, is_relative, resolve
from digest.model import Article, Date, Item, Sentence
from digest.plans import SectionPlan
from digest.quotemarks import find_spans
from digest.sentences import STOP_WORDS, words
from digest.storylines import Storyline
from digest.typography import curl
from digest.verify.wording import Verdict, find_words, form, text_of

_BRIEFEST = 45  # words a bullet may have
_LEAD = 0.25  # what the first sentence of an article gains where news is told
_EARLY = 0.15  # what any first sentence gains there over the last one
_STALE = 0.6  # the part of what follows that is left on a day before the period
_TOLD, _ON_A_DAY = 0.25, 0.15  # what a sentence gains that tells what was done, and on which day of the period
_QUOTED = 4  # words of a quotation that are not printed again in a sentence about it
_SAME_WORDS = 0.7  # of the shorter sentence's content: the same news in other words
_DIVERSITY = 0.5  # MMR, as measured on clusters of articles about one event
_LONGEST_LIST = 300
_OPENING_MARKS = ("“", '"', "«", "„", "‘", "「", "'")
_DAYS = ("day", "day-month", "weekday")

_FULL_NAME = re.compile(r"(?<![\w.-])([A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+|[A-Z]\.) ([A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿ][\w-]+)")
_OFFICE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Pp]remier|[Ll]eader|[Ss]ecretary|King|Queen|Pope|[Cc]hief) "
    r"([A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w-]+){0,2})"
)
_BOUND = re.compile(r"(?:\w+ ){1,3}(?:their|his|her|its)\b(?P<rest>[^,]{0,80}),")  # "Amid their talks, Orban …"
_LOWER = re.compile(r"(?<![\w-])[a-zß-öø-ÿ][\w-]+")
_EDGES = re.compile(r"^[^\w]+|(?:['’]s)?[^\w]*$")
_PLACES = frozenset(
    [
        *("Africa", "America", "Asia", "Balkans", "Bank", "Caucasus", "City", "Coast", "Council", "County", "Court"),
        *("Day", "East", "Eastern", "Europe", "Gulf", "House", "Island", "Islands", "Kingdom", "Lake", "Minister"),
        *("Ministry", "Nations", "North", "Northern", "Ocean", "Party", "President", "Province", "Region", "Republic"),
        *("River", "Road", "Sea", "South", "Southern", "States", "Strait", "Street", "Union", "University", "Valley"),
        *("War", "West", "Western"),
    ]
)
"""Words that follow another capital letter and are no surnames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a printed sentence says, to hold another against it."""

    trigrams: Trigrams
    content: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies before the editor of a section: its plan, the sentences it may take, and what is printed already."""

    plan: SectionPlan
    themes: tuple[str, ...]  # of the whole brief
    titles: tuple[str, ...]  # of all its sections
    period: Date
    issued: Date
    language: str
    articles: tuple[Article, ...]
    lines: tuple[Line, ...]  # weighed, in the order of their articles
    printed: tuple[Said, ...]
    cited: frozenset[str]  # keys that other sections cite
    strangers: Mapping[str, frozenset[str]]  # by article: surnames that mean nothing without the first name
    subjects: frozenset[str]  # countries the whole brief is about
    known: Known = NOTHING
    opening: Line | None = None  # what the story opens with; no other section takes it
    stories: tuple[Storyline, ...] = ()  # what the articles tell together


def said(text: str) -> Said:
    """What `text` says."""
    content = words(text)
    return Said(trigrams=trigrams(content), content=frozenset(content) - STOP_WORDS)


def said_by(items: Iterable[Item]) -> tuple[Said, ...]:
    """What the sentences and quotations of `items` say."""
    texts = [sentence.text for item in items for sentence in item.sentences]
    quotes = [item.quote.text for item in items if item.quote]
    return tuple(said(text) for text in (*texts, *quotes))


def repeats(text: str, printed: Collection[Said]) -> bool:
    """Whether `text` says again, word for word or nearly, what one of `printed` says."""
    mine = said(text)
    spoken = [quoted for span in find_spans(text) if len(quoted := words(text[slice(*span.inner)])) >= _QUOTED]
    if any(trigrams(quoted) <= other.trigrams for quoted in spoken for other in printed):
        return True
    return any(
        share(mine.trigrams, other.trigrams) > REPEATS
        or len(mine.content & other.content) > _SAME_WORDS * max(4, min(len(mine.content), len(other.content)))
        for other in printed
    )


def ready(line: Line, desk: Desk) -> Sentence | None:
    """`line` as it is printed, its relative dates completed; None where that cannot be done and pass the gate."""
    issued, language = line.article.issued, line.article.language or desk.language
    if issued is None:
        dated = None if any(is_relative(found) for found in find_expressions(line.text)) else line.text
    else:
        dated = complete(line.text, issued, period=desk.period, language=language)
    if dated is None:
        return None
    text = curl(dated, language)
    if not stands(text, line.article, line.paragraph, sentences=True):
        return None
    return Sentence(text=text, key=line.article.id, paragraph=line.paragraph)


def stands(text: str, article: Article, paragraph: int, *, sentences: bool) -> bool:
    """Whether the gate will find `text` in that paragraph; a source's own brackets and ellipses can hinder it."""
    source = text_of([form(article.paragraphs[paragraph - 1].text)])
    return find_words(text, source, sentences=sentences) is Verdict.STANDS


def usable(line: Line, desk: Desk) -> bool:
    """Whether `line` can open a passage: it stands alone, is no quotation, and introduces whom it names."""
    return line.stands and not line.text.startswith(_OPENING_MARKS) and not strangers(line, desk)


def is_brief(line: Line, desk: Desk) -> bool:
    """Whether `line` can be an item of its own, in a list."""
    bound = _BOUND.match(line.text)
    named = not bound or any(letter.isupper() or letter.isdigit() for letter in bound["rest"])
    return named and usable(line, desk) and len(line.text.split()) <= _BRIEFEST


def is_main(line: Line, desk: Desk) -> bool:
    """Whether `line` stands where its article speaks of the main matter of the brief."""
    tags = (tag for tag in line.article.keyword if tag.theme in desk.themes)
    return any(not tag.paragraphs or line.paragraph in tag.paragraphs for tag in tags)


def newsworthy(line: Line, desk: Desk) -> Line:
    """`line` as it weighs where news is told: a report's first sentence is written to say what happened."""
    lead = line.paragraph == 1 and line.place == 0
    early = 1 - (line.paragraph - 1) / len(line.article.paragraphs)
    days = _days(line)
    within = any(day.within(desk.period) for day in days)
    news = tells(line.text) and not (line.article.issued and looks_back(line.text, line.article.issued))
    told = _TOLD * news * (1 if within or not days else _STALE) + _ON_A_DAY * within
    return replace(line, weight=line.weight + _LEAD * lead + _EARLY * early + told)


def is_dated(line: Line, desk: Desk) -> bool:
    """Whether `line` names a day of the period."""
    return any(day.within(desk.period) for day in _days(line))


def is_before(line: Line, desk: Desk) -> bool:
    """Whether every day that `line` names lies before the period."""
    days = _days(line)
    return bool(days) and all(day.last < desk.period.first for day in days)


def _days(line: Line) -> list[Date]:
    issued = line.article.issued
    named = find_expressions(line.text) if issued else ()
    values = (resolve(found, line.text, issued) for found in named if found.kind in _DAYS) if issued else ()
    return [day for day in values if day]


def place_of(line: Line) -> tuple[str, int, int]:
    """Where `line` stands: its article, paragraph, and number there."""
    return line.article.id, line.paragraph, line.place


def strangers(line: Line, desk: Desk) -> frozenset[str]:
    """Whom `line` names by surname alone though its article introduces them elsewhere."""
    unknown = desk.strangers.get(line.article.id, frozenset())
    tokens = ["", *(_EDGES.sub("", token) for token in line.text.split()), ""]
    whole: set[str] = set()
    bare: set[str] = set()
    for before, name, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if name in unknown:
            (whole if before[:1].isupper() or after[:1].isupper() else bare).add(name)
    return frozenset(bare - whole)


def surnames(article: Article) -> frozenset[str]:
    """Both words of what looks like a first name and a surname, in either order, somewhere in `article`."""
    text = "\n".join(block.text for block in article.paragraphs)
    pairs = [name for pair in _FULL_NAME.findall(text) if not any(map(countries, pair)) for name in pair]
    common = set(_LOWER.findall(text))
    return frozenset(name for name in pairs if name not in _PLACES and name.lower() not in common | STOP_WORDS)


def office_holders(article: Article) -> frozenset[str]:
    """The names that `article` puts after the title of a high office, as readers know them."""
    text = "\n".join(block.text for block in article.paragraphs)
    return frozenset(name for found in _OFFICE.findall(text) for name in found.split())


def pick(
    desk: Desk, candidates: Sequence[Line], quota: int, *, again: float = 0.2, most: int = 99
) -> tuple[tuple[Line, Sentence], ...]:
    """The weightiest of `candidates`, no two alike: of an article at most `most`, a second one losing `again`."""
    pool = sorted(candidates, key=lambda line: -line.weight)[:_LONGEST_LIST]
    chosen: list[tuple[Line, Sentence]] = []
    while len(chosen) < quota:
        told = [line for line, _ in chosen]
        printed = (*desk.printed, *(said(line.text) for line in told))
        pool = [line for line in pool if sum(line.article.id == other.article.id for other in told) < most]
        ranked = sorted(pool, key=lambda line: -_merit(line, told, again))
        found = _first_new(ranked, desk, printed)
        if not found:
            break
        chosen.append(found)
        pool = [line for line in ranked if line is not found[0]]
    return tuple(chosen)


def _first_new(ranked: Iterable[Line], desk: Desk, printed: Collection[Said]) -> tuple[Line, Sentence] | None:
    for line in ranked:
        if not repeats(line.text, printed) and (sentence := ready(line, desk)):
            return line, sentence
    return None


def _merit(line: Line, chosen: Sequence[Line], again: float) -> float:
    alike = max((cosine(line.vector, other.vector) for other in chosen), default=0.0)
    return line.weight - _DIVERSITY * alike - again * sum(other.article.id == line.article.id for other in chosen)
