"""Web addresses → sources: one careful request at a time, in the open and at the pace a site asks for."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urljoin

from digest.errors import FetchError
from digest.fetch import robots
from digest.fetch.naming import without_userinfo
from digest.fetch.policy import Policy
from digest.fetch.targets import Target, addresses, is_allowed, parse_target, system_resolver
from digest.fetch.wire import ENCODINGS, Answer, Limits, ask
from digest.model import Date, Source

PRODUCT = "briefing-digest"
"""What robots.txt calls us."""
SAVE = "open the page in your browser, save it, and add the file with --url ADDRESS"

_REDIRECTS = (301, 302, 303, 307, 308)
_ACCEPTED = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json;q=0.9, "
    "application/xml;q=0.8, */*;q=0.5"
)
_SAID: dict[int, tuple[str, str]] = {
    401: ("asks for a login", SAVE),
    402: ("asks for payment", SAVE),
    403: ("is not given to programs", SAVE),
    404: ("there is no such page", "has it moved? search the site for its title"),
    410: ("the page has been taken away", "an archive of the web may have it"),
    429: ("asks for fewer requests", "try again later"),
    451: ("is withheld for legal reasons", SAVE),
    503: ("is not ready to serve", "try again later"),
}
"""Status → what is wrong, what to try; others are named as HTTP has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an earlier answer said of its state, to be asked for changes only."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address gave: its source, or nothing new where `not_modified`."""

    source: Source
    status: int
    known: Known = Known()
    not_modified: bool = False
    redirects: tuple[str, ...] = ()  # the addresses passed on the way
    moved: str | None = None  # where it stands for good, if the server said so


def fetch_url(url: str, policy: Policy, known: Known | None = None) -> Fetched:
    """What stands at `url`; FetchError says why nothing was fetched, and what to try."""
    return Web(policy).fetch(url, known)


