"""How what is to be fetched is named: a web address, the clipboard, standard input, a path."""

from __future__ import annotations

import re

CLIPBOARD = "clipboard:"
"""What stands for the clipboard where a page is named."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_USERINFO = re.compile(r"(?i)^([a-z][a-z0-9+.-]{0,20}:/{0,3})[^/?#]*@")


def is_web(name: str) -> bool:
    """Whether `name` has the shape of a web address.

    >>> is_web("HTTPS://example.org/a"), is_web("https.txt")
    (True, False)
    """
    return name[:8].lower().startswith(("http://", "https://"))


def without_userinfo(url: str) -> str:
    """`url` fit to be printed: no user, no password.

    >>> without_userinfo("https://amina:secret@example.org/feed")
    'https://example.org/feed'
    """
    return _USERINFO.sub(r"\1", url)


def has_scheme(name: str) -> bool:
    """Whether `name` is an address of any kind, rather than a path."""
    return bool(_SCHEME.match(name))


def is_path(name: str) -> bool:
    """Whether `name` is of something on the disk, rather than an address, standard input or the clipboard.

    >>> [is_path(name) for name in ("page.txt", "https://example.org", "-", "clipboard:")]
    [True, False, False, False]
    """
    return name not in ("-", CLIPBOARD) and not has_scheme(name)
