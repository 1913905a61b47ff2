"""The subject of a verb of saying: a pronoun, a name with its role, or an office; as (words, role, offset)."""

from __future__ import annotations

import re

from digest.quotations.cues import APPOSITION, INSIDE, NOT_A_PERSON, PRONOUN, TITLES, TRAILING
from digest.quotations.mentions import Mention, mentions
from digest.quotations.offices import ENDING_OFFICE, is_office, is_phrase
from digest.quotations.openings import LEADING, PRONOUN_FIRST, Subject, first, leading, only_pronoun
from digest.quotations.verbs import SAID

_PRONOUN_LAST = re.compile(r"(?:^|[\s“\"(—–\-])(?P<who>he|she|they|it|we|I|who)\Z", re.IGNORECASE)
_BELONGS = re.compile(
    rf"\s(?P<role>(?:of|for|with|at|from)\s(?:the\s)?[^\W\d_a-z](?:[^.,;:“”\"\ufffc]|{INSIDE}){{1,80}})\Z"
)
_CAPITAL_WORD = rf"[A-Z](?:[\w’'&\-]|{INSIDE}){{0,40}}"
_BELONGS_RIGHT = re.compile(
    rf"\s(?P<role>of\s(?:the\s)?{_CAPITAL_WORD}(?:\s(?:of|for|the|and|{_CAPITAL_WORD})){{0,12}})"
)
_ARTICLE = re.compile(r"\A(?:the|an?|one|another|his|her|its|their)\s", re.IGNORECASE)
_OFFICE_RIGHT = re.compile(rf"(?:[^.,;:“”\"\ufffc]|{INSIDE}){{2,120}}")
_OWNED = re.compile(r"(?:the\s)?[^,]{2,60}[’']s\s\Z", re.IGNORECASE)  # "the Harbour Trust's Orlova"
_OBJECT = re.compile(
    r"\b(?:(?:of|for|at|from|in|with|by|to|on|and|than|like|about)\s(?:the\s)?|\ban?\s(?:[a-z\-]{2,20}\s)?)\Z"
)
_TO = re.compile(r"\b(?:of|for|to|from|with|by|on|at)\s(?:the\s)?\Z")
_AGED = re.compile(r",\s\d{1,3},?\s*\Z")
_CLAUSE_ASIDE = re.compile(r"(?:,\s\d{1,3})?,\s(?:which|who|whose|whom|where)\s[^,;“”\ufffc]{2,160},\s?\Z")
_ASIDE = re.compile(
    r"(?:an?|the|who|which|whose|one|by|in|from|of|at|with|on|during|\d{1,3},|[a-z]+ed|led|known|including|along|now|also)\s"
)
_OCCASION = re.compile(r",\s(?:in|on|at|during|speaking|writing|when|asked|after|before|for|while|whose|by|like)\s")
_RELATIVE = re.compile(r"\b(?:what|which|that)\s(?P<who>[^,“”\"\ufffc]{2,60})\Z")
_ORIGIN = re.compile(r"\s(?:of|for|from|at|with)\s[^,“”\"\ufffc]{2,60}(?=,)")
_BEGINS = re.compile(r"(?:\A|,|\b(?:while|and|but|as|when))\s?\Z")
_ORIGIN_LAST = re.compile(r"\s(?:of|for|from|at|with)\s(?:[\w’'\-]{1,30}\s?){1,6}")
_CLOSED = re.compile(r"\s?[,.;]|\s?\Z")
_CLAUSES = ("after", "before", "that", "because", "while", "when", "as")
_CONJUNCTION = re.compile(
    r"\s*(?:(?:As|as|While|while|When|when|But|And|Yet|Still|where|because|though|although|if|so)\s)?"
)
_ADJUNCT = re.compile(
    r"\s(?:on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in\san?\s|last\s|this\s|earlier|during\s|after\s|when\s|as\s|while\s|before\s|at\sa\s|"
    r"about\s|when\s|via\s).*\Z"
)


def _without_adverbs(head: str) -> str:
    """What stands before "has long", "also", with the comma that may stand before them."""
    return TRAILING.sub(lambda words: "," if words[0].lstrip().startswith(",") else "", head)


