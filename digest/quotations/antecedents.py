"""Whom a pronoun means: the subject of the sentences before, as long as nobody else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from digest.quotations.cues import PRONOUN, TITLES, listed
from digest.quotations.genders import UNNAMED, pronoun_of
from digest.quotations.mentions import Mention, mentions
from digest.quotations.offices import is_many, is_office, is_paper
from digest.quotations.openings import Subject, first, main_clause, openings
from digest.quotations.speakers import People
from digest.quotations.speech import LONGEST, Cue, Heard
from digest.quotations.subjects import inverted, last
from digest.quotations.verbs import SAID

LONGEST_OFFICE = 7
NEAR = 2
EPITHET = 3
COMMON = listed(
    """
    president premier pope king queen spokesman spokeswoman spokesperson official aide staffer adviser advisor judge
    officer soldier constable lawyer attorney prosecutor moderator host reporter journalist analyst"""
)
"""Titles that, without more words, often mean somebody whom the text does not name."""
GENERIC = listed("nominee candidate lawmaker politician billionaire businessman businesswoman contender legislator")
"""Titles that somebody may have beside another one."""
"""Paragraphs after which a pronoun no longer means who was spoken of."""
PERSONAL = ("he", "she")
_AND = re.compile(r"\s(?:and|&)\s(?:[\w’'.\-]{1,30}\s){0,4}?\Z|,\s(?:[\w’'.\-]{1,30}\s){0,4}?\Z")
_ACTS = re.compile(r"(?:,\s|\s(?:ha[sd]|have|is|was|were|are|will|would|also|then|\w{2,20}(?:ed|s|t))\s)")
_RELATIVE = re.compile(
    r"\b(?:mother|father|wife|husband|brother|sister|son|daughter|uncle|aunt|nephew|niece|widow|grandmother|grandfather|"
    r"man|woman|girl|boy|girlfriend|boyfriend)\Z"
)
_FOR = re.compile(r"(?:But |And |Yet )?(?:For|To)\s(?P<who>[^,\ufffc]{2,60}),\s")
_SUBORDINATE = re.compile(r"\b(?:as|when|while|after|before|where|because|that|until|and|but)\s\Z")
_ASKED = re.compile(
    r"\A(?:When\s|While\s)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Ss]peaking|[Rr]eferring|[Rr]esponding|[Tt]old|[Ll]ike|[Uu]nlike|"
    r"[Oo]f|[Oo]n|[Aa]bout|[Ii]n|[Aa]t|[Tt]o|[Ff]or|[Ww]ith|[Bb]y|[Ff]rom|[Aa]fter|[Aa]gainst)\b"
)

_ASKED_FIRST = re.compile(r"[^,“”\"\ufffc]{2,80},\s")


def antecedent(pronoun: str, clause: str, number: int, heard: Heard) -> Cue | None:
    """Who is meant by `pronoun` after the words `clause` of its sentence; None where it may be more than one."""
    which = pronoun.lower()
    if which in PERSONAL:
        lead = _lead(clause)
        subject = _opening(clause, heard.people, (number, LONGEST))
        if subject and heard.people.may_be(subject.speaker, which):
            return subject
        if UNNAMED[which].search(clause):
            return None
        only = None if subject else _only(clause, which, number, heard.people) or _stranger(lead)
        return only or _focused(which, number, heard)
    if which not in ("they", "it"):
        return None
    if (lead := _lead(clause)) and not PRONOUN.match(lead[0]) and _ACTS.match(clause, lead[2] + len(lead[0])):
        return Cue(heard.people.resolve(lead[0], (number, LONGEST)), lead[1], "pronoun")
    return _focused(which, number, heard)


def _focused(which: str, number: int, heard: Heard) -> Cue | None:
    """Whom the sentences before are about."""
    found = heard.focus.meant.get(which)
    if not found or number - found[1] > NEAR:
        return None
    if which in PERSONAL and not heard.people.may_be(found[0].speaker, which):
        return None
    return found[0]


def _stranger(lead: Subject | None) -> Cue | None:
    """The family name that opens a clause, of somebody the text does not name in full."""
    known = lead and not PRONOUN.match(lead[0]) and lead[0].isalpha() and not lead[0].isupper()
    return Cue(lead[0], lead[1], "pronoun") if lead and known else None


def _only(clause: str, which: str, number: int, people: People) -> Cue | None:
    """The only person a clause names whom the pronoun may mean, unless it only asks about him."""
    names = {name for _, name in _people(clause, number, people) if people.may_be(name, which)}
    if len(names) != 1 or _ASKED.match(clause):
        return None
    name = names.pop()
    return Cue(name, people.role(name), "pronoun")


def _opening(clause: str, people: People, at: tuple[int, int]) -> Cue | None:
    """The person that opens a clause, unless it only asks about him."""
    asked = _ASKED_FIRST.match(clause) if _ASKED.match(clause) else None
    if asked:
        clause = clause[asked.end() :]
    for subject in () if _ASKED.match(clause) else openings(clause):
        if PRONOUN.match(subject[0]):
            return None
        person = _person(subject, people, at)
        if person:
            return person
    return None


def _lead(clause: str) -> Subject | None:
    return None if _ASKED.match(clause) else first(clause)


def _person(subject: Subject | None, people: People, at: tuple[int, int]) -> Cue | None:
    """The subject, where it is somebody the text names in full."""
    if not subject:
        return None
    name = people.resolve(subject[0], at)
    if name not in people.named and name not in people.short:  # a family name may be that of several
        return None
    return Cue(name, subject[1] or people.role(name), "pronoun")


def hear(sentence: str, number: int, heard: Heard, spoken: Cue | None) -> None:
    """Note whom pronouns would mean after `sentence`, whose quotations were `spoken` by somebody."""
    subject = spoken or _subject(sentence, number, heard)
    named = list(_people(sentence, number, heard.people))
    if subject:
        heard.focus.topic, heard.focus.at = subject, number
        note(subject, number, heard)
        _companion(subject, sentence, named, heard)
        if subject.speaker not in heard.people.named:
            _newcomer(sentence, named, number, heard)
        return
    pronoun = re.match(r"\W{0,3}(?:But |And |Yet |So )?(he|she|they|it)\b", sentence, re.IGNORECASE)
    kept = pronoun[1].lower() if pronoun else ""
    for which in PERSONAL:
        known = heard.focus.meant.get(which)
        if kept == which:
            heard.focus.meant[which] = (known[0], number) if known and number - known[1] <= NEAR else None
        else:
            _doubt(which, sentence, {name for _, name in named}, number, heard)


def _subject(sentence: str, number: int, heard: Heard) -> Cue | None:
    """Who a sentence reports to say something, or else its first subject, if that is a person."""
    at = (number, LONGEST)
    for verb in SAID.finditer(sentence, main_clause(sentence)):
        found = inverted(sentence, verb) or last(sentence[: verb.start()])
        if found and found[0].lower() not in (*PERSONAL, "they", "it", "we", "i"):
            person = _person(found, heard.people, at)
            return person or Cue(heard.people.resolve(found[0], at), found[1], "reported")
        if found:
            return None
    if whom := _FOR.match(sentence):
        person = _person(first(whom["who"]), heard.people, at)
        if person:
            return person
    person = _opening(sentence, heard.people, at)
    lead = _lead(sentence)
    if person or not lead or not is_office(lead[0]):
        return person
    return Cue(lead[0], lead[0].partition(" ")[2] if set(lead[0].lower().split()) & TITLES else None, "reported")


def _people(sentence: str, number: int, people: People) -> Iterator[tuple[Mention, str]]:
    for mention in mentions(sentence[:LONGEST]):
        name = people.resolve(mention.name, (number, LONGEST))
        if name in people.named:
            yield mention, name


def note(who: Cue, number: int, heard: Heard) -> None:
    """Note that a sentence is about `who`."""
    meant = heard.focus.meant
    stranger = who.rule == "after" and who.speaker.isalpha() and who.speaker.istitle()  # "Mr. Ruiz said"
    if stranger or who.speaker in heard.people.named or who.speaker in heard.people.short:
        pronoun = heard.people.pronoun(who.speaker)
        for which in (pronoun,) if pronoun else PERSONAL:
            meant[which] = (who, number)
    elif is_many(who.speaker):
        meant["they"] = (who, number)
    elif relative := _RELATIVE.search(who.speaker):
        for which in (pronoun_of("", relative[0]) or "he",):
            meant[which] = (who, number)
    elif is_paper(who.speaker) or who.role is None:
        meant["it"] = meant["they"] = (who, number)
    else:  # a spokesman without a name
        pronoun = pronoun_of("", who.role)
        for which in (pronoun,) if pronoun else (*PERSONAL, "they"):
            meant[which] = (who, number - NEAR + 1)


def _newcomer(sentence: str, named: list[tuple[Mention, str]], number: int, heard: Heard) -> None:
    """Where a body or several speak as somebody acts, that one is meant next: "they cheered as Ruiz took the stage"."""
    for mention, name in named:
        if not mention.owns and _SUBORDINATE.search(sentence, max(0, mention.lead - 12), mention.lead):
            cue = Cue(name, heard.people.role(name), "pronoun")
            for which in PERSONAL:
                if heard.people.may_be(name, which):
                    heard.focus.meant[which] = (cue, number)


def _companion(subject: Cue, sentence: str, named: list[tuple[Mention, str]], heard: Heard) -> None:
    """Where two persons are the subject together, neither is meant by a pronoun."""
    for (before, one), (after, other) in pairwise(named):
        if (
            one == subject.speaker
            and other != one
            and re.fullmatch(r"\s(?:and|&)\s", sentence[before.end : after.lead])
        ):
            for which in PERSONAL:
                if heard.people.may_be(one, which) and heard.people.may_be(other, which):
                    heard.focus.meant[which] = None


def _doubt(which: str, sentence: str, named: set[str], number: int, heard: Heard) -> None:
    """Whom a sentence with another subject only mentions is meant if nobody else may be."""
    known = heard.focus.meant.get(which)
    others = {name for name in named if heard.people.may_be(name, which)}
    if known:
        others.discard(known[0].speaker)
    if not others and not UNNAMED[which].search(sentence):
        return
    one = next(iter(others)) if len(others) == 1 and not UNNAMED[which].search(sentence) else None
    fresh = known and number - known[1] <= NEAR
    heard.focus.meant[which] = (Cue(one, heard.people.role(one), "pronoun"), number) if one and not fresh else None


def described(phrase: str, number: int, heard: Heard) -> str | None:
    """The one person whose office "the senator", "the former mayor" names; None where there are several or none."""
    words = phrase.lower().split()
    if words[0] != "the" or len(words) > LONGEST_OFFICE or not (TITLES & set(words) or words[1:] == ["first", "lady"]):
        return None
    named = heard.people.named
    same = {heard.people.fullest.get(name, name) for name in heard.people.offices.get(" ".join(words[1:]), ())}
    if len(same) == 1:
        return same.pop()
    focus = {entry[0].speaker for which in PERSONAL if (entry := heard.focus.meant.get(which))}
    found = {
        name for name in focus if words[-1] in TITLES and words[-1] in (heard.people.role(name) or "").lower().split()
    } or _epithet(words, number, heard)
    return found.pop() if len(found) == 1 and found <= set(named) else None


def _epithet(words: list[str], number: int, heard: Heard) -> set[str]:
    """Whom "the former senator" means where the text gives nobody that office: the only one it is about."""
    title = next((word for word in words if word in TITLES), "")
    if (len(words) < EPITHET and title in COMMON) or {"from", "for", "at", "in", "who", "on", "with"} & set(words):
        return set()
    which = pronoun_of("", " ".join(words))
    meant = [entry for entry in heard.focus.meant.values() if entry and number - entry[1] < NEAR]
    names = {entry[0].speaker for entry in meant if entry[0].speaker in heard.people.named}
    if len(names) != 1 or any(which and not heard.people.may_be(name, which) for name in names):
        return set()
    roles = ((name, set((person.role or "").lower().split())) for name, person in heard.people.named.items())
    for name, role in roles:
        held = bool(TITLES & role) and "former" not in words and title not in GENERIC and len(words) < EPITHET
        if held if name in names else set(words[1:]) <= role:
            return set()
    return names


def listen(sentences: Iterable[str], end: int, number: int, heard: Heard) -> None:
    """Note who is reported to say something in a paragraph without attributed quotations."""
    for sentence in sentences:
        for verb in SAID.finditer(sentence):
            subject = last(sentence[: verb.start()])
            if not subject:
                continue
            who = heard.people.resolve(subject[0], (number, end))
            if heard.people.knows(who):
                heard.last = Cue(who, subject[1] or heard.people.role(who), "reported")
                heard.paragraph, heard.quoted = number, False
            elif subject[0].lower() in PERSONAL and heard.paragraph == number - 1:
                heard.paragraph = number
