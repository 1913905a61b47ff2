"""The canonical address of a page."""

from __future__ import annotations

from digest.model import Evidence, Page


def find_url(page: Page) -> tuple[str | None, tuple[Evidence, ...]]:
    """The address a citation prints."""
    for entry in page.declared:
        if entry.field == "url":
            return entry.value, (Evidence(field="url", quote=entry.value, rule=entry.origin),)
    if page.source.url:
        return page.source.url, (Evidence(field="url", quote=page.source.url, rule="address it was read from"),)
    return None, ()
