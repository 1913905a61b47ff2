"""What tells one page on the web from another, whichever way its address is written."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_NOT_PLACE = re.compile(r"(?:www|m|mobile|amp)\.")
_NOT_QUERY = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|at_\w+|ref|cmp)=[^&]*&?", re.IGNORECASE)


def identity(url: str) -> str:
    """`url` without what may differ between two addresses of one page.

    >>> identity("http://www.port.example/storm/?utm_source=x#top")
    'port.example/storm'
    """
    try:
        parts = urlsplit(url.strip())
        host = _NOT_PLACE.sub("", parts.hostname or "", count=1)
    except ValueError:  # a bracket out of place in the host
        return url
    query = _NOT_QUERY.sub("", parts.query).strip("&")
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")
