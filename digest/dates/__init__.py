"""Dates as newspapers print them and as running text names them, read into EDTF."""

from digest.dates.expressions import Expression, find_expressions
from digest.dates.printed import parse_date, span
from digest.dates.resolving import complete, is_ahead, is_relative, resolve
from digest.dates.tense import quoted_spans, sentence_bounds, tense
from digest.dates.wording import in_words

__all__ = [
    "Expression",
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
    "tense",
]
