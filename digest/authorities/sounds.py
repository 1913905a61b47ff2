"""A word in Latin or Cyrillic letters → its sounds: consonants, and the vowels before, between and after them.

What one romanisation writes zh another writes j or dzh, and Cyrillic ж: here each is one sound, written with one sign.
A word that may be spelled by the habits of German, French, Turkish or another language has a reading by each of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

VOWELS = "aeiouyjAEOU"
"""Signs of vowels: y is ы and the Turkish ı, j a glide, A an a that is written e elsewhere, E ee, O oo, U ou."""

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "ғ": "g", "д": "d", "е": "e", "ё": "jo", "є": "je", "ж": "Z",
    "җ": "Z", "з": "z", "ҙ": "z", "и": "i", "і": "i", "ї": "ji", "й": "j", "ј": "j", "к": "k", "қ": "q", "л": "l",
    "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
    "ү": "u", "ӯ": "u", "ў": "o", "ф": "f", "х": "h", "ҳ": "h", "һ": "h", "ц": "c", "ч": "C", "ҷ": "Z", "ш": "S",
    "щ": "W", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja", "ә": "A", "ӣ": "i", "дж": "Z", "ђ": "Z",
    "ћ": "C", "џ": "Z", "љ": "l", "њ": "n",
}  # fmt: skip
_LATIN = {
    "shch": "W", "sch": "W", "dzh": "Z", "tch": "C", "zh": "Z", "dj": "Z", "kh": "h", "gh": "g", "sh": "S", "ch": "C",
    "ts": "c", "tz": "c", "ph": "f", "th": "t", "dh": "d", "ck": "k", "q": "q", "x": "ks", "w": "v", "j": "Z", "c": "k",
    "č": "C", "ć": "C", "š": "S", "ž": "Z", "ş": "S", "ș": "S", "ç": "C", "ğ": "g", "ı": "y", "ə": "A", "ä": "A",
    "ö": "o", "ü": "u", "ý": "j", "ï": "i", "ł": "l", "đ": "Z", "ø": "o", "ß": "s", "æ": "e", "ee": "E", "oo": "O",
    "ou": "U",
}  # fmt: skip
_SIGNS = {letter: letter for letter in "bdfghiklmnprstvzaeouy"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a language writes sounds that others write otherwise, and what in a word is a sign of it."""

    sign: re.Pattern[str]
    letters: Mapping[str, str]
    rewritten: tuple[tuple[re.Pattern[str], str], ...] = ()  # before the letters are read


HABITS: dict[str, Habit] = {
    "": Habit(sign=re.compile(""), letters={}),
    "german": Habit(
        sign=re.compile("^(?!.*(?:zh|kh|(?<!c)sh)).*(?:sch|w|j|(?<!t)ch)"),
        letters={"schtsch": "W", "tsch": "C", "dsch": "Z", "sch": "Ş", "ch": "h", "j": "j", "z": "c", "ſ": "ſ"},
        rewritten=(
            (re.compile("(?<=[aeiouyäöü])ss(?=[aeiouyäöü])"), "\u200bs"),
            (re.compile("(?<!\u200b)s(?=[aeiouyäöü])"), "ſ"),
        ),
    ),
    "french": Habit(
        sign=re.compile("^(?!.*(?:zh|sh)).*(?:ou|tch|[çéèëï]|gu[eiéï]|(?<!t)ch|ine\\b|j)"),
        letters={"chtch": "W", "tch": "C", "dj": "Z", "ch": "S", "j": "Z", "ou": "u", "gu": "g", "é": "e", "è": "e"}
        | {"ë": "e"},
        rewritten=((re.compile("ine$"), "in"), (re.compile("gu(?![eiéèï])"), "g\u200bu")),
    ),
    "slavic": Habit(
        sign=re.compile("[jčšžćđłżśó]|cz|sz"),
        letters={
            "ch": "h",
            "cz": "C",
            "sz": "S",
            "rz": "Z",
            "dž": "Z",
            "j": "j",
            "c": "c",
            "ż": "Z",
            "ć": "C",
            "ś": "S",
        }
        | {"ó": "u"},
    ),
    "bare": Habit(  # Vucic, Djukanovic: south Slavic without its marks
        sign=re.compile("\\w{2}[b-dghj-nšstvz]ic$"),
        letters={"c": "Ć", "j": "j", "dj": "Z"},
        rewritten=((re.compile("s(?=[aeo]vic$)"), "š"),),
    ),
    "turkic": Habit(
        sign=re.compile("[çşğıəxöü]|c(?![hk])"),
        letters={"c": "Z", "ç": "C", "ş": "S", "ğ": "g", "x": "h", "j": "Z", "th": "th"},
    ),
    "uzbek": Habit(
        sign=re.compile("[qxўқҳғ]|jon"),
        letters={"o": "a", "oo": "a", "ou": "au", "о": "a", "ў": "u", "x": "h", "j": "Z"},
    ),
    "belarusian": Habit(
        sign=re.compile("[ao]u|ts|dz|[ўіц]"),
        letters={"ў": "v"},
        rewritten=(
            (re.compile("(?<=[aeo])u(?![aeiouyj])"), "v"),
            (re.compile("ts(?=[iejy])"), "t"),
            (re.compile("dz(?=[iejym])"), "d"),
            (re.compile("ц(?=[іеёюяь])"), "т"),
            (re.compile("дз(?=[іеёюяьм])"), "д"),
        ),
    ),
}
"""The first is the habit of English and of Cyrillic letters."""


