"""Feeds collected: each entry once, from its page where it can be had, and nothing lost where a run is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import digest
from digest.collecting import NOTHING_NEW, Collecting, collect
from digest.fetch import Policy, Refused, Skipped
from digest.fetch.web import Web
from digest.intake import Taken, take_all
from digest.library import Library, open_library
from digest.model import Article
from digest.plans import Feed
from digest.themes import Theme
from tests.web_server import Site, reply, serving

LONG = " ".join(["The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge."] * 14)
ITEM = "<item><title>{title}</title><link>{link}</link><pubDate>Tue, 13 Sep 2022 10:00:00 GMT</pubDate>{more}</item>"


def entry(title: str, link: str, text: str = "Ships waited.") -> str:
    return ITEM.format(title=title, link=link, more=f"<description>{text}</description>")


def feed_of(*entries: str) -> bytes:
    text = f"<rss version='2.0'><channel><title>The Harbour Feed</title>{''.join(entries)}</channel></rss>"
    return reply(text, Content_Type="application/rss+xml", ETag='"1"')


def page(title: str) -> bytes:
    """A page about `title`, long enough to be an article."""
    text = f"<p>{title}: {LONG.replace('storm', title)}</p>"
    return reply(
        f"<!doctype html><html><title>{title}</title><body><article><h1>{title}</h1>{text}</article></body></html>"
    )


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        served.pages |= {"/1": page("Storm"), "/2": page("Flood")}
        served.pages["/feed"] = feed_of(entry("Storm", "/1"), entry("Flood", "/2"))
        yield served


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


def collecting(library: Library, themes: tuple[Theme, ...] = ()) -> Collecting:
    web = Web(Policy(allow=frozenset({"127.0.0.1"}), delay=0, seconds=5))
    return Collecting(web=web, memory=library.feeds(), take=partial(take_all, outlets=None, children=1), themes=themes)


def run(library: Library, feed: Feed, themes: tuple[Theme, ...] = ()) -> list[Taken | Skipped | Refused]:
    """What a run gives, all of it stored."""
    found = []
    for one in collect(feed, collecting(library, themes)):
        found.append(one)
        for taken in one.pages if isinstance(one, Taken) else ():
            for article in taken.articles:
                library.add(article, taken.page, taken.blocks)
    return found


def articles(found: list[Taken | Skipped | Refused]) -> list[Article]:
    return [article for one in found if isinstance(one, Taken) for taken in one.pages for article in taken.articles]


def reasons(found: list[Taken | Skipped | Refused]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Skipped)]


def test_entries_are_taken_from_their_pages(site: Site, library: Library) -> None:
    """With what the feed states where a page lacks it: here the day."""
    found = articles(run(library, Feed(url=site.url("/feed"))))

    assert ["Storm", "Flood"] == [article.title for article in found]
    assert [site.url("/1"), site.url("/2")] == [article.url for article in found]
    assert ["2022-09-13"] * 2 == [str(article.issued) for article in found]
    assert any(proof.rule.startswith("feed entry") for proof in found[0].evidence if proof.field == "issued")


def test_no_entry_is_fetched_twice(site: Site, library: Library) -> None:
    """Neither while the feed is the same, nor when another entry stands above it."""
    feed = Feed(url=site.url("/feed"))
    run(library, feed)
    assert [NOTHING_NEW] == reasons(run(library, feed))
    site.pages |= {"/3": page("Drought"), "/feed": feed_of(entry("Drought", "/3"), entry("Storm", "/1"))}

    assert ["Drought"] == [article.title for article in articles(run(library, feed))]
    assert 1 == site.paths.count("/1") == site.paths.count("/3")


def test_a_feed_is_asked_for_changes_only(site: Site, library: Library) -> None:
    """Once all its entries are taken: a feed not sent again would hide those that failed."""

    def unchanged(request: str) -> bytes:
        return reply("", 304) if "If-None-Match" in request else feed_of(entry("Storm", "/1"), entry("Gone", "/gone"))

    site.pages["/feed"] = unchanged
    feed = Feed(url=site.url("/feed"))
    for _ in range(4):
        last = run(library, feed)

    assert 3 == site.paths.count("/gone")
    assert [NOTHING_NEW] == reasons(last)
    run(library, feed)
    conditional = ["If-None-Match" in request for request in site.asked if " /feed " in request]
    assert [False, False, False, False, True] == conditional


def test_a_page_without_an_article_is_tried_again(site: Site, library: Library) -> None:
    """What asks for consent today may show the article tomorrow."""
    feed = Feed(url=site.url("/feed"))
    site.pages["/1"] = reply("<!doctype html><title>Your privacy</title><button>I agree</button>")
    run(library, feed)
    site.pages["/1"] = page("Storm")

    assert ["Storm"] == [article.title for article in articles(run(library, feed))]


def test_what_a_stopped_run_did_not_store_comes_again(site: Site, library: Library) -> None:
    """An entry is settled when the next is asked for, not when it is given."""
    feed = Feed(url=site.url("/feed"))
    stopped = collect(feed, collecting(library))
    next(stopped)
    del stopped

    assert 2 == len(articles(run(library, feed)))


def test_a_whole_entry_stands_in_for_a_page_that_is_refused(site: Site, library: Library) -> None:
    """A teaser does not."""
    site.pages |= {"/1": reply("", 403), "/2": reply("", 403)}
    site.pages["/feed"] = feed_of(entry("Storm", "/1", LONG), entry("Flood", "/2"))
    found = run(library, Feed(url=site.url("/feed")))

    assert ["Storm"] == [article.title for article in articles(found)]
    assert [Taken, Refused] == [type(one) for one in found]


def test_links_are_not_followed_where_the_feed_is_enough(site: Site, library: Library) -> None:
    """`follow: no` asks for nothing but the feed."""
    site.pages["/feed"] = feed_of(entry("Storm", "/1", LONG))
    found = articles(run(library, Feed(url=site.url("/feed"), follow=False)))

    assert ["Storm"] == [article.title for article in found]
    assert ["/feed"] == site.paths


def test_a_feed_s_outlet_is_named_where_its_pages_name_none(site: Site, library: Library) -> None:
    """It is evidence like any other."""
    found = articles(run(library, Feed(url=site.url("/feed"), outlet="The Harbour Times")))

    assert {"The Harbour Times"} == {article.container_title for article in found}
    assert "config.yaml" in next(proof.rule for proof in found[0].evidence if proof.field == "container_title")


def test_only_articles_of_a_feed_s_themes_are_kept(site: Site, library: Library) -> None:
    """The others are told once, and not fetched again."""
    water = Theme(name="water", title="Water", phrases={"flood": 4.0}, threshold=1.0)
    feed = Feed(url=site.url("/feed"), themes=("water",))
    found = run(library, feed, (water,))

    assert ["Flood"] == [article.title for article in articles(found)]
    assert ["speaks of none of: water"] == reasons(found)
    assert [NOTHING_NEW] == reasons(run(library, feed, (water,)))


def test_a_feed_cannot_lead_into_our_network(site: Site, library: Library) -> None:
    """A host that a person allowed is open to that person's addresses, not to those a stranger's feed names."""
    web = Web(Policy(allow=frozenset({"127.0.0.1"}), delay=0, seconds=5))
    with pytest.raises(Exception, match=r"not one of the web's|private network"):
        web.fetch(site.url("/1"), named_by="https://stranger.example/feed")

    assert [] == site.asked


def test_a_feed_that_fails_is_told_and_remembered(site: Site, library: Library) -> None:
    """A page is no feed; a server may be gone."""
    [found] = run(library, Feed(url=site.url("/1")))
    assert isinstance(found, Refused)
    assert "no feed at this address" in found.error.what
    state = library.feeds().state(site.url("/1"))
    assert state
    assert state.error == found.error.what


def test_a_feed_is_left_alone_for_a_while(site: Site, library: Library) -> None:
    """`every: 6h` is kept, unless the person is in a hurry."""
    feed = Feed(url=site.url("/feed"), every="6h")
    run(library, feed)

    assert ["asked less than 6h ago"] == reasons(run(library, feed))
    assert 1 == site.paths.count("/feed")


def test_a_long_feed_is_taken_in_parts(site: Site, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run leaves is told, and comes in the next."""
    monkeypatch.setattr("digest.collecting.MOST_NEW", 1)
    feed = Feed(url=site.url("/feed"))
    found = run(library, feed)

    assert ["Storm"] == [article.title for article in articles(found)]
    assert ["1 more in the next run"] == reasons(found)
    assert ["Flood"] == [article.title for article in articles(run(library, feed))]


