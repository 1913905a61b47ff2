"""Feeds → pages: one an entry, with what it declares, in every dialect and however broken."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ReadError
from digest.model import Page, Source
from digest.readers import read, sniff
from digest.readers.feed import read_feed, read_json_feed
from digest.readers.feed.entries import TEASER
from digest.readers.feed.splitting import MOST_ENTRIES

LONG = " ".join(["The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge."] * 14)

RSS = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Harbour Times</title><link>https://harbour.example/</link><language>en-GB</language>
<lastBuildDate>Wed, 14 Sep 2022 08:00:00 GMT</lastBuildDate>
<item><title>Storm Closes The Harbour Of Aktau</title><link>https://harbour.example/2022/storm</link>
<guid isPermaLink="false">tag:harbour.example,2022:77</guid>
<dc:creator>Amina Serik</dc:creator><dc:creator>Carl Berg</dc:creator>
<pubDate>Tue, 13 Sep 2022 23:30:00 -0400</pubDate><category>World</category>
<description>Ships waited outside.</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>Ships <a href="/list">waited</a> outside.</p><p>The post <a
href="https://harbour.example/2022/storm">Storm</a> appeared first on <a href="https://harbour.example">us</a>.</p>]]>
</content:encoded></item>
<item><title>Face Time</title><link>https://harbour.example/2022/face</link>
<description>The two leaders met [&#8230;]</description></item>
</channel></rss>
"""

ATOM = f"""\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://blog.example/">
<title>Blick auf Zentralasien</title><id>urn:blog</id><author><name>Jonas Weber</name></author>
<entry><title type="html">Wasser &amp;amp; Macht</title><link rel="self" href="/e/1.atom"/><link href="/2022/wasser"/>
<id>urn:blog:1</id><published>2022-09-13T22:00:00+02:00</published><updated>2022-09-15T09:00:00+02:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LONG}</p></div></content></entry>
<entry><title>Zwei</title><link href="/2022/zwei"/><id>urn:blog:2</id><author><name>Amina Serik</name></author>
<summary>Kurz.</summary></entry></feed>
"""

