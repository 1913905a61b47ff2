"""When a page was published and changed, among all the dates it declares."""

from __future__ import annotations

from digest.dates import parse_date
from digest.model import Date, Evidence, Page


def find_dates(
    page: Page,
    url: str | None,  # noqa: ARG001
) -> tuple[Date | None, Date | None, tuple[Evidence, ...]]:
    """The day it was issued, the day it was changed, and what states them."""
    issued, issued_proof = _first(page, "issued")
    modified, modified_proof = _first(page, "modified")
    return issued, modified, (*issued_proof, *modified_proof)


def _first(page: Page, field: str) -> tuple[Date | None, tuple[Evidence, ...]]:
    for entry in page.declared:
        if entry.field == field and (found := parse_date(entry.value[:10])):
            return found, (Evidence(field=field, quote=entry.value, rule=entry.origin),)
    return None, ()