@dataclass(slots=True)
class Web:
    """The web during one run: what sites asked of programs, and when each was asked last."""

    policy: Policy
    _robots: dict[str, robots.Robots] = field(default_factory=dict)
    _free: dict[str, float] = field(default_factory=dict)  # host → when it may be asked again
    _closed: dict[str, FetchError] = field(default_factory=dict)  # hosts that asked for patience

    def fetch(self, url: str, known: Known | None = None, *, named_by: str | None = None) -> Fetched:
        """What stands at `url`, or at the address it leads on to; `named_by` is the page or feed that named it.

        Hosts that a person allowed are open to the addresses that person names, and to what these lead to.
        """
        deadline = time.monotonic() + self.policy.seconds
        allowed = self._allowed(named_by or url)
        target = parse_target(url, allowed)
        passed: list[str] = []
        statuses: list[int] = []
        while True:
            deadline += self._permitted(target, allowed)
            answer = self._answer(target, allowed, deadline, _conditions(known))
            if answer.status not in _REDIRECTS:
                moved = target.url if statuses and set(statuses) <= {301, 308} else None
                return self._fetched(url, target, answer, passed, moved)
            passed.append(target.url)
            statuses.append(answer.status)
            target = self._next(target, answer, allowed)
            if len(passed) > self.policy.hops or target.url in passed:
                raise FetchError("leads from address to address without an end", where=passed[0], hint=SAVE)

    def _allowed(self, url: str) -> frozenset[str]:
        allow = self.policy.allow
        first = parse_target(url, allow)
        return allow if is_allowed(first.host, first.port, allow) else frozenset()

    def _next(self, target: Target, answer: Answer, allowed: frozenset[str]) -> Target:
        place = answer.headers.get("location", "")
        if not place:
            raise FetchError("leads on, but does not say where", where=target.url, hint=SAVE)
        try:
            return parse_target(urljoin(target.url, _unblanked(place)), allowed)
        except ValueError as error:
            raise FetchError("leads to no web address", where=target.url, hint=SAVE) from error

    def _answer(self, target: Target, allowed: frozenset[str], deadline: float, headers: Mapping[str, str]) -> Answer:
        limits = Limits(body=self.policy.largest, connect=self.policy.connect)
        return self._asked(target, allowed, deadline, (headers, limits))

    def _asked(
        self, target: Target, allowed: frozenset[str], deadline: float, request: tuple[Mapping[str, str], Limits]
    ) -> Answer:
        headers, limits = request
        if error := self._closed.get(target.host):
            raise FetchError(error.what, where=target.url, hint=error.hint)
        left = max(0.001, deadline - time.monotonic())
        found = addresses(target, allowed, self.policy.resolve or system_resolver, left)
        try:
            return ask(target, found, self._headers() | dict(headers), limits, deadline)
        finally:
            self._free[target.host] = time.monotonic() + self._pause(target)

    def _headers(self) -> dict[str, str]:
        contact = f" (+{_plain(self.policy.contact)})" if self.policy.contact else ""
        return {
            "User-Agent": f"{PRODUCT}/{_version()}{contact}",
            "Accept": _ACCEPTED,
            "Accept-Encoding": ", ".join(ENCODINGS),
            "Connection": "close",
        }

    def _pause(self, target: Target) -> float:
        asked = self._robots.get(target.origin, robots.OPEN).delay
        return max(asked, self.policy.delay)

    def _permitted(self, target: Target, allowed: frozenset[str]) -> float:
        """Wait until the site may be asked, and return for how long; FetchError where it does not want to be."""
        begun = time.monotonic()
        if self.policy.robots and target.origin not in self._robots:
            self._wait(target)
            try:
                self._robots[target.origin] = self._rules(target, allowed)
            except FetchError as error:  # whoever asked did not ask for robots.txt
                raise FetchError(error.what, where=target.url, hint=error.hint) from error
        if self.policy.robots and not self._robots[target.origin].allow(target.path):
            raise FetchError("its robots.txt asks programs not to fetch it", where=target.url, hint=SAVE)
        self._wait(target)
        return time.monotonic() - begun

    def _wait(self, target: Target) -> None:
        time.sleep(max(0.0, self._free.get(target.host, 0.0) - time.monotonic()))

    def _rules(self, target: Target, allowed: frozenset[str]) -> robots.Robots:
        """What the site's robots.txt says; without one all is open, and while it cannot be had nothing is."""
        place = replace(target, path="/robots.txt")
        limits = Limits(body=robots.LARGEST, connect=self.policy.connect, whole=False)
        deadline = time.monotonic() + self.policy.seconds / 2
        for _ in range(5):  # section 2.3.1.2 of RFC 9309
            answer = self._asked(place, allowed, deadline, ({}, limits))
            if answer.status not in _REDIRECTS:
                break
            place = self._next(place, answer, allowed)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            self._closed[target.host] = self._refusal(place, answer)
            raise self._closed[target.host]
        return robots.parse_robots(answer.data, PRODUCT) if answer.status == HTTPStatus.OK else robots.OPEN

    def _fetched(self, url: str, target: Target, answer: Answer, passed: list[str], moved: str | None) -> Fetched:
        source = Source(
            name=without_userinfo(url),
            data=answer.data,
            url=target.url,
            media_type=_media_type(answer.headers.get("content-type", "")),
            accessed=_today(),
        )
        known = Known(
            etag=_bounded(answer.headers.get("etag")), last_modified=_bounded(answer.headers.get("last-modified"))
        )
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return Fetched(
                source=source,
                status=answer.status,
                known=known,
                not_modified=True,
                redirects=tuple(passed),
                moved=moved,
            )
        if answer.status not in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
            raise self._refusal(target, answer)
        if not answer.data:
            raise FetchError("the server sent nothing", where=target.url, hint=SAVE)
        return Fetched(source=source, status=answer.status, known=known, redirects=tuple(passed), moved=moved)

    def _refusal(self, target: Target, answer: Answer) -> FetchError:
        what, hint = _SAID.get(answer.status, (f"the server says: {_phrase(answer.status)}", "try again later"))
        seconds = _retry_after(answer.headers.get("retry-after", ""))
        if answer.status in (429, 503):
            if seconds is not None:
                hint = f"it asks to wait {_spoken(seconds)}"
            error = FetchError(what, where=target.url, hint=hint)
            self._closed[target.host] = error
            return error
        return FetchError(what, where=target.url, hint=hint)


def _conditions(known: Known | None) -> dict[str, str]:
    if known is None:
        return {}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: _plain(value) for name, value in asked.items() if value}


def _plain(value: str) -> str:
    """`value` fit for a header: ASCII on one line."""
    return "".join(character for character in value if " " <= character <= "~")[:500]


def _bounded(value: str | None) -> str | None:
    return _plain(value) or None if value and len(value) <= 500 else None


def _media_type(value: str) -> str | None:
    return _plain(value)[:200].strip() or None


def _unblanked(place: str) -> str:
    """A redirect's address as browsers take it: encoded where a server forgot to."""
    # Headers come as Latin-1, in which UTF-8 looks like other letters.
    raw = place.encode("latin-1", "replace")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = place
    return text.strip().replace(" ", "%20")


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _retry_after(value: str) -> float | None:
    """The seconds to wait that a server names, as a number or a date."""
    if value.isascii() and value.isdigit() and len(value) < 9:
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, (when - datetime.now(when.tzinfo)).total_seconds())


def _spoken(seconds: float) -> str:
    """A time as people say it.

    >>> _spoken(90), _spoken(7200)
    ('90 seconds', '2 hours')
    """
    for size, name in ((86_400, "days"), (3_600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{round(seconds / size)} {name}"
    return f"{round(seconds)} seconds"


def _today() -> Date:
    return Date(edtf=datetime.now().astimezone().date().isoformat())


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("briefing-digest")
    except PackageNotFoundError:  # run from a folder, not installed
        return "0"
