"""What a fence of a draft says of the words in it: `::: extract`, `::: quotation`, `::: in-brief`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

ROLES = ("in-brief", "extract", "quotation")
_MEANT = {"quote": "quotation", "blockquote": "quotation", "excerpt": "extract", "excerpts": "extract"}


def fence_role(names: Iterable[str]) -> str | None:
    """The role that the classes and the identifier of a fence give it; one misspelt is meant for it.

    >>> fence_role(["extracts"]), fence_role(["note"])
    ('extract', None)
    """
    return next((role for name in names if (role := _role(name))), None)


@lru_cache(maxsize=100)
def _role(name: str) -> str | None:
    name = name[:40].lower()
    if name in ROLES:
        return name
    from difflib import get_close_matches  # a well-spelt draft does without

    return _MEANT.get(name) or next(iter(get_close_matches(name, ROLES, n=1, cutoff=0.8)), None)
