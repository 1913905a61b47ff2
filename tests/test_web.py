"""Web addresses → sources: what is fetched, what is refused, and what no server can make us do."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import FetchError
from digest.fetch import Policy, Refused, gather, wire
from digest.fetch.targets import is_public, parse_target
from digest.fetch.web import Fetched, Known, Web, fetch_url
from digest.model import Source
from tests.web_server import Behaviour, Site, reply, serving

PAGE = "<!doctype html><title>Storm</title><p>Ships waited outside the harbour.</p>"
HERE = frozenset({"127.0.0.1"})


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def policy(**changes: object) -> Policy:
    """How tests ask: this machine, at once."""
    settings: dict[str, object] = {"allow": HERE, "delay": 0.0, "seconds": 5.0} | changes
    return Policy(**settings)  # type: ignore[arg-type]


def get(url: str, known: Known | None = None, **changes: Any) -> Fetched:
    return fetch_url(url, policy(**changes), known)


def refusal(url: str, **changes: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        get(url, **changes)
    return caught.value


def test_a_page_is_its_bytes_address_and_charset(site: Site) -> None:
    """Bytes stay as they came; the header's charset stands beside them."""
    site.pages["/a?b=%C3%A9"] = reply("é".encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1", ETag='"1"')
    found = get(site.url("/a?b=é#part"))

    assert b"\xe9" == found.source.data
    assert site.url("/a?b=%C3%A9") == found.source.url
    assert "text/html; charset=ISO-8859-1" == found.source.media_type
    assert found.source.accessed is not None
    assert Known(etag='"1"') == found.known


def test_we_say_who_we_are_and_keep_no_cookies(site: Site) -> None:
    """No cookie, login or referrer of one request is sent with the next."""
    site.pages["/a"] = reply(status=302, Location="/b", Set_Cookie="spy=1")
    site.pages["/b"] = reply(PAGE)
    get(site.url("/a"), contact="desk@example.org")
    sent = site.asked[-1].lower()

    assert "user-agent: briefing-digest/" in sent
    assert "(+desk@example.org)" in sent
    for name in ("cookie", "authorization", "referer", "proxy"):
        assert f"\n{name}" not in sent


def test_proxies_and_logins_lying_about_are_not_used(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The environment and ~/.netrc do not say where we connect, or who we are."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login amina password secret")
    for name, value in {"HOME": str(tmp_path), "http_proxy": "http://127.0.0.1:9", "ALL_PROXY": "x://y"}.items():
        monkeypatch.setenv(name, value)
    site.pages["/"] = reply(PAGE)

    assert PAGE.encode() == get(site.url()).source.data
    assert "uthorization" not in "".join(site.asked)


PRIVATE = [
    "127.0.0.1",
    "127.255.1.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "192.0.0.192",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001:0:7f00:1::1",
    "2001:db8::1",
    "::127.0.0.1",
    "5f00::1",
    "fec0::1",
    "not-an-address",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused_however_they_are_written(address: str) -> None:
    """Each address a name has is looked at, not the name."""
    error = refusal("http://news.example/", resolve=lambda host, port: ["93.184.216.34", address])

    assert "leads into a private network" in error.what
    assert "allow:" in error.hint


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "127.1", "localhost", "LOCALHOST.", "[::1]", "[::ffff:127.1]"]
)
def test_other_spellings_of_this_machine_are_refused(site: Site, host: str) -> None:
    """What the system's resolver makes of a name is what counts."""
    error = refusal(f"http://{host}:8080/", allow=frozenset())

    assert "robots" not in error.where
    assert [] == site.asked


@given(st.ip_addresses(v=4))
def test_no_address_is_public_for_us_that_python_holds_private(address: object) -> None:
    """Python's own table is a second opinion; ours is never the more trusting."""
    assert not (is_public(str(address)) and getattr(address, "is_private"))  # noqa: B009 - of a union


def test_a_redirect_into_the_private_network_is_refused(site: Site) -> None:
    """Each hop is looked at as the first was."""
    for place in ("http://localhost:8080/", "http://169.254.169.254/latest/meta-data", "//10.0.0.1/", "http://[::1]/"):
        site.pages["/"] = reply(status=302, Location=place)
        assert "leads into a private network" in refusal(site.url()).what


