"""Zotero on this machine: records in by its local interface or its connector, and out again.

The local interface is that of https://www.zotero.org/support/dev/web_api/v3/start at /api/; the connector's is
https://www.zotero.org/support/dev/client_coding/connector_http_server (looked at in November 2026). Nothing is sent
beyond this machine: the address is a loopback one, no proxy is asked, no redirect followed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from digest.errors import FetchError
from digest.fetch.targets import Target
from digest.fetch.wire import Answer, Limits, ask

HOSTS: Mapping[str, tuple[str, ...]] = {
    "127.0.0.1": ("127.0.0.1",),
    "localhost": ("127.0.0.1", "::1"),
    "::1": ("::1",),
}
"""The names of this machine → its addresses."""
PORT = 23119
MOST = 50
"""Items that one request may hold."""
_LARGEST = 50_000_000
_PAGE = 100
_MOST_PAGES = 2_000
_ASKING = 120.0  # seconds that a person has to press Allow
_OLD = (400, 404, 405, 501)  # how versions answer that know no writing

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zotero:
    """Where Zotero listens, how long it may take, and which of its libraries is meant."""

    host: str = "127.0.0.1"
    port: int = PORT
    seconds: float = 30.0
    library: str = "users/0"  # or groups/NUMBER

    @property
    def url(self) -> str:
        """Its address, for messages."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What Zotero says of itself: its version, whether its local interface is on, and which installation it is."""

    version: str
    api: bool
    server: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a person allowed: a key that holds for one request, and the installation that gave it."""

    key: str
    server: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item: its name and state there, or why it was not taken."""

    item: str = ""
    version: int = 0
    unchanged: bool = False
    code: int = 0
    why: str = ""


def running(zotero: Zotero) -> Running:
    """What Zotero says of itself; FetchError where it does not run, or another program answers."""
    got = _asked(zotero, "/connector/ping", {}, {"X-Zotero-Connector-API-Version": "3"})
    version = got.headers.get("x-zotero-version", "")
    if got.status != HTTPStatus.OK or not version:
        hint = "is its port another one? Zotero: Settings, Advanced, Config Editor, httpServer.port; then --port"
        raise FetchError("something answers there that is not Zotero", where=zotero.url, hint=hint)
    api = _asked(zotero, "/api/", None, {})
    return Running(
        version=version[:40], api=api.status == HTTPStatus.OK, server=api.headers.get("zotero-server-id", "")[:200]
    )


def authorized(zotero: Zotero, found: Running) -> Access | None:
    """The right to write, which a person gives in Zotero's window; None where this Zotero cannot be written to so."""
    if not found.api or not found.server:
        return None
    patient = replace(zotero, seconds=max(zotero.seconds, _ASKING))
    got = _asked(patient, "/api/local/authorize", {"appName": "digest"}, {"Zotero-Server-ID": found.server})
    if got.status in _OLD:
        return None
    if got.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise FetchError("you did not allow digest to write", where=zotero.url, hint="press Allow in Zotero's window")
    told = _object(zotero, got)
    key = told.get("key")
    if not isinstance(key, str) or not key.isascii() or not key.isprintable() or not 0 < len(key) <= 200:
        raise FetchError("Zotero's answer holds no key", where=zotero.url)
    return Access(key=key, server=got.headers.get("zotero-server-id", found.server)[:200])


def write(zotero: Zotero, access: Access, items: Sequence[Item]) -> tuple[Outcome, ...]:
    """What became of each of at most fifty items; those that have a `key` and a `version` are brought up to date."""
    got = _written(zotero, access, items)
    if got.status in (HTTPStatus.PRECONDITION_REQUIRED, HTTPStatus.PRECONDITION_FAILED):
        server = running(zotero).server  # it was started anew, or is another: ask whose window that is
        again = authorized(zotero, Running(version="", api=True, server=server)) if server else None
        got = _written(zotero, again, items) if again else got
    if got.status == HTTPStatus.FORBIDDEN:
        hint = "choose a library in which you may write, or ask whom it belongs to"
        raise FetchError("this library of Zotero is read-only for you", where=zotero.url, hint=hint)
    told = _object(zotero, got)
    return tuple(_outcome(told, str(number), _state(got)) for number in range(len(items)))


