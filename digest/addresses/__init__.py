"""Web addresses: the one a citation prints, and what tells one page from another however its address is written."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from digest.addresses.dated import day_in as day_in
from digest.addresses.tracking import without_tracking
from digest.addresses.wrappers import target

__all__ = ["canonical", "day_in", "host", "identity", "is_front", "same", "site"]

_LONGEST = 8_000
_LONGEST_HOST = 253
_MOST_WRAPPINGS = 4
_PORTS = {"http": 80, "https": 443}
_OTHER_DEVICE = re.compile(
    r"^(?P<before>(?:[a-z]{2,3}\.)?)(?:m|mobile|mobil|amp|touch|wap)\.(?P<after>[^.]+(?:\.[^.]+)+)$"
)
_SECOND_LEVEL = frozenset(
    {"ac", "co", "com", "edu", "go", "gob", "gov", "gouv", "govt", "mil", "ne", "net", "nom", "or", "org"}
)
_AMP_TAIL = re.compile(r"(?:/amp/?|\.amp|(?<=\.)amp\.(?=s?html?$))$")
_AMP_FILE = re.compile(r"\.amp(?=\.s?html?$)")
_AMP_HEAD = re.compile(r"^/amp(?=/[^/]+/)|^/amp(?=/[^/]{12,})")
_INDEX = re.compile(r"/(?:index|default)\.(?:s?html?|php\d?|aspx?|jsp)$", re.I)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?;]*", re.I)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_ROUTE = re.compile(r"^!?/[^/]")
_PATH_KEPT = "/:@!$&'()*+,;=-._~%"
_QUERY_KEPT = _PATH_KEPT + "?"
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_UNFIT = re.compile(r"[\x00-\x20\x7f]+")


def canonical(url: str) -> str:
    """The address a citation prints: out of its wrappers, without what counts clicks, for the usual kind of screen.

    What is no web address is returned as it is.

    >>> canonical("HTTP://M.Example.com:80/World/amp/?utm_source=mail&id=7#top")
    'http://example.com/World/?id=7'
    """
    parts = _parts(url)
    if parts is None:
        return url.strip()
    return _joined(parts.scheme.lower(), _host(parts), _path(parts.path), _query(parts), _fragment(parts))


def identity(url: str) -> str:
    """A key that is the same for two addresses of one page: scheme, www, a last slash and the order of a query go.

    >>> identity("https://www.port.example/storm/?b=2&a=1#top")
    'port.example/storm?a=1&b=2'
    """
    parts = _parts(url)
    if parts is None:
        return url.strip()
    place = _host(parts).removeprefix("www.") + _path(parts.path).rstrip("/")
    query = "&".join(sorted(filter(None, _query(parts).split("&"))))
    fragment = _fragment(parts)
    return place + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def same(one: str, other: str) -> bool:
    """Whether two addresses are of one page.

    >>> same("http://m.example.com/a/?fbclid=x", "https://www.example.com/a")
    True
    """
    return identity(one) == identity(other)


def host(url: str | None) -> str:
    """The host of an address in small letters, without www; empty where it has none.

    >>> host("https://WWW.Example.com:443/a"), host("no address")
    ('example.com', '')
    """
    try:
        return (urlsplit((url or "").strip()[:_LONGEST]).hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


def site(url: str | None) -> str:
    """The part of a host that one owner has: the last two labels, or three where the second is no name.

    >>> site("https://edition.cnn.com/a"), site("https://news.bbc.co.uk/a")
    ('cnn.com', 'bbc.co.uk')
    """
    labels = host(url).split(".")
    long = len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2
    return ".".join(labels[-3 if long else -2 :])


def is_front(url: str) -> bool:
    """Whether an address is that of a whole site, not of a page of it."""
    parts = _parts(url)
    return parts is not None and not _path(parts.path).strip("/") and not _query(parts) and not _fragment(parts)


def _parts(url: str) -> SplitResult | None:
    """The parts of a web address, taken out of its wrappers; None where it is none."""
    text = _UNFIT.sub(lambda run: "" if run[0].strip(" ") else "%20" * len(run[0]), url.strip()[:_LONGEST])
    for _ in range(_MOST_WRAPPINGS):
        parts = _split(text)
        inner = target(parts) if parts else None
        if inner is None:
            return parts
        text = inner[:_LONGEST]
    return _split(text)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 — a port out of range is found only when it is asked for
    except ValueError:
        return None
    name = (parts.hostname or "").strip(".")
    return parts if parts.scheme.lower() in _PORTS and 0 < len(name) <= _LONGEST_HOST else None


def _host(parts: SplitResult) -> str:
    """The host for the usual kind of screen, in letters that every program takes, with a port that is not the usual."""
    name = (parts.hostname or "").rstrip(".")
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            name = name.casefold()
    while (match := _OTHER_DEVICE.match(name)) and not _is_suffix(match["after"]):
        name = match["before"] + match["after"]
    name = f"[{name}]" if ":" in name else name
    return name if parts.port in (None, _PORTS[parts.scheme.lower()]) else f"{name}:{parts.port}"


def _is_suffix(name: str) -> bool:
    """Whether nobody owns `name` but a country's registry: co.uk."""
    labels = name.split(".")
    return len(labels) == 2 and labels[0] in _SECOND_LEVEL and len(labels[1]) == 2


def _path(path: str) -> str:
    before = None
    while path != before:
        before, path = path, _plain_path(path)
    return _escaped(path, _PATH_KEPT) or "/"


def _plain_path(path: str) -> str:
    """`path` once without what a program adds to it: the name of an index, a session, a copy for mobile screens."""
    path = _INDEX.sub("/", _SESSION.sub("", path))
    bare = _AMP_FILE.sub("", _AMP_TAIL.sub("/" if path.endswith("/") else "", path))
    return _AMP_HEAD.sub("", bare) if len(bare) > 1 else bare


def _query(parts: SplitResult) -> str:
    return _escaped(without_tracking(parts.query, parts.hostname or ""), _QUERY_KEPT)


def _fragment(parts: SplitResult) -> str:
    """What follows the hash where it is the route of a page that a program builds; a place on a page is dropped."""
    return _escaped(parts.fragment, _QUERY_KEPT) if _ROUTE.match(parts.fragment) else ""


def _escaped(text: str, kept: str) -> str:
    """`text` with its escapes written one way: none for letters, capital digits, everything foreign as UTF-8."""
    loose = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", text)
    plain = quote(loose, safe=kept, errors="replace")
    return _ESCAPE.sub(_one_way, plain)


def _one_way(escape: re.Match[str]) -> str:
    byte = unquote_to_bytes(escape[0])
    return byte.decode("ascii") if byte[0] in _UNRESERVED else escape[0].upper()


def _joined(scheme: str, name: str, path: str, query: str, fragment: str) -> str:
    return f"{scheme}://{name}{path}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"
