"""Sentences that leave their page: their relative dates completed in square brackets."""

from __future__ import annotations

from digest.dates.expressions import Expression, find_expressions
from digest.dates.resolving import is_relative, resolve
from digest.dates.tense import quoted_spans
from digest.dates.wording import in_words
from digest.dates.words import foreign_relative
from digest.model import Date

_WHOLE = {"day": 10, "month": 7, "year": 4}


def _fits(expression: Expression, value: Date) -> bool:
    """Whether `value` is as narrow as the words: a day for "today", one month for "next month"."""
    unit = "day" if expression.kind in ("weekday", "day-month") else expression.unit or "month"
    if unit in ("week", "weekend"):
        return (value.last - value.first).days < 7
    if expression.kind in ("quarter", "season") or unit in ("quarter", "decade"):
        return True
    return expression.until is not None or len(value.edtf) == _WHOLE.get(unit, 0)


def _needs_only_year(expression: Expression) -> bool:
    return expression.kind in ("day-month", "month") and expression.shift is None


def _years(value: Date) -> tuple[int, int]:
    return value.first.year, value.last.year


def _insertion(expression: Expression, value: Date, language: str) -> str:
    if _needs_only_year(expression):
        return str(value.first.year)
    return in_words(value, language)


_MANY = 20
"""Relative dates of a sentence; what names more is no sentence."""


def complete(sentence: str, issued: Date, *, period: Date | None = None, language: str = "en") -> str | None:
    """`sentence` with each relative date completed in brackets; None where one of them cannot be resolved.

    Dates that lack only their year stay as they are where it is the one year of `period`. Inside quotation marks
    "today" is the day of the speech, which nobody knows: None. "Gestern" and its like are known but not reckoned.

    >>> complete("A congress opens next month in Beijing.", Date(edtf="2022-09-16"))
    'A congress opens next month [October 2022] in Beijing.'
    """
    if foreign_relative().search(sentence):
        return None
    spoken = quoted_spans(sentence)
    parts, done = [], 0
    relative = [found for found in find_expressions(sentence) if is_relative(found)]
    if len(relative) > _MANY:
        return None
    for expression in relative:
        value = resolve(expression, sentence, issued)
        if value is None or not _fits(expression, value):
            return None
        if any(a <= expression.start < b for a, b in spoken) and expression.kind in ("relative", "weekday"):
            return None
        if expression.anchored or (period and _needs_only_year(expression) and _years(period) == _years(value)):
            continue  # the date it counts from stands beside it
        end = expression.end + (2 if sentence[expression.end : expression.end + 2] in ("'s", "’s") else 0)
        parts += [sentence[done:end], f" [{_insertion(expression, value, language)}]"]
        done = end
    return "".join((*parts, sentence[done:]))
