"""Which files and folders hold many pages, and what opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from digest.errors import FetchError
from digest.fetch import archives, mailboxes
from digest.fetch.files import Refused, Skipped, is_folder, opened
from digest.model import Source
from digest.readers import sniff

_HEAD = 65_536
_OPENERS: dict[str, Callable[[Path], Iterator[Source | Skipped | Refused]]] = {
    "application/mbox": mailboxes.box,
    "application/warc": archives.records,
}


def inside(path: Path) -> Iterator[Source | Skipped | Refused] | None:
    """The pages in a box of mail or a web archive, one by one; None where `path` is none."""
    if is_folder(path):
        return mailboxes.messages(path) if mailboxes.is_maildir(path) else None
    try:
        with opened(path) as file:
            head = file.read(_HEAD)
    except FetchError:
        return None  # who opens it as a page says why
    opener = _OPENERS.get(sniff(Source(name=str(path), data=head)))
    return opener(path) if opener else None
