"""Numbers spelled out in English, German, French and Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


def _numbered(words: str, first: int = 0, step: int = 1) -> dict[str, float]:
    return {form: float(first + step * place) for place, forms in enumerate(words.split()) for form in forms.split("|")}


_ENGLISH = (
    _numbered("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
              "eighteen nineteen", 2)
    | _numbered("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10)
    | {"one": 1.0, "zero": 0.0}
)  # fmt: skip
_GERMAN = (
    _numbered("zwei|zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
              "siebzehn achtzehn neunzehn", 2)
    | _numbered("zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
)  # fmt: skip
_FRENCH = (
    _numbered("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
              "dix-neuf vingt", 2)
    | _numbered("trente quarante cinquante soixante soixante-dix quatre-vingts|quatre-vingt quatre-vingt-dix", 30, 10)
    | {"vingt-et-un": 21.0}
)  # fmt: skip
_RUSSIAN = (
    _numbered("два|две|двух|двум|двумя|двоих|двое три|трех|трёх|трем|тремя|трое|троих четыре|четырех|четырёх|четырем "
              "пять|пяти|пятью|пятеро "
              "шесть|шести|шестеро семь|семи|семеро восемь|восьми девять|девяти десять|десяти "
              "одиннадцать|одиннадцати двенадцать|двенадцати "
              "тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати "
              "семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати двадцать|двадцати", 2)
    | _numbered("тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти "
                "восемьдесят|восьмидесяти девяносто", 30, 10)
)  # fmt: skip
_RUSSIAN |= {
    "сто": 100.0, "ста": 100.0, "двести": 200.0, "двухсот": 200.0, "триста": 300.0, "трехсот": 300.0, "трёхсот": 300.0,
    "четыреста": 400.0, "пятьсот": 500.0,
}  # fmt: skip
_UNITS = _GERMAN | _FRENCH | _RUSSIAN | _ENGLISH

MULTIPLIERS = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "mln": 1e6,
    "millions": 1e6, "billions": 1e9, "trillions": 1e12, "mn": 1e6, "bn": 1e9, "lakh": 1e5, "crore": 1e7,
    "hundert": 1e2,
    "tausend": 1e3, "Tausend": 1e3, "Million": 1e6, "Millionen": 1e6, "Mio.": 1e6, "Mio": 1e6, "Milliarde": 1e9,
    "Milliarden": 1e9, "Mrd.": 1e9, "Mrd": 1e9, "Billionen": 1e12, "Dutzend": 12.0, "cent": 1e2, "cents": 1e2,
    "mille": 1e3,
    "milliard": 1e9, "milliards": 1e9, "douzaines": 12.0, "тысяч": 1e3, "тысячи": 1e3, "тысячу": 1e3, "тысяча": 1e3,
    "тыс.": 1e3,
    "тыс": 1e3, "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6, "миллиард": 1e9, "миллиарда": 1e9,
    "миллиардов": 1e9, "млрд": 1e9, "триллион": 1e12, "триллиона": 1e12, "трлн": 1e12, "десятка": 10.0, "дюжина": 12.0,
    "万": 1e4, "億": 1e8, "亿": 1e8,
}  # fmt: skip
"""What a number is multiplied by, by the word after it."""
_ORDERS = {
    "dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
    "Dutzende": 12.0, "Hunderte": 1e2, "Tausende": 1e3, "dizaines": 10.0, "douzaines": 12.0, "centaines": 1e2,
    "milliers": 1e3,
    "десятки": 10.0, "десятков": 10.0, "сотни": 1e2, "сотен": 1e2, "тысячи": 1e3,
}  # fmt: skip
_ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "second": 2,
}  # fmt: skip
_SHARES = {
    "half": 1 / 2, "halved": 1 / 2, "halve": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10,
    "Hälfte": 1 / 2, "Drittel": 1 / 3, "Viertel": 1 / 4, "moitié": 1 / 2, "tiers": 1 / 3, "половина": 1 / 2,
    "половины": 1 / 2,
    "половину": 1 / 2, "треть": 1 / 3, "трети": 1 / 3, "четверть": 1 / 4, "четверти": 1 / 4,
}  # fmt: skip
_TIMES = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "triple": 3, "tripled": 3,
    "tripling": 3, "threefold": 3, "thrice": 3,
    "quadruple": 4, "quadrupled": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10, "verdoppelt": 2, "doppelt": 2,
    "verdreifacht": 3,
    "вдвое": 2, "втрое": 3, "вчетверо": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelled number: its value, its unit where the word has one, and whether it is but an order of magnitude."""

    value: float
    unit: str = ""
    order: bool = False


