"""Cues in the quotation's own sentence: who the words before or after it say has spoken."""

from __future__ import annotations

import re

from digest.quotations.cues import (
    ACCORDING,
    ACCORDING_BEFORE,
    ACCORDING_FIRST,
    DASH,
    DATELINE,
    NAME,
    PASSIVE,
    PRONOUN,
    STATED,
)
from digest.quotations.mentions import mentions
from digest.quotations.offices import DOCUMENTS
from digest.quotations.openings import Subject, first, openings
from digest.quotations.speech import REACH, TERM, Cue, Heard, Place
from digest.quotations.subjects import following, last, whole
from digest.quotations.verbs import (
    AS_SAYING,
    NAMED_BEFORE,
    SAID_AFTER,
    SAID_ANY,
    SAID_BEFORE,
    SAYING_NOUN,
    SAYING_SO_BEFORE,
    WAS_QUOTED,
    verbs_in,
)
from digest.sentences import split_sentences

NEAR, NEAR_TERM, FAR = 14, 4, 30
"""Words that may stand between a verb of saying and a quotation, and between it and a term."""
_CONTENT = re.compile(r"(?:\s[\w’'.\-]{1,30}){0,6}?\sthat\s")
_INTRODUCED = re.compile(r"(?:[,:]|\bthat|\bif|\bwhether)\s*\Z")
_OBJECT_CLAUSE = re.compile(r"\s(?:that|he|she|it|they|to)\s")
_TAIL = re.compile(
    r"(?:\s(?:in|on|at|during|to|of|after|before|as|when|while|from|via|last|this|earlier|later|through|with|about|by|for|the|"
    r"reporters|again|today|yesterday|then|recently|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;:]{0,120})?[.,;]?\s*\Z"
)
_HIS = re.compile(r"\b(?P<who>his|her|their|its)\Z", re.IGNORECASE)
_SAID_FIRST = re.compile(r"(?:Said|Says|Added|Adds|Asked|Asks|Wrote|Writes|Replied|Quipped)\s")
_BY = re.compile(r"\sby\s(?P<who>[^,:“”\"\ufffc]{2,60}?)(?:\s(?:that|if|whether|not|to)\b[^,:]{0,40})?[,:]?\s*\Z")
_ENTITLED = re.compile(
    r"\b(?:titled|entitled|named|known\sas|dubbed|headlined|subtitled|(?:the|an?|his|her)\s(?:phrase|term|word|slogan|song|"
    r"film|movie|book|play|show|series|album|title|headline|motto|acronym|novel|memoir|essay)(?:\scalled)?),?\s*\Z"
)
_SIGN = re.compile(
    rf"(?P<who>\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er)\s(?:[\w’'\-]{{1,30}}\s){{0,2}}(?:{DOCUMENTS}|hat|cap|button|flag|placards?)(?:\s(?:in|on|at|outside)\s[^,]{{2,30}})?)"
    r"\s(?:reading|that\sreads?|which\sreads?|that\ssays|that\ssaid)[,:]?\s*\Z"
)
_LEADS_ON = re.compile(r"(?:\bto|\band|\bor|\bnot|,)\s*\Z")
_FOR = re.compile(
    r"\A(?:For|To)\s(?P<who>[^,“”\"\ufffc]{2,60}),\s(?:[\w’']{1,20}\s){1,6}?(?:is|was|were|are|would\sbe)[:,]?\s*\Z"
)
_AS = re.compile(r"\b(?:as|for|saying)\b[^,]{0,40}\Z")
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}


def dash(place: Place, _heard: Heard, _previous: Cue | None) -> Cue | None:
    """The name that a dash after the quotation signs it with."""
    found = DASH.match(place.right) if place.index == len(place.spans) - 1 else None
    if not found or not NAME.fullmatch(found["name"].strip()):
        return None
    return Cue(found["name"].strip(), found["role"], "dash", place.span.end)


def after(place: Place, _heard: Heard, _previous: Cue | None) -> Cue | None:
    """The words after the quotation, in its sentence."""
    right = place.right
    according = ACCORDING.match(right)
    start = according.end() if according else len(right) - len(right.lstrip(" ,\u00a0—–-"))
    if not according and not _goes_on(place, right, start):
        return None
    clause = next(iter(split_sentences(right[start:])), "")
    if according:
        return _cue(following(clause), "according to", place.span.end + start)
    quoting = WAS_QUOTED.match(clause) or AS_SAYING.search(clause)
    if quoting:
        return _cue(whole(quoting["who"]), "after", place.span.end + start + quoting.start("who"))
    for verb in SAID_AFTER.finditer(clause):
        head, tail = clause[: verb.start()], clause[verb.end() :]
        if _starts_anew(place, head, tail):
            return None
        subject = whole(head) if head.strip() else following(tail)
        if subject:
            at = place.span.end + start + (0 if head.strip() else verb.end())
            return _cue(subject, "after", at)
    return None


