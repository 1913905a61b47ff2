"""Invented pages of one story, as the systems and the languages of publishers sign and date them."""

from __future__ import annotations

import json

from digest.extract import extract
from digest.model import Article, Date, Source
from digest.readers import read

TEXT = "".join(
    f"<p>The council of Upper Vale met for the {word} time on Tuesday and put off what it had put off before, "
    "said a clerk who has kept its minutes for thirty years and expects to keep them for some more.</p>"
    for word in ("first", "second", "third", "fourth")
)
URL = "https://www.valetimes.example/news/council-meets"


def article(body: str, head: str = "", *, url: str = URL, language: str = "en", accessed: str | None = None) -> Article:
    page = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>The Council Meets Again</title>'
        f'<meta property="og:title" content="The Council Meets Again">'
        f'<meta property="og:site_name" content="Vale Times">{head}</head><body>{body}</body></html>'
    )
    day = Date(edtf=accessed) if accessed else None
    (found,) = extract(read(Source(name="page.html", data=page.encode(), url=url, accessed=day))[0])
    return found


def ld(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The Council Meets Again", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


HEADLINE = "<h1>The Council Meets Again</h1>"

SYSTEMS = {
    "WordPress with Yoast: the author is another node of the graph": (
        "<article>" + HEADLINE + TEXT + "</article>",
        '<script type="application/ld+json">'
        + json.dumps(
            {
                "@context": "https://schema.org",
                "@graph": [
                    {
                        "@type": "Article",
                        "headline": "The Council Meets Again",
                        "author": {"@id": "https://www.valetimes.example/#/schema/person/1"},
                        "datePublished": "2024-05-03T22:10:00+00:00",
                        "dateModified": "2024-05-04T08:00:00+00:00",
                    },
                    {
                        "@type": "Person",
                        "@id": "https://www.valetimes.example/#/schema/person/1",
                        "name": "Ann Lee",
                    },
                ],
            }
        )
        + "</script>",
        ["Ann Lee"],
        "2024-05-03",
    ),
    "WordPress without metadata: the classes of its themes": (
        "<article>" + HEADLINE + '<div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date '
        'published" datetime="2024-05-03T09:00:00+02:00">May 3, 2024</time><time class="updated" '
        'datetime="2024-05-05T09:00:00+02:00">May 5, 2024</time></span><span class="byline"> by <span class="author '
        'vcard"><a class="url fn n" href="/author/ann-lee/">Ann Lee</a></span></span></div>' + TEXT + "</article>",
        "",
        ["Ann Lee"],
        "2024-05-03",
    ),
    "Drupal: submitted by": (
        "<article>" + HEADLINE + '<div class="node__submitted">Submitted by <span>Ann Lee</span> on Fri, 3 May 2024 - '
        "10:12</div>" + TEXT + "</article>",
        "",
        ["Ann Lee"],
        "2024-05-03",
    ),
    "Arc: a byline of links": (
        "<main>"
        + HEADLINE
        + '<div data-testid="byline"><span>By </span><a href="/people/ann-lee">Ann Lee</a><span> and '
        '</span><a href="/people/bo-chen">Bo Chen</a></div><time data-testid="time" dateTime="2024-05-03T13:00:00Z">'
        "May 3, 2024 at 9:00 a.m. EDT</time>" + TEXT + "</main>",
        "",
        ["Ann Lee", "Bo Chen"],
        "2024-05-03",
    ),
    "Substack: the author and the day under the headline": (
        '<article><div class="post-header">' + HEADLINE + '<div class="byline-wrapper"><a href="https://substack.com/'
        '@annlee">Ann Lee</a><div>May 03, 2024</div><button>Share</button></div></div>' + TEXT + "</article>",
        '<meta name="author" content="Ann Lee">',
        ["Ann Lee"],
        "2024-05-03",
    ),
    "Medium: meta tags of a post": (
        "<article>"
        + HEADLINE
        + '<a rel="author" href="/@annlee">Ann Lee</a><span>5 min read · May 3, 2024</span>'
        + TEXT
        + "</article>",
        '<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-05-03T11:00:00Z">',
        ["Ann Lee"],
        "2024-05-03",
    ),
    "Blogger: the date above, the author below": (
        '<h2 class="date-header">Friday, May 3, 2024</h2><h3 class="post-title">The Council Meets Again</h3>'
        f'<div class="post-body">{TEXT}</div><div class="post-footer"><span class="post-author vcard">Posted by '
        '<span class="fn">Ann Lee</span></span></div>',
        "",
        ["Ann Lee"],
        "2024-05-03",
    ),
    "a government's page: a body and a day": (
        "<main>" + HEADLINE + '<dl class="metadata"><dt>From:</dt><dd>Ministry of Rivers</dd><dt>Published</dt>'
        "<dd>3 May 2024</dd><dt>Last updated</dt><dd>6 May 2024</dd></dl>" + TEXT + "</main>",
        '<meta name="author" content="Ministry of Rivers">',
        ["Ministry of Rivers"],
        "2024-05-03",
    ),
    "AMP: microdata and a time element": (
        '<article itemscope itemtype="https://schema.org/NewsArticle">'
        + HEADLINE
        + '<span itemprop="author" itemscope '
        'itemtype="https://schema.org/Person"><span itemprop="name">Ann Lee</span></span><time '
        'itemprop="datePublished" datetime="2024-05-03T08:00:00+09:00">2024-05-03</time>' + TEXT + "</article>",
        "",
        ["Ann Lee"],
        "2024-05-03",
    ),
    "an old page: one printed line": (
        HEADLINE + "<p><b>By Ann Lee, Reuters | 3 May 2024</b></p>" + TEXT,
        "",
        ["Ann Lee"],
        "2024-05-03",
    ),
    "an old page: the name beside the date": (
        HEADLINE + "<div><span>Ann Lee</span> <span>03.05.2024, 10:12 Uhr</span></div>" + TEXT,
        "",
        ["Ann Lee"],
        "2024-05-03",
    ),
}
"""Body, head, authors and day of the systems that publishers use."""

LANGUAGES = {
    "zh": ("<p>本报记者 张伟 李娜 2024年05月03日 10:12</p>", ["张伟", "李娜"]),
    "ja": ("<p class='author'>田中太郎記者</p><time>2024年5月3日 10時12分</time>", ["田中太郎"]),
    "ko": ("<p class='byline'>김민수 기자 minsu@vale.example</p><p>입력 2024.05.03 10:12</p>", ["김민수"]),
    "ru": ("<div class='author'>Автор: Иван Петров</div><div class='date'>3 мая 2024, 10:12</div>", ["Иван Петров"]),
    "el": ("<div class='author'>Συντάκτης: Έλενα Παπαδοπούλου</div><span>3 Μαΐου 2024</span>", ["Έλενα Παπαδοπούλου"]),
    "ar": ("<div class='author'>بقلم أحمد حسن</div><div class='date'>3 مايو 2024</div>", ["أحمد حسن"]),
    "he": ("<div class='author'>מאת דנה כהן</div><div class='date'>03.05.2024</div>", ["דנה כהן"]),
    "de": ("<p class='byline'>Von Anna Müller und Jörg Weiß</p><p>Stand: 03.05.2024</p>", ["Anna Müller", "Jörg Weiß"]),
    "fr": ("<p class='auteur'>Par Marie Dupont et Jean Petit</p><p>le 3 mai 2024</p>", ["Marie Dupont", "Jean Petit"]),
    "es": ("<p class='autor'>Por Ana Pérez y Luis Gómez</p><p>3 de mayo de 2024</p>", ["Ana Pérez", "Luis Gómez"]),
    "pt": ("<p class='autor'>Por Ana Silva e Rui Costa</p><p>3 de maio de 2024</p>", ["Ana Silva", "Rui Costa"]),
    "it": ("<p class='autore'>di Mario Rossi</p><p>3 maggio 2024</p>", ["Mario Rossi"]),
    "da": ("<p class='byline'>Af Mette Holm og Lars Dahl</p><p>3. maj 2024</p>", ["Mette Holm", "Lars Dahl"]),
    "pl": ("<p class='autor'>Autor: Anna Nowak</p><p>Publikacja: 03.05.2024 10:12</p>", ["Anna Nowak"]),
    "tr": ("<p class='yazar'>Yazar: Ayşe Yılmaz</p><p>Giriş: 03.05.2024 - 10:12</p>", ["Ayşe Yılmaz"]),
    "id": ("<p class='penulis'>Penulis: Budi Santoso</p><p>Jumat, 3 Mei 2024</p>", ["Budi Santoso"]),
    "th": ("<p class='author'>โดย สมชาย ใจดี</p><time datetime='2024-05-03'>3 พ.ค. 2567</time>", ["สมชาย ใจดี"]),
    "hi": ("<p class='author'>लेखक: नरेन्द्र शर्मा</p><time datetime='2024-05-03'>3 मई 2024</time>", ["नरेन्द्र शर्मा"]),
}  # fmt: skip
"""What stands beneath a headline, and its authors; always of 3 May 2024."""
