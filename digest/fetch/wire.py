"""One request to one checked address, under limits of time and size that no server can stretch."""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from typing import IO, TYPE_CHECKING, Any, cast

from digest.errors import FetchError
from digest.fetch.targets import Target

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

ENCODINGS = ("gzip", "deflate")
"""The compressions asked for; both unpack piece by piece, so that a bound on what comes out holds."""
_DECODED = {"gzip", "x-gzip", "deflate", "identity", ""}
_PIECE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one answer may cost: bytes of headers, of a body before and after unpacking, and seconds."""

    headers: int = 65_536
    body: int = 50_000_000
    connect: float = 10.0
    whole: bool = True  # refuse a longer body, rather than cut it


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent back."""

    status: int
    headers: Mapping[str, str]  # names in small letters
    data: bytes


class TooLateError(Exception):
    """A server did not come to an end in time."""


class TooLargeError(Exception):
    """A server sent more than it may."""


class _Line(io.RawIOBase):
    """The bytes a server sends, until a moment and up to a number; http.client reads from it."""

    def __init__(self, wire: socket.socket, deadline: float, most: int) -> None:
        super().__init__()
        self._wire, self._deadline, self.most = wire, deadline, most

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` with what has come; TooLateError, TooLargeError."""
        if self.most <= 0:
            raise TooLargeError
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TooLateError
        self._wire.settimeout(left)
        try:
            count = self._wire.recv_into(memoryview(buffer)[: self.most])
        except TimeoutError as error:
            raise TooLateError from error
        self.most -= count
        return count


class _Wire:
    """A socket as urllib3's connection uses it, whose reading is bounded."""

    def __init__(self, plain: socket.socket, deadline: float, most: int) -> None:
        self._socket = plain
        self.line = _Line(plain, deadline, most)

    def makefile(self, mode: str) -> IO[bytes]:  # noqa: ARG002 - a socket's signature
        """What comes in, as a file."""
        return io.BufferedReader(self.line)

    def sendall(self, data: bytes) -> None:
        """Send a request, in the time that the connection was given; what is read has its own."""
        self._socket.sendall(data)

    def settimeout(self, seconds: float | None) -> None:
        """Nothing: every reading has its own moment by which it must be done."""

    def close(self) -> None:
        """Nothing: who opened the socket closes it."""


def ask(
    target: Target, addresses: Sequence[str], headers: Mapping[str, str], limits: Limits, deadline: float
) -> Answer:
    """The answer of the target's server, at one of its checked addresses."""
    from urllib3.exceptions import HTTPError  # heavy for `digest --help`

    try:
        with _connected(target, addresses, limits, deadline) as plain:
            return _exchange(target, _Wire(plain, deadline, limits.headers), headers, limits)
    except (TooLateError, TimeoutError) as error:
        raise FetchError("the server takes too long", where=target.url, hint="try again later") from error
    except TooLargeError as error:
        raise FetchError("the server sends headers without an end", where=target.url) from error
    except ssl.SSLCertVerificationError as error:
        hint = "the connection is not safe; is the clock right, and are the system's ca-certificates installed?"
        raise FetchError(
            f"its certificate does not hold: {error.verify_message}", where=target.url, hint=hint
        ) from error
    except (ssl.SSLError, HTTPException, HTTPError, ValueError) as error:  # ValueError: a header no server should send
        raise FetchError("does not answer as a web server does", where=target.url) from error
    except OSError as error:
        what = (error.strerror or "the connection broke").lower()
        raise FetchError(f"cannot be reached: {what}", where=target.url, hint="try again later") from error


def _exchange(target: Target, wire: _Wire, headers: Mapping[str, str], limits: Limits) -> Answer:
    connection = _connection(target)
    connection.sock = cast("socket.socket", wire)
    method = "GET" if target.posted is None else "POST"
    connection.request(
        method, target.path, body=target.posted, headers=headers, preload_content=False, decode_content=False
    )
    response = connection.getresponse()
    received = {name.lower(): value for name, value in response.headers.items()}
    return Answer(status=response.status, headers=received, data=_body(response, wire, limits, target))


def _connection(target: Target) -> HTTPConnection:
    from urllib3.connection import HTTPConnection  # heavy for `digest --help`

    # Plain for https: too, since its socket is wrapped already; only the Host header needs the port.
    connection = HTTPConnection(target.host, target.port)
    connection.default_port = {"http": 80, "https": 443}[target.scheme]  # type: ignore[misc]
    return connection


def _body(response: BaseHTTPResponse, wire: _Wire, limits: Limits, target: Target) -> bytes:
    """The body, unpacked; FetchError where it is too large before or after, or breaks off."""
    from urllib3.exceptions import DecodeError, HTTPError

    coding = response.headers.get("content-encoding", "").lower()
    if not {part.strip() for part in coding.split(",")} <= _DECODED or coding.count(",") > 1:
        raise FetchError(f'packed as "{coding[:30]}", which nobody asked for', where=target.url)
    wire.line.most = limits.body + _PIECE
    parts, size = [], 0
    try:
        for piece in response.stream(_PIECE, decode_content=True):
            parts.append(piece)
            size += len(piece)
            if size > limits.body:
                break
    except TooLargeError:
        size = limits.body + 1
    except (DecodeError, HTTPError) as error:
        raise FetchError("what it sends breaks off, or is damaged", where=target.url, hint="try again later") from error
    if size > limits.body and limits.whole:
        raise FetchError(f"larger than {limits.body // 1_000_000} MB", where=target.url, hint="is this one page?")
    return b"".join(parts)[: limits.body]


@contextmanager
def _connected(target: Target, addresses: Sequence[str], limits: Limits, deadline: float) -> Iterator[socket.socket]:
    plain = _opened(target, addresses, limits, deadline)
    with plain:
        if target.scheme == "http":
            yield plain
            return
        plain.settimeout(max(0.001, deadline - time.monotonic()))  # of the whole handshake, not of each piece
        with _trust().wrap_socket(plain, server_hostname=target.host) as wrapped:
            yield wrapped


def _opened(target: Target, addresses: Sequence[str], limits: Limits, deadline: float) -> socket.socket:
    """A connection to the first address that takes one."""
    failed: OSError | None = None
    for address in addresses:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        try:
            return socket.create_connection((address, target.port), timeout=min(limits.connect, left))
        except OSError as error:
            failed = error
    raise failed or TooLateError


@cache
def _trust() -> ssl.SSLContext:
    """The authorities the system trusts; certificate and name are checked."""
    return ssl.create_default_context()
