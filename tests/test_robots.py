"""robots.txt: which rule counts, and that no file makes reading or matching it slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.fetch.robots import parse_robots

ROBOTS = b"""\xef\xbb\xbf# words
User-agent: other
User-agent: Briefing-Digest/1.0
Sitemap: http://x/
Disallow: /
Allow: /news
Disallow: /*.pdf$
Disallow: /news/*/print*x
Disallow: /caf%c3%a9
Allow: /\xc3\xbc
rubbish
user-agent: *
disallow:
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    {
        "/": False,
        "/news": True,
        "/news/a.pdf": False,
        "/news/a.pdf?x": True,
        "/news/a/b/printed/x": False,
        "/caf%C3%A9": False,
        "/caf\u00e9": False,
        "/%C3%BC": True,
        "/%6Eews": True,
        "/robots.txt": True,
    }.items(),
)
def test_the_longest_rule_of_our_group_decides(path: str, allowed: bool) -> None:
    """RFC 9309, 2.2: groups, wildcards, ends and encodings."""
    assert allowed == parse_robots(ROBOTS, "briefing-digest").allow(path)


@given(st.binary(), st.text())
def test_any_robots_and_path_have_an_answer(data: bytes, path: str) -> None:
    """Whatever a site sends."""
    robots = parse_robots(b"User-agent: *\nDisallow: /" + data, "digest")

    assert robots.allow(path.encode("utf-8", "replace").decode()) in (True, False)
    assert 0 <= robots.delay <= 10


def test_robots_of_many_stars_are_matched_at_once() -> None:
    """Neither rules nor paths make matching slow."""
    data = b"User-agent: *\n" + b"Disallow: /" + b"*a" * 900 + b"*b$\n" * 1
    begun = time.monotonic()
    parse_robots(data * 300, "digest").allow("/" + "a" * 4000)

    assert time.monotonic() - begun < 2