def whole(head: str) -> Subject | None:
    """The subject that is all of `head`, as between a quotation and "said"."""
    bare = _without_adverbs(head)
    plain = bare.strip(" ,")
    offset = head.find(plain)
    if PRONOUN.match(plain):
        return plain, None, offset
    named = list(mentions(plain))
    opening = leading(plain)
    if opening:
        subject = _named(plain, opening, closed=bare.rstrip().endswith(","))
        if subject:
            return _moved(subject, offset)
    if named and named[-1].end == len(plain) and _OWNED.match(plain[: named[-1].lead]):
        return named[-1].name, named[-1].role, offset + named[-1].start
    if named and named[-1].end == len(plain) and named[-1].is_person and is_phrase(f"the {plain[: named[-1].start]}"):
        return named[-1].name, _ARTICLE.sub("", plain[: named[-1].start].strip()), offset + named[-1].start
    return _office(plain, offset) or _phrase(plain, offset, closed=bare.rstrip().endswith(","))


def _named(text: str, first: Mention, *, closed: bool) -> Subject | None:
    """The mention `first` with all that follows it in `text` as its role, which a comma must have `closed`."""
    rest = text[first.end :]
    if first.owns:
        return None
    if not rest or re.fullmatch(r",\s\d{1,3}", rest):
        return first.name, first.role, first.start
    belongs = None if NOT_A_PERSON.search(first.name) else _BELONGS.match(rest)
    if belongs:
        return first.name, first.role or belongs["role"], first.start
    if re.fullmatch(r"\s\([^)]{1,60}\)", rest):
        return first.name, first.role or rest.strip(" ()"), first.start
    origin = _ORIGIN.match(text, first.end)
    apposition = APPOSITION.match(text, origin.end() if origin else first.end)
    if apposition and (closed or (apposition.end() == len(text) and first.is_person)) and not SAID.search(rest):
        whose = apposition["role"].startswith("who")
        role = re.sub(r"\A\d{1,3},\s", "", (rest if not origin or whose else text[origin.end() :]).strip(" ,"))
        return first.name, None if NOT_A_PERSON.search(first.name) else role, first.start
    if closed and _OCCASION.match(rest) and not SAID.search(rest):
        return first.name, first.role, first.start
    return None


def last(text: str) -> Subject | None:
    """The subject that ends `text`, as before "said that"."""
    plain = _without_adverbs(text).rstrip()
    named = list(mentions(plain))
    pronoun = _PRONOUN_LAST.search(plain.rstrip(","))
    if pronoun and pronoun["who"].lower() == "who":
        return _who(plain[: pronoun.start()].rstrip(" ,"), named)
    relative = _RELATIVE.search(plain)
    if relative and (owner := whole(relative["who"])):
        return _moved(owner, relative.start("who"))
    if pronoun:
        return pronoun["who"], None, pronoun.start("who")
    if re.search(r"\b(?:and|but)\Z", plain):
        return only_pronoun(plain) or first(plain)
    opened = _opened(plain) if plain.endswith(",") else None
    return opened or _last_named(plain, named) or _last_office(plain.rstrip(" ,"))


def _who(text: str, named: list[Mention]) -> Subject | None:
    """Whom a relative clause is about: the name or the office right before "who"."""
    before = [mention for mention in named if mention.end <= len(text)]
    office = ENDING_OFFICE.search(text[-100:])
    if office and before and text[before[-1].end :] == f", {office[0]}":
        return before[-1].name, before[-1].role or office[0], before[-1].start
    if office and (not before or before[-1].end < len(text)):
        return _office(office[0], len(text) - len(office[0]))
    if not before or before[-1].owns or text[before[-1].end :].strip(" —–-(")[:1] not in ("", ","):
        return None
    return before[-1].name, before[-1].role, before[-1].start


def _opened(text: str) -> Subject | None:
    """The office that opens a sentence before an apposition: "The mayor, a Democrat,"."""
    head, _, rest = text.partition(", ")
    return _office(head, 0) if _ASIDE.match(rest) and not SAID.search(rest) else None


def _last_named(text: str, named: list[Mention]) -> Subject | None:
    text = _AGED.sub(",", text)
    plain = text.rstrip(" ,")
    if not named:
        return None
    if LEADING.match(plain[: named[0].lead]):
        subject = _named(plain, named[0], closed=text.endswith(",")) or _before_aside(text, named[0])
        if subject:
            return subject
    final = named[-1]
    if final.end == len(plain) and not final.owns and not _OBJECT.search(plain[: final.lead]):
        return final.name, final.role, final.start
    if _BEGINS.search(plain[: final.lead]) and _ORIGIN_LAST.fullmatch(plain[final.end :]) and final.is_person:
        return final.name, final.role or plain[final.end :].strip(), final.start
    for mention in reversed(named) if text.endswith(",") else ():
        apposition = APPOSITION.match(plain, mention.end)
        known = mention.is_person or _is_known_by_role(plain, mention)
        if apposition and apposition.end() == len(plain) and known:
            return mention.name, mention.role, mention.start
    return None


