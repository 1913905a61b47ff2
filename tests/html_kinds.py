"""Invented pages of many kinds, each with the lines a reader would call its text."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A page of some kind and its text; `left_out` are lines that stand on it and are none of it."""

    html: str
    text: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def prose(start: int, count: int = 1) -> tuple[str, ...]:
    """Sentences of no meaning, each unlike all others."""
    who = ("the council", "a fisherman", "the ministry", "a teacher", "the railway", "a court", "the museum")
    did = ("closed the bridge", "opened a school", "sold the boats", "counted the birds", "measured the river")
    where = ("in the north of the valley", "near the old harbour", "behind the market hall", "on the far shore")
    when = ("before the first snow", "after a long dispute", "while the fair was on", "as it does every year")
    numbers = range(start, start + count)
    return tuple(
        f"In year {n} {who[n % 7]} {did[n % 5]} {where[n % 4]} {when[n // 3 % 4]}, and {n * 7 + 3} people came to see "
        f"it."
        for n in numbers
    )


def tagged(tag: str, texts: tuple[str, ...]) -> str:
    """Each of `texts` in an element of its own."""
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def site(body: str, title: str = "How the valley kept its bridge", language: str = "en", head: str = "") -> str:
    """A page of a site, with `body` between its menu and its footer."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | Valley Site</title>{head}'
        f'</head><body><div id="top"><ul class="main-menu"><li><a href="/">Home</a></li><li><a href="/a">About '
        f"us</a></li>"
        f'<li><a href="/n">All the news of the valley</a></li></ul></div>{body}<div class="site-footer"><p>The Valley '
        f"Site"
        " has been made by volunteers since 1998, and nobody is paid for what stands here.</p><a href='/i'>Imprint</a>"
        "</div></body></html>"
    )


TITLE = "How the valley kept its bridge"
T = prose(100, 60)

BLOG = Kind(
    site(
        f'<div id="content"><article class="post-12 post type-post tag-related category-newsletter hentry"><header '
        f'class="entry-header"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta">Posted on May 3, 2031 by '
        f'<a href="/author/eva">Eva Lind</a></div></header><div '
        f'class="entry-content">{tagged("p", T[:3])}<h3>Later</h3>'
        f'{tagged("p", T[3:5])}<div class="sharedaddy sd-sharing"><h3 class="sd-title">Share this:</h3><ul><li><a '
        f'href="#">'
        f"Click to share on Mastodon</a></li></ul></div><div "
        f'id="jp-relatedposts"><h3><em>Related</em></h3><p>{T[50]}</p>'
        f'</div></div><footer class="entry-footer">Filed under <a href="/c">Bridges</a></footer></article><div '
        f'id="comments" class="comments-area"><h2>2 thoughts on “{TITLE}”</h2><ol '
        f'class="comment-list"><li><p>{T[51]}</p>'
        f'</li><li><p>{T[52]}</p></li></ol></div></div><div id="secondary" class="widget-area"><aside '
        f'class="widget"><p>'
        f"{T[53]}</p></aside></div>"
    ),
    (*T[:3], "Later", *T[3:5]),
    T[50:54],
)

LETTER = Kind(
    site(
        f'<div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class='
        f'"post-title">{TITLE}</h1><h3 class="subtitle">{T[0]}</h3><div class="byline">Eva Lind</div></div><div><div '
        f'class="available-content"><div class="body markup">{tagged("p", T[1:4])}<div '
        f'class="subscription-widget-wrap">'
        f'<div class="subscription-widget"><p>Valley Letters lives from its readers. To get new posts, become one.</p>'
        f'</div></div>{tagged("p", T[4:7])}<p class="button-wrapper"><a href="/s">Subscribe '
        f"now</a></p></div></div></div>"
        f'</article><div class="comments-section"><h4>Discussion</h4><p>{T[51]}</p></div></div>'
    ),
    T[:7],
    T[51:52],
)

FORUM = Kind(
    site(
        f'<h2 class="topic-title"><a href="/t/5">{TITLE}</a></h2>'
        + "".join(
            f'<div id="p{n}" class="post bg{n % 2}"><div class="inner"><dl class="postprofile"><dt><a '
            f'href="/u{n}">user{n}'
            f'</a></dt><dd><strong>Posts:</strong> {n * 9}</dd></dl><div class="postbody"><h3><a href="#p{n}">Re: '
            f"{TITLE}"
            f'</a></h3><p class="author">by user{n} » 03 May 2031</p><div '
            f'class="content">{T[n * 2]}<br><br>{T[n * 2 + 1]}'
            f'</div><div class="signature">Rivers never sleep, said number {n}.</div></div></div></div>'
            for n in range(4)
        ),
    ),
    T[:8],
)

RELEASE = Kind(
    site(
        f'<div id="wrapper"><div id="breadcrumb">Home &gt; News &gt; Releases</div><div id="main"><h1>{TITLE}</h1><div '
        f'class="date">May 3, 2031</div><div class="region-content"><p><strong>VALLEY TOWN</strong> — {T[0]}</p>'
        f'{tagged("p", T[1:5])}<ul>{tagged("li", T[5:8])}</ul><p>{T[8]}</p></div></div><div id="right-column"><h2>'
        f"Contact</h2><p>{T[50]}</p></div></div>"
    ),
    (f"VALLEY TOWN — {T[0]}", *T[1:9]),
    T[50:51],
)

WIKI = Kind(
    site(
        f'<div id="content" class="mw-body"><h1 id="firstHeading">{TITLE}</h1><div id="bodyContent"><div '
        f'id="siteSub">From '
        f'the Valley Encyclopedia</div><div class="mw-parser-output"><table class="infobox"><tr><th>Length</th><td>90 m'
        f'</td></tr></table><p>{T[0]}<sup class="reference"><a href="#1">[1]</a></sup></p><div id="toc" '
        f'class="toc"><h2>'
        f'Contents</h2><ul><li><a href="#h">1 History</a></li></ul></div><h2>History<span class="mw-editsection">[<a '
        f'href="/e">edit</a>]</span></h2>{tagged("p", T[1:4])}<ul>{tagged("li", T[4:6])}</ul><h2>Use</h2><p>{T[6]}</p>'
        f'<div class="navbox"><table><tr><td><a href="/b">Bridges of the valley</a></td></tr></table></div></div><div '
        f'id="catlinks" class="catlinks"><a href="/c">Bridges</a></div></div></div>'
    ),
    (T[0], "History", *T[1:6], "Use", T[6]),
    ("90 m", "Contents", "Bridges of the valley"),
)

OLD = Kind(
    f"<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD COLSPAN=3><A "
    f"HREF=/>Home</A> | "
    f"<A HREF=/n>News</A> | <A HREF=/l>Letters</A></TD></TR><TR><TD WIDTH=120 VALIGN=top><A HREF=/1>The mill</A><BR><A "
    f"HREF=/2>The road</A><BR><A HREF=/3>The school</A></TD><TD VALIGN=top><FONT "
    f"SIZE=5><B>{TITLE}</B></FONT><BR><I>by Eva "
    f"Lind</I><P>{T[0]}<P>{T[1]}<BR><BR>{T[2]}<P>{T[3]}<BR>&nbsp;<BR>{T[4]}</TD><TD WIDTH=120><A HREF=/ad>Buy this "
    f"lamp</A>"
    "</TD></TR></TABLE></BODY></HTML>",
    T[:5],
    ("The mill", "Buy this lamp"),
)

CHINESE_LINES = (
    "本报讯 山谷里的老桥昨天重新开放，附近村庄的一百多名居民参加了仪式，他们说等这一天已经等了很久。",
    "这座桥建于一九三二年，去年春天被洪水冲坏，修复工程用了十一个月，共花费四百万元。",
    "村长说：“没有这座桥，孩子们上学要多走两个小时。”他希望明年能再修一条公路。",
)
CHINESE = Kind(
    site(
        f'<div class="content_area"><h1>山谷老桥重新开放</h1><div class="info">2031年05月03日 10:20 山谷日报</div>'
        f'<div class="left_zw" id="zw">{"".join(f"<p>　　{line}</p>" for line in CHINESE_LINES)}<div '
        'class="editor">责任编辑：林'
        "</div></div><div class='tuijian'><h3>相关阅读</h3><ul><li><a href='/1'>山谷将修新公路</a></li>"
        "<li><a href='/2'>洪水一年之后</a></li></ul></div></div>",
        "山谷老桥重新开放",
        "zh",
    ),
    CHINESE_LINES,
    ("山谷将修新公路",),
)

JAPANESE_LINES = (
    "谷にかかる古い橋が三日、一年ぶりに開通した。近くの住民およそ百人が集まり、渡り初めを祝った。",
    "橋は一九三二年に造られ、昨年春の洪水で流された。修復には十一か月かかり、費用は四億円に上った。",
)
JAPANESE = Kind(
    site(
        '<div class="article-box"><h1>谷の橋、一年ぶり開通</h1><p class="date">2031年5月3日 10時20分</p>'
        '<div class="article-text">'
        f'{"<br /><br />".join(JAPANESE_LINES)}</div><div class="sns"><a href="#">シェア</a></div><div '
        f'class="kanren"><h2>関連記事'
        '</h2><ul><li><a href="/1">新しい道路、来年着工へ</a></li></ul></div></div>',
        "谷の橋、一年ぶり開通",
        "ja",
    ),
    JAPANESE_LINES,
    ("新しい道路、来年着工へ",),
)

ARABIC_LINES = (
    "أعلنت بلدية الوادي أمس إعادة افتتاح الجسر القديم بعد عام كامل من الإصلاح، وحضر الحفل أكثر من مئة من سكان القرى "
    "المجاورة.",
    "وبني الجسر عام 1932 وجرفته السيول في الربيع الماضي، وبلغت كلفة إصلاحه أربعة ملايين، كما قال رئيس البلدية.",
    "وقال أحد السكان إن الأطفال كانوا يمشون ساعتين إضافيتين إلى المدرسة، وإنه يأمل في طريق جديد العام المقبل.",
)
ARABIC = Kind(
    site(
        f'<main dir="rtl"><h1>الجسر القديم يفتح من جديد</h1><div '
        f'class="article__body">{tagged("p", ARABIC_LINES[:2])}<p><strong>اقرأ '
        f'أيضا: <a href="/1">طريق جديد في الوادي</a></strong></p>{tagged("p", ARABIC_LINES[2:])}</div></main>',
        "الجسر القديم يفتح من جديد",
        "ar",
    ),
    ARABIC_LINES,
    ("طريق جديد في الوادي",),
)

AMP = Kind(
    f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{TITLE}</title><style '
    f"amp-boilerplate>body{{visibility:"
    f'hidden}}</style></head><body><amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/">Home</a></li>'
    "</ul></amp-sidebar>"
    f'<header><a href="/">Valley</a></header><article><h1>{TITLE}</h1><amp-img src="a.jpg" width=1 '
    f"height=1></amp-img><p>{T[0]}"
    f'</p><amp-ad width=1 height=1 type="x"><div '
    f"fallback>Advertisement</div></amp-ad>{tagged('p', T[1:5])}</article><amp-consent "
    f'id="c"><div>We and our partners store cookies to know who reads about the '
    f"valley.</div></amp-consent></body></html>",
    T[:5],
    ("We and our partners",),
)

LIVE = Kind(
    site(
        f'<main><h1>{TITLE}</h1><p class="standfirst">{T[0]}</p><div class="liveblog__body">'
        + "".join(
            f'<article class="liveblog-entry"><time>1{n}:40</time><h2>Hour {n} at the '
            f"bridge</h2>{tagged('p', T[n * 2 + 1 : n * 2 + 3])}"
            '<div class="share-buttons"><a href="#">Share</a></div></article>'
            for n in range(4)
        )
        + "</div></main>"
    ),
    (T[0], *(line for n in range(4) for line in (f"Hour {n} at the bridge", *T[n * 2 + 1 : n * 2 + 3]))),
)

INTERVIEW = Kind(
    site(
        f'<main><h1>{TITLE}</h1><div class="content"><p>{T[0]}</p>'
        + "".join(f"<p><strong>What did they say in hour {n}?</strong></p><p>{T[n]}</p>" for n in range(1, 6))
        + "</div></main>"
    ),
    (T[0], *(line for n in range(1, 6) for line in (f"What did they say in hour {n}?", T[n]))),
)

LISTED = Kind(
    site(
        f'<main><h1>Five bridges of the valley</h1><div class="article-content"><p>{T[0]}</p>'
        + "".join(
            f'<div class="item"><h2><a href="/bridge{n}">{n}. The bridge of mile {n}</a></h2><figure><img '
            f'src="{n}.jpg"><figcaption>'
            f"Mile {n}. Photo: Eva Lind</figcaption></figure><p>{T[n * 2]}</p><p>{T[n * 2 + 1]}</p></div>"
            for n in range(1, 6)
        )
        + "</div></main>",
        "Five bridges of the valley",
    ),
    (T[0], *(line for n in range(1, 6) for line in (f"{n}. The bridge of mile {n}", T[n * 2], T[n * 2 + 1]))),
    ("Mile 1. Photo: Eva Lind",),
)

BLOGSPOT = Kind(
    site(
        f"<div class='main section'><div class='widget Blog'><div class='blog-posts hfeed'><h2 "
        f"class='date-header'>Saturday, 3 May "
        f"2031</h2><div class='post hentry'><h3 class='post-title entry-title'>{TITLE}</h3><div class='post-body "
        f"entry-content'>"
        f"{'<br /><br />'.join(T[:5])}<div style='clear: both;'></div></div><div class='post-footer'>Posted by Eva "
        f"Lind at 10:20"
        f"</div></div><div class='comments' id='comments'><h4>1 "
        f"comment:</h4><p>{T[51]}</p></div></div></div></div><div "
        f"class='sidebar section'><div class='widget BlogArchive'><a href='/2030'>2030 (12)</a></div></div>"
    ),
    T[:5],
    T[51:52],
)

SECTIONS = Kind(
    site(
        f'<div class="page"><h1>{TITLE}</h1><div class="hero"><p class="lede">{T[0]}</p></div>'
        + "".join(
            f'<div class="row"><div class="col-8"><section '
            f'class="text-block">{tagged("p", T[n * 3 + 1 : n * 3 + 4])}</section></div>'
            f'<div class="col-4"><div class="ad-slot">Advertisement</div></div></div>'
            for n in range(4)
        )
        + f'<div class="row related-content"><h2>More from the valley</h2><div class="card"><h3><a href="/x">The mill '
        f"is sold"
        f"</a></h3><p>{T[50]}</p></div></div></div>"
    ),
    T[:13],
    T[50:51],
)

DIVS = Kind(
    site(
        f'<div id="root"><div class="css-1a2b"><div class="css-h1"><h1>{TITLE}</h1></div><div class="css-9z">'
        + "".join(f'<div class="css-p"><span>{text}</span></div>' for text in T[:6])
        + f'</div><div class="css-33"><div class="css-44"><a href="/m"><div>The mill is '
        f"sold</div><div>{T[50]}</div></a></div><div "
        f'class="css-44"><a href="/r"><div>The road is built</div><div>{T[51]}</div></a></div></div></div></div>'
    ),
    T[:6],
    T[50:52],
)

BRIEF = Kind(
    site(
        f"<main><article><h1>{TITLE}</h1><p>{T[0]}</p><p>{T[1]}</p></article></main><div "
        f'class="latest-news"><h2>Latest news</h2>'
        + "".join(
            f'<div class="teaser"><h3><a href="/{n}">Headline {n}</a></h3><p>{T[40 + n]}</p></div>' for n in range(8)
        )
        + "</div>"
    ),
    T[:2],
    T[40:48],
)

KOREAN_LINES = (
    "계곡의 오래된 다리가 어제 다시 열려 인근 주민 백여 명이 행사에 참석했다고 군청이 밝혔다.",
    "이 다리는 1932년에 지어졌으며 지난봄 홍수로 무너진 뒤 열한 달 동안 복구 공사가 이어졌다.",
)
KOREAN = Kind(
    site(
        f'<h1>다리 다시 열려</h1><div id="articleBody" class="news">{"<br><br>".join(KOREAN_LINES)}'
        "<br><br>[사진=계곡일보]<br><br>"
        "홍길동 기자 hong@valley.example<br><br>ⓒ 계곡일보 무단전재 및 재배포 금지</div>"
        "<div class='relation'><h3>관련기사</h3><ul>"
        "<li><a href='/1'>새 도로 착공</a></li></ul></div>",
        "다리 다시 열려",
        "ko",
    ),
    KOREAN_LINES,
    ("홍길동", "새 도로 착공"),
)

UTILITIES = Kind(
    f'<html lang="en"><head><title>{TITLE}</title></head><body class="antialiased"><main class="mx-auto '
    f'max-w-7xl"><div '
    f'class="grid grid-cols-12"><div class="col-span-8"><h1 class="text-4xl font-bold">{TITLE}</h1><p class="text-xl '
    f'text-gray-600 mt-2">{T[0]}</p><div class="flex items-center space-x-2"><span>Eva Lind</span><span>May 3, '
    f"2031</span>"
    f'</div><div class="mt-8 space-y-6">{tagged("p", T[1:7])}</div></div><div class="hidden lg:block '
    f'col-span-4"><h3>Read '
    "more</h3>"
    + "".join(f'<a href="/{n}" class="block"><h4>Story {n}</h4><p>{T[40 + n]}</p></a>' for n in range(6))
    + "</div></div></main></body></html>",
    T[:7],
    T[40:46],
)

BLOCKS = Kind(
    f"<html><head><title>{TITLE}</title></head><body><main><article><header><h1>{TITLE}</h1><div data-part='byline'>"
    "3 May 2031 Eva Lind</div></header><div><figure><img src='a.jpg'><figcaption>The bridge</figcaption></figure></div>"
    + "".join(f'<div data-component="text-block"><p class="sc-2">{text}</p></div>' for text in T[:3])
    + "<div data-part='links'><ul><li><a href='/1'>Why the bridge was closed</a></li><li><a href='/2'>How rivers "
    "move</a></li></ul></div>"
    + "".join(f'<div data-component="text-block"><p class="sc-2">{text}</p></div>' for text in T[3:7])
    + "<div><a href='/t'>Bridges</a></div></article></main></body></html>",
    T[:7],
    ("Why the bridge was closed", "How rivers move"),
)

KINDS = {
    "AMP page": AMP,
    "Arabic page": ARABIC,
    "blog with comments": BLOG,
    "blog with breaks": BLOGSPOT,
    "blocks of text and links": BLOCKS,
    "brief beside teasers": BRIEF,
    "Chinese page": CHINESE,
    "forum thread": FORUM,
    "interview": INTERVIEW,
    "Japanese page": JAPANESE,
    "Korean page": KOREAN,
    "letter": LETTER,
    "list article": LISTED,
    "live blog": LIVE,
    "old page of tables": OLD,
    "page of divs": DIVS,
    "page of sections": SECTIONS,
    "release of an authority": RELEASE,
    "utility classes": UTILITIES,
    "wiki page": WIKI,
}