def _written(zotero: Zotero, access: Access, items: Sequence[Item]) -> Answer:
    headers = {"Zotero-API-Key": access.key, "Zotero-Server-ID": access.server}
    got = _asked(zotero, f"/api/{zotero.library}/items", list(items), headers)
    if got.status not in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return got
    again = authorized(zotero, Running(version="", api=True, server=access.server))  # the key held once
    renewed = headers | ({"Zotero-API-Key": again.key} if again else {})
    return _asked(zotero, f"/api/{zotero.library}/items", list(items), renewed)


def _outcome(told: Mapping[str, Any], number: str, version: int) -> Outcome:
    """What an answer says of the item of that number."""
    done, failed = _part(told, "successful").get(number), _part(told, "failed").get(number)
    if isinstance(done, dict):
        state = done.get("version")
        return Outcome(item=str(done.get("key") or "")[:40], version=state if isinstance(state, int) else version)
    if isinstance(name := _part(told, "success").get(number), str):
        return Outcome(item=name[:40], version=version)
    if isinstance(name := _part(told, "unchanged").get(number), str):
        return Outcome(item=name[:40], version=version, unchanged=True)
    if isinstance(failed, dict):
        code = failed.get("code")
        return Outcome(code=code if isinstance(code, int) else 400, why=str(failed.get("message") or "refused")[:300])
    return Outcome(code=500, why="Zotero said nothing of it")


