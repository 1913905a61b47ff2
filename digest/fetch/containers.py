"""Which files and folders hold many pages, and what opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from digest.errors import FetchError
from digest.fetch.files import Refused, Skipped, is_folder, opened
from digest.model import Source
from digest.readers import sniff

_HEAD = 65_536
_Opener = Callable[[Path], Iterator[Source | Skipped | Refused]]
_OPENERS: dict[str, tuple[str, str]] = {
    "application/mbox": ("digest.fetch.mailboxes", "box"),
    "application/warc": ("digest.fetch.archives", "records"),
}
"""Media type → module and function, imported when such a file is opened: they take the readers of pages with them."""


def inside(path: Path) -> Iterator[Source | Skipped | Refused] | None:
    """The pages in a box of mail or a web archive, one by one; None where `path` is none."""
    if is_folder(path):
        from digest.fetch import mailboxes

        return mailboxes.messages(path) if mailboxes.is_maildir(path) else None
    try:
        with opened(path) as file:
            head = file.read(_HEAD)
    except FetchError:
        return None  # who opens it as a page says why
    opener = _OPENERS.get(sniff(Source(name=str(path), data=head)))
    if opener is None:
        return None
    module, name = opener
    return cast(_Opener, getattr(import_module(module), name))(path)
