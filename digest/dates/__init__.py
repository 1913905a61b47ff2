"""Dates as newspapers print them and as running text names them, read into EDTF.

Each name is imported when it is first asked for: printing a brief wants the words of a date, not all that finds one.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.dates.completing import complete
    from digest.dates.expressions import Expression, find_expressions
    from digest.dates.printed import parse_date, span
    from digest.dates.resolving import is_ahead, is_relative, resolve
    from digest.dates.spotting import Spot, spot_dates
    from digest.dates.tense import quoted_spans, sentence_bounds
    from digest.dates.wording import in_words

_HOMES = {
    "Expression": "expressions",
    "Spot": "spotting",
    "complete": "completing",
    "find_expressions": "expressions",
    "in_words": "wording",
    "is_ahead": "resolving",
    "is_relative": "resolving",
    "parse_date": "printed",
    "quoted_spans": "tense",
    "resolve": "resolving",
    "sentence_bounds": "tense",
    "span": "printed",
    "spot_dates": "spotting",
}

__all__ = [
    "Expression",
    "Spot",
    "complete",
    "find_expressions",
    "in_words",
    "is_ahead",
    "is_relative",
    "parse_date",
    "quoted_spans",
    "resolve",
    "sentence_bounds",
    "span",
    "spot_dates",
]


def __getattr__(name: str) -> object:
    """A public name, from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"digest.dates.{_HOMES[name]}"), name)