def _part(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = told.get(name)
    return part if isinstance(part, dict) else {}


def save(zotero: Zotero, session: str, items: Sequence[Item]) -> bool:
    """Send items by the connector, into what is selected in Zotero's window; False where this session sent them."""
    headers = {"X-Zotero-Connector-API-Version": "3"}
    body = {"sessionID": session, "uri": "http://digest.local/", "items": list(items)}
    got = _asked(zotero, "/connector/saveItems", body, headers)
    if got.status in (HTTPStatus.CREATED, HTTPStatus.OK):
        return True
    if got.status == HTTPStatus.CONFLICT:
        return False
    if got.status == HTTPStatus.INTERNAL_SERVER_ERROR and b"libraryEditable" in got.data:
        hint = "select My Library, or a collection that you may change, in Zotero's window"
        raise FetchError("the library selected in Zotero is read-only", where=zotero.url, hint=hint)
    if got.status == HTTPStatus.PRECONDITION_FAILED:
        raise FetchError("this Zotero speaks another version of its connector", where=zotero.url, hint="update Zotero")
    raise _refusal(zotero, got)


def selected(zotero: Zotero) -> str:
    """The name of what is selected in Zotero's window, where the connector saves; FetchError where it is read-only."""
    got = _asked(zotero, "/connector/getSelectedCollection", {}, {"X-Zotero-Connector-API-Version": "3"})
    told = _object(zotero, got)
    if told.get("editable") is False or told.get("libraryEditable") is False:
        hint = "select My Library, or a collection that you may change, in Zotero's window"
        raise FetchError("the library selected in Zotero is read-only", where=zotero.url, hint=hint)
    return str(told.get("name") or told.get("libraryName") or "")[:200]


def collections(zotero: Zotero) -> dict[str, str]:
    """The collections of the library: their keys, each with its name."""
    found = {}
    for one, _ in _pages(zotero, f"/api/{zotero.library}/collections?format=json"):
        data = one.get("data")
        if isinstance(data, dict) and isinstance(one.get("key"), str):
            found[one["key"]] = str(data.get("name") or "")
    return found


def items(zotero: Zotero, *, collection: str = "", since: int = 0) -> Iterator[tuple[Item, int]]:
    """The items of the library or a collection that changed since a state, and the state of the library."""
    within = f"/collections/{quote(collection, safe='')}" if collection else ""
    path = f"/api/{zotero.library}{within}/items/top?format=json&sort=dateAdded&direction=asc"
    if since and _state(_asked(zotero, f"{path}&limit=1&start=0", None, {"Zotero-API-Version": "3"})) < since:
        since = 0  # another library than the one that was read up to there
    return _pages(zotero, f"{path}&since={since}" if since else path)


def _state(got: Answer) -> int:
    """The state of a library that an answer tells."""
    state = got.headers.get("last-modified-version", "")
    return int(state) if state.isdecimal() and len(state) < 12 else 0


def _pages(zotero: Zotero, path: str) -> Iterator[tuple[Item, int]]:
    start = 0
    for _ in range(_MOST_PAGES):
        got = _asked(zotero, f"{path}&limit={_PAGE}&start={start}", None, {"Zotero-API-Version": "3"})
        found = _list(zotero, got)
        total, version = got.headers.get("total-results", ""), _state(got)
        yield from ((one, version) for one in found if isinstance(one, dict))
        start += len(found)
        if not found or (total.isdecimal() and start >= int(total[:9])):
            return


def _list(zotero: Zotero, got: Answer) -> list[Any]:
    if got.status != HTTPStatus.OK:
        raise _refusal(zotero, got)
    told = _json(zotero, got)
    if not isinstance(told, list):
        raise FetchError("Zotero's answer is no list", where=zotero.url)
    return told


def _object(zotero: Zotero, got: Answer) -> Mapping[str, Any]:
    if got.status not in (HTTPStatus.OK, HTTPStatus.CREATED):
        raise _refusal(zotero, got)
    told = _json(zotero, got)
    if not isinstance(told, dict):
        raise FetchError("Zotero's answer is not in the form asked for", where=zotero.url)
    return told


def _json(zotero: Zotero, got: Answer) -> Any:
    try:
        return json.loads(got.data)
    except (ValueError, RecursionError) as error:
        raise FetchError("Zotero's answer is no JSON", where=zotero.url) from error


_SAID: Mapping[int, tuple[str, str]] = {
    400: ("Zotero does not understand the request", "update Zotero"),
    403: (
        "Zotero's local interface is off",
        "Settings, Advanced: allow other applications on this computer to communicate with Zotero",
    ),
    404: ("Zotero has no such library or collection", "`digest pull zotero --collections` lists them"),
    412: ("Zotero changed meanwhile", "try again"),
    428: ("Zotero wants to know which installation is meant", "try again"),
    429: ("Zotero asks for fewer requests", "try again later"),
}


def _refusal(zotero: Zotero, got: Answer) -> FetchError:
    """What a status means; what the answer itself says is not repeated."""
    if HTTPStatus.MULTIPLE_CHOICES <= got.status < HTTPStatus.BAD_REQUEST:
        return FetchError("leads on to another address, where nothing is sent", where=zotero.url)
    what, hint = _SAID.get(got.status, (f"Zotero answers with status {got.status}", "is its window open and ready?"))
    return FetchError(what, where=zotero.url, hint=hint)


def _asked(zotero: Zotero, path: str, body: object, headers: Mapping[str, str]) -> Answer:
    """The answer to one request to this machine."""
    if zotero.host not in HOSTS or not 0 < zotero.port < 65_536:
        raise FetchError("not an address of this machine", where=zotero.url, hint=f"one of {', '.join(HOSTS)}")
    posted = None if body is None else json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    target = Target(scheme="http", host=zotero.host, port=zotero.port, path=path, posted=posted)
    named = {"Accept": "application/json", "Connection": "close", "Zotero-Allowed-Request": "1", **headers}
    named |= {"Content-Type": "application/json"} if posted is not None else {}
    limits = Limits(body=_LARGEST, connect=min(5.0, zotero.seconds))
    try:
        return ask(target, HOSTS[zotero.host], named, limits, time.monotonic() + zotero.seconds)
    except FetchError as error:
        if "cannot be reached" not in error.what:
            raise
        hint = "start it; where its port is another one than 23119, name it with --port"
        raise FetchError("Zotero is not running", where=zotero.url, hint=hint) from error
