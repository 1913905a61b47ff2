"""The spans that briefs cover."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.briefs.periods import last_period, parse_span, parse_week

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1))


@given(DAYS)
def test_a_week_is_named_as_the_standard_has_it(day: date) -> None:
    """Monday to Sunday, around the turn of a year too."""
    year, week, weekday = day.isocalendar()
    span = parse_week(f"{year}-W{week:02}")
    assert (day - timedelta(days=weekday - 1), 7) == (span.first, (span.last - span.first).days + 1)


@pytest.mark.parametrize("text", ["2022-W00", "2022-W53", "2022-37", "W37", "", "2022-W371"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="week"):
        parse_week(text)


@given(DAYS, DAYS)
def test_a_span_has_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    span = parse_span(first.isoformat(), last.isoformat())
    assert (first, last) == (span.first, span.last)


@pytest.mark.parametrize("kind", ["day", "week", "month"])
@given(day=DAYS)
def test_the_last_period_is_over(kind: str, day: date) -> None:
    """It ends on that day or before, and the next one does not."""
    span = last_period(kind, day)  # type: ignore[arg-type] # a literal, named by the table above
    length = (span.last - span.first).days + 1
    assert span.last <= day < span.last + timedelta(days=max(length, 31 if kind == "month" else 0))
