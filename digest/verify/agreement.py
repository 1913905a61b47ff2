"""Whether a figure of a source bears out a figure of a sentence: their values, units and roundings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.verify.figures import MONEY, Figure

_OVER = re.compile(
    "more than|over|at least|just over|above|well over|north of|mehr als|über|mindestens|plus de|au moins|более|свыше|"
    "не менее"
)
_NEARLY = re.compile("nearly|almost|close to|just under|fast|knapp|près de|presque|почти")
_UNDER = re.compile("less than|under|fewer than|up to|below|as many as|as much as|weniger als|bis zu|moins de|менее|до")


def agree(stated: Figure, source: Figure) -> bool:
    """Whether a source that says `source` bears out `stated`; a rounding only where it is marked as one.

    >>> from digest.verify.figures import find_figures
    >>> one, two, three = (find_figures(text)[0] for text in ("about 1,000", "987", "1,000"))
    >>> agree(one, two), agree(three, two)
    (True, False)
    """
    if stated.unit != source.unit and not _related(stated.unit, source.unit):
        return False
    return any(
        _close(one * _factor(stated, source), two, stated, source) for one in stated.values for two in source.values
    )


def _related(one: str, two: str) -> bool:
    """Whether two units may be one: a bare number is anything but percent, points, hours."""
    if {one, two} in ({"percent", "share"}, {"times", ""}, {"ordinal", ""}, {"share", ""}):
        return True
    return "" in (one, two) and (one or two) in (*MONEY.values(), "yuan", "degree")


def _factor(stated: Figure, source: Figure) -> float:
    """Between a share and percent: half is 50 percent."""
    if (stated.unit, source.unit) == ("share", "percent"):
        return 100.0
    return 0.01 if (stated.unit, source.unit) == ("percent", "share") else 1.0


def _is_rounder(one: float, two: float) -> bool:
    """Whether a figure has fewer digits that say something than another: 1,000 than 987, and not 51 than 50."""
    return _digits(one) < _digits(two)


def _digits(value: float) -> int:
    return len(f"{value:.12g}".replace(".", "").strip("0")) or 1


_TOLERANCE = 0.1
_FURTHER = 0.25  # "more than", "less than": how far beyond


def _close(one: float, two: float, stated: Figure, source: Figure) -> bool:
    if abs(one - two) <= 1e-9 * max(abs(one), abs(two), 1e-9):
        return True
    if {stated.unit, source.unit} == {"share", "percent"} and abs(one - two) <= (1 if max(one, two) > 1 else 0.01):
        return True  # a third is 33 percent, and 34
    if {stated.unit, source.unit} == {"share", "percent"}:  # a third is 33 percent, and 34
        return abs(one - two) <= (1 if max(one, two) > 1 else 0.01)
    return _rounds(one, two, stated, source)


def _rounds(one: float, two: float, stated: Figure, source: Figure) -> bool:
    """Whether a figure that is marked as rounded rounds the source's."""
    if stated.order or source.order:
        order, exact = (one, two) if stated.order else (two, one)
        return not (stated.order and source.order) and stated.order and order <= exact < 20 * order
    if not stated.about or two == 0 or not _is_rounder(one, two):
        return False
    if _OVER.fullmatch(stated.about):
        return one <= two <= one * (1 + _FURTHER)
    if _NEARLY.fullmatch(stated.about):
        return two <= one * (1 + _TOLERANCE / 5) and one <= two * (1 + _TOLERANCE)
    if _UNDER.fullmatch(stated.about):
        return two <= one <= two * (1 + _FURTHER)
    return abs(one - two) <= _TOLERANCE * abs(two)


_ONE = r"[^\W\d_][\w’'\-]{0,40}(?: [^\W\d_][\w’'\-]{0,40}){0,4}"
_LIST = re.compile(
    r""
    rf"{_ONE}(?:, {_ONE}){{0,9}},? and [^\W\d_]"
)
_COUNTED = 12


_PART = re.compile(
    r"\b(?:paragraphs?|paras?\.?|pages?|pp?\.|notes?|Abs\.|Absatz|абз\.)\s\Z",
    re.IGNORECASE,
)


def tells(figure: Figure, text: str) -> bool:
    """Whether a figure says how many: no bare one, which is an article, and no number of a paragraph."""
    if figure.values == (1.0,) and not figure.unit:
        return False
    return not _PART.search(text, max(0, figure.start - 12), figure.start)


def counted(figure: Figure, source: str) -> bool:
    """Whether a small number counts what the source lists: two ministers, where it names one and another."""
    if figure.unit or figure.order or len(figure.values) != 1 or not 2 <= figure.values[0] <= _COUNTED:
        return False
    if any(letter.isdigit() for letter in figure.text):
        return False
    return any(
        listing[0].count(",") - (", and " in listing[0]) + 2 == figure.values[0] for listing in _LIST.finditer(source)
    )


def nearest(figure: Figure, source: Sequence[Figure]) -> str:
    """The source's figure that is most like one: of its unit or its digits, else of its size."""
    return max(source[:_COMPARED], key=lambda other: _likeness(figure, other)).text if source else ""


_COMPARED = 200


def _likeness(one: Figure, two: Figure) -> float:
    high, low = max(one.values[0], two.values[0]), min(one.values[0], two.values[0])
    size = low / high if high else 1.0
    digits = re.sub(r"\D", "", one.text) == re.sub(r"\D", "", two.text) != ""
    return size + 2 * (one.unit == two.unit != "") + 1.5 * digits + (one.unit == two.unit)