def test_a_stranger_cannot_lead_to_a_host_that_is_allowed(site: Site) -> None:
    """What a person allowed is for the addresses they name."""
    names = {"news.example": "93.184.216.34", "127.0.0.1": "127.0.0.1"}
    web = Web(policy(resolve=lambda host, port: [names[host]], robots=False))
    leading = wire.Answer(status=302, headers={"location": site.url("/admin")}, data=b"")

    with pytest.raises(FetchError, match=r"not one of the web's|private network"):
        web._next(parse_target("http://news.example/"), leading, frozenset())
    assert [] == site.asked


def test_a_name_is_looked_up_once_and_connected_where_it_was_checked(site: Site) -> None:
    """A name that answers otherwise the second time (DNS rebinding) gains nothing."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    site.pages["/"] = reply(PAGE)
    url = site.url(host="news.example")
    resolved: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        resolved.append(host)
        return next(answers)

    get(url, allow=frozenset({"news.example"}), resolve=resolve)  # once for robots.txt, once for the page

    assert ["news.example"] * 2 == resolved
    assert f"Host: news.example:{site.port}" in site.asked[-1]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/", "no web address"),
        ("file:///etc/passwd", "no web address"),
        ("http://amina:secret@example.org/", "user or password"),
        ("http://@example.org/", "user or password"),
        ("http:///path", "without a host"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "not a web address"),
        ("http://example.org\\@127.0.0.1/", "not a web address"),
        ("http://example.org/a b", "not a web address"),
        ("http://example.org/\r\nHost: x", "not a web address"),
        ("http://[::1/", "not a web address"),
        ("http://" + "a" * 70 + ".example/é", "no host is called"),
        ("http://ü" + "a" * 70 + ".example/", "not a web address"),
        ("http://example.org/" + "a" * 5000, "not a web address"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str, words: str) -> None:
    """Nothing is sent, and no password is printed."""
    error = refusal(url, resolve=lambda host, port: [])

    assert words in error.what
    assert "secret" not in str(error)


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """No text makes another error, and none that passes can break a request."""
    for url in (text, f"http://{text}", f"http://example.org/{text}"):
        with suppress(FetchError):
            target = parse_target(url)
            assert target.path.isascii()
            assert not set(" \r\n\t") & set(target.path + target.host)


def test_redirects_are_followed_and_told(site: Site) -> None:
    """The last address is the page's; an address given up for good is told."""
    site.pages |= {
        "/a": reply(status=301, Location="b c"),
        "/b%20c": reply(status=308, Location="/d"),
        "/d": reply(PAGE),
    }
    found = get(site.url("/a"))

    assert site.url("/d") == found.source.url == found.moved
    assert (site.url("/a"), site.url("/b%20c")) == found.redirects
    site.pages["/a"] = reply(status=302, Location="/d")
    assert get(site.url("/a")).moved is None


def test_redirects_come_to_an_end(site: Site) -> None:
    """A circle, and a chain without an end."""
    site.pages |= {"/a": reply(status=302, Location="/b"), "/b": reply(status=302, Location="/a")}
    assert "without an end" in refusal(site.url("/a")).what

    def onward(request: str) -> bytes:
        return reply(status=302, Location=request.split(" ")[1] + "1")

    site.pages |= {f"/{'1' * n}": onward for n in range(20)}
    assert "without an end" in refusal(site.url("/")).what
    assert "does not say where" in refusal(_at(site, reply(status=302))).what
    for place in ("http://[::1", "javascript:alert(1)", "http://amina:secret@x.example/", "\xff\xfe"):
        assert "secret" not in str(refusal(_at(site, reply(status=302, Location=place))))


def _at(site: Site, answer: bytes) -> str:
    site.pages["/here"] = answer
    return site.url("/here")


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_pages_are_unpacked(site: Site, coding: str, pack: object) -> None:
    """As they were asked for."""
    site.pages["/"] = reply(pack(PAGE.encode()), Content_Encoding=coding)  # type: ignore[operator]

    assert PAGE.encode() == get(site.url()).source.data


def test_a_bomb_is_refused_before_it_fills_the_memory(site: Site) -> None:
    """A hundred kilobytes that unpack to a hundred million bytes, twice packed too."""
    once = gzip.compress(bytes(100_000_000), 9)
    for answer in (reply(once, Content_Encoding="gzip"), reply(gzip.compress(once), Content_Encoding="gzip, gzip")):
        assert "larger than 1 MB" in refusal(_at(site, answer), largest=1_000_000).what


