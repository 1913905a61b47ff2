"""What dated events of general knowledge (events.yaml) prove about the day an article was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from digest.dates import Expression, find_expressions, quoted_spans, span
from digest.dates.tense import sentences, tense
from digest.extract.dating.days import FRESH, Clue, Days, between, merged, since
from digest.model import Block, Date, Evidence

NEAR = 220
"""Characters within which all words of a row must stand."""

_DOUBT = re.compile(
    r"\b(?:will|would|could|may|might|if|possibl[ey]|possibility|potential|potentially|threat|threaten\w*|fear\w*|"
    r"risk\w*|plan\w*|call(?:s|ed|ing)? (?:for|on)|demand\w*|expect\w*|ahead of|upcoming|next|whether|should|must|not|"
    r"unless|until|looming|prospect|seek\w*|want\w*|hop(?:e|es|ed|ing)|aim\w*|propos\w*|poised|scheduled|slated|"
    r"set (?:for|to)|due to|denied|prevent\w*|avoid\w*|deter\w*|vow\w*|promis\w*|pledg\w*|wird|soll\w*|"
    r"könnte\w*)\b|n['’]t\b"
)
_JOINT = re.compile(
    r"(?: (?:of|in|with|from|on|by|to) (?:the )?[A-Z]\w{1,20}){0,2}\s?"
    r"(?:day |date )?(?:(?:set|scheduled|slated|due|held|expected) )?(?:in|on|for|of|from|late|early|mid)?\s?"
)
_OPENING = re.compile(r"(?:[^\W\d_](?![?*{]))*")
_MONTHS_AFTER = timedelta(days=335)
_SAME_YEARS = timedelta(days=4 * 366)
_MONTHS_AHEAD = timedelta(days=300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A row of events.yaml."""

    event: str
    date: Date
    source: str
    words: tuple[re.Pattern[str], ...]
    openings: tuple[tuple[str, ...], ...] = ()  # for each of `words`, letters without one of which it matches nothing
    unless: re.Pattern[str] | None = None
    begins: tuple[re.Pattern[str], ...] = ()
    series: str | None = None
    weak: bool = False

    @property
    def cited(self) -> str:
        """What stands in the evidence: the event, its date and where to check it."""
        return f"{self.event}, {self.date} ({self.source})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An event named in a sentence: where its words stand."""

    event: Event
    block: Block
    sentence: str
    spans: tuple[tuple[int, int], ...]  # in the sentence, one for each word of the row
    doubtful: bool

    def evidence(self, rule: str) -> Evidence:
        """The sentence, and the row it was recognised by."""
        return Evidence(
            field="issued",
            quote=self.sentence.strip(),
            line=self.block.line,
            rule=f"{rule}: {self.event.cited}",
            confidence="inferred",
        )


def _compiled(parts: Sequence[object]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{part})", re.IGNORECASE) for part in parts)


def _openings(pattern: str) -> tuple[str, ...]:
    """The plain letters each alternative of `pattern` opens with: to look for them is quicker than to match.

    >>> _openings("Belarus|Luka[sš]hen[ck]"), _openings("MH-?17|(?:a|b)")
    (('belarus', 'luka'), ('mh', ''))
    """
    depth, starts = 0, [0]
    for at, letter in enumerate(pattern):
        depth += (letter in "([") - (letter in ")]")
        if letter == "|" and depth == 0:
            starts.append(at + 1)
    found = (_OPENING.match(pattern, start) for start in starts)
    return tuple(match[0].lower() if match else "" for match in found)


def _row(row: Mapping[str, Any]) -> Event:
    unless = "|".join(str(part) for part in row.get("unless", ()))
    return Event(
        event=row["event"],
        date=Date(edtf=str(row["date"])),
        source=row["source"],
        words=_compiled(row["words"]),
        openings=tuple(_openings(str(word)) for word in row["words"]),
        unless=re.compile(unless, re.IGNORECASE) if unless else None,
        begins=_compiled(row.get("begins", ())),
        series=row.get("series"),
        weak=row.get("weak", False),
    )


@cache
def events() -> tuple[Event, ...]:
    """The rows of events.yaml."""
    import yaml

    text = files("digest.extract").joinpath("events.yaml").read_text(encoding="utf-8")
    return tuple(_row(row) for row in yaml.safe_load(text))


def _spans(event: Event, sentence: str) -> tuple[tuple[int, int], ...] | None:
    """Where the words of a row stand nearest to each other, or None where one is missing or far."""
    for first in event.words[0].finditer(sentence):
        found = [first.span()]
        low, high = max(0, first.start() - NEAR), first.end() + NEAR
        for word in event.words[1:]:
            spans = [match.span() for match in word.finditer(sentence, low, high)]
            if not spans:
                break
            found.append(min(spans, key=lambda place: abs(place[0] - first.start())))
        if len(found) == len(event.words) and max(b for _, b in found) - min(a for a, _ in found) <= NEAR:
            return tuple(found)
    return None


def _in_sentence(event: Event, block: Block, start: int, end: int) -> Match | None:
    sentence = block.text[start:end]
    spans = _spans(event, sentence)
    if spans is None:
        return None
    low, high = max(0, min(a for a, _ in spans) - 60), max(b for _, b in spans) + 2
    if event.unless and event.unless.search(sentence, max(0, low - 20), high + 20):
        return None
    doubtful = bool(_DOUBT.search(sentence, low, high))
    return Match(event=event, block=block, sentence=sentence, spans=spans, doubtful=doubtful)


