"""What durations prove: "nearly seven months of war", "the first time in more than two years" since January 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digest.dates import Expression, find_expressions, resolve, sentence_bounds
from digest.extract.dating.days import Clue, between
from digest.extract.dating.events import Event, Match
from digest.model import Block, Date, Evidence

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_SLACK = {"day": 1, "week": 2, "month": 3, "year": 12, "decade": 60}
_BOUNDS = {
    "more than": (0.0, 1.0), "over": (0.0, 1.0), "just over": (0.0, 0.5), "nearly": (-1.0, 0.0), "almost": (-1.0, 0.0),
    "close to": (-1.0, 0.1), "about": (-0.5, 0.6), "around": (-0.5, 0.6), "roughly": (-0.5, 0.6), "some": (-0.5, 0.6),
    None: (-0.3, 1.0),
}  # fmt: skip
"""How far from N units a duration can be, in units: "nearly seven months" are more than six."""

_BETWEEN = re.compile(
    r"(?:[- ](?:old|long))?,?(?: (?:of|in|into|after|since|the|its|a|all-out|full-scale|brutal|grinding|bloody|start|"
    r"beginning|outbreak|[A-Z][\w-]{1,20}(?:['’]s?)?)){0,6} "
)
_FIRST = re.compile(r"\bfirst\b[^.;:!?\n]{0,90}?\b(?P<how>in|since) ", re.IGNORECASE)
_VERB = re.compile(
    r"(?P<now>\b(?:has|have)(?: [a-z]+){1,2}|"
    r"\b(?:is|are|will|says?|said|remains?|continues?|stands?|shows?|faces?|keeps?)\b)"
    r"|\b(?:[a-z]{3,20}ed|was|were|had|did|went|left|fled|fell|took|came|began|made|gave|lost|won|met|broke|drove|saw)\b"
)
_WHERE = re.compile(
    r"\w*\s+(?:in|on|against|between|with|for)\s+(?:the |its |eastern |northern |southern |western )?([A-Z]\w+)"
)
_WARS = re.compile(
    r"\b(?:Afghan|Armenia|Azerbaijan|Bosnia|Chechnya|Congo|Croatia|Donbas|Donets|separatis|Ethiopia|Gaza|Georgia|Hamas|"
    r"Iraq|Israel|Karabakh|Kosovo|"
    r"Leban|Libya|Mali\b|Myanmar|Palestin|Rwanda|Somalia|Sudan|Syria|Taliban|Tigray|Ukrain|Vietnam|Yemen)"
)
"""Places of other wars: where one is near, "seven years of war" may be that one's."""
_COMMON = frozenset(
    """
    time first years months more than nearly almost since that this with from have will their which been were
    after over about between when they what into also said year month made make only leave leaves
    """.split()  # noqa: SIM905 — a list of quoted words would hide the list
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A "first … in N years" or "first … since DATE", with the nouns about it."""

    block: Block
    quote: str
    how: str
    expression: Expression
    nouns: frozenset[str]
    names: frozenset[str]


def after(start: Date, expression: Expression) -> tuple[date, date] | None:
    """The days that lie the duration's length after `start`."""
    unit, bounds = expression.unit or "", _BOUNDS.get(expression.approx)
    if unit not in _DAYS or bounds is None or not expression.count:
        return None
    low, high = ((expression.count + part) * _DAYS[unit] for part in bounds)
    if abs(high) > 36_525:
        return None
    slack = timedelta(days=_SLACK[unit])
    return start.first + timedelta(days=low) - slack, start.last + timedelta(days=high) + slack


def _evidence(quote: str, line: int, rule: str) -> Evidence:
    return Evidence(field="issued", quote=quote.strip(), line=line, rule=rule, confidence="inferred")


def _lasting(event: Event, text: str, around: str) -> Iterator[Expression]:
    """The durations in `text` that count from the beginning of `event` to the day of writing."""
    thing, place = event.begins
    for expression in find_expressions(text):
        gap = _BETWEEN.match(text, expression.end) if expression.kind == "duration" else None
        named = thing.match(text, gap.end()) if gap else None
        if named and _same_war(text[named.end() :], around, place) and _until_now(expression, text):
            yield expression


def _until_now(expression: Expression, text: str) -> bool:
    """Whether the duration reaches to the day of writing; in "after weeks of war, he fled" it does not."""
    first, last = sentence_bounds(text, expression.start, expression.end)
    sentence = text[first:last]
    if any(other.kind in ("day", "day-month", "month", "year") for other in find_expressions(sentence)):
        return False
    if text[expression.end : expression.end + 4] != " of " and expression.unit in ("month", "year"):
        return True
    after = _VERB.search(text, expression.end, last)
    before = list(_VERB.finditer(text, first, expression.start))
    verb = after or (before[-1] if before else None)
    return verb is not None and verb["now"] is not None


def _same_war(following: str, around: str, place: re.Pattern[str]) -> bool:
    """Whether "war in X" names the place of the event, or nothing near names another war."""
    where = _WHERE.match(following)
    if where:
        return bool(place.match(where[1]))
    others = (match[0] for match in _WARS.finditer(around))
    return bool(place.search(around)) and all(place.match(other) for other in others)


def war_clues(matches: Sequence[Match], blocks: Sequence[Block]) -> Iterator[Clue]:
    """What "nearly seven months of war" proves, where the article names one war of the table and no other."""
    wars = {match.event.date: match.event for match in matches if match.event.begins and not match.doubtful}
    if len(wars) != 1:
        return
    (event,) = wars.values()
    for number, block in enumerate(blocks):
        around = "\n".join(other.text for other in blocks[max(0, number - 2) : number + 1])
        for expression in _lasting(event, block.text, around):
            if found := after(event.date, expression):
                rule = f"“{expression.text}” counted from a dated event: {event.cited}"
                quote = block.text[max(0, expression.start - 80) : expression.end + 60]
                yield Clue(days=between(*found), evidence=_evidence(quote, block.line, rule))


def _nouns(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[a-z]{4,20}\b", text)) - _COMMON


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z][\w-]{1,20}", text)) - {
        "The",
        "It",
        "This",
        "In",
        "On",
        "But",
        "They",
        "He",
        "She",
    }


