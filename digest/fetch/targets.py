"""Where a web address leads: its host and port checked, and every network address the host has."""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from digest.errors import FetchError
from digest.fetch.naming import without_userinfo
from digest.fetch.policy import Resolver

PORTS = {"http": 80, "https": 443}
_OPEN_PORTS = frozenset({80, 443, 591, 2080, 8000, 8008, 8080, 8081, 8443, 8888})
"""Where the public web answers; any other port is a mail server, a database, a printer. Allowed hosts may have any."""
_LONGEST = 4_000
"""Characters an address may have; servers refuse those longer than 8,000 bytes."""
_UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ud800-\udfff]")
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")
_KEPT = "/?:@!$&'()*+,;=-._~%[]|"
"""What stays as it is in a path or query; `%` too, since what was encoded is not encoded again."""

_V4_CLOSED = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this host
            "10.0.0.0/8",
            "100.64.0.0/10",  # carriers' own, and a cloud's metadata
            "127.0.0.0/8",
            "168.63.129.16/32",  # a cloud's metadata, on a public address
            "169.254.0.0/16",  # link-local, and most clouds' metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",  # relays to IPv6
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
"""Source: https://www.iana.org/assignments/iana-ipv4-special-registry/."""
_V6_OPEN = ipaddress.IPv6Network("2000::/3")
"""What is given out for the public internet; all else is local, reserved or multicast."""
_V6_CLOSED = tuple(
    map(
        ipaddress.IPv6Network,
        ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),  # Teredo and the like, examples, 6to4
    )
)
_V4_INSIDE = tuple(map(ipaddress.IPv6Network, ("::ffff:0:0/96", "64:ff9b::/96")))
"""IPv6 addresses that are IPv4 ones, mapped or translated: their last 32 bits are what counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A web address taken apart: what to connect to, and what to ask for there."""

    scheme: str
    host: str  # in ASCII
    port: int
    path: str  # with the query
    posted: bytes | None = field(default=None, repr=False)  # what is sent there; else it is only asked for

    @property
    def origin(self) -> str:
        """Scheme, host and port, as an address has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.path


def parse_target(url: str, allowed: Collection[str] = ()) -> Target:
    """The parts of `url`; FetchError where it is no plain web address."""
    where = without_userinfo(url)[:200]
    if len(url) > _LONGEST or _UNFIT.search(url):
        raise FetchError("not a web address", where=where, hint="it is too long, or has blanks or controls in it")
    try:
        parts = urlsplit(url)
        port, host = parts.port, _ascii(parts.hostname or "")
    except ValueError as error:  # brackets, ports, labels that no address has
        raise FetchError("not a web address", where=where) from error
    if parts.scheme not in PORTS:
        raise FetchError(f'"{parts.scheme}:" is no web address', where=where, hint="http: and https: are fetched")
    if not host:
        raise FetchError("a web address without a host", where=where)
    if parts.username is not None or parts.password is not None:
        hint = "save the page in your browser, and add the file with --url"
        raise FetchError("addresses with a user or password are not fetched", where=where, hint=hint)
    port = PORTS[parts.scheme] if port is None else port
    if port not in _OPEN_PORTS and not is_allowed(host, port, allowed):
        raise FetchError(f"port {port} is not one of the web's", where=where, hint=_hint(host))
    path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Target(scheme=parts.scheme, host=host, port=port, path=path)


def is_allowed(host: str, port: int, allowed: Collection[str]) -> bool:
    """Whether a person allowed this host, or this port of it."""
    return host in allowed or f"{host}:{port}" in allowed


def addresses(target: Target, allowed: Collection[str], resolve: Resolver, seconds: float) -> tuple[str, ...]:
    """The network addresses of the target's host; FetchError unless every one is public, or the host allowed."""
    found = tuple(dict.fromkeys(_resolved(target, resolve, seconds)))
    if is_allowed(target.host, target.port, allowed):
        return found
    for address in found:
        if not is_public(address):
            what = f"{target.host} leads into a private network" + (f" ({address})" if address != target.host else "")
            raise FetchError(what, where=target.url, hint=_hint(target.host))
    return found


def is_public(address: str) -> bool:
    """Whether a network address is one of the public internet.

    >>> [is_public(a) for a in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "2606:4700::1")]
    [True, False, False, False, True]
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:  # with a zone, so of this link
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        if not any(parsed in network for network in _V4_INSIDE):
            return parsed in _V6_OPEN and not any(parsed in network for network in _V6_CLOSED)
        parsed = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
    return not any(parsed in network for network in _V4_CLOSED)


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """The addresses the system's resolver gives; OSError where it gives none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(str(entry[4][0]) for entry in found)


def _resolved(target: Target, resolve: Resolver, seconds: float) -> Iterator[str]:
    """What the resolver says, in time: the system's own may take minutes and cannot be told otherwise."""
    answers: list[Sequence[str]] = []

    def ask() -> None:
        try:
            answers.append(resolve(target.host, target.port))
        except (OSError, UnicodeError):
            answers.append(())

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if not answers:
        raise FetchError("its name could not be looked up in time", where=target.url, hint="is there a network?")
    if not answers[0]:
        hint = "is the address spelt right, and is there a network?"
        raise FetchError(f"no host is called {target.host}", where=target.url, hint=hint)
    yield from answers[0]


def _ascii(host: str) -> str:
    """A host's name as the network has it; ValueError where no name is so."""
    plain = host if host.isascii() else host.encode("idna").decode("ascii")
    plain = plain.removesuffix(".").lower()  # the root's dot changes nothing but what certificates are compared with
    if plain and not _HOST.fullmatch(plain):
        raise ValueError("not a host")
    return plain


def _hint(host: str) -> str:
    return f"if that is meant, add {host} to `allow:` under `fetch:` in config.yaml"