@pytest.mark.parametrize("url", ["ftp://a.example/", "https://amina:secret@a.example/", "https://", "a.example/rss"])
def test_a_feed_s_address_is_a_plain_one(url: str) -> None:
    """A password would stand in files and messages."""
    with pytest.raises(ValueError, match="begins with http"):
        Feed(url=url)


CONFIG = "library: library.sqlite  # one file\nfetch: {allow: [127.0.0.1], delay: 0}\n"


def command(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.yaml").write_text(CONFIG)
    return tmp_path


def test_a_page_s_feed_is_found_and_added(site: Site, desk: Path) -> None:
    """The feed of comments is named, not taken; comments of the configuration stay."""
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="{at}">' for at in ("/comments/feed", "/feed")
    )
    site.pages["/"] = reply(f"<html><head>{links}</head><p>x</p></html>")
    done = command("feeds", "add", site.url("/"), "--every", "6h")

    assert 0 == done.exit_code, done.output
    text = (desk / "config.yaml").read_text()
    assert text.startswith(CONFIG)
    assert f"  - url: {site.url('/feed')}\n" in text
    assert "every: 6h" in text
    assert "0 new, 1 known" in command("feeds", "add", site.url("/feed")).output
    assert "never" in command("feeds", "list").output


def test_a_run_collects_all_feeds_and_says_what_failed(site: Site, desk: Path) -> None:
    """Exit code 4 where a page could not be had; the rest is stored."""
    site.pages["/feed"] = feed_of(entry("Storm", "/1"), entry("Gone", "/gone"))
    command("feeds", "add", site.url("/feed"))
    done = command("fetch")

    assert 4 == done.exit_code, done.output
    assert "1 new, 0 known, 0 changed" in done.output
    assert "no such page" in done.output
    assert "refused" in command("fetch", "The Harbour Feed", "--json").output
    assert 3 == command("fetch", "Harbour").exit_code
    assert "removed The Harbour Feed" in command("feeds", "remove", "The Harbour Feed").output
    assert 3 == command("fetch").exit_code


