"""Cues in other sentences: quotations that go on with what somebody has just said."""

from __future__ import annotations

import re

from digest.quotations.cues import PRONOUN
from digest.quotations.mentions import mentions
from digest.quotations.nearby import is_known
from digest.quotations.speech import LONGEST, TERM, Cue, Heard, Place
from digest.quotations.subjects import inverted, last, whole
from digest.quotations.verbs import SAID, SAID_ANY
from digest.sentences import split_sentences

_ISSUES = re.compile(
    r",?\s(?:(?:has|have|had|then|later|also)\s)*(?:issued|posted|released|shared|sent|published|made|gave)\b"
)
_OF = re.compile(r"\b(?:of|from|by|for|about|to|with|on)\s(?:the\s)?\Z")
LEAD = 14
"""Words that may lead into a sentence that a quotation finishes."""
ALONE = 8
"""Words of a quotation that goes on, without any cue of its own, with what the paragraph before says."""


def continued(place: Place, heard: Heard, previous: Cue | None) -> Cue | None:
    """The speaker of the quotation before, in the same paragraph, where nobody else is named in between."""
    if not previous:
        return None
    between = split_sentences(place.left)
    if not place.opens_sentence and (len(between) > 1 or not _resumes(place)) and not _led_in(between[-1]):
        return None
    if len(between) > 1 and heard.focus.topic and heard.focus.topic.speaker != previous.speaker:
        return None
    return Cue(previous.speaker, previous.role, "continuation", 0, stated=False)


def resumed(place: Place, _heard: Heard, previous: Cue | None) -> Cue | None:
    """The speaker of the first half of a sentence that its "she said" parts: “We won,” she said, “at last.”"""
    if not previous or previous.rule not in ("after", "pronoun", "according to"):
        return None
    left = place.left
    if not left.rstrip().endswith(",") or len(split_sentences(left)) > 1 or len(SAID_ANY.findall(left)) > 1:
        return None
    return Cue(previous.speaker, previous.role, "continuation", 0, stated=False)


def _resumes(place: Place) -> bool:
    return place.length > TERM or place.left.rstrip().endswith((",", "and", "but"))


def _led_in(begun: str) -> bool:
    """Whether the sentence that a quotation breaks into has but begun: "As a parent, “…”"."""
    return (
        begun.endswith(",") and len(begun.split()) <= LEAD and not SAID_ANY.search(begun) and not any(mentions(begun))
    )


def open_before(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The speaker of a quotation that the paragraph before has left open."""
    if not (heard.left_open and place.opens_paragraph and heard.last and heard.paragraph == place.number - 1):
        return None
    return Cue(heard.last.speaker, heard.last.role, "continuation", stated=False)


def announced(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The person that the paragraph before names as it ends with a colon."""
    if not place.opens_paragraph or not heard.before.rstrip().endswith(":"):
        return None
    sentence = split_sentences(heard.before[-LONGEST:])[-1].rstrip(" :")
    for verb in SAID.finditer(sentence):
        subject = last(sentence[: verb.start()])
        if subject and is_known(subject[0], place, heard):
            return Cue(subject[0], subject[1], "colon", stated=False)
    named = [mention for mention in mentions(sentence) if is_known(mention.name, place, heard)]
    if len({mention.name for mention in named}) != 1:
        return None
    found = whole(f"{sentence[named[0].lead :]},")
    if found:
        return Cue(found[0], found[1], "colon", stated=False)
    issues = _ISSUES.match(sentence, named[0].end) and not _OF.search(sentence[: named[0].lead])
    return Cue(named[0].name, named[0].role, "colon", stated=False) if issues else None


def sentence_before(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The person the sentence before reports to have spoken, or is about."""
    if place.index or not place.left.strip() or not place.opens_sentence or not place.is_whole:
        return None
    sentence = split_sentences(place.left)[-1]
    for verb in SAID.finditer(sentence):
        subject = inverted(sentence, verb) or last(sentence[: verb.start()])
        if subject and PRONOUN.match(subject[0]):
            return Cue(subject[0], None, "continuation", place.span.start - 1, stated=False)
        if subject:
            return Cue(subject[0], subject[1], "continuation", 0, stated=False)
    topic = heard.focus.topic
    if topic and heard.focus.at == place.number and topic.speaker in heard.people.named:
        return Cue(topic.speaker, topic.role, "continuation", 0, stated=False)
    return None


def alone(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The speaker of the paragraph before, where this one opens with a quotation and nothing says who speaks."""
    if not heard.last or heard.paragraph != place.number - 1 or not place.opens_paragraph:
        return None
    if place.length < ALONE or place.words.rstrip()[-1] not in ".!?…":  # a heading may quote, too
        return None
    fills = len(place.spans) == 1 and not place.right.strip()
    if not (heard.quoted and fills) and SAID_ANY.search(place.frame[place.span.end :][:LONGEST]):
        return None
    return Cue(heard.last.speaker, heard.last.role, "continuation", 0, stated=False)
