"""The address a citation prints, and what makes two addresses those of one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.addresses import canonical, day_in, host, identity, is_front, same, site

PAGE = "https://example.com/world/the-dam"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/world/the-dam",
        "HTTPS://EXAMPLE.COM/world/the-dam",
        "https://example.com:443/world/the-dam",
        "https://user:secret@example.com/world/the-dam",
        "https://example.com/world/the-dam#comments",
        "https://example.com/world/the-dam#:~:text=the%20dam",
        "https://example.com/world/the-dam?",
        "https://example.com/world/the-dam?utm_source=mail&utm_medium=email&utm_campaign=x",
        "https://example.com/world/the-dam?fbclid=IwAR0abc",
        "https://example.com/world/the-dam?gclid=x&gbraid=y&wbraid=z&dclid=q",
        "https://example.com/world/the-dam?mc_cid=1a2b&mc_eid=3c4d",
        "https://example.com/world/the-dam?amp;utm_source=x&amp;utm_medium=y",
        "https://example.com/world/the-dam?at_medium=RSS&at_campaign=RSS&at_custom1=x",
        "https://example.com/world/the-dam?xtor=CS1-31",
        "https://example.com/world/the-dam?cmpid=newsletter&CMP=share_btn_tw",
        "https://example.com/world/the-dam?smid=tw-share&smtyp=cur",
        "https://example.com/world/the-dam?ref=home&ref_src=twsrc%5Etfw",
        "https://example.com/world/the-dam?partner=rss&source=rss&r=rss&via=feed",
        "https://example.com/world/the-dam?ns_mchannel=social&ns_source=twitter",
        "https://example.com/world/the-dam?yclid=1&ysclid=2&_openstat=3",
        "https://example.com/world/the-dam?spm=a1.b2&from=timeline&isappinstalled=0",
        "https://example.com/world/the-dam?unlocked_article_code=1.x",
        "https://example.com/world/the-dam?maca=de-rss-de-all-1119-xml-mrss",
        "https://example.com/world/the-dam?amp=1&outputType=amp",
        "https://example.com/world/the-dam/amp",
        "https://example.com/world/the-dam.amp",
        "https://example.com/amp/world/the-dam",
        "https://m.example.com/world/the-dam",
        "https://mobile.example.com/world/the-dam",
        "https://amp.example.com/world/the-dam",
        "https://example.com/world/%74he%2Ddam",
        "https://example.com/world/the-dam;jsessionid=0A1B2C",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam&usg=AOv",
        "https://www.google.de/url?q=https://example.com/world/the-dam%3Futm_source%3Dx",
        "https://www.google.com/amp/s/example.com/world/the-dam/amp",
        "https://example-com.cdn.ampproject.org/c/s/example.com/world/the-dam?amp=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam%3Ffbclid%3Dx&h=AT0",
        "https://lm.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam&data=05",
        "https://urldefense.com/v3/__https://example.com/world/the-dam__;!!abc$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.com_world_the-2Ddam&d=x",
        "https://click.mail.example.org/go?url=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam",
        "https://vk.com/away.php?to=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam",
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam",
        "https://slack-redir.net/link?url=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2Fworld%2Fthe-dam",
        "https://href.li/?https://example.com/world/the-dam",
        "https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.com"
        "%252Fworld%252Fthe-dam",
    ],
)
def test_one_page_has_one_canonical_address(url: str) -> None:
    assert canonical(url) == PAGE


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://example.com", "https://example.com/"),
        ("https://example.com/index.html", "https://example.com/"),
        ("https://example.com/world/index.php", "https://example.com/world/"),
        ("https://example.com/world/index.php?id=7", "https://example.com/world/?id=7"),
        ("https://example.com/world/story.amp.html", "https://example.com/world/story.html"),
        ("http://example.com:8080/a", "http://example.com:8080/a"),
        ("https://www.example.com/a/", "https://www.example.com/a/"),
        ("https://example.com/?p=123&utm_source=x", "https://example.com/?p=123"),
        ("https://example.com/read.php?id=9&article=8&story=7", "https://example.com/read.php?id=9&article=8&story=7"),
        ("https://example.com/a?cid=88213&ref=12345", "https://example.com/a?cid=88213&ref=12345"),
        ("https://example.com/forum.php?mod=viewthread&tid=5", "https://example.com/forum.php?mod=viewthread&tid=5"),
        ("https://example.com/index.php?r=site/article&id=3", "https://example.com/?r=site/article&id=3"),
        ("https://example.com/a?B=2&a=1", "https://example.com/a?B=2&a=1"),
        ("https://example.com/статья", "https://example.com/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F"),
        ("https://example.com/%d1%81", "https://example.com/%D1%81"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://example.com/100%-sure", "https://example.com/100%25-sure"),
        ("https://пример.рф/а", "https://xn--e1afmkfd.xn--p1ai/%D0%B0"),
        ("https://en.m.wikipedia.org/wiki/Dam", "https://en.wikipedia.org/wiki/Dam"),
        ("https://m.co.uk/a", "https://m.co.uk/a"),
        ("https://t.me/channel/12", "https://t.me/channel/12"),
        ("https://m.tv/a", "https://m.tv/a"),
        ("https://example.com/#!/story/4", "https://example.com/#!/story/4"),
        ("https://www.youtube.com/watch?v=abc&t=30&feature=share", "https://www.youtube.com/watch?v=abc&t=30"),
        ("https://example.com/search?q=https://other.org/", "https://example.com/search?q=https://other.org/"),
        ("https://www.google.com/search?q=dam", "https://www.google.com/search?q=dam"),
        ("https://web.archive.org/web/2020/https://example.com/a", "https://web.archive.org/web/2020/https://example.com/a"),
        ("https://example.com/amp/", "https://example.com/"),
        ("https://example.com/camp", "https://example.com/camp"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("mailto:desk@example.com", "mailto:desk@example.com"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://[broken", "https://[broken"),
        ("https://example.com:99999/a", "https://example.com:99999/a"),
        ("no address", "no address"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_names_a_page_stays_in_its_address(url: str, printed: str) -> None:
    assert printed == canonical(url)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("http://example.com/a", "https://www.example.com/a/", True),
        ("https://m.example.com/a?utm_source=x", "https://example.com/a", True),
        ("https://example.com/a?x=1&y=2", "https://example.com/a?y=2&x=1", True),
        ("https://example.com/", "https://example.com", True),
        ("https://example.com/a?id=1", "https://example.com/a?id=2", False),
        ("https://example.com/a", "https://example.com/A", False),
        ("https://example.com/a", "https://example.org/a", False),
        ("https://example.com/?p=1", "https://example.com/", False),
        ("https://uk.example.com/a", "https://us.example.com/a", False),
        ("https://пример.рф/а", "https://xn--e1afmkfd.xn--p1ai/%D0%B0", True),
    ],
)
def test_addresses_of_one_page_are_the_same(one: str, other: str, alike: bool) -> None:
    assert alike is same(one, other)


@given(st.text(max_size=60) | st.from_regex(r"https?://[a-z.%@:\[\]]{1,20}/[^\n]{0,40}", fullmatch=True))
def test_any_text_has_an_address_that_stays_as_it_is(text: str) -> None:
    """Nothing breaks, and what is canonical once is canonical for good."""
    once = canonical(text)

    assert once == canonical(once)
    assert identity(text) == identity(once)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/world/2024/04/28/the-dam/", "2024-04-28"),
        ("https://example.com/2024/4/8/the-dam", "2024-04-08"),
        ("http://politics.example.cn/n1/2024/0424/c1001-40223222.html", "2024-04-24"),
        ("https://example.cn/world/2024-04/28/c_1129.htm", "2024-04-28"),
        ("https://example.com/news/2024-04-28-the-dam", "2024-04-28"),
        ("https://example.com/20240428/the-dam", "2024-04-28"),
        ("https://example.kr/view/20240428150000012", "2024-04-28"),
        ("https://example.co.uk/world/2024/apr/28/the-dam", "2024-04-28"),
        ("https://example.com/a-b-20240428.html", "2024-04-28"),
        ("https://example.com/2024/04/the-dam", None),
        ("https://example.com/2024/13/28/the-dam", None),
        ("https://example.com/2024/02/30/the-dam", None),
        ("https://example.com/story/123420240428", None),
        ("https://example.com/a?date=2024/04/28", None),
        (None, None),
    ],
)
def test_the_day_in_an_address_is_found(url: str | None, day: str | None) -> None:
    found = day_in(url)

    assert day == (found.edtf if found else None)


def test_a_host_tells_who_owns_it() -> None:
    assert "example.com" == host("https://www.example.com./a")
    assert "" == host("mailto:a@b.c") == host(None) == host("https://[broken")
    assert "example.co.uk" == site("https://news.politics.example.co.uk/a")
    assert "example.com" == site("https://example.com/a")


def test_the_front_of_a_site_is_no_page_of_it() -> None:
    assert is_front("https://example.com/?utm_source=x#top")
    assert not is_front("https://example.com/?p=7")
    assert not is_front("https://example.com/a")
