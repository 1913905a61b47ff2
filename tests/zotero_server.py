"""A Zotero on this machine as far as its two local interfaces go, with their guards, for tests."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

_HOST = re.compile(r"(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d+)?", re.I)
_MOST = 50


@dataclass(slots=True)
class Zotero:
    """What this Zotero holds and does, for a test to set; and what was asked of it."""

    port: int = 0
    version: str = "11.0.SOURCE"
    api: bool = True  # other programs may use the local interface
    writes: bool = True  # it knows how to be written to
    allow: bool = True  # what the person presses
    always: bool = False  # and for how long
    editable: bool = True
    server: str = "server-one"
    state: int = 100
    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    collections: dict[str, tuple[str, list[str]]] = field(default_factory=dict)  # key → name, items
    sessions: set[str] = field(default_factory=set)
    saved: list[dict[str, Any]] = field(default_factory=list)  # by the connector
    keys: dict[str, bool] = field(default_factory=dict)  # key → whether it is used up
    asked: list[str] = field(default_factory=list)
    redirect: str = ""
    garbage: bytes | None = None

    def put(self, key: str, **data: Any) -> None:
        """An item that a person has in Zotero."""
        self.state += 1
        self.items[key] = {"key": key, "version": self.state, "data": {"key": key, "version": self.state, **data}}


class _Handler(BaseHTTPRequestHandler):
    zotero: Zotero

    def do_GET(self) -> None:
        self._handle(None)

    def do_POST(self) -> None:
        self._handle(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's own name
        pass

    def _handle(self, body: bytes | None) -> None:
        zotero = self.zotero
        zotero.asked.append(f"{self.command} {self.path}")
        if not _HOST.fullmatch(self.headers.get("Host", "")):
            self._say(400, "Invalid hostname")
            return
        from_page = "Mozilla/" in self.headers.get("User-Agent", "") or "Origin" in self.headers
        if from_page and not {"X-Zotero-Connector-API-Version", "Zotero-Allowed-Request"} & set(self.headers):
            self.close_connection = True
            return
        if zotero.redirect:
            self._say(302, "", Location=zotero.redirect)
            return
        if zotero.garbage is not None and not self.path.startswith("/connector/ping"):
            self._say(200, zotero.garbage)
            return
        path = urlsplit(self.path).path
        told = json.loads(body) if body else None
        if path.startswith("/connector/"):
            self._connector(path.removeprefix("/connector/"), told)
        else:
            self._api(path, parse_qs(urlsplit(self.path).query), told)

    def _say(self, status: int, told: object, **headers: str) -> None:
        data = (
            told if isinstance(told, bytes) else told.encode() if isinstance(told, str) else json.dumps(told).encode()
        )
        self.send_response(status)
        named = {"X-Zotero-Version": self.zotero.version, "X-Zotero-Connector-API-Version": "3"}
        named |= {"Zotero-Server-ID": self.zotero.server} if self.zotero.writes else {}
        named |= {"Content-Length": str(len(data)), "Last-Modified-Version": str(self.zotero.state)}
        for name, value in (named | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _connector(self, method: str, told: Any) -> None:
        zotero = self.zotero
        if method == "ping":
            self._say(200, {"prefs": {}})
        elif method == "getSelectedCollection":
            name = {"libraryName": "My Library", "name": "My Library"}
            self._say(200, {"libraryEditable": zotero.editable, "editable": zotero.editable, **name})
        elif method == "saveItems" and not zotero.editable:
            self._say(500, {"libraryEditable": False})
        elif method == "saveItems" and told["sessionID"] in zotero.sessions:
            self._say(409, {"error": "SESSION_EXISTS"})
        elif method == "saveItems":
            zotero.sessions.add(told["sessionID"])
            zotero.saved += told["items"]
            self._say(201, {})
        else:
            self._say(404, "")

    def _api(self, path: str, query: dict[str, list[str]], told: Any) -> None:
        zotero = self.zotero
        if not zotero.api:
            self._say(403, "Local API is not enabled")
        elif path == "/api/":
            self._say(200, "")
        elif path == "/api/local/authorize" and zotero.writes:
            self._authorize()
        elif told is not None and path == "/api/users/0/items" and zotero.writes:
            self._write(told)
        elif told is not None:
            self._say(400, "Endpoint does not support method")
        elif path.endswith("/items/top"):
            self._items(path, query)
        elif path == "/api/users/0/collections":
            found = [{"key": key, "data": {"key": key, "name": name}} for key, (name, _) in zotero.collections.items()]
            self._say(200, found[int(query["start"][0]) :], Total_Results=str(len(found)))
        else:
            self._say(404, "Not found")

    def _authorize(self) -> None:
        if not self.zotero.allow:
            self._say(403, "denied")
            return
        key = f"key{len(self.zotero.keys)}"
        self.zotero.keys[key] = False
        self._say(200, {"key": key, "remember": self.zotero.always})

    def _items(self, path: str, query: dict[str, list[str]]) -> None:
        zotero = self.zotero
        keys = list(zotero.items)
        if match := re.fullmatch(r"/api/users/0/collections/(\w+)/items/top", path):
            keys = zotero.collections[match[1]][1]
        after = int(query.get("since", ["0"])[0])
        found = [zotero.items[key] for key in keys if zotero.items[key]["version"] > after]
        start, limit = int(query["start"][0]), int(query["limit"][0])
        self._say(200, found[start : start + limit], Total_Results=str(len(found)))

    def _write(self, told: list[dict[str, Any]]) -> None:
        zotero = self.zotero
        server, key = self.headers.get("Zotero-Server-ID"), self.headers.get("Zotero-API-Key", "")
        if server is None:
            self._say(428, "Zotero-Server-ID not provided")
        elif server != zotero.server:
            self._say(412, "Zotero-Server-ID does not match")
        elif zotero.keys.get(key, True):
            self._say(403, "Invalid key")
        elif not zotero.editable:
            self._say(403, "Library is read-only")
        elif len(told) > _MOST:
            self._say(413, "Too many objects")
        else:
            zotero.keys[key] = not zotero.always
            self._say(200, self._stored(told))

    def _stored(self, told: list[dict[str, Any]]) -> dict[str, Any]:
        zotero = self.zotero
        zotero.state += 1
        answer: dict[str, Any] = {"successful": {}, "success": {}, "unchanged": {}, "failed": {}}
        for number, data in enumerate(told):
            key = data.get("key") or f"ITEM{len(zotero.items):04}"
            known = zotero.items.get(key)
            if "key" in data and not known:
                answer["failed"][str(number)] = {"code": 404, "message": "Item not found"}
            elif known and known["version"] != data.get("version"):
                answer["failed"][str(number)] = {
                    "code": 412,
                    "message": "Item has been modified since specified version",
                }
            elif "refuse me" in str(data.get("title")):
                answer["failed"][str(number)] = {"code": 400, "message": "'x' is not a valid field\x1b[2J"}
            else:
                kept = (known["data"] if known else {}) | data | {"key": key, "version": zotero.state}
                zotero.items[key] = {"key": key, "version": zotero.state, "data": kept}
                answer["success"][str(number)] = key
                answer["successful"][str(number)] = zotero.items[key]
        return answer


@contextmanager
def running() -> Iterator[Zotero]:
    """A Zotero that runs until the test is over."""
    zotero = Zotero()
    handler = type("Handler", (_Handler,), {"zotero": zotero})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    zotero.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield zotero
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
