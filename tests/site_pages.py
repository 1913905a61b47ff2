"""Pages as the programs build them that most sites run on, with what each must give; all invented."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = """<p>The harbour of Aktau was closed on Monday after the storm that had come from the north during the night,
and the ships that were waiting outside had to turn back to the other side of the sea, the port authority said.</p>
<p>It was the third time in this year that the port had to be closed, and the workers who were sent home said that
they had not been told for how long it would last or who was going to pay them for the days that they lost.</p>
<p>The ministry said that the works on the breakwater would begin in the spring and that they would take two years.</p>
"""
RUSSIAN = """<p>Порт Актау был закрыт в понедельник после шторма, который пришёл с севера ночью, и суда, ожидавшие
снаружи, были вынуждены вернуться на другой берег моря, сообщили в администрации порта.</p><p>Это уже третий случай за
год, когда порт пришлось закрыть; рабочие, которых отправили домой, говорят, что им не сообщили, сколько это
продлится.</p>"""
GERMAN = """<p>Der Hafen von Aktau ist am Montag nach dem Sturm geschlossen worden, der in der Nacht aus dem Norden kam,
und die Schiffe, die draußen warteten, mussten auf die andere Seite des Meeres zurückkehren, sagte die Behörde.</p>
<p>Es war das dritte Mal in diesem Jahr, dass der Hafen geschlossen werden musste, und die Arbeiter, die nach Hause
geschickt wurden, sagten, dass ihnen niemand gesagt habe, wie lange es dauern werde und wer sie bezahle.</p>"""
CHINESE = """<p>阿克套港星期一因夜间从北方来的风暴而关闭，港务局表示，在港外等候的船只
不得不返回对岸，何时重新开放尚不清楚。</p>
<p>这是今年港口第三次关闭，被送回家的工人说，没有人告诉他们要等多久，
也没有人说明谁来支付他们损失的工资。</p>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A page and what its record must say."""

    name: str
    html: str
    url: str | None
    title: str
    outlet: str | None
    section: str | None = None
    language: str | None = "en"
    type: str = "webpage"
    canonical: str | None = None


YOAST = SitePage(
    name="WordPress with a graph of JSON-LD",
    url="https://harborgazette.example/2024/03/port-closed/?utm_source=rss",
    canonical="https://harborgazette.example/2024/03/port-closed/",
    title="Port of Aktau closed after storm",
    outlet="Harbor Gazette",
    section="Shipping",
    type="article-newspaper",
    html=f"""<html lang="en-US"><head><title>Port of Aktau closed after storm - Harbor Gazette</title>
<meta property="og:title" content="Port of Aktau closed after storm - Harbor Gazette">
<meta property="og:site_name" content="Harbor Gazette"><meta property="og:type" content="article">
<link rel="canonical" href="https://harborgazette.example/2024/03/port-closed/">
<script type="application/ld+json" class="yoast-schema-graph">{{"@context":"https://schema.org","@graph":[
{{"@type":"NewsArticle","@id":"https://harborgazette.example/2024/03/port-closed/#article","isPartOf":{{"@id":
"https://harborgazette.example/2024/03/port-closed/"}},"author":[{{"@id":"https://harborgazette.example/#/person/7"}}],
"headline":"Port of Aktau closed after storm","datePublished":"2024-03-05T06:00:00+00:00","articleSection":["Shipping"],
"publisher":{{"@id":"https://harborgazette.example/#organization"}},"inLanguage":"en-US",
"mainEntityOfPage":{{"@id":"https://harborgazette.example/2024/03/port-closed/"}}}},
{{"@type":"WebPage","@id":"https://harborgazette.example/2024/03/port-closed/","name":
"Port of Aktau closed after storm - Harbor Gazette","isPartOf":{{"@id":"https://harborgazette.example/#website"}}}},
{{"@type":"BreadcrumbList","itemListElement":[{{"@type":"ListItem","position":1,"name":"Home"}},
{{"@type":"ListItem","position":2,"name":"Port of Aktau closed after storm"}}]}},
{{"@type":"WebSite","@id":"https://harborgazette.example/#website","name":"Harbor Gazette"}},
{{"@type":"Organization","@id":"https://harborgazette.example/#organization","name":"Harbor Gazette"}},
{{"@type":["Person"],"@id":"https://harborgazette.example/#/person/7","name":"Dana Aliyeva"}}]}}</script></head>
<body><h1 class="site-title"><a href="/">Harbor Gazette</a></h1><article><h1 class="entry-title">Port of Aktau closed
after storm</h1>{TEXT}</article></body></html>""",
)

ARC = SitePage(
    name="a paper whose title element is for search engines",
    url="https://www.northcoastherald.example/world/2024/03/05/aktau-port-storm/",
    canonical="https://www.northcoastherald.example/world/2024/03/05/aktau-port-storm/",
    title="After the storm, a harbour waits for its ships",
    outlet="North Coast Herald",
    section="World",
    type="article-newspaper",
    html=f"""<html lang="en"><head><title>Aktau port closed: what we know | North Coast Herald</title>
