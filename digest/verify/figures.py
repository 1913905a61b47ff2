"""The figures of a text, in digits or words, with what they count: money, percent, hours, times, an order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.verify.numerals import MULTIPLIERS, find_spelled, spelled

MONEY = {
    "$": "dollar", "US$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "ruble", "₴": "hryvnia", "₸": "tenge",
    "₹": "rupee", "₩": "won",
}  # fmt: skip
"""The signs of moneys, and their names."""
_UNITS = {
    "percent": r"%|percent\b|per ?cent\b|Prozent\b|pour ?cent\b|por ciento\b|процент\w{0,3}|відсотк\w{0,3}|％",
    "point": r"(?:percentage|percent) points?\b|Prozentpunkte?n?\b|points? de pourcentage\b"
    r"|процентн\w{1,3} пункт\w{0,3}",
    "dollar": r"(?:U\.?S\.? |US-)?[Dd]ollars?\b|долларов\b|доллара?\b|USD\b",
    "euro": r"[Ee]uros?\b|EUR\b|евро\b",
    "pound": r"pounds? sterling\b|GBP\b",
    "yuan": r"[Yy]uan\b|renminbi\b|RMB\b|юан\w{1,3}",
    "ruble": r"rou?bles?\b|рубл\w{1,3}",
    "tenge": r"tenge\b|тенге\b",
    "yen": r"yen\b",
    "rupee": r"rupees?\b",
    "degree": r"(?:degrees?|°)\b",
    "times": r"times\b|-?fold\b|mal\b|fois\b",
}
_UNIT = re.compile(
    "|".join(rf"(?P<{name}>{row})" for name, row in sorted(_UNITS.items(), key=lambda row: row[0] != "point"))
)
_SCALE = "|".join(sorted(map(re.escape, MULTIPLIERS), key=len, reverse=True))
_DIGITS = (
    r"(?<![\w.,/:-])(?P<sign>US\$|[$€£¥₽₴₸₹₩]\s?)?"
    r"(?P<digits>\d{1,3}(?:[,.\u00a0\u202f’' ]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d{1,15}(?:[.,]\d{1,6})?)"
    r"(?:(?P<ordinal>st|nd|rd|th|er|ère|e)(?!\w)|(?!\d|\w{4}))"
)
_FIGURE = re.compile(rf"{_DIGITS}(?:[\s\u00a0-]?(?P<scale>{_SCALE})(?!\w))?")
_CLOCK = re.compile(r"(?<![\d.,:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[aApP])\.?\s?[mM]\b\.?|"
                    r"(?<![\d.,:])(?P<hours>[012]?\d):(?P<minutes>[0-5]\d)(?![\d:])")  # fmt: skip
_TIGHT = re.compile(
    r"(?<![\w.,/:$€£-])(?P<sign>[$€£])?(?P<digits>\d{1,6}(?:[.,]\d{1,3})?)(?P<scale>k|K|m|M|mn|bn|B|b|tn|trn)\b"
)
_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=[$€£]?\d)")
_ABOUT = re.compile(
    r"\b(?P<word>about|around|roughly|approximately|some|nearly|almost|close to|just under|just over|more than|"
    r"over|at least|"
    r"less than|under|fewer than|up to|as many as|as much as|an estimated|estimated|above|below|well over|"
    r"north of|ca\.|circa|"
    r"etwa|rund|ungefähr|fast|knapp|mehr als|über|mindestens|weniger als|bis zu|"
    r"environ|près de|presque|plus de|moins de|au moins|quelque|"
    r"около|примерно|почти|более|свыше|не менее|менее|порядка|до)\s(?:the\s|a\s)?(?:US\$|[$€£¥₽]\s?)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of a text: the values it may mean (1.200 is two), their unit, and how exact it says it is."""

    text: str
    start: int
    end: int
    values: tuple[float, ...]
    unit: str = ""  # percent, point, a currency, times, clock, ordinal; "" for a bare number or a count of things
    about: str = ""  # the word of approximation before it
    order: bool = False  # dozens, hundreds of thousands: an order of magnitude