def test_an_odd_packing_is_refused(site: Site) -> None:
    """One that was not asked for, a chain of them, a damaged one."""
    for coding in ("br", "zstd", ", ".join(["gzip"] * 9), "x" * 9000):
        assert "nobody asked for" in refusal(_at(site, reply(b"x", Content_Encoding=coding))).what
    assert "damaged" in refusal(_at(site, reply(b"no gzip", Content_Encoding="gzip"))).what


def test_a_body_without_an_end_is_refused(site: Site) -> None:
    """Whether or not it says how long it is."""

    def endless(wire: socket.socket) -> None:
        wire.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            wire.sendall(bytes(65_536))

    def chunks(wire: socket.socket) -> None:
        wire.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            wire.sendall(b"1\r\nx\r\n" * 10_000)

    site.pages |= {"/endless": endless, "/chunks": chunks}
    for path in ("/endless", "/chunks"):
        assert "larger than 1 MB" in refusal(site.url(path), largest=1_000_000).what


def test_headers_without_an_end_are_refused(site: Site) -> None:
    """Many lines, one long line, and interim answers for ever."""

    def flood(piece: bytes, start: bytes = b"HTTP/1.1 200 OK\r\n") -> Behaviour:
        def send(wire: socket.socket) -> None:
            wire.sendall(start)
            while True:
                wire.sendall(piece * 1000)

        return send

    site.pages |= {
        "/lines": flood(b"X: y\r\n"),
        "/line": flood(b"x", b"HTTP/1.1 200 OK\r\nX: "),
        "/interim": flood(b"HTTP/1.1 100 Continue\r\n\r\n", b""),
        "/status": flood(b"x", b"HTTP/1.1 "),
    }
    for path in ("/lines", "/line", "/interim", "/status"):
        assert refusal(site.url(path)).what in (
            "the server sends headers without an end",
            "does not answer as a web server does",
        )


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_a_dripping_server_is_left_in_time(site: Site, start: bytes) -> None:
    """A byte now and then does not keep us: the time is of the whole answer."""

    def drip(wire: socket.socket) -> None:
        wire.sendall(start)
        while True:
            wire.sendall(b"x")
            time.sleep(0.05)

    site.pages["/"] = drip
    begun = time.monotonic()

    assert "takes too long" in refusal(site.url(), seconds=0.5, robots=False).what
    assert time.monotonic() - begun < 3


def test_a_slow_resolver_is_left_in_time() -> None:
    """The system's own cannot be told how long it may take."""
    begun = time.monotonic()

    def asleep(host: str, port: int) -> Sequence[str]:
        time.sleep(3)
        return ["93.184.216.34"]

    assert "in time" in refusal("http://news.example/", resolve=asleep, seconds=0.3, robots=False).what
    assert time.monotonic() - begun < 2


TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello"


def test_what_breaks_off_is_refused(site: Site) -> None:
    """Half a page is no page."""
    for answer in (reply(PAGE, Content_Length="9999"), reply(b"5\r\nab", Transfer_Encoding="chunked")):
        assert "breaks off" in refusal(_at(site, answer)).what
    for answer in (b"", b"SSH-2.0-x\r\n", b"\0\xff\n\n", b"HTTP/1.1 99999 x\r\n\r\n", TWO_LENGTHS):
        assert "does not answer as a web server does" in refusal(_at(site, answer)).what
    assert "sent nothing" in refusal(_at(site, reply())).what


def test_a_closed_door_says_how_to_come_in(site: Site) -> None:
    """Logins, payment and blocks are told, with the way round by one's own browser."""
    for status, words in {401: "login", 402: "payment", 403: "programs", 451: "legal"}.items():
        error = refusal(_at(site, reply("no", status)))
        assert words in error.what
        assert "--url" in error.hint
    assert "no such page" in refusal(site.url("/nowhere")).what
    assert "418" in refusal(_at(site, reply("", 418))).what
    assert "799" in refusal(_at(site, reply("", 799))).what


def test_a_site_that_asks_for_patience_is_asked_no_more(site: Site) -> None:
    """429 and 503 close the host for this run; how long it asks to wait is told."""
    site.pages |= {"/a": reply("", 429, Retry_After="7200"), "/b": reply(PAGE)}
    web = Web(policy())
    for path in ("/a", "/b"):
        with pytest.raises(FetchError, match="fewer requests") as caught:
            web.fetch(site.url(path))

    assert "it asks to wait 2 hours" == caught.value.hint
    assert ["/a"] == site.paths


