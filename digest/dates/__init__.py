"""Dates as newspapers print them and as running text names them, read into EDTF."""

from digest.dates.printed import parse_date, span
from digest.dates.wording import in_words

__all__ = ["in_words", "parse_date", "span"]
