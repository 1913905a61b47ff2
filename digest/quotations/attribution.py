"""Who said a quotation: rules over the words around it, in order of trust, each sure of itself or silent."""

from __future__ import annotations

from collections.abc import Callable

from digest.quotations.cues import (
    ACCORDING,
    ACCORDING_BEFORE,
    CUT_INITIALS,
    DASH,
    GENDERED,
    GERMAN_NAME,
    NAME,
    NAMED_BEFORE,
    NO_ROLE,
    OTHER,
    PASSIVE,
    PRONOUN,
    SAID,
    SAID_AFTER,
    SAID_BEFORE,
    SAID_GERMAN,
    SAYING_SO_BEFORE,
    STATED,
)
from digest.quotations.speakers import Mention, People, mentions
from digest.quotations.speech import MASK, REACH, Cue, Heard, Place
from digest.quotations.subjects import Subject, first, following, last, whole
from digest.sentences import split_sentences

TERM = 4
"""Quotations of at most so many words are terms or scare quotes unless the verb stands right before or after them."""
ALONE = 8
"""Words of a quotation that fills a paragraph and goes on with what was said before."""
NEAR, NEAR_TERM = 14, 4
"""Words that may stand between a verb of saying and a quotation, and between it and a term."""
LONGEST = 3_000
"""Characters of a paragraph that are searched for the people it names."""


def attribute(place: Place, heard: Heard, previous: Cue | None) -> Cue | None:
    """The speaker of a quotation by the first rule that names one, with full name and role; None if none is sure."""
    for rule in RULES:
        cue = rule(place, heard, previous)
        known = _resolved(cue, place, heard, previous) if cue else None
        if known:
            return known
    return None


def _resolved(cue: Cue, place: Place, heard: Heard, previous: Cue | None) -> Cue | None:
    if SAID_GERMAN.match(cue.rule):
        return _german(cue, heard)
    if PRONOUN.match(cue.speaker):
        who = _antecedent(cue, place, heard, previous)
    else:
        who = heard.people.resolve(cue.speaker, (place.number, cue.at))
    if not who:
        return None
    role = cue.role or heard.people.role(who)
    if not role and heard.last and heard.last.speaker == who:
        role = heard.last.role
    role = CUT_INITIALS.sub(r"\g<0>.", role) if role and MASK not in role and not NO_ROLE.match(role) else None
    return Cue(who, role, cue.rule)


def _german(cue: Cue, heard: Heard) -> Cue | None:
    """The cue where a German text names its speaker in two words, or by the last name of one who spoke before."""
    found = GERMAN_NAME.fullmatch(cue.speaker)
    if found:
        return Cue(found["name"], cue.role or found["role"], cue.rule)
    before = [voice for voice in heard.voices.values() if voice.speaker.endswith(f" {cue.speaker}")]
    return Cue(before[0].speaker, before[0].role, cue.rule) if len(before) == 1 else None


def _antecedent(cue: Cue, place: Place, heard: Heard, previous: Cue | None) -> str | None:
    """The person that "he" or "she" means; None where it may be more than one."""
    pronoun = cue.speaker.lower()
    if pronoun not in ("he", "she"):
        return None
    ahead = place.frame[max(0, cue.at - REACH) : cue.at]
    here = _persons(ahead, place.number, heard.people)
    if previous:
        who: str | None = previous.speaker
    elif GENDERED[OTHER[pronoun]].search(ahead):  # somebody else is spoken of
        who = None
    elif here:
        who = _single(here)
    elif heard.last and heard.paragraph == place.number - 1:
        who = None if _others_follow(heard) else heard.last.speaker
    else:
        who = _only_person(heard, place.number, pronoun)
    return who if who and heard.people.may_be(who, pronoun) else None


def _only_person(heard: Heard, number: int, pronoun: str) -> str | None:
    """The only person the paragraph before speaks of, where nobody speaks in it."""
    if SAID.search(heard.before) or GENDERED[OTHER[pronoun]].search(heard.before):
        return None
    return _single(_persons(heard.before, number, heard.people))