RDF = """\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://old.example/"><title>Old News</title></channel>
<item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
<dc:date>2004-05-06</dc:date><dc:creator>Carl Berg</dc:creator><description>Words.</description></item></rdf:RDF>
"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Notes",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://notes.example/1",
                "title": "One",
                "content_html": f"<p>{LONG}</p>",
                "date_published": "2022-09-13T10:00:00+06:00",
                "authors": [{"name": "Amina Serik"}, {"name": "Carl Berg"}],
            },
            {"id": 2, "external_url": "https://else.example/2", "content_text": "Short words.\n\nMore words."},
        ],
    }
)


def pages(text: str | bytes, url: str | None = None) -> tuple[Page, ...]:
    return read(Source(name="feed.xml", data=text if isinstance(text, bytes) else text.encode(), url=url))


def stated(page: Page, field: str) -> list[str]:
    return [row.value for row in page.declared if row.field == field]


def item(inside: str, head: str = "") -> Page:
    """The page of an item with this inside."""
    return pages(f'<rss version="2.0"><channel><title>T</title>{head}<item>{inside}</item></channel></rss>')[0]


def test_an_rss_entry_states_its_record() -> None:
    """Title, co-authors in order, the day where it was written, address, outlet, section and language."""
    page = pages(RSS)[0]
    fields = ("title", "author", "issued", "url", "site_name", "section", "abstract", "language")

    assert [
        ["Storm Closes The Harbour Of Aktau"],
        ["Amina Serik", "Carl Berg"],
        ["2022-09-13T23:30:00-04:00"],
        ["https://harbour.example/2022/storm"],
        ["The Harbour Times"],
        ["World"],
        ["Ships waited outside."],
        ["en-GB"],
    ] == [stated(page, field) for field in fields]


def test_an_entry_s_text_is_its_page_s_body() -> None:
    """Links in full; the line that only links the entry and its site is furniture."""
    page = pages(RSS, "https://harbour.example/feed")[0]

    assert page.structured
    assert [("paragraph", LONG), ("paragraph", "Ships waited outside.")] == [(b.kind, b.text) for b in page.blocks[:2]]
    assert (("waited", "https://harbour.example/list"),) == page.blocks[1].links
    assert ["furniture"] == [block.kind for block in page.blocks[2:]]


def test_an_entry_that_is_a_teaser_is_marked() -> None:
    """So that its link is worth following; a whole article is not."""
    assert [False, True] == [TEASER in page.notes for page in pages(RSS)]
    assert [False, True] == [TEASER in page.notes for page in pages(ATOM)]


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, JSON], ids=["rss", "atom", "rdf", "json"])
def test_an_entry_s_source_is_a_feed_of_it_alone(text: str) -> None:
    """Read again it gives the same page, and the same source."""
    for page in pages(text, "https://harbour.example/feed"):
        [again] = read(page.source)
        assert page == again
        assert page.source.url == stated(page, "url")[0]


def test_an_entry_s_source_does_not_change_with_its_neighbours() -> None:
    """Nor with the hour the feed was made: the same entry is the same bytes."""
    later = (
        RSS.replace("14 Sep 2022 08", "15 Sep 2022 09")
        .replace("Face Time", "Another")
        .replace("<item>", "\n <item>", 1)
    )

    assert pages(RSS)[0].source == pages(later)[0].source


def test_plain_text_is_text() -> None:
    """A blank line parts its paragraphs, and a lone sign begins no element."""
    page = item("<description>Para one.\n\nIn two a &lt; b, and 3 &lt;4.</description>")

    assert ["Para one.", "In two a < b, and 3 <4."] == [block.text for block in page.blocks]


def test_entries_are_named_by_their_feed_and_mark() -> None:
    """Each name once, and the same tomorrow when others stand above it."""
    named = [page.source.name for page in pages(RSS)]
    thrice = RSS.replace("<item>", "<item><title>x</title></item><item><title>x</title></item><item>", 1)

    assert ["feed.xml#tag-harbour-example-2022-77", "feed.xml#face"] == named
    assert 4 == len({page.source.name for page in pages(thrice)})
    assert set(named) < {page.source.name for page in pages(thrice)}


def test_an_atom_entry_states_its_record() -> None:
    """The feed's author signs where the entry has none; published and updated are told apart."""
    first, second = pages(ATOM)

    assert ["Wasser & Macht"] == stated(first, "title")
    assert ["Jonas Weber"] == stated(first, "author")
    assert ["2022-09-13T22:00:00+02:00"] == stated(first, "issued")
    assert ["2022-09-15T09:00:00+02:00"] == stated(first, "modified")
    assert ["https://blog.example/2022/wasser"] == stated(first, "url")
    assert ["de"] == stated(first, "language")
    assert [LONG] == [block.text for block in first.blocks]
    assert ["Amina Serik"] == stated(second, "author")


def test_old_rss_and_json_feeds_are_read() -> None:
    """RSS 1.0 stands in RDF; a JSON Feed's text may be plain."""
    [old] = pages(RDF)
    one, two = pages(JSON)

    assert (["One"], ["Carl Berg"], ["Old News"]) == (
        stated(old, "title"),
        stated(old, "author"),
        stated(old, "site_name"),
    )
    assert "2004-05-06" in stated(old, "issued")[0]
    assert ["Amina Serik", "Carl Berg"] == stated(one, "author")
    assert ["2022-09-13T10:00:00+06:00"] == stated(one, "issued")
    assert ["https://else.example/2"] == stated(two, "url")
    assert ["Short words.", "More words."] == [block.text for block in two.blocks]


@pytest.mark.parametrize(
    ("title", "shown"),
    {
        "Xi &amp;amp; Putin": "Xi & Putin",
        "<![CDATA[Xi & <b>Putin</b>]]>": "Xi & Putin",
        "AT&T and caf&eacute;s": "AT&T and cafés",
        "&#8216;No limits&#8217;": "‘No limits’",
        "&lt;em&gt;Now&lt;/em&gt; &amp; then": "Now & then",
        "  two\n lines  ": "two lines",
        "5 &lt; 6": "5 < 6",
        "&lt;![CDATA[Xi]]&gt;": "Xi",
        "&bogus; word": "&bogus; word",
    }.items(),
)
def test_titles_are_words(title: str, shown: str) -> None:
    """Without markup or references, once or twice encoded."""
    assert [shown] == stated(item(f"<title>{title}</title>"), "title")


