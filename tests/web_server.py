"""A web server on this machine, whose answers a test writes."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

Behaviour = Callable[[socket.socket], None]


def reply(body: bytes | str = b"", status: int = 200, **headers: str) -> bytes:
    """An answer as it goes over the wire; headers are named with _ for -."""
    data = body.encode() if isinstance(body, str) else body
    named = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data))}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode("latin-1") + data


@dataclass(slots=True)
class Site:
    """What stands at each path: an answer, or what to do with the socket; and what was asked."""

    port: int
    scheme: str = "http"
    pages: dict[str, bytes | Behaviour | Callable[[str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # whole requests

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of `path` here."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order, robots.txt left out."""
        return [path for request in self.asked if (path := request.split(" ")[1]) != "/robots.txt"]


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """A site that is there until the test is over."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        site = Site(listening.getsockname()[1], scheme="https" if certificate else "http")
        over = threading.Event()
        thread = threading.Thread(target=_serve, args=(listening, site, over, certificate), daemon=True)
        thread.start()
        yield site
        over.set()
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", site.port), 1).close()
        thread.join(5)


def _serve(listening: socket.socket, site: Site, over: threading.Event, certificate: Path | None) -> None:
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
    while not over.is_set():
        plain, _ = listening.accept()
        threading.Thread(target=_answer, args=(plain, site, context), daemon=True).start()


def _answer(plain: socket.socket, site: Site, context: ssl.SSLContext | None) -> None:
    with suppress(OSError), plain:
        wire = context.wrap_socket(plain, server_side=True) if context else plain
        with wire:
            wire.settimeout(10)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = wire.recv(65_536)
                if not piece:
                    return
                request += piece
            request = _with_body(wire, request)
            text = request.decode("latin-1")
            site.asked.append(text)
            _send(wire, site, text)


def _with_body(wire: socket.socket, request: bytes) -> bytes:
    """A request and the body that its headers announce."""
    head, _, body = request.partition(b"\r\n\r\n")
    announced = re.search(rb"(?i)^content-length: *(\d+)", head, re.MULTILINE)
    while announced and len(body) < int(announced[1]) and (piece := wire.recv(65_536)):
        body += piece
    return head + b"\r\n\r\n" + body


def _send(wire: socket.socket, site: Site, request: str) -> None:
    page = site.pages.get(request.split(" ")[1], reply("not here", 404))
    if isinstance(page, bytes):
        wire.sendall(page)
        return
    if page.__annotations__.get("return") in (None, "None"):
        page(wire)  # type: ignore[arg-type] # by its annotation
        return
    wire.sendall(page(request))  # type: ignore[arg-type] # as above