@pytest.mark.parametrize(("status", "kept"), [(302, "/old"), (301, "/feed")])
def test_a_feed_that_moved_for_good_is_added_where_it_is(site: Site, desk: Path, status: int, kept: str) -> None:
    """A passing redirect is left as it was named."""
    site.pages["/old"] = reply(status=status, Location="/feed")
    command("feeds", "add", site.url("/old"))

    assert f"  - url: {site.url(kept)}\n    name: The Harbour Feed\n" in (desk / "config.yaml").read_text()


def test_a_page_without_a_feed_is_refused(site: Site, desk: Path) -> None:
    """With a hint; the configuration stays."""
    assert 4 == command("feeds", "add", site.url("/1")).exit_code
    assert CONFIG == (desk / "config.yaml").read_text()


def test_lists_of_feeds_come_in_and_go_out(desk: Path) -> None:
    """What is exported is imported as it was."""
    (desk / "list.opml").write_text(
        '<opml version="1.0"><body><outline text="News"><outline type="rss" title="A &amp; B" text="x" '
        'xmlUrl="https://a.example/rss"/><outline text="Old" xmlurl="http://b.example/"/></outline>'
        '<outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="https://a.example/rss"/></body></opml>'
    )
    assert "2 new, 0 known" in command("feeds", "import", "list.opml").output
    command("feeds", "export", "out.opml")
    assert "0 new, 2 known" in command("feeds", "import", "out.opml").output
    assert "A &amp; B" in command("feeds", "export").output
    assert 5 == command("feeds", "import", "config.yaml").exit_code


def test_themes_of_feeds_are_those_of_the_configuration(desk: Path) -> None:
    """A wrong one is named with its line."""
    (desk / "config.yaml").write_text(CONFIG + "feeds:\n  - {url: https://a.example, themes: [x]}\n")
    done = command("feeds", "list")

    assert 3 == done.exit_code
    assert 'config.yaml:4: unknown theme "x" in a feed' in done.output


def test_a_feed_is_added_without_being_listed(site: Site, desk: Path) -> None:
    """`add --feed URL` takes what is new in it, once; only an address can be one."""
    done = command("add", "--feed", site.url("/feed"))

    assert 0 == done.exit_code, done.output
    assert "2 new, 0 known" in done.output
    assert NOTHING_NEW in command("add", "--feed", site.url("/feed")).output
    assert 2 == command("add", "--feed", "feed.xml").exit_code
    assert CONFIG == (desk / "config.yaml").read_text()
