"""Web archives on the disk → their pages one by one, whatever their size."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from digest.errors import FetchError
from digest.fetch.files import Refused, Skipped, opened
from digest.model import Source
from digest.readers import warc

_MOST_LOST = 100


def records(path: Path) -> Iterator[Source | Skipped | Refused]:
    """The pages of a WARC; its other records are counted, and told at its end."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    passed: Counter[str] = Counter()
    lost = 0
    try:
        with opened(path) as stream:
            for record in warc.records(stream, name):
                if record.source:
                    yield record.source
                elif record.lost and lost < _MOST_LOST:
                    lost += 1
                    yield Refused(name=record.name, error=FetchError(record.reason, where=record.name))
                else:
                    passed["no page" if record.reason.startswith("no page") else record.reason] += 1
    except FetchError as error:
        yield Refused(name=name, error=error)
    for reason, count in passed.most_common(20):
        yield Skipped(name=name, reason=f"{count} {'record' if count == 1 else 'records'}: {reason}")
