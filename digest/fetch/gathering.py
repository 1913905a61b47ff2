"""What a person names → its sources: addresses, folders, files, standard input, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import FetchError
from digest.fetch.containers import inside
from digest.fetch.files import Refused, Skipped, walk
from digest.fetch.naming import CLIPBOARD, has_scheme, is_web, without_userinfo
from digest.fetch.policy import Policy
from digest.model import Source

if TYPE_CHECKING:
    from digest.fetch.web import Web


def gather(names: Iterable[str], policy: Policy | None = None) -> Iterator[Source | Skipped | Refused]:
    """Everything that `names` lead to, in order; what cannot be opened is told, not raised.

    A web address is fetched; `-` is standard input and `clipboard:` the clipboard; a folder gives its files; anything
    else is a file. One policy holds for the run, with one memory of what sites asked for.
    """
    fetch_page = _pages(policy or Policy())
    for name in names:
        if is_web(name):
            yield _tried(name, fetch_page)
        elif name == CLIPBOARD:
            yield _tried(name, _pasted)
        elif has_scheme(name):
            yield _tried(name, _no_scheme)
        else:
            yield from walk([Path(name)], inside)


def _tried(name: str, open_it: Callable[[str], Source]) -> Source | Refused:
    try:
        return open_it(name)
    except FetchError as error:
        return Refused(name="the clipboard" if name == CLIPBOARD else without_userinfo(name), error=error)


def _no_scheme(name: str) -> Source:
    scheme = name.partition(":")[0].lower()
    hint = "name the file by its path" if scheme == "file" else "http: and https: are fetched"
    raise FetchError(f'"{scheme}:" addresses are not opened', where=without_userinfo(name), hint=hint)


def _pages(policy: Policy) -> Callable[[str], Source]:
    """What fetches pages during one run; the web is opened with the first of them."""
    webs: list[Web] = []

    def fetch_page(url: str) -> Source:
        from digest.fetch.web import Web  # TLS and urllib3 are not wanted where nothing is fetched

        if not webs:
            webs.append(Web(policy))
        return webs[0].fetch(url).source

    return fetch_page


def _pasted(name: str) -> Source:  # noqa: ARG001 - as the others that open a name
    from digest.fetch.clipboard import paste

    return paste()
