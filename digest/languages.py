"""Which language a text is in: its script, then the small words no text does without."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 20_000

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),  # before Chinese: kana stand among the same characters
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("arab", re.compile(r"[\u0600-\u06ff]")),
    ("cyrl", re.compile(r"[\u0400-\u04ff]")),
    ("latn", re.compile(r"[A-Za-z\u00c0-\u024f]")),
)

_LETTERS = {
    "arab": (("ug", "ېۇۆۈە"), ("ur", "ٹڈڑےں"), ("fa", "پچژگ")),
    "cyrl": (("kk", "қңғұә"), ("be", "ў"), ("uk", "їєґі"), ("tg", "ҷҳӯ"), ("mn", "ө"), ("sr", "ђћџјљњ"), ("bg", "ъ")),
}
"""Letters that tell the languages of a script apart, the most particular first."""

_DEFAULT = {"arab": "ar", "cyrl": "ru"}

_WORDS = {
    "cs": "a je se na v že s z do pro jako jsou byl",
    "da": "og er det ikke en til på af med som har han blev",
    "de": "der die das und ist nicht mit von den im ein auf zu für dem eine",
    "en": "the and of to in is that for with on was as by his has from",
    "es": "el la los las que de y en del por con una para es se",
    "fi": "ja on ei että se hän oli myös kun mutta ovat",
    "fr": "le la les des et est une dans que du pour qui au sur pas",
    "hu": "a az és hogy nem egy is volt meg ez",
    "it": "il di che la e per un del è della con non sono una i",
    "kk": "men jane bul ushin",
    "nl": "de het een en van is dat niet te op voor met zijn die",
    "no": "og er det ikke en til på av med som har han ble",
    "pl": "i w na nie się z jest że do to o jak przez",
    "pt": "o a os as que de e em do da para com uma não por",
    "ro": "și de în la cu a este pe care din nu pentru",
    "sv": "och är det inte en till på av med som har han för att",
    "tr": "ve bir bu için ile da de olarak olan çok daha",
    "uz": "va bilan uchun bu ham bir boʻlgan",
}
"""Small words of the languages in Latin letters, by their share in newspapers."""


def detect(text: str) -> str | None:
    """The BCP 47 tag of the language `text` is in, or None where too little tells.

    >>> detect("The leaders met in Samarkand, and the talks of the two sides lasted for hours.")
    'en'
    >>> detect("Председатель КНР прибыл в столицу Казахстана"), detect("习近平抵达哈萨克斯坦")
    ('ru', 'zh')
    >>> detect("Порт закрито в понеділок після шторму, який прийшов із півночі, сказали там")
    'uk'
    >>> detect("Xi") is None
    True
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script == "latn":
        return _latin(sample)
    for language, letters in _LETTERS.get(script or "", ()):
        found = sum(sample.count(letter) for letter in letters)
        if found >= max(2, len(sample) * (0.01 if language != "bg" else 0.012)):
            return language
    return _DEFAULT.get(script or "", script)


def _script(sample: str) -> str | None:
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    if counts["ja"] > counts["zh"] * 0.1 and counts["ja"] > 3:
        counts["ja"] += counts.pop("zh") * 3
    counts["zh"] = counts.get("zh", 0) * 3  # a character is a word's worth
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= 12 else None


def _latin(sample: str) -> str | None:
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    total = sum(words.values())
    if total < 5:
        return None
    shares = {name: sum(words[word] for word in known.split()) / total for name, known in _WORDS.items()}
    best, second = sorted(shares, key=lambda name: -shares[name])[:2]
    margin = 1.05 if shares[best] >= 0.12 else 1.5
    return best if shares[best] >= 0.06 and shares[best] > shares[second] * margin else None
