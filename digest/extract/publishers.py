"""The outlet of a page that declares one."""

from __future__ import annotations

from urllib.parse import urlsplit

from digest.extract.outlets import Found, Outlets, spellings
from digest.model import Evidence, Page
from digest.plans import Outlet


def find_outlet(page: Page, url: str | None, outlets: Outlets) -> Found:
    """The outlet by the domain of its address, or else by the name its site gives itself."""
    host = (urlsplit(url or page.source.url or "").hostname or "").removeprefix("www.")
    for outlet in outlets:
        if any(host == domain or host.endswith("." + domain) for domain in outlet.domains):
            return outlet, (Evidence(field="container_title", quote=host, rule="domain of the address"),)
    known = spellings(outlets)
    for entry in page.declared:
        if entry.field == "site_name":
            outlet = known.get(entry.value, Outlet(name=entry.value, type="webpage"))
            return outlet, (Evidence(field="container_title", quote=entry.value, rule=entry.origin),)
    return None, ()