@lru_cache(maxsize=500)
def find_figures(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[Figure, ...]:
    """The figures of `text` outside the spans that are `taken`, in order.

    >>> [(found.text, found.values, found.unit) for found in find_figures("Ten lost $1.2 million, or 40 percent.")]
    [('Ten', (10.0,), ''), ('$1.2 million', (1200000.0,), 'dollar'), ('40 percent', (40.0,), 'percent')]
    """
    free = _masked(text, taken)
    found: list[Figure] = []
    for reading in (_codes, _clocks, _tight, _in_digits, _in_words):
        more = list(reading(free, text))
        free = _masked(free, [(figure.start, figure.end) for figure in more])
        found += more
    return tuple(sorted(found, key=lambda figure: figure.start))


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\u2063" * (end - start)
    return "".join(letters)


_CODE = re.compile(r"(?<![\w/.])(?:[^\W\d_]{1,12}-?\d{1,4}|\d{1,2}/\d{1,2})(?![\w/])")


def _codes(free: str, text: str) -> Iterator[Figure]:
    """Numbers that are part of a name: COVID-19, G20, 9/11."""
    for match in _CODE.finditer(free):
        name = match[0].replace("-", "").lower()
        yield Figure(text=text[slice(*match.span())], start=match.start(), end=match.end(), values=(0.0,), unit=name)


def _clocks(free: str, text: str) -> Iterator[Figure]:
    for match in _CLOCK.finditer(free):
        if match["hours"]:
            minutes = int(match["hours"]) * 60 + int(match["minutes"])
        else:
            minutes = int(match["hour"]) % 12 * 60 + int(match["minute"] or 0) + 720 * (match["half"] in "pP")
        yield Figure(
            text=text[slice(*match.span())],
            start=match.start(),
            end=match.end(),
            values=(float(minutes),),
            unit="clock",
        )


_SHORT = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "bn": 1e9, "B": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}


def _tight(free: str, text: str) -> Iterator[Figure]:
    for match in _TIGHT.finditer(free):
        if match["scale"] in ("m", "b", "M", "B", "k") and not match["sign"] and match["scale"] != "k":
            continue  # 40m are metres as well
        yield _figure(
            match.span(), [value * _SHORT[match["scale"]] for value in values_of(match["digits"])], match["sign"], text
        )


def _in_digits(free: str, text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(_RANGE.sub(lambda found: " " * len(found[0]), free)):
        values = [value * MULTIPLIERS.get(match["scale"] or "", 1) for value in values_of(match["digits"])]
        figure = _figure(match.span(), values, match["sign"], text)
        yield figure if not match["ordinal"] else _of(figure, "ordinal")


def _of(figure: Figure, unit: str) -> Figure:
    return Figure(
        text=figure.text, start=figure.start, end=figure.end, values=figure.values, unit=unit, about=figure.about
    )


def values_of(digits: str) -> list[float]:
    """What digits with points, commas or blanks may mean.

    >>> values_of("1,200"), values_of("1.5"), values_of("1 200 000")
    ([1200.0, 1.2], [1.5], [1200000.0])
    """
    grouped = re.fullmatch(r"\d{1,3}(?:([,.\u00a0\u202f’' ])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?", digits)
    found = []
    if grouped:
        last = re.search(r"[.,](\d{1,2})\Z", digits)
        whole = re.sub(r"\D", "", digits[: last.start()] if last else digits)
        found.append(float(whole + (f".{last[1]}" if last else "")))
        if grouped[1] in ",." and re.fullmatch(r"\d{1,3}[.,]\d{3}", digits):
            found.append(float(digits.replace(",", ".")))
        return found
    return [float(re.sub(r"[^\d.]", "", digits.replace(",", ".")))]


def _in_words(free: str, text: str) -> Iterator[Figure]:
    for match in find_spelled(free):
        read = spelled(match[0])
        if read is None:
            continue
        figure = _figure(match.span(), [read.value], None, text)
        unit = read.unit or figure.unit
        yield Figure(
            text=figure.text,
            start=figure.start,
            end=figure.end,
            values=(read.value,),
            unit=unit,
            about=figure.about,
            order=read.order,
        )


def _figure(span: tuple[int, int], values: Sequence[float], sign: str | None, text: str) -> Figure:
    start, end = span
    unit = MONEY.get((sign or "").strip(), "")
    after = re.compile(r"[\s\u00a0-]?").match(text, end)
    place = after.end() if after else end
    found = _UNIT.match(text, place)
    if found and not unit:
        unit, end = found.lastgroup or "", found.end()
    about = _ABOUT.search(text, max(0, start - 30), start)
    return Figure(
        text=text[start:end],
        start=start,
        end=end,
        values=tuple(values),
        unit=unit,
        about=about["word"].lower() if about else "",
    )
