"""The headline of a page, among all the titles it declares."""

from __future__ import annotations

from digest.extract.titles import bare
from digest.model import Evidence, Page
from digest.plans import Outlet


def find_title(page: Page, outlet: Outlet | None) -> tuple[str | None, tuple[Evidence, ...]]:
    """The headline, without the site's name."""
    for entry in page.declared:
        if entry.field == "title":
            title = bare(entry.value, outlet.name if outlet else None)
            return title, (Evidence(field="title", quote=entry.value, rule=entry.origin),)
    return None, ()