def _any(words: dict[str, float] | dict[str, int] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _tens_and_units() -> dict[str, float]:
    """Every number below a hundred, compounds like twenty-one and einundzwanzig included."""
    found = dict(_UNITS)
    small = [word for word, value in _ENGLISH.items() if 0 < value < 10]
    for ten in [word for word, value in _ENGLISH.items() if value >= 20]:
        found |= {f"{ten}{joint}{word}": _ENGLISH[ten] + _ENGLISH[word] for word in small for joint in ("-", " ")}
    ones = {"ein": 1.0} | {word: value for word, value in _GERMAN.items() if value < 10}
    for ten in [word for word, value in _GERMAN.items() if value >= 20]:
        found |= {f"{word}und{ten}": _GERMAN[ten] + value for word, value in ones.items()}
    for ten in [word for word, value in _FRENCH.items() if value >= 20]:
        found |= {f"{ten}-{word}": _FRENCH[ten] + value for word, value in _FRENCH.items() if value < 10}
    for ten in [word for word, value in _RUSSIAN.items() if 20 <= value < 100]:
        found |= {f"{ten} {word}": _RUSSIAN[ten] + value for word, value in _RUSSIAN.items() if value < 10}
    return found


_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]+")


def find_spelled(text: str) -> Iterator[re.Match[str]]:
    """The numbers in words that a text may hold; the long pattern is tried only where one of its words stands."""
    starts, pattern, free = _starts(), _pattern(), 0
    for word in _WORD.finditer(text):
        if word.start() >= free and word[0].lower() in starts and (found := pattern.match(text, word.start())):
            free = found.end()
            yield found


@cache
def _starts() -> frozenset[str]:
    """The words that a number may begin with."""
    tables = (_tens_and_units(), MULTIPLIERS, _ORDERS, _ORDINALS, _SHARES, _TIMES)
    words = {re.split("[ -]", word)[0].lower() for table in tables for word in table}
    return frozenset(words | {"a", "an", "ein", "eine", "un", "une", "один", "одну", "полтора", "полмиллиона"})


@cache
def _pattern() -> re.Pattern[str]:
    """A pattern of numbers in words."""
    number = rf"(?:{_any(_tens_and_units())})"
    scale = rf"(?:{_any(MULTIPLIERS)})"
    rows = (
        rf"(?:{_any(_ORDERS)})(?: (?:of|von|de|d’) (?:{_any(_ORDERS)}|{_any(MULTIPLIERS)}))?",
        r"(?:one|two|three|four|five|a|zwei|drei|deux|trois|две|ein)[- ](?:half|halves|Drittel|Viertel|tiers|трети)",
        r"(?:one|two|three|four|five|a)[- ](?:thirds?|quarters?|fifths?|tenths?)"
        r"(?=\W*$|[.,;:)!?]| (?:of|less|more|in|by|to|from|since|over|on|during|this|that|than|and|or|off|at)\b)",
        rf"(?:(?:a|an|one|half a|{number})[- ]|{number})(?:hundred|thousand|million|billion|trillion|"
        rf"dozen)(?:(?: and |[- ]){number})?(?: {scale})?",
        rf"{number}(?: and a half)?(?:[ -]{scale}){{0,2}}",
        rf"(?:half|eine halbe|ein halbes|un demi|полтора|полмиллиона)(?:[ -]a)?(?:[ -]{scale})?",
        rf"{_any(_TIMES)}|{_any(_SHARES)}|{_any(_ORDINALS)}",
        r"(?:eine|un|une|один|одну) (?:Million|Milliarde|million|milliard|миллион|миллиард|тысячу)",
    )
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(rows)})(?![\w])", re.IGNORECASE)


