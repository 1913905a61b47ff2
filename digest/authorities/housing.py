"""How the house writes a name: the common spelling, in its own letters, and never a slip of the hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digest.authorities.bodies import acronym, known_place
from digest.authorities.counting import Named
from digest.authorities.folding import folded
from digest.authorities.register import Authority
from digest.authorities.words import is_slip, one_word
from digest.model import EntityKind
from digest.plans import NameRule

_CYRILLIC = ("ru", "uk", "be", "kk", "ky", "tg", "mn", "bg", "sr", "mk")
_HAN = ("zh", "ja")
_COMMONER = 3
"""So many times as often as the full name an acronym must stand to be the name: NATO, but the European Union."""
_LETTERS = 5
"""Capitals that are a name and no acronym: PUTRAJAYA."""
_FOREIGN = {"de": re.compile("sch|w(?=[a-zäöü])|tz", re.I), "fr": re.compile("[ëï]|tch|ou", re.I)}
"""What shows that a name is written as another language writes it: Wladimir, Poutine."""
_COMPARED = 40
_Written = Counter[str]


def authority(members: Sequence[Named], rule: NameRule | None, language: str) -> Authority:
    """The authority that names which are one make, by a rule of config.yaml where there is one."""
    kind = rule.kind if rule and rule.kind else Counter(named.kind for named in members).most_common(1)[0][0]
    written: _Written = Counter()
    short: _Written = Counter()
    for named in members:
        written.update(named.written or {named.name: 0})
        short.update(named.short)
    full = _ranked(written, short, kind, language)
    house = rule.name if rule else _house(full, short, kind, language)
    ranked = [*full, *sorted(short, key=lambda text: (-short[text], text))]
    return Authority(
        name=house,
        kind=kind,
        spellings=tuple(dict.fromkeys([house, *ranked])),
        articles=len(set().union(*(named.keys for named in members))),
        was=rule.was if rule else (),
    )


def _house(full: Sequence[str], short: _Written, kind: EntityKind, language: str) -> str:
    """The first of the full names; of a place known under several, the common one; no capitals of a dateline."""
    known = known_place(full[0]) if kind == "place" else ""
    common = {folded(text): text for text in (*short, *full) if not text.isupper()}
    if known and (folded(known) in common or language.startswith("en")):  # the table is headed in English
        return common.get(folded(known), known)
    shouted = kind == "place" and full[0].isupper() and len(full[0]) > _LETTERS
    return full[0].title() if shouted else full[0]


def _ranked(written: _Written, short: _Written, kind: EntityKind, language: str) -> list[str]:
    """The full names, the one that the house chooses first."""
    letters = _script_of(language)
    support = _support(written, short) if kind == "person" else Counter()
    alone = {text for text in written if kind == "body" and _is_commoner(text, written, short)}

    def rank(text: str) -> tuple[object, ...]:
        shouted = text.isupper() and not acronym(text)
        cut = text not in alone and (bool(acronym(text)) or (kind == "person" and (" " not in text or "." in text)))
        doubted = kind == "person" and _is_mistyped(text, written, support)
        found = written[text] + short[text] if kind != "person" else written[text]
        counts = (found / (_COMMONER if _is_foreign(text, language) else 1), support[text])
        return (script(text) != letters, cut, shouted, doubted, *(-count for count in counts), -len(text), text)

    return sorted(written, key=rank)


def _is_foreign(text: str, language: str) -> bool:
    return any(sign.search(text) for name, sign in _FOREIGN.items() if not language.startswith(name))


def _is_commoner(text: str, written: _Written, short: _Written) -> bool:
    """Whether an acronym is how the press names the body."""
    others = max((written[other] for other in written if not acronym(other)), default=0)
    return bool(acronym(text)) and written[text] + short[text] >= _COMMONER * max(others, 1)


def _support(written: _Written, short: _Written) -> _Written:
    """In how many articles the words of a name stand: in full names, and the last one alone."""
    words = Counter(folded(text.split()[-1]) for text in short.elements() if text.split())
    for text in written:
        words.update(dict.fromkeys((folded(word) for word in text.split()), max(1, written[text])))
    return Counter({text: sum(words[folded(word)] for word in text.split()) for text in written})


def _is_mistyped(text: str, written: _Written, support: _Written) -> bool:
    """Whether another full name has for a word of this one what is no other spelling of it, and better support.

    Where both have as much, the one with a consonant too many is the slip.
    """
    mine, trust = text.split(), (support[text], -len(text))
    for other in list(written)[:_COMPARED]:
        theirs = other.split()
        if len(mine) == len(theirs) and (support[other], -len(other)) > trust:
            pairs = zip(mine, theirs, strict=True)
            if any(one_word(one, two) is None and is_slip(one, two) for one, two in pairs):
                return True
    return False


def script(text: str) -> str:
    """The script of the first letter of `text` that has one: Latin, Cyrillic, Han or another."""
    for letter in text:
        if letter.isalpha():
            if letter < "\u0250":
                return "latin"
            return "cyrillic" if letter < "\u0530" and letter >= "\u0400" else "han" if letter >= "\u2e80" else "other"
    return "latin"


def _script_of(language: str) -> str:
    short = language.casefold()[:2]
    return "cyrillic" if short in _CYRILLIC else "han" if short in _HAN else "latin"
