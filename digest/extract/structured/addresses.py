"""The canonical address of a page, among those it declares and the one it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from digest.addresses import canonical, host, identity, is_front, site
from digest.model import Evidence, Page

_TRUST = (
    re.compile(r"^canonical link$"),
    re.compile(r"^meta og:url$"),
    re.compile(r"^JSON-LD (?!.*\().* url$"),
    re.compile(r"^microdata (?!.*\()"),
    re.compile(r"^meta (?!twitter|syndication)"),
)
"""Whose word on the page's own address is taken, the first that can be believed."""
_SAVED = "saved from"
_SLUG = re.compile(r"\d{4,}|\w+-\w+-\w+|\.\w{3,5}$|[^\x00-\x7f]{4}|%[0-9A-F]{2}%")
_LONGEST = 2_000

Found = tuple[str | None, tuple[Evidence, ...]]


def find_url(page: Page) -> Found:
    """The address a citation prints; one on another site than the page's own is only told."""
    read, place = _read_from(page)
    own = canonical(read) if read else None
    own = own if own and host(own) else None
    stated = list(_stated(page, own))
    foreign: tuple[Evidence, ...] = ()
    for address, quote, origin in stated:
        if own is None or _is_of(address, own):
            if not (is_front(address) and own is None and len(stated) > 1):
                return address, (Evidence(field="url", quote=quote, rule=origin), *foreign)
        elif site(address) != site(own) and not foreign:
            rule = f"{origin}: first published there"
            foreign = (Evidence(field="url", quote=quote, rule=rule, confidence="inferred"),)
    if own is None:
        return None, foreign
    return own, (Evidence(field="url", quote=str(read), rule=place), *foreign)


def _read_from(page: Page) -> tuple[str | None, str]:
    """The address the page was read from, by whoever read it or by the file's own note, and which of them says so."""
    if page.source.url:
        return page.source.url, "address it was read from"
    return next((row.value for row in page.declared if row.origin == _SAVED), None), _SAVED


def _stated(page: Page, own: str | None) -> Iterator[tuple[str, str, str]]:
    """The addresses a page states, each with its own words and its place, in order of trust."""
    rows = [row for row in page.declared if row.field == "url" and 0 < len(row.value) <= _LONGEST]
    base = own or next((row.value for row in rows if row.value.startswith(("http://", "https://"))), "")
    known = [pattern for pattern in _TRUST if any(pattern.search(row.origin) for row in rows)]
    placed = {row: next((at for at, one in enumerate(known) if one.search(row.origin)), None) for row in rows}
    for row in sorted((row for row in rows if placed[row] is not None), key=lambda row: placed[row] or 0):
        yield from _joined(base, row.value, row.origin)
    for row in rows:
        if not re.match(r"canonical|meta|JSON-LD|microdata|saved from", row.origin):  # another format's own word
            yield from _joined(base, row.value, row.origin)


def _joined(base: str, value: str, origin: str) -> Iterator[tuple[str, str, str]]:
    if not value.lower().startswith(("http://", "https://", "/")):
        return
    try:
        address = canonical(urljoin(base, value))
    except ValueError:
        return
    if host(address):
        yield address, value, origin


def _is_of(address: str, own: str) -> bool:
    """Whether a stated address can be that of the page read from `own`: of the same site, and no section above it."""
    if site(address) != site(own):
        return False
    if identity(address) == identity(own):
        return True
    if is_front(address):
        return is_front(own)
    mine, its = (urlsplit(one).path.strip("/").split("/") for one in (own, address))
    above = len(its) < len(mine) and mine[: len(its)] == its
    return not above or bool(_SLUG.search(its[-1]))
