"""Whether two names of bodies or of places are one: spellings, acronyms, ministries of one country."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from digest.authorities.chinese import is_han, syllables
from digest.authorities.folding import MARKS, folded
from digest.authorities.persons import LONGEST, Match
from digest.authorities.sounds import lettered
from digest.authorities.words import one_word

_COUNTRIES = """
afghanistan afghan; albania albanian; algeria algerian; argentina argentine argentinian; armenia armenian; australia
australian; austria austrian; azerbaijan azerbaijani azeri; bangladesh bangladeshi; belarus belarusian belarussian;
belgium belgian; brazil brazilian; bulgaria bulgarian; cambodia cambodian; canada canadian; china chinese prc; croatia
croatian; cuba cuban; cyprus cypriot; czechia czech; denmark danish; egypt egyptian; estonia estonian; ethiopia
ethiopian; finland finnish; france french; georgia georgian; germany german; greece greek; hungary hungarian; iceland
icelandic; india indian; indonesia indonesian; iran iranian; iraq iraqi; ireland irish; israel israeli; italy italian;
japan japanese; jordan jordanian; kazakhstan kazakh kazakhstani qazaqstan; kenya kenyan; kosovo kosovan kosovar; kuwait
kuwaiti; kyrgyzstan kyrgyz kyrgyzstani; laos laotian; latvia latvian; lebanon lebanese; libya libyan; lithuania
lithuanian; malaysia malaysian; mexico mexican; moldova moldovan; mongolia mongolian; montenegro montenegrin; morocco
moroccan; myanmar burmese; nepal nepalese nepali; netherlands dutch; nigeria nigerian; norway norwegian; pakistan
pakistani; palestine palestinian; philippines philippine; poland polish; portugal portuguese; qatar qatari; romania
romanian; russia russian; serbia serbian; singapore singaporean; slovakia slovak; slovenia slovenian; somalia somali;
spain spanish; sudan sudanese; sweden swedish; switzerland swiss; syria syrian; taiwan taiwanese; tajikistan tajik;
thailand thai; tunisia tunisian; turkey turkish turkiye; turkmenistan turkmen; uganda ugandan; ukraine ukrainian;
uzbekistan uzbek; venezuela venezuelan; vietnam vietnamese; yemen yemeni
"""
_ISSUES = (
    (re.compile(r"['’]s?\b"), ""), (re.compile(r"isation(?=s?\b)"), "ization"), (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bcentre\b"), "center"), (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bcorp\b\.?"), "corporation"), (re.compile(r"\bco\b\.?(?= )"), "company"),
    (re.compile(r"\bprogramme\b"), "program"), (re.compile(r"\bco-op"), "coop"), (re.compile(r"&"), " and "),
    (re.compile(r"\brussian federation\b"), "russia"), (re.compile(r"\bkyrgyz republic\b"), "kyrgyzstan"),
    (re.compile(r"\bpeoples? republic of china\b"), "china"), (re.compile(r"\brepublic of (?=\w+stan\b)"), ""),
)  # fmt: skip
"""What one house writes so, another otherwise."""
_SMALL = frozenset(
    {"the", "of", "for", "and", "in", "on", "to", "a", "de", "la", "le", "des", "du", "und", "der", "die"}
)
_LEGAL = frozenset(
    {"inc", "ltd", "llc", "llp", "co", "corp", "corporation", "company", "limited", "plc", "ag", "gmbh", "sa", "jsc",
     "pjsc", "ojsc", "oao", "pao", "ooo", "ao"}
)  # fmt: skip
_OF_A_STATE = frozenset(
    {"ministry", "embassy", "parliament", "government", "army", "presidency", "committee", "commission", "court"}
)
_SUBJECTS = {"affairs": "", "internal": "interior", "external": "foreign"}
_ACRONYM = re.compile(r"(?:the )?([^\W\d_]{2,7})")
_PARTS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def compare_bodies(one: str, other: str) -> Match | None:
    """Why two names of bodies are one; None where they are two, or where it cannot be told.

    >>> compare_bodies("SCO", "the Shanghai Cooperation Organisation").why
    'SCO is its acronym'
    >>> compare_bodies("Kazakh Foreign Ministry", "Ministry of Foreign Affairs of Kazakhstan").why
    'a ministry of one country'
    >>> compare_bodies("University of Washington", "Washington University")
    """
    if folded(one) == folded(other):
        return Match(distance=0, why="the same letters")
    if max(len(one), len(other)) > LONGEST:
        return None
    for short, full in ((one, other), (other, one)):
        if acronym(short) and acronym(short) in initials(full):
            nearest = initials(full).index(acronym(short))
            return Match(distance=1 + nearest, why=f"{acronym(short)} is its acronym", sure=False)
    mine, theirs = parts(one), parts(other)
    if not mine or not theirs:
        return None
    if mine == theirs:
        return Match(distance=0, why="the same words")
    state = of_a_state(mine)
    if state and state == of_a_state(theirs):
        return Match(distance=0, why="a ministry of one country")
    return _sounding(mine, theirs)


def compare_places(one: str, other: str) -> Match | None:
    """Why two names of places are one; None where they are two.

    >>> compare_places("Aqtau", "Актау").why, compare_places("Karakol", "Karakul")
    ('one in sound', None)
    """
    if folded(one) == folded(other):
        return Match(distance=0, why="the same letters")
    if max(len(one), len(other)) > LONGEST:
        return None
    known = known_place(one)
    if known and known_place(other):
        return Match(distance=0, why="a place with several names") if known == known_place(other) else None
    if is_han(one) or is_han(other):
        return _in_pinyin(one, other)
    return _sounding(parts(one), parts(other), far=8)


def _in_pinyin(one: str, other: str) -> Match | None:
    """A Chinese place in characters, and the same in pinyin; what several places sound like is none of them."""
    han, latin = (one, other) if is_han(one) else (other, one)
    read = syllables(han)
    if read and not is_han(latin) and read == "".join(parts(latin)):
        return Match(distance=0, why=f"{han} is {read} in pinyin", sure=False)
    return None


def _sounding(mine: tuple[str, ...], theirs: tuple[str, ...], far: int = 0) -> Match | None:
    """The same words in the same order, one of them maybe in another spelling; or written as one."""
    if len(mine) != len(theirs):
        mine, theirs = ("".join(mine),), ("".join(theirs),)
        if min(len(mine[0]), len(theirs[0])) < 7:
            return None
    costs = [one_word(a, b) for a, b in zip(mine, theirs, strict=True)]
    total = sum(99 if cost is None else cost for cost in costs)
    least = min(len("".join(mine)), len("".join(theirs)))
    doubled = any(_double(a) != _double(b) for a, b in zip(mine, theirs, strict=True) if (a + b).isascii())
    if total > (1 if least >= far else 0) or (far and doubled and not total) or least < 2:
        return None
    return Match(distance=total, why="one in sound")


def _double(word: str) -> str:
    """Its double consonants but ss, which only writes that s is no z."""
    return "".join(re.findall(r"([bcdfgklmnprtz])\1", word))


@lru_cache(maxsize=100_000)
def acronym(name: str) -> str:
    """The letters of a name that is an acronym, else ""."""
    found = _ACRONYM.fullmatch(name.replace(".", "").replace("/", ""))
    return found[1] if found and found[1].isupper() else ""


@lru_cache(maxsize=100_000)
def initials(name: str) -> tuple[str, ...]:
    """The acronyms a name may have: of all its words, and of those that are not small."""
    plain = re.sub(r"\b[Cc]o-(?=op)", "Co", name).replace("&", " and ")
    words = [word for word in re.findall(r"[^\W\d_]+", re.sub(r"['’]s?\b", "", plain)) if word.casefold() != "the"]
    if len(words) < 2 or not any(word[0].isupper() for word in words) or len(words) > 12:
        return ()
    great = [word for word in words if word.casefold() not in _SMALL]
    return tuple(dict.fromkeys("".join(word[0] for word in some).upper() for some in (words, great) if len(some) > 1))


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell, in small letters and one spelling."""
    text = name.translate(MARKS).casefold()
    for pattern, instead in _ISSUES:
        text = pattern.sub(instead, text)
    words = [word.replace("-", "") for word in _PARTS.findall(text)]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return tuple(word for word in words if word not in _SMALL and lettered(word)) or tuple(words)


def of_a_state(words: tuple[str, ...]) -> frozenset[str]:
    """A ministry's words, its country as a noun; nothing of other bodies, or where no country is named."""
    if not _OF_A_STATE & set(words):
        return frozenset()
    known = countries()
    named = frozenset(_SUBJECTS.get(word, known.get(word, word)) for word in words) - {""}
    return named if named & set(known.values()) else frozenset()


def known_place(name: str) -> str:
    """The place that has this name among several; "" where none is known."""
    return _known_places().get(folded(name), "")


@cache
def countries() -> dict[str, str]:
    """A country's name or adjective → its name, in small letters."""
    rows = [row.split() for row in _COUNTRIES.split(";")]
    return {word: row[0] for row in rows for word in row}


@cache
def _known_places() -> dict[str, str]:
    lines = files("digest.authorities").joinpath("places.txt").read_text(encoding="utf-8").splitlines()
    rows = [[name.strip() for name in line.split("|")] for line in lines if line and not line.startswith("#")]
    return {folded(name): row[0] for row in rows for name in row}