<meta property="og:title" content="After the storm, a harbour waits for its ships">
<meta property="og:site_name" content="North Coast Herald"><meta name="twitter:title" content="Aktau port closed…">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"After the storm, a harbour waits for its ships",
"articleSection":"world","publisher":{{"@type":"NewsMediaOrganization","name":"North Coast Herald"}},
"url":"https://www.northcoastherald.example/world/2024/03/05/aktau-port-storm/",}}</script>
<script type="application/ld+json">{{"@type":"ItemList","itemListElement":[{{"@type":"NewsArticle",
"headline":"Ten recipes for spring","url":"https://www.northcoastherald.example/food/ten"}}]}}</script>
<script type="application/ld+json">{{"@type":"BreadcrumbList","itemListElement":[{{"name":"Home"}},{{"name":"World"}}]}}
</script></head><body><main><h1>After the storm, a harbour waits for its ships</h1>{TEXT}</main></body></html>""",
)

KICKER = SitePage(
    name="a German paper with a kicker in its heading",
    url="https://www.kuestenbote.example/welt/hafen-aktau-gesperrt-a-123.html",
    canonical="https://www.kuestenbote.example/welt/hafen-aktau-gesperrt-a-123.html",
    title="Schiffe müssen umkehren",
    outlet="Küstenbote",
    section="Welt",
    language="de",
    html=f"""<html lang="de"><head><title>Sturm am Kaspischen Meer: Schiffe müssen umkehren - Welt - Küstenbote</title>
<meta property="og:title" content="Schiffe müssen umkehren"><meta property="og:site_name" content="Küstenbote">
<meta property="article:section" content="Welt"></head><body><nav class="breadcrumb"><h1>Sturm am Kaspischen Meer</h1>
</nav><article><header><h2><span class="kicker">Sturm am Kaspischen Meer</span>
<span class="headline">Schiffe müs&shy;sen um&shy;kehren</span></h2></header>{GERMAN}</article></body></html>""",
)

DRUPAL = SitePage(
    name="a government site",
    url="https://transport.gov.example/news/port-works?page=1",
    canonical="https://transport.gov.example/node/4711",
    title="Works on the breakwater of Aktau begin in spring",
    outlet="Ministry of Transport",
    html=f"""<html lang="en" dir="ltr"><head><title>Works on the breakwater of Aktau begin in spring | Ministry of
Transport</title><meta name="Generator" content="Drupal 10"><link rel="canonical" href="/node/4711">
<meta name="dcterms.title" content="Works on the breakwater of Aktau begin in spring">
<meta name="dcterms.publisher" content="Ministry of Transport"></head><body><header><h1 class="site-name">Ministry of
Transport</h1></header><div class="node__content"><h1 class="page-title">Works on the breakwater of Aktau begin in
spring</h1>{TEXT}</div></body></html>""",
)

SUBSTACK = SitePage(
    name="a newsletter on Substack",
    url="https://caspiannotes.substack.com/p/a-harbour-waits?r=1abc&utm_medium=email&triedRedirect=true",
    canonical="https://caspiannotes.substack.com/p/a-harbour-waits",
    title="A harbour waits",
    outlet="Caspian Notes",
    type="post-weblog",
    html=f"""<html lang="en"><head><title>A harbour waits - by Dana Aliyeva - Caspian Notes</title>
<meta property="og:title" content="A harbour waits"><meta name="author" content="Dana Aliyeva">
<link rel="canonical" href="https://caspiannotes.substack.com/p/a-harbour-waits">
<script type="application/ld+json">{{"@type":"NewsArticle","url":"https://caspiannotes.substack.com/p/a-harbour-waits",
"headline":"A harbour waits","author":[{{"@type":"Person","name":"Dana Aliyeva"}}],"publisher":{{"@type":"Organization",
"name":"Caspian Notes"}}}}</script></head><body><article><h1 class="post-title">A harbour waits</h1>{TEXT}</article>
</body></html>""",
)

MEDIUM = SitePage(
    name="a text on Medium",
    url="https://medium.com/@dana/what-the-port-taught-me-1a2b3c4d5e6f?source=rss-99",
    canonical="https://medium.com/@dana/what-the-port-taught-me-1a2b3c4d5e6f",
    title="What the port taught me",
    outlet="Medium",
    type="post-weblog",
    html=f"""<html lang="en"><head><title>What the port taught me | by Dana Aliyeva | Medium</title>