def spelled(words: str) -> Spelled | None:
    """The number that `words` spell; None where they are an article or a pronoun.

    >>> [spelled(words).value for words in ("Twelve hundred", "two and a half million", "einundzwanzig", "a dozen")]
    [1200.0, 2500000.0, 21.0, 12.0]
    >>> spelled("one") is None, spelled("hundreds of thousands"), spelled("two-thirds").unit
    (True, Spelled(value=100000.0, unit='', order=True), 'share')
    """
    low = words.lower().replace("\u00a0", " ")
    for reading in (_order, _share, _word):
        if (found := reading(low)) is not None:
            return found
    return _product(low)


def _order(low: str) -> Spelled | None:
    lower = {word.lower(): value for word, value in (_ORDERS | {}).items()}
    head, _, tail = low.replace(" von ", " of ").replace(" de ", " of ").partition(" of ")
    if head not in lower:
        return None
    return Spelled(lower[head] * (lower.get(tail) or _multiplier(tail) or 1.0), order=True)


def _share(low: str) -> Spelled | None:
    parts = re.fullmatch(r"(one|two|three|four|five|a|an|zwei|drei|deux|trois|две)[- ](\w+?)s?", low)
    if parts:
        shares = {word.lower(): value for word, value in _SHARES.items()} | {"halve": 0.5, "tier": 1 / 3}
        if parts[2] in shares:
            return Spelled((_tens_and_units().get(parts[1]) or 1.0) * shares[parts[2]], "share")
    if low in (
        "half",
        "hälfte",
        "moitié",
        "halved",
        "halve",
        "drittel",
        "viertel",
        "половина",
        "половины",
        "половину",
        "треть",
        "трети",
        "четверть",
    ):
        return Spelled({word.lower(): value for word, value in _SHARES.items()}[low], "share")
    return None


def _word(low: str) -> Spelled | None:
    if low in _TIMES:
        return Spelled(float(_TIMES[low]), "times")
    if low in _ORDINALS:
        return Spelled(float(_ORDINALS[low]), "ordinal")
    return None


def _multiplier(word: str) -> float | None:
    return MULTIPLIERS.get(word) or MULTIPLIERS.get(word.capitalize()) or MULTIPLIERS.get(word.rstrip("s"))


def _product(low: str) -> Spelled | None:
    """A number with its multipliers: two and a half million, a hundred and five thousand."""
    half = 0.5 if " and a half" in low else 0.0
    rest = low.replace(" and a half", "").replace(" and ", " ")
    if rest in ("one", "zero", "half a", "half-a", "quarter", "tiers"):
        return None
    total, current, seen = 0.0, 0.0, False
    for word in _tokens(rest):
        if word in ("a", "an", "half", "eine", "un", "une", "один", "одну", "halbe", "demi"):
            current = 0.5 if word in ("half", "halbe", "demi") else current or 1.0
            continue
        number, scale = _tens_and_units().get(word), _multiplier(word)
        if number is not None:
            current, seen = current + number if current >= 100 else number, True
        elif scale is not None:
            current, seen = (current or 1.0) * scale + half * scale, True
            half = 0.0
            if scale >= 1e3:
                total, current = total + current, 0.0
    value = total + current + half
    return Spelled(value) if seen and value else None


def _tokens(text: str) -> list[str]:
    known = _tens_and_units()
    words = re.split(r" ", text)
    found: list[str] = []
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2])
        if pair in known and place + 1 < len(words):
            found.append(pair)
            place += 2
            continue
        found += [words[place]] if words[place] in known else words[place].split("-")
        place += 1
    return found