def _others_follow(heard: Heard) -> bool:
    """Whether the last speaker is no known person, or the paragraph before ends with somebody else."""
    speaker = heard.last.speaker if heard.last else ""
    ending = split_sentences(heard.before[-LONGEST:])[-1:]
    names = {name for _, name in _persons("".join(ending), heard.paragraph + 1, heard.people)}
    return speaker not in heard.people.named or bool(names and speaker not in names)


def _persons(frame: str, number: int, people: People) -> list[tuple[Mention, str]]:
    """The mentions in `frame` that are or may be persons, with their full names."""
    found = ((mention, people.resolve(mention.name, (number, len(frame)))) for mention in mentions(frame[-LONGEST:]))
    return [(mention, name) for mention, name in found if mention.is_person or people.knows(name)]


def _single(found: list[tuple[Mention, str]]) -> str | None:
    names = {name for _, name in found}
    return names.pop() if len(names) == 1 else None


def listen(frame: str, number: int, heard: Heard) -> None:
    """Note who is reported to say something in a paragraph without attributed quotations."""
    for sentence in split_sentences(frame[:LONGEST]):
        for verb in SAID.finditer(sentence):
            subject = last(sentence[: verb.start()])
            if not subject:
                continue
            who = heard.people.resolve(subject[0], (number, len(frame)))
            if heard.people.knows(who):
                heard.last = Cue(who, subject[1] or heard.people.role(who), "reported")
                heard.paragraph, heard.quoted = number, False
            elif subject[0].lower() in ("he", "she") and heard.paragraph == number - 1:
                heard.paragraph = number


def _dash(place: Place, _heard: Heard, _previous: Cue | None) -> Cue | None:
    found = DASH.match(place.right) if place.index == len(place.spans) - 1 else None
    if not found or not NAME.fullmatch(found["name"].strip()):
        return None
    return Cue(found["name"].strip(), found["role"], "dash after", place.span.end)


def _after(place: Place, _heard: Heard, _previous: Cue | None) -> Cue | None:
    """The words after the quotation, in its sentence."""
    right = place.right
    according = ACCORDING.match(right)
    start = according.end() if according else len(right) - len(right.lstrip(" ,\u00a0—–-"))
    if not according and not _goes_on(place, right, start):
        return None
    clause = next(iter(split_sentences(right[start:])), "")
    if according:
        return _cue(following(clause), "according to", place.span.end + start)
    for verb in SAID_AFTER.finditer(clause):
        head = clause[: verb.start()]
        subject = whole(head) if head.strip() else following(clause[verb.end() :])
        if subject:
            at = place.span.end + start + (0 if head.strip() else verb.end())
            return _cue(subject, f"{verb[0]} after", at)
    return None


def _goes_on(place: Place, right: str, start: int) -> bool:
    """Whether the sentence of the quotation goes on after it."""
    ending = place.words.rstrip("”’\"' \u00a0")[-1:]
    if right.lstrip("\u00a0 ").startswith((",", "—", "–", "-")):
        return True
    if ending in ".。":
        return right[start : start + 1].islower()
    return ending in ",!?…—-–"


