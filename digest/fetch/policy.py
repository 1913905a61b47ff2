"""How the web may be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digest.fetch.files import LARGEST

Resolver = Callable[[str, int], Sequence[str]]
"""Host, port → the network addresses it has, as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How the web may be asked: whom, how long, how much, how fast."""

    allow: frozenset[str] = frozenset()  # hosts, or host:port, that may be private: what config.yaml allows
    contact: str | None = None  # of the person who fetches, told to sites
    robots: bool = True
    seconds: float = 60.0  # for an address and all it leads on to
    connect: float = 10.0
    largest: int = LARGEST
    hops: int = 8
    delay: float = 1.0  # seconds between two requests to one host
    resolve: Resolver | None = None  # None: the system's