<meta property="og:title" content="What the port taught me"><meta property="og:site_name" content="Medium">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"What the port taught me","name":
"What the port taught me","publisher":{{"@type":"Organization","name":"Medium"}}}}</script></head><body><article>
<h1 class="pw-post-title">What the port taught me</h1>{TEXT}</article></body></html>""",
)

BLOGGER = SitePage(
    name="a weblog on Blogger",
    url="https://caspianwatcher.blogspot.com/2024/03/port.html?m=1",
    title="A port, a storm",
    outlet="The Caspian Watcher",
    type="post-weblog",
    html=f"""<html><head><title>The Caspian Watcher: A port, a storm</title><meta content="blogger" name="generator">
<meta content="A port, a storm" property="og:title"></head><body><h1 class="title">The Caspian Watcher</h1>
<div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title"
itemprop="name">A port, a storm</h3><div class="post-body">{TEXT}</div></div></body></html>""",
)

GHOST = SitePage(
    name="a magazine on Ghost",
    url="https://www.shorelines.example/a-harbour-waits/",
    canonical="https://www.shorelines.example/a-harbour-waits/",
    title="A harbour waits",
    outlet="Shorelines",
    type="webpage",
    html=f"""<html lang="en"><head><title>A harbour waits</title><meta property="og:site_name" content="Shorelines">
<meta property="og:title" content="A harbour waits"><meta name="twitter:label1" content="Written by">
<meta name="twitter:data1" content="Dana Aliyeva"><script type="application/ld+json">{{"@type":"Article","publisher":
{{"@type":"Organization","name":"Shorelines","url":"https://www.shorelines.example/"}},"author":{{"@type":"Person",
"name":"Dana Aliyeva"}},"headline":"A harbour waits","url":"https://www.shorelines.example/a-harbour-waits/"}}</script>
</head><body><article class="gh-article"><h1 class="gh-article-title">A harbour waits</h1>{TEXT}</article></body></html>
""",
)

AMP = SitePage(
    name="a page for mobile screens",
    url="https://amp.harborgazette.example/2024/03/port-closed/amp/",
    canonical="https://harborgazette.example/2024/03/port-closed/",
    title="Port of Aktau closed after storm",
    outlet="Harbor Gazette",
    type="article-newspaper",
    html=f"""<html amp lang="en"><head><title>Port of Aktau closed after storm</title>
<link rel="canonical" href="https://harborgazette.example/2024/03/port-closed/">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Port of Aktau closed after storm",
"mainEntityOfPage":"https://harborgazette.example/2024/03/port-closed/","publisher":{{"@type":"Organization",
"name":"Harbor Gazette"}}}}</script></head><body><h1>Port of Aktau closed after storm</h1>{TEXT}</body></html>""",
)

TABLES = SitePage(
    name="a page of tables without any statement",
    url="http://www.oldharbour.example/archive/port.htm",
    title="Port closed again",
    outlet="Old Harbour Chronicle",
    canonical="http://www.oldharbour.example/archive/port.htm",
    html=f"""<html><head><title>Port closed again - Old Harbour Chronicle</title></head><body bgcolor="#ffffff"><table>
<tr><td><a href="index.htm">Home</a></td><td><font size="5"><b>Port closed again</b></font>{TEXT}</td></tr></table>
</body></html>""",
)

LARGE_LETTERS = SitePage(
    name="a page of tables with its headline in large letters",
    url="http://www.oldharbour.example/archive/port.htm",
    title="Port of Aktau closed after storm",
    outlet="Old Harbour",
    canonical="http://www.oldharbour.example/archive/port.htm",
    html=f"""<html><head><title>Old Harbour</title></head><body><table><tr><td><b>WORLD NEWS</b>
<p><font size="+2">Port of Aktau closed after storm</font></p>{TEXT}</td></tr></table></body></html>""",
)

KEYWORDS = SitePage(
    name="a Chinese portal with keywords in its title",
    url="https://news.haibao.example/w/2024-03-05/doc-abc.shtml",
    title="阿克套港因风暴关闭",
    outlet="海报新闻",
    language="zh",
    canonical="https://news.haibao.example/w/2024-03-05/doc-abc.shtml",
    html=f"""<html><head><title>阿克套港因风暴关闭|阿克套|风暴_海报新闻</title>
