"""Weekdays and days counted from the day of writing in German, French, Russian and Ukrainian.

A row is what a newspaper prints, in the case it prints it in. A weekday wants its preposition where there is one.
"""

from __future__ import annotations

from typing import Literal

_DE = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_RU = "понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье"
_UK = "понеділок|вівторок|середу|четвер|п['’]ятницю|суботу|неділю"
_DE_LAST = "(?:vergangene|letzte|vorige)[nrms]?"
_DE_NEXT = "(?:kommende|nächste)[nrms]?"
_DE_THIS = "diese[nrms]?"

FOREIGN_FORMS: tuple[tuple[Literal["weekday", "relative"], str], ...] = (
    (
        "weekday",
        rf"(?<!\w)(?:[Aa]m|[Ss]eit|[Bb]is|[Aa]b|[Vv]om|[Ff]ür|[Zz]um|[Nn]ach|[Vv]or)(?: (?:dem|den|zum))?"
        rf"(?: (?P<shift>{_DE_LAST}|{_DE_NEXT}|{_DE_THIS}))? (?P<weekday>{_DE})(?:abend|morgen|nachmittag|vormittag|"
        r"mittag|nacht)?(?![\w-])",
    ),
    ("weekday", rf"(?<!\w)(?P<shift>[Vv]ergangenen|[Ll]etzten|[Kk]ommenden|[Nn]ächsten|"
                rf"[Dd]iesen) (?P<weekday>{_DE})(?![\w-])"),
    ("weekday", rf"(?<![\w-])(?P<weekday>{_FR})(?! gras)(?: (?:matin|soir|après-midi))?(?: (?P<shift>dernier|"
                rf"prochain|passé))?(?![\w-])"),
    ("weekday", rf"(?<!\w)(?:[ВвСсКк]о?|[Дд]о|[Пп]о) (?:(?P<shift>прошл\w\w|минувш\w\w|следующ\w\w|ближайш\w\w|"
                rf"эт\w\w?) )?(?P<weekday>{_RU})(?!\w)"),
    ("weekday", rf"(?<!\w)(?:[УуВвЗз]|[Дд]о|[Нн]а) (?:(?P<shift>минул\w{{1,3}}|наступн\w{{1,3}}|"
                rf"ц\w{{1,2}}) )?(?P<weekday>{_UK})(?!\w)"),
    ("relative", r"(?<!\w)(?P<near>[Vv]orgestern|[Gg]estern|[Hh]eute|morgen|[Üü]bermorgen)(?!\w)"),
    ("relative", r"(?<![\w-])(?P<near>[Hh]ier|[Aa]ujourd['’]hui|[Dd]emain|[Aa]vant-hier|[Aa]près-demain)(?![\w-])"),
    ("relative", r"(?<!\w)(?P<near>[Пп]озавчера|[Вв]чера|[Сс]егодня|[Зз]автра|[Пп]ослезавтра)(?!\w)"),
    ("relative", r"(?<!\w)(?P<near>[Пп]озавчора|[Вв]чора|[Сс]ьогодні|[Пп]іслязавтра)(?!\w)"),
    ("relative", rf"(?<!\w)(?P<shift>(?i:{_DE_LAST}|{_DE_NEXT}|{_DE_THIS})) (?P<unit>Woche|Wochenende|Monats?|"
                 rf"Jahr(?:es|e)?|Quartals?)(?!\w)"),
    ("relative", r"(?<!\w)(?:[Ll]a |[Cc]ette )?(?P<unit>semaine) (?P<shift>dernière|passée|prochaine)(?!\w)"),
    ("relative", r"(?<!\w)[Ll]e (?P<unit>mois|week-end) (?P<shift>dernier|passé|prochain)(?!\w)"),
    ("relative", r"(?<!\w)[Ll]['’](?P<unit>an|année) (?P<shift>dernier|dernière|passé|passée|prochain|"
                 r"prochaine)(?!\w)"),
    ("relative", r"(?<!\w)(?P<shift>[Cc]ette) (?P<unit>semaine|année)(?! (?:dernière|passée|prochaine))(?!\w)"),
    ("relative", r"(?<!\w)(?:[Нн]а|[Вв]) (?P<shift>прошл|минувш|следующ|будущ|эт)(?:ой|ей|ом|"
                 r"ем) (?P<unit>неделе|месяце|году)(?!\w)"),
    ("relative", r"(?<!\w)(?P<shift>[Мм]инул|[Нн]аступн|[Цц]ь)ого (?P<unit>тижня|місяця|року)(?!\w)"),
)  # fmt: skip
"""Kind and pattern."""

_LAST = "vergangen letzt vorig dernier passé прошл минувш минул"
_NEXT = "kommend nächst prochain следующ ближайш будущ наступн"
_SHIFTS = dict.fromkeys(_LAST.split(" "), -1) | dict.fromkeys(_NEXT.split(" "), 1)

_UNITS = {
    "woche": "week", "wochenende": "weekend", "monat": "month", "jahr": "year", "quartal": "quarter",
    "semaine": "week", "week-end": "weekend", "mois": "month", "an": "year", "année": "year",
    "недел": "week", "месяц": "month", "год": "year", "тиж": "week", "місяц": "month", "рок": "year",
}  # fmt: skip
NEAR = {
    "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2,
    "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "après-demain": 2,
    "позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2,
    "позавчора": -2, "вчора": -1, "сьогодні": 0, "післязавтра": 2,
}  # fmt: skip
"""A day near the day of writing → how many days after it."""


def foreign_shift(word: str) -> int:
    """What "vergangenen" or "следующей" says: -1, 0 or 1."""
    lowered = word.lower()
    return next((shift for stem, shift in _SHIFTS.items() if lowered.startswith(stem)), 0)


def foreign_unit(word: str) -> str | None:
    """The English name of a unit of time in one of these languages; the longest stem that fits."""
    lowered = word.lower()
    stems = sorted((stem for stem in _UNITS if lowered.startswith(stem)), key=len)
    return _UNITS[stems[-1]] if stems else None
