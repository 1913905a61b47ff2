"""Who said a quotation: rules over the words around it, in order of trust, each sure of itself or silent."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from digest.quotations.antecedents import antecedent, described
from digest.quotations.continuing import alone, announced, continued, open_before, resumed, sentence_before
from digest.quotations.cues import CUT_INITIALS, NO_ROLE, PRONOUN
from digest.quotations.foreign import foreign
from digest.quotations.nearby import after, before, dash, labelled, owned, trailing
from digest.quotations.offices import is_paper
from digest.quotations.speakers import better
from digest.quotations.speech import MASK, Cue, Heard, Place
from digest.quotations.tongues import PRONOUNS
from digest.sentences import split_sentences

_ARTICLES = ("the", "a", "an", "one", "this", "that", "its", "his", "her", "their")
_NOBODY = re.compile(
    rf"(?:she|he|they|it|we|i|you|who|what|there|one|this|that|these|those|{'|'.join(PRONOUNS)})\Z", re.IGNORECASE
)


def attribute(place: Place, heard: Heard, previous: Cue | None) -> Cue | None:
    """The speaker of a quotation by the first rule that names one, with full name and role; None if none is sure."""
    if heard.english and place.is_title:
        return None
    for rule in RULES if heard.english else FOREIGN:
        cue = rule(place, heard, previous)
        known = _resolved(cue, place, heard) if cue else None
        if known:
            return known
        if cue and cue.stated:  # it says who speaks, but not to us
            return None
    return None


def _resolved(cue: Cue, place: Place, heard: Heard) -> Cue | None:
    if PRONOUN.match(cue.speaker):
        meant = antecedent(cue.speaker, _clause(place, cue.at), place.number, heard)
        return replace(meant, rule="pronoun", at=cue.at, stated=False) if meant else None
    if _NOBODY.match(cue.speaker):
        return None
    who = heard.people.resolve(cue.speaker, (place.number, cue.at))
    who = described(who, place.number, heard) or who
    role = better(cue.role, heard.people.role(who))
    if not role and heard.last and heard.last.speaker == who:
        role = heard.last.role
    role = role.rstrip(" ,:;") if role else None
    role = CUT_INITIALS.sub(r"\g<0>.", role) if role and MASK not in role and not NO_ROLE.match(role) else None
    rule = "statement" if cue.rule in ("before", "after") and _speaks_in_writing(who, heard) else cue.rule
    return replace(cue, speaker=who, role=role, rule=rule)


def _speaks_in_writing(who: str, heard: Heard) -> bool:
    named = who[:1].isupper() and who.split()[0].lower() not in _ARTICLES and not re.search("[’']s ", who)
    return not named and who not in heard.people.named and is_paper(who)


def _clause(place: Place, at: int) -> str:
    """What stands before the offset `at` in its sentence."""
    ahead = place.frame[max(0, at - 400) : at]
    return split_sentences(ahead)[-1] if ahead.strip() and ahead.rstrip()[-1] not in ".!?" else ""


Rule = Callable[[Place, Heard, Cue | None], Cue | None]
RULES: tuple[Rule, ...] = (
    dash,
    after,
    resumed,
    before,
    foreign,
    labelled,
    owned,
    trailing,
    continued,
    open_before,
    announced,
    sentence_before,
    alone,
)
"""How a speaker is found, in order of trust; the first that names one wins."""
FOREIGN: tuple[Rule, ...] = (dash, foreign, continued, open_before, alone)
"""The rules that need no English."""