def _starts_anew(place: Place, head: str, tail: str) -> bool:
    """Whether what follows "?” or "!” is a sentence of its own: “Why?” The mayor said that nobody knew."""
    if not head[:1].isupper() or place.words.rstrip("”’\"' \u00a0")[-1:] == ",":
        return False
    if not tail.strip() and place.index + 1 < len(place.spans):  # “Why?” Ruiz said “because”.
        return True
    if place.words.rstrip("”’\"' \u00a0")[-1:] not in "!?…":
        return False
    return bool(_OBJECT_CLAUSE.match(tail)) or tail.rstrip().endswith(":") or bool(_INTRODUCED.search(place.left))


def _goes_on(place: Place, right: str, start: int) -> bool:
    """Whether the sentence of the quotation goes on after it."""
    ending = place.words.rstrip("”’\"' \u00a0")[-1:]
    if right.lstrip("\u00a0 ").startswith((",", "—", "–", "-")):
        return True
    if ending in ".。":
        return right[start : start + 1].islower()
    return ending in ",!?…—-–"


def before(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """The words before the quotation, in its sentence."""
    sentence, offset = unfinished(place)
    if _ENTITLED.search(sentence):
        return Cue("who", None, "before")  # a book, a song: nobody says its title
    sign = _SIGN.search(sentence)
    if sign:
        return Cue(sign["who"], None, "before", offset + sign.start("who"))
    for according in (ACCORDING_BEFORE.search(sentence), ACCORDING_FIRST.match(sentence)):
        if not according or SAID_ANY.search(sentence, according.start("who")):
            continue
        subject = whole(f"{according['who']},")
        if subject:
            return _cue(subject, "according to", offset + according.start("who"))
    for quoting in AS_SAYING.finditer(sentence):
        subject = whole(quoting["who"])
        if subject and len(sentence[quoting.end() :].split()) <= NEAR_TERM:
            return _cue(subject, "before", offset + quoting.start("who"))
    found = (
        _told(place, heard, sentence, offset)
        or _turns(place, heard, sentence, offset)
        or _saying_so(place, heard, sentence, offset)
    )
    return found or _for_whom(sentence, offset)


def _turns(place: Place, heard: Heard, sentence: str, offset: int) -> Cue | None:
    """The person whose deed before a colon announces the words: "As Ruiz was speaking, Lee leaned in: “…”"."""
    start = sentence.rfind(", ") + 2
    if start < TERM or not sentence.rstrip().endswith(":") or SAID_ANY.search(sentence, start):
        return None
    subject = next(openings(sentence[start:]), None)
    if not subject or subject[2] or not is_known(subject[0], place, heard):
        return None
    return _cue(subject, "colon", offset + start)


def _for_whom(sentence: str, offset: int) -> Cue | None:
    """Whose view a sentence gives: "For Ruiz, it was “…”"."""
    found = _FOR.match(sentence)
    return _cue(whole(f"{found['who']},"), "before", offset + found.start("who")) if found else None


def _told(place: Place, heard: Heard, sentence: str, offset: int) -> Cue | None:
    for verb in reversed(verbs_in(SAID_BEFORE, sentence)):
        head, between = sentence[: verb.start()], sentence[verb.end() :]
        if not (_introduces(place, verb[0], between) or _colon(place, sentence)):
            break
        if "," in between and NAMED_BEFORE.match(verb[0]) and not _AS.search(between):
            continue  # "a list of people whom Ruiz dismissed, under the heading “…”"
        if _BY.match(between) or PASSIVE.search(head):
            agent = _agent(place, between, offset + verb.end())
            if agent:
                return agent
            continue
        subject = last(head) or _shared(head, place, heard)
        if subject:
            return _cue(subject, "before", offset)
        if not _LEADS_ON.search(head):
            break  # somebody says it, and who is not plain
    return None


def _agent(place: Place, between: str, offset: int) -> Cue | None:
    """By whom somebody is told: "was asked by Ruiz, “…”"; somebody, where a question has no asker."""
    agent = _BY.match(between)
    if agent:
        return _cue(whole(agent["who"]), "before", offset + agent.start("who"))
    if place.right.startswith(" by ") and not between.strip():
        return _cue(following(place.right[4:]), "after", place.span.end + 4)
    return Cue("who", None, "before") if _INTRODUCED.search(between) or not between.strip() else None


def _colon(place: Place, sentence: str) -> bool:
    """Whether a colon announces a whole quotation, however far off the verb is."""
    return place.length > TERM and sentence.rstrip().endswith(":")


def _shared(head: str, place: Place, heard: Heard) -> Subject | None:
    """The subject of the sentence, where the verb is one of several: "Ruiz sold the ships, called it “…”"."""
    if not head.rstrip().endswith(","):
        return None
    subject = first(head)
    return subject if subject and is_known(subject[0], place, heard) else None


def _saying_so(place: Place, heard: Heard, sentence: str, offset: int) -> Cue | None:
    verbs = list(SAYING_SO_BEFORE.finditer(sentence))
    if not verbs or len(sentence[verbs[-1].end() :].split()) > (NEAR if place.length > TERM else NEAR_TERM):
        return None
    subject = first(sentence[: verbs[-1].start()])
    if not subject:
        return None
    person = heard.people.resolve(subject[0], (place.number, 0)) in heard.people.named
    opens = sentence[: subject[2]] in ("", "The ")
    return _cue(subject, "before", offset) if person or opens or PRONOUN.match(subject[0]) else None


def _introduces(place: Place, verb: str, between: str) -> bool:
    """Whether so few words stand between a verb and the quotation that the verb introduces it."""
    if place.length > TERM:
        return len(between.split()) <= (FAR if _CONTENT.match(between) else NEAR)
    return bool(STATED.match(between)) or (bool(NAMED_BEFORE.match(verb)) and len(between.split()) <= NEAR_TERM)


def unfinished(place: Place) -> tuple[str, int]:
    """The sentence that the quotation stands in as far as it goes before it, and its offset."""
    if place.opens_sentence:
        return "", place.span.start
    left = place.left
    if place.index and not (place.resumes_anew and SAID_ANY.search(left)):  # the verb may stand before another one
        left = place.frame[max(0, place.span.start - REACH) : place.span.start]
    sentence = split_sentences(left)[-1]
    dateline = DATELINE.match(sentence)
    start = left.rfind(sentence) + (dateline.end() if dateline else 0)
    return left[start:].rstrip(), place.span.start - len(left) + start


def is_known(name: str, place: Place, heard: Heard) -> bool:
    """Whether `name` is surely a person."""
    return heard.people.knows(heard.people.resolve(name, (place.number, 0)))


def labelled(place: Place, heard: Heard, _previous: Cue | None) -> Cue | None:
    """Whoever opens the sentence that ends with a colon before the quotation, and has no verb of saying."""
    sentence, offset = unfinished(place)
    if not sentence.rstrip().endswith(":") or place.length <= TERM or SAID_ANY.search(sentence):
        return None
    said = _SAID_FIRST.match(sentence)
    subject = following(sentence[said.end() :]) if said else first(sentence)
    if not subject:
        return None
    person = heard.people.resolve(subject[0], (place.number, 0)) in heard.people.named
    if person or PRONOUN.match(subject[0]) or len(sentence.split()) <= 6:
        return _cue(subject, "colon", offset)
    return None


def owned(place: Place, _heard: Heard, _previous: Cue | None) -> Cue | None:
    """Whose claim, statement or promise the quotation is said to be: "Ruiz’s promise that “…”"."""
    sentence, offset = unfinished(place)
    if place.length <= TERM:
        return None
    for mention in reversed([mention for mention in mentions(sentence) if mention.owns]):
        rest = re.sub(r"\A[’']s?", "", sentence[mention.start + len(mention.name) :])
        if SAYING_NOUN.fullmatch(rest):
            return Cue(mention.name, mention.role, "before", offset + mention.start)
    for found in reversed(list(re.finditer(r"\b(?:his|her|their|its)\b", sentence, re.IGNORECASE))):
        if SAYING_NOUN.fullmatch(sentence[found.end() :]):
            return Cue(_OWNERS[found[0].lower()], None, "before", offset + found.start())
    return None


def trailing(place: Place, _heard: Heard, _previous: Cue | None) -> Cue | None:
    """Who the end of the sentence says has said all of it: "It was “a gift to us all” and more, Ruiz said."."""
    clause = next(iter(split_sentences(place.right)), "")
    if not clause or clause.rstrip()[-1:] not in ".,;" or place.words.rstrip()[-1:] in ".!?":
        return None
    comma = clause.rfind(",", 0, len(clause) - 1)
    for verb in SAID_AFTER.finditer(clause):
        head, tail = clause[: verb.start()], clause[verb.end() :]
        if comma < 0 or "," not in head or not _TAIL.fullmatch(tail):
            continue
        start = head.rstrip(" ,").rfind(",") + 1
        subject = whole(head[start:]) if not head.rstrip().endswith(",") else last(head)
        inverted = following(tail) if head.rstrip().endswith(",") and not head[start:].strip() else None
        found = subject or inverted
        if found:
            return _cue(found, "after", place.span.end + start)
    return None


def _cue(subject: Subject | None, rule: str, offset: int) -> Cue | None:
    return Cue(subject[0], subject[1], rule, offset + subject[2]) if subject else None
