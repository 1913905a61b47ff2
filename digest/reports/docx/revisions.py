"""The numbers of recorded changes of formatting: a run that is cut in two has its own in either part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from digest.reports.docx.tags import W, value


def renumber_changes(root: Any, touched: Iterable[Any]) -> None:
    """Give a number of its own to each change of a run's formatting that was copied with the run."""
    copied = []
    for element in dict.fromkeys(touched):
        seen: set[str] = set()
        for change in element.iter(f"{W}rPrChange"):
            number = value(change, "id")
            if number in seen:
                copied.append(change)
            seen.add(number)
    if not copied:
        return
    numbers = (value(one, "id") for one in root.iter(f"{W}*"))
    free = max((int(number) for number in numbers if number.isdecimal() and len(number) < 10), default=0) + 1
    for place, change in enumerate(copied, start=free):
        change.set(f"{W}id", str(place))
