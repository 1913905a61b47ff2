"""What stands around a name and shows its kind: an office before it, an apposition after it, "in" or "the city of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.entities.bodies import AFTER, KINDS
from digest.entities.people import CALLINGS, HONORIFICS, MODIFIERS, OFFICES
from digest.entities.places import NOUNS


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE = re.compile(r"(?P<word>[\w’'.\-/]+)[ \u00a0]\Z")
_ROLE_WORD = re.compile(r"(?P<word>[\w’'.\-/&]+)[ \u00a0]+\Z")
_APPOSITION = re.compile(
    r"(?:,|\s--|\s?[—–]|\s\()\s?(?P<age>\d{1,3}(?:,|\)| and)\s?)?(?P<role>(?:(?:an?|the|its|his|her|their|one of|"
    r"now|then|once)\s)?(?:[^.;:“”\"«»,()\n—]|(?<=\b[A-Z])\.(?=[A-Z]|\s[a-z])|(?<=\bNo)\.(?=\s\d)){2,160})"
)
_HEAD_ENDS = re.compile(
    r"\s(?:at|of|for|in|on|with|to|by|from|that|which|who|whose|whom|and|where|based|under|working|specializing|lobbying|"
    r"known|run|is|was|were|has|had|said|says|told|made|made|founded|owned|backed|led|covering|focusing|studying|living)\b"
)
_CALLED = re.compile(r"\b(?P<nouns>[^.,;:()“”\"]{2,60})\s(?:called|named|known as|dubbed|styled)\s(?:the\s)?[“\"‘']?\Z")
_APPOSED = re.compile(r"\b(?:an?|the|its|their|his|her)\s(?:[\w\-]+\s){0,4}(?P<noun>[a-z][\w\-]+),\s\Z")
_AFFILIATED = re.compile(r"\b(?P<noun>[a-z][\w\-]+)\s(?P<link>at|with|of|for)\s(?:the\s)?\Z")
_OF = _listed(
    "head chief director founder co-founder ceo chairman chairwoman chair president boss owner editor member spokesman "
    "spokeswoman spokesperson"
)
_PLACED = re.compile(rf"\b(?P<noun>{'|'.join(sorted(NOUNS))})(?:\scity)?\s(?:of|,)\s?\Z|\bcapital,\s\Z")
_IN = re.compile(r"\b(?:in|near|outside|throughout|inside|around)\s(?:the\s)?\Z")
_ON_FROM_THERE = re.compile(
    r"\A(?:[,;.)!?]|\s--|\s[—–]|\s(?:on|in|and|where|last|this|when|to|with|for|by|at|since|after|before|as|that|which|"
    r"earlier|later|during|next|said|is|was|from|over|until|have|has|had|are|were|while|against|between|who|told)\b|\Z)"
)
_SAYS = (
    "said|says|told|tells|added|adds|wrote|writes|argued|argues|warned|explained|recalled|insisted|replied|tweeted|"
    "noted|claimed|acknowledged|joked|testified|believes|thinks|sagte|sagt|erklärte|a déclaré|a dit|сказал|сказала|"
    "заявил|заявила|отметил|отметила|сообщил|сообщила"
)
_SAYS_AFTER = re.compile(rf"\A,?\s(?:also\s|then\s)?(?:{_SAYS})\b")
_SAID_BEFORE = re.compile(rf"\b(?:{_SAYS})\s\Z")
_WHO = re.compile(
    r"\A(?:,?\s(?:(?:--|—|–)\s)?(?:who|whom)\b|,\swhose\b|\s\((?:right|left|center|centre|pictured|front|rear|L|R)"
    r"|,\s\d\d(?:,|\s(?:and|who)))"
)
_BY = re.compile(
    r"\b(?:(?:[Rr]eporting|[Ww]ritten|[Cc]ompiled|[Ee]dited|[Pp]hoto|[Tt]ranslated) by|[Bb]y|dubbed|arrested|jailed|"
    r"married|son of|daughter of|wife of|husband of)\s\Z"
)
_ARTICLE = re.compile(r"\b[Tt]he\s\Z")
_SAID = re.compile(rf"\s(?:{_SAYS})\b.*\Z")


@dataclass(frozen=True, slots=True)
class Signs:
    """Points for each kind of name, the role that is stated, and whether "the" stands before it."""

    person: int = 0
    body: int = 0
    place: int = 0
    role: str | None = None
    article: bool = False


def signs(text: str, start: int, end: int, *, owns: bool) -> Signs:
    """What stands around `text[start:end]` and tells its kind."""
    before, after = text[max(0, start - 80) : start], text[end : end + 200]
    role = role_before(before)
    kind, stated = (None, None) if owns else apposition(after)
    article = bool(_ARTICLE.search(before))
    person = 4 * (role is not None) + 4 * (kind == "person") + _personal(before, after, owns=owns) - 3 * article
    body = 4 * (kind == "body") + _bodily(before, after)
    place = _placed(before, after, owns=owns)
    return Signs(person, body, place, _role(role) or (_role(stated) if kind == "person" else None), article)


def _personal(before: str, after: str, *, owns: bool) -> int:
    points = 2 * bool(_BY.search(before)) + 3 * bool(_WHO.match(after))
    return points + (not owns and bool(_SAYS_AFTER.match(after) or _SAID_BEFORE.search(before)))


def _bodily(before: str, after: str) -> int:
    word = _BEFORE.search(before)
    points = 3 * bool(word and word["word"] in KINDS)
    following = re.match(r"\s([a-z][\w\-]+)\b", after)
    points += 3 * bool(following and following[1] in AFTER)
    called, apposed = _CALLED.search(before), _APPOSED.search(before)
    points += 4 * bool(called and not KINDS.isdisjoint(called["nouns"].split()))
    points += 4 * bool(apposed and apposed["noun"] in KINDS)
    joined = _AFFILIATED.search(before)
    if joined and (joined["noun"] in OFFICES or joined["noun"] in CALLINGS):
        points += 2 * (joined["link"] in ("at", "with") or joined["noun"] in _OF)
    return points


def _placed(before: str, after: str, *, owns: bool) -> int:
    if _PLACED.search(before):
        return 4
    found = _IN.search(before)
    return 2 if found and not owns and _ON_FROM_THERE.match(after) else 0


def role_before(before: str) -> str | None:
    """The words before a name that say what the person is.

    >>> role_before("It was denied by former Foreign Ministry spokeswoman "), role_before("met in ")
    ('former Foreign Ministry spokeswoman', None)
    """
    rest, place = before, len(before)
    titled = False
    for _ in range(8):
        found = _ROLE_WORD.search(before, 0, place)
        if not found or not _leads(found["word"], titled=titled):
            break
        titled = titled or found["word"].lower() not in HONORIFICS
        place = found.start()
    return rest[place:].strip() if titled else None


def _role(words: str | None) -> str | None:
    """A role as stated; what a person is to somebody else in the text says nothing of the person."""
    if words is None:
        return None
    plain = words.removeprefix("of ").removeprefix("for ").strip()
    return None if plain.lower().endswith(_RELATIVE) else plain


def _leads(word: str, *, titled: bool) -> bool:
    small = word.lower()
    if small in OFFICES or small in CALLINGS or (small in HONORIFICS and not titled):
        return True
    if titled and small in ("of", "for"):  # U.S. House of Representatives speaker
        return True
    if not titled or small.startswith(("i'", "i’")) or (word.endswith(".") and "." not in word[:-1] and len(word) > 4):
        return False
    return small in MODIFIERS or (word[0].isupper() and small not in _NO_LEAD)


_RELATIVE = ("colleague", "counterpart", "friend", "rival", "ally", "successor", "predecessor", "opponent", "neighbor")
_NO_LEAD = _listed("the a an in on at but and when as while after before if that this i it he she they by for with")


def apposition(after: str) -> tuple[str | None, str | None]:
    """What a name is said to be right after it, a person or a body, and the words.

    >>> apposition(", a senior fellow at the institute, told reporters")
    ('person', 'a senior fellow at the institute')
    >>> apposition(", an aerospace manufacturer that failed.")[0]
    'body'
    """
    found = _APPOSITION.match(after)
    if not found:
        return None, None
    role = _SAID.sub("", found["role"]).strip()
    cut = _HEAD_ENDS.search(role)
    head = role[: cut.start()] if cut else role
    nouns = [word.lower() for word in re.findall(r"[\w\-]+", head)]
    if nouns and nouns[0] in ("who", "whose", "whom", "which", "where", "and", "or", "but"):
        return None, None
    if nouns and (nouns[-1] in OFFICES or nouns[-1] in CALLINGS):
        return "person", role
    if (
        any(noun in OFFICES for noun in nouns[-3:])
        and len(nouns) > 1
        and nouns[0] in ("the", "a", "an", "his", "her", "its", "their")
    ):
        return "person", role
    if (
        nouns
        and (nouns[-1] in KINDS or nouns[-1].rstrip("s") in KINDS)
        and nouns[0] in ("a", "an", "the", "one", "its", "their")
    ):
        return "body", role
    return ("person", None) if found["age"] and found["age"].strip(" ,)").isdigit() else (None, None)
