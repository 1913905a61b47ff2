"""What a page's own outlet is called, so that it is not taken for a person."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from digest.extract.structured.signatures_read import folded
from digest.model import Page
from digest.plans import Outlet

_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne", "go"})
_LONGEST = 60


def own_names(page: Page, outlet: Outlet | None) -> frozenset[str]:
    """The folded names of the page's outlet: as the table has it, as the page declares it, as its address says."""
    names = {outlet.name, *outlet.also} if outlet else set()
    names |= {row.value for row in page.declared if row.field == "site_name" and len(row.value) <= _LONGEST}
    addresses = [page.source.url or "", *(row.value for row in page.declared if row.field == "url")]
    for address in addresses[:4]:
        names |= set(_of_host(address))
    found = set()
    for name in names:
        bare = re.sub(r"^(?:the|der|die|das|le|la|el|il|l['’])\s+", "", name.strip(), flags=re.I)
        bare = re.sub(r"^@", "", re.sub(r"\s+(?:gmbh|ltd|llc|inc|s\.?a\.?|news)\.?$", "", bare, flags=re.I))
        found |= {
            folded(name),
            folded(bare),
            folded(bare.replace(" ", "")),
            folded(f"the {bare}"),
            folded(f"{bare} news"),
        }
        found |= {folded(f"{bare} online"), folded(f"{bare} web"), folded(f"redaktion {bare}")}
    return frozenset(found - {""})


def _of_host(address: str) -> tuple[str, ...]:
    """The names a host suggests: "www.example.co.uk" is "example", "example.co.uk" and "www.example.co.uk"."""
    try:
        host = (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return ()
    parts = [part for part in host.split(".") if part not in ("www", "m", "amp", "edition", "en")]
    if len(parts) < 2:
        return ()
    cut = -3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else -2
    return (host, ".".join(parts), ".".join(parts[cut:]), parts[cut])
