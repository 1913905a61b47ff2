"""Addresses that carry another one: redirects that count clicks, and copies of pages for mobile screens."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote

_PARAMETERS = (
    "url",
    "u",
    "q",
    "to",
    "target",
    "uddg",
    "z",
    "redirect",
    "redirect_url",
    "dest",
    "destination",
    "link",
    "goto",
)
_KNOWN = re.compile(
    r"^(?:(?:www\.)?google\.[a-z.]{2,6}/(?:url|imgres|amp)|l[m]?\.facebook\.com/l\.php|(?:www\.)?facebook\.com/(?:l\.php|flx/warn)|"
    r"l\.instagram\.com/|l\.threads\.(?:net|com)/|(?:www\.)?youtube\.com/redirect|(?:www\.)?vk\.com/away\.php|away\.vk\.com/|"
    r"t\.umblr\.com/redirect|slack-redir\.net/link|(?:www\.)?linkedin\.com/(?:redir|safety)/|duckduckgo\.com/l/|"
    r"[\w.-]+\.safelinks\.protection\.outlook\.com/|urldefense\.proofpoint\.com/v[12]/|(?:www\.)?href\.li/|"
    r"out\.reddit\.com/|link\.zhihu\.com/|(?:www\.)?douban\.com/link2|link\.csdn\.net/|steamcommunity\.com/linkfilter|"
    r"(?:www\.)?bing\.com/(?:amp|news/apiclick)|exit\.sc/|deref-\w+\.\w+/|getpocket\.com/redirect|flip\.it/|feedproxy\.google\.com/|"
    r"(?:www\.)?ok\.ru/dk|yandex\.ru/(?:turbo|redir)|news\.url\.google\.com/url)"
)
"""Hosts and paths of redirects that many sites share."""
_COUNTING = re.compile(r"^(?:clicks?|links?|email|go|trk|track|tracking|redirect|out|away|exit)\d{0,3}\.[\w.-]+/")
"""Hosts by which senders of newsletters count clicks."""
_AMP_VIEWER = re.compile(r"/amp/(?P<secure>s/)?(?P<rest>[\w-]+(?:\.[\w-]+)+/.*)", re.S)
_AMP_CACHE = re.compile(r"/[civ]/(?P<secure>s/)?(?P<rest>[\w-]+(?:\.[\w-]+)+/.*)", re.S)
_PROOFPOINT = re.compile(r"/v3/__(?P<target>https?:/{1,2}.+?)__;", re.S)
_ADDRESS = re.compile(r"https?:/{1,2}[^/\s?#]+\.[^/\s?#]", re.I)


def target(parts: SplitResult) -> str | None:
    """The address that another one carries in itself; None where it carries none.

    >>> from urllib.parse import urlsplit
    >>> target(urlsplit("https://www.google.com/url?sa=t&q=https%3A%2F%2Fexample.com%2Fa"))
    'https://example.com/a'
    """
    host = (parts.hostname or "").lower()
    place = f"{host}{parts.path or '/'}"
    if found := _amp(host, parts):
        return found
    if host == "urldefense.com" and (match := _PROOFPOINT.search(parts.path + _queried(parts))):
        return match["target"]
    if not (_KNOWN.match(place) or _COUNTING.match(place)):
        return None
    if place.startswith(("href.li/", "www.href.li/")):
        return unquote(parts.query) if _ADDRESS.match(unquote(parts.query)) else None
    stated = dict(reversed(parse_qsl(parts.query, max_num_fields=60)))
    for name in _PARAMETERS:
        value = stated.get(name, "")
        value = _decoded(value) if "proofpoint" in host else value
        if _ADDRESS.match(value):
            return value
    return None


def _queried(parts: SplitResult) -> str:
    return f"?{parts.query}" if parts.query else ""


def _amp(host: str, parts: SplitResult) -> str | None:
    """The page of which a search engine's cache keeps a copy for mobile screens."""
    match = None
    if host.endswith(".ampproject.org"):
        match = _AMP_CACHE.match(parts.path)
    elif re.fullmatch(r"(?:www\.)?(?:google\.[a-z.]{2,6}|bing\.com)", host):
        match = _AMP_VIEWER.match(parts.path)
    if match is None:
        return None
    return f"http{'s' if match['secure'] else ''}://{match['rest']}{_queried(parts)}"


def _decoded(value: str) -> str:
    """An address as one sender's filter writes it: `-` for `%`, `_` for `/`."""
    return unquote(value.replace("-", "%").replace("_", "/"))