def _before(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The words before the quotation, in its sentence."""
    sentence, offset = _unfinished(place)
    according = ACCORDING_BEFORE.search(sentence)
    if according:
        return _cue(whole(f"{according['who']},"), "according to", offset + according.start("who"))
    for verb in reversed(list(SAID_BEFORE.finditer(sentence))):
        head, between = sentence[: verb.start()], sentence[verb.end() :]
        if not _introduces(place, verb[0], between):
            break
        if PASSIVE.search(head) or between.startswith(" by "):
            continue
        subject = last(head)
        if subject:
            return _cue(subject, f"{verb[0]} before", offset)
    verbs = list(SAYING_SO_BEFORE.finditer(sentence))
    if verbs and len(sentence[verbs[-1].end() :].split()) <= NEAR_TERM:
        subject = first(sentence[: verbs[-1].start()])
        if subject and (PRONOUN.match(subject[0]) or _is_known(subject[0], place, heard)):
            return _cue(subject, f"{verbs[-1][0]} before", offset)
    return None


def _introduces(place: Place, verb: str, between: str) -> bool:
    """Whether so few words stand between a verb and the quotation that the verb introduces it."""
    if place.length > TERM:
        return len(between.split()) <= NEAR
    return bool(STATED.match(between)) or (bool(NAMED_BEFORE.match(verb)) and len(between.split()) <= NEAR_TERM)


def _unfinished(place: Place) -> tuple[str, int]:
    """The sentence that the quotation stands in as far as it goes before it, and its offset."""
    if place.opens_sentence:
        return "", place.span.start
    sentence = split_sentences(place.left)[-1]
    return sentence, place.span.start - len(place.left) + place.left.rfind(sentence)


def _continued(place: Place, heard: Heard, previous: Cue | None) -> Cue | None:
    """The speaker of the quotation before, in the same paragraph, where nobody else is named in between."""
    if not previous:
        return None
    between = split_sentences(place.left)
    if not place.opens_sentence and (len(between) > 1 or not _resumes(place)):
        return None
    others = {name for _, name in _persons(place.left, place.number, heard.people)} - {previous.speaker}
    return None if len(between) > 1 and others else Cue(previous.speaker, previous.role, "same paragraph", 0)


def _resumes(place: Place) -> bool:
    """Whether a quotation within a sentence goes on with the one before: "…,” she said, “…", and is no mere term."""
    return place.length > TERM or place.left.rstrip().endswith((",", "and", "but"))


def _announced(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The person that the paragraph before names as it ends with a colon."""
    if not place.opens_paragraph or not heard.before.rstrip().endswith(":"):
        return None
    sentence = split_sentences(heard.before[-LONGEST:])[-1].rstrip(" :")
    for verb in SAID.finditer(sentence):
        subject = last(sentence[: verb.start()])
        if subject and _is_known(subject[0], place, heard):
            return _cue(subject, f"{verb[0]} before", 0)
    named = [mention for mention in mentions(sentence) if _is_known(mention.name, place, heard)]
    if len({mention.name for mention in named}) != 1:
        return None
    return _cue(whole(f"{sentence[named[0].lead :]},"), "colon before", 0)


def _is_known(name: str, place: Place, heard: Heard) -> bool:
    return heard.people.knows(heard.people.resolve(name, (place.number, 0)))


def _open_before(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    if not (heard.left_open and place.opens_paragraph and heard.last and heard.paragraph == place.number - 1):
        return None
    return Cue(heard.last.speaker, heard.last.role, "next paragraph")


def _sentence_before(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The person the sentence before reports to have spoken."""
    if not place.left.strip() or not place.opens_sentence or place.length <= TERM:
        return None
    sentence = split_sentences(place.left)[-1]
    for verb in SAID.finditer(sentence):
        subject = last(sentence[: verb.start()])
        if subject and _is_known(subject[0], place, heard):
            return _cue(subject, "sentence before", 0)
    return None


def _alone(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The speaker quoted in the paragraph before, where this one is nothing but a quotation."""
    if not heard.quoted or heard.paragraph != place.number - 1 or not heard.last or len(place.spans) > 1:
        return None
    alone = place.opens_paragraph and not place.right.strip() and place.length >= ALONE
    if not alone or place.words.rstrip()[-1] not in ".!?…":  # a heading may quote, too
        return None
    return Cue(heard.last.speaker, heard.last.role, "paragraph before")


def _cue(subject: Subject | None, rule: str, offset: int) -> Cue | None:
    return Cue(subject[0], subject[1], rule, offset + subject[2]) if subject else None


Rule = Callable[[Place, Heard, Cue | None], Cue | None]
RULES: tuple[Rule, ...] = (_dash, _after, _before, _continued, _open_before, _announced, _sentence_before, _alone)
"""How a speaker is found, in order of trust; the first that names one wins."""