<meta property="og:site_name" content="海报新闻"></head><body>{CHINESE}</body></html>""",
)

PORTAL = SitePage(
    name="a portal that names the paper behind the headline",
    url="https://news.minato.example/articles/abcdef",
    title="Port of Aktau closed after storm",
    outlet="Minato News",
    canonical="https://news.minato.example/articles/abcdef",
    html=f"""<html lang="en"><head><title>Port of Aktau closed after storm (Harbor Gazette) - Minato News</title>
<meta property="og:title" content="Port of Aktau closed after storm (Harbor Gazette) - Minato News">
<meta property="og:site_name" content="Minato News"></head><body><h1>Port of Aktau closed after storm</h1>{TEXT}</body>
</html>""",
)

RUSSIAN_SITE = SitePage(
    name="a Russian site with names in another alphabet",
    url="https://www.kaspiy-vesti.example/news/2024/03/05/port/",
    title="Порт Актау закрыли после шторма",
    outlet="Каспийские вести",
    language="ru",
    canonical="https://www.kaspiy-vesti.example/news/2024/03/05/port/",
    section="Общество",
    html=f"""<html lang="ru"><head><title>Порт Актау закрыли после шторма — Общество — Каспийские вести</title>
<meta property="og:title" content="Порт Актау закрыли после шторма | Каспийские вести">
<meta property="og:site_name" content="Каспийские вести"><meta property="article:section" content="Общество"></head>
<body><h1>Порт Актау закрыли после шторма</h1>{RUSSIAN}</body></html>""",
)

CHINESE_SITE = SitePage(
    name="a Chinese site with dashes in its title",
    url="http://www.haibao.example/n1/2024/0305/c1-402.html",
    title="阿克套港因风暴关闭 船只被迫返航",
    outlet="海报网",
    language="zh",
    canonical="http://www.haibao.example/n1/2024/0305/c1-402.html",
    html=f"""<html lang="zh-CN"><head><title>阿克套港因风暴关闭 船只被迫返航--国际--海报网</title>
<meta name="copyright" content="海报网版权所有"></head><body><h1>阿克套港因风暴关闭&nbsp;船只被迫返航</h1>{CHINESE}
</body></html>""",
)

JAPANESE_TAIL = SitePage(
    name="a title with its site behind a wide colon",
    url="https://www.umiuri.example/article/1",
    title="アクタウ港、嵐で閉鎖　船は引き返す".replace("　", " "),
    outlet="海売新聞",
    language="ja",
    type="article-newspaper",
    canonical="https://www.umiuri.example/article/1",
    html="""<html lang="ja"><head><title>アクタウ港、嵐で閉鎖　船は引き返す：海売新聞</title>
<meta property="og:title" content="アクタウ港、嵐で閉鎖　船は引き返す：海売新聞">
<meta property="og:site_name" content="海売新聞"><script type="application/ld+json">{"@type":"NewsArticle",
"headline":"アクタウ港、嵐で閉鎖　船は引き返す"}</script></head><body><div><p>アクタウ港は月曜日、夜のうちに北から
来た嵐のため閉鎖され、沖で待っていた船は対岸へ引き返さざるを得なかったと港湾当局が述べた。閉鎖は今年三度目で、再開の見通しは
立っていない。</p>
<p>家に帰された労働者たちは、いつまで続くのか、失った日の
賃金を誰が払うのかを知らされていないと話している。</p></div></body></html>""",
)

SAVED = SitePage(
    name="a saved page whose address is not known",
    url=None,
    title="Port of Aktau closed after storm",
    outlet="Harbor Gazette",
    canonical="https://harborgazette.example/2024/03/port-closed/",
    html=YOAST.html.replace('"@type":"NewsArticle"', '"@type":["Article","NewsArticle"]'),
    section="Shipping",
    type="article-newspaper",
)

PAGES = (
    YOAST,
    ARC,
    KICKER,
    DRUPAL,
    SUBSTACK,
    MEDIUM,
    BLOGGER,
    GHOST,
    AMP,
    TABLES,
    LARGE_LETTERS,
    KEYWORDS,
    PORTAL,
    RUSSIAN_SITE,
    CHINESE_SITE,
    JAPANESE_TAIL,
    SAVED,
)
