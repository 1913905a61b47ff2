"""Names in Cyrillic letters, which are declined: Путина, Путину are forms of Путин."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = re.compile(r"[\u0400-\u052f\-]+")
_ENDINGS = re.compile(r"(?:[ое]го|[аеёиіоуыэюяйьмх]{1,3})\Z")
_OF_BOTH = frozenset({"александр", "валентин", "евген", "олександр", "валери"})
"""Given names of men that with one more letter are women's."""


@lru_cache(maxsize=4_000)
def stem(word: str) -> str:
    """A word without its ending; "" where it is not in Cyrillic letters.

    >>> stem("Путина") == stem("Путиным") == stem("Путин"), stem("Putin")
    (True, '')
    """
    small = word.lower()
    if not _LETTERS.fullmatch(small):
        return ""
    return _ENDINGS.sub("", small) if len(small) > 3 else small


def stems(name: str) -> tuple[str, ...]:
    """The stems of a name's words; nothing where one is not Cyrillic, or where man and woman would be one."""
    found = tuple(stem(word) for word in name.split())
    return found if all(found) and not (len(found) > 1 and found[0] in _OF_BOTH) else ()