def test_requests_to_one_host_keep_their_distance(site: Site) -> None:
    """As the policy has it, or longer where robots.txt asks for it."""
    site.pages |= {"/a": reply(PAGE), "/robots.txt": reply("User-agent: *\nCrawl-delay: 0.4")}
    web = Web(policy(delay=0.1))
    begun = time.monotonic()
    web.fetch(site.url("/a"))
    web.fetch(site.url("/a"))

    assert 0.4 <= time.monotonic() - begun < 3


def test_robots_are_asked_once_and_heeded(site: Site) -> None:
    """One request for all pages of a site."""
    site.pages |= {"/robots.txt": reply("User-agent: *\nDisallow: /no"), "/no": reply(PAGE), "/yes": reply(PAGE)}
    web = Web(policy())
    web.fetch(site.url("/yes"))
    web.fetch(site.url("/yes"))
    with pytest.raises(FetchError, match=r"robots\.txt asks") as caught:
        web.fetch(site.url("/no"))

    assert "--url" in caught.value.hint
    assert 1 == sum("/robots.txt" in request for request in site.asked)
    assert ["/yes", "/yes"] == site.paths
    assert PAGE.encode() == get(site.url("/no"), robots=False).source.data


def test_a_site_whose_robots_cannot_be_had_is_left_alone(site: Site) -> None:
    """None at all opens a site; a server in trouble does not."""
    site.pages |= {"/": reply(PAGE), "/robots.txt": reply("", 503)}
    assert "not ready" in refusal(site.url()).what
    site.pages["/robots.txt"] = reply("", 403)
    assert 200 == get(site.url()).status


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    """The marks of the earlier answer are sent back."""

    def page(request: str) -> bytes:
        return reply("", 304, ETag='"1"') if 'If-None-Match: "1"' in request else reply(PAGE, ETag='"1"')

    site.pages["/"] = page
    first = get(site.url())
    again = get(site.url(), first.known)

    assert not first.not_modified
    assert again.not_modified
    assert b"" == again.source.data
    get(site.url(), Known(last_modified="Tue, 13 Sep 2022 10:00:00 GMT\r\nX: y"))
    assert "If-Modified-Since: Tue, 13 Sep 2022 10:00:00 GMTX: y\r\n" in site.asked[-1]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for news.example, signed by itself."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    path = tmp_path / "both.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=news.example",
        "-addext",
    ]
    command += ["subjectAltName=DNS:news.example", "-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "crt")]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes((tmp_path / "key").read_bytes() + (tmp_path / "crt").read_bytes())
    return path


def test_a_certificate_must_hold_and_bear_the_name(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checked against the name asked for, though an address is what we connect to."""
    hosts: dict[str, Any] = {
        "allow": frozenset({"news.example", "other.example"}),
        "resolve": lambda host, port: ["127.0.0.1"],
    }
    with serving(certificate) as site:
        site.pages["/"] = reply(PAGE)
        assert "certificate does not hold" in refusal(site.url(host="news.example"), **hosts).what
        trusting = ssl.create_default_context(cafile=str(certificate))
        monkeypatch.setattr(wire, "_trust", lambda: trusting)
        assert PAGE.encode() == get(site.url(host="news.example"), **hosts).source.data
        assert f"Host: news.example:{site.port}" in site.asked[-1]
        assert "certificate does not hold" in refusal(site.url(host="other.example"), **hosts).what


def test_names_of_all_kinds_are_gathered(site: Site, tmp_path: Path) -> None:
    """Addresses, folders and files in the order they were named; what cannot be opened is told."""
    site.pages["/a"] = reply(PAGE)
    (tmp_path / "page.txt").write_text("words")
    names = [site.url("/a"), str(tmp_path), site.url("/none"), "file:///etc/passwd", "gone.txt", "http://u:p@x.org/"]
    found = list(gather(names, policy()))

    assert [Source, Source, Refused, Refused, Refused, Refused] == [type(item) for item in found]
    assert site.url("/a") == found[0].name
    assert not any(
        "passwd" in item.error.where and "root" in item.error.what for item in found if isinstance(item, Refused)
    )
    assert "http://x.org/" == found[5].name
