"""What a page calls its site, and how a title is told from the names that stand around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from digest.model import Page
from digest.plans import Outlet

_ARTICLES = re.compile(r"^(?:the|die|der|das|le|la|les|el|los|il|lo|a|o|os|as|de|het) +", re.I)
_SUFFIXES = re.compile(r"\.(?:com|org|net|info|news|co|go|or|ne|gov|[a-z]{2})(?:\.[a-z]{2})?$", re.I)
_NO_LETTERS = re.compile(r"[\W_]+")
_GENERIC = frozenset(
    """news online web com net org de co uk ru fr at ch www live newspaper zeitung magazine portal home startseite
    english international edition site tv fm""".split()  # noqa: SIM905 — a list of quoted words would hide the list
)
"""What sites add to their names."""


def folded(text: str) -> str:
    """The letters and digits of a name without its article, for comparing names.

    >>> folded("The Día-Web") == folded("dia web")
    True
    """
    return letters(_ARTICLES.sub("", text.strip()))


@lru_cache(maxsize=2_048)  # titles and names are compared again and again
def letters(text: str) -> str:
    """The letters and digits of `text`, for comparing titles."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return _NO_LETTERS.sub("", plain.casefold())


_LONGEST = 40
_ADDRESS = 500
_SHORTEST = 3
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The folded names of a page's site, of its sections, and of the folders of its address."""

    sites: frozenset[str]
    sections: frozenset[str]
    folders: frozenset[str] = frozenset()

    def is_site(self, words: str) -> bool:
        """Whether `words` name the site, with or without what sites add to their names."""
        key = folded(words)
        if not key or len(words.split()) > 7:
            return False
        if key in self.sites or folded(_SUFFIXES.sub("", words.strip())) in self.sites:
            return True
        left = [word for word in re.split(r"[\s.,()-]+", words.casefold()) if word and word not in _GENERIC]
        return folded(" ".join(left)) in self.sites

    def begins_site(self, words: str) -> bool:
        """Whether a few words begin with the site's name: those of a part of the site."""
        parts = words.split()
        return 1 < len(parts) <= _MOST_WORDS and any(
            len(key) >= _SHORTEST and key in self.sites for key in (folded(" ".join(parts[:at])) for at in (1, 2, 3))
        )

    def is_section(self, words: str) -> bool:
        """Whether `words` name a section of the site."""
        return folded(words) in self.sections

    def is_folder(self, words: str) -> bool:
        """Whether `words` are what a folder of the page's address is called."""
        return folded(words) in self.folders


def names_of(page: Page, outlet: Outlet | None) -> Names:
    """The names of the site and the sections of `page`, by what it declares and by its address."""
    sites = set(_site_names(page, outlet))
    sections = {folded(row.value) for row in page.declared if row.field == "section" and len(row.value) < _LONGEST}
    addresses = (page.source.url, *(row.value for row in page.declared if row.field == "url"))
    folders = {folder for address in addresses for folder in _folders(address)}
    return Names(sites=frozenset(sites - {""}), sections=frozenset(sections - {""}), folders=frozenset(folders - {""}))


def _folders(address: str | None) -> Iterator[str]:
    """The folders above a page, which are called after its sections."""
    path = (address or "")[:_ADDRESS].partition("://")[2].partition("?")[0].rstrip("/").split("/")
    yield from (folded(part) for part in path[1:-1] if not part.isdigit())


def _site_names(page: Page, outlet: Outlet | None) -> Iterator[str]:
    if outlet:
        yield from map(folded, (outlet.name, *outlet.also))
    for row in page.declared:
        if row.field == "site_name" and len(row.value) <= 2 * _LONGEST and "://" not in row.value:
            yield folded(row.value)
            yield folded(_SUFFIXES.sub("", row.value))
    yield from host_names(page.source.url)
    for row in page.declared:
        if row.field == "url":
            yield from host_names(row.value)


def host_names(address: str | None) -> Iterator[str]:
    """What a host's own label reads as: example-times.co.uk gives exampletimes and exampletimescouk."""
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return
    labels = [label for label in host.split(".") if label not in ("www", "m", "amp", "mobile", "edition")]
    if len(labels) > 1:
        yield folded("".join(labels))
        core = labels[-3] if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else labels[-2]
        yield folded(core)
        yield folded(labels[0])