@pytest.mark.parametrize(
    ("written", "names"),
    {
        "<author>amina@harbour.example (Amina Serik)</author>": ["Amina Serik"],
        "<author>amina@harbour.example</author>": [],
        "<author>noreply@blogger.com (Unknown)</author>": [],
        "<dc:creator>Amina Serik</dc:creator><author>desk@harbour.example</author>": ["Amina Serik"],
        "<dc:creator><![CDATA[Amina Serik &amp; Carl Berg]]></dc:creator>": ["Amina Serik & Carl Berg"],
        "<author><name>Amina Serik</name><email>a@b.example</email></author>": ["Amina Serik"],
        "<dc:creator>admin</dc:creator>": [],
    }.items(),
)
def test_authors_are_names(written: str, names: list[str]) -> None:
    """Mail addresses and the names of nobody are none."""
    assert names == stated(item(written), "author")


@pytest.mark.parametrize(
    ("written", "day"),
    {
        "<pubDate>Tue, 13 Sep 2022 10:00:00 GMT</pubDate>": ["2022-09-13T10:00:00+00:00"],
        "<pubDate>13 September 2022</pubDate>": ["2022-09-13"],
        "<pubDate>2022-09-13 10:00:00</pubDate>": ["2022-09-13"],
        "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>": [],
        "<pubDate>0000-00-00</pubDate>": [],
        "<pubDate>soon</pubDate>": [],
        "<pubDate>Вт, 13 Сен 2022 10:00:00 +0600</pubDate>": ["Вт, 13 Сен 2022"],
        "<dc:date>2022-09-13T10:00+06:00</dc:date>": ["2022-09-13T10:00:00+06:00"],
    }.items(),
)
def test_days_are_days_or_unknown(written: str, day: list[str]) -> None:
    """In the time of who wrote them; a clock that was never set says nothing."""
    found = stated(item(written), "issued") + stated(item(written), "modified")

    assert [value[: len(wanted)] for value, wanted in zip(found, day, strict=False)] == day
    assert bool(found) == bool(day)


def test_links_are_found_where_feeds_hide_them() -> None:
    """The original address behind a counter's, a permanent mark, a relative link."""
    counted = "<link>https://feeds.example/~r/1</link><feedburner:origLink>https://news.example/1</feedburner:origLink>"

    assert "https://news.example/1" == stated(item(counted), "url")[0]
    assert ["https://news.example/2"] == stated(item("<guid>https://news.example/2</guid>"), "url")
    relative = "<rss><channel><item><link>/3</link></item></channel></rss>"
    assert ["https://news.example/3"] == stated(pages(relative, "https://news.example/feed")[0], "url")
    assert [] == stated(item("<link>javascript:alert(1)</link>"), "url")


@pytest.mark.parametrize(
    "data",
    [
        RSS.replace("UTF-8", "windows-1251").encode(),
        RSS.replace("UTF-8", "nonsense-9").encode(),
        RSS.replace("UTF-8", "utf-16").encode("utf-16"),
        b"\xef\xbb\xbf\n " + RSS.encode(),
        RSS.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', "").encode(),
        RSS.replace("</channel></rss>", "").encode(),
        RSS.replace("Face Time", "Face & Time\x0b<br>").encode(),
        RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<rss').encode(),
        RSS.replace("<rss", "<!-- words --><?xml-stylesheet href='x'?><rss").encode(),
    ],
)  # fmt: skip
def test_broken_feeds_are_read_as_feed_readers_do(data: bytes) -> None:
    """A wrong charset, blanks before the beginning, prefixes nobody declared, no end, stray marks."""
    page = pages(data)[0]

    assert ["Storm Closes The Harbour Of Aktau"] == stated(page, "title")
    assert ["Amina Serik", "Carl Berg"] == stated(page, "author")
    assert LONG == page.blocks[0].text


def test_charsets_are_heeded() -> None:
    """The declaration's, and the server's before it."""
    text = '<?xml version="1.0" encoding="{}"?><rss><channel><item><title>Председатель</title></item></channel></rss>'
    koi = Source(name="f", data=text.format("x").encode("koi8-r"), media_type="text/xml; charset=koi8-r")

    assert ["Председатель"] == stated(pages(text.format("windows-1251").encode("cp1251"))[0], "title")
    assert ["Председатель"] == stated(read(koi)[0], "title")