def find_events(blocks: Sequence[Block]) -> tuple[Match, ...]:
    """Every sentence outside quotation marks that names an event of the table."""
    whole = "\n".join(block.text for block in blocks)
    small = whole.lower()
    likely = (event for event in events() if all(any(map(small.__contains__, word)) for word in event.openings))
    named = [event for event in likely if all(word.search(whole) for word in event.words)]
    found = []
    for block in blocks if named else ():
        quotes = quoted_spans(block.text)
        for start, end in sentences(block.text):
            words = block.text[start:end].lower()
            near = (event for event in named if any(map(words.__contains__, event.openings[0])))
            matches = (_in_sentence(event, block, start, end) for event in near)
            found += [match for match in matches if match and not _spoken(match, start, quotes)]
    return tuple(found)


def _spoken(match: Match, start: int, quotes: Sequence[tuple[int, int]]) -> bool:
    places = [start + a for a, _ in match.spans]
    return all(any(a < place < b for a, b in quotes) for place in places)


def _beside(match: Match) -> Iterator[Expression]:
    """The dates without a year that stand directly beside the event's words: "Nazarbaev's March 19 resignation"."""
    places = [place.span() for word in match.event.words for place in word.finditer(match.sentence)]
    for expression in find_expressions(match.sentence):
        before = any(_JOINT.fullmatch(match.sentence, b, expression.start) for _, b in places if b <= expression.start)
        after = any(_attributive(match.sentence[expression.end : a]) for a, _ in places if a >= expression.end)
        if expression.year is None and (before or (after and expression.kind in ("day-month", "month"))):
            yield expression


def _attributive(gap: str) -> bool:
    return gap in (" ", "'s ", "’s ")


def _month_moved(day: date, months: int) -> tuple[date, date]:
    count = day.year * 12 + day.month - 1 + months
    month = Date(edtf=f"{count // 12:04}-{count % 12 + 1:02}")
    return month.first, month.last


def _relative_days(event: Event, expression: Expression) -> Days | None:
    """When "earlier this month" was written, if the event was on its day."""
    shift, first, last = expression.shift or 0, event.date.first, event.date.last
    if expression.unit == "month":
        return between(_month_moved(first, -shift)[0], _month_moved(last, -shift)[1])
    if expression.unit == "year":
        return between(date(first.year - shift, 1, 1), date(last.year - shift, 12, 31))
    if expression.unit == "week":
        monday = first - timedelta(days=first.weekday() + 7 * shift)
        return between(monday - timedelta(days=1), monday + timedelta(days=7))
    if expression.unit == "day":
        return between(first - timedelta(days=shift), last - timedelta(days=shift - 1))
    return None


def _named_days(match: Match, expression: Expression) -> Days | None:
    """When the event was last month, on Monday, or in a month that the sentence names without its year."""
    event = match.event
    if str(event.date.first.year) in match.block.text:  # then the paragraph tells of that year, whenever it is written
        return None
    if expression.kind == "relative" and expression.anchored is None and expression.shift is not None:
        return _relative_days(event, expression)
    if expression.kind == "weekday" and event.date.first.isoweekday() == expression.weekday:
        return between(event.date.first, event.date.last + timedelta(days=8))
    months = {event.date.first.month, event.date.last.month}
    days = range(event.date.first.day, event.date.last.day + 1)
    if expression.month not in months or (expression.day and expression.day not in days) or expression.shift:
        return None
    told = tense(match.sentence, expression.start, expression.end)
    if told == "ahead":
        return between(event.date.first - _MONTHS_AHEAD, event.date.last)
    return None if event.series or told == "unsure" else between(event.date.first, event.date.last + _MONTHS_AFTER)


def _floor(match: Match) -> Clue:
    return Clue(days=since(match.event.date.first), evidence=match.evidence("published after a dated event"))


def without_weak(matches: Sequence[Match], clues: Sequence[Clue]) -> tuple[Match, ...]:
    """`matches` without those whose words an older event shares, unless the article names a fact of those years."""
    facts = [clue.days[0][0] for clue in clues if clue.days]
    facts += [
        match.event.date.first for match in matches if not (match.event.weak or match.event.series or match.doubtful)
    ]
    latest = max(facts, default=date.min)
    return tuple(match for match in matches if not match.event.weak or match.event.date.first - latest <= _SAME_YEARS)


def event_clues(matches: Sequence[Match]) -> Iterator[Clue]:
    """What the named events prove: a floor each, and more where a date stands beside them."""
    series: dict[tuple[str, int, str], list[tuple[Match, Days]]] = {}
    for match in matches:
        if not match.doubtful and not match.event.series:
            yield _floor(match)
        for expression in _beside(match):
            days = _named_days(match, expression)
            if days and match.event.series:
                series.setdefault((match.event.series, match.block.line, expression.text), []).append((match, days))
            elif days and not match.doubtful:
                yield Clue(days=days, evidence=match.evidence(f"a dated event, “{expression.text}”"))
    for (name, _, words), found in series.items():
        days = merged(part for _, parts in found for part in parts)
        rows = "; ".join(match.event.cited for match, _ in found)
        evidence = replace(found[0][0].evidence(""), rule=f"one of {name}, “{words}”: {rows}")
        yield Clue(days=days, evidence=evidence, choice=len(found) > 1)


def same_event(days: Days, event: tuple[int, int]) -> tuple[date, ...]:
    """The days of that month and day which lie within or near `days`, when these are less than a year."""
    if not days or days[-1][1] - days[0][0] > 2 * FRESH:
        return ()
    years = range(days[0][0].year - 1, days[-1][1].year + 2)
    near = (span(date(year, *event), date(year, *event)).first for year in years if event != (2, 29))
    return tuple(day for day in near if days[0][0] - FRESH <= day <= days[-1][1] + FRESH)
