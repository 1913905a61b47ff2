"""Where in a text a date can stand at all."""

from __future__ import annotations

import re

from digest.dates.forms import Sign

_SIGNS: dict[Sign, re.Pattern[str]] = {
    "day": re.compile(r"[Tt]o(?:day|night|morrow)|[Yy]esterday|ast night|his (?:m|a|e)|(?:Day|Eve)\b|Fourth"),
    "digit": re.compile(r"\d"),
    "foreign": re.compile(
        r"tag|[Ww]och|Monat|Jahr|heute|Heute|gestern|Gestern|morgen|\w{2}di\b|dimanche|semaine|mois|ier\b|emain|"
        r"aujourd|année|l['’]an\b|week-end|[ВвСсКкУуЗз]о? \w|[ДдПпНн][ао] \w|[Вв]ч[ео]ра|егодн|ьогодн|автра|ого \w"
    ),
    "month": re.compile(
        r"[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)|[JFMASOND](?:AN|EB|AR|PR|UN|UL|UG|EP|CT|OV|EC)"
        r"|(?:ua|em|to)(?:ry|ber) \d|(?:pril|ju(?:ne|ly)|ugust) \d"
    ),
    "quarter": re.compile(r"[- ]quarter|[- ]half|Q[1-4]"),
    "season": re.compile(r"(?:inter|pring|ummer|utumn|all)\b"),
    "unit": re.compile(r"[dwmqyc](?:ay|eek|onth|uarter|ear|ecade|entury)"),
    "weekday": re.compile(r"[MTWFS](?:on|ue|ed|hu|ri|at|un)|[nsrui]day\b|[NSRUI]DAY\b"),
}
"""What must stand in a stretch of text that has a date of some form."""
_OTHER_TONGUES = (
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag", "estern", "heute",
    "Heute", "morgen", "Woche", "Monat", "Jahr", "Quartal", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "semaine", "mois", "année", "week-end", "l'an ", "l’an ", "demain", "Demain", "hier", "Hier", "ujourd",
    "о", "а", "е", "і",
)  # fmt: skip
_WORDS: dict[Sign, tuple[str, ...]] = {
    "day": ("today", "oday", "night", "orrow", "esterday", "this ", "This ", "Day", "Eve", "Fourth"),
    "foreign": _OTHER_TONGUES,
    "month": (
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
        "ary ",
        "pril ",
        "june ",
        "july ",
        "ugust ",
        "mber ",
        "tober ",
    ),
    "quarter": ("quarter", "half", "Q1", "Q2", "Q3", "Q4"),
    "season": ("inter", "pring", "ummer", "utumn", "fall", "Fall"),
    "weekday": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "day", "DAY"),
}
"""What is looked for first, since it costs least: without one of these a text has no such sign."""
_AROUND = 64
"""Characters on either side of a sign that its expression may take."""


def windows(text: str, name: Sign) -> list[tuple[int, int]]:
    """The stretches of `text` that can hold a date: most prose holds none, and searching it costs."""
    found: list[tuple[int, int]] = []
    words, sign = _WORDS.get(name), _SIGNS[name]
    for word in words or ("",):  # a plain loop: half the time of any()
        if word in text:
            break
    else:
        return found
    low, high = -1, -1
    for match in sign.finditer(text):
        if match.start() - _AROUND > high:
            if high >= 0:
                found.append((low, high))
            low = max(0, match.start() - _AROUND)
        high = match.end() + _AROUND
    if high >= 0:
        found.append((low, min(high, len(text))))
    return found