def test_entities_are_neither_expanded_nor_fetched() -> None:
    """No bomb goes off, and no file of ours is read."""
    inside = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd"> <!ENTITY c "]">'
    text = f"<!DOCTYPE rss [{inside}]><rss><channel><item><title>x &b; &f; y</title></item></channel></rss>"
    [page] = read_feed(Source(name="x", data=text.encode()))

    assert ["x &b; &f; y"] == stated(page, "title")


def test_an_enormous_feed_is_cut() -> None:
    """Its first entries are read, and the rest is told."""
    one = "<item><title>x</title></item>"
    found = pages(f"<rss><channel>{one * (MOST_ENTRIES + 5)}</channel></rss>")

    assert MOST_ENTRIES == len(found)
    assert f"only the first {MOST_ENTRIES} entries read" in found[0].notes


@pytest.mark.parametrize("text", ["<rss/>", "<feed></feed>", "<rss><channel></channel></rss>", '{"items": []}'])
def test_a_feed_may_be_empty(text: str) -> None:
    """That is no error."""
    assert () == (read_json_feed if text[0] == "{" else read_feed)(Source(name="x", data=text.encode()))


@pytest.mark.parametrize("prefix", ["<rss", "<feed", "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'"])
def test_feeds_are_known_by_their_root(prefix: str) -> None:
    """Whatever prefix it has."""
    assert "application/feed+xml" == sniff(Source(name="x.txt", data=f"<?xml version='1.0'?>\n{prefix}>".encode()))


@pytest.mark.parametrize(
    "feed",
    [
        "<rss><channel><item><title>Storm</title><dc:creator>{}</dc:creator></item></channel></rss>",
        "<rss><channel><item><title>Storm</title><author>{}</author></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Storm</title><author><name>{}</name></author></entry></feed>",
        "<!DOCTYPE rss [{}]><rss><channel><item><title>Storm</title></item></channel></rss>",
        "<!DOCTYPE rss [{}><rss><channel><item><title>Storm</title></item></channel></rss>",
    ],
)
@pytest.mark.parametrize("piece", ["a", "]x", "] ", "a@"])
def test_a_long_name_or_dtd_is_read_at_once(feed: str, piece: str) -> None:
    begun = time.process_time()
    with suppress(ReadError):  # a DTD that does not end
        read_feed(Source(name="x", data=feed.format(piece * 60_000).encode()))

    assert time.process_time() - begun < 2


def test_entries_beyond_the_limit_cost_little() -> None:
    begun = time.process_time()
    read_feed(Source(name="x", data=b"<rss><channel><title>News</title>" + b"<item/>" * 100_000 + b"</channel></rss>"))

    assert time.process_time() - begun < 10


@pytest.mark.parametrize("charset", ["punycode", "idna", "zip", "unicode_escape", "undefined", "hex"])
def test_a_charset_is_one_that_browsers_know(charset: str) -> None:
    begun = time.process_time()
    item = f"<item><title>{'Größe ' * 40_000}</title></item>"
    text = f"<?xml version='1.0' encoding='{charset}'?><rss><channel>{item}</channel></rss>"
    [page] = read_feed(Source(name="x", data=text.encode("latin-1")))

    assert "Größe" in next(row.value for row in page.declared if row.field == "title")
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("data", [b" " * 60_000 + b"x", b"\n" * 60_000, b"<!-- -->" * 8_000, b"<?xml ?> " * 7_000])
def test_what_stands_before_a_root_is_passed_over_at_once(data: bytes) -> None:
    """Each blank is looked at once: a file of blanks once took minutes."""
    begun = time.process_time()
    sniff(Source(name="x", data=data))

    assert time.process_time() - begun < 2


@given(st.binary() | st.text(alphabet="<>&;]![CDATA/ab:=\"'#xrsitemfd \n").map(str.encode))
def test_any_bytes_are_a_feed_or_refused(data: bytes) -> None:
    """No input makes another error."""
    for whole in (data, b"<rss><channel><item>" + data, b'{"items": [' + data + b"]}"):
        for reader in (read_feed, read_json_feed):
            with suppress(ReadError):
                reader(Source(name="x", data=whole))


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.dictionaries(st.sampled_from(
    ["id", "url", "title", "authors", "name", "tags", "content_html", "content_text", "date_published"]), inner)
    | st.lists(inner), max_leaves=12))  # fmt: skip
def test_any_json_is_a_feed_or_refused(value: object) -> None:
    """Values of the wrong kind are unknown ones."""
    read_json_feed(Source(name="x", data=json.dumps({"items": [value]}).encode()))
