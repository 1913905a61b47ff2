"""The subject that opens a sentence: a name, a pronoun or an office, maybe after an introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.quotations.cues import DATELINE
from digest.quotations.mentions import Mention, mentions
from digest.quotations.offices import OPENING_OFFICE

Subject = tuple[str, str | None, int]
"""Who, the role stated there, and where in the text the words begin."""

LEADING = re.compile(r"\s*(?:(?:But|And|Yet|Still|So|the|The|while|as|As|While|when|When|fellow)[, ]\s*)?\Z")
_OUTLET = re.compile(r"\s*(?:(?:[Tt]he\s)?(?:[A-Z][\w.]{0,20}\s){0,2}[A-Z][\w.]{0,20}[’']s\s)\Z")
PRONOUN_FIRST = re.compile(r"(?P<who>he|she|they|it|we|I)\b", re.IGNORECASE)
_INTRODUCTION = re.compile(r"\A[^,“”\"\ufffc]{2,80},\s")
INTRODUCTIONS = 3
_SUBORDINATE = re.compile(r"(?:When|While|After|As|Before|Although|Though|If|Because|Since|Once|Until)\s")


def leading(text: str) -> Mention | None:
    """The name that opens `text`, maybe after the office it holds: "the mayor of Lugo, Ana Ruiz"."""
    found: Mention | None = None
    for mention in mentions(text):
        if found and mention.lead == found.end + 1 and not found.owns:
            found = mention  # "Ruiz ally and former senator Bo Lee"
            continue
        if found and mention.lead > found.start:
            break
        if LEADING.match(text[: mention.lead]) or (mention.is_person and _OUTLET.match(text[: mention.lead])):
            found = mention  # "Republican strategist Ana Ruiz": the last one that the words lead to
        elif found:
            break
    return found


def first(text: str) -> Subject | None:
    """The subject that opens the sentence `text`, maybe after an introduction; else its only pronoun."""
    return next(openings(text), None) or only_pronoun(text)


def main_clause(sentence: str) -> int:
    """Where the main clause begins, after "When Ruiz asked about it,"."""
    introduction = _INTRODUCTION.match(sentence) if _SUBORDINATE.match(sentence) else None
    return introduction.end() if introduction else 0


def openings(text: str) -> Iterator[Subject]:
    """What may be the subject that opens a sentence: a name, a pronoun or an office, maybe after an introduction."""
    starts = _starts(text)
    for start in reversed(starts) if _SUBORDINATE.match(text) else starts:  # the main clause is what it is about
        found = leading(text[start:])
        if found and not found.owns:
            yield found.name, found.role, start + found.start
        pronoun = PRONOUN_FIRST.match(text, start)
        if pronoun and not (start and _SUBORDINATE.match(text)):
            yield pronoun["who"], None, start
        office = OPENING_OFFICE.match(text, start)
        if office:
            named = next(mentions(text[office.end() : office.end() + 100]), None)
            if named and named.is_person and text[office.end() : office.end() + named.lead] == ", ":
                yield named.name, office[0], office.end() + named.start
            yield office[0], None, start


def _starts(text: str) -> tuple[int, ...]:
    """Where the subject of a sentence may begin: after a dateline, after up to three introductions."""
    dateline = DATELINE.match(text)
    starts = [dateline.end() if dateline else 0]
    while len(starts) <= INTRODUCTIONS and (introduction := _INTRODUCTION.match(text[starts[-1] :])):
        starts.append(starts[-1] + introduction.end())
    return tuple(starts)


def only_pronoun(text: str) -> Subject | None:
    """The only pronoun for a person that a text has."""
    pronouns = list(re.finditer(r"\b(?:he|she)\b", text, re.IGNORECASE))
    if len({found[0].lower() for found in pronouns}) == 1:
        return pronouns[0][0], None, pronouns[0].start()
    return None