def _is_known_by_role(text: str, mention: Mention) -> bool:
    """Whether a first name alone stands before an office: "his sister, Marianne, a retired judge"."""
    titled = bool(TITLES & set((mention.role or "").lower().split()))
    return titled and " " not in mention.name and not _OBJECT.search(text[: mention.lead])


def _before_aside(text: str, name: Mention) -> Subject | None:
    """The name that opens a sentence before a clause about it: "Acme, which was hired in May,"."""
    aside = _CLAUSE_ASIDE.match(text, name.end)
    return (name.name, name.role, name.start) if aside and not name.owns else None


def _last_office(plain: str) -> Subject | None:
    begin = plain.rfind(", ") + 1
    later = max(plain.rfind(f" {word} ", begin) + len(word) + 2 for word in _CLAUSES)
    begin = later if any(plain[:later].endswith(f" {word} ") for word in _CLAUSES) else begin
    leading = _CONJUNCTION.match(plain, begin)
    begin = leading.end() if leading else begin
    return _office(plain[begin:].strip(), begin) or _phrase(plain[begin:].strip(), begin, closed=False)


def following(tail: str) -> Subject | None:
    """The subject that opens `tail`, as after "said" in an inverted sentence."""
    offset = len(tail) - len(tail.lstrip())
    plain = tail.strip()
    pronoun = PRONOUN_FIRST.match(plain)
    if pronoun:
        return pronoun["who"], None, offset
    found = leading(plain[:300])
    if found and not found.owns:
        belongs = _BELONGS_RIGHT.match(plain, found.end)
        return found.name, found.role or (belongs["role"] if belongs else None), offset + found.start
    office = _OFFICE_RIGHT.match(plain)
    if not office:
        return None
    named = next(mentions(plain[office.end() : office.end() + 100]), None)
    if named and named.is_person and plain[office.end() : office.end() + named.lead] == ", " and is_phrase(office[0]):
        return named.name, _ARTICLE.sub("", office[0]), offset + office.end() + named.start
    phrase = _ADJUNCT.sub("", office[0]).strip()
    return _office(phrase, offset) or _phrase(phrase, offset, closed=False)


def inverted(sentence: str, verb: re.Match[str]) -> Subject | None:
    """The subject behind `verb` at the end of a sentence: "It will rain, says Ruiz."."""
    if not sentence[: verb.start()].rstrip().endswith(",") or verb[0].startswith(
        ("told", "tell", "ask", "assure", "urge", "advis", "remind", "warn", "inform", "reassur", "admonish", "thank")
    ):
        return None
    found = following(sentence[verb.end() :])
    if not found or not (found[0][:1].isupper() or is_office(found[0])):
        return None
    return found if _CLOSED.match(sentence, verb.end() + found[2] + len(found[0])) else None


def _office(text: str, offset: int) -> Subject | None:
    """An office or group that speaks: "a spokesperson for the ministry", "analysts"."""
    if not is_office(text):
        return None
    named = _named_last(text, offset)
    if named:
        return named
    person = any(word.lower() in TITLES for word in text.split())
    return text, _ARTICLE.sub("", text) if person else None, offset


def _phrase(text: str, offset: int, *, closed: bool) -> Subject | None:
    """Whoever a noun phrase means right before or after the verb: "one woman", "the 20-year-old, a student,"."""
    head = text.split(",")[0] if closed else text
    return (_named_last(head, offset) or (head, None, offset)) if is_phrase(head) else None


def _named_last(phrase: str, offset: int) -> Subject | None:
    """The person whose name ends a phrase: "a beaming Ana Ruiz"."""
    named = list(mentions(phrase))
    if not named or not named[-1].is_person or named[-1].end < len(phrase) or _TO.search(phrase[: named[-1].lead]):
        return None
    return named[-1].name, named[-1].role, offset + named[-1].start


def _moved(subject: Subject, offset: int) -> Subject:
    who, role, at = subject
    return who, role, at + offset