def _same_first(one: _Claim, other: _Claim) -> bool:
    """Whether both speak of the same first: a noun about it and two names of their paragraphs are shared."""
    return bool(one.nouns & other.nouns) and len(one.names & other.names) >= 2


def _claims(blocks: Sequence[Block]) -> Iterator[_Claim]:
    for block in blocks:
        expressions = find_expressions(block.text) if "first" in block.text.lower() else ()
        for match in _FIRST.finditer(block.text):
            here = next((found for found in expressions if 0 <= found.start - match.end() <= 3), None)
            if here:
                around = block.text[max(0, match.start() - 60) : here.end + 60]
                how = match["how"].lower()
                yield _Claim(
                    block=block, quote=around, how=how, expression=here, nouns=_nouns(around), names=_names(block.text)
                )


def first_clues(blocks: Sequence[Block]) -> Iterator[Clue]:
    """What "the first trip in more than two years" proves, where another passage says "the first since 2020"."""
    claims = tuple(_claims(blocks))
    lasting = [claim for claim in claims if claim.how == "in" and claim.expression.kind == "duration"]
    dated = [claim for claim in claims if claim.how == "since" and claim.expression.year]
    for claim in lasting:
        for other in dated:
            start = resolve(other.expression, other.block.text, Date(edtf="2000-01-01"))
            found = after(start, claim.expression) if start and _same_first(claim, other) else None
            if found:
                facts = f"“since {other.expression.text}” in line {other.block.line}"
                rule = f"“first … in {claim.expression.text}” with {facts}"
                yield Clue(days=between(*found), evidence=_evidence(claim.quote, claim.block.line, rule))
