"""Lists of feeds, and the feeds that a page names."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.interchange.opml import read_opml, write_opml
from digest.model import Source
from digest.plans import Feed
from digest.readers.feed.links import find_feed_links

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=40).map(str.strip)


def opml(text: str) -> tuple[Feed, ...]:
    return read_opml(Source(name="list.opml", data=text.encode()))


def test_folders_are_opened_and_repetitions_left_out() -> None:
    """Whatever case their attributes have; what is no address is passed over."""
    text = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="2.0"><body>
    <outline text="Asia &amp; more"><outline text="One & two" xmlUrl="https://one.example/rss"/></outline>
    <outline xmlurl=" http://two.example/ " title="&x;"/><outline XMLURL="https://one.example/rss" text="again"/>
    <outline text="no" xmlUrl="file:///etc/passwd"/></body></opml>"""

    assert ["https://one.example/rss", "http://two.example/"] == [feed.url for feed in opml(text)]
    assert "One & two" == opml(text)[0].name
    assert "root:" not in str(opml(text))


@pytest.mark.parametrize("text", ["", "words", "<rss/>", "<html><body>", "\0"])
def test_what_is_no_list_is_refused(text: str) -> None:
    """With what to do."""
    with pytest.raises(ReadError, match="not a list of feeds"):
        opml(text)


@given(st.lists(NAMES.filter(lambda name: not set("<&") & set(name) and " ".join(name.split()) == name), max_size=5))
def test_a_list_comes_back_as_it_went(names: list[str]) -> None:
    """Names and addresses."""
    feeds = tuple(Feed(url=f"https://x.example/{n}?a=1&b=2", name=name or None) for n, name in enumerate(names))
    back = opml(write_opml(feeds))

    assert [feed.url for feed in feeds] == [feed.url for feed in back]
    assert [feed.label for feed in feeds] == [feed.label for feed in back]


@given(st.binary() | st.text(alphabet='<>&;="opmlutinexmlURL/[]! \n').map(str.encode))
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    """No input makes another error."""
    for whole in (data, b"<opml><body>" + data):
        with suppress(ReadError):
            read_opml(Source(name="x", data=whole))


def test_a_page_names_its_feeds() -> None:
    """In its order, those of comments last; relative to its base."""
    page = """<html><head><base href="/blog/"><link rel="alternate" hreflang="de" href="/de">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="c.xml">
    <link rel="Alternate" type="application/atom+xml; charset=utf-8" title="News &amp; views" href="a.xml">
    <link rel="alternate" type="application/feed+json" href="https://x.example/f.json">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"></head><body>words</body></html>"""
    found = find_feed_links(Source(name="p", data=page.encode(), url="https://x.example/post/1"))

    assert (
        ("https://x.example/blog/a.xml", "News & views"),
        ("https://x.example/f.json", ""),
        ("https://x.example/blog/c.xml", "Comments"),
    ) == found


@given(st.binary() | st.text(alphabet='<>="linkrheftypbase/:[] \n').map(str.encode))
def test_any_bytes_name_feeds_or_none(data: bytes) -> None:
    """No page makes another error."""
    with suppress(ReadError):
        find_feed_links(Source(name="p", data=b"<html><head>" + data, url="https://x.example/"))
