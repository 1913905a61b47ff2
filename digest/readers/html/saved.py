"""Where a saved page was read: the note that browsers and tools leave in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.model import Declared
from digest.readers.html.wording import words_of_text

_NOTES = (
    re.compile(rb"<!--\s{0,20}saved from url=\(\d{1,6}\)(?P<url>https?://[^\s<>\"]{4,2000})", re.I),
    re.compile(rb"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,20}(?P<url>https?://[^\s<>\"]{4,2000})", re.I),
)
"""By browsers ("mark of the web"), by SingleFile."""
_WITHIN = 20_000


def find_saved(data: bytes) -> Iterator[Declared]:
    """The row of the address a page was saved from, in its first bytes."""
    for note in _NOTES:
        if match := note.search(data[:_WITHIN]):
            url = words_of_text(match["url"].decode("utf-8", "replace"))
            yield Declared(field="url", value=url, origin="saved from")
            return
