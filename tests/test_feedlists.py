"""The list of feeds in config.yaml is changed where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config import parse_config
from digest.feedlists import with_feeds, without_feed
from digest.plans import Feed

ONE = Feed(url="https://one.example/rss", name="One: the first # of all")
TWO = Feed(url="https://two.example/", outlet="Two", follow=False, every="6h")

WAYS = {
    "nothing": "",
    "no list": "library: x.sqlite  # mine\n# the end",
    "an empty list": "feeds: []   # none yet\nlanguage: en\n",
    "no value": "feeds:   # none yet\nlanguage: en\n",
    "a null": "feeds: null\nlanguage: en",
    "a list": "feeds:\n  # best\n  - url: https://old.example/rss  # old\n    name: Old\n\n# language\nlanguage: en\n",
    "a flush list": "feeds:\n- url: https://old.example/rss\n  every: 1d\nlanguage: en\n",
    "a flow list": "feeds: [{url: https://old.example/rss}]  # short\nlanguage: en\n",
    "flow items": "feeds:\n  - {url: https://old.example/rss, name: Old}   # one\n",
    "no last line feed": "feeds:\n  - url: https://old.example/rss",
    "a folded name": "feeds:\n  - url: https://old.example/rss\n    name: >\n      Old\n      News\nlanguage: en\n",
}  # fmt: skip


@pytest.mark.parametrize("text", WAYS.values(), ids=list(WAYS))
def test_feeds_come_at_the_end_of_the_list_however_it_is_written(text: str) -> None:
    """All that was there before is there, comments too, in its order."""
    before = parse_config(text)
    changed = with_feeds(text, [ONE, TWO])
    after = parse_config(changed)

    assert (*before.feeds, ONE, TWO) == after.feeds
    assert replace(before, feeds=()) == replace(after, feeds=())
    for comment in [part for line in text.splitlines() for part in line.partition("#")[1:] if "#" in line]:
        assert comment in changed
    lines = iter(changed.splitlines())
    assert all(line in lines for line in text.splitlines() if not line.startswith("feeds:"))


@pytest.mark.parametrize("text", WAYS.values(), ids=list(WAYS))
def test_what_was_added_is_taken_out_again(text: str) -> None:
    """Where the list is written in lines."""
    if "feeds: [{" in text:
        return
    changed = with_feeds(text, [ONE, TWO])
    back = parse_config(without_feed(without_feed(changed, ONE.url), TWO.url))

    assert parse_config(text) == back


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), st.sampled_from(sorted(WAYS.values())))
def test_any_name_survives(name: str, text: str) -> None:
    """Whatever marks it has."""
    feed = Feed(url="https://x.example/", name=name or None)

    assert feed == parse_config(with_feeds(text, [feed])).feeds[-1]
