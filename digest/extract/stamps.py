"""Lines that say when: a date standing by itself, "Published 3 hours ago", and the place a report is filed from."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.dates.words import months, weekdays
from digest.extract.stamp_words import without_labels

_COMMON = frozenset({"ago", "des", "gen", "lip", "lis", "out", "set", "sie"})
"""Short forms of months that are common words of other languages: a whole date has them, a stamp of a line has not."""


@cache
def _month() -> str:
    return "|".join(re.escape(word) for word in sorted(months().keys() - _COMMON, key=len, reverse=True))


@cache
def _date() -> re.Pattern[str]:
    month = rf"(?<!\w)(?:{_month()})(?!\w)"
    return re.compile(
        rf"{month}\.?\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{0,3}}(?:19|20)\d\d)?"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?\s{{0,3}}(?:de\s{{1,3}})?(?:{_month()})(?!\w)\.?,?\s{{0,3}}(?:de\s{{1,3}})?"
        r"(?:(?:19|20)\d\d)?"
        rf"|{month}\.?,?\s{{0,3}}(?:de\s{{1,3}})?(?:19|20)\d\d"
        r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|(?:19|"
        r"20)\d\d\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?",
        re.I,
    )


_AGO = re.compile(
    r"\b(?:\d+|an?|one)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s?\s+ago\b|\bvor\s+\d+\s+\w+|"
    r"\bil y a\s+\d+\s+\w+|"
    r"\b\d+\s+\w+\s+назад|\bhace\s+\d+\s+\w+|\d+\s*(?:小时|分钟|天)前|"
    r"\b(?:today|yesterday)\b,? (?:at )?\d|\d+\s*(?:시간|分|時間)\s*(?:전|前)",
    re.I,
)
_WORDS = (
    "on at time am um den der le la à h el a las du al il ore kl klo kello die op om dne w dnia o i z v ve на в о об у "
    "uhr hrs clock gmt utc bst cet cest est edt pst pdt ist msk jst kst hkt sgt myt wib local eastern central pacific "
    "read reading lesezeit lesedauer minuten minuter minuti minutos lecture lectura lettura leestijd lästid lesetid "
    "czas czytania čtení okuma süresi мин минут минуты минута чтения года г р min mins minute minutes views aufrufe "
    "today heute aujourd'hui hoy oggi hoje ago since as of"
)


@cache
def _around() -> re.Pattern[str]:
    words = {*_WORDS.split(), *(day for day in weekdays() if len(day) > 1)}
    joined = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(
        r"\b[ap]\.?m\.?(?!\w)|(?<!\w)[+-]\d{1,2}(?::?\d\d)?(?!\d)|\b\d{1,3}[ -]min(?:ute)?s?\.?(?: read)?\b|"
        rf"(?<!\w)(?:{joined})(?!\w)|\b\d{{1,2}}[:.h]\d\d(?::\d\d)?(?:\s?[ap]m\b)?|\d{{1,2}}時\d\d分|\d{{1,2}}시\s?\d\d분|"
        r"来源|星期.|[上下]午|오전|오후",
        re.I,
    )


@cache
def _clocked() -> re.Pattern[str]:
    month = rf"(?:{_month()})\.?"
    return re.compile(rf"\d{{1,2}}\.? {month},? \d{{1,2}}:\d\d|{month} \d{{1,2}},? \d{{1,2}}:\d\d", re.I)


_LONGEST = 120
_KEPT = 65_536  # lines: every step of the extraction asks of each
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(
    r"(?<=[\s/.-](?:19|20)\d\d)(?=[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё]|\d{1,2}:\d\d)|(?<=[.:]\d\d)(?=[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё]{2})"
    r"|(?<=[a-zß-ÿа-яё])(?=\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)"
)

_CITY = r"[A-ZÀ-ÞА-ЯЁҚҒӘӨҮҰІ][A-ZÀ-ÞА-ЯЁҚҒӘӨҮҰІ'’.\-]+(?: [A-ZÀ-ÞА-ЯЁҚҒӘӨҮҰІ][A-ZÀ-ÞА-ЯЁҚҒӘӨҮҰІ'’.\-]*){0,3}"
_COUNTRY = r"(?:[A-Z][\w.'’-]+)(?: (?:and |of |the )?[A-Z][\w.'’-]+){0,3}"
_DAY = r"(?=[^,]{0,12}\d)[^\s,./()—–-]{1,10}\.? ?[^\s,./()—–-]{1,10}\.?"
_AGENCY = r"[(/][^()/]{2,40}[)/]"
DATELINE = re.compile(
    rf"(?P<place>{_CITY}(?:/{_CITY})?(?:, {_COUNTRY})?)(?:, {_DAY})?"
    rf"(?:\.? ?{_AGENCY}\.?\s*(?:[-–—]{{1,2}}|:)?|\s*[-–—]{{1,2}}|:)\s+(?=[\"“«„‘(]?\w)"
    rf"|(?P<city>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{0,2}}(?:, {_COUNTRY}| \({_COUNTRY}\))?)"
    rf"(?:, {_DAY})? ?[(/][A-Za-z][\w ]{{1,30}}[)/]\.?\s*[-–—]{{1,2}}\s+"
    r"|(?:[(（]?(?:新华社|中新社|法新社|路透社|美联社|塔斯社|中新网)[)）]?(?P<site>[\u4e00-\u9fff]{2,8}?)\d{1,2}月\d{1,2}日(?:电|讯|訊|電))"
)
"""How a report begins that names the place it is filed from: "ASTANA, Sept 14 (Reuters) - "."""


def unglued(text: str) -> str:
    """`text` with a bar where a page's markup ran one date into the next word.

    >>> unglued("10/04/2024October 4, 2024"), unglued("Published: 6 Jun 2024Updated: 7 Jun 2024")
    ('10/04/2024 | October 4, 2024', 'Published: 6 Jun 2024 | Updated: 7 Jun 2024')
    """
    return _GLUED.sub(" | ", text)


def is_stamp(text: str) -> bool:
    """Whether `text` says when the article appeared, and nothing else.

    >>> is_stamp("Wednesday 7 April 2021"), is_stamp("Published 3 hours ago"), is_stamp("On March 25 he flew home")
    (True, True, False)
    """
    if not has_stamp(text):
        return len(text) <= 30 and bool(_clocked().fullmatch(text))
    beside = " ".join(beside_stamp(text))
    return len(re.findall(r"[^\W\d_]{2,}", beside)) <= 1 and len(beside.split()) <= 4


def beside_stamp(text: str) -> list[str]:
    """What a line that says when says beside it, in its parts.

    >>> beside_stamp("Ann Lee | The Bugle | Published 3 hours ago")
    ['Ann Lee', 'The Bugle']
    """
    return list(_beside(text))


@lru_cache(maxsize=_KEPT)
def _beside(text: str) -> tuple[str, ...]:
    rest = without_labels(_AGO.sub(" | ", _date().sub(" | ", unglued(text))))
    parts = re.split(r"[|•·,:;()/]|(?<!\w)[–—-](?!\w)", _around().sub(" | ", rest))
    return tuple(" ".join(part.split()) for part in parts if part.strip(" .-–—"))


def has_stamp(text: str) -> bool:
    """Whether a short line holds a date or a time since."""
    return len(text) <= _LONGEST and _stamped(text)


@lru_cache(maxsize=_KEPT)
def _stamped(text: str) -> bool:
    return bool((_DIGIT.search(text) and _date().search(unglued(text))) or _AGO.search(text))


def has_day(text: str) -> bool:
    """Whether a short line names a day, and not only the time since."""
    return bool(_DIGIT.search(text[:_LONGEST]) and _date().search(unglued(text[:_LONGEST])))


def is_filed(text: str) -> bool:
    """Whether a place and a dash or an agency open the paragraph; a colon alone could follow any word."""
    match = DATELINE.match(text[:200])
    return match is not None and not match[0].rstrip().endswith(":")


def by_agency(text: str) -> bool:
    """Whether place and agency open the paragraph: "KYIV (Reuters) -"."""
    match = DATELINE.match(text[:200])
    return match is not None and bool(re.search(r"[(/]", match[0][3:])) and is_filed(text)


def place_of(text: str) -> str | None:
    """The place a report is filed from, as its first words name it.

    >>> place_of("ALMATY, Kazakhstan -- In the days"), place_of("ASTANA, Sept 14 (Reuters) - Xi")
    ('ALMATY, Kazakhstan', 'ASTANA')
    >>> place_of("He said -- no") is None
    True
    """
    match = DATELINE.match(text[:200])
    if not match:
        return None
    return next((place.strip(" ,") for place in match.groupdict().values() if place), None)