@dataclass(frozen=True, slots=True)
class Word:
    """The sounds of a word: `vowels` has one entry more than `consonants`."""

    consonants: str
    vowels: tuple[str, ...]
    letters: int
    steady: bool = False  # it has a Slavic ending


@lru_cache(maxsize=200_000)
def sounds(word: str, habit: str = "") -> Word | None:
    """The sounds of `word` by a habit; None where it has no letters that are known.

    >>> sounds("Тоқаев").consonants, sounds("Tokayev").vowels == sounds("Тоқаев").vowels
    ('tqv', True)
    """
    plain = lettered(word)
    for pattern, instead in HABITS[habit].rewritten:
        plain = pattern.sub(instead, plain)
    written = _read(plain, habit)
    if not written:
        return None
    for pattern, instead in _ENDINGS:
        written = pattern.sub(instead, written)
    parts = _BETWEEN.split(_DOUBLE.sub(r"\1", written))
    vowels = [_glided(part) for part in parts[::2]]
    if len(vowels) > 1 and parts[-1] == "" and parts[-2] == "h" and vowels[-2] == "a":  # Abdullah, Fatimah
        parts, vowels = parts[:-2], vowels[:-1]
    return Word("".join(parts[1::2]), tuple(vowels), len(plain), bool(_SLAVIC.search(written)) and len(plain) > 5)


_DOUBLE = re.compile(rf"([^{VOWELS}])\1+")
_BETWEEN = re.compile(f"([^{VOWELS}])")
_SLAVIC = re.compile("(?:[oe]va?|ina?|sk[iy]+j?|ska|enko|uk|iC)$")
_ENDINGS = (
    (re.compile("(?<=[oe])f+$"), "v"),  # Romanoff
    (re.compile("(?<=[CW])j?o(?=va?$)"), "e"),  # Gorbachov
    (re.compile("enka$"), "enko"),  # Lukashenka
    (re.compile("kq|qk"), "k"),
    (re.compile("ska(?:j+a|ia|ya)$"), "ska"),  # Zelenskaya
)


@lru_cache(maxsize=200_000)
def habits(name: str) -> tuple[str, ...]:
    """The habits by which a name may be read: the first, and those of which it shows a sign.

    >>> habits("Wolodymyr Selenskyj"), habits("Rashid Nasirov")
    (('', 'german', 'french', 'slavic'), ('',))
    """
    plain = lettered(name)
    return tuple(habit for habit, rules in HABITS.items() if rules.sign.search(plain))


@lru_cache(maxsize=200_000)
def lettered(word: str) -> str:
    """`word` in small letters, without marks that no table here knows."""
    text = re.sub("[’‘ʻʼ'`ʹ.·]", "", unicodedata.normalize("NFC", word).casefold().replace("i\u0307", "i"))
    return text if text.isascii() else "".join(letter if letter in _KNOWN else _bare(letter) for letter in text)


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


_KNOWN = set(_CYRILLIC) | set("".join(_LATIN)) | set("".join("".join(rules.letters) for rules in HABITS.values()))
_TABLES = {name: _SIGNS | _CYRILLIC | _LATIN | dict(rules.letters) for name, rules in HABITS.items()}
_GREEDY = {
    name: re.compile("|".join(map(re.escape, sorted(table, key=lambda key: (-len(key), key)))))
    for name, table in _TABLES.items()
}


def _read(plain: str, habit: str) -> str:
    table = _TABLES[habit]
    return "".join(table[found] for found in _GREEDY[habit].findall(plain))


@lru_cache(maxsize=10_000)
def _glided(vowels: str) -> str:
    """Vowels between two consonants, each way of writing a glide made one.

    >>> _glided("aye"), _glided("ae"), _glided("iyoye"), _glided("ioe"), _glided("ay"), _glided("ai"), _glided("iy")
    ('ae', 'ae', 'ioe', 'ioe', 'aj', 'aj', 'i')
    """
    if len(vowels) < 2:
        return {"j": "i"}.get(vowels, vowels)
    text = re.sub("[yj]+", "j", vowels)
    text = text.replace("ou", "U")
    text = re.sub("([aeou])\\1", "\\1", text)
    text = re.sub("i[ji]+", "i", text) if text != "ji" else "i"
    text = re.sub("^je", "e", text)
    text = re.sub("^j(?=[aou])", "i", text)
    text = re.sub("(?<=[aeiouAEOU])j(?=[aeiouAEOU])|(?<=[aeou])i(?=[aeou])", "", text.replace("eje", "E"))
    text = re.sub("(?<=[aeouAEOU])i$", "j", text)
    return re.sub("^(?:j+|ji|ij)$", "i", text)
